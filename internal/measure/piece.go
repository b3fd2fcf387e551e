package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/lexicon"
)

// line is one sentence, cut into pieces.
type line struct {
	doc        *hearsay.Document
	words      []*lexicon.Word
	first, end int // its tokens
	pieces     []piece
	below      branches
	millions   millions
	coins      map[string]bool // currencies that the report has taught
}

// piece is a token, or a part of one that holds a number:
//
//	21-day            21 | - | day
//	billion-crown     billion | - | crown
//	-5C               - | 5 | C
type piece struct {
	hearsay.Span
	token int
	word  string // in lower case, with plain apostrophes; of digits as they stand
	glued bool   // nothing stands between it and the piece before it
	numberWord
}

// beyond stands for the pieces before a sentence and after it.
var beyond = &piece{token: -1}

// at returns piece i.
func (l *line) at(i int) *piece {
	if i < 0 || i >= len(l.pieces) {
		return beyond
	}
	return &l.pieces[i]
}

// word returns the word of piece i, "" outside the sentence.
func (l *line) word(i int) string { return l.at(i).word }

// cut cuts sentence s into pieces, unless nothing in it could be a number.
func (l *line) cut(s hearsay.Sentence) bool {
	l.first, l.end, l.pieces = s.First, s.End, l.pieces[:0]
	if !l.hasNumber() {
		return false
	}
	end := -1
	l.below.grow(l.doc, l.first, l.end)
	l.millions = notAsked
	for t := l.first; t < l.end; t++ {
		w := l.words[t]
		from := len(l.pieces)
		if w.Kind == lexicon.Number || mayHide(w.Low) {
			l.divide(t)
		} else {
			l.add(l.doc.Tokens[t].Span, t, w.Low)
		}
		l.pieces[from].glued = l.pieces[from].Start == end
		end = l.doc.Tokens[t].End
	}
	return true
}

func (l *line) hasNumber() bool {
	for t := l.first; t < l.end; t++ {
		w := l.words[t]
		if w.Kind == lexicon.Number || numberWords[w.Low].form != noForm || mayHide(w.Low) {
			return true
		}
	}
	return false
}

// mayHide reports whether a word with a hyphen in it has a number beside one.
func mayHide(word string) bool {
	at := strings.IndexAny(word, "-–")
	if at < 0 || len(word) < 3 {
		return false
	}
	for _, part := range strings.FieldsFunc(word, isHyphen) {
		if numberWords[part].form != noForm {
			return true
		}
	}
	return numberWords[word].form != noForm
}

func isHyphen(r rune) bool { return r == '-' || r == '–' || r == '‑' }

// divide adds the pieces of token t: runs of digits with the marks between them,
// runs of letters, and every other character by itself.
func (l *line) divide(t int) {
	span := l.doc.Tokens[t].Span
	text := span.In(l.doc.Text)
	for at := 0; at < len(text); {
		size := pieceLen(text[at:])
		l.add(hearsay.Span{Start: span.Start + at, End: span.Start + at + size}, t, strings.ToLower(text[at:at+size]))
		l.pieces[len(l.pieces)-1].glued = at > 0
		at += size
	}
}

func (l *line) add(span hearsay.Span, token int, word string) {
	n := numberWords[word]
	if n.form == noForm && isDigit(word) {
		n.form = inDigits
	}
	l.pieces = append(l.pieces, piece{Span: span, token: token, word: word, numberWord: n})
}

func isLetters(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r)
}

func isDigit(word string) bool { return word != "" && '0' <= word[0] && word[0] <= '9' }

// pieceLen returns the length of the piece that s begins with.
func pieceLen(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case isDigit(s):
		return digitsLen(s)
	case unicode.IsLetter(first):
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
		if end > 0 {
			return end
		}
		return len(s)
	}
	return size
}

// digitsLen returns how far digits reach, with the marks that stand between two.
func digitsLen(s string) int {
	end := 0
	for end < len(s) {
		switch {
		case isDigit(s[end:]):
			end++
		case (s[end] == ',' || s[end] == '.') && isDigit(s[end+1:]):
			end += 2
		default:
			return end
		}
	}
	return end
}

// tag returns the part of speech of piece i's token.
func (l *line) tag(i int) hearsay.Tag {
	if t := l.at(i).token; t >= 0 {
		return l.doc.Tokens[t].Tag
	}
	return 0
}

// lemma returns the dictionary form of piece i's token.
func (l *line) lemma(i int) string {
	p := l.at(i)
	if p.token < 0 {
		return ""
	}
	if t := &l.doc.Tokens[p.token]; t.Lemma != "" && t.Span == p.Span {
		return t.Lemma
	}
	return p.word
}

// capital reports whether piece i begins with a capital letter.
func (l *line) capital(i int) bool {
	p := l.at(i)
	if p.token < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.In(l.doc.Text))
	return unicode.IsUpper(r)
}
