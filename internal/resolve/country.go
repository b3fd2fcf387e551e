package resolve

import (
	"strings"

	"hearsay/internal/atlas"
)

// A state speaks under several names: its own, its people's, its capital's.
//
//	Tessara said · Tessara's government · the Tessaran government · Orvanne said
//
// What the text's own words tell serves for any country: "Tessaran" is made from
// "Tessara" with an ending of that use; "Orvanne, the capital of Tessara". For
// the countries there are, names come from the Unicode CLDR, capitals from
// github.com/biter777/countries, and adjectives that no ending gives away (Dutch
// apart: French, Polish, Turkish) are those languages' names, again of the CLDR.

// countryNamed returns the code of the country of that name, "" for none.
func countryNamed(words []string) string { return atlas.Country(strings.Join(words, " ")) }

// isDemonym reports whether an adjective is made from a place's name: both in
// lower case.
//
//	must match       tessaran tessara · amrithi amrith · italian italy · chinese china
//	must not match   roman romania · german gerona · indian indiana
func isDemonym(adjective, place string) bool {
	shared := 0
	for shared < min(len(adjective), len(place)) && adjective[shared] == place[shared] {
		shared++
	}
	for ; shared >= 3; shared-- {
		if endings[place[shared:]][adjective[shared:]] {
			return true
		}
	}
	return false
}

// endings gives, for what a place's name loses, what its adjective gains.
var endings = map[string]map[string]bool{
	"":   wordSet("n an ian ean i ese ish er ite ic"),
	"a":  wordSet("an ian ean ese i ish"),
	"e":  wordSet("ian ean an ish ese"),
	"o":  wordSet("an ese ian i"),
	"y":  wordSet("ian an ish"),
	"us": wordSet("ian"), "s": wordSet("ian an"), "en": wordSet("ish"), "al": wordSet("ese"),
}

// placeOf returns the entity of the place that a phrase's adjective is made from,
// -1 if it has none or the text has no such place.
func (r *reading) placeOf(m int) int {
	mention := &r.mentions[m]
	for i := mention.first; i < mention.head; i++ {
		if e := r.placeAt(i); e >= 0 {
			return e
		}
	}
	return -1
}

// placeAt is placeOf for one word.
func (r *reading) placeAt(t int) int {
	w := r.words[t]
	if w.Text == w.Low || len(w.Low) < 4 {
		return -1
	}
	for _, e := range r.byWord["~"+w.Low[:3]] {
		if name := r.entities[e].name(); len(name) == 1 && isDemonym(w.Low, name[0]) {
			return e
		}
	}
	if code := atlas.Adjective(w.Low); code != "" {
		if list := r.byWord["@"+code]; len(list) > 0 {
			return list[0]
		}
	}
	return -1
}

// resolveDemonym takes an adjective that was taken for a name, "Tessaran" before
// "government", for the place it is made from.
func (r *reading) resolveDemonym(m int, words []string) bool {
	mention := &r.mentions[m]
	if relation := r.relation(mention.head); len(words) > 1 || relation != relAmod && relation != relComp {
		return false
	}
	e := r.placeAt(mention.head)
	return e >= 0 && r.join(m, e, ReasonCountry)
}

// isDemonymAt reports whether a mention is the adjective of a place: it means the
// place and is no name of it.
func (r *reading) isDemonymAt(x *mention) bool {
	relation := r.relation(x.head)
	return x.form == named && x.reason == ReasonCountry && (relation == relAmod || relation == relComp)
}

// indexPlace files a place under its beginning, for its adjective, and under its
// country's code.
func (r *reading) indexPlace(words []string, e int) {
	if s := r.entities[e].sort; s != place && s != unknown && s != government {
		return
	}
	if len(words) == 1 && len(words[0]) >= 3 {
		r.index("~"+words[0][:3], e)
	}
	if code := countryNamed(words); code != "" {
		r.index("@"+code, e)
	}
}

// governs joins "Tessara's government" to Tessara, and "the government" to the
// state that was last said to have one or to say something.
func (r *reading) governs(m int) bool {
	mention := &r.mentions[m]
	if mention.noun.sort != government || mention.definite == indefinite || mention.number == plural {
		return false
	}
	e := r.owner(m)
	if e < 0 {
		e = r.placeOf(m)
	}
	if e >= 0 {
		return r.isState(e) && r.join(m, e, ReasonCountry)
	}
	if mention.head-mention.first > 1 || mention.definite != definite {
		return false
	}
	for _, e := range r.recent {
		if r.entities[e].sort == government && r.join(m, e, ReasonCountry) {
			return true
		}
	}
	return false
}

// isState reports whether an entity may have a government: a place, or what
// nobody knows to be something else.
func (r *reading) isState(e int) bool {
	s := r.entities[e].sort
	return s == place || s == government || s == unknown || s == mediator
}

// readCapital notes of which state a place is the capital: "Orvanne, the capital
// of Tessara".
func (r *reading) readCapital(m int) {
	mention := &r.mentions[m]
	if mention.form != nominal || r.words[mention.head].Low != "capital" || mention.entity < 0 {
		return
	}
	state := r.owner(m)
	if state < 0 {
		state = r.placeOf(m)
	}
	if state >= 0 && state != mention.entity && r.isState(state) {
		r.entities[mention.entity].capitalOf = state
	}
}

// metonym returns the state that a capital speaks for, -1 for none: "Orvanne
// said".
func (r *reading) metonym(m int) int {
	mention := &r.mentions[m]
	if mention.form != named || mention.speaks < 0 || mention.entity < 0 {
		return -1
	}
	e := &r.entities[mention.entity]
	if e.capitalOf >= 0 {
		return e.capitalOf
	}
	if code := atlas.Capital(strings.Join(e.name(), " ")); code != "" && e.sort == place {
		if list := r.byWord["@"+code]; len(list) > 0 {
			return list[0]
		}
	}
	return -1
}
