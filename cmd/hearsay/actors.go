package main

import (
	"cmp"
	"context"
	"fmt"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay/internal/api"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
	"hearsay/reader"
	"hearsay/tracer"
)

const actorsHelp = `Actors lists who speaks and acts in a story: each actor once, with all its names
and what shows that each of them means it. Private persons are left out.

What you say of actors stays, also when reports arrive or are read anew, and holds in
trace, on the desk and in its API until you undo it:

  hearsay actors 3                               the actors of story 3
  hearsay actors merge 3 "the Front" 7           these two are one
  hearsay actors split 3 "Coast Front" "Front"   whoever is called "Front" is somebody else
  hearsay actors verdicts 3                      what was said of them, and undone
  hearsay actors undo 2                          take verdict 2 back

An actor is named by its number in the list, or by one of its names as printed. A
voice that the reports keep unnamed is never made one with anybody.

Exit status: 0 all went well, 1 there is no such story or actor, or it is refused,
2 the command line is wrong.`

const actorsExamples = `  hearsay actors 3
  hearsay actors merge 3 "Matis Korrel" "Mathis Korel" --note "two spellings"`

// actorsOptions are the flags of hearsay actors and of the verbs below it.
type actorsOptions struct {
	archive      archiveOptions
	json         bool
	editor, note string
}

func actorsCommand() *cobra.Command {
	var o actorsOptions
	cmd := &cobra.Command{
		Use:     "actors STORY",
		Short:   "List who speaks in a story, merge and split them",
		Long:    actorsHelp,
		Example: actorsExamples,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.archive.withStory(cmd, args[0], func(_ *archive.Archive, d *dossier.Dossier) error { return o.list(cmd, d) })
		},
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON for each actor")
	cmd.AddCommand(mergeActorsCommand(), splitActorsCommand(), verdictsCommand(), undoVerdictCommand())
	return cmd
}

// withStory opens a story's dossier and has something done with it.
func (o archiveOptions) withStory(cmd *cobra.Command, story string, do func(*archive.Archive, *dossier.Dossier) error) error {
	id, err := numberOf("story", story)
	if err != nil {
		return err
	}
	a, err := o.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	d, err := dossier.NewShelf(a, tracer.New, time.Now).Story(cmd.Context(), archive.StoryID(id))
	if err != nil {
		return err
	}
	return do(a, d)
}

func (o actorsOptions) list(cmd *cobra.Command, d *dossier.Dossier) error {
	w := cmd.OutOrStdout()
	for _, m := range api.Cast(d) {
		if o.json {
			encode(w, m)
			continue
		}
		unnamed := ""
		if m.Unnamed {
			unnamed = ", unnamed"
		}
		fmt.Fprintf(w, "actor %d  %s  %s%s  %d reports\n", m.Actor, view.Line(m.Name), m.Kind, unnamed, max(len(m.Reports), len(m.Publishes)))
		for _, alias := range m.Aliases {
			fmt.Fprintf(w, "    “%s”  %s\n", view.Line(alias.Words), view.Line(alias.Why))
		}
	}
	if o.json {
		return nil
	}
	return o.tellVerdicts(cmd, d.Verdicts, d.Loose)
}

// tellVerdicts tells what persons said; of those in loose that it says nothing now.
func (o actorsOptions) tellVerdicts(cmd *cobra.Command, all, loose []archive.ActorVerdict) error {
	isLoose := map[int64]bool{}
	for _, v := range loose {
		isLoose[v.ID] = true
	}
	w := cmd.OutOrStdout()
	for _, v := range all {
		if o.json {
			encode(w, api.ActorVerdictOf(v))
			continue
		}
		says, state := "is not", ""
		if v.Same {
			says = "is"
		}
		switch {
		case !v.Undone.IsZero():
			state = fmt.Sprintf("  undone %s %s", v.Undone.Local().Format("2006-01-02 15:04"), view.Line(v.UndoneBy))
		case isLoose[v.ID]:
			state = "  says nothing of what is read now"
		}
		fmt.Fprintf(w, "verdict %d  %s  %s: “%s” %s “%s”%s%s\n", v.ID, v.Added.Local().Format("2006-01-02 15:04"), view.Line(v.Editor),
			view.Line(strings.Join(v.A.Names, "”, “")), says, view.Line(strings.Join(v.B.Names, "”, “")), noted(v.Note), state)
	}
	return nil
}

func noted(note string) string {
	if note == "" {
		return ""
	}
	return " (" + view.Line(note) + ")"
}

// judging gives a verb that keeps a verdict its flags.
func (o *actorsOptions) judging(cmd *cobra.Command) {
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON: the verdict")
	f.StringVar(&o.editor, "editor", "", "`name` of who says so (default: who is logged in)")
	markBeginning(cmd)
}

// editorOr returns who says so: as given, or whoever is logged in.
func editorOr(given string) (string, error) {
	name := given
	if u, err := user.Current(); name == "" && err == nil {
		name = cmp.Or(u.Username, u.Name)
	}
	if name == "" {
		return "", usage("--editor is missing: say who says so")
	}
	return name, nil
}

