package contradict

import "strings"

// denying are the forms of cues that deny what they introduce.
var denying = set(`deny denies denied denying dispute disputes disputed disputing refute refutes refuted refuting
	rebut rebuts rebutted contradict contradicts contradicted contradicting denial`)

// refusing are the forms of cues that deny what they introduce if it is a clause
// or something said: who rejects an offer does not deny it.
var refusing = set(`reject rejects rejected rejecting dismiss dismisses dismissed dismissing`)

// pointing are contents that only point to what was said before.
var pointing = set("that this it him her them")

func init() {
	for _, noun := range strings.Fields("report reports claim claims account allegation allegations accusation accusations charge charges suggestion story version") {
		pointing["the "+noun], pointing["this "+noun], pointing["that "+noun], pointing["those "+noun], pointing["these "+noun] = true, true, true, true, true
	}
}

// light are words that say nothing by themselves: what hangs on them does.
var light = set(`be have make do give take get put there be say tell report know use hear like wish think believe want hope mean need try one two all any some no not nobody nothing none neither
	anybody anyone anything somebody someone something everybody everyone everything such other more most many several own
	new first last next day week month year time today yesterday tomorrow`)

// supposing are words by which what is said is only supposed.
var supposing = set("if unless would could might may should whether")

// schemes are nouns for what is not done yet: that there is such a thing can be
// denied all the same.
var schemes = set("plan intention intent scheme talk negotiation")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
