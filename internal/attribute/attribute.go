// Package attribute finds who said what: cues, their sources and their contents.
//
// Three labellings follow each other, each a conditional random field over
// hashed features (package linear):
//
//	sentence            ──► cue.go      B I O            which words say that somebody speaks
//	each cue's sentence ──► source.go   before|in|after  who
//	each cue's window   ──► content.go  in or out        what
//
// sight.go and frame.go prepare what the features look at; manner.go tells
// direct from indirect; train.go fits the weights.
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
	cue     extent
	source  extent // empty: none
	content []extent
	sure    confidence
}

// confidence holds what the labellings make of their own choices, each a log
// probability in units of 1/linear.Scale.
type confidence struct {
	cue, source, content int32
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
		if outer := within[n]; outer >= 0 {
			a.Within = &outer
		}
		found = append(found, a)
	}
	return found
}

// read finds the readings of a document and tells which stands within which.
func (f *Finder) read(d *desk, doc *hearsay.Document, words []*lexicon.Word) (readings []reading, within []int) {
	d.sight.look(doc, words)
	readings = f.findCues(d)
	f.findSources(d, readings)
	f.findContents(d, readings)
	within = nest(readings)
	settle(readings, within)
	return readings, within
}

// findCues labels each sentence.
func (f *Finder) findCues(d *desk) []reading {
	var readings []reading
	d.roles.reset(len(d.sight.tokens))
	for _, s := range d.sight.doc.Sentences {
		d.sight.cueFeatures(s.First, s.End, &d.nodes, &d.edges)
		d.label(linear.BIO, f.Cue)
		total := int32(0)
		for i := 0; i < len(d.path); i++ {
			if d.path[i] != 1 {
				continue
			}
			end := i + 1
			for end < len(d.path) && d.path[end] == 2 {
				end++
			}
			if total == 0 {
				total = d.lattice.LogTotal()
			}
			cue := extent{s.First + i, s.First + end}
			readings = append(readings, reading{cue: cue, sure: confidence{cue: d.lattice.LogMarginal(i, 1, total)}})
			d.roles.mark(d.roles.cue, cue, int32(len(readings)))
		}
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

// findSources gives each cue its source.
func (f *Finder) findSources(d *desk, readings []reading) {
	for n := range readings {
		r := &readings[n]
		r.source = f.findSource(d, r.cue, int32(n+1))
		r.sure.source = d.pathConfidence()
	}
	for n, r := range readings {
		d.roles.mark(d.roles.source, r.source, int32(n+1))
	}
}

func (f *Finder) findSource(d *desk, cue extent, own int32) extent {
	window := d.sight.sourceWindow(cue)
	d.sight.setFrame(&d.frame, cue, window, &d.roles, own)
	d.sight.sourceFeatures(&d.frame, &d.nodes, &d.edges)
	d.label(linear.OneRun, f.Source)
	runs := runsOf(d.path, window.first, nil)
	if len(runs) == 0 {
		return extent{}
	}
	return runs[0]
}

// findContents gives each cue its content.
func (f *Finder) findContents(d *desk, readings []reading) {
	for n := range readings {
		r := &readings[n]
		window := d.sight.contentWindow(r.cue)
		d.sight.setFrame(&d.frame, r.cue, window, &d.roles, int32(n+1))
		d.sight.contentFeatures(&d.frame, &d.nodes, &d.edges)
		d.label(linear.SomeRuns, f.Content)
		r.content = runsOf(d.path, window.first, r.content)
		r.sure.content = d.pathConfidence()
	}
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
	a := hearsay.Attribution{ID: id, Cue: r.cue.span(doc), Manner: mannerOf(doc, r.content), Confidence: r.sure.thousandths()}
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
