package talks

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"hearsay"
)

// # Several negotiations in one story
//
// Most stories have one. A wage round may run beside a takeover, though, and a
// coalition be built while a truce is sought:
//
//	dealings ──► linked by who deals with whom, or by one party and a subject ──► strands
//	    strand: Orl Ferries, the union      pay, percent      ─┐
//	    strand: Orl Ferries, Hale Group     shares, crowns    ─┴─► two talks, if each stands by itself
//
// Two dealings are of one strand if two of those who deal are the same, or one is
// and two words of what is dealt in are. What names nobody goes with what stands
// nearest before it. Strands are told apart only where each would be talks by itself,
// has a principal who has no part in the other, and is told of in reports of its own
// or shares no subject. All else stays together: to split one negotiation is worse
// than to show two as one.

// group is the dealings that one negotiation is read from.
type group struct {
	keys   map[key]bool // nil: all of the story
	forced bool         // a person says that they are talks
	at     *hearsay.Passage
	marks  []hearsay.Mark
}

// key names a dealing of a trace.
type key struct{ report, index int }

func (it *item) key() key { return key{it.report, it.index} }

func (g *group) has(k key) bool { return g.keys == nil || g.keys[k] }

// groups returns the negotiations of a story as they are read.
func groups(trace *hearsay.Trace) []group {
	all := deal(trace, group{})
	if len(all.items) == 0 {
		return nil
	}
	if own := all.tellApart(all.strands()); len(own) > 1 {
		return own
	}
	if all.negotiated {
		return []group{{}}
	}
	return nil
}

// strands links the dealings of a story, and returns the strands by size.
func (t *table) strands() [][]int {
	link := newLinks(len(t.items))
	t.linkAnswers(link)
	last := map[strandKey]int{}
	partners := t.partners(link)
	for i := range t.items {
		for _, k := range t.strandKeys(&t.items[i], partners) {
			if j, ok := last[k]; ok {
				link.join(i, j)
			}
			last[k] = i
		}
	}
	for i := range t.items {
		if it := &t.items[i]; len(t.topicOf(it)) < 2 || len(t.bodiesOf(it)) == 0 {
			if j := t.nearestBefore(i); j >= 0 {
				link.join(i, j)
			}
		}
	}
	return link.sets()
}

// linkAnswers links each answer to what it answers, where one report tells both.
func (t *table) linkAnswers(link links) {
	for _, p := range t.proposals {
		for _, r := range p.responses {
			for _, i := range r.said {
				for _, j := range p.said {
					if t.items[i].report == t.items[j].report {
						link.join(i, j)
					}
				}
			}
		}
	}
}

// partners returns with whom each body deals: those that a dealing names beside it,
// or that answer it in one report.
func (t *table) partners(link links) map[seat]map[seat]bool {
	out := map[seat]map[seat]bool{}
	for _, set := range link.sets() {
		var who []seat
		for _, i := range set {
			who = append(who, t.bodiesOf(&t.items[i])...)
		}
		for _, a := range who {
			for _, b := range who {
				if a != b {
					if out[a] == nil {
						out[a] = map[seat]bool{}
					}
					out[a][b] = true
				}
			}
		}
	}
	return out
}

// strandKey is something that two dealings of one strand have in common: two bodies;
// one that deals with no more than one other; or one and two words.
type strandKey struct {
	a, b seat
	x, y string
}

func (t *table) strandKeys(it *item, partners map[seat]map[seat]bool) []strandKey {
	var all []strandKey
	who, about := t.bodiesOf(it), t.topicOf(it)
	for i, a := range who {
		if len(partners[a]) < 2 {
			all = append(all, strandKey{a: a, b: nobody})
		}
		for _, b := range who[i+1:] {
			all = append(all, strandKey{a: min(a, b), b: max(a, b)})
		}
	}
	if len(who) == 0 {
		who = []seat{nobody}
	}
	for _, a := range who {
		for j, x := range about {
			for _, y := range about[j+1:] {
				all = append(all, strandKey{a: a, b: nobody, x: x, y: y})
			}
		}
	}
	return all
}

