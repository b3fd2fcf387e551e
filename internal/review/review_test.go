package review

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
)

const text = "“Nié,” said Holt, who denied the tale. Rain fell on Orl."

// span finds words in the text.
func span(words string) hearsay.Span {
	at := strings.Index(text, words)
	return hearsay.Span{Start: at, End: at + len(words)}
}

func spanOf(words string) *hearsay.Span { s := span(words); return &s }

func record() hearsay.Record {
	own := []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {As: spanOf("Holt"), Identity: hearsay.NamedPerson}}
	return hearsay.Record{Report: hearsay.Report{Text: text}, Attributions: []hearsay.Attribution{
		{ID: 0, Source: spanOf("Holt"), Cue: spanOf("said"), Content: []hearsay.Span{span("“Nié,”")}, Chain: own},
		{ID: 1, Source: spanOf("who"), Cue: spanOf("denied"), Content: []hearsay.Span{span("the tale")}, Chain: own},
	}}
}

// said is a correction written as "Mara source = who".
func said(id int64, words string) archive.Correction {
	f := strings.Fields(words)
	c := archive.Correction{ID: id, Span: span("said"), Role: archive.RoleAttribution, Editor: f[0], Verdict: archive.Verdict(f[len(f)-1])}
	if len(f) == 4 {
		s := span(f[3])
		c.Role, c.Verdict = archive.Role(f[1]), archive.Instead
		c.Value = string(f[3])
		if s.Start >= 0 {
			c.Value = spanText(s)
		}
	}
	return c
}

func spanText(s hearsay.Span) string {
	b, _ := json.Marshal([]int{s.Start, s.End})
	return strings.ReplaceAll(strings.Trim(string(b), "[]"), ",", "-")
}

func TestWhoAgreed(t *testing.T) {
	for _, c := range []struct {
		said        []string
		verdict     Verdict
		by, against string
	}{
		{[]string{"Mara right"}, Right, "Mara", ""},
		{[]string{"Mara right", "Ilse right"}, Right, "Mara Ilse", ""},
		{[]string{"Mara right", "Ilse wrong"}, Wrong, "Ilse", "Mara"},
		{[]string{"Mara wrong", "Ilse right", "Mara right"}, Right, "Mara Ilse", ""},
		{[]string{"Mara right", "Ilse source = who", "Jon right"}, Corrected, "Ilse Jon", "Mara"},
		{[]string{"Ilse source = who", "Ilse cue = tale"}, Corrected, "Ilse", ""},
		{[]string{"Mara act = denial"}, Right, "Mara", ""},
		{[]string{"Mara right", "Ilse act = denial"}, Right, "Mara Ilse", ""},
	} {
		var all []archive.Correction
		for i, words := range c.said {
			all = append(all, said(int64(i+1), words))
		}
		got := Of(record(), all)
		if len(got.Readings) != 1 || len(got.Open) != 1 {
			t.Fatalf("%v: %d judged, %d open", c.said, len(got.Readings), len(got.Open))
		}
		r := got.Readings[0]
		if r.Verdict != c.verdict || strings.Join(r.By, " ") != c.by || strings.Join(r.Against, " ") != c.against {
			t.Errorf("%v: %s, by %v, against %v", c.said, r.Verdict, r.By, r.Against)
		}
	}
}

func TestWhatWasUndoneCountsForNothing(t *testing.T) {
	c := said(1, "Mara wrong")
	c.Undone = time.Unix(1, 0)
	if got := Of(record(), []archive.Correction{c}); len(got.Readings) != 0 || len(got.Open) != 2 {
		t.Errorf("got %+v", got)
	}
}

// TestLine: spans count code points; what nothing points at is blank in an extract.
func TestLine(t *testing.T) {
	r := record()
	j := Of(r, []archive.Correction{said(1, "Mara source = who")})
	r.Report.Text = j.extract(r)
	l := lineOf("abc", true, r, j)
	got := l.Readings[0]
	if got.Source.Text != "who" || got.Machine == nil || got.Machine.Source.Text != "Holt" || got.Source.Start != 18 || l.Open[0].Cue.Text != "denied" {
		t.Errorf("got %+v", got)
	}
	if *got.Identity != hearsay.NamedPerson || !slices.Equal(got.Against, []string{}) {
		t.Errorf("got %+v", got)
	}
	if strings.Contains(l.Text, "Rain") || !strings.Contains(l.Text, "who denied the tale") || len(l.Text) != len(text) {
		t.Errorf("the extract is %q", l.Text)
	}
}
