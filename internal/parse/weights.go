package parse

import (
	"fmt"

	"hearsay/internal/linear"
)

// Append appends the parser's weights to data.
func (p *Parser) Append(data []byte) []byte {
	data = p.moves.Append(data)
	data = p.labels.Append(data)
	return p.allowed.Append(data)
}

// Parse reads what Append wrote.
func Parse(data []byte) (*Parser, error) {
	p := new(Parser)
	var err error
	for _, t := range []**linear.Table{&p.moves, &p.labels} {
		if *t, data, err = linear.ParseTable(data); err != nil {
			return nil, fmt.Errorf("parser: %w", err)
		}
		if (*t).Width != 1 {
			return nil, fmt.Errorf("parser weights: a table has width %d, not 1", (*t).Width)
		}
	}
	if p.allowed, _, err = linear.ParseDictionary(data); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	return p, nil
}
