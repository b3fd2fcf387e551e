package measure

import (
	"strings"

	"hearsay"
)

// unit is what a quantity is counted in.
type unit struct {
	name  string        // in singular, of currencies in plural; "" : the noun
	state hearsay.State // what a quantity of it tells by itself; "" : nothing
	money bool
}

// States that the unit alone tells.
const (
	distance hearsay.State = "distance"
	duration hearsay.State = "duration"
	volume   hearsay.State = "volume"
	level    hearsay.State = "level"
	share    hearsay.State = "share"
	money    hearsay.State = "money"
	other    hearsay.State = "other"
)

// measures holds the words for units, by every form they take.
var measures = func() map[string]unit {
	all := map[string]unit{}
	for _, row := range []struct {
		state hearsay.State
		units string // each the name, then its other forms
	}{
		{distance, "kilometre kilometres kilometer kilometers km kms; metre metres meter meters m; centimetre centimetres centimeter centimeters cm; " +
			"millimetre millimetres millimeter millimeters mm; mile miles; yard yards; foot feet ft; inch inches"},
		{duration, "second seconds; minute minutes min mins; hour hours hr hrs; day days; night nights; week weeks; fortnight; month months; " +
			"year years; decade decades; century centuries"},
		{volume, "tonne tonnes; ton tons; kilogram kilograms kilogramme kilogrammes kilo kilos kg; gram grams gramme grammes; ounce ounces; " +
			"litre litres liter liters; gallon gallons; barrel barrels bbl; bushel bushels; megawatt megawatts MW mw; gigawatt gigawatts gw; " +
			"kilowatt kilowatts kw; teu; pint pints; milligram milligrams mg"},
		{other, "hectare hectares ha; acre acres"},
		{level, "degree degrees °; mph; kph; decibel decibels; knot knots"},
		{share, "percent per-cent pct pc %"},
	} {
		for _, forms := range strings.Split(row.units, ";") {
			names := strings.Fields(forms)
			for _, form := range names {
				all[form] = unit{name: names[0], state: row.state}
			}
		}
	}
	delete(all, "second") // the ordinal, nearly always
	return all
}()

// compounds are units of two words.
var compounds = []struct {
	first, second string // second: a form of a measure, or a word
	name          string // "" : first and the measure's name
	state         hearsay.State
}{
	{"per", "cent", "percent", share},
	{"percentage", "point", "percentage point", share},
	{"basis", "point", "basis point", share},
	{"nautical", "mile", "", distance},
	{"light", "year", "", distance},
	{"square", "kilometre", "", other},
	{"square", "metre", "", other},
	{"square", "mile", "", other},
	{"square", "foot", "", other},
	{"sq", "kilometre", "square kilometre", other},
	{"sq", "metre", "square metre", other},
	{"sq", "mile", "square mile", other},
	{"sq", "foot", "square foot", other},
	{"cubic", "metre", "", volume},
	{"cubic", "foot", "", volume},
	{"metric", "ton", "tonne", volume},
	{"degree", "celsius", "degree", level},
	{"degree", "fahrenheit", "degree", level},
	{"degree", "centigrade", "degree", level},
	{"degree", "c", "degree", level},
	{"degree", "f", "degree", level},
}

// moneySigns are the signs and codes of currencies, in lower case.
var moneySigns = map[string]string{
	"$": "dollars", "us$": "dollars", "a$": "dollars", "c$": "dollars", "hk$": "dollars", "nz$": "dollars", "s$": "dollars",
	"€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees", "rs": "rupees", "rs.": "rupees", "₩": "won", "₽": "roubles", "₺": "lira",
	"₴": "hryvnias", "₪": "shekels", "₫": "dong", "₦": "naira", "฿": "baht", "r$": "reais",
	"usd": "dollars", "eur": "euros", "gbp": "pounds", "jpy": "yen", "chf": "francs", "cny": "yuan", "inr": "rupees",
}

// currencies are the names of currencies and their coins, with their plural as
// printed where it is not the name itself.
var currencies = func() map[string]string {
	all := map[string]string{}
	for _, name := range strings.Fields("yen yuan renminbi won baht ringgit rupiah naira dong rand euro kip kyat birr dram tenge leu lei zloty forint pence " +
		"cents kroner kronor reais") {
		all[name] = name
	}
	for _, name := range strings.Fields("dollar euro pound crown mark peso rupee ruble rouble franc florin guilder ducat thaler lira dinar dirham shekel " +
		"riyal rial real krona krone shilling cedi lev hryvnia lari manat som taka bolivar sol lempira quetzal forint zloty cent drachma denar kwacha") {
		all[name], all[name+"s"] = name+"s", name+"s"
	}
	all["penny"] = "pence"
	return all
}()

