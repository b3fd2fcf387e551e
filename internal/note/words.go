package note

import "strings"

// acts maps the words of agencies and sites to what they say was done.
var acts = table(actWords)

var actWords = map[Act]string{
	Added:     "adds add added adding inserts insert inserted includes include included including restores restore",
	Removed:   "removes remove removed removing deletes delete deleted drops drop dropped trims omits",
	Changed:   "updates update updated updating changes change changed changing amends amend amended revises revise revised edited replaces replaced rewords tweaks",
	Corrected: "corrects correct corrected correcting fixes fix fixed misstated misidentified misspelled misspelt misquoted misattributed incorrectly wrongly mistakenly erroneously",
	Clarified: "clarifies clarify clarified specifies specify specified",
	Recast:    "recasts recast recasting rewrites rewritten releads releading restructures",
	Repeated:  "refiles refile refiled repeats resends rpt",
}

// parts maps words to the parts of a text that they name.
var parts = table(partWords)

var partWords = map[Part]string{
	Quotes:     "quote quotes comment comments reaction reactions remark remarks statement response reply",
	Background: "background context history",
	Details:    "detail details byte bytes",
	Figures:    "toll tolls figure figures number numbers total totals price prices share shares percentage count",
	Names:      "name names spelling title surname age",
	Lead:       "lead lede intro",
	Headline:   "headline headlines",
	Byline:     "byline bylines",
	Dateline:   "dateline",
	Pictures:   "photo photos picture pictures graphic graphics map caption captions video",
}

// ordinals and cardinals map number words to numbers; "last" and "final" count
// from the end.
var (
	ordinals = numbered(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`)
	cardinals = numbered(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty`)
)

// paragraphWords name a paragraph.
var paragraphWords = table(map[bool]string{true: "paragraph paragraphs para paras par pars graf grafs graph graphs pgh pghs"})

// labels are the first words of what stands before a note's colon.
var labels = table(map[bool]string{true: `correction corrections corrected clarification clarifications clarified update updated refile rpt note
	editor's editors' editor’s editors’ eds advisory withdrawal withdrawn kill attention retraction for story embargo`})

// table turns lists of words into one map.
func table[T comparable](lists map[T]string) map[string]T {
	of := map[string]T{}
	for value, list := range lists {
		for _, word := range strings.Fields(list) {
			of[word] = value
		}
	}
	return of
}

func numbered(list string) map[string]int {
	numbers := map[string]int{}
	for i, word := range strings.Fields(list) {
		numbers[word] = i + 1
	}
	return numbers
}
