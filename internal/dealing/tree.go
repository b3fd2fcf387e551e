package dealing

import (
	"strings"

	"hearsay"
	"hearsay/internal/tree"
)

// extent is a range of tokens.
type extent = tree.Extent

// listChildren fills in the dependents of each token.
func (r *reading) listChildren() {
	r.kids = make([][]int, len(r.Doc.Tokens))
	for i := range r.kids {
		if h := r.Up(i); h >= 0 {
			r.kids[h] = append(r.kids[h], i)
		}
	}
}

// child returns the first dependent of token i in one of the relations, or -1.
func (r *reading) child(i int, in tree.Relations) int {
	for _, k := range r.kids[i] {
		if in[r.Relation(k)] {
			return k
		}
	}
	return -1
}

// oblique returns the first nominal below token i with one of the prepositions,
// or -1.
func (r *reading) oblique(i int, prepositions words) int {
	for _, k := range r.kids[i] {
		if nominal[r.Relation(k)] && prepositions[r.preposition(k)] {
			return k
		}
	}
	return -1
}

// preposition returns the preposition before a nominal; "" for none.
func (r *reading) preposition(i int) string {
	if c := r.child(i, caseOf); c >= 0 && c < i {
		return r.Low(c)
	}
	return ""
}

// verbal returns a verb with its particle: "turn down", "come down".
func (r *reading) verbal(i int) string {
	l := r.Lemma(i)
	for _, k := range r.kids[i] {
		if k > i && k <= i+4 && (r.Relation(k) == particle || particles[r.Low(k)] && r.Relation(k) == advmod) {
			return l + " " + r.Low(k)
		}
	}
	return l
}

var particles = setOf("down up forward back off out away over")

// span returns the words of an extent without marks at its edges; false if
// nothing is left.
func (r *reading) span(e extent) (hearsay.Span, bool) {
	s := r.Span(e)
	if s == nil {
		return hearsay.Span{}, false
	}
	return *s, true
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

var (
	subjects  = tree.RelationsOf("nsubj nsubj:pass csubj csubj:pass")
	objects   = tree.RelationsOf("obj")
	nominal   = tree.RelationsOf("obl nmod obl:agent obl:unmarked nmod:unmarked")
	caseOf    = tree.RelationsOf("case mark")
	clausal   = tree.RelationsOf("ccomp xcomp")
	markOf    = tree.RelationsOf("mark advmod")
	auxiliary = tree.RelationsOf("aux aux:pass")
	passives  = tree.RelationsOf("aux:pass")
	copula    = tree.RelationsOf("cop")
	possessor = tree.RelationsOf("nmod:poss")
	modifiers = tree.RelationsOf("acl acl:relcl appos advcl parataxis")
	inside    = tree.RelationsOf("aux aux:pass cop")

	particle, advmod = tree.RelationOf("compound:prt"), tree.RelationOf("advmod")
	conj, relcl, acl = tree.RelationOf("conj"), tree.RelationOf("acl:relcl"), tree.RelationOf("acl")
	xcomp, advclause = tree.RelationOf("xcomp"), tree.RelationOf("advcl")

	finite    = tree.TagsOf("VBD VBP VBZ")
	verbs     = tree.TagsOf("VB VBD VBG VBN VBP VBZ")
	nounTags  = tree.TagsOf("NN NNS NNP NNPS CD $")
	pronouns  = tree.TagsOf("PRP WP WDT DT EX PRP$ WP$")
	relatives = tree.TagsOf("WDT WP WRB WP$")
	nameTags  = tree.TagsOf("NNP NNPS NN JJ JJR")
	adverbs   = tree.TagsOf("RB RBR RBS")
	modalTag  = tree.TagOf("MD")
	toTag     = tree.TagOf("TO")
	ingTag    = tree.TagOf("VBG")
	pastPart  = tree.TagOf("VBN")
	bareTag   = tree.TagOf("VB")
)
