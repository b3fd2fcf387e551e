package measure

import "hearsay"

// # What became of what is counted
//
// The words that tell a state are looked for from what is counted outwards:
//
//	19 injured   the toll rose to 12   miners are now confirmed dead   killed about 40   men hurt in a fall
//	   1             1                                         2       2                     3
//
//	1  in its own phrase
//	2  at once behind the phrase, past auxiliaries, or before it
//	3  below it in the tree, then above it: what it depends on, and what these say
//	4  the noun by itself, where nothing else is said
//
// The words next to it come before the tree because they go wrong less often.
// Money, shares and measures have states of their own (worth.go).

// maxSteps is how far above what is counted a word may stand that tells its state.
const maxSteps = 4

// stateOf returns the state of a count, "" if nothing tells it.
func (l *line) stateOf(q *quantity, noun phrase) hearsay.State {
	if s := l.stateOfPhrase(q, noun); s != "" {
		return s
	}
	behind := max(l.at(q.end-1).token+1, noun.end)
	isPart := l.word(q.end) == "of"
	if isPart && isPronoun[l.tag(q.end+1)] {
		behind += 2 // "12 of them dead"
	}
	if s := l.stateBehind(behind, l.at(q.first).token); s != "" && !(isPart && noun.head >= 0) {
		return s
	}
	if s := l.stateBefore(l.at(q.first).token - 1); s != "" {
		return s
	}
	anchor := l.anchor(q, noun)
	if s := l.stateBelow(anchor); s != "" && !isPart {
		return s
	}
	if s := l.stateAbove(anchor); s != "" {
		return s
	}
	return l.stateFurther(behind, l.at(q.first).token)
}

// stateFurther passes over what stands between a noun and its verb: "38 of the 61
// people seized in the raid are still captive", "miners who spent two days below
// were brought out".
func (l *line) stateFurther(t, number int) hearsay.State {
	if t >= l.end || l.token(t).Tag != tagVBN && !isPronoun[l.token(t).Tag] {
		return ""
	}
	for end := min(t+maxFurther, l.end); t < end && !isPunctuation(l.words[t].Low); t++ {
		if finite[l.words[t].Low] && t > 0 && !isPronoun[l.token(t-1).Tag] {
			return l.stateBehind(t, number)
		}
	}
	return ""
}

// maxFurther is how many tokens behind its noun a verb is looked for.
const maxFurther = 14

var finite = setOf("are were is was have remain remained")

func isPunctuation(word string) bool {
	switch word {
	case ",", ".", ";", ":", "—", "–", "(", ")":
		return true
	}
	return false
}

// stateOfPhrase reads the noun phrase. A noun that the quantity only depends on
// through a verb ("the toll rose to 12") also tells by itself.
func (l *line) stateOfPhrase(q *quantity, noun phrase) hearsay.State {
	isElsewhere := noun.head >= 0 && noun.head < l.at(q.first).token
	for t := noun.first; t < noun.end; t++ {
		if s := l.stateIn(t, anyhow); s != "" && (t != noun.head || l.stateIn(t, byItself) == "" || isElsewhere) {
			return s
		}
		if s := l.stateIn(t, byItself); s != "" && isElsewhere {
			return s
		}
	}
	return ""
}

// stateByItself returns what the noun tells where nothing else does.
func (l *line) stateByItself(noun phrase) hearsay.State {
	for t := noun.end - 1; t >= noun.first; t-- {
		if s := l.stateIn(t, byItself); s != "" {
			return s
		}
	}
	return ""
}

// anchor returns the token from which the tree tells what a quantity is part of:
// its noun, or else its number.
func (l *line) anchor(q *quantity, noun phrase) int {
	number := l.at(q.end - 1).token
	if noun.head > number && noun.head <= number+maxPhrase && (l.word(q.end) != "of" || q.unit.name != "") {
		return noun.head
	}
	return number
}

// maxPhrase is how many tokens behind its number a noun may stand and be its.
const maxPhrase = 8

// stateIn returns what token t tells of what plays a role in it.
func (l *line) stateIn(t int, as role) hearsay.State {
	for _, form := range [...]string{l.token(t).Lemma, l.words[t].Low} { // "injured" may have either lemma
		for _, w := range stateWords[form] {
			if w.role == as && l.goesWith(t, w.with) {
				return w.state
			}
		}
		if as != anyhow && as != byItself {
			break
		}
	}
	return ""
}

// goesWith reports whether one of some words stands within a few tokens after t.
func (l *line) goesWith(t int, with map[string]bool) bool {
	if with == nil {
		return true
	}
	for i := t + 1; i < min(t+9, l.end) && l.words[i].Low != "."; i++ {
		if with[l.words[i].Low] || with[l.token(i).Lemma] {
			return true
		}
	}
	return false
}

