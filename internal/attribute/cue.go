package attribute

import "hearsay/internal/linear"

// anyBoundary is the feature that every boundary between tokens has.
var anyBoundary = linear.Mix(1, 0, 0)

// cueFeatures fills nodes and edges with the features of a part of a sentence
// for the labelling of cues. The features see all of the sentence.
func (s *sight) cueFeatures(sentence, part extent, nodes, edges *linear.Features) {
	nodes.Reset()
	edges.Reset()
	first, end := sentence.first, sentence.end
	shape := s.sentenceShape(first, end)
	for i := part.first; i < part.end; i++ {
		s.cueNode(i, first, end, shape, nodes)
		nodes.Close()
		t, l := &s.tokens[i], s.within(i-1, first, end)
		edges.AddNamed("any boundary", anyBoundary)
		edges.AddNamed("both tags", linear.Mix(2, l.tag, t.tag))
		edges.AddNamed("both lemmas", linear.Mix(3, l.lemma, t.lemma))
		edges.AddNamed("lemma before, tag after", linear.Mix(4, l.lemma, t.tag))
		edges.AddNamed("tag before, lemma after", linear.Mix(5, l.tag, t.lemma))
		edges.Close()
	}
}

// sentenceShape says what quotation marks a sentence has and whether the
// sentence before it ended within or with a quotation.
func (s *sight) sentenceShape(first, end int) uint32 {
	shape := uint32(0)
	for i := first; i < end; i++ {
		switch s.tokens[i].quote & 3 {
		case 0:
			shape |= 1
		case 1:
			shape |= 2
		case 2:
			shape |= 4
		}
	}
	if s.at(first-1).quote != 0 && first > 0 {
		shape |= 8
	}
	if s.at(first-1).paragraph != s.at(first).paragraph {
		shape |= 16
	}
	return shape
}

func (s *sight) cueNode(i, first, end int, shape uint32, f *linear.Features) {
	t := &s.tokens[i]
	l1, l2, l3 := s.within(i-1, first, end), s.within(i-2, first, end), s.within(i-3, first, end)
	r1, r2, r3 := s.within(i+1, first, end), s.within(i+2, first, end), s.within(i+3, first, end)
	n := uint32(0)
	add := func(name string, a, b uint32) {
		n++
		f.AddNamed(name, linear.Mix(100+n, a, b))
	}
	add("any word", 0, 0)
	add("word", t.lower, 0)
	add("lemma", t.lemma, 0)
	add("lemma, tag", t.lemma, t.tag)
	add("tag", t.tag, 0)
	add("ending, tag", t.suffix, t.tag)
	add("shape", t.shape, 0)
	add("lemma before", l1.lemma, 0)
	add("lemma after", r1.lemma, 0)
	add("lemma before, lemma", l1.lemma, t.lemma)
	add("lemma, lemma after", t.lemma, r1.lemma)
	add("lemma two before", l2.lemma, 0)
	add("lemma two after", r2.lemma, 0)
	add("lemma two before, lemma", l2.lemma, t.lemma)
	add("lemma, lemma two after", t.lemma, r2.lemma)
	add("lemma three before", l3.lemma, 0)
	add("lemma three after", r3.lemma, 0)
	add("tag before, tag", l1.tag, t.tag)
	add("tag, tag after", t.tag, r1.tag)
	add("tag before, lemma", l1.tag, t.lemma)
	add("lemma, tag after", t.lemma, r1.tag)
	add("lemma, tag two before", t.lemma, l2.tag)
	add("lemma, tag two after", t.lemma, r2.tag)
	add("lemma, tag three after", t.lemma, r3.tag)
	add("tags around", linear.Mix(0, l1.tag, t.tag), r1.tag)
	add("two tags before, tag", linear.Mix(0, l2.tag, l1.tag), t.tag)
	add("tag, two tags after", linear.Mix(0, r1.tag, r2.tag), t.tag)
	add("lemma, two tags after", linear.Mix(0, r1.tag, r2.tag), t.lemma)
	add("two tags before, lemma", linear.Mix(0, l2.tag, l1.tag), t.lemma)
	add("lemmas around, lemma", linear.Mix(0, l1.lemma, r1.lemma), t.lemma)
	add("lemma, two lemmas after", linear.Mix(0, r1.lemma, r2.lemma), t.lemma)
	add("two lemmas before, lemma", linear.Mix(0, l2.lemma, l1.lemma), t.lemma)
	add("quotation around", l1.quote<<8|t.quote<<4|r1.quote, 0)
	add("quotation around, lemma", l1.quote<<8|t.quote<<4|r1.quote, t.lemma)
	add("sentence's quotations, quotation", shape, t.quote)
	add("sentence's quotations, lemma", shape, t.lemma)
	add("sentence's quotations, tag", shape, t.tag)
	add("phrases after, lemma", s.outlook(i, 1, end), t.lemma)
	add("phrases after, tag", s.outlook(i, 1, end), t.tag)
	add("phrases before, lemma", s.outlook(i, -1, first-1), t.lemma)
	add("phrases before, tag", s.outlook(i, -1, first-1), t.tag)
	add("clause ahead, lemma", s.clauseAhead(i, end), t.lemma)
	add("clause ahead, tag", s.clauseAhead(i, end), t.tag)
	add("nearest noun before, lemma", s.nearestNominal(i, -1, first-1), t.lemma)
	add("nearest noun before, tag", s.nearestNominal(i, -1, first-1), t.tag)
	add("nearest noun after, lemma", s.nearestNominal(i, 1, end), t.lemma)
	add("nearest verb before, lemma", s.nearestVerb(i, -1, first-1), t.lemma)
	add("nearest verb before, tag", s.nearestVerb(i, -1, first-1), t.tag)
	add("nearest verb after, tag", s.nearestVerb(i, 1, end), t.tag)
	b := &s.branches[i]
	h := s.at(int(b.head))
	add("relation", b.relation, 0)
	add("relation, lemma", b.relation, t.lemma)
	add("relation, head's lemma", b.relation, h.lemma)
	add("relation, head's lemma, lemma", linear.Mix(0, b.relation, h.lemma), t.lemma)
	add("relation, head's tag, tag", linear.Mix(0, b.relation, h.tag), t.tag)
	add("core dependents", b.core, 0)
	add("core dependents, lemma", b.core, t.lemma)
	add("core dependents, tag", b.core, t.tag)
	add("dependents, lemma", b.children, t.lemma)
	add("dependents, tag", b.children, t.tag)
	add("core dependents, relation, tag", linear.Mix(0, b.core, b.relation), t.tag)
	s.childFeatures(i, first, end, f)
	add("place from the beginning, tag", uint32(min(i-first, 5)), t.tag)
	add("place from the end, lemma", uint32(min(end-i, 5)), t.lemma)
}

