package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// decideOptions are the flags of what decides about talks.
type decideOptions struct {
	archive archiveOptions
	by, why string
	key     string
	name    string
	of      string
	json    bool
}

// decideCommands are the verbs by which a person decides about the talks of a story.
func decideCommands() []*cobra.Command {
	return []*cobra.Command{
		decideCommand("open STORY WORDS …", "Say that statements are talks", 2, openTalks),
		decideCommand("name STORY NAME", "Give talks a name", 2, nameTalks),
		decideCommand("merge STORY KEY KEY …", "Say that talks are one", 3, mergeTalks),
		decideCommand("close STORY", "Say that talks are over, or were none", 1, closeTalks),
		decideCommand("correct STORY WORDS FIELD=VALUE …", "Correct a term, an answer, a position or a deadline", 3, correctTalks),
		decideCommand("undo STORY NUMBER", "Take a decision back", 2, undoTalks),
		decideCommand("decisions STORY", "List what was decided", 1, listDecisions),
	}
}

// bench is what a decision is made on.
type bench struct {
	*dossier.Dossier
	kept *archive.Archive
	cmd  *cobra.Command
	opt  decideOptions
}

const decideExamples = `  hearsay talks correct 3 "4 percent" status=reported-agreed --by Mara --why "she told me"
  hearsay talks correct 3 "rejected the offer" answer=conditional --of "Deckhands' Union"
  hearsay talks correct 3 "by Friday" deadline=2031-04-11T18:00
  hearsay talks correct 3 "4 percent" "obliges=Kestrel Ferries; Deckhands' Union"`

func decideCommand(use, short string, least int, do func(bench, []string) error) *cobra.Command {
	var o decideOptions
	cmd := &cobra.Command{
		Use: use, Short: short, Example: decideExamples, Args: cobra.MinimumNArgs(least),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.archive.withStory(cmd, args[0], func(kept *archive.Archive, d *dossier.Dossier) error {
				return do(bench{d, kept, cmd, o}, args[1:])
			})
		},
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`name` of who decides (default: $USER)")
	f.StringVar(&o.why, "why", "", "the `reason`, kept with it")
	f.StringVar(&o.key, "talks", "", "`key` of the talks, where a story has several")
	f.StringVar(&o.name, "name", "", "of open: what they are called")
	f.StringVar(&o.of, "of", "", "of correct: the `party` whose term, answer or position it is")
	f.BoolVar(&o.json, "json", false, "one line of JSON for each decision")
	markBeginning(cmd)
	return cmd
}

// keep keeps decisions and tells them.
func (b bench) keep(all ...hearsay.TalksDecision) error {
	for _, d := range all {
		made, err := b.kept.Decide(b.cmd.Context(), archive.Decision{TalksDecision: d, Editor: cmp.Or(b.opt.by, os.Getenv("USER")), Note: b.opt.why})
		if errors.Is(err, archive.ErrUnsigned) {
			return usage("%v: --by NAME", err)
		}
		if err != nil {
			return err
		}
		if err := b.tell(made); err != nil {
			return err
		}
	}
	return nil
}

// decisionLine is a decision in JSON.
type decisionLine struct {
	ID     int64                     `json:"id"`
	Story  archive.StoryID           `json:"story"`
	Kind   hearsay.TalksDecisionKind `json:"kind"`
	Name   string                    `json:"name,omitempty"`
	Field  hearsay.TalksField        `json:"field,omitempty"`
	Value  string                    `json:"value,omitempty"`
	About  []string                  `json:"about"` // the words
	Editor string                    `json:"editor"`
	Note   string                    `json:"note"`
	Added  time.Time                 `json:"added"`
	Undone *time.Time                `json:"undone"`
	Lost   bool                      `json:"lost"` // nothing is read any longer that it is about
}

func (b bench) tell(d archive.Decision) error {
	w := b.cmd.OutOrStdout()
	var about []string
	for _, at := range d.At {
		about = append(about, b.wordsAt(at))
	}
	lost := b.Decided.IsLost(d.ID)
	if b.opt.json {
		line := decisionLine{d.ID, b.Story.ID, d.Kind, d.Name, d.Field, d.Value, about, d.Editor, d.Note, d.Added, nil, lost}
		if !d.Undone.IsZero() {
			line.Undone = &d.Undone
		}
		return json.NewEncoder(w).Encode(line)
	}
	told := fmt.Sprintf("decision %d  %s  %s  %s: “%s”", d.ID, d.Added.Format("2006-01-02 15:04"), view.Line(d.Editor), view.Told(d.TalksDecision), view.Clip(strings.Join(about, "” “"), 160))
	if d.Note != "" {
		told += " – " + view.Line(d.Note)
	}
	if lost {
		told += " · nothing is read any longer that it is about"
	}
	if !d.Undone.IsZero() {
		told += " · taken back " + d.Undone.Format("2006-01-02 15:04")
	}
	_, err := fmt.Fprintln(w, told)
	return err
}

