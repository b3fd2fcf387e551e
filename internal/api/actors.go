package api

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
)

// Member is one actor of a story, with what shows that its names mean it.
type Member struct {
	Actor     int      `json:"actor" doc:"Its number in the story now, from 1; others get others as reports arrive."`
	Name      string   `json:"name"`
	Kind      string   `json:"kind"`
	Unnamed   bool     `json:"unnamed" doc:"Voices that the reports keep unnamed: they can be made one with nobody."`
	Reports   []int64  `json:"reports" doc:"That mention it."`
	Publishes []int64  `json:"publishes" doc:"Reports whose outlet it is."`
	Aliases   []Called `json:"aliases"`
}

// Called is one way of naming an actor.
type Called struct {
	Words   string  `json:"words"`
	Why     string  `json:"why" doc:"What shows that it means this actor."`
	Reports []int64 `json:"reports"`
}

// Cast returns a story's actors. Private persons have no index and are left out.
func Cast(d *dossier.Dossier) []Member {
	var all []Member
	for _, a := range d.Trace.Actors {
		if a.Private {
			continue
		}
		m := Member{Actor: a.ID + 1, Name: a.Name, Kind: string(a.Kind), Unnamed: d.IsUnnamed(a), Reports: []int64{}, Publishes: []int64{}, Aliases: []Called{}}
		for _, at := range a.Seen {
			m.Reports = withReport(m.Reports, d, at.Report)
		}
		for _, at := range a.Publishes {
			m.Publishes = withReport(m.Publishes, d, at)
		}
		for _, alias := range a.Aliases {
			c := Called{Words: alias.Words, Why: alias.Why, Reports: []int64{}}
			for _, at := range alias.Seen {
				c.Reports = withReport(c.Reports, d, at.Report)
			}
			m.Aliases = append(m.Aliases, c)
		}
		all = append(all, m)
	}
	return all
}

// withReport adds the report at a position of the trace, unless it was added last.
func withReport(all []int64, d *dossier.Dossier, position int) []int64 {
	id := int64(d.Kept[position].Report)
	if n := len(all); n > 0 && all[n-1] == id {
		return all
	}
	return append(all, id)
}

// ActorVerdict is what a person says of two actors of a story.
type ActorVerdict struct {
	ID       int64      `json:"id"`
	Same     bool       `json:"same" doc:"They are one; else they are two."`
	Names    []string   `json:"names" doc:"What one is called where the verdict is anchored; of two, all names that are its."`
	Others   []string   `json:"others" doc:"What the other is called."`
	Editor   string     `json:"editor"`
	Note     string     `json:"note"`
	Added    *time.Time `json:"added" nullable:"true"`
	Undone   *time.Time `json:"undone" nullable:"true" doc:"When it was taken back."`
	UndoneBy string     `json:"undone_by"`
}

// ActorVerdictOf returns a verdict as the API has it.
func ActorVerdictOf(v archive.ActorVerdict) ActorVerdict {
	return ActorVerdict{ID: v.ID, Same: v.Same, Names: v.A.Names, Others: v.B.Names, Editor: v.Editor, Note: v.Note, Added: moment(v.Added),
		Undone: moment(v.Undone), UndoneBy: v.UndoneBy}
}

// NewVerdict is what a person says of actors: that two are one, or that some names
// of one are somebody else's.
type NewVerdict struct {
	Actor  string   `json:"actor" minLength:"1" doc:"Its number in the story, or a name of its as printed."`
	Other  string   `json:"other,omitempty" doc:"Another that is the same: its number, or a name."`
	Names  []string `json:"names,omitempty" doc:"Names of the actor that are somebody else's, as printed."`
	Editor string   `json:"editor,omitempty" doc:"Who says so; left out: whose token it is."`
	Note   string   `json:"note,omitempty" maxLength:"500" doc:"Why."`
}

func (s *server) actors(api huma.API) {
	huma.Register(api, operation("list-cast", http.MethodGet, "/stories/{story}/cast", "actors", "The actors of a story with all their names, and what shows that each means them; private persons are left out"), s.listCast)
	huma.Register(api, operation("list-actor-verdicts", http.MethodGet, "/stories/{story}/verdicts", "actors", "What persons said of a story's actors, the first first, also what they took back"), s.listVerdicts)
	add := operation("judge-actors", http.MethodPost, "/stories/{story}/verdicts", "actors", "Say that two actors are one, or that some names of one are another's")
	add.DefaultStatus = http.StatusCreated
	huma.Register(api, add, s.judge)
	huma.Register(api, operation("undo-actor-verdict", http.MethodDelete, "/verdicts/{verdict}", "actors", "Take a verdict on actors back; it is kept"), s.undoVerdict)
}

func (s *server) listCast(ctx context.Context, in *ByStory) (*body[List[Member]], error) {
	d, err := s.Shelf.Latest(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	return listOf(Cast(d)), nil
}

func (s *server) listVerdicts(ctx context.Context, in *ByStory) (*body[List[ActorVerdict]], error) {
	story, err := s.Archive.Story(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	found, err := s.Archive.ActorVerdicts(ctx, story.ID)
	var all []ActorVerdict
	for _, v := range found {
		all = append(all, ActorVerdictOf(v))
	}
	return listOf(all), s.told(err)
}

func (s *server) judge(ctx context.Context, in *struct {
	Story int64 `path:"story" minimum:"1"`
	Body  NewVerdict
}) (*body[ActorVerdict], error) {
	d, err := s.Shelf.Latest(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	v, err := verdictIn(d, in.Body)
	if err != nil {
		return nil, refused(err)
	}
	if v.Editor, v.Note = cmp.Or(s.user(ctx), in.Body.Editor), in.Body.Note; v.Editor == "" {
		return nil, refused(errors.New("a verdict is kept with who gave it: give editor"))
	}
	kept, err := s.Archive.JudgeActors(ctx, v)
	if err != nil {
		return nil, refused(err)
	}
	s.Shelf.Changed(d.Story.ID)
	return answer(ActorVerdictOf(kept)), nil
}

func verdictIn(d *dossier.Dossier, in NewVerdict) (v archive.ActorVerdict, err error) {
	a, err := d.ActorCalled(in.Actor)
	switch {
	case err != nil:
		return v, err
	case (in.Other == "") == (len(in.Names) == 0):
		return v, errors.New("give either other, who is the same, or names, which are somebody else's")
	case in.Other == "":
		return d.Split(a, in.Names...)
	}
	b, err := d.ActorCalled(in.Other)
	if err != nil {
		return v, err
	}
	return d.Merge(a, b)
}

func (s *server) undoVerdict(ctx context.Context, in *struct {
	Verdict int64 `path:"verdict" minimum:"1"`
}) (*struct{}, error) {
	v, err := s.Archive.ActorVerdict(ctx, in.Verdict)
	if err == nil {
		err = s.Archive.UndoActorVerdict(ctx, in.Verdict, s.user(ctx))
	}
	if err != nil {
		return nil, s.told(err)
	}
	s.forget(ctx, v.A.Revision)
	return nil, nil
}
