package archive

import (
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"

	"hearsay"
)

// What a statement is found by is a list of terms, the same for every database:
//
//	“The bridge stays closed,” said Mara Holt, the mayor, to Radio Drenn
//	the bridg stay close   by=mara by=holt by=the by=mayor = through=radio through=drenn = identity=namedperson …
//
// Words of what is said are stems (Snowball's, for English); those of a name are
// not. A name's terms stand one after the other, so that a phrase finds it, and a
// lone "=" ends it, so that no phrase runs into the next name.

// words returns the words of a text in lower case, without accents and without
// what typesetting put into them.
func words(text string) []string {
	plain := hearsay.Untypeset(text)
	if !isASCII(plain) {
		plain = norm.NFKD.String(plain)
	}
	var all []string
	var b strings.Builder
	end := func() {
		word := strings.ReplaceAll(strings.TrimSuffix(b.String(), "'s"), "'", "")
		if b.Reset(); word != "" {
			all = append(all, word)
		}
	}
	for _, r := range plain {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '\'', r == '’':
			b.WriteByte('\'')
		case unicode.Is(unicode.Mn, r):
			// an accent: the word goes on
		default:
			end()
		}
	}
	end()
	return all
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// stems returns the stems of the words of a text.
func stems(text string) []string {
	all := words(text)
	for i, w := range all {
		all[i] = stem(w)
	}
	return all
}

func stem(word string) string {
	if known, ok := stemmed.Load(word); ok {
		return known.(string)
	}
	s := word
	if isASCII(word) {
		s = english.Stem(word, true)
	}
	if stemmedWords.Add(1) < maxStemmed {
		stemmed.Store(strings.Clone(word), s)
	}
	return s
}

// stemmed remembers stems: most words of a report stood in one before.
var (
	stemmed      sync.Map
	stemmedWords atomic.Int64
)

const maxStemmed = 50000

// finding makes the rows of one record.
type finding struct {
	record hearsay.Record
	outlet []string // terms that each statement of the report has
	named  []actorName
}

// actorName is an actor that may be found by name.
type actorName struct {
	terms []string
	forms []string // that stand in the text
}

func newFinding(r hearsay.Record) *finding {
	f := &finding{record: r}
	f.outlet = name(nil, "outlet", outletOf(r.Report))
	for _, a := range r.Actors {
		var n actorName
		if !a.Private {
			n.terms = name(nil, "about", a.Name)
			n.forms = a.Aliases
		}
		f.named = append(f.named, n)
	}
	return f
}

// name appends the terms of a name in a field.
func name(terms []string, field, words_ string) []string {
	for _, w := range words(words_) {
		terms = append(terms, field+"="+w)
	}
	return append(terms, "=")
}

func value(terms []string, field, value string) []string {
	if value == "" {
		return terms
	}
	return append(terms, field+"="+strings.ReplaceAll(value, "-", ""))
}

func (f *finding) attribution(i int, a hearsay.Attribution) statementRow {
	row := statementRow{
		part: hearsay.PartAttribution, idx: i, act: a.Act, stance: a.Stance, confidence: a.Confidence,
		at: statementSpans{a.Source, a.Cue, a.Content},
	}
	text := f.record.Report.Text
	for _, c := range a.Content {
		row.words = append(row.words, stems(c.In(text))...)
	}
	row.words = append(row.words, "=")
	if len(a.Chain) > 0 {
		last := a.Chain[len(a.Chain)-1]
		row.identity = last.Identity
		row.voice = f.voiceName(last)
		row.words = f.voice(row.words, "by", last)
		for _, v := range a.Chain[min(1, len(a.Chain)):max(1, len(a.Chain)-1)] {
			row.words = f.voice(row.words, "through", v)
		}
	} else if a.Source != nil {
		row.words = name(row.words, "by", a.Source.In(text))
	}
	return f.finish(row)
}

func (f *finding) ownVoice(i int, o hearsay.OwnVoice) statementRow {
	row := statementRow{
		part: hearsay.PartOwnVoice, idx: i, identity: hearsay.OutletIdentity, confidence: 1000,
		at: statementSpans{content: []hearsay.Span{o.Span}},
	}
	row.words = append(stems(o.Span.In(f.record.Report.Text)), "=")
	row.words = name(row.words, "by", outletOf(f.record.Report))
	return f.finish(row)
}

// finish adds what every statement is found by.
func (f *finding) finish(row statementRow) statementRow {
	row.words = f.about(row.words, row.at.content)
	row.words = append(row.words, f.outlet...)
	row.words = value(row.words, "identity", string(row.identity))
	row.words = value(row.words, "act", string(row.act))
	row.words = value(row.words, "stance", string(row.stance))
	return row
}

// voice appends the names of a voice. An unnamed voice has the words used for it
// alone; a private person has none.
func (f *finding) voice(terms []string, field string, v hearsay.Voice) []string {
	text := f.record.Report.Text
	if v.Actor == nil {
		switch {
		case v.As != nil:
			return name(terms, field, v.As.In(text))
		case v.Identity == hearsay.OutletIdentity:
			return name(terms, field, outletOf(f.record.Report))
		}
		return terms
	}
	actor := f.record.Actors[*v.Actor]
	if actor.Private {
		return terms
	}
	terms = name(terms, field, actor.Name)
	if v.As != nil && v.As.In(text) != actor.Name {
		terms = name(terms, field, v.As.In(text))
	}
	return terms
}

