package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/internal/jsonl"
)

// linesOf returns n lines of input, of which some cannot be read.
func linesOf(n int) string {
	var in strings.Builder
	for i := range n {
		switch i % 7 {
		case 3:
			in.WriteString("{nonsense\n")
		case 5:
			in.WriteString("\n")
		default:
			fmt.Fprintf(&in, `{"id":%d,"text":"Mara Holt said that quay %d would stay closed%s. She gave no date."}`+"\n", i, i, strings.Repeat(", Ada Holt said", i%5))
		}
	}
	return in.String()
}

// filterAll runs lines through the filter in this process.
func filterAll(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	root := newRoot()
	root.SetArgs(append([]string{"read", "--jsonl"}, args...))
	root.SetIn(strings.NewReader(in))
	root.SetOut(&out)
	root.SetErr(io.Discard)
	if status := run(context.Background(), root); status != exitFailed {
		t.Fatalf("exit status %d, want %d", status, exitFailed)
	}
	return out.String()
}

// Any number of jobs gives the same answers, one for each line.
func TestFilterIsInOrder(t *testing.T) {
	in := linesOf(100)
	want := filterAll(t, in, "--jobs", "1")
	if n := strings.Count(want, "\n"); n != 100 {
		t.Fatalf("%d answers to 100 lines", n)
	}
	if got := filterAll(t, in, "--jobs", "7"); got != want {
		t.Error("seven jobs give other answers than one")
	}
}

// Two halves of an input, each through a pipe of its own, have the answers they
// have together, but for the numbers of the lines.
func TestFilterDoesNotDependOnWhatWentBefore(t *testing.T) {
	in := strings.Repeat(`{"path":"a","text":"Mara Holt said so. Ada Holt denied it."}`+"\n", 20) + "{\n"
	all := strings.SplitAfter(filterAll(t, in), "\n")
	for i, line := range all[:20] {
		if line != all[0] {
			t.Fatalf("line %d differs from the first: %s", i+1, line)
		}
	}
}

// A run is killed in the middle, and gone on with: nothing is lost, doubled or torn.
func TestResumeAfterKill(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	input := linesOf(600)
	if err := os.WriteFile(in, []byte(input), 0o644); err != nil {
		t.Fatal(err)
	}
	killed := 0
	for _, after := range []int64{1, 80_000, 200_000} {
		cmd := exec.Command("hearsay", "read", "--jsonl", "--resume", out, in)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		killed += killOnce(t, cmd.Process, ended, out, after)
	}
	if killed == 0 {
		t.Fatal("every run was over before it was killed")
	}
	// A torn line, as a full disk or a power cut leaves it.
	tear(t, out)
	var exit *exec.ExitError
	if err := exec.Command("hearsay", "read", "--jsonl", "--resume", out, in).Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want := filterAll(t, "", in)
	if string(got) != want {
		t.Errorf("the file has %d lines, %d bytes; a run that is not killed has %d, %d", bytes.Count(got, []byte("\n")), len(got), strings.Count(want, "\n"), len(want))
	}
}

// killOnce kills a process as soon as a file has so many bytes. It returns 1 if
// the process was still running.
func killOnce(t *testing.T, p *os.Process, ended <-chan error, file string, size int64) int {
	t.Helper()
	for {
		select {
		case <-ended:
			return 0
		case <-time.After(time.Millisecond):
		}
		if info, err := os.Stat(file); err == nil && info.Size() >= size {
			p.Kill()
			<-ended
			return 1
		}
	}
}

// tear drops the last bytes of a file.
func tear(t *testing.T, file string) {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, info.Size()-17); err != nil {
		t.Fatal(err)
	}
}

// Ctrl-C ends a filter that waits for a pipe into which nobody writes; what it
// has answered is whole.
func TestInterruptWhileWaiting(t *testing.T) {
	cmd := exec.Command("hearsay", "read", "--jsonl")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	io.WriteString(stdin, `{"text":"Mara Holt said so."}`+"\n")
	out := bufio.NewReader(stdout)
	if line, err := out.ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"schema":1,"report":`) {
		t.Errorf("%q, %v: want the answer to the first line at once", line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(out); err != nil || len(rest) > 0 {
		t.Errorf("%q, %v", rest, err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
		t.Errorf("%v, want exit status %d", err, exitInterrupted)
	}
}

// lastLine finds the same lines as package jsonl does.
func TestLastLine(t *testing.T) {
	for _, text := range []string{"", "a", "a\n", "a\nb", "\n", "\n\n", "a\nbc\nd", strings.Repeat("x", 3<<20) + "\nab\n" + strings.Repeat("y", 2<<20)} {
		lines, begin, end, err := lastLine(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		want, last := 0, ""
		for line, err := range jsonl.Lines(strings.NewReader(text)) {
			if err == nil && want < strings.Count(text, "\n") {
				want, last = want+1, string(line.Data)
			}
		}
		got := strings.TrimSuffix(text[begin:end], "\n")
		if lines != want || got != last {
			t.Errorf("%.10q: %d lines, the last %.10q; want %d, %.10q", text, lines, got, want, last)
		}
	}
}