func (b bench) wordsAt(at hearsay.Anchor) string {
	for i, k := range b.Kept {
		if text := b.Trace.Records[i].Report.Text; string(k.Hash) == at.Revision && at.Span.Check(len(text)) == nil {
			return view.Line(at.Span.In(text))
		}
	}
	return ""
}

// talks returns what the talks with a key are anchored to; with none, of the only ones.
func (b bench) talks(key string) (hearsay.Anchor, error) {
	var keys []string
	for _, k := range b.Trace.Talks {
		keys = append(keys, k.Key)
	}
	switch {
	case len(keys) == 0:
		return hearsay.Anchor{}, fmt.Errorf("story %d: no talks are read in it; 'hearsay talks open' says that there are", b.Story.ID)
	case key == "" && len(keys) == 1:
		key = keys[0]
	case key == "":
		return hearsay.Anchor{}, usage("story %d has several talks: name one by --talks with its key (%s)", b.Story.ID, strings.Join(keys, ", "))
	}
	if at, ok := b.TalksAnchor(key); ok {
		return at, nil
	}
	return hearsay.Anchor{}, fmt.Errorf("story %d: no talks have the key %q; there are %s", b.Story.ID, key, strings.Join(keys, ", "))
}

func nameTalks(b bench, args []string) error {
	at, err := b.talks(b.opt.key)
	if err != nil {
		return err
	}
	return b.keep(hearsay.TalksDecision{Kind: hearsay.TalksName, At: []hearsay.Anchor{at}, Name: args[0]})
}

func closeTalks(b bench, _ []string) error {
	at, err := b.talks(b.opt.key)
	if err != nil {
		return err
	}
	return b.keep(hearsay.TalksDecision{Kind: hearsay.TalksClose, At: []hearsay.Anchor{at}})
}

func mergeTalks(b bench, keys []string) error {
	d := hearsay.TalksDecision{Kind: hearsay.TalksMerge}
	for _, key := range keys {
		at, err := b.talks(key)
		if err != nil {
			return err
		}
		d.At = append(d.At, at)
	}
	return b.keep(d)
}

// openTalks finds each of some words where they stand in a statement by which somebody
// deals with somebody.
func openTalks(b bench, all []string) error {
	d := hearsay.TalksDecision{Kind: hearsay.TalksOpen, Name: b.opt.name}
	for _, words := range all {
		at := b.dealt(words)
		if len(at) == 0 {
			return fmt.Errorf("story %d: no offer, demand or answer is read that has the words %q: write them as they are printed", b.Story.ID, words)
		}
		d.At = append(d.At, at...)
	}
	return b.keep(d)
}

func (b bench) dealt(words string) (all []hearsay.Anchor) {
	for i, r := range b.Trace.Records {
		for _, dealing := range r.Dealings {
			if has(view.Line(dealing.Words.In(r.Report.Text)), words) {
				all = append(all, b.Anchor(hearsay.Passage{Report: i, Span: dealing.Words}))
			}
		}
	}
	return all
}

func has(text, words string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(words))
}

func correctTalks(b bench, args []string) error {
	var all []hearsay.TalksDecision
	for _, pair := range args[1:] {
		field, value, ok := strings.Cut(pair, "=")
		if !ok || !slices.Contains(hearsay.TalksFields, hearsay.TalksField(field)) {
			return usage("%q corrects nothing: write FIELD=VALUE with one of %v", pair, hearsay.TalksFields)
		}
		part, err := b.part(args[0], hearsay.TalksField(field))
		if err != nil {
			return err
		}
		d := part.Correction(hearsay.TalksField(field), value, nil, b.Anchor)
		if d.Field == hearsay.FieldObliges {
			if d.Parties, err = b.parties(part, value); err != nil {
				return err
			}
			d.Value = ""
		}
		all = append(all, d)
	}
	return b.keep(all...)
}

func undoTalks(b bench, args []string) error {
	id, err := numberOf("decision", args[0])
	if err != nil {
		return err
	}
	i := slices.IndexFunc(b.Decided.All, func(d archive.Decision) bool { return d.ID == id })
	if i < 0 {
		return fmt.Errorf("story %d: decision %d is not of its talks; 'hearsay talks decisions' lists them", b.Story.ID, id)
	}
	if err := b.kept.UndoDecision(b.cmd.Context(), id); err != nil {
		return err
	}
	d := b.Decided.All[i]
	d.Undone = time.Now().UTC()
	return b.tell(d)
}

func listDecisions(b bench, _ []string) error {
	for _, d := range b.Decided.All {
		if err := b.tell(d); err != nil {
			return err
		}
	}
	return nil
}
