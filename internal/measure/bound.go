package measure

import (
	"strings"

	"hearsay"
)

// boundRule is a phrase that bounds an amount. The example has it, in that sense;
// the counter-example has the same words, or nearly, and does not bound.
type boundRule struct {
	phrase    string
	qualifier hearsay.Qualifier
	yes, no   string
}

// beforeRules are the phrases that stand before an amount; the longest counts.
var beforeRules = []boundRule{
	{"more than", hearsay.MoreThan, "More than 640 homes burned.", "He owned more, than 640 homes burned."},
	{"over", hearsay.MoreThan, "Over 400 people fled.", "Wages rose 6 percent over two years."},
	{"above", hearsay.MoreThan, "He wants above 6 percent.", "The camp above was 6 miles away."},
	{"well over", hearsay.MoreThan, "Well over 400 people fled.", "All is well: 400 people fled."},
	{"just over", hearsay.MoreThan, "Just over 61 percent voted.", "It is just: 61 percent voted."},
	{"a little over", hearsay.MoreThan, "A little over 40 ships wait.", "It took a little; 40 ships wait."},
	{"slightly more than", hearsay.MoreThan, "Slightly more than 40 ships wait.", "It moved slightly and 40 ships wait."},
	{"greater than", hearsay.MoreThan, "A sum greater than 40 marks was paid.", "The sum is greater: 40 marks."},
	{"exceeding", hearsay.MoreThan, "Losses exceeding $4m were found.", "It exceeds all, and $4m were found."},
	{"in excess of", hearsay.MoreThan, "They paid in excess of $4m.", "The excess was $4m."},
	{"upward of", hearsay.MoreThan, "Upward of 5,000 people marched.", "Of 5,000 people, many marched."},
	{"upwards of", hearsay.MoreThan, "Upwards of 5,000 people marched.", "Of 5,000 people, many marched."},
	{"north of", hearsay.MoreThan, "It cost north of $40m.", "The town in the north has 40 shops."},

	{"at least", hearsay.AtLeast, "At least 12 people died.", "At last 12 people died."},
	{"no fewer than", hearsay.AtLeast, "No fewer than 300 people left.", "There were fewer: 300 people left."},
	{"not fewer than", hearsay.AtLeast, "Not fewer than 300 people left.", "There were fewer: 300 people left."},
	{"no less than", hearsay.AtLeast, "No less than $3m was paid.", "There was less: $3m was paid."},
	{"not less than", hearsay.AtLeast, "Not less than $3m was paid.", "There was less: $3m was paid."},
	{"a minimum of", hearsay.AtLeast, "It takes a minimum of 20 votes.", "At a minimum, 20 votes are lost."},
	{"as few as", hearsay.AtLeast, "As few as 20 people came.", "Few came, as 20 people said."},
	{"as little as", hearsay.AtLeast, "It costs as little as 20 dollars.", "Little was done as 20 dollars is nothing."},

	{"up to", hearsay.UpTo, "Up to 15 people are missing.", "Losses add up to 15 million marks."},
	{"as many as", hearsay.UpTo, "As many as 15 people are missing.", "Many, as 15 people say, are missing."},
	{"as much as", hearsay.UpTo, "It costs as much as $40.", "It costs much, as $40 is much."},
	{"no more than", hearsay.UpTo, "No more than 20 people came.", "No more came, then 20 people left."},
	{"not more than", hearsay.UpTo, "Not more than 20 people came.", "More came; 20 people left."},
	{"at most", hearsay.UpTo, "At most 20 people came.", "Most of the 20 people came."},
	{"a maximum of", hearsay.UpTo, "A maximum of 20 people may enter.", "It is the maximum: 20 people may enter."},
	{"fewer than", hearsay.UpTo, "Fewer than 20 people came.", "Fewer came: 20 people."},
	{"less than", hearsay.UpTo, "Less than 20 percent voted.", "Less was said of the 20 percent."},
	{"lower than", hearsay.UpTo, "The rate is lower than 20 percent.", "The rate is lower: 20 percent."},
	{"under", hearsay.UpTo, "Under 20 percent voted.", "They fell under, and 20 people drowned."},
	{"below", hearsay.UpTo, "Inflation is below 2 percent.", "The camp below has 2 tents."},

	{"about", hearsay.About, "About 40 people are trapped.", "He talked about 40 people he knew."},
	{"around", hearsay.About, "Around 40 people are trapped.", "They stood around; 40 people left."},
	{"roughly", hearsay.About, "Roughly 40 people are trapped.", "They were handled roughly; 40 people left."},
	{"approximately", hearsay.About, "Approximately 40 people are trapped.", "Measured approximately: 40 people left."},
	{"approx", hearsay.About, "They paid approx 40 dollars.", "They paid 40 dollars."},
	{"approx.", hearsay.About, "They paid approx. 40 dollars.", "They paid 40 dollars."},
	{"circa", hearsay.About, "They paid circa 40 dollars.", "They paid 40 dollars."},
	{"some", hearsay.About, "Some 40 people are trapped.", "Some of the 40 people are trapped."},
	{"~", hearsay.About, "They paid ~40 dollars.", "They paid 40 dollars."},
	{"estimated", hearsay.About, "The estimated 40 people inside left.", "He estimated that 40 people left."},
	{"an estimated", hearsay.About, "An estimated 40 people left.", "An estimate was made; 40 people left."},
	{"in the region of", hearsay.About, "It cost in the region of $40m.", "In the region, $40m was spent."},
	{"in the order of", hearsay.About, "It cost in the order of $40m.", "In that order, $40m was spent."},
	{"on the order of", hearsay.About, "It cost on the order of $40m.", "He ordered $40m spent."},

	{"nearly", hearsay.Nearly, "Nearly 40 people left.", "He nearly fell when 40 people left."},
	{"almost", hearsay.Nearly, "Almost 40 people left.", "He almost fell when 40 people left."},
	{"close to", hearsay.Nearly, "Close to 40 people left.", "They came close, so 40 people left."},
	{"just under", hearsay.Nearly, "Just under 40 people left.", "It is just: 40 people left."},
	{"a little under", hearsay.Nearly, "A little under 40 people left.", "It took little; 40 people left."},
	{"slightly less than", hearsay.Nearly, "Slightly less than 40 percent left.", "It moved slightly and 40 people left."},
	{"just below", hearsay.Nearly, "Inflation is just below 2 percent.", "Just then 2 percent left."},
	{"just short of", hearsay.Nearly, "It is just short of 40 percent.", "It is short: 40 percent."},
	{"just shy of", hearsay.Nearly, "It is just shy of 40 percent.", "He is shy; 40 people left."},
	{"shy of", hearsay.Nearly, "It is shy of 40 percent.", "He is shy; 40 people left."},
	{"nearing", hearsay.Nearly, "The toll is nearing 40.", "Night is near; 40 people left."},
	{"approaching", hearsay.Nearly, "A sum approaching 40 million dollars is gone.", "Night approached; 40 people left."},
	{"not quite", hearsay.Nearly, "Not quite 40 people left.", "Not yet: 40 people left."},
	{"virtually", hearsay.Nearly, "Virtually 40 percent left.", "They met virtually; 40 people left."},
}

