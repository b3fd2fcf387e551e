package attribute

import (
	"math/bits"
	"slices"

	"hearsay/internal/linear"
)

// extent is a half-open range of token indices.
type extent struct{ first, end int }

func (e extent) has(i int) bool { return e.first <= i && i < e.end }

func (e extent) len() int { return e.end - e.first }

// frame is the surroundings of one cue as the source and content features see
// them: for each token of the window where it stands with regard to the cue.
//
//	window   first ────────────────[ cue )──────────────────── end
//	side            before            at           after
//	path      … ◄── coarse classes collected outwards ──► …
type frame struct {
	cue    extent
	window extent
	place  []place // of window.first+k
	head   int32   // the cue's head word
	lemma  uint32  // its lemma
	lower  uint32  // the cue's first word
	tag    uint32  // the head word's tag
	quote  uint32  // the cue's quotation state
	next   uint32  // what follows the cue
	prev   uint32  // what stands before it
}

// place is one token's relation to the cue.
type place struct {
	side     uint32 // 0 before, 1 in the cue, 2 after
	path     uint32 // hash of the coarse classes from the cue to the token
	distance uint32 // in tokens, in powers of two
	nominals uint32 // noun phrases between the token and the cue, at most 3
	verbs    uint32
	runs     int32  // stretches of quoted or unquoted text between, signed, bounded
	sentence int32  // sentences between, signed, bounded
	others   uint32 // other cues between, at most 2
	role     uint32 // 1: in another cue, 2: in this cue's source, 3 in another's source
}

// setFrame makes f the surroundings of a cue in a window. cueAt and sourceAt
// tell for each token of the document which cue or source it belongs to,
// numbered from 1, 0 for none; own is this cue's number.
func (s *sight) setFrame(f *frame, cue, window extent, roles *roleMap, own int32) {
	head := s.headOf(cue)
	t := &s.tokens[head]
	f.cue, f.window, f.head = cue, window, int32(head)
	f.lemma, f.lower, f.tag, f.quote = t.lemma, s.tokens[cue.first].lower, t.tag, s.tokens[cue.first].quote
	f.next = linear.Mix(s.at(cue.end).coarse, s.at(cue.end).quote, linear.Bit(s.at(cue.end).lower == thatID))
	f.prev = linear.Mix(s.at(cue.first-1).coarse, s.at(cue.first-1).quote, 0)
	if cap(f.place) < window.len() {
		f.place = make([]place, 2*window.len())
	}
	f.place = f.place[:window.len()]
	for i := cue.first; i < cue.end; i++ {
		f.place[i-window.first] = place{side: 1}
	}
	s.walk(f, cue.end, 1, window.end, roles, own)
	s.walk(f, cue.first-1, -1, window.first-1, roles, own)
}

// walk fills the places from the cue outwards.
func (s *sight) walk(f *frame, from, step, stop int, roles *roleMap, own int32) {
	base := &s.tokens[f.cue.first]
	side := uint32(1 + step)
	p := place{side: side}
	last, steps, lastOther := uint32(coarseNone), 0, int32(0)
	for j := from; j != stop; j += step {
		t := &s.tokens[j]
		if t.coarse != last && steps < 7 {
			p.path = p.path*37 + t.coarse + 1 + side
			steps++
		}
		last = t.coarse
		p.distance = uint32(bits.Len(uint((j - from) * step)))
		p.runs = max(-4, min(4, t.run-base.run))
		p.sentence = max(-2, min(3, t.sentence-base.sentence))
		p.role = 0
		if c := roles.cue[j]; c != 0 && c != own {
			p.role = 1
			if c != lastOther {
				lastOther = c
				p.others = min(2, p.others+1)
			}
		}
		if c := roles.source[j]; c != 0 {
			p.role = 3
			if c == own {
				p.role = 2
			}
		}
		f.place[j-f.window.first] = p
		switch {
		case isNominal[t.tag]:
			p.nominals = min(3, p.nominals+1)
		case t.coarse == coarseVerb:
			p.verbs = min(3, p.verbs+1)
		}
	}
}

// headOf returns the token that stands for a cue: its last verb, else its last
// noun, else its first token.
func (s *sight) headOf(cue extent) int {
	head := cue.first
	rank := 0
	for i := cue.first; i < cue.end; i++ {
		r := 0
		switch s.tokens[i].coarse {
		case coarseVerb:
			r = 2
		case coarseNominal:
			r = 1
		}
		if r > 0 && r >= rank {
			head, rank = i, r
		}
	}
	return head
}

// roleMap tells for each token of a document which attribution's cue or source
// it belongs to, numbered from 1; 0 for none.
type roleMap struct {
	cue, source []int32
}

func (r *roleMap) reset(n int) {
	r.cue, r.source = zeroed(r.cue, n), zeroed(r.source, n)
}

func (r *roleMap) mark(list []int32, e extent, number int32) {
	for i := e.first; i < e.end; i++ {
		list[i] = number
	}
}

// touches reports whether a token of e belongs to a cue.
func (r *roleMap) touches(e extent) bool {
	return slices.ContainsFunc(r.cue[e.first:e.end], func(number int32) bool { return number != 0 })
}

func zeroed(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}
