package talks

import (
	"hearsay"
)

// position is where somebody stands, by all that tells it.
type position struct {
	content
	by        seat
	words     hearsay.Passage
	regard    hearsay.Regard
	condition *hearsay.Passage
	threat    bool
	said      []int
}

// stand gathers positions: those that say so, threats, and yeses on a condition.
func (t *table) stand() {
	for i := range t.items {
		it := &t.items[i]
		if !t.isPosition(it) || it.by == nobody {
			continue
		}
		by := t.who.speaker(it.by)
		if t.who.kind(by) == hearsay.Outlet || t.mediators[by] || t.who.seats[by].actor < 0 {
			continue
		}
		t.addPosition(i, by)
	}
}

func (t *table) isPosition(it *item) bool {
	switch it.Kind {
	case hearsay.DealingPosition, hearsay.DealingThreat:
		return true
	case hearsay.DealingAccept:
		return it.Condition != nil || len(it.Terms) > 0 && it.Terms[0].Mode == hearsay.Prohibition
	case hearsay.DealingDemand:
		cue := it.Cue.In(it.text)
		return cue == "insists" || cue == "insisted" || it.Regardless != nil
	}
	return false
}

func (t *table) addPosition(i int, by seat) {
	it := &t.items[i]
	n := &position{content: read(it.Words.In(it.text)), by: by, threat: it.Kind == hearsay.DealingThreat, said: []int{i}}
	if len(n.content.words) < 2 {
		return
	}
	n.words = hearsay.Passage{Report: it.report, Span: it.Words}
	n.condition = t.passage(it, it.Condition)
	switch {
	case it.Regardless != nil:
		n.regard = hearsay.Regardless
	case it.Condition != nil:
		n.regard = hearsay.OnCondition
	}
	for _, p := range t.positions {
		if p.by == by && p.alike(n.content) {
			p.merge(n)
			return
		}
	}
	t.positions = append(t.positions, n)
}

func (p *position) merge(n *position) {
	p.said = append(p.said, n.said...)
	if p.regard == hearsay.RegardNotStated {
		p.regard, p.condition = n.regard, n.condition
	}
	p.threat = p.threat || n.threat
}
