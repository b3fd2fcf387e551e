package moment

import (
	"slices"

	"hearsay"
)

// # Tense
//
// "They met on Friday" is about last Friday, "they will meet on Friday" about the
// next. What says so is the nearest verb that the expression hangs on, or the
// preposition before it:
//
//	They planned to leave on Thursday.         leave ← Thursday, "to": coming
//	It is due on Thursday.                     due ← Thursday: coming
//	They have until Thursday.                  until: coming
//	The vote held on Thursday was lost.        held ← Thursday, a participle: past
//	Sales would match Thursday's price.        price ← Thursday: a noun; the verb above it
//	                                           says nothing, unless it has "will"
type tense uint8

const (
	noTense tense = iota
	over          // surely past: "since", "had filed"
	past
	present
	coming
	certain // surely coming: "will", "until"
)

const (
	maxClimb     = 12 // heads between an expression and its verb
	maxAuxiliary = 10 // tokens between an auxiliary and its verb
)

// tense returns the tense of what the match says, noTense if it cannot be told.
func (m *match) tense() tense {
	switch before := m.before(1); {
	case m.is(before, "since", "ended"), m.is(before, "of") && m.is(m.before(2), "as"):
		return over
	case m.is(before, "by") && m.verbTense() == over:
		return over
	case m.is(before, "by", "until", "till", "through"):
		return certain
	}
	return m.verbTense()
}

func (m *match) isPast() bool { return m.tense() == past || m.tense() == over }

func (m *match) isComing() bool { return m.tense() >= present }

func (m *match) verbTense() tense {
	tokens := m.doc.Tokens
	first, last := m.steps[0].token, m.steps[len(m.steps)-1].last
	if tokens[first].Relation == 0 {
		return noTense
	}
	t, ofNoun := first, false
	for range maxClimb {
		if t < first || t > last {
			if found := m.tenseOf(t, first, ofNoun); found != noTense {
				return found
			}
			ofNoun = ofNoun || nouns.has(tokens[t].Tag)
		}
		if t = tokens[t].Head; t == hearsay.NoHead {
			break
		}
	}
	return noTense
}

// tenseOf returns the tense of one word above the expression, which begins at token
// from: that of the word's auxiliaries and copulas, or a verb's own.
func (m *match) tenseOf(t, from int, ofNoun bool) tense {
	word := m.doc.Tokens[t]
	helpers := m.helpersOf(t)
	switch {
	case helpers.will:
		return certain
	case expecting(word.Lemma) && !helpers.had && t < from:
		return coming
	case ofNoun && (helpers.to || helpers.modal):
		return noTense
	case helpers.to || helpers.modal && !helpers.have:
		return coming
	case helpers.had:
		return over
	case helpers.past || helpers.have:
		return past
	case helpers.present, word.Tag == tagVBZ, word.Tag == tagVBP:
		return m.presentOf(word, ofNoun)
	case word.Tag == tagVBD, word.Tag == tagVBN:
		return past
	case word.Tag == tagVB && !ofNoun:
		return coming
	}
	return noTense
}

// presentOf is what a verb in the present says: "they meet on Friday" is to come,
// "she says on Friday" is not.
func (m *match) presentOf(verb hearsay.Token, ofNoun bool) tense {
	if ofNoun || slices.Contains([]string{"say", "tell", "report", "announce", "show"}, verb.Lemma) {
		return noTense
	}
	return present
}

// expecting reports whether a word is about what is to come, whatever its tense.
func expecting(lemma string) bool {
	switch lemma {
	case "due", "expect", "schedule", "slate", "plan", "effective", "deadline", "payable", "start", "starting":
		return true
	}
	return false
}

// helpers are the words before a verb, or before a noun or adjective with a copula, that
// tell its tense.
type helpers struct {
	will, modal, to          bool
	have, had, past, present bool
}

func (m *match) helpersOf(t int) helpers {
	var h helpers
	for i := max(m.doc.Sentences[m.sentence].First, t-maxAuxiliary); i < t; i++ {
		if m.doc.Tokens[i].Head == t {
			h.add(m.doc.Tokens[i])
		}
	}
	return h
}

func (h *helpers) add(t hearsay.Token) {
	switch t.Tag {
	case tagMD:
		h.modal = true
		h.will = h.will || t.Lemma == "will" || t.Lemma == "shall" || t.Lemma == "'ll"
	case tagTO:
		h.to = true
	case tagVB, tagVBD, tagVBN, tagVBP, tagVBZ:
		h.addAuxiliary(t)
	}
}

func (h *helpers) addAuxiliary(t hearsay.Token) {
	switch t.Lemma {
	case "have":
		h.have = true
		h.had = h.had || t.Tag == tagVBD
	case "be", "do":
		h.past = h.past || t.Tag == tagVBD
		h.present = h.present || t.Tag == tagVBP || t.Tag == tagVBZ
	}
}

var (
	tagMD, _  = hearsay.ParseTag("MD")
	tagTO, _  = hearsay.ParseTag("TO")
	tagVB, _  = hearsay.ParseTag("VB")
	tagVBD, _ = hearsay.ParseTag("VBD")
	tagVBN, _ = hearsay.ParseTag("VBN")
	tagVBP, _ = hearsay.ParseTag("VBP")
	tagVBZ, _ = hearsay.ParseTag("VBZ")
)
