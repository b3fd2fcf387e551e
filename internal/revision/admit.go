package revision

import (
	"slices"

	"hearsay"
	"hearsay/internal/note"
)

// finding is a change before it is held against the note.
type finding struct {
	kind          hearsay.ChangeKind
	subject       hearsay.ChangeSubject
	before, after *hearsay.Span
	where, total  note.Place // where it stands, and of how many
	anew          bool       // what stands there now is another thing, not an edited one
}

// notice is a note of the later edition that the earlier did not have.
type notice struct {
	hearsay.Span
	note.Note
}

// readNotes reads the notes that are new. One that stood before admitted what
// was changed then.
func (c *comparison) readNotes() {
	for i := range c.after.paragraphs {
		p := &c.after.paragraphs[i]
		if p.class == notes && !c.before.has(p.stretch) {
			c.notes = append(c.notes, notice{p.Span, note.Parse(p.In(c.after.text))})
		}
	}
}

// settle adds a finding with what the note says of it. A figure, a source or a
// quotation that was changed is a silent change if the note does not admit it.
func (c *comparison) settle(f finding) {
	ch := hearsay.Change{Kind: f.kind, Subject: f.subject, Where: f.where.Printed, Before: f.before, After: f.after}
	act, admitted := note.Act(""), (*hearsay.Span)(nil)
	if f.subject != hearsay.SubjectNote {
		act, admitted = c.admitted(f)
	}
	ch.Admitted = admitted
	switch {
	case admitted != nil && act == note.Corrected && f.kind != hearsay.ChangeAdded && f.kind != hearsay.ChangeMoved:
		ch.Kind = hearsay.ChangeCorrected
	case admitted == nil && isSensitive(f) && !(f.anew && c.tellsOfMore()):
		ch.Kind = hearsay.ChangeSilent
	}
	c.changes = append(c.changes, ch)
}

// isSensitive reports whether a change must be admitted.
func isSensitive(f finding) bool {
	if f.kind != hearsay.ChangeChanged && f.kind != hearsay.ChangeRemoved {
		return false
	}
	return f.subject == hearsay.SubjectFigure || f.subject == hearsay.SubjectSource || f.subject == hearsay.SubjectQuote
}

// tellsOfMore reports whether a note says that there is something new without
// saying where: what then stands in the place of something else is not kept quiet.
func (c *comparison) tellsOfMore() bool {
	for _, n := range c.notes {
		for _, a := range n.Admissions {
			if len(a.Places) == 0 && (a.Act == note.Added || a.Act == note.Changed || a.Act == note.Recast) {
				return true
			}
		}
	}
	return false
}

// admitted returns the words of the note that admit a change, and what they say
// was done. An admission that names a place admits what stands there by either way of
// counting; one that names none, what it shares a telling word with.
func (c *comparison) admitted(f finding) (note.Act, *hearsay.Span) {
	var act note.Act
	var words *hearsay.Span
	best := 0
	for _, n := range c.notes {
		for _, a := range n.Admissions {
			if s := c.score(f, n, a); s > best {
				at := hearsay.Span{Start: n.Start + a.Start, End: n.Start + a.End}
				best, act, words = s, a.Act, &at
			}
		}
	}
	return act, words
}

// score tells how well an admission fits a change; 0: it does not admit it.
func (c *comparison) score(f finding, n notice, a note.Admission) int {
	if !canAdmit(a.Act, f) {
		return 0
	}
	speaks := c.speaksOf(f, n, a)
	if len(a.Places) == 0 {
		if speaks {
			return 3
		}
		return 0
	}
	one := note.Note{Admissions: []note.Admission{a}}
	switch isThere := one.Covers(f.where, f.total) == note.Placed; {
	case isThere && speaks:
		return 4
	case isThere && a.Act != note.Corrected:
		return 2
	case isThere && (isSensitive(f) || f.anew):
		return 1
	}
	return 0
}

// canAdmit reports whether what a note says was done can be this change.
func canAdmit(act note.Act, f finding) bool {
	switch act {
	case note.Added:
		return f.kind == hearsay.ChangeAdded || f.kind == hearsay.ChangeMoved || f.kind == hearsay.ChangeChanged
	case note.Removed:
		return f.kind == hearsay.ChangeRemoved
	case note.Repeated:
		return false
	}
	return true
}

// admittedAbove returns the words of the note that speak of the headline or the
// byline.
func (c *comparison) admittedAbove(of hearsay.ChangeSubject) *hearsay.Span {
	part := note.Headline
	if of == hearsay.SubjectByline {
		part = note.Byline
	}
	for _, n := range c.notes {
		for _, a := range n.Admissions {
			if slices.Contains(a.Parts, part) {
				return &hearsay.Span{Start: n.Start + a.Start, End: n.Start + a.End}
			}
		}
	}
	return nil
}
