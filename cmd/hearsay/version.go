package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is the version that a release is built with; "" : what the go command
// knows of the commit.
var release string

const versionHelp = `Version prints the version of the program, of its weights, and what it was built
with. The same commit, built with the same Go, gives the same bytes.

Exit status: 0.`

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version of program and weights", Long: versionHelp, Example: "  hearsay version", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return printVersions(cmd) },
	}
}

func printVersions(cmd *cobra.Command) error {
	if err := printVersion(cmd); err != nil {
		return err
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" || s.Key == "vcs.time" || s.Key == "vcs.modified" && s.Value == "true" {
				fmt.Fprintf(cmd.OutOrStdout(), " %s", map[string]string{"vcs.revision": "commit " + s.Value, "vcs.time": s.Value, "vcs.modified": "(changed)"}[s.Key])
			}
		}
	}
	if err == nil {
		_, err = fmt.Fprintln(cmd.OutOrStdout())
	}
	return err
}
