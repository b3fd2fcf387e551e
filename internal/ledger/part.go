package ledger

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hearsay"
)

// # Parts and wholes of several sources
//
// A report may say itself in what its number differs from another's:
//
//	41 captives, including three left off the official list     and 38: scope, the three
//	22 missing in addition to the nine in a chamber              and 31: scope, the nine
//	ten of the dead were brought up from the mine                and 12: scope, a part
//	it had recovered ten bodies                                  and 12 dead: scope, a part
//
// or that its number was so before:
//
//	the rescue service had earlier put the dead at four          and seven: date

// beside finds what a report says beside a figure.
type beside struct {
	apart  []float64 // numbers said to be in it, or to come to it
	part   bool      // it is said to be a part of something
	before bool      // it is said to be of some time before
	hour   string    // the time of day that its sentence gives; "" : none
}

// including are the words between two numbers one of which is in the other or comes
// to it.
var including = wordSet(`including include includes included besides addition apart excluding excludes plus among counting counts
	without further another`)

// partitive are the words after "of" by which a number is a part of a whole.
var partitive = wordSet("the them those these us whom our his her its their")

// earlier are words for what was so before.
var earlier = wordSet("earlier initially previously originally first initial")

func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(text) {
		out[w] = true
	}
	return out
}

// besideOf reads the sentence of a figure.
func besideOf(record hearsay.Record, f hearsay.Figure) beside {
	text := record.Report.Text
	from, to := sentence(text, f.Span)
	near := strings.ToLower(text[f.Span.End:min(to, f.Span.End+limitedReach)])
	before, after := fields(text[from:f.Span.Start]), fields(text[f.Span.End:to])
	b := beside{
		part: len(after) > 1 && after[0] == "of" && partitive[after[1]] ||
			strings.Contains(near, " alone") || strings.Contains(near, " own "),
		before: slices.ContainsFunc(before[max(0, len(before)-earlierReach):], func(w string) bool { return earlier[w] }),
	}
	b.hour = hourIn(strings.ToLower(text[from:to]))
	for _, other := range record.Figures {
		if other.Low == nil || other.Low != other.High && !same(other.Low, other.High) || other.Span == f.Span || other.Span.Start < from || other.Span.End > to {
			continue
		}
		first, last := f.Span, other.Span
		if last.Start < first.Start {
			first, last = last, first
		}
		if first.End <= last.Start && slices.ContainsFunc(fields(text[first.End:last.Start]), func(w string) bool { return including[w] }) {
			b.apart = append(b.apart, *other.Low)
		}
	}
	return b
}

// limitedReach is how many bytes after a number may say that it counts one place
// alone, or somebody's own people.
const limitedReach = 60

// earlierReach is how many words before a number may say that it was so before.
const earlierReach = 5

func fields(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\n,;:()–—", r) })
}

// sentence returns where the sentence around a span begins and ends: at a line's
// end, or at a stop that a space follows.
func sentence(text string, s hearsay.Span) (from, to int) {
	for from = s.Start; from > 0 && !isEnd(text, from-1); from-- {
	}
	for to = s.End; to < len(text) && !isEnd(text, to); to++ {
	}
	return from, to
}

// isEnd reports whether a sentence ends at a byte. The stops of "a.m.", "U.N." and
// initials are none.
func isEnd(text string, at int) bool {
	if text[at] == '\n' {
		return true
	}
	const shortest = 2 // letters of a word before a stop
	return text[at] == '.' && at+1 < len(text) && text[at+1] == ' ' && at >= shortest &&
		!strings.ContainsRune(" .", rune(text[at-shortest]))
}

// merge keeps what several reports say beside one number.
func (b beside) merge(o beside) beside {
	return beside{append(slices.Clip(b.apart), o.apart...), b.part || o.part, b.before || o.before, cmp.Or(b.hour, o.hour)}
}

// namingRows returns the rows that have a number beside them.
func namingRows(rows []Row) []Row {
	var out []Row
	for _, r := range rows {
		if len(r.apart) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// statedDifference returns the number that some row of an account has beside one of
// two numbers for what the other has not.
func statedDifference(naming []Row, a, b *Row) (string, bool) {
	x, y := a.greatest(), b.greatest()
	for i := range naming {
		r := &naming[i]
		if r.greatest() == x || r.greatest() == y {
			for _, n := range r.apart {
				if n > 0 && abs(x-y) == n {
					return fmt.Sprintf("%v and %v: the %v between them are named", x, y, n), true
				}
			}
		}
	}
	return "", false
}

// hourIn returns the words for a time of day in a sentence, the first of them.
func hourIn(sentence string) string {
	return strings.Join(strings.FieldsFunc(hours.FindString(sentence), func(r rune) bool { return r == '.' || r == ' ' }), "")
}

var hours = regexp.MustCompile(`\b(?:\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b|noon|midday|midnight|dawn|daybreak|dusk|nightfall|tonight|(?:this|in the|by|last|of) (?:morning|afternoon|evening|night))`)

// isNamedPart reports whether the lesser of two rows is said to be a part, or is of
// bodies found, which are not all the dead.
func isNamedPart(a, b *Row) bool {
	if a.greatest() > b.greatest() {
		a, b = b, a
	}
	return a.part || isOfBodies(a) != isOfBodies(b)
}

func isOfBodies(r *Row) bool {
	return strings.HasSuffix(r.Noun, "bodies") || strings.HasSuffix(r.Noun, "body")
}

// grewThatDay reports whether of two rows of one day and of a state that only grows
// the greater came out later.
func grewThatDay(a, b *Row) bool {
	if a.greatest() > b.greatest() {
		a, b = b, a
	}
	return growing[a.State] && (a.before || a.Printed.Before(b.Printed))
}

// hoursApart reports whether two rows of one day, of a state that rises and falls,
// state other times of day, or come from reports that were printed so far apart
// that both may have been right.
func hoursApart(a, b *Row) bool {
	switch {
	case !changing[a.State] || a.hour != "" && a.hour == b.hour:
		return false
	case a.hour != "" && b.hour != "":
		return true
	}
	if slices.ContainsFunc(a.Reports, func(r string) bool { return slices.Contains(b.Reports, r) }) {
		return false
	}
	apart := b.Printed.Sub(a.Printed)
	return !a.Printed.IsZero() && !b.Printed.IsZero() && max(apart, -apart).Hours() >= halfDay
}

// halfDay is how many hours lie between a noon's and an evening's count.
const halfDay = 5

// changing are the states into and out of which people come within a day.
var changing = map[hearsay.State]bool{"missing": true, "trapped": true, "waiting": true, "held": true, "sheltering": true}
