package act

// # Clauses of what is arranged, undertaken or spared.

// takesPlace: "the trial will open on May 4", "the talks would go on".
func (s *statement) takesPlace(c *clause) bool {
	return c.isFuture() && !c.negated && c.subject >= 0 && s.attribution != nil &&
		events[s.lemma(c.subject)] && happens[s.lemma(c.pred)]
}

var (
	events = wordsIn(`trial hearing summit talk negotiation vote election session conference meeting game match season term
		referendum ballot ceremony funeral congress count debate round visit school poll`)
	happens = wordsIn("open begin start resume take go continue hold end reconvene close")
)

// undertakes: "the search will go on", as one says whose search it is.
func (s *statement) undertakes(c *clause) bool {
	return c.isFuture() && !c.negated && c.subject >= 0 && s.isAnswerable() && !s.hasDependence(supposes) &&
		efforts[s.lemma(c.subject)] && works[s.lemma(c.pred)]
}

var (
	efforts = wordsIn(`search rescue inquiry investigation work repair relief aid help support vaccination campaign probe review
		audit payment compensation effort operation evacuation crew team`)
	works = wordsIn("go continue resume report begin start cover reach carry arrive follow publish flow return proceed")
)

// spares: "nobody will lose a home".
func (s *statement) spares(c *clause) bool {
	return c.nobody && c.isFuture() && !c.exists && s.isAnswerable() && !withholds[s.lemma(c.pred)] && spared[s.lemma(c.pred)]
}

// spared are verbs of what one would not suffer.
var spared = wordsIn("lose suffer go starve pay leave be forget evict abandon dismiss sack close cut touch harm hurt punish")

// consentsIf: "would sign if the state paid".
func (s *statement) consentsIf(c *clause) bool {
	if !c.own || c.negated || s.attribution == nil || !s.hasDependence(supposes) {
		return false
	}
	return c.isFuture() && consents[s.lemma(c.pred)] || s.isReady(c) && s.isReadyOnlyTo(c, consents)
}

var consents = wordsIn("sign accept agree join enter back support approve endorse ratify recommend consent attend vote")

// exhorts: "both sides should keep calm".
func (s *statement) exhorts(c *clause) bool {
	if c.modal != "should" || c.perfect || c.subject < 0 {
		return false
	}
	d := s.child(c.subject, determiners)
	return everyone[s.low(c.subject)] || d >= 0 && everyone[s.low(d)]
}

var everyone = wordsIn("both all everyone everybody")

// mayNot: "may not last the week".
func (s *statement) mayNot(c *clause) bool {
	return isMaybe[c.modal] && c.modal != "could" && c.negated && !c.perfect && !c.own && !ables[s.lemma(c.pred)] && s.child(c.pred, copulas) < 0
}

// isTerse: “No road, no deal”, “First the money, then the keys”.
func (s *statement) isTerse() bool {
	if s.attribution == nil || len(s.content) == 0 {
		return false
	}
	e := s.content[0]
	for e.first < e.end && s.isMark(e.first) {
		e.first++
	}
	second := map[string]string{"no": "no", "first": "then"}[s.low(e.first)]
	if second == "" || e.end-e.first > 12 {
		return false
	}
	found := false
	for i := e.first; i < e.end; i++ {
		if verbs[s.tag(i)] && second == "no" {
			return false
		}
		found = found || i > e.first && s.low(i) == second && s.isMarkOrJoin(i-1)
	}
	return found
}

func (s *statement) isMarkOrJoin(i int) bool { return s.isMark(i) || joins[s.low(i)] }

var joins = wordsIn("or and")

// lodgesAppeal: "would appeal", "will appeal against the ruling".
func (s *statement) lodgesAppeal(c *clause) bool {
	next := s.low(c.pred + 1)
	return s.lemma(c.pred) == "appeal" && next != "to" && next != "for"
}

// resolves are verbs by which a body decides to accept or to reject.
var resolves = wordsIn("vote decide resolve choose agree")