// bodiesOf returns who deals in an item, each body once.
func (t *table) bodiesOf(it *item) []seat {
	var all []seat
	add := func(s seat) {
		s = t.who.body(s)
		if k := t.who.kind(s); s != nobody && k != hearsay.Outlet && k != hearsay.CourtOfLaw && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	add(it.by)
	add(it.to)
	for _, w := range it.Terms {
		on, _ := t.who.of(it.report, w.On)
		add(on)
	}
	return all
}

// topicOf returns the stems of what an item deals in, without parties, numbers and
// words for any deal, in order.
func (t *table) topicOf(it *item) []string {
	set := map[string]bool{}
	for _, w := range it.Terms {
		for s := range read(w.Words.In(it.text)).words {
			set[s] = true
		}
	}
	if it.About != nil {
		for s := range read(it.About.In(it.text)).words {
			set[s] = true
		}
	}
	var all []string
	for s := range set {
		if s[0] > '9' && !anyDeal[s] && !t.isSeatWord(s) {
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return all[:min(len(all), 12)]
}

// anyDeal are stems of words that speak of any deal.
var anyDeal = stems("offer proposal plan draft deal talks demand agree agreement accept reject percent year years month months day days week weeks " +
	"new first second final more less least most answer reply by before after term terms text condition party side sides government")

// isSeatWord reports whether a stem is of the name of somebody at the table.
func (t *table) isSeatWord(s string) bool {
	if t.seatWords == nil {
		t.seatWords = map[string]bool{}
		for _, c := range t.who.seats {
			for w := range read(c.text).words {
				t.seatWords[w] = true
			}
		}
	}
	return t.seatWords[s]
}

// nearestBefore returns the item of the same report that stands nearest before one;
// the next after it where none does; -1 for none.
func (t *table) nearestBefore(i int) int {
	if i > 0 && t.items[i-1].report == t.items[i].report {
		return i - 1
	}
	if i+1 < len(t.items) && t.items[i+1].report == t.items[i].report {
		return i + 1
	}
	return -1
}

// tellApart returns the groups that are talks of their own; fewer than two where the
// story has no more than one.
func (t *table) tellApart(strands [][]int) []group {
	var own []*table
	for _, s := range strands[:min(len(strands), mostStrands)] {
		if len(s) < leastStrand {
			break
		}
		g := group{keys: map[key]bool{}}
		for _, i := range s {
			g.keys[t.items[i].key()] = true
		}
		if sub := deal(t.trace, g); sub.negotiated && !slices.ContainsFunc(own, func(o *table) bool { return !apartFrom(o, sub) }) {
			own = append(own, sub)
		}
	}
	if len(own) == 0 {
		return nil
	}
	return t.share(own, strands)
}

// A strand of fewer dealings is no talks, and no story has more talks.
const (
	leastStrand = 3
	mostStrands = 8
)

// apartFrom reports whether two negotiations are two: each has a principal that has no
// part in the other, and they are told of apart, or in the same reports but by nobody
// in common and of other things.
func apartFrom(a, b *table) bool {
	if !a.hasOwn(b) || !b.hasOwn(a) {
		return false
	}
	together, fewer := 0, min(len(a.reports()), len(b.reports()))
	for r := range a.reports() {
		if b.reports()[r] {
			together++
		}
	}
	same := a.sharesTopic(b)
	if a.sharesSeat(b) {
		return !same && 2*together < fewer
	}
	return !same || 3*together <= fewer
}

// hasOwn reports whether a negotiation has a principal whom the other does not know.
func (t *table) hasOwn(o *table) bool {
	return slices.ContainsFunc(t.principals, func(s seat) bool { return !o.isKnownAs(t.who.seats[s].text) })
}

// isKnownAs reports whether somebody of a name deals in a negotiation.
func (t *table) isKnownAs(name string) bool {
	for i := range t.items {
		for _, s := range t.bodiesOf(&t.items[i]) {
			if bareName(t.who.seats[s].text) == bareName(name) {
				return true
			}
		}
	}
	return false
}

func (t *table) sharesSeat(o *table) bool {
	return slices.ContainsFunc(t.principals, func(s seat) bool { return o.isKnownAs(t.who.seats[s].text) })
}

// reports are the positions of those that a negotiation is read from.
func (t *table) reports() map[int]bool {
	out := map[int]bool{}
	for i := range t.items {
		out[t.items[i].report] = true
	}
	return out
}

// sharesTopic reports whether the terms of two negotiations speak of one thing: they
// count one thing, or have a quarter of the words of the one with fewer in common.
func (t *table) sharesTopic(o *table) bool {
	mine, others := t.topicWords(), o.topicWords()
	shared := 0
	for u := range t.units() {
		if o.units()[u] {
			return true
		}
	}
	for w := range mine {
		if others[w] {
			shared++
		}
	}
	return shared > 0 && 4*shared >= min(len(mine), len(others))
}

func (t *table) topicWords() map[string]bool {
	out := map[string]bool{}
	for _, p := range t.proposals {
		for _, n := range p.terms {
			for w := range n.words0() {
				if !anyDeal[w] && !t.isSeatWord(w) {
					out[w] = true
				}
			}
		}
	}
	return out
}

// units are the stems of what the terms count.
func (t *table) units() map[string]bool {
	out := map[string]bool{}
	for _, p := range t.proposals {
		for _, n := range p.terms {
			for _, x := range n.numbers {
				if x.of != "" && !spans[x.of] {
					out[x.of] = true
				}
			}
		}
	}
	return out
}

// share gives each dealing to one of several negotiations: its own, or for a strand
// that is none by itself, the one that most of its dealings are nearest to.
func (t *table) share(own []*table, strands [][]int) []group {
	out := make([]group, len(own))
	for i, o := range own {
		out[i].keys = maps.Clone(o.group.keys)
	}
	if len(own) == 1 {
		return out
	}
	for _, s := range strands {
		var of []*item
		for _, i := range s {
			of = append(of, &t.items[i])
		}
		t.give(own, out, of)
	}
	for _, list := range [][]item{t.meetings, t.deeds} {
		for i := range list {
			t.give(own, out, []*item{&list[i]})
		}
	}
	return out
}

// give adds items that no group has to the one they are nearest to, the first of
// several.
func (t *table) give(own []*table, out []group, items []*item) {
	if slices.ContainsFunc(out, func(g group) bool { return g.keys[items[0].key()] }) {
		return
	}
	best, most := 0, 0
	for n, o := range own {
		near := 0
		for _, it := range items {
			near += t.nearness(o, it)
		}
		if near > most {
			best, most = n, near
		}
	}
	for _, it := range items {
		out[best].keys[it.key()] = true
	}
}

// nearness says how near an item is to a negotiation: by who deals in it, by whether
// its report speaks of the principals, and by how near in it others of the
// negotiation stand.
func (t *table) nearness(o *table, it *item) int {
	near := 0
	for _, s := range t.bodiesOf(it) {
		if o.isKnownAs(t.who.seats[s].text) {
			near += 1000
		}
	}
	for _, s := range o.principals {
		if strings.Contains(it.text, bareName(o.who.seats[s].text)) {
			near += 300
		}
	}
	beside := 0
	for i := range o.items {
		if x := &o.items[i]; x.report == it.report {
			beside = max(beside, 299-min(298, abs(x.Words.Start-it.Words.Start)/16))
		}
	}
	return near + beside
}

func abs(n int) int { return max(n, -n) }

// links joins items into sets (union and find).
type links []int

func newLinks(n int) links {
	l := make(links, n)
	for i := range l {
		l[i] = i
	}
	return l
}

func (l links) root(i int) int {
	for l[i] != i {
		l[i] = l[l[i]]
		i = l[i]
	}
	return i
}

func (l links) join(i, j int) {
	if a, b := l.root(i), l.root(j); a != b {
		l[max(a, b)] = min(a, b)
	}
}

// sets returns the sets, the largest first, of equal ones the earlier.
func (l links) sets() [][]int {
	at := map[int]int{}
	var all [][]int
	for i := range l {
		r := l.root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(all)
			all = append(all, nil)
		}
		all[at[r]] = append(all[at[r]], i)
	}
	slices.SortStableFunc(all, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	return all
}
