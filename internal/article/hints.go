package article

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"hearsay"
)

// # For and against a block
//
// Each hint that holds of a block adds its weight, and the block is the
// article's if the sum is above zero.
//
// The weights are those of a logistic regression, in tenths, with a regularizer.
// It was fitted on 3,900 passages of the 900 pages on which go-trafilatura is
// evaluated, of which people had said whether they belong to the article, or the
// pages themselves by their articleBody. By five-fold cross-validation the sum
// is right on 92.5 % of the passages, go-trafilatura alone on 90.1 % and
// go-readability alone on 86.3 %. Weights marked (set) are of hints too rare
// there, and were set by hand. A weight by itself does not say how telling its
// hint is: several tend to hold together.

// bias is the sum of a block of which no hint holds.
const bias = -2

// hint is something about a block that speaks for or against it.
type hint struct {
	name   string
	weight int
	holds  func(j *judge, i int) bool
}

var hints = []hint{
	// What the extractors say. A block only the first keeps is the measure for the others.
	{"both keep it", 8, func(j *judge, i int) bool { return j.agreed[i] }},
	{"only the second keeps it", -8, func(j *judge, i int) bool { return !j.t.keeps(j.page, i) && j.r.keeps(j.page, i) }},
	{"neither keeps it", -1, func(j *judge, i int) bool { return !j.t.keeps(j.page, i) && !j.r.keeps(j.page, i) }},
	{"one keeps three times as much as the other", 15, func(j *judge, _ int) bool { return j.lopsided }},

	// Where it stands among those that both keep.
	{"in the element that holds most of them", 4, func(j *judge, i int) bool { return j.inCore[i] }},
	{"in an element beside theirs", 7, func(j *judge, i int) bool { return j.homes[j.page[i].node.Parent] }},
	{"right before one of them", 8, func(j *judge, i int) bool { return j.isAgreed(i + 1) }},
	{"before the first of them", 5, func(j *judge, i int) bool { return i < j.first }},
	{"after the last of them", -9, func(j *judge, i int) bool { return i > j.last }},
	{"in an article of its own", -4, func(j *judge, i int) bool { return j.traits(i)&otherArticle != 0 }},

	// What it looks like.
	{"under 10 words", -9, func(j *judge, i int) bool { return j.page[i].words < 10 }},
	{"over 25 words", 16, func(j *judge, i int) bool { return j.page[i].words > 25 }},
	{"ends as a sentence does", 5, func(j *judge, i int) bool { return endsSentence(j.page[i].text) }},
	{"a fifth of it in links", -9, func(j *judge, i int) bool { return j.page[i].linked*5 > j.page[i].words }},
	{"half of it in links", -9, func(j *judge, i int) bool { return j.page[i].linked*2 > j.page[i].words }},
	{"all of it in links", -3, func(j *judge, i int) bool { return j.page[i].linked*10 >= j.page[i].words*9 }},
	{"subhead", -5, func(j *judge, i int) bool { return j.page[i].kind == hearsay.BlockSubhead }},
	{"subhead over a paragraph", 13, func(j *judge, i int) bool { return j.isSubheadOver(i) }},
	{"main heading", -9, func(j *judge, i int) bool { return j.page[i].node.Data == "h1" }},
	{"list item", 3, func(j *judge, i int) bool { return isIn(j.page[i].node, "li") }},
	{"bare division", -7, func(j *judge, i int) bool { return j.page[i].node.Data == "div" }},
	{"said before", -7, func(j *judge, i int) bool { return j.repeats[i] }},
	{"begins as furniture does", -20, func(j *judge, i int) bool { return beginsAsFurniture(j.page[i].text) }}, // (set)

	// What the markup around it says.
	{"in furniture", -5, func(j *judge, i int) bool { return j.traits(i)&inFurniture != 0 }},
	{"in an advertisement, an offer or comments", -20, func(j *judge, i int) bool { return j.traits(i)&inOffer != 0 }}, // (set)
	{"in a byline", -13, func(j *judge, i int) bool { return j.traits(i)&inByline != 0 }},
	{"in a caption", -21, func(j *judge, i int) bool { return j.traits(i)&inCaption != 0 }},
	{"in an entry of the live blog", 30, func(j *judge, i int) bool { return j.page[i].entry != nil }},      // (set)
	{"in a correction or editor's note", 40, func(j *judge, i int) bool { return j.traits(i)&inNote != 0 }}, // (set)
}

