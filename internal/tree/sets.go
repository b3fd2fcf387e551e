package tree

import (
	"strings"

	"hearsay"
)

// Tags is a set of tags.
type Tags [hearsay.TagCount]bool

// TagsOf returns the tags of some names, separated by spaces. It panics for an
// unknown name: the sets are written in the program.
func TagsOf(names string) (set Tags) {
	for name := range strings.FieldsSeq(names) {
		set[TagOf(name)] = true
	}
	return set
}

// TagOf returns the tag of a name; it panics for an unknown one.
func TagOf(name string) hearsay.Tag {
	tag, ok := hearsay.ParseTag(name)
	if !ok {
		panic("tree: no tag " + name)
	}
	return tag
}

// Marks are the tags of punctuation.
var Marks = TagsOf("'' , -LRB- -RRB- . : `` HYPH NFP SYM")

// Relations is a set of relations.
type Relations [hearsay.RelationCount]bool

// RelationsOf returns the relations of some names, separated by spaces. It panics
// for an unknown name.
func RelationsOf(names string) (set Relations) {
	for name := range strings.FieldsSeq(names) {
		set[RelationOf(name)] = true
	}
	return set
}

// RelationOf returns the relation of a name; it panics for an unknown one.
func RelationOf(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("tree: no relation " + name)
	}
	return r
}

// Forms is a set of words.
type Forms map[string]bool

// FormsOf returns the words of a text, separated by white space.
func FormsOf(words string) Forms {
	set := Forms{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
