package act

import "hearsay/internal/tree"

// # The verb group, whatever the tree says
//
//	The herring [will] [not] be [back] before March, a biologist said.
//	            modal   neg    pred
//
// Where the words of a content hang on the verb of saying rather than on their own
// predicate, modal, negation and subject are read from the words next before it.

// mendGroup fills in what the tree did not hang on the predicate.
func (s *statement) mendGroup(c *clause) {
	if c.modal != "" || c.to || c.ing || c.perfect || s.Tag(c.pred) != tagVB && !s.hasHelper(c.pred, "be") {
		return
	}
	j, negated, perfect := c.pred-1, false, false
	for ; j >= c.within.First && inGroup[s.Low(j)]; j-- {
		negated = negated || negations[s.Low(j)]
		perfect = perfect || s.Lemma(j) == "have"
	}
	if j < c.within.First || !modals[s.Tag(j)] || modalNames[s.Low(j)] == "" {
		return
	}
	c.modal, c.negated, c.perfect = modalNames[s.Low(j)], c.negated || negated, perfect
	if c.subject < 0 {
		c.subject = s.nounBefore(j, c.within)
		c.nobody = c.subject >= 0 && s.isNobody(c.subject)
		c.negated = c.negated || c.nobody
	}
}

// hasHelper reports whether a word stands right before token i, with nothing but
// words of a verb group between.
func (s *statement) hasHelper(i int, lemma string) bool {
	for j := i - 1; j >= 0 && inGroup[s.Low(j)]; j-- {
		if s.Lemma(j) == lemma {
			return true
		}
	}
	return false
}

// nounBefore returns the noun that a verb group at token i has for a subject: the
// next before it, or what that one hangs on further to the left.
func (s *statement) nounBefore(i int, piece extent) int {
	i--
	if i < piece.First || !nominal[s.Tag(i)] {
		return -1
	}
	for h := s.Up(i); h >= piece.First && h < i && nominal[s.Tag(h)] && (obliques[s.Relation(i)] || s.Relation(i) == relCompound); h = s.Up(i) {
		i = h
	}
	return i
}

var (
	inGroup     = tree.FormsOf("not n't never also still now then soon simply just be been have has had only probably certainly")
	relCompound = tree.RelationOf("compound")
)

// isImperative reports whether words in quotation marks begin with a verb that tells
// somebody to do something: "Show us the logbook".
func (s *statement) isImperative(i int, piece extent) bool {
	if !s.quoted(i) || !s.beginsClause(i, piece) || !tells[s.Low(i)] || s.Tag(i) == tagPRP {
		return false
	}
	next := s.Low(i + 1)
	return afterImperative[next] || tagPRPS == s.Tag(i+1)
}

var (
	tagPRPS = tree.TagOf("PRP$")

	// tells are verbs as they stand in a command.
	tells = tree.FormsOf(`show give let stop tell leave open free pay bring take keep put come go look listen wait stay sign read publish
		hand call answer name withdraw return lift end drop get send find ask hold close move make start release touch talk meet think
		remember do don't never act count spare clear cut raise lower scrap halt stand step call fire lay own quit resign drain turn`)
	afterImperative = tree.FormsOf(`us me them him it the a an this that these those to back on off out down up and all both every some no your
		now your here there away in for with from until before first`)
)
