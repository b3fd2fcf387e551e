package talks_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/plain"
	"hearsay/reader"
	"hearsay/tracer"
)

// recordsOf reads the reports of an archive.
func recordsOf(t testing.TB, archive *txtar.Archive) []hearsay.Record {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	var records []hearsay.Record
	for _, f := range archive.Files {
		if filepath.Ext(f.Name) != ".txt" {
			continue
		}
		report, err := plain.Parse(f.Name, bytes.TrimSuffix(f.Data, []byte("\n")))
		if err != nil {
			t.Fatal(err)
		}
		record, err := r.Read(context.Background(), report)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	return records
}

func traceOf(t testing.TB, records []hearsay.Record) hearsay.Trace {
	t.Helper()
	trace, err := tracer.Trace(context.Background(), records)
	if err != nil {
		t.Fatal(err)
	}
	if err := trace.Check(); err != nil {
		t.Error(err)
	}
	return trace
}

// Invented negotiations of several kinds, and a story without any: what talks must
// have, line by line or a part of a line, and what they must not.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := shown(traceOf(t, recordsOf(t, archive)))
			for _, f := range archive.Files {
				for line := range strings.Lines(string(f.Data)) {
					line = strings.TrimSuffix(line, "\n")
					switch found := strings.Contains(got, line); {
					case f.Name == "has" && !found:
						t.Errorf("%q is missing in\n%s", line, got)
					case f.Name == "lacks" && found:
						t.Errorf("%q is in\n%s", line, got)
					}
				}
			}
		})
	}
}

// showing writes talks line by line.
type showing struct {
	strings.Builder
	trace hearsay.Trace
	talks hearsay.Talks
}

func shown(trace hearsay.Trace) string {
	if len(trace.Talks) == 0 {
		return "none\n"
	}
	all := ""
	for i, k := range trace.Talks {
		if i > 0 {
			all += "\n== talks beside these\n"
		}
		all += shownTalks(trace, k)
	}
	return all
}

func shownTalks(trace hearsay.Trace, k hearsay.Talks) string {
	s := &showing{trace: trace, talks: k}
	if k.Title != "" || k.Closed || k.Opened {
		fmt.Fprintf(s, "called %q closed %v opened %v\n", k.Title, k.Closed, k.Opened)
	}
	for _, p := range s.talks.Parties {
		if p.Part != hearsay.Bystander {
			fmt.Fprintf(s, "%s %s\n", p.Part, s.name(&p.ID))
		}
	}
	for _, r := range s.talks.Rounds {
		fmt.Fprintf(s, "round %d day %d %s", r.Number, r.Day, r.When)
		if r.Place != nil {
			fmt.Fprintf(s, " in %s", s.words(*r.Place))
		}
		for _, m := range r.Moves {
			fmt.Fprintf(s, " %s", m.To)
		}
		fmt.Fprintf(s, ": %s\n", r.State)
	}
	for _, p := range s.talks.Proposals {
		s.proposal(p)
	}
	for _, d := range s.talks.Deadlines {
		fmt.Fprintf(s, "deadline %s set by %s for %s\n", d.Value, s.name(d.SetBy), s.name(d.For))
	}
	for _, a := range s.talks.Awaited {
		fmt.Fprintf(s, "awaited %s from %s\n", a.By, s.name(a.From))
	}
	for _, p := range s.talks.Positions {
		fmt.Fprintf(s, "position %s: %s [%s]\n", s.name(p.By), s.words(p.Words), p.Regard)
	}
	for _, o := range s.talks.Opposed {
		fmt.Fprintf(s, "opposed %s – %s: %s\n", s.words(o.A.Words), s.words(o.B.Words), o.Why)
	}
	return s.String()
}

func (s *showing) proposal(p hearsay.Proposal) {
	fmt.Fprintf(s, "\nproposal %d by %s %s", p.ID+1, s.name(p.By), p.Date)
	if p.Deadline != nil {
		fmt.Fprintf(s, " until %s", s.talks.Deadlines[*p.Deadline].Value)
	}
	fmt.Fprintln(s)
	for _, term := range p.Terms {
		fmt.Fprintf(s, "  %s %s: %s", term.Status, term.Mode, s.words(term.Words))
		for _, on := range term.On {
			fmt.Fprintf(s, " > %s", s.name(&on))
		}
		if term.Condition != nil {
			fmt.Fprintf(s, " | %s", s.words(*term.Condition))
		}
		fmt.Fprintln(s)
		for _, m := range term.Moves {
			fmt.Fprintf(s, "    %s by %s %s: %s\n", m.To, s.name(m.By), m.Date, s.words(m.Words))
		}
	}
	for _, r := range p.Responses {
		fmt.Fprintf(s, "  %s by %s %s\n", r.Kind, s.name(r.By), r.Date)
	}
}

func (s *showing) name(party *int) string {
	if party == nil {
		return "nobody"
	}
	return s.talks.Name(s.trace, *party)
}

func (s *showing) words(p hearsay.Passage) string {
	return p.Span.In(s.trace.Records[p.Report].Report.Text)
}

func traceOf2(records []hearsay.Record) hearsay.Trace {
	trace, err := tracer.Trace(context.Background(), records)
	if err != nil {
		panic(err)
	}
	return trace
}
