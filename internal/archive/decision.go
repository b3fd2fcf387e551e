package archive

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"hearsay"
)

// Decision is what a person decided of talks, with who and when. Like a [Correction]
// it is anchored to revisions and spans and never changed: a later one goes before
// an earlier, and one can be undone.
//
//	person ─Decide─► talks_decision, talks_anchor ─Decisions─► laid over the talks of a story
type Decision struct {
	ID int64
	hearsay.TalksDecision
	Editor string // who says so
	Note   string // why
	Added  time.Time
	Undone time.Time // zero: it holds
}

// The parts of a decision that have anchors.
const (
	anchorsAt    = "at"
	anchorsWhose = "whose"
	anchorsParty = "party"
)

// ErrUnsigned refuses a decision that nobody makes.
var ErrUnsigned = errors.New("a decision is kept with who made it: give a name")

// Decide keeps a decision and returns it with its number. It refuses one that is not
// whole, that nobody signed, or whose anchors are not in the archive.
func (a *Archive) Decide(ctx context.Context, d Decision) (Decision, error) {
	if d.Editor == "" {
		return d, ErrUnsigned
	}
	if err := checkDecision(d.TalksDecision); err != nil {
		return d, err
	}
	for _, at := range anchorsOf(d.TalksDecision) {
		if err := a.checkAnchor(ctx, at.Anchor); err != nil {
			return d, err
		}
	}
	d.Added = a.now().UTC().Truncate(time.Microsecond)
	err := a.write(ctx, Interactive, func(ctx context.Context, s *session) (err error) {
		d.ID, err = s.id(ctx, `INSERT INTO talks_decision (kind, name, field, value, editor, note, added) VALUES (?,?,?,?,?,?,?) RETURNING id`,
			string(d.Kind), d.Name, string(d.Field), d.Value, d.Editor, d.Note, micro(d.Added))
		for _, at := range anchorsOf(d.TalksDecision) {
			if err != nil {
				return err
			}
			_, err = s.exec(ctx, `INSERT INTO talks_anchor (decision_id, part, idx, revision, first, past) VALUES (?,?,?,?,?,?)`,
				d.ID, at.part, at.index, at.Revision, at.Span.Start, at.Span.End)
		}
		if err != nil {
			return err
		}
		return decided(ctx, s, d.ID)
	})
	return d, err
}

// placed is an anchor with its place in a decision.
type placed struct {
	hearsay.Anchor
	part  string
	index int
}

func anchorsOf(d hearsay.TalksDecision) []placed {
	var all []placed
	for i, at := range d.At {
		all = append(all, placed{at, anchorsAt, i})
	}
	if d.Whose != nil {
		all = append(all, placed{*d.Whose, anchorsWhose, 0})
	}
	for i, at := range d.Parties {
		all = append(all, placed{at, anchorsParty, i})
	}
	return all
}

// take puts an anchor back into its place.
func (d *Decision) take(p placed) {
	switch p.part {
	case anchorsAt:
		d.At = append(d.At, p.Anchor)
	case anchorsWhose:
		d.Whose = &p.Anchor
	case anchorsParty:
		d.Parties = append(d.Parties, p.Anchor)
	}
}

// checkDecision reports what a decision lacks.
func checkDecision(d hearsay.TalksDecision) error {
	if err := oneOf(string(d.Kind), hearsay.TalksDecisionKinds); err != nil {
		return err
	}
	least := map[hearsay.TalksDecisionKind]int{hearsay.TalksMerge: 2}
	switch {
	case len(d.At) < max(1, least[d.Kind]):
		return fmt.Errorf("a %s of talks is about some words: give where they stand", d.Kind)
	case d.Kind == hearsay.TalksName && d.Name == "":
		return errors.New("talks are named by a name: give one")
	case d.Kind == hearsay.TalksCorrect:
		return checkField(d)
	}
	return nil
}

// checkField holds the value of a correction to be one of its field.
func checkField(d hearsay.TalksDecision) error {
	if err := oneOf(string(d.Field), hearsay.TalksFields); err != nil {
		return err
	}
	switch d.Field {
	case hearsay.FieldStatus:
		return oneOf(d.Value, hearsay.TermStatuses)
	case hearsay.FieldAnswer:
		return oneOf(d.Value, hearsay.ResponseKinds)
	case hearsay.FieldPosition:
		return oneOf(d.Value, []hearsay.Regard{hearsay.Regardless, hearsay.OnCondition, hearsay.RegardNotStated})
	case hearsay.FieldQuantity, hearsay.FieldDeadline:
		if d.Value == "" {
			return fmt.Errorf("a correction of the %s gives another: say which", d.Field)
		}
	}
	return nil
}

