package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
)

const timebankArchive = "timebank.tar.gz"

// timeParts are the parts of the corpus in the order they are printed.
var timeParts = []string{gold.TunePart, gold.ConfirmPart}

// timesPart is how the times of one part of the corpus were read.
type timesPart struct {
	name    string
	reports []score.ScenarioReport
	result  score.TimesResult
}

func runScoreTimes(cmd *cobra.Command, o scoreOptions) error {
	if o.split != "" && !slices.Contains(timeParts, o.split) {
		return fmt.Errorf("--times has no part %q: --split takes %s", o.split, strings.Join(timeParts, " or "))
	}
	marked, data, err := openTimeBank(o.data)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	parts, err := readTimes(cmd.Context(), cmd.ErrOrStderr(), marked, o.split)
	if err != nil {
		return err
	}
	if err := printTimes(cmd.OutOrStdout(), parts, o); err != nil {
		return err
	}
	return o.gate.apply(cmd.OutOrStdout(), timesCommand(o), data, timesMeasured(parts))
}

func timesCommand(o scoreOptions) string {
	if o.split == "" {
		return "hearsay score --times"
	}
	return "hearsay score --times --split " + o.split
}

// openTimeBank reads the marked reports in dir ("" : where the corpora usually
// are), which holds the archive or *.tml files.
func openTimeBank(dir string) ([]gold.TimeML, []score.Data, error) {
	dir, err := dataFolder(dir)
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(dir, timebankArchive)
	if !exists(path) {
		path = dir
	}
	archive, err := gold.Open(path)
	if err != nil {
		return nil, nil, err
	}
	marked, err := gold.TimeBank(archive)
	switch {
	case path == dir && errors.Is(err, gold.ErrNoTimeML):
		return nil, nil, fmt.Errorf("%w: %s has neither %s nor *.tml files; give another folder with --data", errNoData, dir, timebankArchive)
	case err != nil:
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	case archive.SHA256 == "":
		return marked, nil, nil
	}
	return marked, []score.Data{{Archive: timebankArchive, SHA256: archive.SHA256}}, nil
}

// readTimes has Hearsay read the reports of a part ("" : of both), each as of the
// day it was written.
func readTimes(ctx context.Context, log io.Writer, marked []gold.TimeML, only string) ([]timesPart, error) {
	if only != "" {
		marked = slices.DeleteFunc(marked, func(m gold.TimeML) bool { return m.Part() != only })
	}
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	p := newProgress(log, len(marked))
	found, err := score.Read(ctx, marked, func(ctx context.Context, m gold.TimeML) ([]hearsay.Moment, error) {
		record, err := r.Read(ctx, hearsay.Report{Path: m.Name + ".tml", Text: m.Text, Published: m.Created})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.Name, err)
		}
		return record.Moments, nil
	}, p.step)
	if errors.Is(err, context.Canceled) {
		return nil, errNotScored
	}
	if err != nil {
		return nil, err
	}
	words := 0
	for _, m := range marked {
		words += len(strings.Fields(m.Text))
	}
	p.finish("reports", words)
	return timesByPart(marked, found), nil
}

// allParts names the reports of all parts together.
const allParts = "all"

// timesByPart scores each part that has reports, and then all together if there are
// several.
func timesByPart(marked []gold.TimeML, found [][]hearsay.Moment) []timesPart {
	var parts []timesPart
	all := timesPart{name: allParts}
	for _, name := range timeParts {
		part := timesPart{name: name}
		for i, m := range marked {
			if m.Part() == name {
				part.reports = append(part.reports, score.NewTimesReport(m, found[i]))
			}
		}
		if len(part.reports) > 0 {
			part.result = score.EvaluateTimes(part.reports)
			parts = append(parts, part)
			all.reports = append(all.reports, part.reports...)
		}
	}
	if len(parts) > 1 {
		all.result = score.EvaluateTimes(all.reports)
		parts = append(parts, all)
	}
	return parts
}

// timesMeasured returns the figures of all parts, each under its part's name.
func timesMeasured(parts []timesPart) []score.Measured {
	var out []score.Measured
	for _, part := range parts {
		for _, m := range part.result.Measured() {
			m.Figure += " " + part.name
			out = append(out, m)
		}
	}
	return out
}

// timesJSON is what --times --json prints for each part.
type timesJSON struct {
	score.TimesResult
	Mistakes []mistakeJSON `json:"mistakes,omitempty"`
}

func printTimes(w io.Writer, parts []timesPart, o scoreOptions) error {
	if o.json {
		return printTimesJSON(w, parts, o)
	}
	for i, part := range parts {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := part.result.Table(w, fmt.Sprintf("%s, %d reports", part.name, len(part.reports))); err != nil {
			return err
		}
		if o.errors > 0 && part.name != allParts {
			fmt.Fprintln(w)
			if err := score.ScenarioMistakeTable(w, part.reports, score.TimesMistakes(part.reports), o.errors); err != nil {
				return err
			}
		}
	}
	return nil
}

func printTimesJSON(w io.Writer, parts []timesPart, o scoreOptions) error {
	out := map[string]timesJSON{}
	for _, part := range parts {
		j := timesJSON{TimesResult: part.result}
		if o.errors > 0 && part.name != allParts {
			j.Mistakes = mistakesJSON(score.TimesMistakes(part.reports), o.errors)
		}
		out[part.name] = j
	}
	return json.NewEncoder(w).Encode(out)
}
