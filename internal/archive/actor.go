package archive

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"hearsay"
)

// ActorVerdict is what a person says of actors across the reports of a story: what
// is called so here and so there is one actor, or it is two. It is anchored to the
// words of two mentions, never to the numbers of actors, so that it outlives
// rereading, and reports that arrive later.
//
//	same    the actor mentioned at A is the actor mentioned at B
//	apart   whoever the story's reports call by a name of A is not whoever they
//	        call by a name of B
//
// None is ever changed; one can be undone, and stays.
type ActorVerdict struct {
	ID       int64
	Same     bool
	A, B     Mention
	Editor   string // who says so
	Note     string // why
	Added    time.Time
	Undone   time.Time // zero: it holds
	UndoneBy string
}

// Mention is where a report mentions an actor.
type Mention struct {
	Revision Hash
	Span     hearsay.Span // of the first name; [0,0): the outlet above the report
	Names    []string     // as printed, at least one
}

// ActorPair is a verdict between two actors of the records at hand.
type ActorPair struct {
	A, B hearsay.ActorAt // Actor -1: the outlet above the report
	Same bool
}

// ErrUnnamedActor refuses to say who an unnamed voice is.
var ErrUnnamedActor = errors.New("is a voice that the reports keep unnamed, and hearsay never links one to anybody")

// JudgeActors keeps a verdict and returns it with its number. Both mentions must be
// in reports of one story, and as its records show them now. To make one of an unnamed voice
// and somebody else is refused ([ErrUnnamedActor]).
func (a *Archive) JudgeActors(ctx context.Context, v ActorVerdict) (ActorVerdict, error) {
	story, err := a.checkVerdict(ctx, v)
	if err != nil {
		return v, err
	}
	v.Added = a.now().UTC().Truncate(time.Microsecond)
	same := 0
	if v.Same {
		same = 1
	}
	err = a.write(ctx, Interactive, func(ctx context.Context, s *session) (err error) {
		v.ID, err = s.id(ctx, `INSERT INTO actor_verdict (same, revision_a, first_a, past_a, names_a, revision_b, first_b, past_b, names_b, editor, note, added)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id`,
			same, string(v.A.Revision), v.A.Span.Start, v.A.Span.End, strings.Join(v.A.Names, "\n"),
			string(v.B.Revision), v.B.Span.Start, v.B.Span.End, strings.Join(v.B.Names, "\n"), v.Editor, v.Note, micro(v.Added))
		if err != nil {
			return err
		}
		return touch(ctx, s, story)
	})
	return v, err
}

// checkVerdict returns the story that a verdict is of.
func (a *Archive) checkVerdict(ctx context.Context, v ActorVerdict) (StoryID, error) {
	var stories [2]StoryID
	var records []hearsay.Record
	var hashes []Hash
	for i, m := range []Mention{v.A, v.B} {
		revision, err := a.RevisionOf(ctx, m.Revision)
		if err != nil {
			return 0, err
		}
		report, err := a.Report(ctx, revision.Report)
		if err != nil {
			return 0, err
		}
		shown, err := a.View(ctx, revision.ID)
		if err != nil {
			return 0, err
		}
		at, ok := m.find(shown.Record)
		if !ok {
			return 0, fmt.Errorf("report %d mentions no %q", report.ID, strings.Join(m.Names, ", "))
		}
		if v.Same && IsUnnamed(shown.Record, at) {
			return 0, fmt.Errorf("%q %w", m.Names[0], ErrUnnamedActor)
		}
		stories[i], records, hashes = report.Story, append(records, shown.Record), append(hashes, m.Revision)
	}
	if stories[0] != stories[1] || stories[0] == 0 {
		return 0, errors.New("the two are not in reports of one story")
	}
	if pairs, _ := ActorPairs([]ActorVerdict{v}, hashes, records); len(pairs) == 0 {
		return 0, errors.New("one report itself reads both as one actor: correct its reading there")
	}
	return stories[0], nil
}

