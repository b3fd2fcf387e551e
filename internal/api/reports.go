package api

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
)

// Incoming is a report to be read: a text, a page or an address.
type Incoming struct {
	Text      string   `json:"text,omitempty" doc:"The text of the report; there is no header in it."`
	HTML      string   `json:"html,omitempty" doc:"The report as a page."`
	Address   string   `json:"address,omitempty" format:"uri" doc:"Where the report is to be fetched from."`
	URL       string   `json:"url,omitempty" doc:"Where the report was published."`
	Outlet    string   `json:"outlet,omitempty"`
	Headline  string   `json:"headline,omitempty"`
	Byline    []string `json:"byline,omitempty"`
	Published string   `json:"published,omitempty" doc:"A day or a moment: 2031-04-02, 2031-04-02T09:30:00Z."`
	Updated   string   `json:"updated,omitempty" doc:"A day or a moment."`
	Language  string   `json:"language,omitempty" doc:"A BCP 47 tag."`
}

// Kept is one revision of a report as it is kept.
type Kept struct {
	Report    int64      `json:"report" doc:"The report's number."`
	Revision  int64      `json:"revision" doc:"The revision's number, counted over all reports by arrival."`
	Number    int        `json:"number" doc:"The revision's number within its report, from 1."`
	Hash      string     `json:"hash" doc:"What corrections are anchored to."`
	URL       string     `json:"url"`
	Outlet    string     `json:"outlet"`
	Headline  string     `json:"headline"`
	Published *time.Time `json:"published" nullable:"true"`
	Updated   *time.Time `json:"updated" nullable:"true"`
	Added     time.Time  `json:"added"`
	Current   bool       `json:"current" doc:"It is the revision that stands now."`
	Story     int64      `json:"story" doc:"The story's number; 0: none."`
	Withdrawn bool       `json:"withdrawn"`
}

// Revisions is a page of revisions by arrival.
type Revisions struct {
	Items []Kept `json:"items"`
	Next  string `json:"next" doc:"Give it as changed_since to have what comes after these."`
	More  bool   `json:"more" doc:"There are more already."`
}

// Added says what became of a report that was sent.
type Added struct {
	Report   int64  `json:"report"`
	Revision int64  `json:"revision"`
	Story    int64  `json:"story"`
	Hash     string `json:"hash"`
	Outcome  string `json:"outcome" enum:"new,revision,known,restored,withdrawn"`
}

func (s *server) readings(api huma.API) {
	huma.Register(api, operation("read", http.MethodPost, "/read", "reading", "Read a report and keep nothing"), s.read)
}

func (s *server) reports(api huma.API) {
	huma.Register(api, operation("list-revisions", http.MethodGet, "/reports", "reports", "Revisions by arrival, from a cursor on"), s.listRevisions)
	add := operation("add-report", http.MethodPost, "/reports", "reports", "Read a report and keep it")
	add.DefaultStatus = http.StatusCreated
	huma.Register(api, add, s.addReport)
	huma.Register(api, operation("get-report", http.MethodGet, "/reports/{report}", "reports", "All revisions of a report"), s.getReport)
	huma.Register(api, operation("get-record", http.MethodGet, "/revisions/{revision}/record", "reports", "What was read from a revision, with corrections"), s.getRecord)
}

func (s *server) read(ctx context.Context, in *struct{ Body Incoming }) (*body[Record], error) {
	record, err := s.reading(ctx, in.Body)
	if err != nil {
		return nil, err
	}
	return answer(Record{contract.Of(record)}), nil
}

// reading reads what was sent.
func (s *server) reading(ctx context.Context, in Incoming) (hearsay.Record, error) {
	report, err := s.report(ctx, in)
	if err != nil {
		return hearsay.Record{}, refused(err)
	}
	record, err := s.Read(ctx, report)
	return record, s.told(err)
}

// report makes a report of what was sent.
func (s *server) report(ctx context.Context, in Incoming) (report hearsay.Report, err error) {
	given := 0
	for _, source := range []string{in.Text, in.HTML, in.Address} {
		if source != "" {
			given++
		}
	}
	switch {
	case given != 1:
		return report, errors.New("give one of text, html and address")
	case in.HTML != "":
		report, err = s.Page([]byte(in.HTML))
	case in.Address != "" && s.Fetch == nil:
		return report, errors.New("no addresses are fetched here: send the text")
	case in.Address != "":
		report, err = s.Fetch(ctx, in.Address)
	default:
		report.Text = in.Text
	}
	if report.Text == "" && err != nil {
		return report, err
	}
	return report, in.fill(&report)
}

