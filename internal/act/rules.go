package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

// rule tells what a clause of the content does.
type rule struct {
	name    string
	act     hearsay.Act
	stance  hearsay.Stance
	fits    func(*statement, *clause) bool
	yes, no string // contents that fit, and that do not, after "The mayor said"
}

// rules; of those that fit a clause the first counts. A clause for which none does
// is an assertion.
var rules = []rule{
	{"says nothing", hearsay.Refusal, hearsay.Actual, (*statement).saysNothing,
		"she would not comment on the vote", "she commented on the vote"},
	{"not for discussion", hearsay.Refusal, hearsay.Actual, (*statement).isClosed,
		"the park was not for sale", "the park was for sale"},
	{"this for that", hearsay.Offer, hearsay.Actual, (*statement).bargains,
		"“Give us the ridge and you can have the road”", "“Look at the ridge and at the road”"},
	{"dares them", hearsay.Threat, hearsay.Planned, (*statement).dares,
		"“Leave the ridge alone or we will shut the road”", "“Leave the ridge alone”"},
	{"request", hearsay.Appeal, hearsay.Actual, (*statement).requests,
		"“Please stay at home”", "“They stay at home”"},
	{"has until", hearsay.Deadline, hearsay.Actual, (*statement).hasUntil,
		"the builders had until Friday to answer", "the builders had time to answer"},
	{"must by then", hearsay.Deadline, hearsay.Actual, (*statement).mustBy,
		"the builders must answer by Friday", "the builders answered on Friday"},
	{"due by then", hearsay.Deadline, hearsay.Planned, (*statement).dueBy,
		"their bid would be due by Friday", "the answer was short"},
	{"lapses", hearsay.Deadline, hearsay.Actual, (*statement).lapses,
		"the offer expires on Friday", "the offer is a good one"},
	{"only if", hearsay.Condition, hearsay.Actual, (*statement).onlyIf,
		"the town would pay only if the state paid too", "the town would pay"},
	{"none until", hearsay.Condition, hearsay.Actual, (*statement).noneUntil,
		"there would be no talks until the strike ended", "there would be no talks"},
	{"consents when", hearsay.Condition, hearsay.Actual, (*statement).consentsWhen,
		"“we sign when the money is in the bank”", "“we sign on Friday”"},
	{"own hostile act", hearsay.Threat, hearsay.Planned, (*statement).threatens,
		"the town would sue the builders", "the town would thank the builders"},
	{"or else", hearsay.Threat, hearsay.Possible, (*statement).orElse,
		"if there is no answer, the contract goes to another firm", "the contract goes to another firm"},
	{"whatever happens", hearsay.Threat, hearsay.Planned, (*statement).goesAhead,
		"the demolition would go ahead whatever the court decided", "the demolition went ahead"},
	{"in any case", hearsay.Promise, hearsay.Planned, (*statement).doesAnyway,
		"the bridge would be built with or without a loan", "the bridge was built with a loan"},
	{"takes it", hearsay.Acceptance, hearsay.Actual, (*statement).takes,
		"“it is a fair price and we take it”", "“it is a fair price and we told them”"},
	{"ready for harm", hearsay.Threat, hearsay.Planned, (*statement).isReadyForHarm,
		"she was ready to sue the builders", "she was ready to pay the builders"},
	{"ready to", hearsay.Offer, hearsay.Actual, (*statement).isSaidReady,
		"the builders were prepared to share the cost", "the builders shared the cost"},
	{"could live with", hearsay.Offer, hearsay.Actual, (*statement).comesDown,
		"she would settle for half the price", "she settled in the town"},
	{"own refusal", hearsay.Refusal, hearsay.Actual, (*statement).wouldNot,
		"the town would not sign the contract", "the town would sign the contract"},
	{"raises an offer", hearsay.Offer, hearsay.Actual, (*statement).raises,
		"the builders would raise their offer", "the builders raised the bridge"},
	{"own consent, if", hearsay.Condition, hearsay.Hypothetical, (*statement).consentsIf,
		"the town would sign if the state paid", "the town would sign on Friday"},
	{"nobody, if", hearsay.Offer, hearsay.Actual, (*statement).sparesIf,
		"nobody would be dismissed if the builders stayed", "nobody was dismissed"},
	{"own act, if", hearsay.Offer, hearsay.Actual, (*statement).offersIf,
		"the town would lower the rent if the builders stayed", "the town lowered the rent"},
	{"own sitting", hearsay.Assertion, hearsay.Planned, (*statement).sits,
		"the council would meet on Friday", "the council met on Friday"},
	{"event to come", hearsay.Assertion, hearsay.Planned, (*statement).takesPlace,
		"the trial would open on Friday", "the trial opened on Friday"},
	{"undertaking to come", hearsay.Promise, hearsay.Planned, (*statement).undertakes,
		"the search will go on", "the search went on"},
	{"nobody will", hearsay.Promise, hearsay.Planned, (*statement).spares,
		"nobody will lose a home", "nobody lost a home"},
	{"own act to come", hearsay.Promise, hearsay.Planned, (*statement).promises,
		"she would repair the bridge", "the bridge was repaired"},
	{"is arranged", hearsay.Assertion, hearsay.Planned, (*statement).isArranged,
		"the delegations meet again on Thursday", "the delegations met on Thursday"},
	{"time to", hearsay.Demand, hearsay.Actual, (*statement).isTimeFor,
		"it was time for the builders to go", "it was time"},
	{"both should", hearsay.Appeal, hearsay.Actual, (*statement).exhorts,
		"both sides should keep calm", "the builders should pay"},
	{"must", hearsay.Demand, hearsay.Actual, (*statement).demands,
		"the builders must repair the bridge", "the builders repaired the bridge"},
	{"command", hearsay.Demand, hearsay.Actual, (*statement).commands,
		"“Repair the bridge”", "“The bridge is repaired”"},
	{"would have", hearsay.Assertion, hearsay.Hypothetical, (*statement).wouldHave,
		"the flood would have closed the bridge", "the flood had closed the bridge"},
	{"under a draft", hearsay.Offer, hearsay.Planned, (*statement).isDrafted,
		"under the draft the builders would leave", "the builders would leave"},
	{"what a draft says", hearsay.Assertion, hearsay.Planned, (*statement).isOfDraft,
		"the plan would limit the rent", "the plan was read"},
	{"would if", hearsay.Prediction, hearsay.Hypothetical, (*statement).wouldCome,
		"a flood would close the bridge", "a flood closed the bridge"},
	{"others' act to come", hearsay.Assertion, hearsay.Planned, (*statement).othersWill,
		"the builders will close the bridge on Monday", "the builders closed the bridge"},
	{"to come", hearsay.Prediction, hearsay.Possible, (*statement).willCome,
		"the river will rise", "the river rose"},
	{"may come", hearsay.Prediction, hearsay.Possible, (*statement).mayCome,
		"the bridge could open next week", "the bridge opened last week"},
	{"may not", hearsay.Prediction, hearsay.Possible, (*statement).mayNot,
		"the bridge may not survive", "the bridge did not survive"},
	{"not certain", hearsay.Assertion, hearsay.Possible, (*statement).isUncertain,
		"there was no certainty that the bridge would open", "the bridge would open"},
	{"may be", hearsay.Assertion, hearsay.Possible, (*statement).mayBe,
		"the bridge might be unsafe", "the bridge was unsafe"},
	{"figure", hearsay.FigureAct, hearsay.Actual, (*statement).counts,
		"40 people had been killed", "people had been killed"},
	{"own denial", hearsay.Denial, hearsay.Denied, (*statement).denies,
		"she had not taken the money", "she had taken the money"},
}

