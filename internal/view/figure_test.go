package view

import (
	"strings"
	"testing"

	"hearsay"
)

func TestFiguresAreShown(t *testing.T) {
	text := "At least 1,200 miners are missing, the governor said.\n\nDozens wait."
	n := 1200.0
	noun, as := hearsay.Span{Start: 15, End: 21}, hearsay.Span{Start: 35, End: 47}
	record := hearsay.Record{
		Report: hearsay.Report{Path: "a.txt", Text: text},
		Figures: []hearsay.Figure{
			{Span: hearsay.Span{Start: 0, End: 14}, Noun: &noun, State: "missing", Unit: "people", Stance: hearsay.Possible, Where: "Orl", Low: &n,
				Qualifier: hearsay.AtLeast, AsOf: "2031-04-01", Chain: []hearsay.Voice{{}, {As: &as}}},
			{Span: hearsay.Span{Start: 55, End: 61}, State: "waiting", Unit: "people", Stance: hearsay.Actual, Qualifier: hearsay.Vague},
		},
	}
	for _, c := range []struct {
		name string
		new  func(*strings.Builder) *Printer
		want []string
	}{
		{"plain", func(b *strings.Builder) *Printer { return NewPlain(b, 0) }, []string{
			"\n  # At least 1,200 = 1,200 or more · missing · miners · possible · Orl · 1 April 2031 · the governor\n\nDozens wait.\n",
			"\n  # Dozens = no number · waiting · people\n",
			"\nno attributions found, 2 figures\n",
		}},
		{"colour", func(b *strings.Builder) *Printer { return NewColour(b, 0) }, []string{
			"\x1b[4;3mAt least 1,200\x1b[0m miners are missing",
			"\n  # \x1b[4;3mDozens\x1b[0m\x1b[2m = no number · waiting · people\x1b[0m\n",
		}},
	} {
		var out strings.Builder
		if err := c.new(&out).Write(record); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %q in\n%q", c.name, want, out.String())
			}
		}
	}
}

func TestInterval(t *testing.T) {
	n, m := -12.5, 1234567.0
	for _, c := range []struct {
		figure hearsay.Figure
		want   string
	}{
		{hearsay.Figure{Low: &n, High: &n, Qualifier: hearsay.Exactly}, "-12.5"},
		{hearsay.Figure{Low: &m, High: &m, Qualifier: hearsay.About}, "about 1,234,567"},
		{hearsay.Figure{Low: &n, High: &m, Qualifier: hearsay.Between}, "-12.5 to 1,234,567"},
		{hearsay.Figure{Low: &m, Qualifier: hearsay.MoreThan}, "above 1,234,567"},
		{hearsay.Figure{High: &m, Qualifier: hearsay.UpTo}, "1,234,567 at most"},
		{hearsay.Figure{Qualifier: hearsay.Vague}, "no number"},
	} {
		if got := interval(c.figure); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
