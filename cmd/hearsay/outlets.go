package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"hearsay/internal/archive"
	"hearsay/internal/view"
)

const outletsHelp = `Outlets lists who publishes what is in the archive, with how many reports there are
and what is kept of those to come. With --keep it is changed for the outlets that are
named:

  full     text and source
  extract  the words of attributions and figures; all others are blank
  hash     address, headline, dates and a hash; no text, and nothing that was read

What is kept already stays as it is; 'hearsay withdraw' removes it.

Exit status: 0 all went well, 1 the archive could not be read, 2 the command line is
wrong.`

const outletsExamples = `  hearsay outlets
  hearsay outlets --keep extract "The Orl Post"`

// outletsOptions are the flags of hearsay outlets.
type outletsOptions struct {
	archive archiveOptions
	keep    string
	json    bool
}

func outletsCommand() *cobra.Command {
	var o outletsOptions
	cmd := &cobra.Command{
		Use:     "outlets [NAME …]",
		Short:   "List the outlets, and say what is kept of their reports",
		Long:    outletsHelp,
		Example: outletsExamples,
		RunE:    func(cmd *cobra.Command, args []string) error { return runOutlets(cmd, args, o) },
	}
	o.archive.register(cmd)
	cmd.Flags().StringVar(&o.keep, "keep", "", "`what` is kept of reports to come: full, extract or hash")
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON for each outlet")
	return cmd
}

func runOutlets(cmd *cobra.Command, names []string, o outletsOptions) error {
	if err := o.check(names); err != nil {
		return err
	}
	a, err := o.archive.make(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	for _, name := range names {
		if o.keep == "" {
			break
		}
		if err := a.Retain(cmd.Context(), name, archive.Retention(o.keep)); err != nil {
			return err
		}
	}
	all, err := a.Outlets(cmd.Context())
	if err != nil {
		return err
	}
	for _, outlet := range all {
		if len(names) > 0 && !slices.Contains(names, outlet.Name) {
			continue
		}
		if err := o.tell(cmd, outlet); err != nil {
			return err
		}
	}
	return nil
}

func (o outletsOptions) check(names []string) error {
	switch {
	case o.keep != "" && !slices.Contains(archive.Retentions, archive.Retention(o.keep)):
		return usage("--keep %q: it is full, extract or hash", o.keep)
	case o.keep != "" && len(names) == 0:
		return usageError{errors.New("--keep is for outlets that are named: give their names as 'hearsay outlets' lists them")}
	}
	return nil
}

func (o outletsOptions) tell(cmd *cobra.Command, outlet archive.Outlet) error {
	w := cmd.OutOrStdout()
	if o.json {
		return json.NewEncoder(w).Encode(map[string]any{"name": outlet.Name, "reports": outlet.Reports, "keep": outlet.Retention})
	}
	name := view.Line(outlet.Name)
	if name == "" {
		name = "(no outlet)"
	}
	_, err := fmt.Fprintf(w, "%-8s %6d reports  %s\n", outlet.Retention, outlet.Reports, name)
	return err
}
