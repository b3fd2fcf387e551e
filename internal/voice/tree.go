package voice

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
func (e extent) contains(o extent) bool { return e.first <= o.first && o.end <= e.end }

// growTrees fills in which constituent each token heads.
func (t *tracer) growTrees() {
	tokens := t.doc.Tokens
	t.below = make([]extent, len(tokens))
	for i := range tokens {
		t.below[i] = extent{i, i + 1}
	}
	for i := range tokens {
		for h := t.up(i); h >= 0; h = t.up(h) {
			b := &t.below[h]
			if b.has(i) {
				break
			}
			b.first, b.end = min(b.first, i), max(b.end, i+1)
		}
	}
}

// up returns the token that i depends on, or -1.
func (t *tracer) up(i int) int {
	if n := &t.doc.Tokens[i]; n.Relation != 0 && n.Head != hearsay.NoHead {
		return n.Head
	}
	return -1
}

// child returns the first dependent of token i in one of the relations, or -1.
func (t *tracer) child(i int, relations ...hearsay.Relation) int {
	for j := t.below[i].first; j < t.below[i].end; j++ {
		if t.up(j) == i && isOneOf(t.doc.Tokens[j].Relation, relations) {
			return j
		}
	}
	return -1
}

func isOneOf[T comparable](x T, all []T) bool {
	for _, y := range all {
		if x == y {
			return true
		}
	}
	return false
}

// dominates reports whether token i stands above token j in the tree.
func (t *tracer) dominates(i, j int) bool {
	for h := t.up(j); h >= 0; h = t.up(h) {
		if h == i {
			return true
		}
	}
	return false
}

// extentOf returns the tokens that a span touches.
func (t *tracer) extentOf(s hearsay.Span) extent {
	tokens := t.doc.Tokens
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
	end := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= s.End })
	return extent{first, max(first, end)}
}

// partEnd returns where the part of a phrase that token i stands in ends: at the
// next mark.
func (t *tracer) partEnd(i, end int) int {
	for i < end && !t.isMark(i) {
		i++
	}
	return i
}

// span returns the span of an extent without marks at its edges; nil if nothing
// is left.
func (t *tracer) span(e extent) *hearsay.Span {
	if e = t.trim(e); e.empty() {
		return nil
	}
	s := t.doc.TokensSpan(e.first, e.end)
	return &s
}

// trim leaves out marks at the edges of an extent.
func (t *tracer) trim(e extent) extent {
	for !e.empty() && t.isMark(e.first) {
		e.first++
	}
	for !e.empty() && t.isMark(e.end-1) {
		e.end--
	}
	return e
}

// headOf returns the token that the others of an extent depend on, a noun before
// a verb before anything else; -1 for an empty extent. Of two nouns with neither a
// mark nor a preposition between them it is the second. Where the tree has an
// extent hang on something else, it is the last of the first nouns.
func (t *tracer) headOf(e extent) int {
	best, rank := -1, 0
	for i := e.first; i < e.end; i++ {
		if h := t.up(i); h >= 0 && e.has(h) {
			continue
		}
		r := headRank(t.tag(i))
		if determinerTags[t.tag(i)] && e.end-e.first > 1 {
			r = 1 // the word after it is mistagged: "An official/JJ"
		}
		if r > rank || r == rank && nouns[t.tag(i)] && t.isOnePhrase(best, i) {
			best, rank = i, r
		}
	}
	if rank > 0 && rank < headRank(personal) {
		if i := t.nounAfter(e.first); i >= 0 && i < e.end {
			return i
		}
	}
	return best
}

// isOnePhrase reports whether neither a mark nor a preposition stands between two
// tokens.
func (t *tracer) isOnePhrase(i, j int) bool {
	for ; i < j; i++ {
		if t.isMark(i) || t.tag(i) == preposition || t.low(i) == "to" {
			return false
		}
	}
	return true
}

func headRank(tag hearsay.Tag) int {
	switch {
	case nouns[tag]:
		return 5
	case pronouns[tag]:
		return 4
	case verbs[tag]:
		return 3
	case marks[tag]:
		return 1
	}
	return 2
}

func (t *tracer) low(i int) string { return t.words[i].Low }

// lemma returns the token's dictionary form, or the word in lower case.
func (t *tracer) lemma(i int) string {
	if l := t.doc.Tokens[i].Lemma; l != "" {
		return l
	}
	return t.low(i)
}

func (t *tracer) tag(i int) hearsay.Tag           { return t.doc.Tokens[i].Tag }
func (t *tracer) relation(i int) hearsay.Relation { return t.doc.Tokens[i].Relation }
func (t *tracer) isMark(i int) bool               { return marks[t.tag(i)] }

// nameAt returns the name that token i is part of.
func (t *tracer) nameAt(i int) (hearsay.Name, bool) {
	all := t.cast.Names
	if all == nil {
		all = t.doc.Names
	}
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	if k < len(all) && all[k].First <= i {
		return all[k], true
	}
	return hearsay.Name{}, false
}

// tagSet is a set of tags.
type tagSet [hearsay.TagCount]bool

func tagSetOf(names string) (set tagSet) {
	for name := range strings.FieldsSeq(names) {
		set[tagOf(name)] = true
	}
	return set
}

func tagOf(name string) hearsay.Tag {
	tag, ok := hearsay.ParseTag(name)
	if !ok {
		panic("voice: no tag " + name)
	}
	return tag
}

var (
	possessive, preposition, conjunction = tagOf("POS"), tagOf("IN"), tagOf("CC")
	personal, participle, cardinal       = tagOf("PRP"), tagOf("VBG"), tagOf("CD")
)

var (
	nouns       = tagSetOf("NN NNS NNP NNPS CD")
	properNouns = tagSetOf("NNP NNPS")
	plurals     = tagSetOf("NNS NNPS")
	pronouns    = tagSetOf("PRP WP WDT DT EX PRP$ WP$")
	verbs       = tagSetOf("VB VBD VBG VBN VBP VBZ MD")
	finite      = tagSetOf("VBD VBP VBZ MD")
	// Determiners, which stand for somebody only by themselves.
	determinerTags = tagSetOf("DT PRP$ WP$")

	marks = tagSetOf("'' , -LRB- -RRB- . : `` HYPH NFP SYM")
)

func relationOf(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("voice: no relation " + name)
	}
	return r
}

var (
	nsubj, nsubjPass, obj, iobj = relationOf("nsubj"), relationOf("nsubj:pass"), relationOf("obj"), relationOf("iobj")
	obl, oblAgent, nmod         = relationOf("obl"), relationOf("obl:agent"), relationOf("nmod")
	appos, flat, compound       = relationOf("appos"), relationOf("flat"), relationOf("compound")
	nmodDesc, nmodPoss          = relationOf("nmod:desc"), relationOf("nmod:poss")
	acl, relcl, advcl           = relationOf("acl"), relationOf("acl:relcl"), relationOf("advcl")
	caseMark, det, nummod       = relationOf("case"), relationOf("det"), relationOf("nummod")
	advmod, aux, auxPass        = relationOf("advmod"), relationOf("aux"), relationOf("aux:pass")
	xcomp, ccomp, conj, punct   = relationOf("xcomp"), relationOf("ccomp"), relationOf("conj"), relationOf("punct")
	cop                         = relationOf("cop")
)
