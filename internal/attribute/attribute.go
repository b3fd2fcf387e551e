// Package attribute finds who said what: cues, their sources and their contents.
//
// Three labellings follow each other, each a conditional random field over
// hashed features (package linear):
//
//	sentence            ──► cue.go      B I O            which words say that somebody speaks
//	each cue's sentence ──► source.go   before|in|after  who
//	each cue's window   ──► content.go  in or out        what
//	each content        ──► nested.go   once more        who is quoted in it
//
// sight.go and frame.go prepare what the features look at; overlap.go settles
// what two readings claim; trust.go says how probable it is that a reading is
// right; manner.go tells direct from indirect; train.go fits the weights.
package attribute

import (
	"sync"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Weights are the tables of one labelling: features of tokens and of the
// boundaries between them.
type Weights struct {
	Nodes, Edges *linear.Table
}

// Finder finds attributions. It is safe for use by several goroutines at once.
type Finder struct {
	Cue, Source, Content Weights
	Nested               Weights // cues within the content of others
	Trust                *linear.Table

	desks sync.Pool
}

// desk is the working memory of reading one document.
type desk struct {
	sight        sight
	frame        frame
	roles        roleMap
	nodes, edges linear.Features
	lattice      linear.Lattice
	path         []uint8
}

// reading is one attribution in the making, in tokens.
type reading struct {
	number  int32 // in the role map, from 1
	cue     extent
	source  extent // empty: none
	content []extent
	inside  extent // the unbroken content that a nested one was looked for in; empty: none
	outer   int32  // the number of the reading that has that content
	sure    confidence
	layout  bool // the page's layout gives it, no labelling: see label.go
}

// Find returns the attributions of a tagged document, in order of their cues.
// words are those of the document's tokens.
func (f *Finder) Find(doc *hearsay.Document, words []*lexicon.Word) []hearsay.Attribution {
	d, ok := f.desks.Get().(*desk)
	if !ok {
		d = new(desk)
	}
	defer f.desks.Put(d)
	readings, within := f.read(d, doc, words)
	found := make([]hearsay.Attribution, 0, len(readings))
	for n, r := range readings {
		a := r.attribution(doc, n)
		a.Confidence = f.confidenceIn(r, a.Manner)
		if outer := within[n]; outer >= 0 {
			a.Within = &outer
		}
		found = append(found, a)
	}
	return found
}

// read finds the readings of a document, in order of their cues, and tells which
// stands within which.
func (f *Finder) read(d *desk, doc *hearsay.Document, words []*lexicon.Word) (readings []reading, within []int) {
	readings, within = f.findNested(d, f.readOutermost(d, doc, words))
	return withUtterances(doc, readings, within)
}

// readOutermost finds the readings that the annotated corpus has: those that do
// not stand in another's content, as far as it can tell.
func (f *Finder) readOutermost(d *desk, doc *hearsay.Document, words []*lexicon.Word) []reading {
	d.sight.look(doc, words)
	readings := f.findCues(d)
	f.findSources(d, readings)
	f.findContents(d, readings)
	settle(readings, nest(readings))
	return readings
}

// findCues labels each sentence.
func (f *Finder) findCues(d *desk) (readings []reading) {
	d.roles.reset(len(d.sight.tokens))
	for _, s := range d.sight.doc.Sentences {
		if !d.sight.doc.InStory(s) {
			continue
		}
		sentence := extent{s.First, s.End}
		d.nodes.For, d.edges.For = f.Cue.Nodes, nil
		d.sight.cueFeatures(sentence, sentence, &d.nodes, &d.edges)
		readings = d.labelCues(f.Cue, sentence, reading{}, readings)
	}
	return readings
}

// labelCues labels a part of a sentence, whose features are on the desk, and
// appends the cues found there that are not known. kind is what they have in common.
func (d *desk) labelCues(w Weights, part extent, kind reading, readings []reading) []reading {
	d.label(linear.BIO, w)
	total := int32(0)
	for i := 0; i < len(d.path); i++ {
		if d.path[i] != beginsCue {
			continue
		}
		end := i + 1
		for end < len(d.path) && d.path[end] == insideCue {
			end++
		}
		cue := extent{part.first + i, part.first + end}
		if d.roles.touches(cue) {
			continue
		}
		if total == 0 {
			total = d.lattice.LogTotal()
		}
		r := kind
		r.number, r.cue = int32(len(readings)+1), cue
		r.sure.cue = d.lattice.LogMarginal(i, beginsCue, total)
		readings = append(readings, r)
		d.roles.mark(d.roles.cue, cue, r.number)
	}
	return readings
}

// label runs the best path through the features on the desk.
func (d *desk) label(chain *linear.Chain, w Weights) {
	d.lattice.Fill(chain, w.Nodes, w.Edges, &d.nodes, &d.edges)
	d.path, _ = d.lattice.Best(d.path[:0])
}

// pathConfidence returns the log probability of the best path.
func (d *desk) pathConfidence() int32 {
	return min(0, d.lattice.PathScore(d.path)-d.lattice.LogTotal())
}

// findSources gives each cue its source. None is found with sight of another.
func (f *Finder) findSources(d *desk, readings []reading) {
	for n := range readings {
		r := &readings[n]
		r.source = f.findSource(d, r)
		r.sure.source = d.pathConfidence()
	}
	for _, r := range readings {
		d.roles.mark(d.roles.source, r.source, r.number)
	}
}

func (f *Finder) findSource(d *desk, r *reading) extent {
	d.nodes.For, d.edges.For = f.Source.Nodes, f.Source.Edges
	window := d.setSource(r)
	d.label(linear.OneRun, f.Source)
	runs := runsOf(d.path, window.first, nil)
	if len(runs) == 0 {
		return extent{}
	}
	return runs[0]
}

// setSource puts the features for a reading's source on the desk.
func (d *desk) setSource(r *reading) (window extent) {
	window = r.narrow(d.sight.sourceWindow(r.cue))
	d.sight.setFrame(&d.frame, r.cue, window, &d.roles, r.number)
	d.sight.sourceFeatures(&d.frame, &d.nodes, &d.edges)
	return window
}

// findContents gives each cue its content.
func (f *Finder) findContents(d *desk, readings []reading) {
	for n := range readings {
		r := &readings[n]
		d.nodes.For, d.edges.For = f.Content.Nodes, f.Content.Edges
		window := d.setContent(r)
		d.label(linear.SomeRuns, f.Content)
		r.content = runsOf(d.path, window.first, r.content)
		r.sure.content = d.pathConfidence()
	}
}

// setContent puts the features for a reading's content on the desk.
func (d *desk) setContent(r *reading) (window extent) {
	window = r.narrow(d.sight.contentWindow(r.cue))
	d.sight.setFrame(&d.frame, r.cue, window, &d.roles, r.number)
	d.sight.contentFeatures(&d.frame, &d.nodes, &d.edges)
	return window
}

// runsOf appends the unbroken runs of state 1 of a path that begins at token first.
func runsOf(path []uint8, first int, runs []extent) []extent {
	for i := 0; i < len(path); i++ {
		if path[i] != 1 {
			continue
		}
		end := i + 1
		for end < len(path) && path[end] == 1 {
			end++
		}
		runs = append(runs, extent{first + i, first + end})
		i = end
	}
	return runs
}

// attribution gives a reading its outward form.
func (r reading) attribution(doc *hearsay.Document, id int) hearsay.Attribution {
	a := hearsay.Attribution{ID: id, Manner: mannerOf(doc, r.content)}
	if r.layout {
		a.Manner = hearsay.Direct
	}
	if r.cue.len() > 0 {
		a.Cue = r.cue.span(doc)
	}
	if r.source.len() > 0 {
		a.Source = r.source.span(doc)
	}
	for _, c := range r.content {
		a.Content = append(a.Content, *c.span(doc))
	}
	return a
}

func (e extent) span(doc *hearsay.Document) *hearsay.Span {
	s := doc.TokensSpan(e.first, e.end)
	return &s
}
