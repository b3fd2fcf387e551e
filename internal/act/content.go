package act

import (
	"strings"

	"hearsay"
)

// This file has the conditions of the rules.

func (c *clause) isFuture() bool { return c.modal == "will" || c.modal == "would" }

// saysNothing: "would not comment", "I have nothing to add".
func (s *statement) saysNothing(c *clause) bool {
	if c.negated && talking[s.lemma(c.pred)] && (c.own || c.subject < 0) && (c.modal != "" || !c.perfect && !c.past || s.lemma(c.pred) == "comment") {
		return true
	}
	return s.has(c, mutes)
}

var mutes = phrases("nothing to add|say", "no comment", "no further|more comment", "nothing more|further to say|add", "not be drawn", "nor deny|denied|confirm|confirmed")

// isClosed: "not for sale", "not up for discussion".
func (s *statement) isClosed(c *clause) bool { return s.has(c, closed) }

var closed = phrases("not for sale", "not up for", "off the table", "out of the question", "not negotiable", "non-negotiable",
	"not on the table", "not open to|for", "no question of", "not a subject|option|matter", "nothing to discuss|negotiate", "not interested in", "unacceptable",
	"not ready|prepared|willing to", "unwilling to")

// hasUntil: "have until Friday to answer".
func (s *statement) hasUntil(c *clause) bool {
	l := s.lemma(c.pred)
	if c.negated || l != "have" && l != "give" && l != "remain" && l != "set" {
		return false
	}
	return s.momentAfter(c, until) || (l == "set" || l == "give") && s.hasWord(c, deadlines)
}

// mustBy: "must answer by Friday", "is due by Friday".
func (s *statement) mustBy(c *clause) bool {
	due := s.lemma(c.pred) == "due" || s.lemma(c.pred) == "expire" || s.lemma(c.pred) == "lapse" || s.lemma(c.pred) == "expect" && c.passive
	return (c.modal == "must" && !c.own || due) && !c.negated && s.momentAfter(c, by)
}

var deadlines = wordsIn("deadline ultimatum")

var by = wordsIn("by until before")

// momentAfter reports whether a time stands after one of some prepositions in a
// clause.
func (s *statement) momentAfter(c *clause, prepositions wordSet) bool {
	e := s.reach(c)
	for i := e.first; i < e.end; i++ {
		if prepositions[s.low(i)] && s.momentIn(extent{i, min(i+8, e.end)}) != nil {
			return true
		}
	}
	return false
}

// reach returns the words of a clause within its content.
func (s *statement) reach(c *clause) extent {
	e := s.below[c.pred]
	return extent{max(e.first, c.within.first), min(e.end, c.within.end)}
}

// onlyIf: "would sign only if …", "will not return until …".
func (s *statement) onlyIf(c *clause) bool {
	if s.hasDependence(exacts) {
		return !s.hasDependence(disregards)
	}
	return c.negated && c.own && c.isFuture() && s.hasDependence(supposes) && s.hasWord(c, unless)
}

var unless = wordsIn("unless")

// threatens: "would strike", "will leave the talks if …".
func (s *statement) threatens(c *clause) bool {
	if s.attribution == nil {
		return false
	}
	if c.own && isMaybe[c.modal] {
		return s.isHostile(c.pred) || s.hasHostileEnd(c)
	}
	if !c.isFuture() && !(c.to && c.subject < 0) {
		return false
	}
	if c.negated {
		return c.own && tolerates.at(s, c)
	}
	if c.own && (s.isHostile(c.pred) || s.breaksOff(c)) || c.own && s.hasWord(c, unless) && !s.hasDependence(exacts) {
		return true
	}
	if c.subject >= 0 && !c.own && s.isBody() && s.isPeople(c.subject) && s.isHostile(c.pred) {
		return s.hasDependence(supposes) // a union of its members
	}
	return c.own && s.hasDependence(supposes) && hostileIf[s.lemma(c.pred)]
}

// hasHostileEnd: "could use its veto to block the sale".
func (s *statement) hasHostileEnd(c *clause) bool {
	e := s.reach(c)
	for i := e.first; i+1 < e.end; i++ {
		if s.low(i) == "to" && s.tag(i+1) == tagVB && s.isHostile(i+1) {
			return true
		}
	}
	return false
}

