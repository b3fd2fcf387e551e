package talks

import (
	"slices"
	"strings"
)

// ofBody returns whose government, board or army some words are about: "Ostmark" of
// "Ostmark's board", "Marrin" of "the government of Marrin"; "" for none.
func ofBody(text string) string {
	if owner, thing, ok := strings.Cut(text, "'s "); ok && organs[thing] && isCapital(properName(owner)) {
		return properName(owner)
	}
	if thing, owner, ok := strings.Cut(text, " for "); ok && speakers[strings.TrimPrefix(strings.ToLower(thing), "a ")] && isCapital(bareName(owner)) {
		return properName(owner)
	}
	if thing, owner, ok := strings.Cut(text, " of "); ok && organs[bareName(strings.ToLower(thing))] && isCapital(bareName(owner)) {
		return properName(owner)
	}
	return ""
}

// organs are what acts for a body or a state.
var organs = words("board|management|office|leadership|directors|government|delegation|negotiators|army|military|troops|forces|side|team|cabinet|foreign ministry|" +
	"ministry|defence ministry|defense ministry|energy ministry|interior ministry|finance ministry|leaders|officials|lawyers|bankers|spokesman|spokeswoman|soldiers|command|chairman|chief executive|shareholders")

// isSides reports whether words mean all parties: "the two sides", "both", "delegations
// from Velle and Sarn".
func isSides(text string) bool {
	fields := strings.Fields(strings.ToLower(text))
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	if len(fields) <= 3 && (last == "sides" || last == "parties" || last == "both" || states[last] && (fields[0] == "both" || slices.Contains(fields, "two"))) {
		return true
	}
	return sent[fields[0]] && len(fields) > 4 && (fields[1] == "from" || fields[1] == "of") && slices.Contains(fields[3:], "and")
}

// states are words for two parties where each is a state: "the two governments".
var states = words("governments|countries|states|nations|capitals|neighbours")

// sent are those whom parties send to the table.
var sent = words("delegations|delegates|negotiators|envoys|teams|representatives|officials|diplomats|ministers")

// properName returns the name in some words, without what stands before it and
// without what stands after a comma: "Dock and Quay Workers' Union" of "the Dock and
// Quay Workers' Union, which …"; "" for none.
func properName(text string) string {
	text, _, _ = strings.Cut(text, ",")
	fields := strings.Fields(text)
	first, last := -1, -2
	from, to := -1, -2
	for i, f := range fields {
		switch {
		case isCapital(f) && !(i == 0 && articles[strings.ToLower(f)]):
			if from < 0 {
				from = i
			}
			if to = i; to-from > last-first {
				first, last = from, to
			}
		case !joiners[f]:
			from = -1
		}
	}
	if first < 0 {
		return ""
	}
	return strings.TrimSuffix(strings.Join(fields[first:last+1], " "), "'s")
}

func isCapital(f string) bool { return f != "" && f[0] >= 'A' && f[0] <= 'Z' && !calendar[f] }

var calendar = setOf("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December")

var joiners = setOf("and of for & the")

// bodies are nouns that end the name of one body, so that an "and" in it joins no two.
var bodies = setOf("union league ministry association council party board federation company authority committee alliance guild group bank institute society office agency department commission congress forum")

// isInitials reports whether a name is initials, which stand for several words and
// so for no single one.
func isInitials(name string) bool {
	return len(name) > 2 && name == strings.ToUpper(name) && !strings.Contains(name, " ")
}

// publishing are nouns in the names of outlets.
var publishing = setOf("agency press news radio television tv times post tribune herald gazette journal wire courier broadcasting")

// isNoun reports whether some words are a common noun for a body: "the union",
// "the dockers' union".
func isNoun(words, noun string) bool {
	return properName(words) == "" && strings.HasSuffix(strings.ToLower(words), " "+noun)
}

// isTorn reports whether a part is what reading has left of a body's name with an
// "and" in it: "Dock", "Quay Workers' Union" of "Dock and Quay Workers' Union".
func isTorn(whole, part string) bool {
	last := strings.ToLower(whole[strings.LastIndex(whole, " ")+1:])
	return bodies[last] && len(part) > 3 && (strings.HasPrefix(whole, part+" and ") || strings.HasSuffix(whole, " and "+part))
}

// isEdge reports whether a name of two or three words begins or ends with another of
// one.
func isEdge(name, word string) bool {
	if strings.Contains(word, " ") || strings.Contains(word, "'") || len(word) < 4 || strings.Count(name, " ") < 1 || strings.Count(name, " ") > 2 {
		return false
	}
	return strings.HasPrefix(name, word+" ") || strings.HasSuffix(name, " "+word)
}

// bareName is a name without an article.
func bareName(name string) string {
	name = strings.ReplaceAll(name, "’", "'")
	return strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
}

var articles = setOf("the a an its his her their both these those some")

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// isFirm reports whether a name ends as those of firms and bodies do.
func isFirm(name string) bool {
	last := strings.ToLower(name[strings.LastIndex(name, " ")+1:])
	return strings.Contains(name, " ") && (bodies[last] || firms[last])
}

var firms = setOf("terminals logistics shipping partners breweries holdings airlines airways railways motors energy steel mutual capital trust industries systems " +
	"foods stores mining minerals oil gas power water telecom media bank insurance pharma ferries lines ports hospital hospitals university schools group front army movement")

func hasWords(phrase, words string) bool {
	i := strings.Index(phrase, words)
	if i < 0 {
		return false
	}
	end := i + len(words)
	return (i == 0 || phrase[i-1] == ' ') && (end == len(phrase) || !isLetter(phrase[end]))
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 && b != 0xe2 }

var pronouns = setOf("it its they their")

// standing are words that stand for a body told of before.
var standing = words("the company|the firm|the operator|the group|the movement|the union|the party|the bidder|the board|the trust|his party|her party|the bank|the club|the airline|the brewer|the retailer|the rebels|the army")

func words(all string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(all, "|") {
		set[w] = true
	}
	return set
}
