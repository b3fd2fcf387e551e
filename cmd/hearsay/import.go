package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/feed"
	"hearsay/internal/intake"
	"hearsay/reader"
)

const importHelp = `Import takes in what 'hearsay export' or another program wrote:

  JSON Lines   lines of 'hearsay export jsonl --full' and of 'hearsay read --json',
               or of the reports themselves, as 'hearsay read --jsonl' takes them.
               Reports are read anew and kept, as with add
  OPML         a list of feeds, which are followed from then on

Lines of an extract are refused: too many of their words are missing to read them.

Exit status: 0 all is taken in, 1 some was not, 2 the command line is wrong,
130 interrupted; what was told to be kept is.`

const importExamples = `  hearsay import everything.jsonl
  hearsay import feeds.opml`

func importCommand() *cobra.Command {
	o := addOptions{}
	cmd := &cobra.Command{
		Use:     "import FILE|- …",
		Short:   "Take in what was exported, or a list of feeds",
		Long:    importHelp,
		Example: importExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runImport(cmd, args, o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON for each report")
	f.BoolVar(&o.quiet, "quiet", false, "tell the sum alone")
	f.IntVar(&o.jobs, "jobs", 2, "how many `reports` to read at once")
	cmd.MarkFlagsMutuallyExclusive("json", "quiet")
	return cmd
}

func runImport(cmd *cobra.Command, args []string, o addOptions) error {
	if o.jobs < 1 {
		return usage("--jobs %d: at least one report must be read at once", o.jobs)
	}
	lists, lines, err := cutLists(args)
	if err != nil {
		return err
	}
	a, err := o.archive.make(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	for _, list := range lists {
		if err := importFeeds(cmd, a, list); err != nil {
			return err
		}
	}
	if len(lines) == 0 {
		return nil
	}
	r, err := reader.New()
	if err != nil {
		return err
	}
	l := newLoad(cmd, a, r, o)
	opt := intake.Options{Stdin: cmd.InOrStdin(), Warn: l.warn, Version: r.Version().Version}
	return l.run(cmd.Context(), importedLines(cmd.Context(), lines, opt))
}

// importedLines are the reports on lines of files.
func importedLines(ctx context.Context, files []string, opt intake.Options) iter.Seq[arrival] {
	return func(yield func(arrival) bool) {
		for line, err := range intake.Lines(ctx, files, opt) {
			next := arrival{err: err}
			if err == nil {
				next.report, next.err = importLine(line, opt.Warn)
			}
			if !yield(next) {
				return
			}
		}
	}
}

// cutLists takes the lists of feeds off the arguments.
func cutLists(args []string) (lists [][]byte, rest []string, err error) {
	for _, arg := range args {
		f, err := os.Open(arg)
		if err != nil { // intake says it better
			rest = append(rest, arg)
			continue
		}
		head := make([]byte, 4096)
		n, _ := io.ReadFull(f, head)
		f.Close()
		if !feed.IsOPML(head[:n]) {
			rest = append(rest, arg)
			continue
		}
		data, err := os.ReadFile(arg)
		if err != nil {
			return nil, nil, err
		}
		lists = append(lists, data)
	}
	return lists, rest, nil
}

func importFeeds(cmd *cobra.Command, a *archive.Archive, list []byte) error {
	all, fresh, err := takeFeeds(cmd.Context(), a, list)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%d feeds, %d of them new\n", all, fresh)
	return err
}

// takeFeeds has the feeds of a list followed, and returns how many there are and how
// many are new.
func takeFeeds(ctx context.Context, a *archive.Archive, list []byte) (all, fresh int, err error) {
	outlines, err := feed.ReadOPML(list)
	if err != nil {
		return 0, 0, err
	}
	for _, o := range outlines {
		_, err := a.Feed(ctx, o.URL)
		if err == nil {
			continue
		}
		if !errors.Is(err, archive.ErrNotFound) {
			return 0, 0, err
		}
		if _, err := a.PutFeed(ctx, archive.Feed{URL: o.URL, Title: o.Title}); err != nil {
			return 0, 0, err
		}
		fresh++
	}
	return len(outlines), fresh, nil
}

// exported is a line that holds a record.
type exported struct {
	Schema  int              `json:"schema"`
	Report  *contract.Report `json:"report"`
	Extract bool             `json:"extract"`
}

// importLine returns the report on a line, be it of a record or of a report.
func importLine(line intake.Line, warn func(error)) (hearsay.Report, error) {
	var e exported
	if line.Err == nil && json.Unmarshal(line.Data, &e) == nil && e.Report != nil && e.Schema > 0 {
		if e.Schema > contract.Schema {
			return hearsay.Report{Path: line.Path}, line.Named(fmt.Errorf("is of schema %d, and this program knows %d: use a newer one", e.Schema, contract.Schema))
		}
		if e.Extract {
			return hearsay.Report{Path: line.Path}, line.Named(errors.New("is an extract: export it with --full"))
		}
		return reportOf(*e.Report, line.Path), nil
	}
	parsed, err := line.Parse()
	if err != nil {
		return parsed.Report, line.Named(err)
	}
	for _, w := range parsed.Warnings {
		warn(w)
	}
	return parsed.Report, nil
}

// reportOf returns the report that a record's line holds.
func reportOf(r contract.Report, path string) hearsay.Report {
	out := hearsay.Report{
		Path: path, URL: value(r.URL), Outlet: value(r.Outlet), Headline: value(r.Headline), Byline: r.Byline, Language: value(r.Language), Text: r.Text,
		Published: value(r.Published), Updated: value(r.Updated),
	}
	if len(out.Byline) == 0 {
		out.Byline = nil
	}
	if out.URL == "" && r.Path != nil {
		out.Path = *r.Path
	}
	at := bytesOf(r.Text)
	for _, b := range r.Blocks {
		if b.Span.Start < 0 || b.Span.End >= len(at) || b.Span.Start >= b.Span.End {
			return out // the reader finds them anew
		}
	}
	for _, b := range r.Blocks {
		out.Blocks = append(out.Blocks, hearsay.Block{Span: hearsay.Span{Start: at[b.Span.Start], End: at[b.Span.End]}, Kind: b.Kind})
	}
	return out
}

// bytesOf returns at which byte each code point begins, and the end.
func bytesOf(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func value[T any](v *T) (zero T) {
	if v == nil {
		return zero
	}
	return *v
}
