package attribute

import (
	"hearsay"
	"hearsay/internal/linear"
)

// sourceWindow is where a source may stand: the cue's own sentence. In PolNeAR
// that holds for 999 sources of 1,000.
func (s *sight) sourceWindow(cue extent) extent {
	sentence := s.doc.Sentences[s.tokens[cue.first].sentence]
	return extent{sentence.First, max(sentence.End, cue.end)}
}

// sourceFeatures fills nodes and edges with the features of the frame's window
// for the labelling of the source.
func (s *sight) sourceFeatures(f *frame, nodes, edges *linear.Features) {
	s.roleFeatures(f, 1000, nodes, edges)
}

// roleFeatures fills the features that sources and contents share; base keeps
// the two apart.
func (s *sight) roleFeatures(f *frame, base uint32, nodes, edges *linear.Features) {
	nodes.Reset()
	edges.Reset()
	for i := f.window.first; i < f.window.end; i++ {
		s.roleNode(f, i, base, nodes)
		nodes.Close()
		s.roleEdge(f, i, base+100, edges)
		edges.Close()
	}
}

func (s *sight) roleNode(f *frame, i int, base uint32, out *linear.Features) {
	t := &s.tokens[i]
	p := &f.place[i-f.window.first]
	l1, l2, r1, r2 := s.at(i-1), s.at(i-2), s.at(i+1), s.at(i+2)
	n := base
	add := func(name string, a, b uint32) {
		n++
		out.AddNamed(name, linear.Mix(n, a, b))
	}
	where := p.side<<8 | uint32(p.sentence+4)<<4 | p.role
	quoted := t.quote<<4 | f.quote
	add("place", where, 0)
	add("place, word", where, t.lower)
	add("place, tag", where, t.tag)
	add("place, lemma", where, t.lemma)
	add("distance", p.side, p.distance)
	add("distance, tag, cue", linear.Mix(p.side, p.distance, t.tag), f.lemma)
	add("distance, cue", linear.Mix(p.side, p.distance, 0), f.lemma)
	add("place, quotation", where, quoted)
	add("place, quotation, after the cue", linear.Mix(where, quoted, 0), f.next)
	add("place, quotation, before the cue", linear.Mix(where, quoted, 0), f.prev)
	add("place, quotation, tag, cue", linear.Mix(where, quoted, t.tag), f.lemma)
	add("quotations between", linear.Mix(p.side, uint32(p.runs+8), t.quote), f.quote)
	add("quotations between, around the cue", linear.Mix(p.side, uint32(p.runs+8), t.quote), linear.Mix(f.next, f.prev, 0))
	add("quotations between, cue", linear.Mix(p.side, uint32(p.runs+8), t.quote), f.lemma)
	add("phrases between", p.path, p.side)
	add("phrases between, tag", linear.Mix(p.path, p.side, t.tag), 0)
	add("phrases between, cue", linear.Mix(p.path, p.side, 0), f.lemma)
	add("phrases between, after the cue", linear.Mix(p.path, p.side, 0), f.next)
	add("phrases between, before the cue", linear.Mix(p.path, p.side, 0), f.prev)
	add("phrases between, word", linear.Mix(p.path, p.side, t.lower), 0)
	add("nouns and verbs between, tag", linear.Mix(p.side, p.nominals, p.verbs), t.tag)
	add("nouns and verbs between, cue", linear.Mix(p.side, p.nominals, p.verbs), f.lemma)
	add("nouns and verbs between, tag, cue's tag", linear.Mix(p.side, p.nominals, p.verbs), linear.Mix(t.tag, f.tag, f.next))
	add("other cues between, nouns between", linear.Mix(p.side, p.others, p.nominals), uint32(p.sentence+4))
	add("other cues between, quotation", linear.Mix(p.side, p.others, p.role), t.quote)
	add("place, cue", where, f.lemma)
	add("place, tag, cue", linear.Mix(where, t.tag, 0), f.lemma)
	add("place, tag, cue's tag", linear.Mix(where, t.tag, 0), f.tag)
	add("place, tag, around the cue", linear.Mix(where, t.tag, 0), linear.Mix(f.tag, f.next, f.prev))
	add("place, word before", linear.Mix(where, l1.lower, 0), 0)
	add("place, tag before, tag", linear.Mix(where, l1.tag, t.tag), 0)
	add("place, word after", linear.Mix(where, r1.lower, 0), 0)
	add("place, tag, tag after", linear.Mix(where, t.tag, r1.tag), 0)
	add("place, two tags before", linear.Mix(where, l2.tag, l1.tag), 0)
	add("place, two tags after", linear.Mix(where, r1.tag, r2.tag), 0)
	add("place, quotation around", linear.Mix(where, l1.quote<<4|r1.quote, t.quote), 0)
	add("place, ending", where, t.suffix)
	add("place, form", where, t.kind)
	add("place, lemma, cue", linear.Mix(where, t.lemma, 0), f.lemma)
	whole, step, length := s.treePath(f, i)
	prev, _, _ := s.treePath(f, max(i-1, f.window.first))
	next, _, _ := s.treePath(f, min(i+1, f.window.end-1))
	add("path", whole, p.side)
	add("path, tag", whole, linear.Mix(p.side, t.tag, 0))
	add("path, cue", whole, linear.Mix(p.side, f.lemma, 0))
	add("path, word", whole, linear.Mix(p.side, t.lower, 0))
	add("path, quotation", whole, linear.Mix(p.side, t.quote, f.quote))
	add("path, around the cue", whole, linear.Mix(p.side, f.next, f.prev))
	add("first step", step, p.side)
	add("first step, tag", step, linear.Mix(p.side, t.tag, 0))
	add("first step, cue", step, linear.Mix(p.side, f.lemma, 0))
	add("first step, quotation", step, linear.Mix(p.side, t.quote, f.quote))
	add("length of path, cue's tag", step, linear.Mix(p.side, uint32(min(length, 3)), f.tag))
	add("path of the word before, path", prev, linear.Mix(p.side, whole, 0))
	add("path of the word after, path", next, linear.Mix(p.side, whole, 0))
}

