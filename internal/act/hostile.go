package act

import "hearsay/internal/tree"

// # Clauses of what the speaker will do to others, or in spite of them.

// threatens: "would strike", "will leave the talks if …".
func (s *statement) threatens(c *clause) bool {
	if s.attribution == nil {
		return false
	}
	if c.own && isMaybe[c.modal] && !c.negated {
		return s.isHostile(c.pred) || s.hasHostileEnd(c) || s.breaksOff(c)
	}
	if !c.isFuture() && !(c.to && c.subject < 0) {
		return false
	}
	if c.negated {
		return c.own && tolerates.at(s, c)
	}
	if c.own && (s.isHostile(c.pred) || s.breaksOff(c) || s.has(c, hostilePhrases) || s.goesToCourt(c) || s.defies() || s.answersRefusal(c)) || c.own && s.hasWord(c, unless) && !s.hasDependence(exacts) {
		return true
	}
	if c.isFuture() && c.passive && s.answersNo() && (punished[s.Lemma(c.pred)] || s.isHostile(c.pred)) {
		return true
	}
	if !c.own && c.isFuture() && s.isSomebody(c.subject) && s.isHostile(c.pred) && s.hasDependence(supposes) {
		return true
	}
	if !c.own && c.isFuture() && s.isSomebody(c.subject) && (s.isHostile(c.pred) || hostileIf[s.Lemma(c.pred)]) && s.answersNo() {
		return true
	}
	if c.own && s.answersNo() && !yielding[s.Lemma(c.pred)] && !drifts[s.Lemma(c.pred)] && s.Child(c.pred, copulas) < 0 {
		return true
	}
	if c.isFuture() && s.punishes(c) {
		return true
	}
	if c.subject >= 0 && !c.own && s.isBody() && s.isPeople(c.subject) && s.isHostile(c.pred) {
		return s.hasDependence(supposes) // a union of its members
	}
	return c.own && s.hasDependence(supposes) && hostileIf[s.Lemma(c.pred)]
}

// goesToCourt: "would go to the highest court", "will take the firm before a tribunal".
func (s *statement) goesToCourt(c *clause) bool {
	l := s.Lemma(c.pred)
	if l != "go" && l != "take" && l != "bring" && l != "turn" {
		return false
	}
	e := s.reach(c)
	for i := c.pred; i < e.End; i++ {
		if k := s.Child(i, cases); courts[s.Lemma(i)] && k >= 0 && (s.Low(k) == "to" || s.Low(k) == "before") {
			return true
		}
	}
	return false
}

var courts = tree.FormsOf("court tribunal arbitration police")

// defies: "with or without them".
func (s *statement) defies() bool {
	for _, f := range s.dependences {
		if last := s.Low(f.words.End - 1); f.kind == disregards && f.words.End-f.words.First <= 4 && othersThan[last] {
			return true
		}
	}
	return false
}

var othersThan = tree.FormsOf("them him her you")

// answersRefusal: "would call an election if the partner refused".
func (s *statement) answersRefusal(c *clause) bool {
	if yielding[s.Lemma(c.pred)] || s.Child(c.pred, copulas) >= 0 {
		return false
	}
	for _, f := range s.dependences {
		for i := f.words.First; i < f.words.End && f.kind == supposes; i++ {
			if refusing[s.Lemma(i)] && verbs[s.Tag(i)] {
				return true
			}
		}
	}
	return false
}

var (
	refusing = tree.FormsOf("refuse reject fail decline renege")
	yielding = tree.FormsOf(`pay help wait stay talk meet give return repay keep compensate continue free release lift reopen open sign hand accept
		support agree consider try play work`)
	hostilePhrases = phrases("to court", "to the courts", "to arbitration", "against the|any|such|this|that|his|her|their|its|a government|bill|budget|deal|plan|motion|cabinet|coalition|law|treaty|accord",
		"against any|such|every such|government|budget|deal government|budget|deal|bill|cabinet|plan", "down the|his|her|this|their|its government|cabinet|coalition|minister|premier", "no confidence")
)

// answersNo reports whether what is told hangs on something not being done: "if the pits
// are not filled".
func (s *statement) answersNo() bool {
	for _, f := range s.dependences {
		if f.kind != supposes {
			continue
		}
		for i := f.words.First; i < f.words.End; i++ {
			if low := s.Low(i); negations[low] || low == "unless" || low == "no" || low == "fail" || low == "fails" || low == "failed" {
				return true
			}
		}
	}
	return false
}

// punishes: "anyone who opens a box will be charged".
func (s *statement) punishes(c *clause) bool {
	return c.passive && !c.negated && c.subject >= 0 && punished[s.Lemma(c.pred)] && s.isAnswerable() &&
		(warned[s.Low(c.subject)] || s.Child(c.subject, determiners) >= 0 && warned[s.Low(s.Child(c.subject, determiners))])
}

var (
	punished = tree.FormsOf(`charge prosecute fine arrest punish dismiss expel shoot sue sack suspend jail deport confiscate seize stop evict ban fire
		bar remove detain try impound destroy sink disqualify imprison`)
	warned = tree.FormsOf("anyone anybody whoever those any all every everyone")
)

// hasHostileEnd: "could use its veto to block the sale".
func (s *statement) hasHostileEnd(c *clause) bool {
	e := s.reach(c)
	for i := e.First; i+1 < e.End; i++ {
		if s.Low(i) == "to" && s.Tag(i+1) == tagVB && s.isHostile(i+1) {
			return true
		}
	}
	return false
}

// breaksOff: "would leave the coalition", "will walk away from the talks".
func (s *statement) breaksOff(c *clause) bool {
	lemma := s.Lemma(c.pred)
	return (hostileIf[lemma] || lemma == "walk") && s.hasWord(c, bonds)
}

