package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// The verbs of answering, by what they say to an offer or a demand.
var (
	accepting   = setOf("accept approve endorse welcome ratify adopt embrace sign agree back concede live recommend")
	refusing    = setOf("reject refuse spurn rebuff dismiss oppose veto turn_down throw_out vote_down object")
	withdrawing = setOf("drop withdraw abandon retract scrap soften relax give_up rescind")
	studying    = setOf("study consider review examine weigh assess")
	denying     = setOf("deny contradict dispute")
	// giving are the verbs of "gave no answer".
	giving = setOf("give make have send offer")
	// replying are those of "has not replied".
	replying = setOf("reply answer respond")
	// silent are what one refuses to do who says nothing.
	silent = setOf("comment discuss say confirm answer elaborate speak talk give name identify")
)

// answer reads what somebody says to a proposal, or that he says nothing yet.
func (r *reading) answer(c *clause) bool {
	if c.head < 0 && !c.passive || c.link == "if" || c.link == "unless" || c.link == "whether" {
		return false
	}
	verb, plain := r.verbal(c.verb), r.Lemma(c.verb)
	if (replying[plain] || giving[plain] || refusing[plain] || refusing[verb]) && r.asksPress(c) {
		return false
	}
	if r.isPosedUnder(c, denying) {
		return false // of "denied that it had agreed" nobody agrees
	}
	is := func(set words) bool { return set[verb] || set[plain] && verb == plain }
	switch {
	case is(denying):
		return r.denial(c)
	case is(withdrawing) && !c.negated && c.modal < 0:
		return r.withdrawal(c)
	case is(refusing) && c.modal < 0:
		return !c.negated && r.refusal(c)
	case !c.negated && c.modal < 0 && r.belittles(c):
		r.addAnswer(c, hearsay.DealingRefuse)
		return true
	case verb == "rule out" && !c.negated && r.rulesOutDeal(c):
		r.addAnswer(c, hearsay.DealingRefuse)
		return false // it is where somebody stands as well
	case reaching[plain] && !c.negated && c.modal < 0 && r.hasObject(c, pactNouns):
		r.addAnswer(c, hearsay.DealingAccept)
		return true
	case is(accepting):
		return r.acceptance(c)
	case is(studying) && (r.hasObject(c, textNouns) || r.hasObject(c, offerNouns) || r.hasObject(c, answerNouns)):
		r.addAnswer(c, hearsay.DealingPending)
		return true
	case (plain == "say" || plain == "decide") && c.negated && c.modal < 0 && r.Low(c.verb+1) == "whether":
		r.addAnswer(c, hearsay.DealingPending)
		return true
	case is(giving) && r.givesNo(c), is(replying) && c.negated:
		r.addAnswer(c, hearsay.DealingPending)
		return true
	}
	return false
}

// addAnswer keeps an answer, with what it is about.
func (r *reading) addAnswer(c *clause, kind hearsay.DealingKind) *hearsay.Dealing {
	d := hearsay.Dealing{Kind: kind, By: r.subjectOf(c)}
	if c.passive {
		d.By = r.agentOf(c)
	}
	d.Terms, d.About = r.objectOf(c, d.By)
	return r.add(c, d)
}

// objectOf returns what is answered: its terms, or the words that stand for them.
func (r *reading) objectOf(c *clause, by *hearsay.Doer) (terms []hearsay.Wording, about *hearsay.Span) {
	o := r.child(c.verb, objects)
	if c.passive {
		o = c.head
	}
	if k := r.child(c.verb, clausal); o < 0 && k > c.verb {
		return r.wordings(k, c.End, by), nil
	}
	if o >= 0 && relatives[r.Tag(o)] {
		if o = r.amountFrom(c); o < 0 {
			return nil, nil
		}
	}
	if o < 0 {
		if o = r.oblique(c.verb, setOf("to on with")); o < c.verb {
			return nil, nil
		}
	}
	if terms = r.wordings(o, c.End, nil); c.passive {
		terms = nil
	}
	e := r.Below(o)
	e.End = min(e.End, max(c.End, o+1))
	if span, ok := r.span(e); ok {
		about = &span
	}
	return terms, about
}

// amountFrom returns the noun of the first amount after a clause's verb; -1 for none.
func (r *reading) amountFrom(c *clause) int {
	for i := c.verb + 1; i < c.End; i++ {
		if r.isNumber(i) {
			if h := r.Up(i); h > i && h < c.End && nounTags[r.Tag(h)] {
				return h
			}
			return i
		}
	}
	return -1
}

