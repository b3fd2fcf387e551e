package voice

import "hearsay"

// speakTo has a telling be said to the noun i, unless it is said to somebody
// already.
func (t *tracer) speakTo(n *telling, verb, i int) {
	if !n.whom.Empty() {
		return
	}
	n.whom = t.upToPreposition(t.phraseOf(i), i)
	if t.isOutlet(i) || t.isOnlySpokenTo(verb, i) {
		n.relays = append(n.relays, n.whom)
	}
}

// nounInGap returns the noun between the cue "told" and what was told, or -1: to
// whom it was told, where the tree has it elsewhere.
//
//	[told] local radio on Tuesday [that 15 had died]
func (t *tracer) nounInGap(n *telling) int {
	if n.verb < 0 || n.verb != n.cue.End-1 || !tells[t.Lemma(n.verb)] {
		return -1
	}
	i := t.nounAfter(n.cue.End)
	if i < 0 || n.source.Has(i) {
		return -1
	}
	for _, c := range n.Content {
		if e := t.ExtentOf(c); e.Has(i) || n.cue.End <= e.First && e.First < i {
			return -1
		}
	}
	return i
}

// addressee returns the noun for the one to whom a verb's words were said, or -1.
//
//	told reporters     said to reporters     said in an interview with a magazine
func (t *tracer) addressee(verb int) int {
	if i := t.toldTo(verb); i >= 0 {
		return i
	}
	for j := t.Below(verb).First; j < t.Below(verb).End; j++ {
		switch {
		case j <= verb && t.Up(j) != verb:
		case t.Up(j) == verb && t.preposition(j) == "to" && nominal(t.Tag(j)) && says[t.Lemma(verb)]:
			return j
		case j > verb && verbs[t.Tag(j)]:
			return -1 // what follows may be the other verb's
		case t.preposition(j) == "in" && isOccasion[t.Lemma(j)]:
			if i := t.child(j, nmod, obl); i >= 0 && (t.preposition(i) == "with" || t.preposition(i) == "to") {
				return i
			}
		}
	}
	return -1
}

// toldTo returns the object of a verb that has one for who is told, or -1.
func (t *tracer) toldTo(verb int) int {
	i := -1
	switch lemma := t.Lemma(verb); {
	case tells[lemma]:
		i = t.child(verb, iobj, obj)
	case promises[lemma]:
		i = t.child(verb, iobj)
	}
	if i > verb && nominal(t.Tag(i)) {
		return i
	}
	return -1
}

func nominal(tag hearsay.Tag) bool { return nouns[tag] || tag == personal }

var (
	tells    = wordsIn("tell inform assure remind brief")
	promises = wordsIn("promise warn offer")
	says     = wordsIn("say speak talk announce write testify confirm describe explain complain comment give make report")
)

var isOccasion = wordsIn("interview comment remark conversation statement email e-mail letter message call exchange")

// isOnlySpokenTo reports whether i, whom a verb tells something, is the name of
// an organisation of which the report says nothing else: it is there because it
// passed the words on.
func (t *tracer) isOnlySpokenTo(verb, i int) bool {
	if t.ours.are(t, t.phraseOf(i)) || !passesOn[t.Lemma(verb)] || assemblies[t.Low(i)] || t.hasModifier(i, assemblies) {
		return false
	}
	if name, ok := t.nameOf(i); !ok || name.Kind != hearsay.OrganisationName {
		return false
	}
	last := t.lastName(i)
	for _, j := range t.properNounsLike(last) {
		if j != i && !t.isSpokenTo(j) {
			return false
		}
	}
	return !assemblies[last]
}

var passesOn = wordsIn("tell say speak talk")

// isSpokenTo reports whether noun j is one to whom something is said.
func (t *tracer) isSpokenTo(j int) bool {
	for h := t.Up(j); h >= 0; h = t.Up(h) {
		if verbs[t.Tag(h)] {
			i := t.addressee(h)
			return i >= 0 && t.Below(i).Has(j)
		}
	}
	return false
}