// breaksOff: "would leave the coalition", "will walk away from the talks".
func (s *statement) breaksOff(c *clause) bool {
	lemma := s.lemma(c.pred)
	return (hostileIf[lemma] || lemma == "walk") && s.hasWord(c, bonds)
}

var bonds = wordsIn("government coalition talks negotiations alliance pact treaty union agreement deal truce ceasefire cease-fire cabinet accord contract")

// orElse: "if there is no answer, the case goes to court".
func (s *statement) orElse(c *clause) bool {
	if s.attribution == nil || !s.hasDependence(supposes) || c.past || c.perfect || c.negated || !sanctions[s.lemma(c.pred)] {
		return false
	}
	for _, f := range s.dependences {
		for i := f.words.first; i < f.words.end; i++ {
			if low := s.low(i); negations[low] || low == "no" || low == "unless" || low == "fail" || low == "fails" || low == "refuse" {
				return true
			}
		}
	}
	return false
}

var sanctions = wordsIn("go face impose refer apply lapse lose forfeit end stop fall")

// goesAhead: "we will enter, with or without a deal".
func (s *statement) goesAhead(c *clause) bool {
	if !s.hasDependence(disregards) || !c.isFuture() || c.negated {
		return false
	}
	lemma := s.lemma(c.pred)
	return s.isHostile(c.pred) || s.breaksOff(c) || headlong[lemma]
}

// headlong are verbs of going on in spite of everything.
var headlong = wordsIn("go proceed press take move close cut leave stop end scrap")

// doesAnyway: "the hall will be built whatever the court decides".
func (s *statement) doesAnyway(c *clause) bool {
	return s.hasDependence(disregards) && c.isFuture() && !c.negated && s.attribution != nil
}

// isSaidReady: "the government is prepared to release more water", as others tell.
func (s *statement) isSaidReady(c *clause) bool {
	return s.isReady(c) && !c.own && !c.negated && s.isSomebody(c.subject)
}

// isOfDraft: "the draft would limit the flow".
func (s *statement) isOfDraft(c *clause) bool {
	return c.subject >= 0 && papers[s.lemma(c.subject)] && provides[s.lemma(c.pred)] && !c.past && !c.perfect
}

var (
	papers   = wordsIn("draft plan text bill law rule proposal deal agreement treaty budget scheme programme program")
	provides = wordsIn("set require oblige allow give grant ban limit include provide contain foresee envisage guarantee cap bind")
)

// isHostile reports whether a predicate is a verb of doing harm or of breaking off.
func (s *statement) isHostile(i int) bool {
	lemma := s.lemma(i)
	return hostile[lemma] || hostile[lemma+"-"+s.low(i+1)]
}

var (
	hostile = wordsIn(`strike block attack enter invade bomb shell raid retaliate boycott sue sanction expel seize punish storm
		destroy kill blockade evict fire crush march-on occupy quit resign suspend escalate hit veto respond-with paralyse
		walk-out shut-down prosecute disrupt fight sink execute annex besiege topple bring-down overthrow picket down`)
	// Verbs of what is hostile only if it hangs on what others do.
	hostileIf = wordsIn(`leave close withdraw cancel scrap cut stop halt lodge call go refer send act pull move abandon end
		terminate break sell dismiss strip turn take block file`)
	tolerates = phrases("stand by", "stand idly", "tolerate", "sit idly", "look away", "watch", "allow", "accept", "be intimidated|blackmailed", "back down", "hesitate")
)

// wouldNot: "we will not sign".
func (s *statement) wouldNot(c *clause) bool {
	if !c.negated || !c.isFuture() || c.passive || !c.own && !(s.isSomebody(c.subject) && s.isAnswerable()) {
		return false
	}
	return withholds[s.lemma(c.pred)] || c.own && s.hasWord(c, untils)
}

var untils = wordsIn("until till")

var withholds = wordsIn(`sign negotiate talk meet accept discuss pay comment yield give bow attend take join return surrender release
	agree recognise recognize support back resign withdraw participate speculate work extend budge cooperate consider go let allow
	answer hand drop`)

