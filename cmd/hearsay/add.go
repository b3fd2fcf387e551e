package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/intake"
	"hearsay/internal/view"
	"hearsay/reader"
)

const addHelp = `Add reads reports and keeps them in the archive, with what was read and the bytes
they came in as. Reports are named as for read.

A report is known by its address; one without an address, by its text. A new text
at a known address is a new version of the same report; a text that is there already
is not kept again, and not even read. So a run that was cut off is begun again with
the same command. What is told to be kept is on disk.

A line tells what became of each report:

  new        it was not there
  revision   its text changed
  known      it is there already
  restored   it has the text again that it had before
  withdrawn  it was withdrawn, and is not taken in again

Exit status: 0 all are kept, 1 some input failed, 2 the command line is wrong,
130 interrupted; what was told to be kept is.`

const addExamples = `  hearsay add monday.txt reports/
  hearsay add https://example.org/a
  hearsay add --archive talks reports.tar.gz
  hearsay add --quiet --database postgres://localhost/hearsay corpus.jsonl.zst`

// addOptions are the flags of hearsay add.
type addOptions struct {
	archive      archiveOptions
	json, quiet  bool
	published    string
	allowPrivate bool
	jobs         int
}

func addCommand() *cobra.Command {
	var o addOptions
	cmd := &cobra.Command{
		Use:     "add FILE|FOLDER|ADDRESS|- …",
		Short:   "Read reports and keep them in the archive",
		Long:    addHelp,
		Example: addExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runAdd(cmd, args, o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON for each report")
	f.BoolVar(&o.quiet, "quiet", false, "tell the sum alone")
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from private and local network addresses")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "how many `reports` to read at once")
	cmd.MarkFlagsMutuallyExclusive("json", "quiet")
	return cmd
}

func runAdd(cmd *cobra.Command, args []string, o addOptions) error {
	date, err := parseDate(o.published)
	if err != nil {
		return usage("--published %q is no date: write 2031-04-02 or 2031-04-02T09:30:00Z", o.published)
	}
	if o.jobs < 1 {
		return usage("--jobs %d: at least one report must be read at once", o.jobs)
	}
	r, err := reader.New()
	if err != nil {
		return err
	}
	a, err := o.archive.make(cmd)
	if err != nil {
		return err
	}
	l := newLoad(cmd, a, r, o)
	l.counter.all = int64(intake.Count(args))
	opt := intake.Options{Stdin: cmd.InOrStdin(), Warn: l.warn, AllowPrivate: o.allowPrivate, Version: r.Version().Version}
	err = l.run(cmd.Context(), namedReports(cmd.Context(), args, date, opt))
	return errors.Join(err, a.Close())
}

// namedReports are the reports that args name, each with its source; those without
// a date get one.
func namedReports(ctx context.Context, args []string, date time.Time, opt intake.Options) iter.Seq[arrival] {
	return func(yield func(arrival) bool) {
		var source archive.Incoming // of the report that comes next
		opt.Source = func(data []byte, mediaType string) { source.Source, source.SourceType = data, mediaType }
		for report, err := range intake.Reports(ctx, args, opt) {
			if report.Published.IsZero() {
				report.Published = date
			}
			next := arrival{report, source, err}
			source = archive.Incoming{}
			if !yield(next) {
				return
			}
		}
	}
}

// arrival is a report on its way into the archive, or why it could not be had.
type arrival struct {
	report hearsay.Report
	source archive.Incoming // Source and SourceType alone
	err    error
}

// load reads reports and keeps them:
//
//	arrivals ─► known? read if not (jobs at once, in order) ─► archive (many in a transaction) ─► tell
type load struct {
	archive  *archive.Archive
	reader   *reader.Reader
	options  addOptions
	out      io.Writer
	complain func(string)
	counter  *counter
	sum      map[archive.Outcome]int
	told     func(text string, added archive.Added, err error) // beside what is printed; nil: nobody

	mu     sync.Mutex
	names  []string // of the reports that the archive has in hand
	texts  []string
	failed bool
}

func newLoad(cmd *cobra.Command, a *archive.Archive, r *reader.Reader, o addOptions) *load {
	l := &load{
		archive: a, reader: r, options: o, out: cmd.OutOrStdout(), sum: map[archive.Outcome]int{},
		counter: newCounter(cmd.OutOrStdout(), cmd.ErrOrStderr()),
	}
	if o.quiet {
		l.counter = newCounter(io.Discard, cmd.ErrOrStderr())
	}
	l.complain = func(text string) { complain(cmd.ErrOrStderr(), text) }
	return l
}

func (l *load) warn(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.counter.clear()
	l.complain(err.Error())
}

// prepared is a report that was read, or is known already.
type prepared struct {
	arrival
	record hearsay.Record
	known  *archive.Added
}

func (l *load) run(ctx context.Context, arrivals iter.Seq[arrival]) error {
	read := func(in arrival) prepared { return l.read(ctx, in) }
	reading := inOrder(ctx, arrivals, l.options.jobs, read)
	incoming := func(yield func(archive.Incoming) bool) {
		for p := range reading {
			if !l.hand(p, yield) {
				return
			}
		}
	}
	for added, err := range l.archive.AddAll(ctx, incoming) {
		l.mu.Lock()
		name, text := l.names[0], l.texts[0]
		l.names, l.texts = l.names[1:], l.texts[1:]
		l.mu.Unlock()
		if fatal := l.kept(name, text, added, err); fatal != nil && !errors.Is(fatal, context.Canceled) {
			return fatal
		}
	}
	l.counter.clear()
	l.finish()
	switch {
	case ctx.Err() != nil:
		return errStopped
	case l.failed:
		return errSomeFailed
	}
	return nil
}

// read reads one report, unless it is there.
func (l *load) read(ctx context.Context, in arrival) prepared {
	p := prepared{arrival: in}
	if in.err != nil {
		return p
	}
	known, found, err := l.archive.Known(ctx, in.report)
	if found || err != nil {
		p.known, p.err = &known, err
		return p
	}
	p.record, p.err = l.reader.Read(ctx, in.report)
	return p
}

// hand gives a report to the archive, or tells at once what became of it.
func (l *load) hand(p prepared, yield func(archive.Incoming) bool) bool {
	name := nameOf(p.report)
	switch {
	case errors.Is(p.err, context.Canceled):
		return false
	case p.err != nil:
		l.warn(p.err)
		l.mu.Lock()
		defer l.mu.Unlock()
		l.failed = true
		l.counter.step("", true, 1)
		l.tell("", archive.Added{}, p.err)
		return true
	case p.known != nil:
		return l.kept(name, p.report.Text, *p.known, nil) == nil
	}
	l.mu.Lock()
	l.names, l.texts = append(l.names, name), append(l.texts, p.report.Text)
	l.mu.Unlock()
	in := p.source
	in.Record = p.record
	return yield(in)
}

// addedLine is what --json tells of a report.
type addedLine struct {
	Path     *string            `json:"path"`
	Outcome  archive.Outcome    `json:"outcome"`
	Report   archive.ReportID   `json:"report"`
	Revision archive.RevisionID `json:"revision"`
	Hash     archive.Hash       `json:"hash"`
	Story    archive.StoryID    `json:"story"`
}

// kept tells what became of a report. It returns an error that ends the run.
func (l *load) kept(name, text string, added archive.Added, err error) error {
	if err != nil {
		if errors.Is(err, archive.ErrFull) || errors.Is(err, archive.ErrCorrupt) || errors.Is(err, archive.ErrBusy) || errors.Is(err, context.Canceled) {
			return err
		}
		l.warn(fmt.Errorf("%s: %w", name, err))
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.counter.step(text, err != nil, 1)
	l.tell(text, added, err)
	if err != nil {
		l.failed = true
		return nil
	}
	l.sum[added.Outcome]++
	switch {
	case l.options.json:
		return json.NewEncoder(l.out).Encode(addedLine{&name, added.Outcome, added.Report, added.Revision, added.Hash, added.Story})
	case l.options.quiet:
		return nil
	}
	_, err = fmt.Fprintf(l.out, "%-9s report %d, story %d  %s\n", added.Outcome, added.Report, added.Story, view.Line(name))
	return err
}

func (l *load) tell(text string, added archive.Added, err error) {
	if l.told != nil {
		l.told(text, added, err)
	}
}

func (l *load) finish() {
	if l.options.json {
		return
	}
	line := ""
	for _, o := range []archive.Outcome{archive.NewReport, archive.NewRevision, archive.Known, archive.Restored, archive.WithdrawnIt} {
		if n := l.sum[o]; n > 0 {
			line += fmt.Sprintf(", %d %s", n, o)
		}
	}
	if line == "" {
		line = ", nothing was kept"
	}
	fmt.Fprintf(l.out, "%s: %s\n", l.archive.Where(), line[2:])
}
