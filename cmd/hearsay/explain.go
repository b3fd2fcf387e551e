package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/view"
	"hearsay/reader"
)

const explainHelp = `Explain shows how a sentence was read: its tokens and the tree they form, an
arrow at each from the word it depends on, with the name of that relation,
part-of-speech tag, dictionary form, and place with regard to quotation marks;
then the attributions that touch it, each with how sure the reading is; then
who is mentioned, and by what the mention was resolved; then the chains, with that by which each hop is identified; then what each
attribution does, and by which rule; then what weighed most
for, or against, each decision, in hundredths of a nat.

Without --sentence it lists the sentences with their numbers.`

func explainCommand() *cobra.Command {
	var sentence int
	cmd := &cobra.Command{
		Use:   "explain FILE|ADDRESS|-",
		Short: "Show how a sentence was read",
		Long:  explainHelp,
		Example: `  hearsay explain talks.txt
  hearsay explain talks.txt --sentence 3`,
		Args: oneReport,
		RunE: func(cmd *cobra.Command, args []string) error { return runExplain(cmd, args[0], sentence) },
	}
	cmd.Flags().IntVar(&sentence, "sentence", 0, "`number` of the sentence, from 1")
	return cmd
}

// oneReport asks for exactly one argument.
func oneReport(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("%d reports are named: explain takes one file, one address, or - for standard input", len(args))
	}
	return nil
}

func runExplain(cmd *cobra.Command, arg string, sentence int) error {
	r, err := reader.New()
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	report, err := onlyReport(ctx, arg, intake.Options{Stdin: cmd.InOrStdin(), Version: r.Version().Version})
	if err != nil {
		return err
	}
	doc, record, why, err := r.Explain(ctx, report)
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("sentence") {
		return listSentences(cmd.OutOrStdout(), doc)
	}
	if sentence < 1 || sentence > len(doc.Sentences) {
		return usage("--sentence %d: %s has sentences 1 to %d", sentence, nameOf(report), len(doc.Sentences))
	}
	return printExplanation(cmd.OutOrStdout(), explain(doc, record, why, sentence-1))
}

// errSeveralReports refuses a folder.
var errSeveralReports = errors.New("it holds several reports: name one of them")

// onlyReport returns the report that arg names.
func onlyReport(ctx context.Context, arg string, opt intake.Options) (report hearsay.Report, err error) {
	n := 0
	for next, failed := range intake.Reports(ctx, []string{arg}, opt) {
		if n++; n > 1 {
			return report, fmt.Errorf("%s: %w", arg, errSeveralReports)
		}
		report, err = next, failed
	}
	return report, err
}

// listSentences prints each sentence on a line with its number.
func listSentences(w io.Writer, doc *hearsay.Document) error {
	for i := range doc.Sentences {
		if _, err := fmt.Fprintf(w, "%4d  %s\n", i+1, view.Line(doc.SentenceSpan(i).In(doc.Text))); err != nil {
			return err
		}
	}
	return nil
}

// explanation is how one sentence was read.
type explanation struct {
	number int // from 1
	text   string
	tokens []tokenRow
	notes  []view.Note
	meant  []meantRow
	hops   []hopRow
	acts   []actRow
	why    []decision
}

// tokenRow is one token as it is shown.
type tokenRow struct{ tree, word, relation, tag, lemma, quote string }

// meantRow is a mention and the actor it means.
type meantRow struct{ words, actor, why string }

// hopRow is one hop of an attribution's chain.
type hopRow struct{ chain, words, identity, medium, why string }

// actRow is what an attribution does.
type actRow struct{ cue, act, stance, words, why string }

// decision is one thing that was decided about the sentence, and what a feature
// contributed to it.
type decision struct {
	decision string
	feature  string
	weight   int
}

func explain(doc *hearsay.Document, record hearsay.Record, all reader.Explanation, sentence int) explanation {
	span := doc.SentenceSpan(sentence)
	e := explanation{number: sentence + 1, text: view.Line(span.In(doc.Text))}
	s := doc.Sentences[sentence]
	tree := drawTree(doc, s)
	for i := s.First; i < s.End; i++ {
		t := doc.Tokens[i]
		e.tokens = append(e.tokens, tokenRow{tree[i-s.First], view.Line(doc.Words(i)), t.Relation.String(), t.Tag.String(), t.Lemma, quotation(t.Quote)})
	}
	for _, m := range all.Mentions {
		if span.Contains(m.Words) {
			e.meant = append(e.meant, meantOf(m, record, doc.Text))
		}
	}
	for i, a := range record.Attributions {
		if !touches(a, span) {
			continue
		}
		e.notes = append(e.notes, view.NoteOf(a, doc.Text))
		e.hops = append(e.hops, hopsOf(a, doc.Text, all.Hops[i])...)
		e.acts = append(e.acts, actOf(a, record, doc.Text, all.Acts[i]))
		e.why = append(e.why, decisionsOf(all.Reasons, i, doc.Text)...)
	}
	return e
}

// reasonsEach is how many features are named for each role.
const reasonsEach = 4

