package hearsay

import "fmt"

// Term is one word of a report that carries meaning, and how it hangs with the
// others: who does what to whom. A record keeps its terms, so that statements can
// be compared when the text's tree is no longer at hand.
//
//	The League has not freed the captives.
//	    agent──┘       └─┬─┘     └patient
//	               predicate, negated
type Term struct {
	Span    Span
	Lemma   string // dictionary form in lower case
	Class   TermClass
	Head    int // position in Record.Terms of the term it hangs on; NoHead
	Role    TermRole
	Negated bool
	Actor   *int // ID of an Actor that the word mentions, or is part of the name of
}

// TermClass is the sort of word a term is.
type TermClass string

// The classes of term.
const (
	NounTerm      TermClass = "noun"
	NameTerm      TermClass = "name" // a word of a proper name
	VerbTerm      TermClass = "verb"
	AdjectiveTerm TermClass = "adjective"
	AdverbTerm    TermClass = "adverb"
	NumberTerm    TermClass = "number"
	PronounTerm   TermClass = "pronoun" // only where it mentions an actor
)

// TermClasses lists every class of term.
var TermClasses = []TermClass{NounTerm, NameTerm, VerbTerm, AdjectiveTerm, AdverbTerm, NumberTerm, PronounTerm}

// TermRole says what a term is to the one it hangs on. Voice makes no difference:
// what is freed is the patient of "freed", whoever is named first.
type TermRole string

// The roles of terms.
const (
	RootRole      TermRole = "root"      // it hangs on nothing
	AgentRole     TermRole = "agent"     // who does it, or of whom it is said
	PatientRole   TermRole = "patient"   // to whom it is done
	RecipientRole TermRole = "recipient" // to whom something is given or said
	ObliqueRole   TermRole = "oblique"   // where, when, how, with or from what
	NominalRole   TermRole = "nominal"   // "of", "in", "for" after a noun; whose it is
	ModifierRole  TermRole = "modifier"  // "free" captives, "cease-fire" talks, 30 captives
	ClauseRole    TermRole = "clause"    // a predicate under another
	EqualRole     TermRole = "equal"     // the second of two things joined by "and", or standing side by side
)

// TermRoles lists every role of a term.
var TermRoles = []TermRole{RootRole, AgentRole, PatientRole, RecipientRole, ObliqueRole, NominalRole, ModifierRole, ClauseRole, EqualRole}

// checkTerms holds terms to be in text order and each to hang on another or on none.
func (r Record) checkTerms() error {
	end := 0
	for i, t := range r.Terms {
		switch {
		case t.Span.Check(len(r.Report.Text)) != nil:
			return fmt.Errorf("term %d: %w", i, t.Span.Check(len(r.Report.Text)))
		case t.Span.Start < end:
			return fmt.Errorf("term %d begins at byte %d, inside the term before it", i, t.Span.Start)
		case t.Head != NoHead && (t.Head < 0 || t.Head >= len(r.Terms) || t.Head == i):
			return fmt.Errorf("term %d hangs on %d of %d", i, t.Head, len(r.Terms))
		case t.Actor != nil && (*t.Actor < 0 || *t.Actor >= len(r.Actors)):
			return fmt.Errorf("term %d mentions actor %d of %d", i, *t.Actor, len(r.Actors))
		}
		end = t.Span.End
	}
	return nil
}
