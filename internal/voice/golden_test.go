package voice

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/golden"
)

// TestGolden traces the stories in testdata, one matter a file: the files outlet,
// names (see named), story (see document) and found (see attributions) of the
// archive, and want.
func TestGolden(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		doc, found, outlet, err := story(in)
		if err != nil {
			t.Fatal(err)
		}
		reading := Trace(doc, wordsFor(doc), weekdays(doc), outlet, found, Cast{})
		holds(t, doc, reading, nil)
		return render(doc, reading)
	})
}

// story reads a golden file.
func story(in golden.Input) (*hearsay.Document, []hearsay.Attribution, Outlet, error) {
	outlet := Outlet{Name: strings.TrimSpace(in.Text("outlet"))}
	doc, err := document(in.Text("story"))
	if err != nil {
		return nil, nil, outlet, err
	}
	if err := named(doc, in.Text("names")); err != nil {
		return nil, nil, outlet, err
	}
	found, err := attributions(doc, in.Text("found"))
	return doc, found, outlet, err
}

// weekdays returns the time expressions of a story: its Mondays and Tuesdays.
func weekdays(doc *hearsay.Document) []hearsay.Moment {
	var all []hearsay.Moment
	for i, t := range doc.Tokens {
		if value := map[string]string{"Monday": "2031-04-14", "Tuesday": "2031-04-15"}[doc.Words(i)]; value != "" {
			all = append(all, hearsay.Moment{Span: t.Span, Type: hearsay.Date, Value: value})
		}
	}
	return all
}

// render tells a reading in lines.
func render(doc *hearsay.Document, r Reading) string {
	var b strings.Builder
	for i, a := range r.Attributions {
		fmt.Fprintf(&b, "%d %s — %s: %s", i, in(doc, a.Source), in(doc, a.Cue), pieces(doc, a.Content))
		if a.Within != nil {
			fmt.Fprintf(&b, " (within %d)", *a.Within)
		}
		if a.Silence != "" {
			fmt.Fprintf(&b, " (%s)", a.Silence)
		}
		if r.From[i] < 0 {
			b.WriteString(" (added)")
		}
		b.WriteString("\n")
		for k, v := range a.Chain {
			fmt.Fprintf(&b, "    %s\n", hop(doc, v, r.Why[i][k]))
		}
	}
	for _, o := range r.OwnVoice {
		fmt.Fprintf(&b, "own voice: %s\n", o.Span.In(doc.Text))
	}
	return b.String()
}

func hop(doc *hearsay.Document, v hearsay.Voice, why string) string {
	told := fmt.Sprintf("%s: %s", in(doc, v.As), v.Identity)
	if v.Medium != "" {
		told += ", " + string(v.Medium)
	}
	if o := v.Occasion; o != nil {
		told += labelled("on", o.Date) + labelled("in", o.Place) + labelled("to", o.Audience)
	}
	if a := v.Anonymity; a != nil {
		told += labelled("why", a.Why) + labelled("proximity", a.Proximity) + labelled("number", a.Number)
	}
	return told + " [" + why + "]"
}

func labelled(label, value string) string {
	if value == "" {
		return ""
	}
	return ", " + label + " " + fmt.Sprintf("%q", value)
}

func in(doc *hearsay.Document, s *hearsay.Span) string {
	if s == nil {
		return "–"
	}
	return s.In(doc.Text)
}

func pieces(doc *hearsay.Document, spans []hearsay.Span) string {
	var all []string
	for _, s := range spans {
		all = append(all, s.In(doc.Text))
	}
	return strings.Join(all, " … ")
}

// holds checks what is true of every reading: it is in order and of the text, a
// chain begins with the outlet and ends with the attribution's own source, what
// encloses never leads back, and whoever is unnamed has no actor with a name.
func holds(t interface{ Errorf(string, ...any) }, doc *hearsay.Document, r Reading, actors []hearsay.Actor) {
	record := hearsay.Record{Actors: actors, Report: hearsay.Report{Text: doc.Text}, Attributions: r.Attributions}
	if err := record.Check(); err != nil {
		t.Errorf("%v", err)
	}
	if len(r.From) != len(r.Attributions) || len(r.Why) != len(r.Attributions) {
		t.Errorf("%d attributions, from %d, why %d", len(r.Attributions), len(r.From), len(r.Why))
	}
	for i, a := range r.Attributions {
		last := len(a.Chain) - 1
		switch {
		case last < 0 || a.Chain[0].Identity != hearsay.OutletIdentity || a.Chain[0].As != nil:
			t.Errorf("attribution %d: its chain does not begin with the outlet: %v", i, a.Chain)
		case last > 0 && (a.Chain[last].As == nil) != (a.Source == nil):
			t.Errorf("attribution %d: its chain does not end with its source", i)
		case last > 0 && a.Source != nil && !a.Source.Contains(*a.Chain[last].As):
			t.Errorf("attribution %d: its chain ends with %q, its source is %q", i, in(doc, a.Chain[last].As), in(doc, a.Source))
		case a.Within != nil && len(r.Attributions[*a.Within].Chain) > last:
			t.Errorf("attribution %d: its chain is no longer than that of %d, which encloses it", i, *a.Within)
		}
		for k, v := range a.Chain {
			if v.Identity == "" || len(r.Why[i]) != len(a.Chain) || r.Why[i][k] == "" {
				t.Errorf("attribution %d, hop %d: identity %q, why %q", i, k, v.Identity, r.Why[i])
			}
		}
	}
	for _, o := range r.OwnVoice {
		if err := o.Span.Check(len(doc.Text)); err != nil {
			t.Errorf("own voice: %v", err)
		}
	}
}
