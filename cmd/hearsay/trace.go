package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/export"
	"hearsay/internal/ledger"
	"hearsay/internal/view"
	"hearsay/reader"
	"hearsay/tracer"
)

const traceHelp = `Trace sets the reports of one story side by side: which statements of theirs are
the same claim, where each claim comes from, and by what way it came to every
report. Reports are named as for read; story:12 stands for the reports of that
story in the archive.

Claims come in this order: those that most reports make first; of those the first
to be made. Under each stands a tree: a report, in whose words it has the claim
(◂), and under it the reports that are shown to have it from there, with what
shows it:

  cites        the report names the other, or a voice in it
  copies       it has the other's wording
  credits      it credits the other's agency
  same-speech  the same words of the same speaker on the same occasion
  not-shown    it says the same later, and nothing shows where it has it from

Under the claims stands what cannot both hold: a denial and what it denies, two
numbers of one thing, one taken back. What differs in scope, date or category is
left out. With --why the origins of one claim are told in sentences.

"1 origin" is said only where everything is shown to come from one place; else it
is "at least" so many. Nothing here says what is true.

Where the first argument is a sentence and no file, trace shows the claim that is
nearest to it, and who made it first.

What you said of a story's actors ('hearsay actors') is followed. For files say it in a
file of lines, and give that with --verdicts:

  {"same":true,"one":{"path":"a.txt","name":"Matis Korrel"},"other":{"path":"b.txt","name":"Mathis Korel"}}

--json prints the lines of read --json, with claims and origins filled and the ids
of actors the same in all lines, then one line of what the reports say together
(see 'hearsay schema trace').

Exit status: 0 all were read, 1 some input failed or no claim is near the sentence,
2 the command line is wrong, 130 interrupted.`

const traceExamples = `  hearsay trace monday.txt tuesday.txt
  hearsay trace --words reports/
  hearsay trace --why 3 reports/
  hearsay trace "the League will free 30 captives" reports/
  hearsay trace --json reports/ > trace.jsonl`

// traceOptions are the flags of hearsay trace.
type traceOptions struct {
	json, words, all bool
	why              int
	published        string
	verdicts         string
	color            string
}

func traceCommand() *cobra.Command {
	var o traceOptions
	cmd := &cobra.Command{
		Use:     `trace ["SENTENCE"] FILE|FOLDER|ADDRESS|-|story:N …`,
		Short:   "Show which statements of several reports are one claim, and where it comes from",
		Long:    traceHelp,
		Example: traceExamples,
		Args:    func(_ *cobra.Command, args []string) error { return someReport(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return runTrace(cmd, args, o) },
	}
	registerArchive(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "JSON: a line for each report, and one for all (see 'hearsay schema trace')")
	f.BoolVar(&o.words, "words", false, "also the exact words of every report")
	f.BoolVar(&o.all, "all", false, "also the claims that one report alone makes")
	f.IntVar(&o.why, "why", 0, "why the reports of the claim with this `number` are put to its origins")
	f.StringVar(&o.published, "published", "", "`date` of reports that state none (2031-04-02 or RFC 3339)")
	f.StringVar(&o.verdicts, "verdicts", "", "`file` of JSON lines that say which actors are one, and which are not (see below)")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	for _, other := range []string{"words", "all", "color", "why"} {
		cmd.MarkFlagsMutuallyExclusive("json", other)
	}
	return cmd
}

func runTrace(cmd *cobra.Command, args []string, o traceOptions) error {
	date, err := o.check()
	if err != nil {
		return err
	}
	sentence, args := takeSentence(args)
	if sentence != "" && len(args) == 0 {
		return usage("%q is a sentence, and no report is named to look for it in", sentence)
	}
	r, all, failed, err := readAll(cmd, args, date)
	if err != nil {
		return err
	}
	w := cmd.ErrOrStderr()
	records := once(all, func(text string) { complain(w, text) })
	warnOfDates(records, time.Now(), func(text string) { complain(w, text) })
	if sentence != "" {
		return errors.Join(failed, o.find(cmd, r, sentence, args, records))
	}
	trace, err := traceAll(cmd, args, records, o.verdicts)
	if err != nil {
		return err
	}
	if err := o.print(cmd, trace); err != nil {
		return err
	}
	return failed
}

// check refuses flags without meaning and returns what --published says.
func (o traceOptions) check() (time.Time, error) {
	date, err := parseDate(o.published)
	switch {
	case err != nil:
		return date, usage("--published %q is no date: write 2031-04-02 or 2031-04-02T09:30:00Z", o.published)
	case o.color != "auto" && o.color != "always" && o.color != "never":
		return date, usage("--color %q: it is auto, always or never", o.color)
	}
	return date, nil
}

// takeSentence takes the first argument off the others if it is a sentence: it has
// a space in it, and there is no file of that name.
func takeSentence(args []string) (sentence string, rest []string) {
	first := strings.TrimSpace(args[0])
	if !strings.ContainsAny(first, " \t\n") || strings.Contains(first, "://") {
		return "", args
	}
	if _, err := os.Stat(args[0]); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return "", args
	}
	return first, args[1:]
}

