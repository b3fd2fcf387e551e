package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// kind is what the later passes need to know of a token.
type kind uint8

const (
	kindWord    kind = iota
	kindNumber       // begins with a digit
	kindInitial      // a single capital with its dot: "J."
	kindTitle        // an abbreviation that a name must follow: "Gen."
	kindAbbrev       // any other abbreviation with its dot: "U.S.", "Inc."
	kindStop         // .
	kindAsk          // ! ? and runs of them
	kindDots         // … or several dots in a row
	kindQuote        // a mark that may be a quotation mark
	kindOpen         // ( [ {
	kindClose        // ) ] }
	kindDash         // - -- – —
	kindPause        // , ; :
	kindMark         // any other mark
)

// passage is the tokens of one paragraph, with their kinds beside them.
type passage struct {
	text   string // the whole report's
	tokens []hearsay.Token
	kinds  []kind
}

func (p passage) words(i int) string { return p.tokens[i].In(p.text) }

// joined reports whether nothing stands between token i and the token before
// it. The paragraph's first token has white space before it.
func (p passage) joined(i int) bool {
	return i > 0 && i < len(p.tokens) && p.tokens[i-1].End == p.tokens[i].Start
}

// letterCase is how a token begins.
type letterCase uint8

const (
	caseNone  letterCase = iota // neither, or the script has no case
	caseUpper                   // also title case
	caseLower
)

func caseOf(word string) letterCase {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsLower(r):
		return caseLower
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return caseUpper
	}
	return caseNone
}

// setOf returns the set of a text's words.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
