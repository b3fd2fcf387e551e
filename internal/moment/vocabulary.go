package moment

import (
	"strings"

	"hearsay/internal/lexicon"
)

// class is a set of things that a term can be in a time expression. The rules
// name them in capitals.
type class uint64

const (
	number      class = 1 << iota // 12, twelve, 1.5, two hundred
	ordinal                       // third, 21st
	monthDay                      // 1 … 31, 1st … 31st
	yearNumber                    // 1987, nineteen eighty-seven
	shortYear                     // 88, behind 1987-
	decade                        // 1980s, '80s, eighties
	month                         // March, Mar.
	weekday                       // Monday, Mon.
	weekdays                      // Mondays
	unitName                      // day
	unitNames                     // days
	season                        // spring
	part                          // morning
	clock                         // 14:30
	hour                          // 2, two
	hhmm                          // 1430
	half                          // a.m., pm
	zone                          // GMT
	digitDate                     // 2027-03-09, 9/3/2027
	digitTime                     // 2027-03-09T14:30Z
	deictic                       // yesterday, today, tomorrow
	quarterName                   // Q3
	halfName                      // H1
	fraction                      // 1/2, ½
	numberWord                    // can be part of a number in words
)

// classNames are the classes as rules write them.
var classNames = map[string]class{
	"NUM": number, "SPELT": numberWord, "ORD": ordinal, "DAY": monthDay, "YEAR": yearNumber, "YY": shortYear, "DECADE": decade,
	"MONTH": month, "WEEKDAY": weekday, "WEEKDAYS": weekdays, "UNIT": unitName, "UNITS": unitNames,
	"SEASON": season, "PART": part, "CLOCK": clock, "HOUR": hour, "HHMM": hhmm, "AMPM": half, "ZONE": zone,
	"DATE": digitDate, "STAMP": digitTime, "TODAY": deictic, "QUARTER": quarterName, "HALF": halfName, "FRACTION": fraction,
}

// meaning is what is known of a word.
type meaning struct {
	word    int // of the words that stand as themselves in rules, from 1; 0: none
	classes class
	n       int    // which month, weekday (Sunday is 0), ordinal, number, shift
	code    string // of a part of the day, a season
	unit    unit

	// capital: what the word is, it is with a capital only: "March", "May".
	capital bool
	// upper: the same with capitals throughout: "BST".
	upper bool
}

// vocabulary is all that the rules know of words.
type vocabulary struct {
	words map[string]*meaning // by lower-case form
	seen  [1 << 10]uint64     // a bit for each form, by id: most tokens need no more than this
}

// list is a row of the tables below: words of one class, separated by spaces. The
// groups, separated by bars, are counted from the row's first number.
type list struct {
	class class
	first int
	words string
}

var lists = []list{
	{month, 1, `january jan jan. | february feb feb. | march mar mar. | april apr apr. | may | june jun jun. | july jul jul. |
		august aug aug. | september sept sept. sep sep. | october oct oct. | november nov nov. | december dec dec.`},
	{weekday, 0, `sunday sun. | monday mon. | tuesday tues tues. tue. | wednesday wed. weds | thursday thurs thurs. thu. |
		friday fri. | saturday sat.`},
	{weekdays, 0, `sundays | mondays | tuesdays | wednesdays | thursdays | fridays | saturdays`},
	{number | numberWord | hour, 1, `one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve`},
	{number | numberWord, 13, `thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty`},
	{ordinal | monthDay, 1, `first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth |
		fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth | twenty-first`},
	{deictic, -1, `yesterday | today | tomorrow`},
}

// tens are the numbers in words that a smaller one may follow.
const tens = `twenty thirty forty fifty sixty seventy eighty ninety`

