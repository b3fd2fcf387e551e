package talks

import (
	"cmp"
	"slices"

	"hearsay"
)

// # A person's decisions
//
// What a person decides is laid over what is read, and computed anew each time:
//
//	groups of dealings ──open, merge──► groups ──► talks ──name, close, correct──► talks as shown
//
// A decision is tied to words by the hash of their revision and their place in it.
// While these words are in the trace and something of talks rests on them, it holds,
// whatever new reports come in and whatever number the talks, the proposal or the
// term have then.

// Apply returns the talks of a trace as they are once a person's decisions are
// applied, in their order, and the positions of the decisions that found nothing to
// apply to: the words that they are anchored to are not in the trace, or nothing of
// talks rests on them any longer. Such a decision is kept, and shown as lost.
//
// revisions has the hash of each of the trace's records, as anchors give it. The
// trace is not changed; its own talks are those without any decision.
func Apply(trace hearsay.Trace, revisions []string, decisions []hearsay.TalksDecision) (applied []hearsay.Talks, lost []int) {
	a := overlay{trace: &trace, revisions: revisions, decisions: decisions, groups: groups(&trace), found: make([]bool, len(decisions))}
	a.regroup()
	for i := range a.groups {
		a.talks = append(a.talks, deal(&trace, a.groups[i]).conclude())
	}
	slices.SortStableFunc(a.talks, func(x, y hearsay.Talks) int { return cmp.Compare(told(y), told(x)) })
	for i := range a.talks {
		a.talks[i].ID = i
	}
	a.mark()
	for i, ok := range a.found {
		if !ok {
			lost = append(lost, i)
		}
	}
	return a.talks, lost
}

// told counts the sayings that the proposals and positions of talks rest on.
func told(k hearsay.Talks) int {
	n := 0
	for _, p := range k.Proposals {
		n += len(p.Said)
		for _, r := range p.Responses {
			n += len(r.Said)
		}
	}
	for _, p := range k.Positions {
		n += len(p.Said)
	}
	return n
}

// overlay lays decisions over what is read.
type overlay struct {
	trace     *hearsay.Trace
	revisions []string
	decisions []hearsay.TalksDecision
	found     []bool // of each decision
	groups    []group
	talks     []hearsay.Talks
}

// passages returns where the words of some anchors stand in the trace.
func (a *overlay) passages(anchors []hearsay.Anchor) []hearsay.Passage {
	var all []hearsay.Passage
	for _, at := range anchors {
		for i, revision := range a.revisions {
			if i < len(a.trace.Records) && revision == at.Revision && at.Span.Check(len(a.trace.Records[i].Report.Text)) == nil {
				all = append(all, hearsay.Passage{Report: i, Span: at.Span})
			}
		}
	}
	return all
}

// regroup opens and merges.
func (a *overlay) regroup() {
	for n, d := range a.decisions {
		at := a.passages(d.At)
		switch {
		case len(at) == 0:
		case d.Kind == hearsay.TalksOpen:
			a.open(n, at)
		case d.Kind == hearsay.TalksMerge:
			a.merge(n, at)
		}
	}
}

// dealingsAt returns the dealings whose words some passages overlap.
func (a *overlay) dealingsAt(at []hearsay.Passage) []key {
	var all []key
	for _, p := range at {
		for i, d := range a.trace.Records[p.Report].Dealings {
			if d.Words.Overlaps(p.Span) {
				all = append(all, key{p.Report, i})
			}
		}
	}
	return all
}

// open makes a group of the dealings at some words and of all that go with them,
// unless they are of talks already.
func (a *overlay) open(n int, at []hearsay.Passage) {
	a.found[n] = true
	mark := hearsay.Mark{Decision: n, Kind: hearsay.TalksOpen}
	keys := a.dealingsAt(at)
	for i := range a.groups {
		if g := &a.groups[i]; slices.ContainsFunc(keys, g.has) {
			g.forced, g.marks = true, append(g.marks, mark)
			return
		}
	}
	g := group{keys: map[key]bool{}, forced: true, at: &at[0], marks: []hearsay.Mark{mark}}
	for _, k := range keys {
		g.keys[k] = true
	}
	a.gatherAround(&g)
	a.groups = append(a.groups, g)
}

