package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/spf13/cobra"

	"hearsay/internal/intake"
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
		d.count("", true, 1)
		return nil
	}
	d.count(r.record.Report.Text, false, 1)
	if d.out.silentOnSkips {
		d.tellSkips(r)
	}
	if err := d.out.Write(r.record); err != nil {
		return fmt.Errorf("%s: %w", d.out.name, err)
	}
	return nil
}

// expect has the counter tell how much of the inputs is done, if somebody looks
// on and their number is known.
func (d *desk) expect(args []string) {
	if d.counter.w != nil {
		d.counter.all = int64(intake.Count(args))
	}
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

// count counts one more report with this text, or one more failure; size is how
// much of all that was.
func (d *desk) count(text string, failed bool, size int64) {
	d.speaking.Lock()
	defer d.speaking.Unlock()
	d.counter.step(text, failed, size)
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
