package measure

import "hearsay"

// # What is counted
//
//	40 waiting ships                  the noun phrase after it
//	ten of the dead                   … after "of"
//	310,000 tonnes of wheat           … after the unit
//	a payment of 800 florins          the noun before "of"
//	the toll rose to 31               the subject of a verb of measure
//	cut the toll to 31, put it at 31  or its object

// phrase is a noun phrase: the tokens [first, end), the last of which is its
// head. It is empty where head is hearsay.NoHead.
type phrase struct{ first, end, head int }

var noPhrase = phrase{head: hearsay.NoHead}

// nounOf returns the noun of a quantity.
func (l *line) nounOf(q *quantity) phrase {
	if p := l.nounAfter(q); p.head >= 0 {
		return p
	}
	if p := l.nounBefore(q); p.head >= 0 {
		return p
	}
	return l.nounMeasured(q)
}

// nounAfter returns the noun phrase that follows the quantity, at once or behind
// "of".
func (l *line) nounAfter(q *quantity) phrase {
	at := l.at(q.end)
	if at.token < 0 {
		return noPhrase
	}
	i := at.token
	if at.glued && isHyphenWord(at.word) || l.at(q.end-1).token == i {
		i = l.at(q.end-1).token + 1 // the words behind "21-day", "nine-member"
	}
	if l.isOf(i) {
		if l.isPronounAt(i + 1) {
			return noPhrase
		}
		return l.nounIn(l.pastDeterminers(i + 1))
	}
	if q.kind == shared || q.kind == times || q.kind == naught {
		i = l.pastDeterminers(i)
	}
	if q.unit.name == "point" {
		return noPhrase
	}
	if p := l.nounIn(i); p.head >= 0 && measures[l.words[p.head].Low].state != duration {
		return p
	}
	return noPhrase
}

func (l *line) isOf(t int) bool { return t < l.end && l.words[t].Low == "of" }

// isPronounAt reports whether token t is a pronoun, or outside the sentence.
func (l *line) isPronounAt(t int) bool { return t >= l.end || isPronoun[l.token(t).Tag] }

var isPronoun = tagSet("PRP WP WDT")

// pastDeterminers returns the first token from t on that is no article, number,
// possessor or the like.
func (l *line) pastDeterminers(t int) int {
	for t < l.end && (isDeterminer[l.token(t).Tag] || l.words[t].Low == "all") {
		t++
	}
	for at := t; at < l.end && at < t+4; at++ {
		if l.token(at).Tag == tagPOS {
			return l.pastDeterminers(at + 1)
		}
		if !isNoun[l.token(at).Tag] {
			break
		}
	}
	return t
}

var isDeterminer = tagSet("DT PDT PRP$ CD")

// nounIn reads the noun phrase that begins at token t, without "more" and the
// like before it.
func (l *line) nounIn(t int) phrase {
	for t < l.end && extras[l.words[t].Low] && !l.endsPhrase(t+1) {
		t++
	}
	p := phrase{first: t, end: t, head: hearsay.NoHead}
	for ; p.end < l.end; p.end++ {
		tag := l.token(p.end).Tag
		if collective[l.words[p.end].Low] && !l.isNounAt(p.end+1) {
			tag = tagNN
		}
		if !isLetters(l.words[p.end].Low) {
			return p.upTo(p.head + 1)
		}
		isAfterPlural := p.head >= 0 && l.token(p.head).Tag == tagNNS
		switch {
		case isNoun[tag] && (isAfterPlural && tag != tagNNS || p.head >= 0 && weekdays[l.words[p.end].Low]):
			return p.upTo(p.head + 1)
		case isNoun[tag] && !weekdays[l.words[p.end].Low]:
			p.head = p.end
		case isModifier[tag] && (p.head < 0 || l.token(p.end).Tag != tagVBN) && !isAfterPlural:
		default:
			return p.upTo(p.head + 1)
		}
	}
	return p.upTo(p.head + 1)
}

