package dealing

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

// growTrees fills in which constituent each token heads, and its dependents.
func (r *reading) growTrees() {
	n := len(r.doc.Tokens)
	r.below, r.kids = make([]extent, n), make([][]int, n)
	for i := range n {
		r.below[i] = extent{i, i + 1}
		if h := r.up(i); h >= 0 {
			r.kids[h] = append(r.kids[h], i)
		}
	}
	for i := range n {
		for h := r.up(i); h >= 0; h = r.up(h) {
			b := &r.below[h]
			if b.has(i) {
				break
			}
			b.first, b.end = min(b.first, i), max(b.end, i+1)
		}
	}
}

// up returns the token that i depends on, or -1.
func (r *reading) up(i int) int {
	if t := &r.doc.Tokens[i]; t.Relation != 0 && t.Head != hearsay.NoHead {
		return t.Head
	}
	return -1
}

// child returns the first dependent of token i in one of the relations, or -1.
func (r *reading) child(i int, in relations) int {
	for _, k := range r.kids[i] {
		if in[r.relation(k)] {
			return k
		}
	}
	return -1
}

// oblique returns the first nominal below token i with one of the prepositions,
// or -1.
func (r *reading) oblique(i int, prepositions words) int {
	for _, k := range r.kids[i] {
		if nominal[r.relation(k)] && prepositions[r.preposition(k)] {
			return k
		}
	}
	return -1
}

// preposition returns the preposition before a nominal; "" for none.
func (r *reading) preposition(i int) string {
	if c := r.child(i, caseOf); c >= 0 && c < i {
		return r.low(c)
	}
	return ""
}

func (r *reading) low(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].Low
}

// lemma returns the token's dictionary form, or the word in lower case.
func (r *reading) lemma(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	if l := r.doc.Tokens[i].Lemma; l != "" {
		return l
	}
	return r.low(i)
}

func (r *reading) tag(i int) hearsay.Tag           { return r.doc.Tokens[i].Tag }
func (r *reading) relation(i int) hearsay.Relation { return r.doc.Tokens[i].Relation }

// verbal returns a verb with its particle: "turn down", "come down".
func (r *reading) verbal(i int) string {
	l := r.lemma(i)
	for _, k := range r.kids[i] {
		if k > i && k <= i+4 && (r.relation(k) == particle || particles[r.low(k)] && r.relation(k) == advmod) {
			return l + " " + r.low(k)
		}
	}
	return l
}

var particles = setOf("down up forward back off out away over")

// span returns the words of an extent without marks at its edges; false if
// nothing is left.
func (r *reading) span(e extent) (hearsay.Span, bool) {
	for !e.empty() && marks[r.tag(e.first)] {
		e.first++
	}
	for !e.empty() && marks[r.tag(e.end-1)] {
		e.end--
	}
	if e.empty() {
		return hearsay.Span{}, false
	}
	return r.doc.TokensSpan(e.first, e.end), true
}

// extentOf returns the tokens that a span touches.
func (r *reading) extentOf(s hearsay.Span) extent {
	tokens := r.doc.Tokens
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
	end := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= s.End })
	return extent{first, max(first, end)}
}

// words is a set of words.
type words map[string]bool

func setOf(all string) words {
	set := words{}
	for w := range strings.FieldsSeq(all) {
		set[strings.ReplaceAll(w, "_", " ")] = true
	}
	return set
}

// relations is a set of relations, tags one of tags.
type (
	relations [hearsay.RelationCount]bool
	tags      [hearsay.TagCount]bool
)

func relationSet(names string) (set relations) {
	for name := range strings.FieldsSeq(names) {
		set[relationOf(name)] = true
	}
	return set
}

func relationOf(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("dealing: no relation " + name)
	}
	return r
}

func tagSet(names string) (set tags) {
	for name := range strings.FieldsSeq(names) {
		set[tagOf(name)] = true
	}
	return set
}

func tagOf(name string) hearsay.Tag {
	t, ok := hearsay.ParseTag(name)
	if !ok {
		panic("dealing: no tag " + name)
	}
	return t
}

var (
	subjects  = relationSet("nsubj nsubj:pass csubj csubj:pass")
	objects   = relationSet("obj")
	nominal   = relationSet("obl nmod obl:agent obl:unmarked nmod:unmarked")
	caseOf    = relationSet("case mark")
	clausal   = relationSet("ccomp xcomp")
	advcl     = relationSet("advcl")
	markOf    = relationSet("mark advmod")
	conjoined = relationSet("conj")
	auxiliary = relationSet("aux aux:pass")
	passives  = relationSet("aux:pass")
	copula    = relationSet("cop")
	possessor = relationSet("nmod:poss")
	modifiers = relationSet("acl acl:relcl appos advcl parataxis")
	inside    = relationSet("aux aux:pass cop")

	particle, advmod = relationOf("compound:prt"), relationOf("advmod")
	conj, relcl, acl = relationOf("conj"), relationOf("acl:relcl"), relationOf("acl")
	xcomp, advclause = relationOf("xcomp"), relationOf("advcl")

	marks     = tagSet("'' , -LRB- -RRB- . : `` HYPH NFP")
	finite    = tagSet("VBD VBP VBZ")
	verbs     = tagSet("VB VBD VBG VBN VBP VBZ")
	nounTags  = tagSet("NN NNS NNP NNPS CD $")
	pronouns  = tagSet("PRP WP WDT DT EX PRP$ WP$")
	relatives = tagSet("WDT WP WRB WP$")
	nameTags  = tagSet("NNP NNPS NN JJ JJR")
	adverbs   = tagSet("RB RBR RBS")
	modalTag  = tagOf("MD")
	toTag     = tagOf("TO")
	ingTag    = tagOf("VBG")
	pastPart  = tagOf("VBN")
	bareTag   = tagOf("VB")
)