// voiceName is what a voice is called in a list: by its name, "" for one without.
func (f *finding) voiceName(v hearsay.Voice) string {
	switch {
	case v.Actor == nil && v.Identity == hearsay.OutletIdentity:
		return outletOf(f.record.Report)
	case v.Actor == nil || v.Identity == hearsay.Anonymous || f.record.Actors[*v.Actor].Private:
		return ""
	}
	return f.record.Actors[*v.Actor].Name
}

// about appends the names of those whose aliases stand in what is said.
func (f *finding) about(terms []string, content []hearsay.Span) []string {
	for _, n := range f.named {
		for _, form := range n.forms {
			if isName(form) && f.stands(form, content) {
				terms = append(terms, n.terms...)
				terms = name(terms, "about", form)
				break
			}
		}
	}
	return terms
}

func (f *finding) stands(form string, content []hearsay.Span) bool {
	for _, c := range content {
		if strings.Contains(c.In(f.record.Report.Text), form) {
			return true
		}
	}
	return false
}

// isName tells a form that names from a pronoun or a description.
func isName(form string) bool {
	return len(form) > 2 && strings.ContainsFunc(form, unicode.IsUpper)
}

// textQuery is a search for terms: every clause must be met.
type textQuery struct {
	all     []clause
	without []phrase
}

// clause is met by one of its phrases.
type clause []phrase

// phrase is terms one after the other; with open, the last may go on.
type phrase struct {
	terms []string
	open  bool
}

// newTextQuery returns what a query means in terms.
func newTextQuery(q hearsay.Query) (t textQuery) {
	for _, p := range q.Words {
		t.all = append(t.all, clause{said(p)})
	}
	t.any("by", q.By)
	for _, p := range q.About {
		t.any("about", []hearsay.Phrase{p})
	}
	for _, p := range q.Through {
		t.any("through", []hearsay.Phrase{p})
	}
	t.any("outlet", q.Outlet)
	anyOf(&t, "identity", q.Identity)
	anyOf(&t, "act", q.Act)
	anyOf(&t, "stance", q.Stance)
	for _, p := range q.Without {
		t.without = append(t.without, said(p))
	}
	for _, p := range q.WithoutBy {
		t.without = append(t.without, named("by", p))
	}
	return t
}

func said(p hearsay.Phrase) phrase {
	if p.Open {
		all := stems(p.Words)
		if plain := words(p.Words); len(plain) > 0 {
			all[len(all)-1] = plain[len(plain)-1]
		}
		return phrase{all, true}
	}
	return phrase{stems(p.Words), false}
}

func named(field string, p hearsay.Phrase) phrase {
	all := words(p.Words)
	for i, w := range all {
		all[i] = field + "=" + w
	}
	return phrase{all, p.Open}
}

func (t *textQuery) any(field string, phrases []hearsay.Phrase) {
	if len(phrases) == 0 {
		return
	}
	var c clause
	for _, p := range phrases {
		c = append(c, named(field, p))
	}
	t.all = append(t.all, c)
}

func anyOf[T ~string](t *textQuery, field string, values []T) {
	if len(values) == 0 {
		return
	}
	var c clause
	for _, v := range values {
		c = append(c, phrase{terms: value(nil, field, string(v))})
	}
	t.all = append(t.all, c)
}

// isEmpty reports whether every statement is found.
func (t textQuery) isEmpty() bool { return len(t.all) == 0 && len(t.without) == 0 }

// fts5 is the query as SQLite reads it. Every statement has the term "=", so that
// a query for what is not there has something to begin with.
func (t textQuery) fts5() string {
	var clauses []string
	for _, c := range t.all {
		clauses = append(clauses, c.join(phrase.fts5, " OR "))
	}
	query := strings.Join(clauses, " AND ")
	if len(t.all) == 0 {
		query = `"="`
	}
	for _, p := range t.without {
		query = "(" + query + ") NOT " + p.fts5()
	}
	return query
}

func (p phrase) fts5() string {
	s := `"` + strings.Join(p.terms, " ") + `"`
	if p.open {
		s += " *"
	}
	return s
}

// tsquery is the query as PostgreSQL reads it.
func (t textQuery) tsquery() string {
	var clauses []string
	for _, c := range t.all {
		clauses = append(clauses, c.join(phrase.tsquery, " | "))
	}
	for _, p := range t.without {
		clauses = append(clauses, "!"+p.tsquery())
	}
	return strings.Join(clauses, " & ")
}

func (p phrase) tsquery() string {
	parts := make([]string, len(p.terms))
	for i, term := range p.terms {
		parts[i] = "'" + term + "'"
	}
	s := strings.Join(parts, " <-> ")
	if p.open {
		s += ":*"
	}
	return "(" + s + ")"
}

func (c clause) join(write func(phrase) string, or string) string {
	parts := make([]string, len(c))
	for i, p := range c {
		parts[i] = write(p)
	}
	return "(" + strings.Join(parts, or) + ")"
}

// vector is a statement's terms as a tsvector: each with its places, of which
// PostgreSQL keeps those below 2¹⁴.
func vector(terms []string) string {
	var b strings.Builder
	for i, term := range terms {
		if i >= 1<<14-1 {
			break
		}
		b.WriteString("'" + term + "':" + strconv.Itoa(i+1) + " ")
	}
	return b.String()
}
