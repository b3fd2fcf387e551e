package score

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var (
	command = "hearsay score --split dev"
	data    = []Data{{"corpus.tar.gz", "0123456789abcdef"}}
	floors  = Baseline{Evaluations: []Evaluation{{command, data, []Floor{{"cue", 0.7, 200}, {"exact", 0.4, 100}}}}}
)

func TestBaselineCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		now  []Measured
		want []string
	}{
		{"above and at", []Measured{{"cue", 0.71, 200}, {"exact", 0.4, 100}, {"new", 0, 9}}, nil},
		{"below", []Measured{{"cue", 0.6999, 200}, {"exact", 0.5, 100}}, []string{"cue: 0.6999 is below its floor of 0.700 (n=200)"}},
		{"other items", []Measured{{"cue", 0.9, 199}, {"exact", 0.5, 100}}, []string{"cue: its floor rests on 200 items, now there are 199"}},
		{"not measured", []Measured{{"cue", 0.9, 200}}, []string{"exact: it has a floor, but is not measured any more"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			faults, checked, err := floors.Check(command, data, c.now)
			if err != nil || checked != 2 || !reflect.DeepEqual(faults, c.want) {
				t.Errorf("faults %q of %d, %v; want %q", faults, checked, err, c.want)
			}
		})
	}
}

func TestBaselineCheckRefuses(t *testing.T) {
	if _, _, err := floors.Check("hearsay score --split train", data, nil); !errors.Is(err, ErrNoFloors) {
		t.Errorf("another command: %v", err)
	}
	for _, other := range [][]Data{nil, {{"corpus.tar.gz", "fedcba9876543210"}}} {
		if _, _, err := floors.Check(command, other, nil); err == nil || !strings.HasPrefix(err.Error(), "the floors were measured on") {
			t.Errorf("other data: %v", err)
		}
	}
}

func TestBaselineUpdate(t *testing.T) {
	higher := []Measured{{"cue", 0.7349, 200}, {"exact", 0.4, 100}, {"few", 0.9, MinFloor - 1}, {"enough", 0.9, MinFloor}}
	b, err := floors.Update(command, data, higher, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []Floor{{"cue", 0.734, 200}, {"exact", 0.4, 100}, {"enough", 0.9, MinFloor}}
	if !reflect.DeepEqual(b.Evaluations[0].Floors, want) || len(b.Lowered) != 0 {
		t.Errorf("floors %+v, want %+v", b.Evaluations[0].Floors, want)
	}
	b, err = floors.Update("hearsay score --tags", data, higher, "")
	if err != nil || len(b.Evaluations) != 2 || len(b.Evaluations[0].Floors) != 2 {
		t.Errorf("another command: %+v, %v", b, err)
	}
}

func TestBaselineUpdateNeedsAReasonToLower(t *testing.T) {
	lower := []Measured{{"cue", 0.69, 200}}
	if _, err := floors.Update(command, data, lower, " "); err == nil ||
		err.Error() != "this would lower cue from 0.700 to 0.690, exact from 0.400 to 0.000; give the reason with --lower" {
		t.Errorf("no reason: %v", err)
	}
	b, err := floors.Update(command, data, lower, "the rule was wrong")
	if err != nil {
		t.Fatal(err)
	}
	want := []Lowering{{command, "cue", 0.7, 0.69, "the rule was wrong"}, {command, "exact", 0.4, 0, "the rule was wrong"}}
	if !reflect.DeepEqual(b.Lowered, want) {
		t.Errorf("lowered %+v, want %+v", b.Lowered, want)
	}
	if len(floors.Lowered) != 0 || floors.Evaluations[0].Floors[0].Value != 0.7 {
		t.Error("the old baseline was changed")
	}
}

func TestBaselineFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "eval", "baseline.json")
	if b, err := LoadBaseline(path); err != nil || len(b.Evaluations) != 0 {
		t.Errorf("no file: %+v, %v", b, err)
	}
	if err := floors.Save(path); err != nil {
		t.Fatal(err)
	}
	if b, err := LoadBaseline(path); err != nil || !reflect.DeepEqual(b, floors) {
		t.Errorf("got %+v, %v", b, err)
	}
	if err := os.WriteFile(path, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadBaseline(path); err == nil || !strings.Contains(err.Error(), "baseline.json: not a baseline") {
		t.Errorf("broken file: %v", err)
	}
}
