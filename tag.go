package hearsay

import "fmt"

// Tag is a part of speech of the Penn Treebank tag set, as the English Web
// Treebank extends it. The zero Tag is "not tagged".
type Tag uint8

// tagNames lists the tags; a Tag is an index into it. The order is part of the
// weights' format: append only.
var tagNames = [...]string{
	"",
	"CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD",
	"NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR",
	"RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
	"WDT", "WP", "WP$", "WRB",
	"#", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "``",
	"ADD", "AFX", "GW", "HYPH", "NFP", "XX",
}

// TagCount is the number of tags, the empty one included.
const TagCount = len(tagNames)

// String returns the tag's Penn name.
func (t Tag) String() string {
	if int(t) >= len(tagNames) {
		return fmt.Sprintf("Tag(%d)", uint8(t))
	}
	return tagNames[t]
}

// ParseTag returns the tag with a Penn name, or false for an unknown name.
func ParseTag(name string) (Tag, bool) {
	for i, n := range tagNames {
		if n == name && n != "" {
			return Tag(i), true
		}
	}
	return 0, false
}