// stateBehind reads on from token t over a chain of verbs and adverbs: "are now
// confirmed dead", "who had been killed", "trapped".
func (l *line) stateBehind(t, number int) hearsay.State {
	passive := t < l.end && l.token(t).Tag == tagVBN && l.child(t, objects) < 0 // "people displaced by …"
	for end := min(t+7, l.end); t < end; t++ {
		tag, low := l.token(t).Tag, l.words[t].Low
		if s := l.stateIn(t, anyhow); s != "" {
			return s
		}
		if isVerb[tag] {
			if s := l.child(t, subjects); s >= 0 && s < number && l.head(number) != s {
				return "" // somebody else's verb
			}
			if s := l.stateAt(t, passive, !passive); s != "" {
				return s
			}
			passive = passive || l.token(t).Lemma == "be" || l.token(t).Lemma == "get" || l.token(t).Lemma == "remain"
			continue
		}
		if !isBetween[tag] && low != `"` && low != "as" && low != "in" && low != "at" && low != "on" {
			return ""
		}
	}
	return ""
}

// isBetween marks what may stand between a noun and the verb that tells its
// state.
var isBetween = tagSet("MD RB RP WP WDT `` '' TO")

// stateBefore reads the verb that stands before a quantity at token t, past
// determiners: "killing at least four", "freed the 30".
func (l *line) stateBefore(t int) hearsay.State {
	for t >= l.first && (isDeterminer[l.token(t).Tag] || l.token(t).Tag == tagRP || l.words[t].Low == "another") {
		t--
	}
	isBase := t > l.first && (l.token(t-1).Tag == tagMD || l.words[t-1].Low == "to")
	if t < l.first || !isVerb[l.token(t).Tag] && !isBase || l.child(t, passives) >= 0 || t > l.first && l.token(t-1).Lemma == "be" {
		return ""
	}
	return l.stateIn(t, asPatient)
}

var (
	participles = relationSet("acl", "amod", "acl:relcl")
	complements = relationSet("xcomp", "advmod", "obl", "obj", "conj", "compound:prt", "ccomp", "advcl", "dep")
)

// stateBelow looks at the participles and relative clauses of token t.
func (l *line) stateBelow(t int) hearsay.State {
	for c := range l.children(t) {
		if !participles[l.token(c).Relation] {
			continue
		}
		isPassive := l.token(c).Tag == tagVBN || l.child(c, passives) >= 0
		if s := l.stateAt(c, isPassive, !isPassive); s != "" {
			return s
		}
		if s := l.stateBeside(c, t); s != "" {
			return s
		}
	}
	return ""
}

// stateAbove climbs from token t through what it depends on.
func (l *line) stateAbove(t int) hearsay.State {
	isPatient, isAgent := true, true
	for range maxSteps {
		relation, h := l.token(t).Relation, l.head(t)
		if h < 0 {
			return l.stateBeside(t, t)
		}
		if told[relation] || relative[relation] || relation == advcl || conjoined[relation] && l.child(t, subjects) >= 0 {
			return ""
		}
		switch {
		case relation == nsubj && !l.isPassive(h):
			isPatient = false
		case ofNoun[relation] && l.caseOf(t) != "of":
			isPatient, isAgent = exchanges[l.token(h).Lemma] || exchanges[l.lemmaAbove(h)], false
		case relation == obl:
			isPatient, isAgent = isPatient && exchanges[l.token(h).Lemma], false
		case !conjoined[relation] && !subjects[relation]:
			isAgent = false
		}
		if s := l.stateAt(h, isPatient, isAgent); s != "" {
			return s
		}
		if relation != obl && !ofNoun[relation] && (isVerb[l.token(h).Tag] || subjects[relation]) {
			if s := l.stateBeside(h, t); s != "" {
				return s
			}
		}
		t = h
	}
	return ""
}

// caseOf returns the preposition before token t.
func (l *line) caseOf(t int) string {
	if c := l.child(t, cases); c >= 0 {
		return l.words[c].Low
	}
	return ""
}

func (l *line) lemmaAbove(t int) string {
	if h := l.head(t); h >= 0 {
		return l.token(h).Lemma
	}
	return ""
}

var cases = relationSet("case")

var (
	nsubj     = mustRelation("nsubj")
	advcl     = mustRelation("advcl")
	xcomp     = mustRelation("xcomp")
	obl       = mustRelation("obl")
	exchanges = setOf("exchange swap trade free release")
)

// stateAt returns what token t tells of what may be its patient or agent.
func (l *line) stateAt(t int, isPatient, isAgent bool) hearsay.State {
	if s := l.stateIn(t, anyhow); s != "" {
		return s
	}
	if s := l.stateIn(t, asPatient); s != "" && isPatient {
		return s
	}
	if s := l.stateIn(t, asAgent); s != "" && isAgent {
		return s
	}
	return ""
}

// stateBeside looks at what is said with token t: "found dead", "on strike", "in a
// critical condition", "hit and killed"; not at the branch it was reached from.
func (l *line) stateBeside(t, from int) hearsay.State {
	for c := range l.children(t) {
		relation := l.token(c).Relation
		if c == from || !complements[relation] && !participles[relation] || l.child(c, subjects) >= 0 {
			continue
		}
		if s := l.stateIn(c, anyhow); s != "" {
			return s
		}
		joined := conjoined[relation] || relation == xcomp
		if isVerb[l.token(c).Tag] && joined && l.child(c, objects) < 0 {
			if s := l.stateAt(c, l.isPassive(c) || l.isPassive(t), true); s != "" {
				return s
			}
		}
	}
	return ""
}
