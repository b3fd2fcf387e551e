package moment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/lexicon"
)

// term is a word, number or mark as the rules see it. A token is one term, but
//
//	13-year-old   is five: 13 - year - old
//	twenty-one    is one of three tokens' worth, as is "2 1/2"
type term struct {
	hearsay.Span
	token, last int // the tokens it begins and ends in
	word        int // that stands as itself in rules, see meaning
	classes     class
	n           int
	fraction    string // decimals of a number: "5" of 1.5
	code        string // of a part of the day, a season, a half of the day
	unit        unit
}

// is reports whether the term is of one of the classes.
func (t *term) is(c class) bool { return t.classes&c != 0 }

// terms returns the terms of a document's tokens.
func (g *grammar) terms(doc *hearsay.Document, words []*lexicon.Word) []term {
	b := termBuilder{vocabulary: g.vocabulary, doc: doc, out: make([]term, 0, len(doc.Tokens)+len(doc.Tokens)/16)}
	for i := range doc.Tokens {
		b.token(i, words[i])
	}
	if b.numbers {
		b.out = joinNumbers(b.out)
	}
	return b.out
}

type termBuilder struct {
	vocabulary *vocabulary
	doc        *hearsay.Document
	out        []term
	numbers    bool // some of them may have to be joined
}

func (b *termBuilder) token(i int, w *lexicon.Word) {
	t := b.doc.Tokens[i]
	switch known := b.vocabulary.look(w); {
	case known != nil:
		b.add(i, t.Span, known.as(w.Text))
	case w.Kind == lexicon.Number:
		b.digits(i, w)
	case t.Len() > 3 && strings.ContainsAny(t.In(b.doc.Text), hyphens):
		b.compound(i)
	default:
		b.add(i, t.Span, term{})
	}
}

// add appends a term of token i.
func (b *termBuilder) add(i int, span hearsay.Span, t term) {
	t.Span, t.token, t.last = span, i, i
	b.numbers = b.numbers || t.is(numberWord|fraction)
	b.out = append(b.out, t)
}

// as returns what a form means, given its capitals.
func (m *meaning) as(form string) term {
	first, _ := utf8.DecodeRuneInString(form)
	if m.capital && !unicode.IsUpper(first) || m.upper && form != strings.ToUpper(form) {
		return term{word: m.word}
	}
	return term{word: m.word, classes: m.classes, n: m.n, code: m.code, unit: m.unit}
}

// hyphens divide a token: the typed one, the typeset one and the en dash.
const hyphens = "-‐‑–"

// compound adds the parts of a token with hyphens, and the hyphens between them.
// A hyphen at the front is a minus, and what it stands before is no number of
// days.
func (b *termBuilder) compound(i int) {
	t := b.doc.Tokens[i]
	form := t.In(b.doc.Text)
	for start := 0; start < len(form); {
		end, size := cutAtHyphen(form, start)
		if end == 0 {
			b.add(i, t.Span, term{})
			return
		}
		if end > start {
			b.piece(i, hearsay.Span{Start: t.Start + start, End: t.Start + end})
		}
		if size > 0 {
			b.add(i, hearsay.Span{Start: t.Start + end, End: t.Start + end + size}, b.vocabulary.words["-"].as("-"))
		}
		start = end + size
	}
}

// cutAtHyphen returns where the next hyphen of form stands, from start on, and
// its length in bytes; the end of form and 0 if there is none.
func cutAtHyphen(form string, start int) (at, size int) {
	at = strings.IndexAny(form[start:], hyphens)
	if at < 0 {
		return len(form), 0
	}
	_, size = utf8.DecodeRuneInString(form[start+at:])
	return start + at, size
}

func (b *termBuilder) piece(i int, span hearsay.Span) {
	form := span.In(b.doc.Text)
	if known := b.vocabulary.words[strings.ToLower(form)]; known != nil {
		b.add(i, span, known.as(form))
		return
	}
	t, _ := readDigits(form)
	b.add(i, span, t)
}

// digits adds a token that has digits in it.
func (b *termBuilder) digits(i int, w *lexicon.Word) {
	t := b.doc.Tokens[i]
	switch read, ok := readDigits(w.Text); {
	case ok:
		b.add(i, t.Span, read)
	case strings.ContainsAny(t.In(b.doc.Text), hyphens):
		b.compound(i)
	default:
		b.add(i, t.Span, term{})
	}
}
