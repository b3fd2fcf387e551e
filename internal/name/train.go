package name

import (
	"slices"
	"sync"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Lesson is one document whose names are known.
type Lesson struct {
	doc    *hearsay.Document
	words  []*lexicon.Word
	labels []uint8
	weight float32

	passOver []bool  // tokens whose stretches are not learned from
	found    []uint8 // what a first labelling blind to it finds
}

// NewLesson is the lesson of a tagged and parsed document. weight is the share of
// a full step to take from it.
func NewLesson(doc *hearsay.Document, words []*lexicon.Word, names []hearsay.Name, weight float32) *Lesson {
	l := &Lesson{doc: doc, words: words, labels: make([]uint8, len(words)), weight: weight}
	for _, n := range names {
		for t := n.First; t < n.End; t++ {
			l.labels[t] = uint8(slices.Index(kinds[:], n.Kind))
		}
	}
	return l
}

// Settings of Fit.
type Settings struct {
	First, Second linear.Trainer // their Chain is set by the fit
	Folds         int            // parts of the lessons that first labellings blind to them label

	// Wariness is taken off the score of a person's name, in nats, and Eagerness
	// added to that of an organisation's. The news that is learned from is full of
	// persons and has few companies, and what is nothing for certain is better left
	// open: who is meant is told by more than this stage sees.
	Wariness, Eagerness float32
}

// Sizes returns the settings by name, for a manifest.
func (s Settings) Sizes() map[string]any {
	out := map[string]any{"folds": s.Folds, "wariness": s.Wariness, "eagerness": s.Eagerness}
	for name, t := range map[string]linear.Trainer{"first": s.First, "second": s.Second} {
		out[name] = map[string]any{
			"node_bits": t.NodeBits, "edge_bits": t.EdgeBits, "epochs": t.Epochs,
			"averaged": t.Averaged, "runs": t.Runs, "dropout": t.Dropout, "rate": t.Rate, "decay": t.Decay,
		}
	}
	return out
}

// Fit trains a Finder. The same lessons and settings give the same weights. What
// the second labelling sees of the first while it learns, first labellings found
// that are blind to the lesson. bearers teach how given names sound. Two fits run side by side.
func Fit(lessons []*Lesson, bearers []Bearer, s Settings) *Finder {
	both := editions(lessons)
	f := &Finder{Small: small(lessons), Sound: fitSound(bearers, s)}
	fits := make(chan struct{}, 2)
	var all sync.WaitGroup
	run := func(work func()) {
		all.Go(func() {
			fits <- struct{}{}
			work()
			<-fits
		})
	}
	for k := range s.Folds {
		run(func() {
			part, rest := fold(both, s.Folds, k)
			findFirst(part, f.Small, fit(rest, s.First, f.Small, nil))
		})
	}
	run(func() { f.First = fit(slices.Concat(both...), s.First, f.Small, nil) })
	all.Wait()
	f.Second = fit(slices.Concat(both...), s.Second, f.Small, new(memory))
	for _, w := range []Weights{f.First, f.Second} {
		any := w.Nodes.Row(anyToken)
		any[chain.Column[person]] = any[chain.Column[person]].Plus(-s.Wariness)
		any[chain.Column[organisation]] = any[chain.Column[organisation]].Plus(s.Eagerness)
	}
	return f
}

// small counts in how many lessons a word is written in small letters.
func small(lessons []*Lesson) linear.Dictionary {
	counts := map[uint32]int{}
	for _, l := range lessons {
		seen := map[uint32]bool{}
		for _, w := range l.words {
			if w.Kind == lexicon.LowerCase && !seen[w.Lower] {
				seen[w.Lower] = true
				counts[w.Lower]++
			}
		}
	}
	values := map[uint32]uint64{}
	for word, n := range counts {
		switch {
		case n >= inMany:
			values[word] = 2
		case n >= inSome:
			values[word] = 1
		}
	}
	return linear.NewDictionary(values)
}

// In how many lessons a word must be written in small letters.
const (
	inSome = 2
	inMany = 10
)

// editions returns each lesson as it is and with other names.
func editions(lessons []*Lesson) [][]*Lesson {
	v := newInventor(lessons)
	out := make([][]*Lesson, len(lessons))
	for i, l := range lessons {
		out[i] = []*Lesson{l, v.rename(l, uint64(i))}
	}
	return out
}

// fold returns every n-th of the lessons from the k-th on, and the others, with
// all their editions.
func fold(both [][]*Lesson, n, k int) (part, rest []*Lesson) {
	for i, editions := range both {
		if i%n == k {
			part = append(part, editions...)
		} else {
			rest = append(rest, editions...)
		}
	}
	return part, rest
}

// findFirst keeps what a first labelling finds in some lessons.
func findFirst(lessons []*Lesson, small linear.Dictionary, w Weights) {
	d := Desk{sight: sight{small: small}}
	for _, l := range lessons {
		d.sight.look(l.doc, l.words)
		d.label(w, nil)
		l.found = slices.Clone(d.labels)
	}
}

// fit trains one labelling; with a memory it is the second.
func fit(lessons []*Lesson, t linear.Trainer, small linear.Dictionary, m *memory) Weights {
	var examples []linear.Example
	d := Desk{sight: sight{small: small}}
	for _, l := range lessons {
		d.sight.look(l.doc, l.words)
		if m != nil {
			m.collect(&d.sight, l.found)
		}
		for _, s := range d.sight.stretches {
			if l.passOver != nil && slices.Contains(l.passOver[s.first:s.end], true) {
				continue
			}
			d.sight.features(s, m, &d.nodes, &d.edges)
			examples = append(examples, linear.Example{Nodes: d.nodes.Clone(), Edges: d.edges.Clone(),
				Path: l.labels[s.first:s.end], Weight: l.weight})
		}
	}
	t.Chain = chain
	nodes, edges := t.Fit(examples)
	return Weights{nodes, edges}
}
