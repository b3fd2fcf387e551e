package measure

// isSources refuses the number of sources that a report speaks of: it is part of
// how they are identified, not of what they say.
//
//	two officials said …    three people familiar with the matter    two of the people said
func (l *line) isSources(q *quantity) bool {
	if q.kind != counted || q.unit.name != "" || q.value > maxSources || q.scaled {
		return false
	}
	at := q.end
	if l.word(at) == "of" && l.word(at+1) == "the" {
		at += 2
	}
	for isModifier[l.tag(at)] || l.tag(at) == tagNN || l.tag(at) == tagNNP {
		at++
	}
	if l.tag(at) != tagNNS || !people[l.lemma(at)] {
		return false
	}
	if knowing[l.word(at+1)] || sayings[l.lemma(at+1)] && isVerb[l.tag(at+1)] {
		return true
	}
	noun := l.at(at).token
	verb := l.head(noun)
	return verb >= 0 && sayings[l.token(verb).Lemma] && l.token(noun).Relation == nsubj
}

// maxSources is how many sources a report would count.
const maxSources = 20

var (
	knowing = setOf("familiar briefed close with involved aware")
	sayings = setOf("say tell confirm report claim add state speak describe argue warn")
)
