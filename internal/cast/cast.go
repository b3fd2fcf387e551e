// Package cast tells which actors of several reports are one, each with what
// shows it.
//
//	report 1   Prime Minister Matis Korrel · the Front ◄ Merrow Coast Front
//	report 2   Mr Korrel ◄ Matis Korrel · the Merrow Coast Front
//	report 3   the prime minister · the Front
//	             └──── one actor ───┘   └── another ──┘
//
// The actors of each record are gone over in passes, from what cannot be wrong to
// what may be; each joins what a person could give a reason for:
//
//	the same name                   Matis Korrel · Dravna Minerals            match.go
//	the outlet above a report       Pallas ◄ Pallas News Agency               outlet.go
//	a family name                   Mr Korrel ◄ Matis Korrel, the only one so called
//	a short form, initials          the Front · TST
//	an office                       the prime minister ◄ Prime Minister Matis Korrel
//	a noun for a body               the union ◄ the Dock and Quay Workers' Union
//
// A family name alone, without a full name anywhere in the story, joins nobody.
// Persons with different full names, and actors of kinds that exclude each other,
// never meet; nor do those whom a person has told apart.
package cast

import (
	"slices"
	"strings"

	"hearsay"
)

// Verdict is what a person has decided of two actors. As Actor, -1 stands for the
// outlet above a report.
type Verdict struct {
	A, B hearsay.ActorAt
	Same bool // they are one; else they are two
}

// Find returns the actors of a story's records, the one that most reports mention
// first. verdicts are followed before anything else.
func Find(records []hearsay.Record, verdicts []Verdict) []hearsay.StoryActor {
	var x Index
	for i, r := range records {
		x.Set(i, r)
	}
	return x.Find(records, verdicts)
}

// Index keeps the names of each record's actors, taken apart. The zero Index is empty
// and ready. It is not safe for use by several goroutines at once.
type Index struct {
	sheets []sheet
}

// sheet is what is kept of one record.
type sheet struct {
	actors []party
	outlet *party // above it; nil: it has none
}

// Set puts a record at a position: the next one, or that of one that it replaces.
func (x *Index) Set(position int, r hearsay.Record) {
	var h sheet
	for _, a := range r.Actors {
		h.actors = append(h.actors, party{hearsay.ActorAt{Report: position, Actor: a.ID}, firmKind(a.Kind), namesOf(r, a)})
	}
	if r.Report.Outlet != "" {
		n := readName(r.Report.Outlet)
		n.proper = true
		h.outlet = &party{hearsay.ActorAt{Report: position, Actor: -1}, hearsay.Outlet, []name{n}}
	}
	if position == len(x.sheets) {
		x.sheets = append(x.sheets, h)
	} else {
		x.sheets[position] = h
	}
}

// Find returns the actors of a story's records, which are those of the index.
func (x *Index) Find(records []hearsay.Record, verdicts []Verdict) []hearsay.StoryActor {
	c := newCasting(x, records)
	c.obey(verdicts)
	c.joinNames()
	c.joinOutlets()
	c.joinFamilyNames()
	c.joinShortForms()
	c.joinOffices()
	c.joinBodies()
	return c.actors()
}

// casting is one run over the actors of some records.
type casting struct {
	records []hearsay.Record
	parties []party  // the actors of the records, record by record, then the outlets above them
	first   []int    // of each record the position of its first actor
	above   []int    // of each record the position of the outlet above it, -1 for none
	group   []int    // of each party the one it was joined to, itself for none
	groups  []group  // of each party that stands for a group
	why     []string // of each party that was joined to another, what shows it
	apart   map[[2]int]bool
}

// party is an actor of one record, or the outlet above it.
type party struct {
	at    hearsay.ActorAt // Actor is -1 for an outlet above a report
	kind  hearsay.ActorKind
	names []name
}

// group is what is known of those that were joined.
type group struct {
	members []int
	kinds   []hearsay.ActorKind // none: nothing but an organisation, which may be anything; several: a person joined them
	full    *name               // a person's full name
	also    []*name             // other full names that a person says are its
}

func newCasting(x *Index, records []hearsay.Record) *casting {
	c := &casting{records: records, apart: map[[2]int]bool{}}
	for _, h := range x.sheets {
		c.first = append(c.first, len(c.parties))
		c.parties = append(c.parties, h.actors...)
	}
	for _, h := range x.sheets {
		c.above = append(c.above, -1)
		if h.outlet != nil {
			c.above[len(c.above)-1] = len(c.parties)
			c.parties = append(c.parties, *h.outlet)
		}
	}
	c.why, c.group, c.groups = make([]string, len(c.parties)), make([]int, len(c.parties)), make([]group, len(c.parties))
	for i := range c.parties {
		p := &c.parties[i]
		c.group[i], c.groups[i] = i, group{members: []int{i}, kinds: kindsOf(p.kind), full: p.fullName()}
	}
	return c
}

// firmKind returns a kind, "" for organisation: that is also what a name is taken
// for of which nothing is known.
func firmKind(k hearsay.ActorKind) hearsay.ActorKind {
	if k == hearsay.Organisation {
		return ""
	}
	return k
}

func kindsOf(k hearsay.ActorKind) []hearsay.ActorKind {
	if k == "" {
		return nil
	}
	return []hearsay.ActorKind{k}
}

// find returns the group of a party.
func (c *casting) find(i int) int {
	for c.group[i] != i {
		c.group[i] = c.group[c.group[i]]
		i = c.group[i]
	}
	return i
}

