package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// decidedIn lays what people decided of the talks of stories over a trace of their
// reports, and says how they are looked at.
func decidedIn(cmd *cobra.Command, args []string, t *hearsay.Trace) (view.Look, error) {
	stories, _ := cutStories(args)
	if len(stories) == 0 {
		return view.Look{}, nil
	}
	var o archiveOptions
	o.folder, _ = cmd.Flags().GetString("archive")
	o.database, _ = cmd.Flags().GetString("database")
	kept, err := o.open(cmd)
	if err != nil {
		return view.Look{}, err
	}
	defer kept.Close()
	hashes := map[string]string{} // by what recordsOf calls a revision
	var all []archive.Decision
	for _, id := range stories {
		story, err := kept.Story(cmd.Context(), id)
		if err != nil {
			return view.Look{}, err
		}
		decisions, err := kept.Decisions(cmd.Context(), story.ID)
		if err != nil {
			return view.Look{}, err
		}
		all = append(all, decisions...)
		if err := nameRevisions(cmd, kept, story.ID, hashes); err != nil {
			return view.Look{}, err
		}
	}
	revisions := make([]string, len(t.Records))
	for i, r := range t.Records {
		revisions[i] = hashes[r.Report.Path]
	}
	return lookOf(dossier.Decide(t, revisions, all)), nil
}

func nameRevisions(cmd *cobra.Command, kept *archive.Archive, story archive.StoryID, hashes map[string]string) error {
	reports, err := kept.ReportsOf(cmd.Context(), story)
	if err != nil {
		return err
	}
	for _, r := range reports {
		revisions, err := kept.Revisions(cmd.Context(), r.ID)
		if err != nil {
			return err
		}
		for _, v := range revisions {
			hashes[revisionName(v)] = string(v.Hash)
		}
	}
	return nil
}

func lookOf(d dossier.Decided) view.Look {
	var look view.Look
	for _, h := range d.Holding {
		look.Decided = append(look.Decided, view.Decided{ID: h.ID, Kind: h.Kind, Field: h.Field, Value: view.Line(h.Value), Editor: view.Line(h.Editor), Note: view.Line(h.Note), When: h.Added})
	}
	return look
}

// part returns the one part of the talks that has a field and some words.
func (b bench) part(words string, field hearsay.TalksField) (view.TalksPart, error) {
	var found []view.TalksPart
	for _, p := range view.PartsOf(&b.Trace, view.Look{}) {
		isField := slices.ContainsFunc(p.Values, func(v view.FieldValue) bool { return v.Field == field })
		said := slices.ContainsFunc(p.Said, func(s view.SayingLine) bool { return has(s.Words, words) })
		if isField && (has(p.Words, words) || said) && (b.opt.of == "" || has(p.By, b.opt.of)) {
			found = append(found, p)
		}
	}
	if exact := slices.IndexFunc(found, func(p view.TalksPart) bool { return strings.EqualFold(p.Words, words) }); len(found) > 1 && exact >= 0 {
		return found[exact], nil
	}
	switch len(found) {
	case 0:
		return view.TalksPart{}, fmt.Errorf("story %d: nothing of its talks that has %s has the words %q: write them as 'hearsay talks --words' shows them", b.Story.ID, withArticle(field), words)
	case 1:
		return found[0], nil
	}
	var told []string
	for _, p := range found {
		told = append(told, strings.TrimPrefix(p.By+": “"+p.Words+"”", ": "))
	}
	return view.TalksPart{}, fmt.Errorf("story %d: several have the words %q: write more of them, or say whose with --of: %s", b.Story.ID, words, strings.Join(told, "; "))
}

func withArticle(field hearsay.TalksField) string {
	if strings.IndexByte("aeiou", field[0]) >= 0 {
		return "an " + string(field)
	}
	return "a " + string(field)
}

// parties returns the parties with some names.
func (b bench) parties(p view.TalksPart, names string) (all []hearsay.Anchor, err error) {
	for name := range strings.SplitSeq(names, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		i := slices.IndexFunc(p.Parties, func(c view.PartyChoice) bool { return strings.EqualFold(c.Name, name) })
		if i < 0 {
			var known []string
			for _, c := range p.Parties {
				known = append(known, c.Name)
			}
			return nil, usage("%q has no part in the talks; there are %s", name, strings.Join(known, "; "))
		}
		all = append(all, b.Anchor(p.Parties[i].At))
	}
	return all, nil
}
