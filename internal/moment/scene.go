package moment

import (
	"time"

	"hearsay"
	"hearsay/internal/lexicon"
)

// scene is all that an expression is read against: the day the words were
// written, and the expressions before it.
type scene struct {
	doc     *hearsay.Document
	words   []*lexicon.Word
	grammar *grammar
	terms   []term

	now    time.Time // midnight of the day, in UTC, on its own calendar
	dated  bool      // now is known
	minute int       // of the day; unknownMinute

	first, end int // terms of the paragraph
	sentence   int

	named [toCentury + 1]mention // what was last named, by how exactly
	count int                    // of mentions
}

const unknownMinute = -1

// mention is where in the calendar an expression pointed.
type mention struct {
	point
	sentence int
	order    int // the later, the greater
}

// note keeps what an expression pointed to.
func (s *scene) note(p point) {
	if p.value() == "" {
		return
	}
	s.count++
	s.named[p.grain] = mention{p, s.sentence, s.count}
	if p.grain < toDay {
		s.named[toDay] = mention{dayPoint(p.first), s.sentence, s.count}
	}
}

// nearby is how many sentences back "the same evening" may point.
const nearby = 3

// namedDay returns the day that was last named, if that is not far off.
func (s *scene) namedDay(within int) (time.Time, bool) {
	m := s.named[toDay]
	return m.first, m.grain != nothing && s.sentence-m.sentence <= within
}

// theDay is the day that "the evening" is of: one that the sentence has named, else
// the day the words were written.
func (s *scene) theDay() (time.Time, bool) {
	if day, ok := s.namedDay(0); ok {
		return day, true
	}
	return s.now, s.dated
}

// dayIf is a day's point, nothing if it is not known.
func dayIf(t time.Time, ok bool) point {
	if !ok {
		return point{}
	}
	return dayPoint(t)
}

// shift returns the stretch n units from now.
func (s *scene) shift(u unit, n int) point {
	if !s.dated {
		return point{}
	}
	return shifted(s.now, u, n)
}

// choose takes one of two places of the calendar, of which the first is not after
// now and the second not before it, by tense. Where that says nothing it is the
// first: news is about what has happened.
func (m *match) choose(last, next point) point {
	if !m.dated {
		return point{}
	}
	if m.isComing() {
		return next
	}
	return last
}

// nearest takes the closer one. Who means one that is far off, when another of the
// same name is near, says which year; so the tense has a say only if it is certain or
// both are far.
func (m *match) nearest(last, next point) point {
	if !m.dated {
		return point{}
	}
	back, ahead := m.now.Sub(last.first), next.first.Sub(m.now)
	switch tense := m.tense(); {
	case tense == over:
		return last
	case tense == certain:
		return next
	case back > far && ahead > far:
		return m.choose(last, next)
	case back <= ahead:
		return last
	}
	return next
}

// far is more than a date without its year is likely to be away.
const far = 120 * 24 * time.Hour
