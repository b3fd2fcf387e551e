package talks

import (
	"strings"

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
		if t.who.kind(by) == hearsay.Outlet || t.mediators[by] || t.who.seats[by].actor < 0 && !t.who.seats[by].own || !t.isPrincipal(by) && !t.bears(it) {
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
		return it.Condition != nil && t.isOnly(it) || len(it.Terms) > 0 && it.Terms[0].Mode == hearsay.Prohibition
	case hearsay.DealingOffer:
		by := t.who.body(it.by)
		return by != nobody && !t.isPrincipal(by) && !t.mediators[by] && t.who.kind(by) == hearsay.Person
	case hearsay.DealingDemand:
		cue := it.Cue.In(it.text)
		return cue == "insists" || cue == "insisted" || it.Regardless != nil
	}
	return false
}

// bears reports whether what somebody says has to do with the talks: it speaks of a
// deal, or of what the terms are about.
func (t *table) bears(it *item) bool {
	if t.topics == nil {
		t.topics = map[string]bool{}
		for w := range dealt {
			t.topics[stem(w)] = true
		}
		for _, p := range t.proposals {
			for _, n := range p.terms {
				for w := range n.words0() {
					t.topics[w] = true
				}
			}
		}
	}
	for w := range read(it.Words.In(it.text)).words {
		if t.topics[w] {
			return true
		}
	}
	return false
}

// words0 are the words of a term that are no numbers.
func (n *term) words0() map[string]bool {
	out := map[string]bool{}
	for w := range n.content.words {
		if w[0] < '0' || w[0] > '9' {
			out[w] = true
		}
	}
	return out
}

// dealt are words of talks of any kind.
var dealt = setOf("deal talks offer price sale sell settlement agreement truce war peace strike vote coalition government dispute arbitration merger takeover " +
	"award ruling arbitrator sign accept proposal terms cease-fire retreat troops wage pay jobs plan demand negotiate negotiations concession compromise treaty court answer guarantee")

// isOnly reports whether a yes is given under its condition alone.
func (t *table) isOnly(it *item) bool {
	words := strings.ToLower(it.Condition.In(it.text))
	return t.isModal(it) || strings.HasPrefix(words, "only") || strings.HasPrefix(words, "unless") || strings.HasPrefix(words, "provided") || strings.HasPrefix(words, "on condition")
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
	if it.Kind == hearsay.DealingPosition && n.regard == hearsay.RegardNotStated && strings.Contains(it.Words.In(it.text), " must ") && (t.isOwnTerm(n) || !t.bearsOnTerms(n)) {
		return
	}
	if n.regard == hearsay.OnCondition && !n.threat && makesOffer(it.Words.In(it.text)) {
		return
	}
	for _, p := range t.positions {
		if (p.by == by || t.who.body(p.by) == t.who.body(by)) && p.alike(n.content) {
			p.merge(n)
			return
		}
	}
	t.positions = append(t.positions, n)
}

// bearsOnTerms reports whether a position has a word of a term that somebody put:
// what must be, by a saying or a comparison, is no position.
func (t *table) bearsOnTerms(n *position) bool {
	for _, p := range t.proposals {
		for _, m := range p.terms {
			for w := range m.words0() {
				if n.content.words[w] {
					return true
				}
			}
		}
	}
	return false
}

// makesOffer reports whether some words say that somebody would make an offer: on its
// condition that is a proposal, and no position.
func makesOffer(words string) bool {
	all := strings.Fields(strings.ToLower(words))
	for i, w := range all {
		if making[w] {
			for _, o := range all[i+1 : min(len(all), i+5)] {
				if wholes[strings.Trim(o, ",.")] {
					return true
				}
			}
		}
	}
	return false
}

var making = setOf("make makes table submit put")

// isOwnTerm reports whether a position only says again what its party has put.
func (t *table) isOwnTerm(n *position) bool {
	for _, p := range t.proposals {
		for _, m := range p.terms {
			if p.by == t.who.body(n.by) && m.alike(n.content) {
				return true
			}
		}
	}
	return false
}

func (p *position) merge(n *position) {
	p.said = append(p.said, n.said...)
	if p.regard == hearsay.RegardNotStated {
		p.regard, p.condition = n.regard, n.condition
	}
	p.threat = p.threat || n.threat
}
