package main

import (
	"context"
	"strings"
	"testing"

	"hearsay/internal/archive"
)

// TestOneFollows: while one program follows, a second leaves what is due to it, and
// with nothing else to do takes over when it ends.
func TestOneFollows(t *testing.T) {
	folder := t.TempDir()
	kept, err := archive.Open(t.Context(), folder, archive.Options{Create: true, Program: "hearsay serve"})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	release, err := kept.Follow(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if status, said := followOnce(t, folder); status != 0 || !strings.Contains(said, "is followed by another program: hearsay serve, process") {
		t.Errorf("status %d, it says %q", status, said)
	}
	told := make(chan error, 1)
	taken := make(chan func())
	go func() {
		taken <- waitToFollow(t.Context(), kept, func(who error) {
			told <- who
			release()
		})
	}()
	if who := <-told; !strings.Contains(who.Error(), "hearsay serve") {
		t.Errorf("it waits for %v", who)
	}
	(<-taken)()
	if status, said := followOnce(t, folder); status != 0 || said != "" {
		t.Errorf("when nobody follows: status %d, it says %q", status, said)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	waitToFollow(ended, kept, func(error) {})()
}

// followOnce returns the exit status and what is complained of.
func followOnce(t *testing.T, folder string) (status int, said string) {
	t.Helper()
	return runRoot(t.Context(), func(p []byte) (int, error) { return len(p), nil }, "follow", "--once", "--archive", folder)
}
