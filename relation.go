package hearsay

import (
	"fmt"
	"strings"
)

// Relation is how a token depends on its head: a relation of Universal
// Dependencies version 2 with the subtypes that matter for reading. The zero
// Relation is "not parsed".
type Relation uint8

// relationNames lists the relations; a Relation is an index into it. The order
// is part of the weights' format: append only.
var relationNames = [...]string{
	"", "root",
	"nsubj", "nsubj:pass", "csubj", "csubj:pass", "obj", "iobj", "ccomp", "xcomp",
	"obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated",
	"advcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark",
	"nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod",
	"acl", "acl:relcl", "amod", "det", "case",
	"conj", "cc", "fixed", "flat", "compound", "compound:prt",
	"list", "parataxis", "orphan", "goeswith", "reparandum", "punct", "dep",
}

// RelationCount is the number of relations, the empty one included.
const RelationCount = len(relationNames)

// String returns the relation's Universal Dependencies name.
func (r Relation) String() string {
	if int(r) >= len(relationNames) {
		return fmt.Sprintf("Relation(%d)", uint8(r))
	}
	return relationNames[r]
}

// ParseRelation returns the relation with a Universal Dependencies name; one
// with a subtype that is not kept is the relation without it. It returns false
// for an unknown name.
func ParseRelation(name string) (Relation, bool) {
	universal, _, _ := strings.Cut(name, ":")
	for _, wanted := range []string{name, universal} {
		for i, n := range relationNames {
			if n == wanted && n != "" {
				return Relation(i), true
			}
		}
	}
	return 0, false
}
