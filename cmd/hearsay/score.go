package main

import (
	"errors"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/score"
	"hearsay/reader"
)

// scoreOptions are the flags of hearsay score.
type scoreOptions struct {
	data, split, system string
	compare             string
	errors              int
	swapNames           bool
	tags                bool
	scenarios           bool
	times               bool
	who                 bool
	names               bool
	acts                bool
	labels              string
	json                bool
	gate                gateOptions
}

const scoreHelp = `Score reads an annotated corpus and compares what Hearsay finds in it with what
people marked: precision, recall and F1 with 95 % intervals, whole attributions
by manner, and how far the stated confidence can be trusted.

The corpus is polnear.tar.gz in the folder given with --data, else in the folder
HEARSAY_DATA names, else in ../shared/data. A folder of your own will do as well:

	text/NAME.txt
	attributions/NAME.ann          brat standoff; NAME_ANNOTATOR.ann for several

With --scenarios the reports are those of invented affairs whose truth is known,
down to the chain from the outlet to the one who speaks. They are in the folder
given with --data, or in a folder "scenarios" in it or beside it:

	NAME/truth.json
	NAME/reports/ID.txt

With --times it is time expressions and their TIMEX3 values in timebank.tar.gz, or
in a folder of TimeML files (*.tml). Rules were written with one part of it in
view (--split tune) and are confirmed on the other (--split confirm); the names
of the files decide which a report is of. Without --split both are printed.

With --names it is the names of people, organisations and places: in the articles
of PolNeAR as CoreNLP found them (polnear-corenlp.tar.gz), which is right on
average and never for certain, and in ud-gum.tar.gz as people marked them.

With --acts it is what attributions do and how they are meant, offer or denial,
planned or possible, against labels of attributions of PolNeAR in the files *.tsv of
the folder given with --labels.

The file of floors (--baseline) keeps what was once reached. With --gate a figure
below its floor, missing floors or missing data are an error; with --gate-if-data
missing data print a line that begins with SKIPPED, and nothing is checked.

Exit status: 0 done, 1 an error or a figure below its floor.`

func scoreCommand() *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score",
		Short: "Measure how well Hearsay reads an annotated corpus",
		Long:  scoreHelp,
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return runScore(cmd, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.data, "data", "", "`folder` of the annotated corpora")
	f.StringVar(&o.split, "split", "", `part of the corpus (default "dev", or all of a corpus without parts)`)
	f.StringVar(&o.system, "system", "", "score the .ann files in this `folder` instead of Hearsay's own reading")
	f.StringVar(&o.compare, "compare", "", "also compare with an earlier result, a `file` that --json wrote")
	f.IntVar(&o.errors, "errors", 0, "list the kinds of mistake, the commonest first, with `n` examples of each")
	f.BoolVar(&o.swapNames, "swap-names", false, "also read with all names exchanged, and report the drop")
	f.BoolVar(&o.tags, "tags", false, "measure part-of-speech tags and lemmas on the treebanks instead")
	f.BoolVar(&o.scenarios, "scenarios", false, "measure on invented affairs whose truth is known instead")
	f.BoolVar(&o.times, "times", false, "measure time expressions and their values on TimeBank instead")
	f.BoolVar(&o.who, "who", false, "measure who is meant by pronouns, names and noun phrases on GUM and the scenarios instead")
	f.BoolVar(&o.names, "names", false, "measure the names of people, organisations and places on PolNeAR and GUM instead")
	f.BoolVar(&o.acts, "acts", false, "measure what attributions do, and how they are meant, on labelled ones of PolNeAR instead")
	f.StringVar(&o.labels, "labels", "eval/acts", "`folder` of the labels for --acts")
	f.BoolVar(&o.json, "json", false, "print one JSON object")
	o.gate.register(cmd)
	for _, pair := range [][]string{
		{"system", "swap-names"}, {"system", "tags"}, {"tags", "swap-names"}, {"tags", "compare"},
		{"scenarios", "split"}, {"scenarios", "system"}, {"scenarios", "tags"}, {"scenarios", "swap-names"}, {"scenarios", "compare"},
		{"times", "tags"}, {"times", "scenarios"}, {"times", "system"}, {"times", "swap-names"}, {"times", "compare"},
		{"who", "tags"}, {"who", "times"}, {"who", "scenarios"}, {"who", "system"}, {"who", "swap-names"}, {"who", "compare"},
		{"names", "who"}, {"names", "tags"}, {"names", "times"}, {"names", "scenarios"}, {"names", "system"}, {"names", "swap-names"}, {"names", "compare"},
		{"acts", "split"}, {"acts", "names"}, {"acts", "who"}, {"acts", "tags"}, {"acts", "times"}, {"acts", "scenarios"}, {"acts", "system"}, {"acts", "swap-names"}, {"acts", "compare"},
		{"json", "compare"}, {"json", "gate"}, {"json", "gate-if-data"}, {"json", "update-baseline"},
	} {
		cmd.MarkFlagsMutuallyExclusive(pair...)
	}
	return cmd
}

func runScore(cmd *cobra.Command, o scoreOptions) error {
	switch {
	case o.tags:
		return runScoreTags(cmd, o)
	case o.scenarios:
		return runScoreScenarios(cmd, o)
	case o.times:
		return runScoreTimes(cmd, o)
	case o.names:
		return runScoreNames(cmd, o)
	case o.acts:
		return runScoreActs(cmd, o)
	case o.who:
		r, err := reader.New()
		if err != nil {
			return err
		}
		return runScoreWho(cmd, o, r, func(doc *hearsay.Document) whoIsMeant { return r.Resolve(doc) })
	}
	c, err := openCorpus(o.data, o.split)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	m, err := measure(cmd, c, o)
	if err != nil {
		return err
	}
	if err := m.print(cmd.OutOrStdout(), o); err != nil {
		return err
	}
	return o.gate.apply(cmd.OutOrStdout(), m.command(o), c.data, m.gated().Measured())
}

// measurement is all that one run found out.
type measurement struct {
	corpus   corpus
	articles []score.Article
	result   score.Result
	swapped  *swapped
}

// swapped is the reading with exchanged names.
type swapped struct {
	mentions int
	result   score.Result
	drop     []score.Difference
}

// gated is the result the floors are about.
func (m measurement) gated() score.Result {
	if m.swapped != nil {
		return m.swapped.result
	}
	return m.result
}

// command names the evaluation in the file of floors.
func (m measurement) command(o scoreOptions) string {
	command := "hearsay score --split " + m.corpus.split
	if o.swapNames {
		command += " --swap-names"
	}
	return command
}

func measure(cmd *cobra.Command, c corpus, o scoreOptions) (measurement, error) {
	m := measurement{corpus: c}
	read, err := readBy(cmd, c, o.system)
	if err != nil {
		return m, err
	}
	if m.articles, err = read(c.articles); err != nil {
		return m, err
	}
	m.result = score.Evaluate(m.articles)
	if o.swapNames {
		m.swapped, err = m.swap(read)
	}
	return m, err
}

func (m measurement) swap(read reading) (*swapped, error) {
	parsed, err := m.corpus.parsed()
	if err != nil {
		return nil, err
	}
	articles, mentions, err := score.SwapNames(m.corpus.articles, parsed)
	if err != nil {
		return nil, err
	}
	if mentions == 0 {
		return nil, errors.New("--swap-names found no name to exchange in this corpus")
	}
	again, err := read(articles)
	if err != nil {
		return nil, err
	}
	s := &swapped{mentions: mentions, result: score.Evaluate(again)}
	s.drop, err = score.Compare(m.result, s.result)
	return s, err
}
