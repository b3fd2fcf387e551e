// Package atlas knows the countries there are by what a text may call them.
//
//	"Italy" · "Italian" · "Rome"  ──►  IT
//
// Names come from the Unicode CLDR, capitals from github.com/biter777/countries,
// and adjectives that no ending gives away (French, Polish, Turkish) are those
// languages' names, again of the CLDR.
package atlas

import (
	"strings"
	"sync"

	"github.com/biter777/countries"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// atlas has, for each way of calling a country, in lower case, its ISO 3166 code
// of two letters.
type atlas struct{ byName, byCapital, byAdjective map[string]string }

var world = sync.OnceValue(func() atlas {
	a := atlas{map[string]string{}, map[string]string{}, map[string]string{}}
	regions, languages := display.English.Regions(), display.English.Languages()
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			region, err := language.ParseRegion(string([]rune{first, second}))
			if err == nil && region.IsCountry() && region.Canonicalize() == region {
				a.enter(region, regions.Name(region), languages)
			}
		}
	}
	delete(a.byName, "")
	delete(a.byCapital, "")
	a.byName["us"], a.byName["u.s."], a.byName["uk"], a.byName["u.k."] = "US", "US", "GB", "GB"
	return a
})

func (a *atlas) enter(region language.Region, name string, languages display.Namer) {
	code := region.String()
	a.byName[strings.ToLower(name)] = code
	if c := countries.ByName(code); c != countries.Unknown {
		a.byName[strings.ToLower(c.String())] = code
		a.byCapital[strings.ToLower(c.Capital().String())] = code
	}
	tag, err := language.Compose(region)
	if err != nil {
		return
	}
	base, _ := tag.Base()
	adjective := strings.ToLower(languages.Name(base))
	if own, _ := language.Make(base.String()).Region(); own == region && len(adjective) > 2 && strings.HasPrefix(strings.ToLower(name), adjective[:2]) {
		a.byAdjective[adjective] = code
	}
}

// Word says, bit by bit, what a single word may be in the names of countries.
type Word uint8

// What a word may be.
const (
	Whole       Word = 1 << iota // the name of a country
	First                        // the first word of one of several words
	Later                        // another word of one, beginning with a capital
	OfCapital                    // a word of a capital's name
	OfAdjective                  // an adjective
)

var words = sync.OnceValue(func() map[string]Word {
	out := map[string]Word{}
	for name := range world().byName {
		parts := strings.Fields(name)
		if len(parts) == 1 {
			out[name] |= Whole
			continue
		}
		out[parts[0]] |= First
		for _, p := range parts[1:] {
			if len(p) > 3 {
				out[p] |= Later
			}
		}
	}
	for name := range world().byCapital {
		for p := range strings.FieldsSeq(name) {
			out[p] |= OfCapital
		}
	}
	for word := range world().byAdjective {
		out[word] |= OfAdjective
	}
	return out
})

// LookUp returns what a word, in lower case, may be; 0 for nothing.
func LookUp(word string) Word { return words()[word] }

// Country returns the code of the country of that name, in lower case, "" for
// none: "u.s." and "netherlands" are names too.
func Country(name string) string {
	if len(name) < 2 {
		return ""
	}
	return world().byName[name]
}

// Capital returns the code of the country whose capital has that name, "" for none.
func Capital(name string) string { return world().byCapital[name] }

// Adjective returns the code of the country that an adjective is of, where its
// letters do not show it; "" for none.
func Adjective(word string) string { return world().byAdjective[word] }
