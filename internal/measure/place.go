package measure

import "hearsay"

// placeOf returns the place that is named nearest to a quantity in its sentence,
// with a preposition of place before it; first what stands after it.
func (l *line) placeOf(q *quantity) string {
	for i := q.end; i < min(q.end+maxPlace, len(l.pieces)); i++ {
		if p := l.placeAt(i); p != "" {
			return p
		}
	}
	for i := q.first - 1; i >= max(0, q.first-maxPlace); i-- {
		if p := l.placeAt(i); p != "" {
			return p
		}
	}
	return ""
}

// maxPlace is how many pieces away a place may stand.
const maxPlace = 40

// placeAt reads "in Sollund", "at the Belhorn mine" at piece i.
func (l *line) placeAt(i int) string {
	if !places[l.word(i)] {
		return ""
	}
	at := i + 1
	for l.word(at) == "the" || l.word(at) == "a" {
		at++
	}
	first := at
	for l.capital(at) && l.tag(at) != tagMD && !months[l.word(at)] && !weekdays[l.word(at)] && l.at(at).form == noForm {
		at++
	}
	if at == first {
		return ""
	}
	if isNoun[l.tag(at)] && sites[l.word(at)] {
		at++
	}
	return hearsay.Span{Start: l.at(first).Start, End: l.at(at - 1).End}.In(l.doc.Text)
}

var (
	places = setOf("in at near off outside around across inside within")
	sites  = setOf("mine port harbour hospital camp airport prison station province region district valley county plant terminal bridge strait island coast")
)
