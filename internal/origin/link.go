package origin

import (
	"cmp"
	"slices"

	"hearsay"
)

// origins makes an origin of each set of tellings, the earliest first, and tells
// whether there may be more. next is the ID of the next origin.
func (m *match) origins(next *int) (all []hearsay.Origin, atLeast bool) {
	members := map[int][]int{}
	var order []int
	for i := range m.tellings {
		s := m.sets.of(i)
		if members[s] == nil {
			order = append(order, s)
		}
		members[s] = append(members[s], i)
		atLeast = atLeast || m.unshown[i]
	}
	for _, s := range order {
		o := m.origin(members[s])
		o.ID = *next
		*next++
		all = append(all, o)
	}
	return all, atLeast
}

// origin makes an origin of tellings in the order of publication.
func (m *match) origin(members []int) hearsay.Origin {
	o := hearsay.Origin{Identity: hearsay.OutletIdentity}
	for _, i := range members {
		o.Places = append(o.Places, m.tellings[i].place)
		if !slices.Contains(o.Reports, m.tellings[i].report) {
			o.Reports = append(o.Reports, m.tellings[i].report)
		}
	}
	slices.SortFunc(o.Places, comparePlaces)
	m.identify(&o, members)
	o.Links = m.links(o.Reports, members)
	return o
}

func comparePlaces(a, b hearsay.Place) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Part, b.Part), cmp.Compare(a.Index, b.Index))
}

// identify says who the origin is: the voice at the end of the first telling that
// leads farthest.
func (m *match) identify(o *hearsay.Origin, members []int) {
	best := nobody
	for _, i := range members {
		t := &m.tellings[i]
		if t.isSourced() && !t.relays && (best == nobody || m.leadsFarther(t, &m.tellings[best])) {
			best = i
		}
	}
	if best == nobody {
		if first := &m.tellings[members[0]]; first.end != nobody {
			o.Identity = first.voice().Identity
		}
		return
	}
	t := &m.tellings[best]
	v := t.voice()
	o.Identity = v.Identity
	if v.actor != nobody {
		id := v.actor
		o.Actor = &id
	}
	if v.As != nil {
		words := t.passage(*v.As)
		o.Voice = &words
	}
}

// leadsFarther reports whether a telling's voice is nearer to where its claim
// comes from: one who is no outlet is nearer than an outlet.
func (m *match) leadsFarther(t, than *telling) bool {
	return !t.voice().isPress() && than.voice().isPress()
}

// links joins each report of an origin after the first to one before it: by the tie
// that says most plainly why, and of several to the one that was linked first. Where
// a report is tied only to later ones, the way to it goes through them.
func (m *match) links(reports []int, members []int) []hearsay.Link {
	g := m.growthOf(reports[0], members)
	for again := true; again; {
		again = false
		for _, r := range reports {
			if _, done := g.at[r]; done {
				continue
			}
			if from, t := g.best(m, r); t != nil {
				g.at[r] = len(g.at)
				g.links[r] = m.link(from, r, *t, g.links)
				again = true
			}
		}
	}
	out := make([]hearsay.Link, 0, len(reports)-1)
	for _, r := range reports[1:] {
		out = append(out, g.links[r])
	}
	return out
}

// growth is an origin whose reports are linked one after the other.
type growth struct {
	ties  map[int][]*tie // by report
	at    map[int]int    // of each linked report, when it was linked
	links map[int]hearsay.Link
}

func (m *match) growthOf(first int, members []int) growth {
	g := growth{map[int][]*tie{}, map[int]int{first: 0}, map[int]hearsay.Link{}}
	set := m.sets.of(members[0])
	for i := range m.ties {
		t := &m.ties[i]
		if m.sets.of(t.a) == set {
			a, b := m.tellings[t.a].report, m.tellings[t.b].report
			g.ties[a], g.ties[b] = append(g.ties[a], t), append(g.ties[b], t)
		}
	}
	return g
}

// best returns the tie between a report and those that are linked that says most
// plainly why it has what one of them has, and which of them that is.
func (g growth) best(m *match, report int) (from int, best *tie) {
	for _, t := range g.ties[report] {
		x := m.tellings[t.a].report
		if x == report {
			x = m.tellings[t.b].report
		}
		at, linked := g.at[x]
		if x == report || !linked {
			continue
		}
		if best == nil || plainness[t.why] > plainness[best.why] || plainness[t.why] == plainness[best.why] && at < g.at[from] {
			from, best = x, t
		}
	}
	return from, best
}

// plainness orders the reasons: that a report copies another says more than that
// it cites what the other cites.
var plainness = map[hearsay.LinkKind]int{
	hearsay.LinkCopies: 5, hearsay.LinkCredits: 4, hearsay.LinkCites: 3, hearsay.LinkSameSpeech: 2, hearsay.LinkUnshown: 1,
}

// link makes a link of a tie. From must be earlier: if it is not, the link goes on
// to where From itself has it from.
func (m *match) link(from, to int, t tie, links map[int]hearsay.Link) hearsay.Link {
	l := hearsay.Link{Report: to, From: from, Why: t.why, Evidence: slices.Clone(t.evidence)}
	for m.rank[l.From] > m.rank[to] {
		before := links[l.From]
		l.From, l.Evidence = before.From, append(l.Evidence, before.Evidence...)
	}
	return l
}
