package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
	"hearsay/tracer"
)

// scenarioCorpus is a folder of invented affairs whose truth is known.
type scenarioCorpus struct {
	dir       string
	data      []score.Data
	scenarios []gold.Scenario
}

const scenarioFolder = "scenarios"

func runScoreScenarios(cmd *cobra.Command, o scoreOptions) error {
	c, err := openScenarios(o.data)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	c.nameFaults(cmd.ErrOrStderr())
	records, err := c.read(cmd.Context(), cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	affairs, err := c.traced(cmd.Context(), records)
	if err != nil {
		return err
	}
	reports := c.compared(records)
	result := scenariosResult{score.EvaluateScenarios(reports), score.EvaluateAffairs(affairs)}
	if err := c.print(cmd.OutOrStdout(), result, reports, o); err != nil {
		return err
	}
	if o.errors > 0 && !o.json {
		fmt.Fprintln(cmd.OutOrStdout())
		if err := score.AffairMistakes(cmd.OutOrStdout(), affairs, o.errors); err != nil {
			return err
		}
	}
	return o.gate.apply(cmd.OutOrStdout(), "hearsay score --scenarios", c.data, append(result.Measured(), result.Across.Measured()...))
}

// scenariosResult is what was reached report by report, and across them.
type scenariosResult struct {
	score.ScenarioResult
	Across score.AffairResult `json:"across_reports"`
}

// openScenarios reads the scenarios in dir, or in a folder "scenarios" in it or
// beside it ("" : where the corpora usually are).
func openScenarios(dir string) (scenarioCorpus, error) {
	found, err := findScenarios(dir)
	if err != nil {
		return scenarioCorpus{}, err
	}
	scenarios, err := gold.Scenarios(os.DirFS(found))
	if err != nil {
		return scenarioCorpus{}, fmt.Errorf("%s: %w", found, err)
	}
	sum, err := gold.ScenarioDigest(os.DirFS(found))
	if err != nil {
		return scenarioCorpus{}, fmt.Errorf("%s: %w", found, err)
	}
	return scenarioCorpus{found, []score.Data{{Archive: scenarioFolder, SHA256: sum}}, scenarios}, nil
}

func findScenarios(given string) (string, error) {
	if given == "" && os.Getenv("HEARSAY_DATA") == "" {
		return besideWorkingFolder(filepath.Join("shared", scenarioFolder))
	}
	dir, err := dataFolder(given)
	if err != nil {
		return "", err
	}
	for _, at := range []string{dir, filepath.Join(dir, scenarioFolder), filepath.Join(dir, "..", scenarioFolder)} {
		if gold.HasScenarios(os.DirFS(at)) {
			return at, nil
		}
	}
	return "", fmt.Errorf("%w: neither %s nor a folder %s in it or beside it has NAME/truth.json; name another with --data", errNoData, dir, scenarioFolder)
}

// nameFaults tells what is wrong with the truths and so was passed over.
func (c scenarioCorpus) nameFaults(log io.Writer) {
	n := 0
	for _, s := range c.scenarios {
		for _, f := range s.Faults {
			fmt.Fprintln(log, f.Error())
		}
		n += len(s.Faults)
	}
	if n > 0 {
		fmt.Fprintf(log, "%s: faults in the truth: %d; what cannot be placed is left out\n", c.dir, n)
	}
}

// read has Hearsay read every report, in the order of the scenarios' revisions.
func (c scenarioCorpus) read(ctx context.Context, log io.Writer) ([]hearsay.Record, error) {
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	var revisions []gold.Revision
	words := 0
	for _, s := range c.scenarios {
		for _, v := range s.Revisions {
			revisions = append(revisions, v)
			words += len(strings.Fields(v.Report.Text))
		}
	}
	p := newProgress(log, len(revisions))
	records, err := score.Read(ctx, revisions, func(ctx context.Context, v gold.Revision) (hearsay.Record, error) {
		return r.Read(ctx, v.Report)
	}, p.step)
	if errors.Is(err, context.Canceled) {
		return nil, errNotScored
	}
	if err != nil {
		return nil, err
	}
	p.finish("reports", words)
	return records, nil
}

// traced has Hearsay compare the records of each scenario, which stand in the order
// of the scenarios' revisions.
func (c scenarioCorpus) traced(ctx context.Context, records []hearsay.Record) ([]*score.Affair, error) {
	var out []*score.Affair
	for _, s := range c.scenarios {
		n := len(s.Revisions)
		trace, err := tracer.Trace(ctx, records[:n:n])
		if errors.Is(err, context.Canceled) {
			return nil, errNotScored
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		out, records = append(out, score.NewAffair(s, trace)), records[n:]
	}
	return out, nil
}

// compared sets the records, in the order of the scenarios' revisions, beside
// the truth.
func (c scenarioCorpus) compared(records []hearsay.Record) []score.ScenarioReport {
	var out []score.ScenarioReport
	for _, s := range c.scenarios {
		for _, v := range s.Revisions {
			out = append(out, score.NewScenarioReport(s.Name, v, records[len(out)]))
		}
	}
	return out
}

// scenariosJSON is what --scenarios --json prints.
type scenariosJSON struct {
	Data   []score.Data `json:"data"`
	Faults []string     `json:"faults"`
	scenariosResult
	Mistakes []mistakeJSON `json:"mistakes,omitempty"`
}

func (c scenarioCorpus) print(w io.Writer, result scenariosResult, reports []score.ScenarioReport, o scoreOptions) error {
	if o.json {
		return c.printJSON(w, result, reports, o)
	}
	fmt.Fprintf(w, "%s: invented affairs %d, reports %d\n\n", c.dir, len(c.scenarios), len(reports))
	if err := result.Table(w); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if err := result.Across.Table(w); err != nil {
		return err
	}
	if o.errors > 0 {
		fmt.Fprintln(w)
		return score.ScenarioMistakeTable(w, reports, score.ScenarioMistakes(reports), o.errors)
	}
	return nil
}

func (c scenarioCorpus) printJSON(w io.Writer, result scenariosResult, reports []score.ScenarioReport, o scoreOptions) error {
	out := scenariosJSON{Data: c.data, Faults: []string{}, scenariosResult: result}
	for _, s := range c.scenarios {
		for _, f := range s.Faults {
			out.Faults = append(out.Faults, f.Error())
		}
	}
	if o.errors > 0 {
		out.Mistakes = mistakesJSON(score.ScenarioMistakes(reports), o.errors)
	}
	return json.NewEncoder(w).Encode(out)
}
