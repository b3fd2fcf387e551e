package resolve

import (
	"strings"

	"hearsay"
)

// The tags that the stage asks for.
var (
	tagNN    = tag("NN")
	tagNNS   = tag("NNS")
	tagNNP   = tag("NNP")
	tagNNPS  = tag("NNPS")
	tagPRP   = tag("PRP")
	tagPRPS  = tag("PRP$")
	tagCD    = tag("CD")
	tagJJ    = tag("JJ")
	tagDT    = tag("DT")
	tagCC    = tag("CC")
	tagJJS   = tag("JJS")
	tagVBN   = tag("VBN")
	tagVBG   = tag("VBG")
	tagWP    = tag("WP")
	tagComma = tag(",")
	tagWDT   = tag("WDT")
)

func tag(name string) hearsay.Tag {
	t, ok := hearsay.ParseTag(name)
	if !ok {
		panic("resolve: no tag " + name)
	}
	return t
}

// isVerb tells the tags of verbs.
var isVerb = func() (set [hearsay.TagCount]bool) {
	for t := range set {
		set[t] = strings.HasPrefix(hearsay.Tag(t).String(), "VB")
	}
	return set
}()
