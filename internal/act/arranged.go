package act

import "hearsay/internal/tree"

// # Clauses of what is arranged, undertaken or spared.

// takesPlace: "the trial will open on May 4", "the talks would go on".
func (s *statement) takesPlace(c *clause) bool {
	return c.isFuture() && !c.negated && c.subject >= 0 && s.attribution != nil &&
		events[s.Lemma(c.subject)] && happens[s.Lemma(c.pred)]
}

var (
	events = tree.FormsOf(`trial hearing summit talk negotiation vote election session conference meeting game match season term
		referendum ballot ceremony funeral congress count debate round visit school poll`)
	happens = tree.FormsOf("open begin start resume take go continue hold end reconvene close")
)

// undertakes: "the search will go on", as one says whose search it is.
func (s *statement) undertakes(c *clause) bool {
	return c.isFuture() && !c.negated && c.subject >= 0 && s.isAnswerable() && !s.hasDependence(supposes) &&
		efforts[s.Lemma(c.subject)] && works[s.Lemma(c.pred)]
}

var (
	efforts = tree.FormsOf(`search rescue inquiry investigation work repair relief aid help support vaccination campaign probe review
		audit payment compensation effort operation evacuation crew team`)
	works = tree.FormsOf("go continue resume report begin start cover reach carry arrive follow publish flow return proceed")
)

// spares: "nobody will lose a home".
func (s *statement) spares(c *clause) bool {
	if c.nobody && c.modal == "must" && s.isAnswerable() && s.hasWord(c, wills) {
		return true // "nobody will have to move"
	}
	return c.nobody && c.isFuture() && !c.exists && s.isAnswerable() && !withholds[s.Lemma(c.pred)] && spared[s.Lemma(c.pred)]
}

var wills = tree.FormsOf("will would 'll wo")

// spared are verbs of what one would not suffer.
var spared = tree.FormsOf("lose suffer go starve pay leave be forget evict abandon dismiss sack close cut touch harm hurt punish")

// consentsIf: "would sign if the state paid".
func (s *statement) consentsIf(c *clause) bool {
	if !c.own && !s.isSomebody(c.subject) || c.negated || s.attribution == nil || !s.hasDependence(supposes) {
		return false
	}
	return c.isFuture() && consents[s.Lemma(c.pred)] || s.isReady(c) && s.isReadyOnlyTo(c, consents)
}

var consents = tree.FormsOf("sign accept agree join enter back support approve endorse ratify recommend consent attend vote")

// exhorts: "both sides should keep calm".
func (s *statement) exhorts(c *clause) bool {
	if c.modal != "should" || c.perfect || c.subject < 0 {
		return false
	}
	d := s.Child(c.subject, determiners)
	return everyone[s.Low(c.subject)] || d >= 0 && everyone[s.Low(d)]
}

var everyone = tree.FormsOf("both all everyone everybody")

// mayNot: "may not last the week".
func (s *statement) mayNot(c *clause) bool {
	return isMaybe[c.modal] && c.modal != "could" && c.negated && !c.perfect && !c.own && !ables[s.Lemma(c.pred)] && s.Child(c.pred, copulas) < 0
}

// isTerse: “No road, no deal”, “First the money, then the keys”.
func (s *statement) isTerse() bool {
	if s.attribution == nil || len(s.content) == 0 {
		return false
	}
	e := tree.Between(s.content[0].First, s.content[len(s.content)-1].End)
	for e.First < e.End && s.IsMark(e.First) {
		e.First++
	}
	second := map[string]string{"no": "no", "first": "then"}[s.Low(e.First)]
	if second == "" || e.End-e.First > 12 {
		return false
	}
	found := false
	for i := e.First; i < e.End; i++ {
		if finite[s.Tag(i)] && second == "no" {
			return false
		}
		found = found || i > e.First && s.Low(i) == second && s.isMarkOrJoin(i-1)
	}
	return found
}

func (s *statement) isMarkOrJoin(i int) bool { return s.IsMark(i) || joins[s.Low(i)] }

var joins = tree.FormsOf("or and")

// lodgesAppeal: "would appeal", "will appeal against the ruling".
func (s *statement) lodgesAppeal(c *clause) bool {
	next := s.Low(c.pred + 1)
	return s.Lemma(c.pred) == "appeal" && next != "to" && next != "for"
}

// resolves are verbs by which a body decides to accept or to reject.
var resolves = tree.FormsOf("vote decide resolve choose agree")
