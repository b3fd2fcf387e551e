package name

import (
	"fmt"

	"hearsay/internal/linear"
)

// tables lists the finder's tables in the order of the weights file.
func (f *Finder) tables() []**linear.Table {
	return []**linear.Table{&f.First.Nodes, &f.First.Edges, &f.Second.Nodes, &f.Second.Edges, &f.Sound}
}

// Append appends the finder's weights to data.
func (f *Finder) Append(data []byte) []byte {
	for _, t := range f.tables() {
		data = (*t).Append(data)
	}
	return f.Small.Append(data)
}

// Parse reads what Append wrote.
func Parse(data []byte) (*Finder, error) {
	f := new(Finder)
	for i, t := range f.tables() {
		var err error
		if *t, data, err = linear.ParseTable(data); err != nil {
			return nil, fmt.Errorf("names, table %d: %w", i, err)
		}
	}
	var err error
	if f.Small, data, err = linear.ParseDictionary(data); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("names: %d bytes follow the dictionary", len(data))
	}
	for _, w := range []Weights{f.First, f.Second} {
		if w.Nodes.Width != chain.NodeWidth() || w.Edges.Width != chain.EdgeWidth() {
			return nil, fmt.Errorf("names: tables of width %d and %d do not fit the labels", w.Nodes.Width, w.Edges.Width)
		}
	}
	if f.Sound.Width != 1 {
		return nil, fmt.Errorf("names: the table of sounds is %d wide, not 1", f.Sound.Width)
	}
	return f, nil
}
