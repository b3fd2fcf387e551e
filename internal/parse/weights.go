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

// Parse reads what Append wrote. What it returns can be used without further
// checks: it knows no relations but those an arc can have.
func Parse(data []byte) (*Parser, error) {
	p, err := parse(data)
	if err == nil {
		err = p.check()
	}
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	return p, nil
}

func parse(data []byte) (*Parser, error) {
	p := new(Parser)
	var err error
	if p.moves, data, err = parseMoveTable(data); err != nil {
		return nil, err
	}
	if p.labels, data, err = parseLabelTable(data); err != nil {
		return nil, err
	}
	if p.allowed, data, err = linear.ParseDictionary(data); err != nil {
		return nil, err
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("weights: %d bytes more than there should be", len(data))
	}
	return p, nil
}

// check reports the first thing in the weights that parsing would trip over.
func (p *Parser) check() error {
	for _, relations := range p.allowed.All() {
		if relations&^allRelations != 0 {
			return fmt.Errorf("weights: %#x is no set of relations", relations)
		}
	}
	return nil
}