var bonds = tree.FormsOf("government coalition talks negotiations alliance pact treaty union agreement deal truce ceasefire cease-fire cabinet accord contract")

// orElse: "if there is no answer, the case goes to court".
func (s *statement) orElse(c *clause) bool {
	if s.attribution == nil || !s.hasDependence(supposes) || c.past || c.perfect || c.negated || !sanctions[s.Lemma(c.pred)] {
		return false
	}
	for _, f := range s.dependences {
		for i := f.words.First; i < f.words.End; i++ {
			if low := s.Low(i); negations[low] || low == "no" || low == "unless" || low == "fail" || low == "fails" || low == "refuse" {
				return true
			}
		}
	}
	return false
}

var sanctions = tree.FormsOf("go face impose refer apply lapse lose forfeit end stop fall")

// goesAhead: "we will enter, with or without a deal".
func (s *statement) goesAhead(c *clause) bool {
	if !s.hasDependence(disregards) || !c.isFuture() || c.negated {
		return false
	}
	lemma := s.Lemma(c.pred)
	return s.isHostile(c.pred) || s.breaksOff(c) || headlong[lemma]
}

// headlong are verbs of going on in spite of everything.
var headlong = tree.FormsOf("go proceed press take move close cut leave stop end scrap")

// doesAnyway: "the hall will be built whatever the court decides".
func (s *statement) doesAnyway(c *clause) bool {
	return s.hasDependence(disregards) && c.isFuture() && !c.negated && s.attribution != nil
}

// isSaidReady: "the government is prepared to release more water", as others tell.
func (s *statement) isSaidReady(c *clause) bool {
	return s.isReady(c) && !c.negated && (c.own || s.isSomebody(c.subject)) && !(c.own && s.isReadyOnlyTo(c, parleys)) && !s.consentsIf(c)
}

// isReadyForHarm: "is prepared to go to war".
func (s *statement) isReadyForHarm(c *clause) bool {
	if !s.isReady(c) || c.negated || !c.own {
		return false
	}
	for i := c.pred + 2; i < min(c.pred+4, c.within.End); i++ {
		if s.isInfinitive(i) && s.isHostile(i) {
			return true
		}
	}
	return s.has(c, hostilePhrases)
}

// isReadyOnlyTo reports whether what somebody is ready for is one of some verbs.
func (s *statement) isReadyOnlyTo(c *clause, set wordSet) bool {
	return set[s.Lemma(c.pred+2)]
}

// parleys are verbs of what costs nothing.
var parleys = tree.FormsOf("talk sit meet wait listen act serve work govern lead go stand run defend")

// comesDown: "could live with 5 percent", "would settle for less".
func (s *statement) comesDown(c *clause) bool {
	if !c.own && !s.isSomebody(c.subject) || c.negated || s.attribution == nil {
		return false
	}
	if c.modal != "would" && c.modal != "will" && c.modal != "could" && c.modal != "can" {
		return false
	}
	if goesTo.at(s, c) {
		return s.figureIn(s.reach(c)) != nil && s.isSomebody(c.subject)
	}
	return concessions.at(s, c) && !s.hasDependence(exacts) && !s.takes(c)
}

// goesTo are of one who raises a price, or comes down to one.
var goesTo = phrases("go up|down|as? to|high|low|far as?", "go to")

var concessions = phrases("settle for", "live with", "make do with", "come down to|from|by", "be content|satisfied|happy with", "meet them|him|her|us halfway|half-way")

// isOfDraft: "the draft would limit the flow".
func (s *statement) isOfDraft(c *clause) bool {
	if s.isPaper() && c.isFuture() && !c.own {
		return true
	}
	return c.subject >= 0 && papers[s.Lemma(c.subject)] && provides[s.Lemma(c.pred)] && !c.past && !c.perfect
}

// isPaper reports whether it is a document that says it: "the memo says".
func (s *statement) isPaper() bool {
	for i := s.source.First; i < s.source.End; i++ {
		if subjects[s.Relation(i)] && documents[s.Lemma(i)] {
			return true
		}
	}
	return false
}

var (
	documents = tree.FormsOf("memo memorandum document plan slide presentation blueprint programme manifesto roadmap")
	papers    = tree.FormsOf("draft plan text bill law rule proposal deal agreement treaty budget scheme programme program")
	provides  = tree.FormsOf("set require oblige allow give grant ban limit include provide contain foresee envisage guarantee cap bind")
)

// isHostile reports whether a predicate is a verb of doing harm or of breaking off.
func (s *statement) isHostile(i int) bool {
	lemma := s.Lemma(i)
	return hostile[lemma] || hostile[lemma+"-"+s.Low(i+1)]
}

var (
	hostile = tree.FormsOf(`strike block attack enter invade bomb shell raid retaliate boycott sue sanction expel seize punish storm
		destroy kill blockade evict fire crush march-on occupy suspend escalate hit veto respond-with paralyse
		walk-out pull-out storm-out shut-down vote-against vote-down overturn strip arrest jail prosecute depose revoke withhold freeze blacklist disqualify deport expropriate outlaw censure unseat impeach oust disrupt fight sink execute annex besiege topple bring-down overthrow picket down
		board ram shoot open-fire intercept impound confiscate fine shut ground evict sever recall charge walk-off call-out raze flatten bar cut-off turn-off`)
	// Verbs of what is hostile only if it hangs on what others do.
	hostileIf = tree.FormsOf(`leave close withdraw cancel scrap cut stop halt lodge call go refer send act pull move abandon end
		terminate break sell dismiss strip turn take block file quit resign`)
	tolerates = phrases("stand by", "stand idly", "tolerate", "sit idly", "look away", "watch", "allow", "be intimidated|blackmailed", "back down", "hesitate")
)
