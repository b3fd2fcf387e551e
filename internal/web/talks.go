package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"hearsay"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// # The page of talks
//
// An editor leaves it open all day. It is made anew only when asked for, so that
// nothing moves under the reader's eyes; a line at the top looks every minute
// whether something came in (talksFresh). A cell is a link that opens its
// statements below its row, with a script in place, and without one by loading the
// page with that cell open.

// talksPage is what there is to show of a story's talks.
type talksPage struct {
	ofStory
	Boards []talksBoard
	Since  since
	Fresh  freshTalks
	Editor string
	Locked bool
}

// MadeAt is when the page was made.
func (p *talksPage) MadeAt() time.Time { return time.Unix(p.Fresh.Made, 0).UTC() }

// talksBoard is one negotiation, and which of its cells is open.
type talksBoard struct {
	view.TalksBoard
	page *talksPage
	open string
}

// freshTalks is what came in since the page was made.
type freshTalks struct {
	Path  string
	Made  int64 // unix seconds
	Moves int
}

func (d *Desk) talks(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	page := &talksPage{ofStory: in, Since: d.sinceOf(r), Editor: d.editor(r), Locked: userOf(r) != "", Fresh: freshTalks{Path: in.Path(), Made: d.opt.Now().Unix()}}
	if page.Since.Wrong != "" {
		return badRequest(page.Since.Wrong)
	}
	for _, b := range view.BoardsOf(&in.dossier.Trace, lookAt(in.dossier, page.Since.isNew(in.dossier))) {
		page.Boards = append(page.Boards, talksBoard{b, page, r.FormValue("open")})
	}
	return d.show(w, r, "talks", "Talks · "+in.Story.Title, page)
}

// talksFresh answers with the line that says whether something moved since a page
// was made.
func (d *Desk) talksFresh(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	fresh := freshTalks{Path: in.Path()}
	if fresh.Made, err = number(r.FormValue("made")); err != nil {
		return err
	}
	past := since{Looked: true, At: time.Unix(fresh.Made, 0)}
	for _, b := range view.BoardsOf(&in.dossier.Trace, lookAt(in.dossier, past.isNew(in.dossier))) {
		fresh.Moves += len(b.Moved())
	}
	return d.showPart(w, "talks", "fresh", fresh)
}

// talksCookie remembers when somebody last said that the talks of a story are seen.
const talksCookie = "hearsay-talks"

func (d *Desk) talksSeen(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	id, err := number(r.PathValue("story"))
	if err != nil {
		return err
	}
	upTo, err := strconv.ParseInt(r.PostFormValue("upto"), 10, 64)
	if err != nil {
		return badRequest("It is not said up to when.")
	}
	path := "/story/" + strconv.FormatInt(id, 10) + "/talks"
	http.SetCookie(w, &http.Cookie{Name: talksCookie, Value: strconv.FormatInt(upTo, 10), Path: path, MaxAge: 365 * 24 * 3600,
		HttpOnly: true, Secure: d.guard.Secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

// # Since when
//
// What somebody has not looked at yet is what reached the desk since. A time that
// is chosen is meant otherwise: what came out since, whenever it reached the desk.

// since is the moment from which on moves are marked.
type since struct {
	Looked  bool // it is when somebody last looked, by arrival; else by publication
	IsFirst bool // nobody looked before
	At      time.Time
	Text    string // as it was asked for
	Wrong   string // "" : it can be read
}

// sinceOf reads what a request asks for.
func (d *Desk) sinceOf(r *http.Request) since {
	s := since{Text: r.FormValue("since")}
	if day := r.FormValue("day"); day != "" {
		s.Text = day
	}
	switch s.Text {
	case "", "looked":
		s.Looked = true
		s.At, s.IsFirst = d.lastLook(r)
		if c, err := r.Cookie(talksCookie); err == nil {
			if seconds, err := strconv.ParseInt(c.Value, 10, 64); err == nil {
				s.At, s.IsFirst = time.Unix(seconds, 0), false
			}
		}
		return s
	case "yesterday":
		year, month, day := d.opt.Now().Date()
		s.At = time.Date(year, month, day-1, 0, 0, 0, 0, time.UTC)
		return s
	case "all":
		return s
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", time.RFC3339} {
		if at, err := time.Parse(layout, s.Text); err == nil {
			s.At = at
			return s
		}
	}
	s.Wrong = view.Clip(s.Text, 40) + " is no time: write 2031-04-02 or 2031-04-02T09:30"
	return s
}

// isNew returns which reports of a dossier are new by it.
func (s since) isNew(dos *dossier.Dossier) func(report int) bool {
	return func(report int) bool {
		if s.Looked {
			return dos.Kept[report].Arrived.After(s.At)
		}
		return !dos.Trace.Records[report].Report.Stood().Before(s.At)
	}
}

// Words tells it.
func (s since) Words() string {
	switch {
	case s.Looked && s.IsFirst:
		return "within a day"
	case s.Looked:
		return "since you last looked, " + clock(s.At.UTC())
	case s.Text == "all":
		return "from the beginning"
	}
	return "since " + clock(s.At)
}

// choice is one time that is offered.
type choice struct {
	Value, Label string
	Chosen       bool
}

// Choices are the times that are offered.
func (s since) Choices() []choice {
	all := []choice{{"looked", "since you last looked", s.Looked}, {"yesterday", "since yesterday", s.Text == "yesterday"}, {"all", "from the beginning", s.Text == "all"}}
	if s.Day() != "" {
		all = append(all, choice{s.Text, "since " + clock(s.At), true})
	}
	return all
}

// Day is the day or time that was asked for, "" where it is one of those offered.
func (s since) Day() string {
	if s.Looked || s.Text == "yesterday" || s.Text == "all" {
		return ""
	}
	return s.Text
}

// Value is what to ask for to have the same again.
func (s since) Value() string { return cmp.Or(s.Text, "looked") }

// # Cells
//
// A cell is called after the words that its row and its column begin with, so that
// it is still the same when more rows have come.

// RefOf returns what a cell is called in addresses.
func (b talksBoard) RefOf(row, column int) string {
	ref := b.page.refAt(b.Rows[row].At)
	if at := b.Columns[column].At; at != nil {
		return ref + "." + b.page.refAt(*at)
	}
	return ref + ".nobody"
}

func (p *talksPage) refAt(at hearsay.Passage) string {
	return strconv.FormatInt(int64(p.dossier.Kept[at.Report].Revision), 10) + "-" + strconv.Itoa(at.Span.Start)
}

// Href returns the address of the page with a cell open.
func (b talksBoard) Href(row, column int) string {
	return b.page.Path() + "/talks?" + url.Values{"since": {b.page.Since.Value()}, "open": {b.RefOf(row, column)}}.Encode()
}

// Open returns the open cell of a row, nil for none.
func (b talksBoard) Open(row int) *view.BoardCell {
	for column := range b.Columns {
		if b.open != "" && b.open == b.RefOf(row, column) {
			return &b.Rows[row].Cells[column]
		}
	}
	return nil
}

// ID is what the row of statements below a row is called.
func (b talksBoard) ID(row int) string { return "s" + b.page.refAt(b.Rows[row].At) }
