package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/spf13/cobra"

	"hearsay/internal/view"
)

// # What the program says when something is wrong
//
// One line on standard error: "hearsay: FILE: reason; what to do", in lower
// case. A report's name and an error's text come from outside and are made safe
// to print.

// The exit statuses, as rootHelp tells them.
const (
	exitFine        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130 // 128 + SIGINT, as shells have it
)

// errSomeFailed says that inputs failed and that each was complained of already.
var errSomeFailed = errors.New("some inputs failed")

// errInterrupted says that the run was cut short.
var errInterrupted = errors.New("interrupted: what had been read is printed")

// errStopped says that a run which keeps what it does was cut short.
var errStopped = errors.New("interrupted: what was told to be kept is; the same command goes on with the rest")

// usageError is a mistake in the command line that a verb itself found.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// usage returns a complaint about the command line.
func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// begun wraps the error of a verb whose command line was understood.
type begun struct{ error }

func (b begun) Unwrap() error { return b.error }

// markBeginning has a verb mark its errors as [begun]: whatever else comes out of
// the command line library is its complaint about the command line.
func markBeginning(verb *cobra.Command) {
	runE := verb.RunE
	verb.RunE = func(cmd *cobra.Command, args []string) error {
		if err := runE(cmd, args); err != nil {
			return begun{err}
		}
		return nil
	}
}

// outcome returns the exit status for what came of a verb, and what to say of
// it, "" for nothing.
func outcome(verb *cobra.Command, err error) (status int, message string) {
	var b begun
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // nobody reads on: that is their right
		return exitFine, ""
	case errors.Is(err, errSomeFailed):
		return exitFailed, ""
	case errors.Is(err, errStopped):
		return exitInterrupted, errStopped.Error()
	case errors.Is(err, errInterrupted), errors.Is(err, context.Canceled):
		return exitInterrupted, errInterrupted.Error()
	case errors.As(err, &b) && !errors.As(err, &usageError{}):
		return exitFailed, err.Error()
	}
	return exitUsage, fmt.Sprintf("%v; see '%s --help'", err, verb.CommandPath())
}

// complain prints one line of complaint.
func complain(w io.Writer, message string) {
	fmt.Fprintln(w, "hearsay:", view.Line(message))
}
