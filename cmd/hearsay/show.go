package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/api"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

const showHelp = `Show shows a report of the archive as read does, with what people corrected. A
report is named by its number or its address.

  --version 2    that version, not the one that stands now
  --versions     the versions there are, with since when each stood, its hash, and
                 the readers whose records of it are kept
  --text         the text alone
  --source       the bytes it came in as
  --json         the line of read --json

Exit status: 0 it was shown, 1 it is not in the archive, 2 the command line is wrong.`

const showExamples = `  hearsay show 12
  hearsay show https://example.org/a --versions
  hearsay show 12 --source > page.html`

// showOptions are the flags of hearsay show.
type showOptions struct {
	archive                      archiveOptions
	json, versions, text, source bool
	version                      int
	color                        string
}

func showCommand() *cobra.Command {
	var o showOptions
	cmd := &cobra.Command{
		Use:     "show REPORT|ADDRESS",
		Short:   "Show a report of the archive and its versions",
		Long:    showHelp,
		Example: showExamples,
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runShow(cmd, args[0], o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON (see 'hearsay schema')")
	f.BoolVar(&o.versions, "versions", false, "list the versions")
	f.BoolVar(&o.text, "text", false, "the text alone")
	f.BoolVar(&o.source, "source", false, "the bytes it came in as")
	f.IntVar(&o.version, "version", 0, "the `number` of a version (default: the one that stands now)")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	cmd.MarkFlagsMutuallyExclusive("json", "versions", "text", "source")
	return cmd
}

func runShow(cmd *cobra.Command, arg string, o showOptions) error {
	a, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	report, err := reportNamed(cmd, a, arg)
	if err != nil {
		return err
	}
	if !report.Withdrawn.IsZero() {
		return fmt.Errorf("%s: was withdrawn on %s: %s", arg, report.Withdrawn.Format(time.DateOnly), report.Reason)
	}
	revisions, err := a.Revisions(cmd.Context(), report.ID)
	if err != nil {
		return err
	}
	if o.versions {
		return listVersions(cmd, a, report, revisions)
	}
	revision, err := o.pick(report, revisions)
	if err != nil {
		return err
	}
	return o.show(cmd, a, revision)
}

// reportNamed returns the report with a number or at an address.
func reportNamed(cmd *cobra.Command, a *archive.Archive, arg string) (archive.Report, error) {
	if id, err := strconv.ParseInt(strings.TrimPrefix(arg, "report:"), 10, 64); err == nil {
		return a.Report(cmd.Context(), archive.ReportID(id))
	}
	return a.ReportAt(cmd.Context(), arg)
}

func (o showOptions) pick(report archive.Report, revisions []archive.Revision) (archive.Revision, error) {
	for _, v := range revisions {
		if v.Number == o.version || o.version == 0 && v.ID == report.Current {
			return v, nil
		}
	}
	return archive.Revision{}, fmt.Errorf("report %d has no version %d: it has %d", report.ID, o.version, len(revisions))
}

func (o showOptions) show(cmd *cobra.Command, a *archive.Archive, v archive.Revision) error {
	ctx, w := cmd.Context(), cmd.OutOrStdout()
	if o.source {
		if v.Source == "" {
			return fmt.Errorf("report %d: its source was not kept", v.Report)
		}
		data, err := a.Content(ctx, v.Source)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}
	seen, err := a.View(ctx, v.ID)
	if err != nil {
		return err
	}
	record := seen.Record
	switch {
	case o.text:
		_, err = fmt.Fprintln(w, record.Report.Text)
		return err
	case o.json:
		encode(w, api.LineOf(seen))
		return nil
	}
	record.Report.Path = revisionName(v)
	if err := o.printer(cmd).Write(record); err != nil {
		return err
	}
	return tellChecked(w, v, seen)
}

// tellChecked tells how much of what is shown a person has looked at.
func tellChecked(w io.Writer, v archive.Revision, seen archive.View) error {
	checked, added := 0, 0
	for i := range seen.Record.Attributions {
		switch {
		case seen.Added[i]:
			added++
		case seen.Checked[i]:
			checked++
		}
	}
	if checked+added == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "\n%d attributions were checked and %d added by a person: 'hearsay correct %d' says which\n", checked, added, v.Report)
	return err
}

func (o showOptions) printer(cmd *cobra.Command) interface{ Write(hearsay.Record) error } {
	w := cmd.OutOrStdout()
	if o.color == "always" || o.color == "auto" && wantsColour(w) {
		return view.NewColour(w, columns(w))
	}
	return view.NewPlain(w, columns(w))
}

func listVersions(cmd *cobra.Command, a *archive.Archive, report archive.Report, revisions []archive.Revision) error {
	w := cmd.OutOrStdout()
	fmt.Fprintf(w, "report %d  %s  %s\n", report.ID, view.Line(report.Outlet), view.Line(report.URL))
	for _, v := range revisions {
		mark := " "
		if v.ID == report.Current {
			mark = "*"
		}
		fmt.Fprintf(w, "%s %d  %s  %d words  %s  %s\n", mark, v.Number, v.Stood.Format("2006-01-02 15:04"), v.Words, v.Hash[:12], view.Line(v.Headline))
		readings, err := a.Readings(cmd.Context(), v.ID)
		if err != nil {
			return err
		}
		for _, r := range readings {
			shown := ""
			if r.Shown {
				shown = ", shown"
			}
			fmt.Fprintf(w, "      read %s by hearsay %s, weights %s%s\n", r.Added.Format(time.DateOnly), r.Reader.Version, r.Reader.Weights, shown)
		}
	}
	return nil
}
