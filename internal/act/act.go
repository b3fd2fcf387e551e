// Package act tells what each statement does and how it is meant: an offer, a
// threat, a denial …; actual, planned, possible, hypothetical or denied; on what
// words it depends, and to whom it is made.
//
//	The union [threatened] to strike [unless the mill reopens].     threat, planned
//	           └─ cue.go ─┘           └──── condition.go ─────┘
//
//	The union said [it] [will] [strike] [with or without a ballot]. threat, planned
//	          neutral │    │      └ hostile words      └ regardless
//	                  │    └ modality: clause.go
//	                  └ its own doing: own.go
//
// A cue that does something by being said (threatened, denied) tells the act by
// itself; verbs.go lists such words by what they do. Below a cue that only says
// that something was said, the content tells it, by the first rule that fits of the
// table in rules.go: from what its clause says (clause.go), of whom (own.go), with
// what figure (count.go). What the outlet says in its own voice is read like a
// content.
//
//	cue.go performance.go demand.go expect.go    what a word does by being said
//	answer.go hostile.go future.go arranged.go   what the clause of a content does
//	denial.go                                    what is said not to be
//	count.go figure.go                           is the figure the point?
//	stance.go condition.go addressee.go          how, on what it depends, to whom
package act

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// Told is what was read of a document before.
type Told struct {
	Attributions []hearsay.Attribution
	OwnVoice     []hearsay.OwnVoice
	Figures      []hearsay.Figure // in text order
	Moments      []hearsay.Moment // in text order
	Actors       []hearsay.Actor  // an ID is a position

	// At returns the ID of the actor that words mean; false: of none that is known.
	At func(words hearsay.Span) (int, bool)
}

// Reading is what one statement does.
type Reading struct {
	Act        hearsay.Act
	Stance     hearsay.Stance
	Condition  *hearsay.Span // the words that it depends on something
	Regardless *hearsay.Span // the words that it depends on nothing
	Addressee  *int          // ID of an Actor: to whom, beside what was read before
	Why        string        // the rule that told it: "cue: threatens"
}

// Read returns what each attribution does, and each statement in the outlet's own
// voice. words are those of the document's tokens.
func Read(doc *hearsay.Document, words []*lexicon.Word, told Told) (attributions, own []Reading) {
	p := newPage(doc, words, told)
	for i := range told.Attributions {
		attributions = append(attributions, p.read(p.statement(&told.Attributions[i])))
	}
	for _, o := range told.OwnVoice {
		own = append(own, p.read(p.ownStatement(o)))
	}
	return attributions, own
}

func (p *page) read(s *statement) Reading {
	s.findConditions()
	v := s.verdict()
	return Reading{
		Act: v.act, Stance: s.stance(v), Why: v.why,
		Condition: s.condition, Regardless: s.regardless, Addressee: s.addressee(v.act),
	}
}

// page is the working memory of one document.
type page struct {
	tree.Tree
	told Told
}

func newPage(doc *hearsay.Document, words []*lexicon.Word, told Told) *page {
	return &page{tree.Grow(doc, words), told}
}

// statement is an attribution, or something that the outlet says itself, in tokens.
type statement struct {
	*page
	attribution *hearsay.Attribution // nil: the outlet's own
	source      extent               // empty: none
	cue         extent               // empty: none
	content     []extent
	clauses     []clause // of the content, in text order

	dependences           []found
	condition, regardless *hearsay.Span
}

func (p *page) statement(a *hearsay.Attribution) *statement {
	s := &statement{page: p, attribution: a}
	if a.Source != nil {
		s.source = p.ExtentOf(*a.Source)
	}
	if a.Cue != nil {
		s.cue = p.ExtentOf(*a.Cue)
	}
	for _, c := range a.Content {
		s.content = append(s.content, p.ExtentOf(c))
	}
	s.findClauses()
	return s
}

func (p *page) ownStatement(o hearsay.OwnVoice) *statement {
	s := &statement{page: p, content: []extent{p.ExtentOf(o.Span)}}
	s.findClauses()
	return s
}
