package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"hearsay/internal/archive"
	"hearsay/internal/view"
)

const withdrawHelp = `Withdraw removes a report's text everywhere in the archive: all versions with their
sources, headlines, records and statements. A tombstone stays (number, address,
outlet, dates, hashes and why), and the report is not taken in again. A report is
named by its number or its address.

Backups are files of their own. Those that may hold the report are listed; delete
them, or make a new one. A backup that is restored has withdrawn again what was
withdrawn since.

Exit status: 0 it is withdrawn, 1 it is not in the archive, 2 the command line is
wrong.`

const withdrawExamples = `  hearsay withdraw 12 --why "asked for by the outlet"
  hearsay withdraw https://example.org/a --why "a court ordered it"`

func withdrawCommand() *cobra.Command {
	var o archiveOptions
	var why string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "withdraw REPORT|ADDRESS --why REASON",
		Short:   "Remove a report's text from the archive; a tombstone stays",
		Long:    withdrawHelp,
		Example: withdrawExamples,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if why == "" {
				return usage("--why is missing: say why the report is withdrawn; it is kept with the tombstone")
			}
			a, err := o.open(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			report, err := reportNamed(cmd, a, args[0])
			if err != nil {
				return err
			}
			w, err := a.Withdraw(cmd.Context(), report.ID, why)
			if err != nil {
				return err
			}
			return tellWithdrawal(cmd, w, asJSON)
		},
	}
	o.register(cmd)
	cmd.Flags().StringVar(&why, "why", "", "the `reason`")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one line of JSON")
	return cmd
}

func tellWithdrawal(cmd *cobra.Command, w archive.Withdrawal, asJSON bool) error {
	out := cmd.OutOrStdout()
	if asJSON {
		backups := []string{}
		for _, b := range w.Backups {
			backups = append(backups, b.Path)
		}
		return json.NewEncoder(out).Encode(struct {
			Report    archive.ReportID `json:"report"`
			Versions  int              `json:"versions"`
			Withdrawn time.Time        `json:"withdrawn"`
			Backups   []string         `json:"backups"`
		}{w.Report.ID, w.Revisions, w.Report.Withdrawn, backups})
	}
	fmt.Fprintf(out, "report %d is withdrawn, with %d versions\n", w.Report.ID, w.Revisions)
	for _, b := range w.Backups {
		fmt.Fprintf(out, "it may still be in the backup of %s: %s\n", b.At.Format("2006-01-02 15:04"), view.Line(b.Path))
	}
	return nil
}
