package ledger

import (
	"fmt"
	"math"
	"strings"

	"hearsay"
)

// # Who disagrees, and whether at all
//
// Two rows of an account with bounds that leave no number in common may still both
// be right:
//
//	Tuesday's 7, Wednesday's 14                       of another day      date
//	4,200 at two ports, 2,650 at one                  elsewhere           scope
//	31 people, nine children                          of others           scope
//	12 dead, ten bodies                               of others           scope
//	41 including three left off a list, 38            the three           scope
//	four at noon, seven in the evening                hours apart         date
//	14 dead, two                                      under half of it    scope
//	an offer of 6, a demand of 9                      each is its own     category
//	four may be dead, seven are                       meant otherwise     category
//	a withdrawn 53, the 43 that replaces it           taken back          corrected
//	31 and 27 of one day                              —                   conflict
//	at least 31 on Wednesday, 27 on Thursday          no toll falls       conflict
//
// The first that applies is named. A figure that its source gives up for another is
// no disagreement of two.

// Kind says why two figures differ.
type Kind string

// The kinds of difference.
const (
	Conflict  Kind = "conflict"
	Date      Kind = "date"
	Scope     Kind = "scope"
	Category  Kind = "category"
	Corrected Kind = "corrected"
	Revised   Kind = "revised" // by the same source
)

// Difference is two numbers of an account with nothing in common. Each may have
// several rows: all that give it for the same day.
type Difference struct {
	Kind   Kind
	A, B   []int // indices of rows, A those of the earlier number
	Reason string
}

// differences compares the numbers of one day with each other and with those of
// the next day that has any. Of what only grows, every two days are compared.
func differences(rows []Row) []Difference {
	var all []Difference
	days, named := daysOf(rows), namingRows(rows)
	for d, today := range days {
		for i, a := range today {
			for _, b := range today[i+1:] {
				all = appendDifference(all, rows, named, a, b)
			}
			for e := d + 1; e < len(days); e++ {
				for _, b := range days[e] {
					if e == d+1 || mayFall(rows, a, b) {
						all = appendDifference(all, rows, named, a, b)
					}
				}
			}
		}
	}
	return all
}

func appendDifference(all []Difference, rows, named []Row, a, b []int) []Difference {
	if agree(&rows[a[0]], &rows[b[0]]) {
		return all
	}
	kind, reason := worst(rows, named, a, b)
	return append(all, Difference{kind, a, b, reason})
}

// daysOf groups the rows that are compared by day, and those of a day by number.
func daysOf(rows []Row) [][][]int {
	var days [][][]int
	when := ""
	for i := range rows {
		r := &rows[i]
		if r.Lesser || r.isOpen() {
			continue
		}
		if len(days) == 0 || r.When != when {
			days, when = append(days, nil), r.When
		}
		day := &days[len(days)-1]
		if at := numberIn(rows, *day, r); at >= 0 {
			(*day)[at] = append((*day)[at], i)
		} else if len(*day) < maxNumbers {
			*day = append(*day, []int{i})
		}
	}
	return days
}

// maxNumbers is how many different numbers of one day are compared.
const maxNumbers = 30

func numberIn(rows []Row, day [][]int, r *Row) int {
	for i, group := range day {
		if g := &rows[group[0]]; g.Qualifier == r.Qualifier && same(g.Low, r.Low) && same(g.High, r.High) && g.Stance == r.Stance {
			return i
		}
	}
	return -1
}

// namedPart is why two numbers differ of which a report says that the less is a part.
const namedPart = "the less is named as a part"

// worst explains the pair of rows of two numbers that is least easily reconciled.
func worst(rows, named []Row, a, b []int) (Kind, string) {
	kind, reason := explain(&rows[a[0]], &rows[b[0]])
	for _, i := range a {
		for _, j := range b {
			if why, stated := statedDifference(named, &rows[i], &rows[j]); stated {
				return Scope, why
			}
			if isNamedPart(&rows[i], &rows[j]) {
				return Scope, namedPart // whoever else gives the number without saying so
			}
			if k, why := explain(&rows[i], &rows[j]); k == Conflict && kind != Conflict {
				kind, reason = k, why
			}
		}
	}
	return kind, reason
}

// mayFall reports whether a number of a later day is fewer than one that cannot have
// become so.
func mayFall(rows []Row, a, b []int) bool {
	for _, i := range a {
		for _, j := range b {
			if !falls(&rows[i], &rows[j]) {
				continue // of two days nothing else is a conflict
			}
			if k, _ := explain(&rows[i], &rows[j]); k == Conflict {
				return true
			}
		}
	}
	return false
}

// slack is how far, as a part of itself, a number may be off that is given as
// about or nearly so much.
const slack = 0.1

// agree reports whether some number is within the bounds of both rows. What is
// vague disagrees with nothing.
func agree(a, b *Row) bool {
	if a.isOpen() || b.isOpen() {
		return true
	}
	aLow, aHigh := a.bounds()
	bLow, bHigh := b.bounds()
	return (aHigh == nil || bLow == nil || *bLow <= *aHigh) && (bHigh == nil || aLow == nil || *aLow <= *bHigh)
}