// afterRules are the phrases that stand after an amount, its unit or its noun.
var afterRules = []boundRule{
	{"or more", hearsay.AtLeast, "They want 34 crowns or more.", "They want 34 crowns, more or less quickly."},
	{"or higher", hearsay.AtLeast, "They want 34 percent or higher.", "They want 34 percent, higher than that they go not."},
	{"or above", hearsay.AtLeast, "They want 34 percent or above.", "They want 34 percent; above is the sky."},
	{"or over", hearsay.AtLeast, "They want 34 percent or over.", "They want 34 percent; it is over."},
	{"and above", hearsay.AtLeast, "They want 34 percent and above.", "They want 34 percent; above is the sky."},
	{"and over", hearsay.AtLeast, "They want 34 percent and over.", "They want 34 percent; it is over."},
	{"and more", hearsay.AtLeast, "They want 34 percent and more.", "They want 34 percent; more is said."},
	{"+", hearsay.AtLeast, "There are 40+ people.", "There are 40 people."},
	{"- plus", hearsay.AtLeast, "There are 40-plus people.", "There are 40 people plus a dog."},
	{"at least", hearsay.AtLeast, "There are 40 at least.", "There are 40, at last."},

	{"or less", hearsay.UpTo, "They want 34 percent or less.", "They want 34 percent, less is nothing."},
	{"or fewer", hearsay.UpTo, "They want 34 people or fewer.", "They want 34 people, few can go."},
	{"or lower", hearsay.UpTo, "They want 34 percent or lower.", "They want 34 percent, lower it is not."},
	{"or under", hearsay.UpTo, "They want 34 percent or under.", "They want 34 percent under oath."},
	{"at most", hearsay.UpTo, "There are 40 at most.", "There are 40, most of them small."},
	{"at the most", hearsay.UpTo, "There are 40 at the most.", "There are 40, the most ever."},

	{"or so", hearsay.About, "There are 40 or so.", "There are 40, so go."},
	{"- odd", hearsay.About, "There are 40-odd people.", "There are 40 odd people."},
	{"or thereabouts", hearsay.About, "There are 40 or thereabouts.", "There are 40 there."},
	{"give or take", hearsay.About, "There are 40, give or take.", "There are 40; they give and take."},
}

