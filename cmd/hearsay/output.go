package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/export"
	"hearsay/internal/intake"
	"hearsay/internal/view"
)

// outputOptions are the flags that say in what form records come out.
type outputOptions struct {
	plain, json, brat bool   // at most one, csv included
	csv               string // the table: attributions or figures; "" : none
	conventional      bool
	out               string
	color             string
}

func (o *outputOptions) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.plain, "plain", false, "text without any colour")
	f.BoolVar(&o.json, "json", false, "one line of JSON for each report (see 'hearsay schema')")
	f.BoolVar(&o.brat, "brat", false, "brat standoff annotation; of several reports only with --out")
	f.StringVar(&o.csv, "csv", "", "a `table` with a row for each: attributions (also if none is named) or figures")
	f.Lookup("csv").NoOptDefVal = attributionTable
	f.BoolVar(&o.conventional, "conventional", false, "in --csv figures, best is for vague words the number ACLED puts")
	f.StringVar(&o.out, "out", "", "`folder` for --brat: text/, attributions/ and annotation.conf")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	cmd.MarkFlagsMutuallyExclusive("plain", "json", "brat", "csv")
	cmd.MarkFlagsMutuallyExclusive("plain", "color")
}

// The tables of --csv.
const (
	attributionTable = "attributions"
	figureTable      = "figures"
)

// takeTable takes the table's name off the arguments: "--csv figures" is for the
// command line library a flag without a value, and an argument.
func (o *outputOptions) takeTable(args []string) []string {
	if o.csv == attributionTable && len(args) > 1 && (args[0] == figureTable || args[0] == attributionTable) {
		o.csv = args[0]
		return args[1:]
	}
	return args
}

// output is where records go.
type output struct {
	encoder
	name          string // for messages
	silentOnSkips bool   // the form has no place for what was not read
}

// encoder writes one record after the other in some form.
type encoder interface {
	Write(hearsay.Record) error
}

// open returns the output that the flags ask for.
func (o outputOptions) open(w io.Writer, args []string) (output, error) {
	if err := o.check(args); err != nil {
		return output{}, err
	}
	out := output{name: "standard output", silentOnSkips: o.brat || o.csv != ""}
	if o.out != "" {
		out.name = "--out " + o.out
	}
	var err error
	if out.encoder, err = o.encoder(w); err != nil {
		return output{}, fmt.Errorf("%s: %w", out.name, err)
	}
	return out, nil
}

// check refuses flags that do not go together, with each other or with args.
func (o outputOptions) check(args []string) error {
	switch {
	case o.csv != "" && o.csv != attributionTable && o.csv != figureTable:
		return usage("--csv=%s: the tables are %s and %s", o.csv, attributionTable, figureTable)
	case o.conventional && o.csv != figureTable:
		return usage("--conventional is for --csv figures")
	case o.out != "" && !o.brat:
		return usage("--out is for --brat; send other forms to a file with >")
	case !slices.Contains([]string{"auto", "always", "never"}, o.color):
		return usage("--color=%s: it is auto, always or never", o.color)
	case o.brat && o.out == "" && mayBeSeveral(args):
		return usage("%w", export.ErrOneReport)
	}
	return nil
}

// mayBeSeveral reports whether the arguments may name more than one report.
func mayBeSeveral(args []string) bool {
	info, err := os.Stat(args[0])
	return len(args) > 1 || err == nil && info.IsDir() || args[0] != "-" && intake.MayHoldSeveral(args[0])
}

func (o outputOptions) encoder(w io.Writer) (encoder, error) {
	switch {
	case o.json:
		return export.NewJSON(w), nil
	case o.csv == figureTable:
		return export.NewFiguresCSV(w, o.conventional)
	case o.csv != "":
		return export.NewCSV(w)
	case o.brat && o.out != "":
		return export.NewBratFolder(o.out)
	case o.brat:
		return export.NewBrat(w), nil
	case o.colours(w):
		return view.NewColour(w, columns(w)), nil
	}
	return view.NewPlain(w, columns(w)), nil
}

// colours decides between the two faces for people.
func (o outputOptions) colours(w io.Writer) bool {
	if o.color == "auto" {
		return !o.plain && wantsColour(w)
	}
	return o.color == "always"
}

// nameOf returns what to call a report in a message.
func nameOf(r hearsay.Report) string {
	switch r.Path {
	case "-":
		return "standard input"
	case "":
		return r.URL
	}
	return r.Path
}
