package segment

import (
	"strings"
	"unicode/utf8"

	"hearsay"
)

// # Which marks quote
//
// A mark is judged by three things in turn: its shape (“ opens, " may do
// either), what it leans on, and what is open already.
//
//	said, "We won."      after a space, before a word: leans right, opens
//	"We won," said       after a mark, before a space: leans left, closes
//	" We won "           leans nowhere: closes if a quotation is open, else opens
//	workers' 6'2" 'em    an apostrophe, a measure, an elision: no quotation mark
//
// Marks of one family pair with each other whatever their glyphs. Quotations of
// different families nest; a mark that opens a quotation right within one of
// its own family shows that the earlier one was never closed, and ends it.

// family is a set of marks that close each other.
type family uint8

const (
	notQuote  family = iota
	double           // " “ ” ` `` ''
	single           // ' ‘ ’
	guillemet        // « »
	chevron          // ‹ ›
	low              // „ “
)

// lean is the direction a mark's shape gives it.
type lean uint8

const (
	eitherWay lean = iota
	opening
	closing
)

type quoteMark struct {
	family family
	lean   lean
}

// quoteMarkOf describes a token of kindQuote by its first character and length.
func quoteMarkOf(word string) quoteMark {
	r, size := utf8.DecodeRuneInString(word)
	if m := quoteMarkRune(r); len(word) == size {
		return m
	}
	// Two apostrophes stand for a double mark of no direction, two backticks
	// for an opening one.
	if r == '`' {
		return quoteMark{double, opening}
	}
	return quoteMark{double, eitherWay}
}

func quoteMarkRune(r rune) quoteMark {
	switch r {
	case '"', '＂':
		return quoteMark{double, eitherWay}
	case '“', '‟', '〝':
		return quoteMark{double, opening}
	case '”', '〞':
		return quoteMark{double, closing}
	case '\'':
		return quoteMark{single, eitherWay}
	case '‘', '`':
		return quoteMark{single, opening}
	case '’':
		return quoteMark{single, closing}
	case '«':
		return quoteMark{guillemet, opening}
	case '»':
		return quoteMark{guillemet, closing}
	case '‹':
		return quoteMark{chevron, opening}
	case '›':
		return quoteMark{chevron, closing}
	case '„':
		return quoteMark{low, opening}
	}
	return quoteMark{}
}

// maxDepth is the number of quotations within each other that are told apart.
const maxDepth = 15

// quoter gives tokens their Quotation, paragraph by paragraph. What is open at
// a paragraph's end stays in open until the next paragraph shows whether it
// goes on: it does if that paragraph begins with an opening mark.
//
//	“We will talk,” she said. “The border stays open.    left open
//	“The toll will go down,” she added.                  goes on: depth 1, not 2
type quoter struct {
	open  [maxDepth]family // outermost first
	depth int

	// The paragraph at hand.
	passage
	ahead [closing + 1]int // see following
}

// paragraph sets the quotation of every token of p.
func (q *quoter) paragraph(p passage) {
	q.passage, q.ahead = p, [closing + 1]int{}
	for i := q.resume(); i < len(q.tokens); i++ {
		if q.kinds[i] == kindQuote {
			q.tokens[i].Quote = q.mark(i)
		} else {
			q.tokens[i].Quote.Depth = uint8(q.depth)
		}
	}
}

// resume goes on with the quotations that the paragraph's first marks repeat,
// ends the others, and returns the first token that is no such mark.
func (q *quoter) resume() int {
	left := q.depth
	q.depth = 0
	for i := range left {
		if i >= len(q.tokens) || q.kinds[i] != kindQuote || !q.repeats(i) {
			break
		}
		q.depth++
		q.tokens[i].Quote = hearsay.Quotation{Depth: uint8(q.depth), Opens: true}
	}
	return q.depth
}

// repeats reports whether the mark i opens again the quotation at depth i.
func (q *quoter) repeats(i int) bool {
	m := quoteMarkOf(q.words(i))
	return m.family == q.open[i] && m.lean != closing && q.wordAfter(i)
}

// mark decides what the quotation mark i does and does it.
func (q *quoter) mark(i int) hearsay.Quotation {
	m := quoteMarkOf(q.words(i))
	switch q.direction(i, m) {
	case opening:
		if q.depth > 0 && q.open[q.depth-1] == m.family && !q.closesTwice(i, m) {
			q.depth--
		}
		if q.depth < maxDepth {
			q.open[q.depth] = m.family
			q.depth++
			return hearsay.Quotation{Depth: uint8(q.depth), Opens: true}
		}
	case closing:
		if at := q.opened(m, i); at >= 0 {
			q.depth = at
			return hearsay.Quotation{Depth: uint8(at + 1), Closes: true}
		}
	}
	return hearsay.Quotation{Depth: uint8(q.depth)}
}

// maxNested is how many tokens a quotation within straight marks of its own
// family is looked for.
const maxNested = 100

