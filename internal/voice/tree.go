package voice

import (
	"sort"

	"hearsay"
	"hearsay/internal/tree"
)

// extent is a range of tokens.
type extent = tree.Extent

// child returns the first dependent of token i in one of the relations, or -1.
func (t *tracer) child(i int, relations ...hearsay.Relation) int {
	for j := t.Below(i).First; j < t.Below(i).End; j++ {
		if t.Up(j) == i && isOneOf(t.Doc.Tokens[j].Relation, relations) {
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

// partEnd returns where the part of a phrase that token i stands in ends: at the
// next mark.
func (t *tracer) partEnd(i, end int) int {
	for i < end && !t.IsMark(i) {
		i++
	}
	return i
}

// headOf returns the token that the others of an extent depend on, a noun before
// a verb before anything else; -1 for an empty extent. Of two nouns with neither a
// mark nor a preposition between them it is the second. Where the tree has an
// extent hang on something else, it is the last of the first nouns.
func (t *tracer) headOf(e extent) int {
	best, rank := -1, 0
	for i := e.First; i < e.End; i++ {
		if h := t.Up(i); h >= 0 && e.Has(h) {
			continue
		}
		r := headRank(t.Tag(i))
		if determinerTags[t.Tag(i)] && e.End-e.First > 1 {
			r = 1 // the word after it is mistagged: "An official/JJ"
		}
		if r > rank || r == rank && nouns[t.Tag(i)] && t.isOnePhrase(best, i) {
			best, rank = i, r
		}
	}
	if rank > 0 && rank < headRank(personal) {
		if i := t.nounAfter(e.First); i >= 0 && i < e.End {
			return i
		}
	}
	return best
}

// isOnePhrase reports whether neither a mark nor a preposition stands between two
// tokens.
func (t *tracer) isOnePhrase(i, j int) bool {
	for ; i < j; i++ {
		if t.IsMark(i) || t.Tag(i) == preposition || t.Low(i) == "to" {
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
	case tree.Marks[tag]:
		return 1
	}
	return 2
}

// nameAt returns the name that token i is part of.
func (t *tracer) nameAt(i int) (hearsay.Name, bool) {
	all := t.cast.Names
	if all == nil {
		all = t.Doc.Names
	}
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	if k < len(all) && all[k].First <= i {
		return all[k], true
	}
	return hearsay.Name{}, false
}

var (
	possessive, preposition, conjunction = tree.TagOf("POS"), tree.TagOf("IN"), tree.TagOf("CC")
	personal, participle, cardinal       = tree.TagOf("PRP"), tree.TagOf("VBG"), tree.TagOf("CD")
)

var (
	nouns       = tree.TagsOf("NN NNS NNP NNPS CD")
	properNouns = tree.TagsOf("NNP NNPS")
	plurals     = tree.TagsOf("NNS NNPS")
	pronouns    = tree.TagsOf("PRP WP WDT DT EX PRP$ WP$")
	verbs       = tree.TagsOf("VB VBD VBG VBN VBP VBZ MD")
	finite      = tree.TagsOf("VBD VBP VBZ MD")
	// Determiners, which stand for somebody only by themselves.
	determinerTags = tree.TagsOf("DT PRP$ WP$")
)

var (
	nsubj, nsubjPass, obj, iobj = tree.RelationOf("nsubj"), tree.RelationOf("nsubj:pass"), tree.RelationOf("obj"), tree.RelationOf("iobj")
	obl, oblAgent, nmod         = tree.RelationOf("obl"), tree.RelationOf("obl:agent"), tree.RelationOf("nmod")
	appos, flat, compound       = tree.RelationOf("appos"), tree.RelationOf("flat"), tree.RelationOf("compound")
	nmodDesc, nmodPoss          = tree.RelationOf("nmod:desc"), tree.RelationOf("nmod:poss")
	acl, relcl, advcl           = tree.RelationOf("acl"), tree.RelationOf("acl:relcl"), tree.RelationOf("advcl")
	caseMark, det, nummod       = tree.RelationOf("case"), tree.RelationOf("det"), tree.RelationOf("nummod")
	advmod, aux, auxPass        = tree.RelationOf("advmod"), tree.RelationOf("aux"), tree.RelationOf("aux:pass")
	xcomp, ccomp, conj, punct   = tree.RelationOf("xcomp"), tree.RelationOf("ccomp"), tree.RelationOf("conj"), tree.RelationOf("punct")
	cop                         = tree.RelationOf("cop")
)
