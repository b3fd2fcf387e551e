package view

import (
	"cmp"
	"slices"
	"strconv"

	"hearsay"
)

// SayingLine is the words that something in talks rests on, and by what way they came.
type SayingLine struct {
	Said
	What    string          // what it shows: "puts it", "refused"
	Words   string          // the clause that shows it
	Passage hearsay.Passage // the same
	Date    string          // of what is said
	Stated  bool            // the words have the date
	New     bool
}

// IsSomebody reports whether the report gives words for who says so.
func (l SayingLine) IsSomebody() bool { return !l.Own && l.Who != nobody }

// Mark returns what leads to the statement on a report's page: "#a3", or "" for the
// outlet's own voice.
func (l SayingLine) Mark() string {
	if l.Number == 0 {
		return ""
	}
	return "#a" + strconv.Itoa(l.Number)
}

// saying tells one place of the reports.
func (k *talker) saying(s hearsay.Saying) SayingLine {
	l := SayingLine{Words: words(k.trace, s.Words), Passage: s.Words, Date: s.Date, Stated: s.Stated, New: k.isNew(s.Words.Report)}
	if a := s.Attribution(*k.trace); a != nil {
		l.Said = SaidAt(k.trace, hearsay.Place{Report: s.Words.Report, Part: hearsay.PartAttribution, Index: *a})
		return l
	}
	record := k.trace.Records[s.Words.Report]
	l.Said = Said{Report: s.Words.Report, Outlet: outletOf(record), Stood: record.Report.Stood(), Who: outletOf(record), Own: true, Identity: hearsay.OutletIdentity}
	return l
}

// sayings tells several, the oldest first.
func (k *talker) sayings(what string, all []hearsay.Saying) []SayingLine {
	var lines []SayingLine
	for _, s := range all {
		l := k.saying(s)
		l.What = what
		lines = append(lines, l)
	}
	k.sortSayings(lines)
	return onceEach(lines)
}

// onceEach leaves out what an outlet says again in the same words, such as in a later
// version of its report.
func onceEach(lines []SayingLine) []SayingLine {
	type said struct{ outlet, who, what, words string }
	seen := map[said]bool{}
	return slices.DeleteFunc(lines, func(l SayingLine) bool {
		s := said{l.Outlet, l.Who, l.What, l.Words}
		again := seen[s]
		seen[s] = true
		return again
	})
}

func (k *talker) sortSayings(lines []SayingLine) {
	slices.SortStableFunc(lines, func(a, b SayingLine) int {
		byDay := 0
		if a.Date != "" && b.Date != "" {
			byDay = cmp.Compare(a.Date, b.Date)
		}
		return cmp.Or(byDay, k.rank[a.Report]-k.rank[b.Report], a.Passage.Span.Start-b.Passage.Span.Start)
	})
}