// closesTwice reports whether the straight mark i opens a quotation within
// another of straight marks: then two close before a third opens.
//
//	"He called it "a trap" and left," she said.       two close
//	"We waited. "They left," she said. "It is over."  one closes: the first was left open
func (q *quoter) closesTwice(i int, m quoteMark) bool {
	if m.lean != eitherWay {
		return false
	}
	closed := 0
	for j := i + 1; j < min(i+maxNested, len(q.tokens)) && closed < 2; j++ {
		if q.kinds[j] != kindQuote || quoteMarkOf(q.words(j)) != m {
			continue
		}
		switch {
		case q.closesByPlace(j):
			closed++
		case q.opensByPlace(j):
			return false
		}
	}
	return closed == 2
}

// opened returns the index in open of the quotation that mark i would close,
// or -1.
func (q *quoter) opened(m quoteMark, i int) int {
	for at := q.depth - 1; at >= 0; at-- {
		if q.open[at] == m.family || q.open[at] == low && m.family == double && !q.opensByPlace(i) {
			return at
		}
	}
	return -1
}

// direction returns what mark i would do, eitherWay standing for neither.
func (q *quoter) direction(i int, m quoteMark) lean {
	switch {
	case m.family == single:
		return q.singleDirection(i, m)
	case m.family == double:
		return q.doubleDirection(i, m)
	}
	return m.lean
}

func (q *quoter) doubleDirection(i int, m quoteMark) lean {
	isOpen := q.opened(m, i) >= 0
	left, right := q.gapBefore(i), q.wordAfter(i)
	switch {
	case !isOpen && m.lean == eitherWay && q.isMeasure(i):
		return eitherWay
	case m.lean == opening && isOpen && !left && !right:
		return closing // a mark turned the wrong way
	case m.lean == closing && !isOpen && left && (right || i == 0):
		return opening // the same
	case m.lean != eitherWay:
		return m.lean
	case left == right:
		return leanIf(opening, left, closing)
	}
	return leanIf(closing, isOpen, opening)
}

func leanIf(yes lean, is bool, no lean) lean {
	if is {
		return yes
	}
	return no
}

// singleDirection is strict where doubleDirection is generous, since most
// single marks are apostrophes.
func (q *quoter) singleDirection(i int, m quoteMark) lean {
	switch {
	case m.lean != closing && q.opensByPlace(i):
		return leanIf(opening, q.mayStayOpen(i, m) || q.following(i, closing) < len(q.tokens), eitherWay)
	case q.closesByPlace(i) && q.opened(m, i) >= 0 && !q.isApostrophe(i):
		return closing
	}
	return eitherWay
}

// mayStayOpen reports whether single mark i opens a quotation even if nothing
// closes it in this paragraph: at the paragraph's start, or by its shape before
// a capital.
func (q *quoter) mayStayOpen(i int, m quoteMark) bool {
	return i == 0 || m.lean == opening && caseOf(q.words(i+1)) == caseUpper
}

// isApostrophe reports whether the single mark i, within single marks, is the
// apostrophe of "workers'" or "goin'": another mark is there to close.
func (q *quoter) isApostrophe(i int) bool {
	before := q.words(i - 1)
	if !strings.HasSuffix(before, "s") && !strings.HasSuffix(before, "in") {
		return false
	}
	next := q.following(i, closing)
	return next < len(q.tokens) && next < q.following(i, opening)
}

// following returns the first token after i that is a single mark opening or
// closing by its place, or the number of tokens. The answer is remembered until
// it is passed, so that all calls together read the paragraph once.
func (q *quoter) following(i int, way lean) int {
	if q.ahead[way] > i {
		return q.ahead[way]
	}
	at := i + 1
	for at < len(q.tokens) && !q.isSingle(at, way) {
		at++
	}
	q.ahead[way] = at
	return at
}

func (q *quoter) isSingle(i int, way lean) bool {
	if q.kinds[i] != kindQuote {
		return false
	}
	m := quoteMarkOf(q.words(i))
	if m.family != single || m.lean != eitherWay && m.lean != way {
		return false
	}
	if way == opening {
		return q.opensByPlace(i)
	}
	return q.closesByPlace(i)
}

func (q *quoter) opensByPlace(i int) bool  { return q.gapBefore(i) && q.wordAfter(i) }
func (q *quoter) closesByPlace(i int) bool { return q.joined(i) && !q.gapBefore(i) && !q.wordAfter(i) }

// isMeasure reports whether mark i may stand for feet or inches.
func (q *quoter) isMeasure(i int) bool { return q.joined(i) && q.kinds[i-1] == kindNumber }

// gapBefore reports whether a quotation may begin at mark i: after a space, an
// opening bracket, a dash or another mark that opens.
func (q *quoter) gapBefore(i int) bool {
	if !q.joined(i) {
		return true
	}
	switch q.kinds[i-1] {
	case kindOpen, kindDash:
		return true
	case kindQuote:
		return q.tokens[i-1].Quote.Opens
	}
	return false
}

// wordAfter reports whether the quotation's first word may follow mark i, with
// or without another mark between.
func (q *quoter) wordAfter(i int) bool {
	if q.joined(i+1) && q.kinds[i+1] == kindQuote {
		i++
	}
	return q.joined(i+1) && beginsQuotation(q.kinds[i+1])
}

// beginsQuotation reports whether a token of kind k may be the first behind an
// opening mark: anything but what ends or divides.
func beginsQuotation(k kind) bool {
	switch k {
	case kindStop, kindAsk, kindPause, kindClose, kindDash, kindQuote:
		return false
	}
	return true
}
