package act

import "hearsay/internal/tree"

// # Clauses that answer: nothing to say, not for discussion, by when, only if.

func (c *clause) isFuture() bool { return c.modal == "will" || c.modal == "would" }

// saysNothing: "would not comment", "I have nothing to add".
func (s *statement) saysNothing(c *clause) bool {
	if c.negated && talking[s.Lemma(c.pred)] && (c.own || c.subject < 0) && (c.modal != "" || !c.perfect && !c.past || s.Lemma(c.pred) == "comment") {
		return true
	}
	return s.has(c, mutes)
}

var mutes = phrases("nothing to add|say", "no comment", "no further|more comment", "nothing more|further to say|add", "not be drawn", "nor deny|denied|confirm|confirmed")

// isClosed: "not for sale", "not up for discussion".
func (s *statement) isClosed(c *clause) bool {
	return s.has(c, closed) || s.hasNothingTo(c)
}

// saysTo reads "no to a third reading", after "said".
func (s *statement) saysTo(answer string) bool {
	if len(s.content) == 0 || s.cue.Empty() {
		return false
	}
	i := s.content[0].First
	return s.Low(i) == answer && s.Low(i+1) == "to" && s.Tag(i+2) != tagVB
}

// beginsWith reports whether a content in quotation marks opens with a word of a set
// that stands by itself: "Fine, let them have it".
func (s *statement) beginsWith(set wordSet) bool {
	if len(s.content) == 0 {
		return false
	}
	e := s.content[0]
	for e.First < e.End && s.IsMark(e.First) {
		e.First++
	}
	return set[s.Low(e.First)] && s.quoted(e.First) && (s.IsMark(e.First+1) || e.First+1 >= e.End)
}

var agreements = tree.FormsOf("fine agreed done deal accepted granted")

// hasNothingTo: "there is nothing to recount".
func (s *statement) hasNothingTo(c *clause) bool {
	e := s.SentenceOf(c.pred)
	for i := max(e.First, c.within.First); i+2 < min(e.End, c.within.End); i++ {
		if s.Low(i) == "nothing" && s.Low(i+1) == "to" && deliberates[s.Lemma(i+2)] {
			return true
		}
	}
	return false
}

// deliberates are verbs of taking something up once more, or at all.
var deliberates = tree.FormsOf(`discuss negotiate recount review explain apologise apologize answer investigate debate renegotiate talk decide reconsider
	revise reopen correct retract settle mediate arbitrate inspect inquire revisit`)

var closed = phrases("not for sale", "not up for", "off the table", "out of the question", "not negotiable", "non-negotiable",
	"not on the table", "not open to|for", "no question of", "not a subject|option|matter", "nothing to discuss|negotiate", "not interested in", "unacceptable",
	"not ready|prepared|willing to", "unwilling to", "see|sees|saw no reason|point|need|cause|grounds|basis", "said|say|says no to", "no intention of|to", "not about to", "no wish|desire|mood to", "in no hurry|mood to")

// hasUntil: "have until Friday to answer".
func (s *statement) hasUntil(c *clause) bool {
	l := s.Lemma(c.pred)
	if c.negated || l != "have" && l != "give" && l != "remain" && l != "set" {
		return false
	}
	for i := c.pred + 1; i < s.reach(c).End && (l == "have" || l == "give"); i++ {
		if s.isTimeTo(i, c.within) && s.isSomebody(c.subject) && !c.own {
			return true
		}
	}
	return s.momentAfter(c, until) || (l == "set" || l == "give") && s.hasWord(c, deadlines)
}

// mustBy: "must answer by Friday".
func (s *statement) mustBy(c *clause) bool {
	return c.modal == "must" && !c.own && !c.negated && s.momentAfter(c, by)
}

// dueBy: "the answer is due by Friday", "the offer expires on".
func (s *statement) dueBy(c *clause) bool {
	l := s.Lemma(c.pred)
	if c.negated || l != "due" && l != "expire" && l != "lapse" && !(l == "expect" && c.passive) {
		return false
	}
	return s.momentAfter(c, by) || c.subject >= 0 && replies[s.Lemma(c.subject)] && s.momentIn(tree.Between(c.pred, c.within.End)) != nil
}

var deadlines = tree.FormsOf("deadline ultimatum")

var by = tree.FormsOf("by until before")

// lapses: "the offer lapses on Sunday".
func (s *statement) lapses(c *clause) bool {
	l := s.Lemma(c.pred)
	if (l == "stand" || l == "hold" || l == "open" || l == "valid") && c.subject >= 0 && offered[s.Lemma(c.subject)] && !c.negated && s.momentAfter(c, until) {
		return true // "the offer stands until Friday"
	}
	return (l == "lapse" || l == "expire" || l == "run" && s.Low(c.pred+1) == "out") && !c.negated && !c.past && !c.perfect && s.hasMoment(c)
}

// momentAfter reports whether a time stands after one of some prepositions in a
// clause.
func (s *statement) momentAfter(c *clause, prepositions wordSet) bool {
	e := s.reach(c)
	for i := e.First; i < e.End; i++ {
		if prepositions[s.Low(i)] && s.momentIn(tree.Between(i, min(i+8, e.End))) != nil {
			return true
		}
	}
	return false
}

// reach returns the words of a clause within its content.
func (s *statement) reach(c *clause) extent {
	e := s.Below(c.pred)
	return tree.Between(max(e.First, c.within.First), min(e.End, c.within.End))
}

// onlyIf: "would sign only if …", "will not return until …".
func (s *statement) onlyIf(c *clause) bool {
	if s.hasDependence(exacts) {
		return !s.hasDependence(disregards)
	}
	return c.negated && c.own && c.isFuture() && s.hasDependence(supposes) && s.hasWord(c, unless)
}

// noneUntil: "there will be no talks until …", "there would be no money without …".
func (s *statement) noneUntil(c *clause) bool {
	return c.nobody && (c.exists && c.isFuture() || possible[s.Lemma(c.pred)]) && s.hasWord(c, firstThat)
}

var possible = tree.FormsOf("possible conceivable thinkable imaginable")

var firstThat = tree.FormsOf("until unless without before")

var unless = tree.FormsOf("unless")
