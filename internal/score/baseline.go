package score

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// A floor is a quality that was reached once and must not be lost unnoticed. The
// file of floors is committed: raising one shows in the diff, and lowering one
// needs a reason that stays in the file.

// MinFloor is the least number of gold items a floor may rest on: below it, one
// item more or less moves the figure by more than a change of the program does.
const MinFloor = 50

// Baseline is the file of floors.
type Baseline struct {
	Evaluations []Evaluation `json:"evaluations"`
	Lowered     []Lowering   `json:"lowered,omitempty"` // oldest first
}

// Evaluation is the floors one command measures on one corpus.
type Evaluation struct {
	Command string  `json:"command"`
	Data    []Data  `json:"data"`
	Floors  []Floor `json:"floors"`
}

// Data names an archive that floors were measured on.
type Data struct {
	Archive string `json:"archive"`
	SHA256  string `json:"sha256"`
}

// Floor is the least value a figure may have.
type Floor struct {
	Figure string  `json:"figure"`
	Value  float64 `json:"value"` // from 0 to 1, three decimals
	N      int     `json:"n"`     // gold items it was measured on
}

// Lowering records a floor that was lowered or given up.
type Lowering struct {
	Command string  `json:"command"`
	Figure  string  `json:"figure"`
	From    float64 `json:"from"`
	To      float64 `json:"to"` // 0: given up
	Reason  string  `json:"reason"`
}

// Measured is a figure as it is now.
type Measured struct {
	Figure string
	Value  float64
	N      int
}

// ErrNoFloors says that a baseline has no floors for a command: nothing was
// checked.
var ErrNoFloors = errors.New("the baseline has no floors for this command; measure them with --update-baseline")

// LoadBaseline reads the file of floors. A file that does not exist is an empty
// baseline.
func LoadBaseline(path string) (Baseline, error) {
	var b Baseline
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return b, err
	}
	if err := json.Unmarshal(raw, &b); err != nil {
		return b, fmt.Errorf("%s: not a baseline: %w", path, err)
	}
	return b, nil
}

// Save writes the file of floors, and its folder if there is none.
func (b Baseline) Save(path string) error {
	raw, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, append(raw, '\n'), 0o644)
}

func (b Baseline) find(command string) *Evaluation {
	for i := range b.Evaluations {
		if b.Evaluations[i].Command == command {
			return &b.Evaluations[i]
		}
	}
	return nil
}

// Check returns a sentence for each figure that is below its floor or cannot be
// held against it, and the number of floors checked. Other data than the floors
// were measured on is an error.
func (b Baseline) Check(command string, data []Data, now []Measured) (faults []string, checked int, err error) {
	e := b.find(command)
	if e == nil || len(e.Floors) == 0 {
		return nil, 0, fmt.Errorf("%w (%s)", ErrNoFloors, command)
	}
	if err := sameData(e.Data, data); err != nil {
		return nil, 0, err
	}
	for _, f := range e.Floors {
		if fault := f.check(now); fault != "" {
			faults = append(faults, fault)
		}
	}
	return faults, len(e.Floors), nil
}

func sameData(was, is []Data) error {
	if len(was) != len(is) {
		return fmt.Errorf("the floors were measured on %d archives, not %d", len(was), len(is))
	}
	for i := range was {
		if was[i] != is[i] {
			return fmt.Errorf("the floors were measured on %s with SHA-256 %.12s…, this is %s with %.12s…",
				was[i].Archive, was[i].SHA256, is[i].Archive, is[i].SHA256)
		}
	}
	return nil
}

func (f Floor) check(now []Measured) string {
	for _, m := range now {
		switch {
		case m.Figure != f.Figure:
		case m.N != f.N:
			return fmt.Sprintf("%s: its floor rests on %d items, now there are %d", f.Figure, f.N, m.N)
		case m.Value < f.Value:
			return fmt.Sprintf("%s: %.4f is below its floor of %.3f (n=%d)", f.Figure, m.Value, f.Value, f.N)
		default:
			return ""
		}
	}
	return f.Figure + ": it has a floor, but is not measured any more"
}

// Update returns the baseline with a command's floors set to the figures as they
// are now, rounded down; figures over fewer than MinFloor items get none. If
// that lowers or gives up a floor and there is no reason, it is an error that
// names them.
func (b Baseline) Update(command string, data []Data, now []Measured, reason string) (Baseline, error) {
	next := Evaluation{Command: command, Data: data}
	for _, m := range now {
		if m.N >= MinFloor {
			next.Floors = append(next.Floors, Floor{m.Figure, math.Floor(m.Value*1000) / 1000, m.N})
		}
	}
	var out Baseline
	replaced := false
	out.Lowered = append(out.Lowered, b.Lowered...)
	for _, e := range b.Evaluations {
		if e.Command == command {
			out.Lowered = append(out.Lowered, lowerings(e, next, reason)...)
			e, replaced = next, true
		}
		out.Evaluations = append(out.Evaluations, e)
	}
	if !replaced {
		out.Evaluations = append(out.Evaluations, next)
	}
	if lost := out.Lowered[len(b.Lowered):]; len(lost) > 0 && strings.TrimSpace(reason) == "" {
		return b, fmt.Errorf("this would lower %s; give the reason with --lower", describe(lost))
	}
	return out, nil
}

func lowerings(was, is Evaluation, reason string) []Lowering {
	var out []Lowering
	for _, f := range was.Floors {
		to := 0.0
		for _, g := range is.Floors {
			if g.Figure == f.Figure {
				to = g.Value
			}
		}
		if to < f.Value {
			out = append(out, Lowering{was.Command, f.Figure, f.Value, to, reason})
		}
	}
	return out
}

func describe(lost []Lowering) string {
	var parts []string
	for _, l := range lost {
		parts = append(parts, fmt.Sprintf("%s from %.3f to %.3f", l.Figure, l.From, l.To))
	}
	return strings.Join(parts, ", ")
}
