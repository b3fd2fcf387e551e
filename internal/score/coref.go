package score

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// CorefDocument is a treebank document with the mentions that people marked and
// those that a system resolved.
type CorefDocument struct {
	Doc    *hearsay.Document
	Gold   []gold.EntityMention
	System []Reference // in order of Head; at most one for each
}

// Reference is a mention, by the token the others of its words hang on, and the
// actor a system takes it for.
type Reference struct {
	Head   int
	Actor  int // equal for mentions of one actor of a document; -1: nobody
	Naming int // the head of the mention that names the actor; -1: none does
}

// CorefGroup is one sort of mention in the result of Coreference.
type CorefGroup string

// The groups of mentions.
const (
	CorefNames   CorefGroup = "names"
	CorefHeShe   CorefGroup = "he, she"
	CorefIt      CorefGroup = "it"
	CorefThey    CorefGroup = "they"
	CorefSpeaker CorefGroup = "I, we in a quotation"
	CorefNominal CorefGroup = "noun phrases"
	CorefOutside CorefGroup = "I, we, you elsewhere"
)

// CorefGroups lists the groups in the order of a table. The last is not part of
// the whole: outside of quotations the text does not say who speaks.
var CorefGroups = []CorefGroup{CorefNames, CorefHeShe, CorefIt, CorefThey, CorefSpeaker, CorefNominal, CorefOutside}

// Share is how many of some things are right.
type Share struct {
	Right int `json:"right"`
	All   int `json:"all"`
}

// Value returns the share, 0 of nothing.
func (s Share) Value() float64 { return ratio(s.Right, s.All) }

func (s *Share) count(right bool) {
	s.All++
	if right {
		s.Right++
	}
}

func (s Share) plus(t Share) Share { return Share{s.Right + t.Right, s.All + t.All} }

// CorefResult counts mentions of persons and organisations whose entity has a
// name somewhere in the document.
type CorefResult struct {
	Groups map[CorefGroup]Share

	// Precision and recall of B³ (Bagga & Baldwin 1998) over the mentions of
	// persons and organisations that both sides have, and their number.
	B3Precision, B3Recall float64
	B3Mentions            int
}

// Coreference counts a mention as right if the mention that names the actor it
// was taken for is one of its own entity.
func Coreference(docs []CorefDocument) CorefResult {
	out := CorefResult{Groups: map[CorefGroup]Share{}}
	for _, d := range docs {
		d.count(&out)
		d.bCubed(&out)
	}
	if out.B3Mentions > 0 {
		out.B3Precision /= float64(out.B3Mentions)
		out.B3Recall /= float64(out.B3Mentions)
	}
	return out
}

// Whole returns the share over all groups but the last.
func (r CorefResult) Whole() Share {
	var all Share
	for _, g := range CorefGroups {
		if g != CorefOutside {
			all = all.plus(r.Groups[g])
		}
	}
	return all
}

// Pronouns returns the share over the pronouns of the third person and the
// speakers of quotations.
func (r CorefResult) Pronouns() Share {
	return r.Groups[CorefHeShe].plus(r.Groups[CorefIt]).plus(r.Groups[CorefThey]).plus(r.Groups[CorefSpeaker])
}

func (d CorefDocument) count(out *CorefResult) {
	named, entities, naming := d.index()
	for _, g := range d.Gold {
		if isPersonOrBody(g) && named[g.Entity] {
			share := out.Groups[d.group(g)]
			share.count(isOf(g, naming, entities))
			out.Groups[d.group(g)] = share
		}
	}
}

// index returns which entities have a name, the entities of each token that is
// the core of a mention of theirs, and for each head of a system's mention the
// head of the one that names its actor, if it has a name.
func (d CorefDocument) index() (named map[string]bool, entities map[int][]string, naming map[int]int) {
	named, entities, naming = map[string]bool{}, map[int][]string{}, map[int]int{}
	for _, g := range d.Gold {
		for t := g.Core[0]; t < g.Core[1]; t++ {
			entities[t] = append(entities[t], g.Entity)
		}
		if g.Form == gold.NamedMention {
			named[g.Entity] = true
		}
	}
	for _, s := range d.System {
		if s.Actor >= 0 && s.Naming >= 0 {
			naming[s.Head] = s.Naming
		}
	}
	return named, entities, naming
}

