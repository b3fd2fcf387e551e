package tracer

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/plain"
	"hearsay/reader"
)

// A tracer keeps between two traces what it has worked out, so that one report more
// costs little. What it hands out must be, to the last span, what comparing from
// scratch gives: whatever was added, replaced or decided before, in whatever order,
// with traces made at any time between.

// affairs are the records of the reports of invented affairs, some of which are
// revisions and copies of others, mixed with reports of 500 words.
var affairs = sync.OnceValues(func() ([]hearsay.Record, error) {
	files, err := filepath.Glob("../eval/scenarios/*/reports/*.txt")
	if err != nil {
		return nil, err
	}
	var reports []hearsay.Report
	for i, file := range files {
		if i%2 == 0 {
			report, err := readReport(file)
			if err != nil {
				return nil, err
			}
			reports = append(reports, report)
		}
	}
	reports = append(append(reports, story...), invented(8)...)
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	var all []hearsay.Record
	for _, report := range reports {
		record, err := r.Read(context.Background(), report)
		if err != nil {
			return nil, err
		}
		all = append(all, record)
	}
	return all, nil
})

// drawn is a tracer to which something is done again and again, and what it must
// have by then.
type drawn struct {
	*Tracer
	all      []hearsay.Record // to draw from
	records  []hearsay.Record
	verdicts []Verdict
}

func (d *drawn) add(t *rapid.T) {
	record := rapid.SampledFrom(d.all).Draw(t, "record")
	if err := d.Add(record); err != nil {
		t.Fatal(err)
	}
	d.records = append(d.records, record)
}

// replace puts another record in the place of one, or the same one corrected.
func (d *drawn) replace(t *rapid.T) {
	if len(d.records) == 0 {
		return
	}
	at := rapid.IntRange(0, len(d.records)-1).Draw(t, "at")
	record := rapid.SampledFrom(d.all).Draw(t, "another")
	if rapid.Bool().Draw(t, "corrected") {
		record = corrected(t, d.records[at])
	}
	if err := d.Replace(at, record); err != nil {
		t.Fatal(err)
	}
	d.records = slices.Clone(d.records)
	d.records[at] = record
}

// corrected changes of a record what a person may correct.
func corrected(t *rapid.T, r hearsay.Record) hearsay.Record {
	r.Attributions, r.Actors = slices.Clone(r.Attributions), slices.Clone(r.Actors)
	if len(r.Attributions) > 0 {
		a := &r.Attributions[rapid.IntRange(0, len(r.Attributions)-1).Draw(t, "attribution")]
		a.Stance = rapid.SampledFrom(hearsay.Stances).Draw(t, "stance")
		a.Act = rapid.SampledFrom(hearsay.Acts).Draw(t, "act")
		a.Chain = a.Chain[:min(1, len(a.Chain))]
	}
	if len(r.Actors) > 0 {
		a := &r.Actors[rapid.IntRange(0, len(r.Actors)-1).Draw(t, "actor")]
		a.Name = rapid.SampledFrom([]string{"Ana Lodz", "the League", "the Dock and Quay Workers' Union", a.Name}).Draw(t, "name")
		a.Kind = rapid.SampledFrom(hearsay.ActorKinds).Draw(t, "kind")
	}
	return r
}

func (d *drawn) decide(t *rapid.T) {
	d.verdicts = nil
	for range rapid.IntRange(0, 3).Draw(t, "verdicts") {
		d.verdicts = append(d.verdicts, Verdict{A: d.actor(t), B: d.actor(t), Same: rapid.Bool().Draw(t, "same")})
	}
	d.SetVerdicts(d.verdicts)
}

// actor draws an actor of a record, or a place where there is none.
func (d *drawn) actor(t *rapid.T) hearsay.ActorAt {
	return hearsay.ActorAt{Report: rapid.IntRange(0, len(d.records)).Draw(t, "report"), Actor: rapid.IntRange(0, 9).Draw(t, "actor")}
}

func (d *drawn) check(t *rapid.T) {
	got, err := d.Trace(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	scratch := New()
	for _, r := range d.records {
		if err := scratch.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	scratch.SetVerdicts(d.verdicts)
	want, err := scratch.Trace(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Records) != len(want.Records) {
		t.Fatalf("%d records, not %d", len(got.Records), len(want.Records))
	}
	for _, part := range []struct {
		name      string
		got, want any
	}{
		{"records", got.Records, want.Records}, {"actors", got.Actors, want.Actors}, {"copies", got.Copies, want.Copies},
		{"background", got.Background, want.Background}, {"updates", got.Updates, want.Updates}, {"claims", got.Claims, want.Claims},
		{"contradictions", got.Contradictions, want.Contradictions}, {"talks", got.Talks, want.Talks},
	} {
		if !reflect.DeepEqual(part.got, part.want) {
			t.Fatalf("%s: one by one\n%s\nat once\n%s", part.name, inJSON(part.got), inJSON(part.want))
		}
	}
}

func inJSON(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// TestOneByOneIsAtOnce: see above.
func TestOneByOneIsAtOnce(t *testing.T) {
	all, err := affairs()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := &drawn{Tracer: New(), all: all}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch step := rapid.IntRange(0, 9).Draw(t, "step"); {
			case step < 6:
				d.add(t)
			case step < 8:
				d.replace(t)
			case step < 9:
				d.decide(t)
			default:
				d.check(t)
			}
		}
		d.check(t)
	})
}

// TestTraceStays: a trace that was handed out does not change when its tracer goes on.
func TestTraceStays(t *testing.T) {
	all, err := affairs()
	if err != nil {
		t.Fatal(err)
	}
	x := New()
	for _, r := range all[:6] {
		if err := x.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	first, err := x.Trace(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	before := inJSON(first)
	for i, r := range all[6:] {
		if i%2 == 0 {
			err = x.Replace(i%6, r)
		} else {
			err = x.Add(r)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := x.Trace(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if inJSON(first) != before {
		t.Error("an earlier trace has changed")
	}
}

func TestReplaceWhatIsNotThere(t *testing.T) {
	if err := New().Replace(0, hearsay.Record{}); err == nil {
		t.Error("a record that was never added is replaced")
	}
}

func readReport(file string) (hearsay.Report, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return hearsay.Report{}, err
	}
	return plain.Parse(file, data)
}
