package export

import (
	"strings"
	"testing"

	"hearsay"
)

func TestFiguresCSV(t *testing.T) {
	text := "“At least 12 — naïve — dozens, =1 to 3, up to 5"
	span := func(words string) hearsay.Span {
		at := strings.Index(text, words)
		return hearsay.Span{Start: at, End: at + len(words)}
	}
	n := func(v float64) *float64 { return &v }
	noun, id := span("naïve"), 0
	record := hearsay.Record{
		Report:       hearsay.Report{Path: "a.txt", Text: text},
		Attributions: []hearsay.Attribution{{Content: []hearsay.Span{span(text)}, Manner: hearsay.Direct}},
		Figures: []hearsay.Figure{
			{Span: span("At least 12"), Noun: &noun, State: "killed", Unit: "people", Stance: hearsay.Actual, Low: n(12), Qualifier: hearsay.AtLeast,
				AsOf: "2031-04-01", Chain: []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {As: &noun, Identity: hearsay.Anonymous}}, Attribution: &id},
			{Span: span("dozens"), State: "wounded", Qualifier: hearsay.Vague},
			{Span: span("=1 to 3"), State: "other", Low: n(1), High: n(3), Qualifier: hearsay.Between},
			{Span: span("up to 5"), State: "other", High: n(5), Qualifier: hearsay.UpTo},
		},
	}
	for _, c := range []struct {
		conventional bool
		dozens       string
	}{{false, ""}, {true, "12"}} {
		var out strings.Builder
		table, err := NewFiguresCSV(&out, c.conventional)
		if err != nil {
			t.Fatal(err)
		}
		if err := table.Write(record); err != nil {
			t.Fatal(err)
		}
		want := strings.Join([]string{
			"path,published,words,best,low,high,qualifier,noun,state,unit,stance,where,as_of,source,identity,attribution,start,end",
			"a.txt,,At least 12,12,12,,at-least,naïve,killed,people,actual,,2031-04-01,naïve,anonymous,1,1,12",
			"a.txt,,dozens," + c.dozens + ",,,vague,,wounded,,,,,,,,23,29",
			"a.txt,,'=1 to 3,1,1,3,between,,other,,,,,,,,31,38",
			"a.txt,,up to 5,,,5,up-to,,other,,,,,,,,40,47",
			"",
		}, "\n")
		if out.String() != want {
			t.Errorf("got\n%s\nwant\n%s", out.String(), want)
		}
	}
}
