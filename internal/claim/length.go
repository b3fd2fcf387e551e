package claim

import (
	"cmp"
	"slices"
	"strconv"

	"hearsay"
)

// figuresOf returns the figures that stand in a saying, and the lengths of time that
// moments tell there, in text order: "five weeks" and "seven weeks" are as unlike as
// five boats and seven.
func figuresOf(x *saying, r *hearsay.Record) (all []hearsay.Figure) {
	for _, f := range r.Figures {
		if inside(x.spans, f.Span) {
			all = append(all, f)
		}
	}
	for _, m := range r.Moments {
		if n, unit, ok := length(m); ok && inside(x.spans, m.Span) {
			all = append(all, hearsay.Figure{Span: m.Span, State: "duration", Unit: unit, Low: &n, High: &n, Qualifier: hearsay.Exactly})
		}
	}
	slices.SortStableFunc(all, func(a, b hearsay.Figure) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return all
}

// length reads the value of a moment that is a length of time of one unit, "P45D": 45,
// "day".
func length(m hearsay.Moment) (n float64, unit string, ok bool) {
	if m.Type != hearsay.Duration || len(m.Value) < 3 || m.Value[0] != 'P' {
		return 0, "", false
	}
	digits, units := m.Value[1:len(m.Value)-1], calendarUnits
	if digits[0] == 'T' {
		digits, units = digits[1:], clockUnits
	}
	n, err := strconv.ParseFloat(digits, 64)
	unit = units[m.Value[len(m.Value)-1]]
	return n, unit, err == nil && unit != ""
}

var (
	calendarUnits = map[byte]string{'D': "day", 'W': "week", 'M': "month", 'Y': "year"}
	clockUnits    = map[byte]string{'H': "hour", 'M': "minute", 'S': "second"}
)
