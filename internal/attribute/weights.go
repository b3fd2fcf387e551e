package attribute

import (
	"fmt"

	"hearsay/internal/linear"
)

// tables lists the finder's tables in the order of the weights file.
func (f *Finder) tables() []**linear.Table {
	return []**linear.Table{
		&f.Cue.Nodes, &f.Cue.Edges, &f.Source.Nodes, &f.Source.Edges, &f.Content.Nodes, &f.Content.Edges,
		&f.Nested.Nodes, &f.Nested.Edges, &f.Trust,
	}
}

// Append appends the finder's weights to data.
func (f *Finder) Append(data []byte) []byte {
	for _, t := range f.tables() {
		data = (*t).Append(data)
	}
	return data
}

// Parse reads what Append wrote.
func Parse(data []byte) (*Finder, error) {
	f := new(Finder)
	for i, t := range f.tables() {
		var err error
		if *t, data, err = linear.ParseTable(data); err != nil {
			return nil, fmt.Errorf("attribution table %d: %w", i, err)
		}
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("attribution weights: %d bytes follow the tables", len(data))
	}
	for _, w := range []struct {
		weights Weights
		chain   *linear.Chain
		name    string
	}{{f.Cue, linear.BIO, "cue"}, {f.Source, linear.OneRun, "source"}, {f.Content, linear.SomeRuns, "content"}, {f.Nested, linear.BIO, "nested cue"}} {
		if w.weights.Nodes.Width != w.chain.NodeWidth() || w.weights.Edges.Width != w.chain.EdgeWidth() {
			return nil, fmt.Errorf("attribution weights: the %s tables do not fit their labels", w.name)
		}
	}
	if f.Trust.Width != 1 {
		return nil, fmt.Errorf("attribution weights: the table of trust is %d wide, not 1", f.Trust.Width)
	}
	return f, nil
}
