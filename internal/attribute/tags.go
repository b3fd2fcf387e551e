package attribute

import "hearsay"

func mustTag(name string) uint32 {
	tag, ok := hearsay.ParseTag(name)
	if !ok {
		panic("attribute: no tag " + name)
	}
	return uint32(tag)
}

var (
	tagVBD = mustTag("VBD")
	tagVBZ = mustTag("VBZ")
	tagVBP = mustTag("VBP")
	tagMD  = mustTag("MD")
)

// isNominal marks the tags of words that head a noun phrase.
var isNominal = func() (set [hearsay.TagCount]bool) {
	for _, name := range []string{"NN", "NNS", "NNP", "NNPS", "PRP", "WP"} {
		set[mustTag(name)] = true
	}
	return set
}()
