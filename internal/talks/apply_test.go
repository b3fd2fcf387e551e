package talks_test

import (
	"reflect"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/talks"
)

// desk is a trace with the hash of each of its records, and anchors into it by words.
type desk struct {
	testing.TB
	trace     hearsay.Trace
	revisions []string
}

func deskOf(t testing.TB, name string) desk {
	d := desk{TB: t, trace: traceOf(t, archive(t, name))}
	for i := range d.trace.Records {
		d.revisions = append(d.revisions, d.trace.Records[i].Report.Path)
	}
	return d
}

// at is the anchor of some words of a report.
func (d desk) at(report, words string) hearsay.Anchor {
	for _, r := range d.trace.Records {
		if i := strings.Index(r.Report.Text, words); r.Report.Path == report && i >= 0 {
			return hearsay.Anchor{Revision: report, Span: hearsay.Span{Start: i, End: i + len(words)}}
		}
	}
	d.Fatalf("%q is not in %s", words, report)
	return hearsay.Anchor{}
}

func (d desk) apply(decisions ...hearsay.TalksDecision) (string, []int) {
	applied, lost := talks.Apply(d.trace, d.revisions, decisions)
	trace := d.trace
	trace.Talks = applied
	if err := trace.Check(); err != nil {
		d.Error(err)
	}
	return shown(trace), lost
}

func decide(kind hearsay.TalksDecisionKind, at ...hearsay.Anchor) hearsay.TalksDecision {
	return hearsay.TalksDecision{Kind: kind, At: at}
}

// Each decision changes what it is of, and says when it finds nothing.
func TestApply(t *testing.T) {
	d := deskOf(t, "beside")
	offer, bid := d.at("a.txt", "4 percent over two years"), d.at("b.txt", "31 crowns a share")
	correct := func(field hearsay.TalksField, value string, at hearsay.Anchor) hearsay.TalksDecision {
		return hearsay.TalksDecision{Kind: hearsay.TalksCorrect, At: []hearsay.Anchor{at}, Field: field, Value: value}
	}
	name := decide(hearsay.TalksName, bid)
	name.Name = "The takeover"
	obliges := correct(hearsay.FieldObliges, "", offer)
	obliges.Parties = []hearsay.Anchor{d.at("a.txt", "The Deckhands' Union")}
	for _, c := range []struct {
		name        string
		decision    hearsay.TalksDecision
		has, lacks  string
		lost        bool
		talks, mark string
	}{
		{name: "name", decision: name, has: "called \"The takeover\" closed false"},
		{name: "close", decision: decide(hearsay.TalksClose, offer), has: "called \"\" closed true"},
		{name: "merge", decision: decide(hearsay.TalksMerge, offer, bid), lacks: "beside these"},
		{name: "merge of one", decision: decide(hearsay.TalksMerge, offer), has: "beside these", lost: true},
		{name: "status", decision: correct(hearsay.FieldStatus, "agreed", offer), has: "agreed obligation: 4 percent over two years"},
		{name: "no such status", decision: correct(hearsay.FieldStatus, "perhaps", offer), lacks: "perhaps", lost: true},
		{name: "obliges", decision: obliges, has: "4 percent over two years > Deckhands' Union"},
		{name: "answer", decision: correct(hearsay.FieldAnswer, "accept", d.at("a.txt", "rejected the offer")), has: "accept by Deckhands' Union"},
		{name: "deadline", decision: correct(hearsay.FieldDeadline, "2031-04-12", d.at("b.txt", "Hale Group has until Friday")), has: "deadline 2031-04-12"},
		{name: "nowhere", decision: decide(hearsay.TalksClose, hearsay.Anchor{Revision: "gone", Span: offer.Span}), lacks: "closed true", lost: true},
	} {
		got, lost := d.apply(c.decision)
		if !strings.Contains(got, c.has) || c.lacks != "" && strings.Contains(got, c.lacks) || (len(lost) > 0) != c.lost {
			t.Errorf("%s: lost %v, want %q and no %q in\n%s", c.name, lost, c.has, c.lacks, got)
		}
	}
}

// A person opens talks that too little shows, and the later of two decisions wins.
func TestOpen(t *testing.T) {
	d := deskOf(t, "unopened")
	if len(d.trace.Talks) > 0 {
		t.Fatal("they are found without a person")
	}
	at := d.at("a.txt", "offered 4 percent")
	open := decide(hearsay.TalksOpen, at)
	open.Name = "Pay at the mill"
	reopened := decide(hearsay.TalksOpen, at)
	got, lost := d.apply(open, decide(hearsay.TalksClose, at), reopened)
	if len(lost) > 0 || !strings.Contains(got, `called "Pay at the mill" closed false opened true`) || !strings.Contains(got, "4 percent") {
		t.Errorf("lost %v\n%s", lost, got)
	}
	nothing := decide(hearsay.TalksOpen, d.at("a.txt", "It rained"))
	if got, lost := d.apply(nothing); len(lost) > 0 || !strings.Contains(got, "opened true") {
		t.Errorf("lost %v\n%s", lost, got)
	}
}

// Decisions outlive reports that come later, and the trace is not changed.
func TestDecisionsOutliveNewReports(t *testing.T) {
	late := deskOf(t, "beside")
	early := desk{TB: t, trace: traceOf(t, late.trace.Records[:2]), revisions: late.revisions[:2]}
	decision := hearsay.TalksDecision{Kind: hearsay.TalksCorrect, Field: hearsay.FieldStatus, Value: "agreed", At: []hearsay.Anchor{early.at("a.txt", "4 percent over two years")}}
	before := talks.Of(late.trace)
	for _, d := range []desk{early, late} {
		if got, lost := d.apply(decision); len(lost) > 0 || !strings.Contains(got, "agreed obligation: 4 percent over two years") {
			t.Errorf("lost %v\n%s", lost, got)
		}
	}
	if !reflect.DeepEqual(before, talks.Of(late.trace)) {
		t.Error("applying changed the trace")
	}
	if early.trace.Talks[0].Key == "" || early.trace.Talks[0].Key != late.trace.Talks[0].Key {
		t.Errorf("keys %q and %q", early.trace.Talks[0].Key, late.trace.Talks[0].Key)
	}
}
