package score

import "hearsay"

// Count is what precision, recall and F1 are made of. Counts of different
// articles add up.
type Count struct {
	Hit    int `json:"hit"`    // of both, and alike
	System int `json:"system"` // of the system
	Gold   int `json:"gold"`   // of the gold
}

// Precision is the share of the system's that is right; 0 for nothing.
func (c Count) Precision() float64 { return ratio(c.Hit, c.System) }

// Recall is the share of the gold that was found; 0 for nothing.
func (c Count) Recall() float64 { return ratio(c.Hit, c.Gold) }

// F1 is the harmonic mean of precision and recall; 0 for nothing.
func (c Count) F1() float64 { return ratio(2*c.Hit, c.System+c.Gold) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (c Count) plus(d Count) Count {
	return Count{c.Hit + d.Hit, c.System + d.System, c.Gold + d.Gold}
}

// Role is a part of an attribution.
type Role string

// The roles.
const (
	Source  Role = "source"
	Cue     Role = "cue"
	Content Role = "content"
)

// Roles lists the roles in the order of the tables.
var Roles = []Role{Source, Cue, Content}

// Measure is a way for two attributions to be alike (track B).
type Measure string

// The measures.
const (
	Exact   Measure = "exact"   // all three token sets are equal
	Overlap Measure = "overlap" // cue and content share a token; the source does, or both have none
	IoU     Measure = "iou"     // the contents' intersection is at least half their union; source as above
)

// Measures lists the measures in the order of the tables.
var Measures = []Measure{Exact, Overlap, IoU}

// Class is a kind of attribution that track B is also given for.
type Class string

// The classes. The manners partition the attributions; the others do not.
const (
	All        Class = "all"
	Direct           = Class(hearsay.Direct)
	Indirect         = Class(hearsay.Indirect)
	Mixed            = Class(hearsay.Mixed)
	Sourceless Class = "sourceless" // nobody is named as the source
	Pronoun    Class = "pronoun"    // the source is a personal pronoun
)

// Classes lists the classes in the order of the tables.
var Classes = []Class{All, Direct, Indirect, Mixed, Sourceless, Pronoun}

// in reports whether the attribution is of class c.
func (a Attribution) in(c Class) bool {
	switch c {
	case All:
		return true
	case Sourceless:
		return len(a.Source) == 0
	case Pronoun:
		return a.Pronoun
	}
	return Class(a.Manner) == c
}

// Figures names every figure in the order of a Tally: "source", "cue",
// "content" (track A), then "exact", "overlap", "iou" of all (track B), then
// those of each class as "exact/direct".
var Figures = figures()

func figures() []string {
	var names []string
	for _, r := range Roles {
		names = append(names, string(r))
	}
	for _, c := range Classes {
		for _, m := range Measures {
			name := string(m)
			if c != All {
				name += "/" + string(c)
			}
			names = append(names, name)
		}
	}
	return names
}

// Tally holds the counts of all figures, in the order of Figures.
type Tally []Count

// TallyOf counts one article.
func TallyOf(a Article) Tally {
	return append(trackA(a), trackB(a)...)
}

func (t Tally) plus(o Tally) Tally {
	sum := make(Tally, len(Figures))
	for i := range sum {
		sum[i] = t[i].plus(o[i])
	}
	return sum
}

// Sum adds up the tallies of several articles.
func Sum(tallies []Tally) Tally {
	sum := make(Tally, len(Figures))
	for _, t := range tallies {
		sum = sum.plus(t)
	}
	return sum
}
