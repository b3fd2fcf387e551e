package attribute

import (
	"slices"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Lesson is one annotated document to learn from.
type Lesson struct {
	doc   *hearsay.Document
	words []*lexicon.Word
	truth []reading

	// found is what models that never saw this document find in it, and guess
	// the source they find for each true cue: what the features of one cue see
	// around it is as unsure in training as it will be in reading.
	found []reading
	guess []extent

	// settled are the sentences in which it is known of every cue whether it is
	// one; nil: all.
	settled []bool
}

// Truth is an attribution as annotated; roles are lists of pieces.
type Truth struct {
	Source, Cue, Content []hearsay.Span
}

// NewLesson maps annotations to the tokens of a tagged document. An annotation
// whose cue or content touches no token is left out.
func NewLesson(doc *hearsay.Document, words []*lexicon.Word, truths []Truth) *Lesson {
	l := &Lesson{doc: doc, words: words}
	for _, t := range truths {
		cue, content := extents(doc, t.Cue), extents(doc, t.Content)
		if len(cue) == 0 || len(content) == 0 {
			continue
		}
		r := reading{cue: cue[0], content: content}
		if source := extents(doc, t.Source); len(source) > 0 {
			r.source = source[0]
		}
		l.truth = append(l.truth, r)
	}
	slices.SortStableFunc(l.truth, func(a, b reading) int { return a.cue.first - b.cue.first })
	return l
}

// extents returns the runs of tokens that spans touch, in text order, neighbours
// joined.
func extents(doc *hearsay.Document, spans []hearsay.Span) []extent {
	var out []extent
	inOrder := slices.SortedFunc(slices.Values(spans), func(a, b hearsay.Span) int { return a.Start - b.Start })
	for _, s := range inOrder {
		first, _ := slices.BinarySearchFunc(doc.Tokens, s.Start, func(t hearsay.Token, at int) int {
			if t.End <= at {
				return -1
			}
			return 1
		})
		end := first
		for end < len(doc.Tokens) && doc.Tokens[end].Start < s.End {
			end++
		}
		switch n := len(out); {
		case end == first:
		case n > 0 && first <= out[n-1].end:
			out[n-1].end = max(out[n-1].end, end)
		default:
			out = append(out, extent{first, end})
		}
	}
	return out
}

// Settings of the three fits.
type Settings struct {
	Cue, Source, Content, Nested linear.Trainer // their Chain is set by the fit
	Folds                        int            // parts of the lessons that models blind to them read, at least 2
	Seed                         uint64         // of the order of trials

	// Eagerness is added to the score of beginning a cue, in nats, and
	// NestedEagerness to that of one in the content of another. The
	// likeliest labelling finds too few cues for the best F1.
	Eagerness, NestedEagerness float32
}

// Sizes returns the settings by name, for a manifest.
func (s Settings) Sizes() map[string]any {
	out := map[string]any{"folds": s.Folds, "eagerness": s.Eagerness, "nested_eagerness": s.NestedEagerness}
	for name, t := range map[string]linear.Trainer{"cue": s.Cue, "source": s.Source, "content": s.Content, "nested": s.Nested} {
		out[name] = map[string]any{
			"node_bits": t.NodeBits, "edge_bits": t.EdgeBits, "epochs": t.Epochs,
			"averaged": t.Averaged, "runs": t.Runs, "dropout": t.Dropout, "rate": t.Rate, "decay": t.Decay,
		}
	}
	return out
}

// Fit trains a Finder. The same lessons and settings give the same weights.
// Everything is fitted once more on each fold's complement, so that what stands
// around a cue in training was found by models blind to it, and so that trust is
// learned from readings that were not learned by heart.
func Fit(lessons []*Lesson, s Settings) *Finder {
	folds, blind := s.split(lessons), s.once()
	cues := fitEach(folds, lessons, blind.fitCue, s.fitCue)
	inParallel(len(folds), func(k int) { folds[k].findCues(cues[k]) })
	// All sources are fitted before any is found: sources are found without
	// sight of each other.
	sources := fitEach(folds, lessons, blind.fitSource, s.fitSource)
	inParallel(len(folds), func(k int) { folds[k].findSources(sources[k]) })
	contents := fitEach(folds, lessons, blind.fitContent, s.fitContent)

	trials := make([][]trial, len(folds))
	inParallel(len(folds), func(k int) {
		trials[k] = folds[k].try(&Finder{Cue: cues[k], Source: sources[k], Content: contents[k]})
	})
	all := len(folds)
	return &Finder{
		Cue: cues[all], Source: sources[all], Content: contents[all],
		Nested: s.fitNested(lessons),
		Trust:  fitTrust(slices.Concat(trials...), s.Seed),
	}
}

// once returns the settings for models that are only to be as unsure as the final
// ones: one run is enough.
func (s Settings) once() Settings {
	s.Cue.Runs, s.Source.Runs, s.Content.Runs = 1, 1, 1
	return s
}

func (s Settings) fitCue(lessons []*Lesson) Weights {
	w := fit(lessons, s.Cue, linear.BIO, func(d *desk, l *Lesson, give func(path []uint8)) {
		labels := l.cueLabels()
		for i, s := range l.doc.Sentences {
			if !l.doc.InStory(s) || !l.teaches(i) {
				continue
			}
			sentence := extent{s.First, s.End}
			d.sight.cueFeatures(sentence, sentence, &d.nodes, &d.edges)
			give(beginning(labels[s.First:s.End]))
		}
	})
	w.begin(s.Eagerness)
	return w
}

// begin makes it likelier by some nats that a cue begins anywhere.
func (w Weights) begin(nats float32) {
	any := w.Edges.Row(anyBoundary)
	for _, from := range linear.BIO.Step {
		any[from[beginsCue]] = any[from[beginsCue]].Plus(nats)
	}
}

// The states of linear.BIO.
const (
	beginsCue = 1
	insideCue = 2
)

// beginning lets a path that begins inside a cue begin with it.
func beginning(path []uint8) []uint8 {
	if path[0] == insideCue {
		path[0] = beginsCue
	}
	return path
}

func (l *Lesson) cueLabels() []uint8 {
	labels := make([]uint8, len(l.doc.Tokens))
	for _, r := range l.truth {
		for i := r.cue.first; i < r.cue.end; i++ {
			labels[i] = insideCue
		}
		labels[r.cue.first] = beginsCue
	}
	return labels
}

func (s Settings) fitSource(lessons []*Lesson) Weights {
	return fit(lessons, s.Source, linear.OneRun, func(d *desk, l *Lesson, give func(path []uint8)) {
		for _, r := range l.truth {
			window := d.sight.sourceWindow(r.cue)
			if r.source.len() > 0 && (r.source.first < window.first || r.source.end > window.end) {
				continue
			}
			d.setNeighbours(l, r.cue)
			d.sight.setFrame(&d.frame, r.cue, window, &d.roles, ownNumber)
			d.sight.sourceFeatures(&d.frame, &d.nodes, &d.edges)
			give(runPath(window, []extent{r.source}))
		}
	})
}

func (s Settings) fitContent(lessons []*Lesson) Weights {
	return fit(lessons, s.Content, linear.SomeRuns, func(d *desk, l *Lesson, give func(path []uint8)) {
		for n, r := range l.truth {
			window := d.sight.contentWindow(r.cue)
			path := runPath(window, r.content)
			if !slices.Contains(path, 1) {
				continue
			}
			d.setNeighbours(l, r.cue)
			d.roles.mark(d.roles.source, l.guess[n], ownNumber)
			d.sight.setFrame(&d.frame, r.cue, window, &d.roles, ownNumber)
			d.sight.contentFeatures(&d.frame, &d.nodes, &d.edges)
			give(path)
		}
	})
}

// fit trains the tables of one labelling. examples sets the desk's features for
// one example of a lesson after another and gives each one's path.
func fit(lessons []*Lesson, t linear.Trainer, chain *linear.Chain, examples func(d *desk, l *Lesson, give func([]uint8))) Weights {
	var all []linear.Example
	d := new(desk)
	for _, l := range lessons {
		d.sight.look(l.doc, l.words)
		examples(d, l, func(path []uint8) {
			all = append(all, linear.Example{Nodes: d.nodes.Clone(), Edges: d.edges.Clone(), Path: slices.Clone(path)})
		})
	}
	t.Chain = chain
	nodes, edges := t.Fit(all)
	return Weights{nodes, edges}
}

// runPath returns the path of runs in a window: 0 before any, 1 inside, 2
// outside after.
func runPath(window extent, runs []extent) []uint8 {
	path := make([]uint8, window.len())
	seen := false
	for i := range path {
		inside := slices.ContainsFunc(runs, func(r extent) bool { return r.has(window.first + i) })
		switch {
		case inside:
			path[i], seen = 1, true
		case seen:
			path[i] = 2
		}
	}
	return path
}
