package moment

import "hearsay"

// phrases stand in front of an expression and belong to it, without a bearing on its
// value: "early March" is 2027-03. They are read from behind, once the expression is
// known.
var phrases = map[string][]string{
	"edge": {
		"early", "late", "mid", "mid -", "earlier", "later", "sometime",
		"the end of", "end of", "the start of", "the beginning of", "the middle of", "the close of", "the turn of",
		"the early part of", "the latter part of", "the height of",
	},
	"about": {
		"about", "around", "nearly", "almost", "roughly", "approximately", "some", "just over", "just under",
		"more than", "less than", "fewer than", "no more than", "at least", "at most", "up to", "as many as",
	},
}

// widenedBy says which phrases may stand before which type, those tried first in
// front.
var widenedBy = map[hearsay.MomentType][]string{
	hearsay.Date:     {"edge", "about"},
	hearsay.Time:     {"edge", "about"},
	hearsay.Duration: {"about"},
}
