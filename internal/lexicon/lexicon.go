// Package lexicon interns word forms: what can be known of a word by looking at
// it alone is worked out once, and after that a token is a pointer.
package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/linear"
)

// Word is what a form tells by itself. All ids are hashes, so they are the same
// in every run and on every platform.
type Word struct {
	Text  string // the form, less what typesetting put into it, with plain quotation marks and apostrophes
	Low   string // Text in lower case with each digit made 0
	Form  uint32 // id of Text
	Lower uint32 // id of Low
	// Suffix holds the ids of the last 1 to 4 letters of Low, Prefix of the
	// first 1 to 3; of a shorter word the whole, marked as such by its length.
	Suffix [4]uint32
	Prefix [3]uint32
	Shape  uint32 // id of the form's pattern: "Xx", "X.X.", "d,d", …
	Kind   Kind

	// LemmaID holds the ids of the dictionary forms that SetLemma was told, by tag.
	LemmaID [hearsay.TagCount]uint32
	lemmas  []lemma // the forms themselves: few words have more than two

	// Usual and Open cache which tags the form mostly has and which it may have,
	// bit by bit; 0: not looked up. Package tag fills them.
	Usual, Open uint64
}

// lemma is a dictionary form of a word under a tag.
type lemma struct {
	tag  hearsay.Tag
	text string
}

// Lemma returns the word's dictionary form under a tag, if SetLemma was told it.
func (w *Word) Lemma(tag hearsay.Tag) (text string, known bool) {
	for _, l := range w.lemmas {
		if l.tag == tag {
			return l.text, true
		}
	}
	return "", false
}

// SetLemma keeps a dictionary form; package tag works it out.
func (w *Word) SetLemma(tag hearsay.Tag, text string) {
	w.lemmas = append(w.lemmas, lemma{tag, text})
	w.LemmaID[tag] = linear.Hash(text)
}

// Kind sorts forms by their outward look.
type Kind uint8

// The kinds of form.
const (
	LowerCase   Kind = iota
	Capitalised      // first letter upper case
	UpperCase        // all letters upper case, two or more
	MixedCase
	Number // has a digit
	Mark   // neither letter nor digit
)

// Lexicon maps forms to words. It is not safe for use by several goroutines.
type Lexicon struct {
	words map[string]*Word
}

// maxWords bounds the memory a Lexicon keeps; at 500 bytes a word it is 16 MB.
// Running text reaches it about once in a million words and then begins anew.
const maxWords = 1 << 15

// New returns an empty Lexicon.
func New() *Lexicon { return &Lexicon{words: make(map[string]*Word)} }

// Look returns the words of a document's tokens, appended to words.
func (l *Lexicon) Look(doc *hearsay.Document, words []*Word) []*Word {
	for _, t := range doc.Tokens {
		words = append(words, l.Word(t.In(doc.Text)))
	}
	return words
}

// Word returns the word of a form. Two forms whose first 64 bytes are alike are
// one word.
func (l *Lexicon) Word(form string) *Word {
	if len(form) > maxForm {
		form = cutForm(form)
	}
	if w := l.words[form]; w != nil {
		return w
	}
	if len(l.words) == maxWords {
		clear(l.words)
	}
	w := newWord(form)
	l.words[strings.Clone(form)] = w
	return w
}

var plain = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "``", `"`, "''", `"`)

// Plain returns a form with typographic quotation marks and apostrophes made plain.
func Plain(form string) string { return plain.Replace(form) }

func newWord(form string) *Word {
	text := strings.Clone(Plain(hearsay.Untypeset(form)))
	low := strings.Map(digitToZero, strings.ToLower(text))
	w := &Word{
		Text: text, Low: low,
		Form: linear.Hash(text), Lower: linear.Hash(low),
		Shape: linear.Hash(shape(text)), Kind: kindOf(text),
	}
	for i := range w.Suffix {
		w.Suffix[i] = linear.Mix(uint32(i), linear.Hash(lastRunes(low, i+1)), 1)
	}
	for i := range w.Prefix {
		w.Prefix[i] = linear.Mix(uint32(i), linear.Hash(firstRunes(low, i+1)), 2)
	}
	return w
}

// maxForm is the length in bytes beyond which a form is known by its beginning
// alone, so that a megabyte without a space costs no more than a word.
const maxForm = 64

// cutForm returns the first maxForm bytes of a form, less a letter cut in two.
func cutForm(form string) string {
	end := maxForm
	for end > 0 && !utf8.RuneStart(form[end]) {
		end--
	}
	return form[:end]
}

func digitToZero(r rune) rune {
	if r >= '0' && r <= '9' {
		return '0'
	}
	return r
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

func firstRunes(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

// shape reduces a form to its pattern of upper-case, lower-case, digit and
// other characters, runs of the same sort shortened to one.
func shape(s string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = 'd'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

func kindOf(s string) Kind {
	upper, lower, digit, first := 0, 0, 0, false
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		case unicode.IsLetter(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		}
	}
	switch {
	case digit > 0:
		return Number
	case upper+lower == 0:
		return Mark
	case upper == 0:
		return LowerCase
	case lower == 0 && upper > 1:
		return UpperCase
	case first && upper == 1:
		return Capitalised
	}
	return MixedCase
}
