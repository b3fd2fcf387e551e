// Package wording compares how texts are worded: it cuts text into words and
// marks without regard to case and typesetting, makes shingles of them, and tells
// which words one text has in place of another's.
//
//	text ─► Tokens ─► Diff          which words were put for which
//	     └► Words ──► Shingles      what runs of words two texts share
//
// It stands under the comparisons, which ask it what is worded alike.
package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// Token is a word or a mark of a text.
type Token struct {
	hearsay.Span
	Key  string // in lower case, typesetting undone; the same for tokens that read the same
	Mark bool
}

// Tokens cuts a span of a text into words and marks. A word is a run of letters
// and digits, with what stands between two of them and belongs to both: the
// apostrophe in "ship's", the hyphen in "forty-two", the point in "31.50", the
// comma in "4,200". Anything else that is not white space is a mark by itself.
func Tokens(text string, in hearsay.Span) []Token {
	var all []Token
	start := -1
	flush := func(end int) {
		if start >= 0 {
			all = append(all, Token{Span: hearsay.Span{Start: start, End: end}, Key: fold(text[start:end])})
			start = -1
		}
	}
	for i := in.Start; i < in.End; {
		r, size := utf8.DecodeRuneInString(text[i:in.End])
		switch {
		case isWord(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && joins(r, text[start:i], text[i+size:in.End]):
		default:
			flush(i)
			if !hearsay.IsSpace(r) {
				all = append(all, Token{Span: hearsay.Span{Start: i, End: i + size}, Key: foldMark(r), Mark: true})
			}
		}
		i += size
	}
	flush(in.End)
	return all
}

// Words is Tokens without the marks.
func Words(text string, in hearsay.Span) []Token {
	all := Tokens(text, in)
	words := all[:0]
	for _, t := range all {
		if !t.Mark {
			words = append(words, t)
		}
	}
	return words
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// joins reports whether a mark between what stands before and after it belongs
// to one word.
func joins(mark rune, before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	switch mark {
	case '\'', '’', '-', '‐', '‑', '\u00ad':
		return isWord(next)
	case '.', ',', ':':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return false
}

// fold undoes case and typesetting.
func fold(word string) string { return typesetting.Replace(strings.ToLower(word)) }

var typesetting = strings.NewReplacer("’", "'", "‐", "-", "‑", "-", "\u00ad", "")

func foldMark(r rune) string {
	switch r {
	case '“', '”', '„', '«', '»', '"':
		return `"`
	case '‘', '’', '‚', '\'', '`':
		return "'"
	case '–', '—', '―', '−', '-':
		return "-"
	case '…':
		return "."
	}
	return string(r)
}
