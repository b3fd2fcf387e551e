package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

const searchHelp = `Search finds statements in the archive, the newest first, with their words.

  bridge closed          both words are in what is said, in any form (closes, closing)
  "stays closed"         one after the other
  negotiat*              words that begin so
  -toll                  not in what is said; -by:mayor not said by. A query that
                         begins so goes after --

  by:holt                who says it; by:"Mara Holt"
  about:league           who is named in what is said
  through:drenn          a voice between the outlet and the one who speaks
  outlet:post            who publishes it
  identity:anonymous     named-person, named-organisation, role, anonymous, group,
                         unattributed, outlet
  act:denial             assertion, offer, demand, condition, deadline, acceptance,
                         refusal, threat, promise, denial, prediction, appeal, figure
  stance:planned         actual, planned, possible, hypothetical, denied
  story:12               in a running story; see 'hearsay stories'
  after:2031-04-02       published that day or later (a month or year will do)
  before:2031-05         published before that month

All must be met; of by:, outlet:, identity:, act: and stance: given several times,
one of each. Unnamed voices are found by the words used for them, private persons
not by name. What a report said in an earlier version alone is marked "no longer".
Statements that a person found to be read wrong are left out.

Exit status: 0 something was found, 1 nothing was or the archive cannot be read,
2 the query is wrong.`

const searchExamples = `  hearsay search bridge closed
  hearsay search 'by:holt act:denial after:2031-04'
  hearsay search --json --limit 500 'story:3 identity:anonymous' > unnamed.jsonl`

// searchOptions are the flags of hearsay search.
type searchOptions struct {
	archive archiveOptions
	json    bool
	limit   int
	past    int64
}

func searchCommand() *cobra.Command {
	var o searchOptions
	cmd := &cobra.Command{
		Use:     "search QUERY …",
		Short:   "Find statements in the archive",
		Long:    searchHelp,
		Example: searchExamples,
		RunE:    func(cmd *cobra.Command, args []string) error { return runSearch(cmd, args, o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON for each statement")
	f.IntVar(&o.limit, "limit", 20, "at most so many `statements`")
	f.Int64Var(&o.past, "past", 0, "those that come after the statement with this `id`")
	return cmd
}

// queryOf puts the arguments together. What the shell took the quotation marks off
// is a phrase again.
func queryOf(args []string) (hearsay.Query, error) {
	parts := make([]string, len(args))
	for i, arg := range args {
		parts[i] = arg
		if len(args) > 1 && strings.Contains(arg, " ") && !strings.ContainsAny(arg, `":“`) {
			parts[i] = `"` + arg + `"`
		}
	}
	q, err := hearsay.ParseQuery(strings.Join(parts, " "))
	if err != nil {
		return q, usage("%w", err)
	}
	return q, nil
}

func runSearch(cmd *cobra.Command, args []string, o searchOptions) error {
	q, err := queryOf(args)
	if err != nil {
		return err
	}
	if o.limit < 1 {
		return usage("--limit %d: at least one statement must be wanted", o.limit)
	}
	a, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	found, err := a.Search(cmd.Context(), q, archive.Page{Limit: o.limit, Past: archive.StatementID(o.past)})
	if err != nil {
		return err
	}
	if len(found.Hits) == 0 {
		if !o.json {
			fmt.Fprintln(cmd.OutOrStdout(), "nothing is found")
		}
		return errSomeFailed
	}
	if o.json {
		return hitLines(cmd.OutOrStdout(), found.Hits)
	}
	for _, h := range found.Hits {
		printHit(cmd.OutOrStdout(), h)
	}
	if found.More {
		fmt.Fprintf(cmd.OutOrStdout(), "there are more: --limit %d, or --past %d\n", 10*o.limit, found.Hits[len(found.Hits)-1].ID)
	}
	return nil
}

// printHit prints a statement in two lines:
//
//	2031-04-02  The Orl Post · report 3, story 1 · named-person · denial
//	  Mara Holt, the mayor — denied: that a date had been set
func printHit(w io.Writer, h archive.Hit) {
	about := []string{string(h.Identity), string(h.Act)}
	if h.Stance != hearsay.Actual {
		about = append(about, string(h.Stance))
	}
	if !h.Current {
		about = append(about, "no longer")
	}
	if h.Confidence < 500 {
		about = append(about, "check")
	}
	if h.Checked {
		about = append(about, "checked")
	}
	fmt.Fprintf(w, "%s  %s · report %d, story %d", h.Stood.Format(time.DateOnly), view.Line(cmp.Or(h.Outlet, "no outlet")), h.Report, h.Story)
	for _, word := range about {
		if word != "" {
			fmt.Fprint(w, " · ", word)
		}
	}
	fmt.Fprintln(w)
	who := cmp.Or(h.Words.Source, h.Voice, "nobody")
	if h.Words.Cue != "" {
		who += " — " + h.Words.Cue
	}
	fmt.Fprintf(w, "  %s: %s\n", view.Line(who), view.Line(h.Words.Text()))
}

// hitLine is a statement as --json gives it.
type hitLine struct {
	ID         archive.StatementID `json:"id"`
	Report     archive.ReportID    `json:"report"`
	Revision   archive.RevisionID  `json:"revision"`
	Hash       archive.Hash        `json:"hash"`
	Story      archive.StoryID     `json:"story"`
	URL        string              `json:"url"`
	Outlet     string              `json:"outlet"`
	Headline   string              `json:"headline"`
	Stood      time.Time           `json:"stood"`
	Current    bool                `json:"current"`
	Part       hearsay.Part        `json:"part"`
	Index      int                 `json:"index"`
	Source     *contract.Span      `json:"source"`
	Cue        *contract.Span      `json:"cue"`
	Content    []contract.Span     `json:"content"`
	Voice      *string             `json:"voice"`
	Identity   hearsay.Identity    `json:"identity"`
	Act        *hearsay.Act        `json:"act"`
	Stance     *hearsay.Stance     `json:"stance"`
	Confidence float64             `json:"confidence"`
	Checked    bool                `json:"checked"`
}

func hitLines(w io.Writer, hits []archive.Hit) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, h := range hits {
		line := hitLine{
			ID: h.ID, Report: h.Report, Revision: h.Revision, Hash: h.Hash, Story: h.Story, URL: h.URL, Outlet: h.Outlet, Headline: h.Headline,
			Stood: h.Stood, Current: h.Current, Part: h.Place.Part, Index: h.Place.Index,
			Source: spanOf(h.Points.Source, h.Words.Source), Cue: spanOf(h.Points.Cue, h.Words.Cue), Content: []contract.Span{},
			Voice: orNull(h.Voice), Identity: h.Identity, Act: orNull(h.Act), Stance: orNull(h.Stance),
			Confidence: float64(h.Confidence) / 1000, Checked: h.Checked,
		}
		for i, c := range h.Points.Content {
			line.Content = append(line.Content, *spanOf(&c, h.Words.Content[i]))
		}
		if err := out.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

func spanOf(s *hearsay.Span, words string) *contract.Span {
	if s == nil {
		return nil
	}
	return &contract.Span{Start: s.Start, End: s.End, Text: words}
}

func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}