func (p phrase) upTo(end int) phrase {
	if p.head < 0 {
		return noPhrase
	}
	p.end = end
	return p
}

func (l *line) isNounAt(t int) bool { return t < l.end && isNoun[l.token(t).Tag] }

// collective are adjectives that stand for people: "the dead", "19 injured".
var collective = setOf("dead injured wounded missing sick jobless homeless displaced unemployed disabled elderly")

func (l *line) endsPhrase(t int) bool {
	return t >= l.end || !isNoun[l.token(t).Tag] && !isModifier[l.token(t).Tag]
}

// extras are words between a number and its noun that say nothing of the noun.
var extras = setOf("more other additional further extra such")

// nounBefore returns the noun of "a payment of 800 florins".
func (l *line) nounBefore(q *quantity) phrase {
	i := q.first - 1
	if l.word(i) != "of" || l.at(i-1).token < 0 || !isNoun[l.tag(i-1)] {
		return noPhrase
	}
	return l.nounTo(l.at(i - 1).token)
}

// nounTo returns the noun phrase that ends with token head, with its modifiers;
// of a number or count of something, the something.
func (l *line) nounTo(head int) phrase {
	if counters[l.words[head].Low] && l.isOf(head+1) && head+2 < l.end {
		if p := l.nounIn(l.pastDeterminers(head + 2)); p.head >= 0 {
			return p
		}
	}
	if !isNoun[l.token(head).Tag] && !collective[l.words[head].Low] {
		return noPhrase
	}
	p := phrase{first: head, end: head + 1, head: head}
	for p.first > l.first && (isNoun[l.token(p.first-1).Tag] || isModifier[l.token(p.first-1).Tag]) {
		p.first--
	}
	return p
}

var counters = setOf("number numbers count total amount")

// nounMeasured returns the subject or object of the verb that gives the
// quantity.
func (l *line) nounMeasured(q *quantity) phrase {
	number := l.at(q.end - 1).token
	verb := l.clause(number)
	if verb < 0 || l.depth(number, verb) > 3 {
		return noPhrase
	}
	if object := l.child(verb, objects); object >= 0 && !l.covers(q, object) && puts[l.token(verb).Lemma] {
		return l.nounTo(object)
	}
	subject := l.subjectOf(verb)
	if subject < 0 || l.covers(q, subject) || !(measuring[l.token(verb).Lemma] || changes[l.token(verb).Lemma] || costs[l.token(verb).Lemma] || l.covers(q, verb) || l.words[verb].Low == "up" || l.words[verb].Low == "down") {
		return noPhrase
	}
	if l.token(verb).Lemma == "count" {
		return noPhrase // who counts is not what is counted
	}
	if isPronoun[l.token(subject).Tag] || q.unit.name == "" && l.token(subject).Tag == tagNNP {
		return noPhrase // "Sanders will gain 24"
	}
	return l.nounTo(subject)
}

// subjectOf returns the subject of a verb: its own, or that of the verb it
// continues ("lost 1 percent to close at 15,870").
func (l *line) subjectOf(verb int) int {
	for range 3 {
		if s := l.child(verb, subjects); s >= 0 {
			return s
		}
		if r := l.token(verb).Relation; r != xcomp && r != advcl && !conjoined[r] || l.head(verb) < 0 {
			break
		}
		verb = l.head(verb)
	}
	return hearsay.NoHead
}

var (
	puts = setOf("put cut raise lower set bring take estimate revise reduce increase keep hold value push hike slash trim price place fix double limit")
	// costs are verbs whose subject has a price.
	costs = setOf("cost weigh measure total exceed reach hit top average yield equal represent account make fetch")
)

// depth returns how many steps above token t the token above stands.
func (l *line) depth(t, above int) int {
	n := 0
	for t >= 0 && t != above && n < maxClimb {
		t = l.head(t)
		n++
	}
	return n
}

// covers reports whether token t is one of the quantity's.
func (l *line) covers(q *quantity, t int) bool {
	return l.at(q.first).token <= t && t <= l.at(q.end-1).token
}
