package archive

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"hearsay"
)

// Hit is a statement that was found, with its words.
type Hit struct {
	ID         StatementID
	Report     ReportID
	Revision   RevisionID
	Hash       Hash // of the revision
	Story      StoryID
	URL        string
	Outlet     string
	Headline   string
	Stood      time.Time // since when the revision stood
	Current    bool      // the revision stands now; otherwise the report does not say it any more
	Place      Place
	Source     *hearsay.Span // nil: nobody is named, or it is the outlet's own voice
	Cue        *hearsay.Span
	Content    []hearsay.Span
	Words      Words
	Points     Points // the same spans in Unicode code points
	Voice      string // the name of who says it; "" for a voice without one
	Identity   hearsay.Identity
	Act        hearsay.Act
	Stance     hearsay.Stance
	Confidence int  // in thousandths
	Checked    bool // a person has judged or mended it
}

// Points are the spans of a statement in Unicode code points.
type Points struct {
	Source, Cue *hearsay.Span
	Content     []hearsay.Span
}

// Place is where in its revision's record a statement is.
type Place struct {
	Part  hearsay.Part
	Index int
}

// Words are the words of a statement's spans.
type Words struct {
	Source, Cue string
	Content     []string
}

// Text returns the words of the content in one line.
func (w Words) Text() string { return strings.Join(w.Content, " […] ") }

// Page is which of the hits are wanted.
type Page struct {
	Limit int         // at most so many; 0: 20
	Past  StatementID // those after this hit of an earlier page; 0: from the newest
}

// Hits is what a search finds, the newest first: by the minute since when the
// report stood, then by when it was added.
type Hits struct {
	Hits []Hit
	More bool // there are more; ask with Page.Past being the ID of the last of Hits
}

// Search finds statements. Of a report's earlier revisions it finds what the
// one that stands now does not say any more.
func (a *Archive) Search(ctx context.Context, q hearsay.Query, p Page) (Hits, error) {
	if err := q.Check(); err != nil {
		return Hits{}, err
	}
	if p.Limit <= 0 {
		p.Limit = 20
	}
	var err error
	if q.Story, err = a.mergedInto(ctx, q.Story); err != nil {
		return Hits{}, err
	}
	from, to := limits(q, p)
	if from >= to {
		return Hits{}, nil
	}
	var found Hits
	if q.Story == 0 {
		found.Hits, err = a.hits(ctx, a.pick(q, from, to), p.Limit+1)
	} else {
		found.Hits, err = a.hitsOfStory(ctx, q, from, to, p.Limit+1, usualLook)
	}
	if err != nil {
		return Hits{}, err
	}
	if len(found.Hits) > p.Limit {
		found.Hits, found.More = found.Hits[:p.Limit], true
	}
	found.Hits, err = a.correctHits(ctx, found.Hits)
	return found, err
}

// correctHits lays corrections over hits and leaves out those that a person found
// to be read wrong.
func (a *Archive) correctHits(ctx context.Context, hits []Hit) (left []Hit, err error) {
	if len(hits) == 0 {
		return hits, nil
	}
	seen := map[Hash]bool{}
	var hashes []any
	for _, h := range hits {
		if !seen[h.Hash] {
			seen[h.Hash] = true
			hashes = append(hashes, string(h.Hash))
		}
	}
	all, err := a.corrections(ctx, `WHERE undone = 0 AND revision IN (`+marks(len(hashes))+`) ORDER BY id`, hashes...)
	if err != nil || len(all) == 0 {
		return hits, err
	}
	of := map[Hash][]Correction{}
	for _, c := range all {
		of[c.Revision] = append(of[c.Revision], c)
	}
	for _, h := range hits {
		if h.correct(of[h.Hash]) {
			left = append(left, h)
		}
	}
	return left, nil
}

// correct lays corrections over a hit. It returns false for one that is wrong.
func (h *Hit) correct(corrections []Correction) bool {
	if h.Place.Part != hearsay.PartAttribution {
		return true
	}
	anchor := h.Content[0]
	if h.Cue != nil {
		anchor = *h.Cue
	}
	right := true
	for _, c := range latest(corrections) {
		if c.Span != anchor {
			continue
		}
		h.Checked = true
		switch {
		case c.Role == RoleAttribution:
			right = c.Verdict != Wrong
		case c.Verdict != Instead:
		case c.Role == RoleIdentity:
			h.Identity = hearsay.Identity(c.Value)
		case c.Role == RoleAct:
			h.Act = hearsay.Act(c.Value)
		case c.Role == RoleStance:
			h.Stance = hearsay.Stance(c.Value)
		case c.Role == RoleActor:
			h.Voice = c.Value
		}
	}
	return right
}

