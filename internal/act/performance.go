package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

// performance is a word that does something by being said, in its place: the cue,
// or the predicate of a content that tells of such a doing.
type performance struct {
	*statement
	class   *class
	verb    int
	why     string
	rest    []extent // what was offered, denied …
	of      *clause  // the first clause of that, or the clause of the verb itself; nil: none
	inner   bool     // the verb is of the content
	negated bool
	longer  bool // "no longer"
	passive bool
	modal   string
}

// verdict returns what the performance does; false where the word does nothing here
// after all.
func (p *performance) verdict() (verdict, bool) {
	v := verdict{act: p.class.act, stance: p.class.stance, why: p.why, clause: p.of}
	if !p.inner {
		v.clause = nil
	}
	switch p.class.name {
	case "denies":
		return p.denies(v)
	case "rejects":
		return p.rejects(v)
	case "accepts":
		return p.accepts(v)
	case "offers":
		return p.offers(v)
	case "demands", "wants":
		return p.demands(v)
	case "appeals":
		return v, !p.negated
	case "threatens":
		return p.unless(v)
	case "promises":
		return p.promises(v)
	case "warns":
		return p.warns(v)
	case "expects":
		return p.expects(v)
	case "believes":
		return p.believes(v)
	case "counts":
		return v, p.holdsFigure() && !p.negated
	case "plans":
		return p.plans(v)
	case "appears":
		return v, !p.inner && (p.Lemma(p.verb) != "look" || !p.isHereAndThere())
	case "judges":
		return p.judges(v)
	}
	return v, !p.negated
}

// as returns the verdict with another act and stance.
func (v verdict) as(act hearsay.Act, stance hearsay.Stance, because string) verdict {
	v.act, v.stance, v.fixed = act, stance, true
	v.why += ", " + because
	return v
}

func (p *performance) denies(v verdict) (verdict, bool) {
	if p.negated {
		return v.as(hearsay.Assertion, hearsay.Actual, "not"), true
	}
	v.fixed = true
	return v, true
}

func (p *performance) rejects(v verdict) (verdict, bool) {
	switch {
	case p.negated && (p.Lemma(p.verb) == "rule" || p.Lemma(p.verb) == "exclude"):
		return v.as(hearsay.Assertion, hearsay.Possible, "not ruled out"), true
	case p.negated:
		return v.as(hearsay.Assertion, hearsay.Actual, "not"), true
	case (p.Lemma(p.verb) == "reject" || p.Lemma(p.verb) == "dismiss") && p.restHas(reported) && !p.restHas(offered):
		return v.as(hearsay.Denial, hearsay.Denied, "what was reported"), true
	case p.Lemma(p.verb) == "dismiss" && !p.restHas(alleged) && !p.restHas(offered):
		return v, false // "dismissed him", "dismissed it as theatre"
	case p.restHas(alleged) && !p.restHas(offered):
		return v.as(hearsay.Denial, hearsay.Denied, "what was alleged"), true
	case p.restBegins("to rule out", "to exclude"):
		return v.as(hearsay.Assertion, hearsay.Possible, "to rule out"), true
	}
	return v, true
}

var (
	reported = tree.FormsOf("report account version story")
	alleged  = tree.FormsOf("claim accusation allegation charge suggestion criticism rumour rumor notion insinuation")
	offered  = tree.FormsOf("offer proposal plan deal bid demand call request condition term truce text compromise pay invitation")
)

func (p *performance) accepts(v verdict) (verdict, bool) {
	switch {
	case p.Lemma(p.verb) == "agree" && (p.restBegins("on nothing|little", "nothing|little") || p.inner && p.of.nothing):
		return v.as(hearsay.Assertion, hearsay.Actual, "on nothing"), true
	case p.negated, p.inner && p.of.without >= 0, !p.inner && p.restBegins("no|none|nothing|neither"):
		return v.as(hearsay.Refusal, hearsay.Actual, "not"), true
	case p.Lemma(p.verb) == "agree" && p.concurs():
		return v.as(hearsay.Assertion, hearsay.Actual, "that it is so"), true
	case p.Lemma(p.verb) == "welcome" && !p.restHas(offered) && !p.restHas(welcomed):
		return v.as(hearsay.Assertion, hearsay.Actual, "praise"), true
	case p.inner && p.modal == "would" && p.hasDependence(supposes):
		return v.as(hearsay.Condition, hearsay.Hypothetical, "would, if"), true
	case p.Lemma(p.verb) != "welcome" && (p.hasDependence(supposes, exacts) || p.dependsBeyond()):
		return v.as(hearsay.Condition, hearsay.Actual, "if"), true
	case p.hasDependence(exacts) || p.restBegins("with") && p.modal == "would" || p.hasButNot():
		return v.as(hearsay.Condition, hearsay.Actual, "only"), true
	case p.Lemma(p.verb) == "agree" && p.inner && p.isThirdParty():
		return v.as(hearsay.Assertion, hearsay.Actual, "as others tell"), true
	case p.Lemma(p.verb) == "agree" && p.agreesTo():
		return v.as(hearsay.Promise, hearsay.Planned, "to do"), true
	}
	return v, true
}