// UndoActorVerdict takes a verdict back; it is kept.
func (a *Archive) UndoActorVerdict(ctx context.Context, id int64, editor string) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		var at Hash
		found, err := s.get(ctx, `UPDATE actor_verdict SET undone = ?, undone_by = ? WHERE id = ? AND undone = 0 RETURNING revision_a`,
			args(micro(a.now()), editor, id), &at)
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("verdict %d %w, or is undone already", id, ErrNotFound)
		}
		return touchStoryAt(ctx, s, at)
	})
}

// ActorVerdicts returns all verdicts on actors of a story, the oldest first, those
// that were undone included.
func (a *Archive) ActorVerdicts(ctx context.Context, story StoryID) ([]ActorVerdict, error) {
	return a.actorVerdicts(ctx, `WHERE revision_a IN (SELECT v.hash FROM revision v JOIN story_report sr ON sr.report_id = v.report_id
		WHERE sr.story_id = ?) ORDER BY id`, int64(story))
}

// ActorVerdict returns one verdict, or [ErrNotFound].
func (a *Archive) ActorVerdict(ctx context.Context, id int64) (ActorVerdict, error) {
	return one(a.actorVerdicts(ctx, `WHERE id = ?`, id))(fmt.Sprintf("verdict %d", id))
}

func (a *Archive) actorVerdicts(ctx context.Context, where string, values ...any) (all []ActorVerdict, err error) {
	err = a.each(ctx, `SELECT id, same, revision_a, first_a, past_a, names_a, revision_b, first_b, past_b, names_b, editor, note, added, undone, undone_by
		FROM actor_verdict `+where, values, func(row scanner) error {
		var v ActorVerdict
		var same, added, undone int64
		var namesA, namesB string
		err := row.Scan(&v.ID, &same, &v.A.Revision, &v.A.Span.Start, &v.A.Span.End, &namesA, &v.B.Revision, &v.B.Span.Start, &v.B.Span.End, &namesB,
			&v.Editor, &v.Note, &added, &undone, &v.UndoneBy)
		v.Same, v.Added, v.Undone = same != 0, fromMicro(added), fromMicro(undone)
		v.A.Names, v.B.Names = strings.Split(namesA, "\n"), strings.Split(namesB, "\n")
		all = append(all, v)
		return err
	})
	return all, err
}

// MentionOf returns the mention of an actor of a record by a name of its; Actor -1
// is the outlet above it.
func MentionOf(r hearsay.Record, hash Hash, actor int, names ...string) Mention {
	m := Mention{Revision: hash, Names: names}
	if actor < 0 {
		return m
	}
	if at := strings.Index(r.Report.Text, names[0]); at >= 0 {
		m.Span = hearsay.Span{Start: at, End: at + len(names[0])}
	}
	for _, s := range spansOf(r, actor) {
		if s.In(r.Report.Text) == names[0] {
			m.Span = s
			break
		}
	}
	return m
}

// spansOf returns where an actor of a record is mentioned, by its voices and terms.
func spansOf(r hearsay.Record, actor int) (all []hearsay.Span) {
	for _, v := range voicesOf(r, actor) {
		if v.As != nil {
			all = append(all, *v.As)
		}
	}
	for _, t := range r.Terms {
		if t.Actor != nil && *t.Actor == actor {
			all = append(all, t.Span)
		}
	}
	return all
}

func voicesOf(r hearsay.Record, actor int) (all []hearsay.Voice) {
	for _, a := range r.Attributions {
		for _, v := range a.Chain {
			if v.Actor != nil && *v.Actor == actor {
				all = append(all, v)
			}
		}
	}
	return all
}

