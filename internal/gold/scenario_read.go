package gold

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"hearsay"
	"hearsay/internal/plain"
)

const truthFile = "truth.json"

// ErrNoScenario says that a folder holds no scenario.
var ErrNoScenario = errors.New("no scenario here (NAME/" + truthFile + ")")

// Scenarios reads the scenarios of a folder, sorted by name; a folder that is a
// scenario itself is the only one. What is wrong with a truth stands in its
// Faults; an error means that it could not be read at all.
func Scenarios(fsys fs.FS) ([]Scenario, error) {
	folders, err := scenarioFolders(fsys)
	if err != nil {
		return nil, err
	}
	var out []Scenario
	for _, dir := range folders {
		s, err := readScenario(fsys, dir)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// HasScenarios reports whether Scenarios would find any.
func HasScenarios(fsys fs.FS) bool {
	folders, err := scenarioFolders(fsys)
	return err == nil && len(folders) > 0
}

// ScenarioDigest returns the SHA-256, hexadecimal, over the names and bytes of
// all files that Scenarios reads: two folders with the same digest give the same
// figures.
func ScenarioDigest(fsys fs.FS) (string, error) {
	folders, err := scenarioFolders(fsys)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, dir := range folders {
		names, err := fs.Glob(fsys, path.Join(escaped(dir), "reports", "*.txt"))
		if err != nil {
			return "", err
		}
		for _, name := range append(names, path.Join(dir, truthFile)) {
			raw, err := fs.ReadFile(fsys, name)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(sum, "%q %d\n", name, len(raw))
			sum.Write(raw)
		}
	}
	return fmt.Sprintf("%x", sum.Sum(nil)), nil
}

// escaped protects a name from being read as a pattern.
func escaped(name string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(name)
}

func scenarioFolders(fsys fs.FS) ([]string, error) {
	if _, err := fs.Stat(fsys, truthFile); err == nil {
		return []string{"."}, nil
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if _, err := fs.Stat(fsys, path.Join(e.Name(), truthFile)); err == nil {
			out = append(out, e.Name())
		}
	}
	if len(out) == 0 {
		return nil, ErrNoScenario
	}
	return out, nil
}

// scenarioReader reads one scenario and notes what is wrong with it.
type scenarioReader struct {
	dir   string
	file  string // of the truth
	truth truth
	out   Scenario
	index map[string]int // of a revision, by its id
}

func readScenario(fsys fs.FS, dir string) (Scenario, error) {
	r := scenarioReader{dir: dir, file: path.Join(dir, truthFile), index: map[string]int{}}
	if err := r.decode(fsys); err != nil {
		return Scenario{}, err
	}
	r.readReports(fsys)
	if len(r.out.Revisions) == 0 {
		return Scenario{}, fmt.Errorf("%s: none of its %d reports can be read from %s", r.file, len(r.truth.Reports), path.Join(dir, "reports"))
	}
	r.check()
	r.placeAttributions()
	r.placeFigures()
	r.placeMoments()
	return r.out, nil
}

// decode reads the JSON. A value of the wrong type is a fault and stays empty.
func (r *scenarioReader) decode(fsys fs.FS) error {
	raw, err := fs.ReadFile(fsys, r.file)
	if err != nil {
		return err
	}
	err = json.Unmarshal(raw, &r.truth)
	if mistyped := (*json.UnmarshalTypeError)(nil); errors.As(err, &mistyped) {
		r.fault(mistyped.Field, "%s where there should be %s; such values were passed over", mistyped.Value, mistyped.Type)
	} else if err != nil {
		return fmt.Errorf("%s: %w", r.file, err)
	}
	t := r.truth
	r.out.Name, r.out.About = t.ID, t.About
	r.out.Actors, r.out.Claims, r.out.Updates, r.out.Talks = t.Actors, t.Claims, t.Updates, t.Talks
	r.out.Contradictions, r.out.NotContradictions = t.Contradictions, t.NotContradictions
	if r.out.Name == "" {
		r.out.Name = path.Base(r.dir)
	}
	return nil
}

func (r *scenarioReader) readReports(fsys fs.FS) {
	for i, row := range r.truth.Reports {
		place := fmt.Sprintf("reports[%d] (%s)", i, row.ID)
		if _, twice := r.index[row.ID]; twice {
			r.fault(place, "this id is there twice")
			continue
		}
		v, err := r.readReport(fsys, row)
		if err != nil {
			r.fault(place, "%v", err)
			continue
		}
		r.index[row.ID] = len(r.out.Revisions)
		r.out.Revisions = append(r.out.Revisions, v)
	}
}

// readReport reads a report's file. What its header says counts, not what the
// truth repeats of it.
func (r *scenarioReader) readReport(fsys fs.FS, row truthReport) (Revision, error) {
	name := path.Join(r.dir, "reports", row.ID+".txt")
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Revision{}, err
	}
	report, err := plain.Parse(name, raw)
	warnings, readable := plain.Warnings(err)
	if !readable {
		return Revision{}, fmt.Errorf("%s %w", name, err)
	}
	for _, w := range warnings {
		r.out.Faults = append(r.out.Faults, Fault{File: name, Reason: w.Error()})
	}
	return Revision{ID: row.ID, Outlet: row.Outlet, Revises: row.Revises, CopyOf: row.CopyOf, Report: report}, nil
}

func (r *scenarioReader) fault(place, format string, args ...any) {
	r.out.Faults = append(r.out.Faults, Fault{r.file, place, fmt.Sprintf(format, args...)})
}

// revision returns the revision that a row is about; nil, and a fault, if there
// is none of that id.
func (r *scenarioReader) revision(place, id string) *Revision {
	i, ok := r.index[id]
	if !ok {
		r.fault(place, "it is about a report %s, which could not be read or is not in reports", clipped(id))
		return nil
	}
	return &r.out.Revisions[i]
}

func (r *scenarioReader) absent(place, report string, what []string) {
	for _, w := range what {
		r.fault(place, "%s does not stand in reports/%s.txt", w, report)
	}
}

func (r *scenarioReader) placeAttributions() {
	for i, row := range r.truth.Attributions {
		place := fmt.Sprintf("attributions[%d] (%s)", i, row.Report)
		v := r.revision(place, row.Report)
		if v == nil {
			continue
		}
		found, absent := attributionWords{row.Source, row.Cue, row.Content}.place(v.Report.Text)
		if r.absent(place, row.Report, absent); len(absent) == 0 {
			a := ChainedAttribution{Attribution: found, Manner: row.Manner, Chain: row.Chain, Claim: row.Claim}
			r.describe(&a)
			v.Attributions = append(v.Attributions, a)
		}
	}
}

// describe says of an attribution what the truth says of its claim.
func (r *scenarioReader) describe(a *ChainedAttribution) {
	for _, c := range r.out.Claims {
		if c.ID == a.Claim {
			a.Act, a.Stance = c.Kind, c.Stance
		}
	}
	if r.out.Talks == nil || a.Claim == "" {
		return
	}
	for _, p := range r.out.Talks.Proposals {
		for _, t := range p.Terms {
			if t.Claim == a.Claim {
				hangs := t.Condition != "" || a.Condition != nil && *a.Condition
				a.Condition = &hangs
			}
		}
	}
	for _, p := range r.out.Talks.Positions {
		if p.Claim == a.Claim {
			a.Regardless = &p.RegardlessOfDeal
		}
	}
}

func (r *scenarioReader) placeFigures() {
	type key struct{ report, sentence, words string }
	rows, met := map[key]int{}, map[key]int{}
	for _, f := range r.truth.Figures {
		rows[key{f.Report, f.Sentence, f.Words}]++
	}
	for i, row := range r.truth.Figures {
		place := fmt.Sprintf("figures[%d] (%s)", i, row.Report)
		k := key{row.Report, row.Sentence, row.Words}
		met[k]++
		v := r.revision(place, row.Report)
		if v == nil {
			continue
		}
		found, absent := row.place(v.Report.Text, met[k]-1, rows[k])
		if r.absent(place, row.Report, absent); len(absent) == 0 {
			v.Figures = append(v.Figures, found)
		}
	}
}

func (r *scenarioReader) placeMoments() {
	byReport := map[string][]int{}
	for i, row := range r.truth.Times {
		if r.revision(fmt.Sprintf("times[%d]", i), row.Report) != nil {
			byReport[row.Report] = append(byReport[row.Report], i)
		}
	}
	for i := range r.out.Revisions {
		r.placeMomentsOf(&r.out.Revisions[i], byReport[r.out.Revisions[i].ID])
	}
}

// placeMomentsOf places the rows of times that are about v, given by index.
func (r *scenarioReader) placeMomentsOf(v *Revision, indices []int) {
	var rows []truthTime
	for _, i := range indices {
		rows = append(rows, r.truth.Times[i])
	}
	for n, span := range placeTimes(v.Report.Text, rows) {
		if span.Len() == 0 {
			r.absent(fmt.Sprintf("times[%d] (%s)", indices[n], v.ID), v.ID, []string{"time " + clipped(rows[n].Words)})
			continue
		}
		v.Moments = append(v.Moments, hearsay.Moment{Span: span, Type: rows[n].Type, Value: rows[n].Value})
	}
}
