package hearsay

import "fmt"

// Name is the proper name of a person, an organisation or a place in a document:
// the half-open range [First, End) of token indices, within one sentence.
type Name struct {
	First, End int
	Kind       NameKind
	Sounds     int8 // of a person: how much the given name sounds like a woman's; negative: like a man's; 0: nothing is known
}

// NameKind says what a name names.
type NameKind string

// The kinds of name.
const (
	PersonName       NameKind = "person"
	OrganisationName NameKind = "organisation"
	PlaceName        NameKind = "place"
)

// NameKinds lists every kind of name.
var NameKinds = []NameKind{PersonName, OrganisationName, PlaceName}

// checkNames holds names to be in order, not to overlap, and each to lie within
// one sentence.
func (d *Document) checkNames() error {
	end, sentence := 0, 0
	for i, n := range d.Names {
		if n.First < end || n.End <= n.First || n.End > len(d.Tokens) {
			return fmt.Errorf("name %d is tokens [%d,%d) after %d of %d", i, n.First, n.End, end, len(d.Tokens))
		}
		for d.Sentences[sentence].End <= n.First {
			sentence++
		}
		if n.End > d.Sentences[sentence].End {
			return fmt.Errorf("name %d, tokens [%d,%d), runs out of its sentence", i, n.First, n.End)
		}
		end = n.End
	}
	return nil
}