// contentVerdict reads the clauses of the content one after the other; the first
// that is more than an assertion tells.
func (s *statement) contentVerdict() verdict {
	if v, ok := s.fragmentVerdict(); ok {
		return v
	}
	fallback := verdict{act: hearsay.Assertion, stance: hearsay.Actual, why: "assertion"}
	for i := range s.clauses {
		c := &s.clauses[i]
		if i > 0 && c.command {
			continue // "add the eight and you have your number"
		}
		v := s.clauseVerdict(c)
		switch {
		case fallback.act == hearsay.FigureAct && !outweighsFigure[v.act]:
		case v.act == hearsay.FigureAct && i+1 < len(s.clauses):
			fallback = v
		case v.act != hearsay.Assertion:
			return v
		case i == 0 || fallback.why == "assertion":
			fallback = v
		}
	}
	if s.attribution != nil && fallback.act == hearsay.Assertion && fallback.why == "assertion" {
		if s.countIsThePoint() {
			return verdict{act: hearsay.FigureAct, stance: hearsay.Actual, why: "figure"}
		}
	}
	return fallback
}

// fragmentVerdict reads a content that is no clause: “No road, no deal”, "no to the
// road", "yes to the road".
func (s *statement) fragmentVerdict() (verdict, bool) {
	switch {
	case s.isTerse():
		return verdict{act: hearsay.Condition, stance: hearsay.Actual, why: "no this, no that"}, true
	case s.beginsWith(agreements):
		return verdict{act: hearsay.Acceptance, stance: hearsay.Actual, why: "agreed"}, true
	case s.saysTo("no"):
		return verdict{act: hearsay.Refusal, stance: hearsay.Actual, why: "no to it"}, true
	case s.saysTo("yes"):
		return verdict{act: hearsay.Acceptance, stance: hearsay.Actual, why: "yes to it"}, true
	}
	return verdict{}, false
}

