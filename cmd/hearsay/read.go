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

A report is a text file, a page (.html) or an address (http or https); "-" is
standard input. A folder stands for its .txt, .html and .htm files and those in
its subfolders, a tar or zip archive for the same in it, and JSON Lines (.jsonl)
for a report on each line. All of them may be packed with gzip, zstd, bzip2 or
brotli. What a file is, is told by its content. A report has at most 10 MB. A
text may begin with lines "Outlet:", "URL:", "Headline:", "Byline:",
"Published:" or "Updated:", which an empty line ends.

On a terminal each voice has a colour: its words in it, its name bold, the cue
underlined. Elsewhere, and with --plain, the same is told in lines under each
paragraph. "check" marks a reading that is more likely wrong than right.

Offsets in --json, --jsonl, --brat and --csv count Unicode code points. A cell of
--csv that a spreadsheet would take for a formula begins with an apostrophe.

--csv writes a row for each attribution, --csv figures one for each figure. Its
columns best, low and high have the names of UCDP's event data. Low and high are
the report's bounds, empty where it leaves them open. Best is the number where it
is given, exactly or about, and the lower bound of a range, of "at least" and of
"more than"; for "up to" and for vague words it is empty, but with --conventional
tens are 10, dozens 12 and hundreds 100.

With --jsonl read is a filter: it reads JSON Lines, of standard input if nothing
is named, and answers each line with one line, in order. A line is an object:

  text or html       the report, as text (whatever it says, there is no header in
                     it) or as a page
  id                 a string or a number, given back in the answer
  url, outlet, headline, language, path
                     strings
  byline             a string or a list of strings
  published, updated dates such as 2031-04-02 or 2031-04-02T09:30:00Z

Other fields are ignored, null is as good as nothing. An answer is what --json
prints, with the id, and the numbers in it begin at 1 on every line. A line that
cannot be read, an empty one among them, is answered with
{"schema":1,"error":…,"line":…,"id":…}. A line has at most 32 MB. With --resume
FILE the answers go to the end of FILE, and the lines that have theirs there
already are passed over, so that a run that was cut off goes on.

Exit status: 0 all were read, 1 some input failed, 2 the command line is wrong,
130 interrupted.`

const readExamples = `  hearsay read talks.txt
  hearsay read --json reports/ > records.jsonl
  hearsay read --jsonl < reports.jsonl > records.jsonl
  hearsay read --jsonl reports.jsonl.gz --resume records.jsonl
  hearsay read --csv figures reports/ > figures.csv
  hearsay read --brat --out annotated reports.tar.gz
  hearsay read --published 2031-04-02 - < talks.txt`

// readOptions are the flags of hearsay read.
type readOptions struct {
	output       outputOptions
	jsonl        bool
	resume       string
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
		Args:    func(_ *cobra.Command, args []string) error { return o.someReport(args) },
		RunE: func(cmd *cobra.Command, args []string) error {
			return runRead(cmd, o.output.takeTable(args), o)
		},
	}
	o.output.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.jsonl, "jsonl", false, "a filter: JSON Lines in, one line of JSON out for each")
	f.StringVar(&o.resume, "resume", "", "`file` that --jsonl writes on in, after what stands there already")
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from private and local network addresses")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "how many `reports` to read at once")
	for _, other := range []string{"plain", "json", "brat", "csv", "conventional", "color", "out"} {
		cmd.MarkFlagsMutuallyExclusive("jsonl", other)
	}
	return cmd
}

// someReport asks for at least one argument, but of a filter.
func (o readOptions) someReport(args []string) error {
	if len(args) == 0 && !o.jsonl {
		return errors.New("no report is named: give files, folders, addresses, or - for standard input")
	}
	return nil
}

func runRead(cmd *cobra.Command, args []string, o readOptions) error {
	date, err := o.check()
	if err != nil {
		return err
	}
	var out output
	if !o.jsonl {
		if out, err = o.output.open(cmd.OutOrStdout(), args); err != nil {
			return err
		}
	}
	r, err := reader.New()
	if err != nil {
		return err
	}
	if o.jsonl {
		return runFilter(cmd, args, o, filter{r, date})
	}
	return showReports(cmd, args, o, out, r, date)
}

// check refuses flags that do not go together, and returns what --published says.
func (o readOptions) check() (published time.Time, err error) {
	switch published, err = parseDate(o.published); {
	case err != nil:
		return published, usage("--published %q is no date: write 2031-04-02 or 2031-04-02T09:30:00Z", o.published)
	case o.jobs < 1:
		return published, usage("--jobs %d: at least one report must be read at once", o.jobs)
	case o.resume != "" && !o.jsonl:
		return published, usage("--resume is for --jsonl")
	}
	return published, nil
}

// showReports reads the reports that args name and writes them to out.
func showReports(cmd *cobra.Command, args []string, o readOptions, out output, r *reader.Reader, date time.Time) error {
	ctx := cmd.Context()
	desk := &desk{cmd: cmd, out: out, counter: newCounter(cmd.OutOrStdout(), cmd.ErrOrStderr())}
	desk.expect(args)
	reports := intake.Reports(ctx, args, o.intake(cmd, r, desk))
	read := func(in incoming) answer { return readOne(ctx, r, in, date) }
	for result := range inOrder(ctx, together(reports), o.jobs, read) {
		if err := desk.take(result); err != nil {
			return err
		}
	}
	return desk.close(ctx)
}

// intake says where inputs may come from.
func (o readOptions) intake(cmd *cobra.Command, r *reader.Reader, desk *desk) intake.Options {
	return intake.Options{
		Stdin: cmd.InOrStdin(), Warn: desk.warn, AllowPrivate: o.allowPrivate, Version: r.Version().Version,
	}
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