// find returns the actor of a record that is mentioned: of those with the name the
// one that stands there, else the first of them, else whoever stands there now.
func (m Mention) find(r hearsay.Record) (actor int, ok bool) {
	if m.Span == (hearsay.Span{}) {
		return -1, m.Names[0] == r.Report.Outlet
	}
	named, there := -1, -1
	for _, a := range r.Actors {
		stands := slices.ContainsFunc(spansOf(r, a.ID), func(s hearsay.Span) bool { return s.Start < m.Span.End && m.Span.Start < s.End })
		isNamed := slices.Contains(namesOf(r, a), m.Names[0])
		switch {
		case stands && isNamed:
			return a.ID, true
		case isNamed && named < 0:
			named = a.ID
		case stands && there < 0:
			there = a.ID
		}
	}
	if named < 0 {
		named = there
	}
	return named, named >= 0
}

// namesOf returns every way in which a record names an actor.
func namesOf(r hearsay.Record, a hearsay.Actor) []string {
	names := append([]string{a.Name}, a.Aliases...)
	for _, d := range a.Descriptions {
		names = append(names, d.Words.In(r.Report.Text))
	}
	return names
}

// IsUnnamed reports whether an actor of a record is a voice that the report keeps
// unnamed, or people of whom it names none.
func IsUnnamed(r hearsay.Record, actor int) bool {
	if actor < 0 || actor >= len(r.Actors) {
		return false
	}
	isNamed, isHidden := false, r.Actors[actor].Kind == hearsay.GroupOfPeople
	for _, v := range voicesOf(r, actor) {
		if isUnnamed(v.Identity) {
			isHidden = true
		} else {
			isNamed = true
		}
	}
	return isHidden && !isNamed
}

// ActorPairs returns what verdicts that hold say of the actors of a story's records,
// whose revisions have these hashes, and which verdicts say nothing of them: the
// words are not read as actors any more, or as one, or as an unnamed voice.
func ActorPairs(verdicts []ActorVerdict, hashes []Hash, records []hearsay.Record) (pairs []ActorPair, loose []ActorVerdict) {
	position := map[Hash]int{}
	for i, h := range hashes {
		position[h] = i
	}
	for _, v := range verdicts {
		if !v.Undone.IsZero() {
			continue
		}
		found := pairsOf(v, position, records)
		if len(found) == 0 {
			loose = append(loose, v)
		}
		pairs = append(pairs, found...)
	}
	return pairs, loose
}

func pairsOf(v ActorVerdict, position map[Hash]int, records []hearsay.Record) (pairs []ActorPair) {
	a, okA := v.A.at(position, records)
	b, okB := v.B.at(position, records)
	switch {
	case !okA || !okB || a == b:
		return nil
	case v.Same:
		if IsUnnamed(records[a.Report], a.Actor) || IsUnnamed(records[b.Report], b.Actor) {
			return nil
		}
		return []ActorPair{{a, b, true}}
	}
	those := calledBy(records, v.B.Names, v.A.Names)
	for _, x := range calledBy(records, v.A.Names, v.B.Names) {
		for _, y := range those {
			pairs = append(pairs, ActorPair{A: x, B: y})
		}
	}
	return pairs
}

func (m Mention) at(position map[Hash]int, records []hearsay.Record) (at hearsay.ActorAt, ok bool) {
	i, ok := position[m.Revision]
	if !ok {
		return at, false
	}
	actor, ok := m.find(records[i])
	return hearsay.ActorAt{Report: i, Actor: actor}, ok
}

// calledBy returns the actors, and outlets above reports, that are called by one of
// some names and by none of others.
func calledBy(records []hearsay.Record, names, others []string) (all []hearsay.ActorAt) {
	for i, r := range records {
		if slices.Contains(names, r.Report.Outlet) && !slices.Contains(others, r.Report.Outlet) {
			all = append(all, hearsay.ActorAt{Report: i, Actor: -1})
		}
		for _, a := range r.Actors {
			mine := namesOf(r, a)
			if anyIn(mine, names) && !anyIn(mine, others) {
				all = append(all, hearsay.ActorAt{Report: i, Actor: a.ID})
			}
		}
	}
	return all
}

func anyIn(some, all []string) bool {
	return slices.ContainsFunc(some, func(s string) bool { return slices.Contains(all, s) })
}
