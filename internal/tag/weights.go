package tag

import (
	"encoding/binary"
	"fmt"

	"hearsay/internal/linear"
)

// Append appends the tagger's weights to data.
func (t *Tagger) Append(data []byte) []byte {
	data = t.weights.Append(data)
	data = t.usual.Append(data)
	data = t.open.Append(data)
	data = t.lemmas.rules.Append(data)
	data = binary.LittleEndian.AppendUint16(data, uint16(len(t.lemmas.scripts)))
	for _, s := range t.lemmas.scripts {
		data = append(data, byte(s.cut), byte(len(s.put)))
		data = append(data, s.put...)
	}
	return data
}

// Parse reads what Append wrote.
func Parse(data []byte) (*Tagger, error) {
	t := &Tagger{lemmas: new(lemmatiser)}
	var err error
	if t.weights, data, err = linear.ParseTable(data); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	for _, d := range []*linear.Dictionary{&t.usual, &t.open, &t.lemmas.rules} {
		if *d, data, err = linear.ParseDictionary(data); err != nil {
			return nil, fmt.Errorf("tagger: %w", err)
		}
	}
	if t.lemmas.scripts, err = parseScripts(data); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	return t, nil
}

func parseScripts(data []byte) ([]script, error) {
	if len(data) < 2 {
		return nil, fmt.Errorf("weights: no lemma scripts in %d bytes", len(data))
	}
	scripts := make([]script, binary.LittleEndian.Uint16(data))
	data = data[2:]
	for i := range scripts {
		if len(data) < 2 || len(data) < 2+int(data[1]) {
			return nil, fmt.Errorf("weights: lemma script %d is cut short", i)
		}
		n := int(data[1])
		scripts[i] = script{int(data[0]), string(data[2 : 2+n])}
		data = data[2+n:]
	}
	return scripts, nil
}
