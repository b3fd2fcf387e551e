package hearsay

import (
	"fmt"
	"math"
	"strings"
)

// Figure is a quantity at stake, as an interval with the words' own bound.
type Figure struct {
	Span        Span
	Noun        *Span
	State       State
	Unit        string
	Stance      Stance
	Where       string
	Low, High   *float64 // nil: open
	Qualifier   Qualifier
	AsOf        string // TIMEX3 value; "" : not stated
	Chain       []Voice
	Attribution *int // ID of the Attribution it stands in; nil: the outlet's own voice
}

// Qualifier is how a report bounds a number.
type Qualifier string

// The qualifiers.
const (
	MoreThan Qualifier = "more-than"
	AtLeast  Qualifier = "at-least"
	UpTo     Qualifier = "up-to"
	About    Qualifier = "about"
	Nearly   Qualifier = "nearly"
	Between  Qualifier = "between"
	Exactly  Qualifier = "exactly"
	Vague    Qualifier = "vague"
)

// Qualifiers lists every qualifier.
var Qualifiers = []Qualifier{MoreThan, AtLeast, UpTo, About, Nearly, Between, Exactly, Vague}

// State says what is the case with the things counted.
type State string

// States lists every state a figure can count.
var States = []State{
	"killed", "wounded", "missing", "trapped", "rescued", "held", "taken", "released", "to-be-released",
	"displaced", "sheltering", "returned", "arrested", "treated", "on-strike", "deployed", "waiting", "affected",
	"price", "pay", "stake", "vote", "volume", "level", "distance", "duration", "money", "share", "other",
}

// Best returns the one number that a table of single numbers has for the figure,
// as UCDP's "best" beside its "low" and "high": the number itself where it is
// given, exactly or about; the lower bound where there is one, since that is what
// the source vouches for. It returns nil for a figure with an upper bound alone
// and for a vague one: nobody gave a number.
func (f Figure) Best() *float64 { return f.Low }

// Conventional returns the number that coders of conflict events put for words
// that give none: tens are 10, dozens 12, hundreds 100 (ACLED codebook,
// "Fatalities"), and what is made of them, such as tens of thousands. It returns
// false for figures that are not vague and for other words.
func (f Figure) Conventional(text string) (float64, bool) {
	if f.Qualifier != Vague {
		return 0, false
	}
	n, ok := 1.0, false
	for _, word := range strings.Fields(strings.ToLower(f.Span.In(text))) {
		if by := conventions[word]; by > 0 {
			n, ok = n*by, true
		}
	}
	return n, ok
}

var conventions = map[string]float64{"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1e3, "millions": 1e6}

// Check reports the first broken invariant of f, given a text of n bytes.
func (f Figure) Check(n int) error {
	if err := f.Span.Check(n); err != nil {
		return err
	}
	if f.Noun != nil {
		if err := f.Noun.Check(n); err != nil {
			return fmt.Errorf("noun: %w", err)
		}
	}
	for _, bound := range []*float64{f.Low, f.High} {
		if bound != nil && (math.IsNaN(*bound) || math.IsInf(*bound, 0)) {
			return fmt.Errorf("a bound is %v", *bound)
		}
	}
	if f.Low != nil && f.High != nil && *f.Low > *f.High {
		return fmt.Errorf("bounds %v to %v are the wrong way round", *f.Low, *f.High)
	}
	if isOpen := f.Low == nil && f.High == nil; isOpen != (f.Qualifier == Vague) {
		return fmt.Errorf("a %s figure has bounds %v and %v", f.Qualifier, f.Low, f.High)
	}
	return nil
}
