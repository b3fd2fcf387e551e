package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"hearsay"
	"hearsay/internal/archive"
)

// Correction is what a person says of one part of a reading. Offsets count code
// points, as everywhere outside.
type Correction struct {
	ID       int64      `json:"id" readOnly:"true"`
	Revision string     `json:"revision" doc:"The revision's hash."`
	Start    int        `json:"start" minimum:"0" doc:"Of the reading's cue, or of its first piece of content if it has none; of a figure its words."`
	End      int        `json:"end" minimum:"0"`
	Role     string     `json:"role" enum:"attribution,source,cue,content,identity,actor,act,stance,within,figure,state"`
	Verdict  string     `json:"verdict" enum:"right,wrong,instead,added" doc:"added: an attribution that was not read, see missed."`
	Value    string     `json:"value,omitempty" doc:"What stands there instead: for source, cue and content spans as 12-30 40-52, for within the span by which the enclosing attribution is found, else the word itself."`
	Missed   *Missed    `json:"missed,omitempty" doc:"With the verdict added: what stands there; start and end are found by it."`
	Editor   string     `json:"editor,omitempty" doc:"Who says so; left out: whose token it is."`
	Note     string     `json:"note,omitempty" maxLength:"500" doc:"Why."`
	Added    *time.Time `json:"added,omitempty" readOnly:"true"`
	Undone   *time.Time `json:"undone,omitempty" readOnly:"true" doc:"When it was taken back."`
}

// Corrections is a page of corrections by number.
type Corrections struct {
	Items []Correction `json:"items"`
	Next  string       `json:"next" doc:"Give it as changed_since to have what comes after these."`
}

func (s *server) corrections(api huma.API) {
	huma.Register(api, operation("list-corrections", http.MethodGet, "/corrections", "corrections", "Corrections, from a cursor on"), s.listCorrections)
	add := operation("correct", http.MethodPost, "/corrections", "corrections", "Correct a part of a reading")
	add.DefaultStatus = http.StatusCreated
	huma.Register(api, add, s.correct)
	huma.Register(api, operation("undo-correction", http.MethodDelete, "/corrections/{correction}", "corrections", "Take a correction back; it is kept"), s.undo)
}

func (s *server) listCorrections(ctx context.Context, in *struct {
	ChangedSince string `query:"changed_since" doc:"The next of an earlier answer."`
	Limit        int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}) (*body[Corrections], error) {
	past, err := cursor(in.ChangedSince)
	if err != nil {
		return nil, refused(err)
	}
	found, err := s.Archive.CorrectionsSince(ctx, past, in.Limit)
	if err != nil {
		return nil, s.told(err)
	}
	out := Corrections{Items: []Correction{}, Next: in.ChangedSince}
	for _, c := range found {
		shown, err := s.outside(ctx, c)
		if err != nil {
			return nil, s.told(err)
		}
		out.Items = append(out.Items, shown)
		out.Next = strconv.FormatInt(c.ID, 10)
	}
	return answer(out), nil
}

// textOf returns the text of the revision with a hash.
func (s *server) textOf(ctx context.Context, hash archive.Hash) (string, error) {
	v, err := s.Archive.RevisionOf(ctx, hash)
	if err != nil {
		return "", err
	}
	report, err := s.Archive.Original(ctx, v.ID)
	return report.Text, err
}

// outside turns a correction's bytes into code points.
func (s *server) outside(ctx context.Context, c archive.Correction) (Correction, error) {
	text, err := s.textOf(ctx, c.Revision)
	if err != nil && !errors.Is(err, archive.ErrNotFound) {
		return Correction{}, err
	}
	return CorrectionOf(c, text)
}

// CorrectionOf returns a correction of a revision with a text as the API has it.
func CorrectionOf(c archive.Correction, text string) (out Correction, err error) {
	out = Correction{ID: c.ID, Revision: string(c.Revision), Role: string(c.Role), Verdict: string(c.Verdict), Value: c.Value, Editor: c.Editor,
		Note: c.Note, Added: moment(c.Added), Undone: moment(c.Undone)}
	points := func(offset int) int { return utf8.RuneCountInString(text[:min(offset, len(text))]) }
	out.Start, out.End = points(c.Span.Start), points(c.Span.End)
	if c.Verdict == archive.Missing {
		out.Missed, err = missedOf(c.Value, points)
		out.Value = ""
		return out, err
	}
	if isSpans(c.Role) {
		out.Value, err = mapSpans(c.Value, func(n int) (int, bool) { return points(n), true })
		return out, err
	}
	return out, nil
}