func (a *Archive) checkAnchor(ctx context.Context, at hearsay.Anchor) error {
	v, err := a.RevisionOf(ctx, Hash(at.Revision))
	if err != nil {
		return err
	}
	record, err := a.Record(ctx, v.ID)
	if err != nil {
		return err
	}
	return at.Span.Check(len(record.Report.Text))
}

// UndoDecision takes a decision back; it is kept.
func (a *Archive) UndoDecision(ctx context.Context, id int64) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		n, err := s.exec(ctx, `UPDATE talks_decision SET undone = ? WHERE id = ? AND undone = 0`, micro(a.now()), id)
		if err == nil && n == 0 {
			return fmt.Errorf("decision %d %w", id, ErrNotFound)
		}
		if err != nil {
			return err
		}
		return decided(ctx, s, id)
	})
}

// decided notes that the stories have changed whose talks a decision is about.
func decided(ctx context.Context, s *session, id int64) error {
	var stories []StoryID
	err := s.each(ctx, `SELECT DISTINCT sr.story_id FROM talks_anchor n JOIN revision v ON v.hash = n.revision JOIN story_report sr ON sr.report_id = v.report_id
		WHERE n.decision_id = ? ORDER BY sr.story_id`, args(id), func(row scanner) error {
		var story StoryID
		err := row.Scan(&story)
		stories = append(stories, story)
		return err
	})
	if err != nil {
		return err
	}
	return touch(ctx, s, stories...)
}

// decisionsOf selects those of a story.
const decisionsOf = `IN (SELECT n.decision_id FROM talks_anchor n JOIN revision v ON v.hash = n.revision JOIN story_report sr ON sr.report_id = v.report_id
	WHERE n.part = 'at' AND sr.story_id = ?)`

// Decisions returns all decisions about talks that are anchored in the reports of a
// story, the oldest first, those that were undone included.
func (a *Archive) Decisions(ctx context.Context, story StoryID) ([]Decision, error) {
	var all []Decision
	err := a.each(ctx, `SELECT id, kind, name, field, value, editor, note, added, undone FROM talks_decision WHERE id `+decisionsOf+` ORDER BY id`, args(int64(story)),
		func(row scanner) error {
			var d Decision
			var added, undone int64
			err := row.Scan(&d.ID, &d.Kind, &d.Name, &d.Field, &d.Value, &d.Editor, &d.Note, &added, &undone)
			d.Added, d.Undone = fromMicro(added), fromMicro(undone)
			all = append(all, d)
			return err
		})
	if err != nil || len(all) == 0 {
		return all, err
	}
	err = a.each(ctx, `SELECT decision_id, part, idx, revision, first, past FROM talks_anchor WHERE decision_id `+decisionsOf+` ORDER BY decision_id, part, idx`, args(int64(story)),
		func(row scanner) error {
			var id int64
			var p placed
			err := row.Scan(&id, &p.part, &p.index, &p.Revision, &p.Span.Start, &p.Span.End)
			if i, ok := slices.BinarySearchFunc(all, id, func(d Decision, id int64) int { return int(d.ID - id) }); ok {
				all[i].take(p)
			}
			return err
		})
	return all, err
}

// dropDecisions removes from decisions the anchors in a revision that is withdrawn,
// and the decisions that are about nothing else.
func dropDecisions(ctx context.Context, s *session, revision Hash) error {
	if _, err := s.exec(ctx, `DELETE FROM talks_anchor WHERE revision = ?`, string(revision)); err != nil {
		return err
	}
	const about = `NOT EXISTS (SELECT 1 FROM talks_anchor n WHERE n.decision_id = d.id AND n.part = 'at')`
	if _, err := s.exec(ctx, `DELETE FROM talks_anchor WHERE decision_id IN (SELECT d.id FROM talks_decision d WHERE `+about+`)`); err != nil {
		return err
	}
	_, err := s.exec(ctx, `DELETE FROM talks_decision WHERE id IN (SELECT d.id FROM talks_decision d WHERE `+about+`)`)
	return err
}
