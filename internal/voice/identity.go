package voice

import (
	"strings"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// # How a voice is identified
//
// By the words themselves where they tell, by who else they mean where they do not:
//
//	Mara Holt                        a name
//	the ministry's spokesman         the table's word for an office
//	an aide to the minister          the table's word for one kept unnamed
//	he, the official, which, they    whoever is meant
//
// An anonymous voice stays one whoever is meant: it is not for the reader to
// guess.

// verdict is how a voice is identified, and by what.
type verdict struct {
	identity hearsay.Identity
	why      string
}

// identify tells how a voice is identified whose words are an extent with head
// speaker, as the telling at position n has it.
func (t *tracer) identify(words extent, speaker, n int) verdict {
	if speaker < 0 {
		return verdict{hearsay.Unattributed, "nobody is named"}
	}
	speaker = t.antecedent(speaker)
	if pronouns[t.Tag(speaker)] {
		return t.identifyPronoun(words, speaker, n)
	}
	if v, ok := t.identifyNames(words); ok {
		return v
	}
	byWords := t.identifyNoun(speaker, n)
	earlier, again := t.sameWords(speaker, n)
	switch {
	case byWords.identity == hearsay.OutletIdentity || byWords.identity == hearsay.NamedPerson || t.isHidden(speaker):
		return byWords
	case again && earlier.identity == hearsay.Anonymous:
		return earlier
	}
	if r, ok := t.referent(words); ok && r.Anonymous {
		return verdict{hearsay.Anonymous, "means one kept unnamed"}
	}
	if v, ok := t.identifyActor(words); ok && t.mayBe(speaker, v.identity) {
		return v
	}
	if again {
		return earlier
	}
	return byWords
}

// mayBe reports whether a noun may be for one so identified: no person is called
// "the authority", and "one of them" is none of those that "them" means.
func (t *tracer) mayBe(i int, identity hearsay.Identity) bool {
	lemma := t.Lemma(i)
	switch {
	case numbers[t.Tag(i)] || partitives[t.Low(i)]:
		return false
	case t.isPlural(i) && t.determiner(i) < 0 && !properNouns[t.Tag(i)]:
		return false
	case identity == hearsay.NamedPerson:
		return !bodies[lemma] && !documents[lemma] && !outlets[lemma]
	}
	return !offices[lemma] && !positions[lemma]
}

// antecedent returns the noun that a relative pronoun stands for, or the token
// itself.
func (t *tracer) antecedent(i int) int {
	if i < 0 || !relatives[t.Low(i)] {
		return i
	}
	for h := t.Up(i); h >= 0; h = t.Up(h) {
		if t.Relation(h) == relcl && t.Up(h) >= 0 {
			return t.Up(h)
		}
	}
	sentence := t.sentenceOf(i)
	for j := i - 1; j >= sentence.First; j-- {
		if nouns[t.Tag(j)] {
			return j
		}
	}
	return i
}

var relatives = wordsIn("who which that whom")

// identifyNoun tells how a noun identifies, by its words alone.
func (t *tracer) identifyNoun(i, n int) verdict {
	if t.own.are(t, t.phraseOf(i)) {
		return verdict{hearsay.OutletIdentity, "the outlet itself"}
	}
	if name, ok := t.nameOf(i); ok {
		return t.identifyName(name)
	}
	if whose := t.child(i, nmodPoss); whose >= 0 && passedOn[t.Lemma(i)] {
		return t.identifyNoun(whose, n) // "Holt's account" is Holt's
	}
	switch {
	case t.isHidden(i) || t.isInsider(i):
		return verdict{hearsay.Anonymous, "kept unnamed: " + t.text(t.phraseOf(i))}
	case t.isPlural(i):
		return t.identifyPlural(i)
	}
	return t.identifyCommon(i, n)
}

// nameOf returns the name of the one whom the noun i means: it is part of the
// name or stands beside it.
//
//	Anton Reske     its spokesman, Anton Reske     the economist Viggo Lenz
func (t *tracer) nameOf(i int) (hearsay.Name, bool) {
	if name, ok := t.nameAt(i); ok {
		return name, true
	}
	for j := t.Below(i).First; j < t.Below(i).End; j++ {
		if t.Up(j) != i || !isOneOf(t.Relation(j), beside) {
			continue
		}
		name, ok := t.nameAt(j)
		if !ok || name.Kind != hearsay.PersonName && t.Relation(j) == compound {
			continue
		}
		if name.End >= len(t.Doc.Tokens) || t.Tag(name.End) != possessive {
			return name, true
		}
	}
	return hearsay.Name{}, false
}

var beside = []hearsay.Relation{appos, flat, nmodDesc, tree.RelationOf("dep"), tree.RelationOf("list"), compound}

func (t *tracer) identifyName(name hearsay.Name) verdict {
	why := "the name " + t.text(tree.Between(name.First, name.End))
	if name.Kind == hearsay.PersonName {
		return verdict{hearsay.NamedPerson, why}
	}
	return verdict{hearsay.NamedOrganisation, why}
}

// isHidden reports whether the words for i insist on keeping it unnamed: it is
// called so, or is new and an insider, or they give the formula or the nearness
// that goes with it.
func (t *tracer) isHidden(i int) bool {
	lemma, phrase := t.Lemma(i), tree.Between(t.startOf(i), t.Below(i).End)
	switch {
	case t.isNamed(i):
		return false
	case t.hasModifier(i, keptUnnamed):
		return true
	case documents[lemma] || bodies[lemma] || properNouns[t.Tag(i)]:
		return false
	case t.isInsider(i) && (!t.isDefinite(i) || sources[lemma]):
		return true
	}
	return t.has(formulas, phrase) || t.has(forbidden, phrase) || t.has(nearness, phrase) && !offices[lemma]
}

func (t *tracer) has(all phrases, in extent) bool {
	_, ok := t.find(all, in)
	return ok
}

// isInsider reports whether noun i is one of a few that are called nothing but
// officials, sources or people.
func (t *tracer) isInsider(i int) bool {
	switch lemma := t.Lemma(i); {
	case sources[lemma]:
		return true
	case insiders[lemma]:
		return !t.isPlural(i) || t.isCounted(i)
	case positions[lemma]:
		return t.isPlural(i) && t.isCounted(i)
	}
	return false
}

// isCounted reports whether a noun is for so many and no more: two officials are
// kept unnamed, many are a group.
func (t *tracer) isCounted(i int) bool {
	n := t.number(i)
	return n != "" && !everybody[strings.ToLower(n)]
}

var sources = wordsIn("source insider")

func (t *tracer) isNamed(i int) bool {
	name, ok := t.nameOf(i)
	return ok && name.Kind == hearsay.PersonName
}

func (t *tracer) isPlural(i int) bool {
	return plurals[t.Tag(i)] || pluralNouns[t.Low(i)]
}

var pluralNouns = wordsIn("people media press data both others authorities")

func (t *tracer) identifyPlural(i int) verdict {
	lemma := t.Lemma(i)
	switch {
	case passedOn[lemma] && t.child(i, nmodPoss) < 0:
		return verdict{hearsay.Unattributed, "hearsay: " + lemma}
	case documents[lemma] || documents[t.Low(i)]:
		return verdict{hearsay.NamedOrganisation, "documents: " + lemma}
	case properNouns[t.Tag(i)] && t.Words[i].Kind != lexicon.LowerCase && !outlets[lemma] && i != t.sentenceOf(i).First:
		return verdict{hearsay.NamedOrganisation, "a proper noun"}
	}
	return verdict{hearsay.GroupIdentity, "several at once: " + t.Low(i)}
}

// identifyCommon is identifyNoun for one that is called by its kind.
func (t *tracer) identifyCommon(i, n int) verdict {
	lemma := t.Lemma(i)
	switch {
	case offices[lemma]:
		return verdict{hearsay.Role, "offices: " + lemma}
	case positions[lemma]:
		return t.identifyPosition(i, n)
	case outlets[lemma] && (t.isIndefinite(i) || t.hasModifier(i, local)):
		return verdict{hearsay.Anonymous, "an outlet not named: " + t.text(t.phraseOf(i))}
	case passedOn[lemma] && !documents[lemma]:
		return verdict{hearsay.Unattributed, "hearsay: " + lemma}
	case documents[lemma]:
		return verdict{hearsay.NamedOrganisation, "documents: " + lemma}
	case outlets[lemma]:
		return verdict{hearsay.NamedOrganisation, "outlets: " + lemma}
	case bodies[lemma]:
		return verdict{hearsay.NamedOrganisation, "bodies: " + lemma}
	case properNouns[t.Tag(i)]:
		return verdict{hearsay.NamedOrganisation, "a proper noun"}
	case numbers[t.Tag(i)] || partitives[t.Low(i)]:
		return t.identifyPart(i)
	case t.isHuman(i):
		return t.identifyPosition(i, n)
	}
	return verdict{hearsay.NamedOrganisation, "nothing that tells a person: " + lemma}
}

// identifyPosition tells how one identifies who holds a post that others hold as
// well. Who is unnamed in what somebody says is not the outlet's source.
func (t *tracer) identifyPosition(i, n int) verdict {
	if t.isDefinite(i) || !t.isIndefinite(i) && !positions[t.Lemma(i)] || t.inAccount(n) {
		return verdict{hearsay.Role, "positions: " + t.Lemma(i)}
	}
	return verdict{hearsay.Anonymous, "one of several: " + t.text(t.phraseOf(i))}
}

var local = wordsIn("local")

var (
	numbers    = tree.TagsOf("CD")
	partitives = wordsIn("one another other third second none nobody some many most each all both")
	everybody  = wordsIn("none nobody some many most each all both various")
)

// identifyPart tells how "one of them" or "two of the people" identify.
func (t *tracer) identifyPart(i int) verdict {
	if everybody[t.Low(i)] {
		return verdict{hearsay.GroupIdentity, "several at once: " + t.Low(i)}
	}
	return verdict{hearsay.Anonymous, "one of several: " + t.text(t.phraseOf(i))}
}

// isHuman reports whether a noun of no table looks like one for a person: it has
// a relative clause with who, or an ending of those who do something.
func (t *tracer) isHuman(i int) bool {
	for j := i + 1; j < t.Below(i).End; j++ {
		if t.Low(j) == "who" || t.Low(j) == "whom" {
			return true
		}
	}
	lemma := t.Lemma(i)
	for _, ending := range humanEndings {
		if strings.HasSuffix(lemma, ending) {
			return true
		}
	}
	return false
}

var humanEndings = strings.Fields("man woman ist er or ian eer ant mate")

// inAccount reports whether a telling stands in what somebody said who publishes
// nothing: the sources of an outlet that is cited are kept unnamed as well.
func (t *tracer) inAccount(n int) bool {
	outer := -1
	if n >= 0 {
		outer = t.tellings[n].within
	}
	if outer < 0 || t.tellings[outer].speaker < 0 {
		return false
	}
	v := t.lastVoice(outer)
	return v == nil || v.Medium != hearsay.Broadcast && v.Medium != hearsay.Reported && v.Medium != hearsay.Paper
}
