package main

import (
	"github.com/spf13/cobra"

	"hearsay/contract"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [trace]",
		Short: "Print the JSON Schema of what read --json, or trace --json, prints",
		Example: `  hearsay schema > schema-1.json          a line for a report
  hearsay schema trace > trace.json       the last line of trace --json`,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"trace"},
		RunE: func(cmd *cobra.Command, args []string) error {
			schema := contract.JSONSchema()
			if len(args) > 0 {
				schema = contract.TraceJSONSchema()
			}
			_, err := cmd.OutOrStdout().Write(schema)
			return err
		},
	}
}
