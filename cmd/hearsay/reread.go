package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/internal/archive"
	"hearsay/reader"
)

const rereadHelp = `Reread reads every version of every report in the archive that this program, with
its weights, has not read yet. The new record is shown from then on; the old ones are
kept ('hearsay show REPORT --versions' lists them), and corrections stay. Then the
stories that have changed are compared anew, and their claims kept. It can be
stopped and begun again. Versions of which an extract or a hash alone is kept cannot
be read again.

Exit status: 0 all are read, 1 some could not be, 2 the command line is wrong,
130 interrupted.`

const rereadExamples = `  hearsay reread
  hearsay reread --archive talks`

func rereadCommand() *cobra.Command {
	var o archiveOptions
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "reread",
		Short:   "Read the reports of the archive anew",
		Long:    rereadHelp,
		Example: rereadExamples,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runReread(cmd, o, asJSON) },
	}
	o.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "one line of JSON")
	return cmd
}

func runReread(cmd *cobra.Command, o archiveOptions, asJSON bool) error {
	r, err := reader.New()
	if err != nil {
		return err
	}
	a, err := o.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	progress := newTally(cmd.ErrOrStderr(), "reports")
	p, err := a.Reread(cmd.Context(), r.Version(), r.Read, func(p archive.Rereading, err error) {
		if err != nil {
			progress.clear()
			complain(cmd.ErrOrStderr(), err.Error())
		}
		progress.at(p.Done, p.All)
	})
	progress.clear()
	if cmd.Context().Err() != nil {
		err = errStopped
	}
	if err == nil {
		err = rebuildClaims(cmd, a, r)
	}
	if tell := tellRereading(cmd.OutOrStdout(), p, asJSON); err == nil {
		err = tell
	}
	if err == nil && p.Failed > 0 {
		err = errSomeFailed
	}
	return err
}

func tellRereading(w io.Writer, p archive.Rereading, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(w).Encode(map[string]int{
			"reports": p.Done, "read": p.Read, "known": p.Kept, "left": p.Left, "failed": p.Failed})
	}
	_, err := fmt.Fprintf(w, "%d of %d reports: %d versions are read anew, %d were already, %d cannot be, %d failed\n",
		p.Done, p.All, p.Read, p.Kept, p.Left, p.Failed)
	return err
}
