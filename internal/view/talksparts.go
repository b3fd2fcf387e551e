package view

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay"
)

// # What a person can correct in talks
//
// A part is what corrections are about: a term, an answer, a position, a deadline.
// Each has the words by which a decision is anchored to it, and what is read of it now.

// Decided is what a person decided of talks, as it is shown.
type Decided struct {
	ID           int64
	Kind         hearsay.TalksDecisionKind
	Field        hearsay.TalksField
	Was, Value   string
	Editor, Note string
	When         time.Time
}

// Look says how somebody looks at talks: what is new, and what was decided by whom.
type Look struct {
	IsNew   func(report int) bool // nil: nothing is
	Decided []Decided             // as hearsay.Mark counts them
}

// marks tells the marks of a part.
func (l Look) marks(all []hearsay.Mark) []Decided {
	var told []Decided
	for _, m := range all {
		d := Decided{Kind: m.Kind, Field: m.Field}
		if m.Decision < len(l.Decided) {
			d = l.Decided[m.Decision]
		}
		d.Was = Line(m.Was)
		told = append(told, d)
	}
	return told
}

// PartKind says what a part is.
type PartKind string

// The kinds of part.
const (
	PartTerm     PartKind = "term"
	PartAnswer   PartKind = "answer"
	PartPosition PartKind = "position"
	PartDeadline PartKind = "deadline"
)

// TalksPart is one part of talks.
type TalksPart struct {
	Kind    PartKind
	Talks   int              // ID
	By      string           // whose it is; "" : not said
	At      hearsay.Passage  // what a decision is anchored to
	Whose   *hearsay.Passage // words for the party whose answer or position it is
	Words   string
	Values  []FieldValue
	Parties []PartyChoice // whom a term may oblige
	Said    []SayingLine
	Marks   []Decided
}

// FieldValue is what is read of a part.
type FieldValue struct {
	Field  hearsay.TalksField
	Value  string
	Among  []string // all there are; nil: any words
	Gloss  string   // prefix of the terms that explain Among
	Hidden bool     // it is corrected by Parties
}

// PartyChoice is somebody whom a term may oblige.
type PartyChoice struct {
	Name    string
	At      hearsay.Passage
	Obliged bool
}

// PartsOf lists the parts of all talks of a trace, in the order of their boards.
func PartsOf(t *hearsay.Trace, look Look) []TalksPart {
	var all []TalksPart
	for _, k := range talkersOf(t, look) {
		for _, p := range k.talks.Proposals {
			for _, term := range p.Terms {
				all = append(all, k.termPart(p, term))
			}
			for _, r := range p.Responses {
				all = append(all, k.answerPart(r))
			}
		}
		for _, p := range k.talks.Positions {
			all = append(all, k.positionPart(p))
		}
		for _, d := range k.talks.Deadlines {
			all = append(all, k.deadlinePart(d))
		}
	}
	return all
}

func (k *talker) termPart(p hearsay.Proposal, t hearsay.TalksTerm) TalksPart {
	part := TalksPart{Kind: PartTerm, Talks: k.talks.ID, By: k.party(p.By), At: t.Words, Words: words(k.trace, t.Words),
		Said: k.sayings("", t.Said), Marks: k.look.marks(t.Marks)}
	part.Values = []FieldValue{
		{Field: hearsay.FieldStatus, Value: string(t.Status), Among: stringsOf(hearsay.TermStatuses)},
		{Field: hearsay.FieldQuantity, Value: Line(t.Quantity)},
		{Field: hearsay.FieldObliges, Value: strings.Join(k.parties(t.On), "; "), Hidden: true},
	}
	for _, p := range k.talks.Parties {
		part.Parties = append(part.Parties, PartyChoice{k.party(&p.ID), p.Words, slices.Contains(t.On, p.ID)})
	}
	return part
}

func (k *talker) answerPart(r hearsay.Response) TalksPart {
	part := TalksPart{Kind: PartAnswer, Talks: k.talks.ID, By: k.party(r.By), Whose: k.whose(r.By), Said: k.sayings("", r.Said), Marks: k.look.marks(r.Marks)}
	part.Values = []FieldValue{{Field: hearsay.FieldAnswer, Value: string(r.Kind), Among: stringsOf(hearsay.ResponseKinds), Gloss: "answer-"}}
	return k.anchored(part, r.Said)
}

func (k *talker) positionPart(p hearsay.Position) TalksPart {
	part := TalksPart{Kind: PartPosition, Talks: k.talks.ID, By: k.party(p.By), Whose: k.whose(p.By), At: p.Words, Words: words(k.trace, p.Words),
		Said: k.sayings("", p.Said), Marks: k.look.marks(p.Marks)}
	part.Values = []FieldValue{{Field: hearsay.FieldPosition, Value: string(p.Regard),
		Among: []string{string(hearsay.Regardless), string(hearsay.OnCondition), string(hearsay.RegardNotStated)}, Gloss: "regard-"}}
	return part
}

func (k *talker) deadlinePart(d hearsay.TalksDeadline) TalksPart {
	var said []hearsay.Saying
	for _, c := range d.Changes {
		said = append(said, c.Saying)
	}
	part := TalksPart{Kind: PartDeadline, Talks: k.talks.ID, By: k.party(d.SetBy), Said: k.sayings("", said), Marks: k.look.marks(d.Marks)}
	part.Values = []FieldValue{{Field: hearsay.FieldDeadline, Value: d.Value}}
	return k.anchored(part, said)
}

// anchored has a part rest on the saying that came out first.
func (k *talker) anchored(p TalksPart, said []hearsay.Saying) TalksPart {
	if len(said) > 0 {
		p.At = k.first(said).Words
		p.Words = words(k.trace, p.At)
	}
	return p
}

func (k *talker) whose(party *int) *hearsay.Passage {
	if party == nil {
		return nil
	}
	return &k.talks.Parties[*party].Words
}

func stringsOf[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = string(v)
	}
	return out
}

// Correction returns the decision that a part's field is another. anchor ties words to
// their revision.
func (p TalksPart) Correction(field hearsay.TalksField, value string, parties []hearsay.Anchor, anchor func(hearsay.Passage) hearsay.Anchor) hearsay.TalksDecision {
	d := hearsay.TalksDecision{Kind: hearsay.TalksCorrect, At: []hearsay.Anchor{anchor(p.At)}, Field: field, Value: value, Parties: parties}
	if p.Whose != nil {
		whose := anchor(*p.Whose)
		d.Whose = &whose
	}
	return d
}

// Told tells a decision in one line.
func Told(d hearsay.TalksDecision) string {
	switch d.Kind {
	case hearsay.TalksOpen:
		return strings.TrimSuffix("talks opened: "+Line(d.Name), ": ")
	case hearsay.TalksName:
		return "named " + Line(d.Name)
	case hearsay.TalksMerge:
		return strconv.Itoa(len(d.At)) + " talks are one"
	case hearsay.TalksClose:
		return "closed: over, or none"
	}
	if d.Field == hearsay.FieldObliges {
		return "whom it obliges corrected"
	}
	return string(d.Field) + " is " + Line(d.Value)
}