// gatherAround adds to a group all dealings of its strands that no other group has.
func (a *overlay) gatherAround(g *group) {
	all := deal(a.trace, group{})
	for _, s := range all.strands() {
		if !slices.ContainsFunc(s, func(i int) bool { return g.keys[all.items[i].key()] }) {
			continue
		}
		for _, i := range s {
			if k := all.items[i].key(); !slices.ContainsFunc(a.groups, func(o group) bool { return o.has(k) }) {
				g.keys[k] = true
			}
		}
	}
}

// merge puts the groups that some words are of into the first of them.
func (a *overlay) merge(n int, at []hearsay.Passage) {
	keys := a.dealingsAt(at)
	var kept []group
	into := -1
	for _, g := range a.groups {
		switch {
		case !slices.ContainsFunc(keys, g.has):
			kept = append(kept, g)
		case into < 0:
			into, kept = len(kept), append(kept, g)
		default:
			kept[into] = kept[into].with(g)
			a.found[n] = true
		}
	}
	if a.found[n] {
		kept[into].marks = append(kept[into].marks, hearsay.Mark{Decision: n, Kind: hearsay.TalksMerge})
		a.groups = kept
	}
}

// with returns a group with another's dealings.
func (g group) with(o group) group {
	out := group{forced: g.forced || o.forced, at: cmp.Or(g.at, o.at), marks: append(slices.Clone(g.marks), o.marks...)}
	if g.keys == nil || o.keys == nil {
		return out
	}
	out.keys = map[key]bool{}
	for _, keys := range []map[key]bool{g.keys, o.keys} {
		for k := range keys {
			out.keys[k] = true
		}
	}
	return out
}

// mark names, closes and corrects.
func (a *overlay) mark() {
	for n, d := range a.decisions {
		at := a.passages(d.At)
		if len(at) == 0 {
			continue
		}
		if d.Kind == hearsay.TalksCorrect {
			a.found[n] = a.correct(n, d, at)
			continue
		}
		k := a.talksAt(at)
		if k == nil {
			continue
		}
		m := hearsay.Mark{Decision: n, Kind: d.Kind}
		switch d.Kind {
		case hearsay.TalksName:
			k.Title, k.Marks = d.Name, append(k.Marks, m)
		case hearsay.TalksClose:
			k.Closed, k.Marks = true, append(k.Marks, m)
		case hearsay.TalksOpen, hearsay.TalksMerge:
			k.Title = cmp.Or(d.Name, k.Title)
			k.Closed = k.Closed && d.Kind != hearsay.TalksOpen
			continue
		}
		a.found[n] = true
	}
}

// talksAt returns the talks of which most rests on some words; nil for none.
func (a *overlay) talksAt(at []hearsay.Passage) *hearsay.Talks {
	best, most := -1, 0
	for i := range a.talks {
		n := 0
		for _, p := range at {
			n += restingOn(a.talks[i], p)
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return nil
	}
	return &a.talks[best]
}

// restingOn counts the bytes of a passage on which something of talks rests.
func restingOn(k hearsay.Talks, p hearsay.Passage) int {
	best := overlap([]hearsay.Passage{k.Anchor}, p)
	each := func(said []hearsay.Saying) { best = max(best, overlapSaid(said, p)) }
	for _, x := range k.Proposals {
		each(x.Said)
		for _, r := range x.Responses {
			each(r.Said)
		}
	}
	for _, x := range k.Positions {
		each(x.Said)
	}
	for _, x := range k.Awaited {
		each(x.Said)
	}
	for _, x := range k.Deadlines {
		best = max(best, overlapDeadline(x, p))
	}
	for _, x := range k.Rounds {
		for _, m := range x.Moves {
			each([]hearsay.Saying{m.Saying})
		}
	}
	return best
}

func overlapSaid(said []hearsay.Saying, p hearsay.Passage) int {
	best := 0
	for _, s := range said {
		best = max(best, overlap([]hearsay.Passage{s.Words}, p))
	}
	return best
}

func overlapDeadline(d hearsay.TalksDeadline, p hearsay.Passage) int {
	best := 0
	for _, m := range d.Changes {
		best = max(best, overlap([]hearsay.Passage{m.Words}, p))
	}
	return best
}

// overlap counts the bytes that a passage has in common with the one of some others
// that has most.
func overlap(all []hearsay.Passage, p hearsay.Passage) int {
	best := 0
	for _, o := range all {
		if o.Report == p.Report {
			best = max(best, min(o.Span.End, p.Span.End)-max(o.Span.Start, p.Span.Start))
		}
	}
	return best
}
