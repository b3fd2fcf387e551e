package view

import (
	"cmp"
	"strings"
	"time"

	"hearsay"
)

// ReportLine is one record of a trace in a list.
type ReportLine struct {
	Report   int // position in Trace.Records
	Outlet   string
	Headline string
	Stood    time.Time
	Revises  bool   // an earlier revision of it is in the trace
	CopyOf   string // outlet of the report it republishes; "" : none
	Share    int    // of it that stands there too, in percent
	Found    int    // attributions
	Own      int    // statements in its own voice
	Changes  int    // against the revision before
	Silent   int    // of these, without a note
	Note     string
}

// Said is one statement of one record: its words, and by what way they came.
type Said struct {
	Report     int
	Outlet     string
	Stood      time.Time
	Number     int    // of the attribution, from 1; 0: the outlet's own voice
	Who        string // the words for who speaks
	Cue        string
	Content    string
	Own        bool
	Identity   hearsay.Identity
	Through    []Hop // between the outlet and the one who speaks
	Occasion   string
	Act        hearsay.Act
	Stance     hearsay.Stance
	Confidence int
	Private    bool
}

// Doubtful reports whether the reading asks to be checked.
func (s Said) Doubtful() bool { return !s.Own && s.Confidence < CheckBelow }

// SaidAt returns the statement at a place of a trace, which must be of an
// attribution or an own voice.
func SaidAt(t *hearsay.Trace, p hearsay.Place) Said {
	return said(t.Records[p.Report], p)
}

// SaidIn returns a statement of one record by itself.
func SaidIn(record hearsay.Record, part hearsay.Part, index int) Said {
	return said(record, hearsay.Place{Part: part, Index: index})
}

func said(record hearsay.Record, p hearsay.Place) Said {
	s := Said{Report: p.Report, Outlet: outletOf(record), Stood: record.Report.Stood()}
	if p.Part == hearsay.PartOwnVoice {
		s.Own, s.Identity, s.Who = true, hearsay.OutletIdentity, s.Outlet
		s.Content = shortened(Line(record.OwnVoice[p.Index].Span.In(record.Report.Text)))
		return s
	}
	a := record.Attributions[p.Index]
	n := sheetNoteOf(record, placed{Attribution: a, known: 1}, Own)
	s.Number, s.Who, s.Cue, s.Content, s.Identity = n.Number, n.Who(), n.Cue, n.Content, n.Identity
	s.Through, s.Occasion, s.Private = n.Between(), n.Last.Occasion(), n.Last.Private
	s.Act, s.Stance, s.Confidence = a.Act, a.Stance, a.Confidence
	return s
}

func outletOf(record hearsay.Record) string {
	return cmp.Or(Line(record.Report.Outlet), Line(record.Credit), "outlet not stated")
}

// words returns a passage's words on one line.
func words(t *hearsay.Trace, p hearsay.Passage) string {
	return shortened(Line(p.Span.In(t.Records[p.Report].Report.Text)))
}

// reportLine tells one record of a trace.
func reportLine(t *hearsay.Trace, i int) ReportLine {
	r := t.Records[i]
	l := ReportLine{Report: i, Outlet: outletOf(r), Headline: headlineOf(r), Stood: r.Report.Stood(),
		Found: len(r.Attributions), Own: len(r.OwnVoice), Note: Clip(r.Note, 240)}
	for _, c := range t.Copies {
		if c.Report == i {
			l.CopyOf, l.Share = outletOf(t.Records[c.Of]), c.Share/10
		}
	}
	for _, u := range t.Updates {
		if u.Report == i {
			l.Revises, l.Changes = true, len(u.Changes)
			l.Silent = countSilent(u)
		}
	}
	return l
}

func countSilent(u hearsay.Update) int {
	n := 0
	for _, c := range u.Changes {
		if c.Kind == hearsay.ChangeSilent {
			n++
		}
	}
	return n
}

// headlineOf returns the headline, or else how the text begins.
func headlineOf(r hearsay.Record) string {
	if h := Line(r.Report.Headline); h != "" {
		return h
	}
	for _, b := range r.Blocks {
		if b.Kind.InStory() {
			return Clip(b.In(r.Report.Text), 90)
		}
	}
	return Clip(strings.TrimSpace(r.Report.Text[:min(len(r.Report.Text), 400)]), 90)
}

// HeadlineOf returns what a record is called in a list.
func HeadlineOf(r hearsay.Record) string { return headlineOf(r) }

// wordsIn returns the words of a span that may be missing.
func wordsIn(r hearsay.Record, s *hearsay.Span) string {
	if s == nil {
		return ""
	}
	return s.In(r.Report.Text)
}
