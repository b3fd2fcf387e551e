package measure

import "strings"

// # Currencies that no table knows
//
// What is paid in may be told by how it is used:
//
//	pay 250,000 dran to each family      a word without a plural, behind a verb of paying
//	40 dran a kilo                        … or before a rate
//	cost 3 million tals                   a plural, behind a verb of paying and a million
//
// Once met, it is a currency for the rest of the report.

// coinAt returns the currency at piece i that was learned, or can be now.
func (l *line) coinAt(i int, q *quantity) string {
	word := l.word(i)
	if q.kind != counted || q.unit.name != "" || q.value <= 1 || !isNoun[l.tag(i)] && l.tag(i) != tagJJ || l.at(i).form != noForm {
		return ""
	}
	if l.coins[word] {
		return word
	}
	if isNoun[l.tag(i+1)] || people[l.lemma(i)] || groups[word] || masses[word] || measures[word].name != "" {
		return ""
	}
	pays, isPlural := l.isPaid(q.first), strings.HasSuffix(word, "s")
	isRate := (isArticle(l.word(i+1)) || l.word(i+1) == "per") && isNoun[l.tag(i+2)]
	if !isPlural && (pays || isRate) || isPlural && pays && q.scaled {
		if l.coins == nil {
			l.coins = map[string]bool{}
		}
		l.coins[strings.Clone(word)] = true
		return word
	}
	return ""
}

// isPaid reports whether a verb of paying stands a few pieces before piece i.
func (l *line) isPaid(i int) bool {
	for at := i - 1; at >= max(0, i-6); at-- {
		if payments[l.lemma(at)] && (isVerb[l.tag(at)] || l.tag(at) == tagJJ || l.tag(at) == tagIN) {
			return true
		}
	}
	return false
}

var (
	payments = setOf("pay cost fine owe spend earn donate charge price value worth compensate")
	// masses are nouns whose plural looks like the singular.
	masses = setOf("aircraft spacecraft cattle sheep fish deer salmon trout cannon livestock poultry swine series species means crossroads premises " +
		"headquarters barracks works jobless elderly young old rich poor media data bacteria offspring rolling stock each more other time")
)
