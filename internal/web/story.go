package web

import (
	"net/http"
	"strconv"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// ofStory is what every page within a story has.
type ofStory struct {
	Story   archive.Story
	dossier *dossier.Dossier
}

// At returns the path of a record's page by its position in the trace.
func (o ofStory) At(report int) string { return o.dossier.Kept[report].Address() }

// OutletAt returns the outlet of a record by its position in the trace.
func (o ofStory) OutletAt(report int) string {
	return view.Clip(o.dossier.Trace.Records[report].Report.Outlet, 40)
}

// Path returns the path of the story's page.
func (o ofStory) Path() string { return storyPath(o.Story.ID) }

type storiesPage struct {
	Stories []archive.Story
	Older   string // path of those before; "" : there are none
}

// storiesShown is how many stories a page lists.
const storiesShown = 60

func (d *Desk) stories(w http.ResponseWriter, r *http.Request) error {
	list := archive.StoryList{Limit: storiesShown}
	if before, err := parseDate(r.FormValue("before")); err == nil {
		list.Before = before
	}
	all, err := d.opt.Archive.Stories(r.Context(), list)
	if err != nil {
		return err
	}
	page := storiesPage{Stories: all}
	if len(all) == storiesShown {
		page.Older = "/story?before=" + all[len(all)-1].Last.UTC().Format("2006-01-02T15:04:05Z")
	}
	return d.show(w, r, "stories", "Stories", page)
}

// storyIn returns the story that an address names.
func (d *Desk) storyIn(r *http.Request) (ofStory, error) {
	id, err := number(r.PathValue("story"))
	if err != nil {
		return ofStory{}, err
	}
	dos, err := d.shelf.Story(r.Context(), archive.StoryID(id))
	if err != nil {
		return ofStory{}, missing(err)
	}
	return ofStory{dos.Story, dos}, nil
}

// storyOf returns the page value of a story's dossier.
func (d *Desk) storyOf(dos *dossier.Dossier) *view.StorySheet {
	return dos.Once(storySheet{}, func() any {
		s := view.StorySheetOf(&dos.Trace)
		return &s
	}).(*view.StorySheet)
}

// storySheet is what a dossier keeps its sheet by.
type storySheet struct{}

type storyPage struct {
	ofStory
	*view.StorySheet
	All     bool // also claims of a single report
	Shown   []view.ClaimLine
	Single  int // claims left out
	Counted []view.Account
}

func (d *Desk) story(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	page := storyPage{ofStory: in, StorySheet: d.storyOf(in.dossier), All: r.FormValue("claims") == "all"}
	for _, c := range page.Claims {
		if page.All || c.Reports > 1 {
			page.Shown = append(page.Shown, c)
		} else {
			page.Single++
		}
	}
	for _, a := range page.Numbers {
		if len(a.Rows) > 1 {
			page.Counted = append(page.Counted, a)
		}
	}
	return d.show(w, r, "story", in.Story.Title, page)
}

type claimPage struct {
	ofStory
	view.ClaimSheet
	Number int64
	More   int // places that are left out
}

// claimPlaces is how many places of a claim its page shows unless asked for all, and
// how many ways to each origin: a claim that thousands repeat is no page to read.
const claimPlaces = 100

// claimIn returns the story and the claim of it that an address names, and the
// claim's number there.
func (d *Desk) claimIn(r *http.Request) (in ofStory, claim view.ClaimSheet, id int64, err error) {
	if in, err = d.storyIn(r); err != nil {
		return in, claim, 0, err
	}
	if id, err = number(r.PathValue("claim")); err != nil {
		return in, claim, 0, err
	}
	claim, ok := view.ClaimSheetOf(&in.dossier.Trace, int(id)-1)
	if !ok {
		return in, claim, 0, errNotFound
	}
	return in, claim, id, nil
}

func (d *Desk) claim(w http.ResponseWriter, r *http.Request) error {
	in, claim, id, err := d.claimIn(r)
	if err != nil {
		return err
	}
	page := claimPage{ofStory: in, ClaimSheet: claim, Number: id}
	if r.FormValue("all") == "" {
		page.shorten()
	}
	return d.show(w, r, "claim", claim.Gist, page)
}

// shorten leaves out what stands behind the first places of a claim and behind the
// first ways to each origin.
func (p *claimPage) shorten() {
	if n := len(p.Places); n > claimPlaces {
		p.Places, p.More = p.Places[:claimPlaces], n-claimPlaces
	}
	for i := range p.Origins {
		o := &p.Origins[i]
		o.Links = o.Links[:min(len(o.Links), claimPlaces)]
	}
}

type numbersPage struct {
	ofStory
	Accounts []view.Account
	Single   int // accounts of one row, which are left out
	All      bool
}

func (d *Desk) numbers(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	page := numbersPage{ofStory: in, All: r.FormValue("all") != ""}
	for _, a := range d.storyOf(in.dossier).Numbers {
		if page.All || len(a.Rows) > 1 {
			page.Accounts = append(page.Accounts, a)
		} else {
			page.Single++
		}
	}
	return d.show(w, r, "numbers", "Numbers · "+in.Story.Title, page)
}

// one makes a number of an ID that counts from 0, as addresses have it.
func one(id int) string { return strconv.Itoa(id + 1) }

// HasTalks reports whether a negotiation is read in the story.
func (o ofStory) HasTalks() bool { return len(o.dossier.Trace.Talks) > 0 }
