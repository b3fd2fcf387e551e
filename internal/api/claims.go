package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"hearsay/internal/archive"
)

// KeptClaim is one claim as it was when its story was last compared.
type KeptClaim struct {
	Story     int64        `json:"story"`
	Key       string       `json:"key" doc:"Stays the same while the story goes on."`
	Words     string       `json:"words" doc:"Of the statement that makes it most fully."`
	Revision  int64        `json:"revision" doc:"Where these words stand; 0: the claim is gone."`
	Act       string       `json:"act"`
	Stance    string       `json:"stance"`
	Voice     string       `json:"voice" doc:"Whose statement it is; empty: nobody who is named."`
	Reports   int          `json:"reports"`
	Outlets   int          `json:"outlets"`
	Voices    int          `json:"voices" doc:"Who speaks at the origins, each unnamed one by itself."`
	Origins   []KeptOrigin `json:"origins" doc:"The earliest first."`
	AtLeast   bool         `json:"at_least" doc:"There may be more origins than are shown."`
	OneOrigin bool         `json:"one_origin" doc:"Several reports make it, and it is shown to come from one place."`
	First     *time.Time   `json:"first" nullable:"true"`
	Last      *time.Time   `json:"last" nullable:"true"`
	Gone      bool         `json:"gone" doc:"The story has no such claim any more."`
}

// KeptOrigin is one place where a claim independently comes from.
type KeptOrigin struct {
	Voice    string     `json:"voice" doc:"Empty: nobody who is named."`
	Identity string     `json:"identity"`
	Words    string     `json:"words" doc:"For the voice; empty: the outlet itself."`
	Revision int64      `json:"revision" doc:"Where it first stands."`
	Reports  int        `json:"reports"`
	First    *time.Time `json:"first" nullable:"true"`
}

// Compared says as of when a story's claims are.
type Compared struct {
	Story   int64      `json:"story"`
	At      *time.Time `json:"at" nullable:"true" doc:"When its reports were compared; null: not yet."`
	Reports int        `json:"reports" doc:"That were compared."`
	Changed int64      `json:"changed" doc:"The story's count of changes then."`
	Stale   bool       `json:"stale" doc:"The story has changed since."`
}

// KeptClaims is a page of claims, with what they are as of.
type KeptClaims struct {
	Items   []KeptClaim `json:"items"`
	Stories []Compared  `json:"stories"`
	Next    string      `json:"next" doc:"Give it as changed_since to have what changes after these."`
}

func (s *server) claims(api huma.API) {
	huma.Register(api, operation("find-claims", http.MethodGet, "/claims", "claims",
		"Claims across stories, as they were when each story was last compared: those that most reports make first, or from a cursor on"), s.findClaims)
}

func (s *server) findClaims(ctx context.Context, in *struct {
	Story        int64  `query:"story" minimum:"0" doc:"Of this story alone."`
	OneOrigin    bool   `query:"one_origin" doc:"Only those of several reports that are shown to come from one place."`
	Reports      int    `query:"reports" minimum:"1" default:"1" doc:"Made by at least so many reports."`
	ChangedSince string `query:"changed_since" doc:"The next of an earlier answer, or 0: what changed after it, in that order, also what is gone."`
	Limit        int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	Skip         int    `query:"skip" minimum:"0" doc:"Leave out so many; not with changed_since."`
}) (*body[KeptClaims], error) {
	list := archive.ClaimList{Story: archive.StoryID(in.Story), OneOrigin: in.OneOrigin, Least: in.Reports, Limit: in.Limit, Skipped: in.Skip}
	if in.ChangedSince != "" {
		past, err := cursor(in.ChangedSince)
		if err != nil {
			return nil, refused(err)
		}
		list.Since, list.Skipped = &past, 0
	}
	found, err := s.Archive.Claims(ctx, list)
	if err != nil {
		return nil, s.told(err)
	}
	out := KeptClaims{Items: []KeptClaim{}, Stories: []Compared{}, Next: in.ChangedSince}
	texts := texts{archive: s.Archive}
	var stories []archive.StoryID
	for _, c := range found {
		shown, err := texts.claim(ctx, c)
		if err != nil {
			return nil, s.told(err)
		}
		out.Items = append(out.Items, shown)
		stories = append(stories, c.Story)
		if list.Since != nil {
			out.Next = strconv.FormatInt(c.Changed, 10)
		}
	}
	if out.Stories, err = s.compared(ctx, stories); err != nil {
		return nil, s.told(err)
	}
	return answer(out), nil
}

// compared tells as of when the claims of stories are.
func (s *server) compared(ctx context.Context, stories []archive.StoryID) ([]Compared, error) {
	out := []Compared{}
	if len(stories) == 0 {
		return out, nil
	}
	traced, err := s.Archive.Traced(ctx, stories...)
	if err != nil {
		return nil, err
	}
	seen := map[archive.StoryID]bool{}
	for _, id := range stories {
		if seen[id] {
			continue
		}
		seen[id] = true
		c := Compared{Story: int64(id), Stale: true}
		story, err := s.Archive.Story(ctx, id)
		if t, ok := traced[id]; ok && err == nil {
			c.At, c.Reports, c.Changed, c.Stale = moment(t.At), t.Reports, t.Changed, t.Changed != story.Changed
		}
		out = append(out, c)
	}
	return out, nil
}

// texts finds words in revisions, each of which is loaded once.
type texts struct {
	archive *archive.Archive
	kept    map[archive.RevisionID]string
}

func (t *texts) words(ctx context.Context, p archive.Passage) (string, error) {
	if p.Span.Start == p.Span.End {
		return "", nil
	}
	text, ok := t.kept[p.Revision]
	if !ok {
		report, err := t.archive.Original(ctx, p.Revision)
		if err != nil {
			return "", err
		}
		if t.kept == nil {
			t.kept = map[archive.RevisionID]string{}
		}
		text = report.Text
		t.kept[p.Revision] = text
	}
	if p.Span.Check(len(text)) != nil { // it was withdrawn this very moment
		return "", nil
	}
	return p.Span.In(text), nil
}

func (t *texts) claim(ctx context.Context, c archive.Claim) (KeptClaim, error) {
	words, err := t.words(ctx, c.Gist)
	out := KeptClaim{Story: int64(c.Story), Key: c.Key, Words: words, Revision: int64(c.Gist.Revision), Act: string(c.Act), Stance: string(c.Stance),
		Voice: c.Voice, Reports: c.Reports, Outlets: c.Outlets, Voices: c.Voices, Origins: []KeptOrigin{}, AtLeast: c.AtLeast,
		OneOrigin: c.Reports > 1 && len(c.Origins) == 1 && !c.AtLeast, First: moment(c.First), Last: moment(c.Last), Gone: c.Gone}
	for _, o := range c.Origins {
		if err != nil {
			return out, err
		}
		shown := KeptOrigin{Voice: o.Voice, Identity: string(o.Identity), Revision: int64(o.Words.Revision), Reports: o.Reports, First: moment(o.First)}
		shown.Words, err = t.words(ctx, o.Words)
		out.Origins = append(out.Origins, shown)
	}
	return out, err
}
