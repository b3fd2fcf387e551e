package hearsay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// ParseQuery reads a query as a person writes it: words; phrases in quotation
// marks, straight or curly; field:word and field:"some words" for the fields of
// [Fields]; a minus before what must not be there (words and by: alone). An
// empty text asks for all. The error is for the person who wrote it.
//
//	query  = { [ "-" ] [ field ":" ] value }
//	value  = word [ "*" ] | quote words quote
func ParseQuery(text string) (Query, error) {
	var q Query
	rest := strings.TrimLeftFunc(text, IsSpace)
	for rest != "" {
		t, after, err := nextTerm(rest)
		if err != nil {
			return Query{}, err
		}
		if err := q.add(t); err != nil {
			return Query{}, err
		}
		rest = strings.TrimLeftFunc(after, IsSpace)
	}
	return q, q.Check()
}

// term is one part of a query as it is written.
type term struct {
	minus bool
	field string // "": words
	value Phrase
}

// nextTerm takes the first term off a text that does not begin with a space.
func nextTerm(text string) (t term, rest string, err error) {
	if after, ok := strings.CutPrefix(text, "-"); ok {
		t.minus, text = true, after
	}
	t.field, text = cutField(text)
	if t.field != "" && !slices.Contains(Fields, t.field) {
		return t, "", fmt.Errorf("there is no field %s: (put words with a colon in quotation marks); there are %s", t.field, strings.Join(Fields, ": ")+":")
	}
	if closing, size := quoteAt(text); size > 0 {
		words, after, closed := cutQuote(text[size:], closing)
		if !closed {
			return t, "", fmt.Errorf("the quotation mark before %q is not closed", words)
		}
		t.value = Phrase{Words: unquoted(words)}
		return t, after, nil
	}
	end := strings.IndexFunc(text, IsSpace)
	if end < 0 {
		end = len(text)
	}
	t.value = openPhrase(text[:end])
	if t.value.Words == "" && end == 0 {
		return t, "", fmt.Errorf("%q has nothing after it", strings.TrimRightFunc(t.written(), IsSpace))
	}
	return t, text[end:], nil
}

func (t term) written() string {
	s := t.value.Words
	if t.field != "" {
		s = t.field + ":" + s
	}
	if t.minus {
		s = "-" + s
	}
	return s
}

// cutField takes "field:" off. What is not letters before the colon is no field:
// "10:30" is a word.
func cutField(text string) (field, rest string) {
	n := 0
	for n < len(text) && isLetterASCII(text[n]) {
		n++
	}
	if n == 0 || n == len(text) || text[n] != ':' {
		return "", text
	}
	return strings.ToLower(text[:n]), text[n+1:]
}

// quoteAt returns the mark that closes a quotation which text opens with, and
// the size of the opening one in bytes; 0 if it opens none.
func quoteAt(text string) (closing string, size int) {
	r, size := utf8.DecodeRuneInString(text)
	switch r {
	case '"':
		return `"`, size
	case '“', '”', '„':
		return `”“"`, size
	case '«':
		return `»`, size
	}
	return "", 0
}

func cutQuote(text, closing string) (words, rest string, closed bool) {
	i := strings.IndexAny(text, closing)
	if i < 0 {
		return text, "", false
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[:i], text[i+size:], true
}

func openPhrase(word string) Phrase {
	bare, open := strings.CutSuffix(word, "*")
	return Phrase{unquoted(bare), open}
}

// unquoted drops quotation marks, which are nothing to look for.
func unquoted(words string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`"“”„«»`, r) {
			return -1
		}
		return r
	}, words)
}

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// add puts a term where it belongs.
func (q *Query) add(t term) error {
	if t.minus && t.field != "" && t.field != "by" {
		return fmt.Errorf("-%s: cannot be left out: a minus goes before by: and words", t.field)
	}
	switch t.field {
	case "":
		return put(t, &q.Words, &q.Without)
	case "by":
		return put(t, &q.By, &q.WithoutBy)
	case "about":
		q.About = append(q.About, t.value)
	case "through":
		q.Through = append(q.Through, t.value)
	case "outlet":
		q.Outlet = append(q.Outlet, t.value)
	case "identity":
		q.Identity = append(q.Identity, Identity(strings.ToLower(t.value.Words)))
	case "act":
		q.Act = append(q.Act, Act(strings.ToLower(t.value.Words)))
	case "stance":
		q.Stance = append(q.Stance, Stance(strings.ToLower(t.value.Words)))
	default:
		return q.addLimit(t)
	}
	return nil
}

func put(t term, with, without *[]Phrase) error {
	if t.minus {
		with = without
	}
	*with = append(*with, t.value)
	return nil
}

// addLimit takes a field that a query has once.
func (q *Query) addLimit(t term) (err error) {
	switch t.field {
	case "story":
		if q.Story, err = strconv.ParseInt(t.value.Words, 10, 64); err != nil || q.Story < 1 {
			return fmt.Errorf("story:%s is no story: give its number, as 'hearsay search --stories' lists it", t.value.Words)
		}
	case "after":
		q.After, err = parseLimit(t)
	case "before":
		q.Before, err = parseLimit(t)
	}
	return err
}

var limitLayouts = []string{time.RFC3339, "2006-01-02T15:04", time.DateOnly, "2006-01", "2006"}

// parseLimit reads a time; a day, month or year stands for its beginning, in UTC.
func parseLimit(t term) (time.Time, error) {
	for _, layout := range limitLayouts {
		if at, err := time.Parse(layout, t.value.Words); err == nil && at.Year() >= 1 {
			return at.UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("%s:%s is no date: write 2031-04-02, 2031-04 or 2031", t.field, t.value.Words)
}

// String writes the query so that ParseQuery reads the same.
func (q Query) String() string {
	var parts []string
	write := func(prefix string, phrases []Phrase) {
		for _, p := range phrases {
			parts = append(parts, prefix+p.String())
		}
	}
	write("", q.Words)
	write("-", q.Without)
	write("by:", q.By)
	write("-by:", q.WithoutBy)
	write("about:", q.About)
	write("through:", q.Through)
	write("outlet:", q.Outlet)
	parts = append(parts, q.limits()...)
	return strings.Join(parts, " ")
}

func (q Query) limits() (parts []string) {
	for _, i := range q.Identity {
		parts = append(parts, "identity:"+string(i))
	}
	for _, a := range q.Act {
		parts = append(parts, "act:"+string(a))
	}
	for _, s := range q.Stance {
		parts = append(parts, "stance:"+string(s))
	}
	if q.Story != 0 {
		parts = append(parts, "story:"+strconv.FormatInt(q.Story, 10))
	}
	if !q.After.IsZero() {
		parts = append(parts, "after:"+q.After.UTC().Format(time.RFC3339))
	}
	if !q.Before.IsZero() {
		parts = append(parts, "before:"+q.Before.UTC().Format(time.RFC3339))
	}
	return parts
}

// String writes the phrase as it stands in a query.
func (p Phrase) String() string {
	if p.Open {
		return p.Words + "*"
	}
	if strings.ContainsFunc(p.Words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return `"` + p.Words + `"`
	}
	return p.Words
}