// judge keeps what a person says of a story's actors.
func (o actorsOptions) judge(cmd *cobra.Command, story string, says func(*dossier.Dossier) (archive.ActorVerdict, error)) error {
	editor, err := editorOr(o.editor)
	if err != nil {
		return err
	}
	return o.archive.withStory(cmd, story, func(a *archive.Archive, d *dossier.Dossier) error {
		v, err := says(d)
		if err != nil {
			return err
		}
		v.Editor, v.Note = editor, o.note
		kept, err := a.JudgeActors(cmd.Context(), v)
		if err != nil {
			return err
		}
		return o.tellVerdicts(cmd, []archive.ActorVerdict{kept}, nil)
	})
}

func mergeActorsCommand() *cobra.Command {
	var o actorsOptions
	cmd := &cobra.Command{
		Use: "merge STORY ACTOR ACTOR", Short: "Say that two actors are one", Args: cobra.ExactArgs(3),
		Long: "Merge says that two actors of a story are one. Each is named by its number in\n'hearsay actors STORY', or by one of its names as printed.",
		Example: `  hearsay actors merge 3 "Matis Korrel" "Mathis Korel"
  hearsay actors merge 3 2 7 --note "the ministry's own site says so"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.judge(cmd, args[0], func(d *dossier.Dossier) (v archive.ActorVerdict, err error) {
				first, err := d.ActorCalled(args[1])
				if err != nil {
					return v, err
				}
				second, err := d.ActorCalled(args[2])
				if err != nil {
					return v, err
				}
				return d.Merge(first, second)
			})
		},
	}
	o.judging(cmd)
	cmd.Flags().StringVar(&o.note, "note", "", "`why`")
	return cmd
}

func splitActorsCommand() *cobra.Command {
	var o actorsOptions
	cmd := &cobra.Command{
		Use: "split STORY ACTOR NAME …", Short: "Say that some names of an actor are somebody else's", Args: cobra.MinimumNArgs(3),
		Long: "Split says that whoever the reports of a story call by these names is not the\nactor. Names are given as 'hearsay actors STORY' prints them.",
		Example: `  hearsay actors split 3 "Merrow Coast Front" "the Front" "Front"
  hearsay actors split 3 2 "the ministry"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.judge(cmd, args[0], func(d *dossier.Dossier) (v archive.ActorVerdict, err error) {
				actor, err := d.ActorCalled(args[1])
				if err != nil {
					return v, err
				}
				return d.Split(actor, args[2:]...)
			})
		},
	}
	o.judging(cmd)
	cmd.Flags().StringVar(&o.note, "note", "", "`why`")
	return cmd
}

func verdictsCommand() *cobra.Command {
	var o actorsOptions
	cmd := &cobra.Command{
		Use: "verdicts STORY", Short: "List what was said of a story's actors", Args: cobra.ExactArgs(1),
		Long:    "Verdicts lists what persons said of a story's actors, also what they took back.",
		Example: "  hearsay actors verdicts 3",
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.archive.withStory(cmd, args[0], func(_ *archive.Archive, d *dossier.Dossier) error { return o.tellVerdicts(cmd, d.Verdicts, d.Loose) })
		},
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON for each")
	markBeginning(cmd)
	return cmd
}

func undoVerdictCommand() *cobra.Command {
	var o actorsOptions
	cmd := &cobra.Command{
		Use: "undo VERDICT", Short: "Take a verdict on actors back", Args: cobra.ExactArgs(1),
		Long:    "Undo takes back what was said of actors; 'hearsay actors verdicts STORY' numbers it.\nIt is kept, with who undid it.",
		Example: "  hearsay actors undo 2",
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := numberOf("verdict", args[0])
			if err != nil {
				return err
			}
			editor, err := editorOr(o.editor)
			if err != nil {
				return err
			}
			a, err := o.archive.open(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			if err := a.UndoActorVerdict(cmd.Context(), id, editor); err != nil {
				return err
			}
			v, err := a.ActorVerdict(cmd.Context(), id)
			if err != nil {
				return err
			}
			return o.tellVerdicts(cmd, []archive.ActorVerdict{v}, nil)
		},
	}
	o.judging(cmd)
	return cmd
}

// rebuildClaims compares the stories that have changed and keeps their claims.
func rebuildClaims(cmd *cobra.Command, a *archive.Archive, r *reader.Reader) error {
	shelf := dossier.NewShelf(a, tracer.New, time.Now)
	shelf.Keep(r.Version().Version)
	progress := newTally(cmd.ErrOrStderr(), "stories compared")
	defer progress.clear()
	all, err := a.Untraced(cmd.Context(), r.Version().Version, 1<<30)
	if err != nil {
		return err
	}
	err = shelf.Rebuild(cmd.Context(), func(done int) { progress.at(done, max(done, len(all))) })
	if cmd.Context().Err() != nil {
		return errStopped
	}
	return err
}

// storyVerdicts returns what persons said of the actors of stories, for records that
// were taken out of the archive.
func storyVerdicts(ctx context.Context, a *archive.Archive, stories []archive.StoryID) (all []archive.ActorVerdict, hashes map[string]archive.Hash, err error) {
	hashes = map[string]archive.Hash{}
	for _, id := range stories {
		story, err := a.Story(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		verdicts, err := a.ActorVerdicts(ctx, story.ID)
		if err != nil {
			return nil, nil, err
		}
		for _, v := range verdicts {
			for _, m := range []archive.Mention{v.A, v.B} {
				revision, err := a.RevisionOf(ctx, m.Revision)
				if err != nil {
					return nil, nil, err
				}
				hashes[revisionName(revision)] = m.Revision
			}
		}
		all = append(all, verdicts...)
	}
	return all, hashes, nil
}
