package measure_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/measure"
	"hearsay/internal/segment"
)

// Ways of writing whose value nobody can tell, and the one that can be told.
func TestWritings(t *testing.T) {
	for _, c := range []struct{ text, words, value string }{
		{"They found 1.000 people.", "1.000", "?"},
		{"They found 3,4 people.", "3,4", "?"},
		{"It cost 3,4 million dollars.", "3,4 million dollars", "3400000"},
		{"Rates are 3,4 percent.", "3,4 percent", "3.4"},
		{"They found 1,0000 people.", "1,0000", "?"},
		{"They found 1.200.000 people.", "1.200.000", "1200000"},
		{"They found 10 500 000 people.", "10 500 000", "10500000"},
		{"They found 12,34,567 people.", "12,34,567", "1234567"},
		{"It lost -3% on Friday.", "-3%", "-3"},
		{"It was minus 12 degrees.", "minus 12 degrees", "-12"},
		{"It cost 4.1bn crowns.", "4.1bn crowns", "4100000000"},
		{"They sold 2.5 billion.", "2.5 billion", "2500000000"},
		{"It took 2½ hours.", "2½ hours", "2.5"},
		{"It cost a million and a half dollars.", "a million and a half dollars", "1500000"},
		{"They lost two and a half million dollars.", "two and a half million dollars", "2500000"},
		{"Some five hundred and twelve thousand six hundred people left.", "five hundred and twelve thousand six hundred", "512600"},
		{"They spent $5-$10 million.", "$5-$10 million", "5000000..10000000"},
		{"They sold 999999999999999999999 cars.", "", ""},
		{"They met on 32.13.2031 at 25:61.", "", ""},
		{"Between 50 and 40 people came.", "50", "50"},
		{"About minus people came.", "", ""},
		{"It is 1/0 of it.", "", ""},
	} {
		figures := read(t, c.text)
		want := newsFigure{words: c.words, value: c.value}
		switch {
		case c.words == "" && len(figures) > 0:
			t.Errorf("%q = %s in %q", figures[0].Span.In(c.text), value(figures[0]), c.text)
		case c.words != "" && findFigure(c.text, want, figures, nil) < 0:
			t.Errorf("no %q = %s in %q, but %s", c.words, c.value, c.text, tell(c.text, figures))
		}
	}
}

func tell(text string, figures []hearsay.Figure) string {
	var all []string
	for _, f := range figures {
		all = append(all, fmt.Sprintf("%q = %s", f.Span.In(text), value(f)))
	}
	return strings.Join(all, ", ")
}

// Every number up to a billion is read back from its words.
func TestNumberWordsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.IntRange(2, 2000), rapid.IntRange(2, 999_999_999)).Draw(t, "n")
		text := "They counted " + spelled(n) + " people."
		figures := findUntagged(text)
		if len(figures) != 1 || value(figures[0]) != fmt.Sprint(n) {
			t.Fatalf("%d: %s: %s", n, text, tell(text, figures))
		}
	})
}

// spelled writes a number in words, as British news does.
func spelled(n int) string {
	names := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	rest := func(n int, joint string) string {
		if n == 0 {
			return ""
		}
		return joint + spelled(n)
	}
	switch {
	case n < 20:
		return names[n]
	case n < 100:
		return tens[n/10] + rest(n%10, "-")
	case n < 1000:
		return names[n/100] + " hundred" + rest(n%100, " and ")
	case n < 1_000_000:
		return spelled(n/1000) + " thousand" + rest(n%1000, joint(n%1000))
	}
	return spelled(n/1_000_000) + " million" + rest(n%1_000_000, joint(n%1_000_000))
}

func joint(rest int) string {
	if rest < 100 {
		return " and "
	}
	return " "
}

// findUntagged finds figures in a text without tags and trees.
func findUntagged(text string) []hearsay.Figure {
	doc := segment.Split(hearsay.Report{Text: text})
	return measure.Find(doc, lexicon.New().Look(doc, nil))
}

// Whatever is written, figures are in order, lie within the text and do not
// overlap, and their bounds are numbers in order.
func TestFiguresHold(t *testing.T) {
	words := strings.Fields("40 1,200 3.5 1.000 3,4 dozens two dozen half a third of the million bn $ € % percent per cent between and to or - – more than " +
		"at least about some people were killed , . ( ) minus no one nobody 1/3 ½ m km hour days old 2031 March 5pm 12:30 crore -3 over")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(t, "words"), rapid.SampledFrom([]string{" ", "", "-"}).Draw(t, "joint"))
		checkFigures(t, text, findUntagged(text))
	})
}

func checkFigures(t interface{ Errorf(string, ...any) }, text string, figures []hearsay.Figure) {
	end := 0
	for _, f := range figures {
		if err := f.Span.Check(len(text)); err != nil {
			t.Errorf("%q: %v", text, err)
			return
		}
		if f.Span.Start < end {
			t.Errorf("%q: %q overlaps the figure before it", text, f.Span.In(text))
		}
		end = f.Span.End
		for _, n := range []*float64{f.Low, f.High} {
			if n != nil && (math.IsNaN(*n) || math.IsInf(*n, 0)) {
				t.Errorf("%q: %q is %v", text, f.Span.In(text), *n)
			}
		}
		if f.Low != nil && f.High != nil && *f.Low > *f.High {
			t.Errorf("%q: %q is %v to %v", text, f.Span.In(text), *f.Low, *f.High)
		}
		if isVague := f.Low == nil && f.High == nil; isVague != (f.Qualifier == hearsay.Vague) {
			t.Errorf("%q: %q is %s with bounds %s", text, f.Span.In(text), f.Qualifier, value(f))
		}
		if f.State == "" || f.Stance == "" {
			t.Errorf("%q: %q has no state or no stance", text, f.Span.In(text))
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"At least 12 people, including three children, were killed.", "between 40 and 50", "1.2.3.4", "€1.000,00", "-5-5-5", "1 000 000 000 000 000 000",
		"a a a a half of half a million and a half", "nine out of 10 in 3", "two hundred hundred hundred million billion crore", "½½½", "$-$-$5", "١٢٣",
		"twelve\u00adhundred", "3\u00a0000", "%%%", "of of of 5 of of", "no one one no", strings.Repeat("9", 5000), strings.Repeat("million ", 500),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		checkFigures(t, text, findUntagged(text))
	})
}
