package attribute

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/linear"
)

// # Voices within what a voice says
//
//	Radio Drenn said [an aide had told it [the League agreed]].
//	                  source  cue          content
//
// The annotated corpus has outermost attributions alone: nobody marked "had told"
// here, and whoever learns from it that the words of a content are no cues learns
// to overlook them. So the cues within contents have a labelling of their own,
// which is fitted on the words outside every content and on no others:
//
//	Radio Drenn said that an aide had told it that the League agreed .
//	└──── learned from ──┘└─────────── not looked at ───────────────┘└┘
//
// It does not hear quotation marks, since those are what tells outside from
// inside. Source and content of what it finds are looked for within the content
// around it, so that the outermost attributions are the same with it and without.

// findNested looks for cues in the contents of readings, adds what it finds, and
// returns all in order of their cues with the one that each stands within, or -1.
func (f *Finder) findNested(d *desk, readings []reading) ([]reading, []int) {
	known := len(readings)
	among := nest(readings)
	for n := range known {
		for _, run := range readings[n].content {
			readings = f.findCuesIn(d, reading{inside: run, outer: readings[n].number}, readings)
		}
	}
	f.findSources(d, readings[known:])
	f.findContents(d, readings[known:])
	for n := known; n < len(readings); n++ {
		readings[n].content = withoutMarks(d.sight.doc, readings[n].content)
	}
	slices.SortStableFunc(readings, func(a, b reading) int { return cmp.Compare(a.cue.first, b.cue.first) })
	return readings, withNested(readings, among)
}

// withNested tells which reading each stands within, now that nested ones stand
// between those known before, of which among tells it.
func withNested(readings []reading, among []int) []int {
	within := nest(readings)
	at := make([]int, len(readings)) // where each number stands
	var known []int                  // where those known before stand
	for n, r := range readings {
		at[r.number-1] = n
		if r.inside.len() == 0 {
			known = append(known, n)
		}
	}
	for k, n := range known {
		if within[n] = -1; among[k] >= 0 {
			within[n] = known[among[k]]
		}
	}
	for n, r := range readings {
		if r.inside.len() > 0 && within[n] < 0 {
			within[n] = at[r.outer-1]
		}
	}
	return within
}

// findCuesIn appends the cues in an unbroken run of content that are not known
// yet. kind is what their readings have in common.
func (f *Finder) findCuesIn(d *desk, kind reading, readings []reading) []reading {
	for at, end := kind.inside.first, kind.inside.end; at < end; {
		s := d.sight.doc.Sentences[d.sight.tokens[at].sentence]
		sentence := extent{s.First, s.End}
		part := extent{at, min(end, s.End)}
		at = part.end
		d.sight.hush(sentence)
		d.nodes.For, d.edges.For = f.Nested.Nodes, nil
		d.sight.cueFeatures(sentence, part, &d.nodes, &d.edges)
		d.sight.listen(sentence)
		readings = d.labelCues(f.Nested, part, kind, readings)
	}
	return readings
}

// withoutMarks cuts off the ends of each run the quotation marks, with a comma
// before a closing one, that belong to the content around it, and drops runs of
// marks alone. Where nothing would be left, all stays.
func withoutMarks(doc *hearsay.Document, runs []extent) []extent {
	var left []extent
	for _, r := range runs {
		for r.len() > 0 && doc.Tokens[r.first].Quote.Opens && !closedIn(doc, r) {
			r.first++
		}
		for r.len() > 0 && doc.Tokens[r.end-1].Quote.Closes && !openedIn(doc, r) {
			if r.end--; r.len() > 0 && coarseOf[doc.Tokens[r.end-1].Tag] == coarseComma {
				r.end--
			}
		}
		if !onlyMarks(doc, r) {
			left = append(left, r)
		}
	}
	if len(left) == 0 {
		return runs
	}
	return left
}

// closedIn reports whether the quotation that the run's first token opens ends in it.
func closedIn(doc *hearsay.Document, r extent) bool {
	return slices.ContainsFunc(doc.Tokens[r.first+1:r.end], func(t hearsay.Token) bool {
		return t.Quote.Closes && t.Quote.Depth == doc.Tokens[r.first].Quote.Depth
	})
}

// openedIn reports whether the quotation that the run's last token closes begins in it.
func openedIn(doc *hearsay.Document, r extent) bool {
	return slices.ContainsFunc(doc.Tokens[r.first:r.end-1], func(t hearsay.Token) bool {
		return t.Quote.Opens && t.Quote.Depth == doc.Tokens[r.end-1].Quote.Depth
	})
}

func onlyMarks(doc *hearsay.Document, r extent) bool {
	return !slices.ContainsFunc(doc.Tokens[r.first:r.end], func(t hearsay.Token) bool { return !isMark(t.Tag) })
}

// narrow keeps a window within the content that a nested reading stands in.
func (r *reading) narrow(window extent) extent {
	if r.inside.len() == 0 {
		return window
	}
	return extent{max(window.first, r.inside.first), min(window.end, r.inside.end)}
}

// hush takes away what the features know of a sentence's quotation marks until
// listen gives it back.
func (s *sight) hush(sentence extent) {
	s.heard = s.heard[:0]
	for i := sentence.first; i < sentence.end; i++ {
		s.heard = append(s.heard, s.tokens[i].quote)
		s.tokens[i].quote = 0
	}
}

// listen gives back what hush took from a sentence.
func (s *sight) listen(sentence extent) {
	for k, quote := range s.heard {
		s.tokens[sentence.first+k].quote = quote
	}
}

// fitNested fits the labelling of cues in the content of others.
func (s Settings) fitNested(lessons []*Lesson) Weights {
	w := fit(lessons, s.Nested, linear.BIO, func(d *desk, l *Lesson, give func(path []uint8)) {
		labels, content := l.cueLabels(), l.inContent()
		for i, s := range l.doc.Sentences {
			if !l.doc.InStory(s) || !l.teaches(i) {
				continue
			}
			sentence := extent{s.First, s.End}
			d.sight.hush(sentence)
			for _, part := range outside(sentence, content) {
				d.sight.cueFeatures(sentence, part, &d.nodes, &d.edges)
				give(beginning(labels[part.first:part.end]))
			}
			d.sight.listen(sentence)
		}
	})
	w.begin(s.NestedEagerness)
	return w
}

// inContent tells which tokens stand in some content.
func (l *Lesson) inContent() []bool {
	in := make([]bool, len(l.doc.Tokens))
	for _, r := range l.truth {
		for _, c := range r.content {
			for i := c.first; i < c.end; i++ {
				in[i] = true
			}
		}
	}
	return in
}

// outside returns the unbroken parts of a sentence that are not marked.
func outside(sentence extent, marked []bool) (parts []extent) {
	for i := sentence.first; i < sentence.end; i++ {
		switch n := len(parts); {
		case marked[i]:
		case n > 0 && parts[n-1].end == i:
			parts[n-1].end++
		default:
			parts = append(parts, extent{i, i + 1})
		}
	}
	return parts
}
