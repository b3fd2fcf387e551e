package contradict

import (
	"strings"

	"hearsay"
)

// denying are the forms of cues that deny what they introduce.
var denying = set(`deny denies denied denying dispute disputes disputed disputing refute refutes refuted refuting
	rebut rebuts rebutted contradict contradicts contradicted contradicting denial`)

// refusing are the forms of cues that deny what they introduce if it is a clause
// or something said: who rejects an offer does not deny it.
var refusing = set(`reject rejects rejected rejecting dismiss dismisses dismissed dismissing`)

// questioning are words with which a content begins that says nothing to be so.
var questioning = set("whether if why how when where who")

// pointing are contents that only point to what was said before.
var pointing = set("that this it him her them")

// placing are words with which where and when begin.
var placing = set("on in at during")

// persons are words that point to who said something.
var persons = set("him her them")

// dismissing are words that say of what they are said of that it is not so.
var dismissing = set("nonsense untrue false lie lies fiction invention fabrication fabricated invented baseless unfounded groundless rubbish fake wrong incorrect inaccurate absurd")

// linking are words between what is dismissed and the word that dismisses it.
var linking = set("as is was are were be to a an the all simply completely entirely utterly totally plainly just pure")

func init() {
	for noun := range told {
		pointing["the "+noun], pointing["this "+noun], pointing["that "+noun], pointing["those "+noun], pointing["these "+noun] = true, true, true, true, true
	}
}

// told are nouns for what was said: who denies one denies what it says.
var told = set("report reports claim claims account allegation allegations accusation accusations charge charges suggestion story version")

// light are words that say nothing by themselves: what hangs on them does.
var light = set(`be have make do give take get put receive there be say tell report know use hear like wish think believe want hope mean need try one two all any some no not nobody nothing none neither
	anybody anyone anything somebody someone something everybody everyone everything such other more most many several own
	new first last next day week month year time today yesterday tomorrow`)

// together are words for all who negotiate.
var together = set("side party negotiator delegation team they both we")

// personal are stems of what one does for oneself alone.
var personal = stemSet("see read hear watch understand remember")

// sameDeed gives for the stem of a verb the one that stands for all that do as much
// to what is said: who rang, called; who requested, asked.
var sameDeed = classes(`
	call ring telephone phone
	ask request seek
	offer propose proposal
	talk negotiate negotiation
	stop halt cease
	drop abandon
	hit strike attack
	kill die dead death
	order instruct command
	agree accept settle
	close shut
`)

// classes reads lines of dictionary forms, and gives the stem of each the first's.
func classes(lines string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for _, w := range words {
			out[cut(w)] = cut(words[0])
		}
	}
	return out
}

// opposites are deeds that cannot both be done to one thing at one time.
var opposites = pairs(`
	open close
	accept reject
	accept refuse
	agree refuse
	confirm deny
	drop keep
	rise fall
	win lose
	begin end
	allow ban
	allow bar
	approve reject
	free hold
	leave stay
	stop continue
	support oppose
`)

// pairs reads lines of two dictionary forms, and gives the stem of each those of its
// opposites.
func pairs(lines string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(lines) {
		if words := strings.Fields(line); len(words) == 2 {
			a, b := deed(cut(words[0])), deed(cut(words[1]))
			out[a], out[b] = append(out[a], b), append(out[b], a)
		}
	}
	return out
}

// supposing are words by which what is said is only supposed.
var supposing = set("if unless provided condition would could might may should must whether")

// deeds are what a party does by speaking.
var deeds = map[hearsay.Act]bool{
	hearsay.Offer: true, hearsay.Demand: true, hearsay.Condition: true, hearsay.Deadline: true, hearsay.Acceptance: true,
	hearsay.Refusal: true, hearsay.Threat: true, hearsay.Promise: true, hearsay.Appeal: true,
}

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
