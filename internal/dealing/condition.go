package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// conditionOf returns the words within some tokens on which token h is made to
// depend, nil for none: "if no job is touched", "in return for 400 prisoners".
func (r *reading) conditionOf(h int, in extent) *hearsay.Span {
	for i := max(h, in.First); i < in.End; i++ {
		if end, ok := r.beginsCondition(i, in); ok {
			end = r.beforePast(i, end)
			if span, ok := r.span(tree.Between(i, end)); ok {
				return &span
			}
		}
	}
	return nil
}

// beforePast returns where a condition that begins at token i ends: before what else
// somebody did, "if the captain is freed first, and denied …".
func (r *reading) beforePast(i, end int) int {
	for j := i + 3; j+1 < end; j++ {
		if r.Low(j) == "," && (r.Low(j+1) == "and" || r.Low(j+1) == "but") && j+2 < end && r.Tag(j+2) == tree.TagOf("VBD") {
			return j
		}
	}
	return end
}

// beginsCondition reports whether a condition begins at token i, and where it ends.
func (r *reading) beginsCondition(i int, in extent) (int, bool) {
	switch low := r.Low(i); {
	case low == "only" && (r.Low(i+1) == "if" || r.Low(i+1) == "after" || r.Low(i+1) == "when"):
	case low == "if" || low == "unless":
		if i > 0 && (r.Low(i-1) == "even" || r.Low(i-1) == "as") {
			return 0, false
		}
	case low == "provided" && (r.Low(i+1) == "that" || i > 0 && !verbs[r.Tag(i-1)] && r.verbAfter(i+1, in)):
	case low == "on" && r.Low(i+1) == "condition" && r.Low(i+2) == "that":
	case low == "in" && (r.Low(i+1) == "exchange" || r.Low(i+1) == "return"):
		if r.Low(i+2) != "for" {
			return i + 2, true
		}
	case low == "conditional" && r.Low(i+1) == "on" || low == "subject" && r.Low(i+1) == "to":
	default:
		return 0, false
	}
	return in.End, true
}

// verbAfter reports whether a finite verb follows soon, so that a clause begins.
func (r *reading) verbAfter(i int, in extent) bool {
	for j := i; j < min(in.End, i+7); j++ {
		if finite[r.Tag(j)] || r.Tag(j) == modalTag {
			return true
		}
		if tree.Marks[r.Tag(j)] {
			return false
		}
	}
	return false
}

// regardlessOf returns the words within some tokens that say that something
// depends on nothing.
func (r *reading) regardlessOf(in extent) *hearsay.Span {
	for i := in.First; i < in.End; i++ {
		for _, p := range regardless {
			if n := r.match(i, p.words, in.End); n > 0 {
				end := i + n
				if p.open {
					end = r.openEnd(end, in.End)
				} else if p.words[0] == "with" {
					end = min(in.End, end+2)
				}
				span := r.Doc.TokensSpan(i, end)
				return &span
			}
		}
	}
	return nil
}

// regardlessBefore returns the words at the beginning of a clause's sentence that say
// that it depends on nothing: "Whatever comes of the paper, the navy will stay".
func (r *reading) regardlessBefore(c *clause) *hearsay.Span {
	first := r.sentence.First
	for first < c.First && tree.Marks[r.Tag(first)] {
		first++
	}
	for comma := first + 1; comma < c.First && comma < first+14; comma++ {
		if r.Low(comma) != "," {
			continue
		}
		if s := r.regardlessOf(tree.Between(first, comma)); s != nil && r.ExtentOf(*s).First == first {
			return s
		}
		return nil
	}
	return nil
}

// match returns how many tokens from i on are the words of a phrase; 0 if they are
// not.
func (r *reading) match(i int, phrase []string, end int) int {
	n := 0
	for _, w := range phrase {
		if i+n >= end || r.Low(i+n) != w && r.Lemma(i+n) != w {
			return 0
		}
		n++
	}
	return n
}

// openEnd returns where words end that go on after a phrase such as "whatever": at the
// end of the clause, or, where that ends with the phrase itself, at the next mark.
func (r *reading) openEnd(after, clause int) int {
	if clause > after {
		return clause
	}
	end := after
	for end < r.sentence.End && !tree.Marks[r.Tag(end)] && !r.isSpeaker(end) {
		end++
	}
	return end
}
