package view

import (
	"testing"
	"time"

	"hearsay"
)

// newsTrace has three records: a report, another outlet's, and the first report's
// second version. A claim comes from two origins, of which the second version has
// dropped the first.
func newsTrace() *hearsay.Trace {
	at := time.Date(2032, 5, 3, 8, 0, 0, 0, time.UTC)
	text := "Holt said so."
	said := []hearsay.Attribution{{Content: []hearsay.Span{{Start: 10, End: 12}}}}
	record := func(outlet string, hour int, said []hearsay.Attribution) hearsay.Record {
		return hearsay.Record{Report: hearsay.Report{Text: text, Outlet: outlet, Published: at.Add(time.Duration(hour) * time.Hour)}, Attributions: said}
	}
	place := func(report int) hearsay.Place { return hearsay.Place{Report: report, Part: hearsay.PartAttribution} }
	voice := &hearsay.Passage{Report: 0, Span: hearsay.Span{Start: 0, End: 4}}
	return &hearsay.Trace{
		Records: []hearsay.Record{record("Radio Drenn", 0, said), record("The Orl Post", 1, said), record("Radio Drenn", 2, nil)},
		Updates: []hearsay.Update{{Report: 2, Revises: 0}},
		Claims: []hearsay.Claim{{Gist: hearsay.Passage{Report: 0, Span: hearsay.Span{Start: 10, End: 12}}, Places: []hearsay.Place{place(0), place(1)},
			Origins: []hearsay.Origin{{ID: 0, Voice: voice, Reports: []int{0}}, {ID: 1, Voice: voice, Reports: []int{1}}}}},
	}
}

func TestNewsOfOrigins(t *testing.T) {
	for _, c := range []struct {
		name  string
		isNew func(int) bool
		want  []NewsKind
	}{
		{"all is new", func(int) bool { return true }, []NewsKind{NewsLostOrigin, NewsGained}},
		{"the later version alone", func(r int) bool { return r == 2 }, []NewsKind{NewsLostOrigin}},
		{"what stood before it", func(r int) bool { return r < 2 }, []NewsKind{NewsGained}},
	} {
		news := NewsOf(newsTrace(), c.isNew)
		var kinds []NewsKind
		for _, n := range news {
			kinds = append(kinds, n.Kind)
		}
		if len(kinds) != len(c.want) || kinds[0] != c.want[0] {
			t.Errorf("%s: %v, want %v", c.name, kinds, c.want)
		}
	}
}

// TestAnOriginIsNotLost while some report still has the claim from it.
func TestAnOriginIsNotLost(t *testing.T) {
	trace := newsTrace()
	trace.Claims[0].Origins[0].Reports = []int{0, 1}
	for _, n := range NewsOf(trace, func(int) bool { return true }) {
		if n.Kind == NewsLostOrigin {
			t.Errorf("got %+v", n)
		}
	}
}
