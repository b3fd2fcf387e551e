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

// links joins each report of an origin after the first to one before it. Where a
// report is tied only to later ones, the way to it goes through them.
func (m *match) links(reports []int, members []int) []hearsay.Link {
	linked, set := []int{reports[0]}, m.sets.of(members[0])
	links := map[int]hearsay.Link{}
	for len(linked) < len(reports) {
		l, ok := m.nextLink(set, reports, linked, links)
		if !ok {
			break
		}
		links[l.Report] = l
		linked = append(linked, l.Report)
	}
	var out []hearsay.Link
	for _, r := range reports[1:] {
		if l, ok := links[r]; ok {
			out = append(out, l)
		}
	}
	return out
}

// nextLink finds the earliest report that is not linked yet and is tied to one
// that is.
func (m *match) nextLink(set int, reports, linked []int, links map[int]hearsay.Link) (hearsay.Link, bool) {
	for _, r := range reports {
		if slices.Contains(linked, r) {
			continue
		}
		if from, t := m.bestTie(set, linked, r); t != nil {
			return m.link(from, r, *t, links), true
		}
	}
	return hearsay.Link{}, false
}

// bestTie returns the tie of a set that says most plainly why a report has what
// one of others has, and which of them that is.
func (m *match) bestTie(set int, linked []int, report int) (from int, best *tie) {
	for _, x := range linked {
		for i, t := range m.ties {
			a, b := m.tellings[t.a].report, m.tellings[t.b].report
			isBetween := a == x && b == report || a == report && b == x
			if isBetween && m.sets.of(t.a) == set && (best == nil || plainness[t.why] > plainness[best.why]) {
				from, best = x, &m.ties[i]
			}
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
