package origin

import (
	"strings"

	"hearsay"
)

// # An organisation without its name
//
// Where a report calls an organisation only "the union" or "the company", it may
// not be clear to the reader which one is meant. Among those that vouch for one
// claim it mostly is:
//
//	the union          the Dock and Quay Workers' Union     the name ends so
//	the union          the union, in another report         both are called so
//	the company        Corvane Terminals                    the only organisation among them

// bodies are the heads of phrases for organisations by what they are.
var bodies = set(`union ministry army government board party council authority agency institute office movement front police
	tribunal court committee league federation association inspectorate service navy parliament`)

// firms are the heads of phrases that suit any enterprise.
var firms = set("company firm group operator owner fund bank carrier manufacturer enterprise corporation developer")

// tieDescribed ties the tellings of organisations that are called by what they are.
func (m *match) tieDescribed() {
	first := map[string]int{} // of each word, the telling whose organisation is called so first
	for i := range m.tellings {
		head := m.described(&m.tellings[i])
		if head == "" {
			continue
		}
		if j, ok := first[head]; !ok {
			first[head] = i
		} else if bodies[head] {
			a, b := &m.tellings[j], &m.tellings[i]
			m.tie(j, i, hearsay.LinkSameSpeech, a.named(a.end), b.named(b.end))
			continue
		}
		if j := m.meant(i, head); j != nobody {
			a, b := &m.tellings[j], &m.tellings[i]
			m.tie(j, i, hearsay.LinkSameSpeech, a.named(a.end), b.named(b.end))
		}
	}
}

// described returns by what a telling's voice is called if it is an organisation
// whose name the report is not known to give; "" for others.
func (m *match) described(t *telling) string {
	if !t.isSourced() || t.voice().Identity != hearsay.NamedOrganisation || t.voice().actor != nobody && m.proper[t.voice().actor] {
		return ""
	}
	first, _, _ := strings.Cut(t.called, " ")
	head := lastWord(t.called)
	if first != "the" || !bodies[head] && !firms[head] {
		return ""
	}
	return head
}

// meant returns the telling whose organisation is called so too; nobody: there is
// none, or several differ.
func (m *match) meant(i int, head string) int {
	found := nobody
	for _, j := range m.firstOfVoices() {
		o := &m.tellings[j]
		if j == i || !o.isSourced() || m.described(o) != "" || o.voice().Identity != hearsay.NamedOrganisation || !m.isCalled(o, head) {
			continue
		}
		if found != nobody && m.sets.of(found) != m.sets.of(j) && m.voiceSet(found) != m.voiceSet(j) {
			return nobody
		}
		if found == nobody {
			found = j
		}
	}
	return found
}

func (m *match) voiceSet(i int) int {
	if who := m.tellings[i].voice().who; who != nobody {
		return m.aliases.of(who)
	}
	return nobody
}

// isCalled reports whether a telling's organisation may be called by a word.
func (m *match) isCalled(o *telling, head string) bool {
	v := o.voice()
	if lastWord(o.called) == head {
		return true
	}
	if v.actor == nobody || !m.proper[v.actor] || v.isPress() {
		return false
	}
	return firms[head] || lastWord(m.nameOf(m.trace.Actors[v.actor].Name)) == head
}
