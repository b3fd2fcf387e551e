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
story:12 stands for the reports of that story in the archive, with what people
decided of its talks.

Terms stand down the side and parties across. Each cell has the latest that a party
is said to put or to answer, its status, its day, and who says so. Below stand the
rounds, the proposals and the answers to them, deadlines, awaited answers (which are
no deadlines), and positions: what each will do, with or without a deal. A story may
hold several negotiations, a wage round beside a takeover: each is shown by itself,
with its key, the one of which most is told first.

  proposed         somebody is said to put it
  reported-agreed  one side, or an official it does not name, says it is agreed
  agreed           those who are bound say so themselves
  refused, withdrawn, implemented, denied

A status goes no further than what is reported. Where nobody puts anything to
anybody who answers, there are no talks, and that is said.

--since marks what moved in the reports that came out since a day or time, and lists
it first: what was put, answered, set or said for the first time.

--words shows every place that something rests on. --json prints an object a line,
one for each negotiation, or null (see 'hearsay schema trace', "talks"); with --since
one for each move. --plover prints the acts of all reports as PLOVER events, as CSV,
or with --json an object a line: event, mode, contexts, actor, recipient, and whether
it is historical, future, hypothetical or negated. An event's id has the hash of the
revision it was read in, so that those of two versions stay apart; docs/events.md
tells what each column holds.

Decide what the archive shows of the talks of a story; it wins over what is read, is
marked as yours, and stays when reports are read anew. KEY is needed where a story
has several negotiations.

  hearsay talks open STORY WORDS …             these statements are talks
  hearsay talks name STORY NAME                they are called so
  hearsay talks merge STORY KEY KEY …          these are one
  hearsay talks close STORY                    they are over, or were none
  hearsay talks correct STORY WORDS FIELD=VALUE …
                                               a term, answer, position or deadline
  hearsay talks decisions STORY                what was decided, by whom and when
  hearsay talks undo STORY NUMBER              take a decision back

Exit status: 0 all were read, 1 some input failed, 2 the command line is wrong,
130 interrupted.`

const talksExamples = `  hearsay talks monday.txt tuesday.txt
  hearsay talks --words reports/
  hearsay talks --since 2031-04-08 story:3
  hearsay talks correct 3 "4 percent" status=reported-agreed --by Mara
  hearsay talks --json reports/ > talks.json
  hearsay talks --plover reports/ > events.csv`

// talksOptions are the flags of hearsay talks.
type talksOptions struct {
	json, words bool
	plover      bool
	since       string
	published   string
	color       string
}

func talksCommand() *cobra.Command {
	var o talksOptions
	cmd := &cobra.Command{
		Use:     "talks FILE|FOLDER|ADDRESS|-|story:N …",
		Short:   "Show where a negotiation stands, from what is reported of it",
		Long:    talksHelp,
		Example: talksExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runTalks(cmd, args, o) },
	}
	registerArchive(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "JSON: an object a line for each negotiation, null where there is none")
	f.StringVar(&o.since, "since", "", "mark and list what moved since a `day or time` (2031-04-02 or RFC 3339)")
	f.BoolVar(&o.plover, "plover", false, "the acts as PLOVER events: CSV, with --json JSON")
	f.BoolVar(&o.words, "words", false, "also every place that something rests on")
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	for _, other := range []string{"words", "color"} {
		cmd.MarkFlagsMutuallyExclusive("json", other)
		cmd.MarkFlagsMutuallyExclusive("plover", other)
	}
	cmd.MarkFlagsMutuallyExclusive("since", "plover")
	cmd.AddCommand(decideCommands()...)
	return cmd
}

func runTalks(cmd *cobra.Command, args []string, o talksOptions) error {
	date, err := traceOptions{published: o.published, color: o.color}.check()
	if err != nil {
		return err
	}
	since, err := parseDate(o.since)
	if err != nil {
		return usage("--since %q is no day or time: write 2031-04-02 or 2031-04-02T09:30:00Z", o.since)
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
	look, err := decidedIn(cmd, args, &trace)
	if err != nil {
		return err
	}
	if o.since != "" {
		look.IsNew = func(report int) bool { return !trace.Records[report].Report.Stood().Before(since) }
	}
	return errors.Join(o.print(cmd, trace, look), failed)
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

func (o talksOptions) print(cmd *cobra.Command, trace hearsay.Trace, look view.Look) error {
	var asked view.Asked
	if o.since != "" {
		asked = view.AskedMoves
	}
	switch {
	case !o.json:
		return traceOptions{color: o.color}.printer(cmd).WriteTalks(view.TalksOf(trace, look, asked), view.Words(o.words))
	case asked != "":
		return o.printMoves(cmd, trace, look)
	}
	_, together := contract.OfTrace(trace)
	out := json.NewEncoder(cmd.OutOrStdout())
	out.SetEscapeHTML(false)
	err := out.Encode(together.Talks)
	for _, other := range together.OtherTalks {
		err = errors.Join(err, out.Encode(other))
	}
	return err
}

// moveLine is one move of talks in JSON.
type moveLine struct {
	Talks     string           `json:"talks"` // key
	Kind      view.MoveKind    `json:"kind"`
	To        string           `json:"to"`
	By        *string          `json:"by"`
	Told      string           `json:"told"`
	Words     string           `json:"words"`
	Who       *string          `json:"who"` // null: the outlet itself, or nobody is given
	Identity  hearsay.Identity `json:"identity"`
	Date      *string          `json:"date"`
	Report    string           `json:"report"`
	Outlet    string           `json:"outlet"`
	Published *time.Time       `json:"published"`
}

// printMoves prints what is new, as it came out.
func (o talksOptions) printMoves(cmd *cobra.Command, trace hearsay.Trace, look view.Look) error {
	out := json.NewEncoder(cmd.OutOrStdout())
	out.SetEscapeHTML(false)
	for _, b := range view.BoardsOf(&trace, look) {
		for _, m := range b.Moves {
			if !m.New {
				continue
			}
			line := moveLine{Talks: b.Key, Kind: m.Kind, To: m.To, By: orNull(m.By), Told: m.Told, Words: m.Said.Words, Identity: m.Said.Identity,
				Date: orNull(m.Said.Date), Report: nameOf(trace.Records[m.Said.Report].Report), Outlet: m.Said.Outlet}
			if m.Said.IsSomebody() {
				line.Who = &m.Said.Who
			}
			if when := m.When(); !when.IsZero() {
				line.Published = &when
			}
			if err := out.Encode(line); err != nil {
				return err
			}
		}
	}
	return nil
}