func (r *reading) acceptance(c *clause) bool {
	o := r.child(c.verb, objects)
	switch plain := r.Lemma(c.verb); {
	case c.modal >= 0 && (r.Low(c.modal) == "must" || r.Low(c.modal) == "should"):
		return false
	case plain == "agree" && r.child(c.verb, clausal) < c.verb && r.oblique(c.verb, setOf("to on with")) < c.verb:
		return false
	case plain == "live" && r.oblique(c.verb, setOf("with")) < c.verb:
		return false
	case (plain == "back" || plain == "sign" || plain == "recommend" || plain == "welcome" || plain == "adopt" || plain == "concede" || plain == "approve" || plain == "embrace") &&
		(o < 0 || !r.speaksOfTerms(o)):
		if plain != "sign" || c.modal < 0 || r.conditionOf(c.verb, c.extent) == nil {
			return false
		}
	}
	if c.passive && c.head >= 0 && (r.Low(c.head) == "nothing" || r.Low(c.head) == "none") {
		return r.nothingAgreed(c)
	}
	kind := hearsay.DealingAccept
	if c.negated || o > c.verb && negations[r.Low(r.Below(o).First)] {
		kind = hearsay.DealingRefuse
	}
	answer := r.addAnswer(c, kind)
	by := answer.By
	if kind == hearsay.DealingAccept && len(answer.Terms) > 0 && c.modal < 0 {
		r.opensText(c, answer.Cue)
	}
	r.demandOf(c, by)
	return true
}

// rulesOutDeal reports whether what a clause rules out is the very thing that is dealt
// in: "ruled out any exchange".
func (r *reading) rulesOutDeal(c *clause) bool {
	for i := c.verb + 1; i < min(c.End, c.verb+5); i++ {
		if l := r.Lemma(i); textNouns[l] || l == "exchange" || l == "swap" || l == "offer" || l == "sale" || l == "concession" {
			return true
		}
	}
	return false
}

// belittles reports whether a clause says of an offer that it will not do: "called
// the offer an insult", "said the sum was too little".
func (r *reading) belittles(c *clause) bool {
	of := c.head
	if l := r.Lemma(c.verb); l == "call" || l == "consider" || l == "describe" || l == "denounce" || l == "brand" || l == "label" {
		of = r.child(c.verb, objects)
		if k := r.child(c.verb, clausal); of < 0 && k > c.verb {
			of = r.child(k, subjects)
		}
	} else if r.child(c.verb, copula) < 0 {
		return false
	}
	if of < 0 || !bidNouns[r.Lemma(of)] && !textNouns[r.Lemma(of)] && r.Lemma(of) != "sum" && r.Lemma(of) != "ultimatum" && r.Lemma(of) != "approach" && r.Lemma(of) != "demand" {
		return false
	}
	for i := of + 1; i < c.End && i < of+7; i++ {
		if unfit[r.Low(i)] || r.Low(i) == "too" && (r.Low(i+1) == "little" || r.Low(i+1) == "low") || r.Low(i) == "not" && r.Low(i+1) == "enough" {
			return true
		}
	}
	return false
}

var unfit = setOf("unacceptable insult insulting inadequate non-starter nonstarter derisory laughable insufficient opportunistic absurd")

// nothingAgreed reads "Nothing has been agreed" as a denial by whoever says so.
func (r *reading) nothingAgreed(c *clause) bool {
	by := r.speakerOf(c, r.attributionOf(r.Doc.Tokens[c.verb].Span))
	if by == nil || by.Actor == nil {
		return false
	}
	about, _ := r.span(c.subject)
	r.add(c, hearsay.Dealing{Kind: hearsay.DealingDeny, By: by, About: &about})
	return true
}

// opensText takes an agreement that is told with a term of it for the text that the
// paragraphs after it tell more of: "have agreed to pull back their guns. Each side
// would move them 15 kilometres."
func (r *reading) opensText(c *clause, cue hearsay.Span) {
	if r.topic.words == nil && r.isJoint(c) {
		r.topic.words, r.topic.by, r.topic.running = &cue, nil, true
		r.agreed = &cue
	}
}

// isJoint reports whether a clause has two for its subject: "Velle and Sarn", "both
// sides".
func (r *reading) isJoint(c *clause) bool {
	for i := c.subject.First; i < c.subject.End; i++ {
		if low := r.Low(i); low == "both" || low == "sides" || low == "parties" || low == "and" && isName(r.Doc.Words(i+1)) {
			return true
		}
	}
	return false
}