// wouldBack: "would back a deal at that price".
func (s *statement) wouldBack(c *clause) bool {
	return c.own && c.modal == "would" && !c.negated && backings[s.lemma(c.pred)] && !s.hasDependence(supposes)
}

var backings = wordsIn("back support endorse accept welcome")

// raises: "would raise its offer to 12 dollars".
func (s *statement) raises(c *clause) bool {
	if !betters[s.lemma(c.pred)] || c.negated || isMaybe[c.modal] {
		return false
	}
	i := s.child(c.pred, direct)
	return i >= 0 && bids[s.lemma(i)] && s.child(i, possessors) >= 0
}

var (
	betters = wordsIn("raise improve increase sweeten lift lower better up")
	bids    = wordsIn("offer bid proposal price")
)

// offersIf: "would settle for less if the mill stayed open".
func (s *statement) offersIf(c *clause) bool {
	return c.own && !c.negated && (c.isFuture() || s.isReady(c)) && s.hasDependence(supposes, trades) && s.attribution != nil
}

// isReady: "is ready to", "is willing to", "was prepared to".
func (s *statement) isReady(c *clause) bool {
	return ready[s.lemma(c.pred)] && s.low(c.pred+1) == "to" && s.tag(c.pred) != tagVBG
}

var ready = wordsIn("ready willing prepared prepare minded")

// sits: "its board would meet on Friday".
func (s *statement) sits(c *clause) bool {
	if c.scheduled && !s.isHostile(c.pred) {
		return s.attribution != nil
	}
	if c.subject >= 0 && persons[s.low(c.subject)] {
		return false
	}
	return c.isFuture() && !c.negated && sittings[s.lemma(c.pred)] && s.attribution != nil
}

var persons = wordsIn("i we he she")

var sittings = wordsIn("meet convene sit gather hold look review consider study examine publish hear debate decide monitor visit travel")

// promises: "she would repair the bridge".
func (s *statement) promises(c *clause) bool {
	if s.attribution == nil || !c.own || c.does != nil {
		return false
	}
	return c.isFuture() && !drifts[s.lemma(c.pred)] && s.child(c.pred, copulas) < 0 && s.lemma(c.pred) != "like" && !s.hasWord(c, rather) || s.isReady(c)
}

var rather = wordsIn("rather")

// demands: "the builders must repair the bridge".
func (s *statement) demands(c *clause) bool {
	return (c.modal == "must" || c.modal == "should" && !s.hasMoment(c)) && (!c.own || s.attribution != nil && !s.isMeant(c.subject)) && !c.perfect
}

func (s *statement) hasMoment(c *clause) bool { return s.momentIn(s.reach(c)) != nil }

func (s *statement) commands(c *clause) bool {
	return c.command && !s.requests(c)
}

func (s *statement) requests(c *clause) bool {
	if c.command && (s.low(c.pred) == "let" || s.hasWord(c, please)) {
		return true
	}
	return c.own && c.modal == "would" && s.lemma(c.pred) == "like" && s.attribution != nil && s.hasWord(c, toWord)
}

var please, toWord = wordsIn("please"), wordsIn("hear see know ask")

// wouldCome: "a flood would close the bridge".
func (s *statement) wouldCome(c *clause) bool {
	return c.modal == "would" && !c.own && !c.perfect && !s.isSomebody(c.subject) && (s.hasDependence(supposes) || s.isSupposed(c.subject))
}

// isSupposed reports whether a subject is something that may never be: "a flood",
// "such a move", "the merger".
func (s *statement) isSupposed(i int) bool {
	if i < 0 {
		return false
	}
	d := s.child(i, determiners)
	return d >= 0 && mere[s.low(d)] || d < 0 && s.tag(i) == tagVBG || proposals[s.lemma(i)] || s.low(i) == "that" || s.low(i) == "this"
}

var (
	mere      = wordsIn("a an such any another")
	proposals = wordsIn("demand plan proposal deal move offer merger strike closure attack ban tax takeover bid pause truce warrant cut withdrawal return sale agreement")
)

// othersWill: "the builders will close the bridge on Monday".
func (s *statement) othersWill(c *clause) bool {
	if !c.isFuture() || c.own {
		return false
	}
	return s.isSomebody(c.subject) && !drifts[s.lemma(c.pred)] || c.passive || s.hasMoment(c) && !drifts[s.lemma(c.pred)] && s.isBody()
}

