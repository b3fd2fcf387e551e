package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/hook"
)

// Talks is one negotiation in the contract's form.
type Talks contract.Talks

// Schema points to the contract's schema.
func (Talks) Schema(huma.Registry) *huma.Schema { return contractRef("Talks") }

// Words are some words of a revision. Offsets count code points, as everywhere outside.
type Words struct {
	Revision string `json:"revision" doc:"The revision's hash."`
	Start    int    `json:"start" minimum:"0"`
	End      int    `json:"end" minimum:"1"`
}

// TalksDecision is what a person decides of the talks of a story.
type TalksDecision struct {
	ID      int64      `json:"id" readOnly:"true"`
	Kind    string     `json:"kind" enum:"open,name,merge,close,correct" doc:"close: they are over, or were none."`
	At      []Words    `json:"at" minItems:"1" doc:"What it is about. Of open: the statements that are talks; of merge: some of each; of name and close: some of the talks; of correct: the words of a term or position, or of what shows an answer or a deadline."`
	Name    string     `json:"name,omitempty" maxLength:"200" doc:"Of name and open."`
	Field   string     `json:"field,omitempty" enum:"status,quantity,obliges,answer,position,deadline" doc:"Of correct: what is read wrongly."`
	Value   string     `json:"value,omitempty" maxLength:"200" doc:"Of correct: what stands there instead: a status, a quantity, a kind of response, regardless or conditional or nothing, a TIMEX3 value."`
	Whose   *Words     `json:"whose,omitempty" doc:"Of correct: words for the party whose answer or position it is."`
	Parties []Words    `json:"parties,omitempty" doc:"Of correct with obliges: words for each party that is obliged."`
	Editor  string     `json:"editor,omitempty" doc:"Who says so; left out: whose token it is."`
	Note    string     `json:"note,omitempty" maxLength:"500" doc:"Why."`
	Added   *time.Time `json:"added,omitempty" readOnly:"true"`
	Undone  *time.Time `json:"undone,omitempty" readOnly:"true" doc:"When it was taken back."`
	Lost    bool       `json:"lost,omitempty" readOnly:"true" doc:"Nothing is read any longer that it is about."`
}

func (s *server) talks(api huma.API) {
	const path = "/stories/{story}/talks"
	huma.Register(api, operation("list-talks", http.MethodGet, path, "talks", "The negotiations of a story, that of which most is told first, with people's decisions"), s.listTalks)
	huma.Register(api, operation("list-moves", http.MethodGet, path+"/moves", "talks", "What moved in the talks of a story, as it came out"), s.listMoves)
	huma.Register(api, operation("list-talks-decisions", http.MethodGet, path+"/decisions", "talks", "What people decided of the talks of a story, the oldest first"), s.listDecisions)
	add := operation("decide-talks", http.MethodPost, path+"/decisions", "talks", "Open, name, merge or close talks, or correct a part of them")
	add.DefaultStatus = http.StatusCreated
	huma.Register(api, add, s.decide)
	huma.Register(api, operation("undo-talks-decision", http.MethodDelete, path+"/decisions/{decision}", "talks", "Take a decision back; it is kept"), s.undoDecision)
}

func (s *server) listTalks(ctx context.Context, in *ByStory) (*body[List[Talks]], error) {
	_, t, err := s.tracedOf(ctx, in.Story)
	var all []Talks
	if t.trace.Talks != nil {
		all = append(all, Talks(*t.trace.Talks))
	}
	for _, o := range t.trace.OtherTalks {
		all = append(all, Talks(o))
	}
	return listOf(all), err
}