// decisionsOf returns what weighed most in each role of an attribution.
func decisionsOf(reasons []reader.Reason, attribution int, text string) (all []decision) {
	named := map[string]int{}
	for _, why := range reasons {
		if why.Attribution == attribution && named[why.Role] < reasonsEach {
			named[why.Role]++
			all = append(all, decisionOf(why, text))
		}
	}
	return all
}

func meantOf(m reader.Mention, record hearsay.Record, text string) meantRow {
	row := meantRow{words: view.Clip(m.Words.In(text), 40), actor: "-", why: m.Why}
	if m.Actor != nil {
		row.actor = fmt.Sprintf("%d %s", *m.Actor+1, view.Clip(record.Actors[*m.Actor].Name, 40))
	}
	return row
}

// hopsOf tells the chain of an attribution, its cue beside the first hop.
func hopsOf(a hearsay.Attribution, text string, why []string) []hopRow {
	var rows []hopRow
	for k, v := range a.Chain {
		row := hopRow{words: "the outlet", identity: string(v.Identity), medium: string(v.Medium), why: view.Line(why[k])}
		if k == 0 && a.Cue != nil {
			row.chain = view.Clip(a.Cue.In(text), 20)
		}
		switch {
		case v.As != nil:
			row.words = view.Clip(v.As.In(text), 40)
		case k > 0:
			row.words = "nobody"
		}
		rows = append(rows, row)
	}
	return rows
}

// actOf tells what an attribution does, on what it depends and to whom.
func actOf(a hearsay.Attribution, record hearsay.Record, text, why string) actRow {
	row := actRow{act: string(a.Act), stance: string(a.Stance), why: why}
	if a.Cue != nil {
		row.cue = view.Clip(a.Cue.In(text), 20)
	}
	var words []string
	for _, part := range []*hearsay.Span{a.Condition, a.Regardless} {
		if part != nil {
			words = append(words, view.Clip(part.In(text), 40))
		}
	}
	if a.Addressee != nil {
		words = append(words, "to "+view.Clip(record.Actors[*a.Addressee].Name, 40))
	}
	row.words = strings.Join(words, "; ")
	return row
}

func decisionOf(why reader.Reason, text string) decision {
	words := view.Clip(why.Words.In(text), 40)
	return decision{fmt.Sprintf("%s: %s", why.Role, words), why.Feature, why.Hundredths}
}

// drawTree draws a sentence's tree, empty lines where it was not parsed.
func drawTree(doc *hearsay.Document, s hearsay.Sentence) []string {
	heads := make([]int, s.End-s.First)
	for i := range heads {
		heads[i] = view.NoHead
		if t := doc.Tokens[s.First+i]; t.Relation != 0 && t.Head != hearsay.NoHead {
			heads[i] = t.Head - s.First
		}
	}
	return view.Tree(heads)
}

// quotation tells a token's place with regard to quotation marks.
func quotation(q hearsay.Quotation) string {
	switch {
	case q.Opens:
		return fmt.Sprintf("opens %d", q.Depth)
	case q.Closes:
		return fmt.Sprintf("closes %d", q.Depth)
	case q.Depth > 0:
		return fmt.Sprintf("inside %d", q.Depth)
	}
	return ""
}

// touches reports whether a part of the attribution lies in the span.
func touches(a hearsay.Attribution, span hearsay.Span) bool {
	for _, part := range []*hearsay.Span{a.Source, a.Cue} {
		if part != nil && part.Overlaps(span) {
			return true
		}
	}
	for _, c := range a.Content {
		if c.Overlaps(span) {
			return true
		}
	}
	return false
}

// printExplanation prints the sentence, then tables: tokens, attributions
// and, where there are any, their chains and the decisions.
func printExplanation(out io.Writer, e explanation) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "sentence %d: %s\n\ntree\ttoken\trelation\ttag\tlemma\tquotation\n", e.number, e.text)
	for _, t := range e.tokens {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", t.tree, t.word, or(t.relation), or(t.tag), or(t.lemma), or(t.quote))
	}
	fmt.Fprintf(w, "\n")
	if len(e.notes) == 0 {
		fmt.Fprintf(w, "no attribution touches it\n")
	}
	for _, n := range e.notes {
		fmt.Fprintf(w, "%s\n", n)
	}
	if len(e.meant) > 0 {
		fmt.Fprintf(w, "\nmention\tactor\tbecause\n")
	}
	for _, m := range e.meant {
		fmt.Fprintf(w, "%s\t%s\t%s\n", m.words, m.actor, m.why)
	}
	if len(e.hops) > 0 {
		fmt.Fprintf(w, "\nchain\thop\tidentity\tmedium\tbecause\n")
	}
	for _, h := range e.hops {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", h.chain, h.words, h.identity, or(h.medium), h.why)
	}
	if len(e.acts) > 0 {
		fmt.Fprintf(w, "\ndoes\tact\tstance\twith\tbecause\n")
	}
	for _, a := range e.acts {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", or(a.cue), or(a.act), or(a.stance), or(a.words), or(a.why))
	}
	if len(e.why) > 0 {
		fmt.Fprintf(w, "\ndecision\tfeature\tweight\n")
	}
	for _, d := range e.why {
		fmt.Fprintf(w, "%s\t%s\t%+d\n", d.decision, d.feature, d.weight)
	}
	return w.Flush()
}

// or puts a dash where there is nothing to show.
func or(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
