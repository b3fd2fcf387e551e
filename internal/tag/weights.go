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

// Parse reads what Append wrote. What it returns can be used without further
// checks: every tag is one there is, and every rule has a script.
func Parse(data []byte) (*Tagger, error) {
	t, err := parse(data)
	if err == nil {
		err = t.check()
	}
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	return t, nil
}

func parse(data []byte) (*Tagger, error) {
	t := &Tagger{lemmas: new(lemmatiser)}
	var err error
	if t.weights, data, err = linear.ParseTable(data); err != nil {
		return nil, err
	}
	for _, d := range []*linear.Dictionary{&t.usual, &t.open, &t.lemmas.rules} {
		if *d, data, err = linear.ParseDictionary(data); err != nil {
			return nil, err
		}
	}
	if t.lemmas.scripts, data, err = parseScripts(data); err != nil {
		return nil, err
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("weights: %d bytes more than there should be", len(data))
	}
	return t, nil
}

// parseScripts returns the scripts and what follows them.
func parseScripts(data []byte) ([]script, []byte, error) {
	if len(data) < 2 {
		return nil, nil, fmt.Errorf("weights: no lemma scripts in %d bytes", len(data))
	}
	scripts := make([]script, binary.LittleEndian.Uint16(data))
	data = data[2:]
	for i := range scripts {
		if len(data) < 2 || len(data) < 2+int(data[1]) {
			return nil, nil, fmt.Errorf("weights: lemma script %d is cut short", i)
		}
		n := int(data[1])
		scripts[i] = script{int(data[0]), string(data[2 : 2+n])}
		data = data[2+n:]
	}
	return scripts, data, nil
}

// check reports the first thing in the weights that tagging would trip over.
func (t *Tagger) check() error {
	if t.weights.Width != 1 {
		return fmt.Errorf("weights: a table of width %d, not 1", t.weights.Width)
	}
	for _, d := range []linear.Dictionary{t.usual, t.open} {
		for _, tags := range d.All() {
			if tags&^allTags != 0 {
				return fmt.Errorf("weights: %#x is no set of tags", tags)
			}
		}
	}
	for _, at := range t.lemmas.rules.All() {
		if at > uint64(len(t.lemmas.scripts)) {
			return fmt.Errorf("weights: a rule has lemma script %d of %d", at, len(t.lemmas.scripts))
		}
	}
	return nil
}
