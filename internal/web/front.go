package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// frontPage is the desk itself: what is new since somebody last looked.
type frontPage struct {
	Since    time.Time
	IsFirst  bool // nobody looked before
	Rule     string
	Groups   []newsGroup
	Stories  []archive.Story
	Fresh    freshSaid
	Newest   []archive.Hit // where nothing is fresh
	IsEmpty  bool          // the archive is
	SeenUpTo int64
}

// newsGroup is the news of one kind, of which a page shows the first few.
type newsGroup struct {
	Kind view.NewsKind
	News []storyNews
	More int
}

// freshSaid is what is said in reports that came in since.
type freshSaid struct {
	Reports, Statements int
	Newest              []saidAt
}

// saidAt is a statement and where it stands.
type saidAt struct {
	view.Said
	Href string
}

// add adds what is said in another story.
func (f *freshSaid) add(other freshSaid) {
	f.Reports, f.Statements = f.Reports+other.Reports, f.Statements+other.Statements
	f.Newest = append(f.Newest, other.Newest...)
	slices.SortStableFunc(f.Newest, func(a, b saidAt) int { return b.Stood.Compare(a.Stood) })
	f.Newest = f.Newest[:min(len(f.Newest), frontNewest)]
}

// storyNews is news with the story that it is of.
type storyNews struct {
	view.News
	Story  archive.Story
	Outlet string
	Href   string
}

// The measures of the desk.
const (
	frontStories = 24
	frontGroup   = 7 // news of one kind
	frontNewest  = 12
	firstLook    = 24 * time.Hour
)

// seenCookie remembers when somebody last said that the news is seen.
const seenCookie = "hearsay-seen"

func (d *Desk) front(w http.ResponseWriter, r *http.Request) error {
	page := frontPage{Rule: view.NewsRule, SeenUpTo: d.opt.Now().Unix()}
	page.Since, page.IsFirst = d.lastLook(r)
	var err error
	if page.Stories, err = d.opt.Archive.Stories(r.Context(), archive.StoryList{Limit: frontStories}); err != nil {
		return err
	}
	found, err := d.opt.Archive.Search(r.Context(), hearsay.Query{}, archive.Page{Limit: frontNewest})
	if err != nil {
		return err
	}
	page.Newest = found.Hits
	page.IsEmpty = len(found.Hits) == 0 && len(page.Stories) == 0
	fresh, err := d.news(r, page.Stories, page.Since)
	if err != nil {
		return err
	}
	page.Fresh = fresh.said
	page.Groups = grouped(fresh.news)
	return d.show(w, r, "front", "Desk", page)
}

// lastLook returns since when what arrives is new to somebody.
func (d *Desk) lastLook(r *http.Request) (since time.Time, isFirst bool) {
	if c, err := r.Cookie(seenCookie); err == nil {
		if seconds, err := strconv.ParseInt(c.Value, 10, 64); err == nil {
			return time.Unix(seconds, 0), false
		}
	}
	return d.opt.Now().Add(-firstLook), true
}

// seen remembers that the news is seen.
func (d *Desk) seen(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	upTo, err := strconv.ParseInt(r.PostFormValue("upto"), 10, 64)
	if err != nil {
		return badRequest("It is not said up to when.")
	}
	http.SetCookie(w, &http.Cookie{Name: seenCookie, Value: strconv.FormatInt(upTo, 10), Path: "/", MaxAge: 365 * 24 * 3600,
		HttpOnly: true, Secure: d.guard.Secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// newsKey is what the news of a story depends on.
type newsKey struct {
	story   archive.StoryID
	changed int64 // see archive.Story
	since   int64 // unix seconds
}

// fresh is what is new in a story, or in several.
type fresh struct {
	news []storyNews
	said freshSaid
}

// news returns what is new in some stories, in the order of view.NewsRule.
func (d *Desk) news(r *http.Request, stories []archive.Story, since time.Time) (all fresh, err error) {
	for _, s := range stories {
		dos, err := d.shelf.Story(r.Context(), s.ID)
		if errors.Is(err, dossier.ErrNotYet) {
			continue // it is there when the page is asked for again
		}
		if err != nil {
			return all, err
		}
		key := newsKey{dos.Story.ID, dos.Story.Changed, since.Unix() / 60 * 60} // to the minute, so that one look serves many
		one := d.newsMemo.of(key, func() fresh { return newsOf(dos, time.Unix(key.since, 0)) })
		all.news = append(all.news, one.news...)
		all.said.add(one.said)
	}
	slices.SortStableFunc(all.news, func(a, b storyNews) int {
		switch {
		case a.GoesBefore(b.News):
			return -1
		case b.GoesBefore(a.News):
			return 1
		}
		return 0
	})
	return all, nil
}

func newsOf(dos *dossier.Dossier, since time.Time) fresh {
	isNew := func(report int) bool { return dos.Kept[report].Arrived.After(since) }
	all := fresh{said: saidSince(dos, isNew)}
	for _, n := range view.NewsOf(&dos.Trace, isNew) {
		all.news = append(all.news, storyNews{News: n, Story: dos.Story, Outlet: view.Line(dos.Trace.Records[n.Report].Report.Outlet), Href: newsHref(dos, n)})
	}
	return all
}

// saidSince returns what is said in the reports of a story that are new.
func saidSince(dos *dossier.Dossier, isNew func(int) bool) (f freshSaid) {
	for i := range dos.Trace.Records {
		record := dos.Trace.Records[i]
		if !isNew(i) || dos.Kept[i].Number != dos.Kept[i].Latest {
			continue
		}
		one := freshSaid{Reports: 1, Statements: len(record.Attributions) + len(record.OwnVoice)}
		for at := range min(len(record.Attributions), frontNewest) {
			s := view.SaidAt(&dos.Trace, hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: at})
			one.Newest = append(one.Newest, saidAt{s, dos.Kept[i].Address()})
		}
		f.add(one)
	}
	return f
}

func newsHref(dos *dossier.Dossier, n view.News) string {
	story := storyPath(dos.Story.ID)
	switch {
	case n.Claim >= 0:
		return story + "/claim/" + strconv.Itoa(n.Claim+1)
	case n.Actor >= 0:
		return story + "/actor/" + strconv.Itoa(n.Actor+1)
	case n.Kind == view.NewsNumber:
		return story + "/numbers"
	case n.Kind == view.NewsSilent:
		k := dos.Kept[n.Report]
		return "/report/" + strconv.FormatInt(int64(k.Report), 10) + "/versions?to=" + strconv.Itoa(k.Number)
	}
	return dos.Kept[n.Report].Address()
}

func storyPath(id archive.StoryID) string { return "/story/" + strconv.FormatInt(int64(id), 10) }

// grouped puts news of one kind together. It comes in the order of kinds.
func grouped(news []storyNews) []newsGroup {
	var groups []newsGroup
	for _, n := range news {
		i := slices.IndexFunc(groups, func(g newsGroup) bool { return g.Kind == n.Kind })
		if i < 0 {
			i, groups = len(groups), append(groups, newsGroup{Kind: n.Kind})
		}
		if len(groups[i].News) == frontGroup {
			groups[i].More++
			continue
		}
		groups[i].News = append(groups[i].News, n)
	}
	return groups
}