// score returns the sum of the hints that hold of block i.
func (j *judge) score(i int) int {
	sum := bias
	for _, h := range hints {
		if h.holds(j, i) {
			sum += h.weight
		}
	}
	return sum
}

func (j *judge) isAgreed(i int) bool { return i < len(j.agreed) && j.agreed[i] }

func (j *judge) isSubheadOver(i int) bool {
	return j.page[i].kind == hearsay.BlockSubhead && j.isAgreed(i+1) && j.page[i+1].words >= 15
}

// isIn reports whether n or one of the two elements around it is of that name.
func isIn(n *html.Node, name string) bool {
	for range 3 {
		if n == nil {
			return false
		}
		if n.Data == name {
			return true
		}
		n = n.Parent
	}
	return false
}

// endsSentence reports whether a block ends in a final mark, perhaps followed by
// closing quotation marks and brackets.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	return strings.TrimRight(s, ".!?…:") != s
}

// openings are how the lines begin that sites set among an article's paragraphs.
var openings = []string{"read more", "read also", "also read", "read next", "related:", "related stories", "more on this", "see also",
	"advertisement", "sign up", "subscribe", "share this", "share on", "follow us", "click here", "watch:", "photo:", "image:",
	"all rights reserved", "tags:", "topics:", "leave a comment", "most read", "loading"}

func beginsAsFurniture(s string) bool {
	s = strings.ToLower(s)
	return slices.ContainsFunc(openings, func(p string) bool { return strings.HasPrefix(s, p) })
}

// trait is what the names of the elements around a block say of it.
type trait uint8

const (
	inFurniture trait = 1 << iota
	inOffer           // furniture that sites never set around text of theirs
	inByline
	inCaption
	inNote
	otherArticle // an <article> that the core does not stand in
)

// The words by which sites name elements, in classes and identifiers.
var (
	furnitureWords = set(`nav navigation menu breadcrumb breadcrumbs sidebar pagination pager next prev previous footer toolbar
		tools search login register banner cookie cookies consent gdpr modal overlay popup related relateds recommended
		recommendation recommendations recirc teaser teasers popular trending links linklist readmore more stories latest slider
		carousel gallery share sharing shares social sociable follow facebook twitter whatsapp rating print promo promos
		promotion reply discussion ad ads sponsor sponsored widget shop product`)
	offerWords = set(`newsletter signup subscribe subscription paywall comments respond disqus advert advertisement
		advertising outbrain taboola`)
	bylineWords = set(`byline author authors bio meta timestamp dateline date info tags tag topics keywords category
		categories copyright disclaimer`)
	captionWords = set("caption credit credits photographer")
	noteWords    = set("correction corrections clarification erratum editorsnote editornote")
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		s[word] = true
	}
	return s
}

// traits returns the traits of block i by the elements around it, up to the core
// or what the core stands in: what they are named holds for the whole article.
func (j *judge) traits(i int) trait { return j.traitsOf(j.page[i].node) }

func (j *judge) traitsOf(n *html.Node) trait {
	if n == nil || j.above[n] {
		return 0
	}
	if known, ok := j.known[n]; ok {
		return known
	}
	all := j.traitsOf(n.Parent) | ownTraits(n)
	j.known[n] = all
	return all
}

// ownTraits returns the traits that an element's own name, classes and
// identifier give.
func ownTraits(n *html.Node) trait {
	var own trait
	switch n.Data {
	case "figure", "figcaption":
		own |= inCaption
	case "article":
		own |= otherArticle
	}
	last := ""
	for _, word := range nameWords(attribute(n, "class") + " " + attribute(n, "id")) {
		switch {
		case offerWords[word]:
			own |= inFurniture | inOffer
		case furnitureWords[word]:
			own |= inFurniture
		case bylineWords[word]:
			own |= inByline
		case captionWords[word]:
			own |= inCaption
		case noteWords[word], word == "note" && strings.HasPrefix(last, "editor"):
			own |= inNote
		}
		if word != "s" {
			last = word
		}
	}
	return own
}

// nameWords splits the names of an element into words in lower case:
// "articleBody related-links" has four.
func nameWords(names string) []string {
	var words []string
	start := -1
	var before rune
	end := func(i int) {
		if start >= 0 {
			words = append(words, strings.ToLower(names[start:i]))
		}
		start = -1
	}
	for i, r := range names {
		switch {
		case !unicode.IsLetter(r):
			end(i)
		case unicode.IsUpper(r) && unicode.IsLower(before):
			end(i)
			start = i
		case start < 0:
			start = i
		}
		before = r
	}
	end(len(names))
	return words
}
