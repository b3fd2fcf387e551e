package attribute

import (
	"cmp"
	"slices"

	"hearsay"
)

// What a page's layout gives to somebody (see hearsay.Utterance) is a reading
// too. Its cue is the colon or dash that ties words and speaker, as PolNeAR has
// it; where their place alone does, it has none. It stands beside the readings
// that the labellings find, and each of these is judged by where its own cue stands:
//
//	MS. ORL : We wait . The ministry says it needs a week .
//	        └ in the label: the same reading, left out
//	                                 └ in the speech: within it, and no content reaches beyond it
//
//	The envoy wrote on Tuesday :
//	           └ outside: if it has all the words, the post is within it; if some, they are the post's alone
//	@dana_orl : We wait .

// How sure an utterance is, by its kind, as log probability in units of
// 1/linear.Scale. In PolNeAR train and dev all 84 turns and 29 quotations that
// layout shows are somebody's speech, and 44 and 29 of them are annotated so (one
// interview's 40 turns are not annotated as such); of posts there is but one,
// so that their figure is a guess on the low side.
const (
	sureTurn  = -13 // 0.95
	sureQuote = -13 // 0.95
	surePost  = -41 // 0.85
)

// utterance is an utterance in tokens.
type utterance struct {
	reading
	label extent // from its first word of speaker or mark to its last
}

// withUtterances adds the document's utterances to the readings found and tells
// anew which stands within which. Without utterances nothing changes.
func withUtterances(doc *hearsay.Document, readings []reading, within []int) ([]reading, []int) {
	spoken := utterances(doc)
	if len(spoken) == 0 {
		return readings, within
	}
	m := merger{spoken: spoken, outer: make([]int, len(spoken)), all: slices.Clone(readings), within: slices.Clone(within)}
	for u := range m.outer {
		m.outer[u] = -1
	}
	m.dropped = make([]bool, len(m.all))
	for i := range readings {
		m.judge(i)
	}
	for u, s := range spoken {
		m.all, m.within, m.dropped = append(m.all, s.reading), append(m.within, m.outer[u]), append(m.dropped, false)
	}
	return m.inOrder()
}

// utterances returns the document's utterances as readings, in order of place.
func utterances(doc *hearsay.Document) []utterance {
	var out []utterance
	for _, u := range doc.Utterances {
		speaker := extents(doc, []hearsay.Span{u.Speaker})
		s := utterance{reading: reading{layout: true, content: extents(doc, u.Content), sure: confidence{cue: sureOf(u.Kind)}}}
		if len(speaker) == 0 || len(s.content) == 0 {
			continue
		}
		s.source, s.label = speaker[0], speaker[0]
		if u.Mark != nil {
			for _, mark := range extents(doc, []hearsay.Span{*u.Mark}) {
				s.cue = mark
				s.label = extent{min(s.label.first, mark.first), max(s.label.end, mark.end)}
			}
		}
		out = append(out, s)
	}
	return out
}

func sureOf(kind hearsay.UtteranceKind) int32 {
	switch kind {
	case hearsay.UtteranceTurn:
		return sureTurn
	case hearsay.UtteranceQuote:
		return sureQuote
	}
	return surePost
}

// merger brings utterances and readings together. The readings come first in
// all, then the utterances; within and dropped are parallel to it.
type merger struct {
	spoken  []utterance
	outer   []int // for each utterance the reading it stands within, -1 for none
	all     []reading
	within  []int
	dropped []bool
}

// judge decides what becomes of reading i, by the utterances near it.
func (m *merger) judge(i int) {
	r := &m.all[i]
	reach := r.reach()
	for u := m.firstNear(reach); u < len(m.spoken) && m.spoken[u].reach().first < reach.end; u++ {
		s := &m.spoken[u]
		switch {
		case s.label.overlaps(r.cue):
			m.dropped[i] = true
			return
		case s.covers(r.cue):
			r.content = inside(r.content, s.content)
			m.dropped[i] = len(r.content) == 0
			if m.within[i] < 0 || !s.covers(m.all[m.within[i]].cue) {
				m.within[i] = len(m.dropped) + u
			}
			return
		case len(without(s.content, r.content)) == 0:
			m.outer[u] = i
		default:
			r.content = without(r.content, s.content)
			if m.dropped[i] = len(r.content) == 0; m.dropped[i] {
				return
			}
		}
	}
}

// firstNear returns the first utterance that does not end before e begins.
func (m *merger) firstNear(e extent) int {
	at, _ := slices.BinarySearchFunc(m.spoken, e.first, func(u utterance, first int) int {
		if u.reach().end <= first {
			return -1
		}
		return 1
	})
	return at
}

// reach is the range from the first to the last token of the utterance.
func (u utterance) reach() extent {
	return u.reading.reach().join(u.label)
}

// reach is the range from the first to the last token of cue and content.
func (r reading) reach() extent {
	e := r.cue
	for _, c := range r.content {
		e = e.join(c)
	}
	return e
}

// join returns the smallest range that has both; an empty one counts for nothing.
func (e extent) join(f extent) extent {
	switch {
	case e.len() == 0:
		return f
	case f.len() == 0:
		return e
	}
	return extent{min(e.first, f.first), max(e.end, f.end)}
}

// inside returns what of runs lies within others.
func inside(runs, others []extent) []extent {
	var left []extent
	for _, r := range runs {
		for _, o := range others {
			if r.overlaps(o) {
				left = append(left, extent{max(r.first, o.first), min(r.end, o.end)})
			}
		}
	}
	return left
}

// inOrder returns what is left, by place, and renumbers which stands within
// which. What stood within a dropped reading stands within that one's outer.
func (m *merger) inOrder() ([]reading, []int) {
	for i := range m.within {
		for m.within[i] >= 0 && m.dropped[m.within[i]] {
			m.within[i] = m.within[m.within[i]]
		}
	}
	var order []int
	for i := range m.all {
		if !m.dropped[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.all[a].place(), m.all[b].place()) })
	place := make([]int, len(m.all))
	for n, i := range order {
		place[i] = n
	}
	readings, within := make([]reading, len(order)), make([]int, len(order))
	for n, i := range order {
		readings[n], within[n] = m.all[i], -1
		if outer := m.within[i]; outer >= 0 {
			within[n] = place[outer]
		}
	}
	breakCircles(within)
	return readings, within
}

// place is where a reading stands among others: at its cue or, without one, at
// its first word.
func (r reading) place() int {
	if r.cue.len() == 0 {
		return min(r.source.first, r.content[0].first)
	}
	return r.cue.first
}
