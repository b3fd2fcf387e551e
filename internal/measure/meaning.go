package measure

import "hearsay"

// meaning is what a figure says beside its number.
type meaning struct {
	noun  *hearsay.Span
	state hearsay.State
	unit  string
}

// meaningOf puts together what the quantity, its noun and the figures before it
// say.
func (f *finder) meaningOf(q *quantity, noun phrase, stance hearsay.Stance) meaning {
	m := meaning{noun: f.nounSpan(q, noun), state: f.ownState(q, noun)}
	m.unit = f.unitOf(q, noun, m.state)
	if from := f.carriedFrom(q, noun, m.state); from != nil {
		if m.state = from.State; m.unit == "" || m.unit == "people" && ofPeople[m.state] {
			m.unit = from.Unit
		}
		if m.noun == nil && f.sentenceHolds(from) {
			m.noun = from.Noun
		}
	}
	if m.state == "" {
		m.state = f.stateByItself(noun)
	}
	if e := f.lastFigure(f.before, isCount); m.noun == nil && e != nil && e.State == m.state && f.isBare(q, noun) {
		m.noun, m.unit = e.Noun, e.Unit
	}
	if m.state == "" && f.isBare(q, noun) {
		m.state, m.unit = f.byTopic(q)
	}
	switch {
	case m.state == "":
		m.state = other
	case m.state == "released" && stance != hearsay.Actual, m.state == "held" && f.isExchanged():
		m.state = "to-be-released"
	}
	if m.unit == "" && (ofPeople[m.state] || f.isBare(q, noun) && f.isSubject(q)) {
		m.unit = "people"
	}
	return m
}

// nounSpan returns the noun's span; of "a nine-member board" it is "member".
func (f *finder) nounSpan(q *quantity, noun phrase) *hearsay.Span {
	if i, ok := f.body(q); ok {
		return &f.at(i).Span
	}
	if noun.head < 0 || anaphors[f.token(noun.head).Lemma] && noun.end-noun.first == 1 {
		return nil
	}
	span := f.doc.TokensSpan(noun.first, noun.end)
	return &span
}

// body returns the piece that a hyphen ties to a quantity without a unit.
func (f *finder) body(q *quantity) (int, bool) {
	at, next := f.at(q.end), f.at(q.end+1)
	return q.end + 1, at.glued && isHyphenWord(at.word) && q.unit.name == "" && next.glued && next.form == noForm && isLetters(next.word)
}

// anaphors are nouns that stand for what was counted before.
var anaphors = setOf("number figure total count estimate tally sum")

// ownState returns the state that the quantity's own sentence tells, "" if none.
func (f *finder) ownState(q *quantity, noun phrase) hearsay.State {
	_, isBody := f.body(q)
	switch {
	case isBody:
		return other
	case q.unit.money, q.unit.state == share, q.kind == shared, q.unit.name == "point":
		return f.worthOf(q, noun, f.topic())
	case q.kind == times:
		return other
	case f.word(q.amount.end-1) == "majority":
		return share
	case noun.head >= 0 && q.unit.name == "" && f.isThroughput(noun):
		return volume
	case q.unit.state == distance:
		return f.lengthState(q, noun)
	case q.unit.state != "" && q.unit.state != other:
		return q.unit.state
	case f.isVote(q):
		return "vote"
	}
	return f.stateOf(q, noun)
}

// isThroughput reports whether a rate follows the noun: "60 ships a day".
func (f *finder) isThroughput(noun phrase) bool {
	t := noun.end
	return t+1 < f.end && (isArticle(f.words[t].Low) || f.words[t].Low == "per") && measures[f.words[t+1].Low].state == duration
}

func (f *finder) topic() topic {
	if f.about < 0 {
		f.about = int(topicOf(f.doc))
	}
	return topic(f.about)
}

// lengthState tells the height of water and snow, and speeds, from distances.
func (f *finder) lengthState(q *quantity, noun phrase) hearsay.State {
	isRate := isArticle(f.word(q.end)) || f.word(q.end) == "per"
	switch {
	case isRate && measures[f.word(q.end+1)].state == duration:
		return level
	case noun.head >= 0 && levels[f.token(noun.head).Lemma]:
		return level
	}
	return distance
}

