package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names are matched in order, from what cannot be wrong to what may be:
//
//	the same words                     Tomas Ardo · TOMAS ARDO
//	a family name, given names agree   Ardo · T. Ardo · General Ardo
//	a part that begins or ends a name  the Front ◄ Merrow Coast Front, Dravna ◄ Dravna Minerals
//	initials                           TST ◄ Tessaran State Television
//	a given name                       Mina ◄ Mina Holt
//
// An entity that was mentioned later wins among equals. Names are looked up by
// each of their words, so that a text of ten thousand names costs no more a name
// than a text of ten.

// match is how well a name fits an entity; 0: not at all.
type match uint8

const (
	noMatch match = iota
	givenName
	initials
	partOfName
	familyName
	sameName
)

var matchReasons = [...]Reason{givenName: ReasonGivenName, initials: ReasonInitials, partOfName: ReasonShortName, familyName: ReasonFamilyName, sameName: ReasonSameName}

// perWord bounds how many entities are kept under one word.
const perWord = 12

// resolveName finds or begins the entity of a named mention.
func (r *reading) resolveName(m int) {
	n := r.names[r.mentions[m].named]
	words := r.nameWords(n)
	if len(words) == 0 || r.resolveDemonym(m, words) {
		return
	}
	best, how := -1, noMatch
	for _, e := range r.sharing(words) {
		if fits := r.nameFits(m, words, e); fits > how || fits == how && fits > noMatch && r.likelier(e, best) {
			best, how = e, fits
		}
	}
	if best < 0 || !r.join(m, best, matchReasons[how]) {
		best = r.newEntity(m, ReasonFirst)
	}
	r.entities[best].last = m
	r.entities[best].count++
	r.indexName(words, best)
	r.indexPlace(words, best)
}

// likelier reports whether of two entities that a name fits as well the first is
// meant: the one named more often, else the one named last.
func (r *reading) likelier(x, y int) bool {
	a, b := &r.entities[x], &r.entities[y]
	if a.count != b.count {
		return a.count > b.count
	}
	return a.last > b.last
}

// sharing returns the entities that have a word of the name, or its initials.
func (r *reading) sharing(words []string) []int {
	out := r.scratch[:0]
	for _, w := range words {
		out = append(out, r.byWord[w]...)
	}
	out = append(out, r.byWord["."+acronym(words)]...)
	if len(words) == 1 {
		out = append(out, r.byWord["."+letters(words[0])]...)
	}
	r.scratch = out
	return out
}

// indexName files an entity under the words and the initials of a name.
func (r *reading) indexName(words []string, e int) {
	for _, w := range words {
		r.index(w, e)
	}
	if a := acronym(words); a != "" {
		r.index("."+a, e)
	}
	if len(words) == 1 {
		r.index("."+letters(words[0]), e)
	}
}

// index files an entity under a key. Where there are too many the oldest but
// the first goes.
func (r *reading) index(key string, e int) {
	list := r.byWord[key]
	for _, known := range list {
		if known == e {
			return
		}
	}
	if len(list) == perWord {
		copy(list[1:], list[2:])
		list[perWord-1] = e
		return
	}
	r.byWord[key] = append(list, e)
}

// nameFits tells how well a name fits an entity.
func (r *reading) nameFits(m int, words []string, id int) match {
	e := &r.entities[id]
	mention := &r.mentions[m]
	if g := mention.noun.gender; g != anyGender && e.gender != anyGender && g != e.gender {
		return noMatch
	}
	for i, known := range e.names {
		if same(words, known) {
			return sameName
		}
		if i == 0 && fit(words, known, mention.noun.sort == person, e.sort == person) == noMatch {
			return noMatch
		}
	}
	return fit(words, e.names[0], mention.noun.sort == person, e.sort == person)
}

// fit compares two names, given whether each is a person's.
func fit(x, y []string, xPerson, yPerson bool) match {
	switch {
	case same(x, y):
		return sameName
	case xPerson && yPerson:
		return fitPersons(x, y)
	case xPerson != yPerson && (len(x) > 1) == (len(y) > 1):
		return noMatch
	}
	return fitBodies(x, y)
}