// fill puts what is known from elsewhere into a report.
func (in Incoming) fill(r *hearsay.Report) error {
	for _, f := range []struct {
		from string
		into *string
	}{{in.URL, &r.URL}, {in.Outlet, &r.Outlet}, {in.Headline, &r.Headline}, {in.Language, &r.Language}} {
		if f.from != "" {
			*f.into = f.from
		}
	}
	if in.Byline != nil {
		r.Byline = in.Byline
	}
	for _, f := range []struct {
		from string
		into *time.Time
	}{{in.Published, &r.Published}, {in.Updated, &r.Updated}} {
		if f.from == "" {
			continue
		}
		t, err := parseDate(f.from)
		if err != nil {
			return err
		}
		*f.into = t
	}
	return nil
}

func parseDate(s string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return t, errors.New(strconv.Quote(s) + " is no date: write 2031-04-02 or 2031-04-02T09:30:00Z")
	}
	return t, nil
}

func (s *server) listRevisions(ctx context.Context, in *struct {
	ChangedSince string `query:"changed_since" doc:"The next of an earlier answer; left out: from the beginning."`
	Limit        int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}) (*body[Revisions], error) {
	past, err := cursor(in.ChangedSince)
	if err != nil {
		return nil, refused(err)
	}
	found, err := s.Archive.RevisionsSince(ctx, archive.RevisionID(past), in.Limit+1)
	if err != nil {
		return nil, s.told(err)
	}
	out := Revisions{Items: []Kept{}, More: len(found) > in.Limit, Next: in.ChangedSince}
	for _, v := range found[:min(len(found), in.Limit)] {
		report, err := s.Archive.Report(ctx, v.Report)
		if err != nil {
			return nil, s.told(err)
		}
		out.Items = append(out.Items, keptOf(report, v))
		out.Next = strconv.FormatInt(int64(v.ID), 10)
	}
	return answer(out), nil
}

// cursor reads a cursor; "" is the beginning.
func cursor(s string) (int64, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return 0, errors.New(strconv.Quote(s) + " is no cursor: give the next of an earlier answer")
	}
	return n, nil
}

func keptOf(r archive.Report, v archive.Revision) Kept {
	return Kept{Report: int64(r.ID), Revision: int64(v.ID), Number: v.Number, Hash: string(v.Hash), URL: r.URL, Outlet: r.Outlet, Headline: v.Headline,
		Published: moment(v.Published), Updated: moment(v.Updated), Added: v.Added, Current: v.ID == r.Current, Story: int64(r.Story), Withdrawn: !r.Withdrawn.IsZero()}
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func (s *server) addReport(ctx context.Context, in *struct{ Body Incoming }) (*body[Added], error) {
	record, err := s.reading(ctx, in.Body)
	if err != nil {
		return nil, err
	}
	a, err := s.Archive.Add(ctx, archive.Incoming{Record: record, Urgency: archive.Interactive})
	if err != nil {
		return nil, s.told(err)
	}
	s.Shelf.Changed(a.Story)
	return answer(Added{int64(a.Report), int64(a.Revision), int64(a.Story), string(a.Hash), string(a.Outcome)}), nil
}

// byReport names a report.
type byReport struct {
	Report int64 `path:"report" minimum:"1"`
}

func (s *server) getReport(ctx context.Context, in *byReport) (*body[Revisions], error) {
	report, err := s.Archive.Report(ctx, archive.ReportID(in.Report))
	if err != nil {
		return nil, s.told(err)
	}
	all, err := s.Archive.Revisions(ctx, report.ID)
	if err != nil {
		return nil, s.told(err)
	}
	out := Revisions{Items: []Kept{}}
	for _, v := range all {
		out.Items = append(out.Items, keptOf(report, v))
		out.Next = strconv.FormatInt(int64(v.ID), 10)
	}
	return answer(out), nil
}

func (s *server) getRecord(ctx context.Context, in *struct {
	Revision int64 `path:"revision" minimum:"1"`
	Machine  bool  `query:"machine" doc:"Without people's corrections."`
}) (*body[Record], error) {
	id := archive.RevisionID(in.Revision)
	if in.Machine {
		record, err := s.Archive.Record(ctx, id)
		return answer(Record{contract.Of(record)}), s.told(err)
	}
	shown, err := s.Archive.View(ctx, id)
	return answer(Record{LineOf(shown)}), s.told(err)
}

// LineOf returns a record as it is shown, with what persons checked and added marked so.
func LineOf(shown archive.View) contract.Line {
	line := contract.Of(shown.Record)
	for i := range line.Attributions {
		switch {
		case shown.Added[i]:
			line.Attributions[i].Checked = "added"
		case shown.Checked[i]:
			line.Attributions[i].Checked = "checked"
		}
	}
	return line
}