// CorefRight counts the pronouns and noun phrases, of whatever class, that are
// taken for their own entity: for one with a name, and for nobody who has a name
// where their entity has none.
func CorefRight(mentions []gold.EntityMention, system []Reference) (named, unnamed int) {
	d := CorefDocument{Gold: mentions, System: system}
	names, entities, naming := d.index()
	for _, g := range mentions {
		n, ok := naming[g.Head]
		switch {
		case g.Form == gold.NamedMention:
		case names[g.Entity] && ok && slices.Contains(entities[n], g.Entity):
			named++
		case !names[g.Entity] && !ok:
			unnamed++
		}
	}
	return named, unnamed
}

// isOf reports whether a mention in place of g was taken for g's entity.
func isOf(g gold.EntityMention, naming map[int]int, entities map[int][]string) bool {
	for t := g.Core[0]; t < g.Core[1]; t++ {
		if n, ok := naming[t]; ok {
			return slices.Contains(entities[n], g.Entity)
		}
	}
	return false
}

func isPersonOrBody(g gold.EntityMention) bool {
	return g.Class == "person" || g.Class == "organization"
}

func (d CorefDocument) group(g gold.EntityMention) CorefGroup {
	switch g.Form {
	case gold.NamedMention:
		return CorefNames
	case gold.NominalMention:
		return CorefNominal
	}
	switch word := strings.ToLower(d.Doc.Words(g.Head)); word {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return CorefHeShe
	case "it", "its", "itself":
		return CorefIt
	case "they", "them", "their", "theirs", "themselves", "'em", "em":
		return CorefThey
	default:
		if d.Doc.Tokens[g.Head].Quote.Depth > 0 && !strings.HasPrefix(word, "you") {
			return CorefSpeaker
		}
	}
	return CorefOutside
}

// bCubed adds to the sums of B³. Where mentions share words the longest counts.
func (d CorefDocument) bCubed(out *CorefResult) {
	longest := map[int]gold.EntityMention{}
	for _, g := range d.Gold {
		for t := g.Core[0]; t < g.Core[1]; t++ {
			if known, ok := longest[t]; isPersonOrBody(g) && (!ok || known.End-known.First < g.End-g.First) {
				longest[t] = g
			}
		}
	}
	type pair struct {
		entity string
		actor  int
	}
	var both []pair
	entity, actor, shared := map[string]int{}, map[int]int{}, map[pair]int{}
	for _, s := range d.System {
		if g, ok := longest[s.Head]; ok && s.Actor >= 0 {
			p := pair{g.Entity, s.Actor}
			both = append(both, p)
			entity[p.entity]++
			actor[p.actor]++
			shared[p]++
		}
	}
	for _, p := range both {
		out.B3Precision += ratio(shared[p], actor[p.actor])
		out.B3Recall += ratio(shared[p], entity[p.entity])
	}
	out.B3Mentions += len(both)
}

// Table writes the result for a person: percentages, with the count each rests on.
func (r CorefResult) Table(w io.Writer) error {
	var b strings.Builder
	row := func(name string, s Share) { fmt.Fprintf(&b, "  %-28s %7s %6d\n", name, percent(s.Value()), s.All) }
	fmt.Fprintf(&b, "%-30s %7s %6s\n", "who is meant", "right", "of")
	for _, g := range CorefGroups {
		row(string(g), r.Groups[g])
	}
	row("pronouns", r.Pronouns())
	row("all but the last group", r.Whole())
	fmt.Fprintf(&b, "  %-28s %7s P %s R %6d\n", "B³", percent(r.B3Precision), percent(r.B3Recall), r.B3Mentions)
	_, err := io.WriteString(w, b.String())
	return err
}

// Measured returns the figures that floors are for.
func (r CorefResult) Measured() []Measured {
	var out []Measured
	for _, f := range []struct {
		name string
		s    Share
	}{{"names", r.Groups[CorefNames]}, {"he, she", r.Groups[CorefHeShe]}, {"pronouns", r.Pronouns()}, {"whole", r.Whole()}} {
		out = append(out, Measured{"who " + f.name, f.s.Value(), f.s.All})
	}
	return out
}
