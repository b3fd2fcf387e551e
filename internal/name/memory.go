package name

import (
	"unicode/utf8"

	"hearsay/internal/linear"
)

// memory is what a labelling found in a document, by word.
//
//	"Mina Holt, the registrar, said …"     holt: the last word of a person's name, once
//	"Holt refused."                        holt: ◄── the second labelling sees that
type memory struct {
	labels   []uint8
	byWord   map[uint32]recall // by the id of the form in lower case
	initials map[uint32]uint8  // the label of the name of several words with these initials
}

// recall counts how a word was labelled.
type recall struct {
	alone [labelCount]uint16 // in all its places
	first [labelCount]uint16 // as the first word of a name of several
	last  [labelCount]uint16 // as the last
}

// collect forgets all and takes in what a labelling found.
func (m *memory) collect(s *sight, labels []uint8) {
	if m.byWord == nil {
		m.byWord, m.initials = make(map[uint32]recall), make(map[uint32]uint8)
	}
	clear(m.byWord)
	clear(m.initials)
	m.labels = append(m.labels[:0], labels...)
	for _, st := range s.stretches {
		for t := st.first; t < st.end; {
			end := t + 1
			for end < st.end && labels[end] == labels[t] {
				end++
			}
			m.enter(s, t, end, labels[t])
			t = end
		}
	}
}

// enter takes in a run of tokens of one label.
func (m *memory) enter(s *sight, first, end int, label uint8) {
	for t := first; t < end; t++ {
		w := s.words[t]
		if !isCapital(w) {
			continue
		}
		r := m.byWord[w.Lower]
		r.alone[label]++
		if label != none && end-first > 1 {
			if t == first {
				r.first[label]++
			}
			if t == end-1 {
				r.last[label]++
			}
		}
		m.byWord[w.Lower] = r
	}
	if label != none && end-first > 1 {
		if id, n := initials(s, first, end); n > 1 {
			m.initials[id] = label
		}
	}
}

// initials returns the id of the word that the first letters of the capitalised
// words of [first, end) make, in lower case, and how many there are.
func initials(s *sight, first, end int) (id uint32, n int) {
	var letters [longestInitials * utf8.UTFMax]byte
	bytes := letters[:0]
	for t := first; t < end && n < longestInitials; t++ {
		if w := s.words[t]; isCapital(w) {
			r, _ := utf8.DecodeRuneInString(w.Low)
			bytes = utf8.AppendRune(bytes, r)
			n++
		}
	}
	return linear.Hash(string(bytes)), n
}

const longestInitials = 8

// outlook is what a memory tells of one token, its own label there left out.
type outlook struct {
	elsewhere, first, last uint8 // the commonest label, labelCount for none
	often                  uint32
	initials               uint8
}

func (m *memory) at(s *sight, t int) outlook {
	w := s.words[t]
	r := m.byWord[w.Lower]
	own := m.labels[t]
	if isCapital(w) && r.alone[own] > 0 {
		r.alone[own]--
		m.forgetOwn(s, t, own, &r)
	}
	o := outlook{initials: labelCount}
	var n uint16
	o.elsewhere, n = commonest(r.alone)
	o.often = uint32(min(n, 3))
	o.first, _ = commonest(r.first)
	o.last, _ = commonest(r.last)
	if label, ok := m.initials[w.Lower]; ok {
		o.initials = label
	}
	return o
}

// forgetOwn takes the place of token t in a name of several words off what is
// known of its word.
func (m *memory) forgetOwn(s *sight, t int, own uint8, r *recall) {
	if own == none {
		return
	}
	before := t > 0 && m.labels[t-1] == own
	after := t+1 < len(m.labels) && m.labels[t+1] == own
	switch {
	case after && !before && r.first[own] > 0:
		r.first[own]--
	case before && !after && r.last[own] > 0:
		r.last[own]--
	}
}

// commonest returns the label counted most, the lowest of equals, and how often;
// labelCount for none.
func commonest(counts [labelCount]uint16) (label uint8, n uint16) {
	label = labelCount
	for l, c := range counts {
		if c > n {
			label, n = uint8(l), c
		}
	}
	return label, n
}
