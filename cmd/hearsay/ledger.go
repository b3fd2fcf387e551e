package main

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/ledger"
	"hearsay/internal/view"
	"hearsay/reader"
)

const ledgerHelp = `Ledger lines up the figures of several reports on one matter: what is counted,
when, by whom, and where the sources disagree. Reports are named as for read;
story:12 stands for the reports of that story in the archive.

Each account has a table: the number of the row; the day the figure is of (with *
the day of the report, where it states none); its words; a bar on a scale that all
rows of the account share; its source; and what is counted, where. A bar that ends
in an arrow is open on that side, ≈ is about so much, ? has no number.

A number in brackets is less than another that its source gives for the same in
the same report: a part of it, or what it was before. It is not compared.

Under it stand the numbers of one day, or of a day and the next, whose bounds have
nothing in common: the conflicts, and with --differences the others.

  conflict   they cannot both hold
  date       they are of different days; but a death toll does not fall
  scope      they are of different places, or of others (people, children)
  category   one is done, the other planned, possible or supposed; or both are, by
             different sources: an offer and a demand
  corrected  one was taken back
  revised    the same source changed it

About 40 agrees with whatever is within a tenth of 40, about 3,900 with what would
be rounded to it. Vague words (dozens) agree
with everything; with --conventional they count as the numbers that coders of
conflict events give them: tens 10, dozens 12, hundreds 100.

Exit status: 0 all were read, 1 some input failed, 2 the command line is wrong,
130 interrupted.`

const ledgerExamples = `  hearsay ledger monday.txt tuesday.txt
  hearsay ledger --state killed reports/`

// ledgerOptions are the flags of hearsay ledger.
type ledgerOptions struct {
	ledger.Options
	state       string
	published   string
	differences bool
}

func ledgerCommand() *cobra.Command {
	var o ledgerOptions
	cmd := &cobra.Command{
		Use:     "ledger FILE|FOLDER|ADDRESS|-|story:N …",
		Short:   "Line up the figures of several reports",
		Long:    ledgerHelp,
		Example: ledgerExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runLedger(cmd, args, o) },
	}
	registerArchive(cmd)
	f := cmd.Flags()
	f.StringVar(&o.state, "state", "", "only figures in this `state`: killed, missing, price …")
	f.BoolVar(&o.Conventional, "conventional", false, "vague words count as ACLED's numbers")
	f.BoolVar(&o.Single, "single", false, "also what only one source gives once")
	f.BoolVar(&o.differences, "differences", false, "tell all differences, not the conflicts alone")
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	return cmd
}

func someReport(args []string) error {
	if len(args) == 0 {
		return errors.New("no report is named: give files, folders, addresses, or - for standard input")
	}
	return nil
}

func runLedger(cmd *cobra.Command, args []string, o ledgerOptions) error {
	date, err := o.check()
	if err != nil {
		return err
	}
	_, all, failed, err := readAll(cmd, args, date)
	if err != nil {
		return err
	}
	p := ledger.Printer{Width: columns(cmd.OutOrStdout()), Clean: view.Line, All: o.differences}
	if err := p.Print(cmd.OutOrStdout(), ledger.Of(all, o.Options)); err != nil {
		return err
	}
	return failed
}

// check refuses flags without meaning and returns what --published says.
func (o *ledgerOptions) check() (time.Time, error) {
	if o.State = hearsay.State(o.state); o.state != "" && !slices.Contains(hearsay.States, o.State) {
		return time.Time{}, usage("--state %q is no state; there are %s", o.state, join(hearsay.States))
	}
	date, err := parseDate(o.published)
	if err != nil {
		return date, usage("--published %q is no date: write 2031-04-02 or 2031-04-02T09:30:00Z", o.published)
	}
	return date, nil
}

func join(states []hearsay.State) string {
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// collected keeps records in the order in which they come.
type collected []hearsay.Record

func (c *collected) Write(record hearsay.Record) error {
	*c = append(*c, record)
	return nil
}

// readAll reads the reports that args name. failed tells that some of them could
// not be read, err that there is nothing to go on with.
func readAll(cmd *cobra.Command, args []string, date time.Time) (r *reader.Reader, all collected, failed, err error) {
	if r, err = reader.New(); err != nil {
		return nil, nil, nil, err
	}
	failed = collect(cmd, args, r, date, &all)
	if failed != nil && !errors.Is(failed, errSomeFailed) {
		return nil, nil, nil, failed
	}
	return r, all, failed, nil
}

// collect reads the reports that args name, and takes those of stories (story:12)
// out of the archive.
func collect(cmd *cobra.Command, args []string, r *reader.Reader, date time.Time, into *collected) error {
	stories, args := cutStories(args)
	if err := collectStories(cmd, stories, into); err != nil || len(args) == 0 {
		return err
	}
	out := output{encoder: into, name: "standard output", silentOnSkips: true}
	return showReports(cmd, args, readOptions{jobs: runtime.GOMAXPROCS(0)}, out, r, date)
}
