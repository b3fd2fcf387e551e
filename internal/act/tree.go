package act

import (
	"sort"
	"strings"

	"hearsay"
)

// extent is a half-open range of token indices.
type extent struct{ first, end int }

func (e extent) empty() bool            { return e.end <= e.first }
func (e extent) has(i int) bool         { return e.first <= i && i < e.end }
func (e extent) overlaps(o extent) bool { return e.first < o.end && o.first < e.end }

// growTrees fills in which constituent each token heads.
func (p *page) growTrees() {
	p.below = make([]extent, len(p.doc.Tokens))
	for i := range p.below {
		p.below[i] = extent{i, i + 1}
	}
	for i := range p.below {
		for h := p.up(i); h >= 0 && !p.below[h].has(i); h = p.up(h) {
			b := &p.below[h]
			b.first, b.end = min(b.first, i), max(b.end, i+1)
		}
	}
}

// up returns the token that i depends on, or -1.
func (p *page) up(i int) int {
	if n := &p.doc.Tokens[i]; n.Relation != 0 && n.Head != hearsay.NoHead {
		return n.Head
	}
	return -1
}

// child returns the first dependent of token i in one of the relations, or -1.
func (p *page) child(i int, in relations) int {
	for j := p.below[i].first; j < p.below[i].end; j++ {
		if p.up(j) == i && in[p.relation(j)] {
			return j
		}
	}
	return -1
}

func (p *page) low(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].Low
}

// lemma returns the token's dictionary form, or the word in lower case.
func (p *page) lemma(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	if l := p.doc.Tokens[i].Lemma; l != "" {
		return l
	}
	return p.words[i].Low
}

func (p *page) tag(i int) hearsay.Tag           { return p.doc.Tokens[i].Tag }
func (p *page) relation(i int) hearsay.Relation { return p.doc.Tokens[i].Relation }
func (p *page) isMark(i int) bool               { return marks[p.tag(i)] }
func (p *page) quoted(i int) bool               { return p.doc.Tokens[i].Quote.Depth > 0 }

// extentOf returns the tokens that a span touches.
func (p *page) extentOf(s hearsay.Span) extent {
	tokens := p.doc.Tokens
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
	end := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= s.End })
	return extent{first, max(first, end)}
}

// span returns the span of an extent without marks at its edges; nil if nothing
// is left.
func (p *page) span(e extent) *hearsay.Span {
	for !e.empty() && p.isMark(e.first) {
		e.first++
	}
	for !e.empty() && p.isMark(e.end-1) {
		e.end--
	}
	if e.empty() {
		return nil
	}
	s := p.doc.TokensSpan(e.first, e.end)
	return &s
}

// sentenceOf returns the tokens of the sentence that token i is in.
func (p *page) sentenceOf(i int) extent {
	all := p.doc.Sentences
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	return extent{all[k].First, all[k].End}
}

// tagSet is a set of tags.
type tagSet [hearsay.TagCount]bool

func tagsOf(names string) (set tagSet) {
	for name := range strings.FieldsSeq(names) {
		tag, ok := hearsay.ParseTag(name)
		if !ok {
			panic("act: no tag " + name)
		}
		set[tag] = true
	}
	return set
}

var (
	marks        = tagsOf("'' , -LRB- -RRB- . : `` HYPH NFP SYM")
	verbs        = tagsOf("VB VBD VBG VBN VBP VBZ MD")
	finite       = tagsOf("VBD VBP VBZ MD")
	pastTags     = tagsOf("VBD VBN")
	nouns        = tagsOf("NN NNS NNP NNPS CD")
	proper       = tagsOf("NNP NNPS")
	nominal      = tagsOf("NN NNS NNP NNPS CD PRP")
	modals       = tagsOf("MD")
	prepositions = tagsOf("IN TO")
	infinitve    = tagsOf("VB")
)

// relations is a set of relations.
type relations [hearsay.RelationCount]bool

func relationsOf(names string) (set relations) {
	for name := range strings.FieldsSeq(names) {
		r, ok := hearsay.ParseRelation(name)
		if !ok {
			panic("act: no relation " + name)
		}
		set[r] = true
	}
	return set
}

var (
	subjects     = relationsOf("nsubj nsubj:pass csubj csubj:pass")
	passives     = relationsOf("nsubj:pass csubj:pass aux:pass")
	objects      = relationsOf("obj iobj")
	direct       = relationsOf("obj")
	helpers      = relationsOf("aux aux:pass cop")
	copulas      = relationsOf("cop")
	markers      = relationsOf("mark")
	cases        = relationsOf("case")
	possessors   = relationsOf("nmod:poss")
	determiners  = relationsOf("det")
	complements  = relationsOf("ccomp xcomp")
	openClauses  = relationsOf("xcomp")
	conjuncts    = relationsOf("conj parataxis")
	obliques     = relationsOf("obl obl:unmarked nmod")
	adverbials   = relationsOf("advcl")
	particles    = relationsOf("compound:prt")
	subordinates = relationsOf("acl acl:relcl advcl")
)

// wordSet is a set of words.
type wordSet map[string]bool

func wordsIn(words string) wordSet {
	set := wordSet{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

func tagNamed(name string) hearsay.Tag {
	tag, ok := hearsay.ParseTag(name)
	if !ok {
		panic("act: no tag " + name)
	}
	return tag
}

func relationNamed(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("act: no relation " + name)
	}
	return r
}

var tagVB, tagVBZ, tagJJ, tagPRP, tagNNS = tagNamed("VB"), tagNamed("VBZ"), tagNamed("JJ"), tagNamed("PRP"), tagNamed("NNS")
