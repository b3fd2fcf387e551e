package act

import "hearsay/internal/tree"

// # Clauses that deny.

// denies: "she had not taken the money", "there were no talks".
func (s *statement) denies(c *clause) bool {
	if s.attribution == nil || c.isFuture() || c.modal != "" {
		return false
	}
	if c.subject >= 0 && (pointers[s.Low(c.subject)] || alleged[s.Lemma(c.subject)] || reported[s.Lemma(c.subject)]) && s.Child(c.pred, copulas) >= 0 && s.has(c, untruths) {
		return true
	}
	if c.own && s.hasNone(c) {
		return true
	}
	if c.without >= 0 && s.Low(c.without-1) == "such" && c.own {
		return true // "gave no such order"
	}
	if c.own && knows[s.Lemma(c.pred)] && s.Low(c.pred+1) == "of" && s.Low(c.pred+2) == "no" {
		return true // "knew of no such order"
	}
	if c.without >= 0 {
		return contested[s.Lemma(c.without)] && gets[s.Lemma(c.pred)]
	}
	switch {
	case !c.negated:
		return false
	case c.nobody && c.exists && (c.past || c.perfect) && s.isAnswerable() && s.isDenier() && !conditions[s.Lemma(c.subject)] && !nobody[s.Low(c.subject)]:
		return true
	case c.nobody && !c.exists && !c.passive && s.isAnswerable() && s.isDenier() && c.perfect && s.hasWord(c, ever):
		return true
	case c.nobody && (c.exists || c.passive):
		return contested[s.Lemma(c.subject)] || nobody[s.Low(c.subject)] && settled[s.Lemma(c.pred)]
	case c.nobody && asked[s.Lemma(c.pred)]:
		return false // a complaint: "nobody asked us"
	case c.nobody && nobody[s.Low(c.subject)]:
		return s.isAnswerable() && s.isDenier() && (c.past || c.perfect) || s.hasWord(c, ourselves)
	case c.nothing && c.own && hides[s.Lemma(c.pred)]:
		return true
	case ignorant[s.Lemma(c.pred)] || c.passive || c.nothing && !pronouns[s.Low(c.subject)]:
		return false
	case c.own:
		return c.past || c.perfect || s.hasWord(c, contested)
	}
	return s.quoted(c.pred) && c.perfect && s.isSomebody(c.subject) && s.hasWord(c, contested)
}

// hasNone: "the junta has no political prisoners", "the movement had signed no number".
func (s *statement) hasNone(c *clause) bool {
	if !s.isAnswerable() || !s.isDenier() {
		return false
	}
	if s.Lemma(c.pred) == "have" {
		j := c.without
		if j < 0 && c.negated {
			j = s.Child(c.pred, direct)
		}
		return j >= 0 && !conditions[s.Lemma(j)] && !unsettled[s.Lemma(j)]
	}
	return c.without >= 0 && (c.past || c.perfect) && !conditions[s.Lemma(c.without)] && !unsettled[s.Lemma(c.without)] &&
		(hides[s.Lemma(c.pred)] || settled[s.Lemma(c.pred)] || gets[s.Lemma(c.pred)])
}

// unsettled are what one may say without shame that one has none of.
var unsettled = tree.FormsOf("comment idea plan intention opinion objection wish information detail details figure knowledge interest position preference quarrel")

// untruths are what one calls a claim that one denies: "that is simply not true".
var untruths = phrases("not true|correct|accurate|so", "not the case", "simply|just|quite not true|correct", "untrue", "false", "a lie", "lies", "nonsense", "baseless",
	"unfounded", "groundless", "no truth", "invented", "made up", "a fabrication|invention", "wrong")

var (
	pointers = tree.FormsOf("that it this these those they")
	gets     = tree.FormsOf("have receive make see give sign get hold reach seek strike")
	settled  = tree.FormsOf("agree decide sign settle offer promise hide pay conclude")
	asked    = tree.FormsOf("ask tell consult invite inform warn listen explain help")
	ever     = tree.FormsOf("ever never")
	knows    = tree.FormsOf("know hear")
	// What there may have been none of without anybody having been reproached with it.
	conditions = tree.FormsOf(`casualty casualties injury injuries death survivor victim damage evidence sign trace comment word news change progress power
		water heating light food fuel bed room doubt question need reason time alternative choice way warning alarm sound noise answer reply response wind rain
		fire queue majority quorum winner decision immediate risk danger hope money`)
	hides     = tree.FormsOf("hide conceal do take promise sign agree offer")
	pronouns  = tree.FormsOf("i we he she it they")
	deniers   = tree.FormsOf("spokesman spokeswoman spokesperson chairman executive minister president official")
	ignorant  = tree.FormsOf("know hear think want expect understand notify inform believe need use find hold count include check test finish complete start begin arrive")
	ourselves = tree.FormsOf("our this")
	contested = tree.FormsOf("talk talks plan plans agreement deal order offer request contact meeting decision evidence link intention promise contract payment connection letter truth basis knowledge role warning complaint letter instruction pressure cover-up term rift split quarrel dispute bid ransom list proposal text draft scheme conspiracy bribe leak breach secret call shortage")
)
