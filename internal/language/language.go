// Package language tells whether a text is English, so that Hearsay does not
// read a language it knows nothing of.
//
// The mistake to avoid is to leave an English report unread. So "not English"
// needs two witnesses who look at different things, and whoever is in doubt
// says English:
//
//	              no ┌───────────────────┐
//	function words ──┤ trigram profiles  ├── another language, clearly ──▶ not English
//	 of English?     └───────────────────┘
//	     │ yes                │ unclear
//	     ▼                    ▼
//	  English, sure       English, unsure
//
// Function words ("the", "of", "said") are what a text full of foreign names
// still has; trigram profiles (William B. Cavnar and John M. Trenkle, "N-Gram-Based
// Text Categorization", 1994, in the package whatlanggo) know seventy languages
// but are easily led astray by names and numbers.
package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// English is the tag of the one language that is read.
const English = "en"

// Undetermined is the tag of a text that is not English, and no more is known.
const Undetermined = "und"

// sampleSize is how many bytes from each of three places are looked at: the
// beginning, where a page's language shows, and the middle and the end, because
// a report may begin with a line in another language.
const sampleSize = 1200

const (
	// minWords is how many words in lower case a text must have to be called
	// anything but English. Names begin with a capital and do not count.
	minWords = 8

	// Of running English 15 to 25 % are words of the list below; of the
	// languages that share some of them, such as Dutch and Danish, under 4 %.
	englishPercent = 8
	foreignPercent = 4
)

// Detect returns the BCP 47 tag of a text's language and whether that is sure.
// The tag is "en" unless the text is surely not English; a tag other than "en"
// is therefore always sure.
func Detect(text string) (tag string, sure bool) {
	sample := sampleOf(text)
	words := count(sample)
	if words.english*100 >= words.lower*englishPercent && words.lower >= minWords {
		return English, true
	}
	if !words.foreignScript() && (words.lower < minWords || words.english*100 >= words.lower*foreignPercent) {
		return English, false
	}
	tag, clear := profile(sample)
	if !clear || tag == English {
		return English, false
	}
	return tag, true
}

// sampleOf returns the beginning, middle and end of a text, the whole of a
// short one.
func sampleOf(text string) string {
	if len(text) <= 3*sampleSize {
		return text
	}
	middle, end := len(text)/2, len(text)-sampleSize
	return cut(text, 0) + " " + cut(text, middle) + " " + cut(text, end)
}

// cut returns about sampleSize bytes of text from a byte offset on, beginning
// and ending with a whole character.
func cut(text string, start int) string {
	end := start + sampleSize
	for start < end && !utf8.RuneStart(text[start]) {
		start++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return text[start:end]
}

// tally counts what a sample is made of.
type tally struct {
	lower   int // words without a capital, of two letters and more
	english int // those of them that are English function words
	latin   int // letters of the Latin script
	other   int // letters of any other
}

// foreignScript reports whether most letters are of a script that English is
// not written in.
func (t tally) foreignScript() bool { return t.other > t.latin }

func count(sample string) tally {
	var t tally
	for word := range strings.FieldsFuncSeq(sample, notInWord) {
		t.add(word)
	}
	return t
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

func (t *tally) add(word string) {
	lower, letters := true, 0
	for _, r := range word {
		letters++
		lower = lower && !unicode.IsUpper(r)
		if unicode.Is(unicode.Latin, r) {
			t.latin++
		} else if unicode.IsLetter(r) {
			t.other++
		}
	}
	if !lower || letters < 2 {
		return
	}
	t.lower++
	if functionWords[word] {
		t.english++
	}
}

// functionWords are frequent English words that are no words, or rare ones, in
// the other languages written in Latin script. Left out for that are "in", "is",
// "on", "for", "her", "he" (Finnish), "to" and "by" (Polish, Czech), "as" and "me" (Portuguese),
// "or" (French), "are" (Romanian), "had", "we" and "over" (Dutch) and the like.
var functionWords = set(`
	the of and that with from this which would have has been were was their they them these those there
	who said says say she his it its not but what when where while than then after before about
	will could should because between during against without other such into through our you your
	be if how out only also years people according told
`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// profile returns the tag of the language whose trigrams are nearest, and
// whether it is clearly nearer than English.
func profile(sample string) (tag string, clear bool) {
	nearest := whatlanggo.Detect(sample)
	if nearest.Lang < 0 {
		return Undetermined, false
	}
	if nearest.Lang == whatlanggo.Eng {
		return English, true
	}
	// Near relatives such as Danish and Norwegian make each other unsure, but
	// what matters is English.
	against := whatlanggo.DetectWithOptions(sample, whatlanggo.Options{
		Whitelist: map[whatlanggo.Lang]bool{nearest.Lang: true, whatlanggo.Eng: true},
	})
	if against.Lang != nearest.Lang || !against.IsReliable() {
		return English, false
	}
	return tagOf(nearest), true
}

// tagOf returns a language's shortest tag. Where two languages are equally
// near, whatlanggo names either by chance, and has no confidence in it.
func tagOf(info whatlanggo.Info) string {
	code := info.Lang.Iso6391()
	if info.Confidence == 0 || code == "" {
		return Undetermined
	}
	return code
}
