package act

import (
	"sort"

	"hearsay"
	"hearsay/internal/tree"
)

// counts reports whether a clause is there to say how many or how much: a figure is
// its subject, its object or its predicate.
func (s *statement) counts(c *clause) bool {
	if c.negated || c.modal != "" {
		return false
	}
	if c.subject >= 0 && totals[s.Lemma(c.subject)] && s.figureIn(s.reach(c)) != nil {
		return true
	}
	if moves[s.Lemma(c.pred)] && s.figureIn(s.reach(c)) != nil {
		return true
	}
	e := s.reach(c)
	if c == &s.clauses[0] {
		e.First = c.within.First // whatever the tree has the first words hang on
	}
	span := s.Doc.TokensSpan(e.First, e.End)
	for i := s.figureFrom(span.Start); i < len(s.told.Figures) && s.told.Figures[i].Span.Start < span.End; i++ {
		f := &s.told.Figures[i]
		if span.Contains(f.Span) && s.isPoint(c, f) {
			return true
		}
	}
	return false
}

// isPoint reports whether a figure is what a clause is about: its subject, object or
// predicate, and of such a kind. Of figures of another kind, those are that the words
// bound ("about 1,100 joined") and parts of a whole ("nine of them were children").
func (s *statement) isPoint(c *clause, f *hearsay.Figure) bool {
	if f.Low != nil && *f.Low == 1 && f.Qualifier == hearsay.Exactly && f.Unit == "people" {
		return false // "one person was arrested"
	}
	at := s.ExtentOf(f.Span)
	if s.begins(at.First, c) && (countStates[f.State] || s.Low(at.End) == "of") {
		return true // whatever the tree has it hang on
	}
	if at.First > c.pred && deeds[s.Lemma(c.pred)] && c.subject >= 0 && !c.passive && s.isSomebody(c.subject) && f.State != "killed" {
		return false // who did it is the point
	}
	top := at.First
	for h := s.Up(top); h >= 0 && h != c.pred && !verbs[s.Tag(h)]; h = s.Up(h) {
		top = h
	}
	role, above := s.Relation(top), s.Up(top)
	if k := s.Child(top, cases); k >= 0 && obliques[role] && bounds[s.Low(k)] {
		role = relObj // "killed about 40": no preposition, whatever the tree says
	}
	if above >= 0 && above != c.pred && s.Up(above) == c.pred && adverbials[s.Relation(above)] && direct[role] {
		return f.State == "killed" || f.State == "wounded" // "…, killing at least four"
	}
	if top != c.pred && (above != c.pred || !subjects[role] && !direct[role]) {
		return false
	}
	if total := c.subject; total >= 0 && totals[s.Lemma(total)] {
		return true
	}
	return countStates[f.State] || f.State != "duration" && f.State != "distance" && f.State != "level" && (f.Qualifier != hearsay.Exactly || s.Low(at.End) == "of" || f.Low != nil && *f.Low >= many)
}

// begins reports whether nothing but "that" and marks stands before token i in the
// content that a clause is of.
func (s *statement) begins(i int, c *clause) bool {
	for j := c.within.First; j < i; j++ {
		if !s.IsMark(j) && s.Low(j) != "that" && s.Low(j) != "some" {
			return false
		}
	}
	return i >= c.within.First
}

// deeds are verbs of what one is accused of, or praised for, whatever the number.
var deeds = tree.FormsOf("burn take steal accept receive hide bribe forge embezzle loot beat attack meet visit send hire demand promise offer destroy pay transfer wire fly")

// bounds are words before a number that look like prepositions.
var bounds = tree.FormsOf("about around over under")

// many is from which number on it is a figure: of a few things, something else is
// told.
const many = 10

// moves are verbs for how a number changes: "rose to 12 million".
var moves = tree.FormsOf("rise fall grow drop increase decline climb shrink double total amount average")

// totals are subjects of which only a number can be told.
var totals = tree.FormsOf("toll number count total figure tally sum turnout inflation unemployment majority cost price rate damage loss profit revenue deficit")

// countStates are the states of figures that a statement is made to tell.
var countStates = map[hearsay.State]bool{
	"killed": true, "wounded": true, "missing": true, "trapped": true, "held": true, "displaced": true, "sheltering": true,
	"arrested": true, "treated": true, "on-strike": true, "deployed": true, "waiting": true, "affected": true, "volume": true,
	"share": true, "money": true, "price": true, "vote": true,
}

func (p *page) figureFrom(start int) int {
	return sort.Search(len(p.told.Figures), func(i int) bool { return p.told.Figures[i].Span.Start >= start })
}

func (p *page) momentFrom(start int) int {
	return sort.Search(len(p.told.Moments), func(i int) bool { return p.told.Moments[i].Span.Start >= start })
}