// agreesTo reports whether somebody agrees to do something, rather than to let
// something be done or to talk.
func (p *performance) agreesTo() bool {
	for _, e := range p.rest {
		for i := e.First; i+1 < e.End; i++ {
			if p.Low(i) == "to" && p.isInfinitive(i+1) {
				return !permits[p.Lemma(i+1)]
			}
		}
	}
	return false
}

// isInfinitive reports whether a word after "to" is a verb, or one that the tagger
// took for an adjective with no noun after it: "to free about 60 men".
func (p *page) isInfinitive(i int) bool {
	return p.Tag(i) == tagVB || p.Tag(i) == tagJJ && i+1 < len(p.Words) && !nouns[p.Tag(i+1)]
}

var permits = tree.FormsOf("let allow permit accept talk meet discuss negotiate consider extend hold join take open")

// isThirdParty reports whether the one who tells is not the one who did it.
func (p *performance) isThirdParty() bool { return p.of != nil && p.of.subject >= 0 && !p.of.own }

// hasButNot reports whether what is accepted is cut down: "Vell but not Dorsena".
func (p *performance) hasButNot() bool {
	for _, e := range p.rest {
		for i := e.First; i+1 < e.End; i++ {
			if p.Low(i) == "but" && p.Low(i+1) == "not" {
				return true
			}
		}
	}
	return false
}

// dependsBeyond reports whether a condition follows what is accepted, which is told to
// the end without it: "accepted [the plan], on condition that …".
func (p *performance) dependsBeyond() bool {
	if p.inner || len(p.rest) == 0 {
		return false
	}
	i := p.rest[len(p.rest)-1].End
	piece := tree.Between(p.verb, p.SentenceOf(p.verb).End)
	for i < piece.End && p.IsMark(i) {
		i++
	}
	f, ok := p.dependenceAt(i, piece)
	return ok && i < piece.End && (f.kind == supposes || f.kind == exacts)
}

// welcomed are what one takes by welcoming it.
var welcomed = tree.FormsOf("price decision bid settlement agreement resolution verdict ruling rise increase")

func (p *performance) offers(v verdict) (verdict, bool) {
	if p.Lemma(p.verb) == "suggest" && !p.isBareWish() {
		return v, false
	}
	if p.inner && (p.of.own || p.hasMoment(p.of) && p.isAnswerable()) && p.of.isFuture() && !p.negated && (supports[p.Lemma(p.verb)] || p.hasMoment(p.of)) {
		return v.as(hearsay.Promise, hearsay.Planned, "to be made"), true
	}
	if p.negated && !p.longer {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	return v, true
}

func (p *performance) promises(v verdict) (verdict, bool) {
	if p.negated {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	if p.Lemma(p.verb) == "assure" && (p.of == nil || p.of.modal == "") {
		return v, false
	}
	if c := p.of; c != nil && !c.negated && (p.isHostile(c.pred) || p.regardless != nil && !p.inner && headlong[p.Lemma(c.pred)]) {
		return v.as(hearsay.Threat, hearsay.Planned, "hostile"), true
	}
	return p.unless(v)
}

// unless leaves out what was only not promised or not threatened.
func (p *performance) unless(v verdict) (verdict, bool) {
	if p.negated && !p.longer {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	return v, true
}

// restHas reports whether a word of a set stands in what was offered, denied ….
func (p *performance) restHas(set wordSet) bool {
	for i := p.verb + 1; i < p.cue.End && !p.inner; i++ {
		if set[p.Lemma(i)] {
			return true // "dismissed calls for [a vote]"
		}
	}
	for _, e := range p.rest {
		for i := e.First; i < e.End; i++ {
			if set[p.Lemma(i)] {
				return true
			}
		}
	}
	return false
}

// restBegins reports whether it begins with one of some phrases.
func (p *performance) restBegins(phrases ...string) bool {
	for _, e := range p.rest {
		for _, phrase := range phrases {
			if _, ok := p.matches(phraseOf(phrase), e.First, e.End); ok {
				return true
			}
		}
	}
	return false
}
