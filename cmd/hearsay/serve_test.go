package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// served runs hearsay serve with arguments until the test ends and returns its
// address, and what stops it and returns its exit status.
func served(t *testing.T, args ...string) (address string, stop func() int) {
	t.Helper()
	out, in := io.Pipe()
	root := newRoot()
	root.SetOut(in)
	root.SetErr(io.Discard)
	root.SetArgs(append([]string{"serve", "--listen", "127.0.0.1:0"}, args...))
	ctx, cancel := context.WithCancel(context.Background())
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, root)
		in.Close()
	}()
	t.Cleanup(cancel)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, found, ok := strings.Cut(lines.Text(), "the desk is open at "); ok {
			go io.Copy(io.Discard, out)
			return strings.TrimSpace(found), func() int { cancel(); return <-status }
		}
	}
	t.Fatalf("the desk did not open: status %d", <-status)
	return "", nil
}

func TestServe(t *testing.T) {
	address, stop := served(t, "--archive", t.TempDir())
	if status, _ := visit(t, address+"/healthz", ""); status != http.StatusOK {
		t.Errorf("/healthz: status %d", status)
	}
	if status, body := visit(t, address+"/paste", ""); status != http.StatusOK || !strings.Contains(body, "Read it") {
		t.Errorf("/paste: status %d", status)
	}
	if status := stop(); status != exitFine {
		t.Errorf("it stops with status %d", status)
	}
}

func TestServeAsksForATokenWhereThereIsOne(t *testing.T) {
	folder := t.TempDir()
	root := newRoot()
	token := filepath.Join(folder, "token")
	file, err := os.Create(token)
	if err != nil {
		t.Fatal(err)
	}
	root.SetOut(file)
	root.SetArgs([]string{"passwd", "--archive", folder, "--token", "ledger-bot"})
	if status := run(t.Context(), root); status != exitFine {
		t.Fatalf("passwd: status %d", status)
	}
	made, err := os.ReadFile(token)
	if err != nil {
		t.Fatal(err)
	}
	address, _ := served(t, "--archive", folder)
	if _, body := visit(t, address+"/paste", ""); !strings.Contains(body, "Log in") {
		t.Error("it does not ask for a login")
	}
	if status, body := visit(t, address+"/paste", strings.TrimSpace(string(made))); status != http.StatusOK || !strings.Contains(body, "Read it") {
		t.Errorf("with the token: status %d", status)
	}
}

func visit(t *testing.T, address, token string) (int, string) {
	t.Helper()
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}