// limits returns the range of ids in which a query can find something.
func limits(q hearsay.Query, p Page) (from, to StatementID) {
	to = noLimit
	if !q.After.IsZero() {
		from = firstStatement(q.After)
	}
	if !q.Before.IsZero() {
		to = firstStatement(q.Before)
	}
	if p.Past != 0 {
		to = min(to, p.Past)
	}
	return from, to
}

const hitColumns = `s.id, s.report_id, s.revision_id, v.hash, coalesce(sr.story_id, 0), r.url, o.name, v.headline, v.stood,
	CASE WHEN r.current_id = v.id THEN 1 ELSE 0 END, s.part, s.idx, s.spans, s.voice, s.identity, s.act, s.stance, s.confidence, t.body`

const hitTables = `JOIN revision v ON v.id = s.revision_id JOIN report r ON r.id = s.report_id JOIN outlet o ON o.id = r.outlet_id
	LEFT JOIN story_report sr ON sr.report_id = s.report_id LEFT JOIN content t ON t.hash = v.text_hash`

// picked is a query for the ids of statements.
type picked struct {
	sql    string
	values []any
}

// pick returns the ids that a query finds without regard to its story.
func (a *Archive) pick(q hearsay.Query, from, to StatementID) picked {
	if terms := newTextQuery(q); !terms.isEmpty() {
		sql, values := a.dialect.matching(terms, from, to)
		return picked{sql, values}
	}
	return picked{`SELECT id FROM statement WHERE id >= ? AND id < ?`, args(int64(from), int64(to))}
}

// newest returns the newest of the ids.
func (p picked) newest(limit int) picked {
	return picked{`SELECT id FROM (` + p.sql + `) p ORDER BY id DESC LIMIT ?`, append(slices.Clone(p.values), limit)}
}

// hits returns the newest of the statements that were picked. The ids come first,
// so that only the hits that are shown are put together.
func (a *Archive) hits(ctx context.Context, p picked, limit int) (hits []Hit, err error) {
	p = p.newest(limit)
	texts := map[RevisionID]string{}
	err = a.each(ctx, `SELECT `+hitColumns+` FROM (`+p.sql+`) f
		JOIN statement s ON s.id = f.id `+hitTables+` ORDER BY s.id DESC`, p.values, func(row scanner) error {
		h, err := scanHit(row, texts)
		hits = append(hits, h)
		return err
	})
	return hits, err
}

func scanHit(row scanner, texts map[RevisionID]string) (h Hit, err error) {
	var stood, current int64
	var spans string
	var body []byte
	if err := row.Scan(&h.ID, &h.Report, &h.Revision, &h.Hash, &h.Story, &h.URL, &h.Outlet, &h.Headline, &stood, &current,
		&h.Place.Part, &h.Place.Index, &spans, &h.Voice, &h.Identity, &h.Act, &h.Stance, &h.Confidence, &body); err != nil {
		return h, err
	}
	h.Stood, h.Current = fromMicro(stood), current != 0
	at, err := parseSpans(spans)
	if err != nil {
		return h, err
	}
	text, ok := texts[h.Revision]
	if !ok && body != nil {
		plain, err := unpack(body)
		if err != nil {
			return h, err
		}
		text = string(plain)
		texts[h.Revision] = text
	}
	h.Source, h.Cue, h.Content = at.source, at.cue, at.content
	if h.Words, err = at.in(text); err == nil {
		h.Points = at.points(text)
	}
	return h, err
}

func (at statementSpans) points(text string) (p Points) {
	point := func(s hearsay.Span) hearsay.Span {
		start := utf8.RuneCountInString(text[:s.Start])
		return hearsay.Span{Start: start, End: start + utf8.RuneCountInString(s.In(text))}
	}
	if at.source != nil {
		s := point(*at.source)
		p.Source = &s
	}
	if at.cue != nil {
		s := point(*at.cue)
		p.Cue = &s
	}
	for _, c := range at.content {
		p.Content = append(p.Content, point(c))
	}
	return p
}

// in returns the words that the spans cover.
func (at statementSpans) in(text string) (w Words, err error) {
	for _, s := range append([]*hearsay.Span{at.source, at.cue}, pointers(at.content)...) {
		if s != nil && s.Check(len(text)) != nil {
			return w, fmt.Errorf("a statement at %v of a text of %d bytes: %w", *s, len(text), ErrCorrupt)
		}
	}
	if at.source != nil {
		w.Source = at.source.In(text)
	}
	if at.cue != nil {
		w.Cue = at.cue.In(text)
	}
	for _, s := range at.content {
		w.Content = append(w.Content, s.In(text))
	}
	return w, nil
}

func pointers(spans []hearsay.Span) (all []*hearsay.Span) {
	for i := range spans {
		all = append(all, &spans[i])
	}
	return all
}