func (r *Row) isOpen() bool { return r.Low == nil && r.High == nil }

// bounds returns a row's bounds with the slack of its qualifier.
func (r *Row) bounds() (low, high *float64) {
	low, high = r.Low, r.High
	if r.Qualifier != hearsay.About && r.Qualifier != hearsay.Nearly || low == nil || high == nil {
		return low, high
	}
	l, h := *low-slackOf(*low), *high+slackOf(*high)
	return &l, &h
}

// slackOf returns how far a number may be off that is given as about or nearly so
// much: a part of itself, and less than half of what its last digit counts that is
// no nought. About 40 is 36 to 44, about 3,900 is 3,851 to 3,949.
func slackOf(n float64) float64 {
	unit := 1.0
	for n = abs(n); n >= 10*unit && math.Mod(n, 10*unit) == 0; unit *= 10 {
	}
	if n != math.Trunc(n) || unit == 1 {
		return slack * n
	}
	return min(slack*n, 0.49*unit)
}

func abs(n float64) float64 { return max(n, -n) }

// explain says why two rows that do not agree differ. a is not the later one.
func explain(a, b *Row) (Kind, string) {
	switch {
	case a.Stance == hearsay.Denied || b.Stance == hearsay.Denied:
		return Corrected, "one is taken back"
	case otherStance(a, b) != "":
		return Category, otherStance(a, b)
	case a.Stance != b.Stance || a.Stance != hearsay.Actual && !strings.EqualFold(a.Who(), b.Who()):
		return Category, fmt.Sprintf("each is its own, %s", a.Stance)
	case otherPlace(a, b):
		return Scope, fmt.Sprintf("%s, %s", a.Where, b.Where)
	case otherNoun(a, b):
		return Scope, fmt.Sprintf("%s, %s", a.Noun, b.Noun)
	case a.State == "price" && (a.greatest() > manifold*b.greatest() || b.greatest() > manifold*a.greatest()):
		return Category, "the price of one and of the whole"
	case isNamedPart(a, b):
		return Scope, namedPart
	case isPart(a, b):
		return Scope, "the less is so small a part of the other that it is taken for one"
	case strings.EqualFold(a.Who(), b.Who()):
		return Revised, "the same source"
	case falls(a, b):
		return Conflict, "what was counted before cannot have become fewer"
	case a.When == b.When && (grewThatDay(a, b) || hoursApart(a, b)):
		return Date, "hours apart"
	case a.When != b.When:
		return Date, fmt.Sprintf("%s, %s", day(a), day(b))
	}
	return Conflict, "of one day"
}

func day(r *Row) string {
	if r.When == "" {
		return "no date"
	}
	return r.When
}

// otherStance returns in what two rows are meant otherwise, "" if in nothing.
func otherStance(a, b *Row) string {
	if a.Stance == b.Stance || a.Stance == "" || b.Stance == "" {
		return ""
	}
	return fmt.Sprintf("%s, %s", a.Stance, b.Stance)
}

// otherPlace reports whether both rows name a place, and neither name holds the
// other.
func otherPlace(a, b *Row) bool { return differ(a.Where, b.Where) }

func differ(a, b string) bool {
	return a != "" && b != "" && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// otherNoun reports whether both rows name whom they count, and not the same: of
// "people" and "children" the one is part of the other.
func otherNoun(a, b *Row) bool {
	return differ(singular(a.Noun), singular(b.Noun)) && !(general[singular(a.Noun)] && general[singular(b.Noun)])
}

// singular returns the last word of a noun, without a plural's s.
func singular(noun string) string {
	return strings.TrimSuffix(noun[strings.LastIndexByte(noun, ' ')+1:], "s")
}

// general are nouns for the same: whoever was there.
var general = map[string]bool{
	"missing": true, "injured": true, "wounded": true, "employee": true,
	"people": true, "person": true, "other": true, "toll": true, "dead": true, "death": true, "victim": true,
	"sum": true, "number": true, "offer": true, "price": true, "proposal": true, "deal": true, "bid": true, "rise": true, "demand": true, "wage": true, "worker": true, "miner": true, "man": true, "men": true,
	"ship": true, "vessel": true, "captive": true, "hostage": true,
}

// growing are the states that none leaves who is in them.
var growing = map[hearsay.State]bool{"killed": true}

// falls reports whether a later row has fewer than an earlier one of a state that
// only grows.
func falls(a, b *Row) bool {
	return growing[a.State] && a.When < b.When && a.year() == b.year() && a.Low != nil && b.High != nil && *b.High < *a.Low
}

// isPart reports whether the number of one row is so much less than the other's that
// it will be a part of it: under half of it in a state that only grows, under a
// fifth in one that people and things come into and leave.
func isPart(a, b *Row) bool {
	x, y := a.greatest(), b.greatest()
	times := 2.0
	if !growing[a.State] {
		times = 5
	}
	return parted[a.State] && (times*x < y || times*y < x)
}

// manifold is how many times a price another may be and still be for the same.
const manifold = 100

// year returns the year of a row: the dead of another year are others.
func (r *Row) year() string {
	year, _, _ := strings.Cut(r.When, "-")
	return year
}
