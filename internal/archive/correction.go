package archive

import (
	"context"
	"fmt"
	"slices"
	"time"

	"hearsay"
)

// Correction is what a person says of one part of a reading. It is anchored to a
// revision, a span of its text and a role, so that it outlives rereading, and
// laid over the record when that is shown ([Archive.View]). None is ever
// changed: a later one of the same span and role goes before an earlier, and one
// can be undone.
type Correction struct {
	ID       int64
	Revision Hash

	// Span is what the reading is found by: of an attribution its cue, or its
	// first piece of content if it has none; of a figure its words.
	Span hearsay.Span

	Role    Role
	Verdict Verdict

	// Value is what stands there instead, for [Missing] a [Missed] as its Value writes it: for RoleSource, RoleCue and
	// RoleContent spans in bytes ("12-30", for content several with spaces between
	// them, "" for none), for RoleWithin the span by which the enclosing attribution
	// is found ("": the words come straight to the outlet), for the others the word
	// itself.
	Value string

	Editor string // who says so
	Note   string // why
	Added  time.Time
	Undone time.Time // zero: it holds
}

// Role is the part of a reading that a correction is about.
type Role string

// The roles.
const (
	RoleAttribution Role = "attribution" // the whole: right or wrong
	RoleSource      Role = "source"
	RoleCue         Role = "cue"
	RoleContent     Role = "content"
	RoleIdentity    Role = "identity"
	RoleActor       Role = "actor" // the name of who speaks; never of an unnamed voice
	RoleAct         Role = "act"
	RoleStance      Role = "stance"
	RoleWithin      Role = "within" // through whom the words came: the attribution around
	RoleFigure      Role = "figure" // the whole: right or wrong
	RoleState       Role = "state"  // of a figure
)

// Roles lists every role.
var Roles = []Role{RoleAttribution, RoleSource, RoleCue, RoleContent, RoleIdentity, RoleActor, RoleAct, RoleStance, RoleWithin, RoleFigure, RoleState}

// Verdict is what a person says of a part.
type Verdict string

// The verdicts.
const (
	Right   Verdict = "right"
	Wrong   Verdict = "wrong"   // and nothing stands there
	Instead Verdict = "instead" // Value stands there
	Missing Verdict = "added"   // an attribution that was missed: Value says which
)

// Verdicts lists every verdict.
var Verdicts = []Verdict{Right, Wrong, Instead, Missing}

// Check reports the first broken invariant.
func (c Correction) Check() error {
	switch {
	case !slices.Contains(Roles, c.Role):
		return fmt.Errorf("%q is no role", c.Role)
	case !slices.Contains(Verdicts, c.Verdict):
		return fmt.Errorf("%q is no verdict", c.Verdict)
	case c.Span.Start < 0 || c.Span.End <= c.Span.Start:
		return fmt.Errorf("span [%d,%d) is empty", c.Span.Start, c.Span.End)
	case c.Verdict == Instead && (c.Role == RoleAttribution || c.Role == RoleFigure):
		return fmt.Errorf("a whole %s is right or wrong; correct its parts one by one", c.Role)
	case c.Verdict == Missing:
		return c.checkMissed()
	case c.Verdict != Instead:
		return nil
	}
	return c.checkValue()
}

func (c Correction) checkMissed() error {
	m, err := ParseMissed(c.Value)
	switch {
	case err != nil:
		return err
	case c.Role != RoleAttribution:
		return fmt.Errorf("only an attribution can be added, no %s", c.Role)
	case m.Anchor() != c.Span:
		return fmt.Errorf("it is not anchored at its cue, or at its content if it has none")
	}
	return nil
}

func (c Correction) checkValue() error {
	switch c.Role {
	case RoleSource, RoleCue, RoleContent, RoleWithin:
		_, err := readSpans(c.Value)
		return err
	case RoleIdentity:
		return oneOf(c.Value, hearsay.Identities)
	case RoleAct:
		return oneOf(c.Value, hearsay.Acts)
	case RoleStance:
		return oneOf(c.Value, hearsay.Stances)
	case RoleState:
		return oneOf(c.Value, hearsay.States)
	case RoleActor:
		if c.Value == "" {
			return fmt.Errorf("an actor has a name")
		}
	}
	return nil
}

