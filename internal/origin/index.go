package origin

import (
	"slices"
	"strings"

	"hearsay"
)

// # What is read once
//
// The same words are looked at again and again: in every claim of a report, and each
// time the story is compared. An Index keeps, beside each record, what its text alone
// says; who is who, which claims there are and what comes from where changes with
// every report and is found anew.
//
//	record ──► sheet: words in plain form by span · what each place says · whose office is stated near a name

// Index keeps the sheets of a story's records. The zero Index is empty and ready. It
// is not safe for use by several goroutines at once.
type Index struct {
	sheets []*sheet
	plains map[string]string // names in plain form
	stems  map[string]int32  // stems by number
	names  names
}

// sheet is what the text of one record says.
type sheet struct {
	report    int
	record    hearsay.Record
	words     map[hearsay.Span]string    // in plain form, as far as they were asked for
	places    map[hearsay.Place]*wording // as far as they were asked for
	receiving []receipt
	received  bool // receiving has been read
	offices   map[[2]int32]office
	before    map[[2]int32]office // those that the last comparison used
}

// wording is what the words of one place say.
type wording struct {
	content  []hearsay.Span
	stems    []int32 // of the words that say something, ascending
	possible bool    // they leave something open
	quotes   []hearsay.Span
	phrases  [][]string // of each quotation; see phrasesIn
}

// Set puts a record at a position: the next one, or that of one that it replaces.
func (x *Index) Set(position int, r hearsay.Record) {
	if x.plains == nil {
		x.plains, x.stems = map[string]string{}, map[string]int32{}
	}
	s := &sheet{report: position, record: r, words: map[hearsay.Span]string{}, places: map[hearsay.Place]*wording{}}
	if position == len(x.sheets) {
		x.sheets = append(x.sheets, s)
	} else {
		x.sheets[position] = s
	}
}

// Find fills in the origins of a trace whose records are those of the index.
func (x *Index) Find(t *hearsay.Trace) {
	x.turn()
	b := newBook(x, t)
	b.matchQuotes()
	b.matchLeads()
	next := 0
	for i := range t.Claims {
		c := &t.Claims[i]
		m := b.match(c)
		c.Origins, c.AtLeast = m.origins(&next)
		c.Steps, c.Shifts = m.steps(c.Origins), m.shifts(c.Origins)
	}
}

// turn begins another comparison: what the last one did not use is let go.
func (x *Index) turn() {
	x.names.turn()
	for _, s := range x.sheets {
		s.before, s.offices = s.offices, map[[2]int32]office{}
	}
}

// plain returns a name in plain form.
func (x *Index) plain(name string) string {
	p, known := x.plains[name]
	if !known {
		p = plain(name)
		x.plains[name] = p
	}
	return p
}

// nameOf returns a name in plain form without its article.
func (x *Index) nameOf(words string) string { return strings.TrimPrefix(x.plain(words), "the ") }

// plain returns the words of a span in plain form.
func (s *sheet) plain(at hearsay.Span) string {
	p, known := s.words[at]
	if !known {
		p = plain(at.In(s.record.Report.Text))
		s.words[at] = p
	}
	return p
}

// at returns what a place of a record says.
func (x *Index) at(p hearsay.Place, content []hearsay.Span) *wording {
	s := x.sheets[p.Report]
	w, known := s.places[p]
	if !known {
		w = x.read(s, content)
		s.places[p] = w
	}
	return w
}

func (x *Index) read(s *sheet, content []hearsay.Span) *wording {
	text := s.record.Report.Text
	w := &wording{content: content, quotes: quotations(text, content)}
	for _, c := range content {
		for _, t := range tokens(text, c) {
			w.possible = w.possible || possible[t.word]
			if word := stem(t.word); !empty[t.word] && word != "" {
				w.stems = append(w.stems, x.stem(word))
			}
		}
	}
	slices.Sort(w.stems)
	w.stems = slices.Compact(w.stems)
	for _, q := range w.quotes {
		w.phrases = append(w.phrases, phrasesIn(text, q))
	}
	return w
}

func (x *Index) stem(word string) int32 {
	id, known := x.stems[word]
	if !known {
		id = int32(len(x.stems))
		x.stems[word] = id
	}
	return id
}

// receipt is a stretch of a statement that tells of coming to know something.
type receipt struct {
	attribution int
	span        hearsay.Span
}

// receipts lists those of a record.
func (s *sheet) receipts() []receipt {
	if s.received {
		return s.receiving
	}
	s.received = true
	for i, a := range s.record.Attributions {
		for _, c := range a.Content {
			if len(a.Chain) > 1 && hasAny(" "+s.plain(c)+" ", receiving) {
				s.receiving = append(s.receiving, receipt{i, c})
			}
		}
	}
	return s.receiving
}

// names numbers lists of names, so that what was found for some is found again for
// the same. Of those that the last comparison did not ask for none is kept.
type names struct {
	ids, before map[string]int32
	next        int32
}

func (n *names) turn() { n.before, n.ids = n.ids, map[string]int32{} }

func (n *names) id(all []string) int32 {
	key := strings.Join(all, "\n")
	if id, known := n.ids[key]; known {
		return id
	}
	id, known := n.before[key]
	if !known {
		id = n.next
		n.next++
	}
	n.ids[key] = id
	return id
}
