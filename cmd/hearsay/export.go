package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/export"
	"hearsay/internal/feed"
	"hearsay/internal/review"
)

const exportHelp = `Export writes what the archive holds in a form that other programs read. Of the
texts it quotes no more than the attributed words, unless --full asks for all.

  jsonl        a line of read --json for each report; words that nothing points at
               are blank. With --full 'hearsay import' reads it back
  csv          a row for each attribution
  figures      a row for each figure
  annotations  W3C Web Annotations (JSON-LD), one a line for each attribution; --full
               adds the words around
  quotations   schema.org Quotations (JSON-LD), one a line for each that quotes
  plover       a table with PLOVER's columns: statements that are events, or tell of one
  ucdp         a table with UCDP's columns: counts of people killed
  opml         the feeds that are followed
  reviews      a line of JSON for each text of which people judged readings: what
               they came to, with its words, and who agreed. 'hearsay-train --reviews'
               learns from it, if --full gives the sentences around; of outlets of
               which extracts alone are kept, it gives no more

A query (see 'hearsay search --help') says which statements are wanted; csv,
figures, jsonl and ucdp give the whole of each report that has one. Corrections are
applied. Unnamed voices stay so, and private persons are not named as speakers in
annotations, quotations and plover.

Exit status: 0 all went well, 1 the archive could not be read, 2 the command line is
wrong.`

const exportExamples = `  hearsay export annotations story:3 > story.jsonl
  hearsay export plover 'act:threat after:2031' > threats.csv
  hearsay export jsonl --full > everything.jsonl
  hearsay export reviews --full > reviews.jsonl`

// exportOptions are the flags of hearsay export.
type exportOptions struct {
	archive archiveOptions
	full    bool
	json    bool
}

var exportForms = []string{"jsonl", "csv", "figures", "annotations", "quotations", "plover", "ucdp", "opml", "reviews"}

func exportCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:       "export FORM [QUERY …]",
		Short:     "Write what the archive holds for other programs",
		Long:      exportHelp,
		Example:   exportExamples,
		ValidArgs: exportForms,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.json {
				args = append([]string{"jsonl"}, args...)
			}
			return runExport(cmd, args, o)
		},
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.full, "full", false, "quote whole texts")
	cmd.Flags().BoolVar(&o.json, "json", false, "the form jsonl")
	return cmd
}

func runExport(cmd *cobra.Command, args []string, o exportOptions) error {
	if len(args) == 0 {
		return usage("no form is named: there are %s", strings.Join(exportForms, ", "))
	}
	q, err := queryOf(args[1:])
	if err != nil {
		return err
	}
	a, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	switch {
	case args[0] == "opml":
		return exportFeeds(cmd, a)
	case args[0] == "reviews" && !q.IsZero():
		return usage("reviews are exported as a whole: leave the query out")
	case args[0] == "reviews":
		return review.Export(cmd.Context(), a, cmd.OutOrStdout(), o.texts())
	}
	write, err := o.encoder(args[0], cmd.OutOrStdout())
	if err != nil {
		return err
	}
	return exportKept(cmd, a, q, write)
}

func (o exportOptions) texts() review.Texts {
	if o.full {
		return review.Whole
	}
	return review.Extracts
}

// encoder returns what writes a record in a form.
func (o exportOptions) encoder(form string, w io.Writer) (func(export.Kept) error, error) {
	switch form {
	case "jsonl":
		return o.lines(w), nil
	case "csv":
		e, err := export.NewCSV(w)
		return func(k export.Kept) error { return e.Write(k.Record) }, err
	case "figures":
		e, err := export.NewFiguresCSV(w, false)
		return func(k export.Kept) error { return e.Write(k.Record) }, err
	case "annotations":
		return o.filled(export.NewAnnotations(w).Write), nil
	case "quotations":
		return o.filled(export.NewQuotations(w).Write), nil
	case "plover":
		e, err := export.NewPlover(w)
		return o.filled(e.Write), err
	case "ucdp":
		e, err := export.NewUCDP(w)
		return o.filled(e.Write), err
	}
	return nil, usage("%q is no form; there are %s", form, strings.Join(exportForms, ", "))
}

