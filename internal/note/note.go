// Package note reads the words of a report's note on itself: what kind of note
// it is, what it admits to have changed, and in which paragraphs.
//
//	(Corrects number of waiting ships in last paragraph to 43, not 53; adds Pryce comment)
//	 └──────────────── corrected, paragraph -1 ─────────────────────┘  └─── added ────┘
//
// A note is the outlet's word about its text, and only that: whether it is true
// shows when the earlier version is at hand. What this package says is where the
// note claims there was a change ([Note.Covers]), for whoever compares.
//
// Outlets count differently. "Fifth paragraph" may be the fifth of the prose or
// the fifth block as printed, notes and subheads included. Both countings are
// kept side by side, and neither is preferred.
package note

import "hearsay"

// Note is what a note says.
type Note struct {
	Words      string // the note verbatim
	Kind       Kind
	Admissions []Admission // in text order; empty where it says nothing of changes
}

// Kind is what a note is for.
type Kind string

// The kinds of note.
const (
	Update        Kind = "update"
	Correction    Kind = "correction"
	Clarification Kind = "clarification"
	Refile        Kind = "refile"     // the same text sent again
	Withdrawal    Kind = "withdrawal" // not to be relied on
	Advisory      Kind = "advisory"   // what is to come
	Editors       Kind = "editors"    // of the editors, on anything else
)

// Admission is one thing that a note admits.
type Admission struct {
	hearsay.Span // of its words, in bytes into Note.Words
	Act          Act
	Parts        []Part  // what of the text it names, in text order
	Places       []Range // where it says it was; empty where it does not say

	// Of a correction, what is right and what was wrong ("43, not 53"), as
	// spans of Note.Words; nil where it does not set them against each other.
	Right, Wrong *hearsay.Span
}

// Act is what was done.
type Act string

// The acts.
const (
	Added     Act = "added"
	Removed   Act = "removed"
	Changed   Act = "changed"
	Corrected Act = "corrected"
	Clarified Act = "clarified"
	Recast    Act = "recast"   // written anew
	Repeated  Act = "repeated" // sent again as it was
)

// Part is a part of a report's text that notes name.
type Part string

// The parts.
const (
	Quotes     Part = "quotes"
	Background Part = "background"
	Details    Part = "details"
	Figures    Part = "figures"
	Names      Part = "names"
	Lead       Part = "lead"
	Headline   Part = "headline"
	Byline     Part = "byline"
	Dateline   Part = "dateline"
	Pictures   Part = "pictures"
)

// Range is a run of paragraphs, both ends included, counted from 1; negative
// numbers count from the end, -1 being the last.
type Range struct{ First, Last int }