// isBody reports whether the source is a body, or the outlet itself: what it says
// will be at some time is its plan.
func (s *statement) isBody() bool {
	if s.attribution == nil {
		return true
	}
	for i := s.source.first; i < s.source.end; i++ {
		if institutions[s.lemma(i)] || s.lemma(i) == "office" || s.lemma(i) == "operator" || s.lemma(i) == "service" {
			return true
		}
	}
	return s.isOrganisation()
}

// isDrafted: "under the draft, the army would withdraw", and what somebody who knows
// the text says of it.
func (s *statement) isDrafted(c *clause) bool {
	if c.modal != "would" || c.own || s.attribution == nil {
		return false
	}
	whole := s.source
	for i := s.source.first; i < s.source.end; i++ {
		whole = extent{min(whole.first, s.below[i].first), max(whole.end, min(s.below[i].end, s.cue.first))}
	}
	for i := whole.first; i < whole.end; i++ {
		if drafts[s.lemma(i)] {
			return true
		}
	}
	return s.has(c, underDrafts)
}

var (
	drafts      = wordsIn("text proposal draft offer terms outline")
	underDrafts = phrases("under the? proposal|draft|offer|terms|text|deal|plan", "under a|its|their proposal|draft|offer|deal|plan")
)

// isUncertain: "no certainty that", "it was not certain".
func (s *statement) isUncertain(c *clause) bool { return s.has(c, uncertain) }

var uncertain = phrases("no certainty", "not certain|clear|sure", "no guarantee that", "uncertain")

// isSomebody reports whether a noun is one who acts.
func (s *statement) isSomebody(i int) bool {
	if i < 0 {
		return false
	}
	if _, known := s.at(i); known {
		return true
	}
	return proper[s.tag(i)] || thirdPersons[s.low(i)] && s.low(i) != "it" || institutions[s.lemma(i)] || s.isPeople(i) || roles[s.lemma(i)]
}

// isPeople tells by its ending whether a plural may name people: "builders",
// "rebels" it does not know.
func (s *statement) isPeople(i int) bool {
	if s.tag(i) != tagNNS || things[s.low(i)] {
		return false
	}
	for _, ending := range []string{"ers", "ors", "ists", "men", "ees", "ians", "ants"} {
		if strings.HasSuffix(s.low(i), ending) {
			return true
		}
	}
	return moreOfThem[s.low(i)]
}

// roles are nouns for one who acts.
var roles = wordsIn(`minister president premier governor mayor mediator envoy leader chairman director executive king queen
	secretary commander general prosecutor judge spokesman spokeswoman owner buyer bidder rival arbitrator negotiator manager chief`)

var (
	things = wordsIn(`numbers rivers waters papers letters powers orders offers matters flowers towers answers trailers
		factors sectors doors floors errors tumours shutters temperatures centers quarters covers dollars plants
		restaurants grants variants fees trees committees specimen reactors motors borders orders barriers tankers containers`)
	moreOfThem = wordsIn("rebels police troops soldiers people staff crews teams nurses guards gunmen parties sides prosecutors families pilots parents pupils students")
)

var inclined = wordsIn("rather like love prefer")

// willCome: "the river will rise".
func (s *statement) willCome(c *clause) bool {
	return c.isFuture() && !c.perfect && !s.hasWord(c, inclined) || c.modal == "should" && !c.perfect && s.hasMoment(c)
}

// mayCome: "could be filed next week".
func (s *statement) mayCome(c *clause) bool {
	if !isMaybe[c.modal] || c.perfect || ables[s.lemma(c.pred)] {
		return false
	}
	return s.hasMoment(c)
}

func (s *statement) mayBe(c *clause) bool {
	return isMaybe[c.modal] && !ables[s.lemma(c.pred)] && !c.negated
}

var (
	isMaybe = map[string]bool{"may": true, "might": true, "could": true}
	ables   = wordsIn("afford carry bear see hear find tell enter reach")
)