var levels = setOf("snow rain rainfall snowfall water level sea tide river hail ash")

// isVote reports whether a number is one of the sides of a vote: "split five to
// four", "voted 9-6".
func (f *finder) isVote(q *quantity) bool {
	after, before := f.word(q.end), f.word(q.first-1)
	isSide := (after == "to" || isHyphenWord(after)) && f.at(q.end+1).form != noForm ||
		(before == "to" || isHyphenWord(before)) && f.at(q.first-2).form != noForm
	return isSide && (f.near(q.first, votes, 8) || f.near(q.first, margins, 4))
}

var margins = setOf("margin")

// carriedFrom returns the figure that a quantity takes its state over from, or
// nil.
//
//	31 died …, nine of them children         the last figure before "of them"
//	40 missing, including three women        the one that includes it
//	rose to 31 from 24, 24 more               in the same sentence, for want of a noun
//	the 47 include the dead                   the earlier one of the same number
//	put the number at 25,000                  the last one that was counted
//	the hospital counts nine                  the last one, if that was counted
func (f *finder) carriedFrom(q *quantity, noun phrase, own hearsay.State) *hearsay.Figure {
	before := f.word(q.first - 1)
	ofThem := f.word(q.end) == "of" && isPronoun[f.tag(q.end+1)]
	within := includes[before] || before == "the" && includes[f.word(q.first-2)] || f.word(q.first-2) == "among"
	isBare := f.isBare(q, noun)
	switch {
	case q.unit.money && (before == "from" || before == "against"), q.unit.name != "" && (own == share || own == "pay"):
		return f.lastFigure(f.before, func(e *hearsay.Figure) bool { return e.Unit == q.unit.name })
	case own != "" && own != other:
		return nil
	case ofThem && f.word(q.amount.first) == "one":
		return f.lastFigure(f.before, isCount)
	case ofThem:
		return f.lastFigure(0, isCount)
	case within:
		return f.lastFigure(f.before, isCount)
	case isBare && (before == "the" || before == "all"):
		if e := f.lastFigure(0, func(e *hearsay.Figure) bool { return isCount(e) && isValue(e, q) }); e != nil {
			return e
		}
		return f.lastFigure(f.before, isCount)
	case isBare && (before == "from" || before == "against"):
		return f.lastFigure(f.before, func(*hearsay.Figure) bool { return true })
	case isBare && f.isToldNumber(q):
		if n := len(f.found); n > 0 && isCount(&f.found[n-1]) {
			return &f.found[n-1]
		}
		return nil
	case isBare:
		return f.lastFigure(f.before, isCount)
	case noun.head >= 0 && anaphors[f.token(noun.head).Lemma]:
		return f.lastFigure(0, isCount)
	}
	return f.lastFigure(0, func(e *hearsay.Figure) bool { return isCount(e) && isValue(e, q) && f.isNoun(e, noun) })
}

// isToldNumber reports whether a number by itself is what somebody is said to give:
// "the clinic says 14", "the office speaks of 11".
func (f *finder) isToldNumber(q *quantity) bool {
	h := f.head(f.at(q.end - 1).token)
	return h >= 0 && h < f.at(q.first).token && isVerb[f.token(h).Tag] && tellsNumber[f.token(h).Lemma]
}

var tellsNumber = setOf("count say speak report give list")

var includes = setOf("including include includes included among plus")

// isBare reports whether a quantity has neither noun nor unit.
func (f *finder) isBare(q *quantity, noun phrase) bool {
	return noun.head < 0 && q.unit.name == "" && q.kind == counted
}

// lastFigure returns the last figure found from index first on that is as asked
// for, or nil.
func (f *finder) lastFigure(first int, is func(*hearsay.Figure) bool) *hearsay.Figure {
	for i := len(f.found) - 1; i >= max(first, len(f.found)-maxBack); i-- {
		if is(&f.found[i]) {
			return &f.found[i]
		}
	}
	return nil
}

// maxBack is how many figures back one is looked for.
const maxBack = 40

