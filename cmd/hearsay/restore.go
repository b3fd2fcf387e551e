package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"
)

const restoreHelp = `Restore replaces all that is in the archive by a backup, at once, also while others
read it: they have the one or the other. Where there is no archive one is made. What
was withdrawn since the backup was made is withdrawn again. The backup is looked
through first; a damaged one, or one of a newer hearsay, is refused.

If the archive holds reports, restore asks for --replace: what came after the backup
is lost.

Exit status: 0 it is restored, 1 it could not be and the archive is as it was, 2 the
command line is wrong.`

func restoreCommand() *cobra.Command {
	var o archiveOptions
	var replace, asJSON bool
	cmd := &cobra.Command{
		Use:     "restore FILE",
		Short:   "Replace the archive by a backup",
		Long:    restoreHelp,
		Example: "  hearsay restore talks-2031-04-02.sqlite --archive talks",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := o.make(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			there, err := a.Reports(cmd.Context(), 0, 1)
			if err != nil {
				return err
			}
			if len(there) > 0 && !replace {
				return usage("%s holds reports: give --replace to lose what came after the backup, or name another --archive", a.Where())
			}
			r, err := a.Restore(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(map[string]any{"reports": r.Reports, "withdrawn": r.Withdrawn})
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s is restored: %d reports\n", a.Where(), r.Reports)
			if r.Withdrawn > 0 {
				fmt.Fprintf(cmd.OutOrStdout(), "%d that were withdrawn since are withdrawn again\n", r.Withdrawn)
			}
			return nil
		},
	}
	o.register(cmd)
	cmd.Flags().BoolVar(&replace, "replace", false, "also if the archive holds reports")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one line of JSON")
	return cmd
}