// once leaves out reports that were given before: the same text by the same outlet
// at the same address.
func once(records []hearsay.Record, warn func(string)) []hearsay.Record {
	type same struct{ text, outlet, url, stood string }
	seen := map[same]string{}
	var out []hearsay.Record
	for _, r := range records {
		k := same{r.Report.Text, r.Report.Outlet, r.Report.URL, r.Report.Stood().UTC().String()}
		if first, known := seen[k]; known {
			warn(fmt.Sprintf("%s: the same report as %s; it is taken once", nameOf(r.Report), first))
			continue
		}
		seen[k] = nameOf(r.Report)
		out = append(out, r)
	}
	return out
}

const day = 24 * time.Hour

// warnOfDates tells of reports whose place in the order of publication is not to be
// trusted.
func warnOfDates(records []hearsay.Record, now time.Time, warn func(string)) {
	ahead := 0
	for _, r := range records {
		if r.Report.Stood().After(now.Add(day)) {
			ahead++
		}
	}
	for _, r := range records {
		switch stood := r.Report.Stood(); {
		case stood.IsZero() && len(records) > 1:
			warn(nameOf(r.Report) + ": it has no date, so it is taken for the last; give one with --published")
		case stood.After(now.Add(day)) && ahead < len(records): // a story told in advance throughout is an invented one
			warn(nameOf(r.Report) + ": its date, " + stood.Format(time.DateOnly) + ", lies ahead; it is taken for one of the last")
		}
	}
}

func (o traceOptions) print(cmd *cobra.Command, trace hearsay.Trace) error {
	w := cmd.OutOrStdout()
	if o.json {
		return export.Trace(w, trace, ledger.Of(trace.Records, ledger.Options{}))
	}
	if o.why != 0 {
		return explainOrigins(cmd.OutOrStdout(), &trace, o.why)
	}
	return o.printer(cmd).WriteStory(view.StoryOf(trace, view.StoryOptions{Alone: o.all}), view.Words(o.words))
}

func (o traceOptions) printer(cmd *cobra.Command) *view.Printer {
	w := cmd.OutOrStdout()
	if o.color == "always" || o.color == "auto" && wantsColour(w) {
		return view.NewColour(w, columns(w))
	}
	return view.NewPlain(w, columns(w))
}

// find shows the claim that is nearest to a sentence.
func (o traceOptions) find(cmd *cobra.Command, r *reader.Reader, sentence string, args []string, records []hearsay.Record) error {
	trace, err := traceAll(cmd, args, records, o.verdicts)
	if err != nil {
		return err
	}
	query, err := r.Read(cmd.Context(), hearsay.Report{Text: sentence})
	if err != nil {
		return err
	}
	id, ok := tracer.Nearest(trace, query)
	if !ok {
		return fmt.Errorf("no claim in these reports is near %q: try other words, or see 'hearsay trace --all'", sentence)
	}
	if o.json {
		return export.Trace(cmd.OutOrStdout(), trace, ledger.Of(trace.Records, ledger.Options{}))
	}
	return o.printer(cmd).WriteClaim(view.ClaimOf(trace, id), view.Words(true))
}
