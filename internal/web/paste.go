package web

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// pastePage is the box, what was in it, and what was read.
type pastePage struct {
	Text      string // what is in the box, "" : the reading is of an address, or there is none
	Published string // as typed
	Outlet    string
	Remark    string // what was not understood
	Keeps     bool   // there is an archive to keep it in
	Reading   *reading
	First     *saidFirst // nil: nobody is known to have said it
	Asked     bool       // a sentence was pasted, and the running stories were asked who said it first
}

// saidFirst is who was the first to say what somebody asks about.
type saidFirst struct {
	Claim view.ClaimLine
	Said  view.Said
	Href  string // of the claim
	At    string // of the report that has it first
	Story archive.Story
}

// reading is a report as it was just read, and nowhere kept.
type reading struct {
	view.Sheet
	record hearsay.Record
	Doubt  view.Gloss // the label below the threshold
	Brief  bool       // a sentence or two: who said it is asked, not what stands in it
	Base   string     // path that corrections stand under, "" : it is not kept

	Explains  bool            // it can be asked why a kept one was read so
	explained *view.Explained // of what is not kept: why it was read so; nil: not known

	Checked map[int]bool      // attributions that a person has judged
	Claims  map[int]claimLink // by the number of the attribution
}

// IsChecked reports whether a person has judged an attribution, by its number.
func (r *reading) IsChecked(number int) bool { return r.Checked[number-1] }

// WhyOf tells why an attribution of what is not kept was read so, by its number; nil
// where that is not known, or asked for elsewhere.
func (r *reading) WhyOf(number int) *view.Why {
	if r.explained == nil {
		return nil
	}
	why := view.WhyOf(*r.explained, number-1)
	return &why
}

func (d *Desk) pasteForm(w http.ResponseWriter, r *http.Request) error {
	return d.show(w, r, "paste", "Paste", pastePage{Keeps: d.opt.Archive != nil})
}

// paste reads what was pasted at once and keeps nothing.
func (d *Desk) paste(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxPaste); err != nil {
		return err
	}
	page := pastePage{Text: r.PostFormValue("text"), Published: strings.TrimSpace(r.PostFormValue("published")), Outlet: strings.TrimSpace(r.PostFormValue("outlet")), Keeps: d.opt.Archive != nil}
	report, err := d.pasted(r.Context(), page)
	if report.Text == "" {
		page.Remark = remark(err)
		return d.showAs(w, r, http.StatusUnprocessableEntity, "paste", "Paste", page)
	}
	if err != nil {
		page.Remark = remark(err)
	}
	if page.Reading, err = d.readHere(r.Context(), report); err != nil {
		return err
	}
	record := page.Reading.record
	if page.Reading.Brief && d.opt.Archive != nil && d.opt.Nearest != nil {
		page.Asked = true
		if page.First, err = d.whoSaidFirst(r.Context(), record); err != nil {
			return err
		}
	}
	return d.show(w, r, "paste", cmp.Or(page.Reading.Headline, "Read"), page)
}

// readHere reads a report that is not kept, and says why it was read so where that
// is asked of the desk.
func (d *Desk) readHere(ctx context.Context, report hearsay.Report) (*reading, error) {
	if d.opt.Explain == nil {
		record, err := d.opt.Read(ctx, report)
		return readingOf(record), err
	}
	e, err := d.opt.Explain(ctx, report)
	read := readingOf(e.Record)
	read.explained = &e
	return read, err
}

func readingOf(record hearsay.Record) *reading {
	return &reading{Sheet: view.SheetOf(record), record: record, Brief: len(record.Report.Text) < briefText}
}

// storiesAsked is in how many stories, the newest, it is looked for who said
// something first.
const storiesAsked = 12

// whoSaidFirst looks in the newest stories for a claim that says what a record does.
func (d *Desk) whoSaidFirst(ctx context.Context, record hearsay.Record) (*saidFirst, error) {
	stories, err := d.opt.Archive.Stories(ctx, archive.StoryList{Limit: storiesAsked})
	if err != nil {
		return nil, err
	}
	for _, s := range stories {
		dos, err := d.shelf.Story(ctx, s.ID)
		if errors.Is(err, dossier.ErrNotYet) {
			continue
		}
		if err != nil {
			return nil, err
		}
		id, ok := d.opt.Nearest(dos.Trace, record)
		if !ok {
			continue
		}
		claim, ok := view.ClaimSheetOf(&dos.Trace, id)
		if !ok || len(claim.Places) == 0 {
			continue
		}
		first := claim.Places[0]
		return &saidFirst{claim.ClaimLine, first, storyPath(s.ID) + "/claim/" + one(id), dos.Kept[first.Report].Address(), s}, nil
	}
	return nil, nil
}

// briefText is how many bytes a sentence or two have.
const briefText = 400

// pasted returns the report that was pasted, or that stands at the address that was.
func (d *Desk) pasted(ctx context.Context, page pastePage) (hearsay.Report, error) {
	report, err := d.bare(ctx, page.Text)
	report.Outlet = cmp.Or(page.Outlet, report.Outlet)
	published, wrong := parseDate(page.Published)
	if !published.IsZero() {
		report.Published = published
	}
	return report, cmp.Or(err, wrong)
}

func (d *Desk) bare(ctx context.Context, text string) (hearsay.Report, error) {
	switch address, isAddress := addressIn(text); {
	case isAddress && d.opt.Fetch == nil:
		return hearsay.Report{}, badRequest("This desk fetches no addresses. Paste the text.")
	case isAddress:
		return d.opt.Fetch(ctx, address)
	}
	// A form sends every line break as CR LF, whatever was typed.
	return d.opt.Parse(strings.ReplaceAll(text, "\r\n", "\n"))
}

// addressIn returns the address that is all there is in a text.
func addressIn(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, " \t\r\n") {
		return "", false
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	return text, true
}

// parseDate reads a day or a moment; "" is the zero time.
func parseDate(s string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	if s == "" {
		return time.Time{}, nil
	}
	return time.Time{}, badRequest("“" + view.Clip(s, 40) + "” is no date. Write it as 2031-04-02.")
}

// remark tells an error on the page. Its words may be a stranger's.
func remark(err error) string {
	if err == nil {
		return ""
	}
	return view.Clip(err.Error(), 400)
}

// words is the page of terms.
func (d *Desk) words(w http.ResponseWriter, r *http.Request) error {
	return d.show(w, r, "words", "Words", view.Glosses())
}