func isMoneySign(word string) bool { return moneySigns[word] != "" }

// currencyOf returns the plural of the currency that a word names.
func currencyOf(word string) string { return currencies[word] }

// takeSign takes a currency's sign or code before the amount.
func (l *line) takeSign(q *quantity) {
	if name := moneySigns[l.word(q.first-1)]; name != "" && q.kind == counted {
		q.unit = unit{name: name, state: money, money: true}
		q.first--
	}
}

// takeUnit takes the unit after the amount, behind a hyphen or not.
func (l *line) takeUnit(q *quantity) {
	at := q.end
	if isHyphenWord(l.word(at)) && l.at(at).glued {
		at++
	}
	if l.word(q.first-1) == "magnitude" || l.word(at) == "magnitude" && at > q.end {
		q.unit = unit{name: "magnitude", state: level}
		if at > q.end {
			q.end = at + 1
		}
		return
	}
	u, end := l.unitAt(at, q)
	if end == at {
		l.takeLoose(q, at)
		return
	}
	q.end = end
	if !q.unit.money {
		q.unit = u
	}
}

// takeLoose takes what is a unit in some places only: the point of "a 16-point lead"
// (points may also be what is counted), the dollars of "millions of dollars".
func (l *line) takeLoose(q *quantity, at int) {
	word := l.word(at)
	switch {
	case (word == "points" || word == "point") && q.kind == counted:
		q.unit = unit{name: "point"}
		if at > q.end {
			q.end = at + 1
		}
	case word == "of" && q.kind == vaguely && currencyOf(l.word(at+1)) != "":
		q.unit = unit{name: currencyOf(l.word(at + 1)), state: money, money: true}
		q.end = at + 2
	}
}

// unitAt reads the unit at piece i; it ends at i where there is none.
func (l *line) unitAt(i int, q *quantity) (unit, int) {
	word := l.word(i)
	if (word == "pounds" || word == "pound") && (l.word(i+1) == "of" || l.lemma(q.first-1) == "weigh") && !q.unit.money {
		return unit{name: "pound", state: volume}, i + 1
	}
	isOther := word == "won" && isVerb[l.tag(i)] || word == "real" && l.tag(i) == tagJJ // "Ginbot 7 won"
	if name := currencyAt(word, l.word(i+1)); name != "" && !isOther && q.kind != naught {
		end := i + 1
		if currencyOf(word) == "" && !isMoneySign(word) {
			end++
		}
		return unit{name: name, state: money, money: true}, end
	}
	u := measures[word]
	if c, ok := compoundAt(word, l.word(i+1), u.name); ok {
		return c, i + 2
	}
	switch {
	case word == "p" && l.at(i).glued && q.kind == counted:
		return unit{name: "pence", state: money, money: true}, i + 1
	case (word == "c" || word == "f") && l.at(i).glued && l.at(q.amount.first).form == inDigits:
		return unit{name: "degree", state: level}, i + 1
	case u.name == "" && l.coinAt(i, q) != "":
		return unit{name: l.coinAt(i, q), state: money, money: true}, i + 1
	case u.name == "" || u.name == "metre" && word == "m" && q.unit.money, q.kind == naught:
		return unit{}, i
	}
	return u, i + 1
}

// currencyAt returns the currency that a word names, after "US" or not.
func currencyAt(word, next string) string {
	if name := currencyOf(word); name != "" {
		return name
	}
	switch word {
	case "us", "u.s.", "canadian", "australian", "american", "swiss", "swedish", "egyptian":
		return currencyOf(next)
	}
	if len(word) == 3 {
		return moneySigns[word]
	}
	return ""
}

// compoundAt returns the unit that two words name; first is the name of the unit
// that the first one is by itself.
func compoundAt(word, next, first string) (unit, bool) {
	for _, c := range compounds {
		if c.first != word && c.first != first || c.second != next && c.second != measures[next].name && c.second+"s" != next {
			continue
		}
		name := c.name
		if name == "" {
			name = c.first + " " + c.second
		}
		return unit{name: name, state: c.state}, true
	}
	return unit{}, false
}
