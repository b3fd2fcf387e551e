package main

import (
	"encoding/json"
	"errors"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/revision"
	"hearsay/internal/view"
	"hearsay/reader"
)

const diffHelp = `Diff shows what a later version of a report changed: paragraphs added, removed,
moved and changed, and in them [-the words that are gone-] {+and those that came+}.

Every change says what it is of (a figure, a source, a quotation, a stance, the
headline, the byline, a note, or text), and whether the version's own note admits it.
A change of a figure, a source or a quotation that no note admits is silent, and is
marked with "!".

  added, removed, moved, changed   as they say
  corrected                        the note says that what stood before was wrong
  silent                           see above

¶ counts the printed blocks from 1, notes and subheads included. Notes that count
otherwise are understood: paragraphs of prose alone are counted too.

Two reports are compared as they are given, the earlier first. Of more, or of a
folder, each version is compared with the one before it: those of one address, in
the order in which they stood. report:12 stands for all versions that the archive
has of a report, story:3 for those of the reports of a story. Nothing here says why
something was changed.

Exit status: 0 all were read, 1 some input failed, 2 the command line is wrong,
130 interrupted.`

const diffExamples = `  hearsay diff noon.txt evening.txt
  hearsay diff reports/
  hearsay diff report:12
  hearsay diff --json noon.txt evening.txt`

// diffOptions are the flags of hearsay diff.
type diffOptions struct {
	archive archiveOptions
	json    bool
	color   string
}

func diffCommand() *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:     "diff EARLIER LATER | FILE|FOLDER|ADDRESS|report:N|story:N …",
		Short:   "Show what a later version of a report changed, silently or not",
		Long:    diffHelp,
		Example: diffExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runDiff(cmd, args, o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, `one line of JSON for each update: an entry of "updates" in hearsay trace --json`)
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	cmd.MarkFlagsMutuallyExclusive("json", "color")
	return cmd
}

func runDiff(cmd *cobra.Command, args []string, o diffOptions) error {
	if o.color != "auto" && o.color != "always" && o.color != "never" {
		return usage("--color %q: it is auto, always or never", o.color)
	}
	r, err := reader.New()
	if err != nil {
		return err
	}
	all, failed := o.collect(cmd, args, r)
	if failed != nil && !errors.Is(failed, errSomeFailed) {
		return failed
	}
	updates, err := updatesOf(all)
	if err != nil {
		return errors.Join(failed, err)
	}
	if err := o.print(cmd, all, updates); err != nil {
		return err
	}
	return failed
}

// collect returns the records that the arguments name: those of the archive, then
// those that are read now.
func (o diffOptions) collect(cmd *cobra.Command, args []string, r *reader.Reader) (all collected, failed error) {
	reports, args := cutReports(args)
	stories, args := cutStories(args)
	if err := o.versions(cmd, reports, &all); err != nil {
		return nil, err
	}
	if err := collectStories(cmd, stories, &all); err != nil || len(args) == 0 {
		return all, err
	}
	out := output{encoder: &all, name: "standard output", silentOnSkips: true}
	failed = showReports(cmd, args, readOptions{jobs: runtime.GOMAXPROCS(0)}, out, r, time.Time{})
	return all, failed
}

// cutReports takes the reports of the archive off the arguments: report:12.
func cutReports(args []string) (reports []archive.ReportID, rest []string) {
	for _, arg := range args {
		number, named := strings.CutPrefix(arg, "report:")
		id, err := strconv.ParseInt(number, 10, 64)
		if named && err == nil && id > 0 {
			reports = append(reports, archive.ReportID(id))
			continue
		}
		rest = append(rest, arg)
	}
	return reports, rest
}

// versions takes all versions of reports out of the archive, as they are shown:
// with corrections.
func (o diffOptions) versions(cmd *cobra.Command, reports []archive.ReportID, into *collected) error {
	if len(reports) == 0 {
		return nil
	}
	a, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	for _, id := range reports {
		if _, err := a.Report(cmd.Context(), id); err != nil {
			return err
		}
		revisions, err := a.Revisions(cmd.Context(), id)
		if err != nil {
			return err
		}
		for _, v := range revisions {
			view, err := a.View(cmd.Context(), v.ID)
			if err != nil {
				return err
			}
			view.Record.Report.Path = revisionName(v)
			*into = append(*into, view.Record)
		}
	}
	return nil
}

// updatesOf compares two records as they are, and of more those of one address.
func updatesOf(records []hearsay.Record) ([]hearsay.Update, error) {
	switch len(records) {
	case 0, 1:
		return nil, errors.New("there are no two versions to compare: name an earlier and a later one, or a report of the archive that has several")
	case 2:
		u := revision.Compare(records[0], records[1])
		u.Revises, u.Report = 0, 1
		return []hearsay.Update{u}, nil
	}
	updates := revision.Updates(records)
	if len(updates) == 0 {
		return nil, errors.New("no two of these reports are versions of one (of one address), or none changed anything: name two to compare them as they are")
	}
	return updates, nil
}

func (o diffOptions) print(cmd *cobra.Command, records []hearsay.Record, updates []hearsay.Update) error {
	w := cmd.OutOrStdout()
	if o.json {
		_, trace := contract.OfTrace(hearsay.Trace{Records: records, Updates: updates})
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		for _, u := range trace.Updates {
			if err := encoder.Encode(u); err != nil {
				return err
			}
		}
		return nil
	}
	p := view.NewPlain(w, columns(w))
	if o.color == "always" || o.color == "auto" && wantsColour(w) {
		p = view.NewColour(w, columns(w))
	}
	for _, u := range updates {
		before, after := records[u.Revises], records[u.Report]
		if err := p.WriteDiff(view.DiffOf(before, after, u, revision.Rows(before, after))); err != nil {
			return err
		}
	}
	return nil
}
