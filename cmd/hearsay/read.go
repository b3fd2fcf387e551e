package main

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/reader"
)

const readHelp = `Read finds every place in a report where someone is said to have said, thought,
known, promised or denied something, and shows who and what.

A report is a text file, a page (.html) or an address; a folder stands for the
.txt and .html files in it, "-" for standard input. A text may begin with lines
"Outlet:", "URL:", "Headline:", "Byline:", "Published:" or "Updated:", which an
empty line ends.

On a terminal each voice has a colour: its words in it, its name bold, the cue
underlined. Elsewhere, and with --plain, the same is told in lines under each
paragraph. "check" marks a reading that is more likely wrong than right.

Offsets in --json, --brat and --csv count Unicode code points. A cell of --csv
that a spreadsheet would take for a formula begins with an apostrophe.

Exit status: 0 all were read, 1 some input failed, 2 the command line is wrong,
130 interrupted.`

const readExamples = `  hearsay read talks.txt
  hearsay read --json reports/ > records.jsonl
  hearsay read --brat --out annotated reports/
  hearsay read --published 2031-04-02 - < talks.txt`

// readOptions are the flags of hearsay read.
type readOptions struct {
	output       outputOptions
	published    string
	allowPrivate bool
	jobs         int
}

func readCommand() *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:     "read FILE|FOLDER|ADDRESS|- …",
		Short:   "Show who says what in reports",
		Long:    readHelp,
		Example: readExamples,
		Args:    someReport,
		RunE:    func(cmd *cobra.Command, args []string) error { return runRead(cmd, args, o) },
	}
	o.output.register(cmd)
	f := cmd.Flags()
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from private and local network addresses")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "how many `reports` to read at once")
	return cmd
}

// someReport asks for at least one argument.
func someReport(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("no report is named: give files, folders, addresses, or - for standard input")
	}
	return nil
}

func runRead(cmd *cobra.Command, args []string, o readOptions) error {
	date, err := parseDate(o.published)
	if err != nil {
		return usage("--published %q is no date: write 2031-04-02 or 2031-04-02T09:30:00Z", o.published)
	}
	if o.jobs < 1 {
		return usage("--jobs %d: at least one report must be read at once", o.jobs)
	}
	out, err := o.output.open(cmd.OutOrStdout(), args)
	if err != nil {
		return err
	}
	r, err := reader.New()
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	desk := &desk{cmd: cmd, out: out, counter: newCounter(cmd.OutOrStdout(), cmd.ErrOrStderr())}
	reports := intake.Reports(ctx, args, intake.Options{
		Stdin: cmd.InOrStdin(), Warn: desk.warn, AllowPrivate: o.allowPrivate, Version: r.Version().Version,
	})
	read := func(in incoming) answer { return readOne(ctx, r, in, date) }
	for result := range inOrder(ctx, together(reports), o.jobs, read) {
		if err := desk.take(result); err != nil {
			return err
		}
	}
	return desk.close(ctx)
}

// incoming is a report on its way in, or why it could not be had.
type incoming struct {
	report hearsay.Report
	err    error
}

// together makes pairs of a sequence single items.
func together(reports iter.Seq2[hearsay.Report, error]) iter.Seq[incoming] {
	return func(yield func(incoming) bool) {
		for report, err := range reports {
			if !yield(incoming{report, err}) {
				return
			}
		}
	}
}

// answer is what became of one report.
type answer struct {
	record hearsay.Record
	err    error
}

// readOne reads a report; date is used where it states none of its own.
func readOne(ctx context.Context, r *reader.Reader, in incoming, date time.Time) answer {
	if in.err != nil {
		return answer{err: in.err}
	}
	if in.report.Published.IsZero() {
		in.report.Published = date
	}
	record, err := r.Read(ctx, in.report)
	return answer{record, err}
}

// parseDate reads a day or a moment; "" is the zero time.
func parseDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	return time.Parse(time.RFC3339, s)
}