func isSpans(r archive.Role) bool {
	return r == archive.RoleSource || r == archive.RoleCue || r == archive.RoleContent || r == archive.RoleWithin
}

// mapSpans converts every number of "12-30 40-52".
func mapSpans(value string, convert func(int) (int, bool)) (string, error) {
	out, number := "", ""
	flush := func() error {
		if number == "" {
			return nil
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("%q is no span: write it as 12-30", value)
		}
		m, ok := convert(n)
		if !ok {
			return fmt.Errorf("%d is beyond the text", n)
		}
		out, number = out+strconv.Itoa(m), ""
		return nil
	}
	for _, r := range value {
		if '0' <= r && r <= '9' {
			number += string(r)
			continue
		}
		if err := flush(); err != nil {
			return "", err
		}
		out += string(r)
	}
	return out, flush()
}

func (s *server) correct(ctx context.Context, in *struct{ Body Correction }) (*body[Correction], error) {
	c := in.Body
	text, err := s.textOf(ctx, archive.Hash(c.Revision))
	if err != nil {
		return nil, s.told(err)
	}
	at := byteOffsets(text)
	start, ok1 := at(c.Start)
	end, ok2 := at(c.End)
	if !ok1 || !ok2 {
		return nil, refused(errors.New("the span is beyond the text"))
	}
	made := archive.Correction{Revision: archive.Hash(c.Revision), Span: hearsay.Span{Start: start, End: end}, Role: archive.Role(c.Role),
		Verdict: archive.Verdict(c.Verdict), Value: c.Value, Editor: cmp.Or(s.user(ctx), c.Editor), Note: c.Note}
	if made.Editor == "" {
		return nil, refused(errors.New("a correction is kept with who made it: give editor"))
	}
	switch {
	case made.Verdict == archive.Missing && c.Missed == nil:
		return nil, refused(errors.New("give missed: the attribution that was not read"))
	case made.Verdict == archive.Missing:
		m, err := c.Missed.inside(at)
		if err != nil {
			return nil, refused(err)
		}
		made.Value, made.Span = m.Value(), m.Anchor()
	case isSpans(made.Role):
		if made.Value, err = mapSpans(c.Value, at); err != nil {
			return nil, refused(err)
		}
	}
	kept, err := s.Archive.Correct(ctx, made)
	if err != nil {
		return nil, refused(err)
	}
	s.forget(ctx, kept.Revision)
	shown, err := s.outside(ctx, kept)
	return answer(shown), s.told(err)
}

// forget has the story of a revision made anew.
func (s *server) forget(ctx context.Context, hash archive.Hash) {
	v, err := s.Archive.RevisionOf(ctx, hash)
	if err != nil {
		return
	}
	if r, err := s.Archive.Report(ctx, v.Report); err == nil {
		s.Shelf.Changed(r.Story)
	}
}

// byteOffsets returns what finds the byte at which a code point begins.
func byteOffsets(text string) func(points int) (int, bool) {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	return func(points int) (int, bool) {
		if points < 0 || points >= len(at) {
			return 0, false
		}
		return at[points], true
	}
}

func (s *server) user(ctx context.Context) string {
	if s.User == nil {
		return ""
	}
	return s.User(ctx)
}

func (s *server) undo(ctx context.Context, in *struct {
	Correction int64 `path:"correction" minimum:"1"`
}) (*struct{}, error) {
	found, err := s.Archive.CorrectionsSince(ctx, in.Correction-1, 1)
	if err != nil {
		return nil, s.told(err)
	}
	if len(found) == 0 || found[0].ID != in.Correction {
		return nil, huma.Error404NotFound("there is no such correction")
	}
	if err := s.Archive.Undo(ctx, in.Correction); err != nil {
		return nil, s.told(err)
	}
	s.forget(ctx, found[0].Revision)
	return nil, nil
}
