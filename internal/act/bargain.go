package act

import "hearsay/internal/tree"

// # Clauses that give for something, or take what is given.

// bargains: "Give us the ridge and you can have the road".
func (s *statement) bargains(c *clause) bool {
	i := s.afterAnd(c)
	if i < 0 || s.Low(i-1) != "and" || s.dares(c) {
		return false
	}
	return s.Low(i) == "you" && (modals[s.Tag(i+1)] || haves[s.Low(i+1)]) || firstPersons[s.Low(i)] && modalNames[s.Low(i+1)] == "will"
}

// dares: "Touch the ridge and we will be in court", "Stop, or we will shoot".
func (s *statement) dares(c *clause) bool {
	i := s.afterAnd(c)
	if i < 0 || !firstOrThird[s.Low(i)] {
		return false
	}
	if perishes[s.Lemma(i+1)] {
		return true // "and she dies"
	}
	if modalNames[s.Low(i+1)] != "will" {
		return false
	}
	if s.Low(i-1) == "or" {
		return true
	}
	for j := i + 2; j < min(i+6, c.within.End); j++ {
		if s.isHostile(j) || courts[s.Lemma(j)] {
			return true
		}
	}
	return false
}

// afterAnd returns the token after the "and" or "or" that follows a command, -1 for
// none.
func (s *statement) afterAnd(c *clause) int {
	if s.attribution == nil || !(c.command || s.isBareBegin(c)) {
		return -1
	}
	end := min(s.SentenceOf(c.pred).End, c.within.End)
	for i := c.pred + 1; i+1 < end; i++ {
		if joins[s.Low(i)] && (s.Low(i+1) == "you" || firstOrThird[s.Low(i+1)]) {
			return i + 1
		}
	}
	return -1
}

// isBareBegin reports whether a clause begins, in quotation marks, with a verb without
// a subject.
func (s *statement) isBareBegin(c *clause) bool {
	return s.quoted(c.pred) && c.subject < 0 && c.modal == "" && !c.to && !c.ing && s.beginsClause(c.pred, c.within) && (s.Tag(c.pred) == tagVB || s.Tag(c.pred) == tagVBP)
}

var (
	tagVBP       = tree.TagOf("VBP")
	haves        = tree.FormsOf("have get keep")
	perishes     = tree.FormsOf("die burn shoot")
	firstOrThird = tree.FormsOf("we i they it he she")
)

// takes: "we take it", "they will take the arbitrator's figure", "said yes to it".
func (s *statement) takes(c *clause) bool {
	if s.attribution == nil || c.negated || c.past && s.Lemma(c.pred) != "give" || s.hasDependence(supposes, exacts) {
		return false
	}
	if s.has(c, assents) {
		return true
	}
	if s.Lemma(c.pred) == "live" && s.Low(c.pred+1) == "with" {
		return (c.own || s.isSomebody(c.subject)) && s.figureIn(s.reach(c)) == nil && c.isFutureOrCan()
	}
	if s.Lemma(c.pred) != "take" || !c.own && !s.isSomebody(c.subject) || isMaybe[c.modal] {
		return false
	}
	j := s.Child(c.pred, direct)
	return j >= 0 && (taken[s.Lemma(j)] || s.Low(j) == "it" && s.isClauseEnd(j+1, c) || s.Low(j) == "them" && s.isClauseEnd(j+1, c))
}

// taken are what one accepts by taking it.
var taken = tree.FormsOf("offer proposal plan deal bid text compromise figure price term draft truce calendar timetable verdict award settlement")

func (c *clause) isFutureOrCan() bool {
	return c.isFuture() || c.modal == "could" || c.modal == "can"
}

// isClauseEnd reports whether nothing but a mark follows in a clause.
func (s *statement) isClauseEnd(i int, c *clause) bool { return i >= c.within.End || s.IsMark(i) }

var assents = phrases("go|goes|going along with", "fall|falls in with", "say|says|said yes to",
	"give|gives|gave|given its|their|his|her|our|my blessing|consent|approval|assent|backing|go-ahead", "give|gives|gave|given the? green? light|go-ahead|nod to|for",
	"no objection|objections|quarrel|quarrels to|with")

// mayLiveWith reports whether a clause only says what one could bear.
func (s *statement) mayLiveWith(c *clause) bool {
	return s.Lemma(c.pred) == "live" && c.modal == "could"
}

// isTimeFor: "it is time for the commissioner to go".
func (s *statement) isTimeFor(c *clause) bool {
	return s.attribution != nil && (s.has(c, times) || s.needs(c))
}

// needs: "the steelmakers need a duty of 15 percent".
func (s *statement) needs(c *clause) bool {
	return c.own && !c.negated && !c.perfect && c.modal == "" && s.Lemma(c.pred) == "need" && s.Low(c.pred+1) != "to" && s.Child(c.pred, objects) >= 0
}

var times = phrases("time for the|a|his|her|their|its|this|all|both", "is|was high? time that|the|he|she|they|you|we|somebody|someone", "what we|they|i want|need|demand is", "'s time you|they|he|she|somebody|someone")

// sparesIf: "nobody would be let go if they took a cut".
func (s *statement) sparesIf(c *clause) bool {
	return c.nobody && c.isFuture() && !c.exists && s.isAnswerable() && s.hasDependence(supposes, trades) && !s.answersNo()
}

// consentsWhen: "we sign when the money is in the bank".
func (s *statement) consentsWhen(c *clause) bool {
	if s.attribution == nil || c.negated || c.past || c.perfect || !c.own && !(s.isSomebody(c.subject) && c.isFuture()) || c.modal != "" && !c.isFuture() {
		return false
	}
	if !consents[s.Lemma(c.pred)] && !comesBack[s.Lemma(c.pred)] {
		return false
	}
	e := tree.Between(c.pred, min(s.SentenceOf(c.pred).End, c.within.End))
	for i := c.pred + 1; i+2 < e.End; i++ {
		if whens[s.Low(i)] && s.momentIn(tree.Between(i+1, min(i+8, e.End))) == nil && s.hasFinite(tree.Between(i+1, min(i+8, e.End))) {
			return true
		}
	}
	return false
}

func (s *statement) hasFinite(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if finite[s.Tag(i)] {
			return true
		}
	}
	return false
}

var (
	whens     = tree.FormsOf("when once after")
	comesBack = tree.FormsOf("return talk negotiate disarm pay lift release free withdraw reopen hand restore drop")
)

// isArranged: "the delegations meet again on Thursday".
func (s *statement) isArranged(c *clause) bool {
	return s.attribution != nil && !c.negated && !c.perfect && !c.past && c.modal == "" && !c.to && !c.ing && !c.passive &&
		presentTags[s.Tag(c.pred)] && (happens[s.Lemma(c.pred)] || gathers[s.Lemma(c.pred)]) && s.hasMoment(c) && !s.hasWord(c, habits)
}

var (
	gathers = tree.FormsOf("meet convene gather vote fly travel arrive leave depart")
	habits  = tree.FormsOf("every each usually often always since")
)