func (s *server) listMoves(ctx context.Context, in *struct {
	ByStory
	Since string `query:"since" doc:"Only what came out since this day or moment; left out: all."`
}) (*body[List[hook.Move]], error) {
	var since time.Time
	if in.Since != "" {
		var err error
		if since, err = parseDate(in.Since); err != nil {
			return nil, refused(err)
		}
	}
	d, err := s.Shelf.Latest(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	return listOf(hook.MovesOf(d, func(report int) bool { return !d.Trace.Records[report].Report.Stood().Before(since) })), nil
}

func (s *server) listDecisions(ctx context.Context, in *ByStory) (*body[List[TalksDecision]], error) {
	d, err := s.Shelf.Latest(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	var all []TalksDecision
	for _, one := range d.Decided.All {
		shown, err := s.decisionOutside(ctx, one)
		if err != nil {
			return nil, s.told(err)
		}
		shown.Lost = d.Decided.IsLost(one.ID)
		all = append(all, shown)
	}
	return listOf(all), nil
}

// decisionOutside turns a decision's bytes into code points.
func (s *server) decisionOutside(ctx context.Context, d archive.Decision) (TalksDecision, error) {
	out := TalksDecision{ID: d.ID, Kind: string(d.Kind), At: []Words{}, Name: d.Name, Field: string(d.Field), Value: d.Value, Editor: d.Editor, Note: d.Note,
		Added: moment(d.Added), Undone: moment(d.Undone)}
	var failed error
	words := func(at hearsay.Anchor) Words {
		text, err := s.textOf(ctx, archive.Hash(at.Revision))
		if err != nil && !errors.Is(err, archive.ErrNotFound) {
			failed = err
		}
		points := func(offset int) int { return utf8.RuneCountInString(text[:min(offset, len(text))]) }
		return Words{at.Revision, points(at.Span.Start), points(at.Span.End)}
	}
	for _, at := range d.At {
		out.At = append(out.At, words(at))
	}
	for _, at := range d.Parties {
		out.Parties = append(out.Parties, words(at))
	}
	if d.Whose != nil {
		whose := words(*d.Whose)
		out.Whose = &whose
	}
	return out, failed
}

// anchorOf turns words outside into an anchor inside.
func (s *server) anchorOf(ctx context.Context, w Words) (hearsay.Anchor, error) {
	text, err := s.textOf(ctx, archive.Hash(w.Revision))
	if err != nil {
		return hearsay.Anchor{}, fmt.Errorf("revision %s: %w", w.Revision, err)
	}
	at := byteOffsets(text)
	start, ok1 := at(w.Start)
	end, ok2 := at(w.End)
	if !ok1 || !ok2 {
		return hearsay.Anchor{}, errors.New("the span is beyond the text")
	}
	return hearsay.Anchor{Revision: w.Revision, Span: hearsay.Span{Start: start, End: end}}, nil
}

func (s *server) anchorsOf(ctx context.Context, all []Words) (anchors []hearsay.Anchor, err error) {
	for _, w := range all {
		at, err := s.anchorOf(ctx, w)
		if err != nil {
			return nil, err
		}
		anchors = append(anchors, at)
	}
	return anchors, nil
}

func (s *server) decide(ctx context.Context, in *struct {
	ByStory
	Body TalksDecision
}) (*body[TalksDecision], error) {
	b := in.Body
	made := archive.Decision{Editor: cmp.Or(s.user(ctx), b.Editor), Note: b.Note,
		TalksDecision: hearsay.TalksDecision{Kind: hearsay.TalksDecisionKind(b.Kind), Name: b.Name, Field: hearsay.TalksField(b.Field), Value: b.Value}}
	var err error
	if made.At, err = s.anchorsOf(ctx, b.At); err != nil {
		return nil, refused(err)
	}
	if made.Parties, err = s.anchorsOf(ctx, b.Parties); err != nil {
		return nil, refused(err)
	}
	if b.Whose != nil {
		whose, err := s.anchorOf(ctx, *b.Whose)
		if err != nil {
			return nil, refused(err)
		}
		made.Whose = &whose
	}
	d, err := s.Shelf.Latest(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	if !slices.ContainsFunc(made.At, d.Has) {
		return nil, refused(errors.New("none of the words stand in a report of this story"))
	}
	kept, err := s.Archive.Decide(ctx, made)
	if err != nil {
		return nil, refused(err)
	}
	s.Shelf.Changed(d.Story.ID)
	shown, err := s.decisionOutside(ctx, kept)
	return answer(shown), s.told(err)
}

func (s *server) undoDecision(ctx context.Context, in *struct {
	ByStory
	Decision int64 `path:"decision" minimum:"1"`
}) (*struct{}, error) {
	d, err := s.Shelf.Latest(ctx, archive.StoryID(in.Story))
	if err != nil {
		return nil, s.told(err)
	}
	if !slices.ContainsFunc(d.Decided.All, func(one archive.Decision) bool { return one.ID == in.Decision }) {
		return nil, huma.Error404NotFound("there is no such decision of the talks of this story")
	}
	if err := s.Archive.UndoDecision(ctx, in.Decision); err != nil {
		return nil, s.told(err)
	}
	s.Shelf.Changed(d.Story.ID)
	return nil, nil
}
