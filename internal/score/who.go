package score

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// Who is whom a system takes some words of a report for.
type Who struct {
	Names []string // what it calls the actor: name and aliases; none: nobody it lists
	Named bool     // the report gives the actor a name
}

// SourceResult counts the sources of invented affairs by who is meant: of the
// attributions whose speaker the truth lists, and of those whose it does not,
// because the reports never name him. There a system must not give a name.
type SourceResult struct {
	Pronouns        Share `json:"pronouns"`
	UnnamedPronouns Share `json:"unnamed_pronouns"`
	Others          Share `json:"others"`
	UnnamedOthers   Share `json:"unnamed_others"`
}

// CountSources adds the sources of one report. at tells whom words mean.
func (r *SourceResult) CountSources(actors []gold.TrueActor, v gold.Revision, at func(hearsay.Span) Who) {
	known := map[string]gold.TrueActor{}
	for _, a := range actors {
		known[a.ID] = a
	}
	for _, a := range v.Attributions {
		if len(a.Source) == 0 || len(a.Chain) == 0 {
			continue
		}
		source := a.Source[0]
		truth, listed := known[a.Chain[len(a.Chain)-1].Actor]
		who := at(source)
		pronoun := isPronoun(source.In(v.Report.Text))
		switch {
		case listed && pronoun:
			r.Pronouns.count(sameActor(truth, who))
		case listed:
			r.Others.count(sameActor(truth, who))
		case pronoun:
			r.UnnamedPronouns.count(!who.Named)
		default:
			r.UnnamedOthers.count(!who.Named)
		}
	}
}

func isPronoun(words string) bool {
	switch strings.ToLower(words) {
	case "he", "she", "it", "they", "i", "we":
		return true
	}
	return false
}

// sameActor reports whether a system calls an actor by one of its true names.
func sameActor(truth gold.TrueActor, who Who) bool {
	names := map[string]bool{bareName(truth.Name): true}
	for _, a := range truth.Aliases {
		names[bareName(a)] = true
	}
	return slices.ContainsFunc(who.Names, func(n string) bool { return names[bareName(n)] })
}

// bareName drops what does not tell names apart: case, articles, commas, the
// kind of apostrophe, a possessive ending.
func bareName(name string) string {
	name = strings.ToLower(strings.NewReplacer("’", "'", ",", "").Replace(name))
	name = strings.TrimPrefix(name, "the ")
	return strings.TrimSuffix(strings.TrimSpace(name), "'s")
}

// Table writes the result for a person.
func (r SourceResult) Table(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-30s %7s %6s\n", "sources of the scenarios", "right", "of")
	for _, row := range []struct {
		name string
		s    Share
	}{
		{"pronouns", r.Pronouns}, {"pronouns for the unnamed", r.UnnamedPronouns},
		{"names and noun phrases", r.Others}, {"the same, for the unnamed", r.UnnamedOthers},
	} {
		fmt.Fprintf(&b, "  %-28s %7s %6d\n", row.name, percent(row.s.Value()), row.s.All)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Measured returns the figures that floors are for.
func (r SourceResult) Measured() []Measured {
	return []Measured{
		{"who pronoun sources", r.Pronouns.Value(), r.Pronouns.All},
		{"who other sources", r.Others.Value(), r.Others.All},
	}
}
