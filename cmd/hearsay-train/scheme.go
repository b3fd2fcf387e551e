package main

import (
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// tree is a dependency tree over the tokens of a sentence: head and relation of
// each, the root's head being the number of tokens.
type tree struct {
	heads []int
	rels  []hearsay.Relation
}

// goldTree returns the tree of a treebank sentence.
func goldTree(s gold.UDSentence) tree {
	var t tree
	for _, token := range s.Tokens {
		t.add(token.Head, token.Deprel, len(s.Tokens))
	}
	return t
}

func (t *tree) add(head int, name string, root int) {
	rel, ok := hearsay.ParseRelation(name)
	if !ok {
		rel = relation("dep")
	}
	if head == 0 {
		head = root + 1
	}
	t.heads = append(t.heads, head-1)
	t.rels = append(t.rels, rel)
}

func relation(name string) hearsay.Relation {
	rel, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("no relation " + name)
	}
	return rel
}

// silverTree returns the tree of a machine-parsed sentence in the scheme of the
// treebanks. The machine used version 1 of Universal Dependencies; version 2
// differs in names of relations and in three attachments that rules can move:
// conjunctions hang on what follows them, names hang on their first word, and
// titles are a relation of their own.
func silverTree(s gold.SilverSentence) tree {
	var t tree
	for _, token := range s {
		t.add(token.Head, version2(token, s), len(s))
	}
	t.moveConjunctions(s)
	t.turnNames(s)
	return t
}

var renamed = map[string]string{
	"dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
	"mwe": "fixed", "nmod:tmod": "obl:unmarked", "nmod:npmod": "obl:unmarked",
	"det:predet": "det", "cc:preconj": "cc",
}

func version2(token gold.SilverToken, s gold.SilverSentence) string {
	headTag := ""
	if token.Head > 0 {
		headTag = s[token.Head-1].Tag
	}
	predicate := strings.HasPrefix(headTag, "V") || strings.HasPrefix(headTag, "J") || strings.HasPrefix(headTag, "R")
	switch token.Rel {
	case "neg":
		if token.Tag == "DT" {
			return "det"
		}
		return "advmod"
	case "nmod":
		if predicate {
			return "obl"
		}
	case "nmod:tmod", "nmod:npmod":
		if !predicate {
			return "nmod:unmarked"
		}
	}
	if name, ok := renamed[token.Rel]; ok {
		return name
	}
	return token.Rel
}

// moveConjunctions hangs each conjunction, and each comma before one of the
// joined, on the next of the joined instead of on the first.
func (t *tree) moveConjunctions(s gold.SilverSentence) {
	conj, cc, punct := relation("conj"), relation("cc"), relation("punct")
	for i, rel := range t.rels {
		if rel != cc && (rel != punct || s[i].Tag != ",") {
			continue
		}
		for j := i + 1; j < len(s); j++ {
			if t.rels[j] == conj && t.heads[j] == t.heads[i] {
				if rel == cc || t.heads[i] < i {
					t.heads[i] = j
				}
				break
			}
		}
	}
}

// turnNames makes the first word of a person's name the head of the rest, and
// names titles before it.
func (t *tree) turnNames(s gold.SilverSentence) {
	compound, flat, title := relation("compound"), relation("flat"), relation("nmod:desc")
	for last := range s {
		if s[last].Class != "PERSON" {
			continue
		}
		first := last
		for first > 0 && s[first-1].Class == "PERSON" && t.heads[first-1] == last && t.rels[first-1] == compound {
			first--
		}
		top := first
		if first < last {
			t.reroot(last, first, flat)
		}
		for i := range top {
			if t.heads[i] == top && t.rels[i] == compound && s[i].Class != "PERSON" && strings.HasPrefix(s[i].Tag, "NN") {
				t.rels[i] = title
			}
		}
	}
}

// reroot makes first the head of a name that last was the head of.
func (t *tree) reroot(last, first int, flat hearsay.Relation) {
	t.heads[first], t.rels[first] = t.heads[last], t.rels[last]
	for i := range t.heads {
		if i != first && t.heads[i] == last {
			t.heads[i] = first
			if i > first && i < last {
				t.rels[i] = flat
			}
		}
	}
	t.heads[last], t.rels[last] = first, flat
}
