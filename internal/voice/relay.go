package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Who stands between
//
// The words of a source reach the outlet through others that no attribution of
// their own encloses:
//
//	an official told Radio Drenn …                    Radio Drenn
//	in an interview with the station he said …        the station
//	a memo, first reported by the Sentinel, says …    the Sentinel
//	he said through a spokesman …                     a spokesman
//
// One to whom something was said is such a hop if it publishes and is not the
// outlet itself; else it is an audience.

// findRelays fills in the hops between of each telling, and to whom it was said.
func (t *tracer) findRelays() {
	for n := range t.tellings {
		t.findOwnRelays(&t.tellings[n])
	}
	for n := range t.tellings {
		t.goOn(n)
	}
}

func (t *tracer) findOwnRelays(n *telling) {
	if n.Silence != "" {
		return
	}
	for _, verb := range t.verbsOf(n) {
		if i := t.addressee(verb); i >= 0 && !n.source.Has(i) {
			t.speakTo(n, verb, i)
		}
	}
	if i := t.nounInGap(n); i >= 0 {
		t.speakTo(n, n.verb, i)
	}
	if len(n.relays) > 0 || n.speaker < 0 {
		return
	}
	if i := t.publisher(n); i >= 0 {
		n.relays = append(n.relays, t.upToPreposition(t.phraseOf(i), i))
	} else if i := t.mouthpiece(n); i >= 0 {
		n.relays = append(n.relays, t.upToPreposition(t.phraseOf(i), i))
	}
}

// verbsOf returns the cue's head and the verbs that say more of the speaking:
//
//	The official, who spoke to the station, said …
//	The claim, made to the station, …
func (t *tracer) verbsOf(n *telling) []int {
	var all []int
	if n.verb >= 0 {
		all = append(all, n.verb)
		all = t.appendVerbs(all, n.verb, acl, relcl, advcl)
	}
	if n.speaker >= 0 {
		all = t.appendVerbs(all, n.speaker, acl, relcl)
	}
	return all
}

func (t *tracer) appendVerbs(all []int, i int, relations ...hearsay.Relation) []int {
	for j := t.Below(i).First; j < t.Below(i).End; j++ {
		if t.Up(j) == i && isOneOf(t.Relation(j), relations) && speaking[t.Lemma(j)] {
			all = append(all, j)
		}
	}
	return all
}

var speaking = wordsIn("speak talk tell make give say interview comment")

// publisher returns the outlet that published the document or the words that a
// telling gives, or passes on a quotation; -1 if none is named.
//
//	a memo, first reported by the Sentinel, says …
//	she was quoted by the agency as saying …
func (t *tracer) publisher(n *telling) int {
	if i := t.broughtBy(tree.Between(n.speaker+1, max(n.source.End, t.Below(n.speaker).End)), n); i >= 0 {
		return i
	}
	if n.verb >= 0 {
		if i := t.broughtBy(tree.Between(n.cue.End, t.sentenceOf(n.verb).End), n); i >= 0 {
			return i
		}
	}
	if n.verb < 0 || !quotes[t.Lemma(n.verb)] {
		return -1
	}
	if i := t.agent(n.verb); i >= 0 && !n.source.Has(i) {
		return i
	}
	return -1
}

// broughtBy returns the outlet that some words say to have brought what they are
// about, or -1: "first reported by", "in a statement carried by".
func (t *tracer) broughtBy(in extent, n *telling) int {
	for j := in.First; j+1 < in.End; j++ {
		if brings[t.Lemma(j)] && t.Low(j+1) == "by" && !t.isSaid(n, j) {
			if i := t.nounAfter(j + 2); t.isOutlet(i) {
				return i
			}
		}
	}
	return -1
}

// isSaid reports whether token i is of the content of a telling.
func (t *tracer) isSaid(n *telling, i int) bool {
	for _, c := range n.Content {
		if c.Overlaps(t.Doc.Tokens[i].Span) {
			return true
		}
	}
	return false
}

var (
	brings = wordsIn("report publish obtain reveal see leak print release air carry broadcast relay")
	quotes = wordsIn("quote cite")
)

// mouthpiece returns one through whom a telling's source spoke, or -1.
func (t *tracer) mouthpiece(n *telling) int {
	if n.verb < 0 {
		return -1
	}
	for j := t.Below(n.verb).First; j < t.Below(n.verb).End; j++ {
		if t.Up(j) != n.verb || t.Relation(j) != obl || !through[t.preposition(j)] {
			continue
		}
		if lemma := t.Lemma(j); offices[lemma] || positions[lemma] || insiders[lemma] {
			return j
		}
	}
	return -1
}

var through = wordsIn("through via")

// goOn gives the telling at position n the hops between of an earlier one that
// it goes on from: the same voice, without a new occasion.
//
//	Yasen Ruhl told Straits One that … . “It is a yes,” he said.
//	The channel quoted an official. … “There is a crack,” the official was quoted as saying.
func (t *tracer) goOn(n int) {
	this := &t.tellings[n]
	if this.within >= 0 || len(this.relays) > 0 || !this.whom.Empty() || this.speaker < 0 {
		return
	}
	m := t.antecedentTelling(n)
	if m < 0 {
		return
	}
	before := &t.tellings[m]
	switch {
	case len(before.relays) > 0:
		this.relays = before.relays
	case before.cited:
		this.relays = t.relaysTo(before.within)
	}
}

// relaysTo returns the words of all hops after the outlet down to a telling's
// source, as hops between.
func (t *tracer) relaysTo(n int) []extent {
	this := &t.tellings[n]
	var all []extent
	if this.within >= 0 {
		all = t.relaysTo(this.within)
	}
	all = append(all, this.relays...)
	if !this.source.Empty() {
		all = append(all, this.source)
	}
	return all
}

// antecedentTelling returns the telling before n whose source n's source goes on
// from, or -1: the last one for a pronoun or a shared source, in the same
// paragraph; the last that is called the same, in that paragraph or the one
// before.
func (t *tracer) antecedentTelling(n int) int {
	this := &t.tellings[n]
	paragraph := t.paragraphNumber(this.speaker)
	for m := n - 1; m >= max(0, n-lookBack); m-- {
		before := &t.tellings[m]
		if before.speaker < 0 || before.gone {
			continue
		}
		distance := paragraph - t.paragraphNumber(before.speaker)
		switch {
		case distance > 1:
			return -1
		case t.goesOnFrom(this, before, distance):
			return m
		case distance == 0 && before.within < 0 && !pronouns[t.Tag(before.speaker)] && pronouns[t.Tag(this.speaker)]:
			return -1 // the pronoun means somebody nearer
		}
	}
	return -1
}

func (t *tracer) goesOnFrom(this, before *telling, distance int) bool {
	i, j := this.speaker, t.antecedent(before.speaker)
	if this.source == before.source && !this.source.Empty() {
		return true
	}
	if a, ok := t.actorOf(this.source); ok && !properNouns[t.Tag(i)] {
		if b, ok := t.actorOf(before.source); ok {
			return a == b
		}
	}
	switch low := t.Low(i); {
	case low == "he" || low == "she" || low == "they" || low == "it":
		return distance == 0
	case properNouns[t.Tag(i)] || t.isIndefinite(i):
		return false
	case t.Lemma(i) == t.Lemma(j):
		return true
	}
	return outlets[t.Lemma(i)] && t.isOutlet(i) && t.isOutlet(j)
}
