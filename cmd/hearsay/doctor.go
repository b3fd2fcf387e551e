package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/internal/archive"
	"hearsay/internal/view"
	"hearsay/reader"
)

const doctorHelp = `Doctor looks through the archive and changes nothing: the database's own structure,
that every text and source is what its hash says, that every record can be read and
fits its text, and that the indexes agree with the records. For each thing that is
wrong it says what to do. With --repair it makes the indexes anew from the records
first, also the claims and origins of every story, which takes longest.

Exit status: 0 all is well, 1 something is wrong, 2 the command line is wrong.`

const doctorExamples = `  hearsay doctor
  hearsay doctor --repair --archive talks`

func doctorCommand() *cobra.Command {
	var o archiveOptions
	var repair, asJSON bool
	cmd := &cobra.Command{
		Use:     "doctor",
		Short:   "Look through the archive for damage",
		Long:    doctorHelp,
		Example: doctorExamples,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a, err := o.open(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			progress := newTally(cmd.ErrOrStderr(), "versions")
			if repair {
				if err := repairIndexes(cmd, a, progress); err != nil {
					return err
				}
			}
			h, err := a.Examine(cmd.Context(), progress.at)
			progress.clear()
			if err != nil {
				return err
			}
			return tellHealth(cmd.OutOrStdout(), h, asJSON)
		},
	}
	o.register(cmd)
	cmd.Flags().BoolVar(&repair, "repair", false, "make the indexes anew")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one line of JSON")
	return cmd
}

// repairIndexes makes everything anew that is made from the records.
func repairIndexes(cmd *cobra.Command, a *archive.Archive, progress *tally) error {
	if err := a.Reindex(cmd.Context(), func(done int) { progress.at(done, done) }); err != nil {
		return err
	}
	if err := a.ForgetTracings(cmd.Context()); err != nil {
		return err
	}
	r, err := reader.New()
	if err != nil {
		return err
	}
	return rebuildClaims(cmd, a, r)
}

func tellHealth(w io.Writer, h archive.Health, asJSON bool) error {
	var bad error
	if len(h.Findings) > 0 {
		bad = errSomeFailed
	}
	if asJSON {
		findings := []map[string]string{}
		for _, f := range h.Findings {
			findings = append(findings, map[string]string{"what": f.What, "do": f.Do})
		}
		err := json.NewEncoder(w).Encode(map[string]any{
			"archive": h.Where, "schema": h.Schema, "bytes": h.Bytes, "reports": h.Reports, "versions": h.Revisions, "records": h.Records,
			"statements": h.Statements, "stories": h.Stories, "feeds": h.Feeds, "corrections": h.Corrections, "verdicts": h.Verdicts, "withdrawn": h.Withdrawn,
			"claims": h.Claims, "stories_to_compare": h.Stale,
			"findings": findings})
		if err != nil {
			return err
		}
		return bad
	}
	fmt.Fprintf(w, "%s: schema %d, %.1f MB\n", h.Where, h.Schema, float64(h.Bytes)/1e6)
	fmt.Fprintf(w, "%d reports in %d versions, %d records, %d statements, %d stories, %d feeds, %d corrections, %d withdrawn\n",
		h.Reports, h.Revisions, h.Records, h.Statements, h.Stories, h.Feeds, h.Corrections, h.Withdrawn)
	fmt.Fprintf(w, "%d claims, %d verdicts on actors%s\n", h.Claims, h.Verdicts, toCompare(h.Stale))
	tellReaders(w, h.Readers)
	for _, b := range h.Backups {
		fmt.Fprintf(w, "backup of %s: %s\n", b.At.Format("2006-01-02 15:04"), view.Line(b.Path))
	}
	if h.Holder != "" {
		fmt.Fprintf(w, "written last by %s\n", view.Line(h.Holder))
	}
	for _, f := range h.Findings {
		fmt.Fprintf(w, "! %s: %s\n", view.Line(f.What), f.Do)
	}
	if bad == nil {
		fmt.Fprintf(w, "%d versions were looked through: all is well\n", h.Examined)
	}
	return bad
}

// toCompare tells of stories whose claims are of before they changed, which is no damage.
func toCompare(stories int) string {
	if stories == 0 {
		return ""
	}
	return fmt.Sprintf("; %d stories have changed since their claims were made: 'hearsay serve' and 'hearsay reread' compare them", stories)
}

// tellReaders tells which readers the records are of, and if some can be read anew.
func tellReaders(w io.Writer, counts []archive.ReaderCount) {
	r, err := reader.New()
	for _, c := range counts {
		hint := ""
		if err == nil && (c.Version != r.Version().Version || c.Weights != r.Version().Weights) {
			hint = "; this is another: 'hearsay reread' reads them anew"
		}
		fmt.Fprintf(w, "%d records are of hearsay %s, weights %s%s\n", c.Records, c.Version, c.Weights, hint)
	}
}
