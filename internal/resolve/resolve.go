// Package resolve tells who is meant: it takes every mention of somebody who
// speaks or acts (a name, a noun phrase, a pronoun) for one actor.
//
//	Hanna Lovric, the registrar, said … “We …,” she added. The tribunal …
//	└──── 0 ───┘  └─── 0 ────┘         └1            └0   └──── 1 ────┘
//
// A text is gone over twice. First all names are compared with each other
// (alias.go), so that everything a text tells of somebody is known when it
// comes to pronouns: "Ms", "its chairman". Then the other mentions are gone
// through from the beginning, each by the first of these that settles it:
//
//	"I", "we"           whose direct speech it stands in                         speaker.go
//	"he", "its", …      the most salient of those mentioned before               salience.go
//	a noun phrase       beside a name; a noun repeated; a fit description        beside.go, nominal.go
//
// The order of passes from the surest to the boldest, over entities that
// collect what is known, is that of Lee et al. (2013, Deterministic coreference
// resolution based on entity-centric, precision-ranked rules).
//
// An anonymous voice never meets a name (anonymous.go).
package resolve

import (
	"hearsay"
	"hearsay/internal/lexicon"
)

// Desk is the memory that one goroutine resolves with. The zero Desk is ready
// for use.
type Desk struct {
	reading reading
	Points  *Salience // nil: the fitted ones
}

// Reason says how a mention was resolved.
type Reason uint8

// The reasons.
const (
	ReasonFirst Reason = iota
	ReasonSameName
	ReasonFamilyName
	ReasonGivenName
	ReasonShortName
	ReasonInitials
	ReasonApposition
	ReasonPredicate
	ReasonSameNoun
	ReasonDescription
	ReasonCountry
	ReasonPronoun
	ReasonSpeaker
	ReasonStatement
)

// describes reports whether a mention with this reason is a description of
// somebody named beside it.
func (r Reason) describes() bool { return r == ReasonApposition || r == ReasonPredicate }

// Explain returns the reason as words for a person.
func (r Reason) Explain() string { return reasons[r] }

var reasons = [...]string{
	ReasonFirst: "mentioned for the first time", ReasonSameName: "the same name", ReasonFamilyName: "the family name",
	ReasonGivenName: "the given name", ReasonShortName: "a short form of the name", ReasonInitials: "the initials of the name",
	ReasonApposition: "stands beside the name", ReasonPredicate: "is said to be this", ReasonSameNoun: "the same noun again",
	ReasonDescription: "the likeliest of those it may describe", ReasonCountry: "the government of that country",
	ReasonPronoun: "the likeliest of those mentioned before", ReasonSpeaker: "who speaks here", ReasonStatement: "who made the statement",
}

// Resolution is who is meant in a document.
type Resolution struct {
	Actors   []hearsay.Actor // their IDs are positions
	Named    []bool          // for each, whether the text gives it a name
	Mentions []Mention       // in the order of their heads
	Names    []hearsay.Name  // in text order, each of the kind that its actor is of

	doc        *hearsay.Document
	at, nameAt []int32 // of each token, the mention it heads and the name it belongs to; -1
}

// Mention is one place where somebody or something is mentioned.
type Mention struct {
	First, End int // half-open range of tokens: the noun phrase without clauses
	Head       int // the token the others hang on
	Entity     int // the same for all mentions of one; -1: nobody
	Actor      int // ID; -1: nobody to be listed: a thing, an anonymous voice, a pronoun for nobody
	Naming     int // position of the mention that gives the actor's fullest name; -1: it has none

	// As are the words that say best who is meant: for "he", "a senior
	// official"; for a name or a noun phrase its own.
	As        hearsay.Span
	Anonymous bool // the text keeps this voice unnamed
	Why       Reason
}

// At returns the mention that some words of the document are about: that of the
// word the others hang on, else of the first that somebody is mentioned with.
func (r Resolution) At(words hearsay.Span) (Mention, bool) {
	first := tokenAt(r.doc, words.Start)
	end := first
	for end < len(r.doc.Tokens) && r.doc.Tokens[end].Start < words.End {
		end++
	}
	if first >= end {
		return Mention{}, false
	}
	m := mentionIn(r.doc, r.at, r.nameAt, first, end)
	if m < 0 {
		m = r.relative(headOf(r.doc, first, end))
	}
	if m < 0 {
		return Mention{}, false
	}
	return r.Mentions[m], true
}

// Each calls visit for each token that heads a mention, belongs to a name or is a
// title's noun, in order, with the entity it is about and the token that gives that
// its fullest name: the family name, or the head of another; -1 for none.
func (r Resolution) Each(visit func(head, entity, naming int)) {
	for t, m := range r.at {
		if m < 0 {
			if m = r.ofName(t); m < 0 {
				continue
			}
		}
		naming := r.Mentions[m].Naming
		if naming >= 0 {
			naming = r.namingToken(naming)
		}
		visit(t, r.Mentions[m].Entity, naming)
	}
}

// namingToken returns the token that names somebody in a mention: the last of a
// person's name, before which titles may stand, else the head.
func (r Resolution) namingToken(m int) int {
	head := r.Mentions[m].Head
	if n := r.nameAt[head]; n >= 0 && r.Names[n].Kind == hearsay.PersonName {
		return r.Names[n].End - 1
	}
	return head
}

// ofName returns the mention whose name token t belongs to, -1 for none.
func (r Resolution) ofName(t int) int32 {
	n := r.nameAt[t]
	if n < 0 {
		return -1
	}
	name := r.Names[n]
	return r.at[headOf(r.doc, name.First, name.End)]
}

// Called returns what the actor that some words are about is called, and whether
// the text gives it a name; nothing for nobody.
func (r Resolution) Called(words hearsay.Span) (names []string, named bool) {
	m, ok := r.At(words)
	if !ok || m.Actor < 0 {
		return nil, false
	}
	a := r.Actors[m.Actor]
	return append([]string{a.Name}, a.Aliases...), r.Named[m.Actor]
}

// relative returns the mention that a relative pronoun at token t stands for, -1
// if none stands there: "the ministry, which counts 41".
func (r Resolution) relative(t int) int {
	if tag := r.doc.Tokens[t].Tag; tag != tagWP && tag != tagWDT {
		return -1
	}
	for range longestPhrase {
		token := &r.doc.Tokens[t]
		if token.Head < 0 {
			return -1
		}
		if token.Relation == relRelcl {
			return int(r.at[token.Head])
		}
		t = token.Head
	}
	return -1
}

// Resolve tells who is meant in a document that has been tagged, parsed and
// searched for names and attributions. words are those of its tokens.
func Resolve(doc *hearsay.Document, words []*lexicon.Word, found []hearsay.Attribution, desk *Desk) Resolution {
	reading := &desk.reading
	reading.begin(doc, words, found)
	if reading.points = desk.Points; reading.points == nil {
		reading.points = &fitted
	}
	reading.resolve()
	return reading.resolution()
}