// denies: "she had not taken the money", "there were no talks".
func (s *statement) denies(c *clause) bool {
	if s.attribution == nil || c.isFuture() || c.modal != "" {
		return false
	}
	if c.without >= 0 {
		return contested[s.lemma(c.without)] && s.lemma(c.pred) == "have"
	}
	switch {
	case !c.negated:
		return false
	case c.nobody && (c.exists || c.passive):
		return contested[s.lemma(c.subject)]
	case c.nobody && nobody[s.low(c.subject)]:
		return s.isAnswerable() && s.isDenier() && (c.past || c.perfect) || s.hasWord(c, ourselves)
	case ignorant[s.lemma(c.pred)] || c.passive || c.nothing && !pronouns[s.low(c.subject)]:
		return false
	case c.own:
		return c.past || c.perfect || s.hasWord(c, contested)
	}
	return s.quoted(c.pred) && c.perfect && s.isSomebody(c.subject) && s.hasWord(c, contested)
}

// isAnswerable reports whether the one who speaks may speak for more than themselves:
// not a private person, nor someone kept unnamed.
func (s *statement) isAnswerable() bool {
	if who := s.speaker(); who >= 0 && who < len(s.told.Actors) && s.told.Actors[who].Private {
		return false
	}
	chain := s.attribution.Chain
	if len(chain) == 0 {
		return true
	}
	switch chain[len(chain)-1].Identity {
	case hearsay.NamedPerson, hearsay.NamedOrganisation, hearsay.Role:
		return true
	}
	return false
}

// isDenier reports whether the source is somebody who answers for others.
func (s *statement) isDenier() bool {
	for i := s.source.first; i < s.source.end; i++ {
		if institutions[s.lemma(i)] || deniers[s.lemma(i)] || proper[s.tag(i)] {
			return true
		}
	}
	return false
}

var (
	pronouns  = wordsIn("i we he she it they")
	deniers   = wordsIn("spokesman spokeswoman spokesperson chairman executive minister president official")
	ignorant  = wordsIn("know hear think want expect understand notify inform believe need use find hold")
	ourselves = wordsIn("our this")
	contested = wordsIn("talk talks plan plans agreement deal order offer request contact meeting decision evidence link intention promise contract payment connection letter truth basis knowledge role")
)

// has reports whether one of some phrases stands in the clause's sentence within the
// content.
func (s *statement) has(c *clause, all phraseSet) bool {
	e := s.sentenceOf(c.pred)
	for i := max(e.first, c.within.first); i < min(e.end, c.within.end); i++ {
		for _, p := range all {
			if _, ok := s.matches(p, i, c.within.end); ok {
				return true
			}
		}
	}
	return false
}

func phrases(all ...string) (list phraseSet) {
	for _, p := range all {
		list = append(list, phraseOf(p))
	}
	return list
}

// phraseSet is a list of phrases.
type phraseSet [][]word

// at reports whether one of the phrases begins with the clause's predicate.
func (l phraseSet) at(s *statement, c *clause) bool {
	for _, p := range l {
		if _, ok := s.matches(p, c.pred, c.within.end); ok {
			return true
		}
	}
	return false
}

// hasWord reports whether a word of a set stands in the clause.
func (s *statement) hasWord(c *clause, set wordSet) bool {
	e := s.reach(c)
	for i := e.first; i < e.end; i++ {
		if set[s.low(i)] {
			return true
		}
	}
	return false
}

// countIsThePoint reports whether the content says how many or how much.
func (s *statement) countIsThePoint() bool {
	for i := range s.clauses {
		if s.counts(&s.clauses[i]) {
			return true
		}
	}
	return len(s.clauses) == 0 && s.holdsFigure()
}

// holdsFigure reports whether a figure stands in the content.
func (s *statement) holdsFigure() bool {
	for _, e := range s.content {
		if s.figureIn(e) != nil {
			return true
		}
	}
	return false
}

// figureIn returns the first figure in an extent, nil for none.
func (p *page) figureIn(e extent) *hearsay.Figure {
	if e.empty() {
		return nil
	}
	span := p.doc.TokensSpan(e.first, e.end)
	for i := p.figureFrom(span.Start); i < len(p.told.Figures) && p.told.Figures[i].Span.Start < span.End; i++ {
		if f := &p.told.Figures[i]; span.Contains(f.Span) && f.State != "duration" {
			return f
		}
	}
	return nil
}