func same(x, y []string) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// fitPersons compares persons' names: the family names must be the same, and
// given names must not contradict each other.
func fitPersons(x, y []string) match {
	x, y = family(x), family(y)
	if len(x) > len(y) {
		x, y = y, x
	}
	last := y[len(y)-1]
	switch {
	case len(x) == 1 && x[0] == last:
		return familyName
	case len(x) == 1 && x[0] == y[0]:
		return givenName
	case len(x) == 1 || x[len(x)-1] != last:
		return noMatch
	case sameGiven(x[0], y[0]) || contains(y, x):
		return familyName
	}
	return noMatch
}

// family drops what follows a family name: "Jr.", "III".
func family(words []string) []string {
	for len(words) > 1 {
		switch strings.TrimSuffix(words[len(words)-1], ".") {
		case "jr", "sr", "ii", "iii", "iv", "esq", "phd", "md":
			words = words[:len(words)-1]
		default:
			return words
		}
	}
	return words
}

// sameGiven reports whether two given names are one, or one is the other's initial
// or short form.
func sameGiven(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	x = strings.TrimSuffix(x, ".")
	return x == y || utf8.RuneCountInString(x) <= 3 && strings.HasPrefix(y, x)
}

// contains reports whether all of x stands in y, in order.
func contains(y, x []string) bool {
	for _, w := range y {
		if len(x) > 0 && x[0] == w {
			x = x[1:]
		}
	}
	return len(x) == 0
}

// fitBodies compares names of organisations and places.
func fitBodies(x, y []string) match {
	if len(x) > len(y) {
		x, y = y, x
	}
	switch {
	case len(x) == 1 && len(y) > 1 && acronym(y) == letters(x[0]) && len(x[0]) > 1:
		return initials
	case len(x) == len(y) || !shortens(x, y):
		return noMatch
	}
	return partOfName
}

// shortens reports whether x is what is left of y when it is said shortly: its
// first word or words, if they are a name by themselves, or its last ones.
func shortens(x, y []string) bool {
	if same(x, y[len(y)-len(x):]) {
		return (len(x) > 1 || !places[x[0]]) && !airing[y[0]]
	}
	if !same(x, y[:len(x)]) {
		return false
	}
	return (len(x) > 1 || !common[x[0]]) && !others[y[len(y)-1]] && !(len(x) > 1 && isBodyWord(x[len(x)-1]) && isBodyWord(y[len(y)-1]))
}

// airing are first words of broadcasters whose last word is the country or town:
// Velle alone is not Radio Velle.
var airing = wordSet("radio television tv channel")

// isBodyWord reports whether a word is the noun of a body, in the plural or not.
func isBodyWord(w string) bool {
	n, ok := nouns[w]
	if !ok {
		n, ok = nouns[strings.TrimSuffix(w, "s")]
	}
	return ok && n.sort.isBody()
}

// common are first words that many organisations share.
var common = wordSet(`new united national royal state federal general international north south east west northern southern
	eastern western central american british european world global saint st san los la el de first supreme high free great
	democratic republican people's people social workers labour labor christian islamic african asian`)

// places are last words that say what sort of place or body it is, and no more.
var places = wordSet(`city county state province district region island islands street road river bay university college party news
	times post union institute association republic kingdom states nations house`)

// others are last words that make of a name that of somebody else: the Senate
// is not the Senate Republicans.
var others = wordSet(`republicans democrats officials administration campaign spokesman spokeswoman residents members supporters
	leader leaders workers forces`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// acronym returns the initials of a name of two and more words, small words
// left out; "" for a shorter one.
func acronym(words []string) string {
	var b strings.Builder
	n := 0
	for _, w := range words {
		switch w {
		case "of", "the", "and", "for", "in", "&", "on", "de", "to":
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLetter(first) {
			b.WriteRune(first)
			n++
		}
	}
	if n < 2 {
		return ""
	}
	return b.String()
}

// letters drops the full stops of an abbreviation: "u.s." is "us".
func letters(w string) string { return strings.ReplaceAll(w, ".", "") }
