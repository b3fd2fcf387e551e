package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Whether a dot belongs to the word before it is decided by the word, and
// whether a sentence may end there by its kind:
//
//	initial   one capital                    "J. K. Rowling"  ends none, bar before a word like "The"
//	title     a name must follow             "Gen. Ardo"      never ends one
//	counter   a number must follow           "No. 5"          without one it is a word and a stop
//	any other                                "in the U.S. He" ends one before a word like "He"
//
// A word is an abbreviation if it stands in one of the lists below or is letters
// with dots between ("U.S", "a.m", "H.W"). The lists hold what newswire has;
// words that are also common at a sentence's end ("Sun.", "art.") are left out.

// Titles, ranks and other words before a name; all with a capital.
const titles = `Mr Mrs Ms Messrs Mme Mlle Mx Dr Drs Prof Rev Revd Fr Msgr Hon Gov Govs Lt Gen Col Maj Capt Cmdr Cpt
	Cdr Sgt Cpl Pvt Pfc Adm Brig Sen Sens Rep Reps Pres Supt Det Insp Amb Atty Sec St Ste Mt Ft Pt`

// Words that must be followed by a number, with or without a capital.
const counters = `no nos art fig figs vol ch p pp para op sect`

// Abbreviations with a capital: months, days, forms of company, states of the
// United States, what follows a name.
const capitalised = `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
	Inc Corp Co Cos Ltd Bros Jr Sr Esq Ave Blvd Rd Univ Assn Dept Gmbh
	Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
	Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Ph.D M.Sc B.Sc Ed.D`

// Abbreviations that may begin in lower case.
const others = `etc vs v approx dept assn ext`

// abbreviations maps an abbreviation in lower case, without its last dot.
var abbreviations = func() map[string]abbreviationRule {
	table := map[string]abbreviationRule{}
	add := func(list string, r abbreviationRule) {
		for _, word := range strings.Fields(list) {
			table[strings.ToLower(word)] = r
		}
	}
	add(capitalised, abbreviationRule{kind: kindAbbrev, capital: true})
	add(titles, abbreviationRule{kind: kindTitle, capital: true})
	add(counters, abbreviationRule{kind: kindTitle, number: true})
	add(others, abbreviationRule{kind: kindAbbrev})
	return table
}()

type abbreviationRule struct {
	kind    kind
	capital bool // only with a capital first letter
	number  bool // only before a number
}

// maxAbbreviation is the length in bytes of the longest abbreviation listed.
const maxAbbreviation = 8

// abbreviation returns the kind of the abbreviation that the word [start, end)
// makes with the dot at end, or kindWord if the dot is none of its. In
// "R-Calif." the part after the hyphen counts.
func (s *scanner) abbreviation(start, end int) kind {
	word := s.text[max(start, end-maxAbbreviation-1):end]
	word = word[strings.LastIndexAny(word, "-/")+1:]
	if len(word) == 0 || !s.letterAt(end-len(word)) {
		return kindWord
	}
	if isSingleLetter(word) {
		return s.initial(word, end)
	}
	if r, ok := listed(word); ok {
		if r.capital && !isUpper(word[0]) || r.number && !s.numberAfter(end+1) {
			return kindWord
		}
		return r.kind
	}
	if isDotted(word) {
		return kindAbbrev
	}
	return kindWord
}

func isSingleLetter(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsLetter(r)
}

// isDotted reports whether the word ends in a dot and a single letter: "U.S".
func isDotted(word string) bool {
	n := len(word)
	return n >= 3 && word[n-2] == '.' && classes[word[n-1]] == classLetter
}

// initial is abbreviation for a single letter. "I" is one only within a name:
// after a capital and before one.
func (s *scanner) initial(letter string, end int) kind {
	switch {
	case letter == "v" || letter == "p":
		return listedKind(letter, s.numberAfter(end+1))
	case caseOf(letter) != caseUpper:
		return kindWord
	case letter == "I" && !(s.afterCapital(end-1) && caseOf(s.skipSpace(end+1)) == caseUpper):
		return kindWord
	}
	return kindInitial
}

func listedKind(word string, number bool) kind {
	if r := abbreviations[word]; number || !r.number {
		return r.kind
	}
	return kindWord
}

// listed looks a word up in any case without allocating.
func listed(word string) (abbreviationRule, bool) {
	var lower [maxAbbreviation]byte
	if len(word) > len(lower) {
		return abbreviationRule{}, false
	}
	for i := range len(word) {
		lower[i] = word[i]
		if isUpper(word[i]) {
			lower[i] |= 0x20
		}
	}
	r, ok := abbreviations[string(lower[:len(word)])]
	return r, ok
}

// afterCapital reports whether the token before i begins with a capital.
func (s *scanner) afterCapital(i int) bool {
	return len(s.kinds) > 0 && caseOf(s.text[s.tokens[len(s.tokens)-1].Start:i]) == caseUpper
}

// skipSpace returns the paragraph from the first character after i that is not
// a space.
func (s *scanner) skipSpace(i int) string {
	rest := s.rest(i)
	return strings.TrimPrefix(strings.TrimPrefix(rest, " "), "\u00A0")
}

// numberAfter reports whether a number follows at i, after a space or not.
func (s *scanner) numberAfter(i int) bool {
	rest := s.skipSpace(i)
	return rest != "" && classes[rest[0]] == classDigit
}