// join makes one of the groups of two parties if nothing speaks against it; why
// says of the later one what shows it.
func (c *casting) join(i, j int, why string) bool {
	a, b := c.find(i), c.find(j)
	if a == b {
		return true
	}
	if !c.may(a, b) {
		return false
	}
	c.unite(i, j, why)
	return true
}

// unite makes one of two groups, whatever speaks against it.
func (c *casting) unite(i, j int, why string) {
	a, b := c.find(i), c.find(j)
	if len(c.groups[b].members) > len(c.groups[a].members) {
		a, b = b, a
	}
	into, from := &c.groups[a], &c.groups[b]
	if later := max(i, j); c.why[later] == "" {
		c.why[later] = why
	}
	into.members = append(into.members, from.members...)
	into.kinds = bothKinds(into.kinds, from.kinds)
	into.takeNames(from)
	c.group[b] = a
}

func bothKinds(a, b []hearsay.ActorKind) []hearsay.ActorKind {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0 || anyRelated(a, b):
		return a
	}
	return append(slices.Clone(a), b...)
}

// takeNames keeps the fuller of two full names, and both where they are of two
// persons by their letters: somebody says that they are one.
func (g *group) takeNames(from *group) {
	g.also = append(g.also, from.also...)
	switch {
	case from.full == nil:
	case g.full == nil:
		g.full = from.full
	case !samePerson(*g.full, *from.full):
		g.also = append(g.also, from.full)
	case len(from.full.words) > len(g.full.words):
		g.full = from.full
	}
}

// mayBe reports whether one of a group's full names may be of the same person as
// one of another's; true where one has none.
func (g *group) mayBe(other *group) bool {
	if g.full == nil || other.full == nil {
		return true
	}
	for _, a := range append([]*name{g.full}, g.also...) {
		for _, b := range append([]*name{other.full}, other.also...) {
			if samePerson(*a, *b) {
				return true
			}
		}
	}
	return false
}

// may reports whether two groups may be one.
func (c *casting) may(a, b int) bool {
	x, y := &c.groups[a], &c.groups[b]
	if len(x.kinds) > 0 && len(y.kinds) > 0 && !anyRelated(x.kinds, y.kinds) {
		return false
	}
	return x.mayBe(y) && !c.toldApart(x, y)
}

// toldApart reports whether a person has told members of two groups apart.
func (c *casting) toldApart(x, y *group) bool {
	if len(c.apart) == 0 {
		return false
	}
	for _, i := range x.members {
		for _, j := range y.members {
			if c.apart[pair(i, j)] {
				return true
			}
		}
	}
	return false
}

func anyRelated(a, b []hearsay.ActorKind) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || related(x, y) {
				return true
			}
		}
	}
	return false
}

// related reports whether two kinds may be read of one actor: a ministry is of a
// government, and a mediator may be one.
func related(a, b hearsay.ActorKind) bool {
	state := []hearsay.ActorKind{hearsay.Government, hearsay.Ministry, hearsay.Mediator}
	return slices.Contains(state, a) && slices.Contains(state, b)
}

func pair(i, j int) [2]int { return [2]int{min(i, j), max(i, j)} }

// obey does as persons have decided: first what they told apart, so that nothing
// brings it together. What they say is one is joined even if names or kinds speak
// against it: one man's name is spelt in two ways, and kinds are misread.
func (c *casting) obey(verdicts []Verdict) {
	for _, v := range verdicts {
		i, j, ok := c.both(v)
		if ok && !v.Same {
			c.apart[pair(i, j)] = true
		}
	}
	for _, v := range verdicts {
		if i, j, ok := c.both(v); ok && v.Same {
			if a, b := c.find(i), c.find(j); a != b && !c.toldApart(&c.groups[a], &c.groups[b]) {
				c.unite(i, j, "a person says so")
			}
		}
	}
}

func (c *casting) both(v Verdict) (i, j int, ok bool) {
	i, okA := c.party(v.A)
	j, okB := c.party(v.B)
	return i, j, okA && okB
}

func (c *casting) party(at hearsay.ActorAt) (int, bool) {
	switch {
	case at.Report < 0 || at.Report >= len(c.records) || at.Actor < -1 || at.Actor >= len(c.records[at.Report].Actors):
		return 0, false
	case at.Actor == -1:
		return c.above[at.Report], c.above[at.Report] >= 0
	}
	return c.first[at.Report] + at.Actor, true
}

// index lists the parties by a key of theirs, the keys in the order in which they
// first come.
type index struct {
	keys []string
	at   map[string][]int
}

func (c *casting) index(keysOf func(p *party) []string) index {
	x := index{at: map[string][]int{}}
	for i := range c.parties {
		for _, k := range keysOf(&c.parties[i]) {
			if k == "" {
				continue
			}
			if _, known := x.at[k]; !known {
				x.keys = append(x.keys, k)
			}
			if at := x.at[k]; len(at) == 0 || at[len(at)-1] != i {
				x.at[k] = append(at, i)
			}
		}
	}
	return x
}

// only returns a member of the single group among some parties; -1 where there
// are none or several.
func (c *casting) only(parties []int) int {
	found := -1
	for _, i := range parties {
		if found >= 0 && c.find(i) != c.find(found) {
			return -1
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

func quoted(s string) string { return "“" + strings.TrimSpace(s) + "”" }