func oneOf[T ~string](value string, all []T) error {
	if !slices.Contains(all, T(value)) {
		return fmt.Errorf("%q is none of %v", value, all)
	}
	return nil
}

// ErrUnnamed refuses to give an unnamed voice a name.
var ErrUnnamed = fmt.Errorf("the report does not name this voice, and hearsay never links an unnamed voice to a name")

// Correct keeps a correction and returns it with its number. It refuses one that
// does not fit the record that is shown now, and one that would name a voice
// which the report keeps unnamed ([ErrUnnamed]).
func (a *Archive) Correct(ctx context.Context, c Correction) (Correction, error) {
	if err := c.Check(); err != nil {
		return c, err
	}
	revision, err := a.RevisionOf(ctx, c.Revision)
	if err != nil {
		return c, err
	}
	view, err := a.View(ctx, revision.ID)
	if err != nil {
		return c, err
	}
	c.Added = a.now().UTC().Truncate(time.Microsecond)
	if err := fits(view.Record, c); err != nil {
		return c, err
	}
	err = a.write(ctx, Interactive, func(ctx context.Context, s *session) (err error) {
		c.ID, err = s.id(ctx, `INSERT INTO correction (revision, first, past, role, verdict, value, editor, note, added)
			VALUES (?,?,?,?,?,?,?,?,?) RETURNING id`,
			string(c.Revision), c.Span.Start, c.Span.End, string(c.Role), string(c.Verdict), c.Value, c.Editor, c.Note, micro(c.Added))
		if err != nil {
			return err
		}
		return a.corrected(ctx, s, c)
	})
	return c, err
}

// corrected makes anew what depends on a correction.
func (a *Archive) corrected(ctx context.Context, s *session, c Correction) error {
	if err := touchStoryAt(ctx, s, c.Revision); err != nil || c.Verdict == Right {
		return err
	}
	var report ReportID
	if found, err := s.get(ctx, `SELECT report_id FROM revision WHERE hash = ?`, args(string(c.Revision)), &report); !found || err != nil {
		return err
	}
	return a.reindex(ctx, s, report)
}

// fits reports whether a correction can be laid over a record.
func fits(r hearsay.Record, c Correction) error {
	if err := c.Span.Check(len(r.Report.Text)); err != nil {
		return err
	}
	o := overlay{record: r}
	if !o.apply(c) {
		return fmt.Errorf("no %s is read at [%d,%d)", c.Role, c.Span.Start, c.Span.End)
	}
	return o.refused
}

// Undo takes a correction back; it is kept.
func (a *Archive) Undo(ctx context.Context, id int64) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		var c Correction
		found, err := s.get(ctx, `UPDATE correction SET undone = ? WHERE id = ? AND undone = 0 RETURNING revision, verdict`, args(micro(a.now()), id), &c.Revision, &c.Verdict)
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("correction %d %w", id, ErrNotFound)
		}
		return a.corrected(ctx, s, c)
	})
}

// Corrections returns all corrections of a revision, the oldest first, those
// that were undone included.
func (a *Archive) Corrections(ctx context.Context, revision Hash) ([]Correction, error) {
	return a.corrections(ctx, `WHERE revision = ? ORDER BY id`, string(revision))
}

func (a *Archive) corrections(ctx context.Context, where string, values ...any) (all []Correction, err error) {
	return all, a.each(ctx, correctionQuery+where, values, corrections(&all))
}

const correctionQuery = `SELECT id, revision, first, past, role, verdict, value, editor, note, added, undone FROM correction `

func corrections(all *[]Correction) func(scanner) error {
	return func(row scanner) error {
		var c Correction
		var added, undone int64
		err := row.Scan(&c.ID, &c.Revision, &c.Span.Start, &c.Span.End, &c.Role, &c.Verdict, &c.Value, &c.Editor, &c.Note, &added, &undone)
		c.Added, c.Undone = fromMicro(added), fromMicro(undone)
		*all = append(*all, c)
		return err
	}
}
