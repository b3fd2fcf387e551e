package claim

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// lightWords say too little to tell one statement from another.
	lightWords = set(`be have do make take get go come put give let keep more most less least many much one two first last
		new only still again even other another same such own well far much about around over ago later earlier soon today
		yesterday tomorrow day week year time thing way lot part bit some any each every all both what that this it`)

	// sayingWords are cues that say only that something was said.
	sayingWords = set(`say tell add report state note announce accord according ask write speak quote cite describe explain
		mention remark comment put call think know believe show see hear learn understand claim argue insist stress declare
		maintain repeat in a statement interview as be have do`)

	// stanceWords are cues that say what a statement does. The act that is read
	// from them is compared by itself.
	stanceWords = set(`promise pledge vow threaten warn want demand urge appeal insist require seek expect predict hope accept agree
		confirm admit concede acknowledge decline refuse deny dispute contradict rebut refute count estimate believe`)

	// denials turn what follows into its contrary.
	denials = set("deny dispute contradict rebut refute")

	// cessations do the same to what somebody did until then.
	cessations = set("drop abandon relinquish waive")

	// knownBefore are the words before a number that is spoken of as known.
	knownBefore = set("the these those their its his her our both all")

	// denyingWords turn a statement that has one of them into a denial.
	denyingWords = set("not no never nobody nothing none neither nor without cannot n't nowhere")

	// auxiliaries are verbs that only carry tense.
	auxiliaries = set("be have do will would shall")

	// openWords leave open whether what follows is so.
	openWords = set("if unless whether")

	// pointers are contents that only point to what was said before.
	pointers = map[string]bool{}
)

func init() {
	for _, p := range []string{"that", "this", "it", "so", "the report", "the reports", "the claim", "the claims", "the account", "the allegation",
		"the allegations", "the accusation", "the charge", "the charges", "the story", "the suggestion", "the statement", "both", "as much"} {
		pointers[p] = true
	}
}