// reaching are verbs of coming to an agreement, pactNouns what is come to.
var (
	reaching  = setOf("reach strike conclude clinch seal sign announce hammer_out")
	pactNouns = setOf("agreement deal accord pact settlement compromise truce treaty cease-fire ceasefire contract understanding armistice")
)

// isPosedUnder reports whether a clause is what another says with one of some verbs.
func (r *reading) isPosedUnder(c *clause, posing words) bool {
	for i, steps := c.verb, 0; i >= 0 && steps < 4; i, steps = r.Up(i), steps+1 {
		if h := r.Up(i); h >= 0 && h < c.verb && clausal[r.Relation(i)] && posing[r.Lemma(h)] {
			return true
		}
	}
	return false
}

// speaksOfTerms reports whether a noun stands for terms or an answer to them, or
// names a figure.
func (r *reading) speaksOfTerms(o int) bool {
	l := r.Lemma(o)
	if textNouns[l] || offerNouns[l] || l == "yes" {
		return true
	}
	for i := r.Below(o).First; i < r.Below(o).End; i++ {
		if r.isNumber(i) {
			return true
		}
	}
	return pronouns[r.Tag(o)]
}

func (r *reading) refusal(c *clause) bool {
	o := r.child(c.verb, objects)
	if o >= 0 && reporting[r.Lemma(o)] {
		return false
	}
	if h := r.Up(c.verb); o < 0 && r.Relation(c.verb) == relcl && h >= 0 && (textNouns[r.Lemma(h)] || offerNouns[r.Lemma(h)]) {
		d := hearsay.Dealing{Kind: hearsay.DealingRefuse, By: r.subjectOf(c)}
		about := r.Doc.Tokens[h].Span
		d.About = &about
		r.add(c, d)
		return true
	}
	if k := r.child(c.verb, clausal); k > c.verb && silent[r.Lemma(k)] {
		return false
	}
	if r.Lemma(c.verb) == "dismiss" || r.Lemma(c.verb) == "object" || r.Lemma(c.verb) == "oppose" {
		if o := r.child(c.verb, objects); o < 0 || !r.speaksOfTerms(o) {
			return false
		}
	}
	r.addAnswer(c, hearsay.DealingRefuse)
	return true
}

func (r *reading) withdrawal(c *clause) bool {
	if !r.hasObject(c, wantNouns) {
		return false
	}
	r.addAnswer(c, hearsay.DealingWithdraw)
	return true
}

// denial reads that somebody says there was no such offer, or no change of terms.
func (r *reading) denial(c *clause) bool {
	k := r.child(c.verb, clausal)
	o := r.child(c.verb, objects)
	switch {
	case k > c.verb && r.mentions(tree.Between(c.verb+1, max(c.End, r.Below(k).End))):
	case o >= 0 && pronouns[r.Tag(o)] && len(r.found) > 0:
		if before := r.found[len(r.found)-1]; before.Words.End < r.Doc.Tokens[max(0, r.sentence.First-40)].Start {
			return false
		}
	case o >= 0 && (textNouns[r.Lemma(o)] || offerNouns[r.Lemma(o)]):
	default:
		return false
	}
	r.addAnswer(c, hearsay.DealingDeny)
	return true
}

// mentions reports whether some words speak of an offer, a demand or a text.
func (r *reading) mentions(e extent) bool {
	for i := e.First; i < min(e.End, len(r.Words)); i++ {
		if l := r.Lemma(i); textNouns[l] || offerNouns[l] || l == "ask" || l == "agree" {
			return true
		}
	}
	return false
}

// givesNo reports whether a clause says that no answer is given.
func (r *reading) givesNo(c *clause) bool {
	o := r.child(c.verb, objects)
	if o < 0 || !answerNouns[r.Lemma(o)] && !pledges[r.Lemma(o)] {
		return false
	}
	return c.negated || negations[r.Low(r.Below(o).First)]
}

// reporting are what is rejected as untrue, and no offer.
var reporting = setOf("report claim allegation accusation suggestion charge rumour rumor notion idea criticism account finding")

var pledges = setOf("guarantee commitment promise undertaking assurance pledge response answer")

// asksPress reports whether what is not answered is a question of the press.
func (r *reading) asksPress(c *clause) bool {
	for i := c.verb + 1; i < c.End; i++ {
		if !nounTags[r.Tag(i)] {
			continue
		}
		switch r.Lemma(i) {
		case "request", "question", "call", "message", "email", "comment", "inquiry", "enquiry":
			return true
		}
	}
	return false
}
