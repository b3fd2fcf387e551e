package main

import (
	"os"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/export"
	"hearsay/internal/view"
)

// outputOptions are the flags that say in what form records come out.
type outputOptions struct {
	plain, json, brat, csv bool // at most one
	out                    string
	color                  string
}

func (o *outputOptions) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.plain, "plain", false, "text without any colour")
	f.BoolVar(&o.json, "json", false, "one line of JSON for each report (see 'hearsay schema')")
	f.BoolVar(&o.brat, "brat", false, "brat standoff annotation; of several reports only with --out")
	f.BoolVar(&o.csv, "csv", false, "a table with a row for each attribution")
	f.StringVar(&o.out, "out", "", "`folder` for --brat: text/, attributions/ and annotation.conf")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	cmd.MarkFlagsMutuallyExclusive("plain", "json", "brat", "csv")
	cmd.MarkFlagsMutuallyExclusive("plain", "color")
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
func (o outputOptions) open(cmd *cobra.Command, args []string) (output, error) {
	if o.out != "" && !o.brat {
		return output{}, usage("--out is for --brat; send other forms to a file with >")
	}
	w := cmd.OutOrStdout()
	out := output{name: "standard output", silentOnSkips: o.brat || o.csv}
	var err error
	switch {
	case o.json:
		out.encoder = export.NewJSON(w)
	case o.csv:
		out.encoder, err = export.NewCSV(w)
	case o.brat && o.out != "":
		out.name = "--out " + o.out
		out.encoder, err = export.NewBratFolder(o.out)
	case o.brat:
		out.encoder, err = export.NewBrat(w), severalReports(args)
	default:
		out.encoder, err = o.view(cmd)
	}
	return out, err
}

// severalReports refuses arguments that may name more than one report.
func severalReports(args []string) error {
	info, err := os.Stat(args[0])
	if len(args) > 1 || err == nil && info.IsDir() {
		return usage("%w", export.ErrOneReport)
	}
	return nil
}

// view returns the face for people.
func (o outputOptions) view(cmd *cobra.Command) (encoder, error) {
	w := cmd.OutOrStdout()
	width := columns(w)
	colour := wantsColour(w) && !o.plain
	switch o.color {
	case "auto":
	case "always", "never":
		colour = o.color == "always"
	default:
		return nil, usage("--color=%s: it is auto, always or never", o.color)
	}
	if colour {
		return view.NewColour(w, width), nil
	}
	return view.NewPlain(w, width), nil
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
