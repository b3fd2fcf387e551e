// Package revision says what a later version of a report changed, and what of it
// the report's own note admits.
//
//	before ─► edition ─┐                        ┌► quotes ──┐
//	                   ├► paragraphs ─► sentences ─► figures ─┼► against the note ─► Update
//	after ──► edition ─┘   matched      matched  └► sources ─┘
//
// Paragraphs are matched first, then the sentences of each matched pair, then
// words. What differs is named by what it is of: a figure, a source, a quotation, a
// stance, or text. A change of one of the first three that no note admits is silent.
//
// That is all that is said: not why, and not whether it was right.
package revision

import (
	"slices"

	"hearsay"
	"hearsay/internal/address"
)

// Updates compares each revision of a report among the records with the one
// before it. It leaves out revisions that changed nothing.
func Updates(records []hearsay.Record) []hearsay.Update {
	var updates []hearsay.Update
	for _, report := range reports(records) {
		for i := 1; i < len(report); i++ {
			u := Compare(records[report[i-1]], records[report[i]])
			if len(u.Changes) == 0 {
				continue
			}
			u.Revises, u.Report = report[i-1], report[i]
			updates = append(updates, u)
		}
	}
	return updates
}

// reports groups the records that are revisions of one report, each group in the
// order in which they stood, the groups by their first record.
func reports(records []hearsay.Record) [][]int {
	g := grouping{records: records, at: map[string]int{}, nameless: map[string][]candidate{}}
	for i, r := range records {
		switch key := address.Key(r.Report.URL); {
		case key != "":
			g.add(key, i)
		case r.Report.Outlet != "":
			g.addNameless(i)
		}
	}
	for _, group := range g.groups {
		slices.SortStableFunc(group, func(a, b int) int {
			return records[a].Report.Stood().Compare(records[b].Report.Stood())
		})
	}
	return g.groups
}

// grouping is records on their way into groups.
type grouping struct {
	records  []hearsay.Record
	groups   [][]int
	at       map[string]int         // by the key of an address
	nameless map[string][]candidate // by outlet
}

// candidate is a group of records without an address, with the words of its first.
type candidate struct {
	group int
	bag   bag
}

func (g *grouping) add(key string, i int) {
	at, known := g.at[key]
	if !known {
		at = len(g.groups)
		g.groups, g.at[key] = append(g.groups, nil), at
	}
	g.groups[at] = append(g.groups[at], i)
}

// addNameless adds a record without an address to the group of a report that it is
// a revision of: one of the same outlet, without an address too, that says nearly
// the same.
func (g *grouping) addNameless(i int) {
	r := g.records[i].Report
	words := bagOf(r.Text)
	for _, c := range g.nameless[r.Outlet] {
		if similarity(words, c.bag) >= nearlySame {
			g.groups[c.group] = append(g.groups[c.group], i)
			return
		}
	}
	g.nameless[r.Outlet] = append(g.nameless[r.Outlet], candidate{len(g.groups), words})
	g.groups = append(g.groups, []int{i})
}

// nearlySame is what two texts must share to be one report's, in thousandths.
const nearlySame = 600

// Compare returns what the later of two revisions changed. Their positions in a
// trace are left zero. Any two records can be compared; two that tell nothing
// alike are all removed and added.
func Compare(before, after hearsay.Record) hearsay.Update {
	c := &comparison{before: newEdition(before), after: newEdition(after)}
	c.readNotes()
	c.heading()
	for _, m := range c.match() {
		switch {
		case m.a < 0:
			c.added(&c.after.paragraphs[m.b])
		case m.b < 0:
			c.removed(&c.before.paragraphs[m.a])
		default:
			c.paragraph(&c.before.paragraphs[m.a], &c.after.paragraphs[m.b], m.moved)
		}
	}
	u := hearsay.Update{Changes: c.changes}
	for _, n := range c.notes {
		u.Note = append(u.Note, n.Span)
	}
	return u
}

// comparison is two editions and what was found between them so far.
type comparison struct {
	before, after *edition
	notes         []notice // those that the later edition has new
	changes       []hearsay.Change
}
