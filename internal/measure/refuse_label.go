package measure

// isLabel refuses numbers that tell one thing from others of its kind: "Article 5",
// "lines 4 and 9", "Flight 212", "Channel Six".
func (l *line) isLabel(q *quantity) bool {
	i := q.amount.first
	if q.kind != counted || q.unit.money || q.first != i && !l.opens(i-1) || q.scaled {
		return false
	}
	before := l.word(i - 1)
	switch {
	case before == "#" || before == "no." || before == "nos." || before == "№":
		return true
	case before == "number" && l.word(i-2) != "the" && l.word(i-2) != "a" && l.at(i).form == inDigits && l.tag(q.end) != tagNNS:
		return true
	case labels[l.lemma(i-1)] && isNoun[l.tag(i-1)] && !l.counts(q):
		return true
	case (before == "and" || before == "," || before == "or") && l.at(i-2).form != noForm && labels[l.lemma(i-3)] && !l.counts(q):
		return true
	case l.at(i).form != inDigits && l.capital(i) && l.at(i).token > l.first && (l.capital(i-1) || l.capital(q.end)):
		return true // "Channel Six", "the Five Star Party"
	}
	isName := l.capital(i-1) && l.at(i-1).token > l.first && isNoun[l.tag(i-1)] && !weekdays[before] && !months[before]
	return isName && q.unit.name == "" && l.at(i-1).form == noForm && !l.counts(q) && q.value == float64(int(q.value))
}

// counts reports whether what follows the quantity is something it counts.
func (l *line) counts(q *quantity) bool {
	if q.unit.name != "" {
		return true
	}
	at := q.end
	for isModifier[l.tag(at)] {
		at++
	}
	return l.tag(at) == tagNNS || people[l.lemma(at)]
}

// labels are the nouns that a number tells apart.
var labels = setOf("article section paragraph page chapter line route flight room number phase stage level gate pier channel " +
	"highway bus unit grade type version size category figure table act scene zone block lot terminal platform track lane row seat tier " +
	"game set episode season district ward catch formula resolution clause rule verse psalm appendix annex schedule exhibit count " +
	"interstate motorway junction exit box model series round group class division order bill proposition measure amendment protocol " +
	"reactor mile kilometre hole lap post turbine berth dock warehouse locker cell day week year quarter plan option part lines")