// treePath is path for the tokens of the cue's sentence; for others it tells
// the token's own relation alone.
func (s *sight) treePath(f *frame, i int) (whole, step uint32, length int) {
	if s.tokens[i].sentence == s.tokens[f.cue.first].sentence {
		return s.path(f.head, int32(i))
	}
	b := &s.branches[i]
	return linear.Mix(12, b.relation, 0), 3, 7
}

func (s *sight) roleEdge(f *frame, i int, base uint32, out *linear.Features) {
	t, l := &s.tokens[i], s.within(i-1, f.window.first, f.window.end)
	p := &f.place[i-f.window.first]
	var q place
	if i > f.window.first {
		q = f.place[i-1-f.window.first]
	}
	n := base
	add := func(name string, a, b uint32) {
		n++
		out.AddNamed(name, linear.Mix(n, a, b))
	}
	side := q.side<<2 | p.side
	turn := l.quote<<3 | t.quote
	brk := linear.Bit(l.sentence != t.sentence) + linear.Bit(l.paragraph != t.paragraph)
	role := q.role<<2 | p.role
	where := side<<8 | brk<<4 | role
	r1, l2 := s.at(i+1), s.at(i-2)
	add("edge", where, 0)
	add("edge, quotation", where, turn)
	add("edge, both words", linear.Mix(where, l.lower, t.lower), 0)
	add("edge, both tags", linear.Mix(where, l.tag, t.tag), 0)
	add("edge, both tags, quotation", linear.Mix(where, l.tag, t.tag), turn)
	add("edge, word before", linear.Mix(where, l.lower, 0), 0)
	add("edge, word after", linear.Mix(where, 0, t.lower), 0)
	add("edge, tag before, word after", linear.Mix(where, l.tag, 0), t.lower)
	add("edge, word before, tag after", linear.Mix(where, 0, t.tag), l.lower)
	add("edge, both tags, tag after next", linear.Mix(where, l.tag, t.tag), r1.tag)
	add("edge, both tags, tag before last", linear.Mix(where, l.tag, t.tag), l2.tag)
	add("edge, tag before, two words after", linear.Mix(where, l.tag, t.lower), r1.lower)
	add("edge, quotation, cue", linear.Mix(where, turn, 0), f.lemma)
	add("edge, quotation, around the cue", linear.Mix(where, turn, 0), linear.Mix(f.next, f.prev, f.quote))
	add("edge, both tags, cue", linear.Mix(where, l.tag, t.tag), f.lemma)
	add("edge, nouns and verbs between", linear.Mix(where, l.coarse, t.coarse), linear.Mix(p.side, p.nominals, p.verbs))
	add("edge, word after, cue", linear.Mix(where, t.lower, 0), f.lemma)
	add("edge, phrases between", linear.Mix(where, l.coarse, t.coarse), p.path)
	add("edge, distance", linear.Mix(where, p.distance, t.coarse), l.coarse)
	add("edge, quotations between", linear.Mix(where, turn, uint32(p.runs+8)), uint32(p.sentence+4))
	opens := s.constituent(s.beginsAt(int32(i), f.head), f.head)
	closes := uint32(0)
	if i > f.window.first {
		closes = s.constituent(s.endsAt(int32(i-1), f.head), f.head)
	}
	add("what begins", opens, p.side)
	add("what ends", closes, p.side)
	add("what ends, what begins", linear.Mix(opens, closes, side), 0)
	add("what ends, what begins, quotation", linear.Mix(opens, closes, side), turn)
	add("what begins, cue", linear.Mix(opens, 0, side), f.lemma)
	add("what ends, cue", linear.Mix(closes, 0, side), f.lemma)
	add("what begins, word after", linear.Mix(opens, 0, side), t.lower)
	add("what ends, word before", linear.Mix(closes, 0, side), l.lower)
	add("what ends, word after", linear.Mix(closes, 0, side), t.lower)
	add("what ends, what begins, cue's tag", linear.Mix(opens, closes, side), f.tag)
	// One mark skipped: what begins behind a comma, what ends before it.
	if isMark(hearsay.Tag(t.tag)) && i+1 < f.window.end {
		behind := s.constituent(s.beginsAt(int32(i+1), f.head), f.head)
		add("what ends, what begins behind the mark", linear.Mix(behind, closes, side), t.lower)
	} else if isMark(hearsay.Tag(l.tag)) && i-1 > f.window.first {
		n++
		ahead := s.constituent(s.endsAt(int32(i-2), f.head), f.head)
		add("what ends before the mark, what begins", linear.Mix(opens, ahead, side), l.lower)
	}
}

// constituent names a constituent by its relation and where it hangs.
func (s *sight) constituent(top, cue int32) uint32 {
	return linear.Mix(s.branches[top].relation, s.attachment(top, cue), linear.Bit(top < cue))
}