// outweighsFigure are the acts that a statement is rather than the figure before
// them: "forty fills a bucket; we will not sign for a bucket".
var outweighsFigure = map[hearsay.Act]bool{
	hearsay.Refusal: true, hearsay.Threat: true, hearsay.Offer: true, hearsay.Acceptance: true,
}

// maxClauses is how many clauses of a content are read; what stands further on
// rarely is what the statement is about.
const maxClauses = 3

func (s *statement) clauseVerdict(c *clause) verdict {
	if v, ok := s.innerVerdict(c); ok {
		return v
	}
	for _, r := range rules {
		if r.fits(s, c) {
			return verdict{act: r.act, stance: r.stance, why: r.name, clause: c}
		}
	}
	return verdict{act: hearsay.Assertion, stance: hearsay.Actual, why: "assertion", clause: c}
}

// innerVerdict reads a content that tells of such a doing itself: "the union had
// rejected the offer".
func (s *statement) innerVerdict(c *clause) (verdict, bool) {
	if i := s.Child(c.pred, direct); c.does == nil && i >= 0 && s.isSupport(c.pred) {
		c.does = s.classAt(i) // "had made an offer"
	}
	if i := s.Child(c.pred, openClauses); resolves[s.Lemma(c.pred)] && i >= 0 && c.within.Has(i) {
		if d := s.classAt(i); d != nil && (d.name == "accepts" || d.name == "rejects") {
			c.does = d // "had voted to accept the offer"
		}
	}
	if c.own && c.isFuture() && !c.negated && (s.isHostile(c.pred) || s.lodgesAppeal(c) || s.hasWord(c, unless) && !s.hasDependence(exacts)) {
		return verdict{}, false
	}
	if c.does != nil && c.does.name == "counts" && c.subject >= 0 && s.attribution == nil && s.figureIn(s.reach(c)) != nil {
		return verdict{act: hearsay.FigureAct, stance: hearsay.Actual, why: "content: counts", clause: c}, true
	}
	if c.does != nil && c.does.name == "considers" && (c.passive || c.isFuture()) {
		return verdict{}, false
	}
	if c.does == nil || c.subject < 0 && !c.ing || c.does.name == "counts" || c.nobody || s.isReady(c) {
		return verdict{}, false
	}
	e := s.Below(c.pred)
	p := performance{statement: s, class: c.does, verb: c.pred, why: "content: " + c.does.name, of: c, inner: true,
		rest: []extent{tree.Between(c.pred+1, max(c.pred+1, min(e.End, c.within.End)))}, negated: c.negated, modal: c.modal, passive: c.passive}
	for j := max(c.within.First, c.pred-4); j < c.pred; j++ {
		p.longer = p.longer || s.Low(j) == "longer"
	}
	if own := c.own && (c.modal == "will" || c.modal == "would"); own && c.negated {
		return verdict{}, false
	}
	return p.verdict()
}