// sentenceHolds reports whether a figure stands in the sentence being read.
func (f *finder) sentenceHolds(e *hearsay.Figure) bool {
	return e.Span.Start >= f.doc.Tokens[f.first].Start
}

// isCount reports whether a figure counts something whose state is known.
func isCount(e *hearsay.Figure) bool {
	switch e.State {
	case other, share, distance, duration, volume, level, money, "price", "pay", "stake":
		return false
	}
	return true
}

func isValue(e *hearsay.Figure, q *quantity) bool {
	return e.Low != nil && e.High != nil && *e.Low == q.value && *e.High == q.high
}

// isNoun reports whether a figure's noun has the same words as a phrase.
func (f *finder) isNoun(e *hearsay.Figure, noun phrase) bool {
	return noun.head >= 0 && e.Noun != nil && e.Noun.In(f.doc.Text) == f.doc.TokensSpan(noun.first, noun.end).In(f.doc.Text)
}

// isExchanged reports whether captives are what an exchange is about.
func (f *finder) isExchanged() bool {
	return f.lastFigure(f.before, func(e *hearsay.Figure) bool { return e.State == "to-be-released" }) != nil
}

// isSubject reports whether the number by itself is the subject of a verb: "80,000
// had marched" are people.
func (f *finder) isSubject(q *quantity) bool {
	number := f.at(q.end - 1).token
	h := f.head(number)
	return h >= 0 && subjects[f.token(number).Relation] && isVerb[f.token(h).Tag] && !changes[f.token(h).Lemma]
}

// byTopic returns the state and unit of a bare number in a report on pay or on a
// takeover: "the union asked for 9", "he expects 34".
func (f *finder) byTopic(q *quantity) (hearsay.State, string) {
	if f.at(q.amount.first).form == small && !q.scaled {
		return "", "" // "the two were in talks", "it starts with a three"
	}
	worth := f.lastFigure(0, func(e *hearsay.Figure) bool { return e.State == "pay" || e.State == "price" || e.State == money })
	switch about := f.topic(); {
	case worth == nil:
		return "", ""
	case q.value >= large && worth.State == money && isLarge(worth) && f.last(worth):
		return money, worth.Unit
	case about == payTopic && q.value < 100 && f.last(worth):
		return "pay", "percent"
	case about == dealTopic && f.last(worth):
		return "price", worth.Unit
	}
	return "", ""
}

// large is the least sum that a bare number may be short for: "65 million florins
// in all, 22 million for its members".
const large = 10_000

func isLarge(e *hearsay.Figure) bool { return e.Low != nil && *e.Low >= large }

// last reports whether a figure is one of the last few.
func (f *finder) last(e *hearsay.Figure) bool {
	return len(f.found) > 0 && e.Span.Start >= f.found[max(0, len(f.found)-3)].Span.Start
}

// unitOf returns the unit: the quantity's own, people, or its noun in singular.
func (f *finder) unitOf(q *quantity, noun phrase, state hearsay.State) string {
	i, isBody := f.body(q)
	switch {
	case isBody:
		return f.word(i)
	case q.unit.name != "":
		return q.unit.name
	case q.kind == times:
		return "times"
	case q.kind == shared:
		return ""
	case noun.head >= 0 && anaphors[f.token(noun.head).Lemma]:
		return ""
	case noun.head >= 0 && f.isPeople(noun.head), ofPeople[state] && !f.isThing(noun):
		return "people"
	case noun.head >= 0:
		return f.token(noun.head).Lemma
	}
	return ""
}

// isThing reports whether a noun cannot be of people though its state is: a
// village is displaced, a toll rises.
func (f *finder) isThing(noun phrase) bool {
	return noun.head >= 0 && !counters[f.words[noun.head].Low] && f.stateIn(noun.head, byItself) == "" && f.stateIn(noun.head, anyhow) == ""
}

// ofPeople holds the states that only people can be in.
var ofPeople = func() map[hearsay.State]bool {
	all := map[hearsay.State]bool{}
	for s := range setOf("killed wounded missing trapped rescued held taken released to-be-released displaced sheltering returned arrested treated on-strike deployed") {
		all[hearsay.State(s)] = true
	}
	return all
}()
