package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"github.com/spf13/cobra"

	"hearsay/contract"
	"hearsay/internal/intake"
	"hearsay/reader"
)

// # read --jsonl
//
//	line ──▶ intake.Line ──any of the jobs: Parse, Read, encode──▶ answer ──in order──▶ line
//
// Each line of input has exactly one line of output, in the same place, whatever
// is wrong with it: whoever feeds millions of them can join the two by counting.

// filter reads lines of JSON and answers each.
type filter struct {
	reader *reader.Reader
	date   time.Time // of reports that state none
}

// asked is a line of input, or why there is none.
type asked struct {
	line intake.Line
	err  error
}

// answered is what became of a line.
type answered struct {
	asked
	data     []byte // the line of output, with its end; nil if there is none
	text     string
	warnings []error
	failure  error // that data tells
}

func runFilter(cmd *cobra.Command, args []string, o readOptions, f filter) error {
	if len(args) == 0 {
		args = []string{"-"}
	}
	resumed, err := resume(o.resume)
	if err != nil {
		return err
	}
	defer resumed.close()
	if err := resumed.sameReader(f.reader.Version()); err != nil {
		return err
	}
	out := io.Writer(cmd.OutOrStdout())
	if resumed.file != nil {
		out = resumed.file
	}
	ctx := cmd.Context()
	desk := &desk{cmd: cmd, counter: newCounter(out, cmd.ErrOrStderr())}
	desk.counter.all = sizeOf(args, cmd.InOrStdin())
	lines := resumed.rest(each(intake.Lines(ctx, args, o.intake(cmd, f.reader, desk))))
	for a := range inOrder(ctx, lines, o.jobs, func(a asked) answered { return f.answer(ctx, a) }) {
		if err := desk.hand(out, a); err != nil {
			return err
		}
	}
	return desk.close(ctx)
}

// each makes pairs of a sequence single items.
func each(lines iter.Seq2[intake.Line, error]) iter.Seq[asked] {
	return func(yield func(asked) bool) {
		for line, err := range lines {
			if !yield(asked{line, err}) {
				return
			}
		}
	}
}

// answer reads one line. It is called from several goroutines.
func (f filter) answer(ctx context.Context, a asked) answered {
	if a.err != nil {
		return answered{asked: a}
	}
	parsed, err := a.line.Parse()
	if err != nil {
		return failed(a, parsed.ID, err)
	}
	if parsed.Report.Published.IsZero() {
		parsed.Report.Published = f.date
	}
	record, err := f.reader.Read(ctx, parsed.Report)
	switch {
	case ctx.Err() != nil:
		return answered{asked: asked{a.line, ctx.Err()}}
	case err != nil:
		return failed(a, parsed.ID, err)
	}
	result := answered{asked: a, text: parsed.Report.Text, warnings: parsed.Warnings}
	if result.data, err = encodeLine(contract.AnswerOf(record, parsed.ID)); err != nil {
		return failed(a, parsed.ID, err)
	}
	return result
}

// failed answers a line that could not be read.
func failed(a asked, id json.RawMessage, err error) answered {
	data, broken := encodeLine(contract.FailureOf(err, a.line.Number, id))
	if broken != nil {
		return answered{asked: asked{a.line, broken}}
	}
	return answered{asked: a, data: data, failure: a.line.Named(err)}
}

func encodeLine(value any) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return line.Bytes(), err
}

// hand writes one answer, and complains of what was wrong. It returns an error
// only if nothing more can be handed on.
func (d *desk) hand(out io.Writer, a answered) error {
	switch {
	case errors.Is(a.err, context.Canceled):
		return nil // close tells
	case errors.As(a.err, &resumeError{}):
		return a.err
	case a.err != nil:
		d.failed = true
		d.warn(a.err)
		return nil
	case a.failure != nil:
		d.failed = true
		d.warn(a.failure)
	}
	for _, w := range a.warnings {
		d.warn(w)
	}
	d.count(a.text, a.failure != nil, int64(len(a.line.Data))+1)
	if _, err := out.Write(a.data); err != nil {
		return fmt.Errorf("the results cannot be written: %w", err)
	}
	return nil
}

// sizeOf returns how many bytes the inputs have together, 0 if that cannot be
// told: of a pipe, an address, or something packed.
func sizeOf(args []string, stdin io.Reader) int64 {
	var all int64
	for _, arg := range args {
		info, err := os.Stat(arg)
		if f, ok := stdin.(*os.File); ok && arg == "-" {
			info, err = f.Stat()
		}
		if err != nil || !info.Mode().IsRegular() || intake.IsPacked(arg) {
			return 0
		}
		all += info.Size()
	}
	return all
}
