package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/api"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

const correctHelp = `Correct says what is right and wrong in a reading, and adds what it missed. What
you say is kept beside the record with who said it and when, is shown instead of what
was read (show, search, trace, the desk), outlives rereading, and can be undone.

  hearsay correct 12                      the attributions of report 12, with their numbers,
                                          and what was corrected
  hearsay correct accept 12 3             attribution 3 is right
  hearsay correct remove 12 3             it is none
  hearsay correct replace 12 3 --act denial --source "the mayor"
  hearsay correct add 12 --source "Mara Holt" --cue "made it clear" \
      --content "that the bridge stays closed" --identity named-person --actor "Mara Holt"
  hearsay correct undo 5                  take correction 5 back

Words are given as they stand in the report; of a content in several pieces each with
a --content of its own. A voice that the report keeps unnamed is never given a name.

Exit status: 0 all went well, 1 it is not in the archive or does not fit, 2 the command
line is wrong.`

const correctExamples = `  hearsay correct 12
  hearsay correct replace 12 3 --identity role
  hearsay correct add 12 --source "an aide" --cue "let it be known" --content "that talks would begin" --identity anonymous --through "Radio Drenn"`

// correctOptions are the flags of hearsay correct and of the verbs below it.
type correctOptions struct {
	archive      archiveOptions
	json         bool
	version      int
	editor, note string
	is           inWords
}

// inWords is what a person says stands in a report, in words.
type inWords struct {
	source, cue          string
	content              []string
	identity, actor      string
	through, act, stance string
	noSource, noCue      bool
}

func correctCommand() *cobra.Command {
	var o correctOptions
	cmd := &cobra.Command{
		Use:     "correct REPORT",
		Short:   "Correct a reading, or add an attribution that was missed",
		Long:    correctHelp,
		Example: correctExamples,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.with(cmd, args[0], func(c correcting) error { return c.list() })
		},
	}
	o.register(cmd)
	cmd.AddCommand(
		o.verb("accept REPORT NUMBER", "Say that an attribution is right", 2, correcting.accept),
		o.verb("remove REPORT NUMBER", "Say that an attribution is none", 2, correcting.remove),
		replaceCommand(), addAttributionCommand(), undoCorrectionCommand())
	return cmd
}

// register gives a verb the flags that all have.
func (o *correctOptions) register(cmd *cobra.Command) {
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON for each correction")
	f.IntVar(&o.version, "version", 0, "the `number` of a version (default: the one that stands now)")
}

// signing gives a verb that corrects its flags too.
func (o *correctOptions) signing(cmd *cobra.Command) {
	o.register(cmd)
	cmd.Flags().StringVar(&o.editor, "editor", "", "`name` of who says so (default: who is logged in)")
	cmd.Flags().StringVar(&o.note, "note", "", "`why`")
	markBeginning(cmd)
}

// verb is one by which a person judges an attribution as a whole.
func (correctOptions) verb(use, short string, args int, do func(correcting, []string) error) *cobra.Command {
	var o correctOptions
	name, _, _ := strings.Cut(use, " ")
	cmd := &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(args), Long: short + ". 'hearsay correct REPORT' numbers them.",
		Example: "  hearsay correct " + name + " 12 3",
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.with(cmd, args[0], func(c correcting) error { return do(c, args[1:]) })
		},
	}
	o.signing(cmd)
	return cmd
}

func replaceCommand() *cobra.Command {
	var o correctOptions
	cmd := &cobra.Command{
		Use: "replace REPORT NUMBER", Short: "Say what stands there instead", Args: cobra.ExactArgs(2),
		Long:    "Replace says what stands in parts of an attribution instead of what was read.\n'hearsay correct REPORT' numbers them.",
		Example: "  hearsay correct replace 12 3 --act denial\n  hearsay correct replace 12 3 --source \"the mayor of Orl\" --identity role",
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.with(cmd, args[0], func(c correcting) error { return c.replace(args[1:]) })
		},
	}
	o.signing(cmd)
	o.is.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.is.noSource, "no-source", false, "nobody is named")
	f.BoolVar(&o.is.noCue, "no-cue", false, "no word shows it, but place alone")
	return cmd
}

