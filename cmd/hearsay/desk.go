package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/spf13/cobra"
)

// desk hands on what was read and complains of what was not, in the order of the
// inputs.
type desk struct {
	cmd     *cobra.Command
	out     output
	counter *counter
	failed  bool

	// Held by whoever writes to standard error: warnings also come from the
	// goroutine that opens reports.
	speaking sync.Mutex
}

// take hands on one answer. It returns an error only if nothing more can be
// handed on.
func (d *desk) take(r answer) error {
	switch {
	case errors.Is(r.err, context.Canceled):
		return nil // close tells
	case r.err != nil:
		d.failed = true
		d.warn(r.err)
		return nil
	}
	d.count()
	if d.out.silentOnSkips {
		d.tellSkips(r)
	}
	if err := d.out.Write(r.record); err != nil {
		return fmt.Errorf("%s: %w", d.out.name, err)
	}
	return nil
}

// tellSkips tells of a report that was not read, where the form of the output
// has no place for it.
func (d *desk) tellSkips(r answer) {
	for _, s := range r.record.Skipped {
		if s.Span == nil {
			d.warn(fmt.Errorf("%s: %s", nameOf(r.record.Report), s.Why.Explain()))
		}
	}
}

func (d *desk) count() {
	d.speaking.Lock()
	defer d.speaking.Unlock()
	d.counter.step()
}

// warn prints one line. It may be called from any goroutine.
func (d *desk) warn(err error) {
	d.speaking.Lock()
	defer d.speaking.Unlock()
	d.counter.clear()
	complain(d.cmd.ErrOrStderr(), err.Error())
}

// close returns how the run ended.
func (d *desk) close(ctx context.Context) error {
	d.counter.clear()
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case d.failed:
		return errSomeFailed
	}
	return nil
}
