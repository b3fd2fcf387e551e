package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/revision"
	"hearsay/internal/view"
)

// reportPage is a report as it stands or stood.
type reportPage struct {
	*reading
	Report    archive.Report
	Revision  archive.Revision
	Versions  []archive.Revision
	Story     archive.Story
	Withdrawn bool
	Loose     []archive.Correction
}

// IsLatest reports whether the revision is the one that stands now.
func (p reportPage) IsLatest() bool { return p.Revision.ID == p.Report.Current }

// number reads a number from an address. One that is none is nowhere.
func number(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 {
		return 0, errNotFound
	}
	return n, nil
}

// missing turns what is not in the archive into a page that says so.
func missing(err error) error {
	if errors.Is(err, archive.ErrNotFound) {
		return errNotFound
	}
	return err
}

// reportIn returns the report that an address names, with all its revisions.
func (d *Desk) reportIn(r *http.Request) (archive.Report, []archive.Revision, error) {
	id, err := number(r.PathValue("report"))
	if err != nil {
		return archive.Report{}, nil, err
	}
	report, err := d.opt.Archive.Report(r.Context(), archive.ReportID(id))
	if err != nil {
		return report, nil, missing(err)
	}
	all, err := d.opt.Archive.Revisions(r.Context(), report.ID)
	return report, all, err
}

// pick returns the revision with a number, "" for the one that stands now.
func pick(report archive.Report, all []archive.Revision, version string) (archive.Revision, error) {
	for _, v := range all {
		if strconv.Itoa(v.Number) == version || version == "" && v.ID == report.Current {
			return v, nil
		}
	}
	return archive.Revision{}, errNotFound
}

func (d *Desk) report(w http.ResponseWriter, r *http.Request) error {
	report, all, err := d.reportIn(r)
	if err != nil {
		return err
	}
	page := reportPage{Report: report, Versions: all, Withdrawn: !report.Withdrawn.IsZero()}
	if page.Withdrawn {
		return d.showAs(w, r, http.StatusGone, "withdrawn", "Withdrawn", page)
	}
	if page.Revision, err = pick(report, all, r.FormValue("version")); err != nil {
		return err
	}
	shown, err := d.opt.Archive.View(r.Context(), page.Revision.ID)
	if err != nil {
		return missing(err)
	}
	page.reading = readingOf(shown.Record)
	page.Base = fmt.Sprintf("/report/%d/%d", report.ID, page.Revision.Number)
	page.Explains = d.opt.Explain != nil && page.Revision.Retention == archive.KeepFull
	page.Checked, page.Loose = shown.Checked, shown.Loose
	if report.Story != 0 {
		d.inStory(r, &page)
	}
	return d.show(w, r, "report", cmp.Or(page.Headline, "Report"), page)
}

// inStory tells of which story a report is, and which of its statements others make
// too. A story that cannot be had costs the page nothing else.
func (d *Desk) inStory(r *http.Request, page *reportPage) {
	dos, err := d.shelf.Story(r.Context(), page.Report.Story)
	if err != nil {
		d.opt.Log.Warn("a story could not be had", "story", page.Report.Story, "error", err)
		return
	}
	page.Story = dos.Story
	at, ok := dos.Position(page.Revision.ID)
	if !ok {
		return
	}
	page.Claims = map[int]claimLink{}
	for i := range dos.Trace.Records[at].Attributions {
		id, ok := dos.ClaimAt(hearsay.Place{Report: at, Part: hearsay.PartAttribution, Index: i})
		if !ok {
			continue
		}
		reports := map[int]bool{}
		for _, p := range dos.Trace.Claims[id].Places {
			reports[p.Report] = true
		}
		if len(reports) > 1 {
			page.Claims[i+1] = claimLink{storyPath(dos.Story.ID) + "/claim/" + strconv.Itoa(id+1), len(reports)}
		}
	}
}

// claimLink leads from a statement to the claim it makes.
type claimLink struct {
	Href    string
	Reports int // that make it
}

// text answers with a revision's text as it is kept, and nothing else.
func (d *Desk) text(w http.ResponseWriter, r *http.Request) error {
	report, all, err := d.reportIn(r)
	if err != nil {
		return err
	}
	v, err := pick(report, all, r.FormValue("version"))
	if err != nil {
		return err
	}
	kept, err := d.opt.Archive.Original(r.Context(), v.ID)
	if err != nil {
		return missing(err)
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err = w.Write([]byte(kept.Text))
	return err
}

// versionsPage compares two revisions of a report.
type versionsPage struct {
	Report   archive.Report
	Headline string
	Versions []archive.Revision // the newest first
	From, To archive.Revision
	Changes  int
	Silent   int
	Diff     view.DiffPage
	Notes    []string
}

func (d *Desk) versions(w http.ResponseWriter, r *http.Request) error {
	report, all, err := d.reportIn(r)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return errNotFound
	}
	page := versionsPage{Report: report}
	for i := range all {
		page.Versions = append(page.Versions, all[len(all)-1-i])
	}
	if page.To, err = pick(report, all, r.FormValue("to")); err != nil {
		return err
	}
	from := r.FormValue("from")
	if from == "" {
		from = strconv.Itoa(max(1, page.To.Number-1))
	}
	if page.From, err = pick(report, all, from); err != nil {
		return err
	}
	if err := d.compare(r, &page); err != nil {
		return err
	}
	return d.show(w, r, "versions", "Versions", page)
}

func (d *Desk) compare(r *http.Request, page *versionsPage) error {
	before, err := d.opt.Archive.Record(r.Context(), page.From.ID)
	if err != nil {
		return missing(err)
	}
	after, err := d.opt.Archive.Record(r.Context(), page.To.ID)
	if err != nil {
		return missing(err)
	}
	page.Headline = view.HeadlineOf(after)
	u := revision.Compare(before, after)
	page.Changes = len(u.Changes)
	page.Diff = view.DiffOf(before, after, u, revision.Rows(before, after))
	for _, n := range u.Note {
		page.Notes = append(page.Notes, view.Line(n.In(after.Report.Text)))
	}
	for _, c := range u.Changes {
		if c.Kind == hearsay.ChangeSilent {
			page.Silent++
		}
	}
	return nil
}

// bare takes off the marks that tell without colour what went and what came.
func bare(r view.Run) string {
	switch r.Role {
	case view.Lost:
		return strings.TrimSuffix(strings.TrimPrefix(r.Text, "[-"), "-]")
	case view.Fresh:
		return strings.TrimSuffix(strings.TrimPrefix(r.Text, "{+"), "+}")
	}
	return r.Text
}
