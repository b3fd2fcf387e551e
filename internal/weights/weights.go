// Package weights carries the trained weights inside the program: one file of
// named sections, and the manifest that says what they were trained on.
//
//	"hearsay\x01" · id (12 hexadecimal digits) · { name length · name · section length · section } …
//
// The id is the beginning of the SHA-256 of what follows it, and names the
// weights in every record.
package weights

import (
	"crypto/sha256"
	_ "embed" // the weights and their manifest
	"encoding/binary"
	"encoding/json"
	"fmt"
)

//go:embed weights.bin
var embedded []byte

//go:embed manifest.json
var manifest []byte

const magic = "hearsay\x01"
const idLength = 12

// File is a weights file taken apart.
type File struct {
	ID       string
	sections map[string][]byte
}

// Embedded returns the weights in the program.
func Embedded() (File, error) { return Parse(embedded) }

// Section returns the bytes of a section, which must not be changed; an absent
// one is an error.
func (f File) Section(name string) ([]byte, error) {
	data, ok := f.sections[name]
	if !ok {
		return nil, fmt.Errorf("weights %s: no section %q: train again with hearsay-train", f.ID, name)
	}
	return data, nil
}

// Section is one named part of a weights file.
type Section struct {
	Name string
	Data []byte
}

// Build returns the weights file of some sections. A name may have 255 bytes and
// a section 4 GiB.
func Build(sections []Section) []byte {
	var body []byte
	for _, s := range sections {
		body = append(body, byte(len(s.Name)))
		body = append(body, s.Name...)
		body = binary.LittleEndian.AppendUint32(body, uint32(len(s.Data)))
		body = append(body, s.Data...)
	}
	return append([]byte(magic+idOf(body)), body...)
}

func idOf(body []byte) string { return fmt.Sprintf("%x", sha256.Sum256(body))[:idLength] }

// Parse takes a weights file apart. It checks the structure; Verify checks the
// id too, which takes longer.
func Parse(data []byte) (File, error) {
	head := len(magic) + idLength
	if len(data) < head || string(data[:len(magic)]) != magic {
		return File{}, fmt.Errorf("weights: not a weights file, or of another version: train again with hearsay-train")
	}
	f := File{ID: string(data[len(magic):head]), sections: make(map[string][]byte)}
	for data = data[head:]; len(data) > 0; {
		name, section, rest, err := nextSection(data)
		if err != nil {
			return File{}, fmt.Errorf("weights %s: %w", f.ID, err)
		}
		if _, twice := f.sections[name]; twice {
			return File{}, fmt.Errorf("weights %s: two sections %q", f.ID, name)
		}
		f.sections[name], data = section, rest
	}
	return f, nil
}

func nextSection(data []byte) (name string, section, rest []byte, err error) {
	n := int(data[0])
	if len(data) < 1+n+4 {
		return "", nil, nil, fmt.Errorf("a section's head is cut short")
	}
	name = string(data[1 : 1+n])
	size := binary.LittleEndian.Uint32(data[1+n:])
	data = data[1+n+4:]
	if uint64(len(data)) < uint64(size) {
		return "", nil, nil, fmt.Errorf("section %q is cut short: %d of %d bytes", name, len(data), size)
	}
	return name, data[:size], data[size:], nil
}

// Verify reports an error unless a weights file's id is that of its contents.
func Verify(data []byte) error {
	f, err := Parse(data)
	if err != nil {
		return err
	}
	if id := idOf(data[len(magic)+idLength:]); id != f.ID {
		return fmt.Errorf("weights %s: the contents have id %s", f.ID, id)
	}
	return nil
}

// Manifest says what weights were trained on and how well they do.
type Manifest struct {
	ID       string            `json:"id"`
	Archives map[string]string `json:"archives"` // SHA-256 by file name
	Splits   map[string]string `json:"splits"`   // what each split was used for
	Seed     uint64            `json:"seed"`
	Settings map[string]any    `json:"settings"`
	Bytes    map[string]int    `json:"bytes"` // by section
	Scores   []Score           `json:"scores"`
}

// Score is a figure reached on data that training did not see.
type Score struct {
	Figure string  `json:"figure"`
	Data   string  `json:"data"`
	Value  float64 `json:"value"`
	Count  int     `json:"count"`
}

// EmbeddedManifest returns the manifest of the weights in the program.
func EmbeddedManifest() (Manifest, error) {
	var m Manifest
	err := json.Unmarshal(manifest, &m)
	return m, err
}
