package api

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
)

// Story is the reports about one running matter.
type Story struct {
	ID      int64     `json:"id"`
	Title   string    `json:"title"`
	Reports int       `json:"reports"`
	Outlets int       `json:"outlets"`
	First   time.Time `json:"first" doc:"When its first report was published."`
	Last    time.Time `json:"last"`

	// As of the last comparison.
	Claims    int        `json:"claims" doc:"As of compared; 0 too before the first comparison."`
	Origins   int        `json:"origins" doc:"Of all its claims."`
	OneOrigin int        `json:"one_origin" doc:"Claims of several reports that are shown to come from one place."`
	Compared  *time.Time `json:"compared" nullable:"true" doc:"When its reports were last compared; null: not yet."`
	Stale     bool       `json:"stale" doc:"It has changed since."`
}

// List is several things.
type List[T any] struct {
	Items []T `json:"items"`
}

func listOf[T any](items []T) *body[List[T]] {
	if items == nil {
		items = []T{}
	}
	return answer(List[T]{items})
}

func (s *server) stories(api huma.API) {
	get := func(id, path, summary string) huma.Operation {
		return operation(id, http.MethodGet, path, "stories", summary)
	}
	huma.Register(api, get("list-stories", "/stories", "Stories, that with the newest report first"), s.listStories)
	huma.Register(api, get("get-story", "/stories/{story}", "One story"), s.getStory)
	huma.Register(api, get("get-trace", "/stories/{story}/trace", "What the reports of a story say together"), s.getTrace)
	huma.Register(api, get("list-story-records", "/stories/{story}/records", "The records of a story, with claims and origins"), s.storyRecords)
	huma.Register(api, get("list-claims", "/stories/{story}/claims", "The claims of a story, those that most reports make first"), s.listClaims)
	huma.Register(api, get("get-claim", "/stories/{story}/claims/{claim}", "One claim"), s.getClaim)
	huma.Register(api, get("list-actors", "/stories/{story}/actors", "Who speaks in a story; private persons are left out"), s.listActors)
	huma.Register(api, get("list-figures", "/stories/{story}/figures", "The figures of a story by what they count"), s.listFigures)
}

// StoryOf returns a story as the API has it, with what was made of it; the zero
// [archive.Traced] says that nothing was.
func StoryOf(s archive.Story, t archive.Traced) Story {
	return Story{ID: int64(s.ID), Title: s.Title, Reports: s.Reports, Outlets: s.Outlets, First: s.First, Last: s.Last,
		Claims: t.Claims, Origins: t.Origins, OneOrigin: t.OneOrigin, Compared: moment(t.At), Stale: t.Changed != s.Changed}
}

// storiesOf returns stories with what was made of them.
func (s *server) storiesOf(ctx context.Context, found ...archive.Story) (all []Story, err error) {
	var ids []archive.StoryID
	for _, f := range found {
		ids = append(ids, f.ID)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	traced, err := s.Archive.Traced(ctx, ids...)
	for _, f := range found {
		all = append(all, StoryOf(f, traced[f.ID]))
	}
	return all, err
}

func (s *server) listStories(ctx context.Context, in *struct {
	Before string `query:"before" doc:"Those whose last report is older than this day or moment."`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}) (*body[List[Story]], error) {
	list := archive.StoryList{Limit: in.Limit}
	if in.Before != "" {
		var err error
		if list.Before, err = parseDate(in.Before); err != nil {
			return nil, refused(err)
		}
	}
	found, err := s.Archive.Stories(ctx, list)
	if err != nil {
		return nil, s.told(err)
	}
	all, err := s.storiesOf(ctx, found...)
	return listOf(all), s.told(err)
}

// ByStory names a story. It is exported because huma fills embedded parameters only then.
type ByStory struct {
	Story int64 `path:"story" minimum:"1"`
}

func (s *server) getStory(ctx context.Context, in *ByStory) (*body[Story], error) {
	found, err := s.Archive.Story(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	all, err := s.storiesOf(ctx, found)
	if err != nil {
		return nil, s.told(err)
	}
	return answer(all[0]), nil
}

// tracedOf returns a story in the contract's form.
func (s *server) tracedOf(ctx context.Context, story int64) (*dossier.Dossier, traced, error) {
	d, err := s.Shelf.Latest(ctx, archive.StoryID(story))
	if err != nil {
		return nil, traced{}, s.told(err)
	}
	return d, s.traces.of(d), nil
}

func (s *server) getTrace(ctx context.Context, in *ByStory) (*body[Trace], error) {
	_, t, err := s.tracedOf(ctx, in.Story)
	return answer(Trace(t.trace)), err
}

func (s *server) storyRecords(ctx context.Context, in *ByStory) (*body[List[Record]], error) {
	_, t, err := s.tracedOf(ctx, in.Story)
	var all []Record
	for _, l := range t.lines {
		all = append(all, Record{l})
	}
	return listOf(all), err
}

func (s *server) listClaims(ctx context.Context, in *ByStory) (*body[List[Claim]], error) {
	_, t, err := s.tracedOf(ctx, in.Story)
	var all []Claim
	for _, c := range t.trace.Claims {
		all = append(all, Claim(c))
	}
	return listOf(all), err
}

func (s *server) getClaim(ctx context.Context, in *struct {
	ByStory
	Claim int `path:"claim" minimum:"1"`
}) (*body[Claim], error) {
	_, t, err := s.tracedOf(ctx, in.Story)
	if err != nil {
		return nil, err
	}
	for _, c := range t.trace.Claims {
		if c.ID == in.Claim {
			return answer(Claim(c)), nil
		}
	}
	return nil, huma.Error404NotFound("the story has no such claim")
}

// listActors lists each actor once, as the first record that has it. Private
// persons have no index.
func (s *server) listActors(ctx context.Context, in *ByStory) (*body[List[StoryActor]], error) {
	d, t, err := s.tracedOf(ctx, in.Story)
	if err != nil {
		return nil, err
	}
	private := map[string]bool{}
	for _, a := range d.Trace.Actors {
		if a.Private {
			private[a.Name] = true
		}
	}
	known := map[int]bool{}
	var all []StoryActor
	for _, l := range t.lines {
		for _, a := range l.Actors {
			if !known[a.ID] && !a.Private && !private[a.Name] {
				all = append(all, StoryActor(a))
			}
			known[a.ID] = true
		}
	}
	slices.SortFunc(all, func(a, b StoryActor) int { return cmp.Compare(a.ID, b.ID) })
	return listOf(all), nil
}

func (s *server) listFigures(ctx context.Context, in *ByStory) (*body[List[Account]], error) {
	_, t, err := s.tracedOf(ctx, in.Story)
	var all []Account
	for _, a := range t.trace.Ledger {
		all = append(all, Account(a))
	}
	return listOf(all), err
}