// outlook hashes the next four coarse classes seen from token i in one
// direction, runs of one class counted once: a stand-in for the phrases there.
func (s *sight) outlook(i, step, stop int) uint32 {
	path, last, steps := uint32(0), uint32(coarseNone), 0
	for j := i + step; j != stop && steps < 4; j += step {
		if c := s.tokens[j].coarse; c != last {
			path, last = path*31+c+1, c
			steps++
		}
	}
	return path
}

// clauseAhead tells whether a finite verb follows before the next comma or
// stop, and what opens the clause: the mark of indirect speech.
func (s *sight) clauseAhead(i, end int) uint32 {
	opener := s.within(i+1, i, end).coarse
	if s.within(i+1, i, end).lower == thatID {
		opener = coarseThat + 100
	}
	subject := false
	for j := i + 1; j < end && j < i+12; j++ {
		t := &s.tokens[j]
		switch t.coarse {
		case coarseComma, coarseStop, coarseColon, coarseQuote:
			return opener<<4 | 1
		case coarseNominal, coarsePronoun:
			subject = true
		case coarseVerb, coarseModal:
			if t.tag == tagVBD || t.tag == tagVBZ || t.tag == tagVBP || t.tag == tagMD {
				if subject {
					return opener<<4 | 2
				}
				return opener<<4 | 3
			}
		}
	}
	return opener<<4 | 4
}

// nearestNominal returns the tag of the nearest noun or pronoun with its
// distance, at most four tokens.
func (s *sight) nearestNominal(i, step, stop int) uint32 {
	for j := i + step; j != stop; j += step {
		if t := &s.tokens[j]; isNominal[t.tag] {
			return linear.Mix(t.tag, uint32(min(4, (j-i)*step)), 0)
		}
	}
	return 0
}

func (s *sight) nearestVerb(i, step, stop int) uint32 {
	for j := i + step; j != stop; j += step {
		if t := &s.tokens[j]; t.coarse == coarseVerb || t.coarse == coarseModal {
			return linear.Mix(t.lemma, t.tag, uint32(min(3, (j-i)*step)))
		}
	}
	return 0
}

// childFeatures adds a feature or two for each dependent of token i.
func (s *sight) childFeatures(i, first, end int, f *linear.Features) {
	t, b := &s.tokens[i], &s.branches[i]
	for j := int(b.first); j < int(b.end); j++ {
		if s.branches[j].head != int32(i) {
			continue
		}
		c, r := &s.tokens[j], s.branches[j].relation
		side := linear.Bit(j < i)
		f.AddNamed("dependent", linear.Mix3(200, r<<1|side, c.lemma, 0))
		f.AddNamed("dependent's tag, lemma", linear.Mix3(201, r<<1|side, c.tag, t.lemma))
		f.AddNamed("dependent's tag, tag", linear.Mix3(202, r<<1|side, c.tag, t.tag))
		f.AddNamed("dependent's dependents, lemma", linear.Mix3(203, r<<1|side, s.branches[j].core, t.lemma))
		if isCore[r] {
			f.AddNamed("core dependent, lemma", linear.Mix3(204, r<<1|side, c.lemma, t.lemma))
		}
	}
}
