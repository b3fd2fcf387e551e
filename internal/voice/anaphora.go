package voice

import "hearsay"

// identifyPronoun tells how a pronoun identifies: as the one it means, who spoke
// before.
func (t *tracer) identifyPronoun(words extent, i, n int) verdict {
	low := t.Low(i)
	if firstPerson[low] {
		return t.identifyFirstPerson(low, n)
	}
	if v, ok := t.identifyReferent(words, n); ok {
		return v
	}
	for m := n - 1; m >= max(0, n-lookBack); m-- {
		if v := t.lastVoice(m); v != nil && fitsPronoun(low, v.Identity) {
			return verdict{v.Identity, "the last who spoke and fits: " + t.text(t.tellings[m].source)}
		}
	}
	if identity, ok := usually[low]; ok {
		return verdict{identity, "as a rule: " + low}
	}
	return verdict{hearsay.GroupIdentity, "as a rule: " + low}
}

var firstPerson = wordsIn("i we us me")

// identifyFirstPerson tells who says "I" or "we" at the telling at position n:
// whoever speaks there, or those for whom they do.
func (t *tracer) identifyFirstPerson(low string, n int) verdict {
	outer := t.tellings[n].within
	if outer < 0 {
		return verdict{hearsay.OutletIdentity, "the outlet itself"}
	}
	v := t.lastVoice(outer)
	switch {
	case v == nil:
		return verdict{hearsay.GroupIdentity, "as a rule: " + low}
	case low == "i" || low == "me" || v.Identity == hearsay.NamedOrganisation:
		return verdict{v.Identity, "who speaks"}
	case t.speaksForOthers(outer):
		return verdict{hearsay.NamedOrganisation, "whom the one who speaks speaks for"}
	}
	return verdict{hearsay.GroupIdentity, "as a rule: " + low}
}

// speaksForOthers reports whether a telling's source is called by an office.
func (t *tracer) speaksForOthers(n int) bool {
	for i := t.tellings[n].source.First; i < t.tellings[n].source.End; i++ {
		if offices[t.Lemma(i)] {
			return true
		}
	}
	return false
}

// lookBack is how many attributions back it is worth looking for one who was
// named there: it keeps the work on a long report linear.
const lookBack = 200

// fitsPronoun reports whether a pronoun may mean one so identified.
func fitsPronoun(low string, id hearsay.Identity) bool {
	switch low {
	case "he", "she", "him", "her", "his", "who", "himself", "herself":
		return id == hearsay.NamedPerson || id == hearsay.Anonymous || id == hearsay.Role
	case "it", "its", "itself", "which":
		return id == hearsay.NamedOrganisation
	}
	return id == hearsay.GroupIdentity || id == hearsay.Anonymous || id == hearsay.NamedOrganisation
}

// usually tells how pronouns identify of which it is not known whom they mean.
var usually = map[string]hearsay.Identity{
	"he": hearsay.NamedPerson, "she": hearsay.NamedPerson, "him": hearsay.NamedPerson, "his": hearsay.NamedPerson, "her": hearsay.NamedPerson,
	"who": hearsay.NamedPerson, "it": hearsay.NamedOrganisation, "its": hearsay.NamedOrganisation,
	"which": hearsay.NamedOrganisation, "that": hearsay.NamedOrganisation, "this": hearsay.NamedOrganisation,
	"they": hearsay.GroupIdentity, "their": hearsay.GroupIdentity, "them": hearsay.GroupIdentity,
}

// lastVoice returns the last hop of a telling's chain; nil if it has none yet.
func (t *tracer) lastVoice(n int) *hearsay.Voice {
	if chain := t.tellings[n].Chain; len(chain) > 0 {
		return &chain[len(chain)-1]
	}
	return nil
}

// referent returns whom some words mean.
func (t *tracer) referent(words extent) (Referent, bool) {
	s := t.Span(words)
	if s == nil || t.cast.At == nil {
		return Referent{}, false
	}
	return t.cast.At(*s)
}

// actorOf returns the actor whom some words mean.
func (t *tracer) actorOf(words extent) (int, bool) {
	r, ok := t.referent(words)
	return r.Actor, ok && r.Actor >= 0
}

// identifyReferent tells how the one whom a pronoun means is identified.
func (t *tracer) identifyReferent(words extent, n int) (verdict, bool) {
	r, ok := t.referent(words)
	if !ok {
		return verdict{}, false
	}
	if r.Anonymous {
		return verdict{hearsay.Anonymous, "means one kept unnamed: " + t.text(t.ExtentOf(r.As))}, true
	}
	if v, ok := t.identifyActor(words); ok {
		return v, true
	}
	if r.Actor >= 0 {
		if v, ok := t.sameActor(r.Actor, n); ok {
			return v, true
		}
	}
	as := t.ExtentOf(r.As)
	head := t.headOf(as)
	if head < 0 || pronouns[t.Tag(head)] {
		return verdict{}, false
	}
	v := t.identifyNoun(head, n)
	return verdict{v.identity, "means " + t.text(as) + ": " + v.why}, true
}

// identifyActor tells how an actor with a name is identified.
func (t *tracer) identifyActor(words extent) (verdict, bool) {
	actor, ok := t.actorOf(words)
	if !ok || !t.cast.Named[actor] {
		return verdict{}, false
	}
	a := t.cast.Actors[actor]
	return verdict{identityOf(a.Kind), "means " + a.Name}, true
}

func identityOf(kind hearsay.ActorKind) hearsay.Identity {
	switch kind {
	case hearsay.Person:
		return hearsay.NamedPerson
	case hearsay.GroupOfPeople:
		return hearsay.GroupIdentity
	}
	return hearsay.NamedOrganisation
}

// sameActor returns how an actor is identified where it last spoke before the
// telling at position n.
func (t *tracer) sameActor(actor, n int) (verdict, bool) {
	for m := n - 1; m >= max(0, n-lookBack); m-- {
		if v := t.lastVoice(m); v != nil && v.Actor != nil && *v.Actor == actor {
			return verdict{v.Identity, "means the same as " + t.text(t.tellings[m].source)}, true
		}
	}
	return verdict{}, false
}

// sameWords returns how the one last called by the noun i is identified:
//
//	Governor Vera Havlin said …   the governor added …
//	a senior official said …      the official added …
func (t *tracer) sameWords(i, n int) (verdict, bool) {
	if properNouns[t.Tag(i)] || !t.isDefinite(i) {
		return verdict{}, false
	}
	for m := n - 1; m >= max(0, n-lookBack); m-- {
		if v := t.lastVoice(m); v != nil && t.tellings[m].speaker >= 0 && t.isCalled(t.antecedent(t.tellings[m].speaker), t.Lemma(i)) {
			return verdict{v.Identity, "called as before: " + t.text(t.tellings[m].source)}, true
		}
	}
	return verdict{}, false
}

// isCalled reports whether noun i, or a word that stands for the same, has a
// dictionary form.
func (t *tracer) isCalled(i int, lemma string) bool {
	if t.Lemma(i) == lemma {
		return true
	}
	if !offices[lemma] && !positions[lemma] && !insiders[lemma] {
		return false // "the union president" is no union
	}
	for j := t.Below(i).First; j < t.Below(i).End; j++ {
		if t.Up(j) == i && isOneOf(t.Relation(j), beside) && t.Lemma(j) == lemma {
			return true
		}
	}
	return false
}