func addAttributionCommand() *cobra.Command {
	var o correctOptions
	cmd := &cobra.Command{
		Use: "add REPORT --content WORDS --identity IDENTITY", Short: "Add an attribution that was missed", Args: cobra.ExactArgs(1),
		Long: `Add adds an attribution that was not read. Its chain goes from the outlet, by way of
whoever --through names, to the source. A source that is named needs --actor, the name
as the report prints it; one that is not named gets none.`,
		Example: `  hearsay correct add 12 --source "Mara Holt" --cue "made it clear" --content "that the bridge stays closed" --identity named-person --actor "Mara Holt"
  hearsay correct add 12 --source "an aide" --cue "let it be known" --content "that talks would begin" --identity anonymous --through "Radio Drenn"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(o.is.content) == 0 || o.is.identity == "" {
				return usage("--content and --identity are needed: what is said, and how who says it is identified")
			}
			return o.with(cmd, args[0], func(c correcting) error { return c.add() })
		},
	}
	o.signing(cmd)
	o.is.register(cmd)
	cmd.Flags().StringVar(&o.is.through, "through", "", "`words` for an organisation or outlet between the report's own and the source")
	return cmd
}

func (r *inWords) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.source, "source", "", "the `words` for who says it")
	f.StringVar(&r.cue, "cue", "", "the `words` that show it: said, according to")
	f.StringArrayVar(&r.content, "content", nil, "the `words` that are said; several times for several pieces")
	f.StringVar(&r.identity, "identity", "", "how who says it is `identified`: "+listed(hearsay.Identities))
	f.StringVar(&r.actor, "actor", "", "`name` of who says it")
	f.StringVar(&r.act, "act", "", "what the statement `does`: "+listed(hearsay.Acts))
	f.StringVar(&r.stance, "stance", "", listed(hearsay.Stances))
}

func listed[T ~string](all []T) string {
	var words []string
	for _, one := range all {
		words = append(words, string(one))
	}
	return strings.Join(words, ", ")
}

func undoCorrectionCommand() *cobra.Command {
	var o correctOptions
	cmd := &cobra.Command{
		Use: "undo CORRECTION", Short: "Take a correction back", Args: cobra.ExactArgs(1),
		Long:    "Undo takes a correction back; 'hearsay correct REPORT' numbers it. It is kept.",
		Example: "  hearsay correct undo 5",
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := numberOf("correction", args[0])
			if err != nil {
				return err
			}
			a, err := o.archive.open(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			if err := a.Undo(cmd.Context(), id); err != nil {
				return err
			}
			found, err := a.CorrectionsSince(cmd.Context(), id-1, 1)
			if err != nil {
				return err
			}
			return o.tell(cmd, a, found)
		},
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON: the correction")
	markBeginning(cmd)
	return cmd
}

// correcting is one revision that a person corrects.
type correcting struct {
	correctOptions
	cmd      *cobra.Command
	archive  *archive.Archive
	revision archive.Revision
	shown    archive.View
}

func (o correctOptions) with(cmd *cobra.Command, report string, do func(correcting) error) error {
	a, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	named, err := reportNamed(cmd, a, report)
	if err != nil {
		return err
	}
	revisions, err := a.Revisions(cmd.Context(), named.ID)
	if err != nil {
		return err
	}
	revision, err := showOptions{version: o.version}.pick(named, revisions)
	if err != nil {
		return err
	}
	shown, err := a.View(cmd.Context(), revision.ID)
	if err != nil {
		return err
	}
	return do(correcting{o, cmd, a, revision, shown})
}

// list prints the attributions with their numbers, then the corrections.
func (c correcting) list() error {
	all, err := c.archive.Corrections(c.cmd.Context(), c.revision.Hash)
	if err != nil {
		return err
	}
	if !c.json {
		c.listAttributions()
	}
	return c.tell(c.cmd, c.archive, all)
}

func (c correcting) listAttributions() {
	w, text := c.cmd.OutOrStdout(), c.shown.Record.Report.Text
	for i, a := range c.shown.Record.Attributions {
		by := ""
		switch {
		case c.shown.Added[i]:
			by = "  · added by a person"
		case c.shown.Checked[i]:
			by = "  · checked by a person"
		}
		var pieces []string
		for _, piece := range a.Content {
			pieces = append(pieces, view.Line(piece.In(text)))
		}
		fmt.Fprintf(w, "%d  %s — %s: %s%s\n", i+1, cmp.Or(wordsAt(text, a.Source), "nobody named"), cmp.Or(wordsAt(text, a.Cue), "by place"), strings.Join(pieces, " … "), by)
	}
}

func wordsAt(text string, s *hearsay.Span) string {
	if s == nil {
		return ""
	}
	return view.Line(s.In(text))
}

// tell prints corrections.
func (o correctOptions) tell(cmd *cobra.Command, a *archive.Archive, all []archive.Correction) error {
	w := cmd.OutOrStdout()
	for _, c := range all {
		v, err := a.RevisionOf(cmd.Context(), c.Revision)
		if err != nil {
			return err
		}
		report, err := a.Original(cmd.Context(), v.ID)
		if err != nil {
			return err
		}
		if o.json {
			shown, err := api.CorrectionOf(c, report.Text)
			if err != nil {
				return err
			}
			encode(w, shown)
			continue
		}
		undone := ""
		if !c.Undone.IsZero() {
			undone = "  undone " + c.Undone.Local().Format("2006-01-02 15:04")
		}
		fmt.Fprintf(w, "correction %d  %s  %s: %s at “%s” %s%s%s\n", c.ID, c.Added.Local().Format("2006-01-02 15:04"), view.Line(c.Editor), c.Role,
			view.Line(c.Span.In(report.Text)), says(c, report.Text), noted(c.Note), undone)
	}
	return nil
}

// says tells a correction's verdict in words.
func says(c archive.Correction, text string) string {
	switch {
	case c.Verdict == archive.Missing:
		m, err := archive.ParseMissed(c.Value)
		if err != nil {
			return "cannot be read"
		}
		var pieces []string
		for _, piece := range m.Content {
			pieces = append(pieces, view.Line(piece.In(text)))
		}
		return fmt.Sprintf("was missed: %s: %s", cmp.Or(wordsAt(text, m.Source), "nobody named"), strings.Join(pieces, " … "))
	case c.Verdict != archive.Instead:
		return "is " + string(c.Verdict)
	case c.Role == archive.RoleSource || c.Role == archive.RoleCue || c.Role == archive.RoleContent || c.Role == archive.RoleWithin:
		spans, err := archive.ParseSpans(c.Value)
		if err != nil {
			return "cannot be read"
		}
		var pieces []string
		for _, piece := range spans {
			pieces = append(pieces, "“"+view.Line(piece.In(text))+"”")
		}
		return "is " + strings.Join(pieces, " … ")
	}
	return "is " + view.Line(c.Value)
}

// attribution returns the attribution with a number.
func (c correcting) attribution(arg string) (a hearsay.Attribution, err error) {
	n, err := numberOf("attribution", arg)
	if err != nil {
		return a, err
	}
	if int(n) > len(c.shown.Record.Attributions) {
		return a, fmt.Errorf("report %d has no attribution %d: it has %d", c.revision.Report, n, len(c.shown.Record.Attributions))
	}
	return c.shown.Record.Attributions[n-1], nil
}

// keep keeps corrections and prints them.
func (c correcting) keep(all ...archive.Correction) error {
	editor, err := editorOr(c.editor)
	if err != nil {
		return err
	}
	for i := range all {
		all[i].Revision, all[i].Editor, all[i].Note = c.revision.Hash, editor, c.note
		if all[i], err = c.archive.Correct(c.cmd.Context(), all[i]); err != nil {
			return err
		}
	}
	return c.tell(c.cmd, c.archive, all)
}

func (c correcting) judge(args []string, v archive.Verdict) error {
	a, err := c.attribution(args[0])
	if err != nil {
		return err
	}
	return c.keep(archive.Correction{Span: archive.Anchor(a), Role: archive.RoleAttribution, Verdict: v})
}

func (c correcting) accept(args []string) error { return c.judge(args, archive.Right) }

func (c correcting) remove(args []string) error { return c.judge(args, archive.Wrong) }

// replace says what stands in parts of an attribution. The cue goes last: the others
// are found by it.
func (c correcting) replace(args []string) error {
	a, err := c.attribution(args[0])
	if err != nil {
		return err
	}
	base, near := archive.Correction{Span: archive.Anchor(a), Verdict: archive.Instead}, a.Content[0]
	var all []archive.Correction
	say := func(role archive.Role, value string) {
		if value != "" {
			made := base
			made.Role, made.Value = role, value
			all = append(all, made)
		}
	}
	say(archive.RoleIdentity, c.is.identity)
	say(archive.RoleActor, c.is.actor)
	say(archive.RoleAct, c.is.act)
	say(archive.RoleStance, c.is.stance)
	for _, part := range []struct {
		role  archive.Role
		words []string
		none  bool
	}{{archive.RoleSource, words(c.is.source), c.is.noSource}, {archive.RoleContent, c.is.content, false}, {archive.RoleCue, words(c.is.cue), c.is.noCue}} {
		if part.none {
			made := base
			made.Role, made.Verdict = part.role, archive.Wrong
			all = append(all, made)
			continue
		}
		spans, err := c.find(part.words, near)
		if err != nil {
			return err
		}
		say(part.role, archive.FormatSpans(spans))
	}
	if len(all) == 0 {
		return usage("nothing is different: say what stands there, or 'hearsay correct accept'")
	}
	return c.keep(all...)
}

func words(one string) []string {
	if one == "" {
		return nil
	}
	return []string{one}
}

// find returns where words stand in the report, each nearest to a span.
func (c correcting) find(all []string, near hearsay.Span) (spans []hearsay.Span, err error) {
	text := c.shown.Record.Report.Text
	for _, one := range all {
		at, best := -1, 0
		for from := 0; ; {
			i := strings.Index(text[from:], one)
			if i < 0 || one == "" {
				break
			}
			i += from
			if far := max(near.Start-i, i-near.Start); at < 0 || far < best {
				at, best = i, far
			}
			from = i + len(one)
		}
		if at < 0 {
			return nil, fmt.Errorf("%q does not stand in report %d: give the words as they are printed", one, c.revision.Report)
		}
		spans = append(spans, hearsay.Span{Start: at, End: at + len(one)})
	}
	slices.SortFunc(spans, func(a, b hearsay.Span) int { return a.Start - b.Start })
	return spans, nil
}

// add adds a missed attribution.
func (c correcting) add() error {
	text := c.shown.Record.Report.Text
	if n := strings.Count(text, c.is.content[0]); n > 1 {
		return fmt.Errorf("%q stands %d times in report %d: give more words of it", c.is.content[0], n, c.revision.Report)
	}
	content, err := c.find(c.is.content, hearsay.Span{})
	if err != nil {
		return err
	}
	m := archive.Missed{Content: content, Act: hearsay.Act(c.is.act), Stance: hearsay.Stance(c.is.stance)}
	one := func(given string) *hearsay.Span {
		spans, failed := c.find(words(given), content[0])
		if failed != nil {
			err = failed
		}
		if len(spans) == 0 {
			return nil
		}
		return &spans[0]
	}
	m.Source, m.Cue = one(c.is.source), one(c.is.cue)
	if through := one(c.is.through); through != nil {
		m.Chain = append(m.Chain, archive.MissedVoice{Words: through, Actor: c.is.through, Identity: hearsay.NamedOrganisation})
	}
	if err != nil {
		return err
	}
	m.Chain = append(m.Chain, archive.MissedVoice{Words: m.Source, Actor: c.is.actor, Identity: hearsay.Identity(c.is.identity)})
	return c.keep(archive.Correction{Span: m.Anchor(), Role: archive.RoleAttribution, Verdict: archive.Missing, Value: m.Value()})
}
