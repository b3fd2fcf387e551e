package measure

import (
	"strings"

	"hearsay"
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func mustTag(name string) hearsay.Tag {
	tag, ok := hearsay.ParseTag(name)
	if !ok {
		panic("measure: no tag " + name)
	}
	return tag
}

func tagSet(names string) (set [hearsay.TagCount]bool) {
	for _, name := range strings.Fields(names) {
		set[mustTag(name)] = true
	}
	return set
}

var (
	tagNN, tagNNS, tagNNP  = mustTag("NN"), mustTag("NNS"), mustTag("NNP")
	tagVBZ, tagVBP, tagVBD = mustTag("VBZ"), mustTag("VBP"), mustTag("VBD")
	tagMD                  = mustTag("MD")
	isNoun                 = tagSet("NN NNS NNP NNPS")
	isVerb                 = tagSet("VB VBD VBG VBN VBP VBZ")
	isModifier             = tagSet("JJ JJR JJS VBN VBG HYPH")
)

func mustRelation(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("measure: no relation " + name)
	}
	return r
}

var (
	tagNNPS = mustTag("NNPS")
	tagPRP  = mustTag("PRP")
	tagIN   = mustTag("IN")
	tagRP   = mustTag("RP")
	tagJJS  = mustTag("JJS")
	tagPOS  = mustTag("POS")
	tagPRPS = mustTag("PRP$")
	tagVBN  = mustTag("VBN")
	tagJJ   = mustTag("JJ")
)
