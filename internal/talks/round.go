package talks

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # Rounds
//
// Two reports tell of one round if they give it the same number, or the same day, or
// if what the later one tells can only befall the last one told of: a session that
// goes on into its second day, ends, is put off or called off. A round at another
// place or on a later day is another.

// round is one meeting by all that tells of it.
type round struct {
	number, day int
	place       *hearsay.Passage
	when        string
	state       hearsay.RoundState
	moves       []hearsay.RoundMove
}

// meetUp puts together what reports tell of rounds.
func (t *table) meetUp() {
	for i := range t.meetings {
		it := &t.meetings[i]
		move := hearsay.RoundMove{To: it.Meeting.State, When: t.momentOf(it), Saying: t.saying(it)}
		r := t.roundOf(it, move)
		if r == nil {
			r = &round{when: move.When}
			t.rounds = append(t.rounds, r)
		}
		r.take(t, it, move)
	}
	slices.SortStableFunc(t.rounds, func(a, b *round) int { return cmp.Compare(a.begins(), b.begins()) })
}

func (t *table) momentOf(it *item) string {
	if it.When == nil {
		return ""
	}
	return t.trace.Records[it.report].Moments[*it.When].Value
}

// roundOf returns the round that an item tells of; nil for one not told of so far.
func (t *table) roundOf(it *item, move hearsay.RoundMove) *round {
	for n := len(t.rounds) - 1; n >= 0; n-- {
		if r := t.rounds[n]; r.number > 0 && r.number == it.Meeting.Number {
			return r
		}
	}
	for n := len(t.rounds) - 1; n >= 0; n-- {
		if r := t.rounds[n]; r.allows(t, it) && r.isOn(move) {
			return r
		}
	}
	for n := len(t.rounds) - 1; n >= 0; n-- {
		if r := t.rounds[n]; r.allows(t, it) && r.mayBecome(move, it) {
			return r
		}
	}
	return nil
}

// allows reports whether number and place of an item are not another round's.
func (r *round) allows(t *table, it *item) bool {
	if r.number > 0 && it.Meeting.Number > 0 {
		return false
	}
	return r.place == nil || it.Meeting.Place == nil || sharesName(t.words(*r.place), it.Meeting.Place.In(it.text))
}

// sharesName reports whether two wordings for places have a name in common.
func sharesName(a, b string) bool {
	for _, w := range strings.FieldsFunc(a, notLetter) {
		if isCapital(w) && slices.Contains(strings.FieldsFunc(b, notLetter), w) {
			return true
		}
	}
	return false
}

func notLetter(r rune) bool { return r == ' ' || r == ',' || r == '\'' || r == '’' || r == '.' }

// isOn reports whether a move is of the round's day, or of a week or month it is in.
func (r *round) isOn(m hearsay.RoundMove) bool {
	if m.When == "" || r.when == "" {
		return false
	}
	if dayOf(m.When) == dayOf(r.when) {
		return true
	}
	return hearsay.HoldsDay(m.When, r.when) || hearsay.HoldsDay(r.when, m.When)
}

// dayOf is a TIMEX3 value without its hour.
func dayOf(value string) string { return value[:min(10, len(value))] }

// mayBecome reports whether what an item tells can befall a round: one told of in
// the days before that goes on, ends or is broken off; one that was planned and is
// put off or called off; one that was put off and has a new day.
func (r *round) mayBecome(m hearsay.RoundMove, it *item) bool {
	last := r.moves[len(r.moves)-1]
	if !within(last.Date, it.date, lasting) {
		return false
	}
	switch m.To {
	case hearsay.RoundPlanned:
		return r.state == hearsay.RoundPostponed && r.when == "" || m.When == "" && r.state == hearsay.RoundPlanned
	case hearsay.RoundPostponed, hearsay.RoundCancelled:
		return r.state == hearsay.RoundPlanned || r.state == hearsay.RoundPostponed || r.state == hearsay.RoundCancelled
	case hearsay.RoundUnderWay:
		return r.state == hearsay.RoundUnderWay && (m.When == "" || it.Meeting.Day > 0) || r.state == hearsay.RoundPlanned && m.When == "" && r.hasCome(it)
	}
	return r.state == hearsay.RoundUnderWay || r.state == m.To && m.When == "" || r.state == hearsay.RoundPlanned && m.When == "" && r.hasCome(it)
}

// lasting is for how many days a round may go on between two reports of it.
const lasting = 7

// hasCome reports whether the day of a planned round is not after an item's report.
func (r *round) hasCome(it *item) bool { return r.when == "" || dayOf(r.when) <= it.date }

// within reports whether a day is at most n days after another, as far as both are
// stated.
func within(first, then string, n int) bool {
	days, ok := hearsay.DaysBetween(first, then)
	return !ok || days <= n
}

// take adds what an item tells of a round.
func (r *round) take(t *table, it *item, m hearsay.RoundMove) {
	r.number = cmp.Or(r.number, it.Meeting.Number)
	r.day = max(r.day, it.Meeting.Day)
	if r.place == nil || m.To == hearsay.RoundPostponed && it.Meeting.Place != nil {
		r.place = t.passage(it, it.Meeting.Place)
	}
	switch {
	case m.To == hearsay.RoundPostponed:
		r.when = m.When
	case r.when == "" || r.state == hearsay.RoundPlanned && m.When != "" && len(m.When) >= len("2031-04-08"):
		r.when = m.When
	}
	if !r.regresses(m) {
		r.state = m.To
	}
	r.moves = append(r.moves, m)
}

// regresses reports whether a move is of a plan for what has begun since.
func (r *round) regresses(m hearsay.RoundMove) bool {
	begun := r.state == hearsay.RoundUnderWay || r.state == hearsay.RoundHeld || r.state == hearsay.RoundBrokenOff
	return begun && m.To == hearsay.RoundPlanned || r.state == hearsay.RoundHeld && m.To == hearsay.RoundUnderWay
}

// begins is what orders rounds: their day, or else that of the first report.
func (r *round) begins() string {
	if r.when != "" && !strings.Contains(r.when, "W") {
		return r.when
	}
	return r.moves[0].Date
}

func (l *layout) round(i int, r *round) hearsay.Round {
	return hearsay.Round{ID: i, Number: r.number, Place: r.place, When: r.when, Day: r.day, State: r.state, Moves: r.moves}
}