// scales multiply what stands before them.
var scales = map[string]int{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

// nineties are decades of a century that is not named.
const nineties = `twenties thirties forties fifties sixties seventies eighties nineties`

// units are the units of time, singular and plural.
var units = []struct {
	unit  unit
	words string
}{
	{second, "second seconds"}, {minute, "minute minutes"}, {hours, "hour hours"}, {days, "day days"},
	{weeks, "week weeks"}, {fortnights, "fortnight fortnights"}, {weekends, "weekend weekends"}, {months, "month months"},
	{quarters, "quarter quarters"}, {years, "year years"}, {decades, "decade decades"}, {centuries, "century centuries"},
	{millennia, "millennium millennia"},
}

// codes are words with the letters that stand for them in a value.
var codes = []struct {
	class class
	code  string
	words string
}{
	{part, "MO", "morning mornings dawn daybreak sunrise"},
	{part, "AF", "afternoon afternoons"},
	{part, "EV", "evening evenings dusk sunset"},
	{part, "NI", "night nights nightfall"},
	{season, "SP", "spring"}, {season, "SU", "summer"}, {season, "FA", "autumn fall"}, {season, "WI", "winter"},
	{half, "am", "am a.m a.m."}, {half, "pm", "pm p.m p.m."},
}

// zones are the time zones that are told from other words by their capitals.
const zones = `gmt utc bst est edt cst cdt mst mdt pst pdt et ct pt cet cest eet eest wet msk ist jst aest aedt`

// capitals are words that mean a time only with a capital: they are others without.
const capitals = `march mar may august jan jun dec sun. sat. wed. fri. mon. tue. thu.`

// newVocabulary knows the words of the tables and those that stand as themselves
// in rules, whose numbers are their places.
func newVocabulary(literals []string) *vocabulary {
	v := &vocabulary{words: map[string]*meaning{}}
	v.addLists()
	v.addNumbers()
	for _, u := range units {
		for i, word := range strings.Fields(u.words) {
			m := v.at(word)
			m.classes |= []class{unitName, unitNames}[i]
			m.unit = u.unit
		}
	}
	for _, c := range codes {
		for word := range strings.FieldsSeq(c.words) {
			m := v.at(word)
			m.classes |= c.class
			m.code = c.code
		}
	}
	for word := range strings.FieldsSeq(zones) {
		*v.at(word) = meaning{classes: zone, upper: true}
	}
	for word := range strings.FieldsSeq(capitals) {
		v.at(word).capital = true
	}
	for i, word := range literals {
		v.at(word).word = i + 1
	}
	v.markSeen()
	return v
}

func (v *vocabulary) addLists() {
	for _, l := range lists {
		for i, group := range strings.Split(l.words, "|") {
			for word := range strings.FieldsSeq(group) {
				m := v.at(word)
				m.classes |= l.class
				m.n = l.first + i
			}
		}
	}
}

func (v *vocabulary) addNumbers() {
	for i, word := range strings.Fields(tens) {
		*v.at(word) = meaning{classes: number | numberWord, n: 20 + 10*i}
	}
	for i, word := range strings.Fields(nineties) {
		*v.at(word) = meaning{classes: decade, n: 2 + i}
	}
	for word, n := range scales {
		*v.at(word) = meaning{classes: numberWord, n: n}
	}
}

func (v *vocabulary) at(word string) *meaning {
	if v.words[word] == nil {
		v.words[word] = &meaning{}
	}
	return v.words[word]
}

// markSeen sets the bit of every form, under the id that lexicon gives it.
func (v *vocabulary) markSeen() {
	lex := lexicon.New()
	for word := range v.words {
		at, bit := place(lex.Word(word))
		v.seen[at] |= bit
	}
}

func place(w *lexicon.Word) (at int, bit uint64) {
	id := w.Lower % (64 << 10)
	return int(id / 64), 1 << (id % 64)
}

// look returns what is known of a word, nil for nothing.
func (v *vocabulary) look(w *lexicon.Word) *meaning {
	if at, bit := place(w); v.seen[at]&bit == 0 {
		return nil
	}
	return v.words[w.Low]
}
