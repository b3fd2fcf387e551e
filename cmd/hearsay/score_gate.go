package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/internal/score"
)

// gateOptions are the flags about the file of floors.
type gateOptions struct {
	baseline string
	check    bool
	ifData   bool
	update   bool
	lower    string
}

func (g *gateOptions) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&g.baseline, "baseline", "eval/baseline.json", "`file` of floors")
	f.BoolVar(&g.check, "gate", false, "fail if a figure is below its floor")
	f.BoolVar(&g.ifData, "gate-if-data", false, "as --gate, but skip it, and say so, where the corpus is not at hand")
	f.BoolVar(&g.update, "update-baseline", false, "set the floors to the figures as they are now")
	f.StringVar(&g.lower, "lower", "", "the `reason` why --update-baseline may lower a floor; it is kept in the file")
	cmd.MarkFlagsMutuallyExclusive("gate", "gate-if-data", "update-baseline")
	cmd.MarkFlagsMutuallyExclusive("gate", "system")
	cmd.MarkFlagsMutuallyExclusive("gate-if-data", "system")
	cmd.MarkFlagsMutuallyExclusive("update-baseline", "system")
}

// skips reports whether missing data are no error, and says so if they are none.
func (g gateOptions) skips(w io.Writer, reason error) bool {
	if g.ifData {
		fmt.Fprintf(w, "SKIPPED quality gate, nothing was checked: %v\n", reason)
	}
	return g.ifData
}

// apply holds the figures against the floors, or sets the floors, if asked to.
func (g gateOptions) apply(w io.Writer, command string, data []score.Data, now []score.Measured) error {
	if !g.check && !g.ifData && !g.update {
		return nil
	}
	if len(data) == 0 {
		return errors.New("floors are for the archived corpora only, whose checksum says that they are the same")
	}
	b, err := score.LoadBaseline(g.baseline)
	if err != nil {
		return err
	}
	if g.update {
		return g.raise(w, b, command, data, now)
	}
	return g.hold(w, b, command, data, now)
}

func (g gateOptions) hold(w io.Writer, b score.Baseline, command string, data []score.Data, now []score.Measured) error {
	faults, checked, err := b.Check(command, data, now)
	if err != nil {
		return fmt.Errorf("%s: %w", g.baseline, err)
	}
	for _, f := range faults {
		fmt.Fprintln(w, "FAILED", f)
	}
	if len(faults) > 0 {
		return fmt.Errorf("quality gate: %d of %d figures fail", len(faults), checked)
	}
	fmt.Fprintf(w, "quality gate: all %d figures are at or above their floors\n", checked)
	return nil
}

func (g gateOptions) raise(w io.Writer, b score.Baseline, command string, data []score.Data, now []score.Measured) error {
	updated, err := b.Update(command, data, now, g.lower)
	if err != nil {
		return fmt.Errorf("%s: %w", g.baseline, err)
	}
	if err := updated.Save(g.baseline); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s holds the floors of %q\n", g.baseline, command)
	return nil
}