func (o exportOptions) filled(write func(export.Kept) error) func(export.Kept) error {
	return func(k export.Kept) error {
		k.Full = o.full
		return write(k)
	}
}

// keptLine is a line of read --json that says if its text is an extract.
type keptLine struct {
	contract.Line
	Hash    string `json:"hash"`
	Extract bool   `json:"extract"`
}

func (o exportOptions) lines(w io.Writer) func(export.Kept) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	var run contract.Run
	return func(k export.Kept) error {
		if !o.full {
			k.Record = archive.Extract(k.Record)
		}
		return out.Encode(keptLine{run.Line(k.Record), k.Hash, !o.full})
	}
}

// exportKept writes the records that have a statement the query finds; for an empty
// query all, those without a statement too.
func exportKept(cmd *cobra.Command, a *archive.Archive, q hearsay.Query, write func(export.Kept) error) error {
	if q.IsZero() {
		return eachRevision(cmd, a, func(v archive.Revision) error { return exportRevision(cmd, a, v.ID, nil, write) })
	}
	var order []archive.RevisionID
	found := map[archive.RevisionID]map[int]bool{}
	for page := (archive.Page{Limit: 500}); ; {
		hits, err := a.Search(cmd.Context(), q, page)
		if err != nil {
			return err
		}
		for _, h := range hits.Hits {
			if found[h.Revision] == nil {
				found[h.Revision] = map[int]bool{}
				order = append(order, h.Revision)
			}
			if h.Place.Part == hearsay.PartAttribution {
				found[h.Revision][h.Content[0].Start] = true
			}
			page.Past = h.ID
		}
		if !hits.More {
			break
		}
	}
	for _, id := range order {
		if err := exportRevision(cmd, a, id, found[id], write); err != nil {
			return err
		}
	}
	return nil
}

// exportRevision writes one record. Wanted statements are known by where their
// content begins, which corrections do not number anew; nil wants all.
func exportRevision(cmd *cobra.Command, a *archive.Archive, id archive.RevisionID, wanted map[int]bool, write func(export.Kept) error) error {
	if err := cmd.Context().Err(); err != nil {
		return err
	}
	v, err := a.Revision(cmd.Context(), id)
	if err != nil {
		return err
	}
	seen, err := a.View(cmd.Context(), id)
	if err != nil {
		return err
	}
	k := export.Kept{Record: seen.Record, Hash: string(v.Hash)}
	if k.Record.Report.Path == "" && k.Record.Report.URL == "" {
		k.Record.Report.Path = revisionName(v)
	}
	if wanted != nil {
		k.Wanted = func(i int) bool { return wanted[k.Record.Attributions[i].Content[0].Start] }
	}
	return write(k)
}

// eachRevision calls use for every revision that was not withdrawn.
func eachRevision(cmd *cobra.Command, a *archive.Archive, use func(archive.Revision) error) error {
	for last := archive.ReportID(0); ; {
		reports, err := a.Reports(cmd.Context(), last, 200)
		if err != nil || len(reports) == 0 {
			return err
		}
		for _, r := range reports {
			if last = r.ID; !r.Withdrawn.IsZero() {
				continue
			}
			revisions, err := a.Revisions(cmd.Context(), r.ID)
			if err != nil {
				return err
			}
			for _, v := range revisions {
				if err := use(v); err != nil {
					return err
				}
			}
		}
	}
}

func exportFeeds(cmd *cobra.Command, a *archive.Archive) error {
	feeds, err := a.Feeds(cmd.Context())
	if err != nil {
		return err
	}
	var all []feed.Outline
	for _, f := range feeds {
		all = append(all, feed.Outline{Title: f.Title, URL: f.URL, Group: f.Outlet})
	}
	if err := feed.WriteOPML(cmd.OutOrStdout(), "Followed by Hearsay", time.Now(), all); err != nil {
		return fmt.Errorf("the list of feeds: %w", err)
	}
	return nil
}
