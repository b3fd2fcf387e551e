package main

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/export"
	"hearsay/internal/view"
)

const talksHelp = `Talks shows where a negotiation stands, from what is reported of it: war, labour,
takeover, treaty or coalition. Reports are named as for read; one is enough.

Terms stand down the side and parties across. Each cell has the latest that a party
is said to put or to answer, its status, its day, and who says so. Below stand the
rounds of talks (where, when, how far), proposals and the answers to them, deadlines,
awaited answers (which are no deadlines), and positions: what each will do, with or
without a deal.

  proposed         somebody is said to put it
  reported-agreed  one side, or an official it does not name, says it is agreed
  agreed           those who are bound say so themselves
  refused, withdrawn, implemented, denied

A status goes no further than what is reported. Where nobody puts anything to
anybody who answers, there are no talks, and that is said.

A story may hold several negotiations, a wage round beside a takeover: each is shown
by itself, the one of which most is told first.

--words shows every place that something rests on. --json prints an object a line,
one for each negotiation, or null (see 'hearsay schema trace', "talks"). --plover
prints the acts of all reports as PLOVER events, as CSV, or with --json an object a
line: event, mode, contexts, actor, recipient, and whether it is historical, future,
hypothetical or negated. An event's id has the hash of the revision it was read in, so
that those of two versions stay apart; docs/events.md tells what each column holds.

Exit status: 0 all were read, 1 some input failed, 2 the command line is wrong,
130 interrupted.`

const talksExamples = `  hearsay talks monday.txt tuesday.txt
  hearsay talks --words reports/
  hearsay talks --json reports/ > talks.json
  hearsay talks --plover reports/ > events.csv`

// talksOptions are the flags of hearsay talks.
type talksOptions struct {
	json, words bool
	plover      bool
	published   string
	color       string
}

func talksCommand() *cobra.Command {
	var o talksOptions
	cmd := &cobra.Command{
		Use:     "talks FILE|FOLDER|ADDRESS|- …",
		Short:   "Show where a negotiation stands, from what is reported of it",
		Long:    talksHelp,
		Example: talksExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runTalks(cmd, args, o) },
	}
	registerArchive(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "JSON: an object a line for each negotiation, null where there are none")
	f.BoolVar(&o.plover, "plover", false, "the acts as PLOVER events: CSV, with --json JSON")
	f.BoolVar(&o.words, "words", false, "also every place that something rests on")
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	for _, other := range []string{"words", "color"} {
		cmd.MarkFlagsMutuallyExclusive("json", other)
		cmd.MarkFlagsMutuallyExclusive("plover", other)
	}
	return cmd
}

func runTalks(cmd *cobra.Command, args []string, o talksOptions) error {
	date, err := traceOptions{published: o.published, color: o.color}.check()
	if err != nil {
		return err
	}
	_, all, failed, err := readAll(cmd, args, date)
	if err != nil {
		return err
	}
	w := cmd.ErrOrStderr()
	warn := func(text string) { complain(w, text) }
	records := once(all, warn)
	warnOfDates(records, time.Now(), warn)
	if o.plover {
		return errors.Join(o.events(cmd, records), failed)
	}
	trace, err := traceAll(cmd, args, records, "")
	if err != nil {
		return err
	}
	return errors.Join(o.print(cmd, trace), failed)
}

// events prints what is done in the reports as PLOVER codes it.
func (o talksOptions) events(cmd *cobra.Command, records []hearsay.Record) error {
	var out interface{ Write(export.Kept) error } = export.NewPloverJSON(cmd.OutOrStdout())
	if !o.json {
		table, err := export.NewPlover(cmd.OutOrStdout())
		if err != nil {
			return err
		}
		out = table
	}
	for _, r := range records {
		if err := out.Write(export.Kept{Record: r, Hash: string(archive.HashOf(r.Report))}); err != nil {
			return err
		}
	}
	return nil
}

func (o talksOptions) print(cmd *cobra.Command, trace hearsay.Trace) error {
	if !o.json {
		return traceOptions{color: o.color}.printer(cmd).WriteTalks(view.TalksOf(trace), view.Words(o.words))
	}
	_, together := contract.OfTrace(trace)
	out := json.NewEncoder(cmd.OutOrStdout())
	out.SetEscapeHTML(false)
	if err := out.Encode(together.Talks); err != nil {
		return err
	}
	for _, k := range together.OtherTalks {
		if err := out.Encode(k); err != nil {
			return err
		}
	}
	return nil
}
