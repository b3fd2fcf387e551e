package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"hearsay/internal/view"
)

const backupHelp = `Backup copies the archive as it stands into one file, while others read it and write
to it. The file is a whole archive (SQLite), also of one in PostgreSQL; 'hearsay
restore' puts it back into either. The archive remembers that it was made, so that
'hearsay withdraw' can name it.

Exit status: 0 the file is whole and on disk, 1 it could not be made, 2 the command
line is wrong.`

func backupCommand() *cobra.Command {
	var o archiveOptions
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "backup FILE",
		Short:   "Copy the archive into a file",
		Long:    backupHelp,
		Example: "  hearsay backup talks-2031-04-02.sqlite",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := o.open(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			b, err := a.Backup(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(map[string]any{"path": b.Path, "at": b.At})
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is copied to %s\n", a.Where(), view.Line(args[0]))
			return err
		},
	}
	o.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "one line of JSON")
	return cmd
}
