package act

import (
	"hearsay/internal/tree"
)

// extent is a range of tokens.
type extent = tree.Extent

func (p *page) quoted(i int) bool { return p.Doc.Tokens[i].Quote.Depth > 0 }

var (
	verbs        = tree.TagsOf("VB VBD VBG VBN VBP VBZ MD")
	finite       = tree.TagsOf("VBD VBP VBZ MD")
	pastTags     = tree.TagsOf("VBD VBN")
	nouns        = tree.TagsOf("NN NNS NNP NNPS CD")
	proper       = tree.TagsOf("NNP NNPS")
	nominal      = tree.TagsOf("NN NNS NNP NNPS CD PRP")
	modals       = tree.TagsOf("MD")
	prepositions = tree.TagsOf("IN TO")
	infinitve    = tree.TagsOf("VB")
)

var (
	subjects    = tree.RelationsOf("nsubj nsubj:pass csubj csubj:pass")
	passives    = tree.RelationsOf("nsubj:pass csubj:pass aux:pass")
	objects     = tree.RelationsOf("obj iobj")
	direct      = tree.RelationsOf("obj")
	helpers     = tree.RelationsOf("aux aux:pass cop")
	copulas     = tree.RelationsOf("cop")
	markers     = tree.RelationsOf("mark")
	cases       = tree.RelationsOf("case")
	possessors  = tree.RelationsOf("nmod:poss")
	determiners = tree.RelationsOf("det")
	openClauses = tree.RelationsOf("xcomp")
	conjuncts   = tree.RelationsOf("conj parataxis")
	obliques    = tree.RelationsOf("obl obl:unmarked nmod")
	adverbials  = tree.RelationsOf("advcl")
	particles   = tree.RelationsOf("compound:prt")
)

// wordSet is a set of words.
type wordSet = tree.Forms

var tagVB, tagVBZ, tagJJ, tagPRP, tagNNS = tree.TagOf("VB"), tree.TagOf("VBZ"), tree.TagOf("JJ"), tree.TagOf("PRP"), tree.TagOf("NNS")
