package attribute

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Reason is what one kind of feature said for, or against, the place that a
// role was given.
type Reason struct {
	Attribution int // position among the attributions found
	Role        Role
	Words       hearsay.Span // what the role was given
	Feature     string       // what the features look at, such as "lemma, tag after"
	Hundredths  int          // of a nat; above 0 speaks for it
}

// Role is a part of an attribution.
type Role string

// The roles.
const (
	CueRole     Role = "cue"
	SourceRole  Role = "source"
	ContentRole Role = "content"
)

// Sureness is how probable the labellings make the places they chose, each in
// thousandths and given that those before it chose well.
type Sureness struct {
	Attribution          int // position among the attributions found
	Cue, Source, Content int
}

// Explain reads a document as Find does and tells, for each role of each
// attribution, how the features weighed, those first that weighed most, and how
// sure each labelling was.
func (f *Finder) Explain(doc *hearsay.Document, words []*lexicon.Word) (reasons []Reason, sure []Sureness) {
	d := new(desk)
	d.nodes.Named, d.edges.Named = true, true
	readings, _ := f.read(d, doc, words)
	for n, r := range readings {
		if r.layout {
			continue
		}
		sure = append(sure, Sureness{n, expThousandths(r.sure.cue), expThousandths(r.sure.source), expThousandths(r.sure.content)})
		reasons = append(reasons, f.cueReasons(d, n, r)...)
		reasons = append(reasons, f.sourceReasons(d, n, r)...)
		reasons = append(reasons, f.contentReasons(d, n, r)...)
	}
	return reasons, sure
}

func (f *Finder) cueReasons(d *desk, n int, r reading) []Reason {
	s := d.sight.doc.Sentences[d.sight.tokens[r.cue.first].sentence]
	sentence, w := extent{s.First, s.End}, f.Cue
	if r.inside.len() > 0 {
		w = f.Nested
		d.sight.hush(sentence)
		defer d.sight.listen(sentence)
	}
	d.sight.cueFeatures(sentence, sentence, &d.nodes, &d.edges)
	t := make(tallies)
	column := linear.BIO.Column[beginsCue]
	t.node(w, &d.nodes, r.cue.first-s.First, column)
	return t.reasons(d.sight.doc, n, CueRole, r.cue)
}

func (f *Finder) sourceReasons(d *desk, n int, r reading) []Reason {
	if r.source.len() == 0 {
		return nil
	}
	window := d.setSource(&r)
	t := make(tallies)
	t.run(f.Source, linear.OneRun, d, r.source, window)
	return t.reasons(d.sight.doc, n, SourceRole, r.source)
}

func (f *Finder) contentReasons(d *desk, n int, r reading) []Reason {
	if len(r.content) == 0 {
		return nil
	}
	window := d.setContent(&r)
	t := make(tallies)
	for _, c := range r.content {
		t.run(f.Content, linear.SomeRuns, d, c, window)
	}
	whole := extent{r.content[0].first, r.content[len(r.content)-1].end}
	return t.reasons(d.sight.doc, n, ContentRole, whole)
}

// tallies sums weights by feature name.
type tallies map[string]int

// node adds the weights of the features of position i for a column.
func (t tallies) node(w Weights, f *linear.Features, i, column int) {
	f.Each(i, func(name string, id uint32) { t[name] += w.Nodes.Row(id)[column].Units() })
}

// run adds the weights of the tokens of a run, and of the boundaries where it
// begins and ends.
func (t tallies) run(w Weights, chain *linear.Chain, d *desk, run, window extent) {
	for i := run.first; i < run.end; i++ {
		t.node(w, &d.nodes, i-window.first, chain.Column[1])
	}
	t.edge(w, &d.edges, run.first-window.first, chain.Step[0][1])
	if run.end < window.end {
		t.edge(w, &d.edges, run.end-window.first, chain.Step[1][2])
	}
}

func (t tallies) edge(w Weights, f *linear.Features, i, column int) {
	f.Each(i, func(name string, id uint32) { t[name] += w.Edges.Row(id)[column].Units() })
}

// reasons returns the names by how much they weighed, for or against.
func (t tallies) reasons(doc *hearsay.Document, n int, role Role, where extent) []Reason {
	var out []Reason
	for name, weight := range t {
		out = append(out, Reason{n, role, *where.span(doc), name, weight * 100 / linear.Scale})
	}
	slices.SortFunc(out, func(a, b Reason) int {
		return cmp.Or(abs(b.Hundredths)-abs(a.Hundredths), cmp.Compare(a.Feature, b.Feature))
	})
	return out
}

func abs(n int) int { return max(n, -n) }
