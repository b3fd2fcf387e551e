// Package review tells what people decided of what was read from a revision, and
// who agreed: what a review comes to.
//
//	what the machine read ─┐
//	                       ├─▶ Of ─▶ readings that were judged, with by and against ─▶ JSON Lines
//	what people say of it ─┘         and those that nobody judged: open
//
// A reading is judged where a correction that holds is found at it. It is right,
// wrong, corrected (with other words for source, cue or content), or added, where
// the machine read nothing. What is said of a voice or an act alone leaves the
// words right.
package review

import (
	"slices"

	"hearsay"
	"hearsay/internal/archive"
)

// Verdict is what people came to of a reading.
type Verdict string

// The verdicts.
const (
	Right     Verdict = "right"
	Wrong     Verdict = "wrong" // nobody is said to say this there
	Corrected Verdict = "corrected"
	Added     Verdict = "added" // the machine read nothing there
)

// Reading is one reading of a revision that somebody judged.
type Reading struct {
	Verdict Verdict

	// Machine is what the machine read, nil where a person added it; Holds what
	// holds now, nil where it is wrong. Their spans are bytes of the text.
	Machine, Holds *hearsay.Attribution

	// By are those whose last word is what holds, Against those whose last word is
	// something else; each in the order in which they first spoke.
	By, Against []string
}

// Judged is what was judged of one revision.
type Judged struct {
	Readings []Reading             // in the order of the record, what was added last
	Open     []hearsay.Attribution // what the machine read and nobody judged
}

// Of returns what people said of a record, as the machine made it. Corrections
// come in the order in which they were made; those that were undone count for
// nothing.
func Of(record hearsay.Record, corrections []archive.Correction) Judged {
	var j Judged
	whole, said := withAdded(record, corrections)
	groups := grouped(whole, said)
	for i, a := range whole.Attributions {
		r := readingOf(whole, a, groups[i])
		isAdded := i >= len(record.Attributions)
		switch {
		case len(groups[i]) == 0, isAdded && r.Verdict == Wrong: // of one who adds and one who refuses, nobody is right
			j.Open = append(j.Open, a)
			continue
		case isAdded:
			r.Verdict, r.Machine = Added, nil
		}
		j.Readings = append(j.Readings, r)
	}
	return j
}

// withAdded returns a record with what people added behind what the machine read,
// and the other corrections; who added something stands for it as whoever says
// that it is right.
func withAdded(record hearsay.Record, corrections []archive.Correction) (hearsay.Record, []archive.Correction) {
	var added, said []archive.Correction
	for _, c := range corrections {
		if c.Verdict == archive.Missing && c.Undone.IsZero() {
			added = append(added, c)
			c.Verdict, c.Value = archive.Right, ""
		}
		said = append(said, c)
	}
	return archive.Overlay(record, added).Record, said
}

// grouped puts corrections with the attribution that each is about, as laying them
// over the record does: that at its span, or else that which shares most with it.
func grouped(record hearsay.Record, corrections []archive.Correction) map[int][]archive.Correction {
	groups := map[int][]archive.Correction{}
	for _, c := range corrections {
		if !c.Undone.IsZero() || c.Role == archive.RoleFigure || c.Role == archive.RoleState {
			continue
		}
		if i := at(record, c.Span); i >= 0 {
			groups[i] = append(groups[i], c)
		}
	}
	return groups
}

func at(record hearsay.Record, span hearsay.Span) int {
	best, most := -1, 0
	for i, a := range record.Attributions {
		anchor := archive.Anchor(a)
		if anchor == span {
			return i
		}
		if shared := min(anchor.End, span.End) - max(anchor.Start, span.Start); shared > most {
			best, most = i, shared
		}
	}
	return best
}

func readingOf(record hearsay.Record, a hearsay.Attribution, group []archive.Correction) Reading {
	r := Reading{Machine: &a, Verdict: Right}
	a.ID, a.Within = 0, nil
	alone := hearsay.Record{Report: record.Report, Actors: record.Actors, Attributions: []hearsay.Attribution{a}}
	if left := archive.Overlay(alone, group).Record.Attributions; len(left) == 0 {
		r.Verdict = Wrong
	} else {
		r.Holds = &left[0]
		if !sameWords(a, left[0]) {
			r.Verdict = Corrected
		}
	}
	r.By, r.Against = sides(r.Verdict, group)
	return r
}

func sameWords(a, b hearsay.Attribution) bool {
	return samePlace(a.Source, b.Source) && samePlace(a.Cue, b.Cue) && slices.Equal(a.Content, b.Content)
}

func samePlace(a, b *hearsay.Span) bool { return a == b || a != nil && b != nil && *a == *b }
