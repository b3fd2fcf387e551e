package voice

import (
	"strconv"
	"strings"
	"time"

	"hearsay"
)

// occasion returns when, where and before whom a telling was said; nil if the
// text tells nothing of it.
func (t *tracer) occasion(n *telling) *hearsay.Occasion {
	if n.verb < 0 {
		return nil
	}
	var o hearsay.Occasion
	for j := t.below[n.verb].first; j < t.below[n.verb].end; j++ {
		if !t.belongs(j, n) {
			continue
		}
		if o.Date == "" {
			o.Date = t.dateAt(j)
		}
		if o.Place == "" {
			o.Place = t.placeAt(j)
		}
	}
	if !n.whom.empty() && len(n.relays) == 0 && !t.ours.are(t, n.whom) {
		o.Audience = t.text(n.whom)
	}
	if o == (hearsay.Occasion{}) {
		return nil
	}
	return &o
}

// placeAt returns the place named at token j, if something is said to be there.
func (t *tracer) placeAt(j int) string {
	name, ok := t.nameAt(j)
	if !ok || name.Kind != hearsay.PlaceName || !placeTies[t.preposition(j)] {
		return ""
	}
	return t.text(extent{name.First, name.End})
}

var placeTies = wordsIn("in at from outside near on")

// dateAt returns the date that the word at j stands for, by the day the report
// was published: the last such weekday, that day included.
func (t *tracer) dateAt(j int) string {
	published := t.outlet.Published
	if published.IsZero() {
		return ""
	}
	low := t.low(j)
	if day, ok := weekdays[low]; ok {
		return daysBefore(published, (int(published.Weekday())-int(day)+7)%7)
	}
	switch low {
	case "today", "tonight":
		return daysBefore(published, 0)
	case "yesterday":
		return daysBefore(published, 1)
	}
	if month, ok := months[strings.TrimSuffix(low, ".")]; ok {
		return t.dateInMonth(j, month)
	}
	return ""
}

func daysBefore(day time.Time, n int) string { return day.AddDate(0, 0, -n).Format(time.DateOnly) }

var weekdays = func() map[string]time.Weekday {
	all := map[string]time.Weekday{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		all[strings.ToLower(d.String())] = d
	}
	return all
}()

var months = func() map[string]time.Month {
	all := map[string]time.Month{}
	for m := time.January; m <= time.December; m++ {
		all[strings.ToLower(m.String())] = m
		all[strings.ToLower(m.String()[:3])] = m
	}
	all["sept"] = time.September
	return all
}()

// dateInMonth returns the date "March 9" or "9 March" stands for: the last such
// day, that of publication included, unless a year follows.
func (t *tracer) dateInMonth(j int, month time.Month) string {
	day := 0
	for _, k := range []int{j + 1, j - 1} {
		if k >= 0 && k < len(t.doc.Tokens) && numbers[t.tag(k)] && day == 0 {
			day, _ = strconv.Atoi(t.words[k].Text)
		}
	}
	if day < 1 || day > 31 {
		return ""
	}
	published := t.outlet.Published
	date := time.Date(published.Year(), month, day, 0, 0, 0, 0, published.Location())
	if date.After(published) {
		date = date.AddDate(-1, 0, 0)
	}
	if date.Month() != month {
		return ""
	}
	return date.Format(time.DateOnly)
}