// bound is a phrase found: its pieces and what it says. Without one its qualifier
// is empty.
type bound struct {
	first, end int
	qualifier  hearsay.Qualifier
}

// boundPhrase is a rule ready to be compared.
type boundPhrase struct {
	words     []string
	qualifier hearsay.Qualifier
}

var (
	beforePhrases = phrases(beforeRules, func(words []string) string { return words[len(words)-1] })
	afterPhrases  = phrases(afterRules, func(words []string) string { return words[0] })
)

func phrases(rules []boundRule, key func([]string) string) map[string][]boundPhrase {
	all := map[string][]boundPhrase{}
	for _, r := range rules {
		words := strings.Fields(r.phrase)
		all[key(words)] = append(all[key(words)], boundPhrase{words, r.qualifier})
	}
	return all
}

// boundBefore returns the longest phrase that ends before piece i, if it bounds
// what comes after. "Another" and "a further" may stand between.
func (l *line) boundBefore(i int) bound {
	at := i
	for l.word(at-1) == "another" || l.word(at-1) == "further" || l.word(at-1) == "additional" {
		at--
		if isArticle(l.word(at - 1)) {
			at--
		}
	}
	found := bound{first: i}
	for _, p := range beforePhrases[l.word(at-1)] {
		first := at - len(p.words)
		if first < found.first && l.says(first, p.words) {
			found = bound{first: first, end: i, qualifier: p.qualifier}
		}
	}
	return found
}

// boundAfter returns the phrase that begins at piece i.
func (l *line) boundAfter(i int) bound {
	for _, p := range afterPhrases[l.word(i)] {
		if l.says(i, p.words) {
			return bound{first: i, end: i + len(p.words), qualifier: p.qualifier}
		}
	}
	return bound{}
}

// says reports whether words stand at piece i.
func (l *line) says(i int, words []string) bool {
	for k, w := range words {
		if l.word(i+k) != w {
			return false
		}
	}
	return true
}

// takeBound takes the phrases that bound a quantity. Those after it may stand
// behind its noun: "34 crowns a share or more".
func (l *line) takeBound(q *quantity) {
	if q.loose {
		q.qualifier = hearsay.About
	}
	if b := l.boundBefore(q.first); b.qualifier != "" && l.bounds(b, q) {
		q.first = b.first
		if q.qualifier == hearsay.Exactly || q.loose {
			q.qualifier = b.qualifier
		}
		return
	}
	at := q.end
	if l.word(at) == "," {
		at++
	}
	if b := l.boundAfter(at); b.qualifier != "" {
		q.end, q.qualifier = b.end, b.qualifier
		return
	}
	for at = q.end; at < q.end+maxNoun && (isNoun[l.tag(at)] || isModifier[l.tag(at)] || l.word(at) == "of"); at++ {
		if b := l.boundAfter(at + 1); b.qualifier != "" && l.word(at+1) == "or" && b.qualifier != hearsay.About {
			q.end, q.qualifier = b.end, b.qualifier
			return
		}
	}
}

// maxNoun is how many pieces of a noun phrase may stand between an amount and its
// bound.
const maxNoun = 4

// bounds tells the sense in which a preposition bounds ("over 400 people") from
// its others ("over two years", "talked about 40 people").
func (l *line) bounds(b bound, q *quantity) bool {
	before := l.lemma(b.first - 1)
	switch l.word(b.end - 1) {
	case "over":
		if l.tag(b.first) == tagRP || particled[before] {
			return false
		}
		return q.unit.state != duration || before == "for" || before == "in" || b.end-b.first > 1
	case "about":
		return !talks[before]
	case "to":
		return before != "add" && before != "live" && before != "own"
	case "under", "below", "above":
		return b.end-b.first > 1 || q.unit.state != distance
	}
	return true
}

// particled are verbs that "over" may belong to: "hand over 16 captives".
var particled = setOf("hand turn take pull give roll carry")

// talks are the words after which "about" says what something is about.
var talks = setOf("talk speak worry know think ask concern complain dream hear read write question debate doubt fear warn tell lie")
