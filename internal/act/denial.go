package act

// # Clauses that deny.

// denies: "she had not taken the money", "there were no talks".
func (s *statement) denies(c *clause) bool {
	if s.attribution == nil || c.isFuture() || c.modal != "" {
		return false
	}
	if c.subject >= 0 && (pointers[s.low(c.subject)] || alleged[s.lemma(c.subject)] || reported[s.lemma(c.subject)]) && s.child(c.pred, copulas) >= 0 && s.has(c, untruths) {
		return true
	}
	if c.without >= 0 {
		return contested[s.lemma(c.without)] && gets[s.lemma(c.pred)]
	}
	switch {
	case !c.negated:
		return false
	case c.nobody && (c.exists || c.passive):
		return contested[s.lemma(c.subject)] || nobody[s.low(c.subject)] && settled[s.lemma(c.pred)]
	case c.nobody && asked[s.lemma(c.pred)]:
		return false // a complaint: "nobody asked us"
	case c.nobody && nobody[s.low(c.subject)]:
		return s.isAnswerable() && s.isDenier() && (c.past || c.perfect) || s.hasWord(c, ourselves)
	case c.nothing && c.own && hides[s.lemma(c.pred)]:
		return true
	case ignorant[s.lemma(c.pred)] || c.passive || c.nothing && !pronouns[s.low(c.subject)]:
		return false
	case c.own:
		return c.past || c.perfect || s.hasWord(c, contested)
	}
	return s.quoted(c.pred) && c.perfect && s.isSomebody(c.subject) && s.hasWord(c, contested)
}

// untruths are what one calls a claim that one denies: "that is simply not true".
var untruths = phrases("not true|correct|accurate|so", "not the case", "simply|just|quite not true|correct", "untrue", "false", "a lie", "lies", "nonsense", "baseless",
	"unfounded", "groundless", "no truth", "invented", "made up", "a fabrication|invention", "wrong")

var (
	pointers  = wordsIn("that it this these those they")
	gets      = wordsIn("have receive make see give sign get hold reach seek strike")
	settled   = wordsIn("agree decide sign settle offer promise hide pay conclude")
	asked     = wordsIn("ask tell consult invite inform warn listen explain help")
	hides     = wordsIn("hide conceal do take promise sign agree offer")
	pronouns  = wordsIn("i we he she it they")
	deniers   = wordsIn("spokesman spokeswoman spokesperson chairman executive minister president official")
	ignorant  = wordsIn("know hear think want expect understand notify inform believe need use find hold")
	ourselves = wordsIn("our this")
	contested = wordsIn("talk talks plan plans agreement deal order offer request contact meeting decision evidence link intention promise contract payment connection letter truth basis knowledge role warning complaint letter instruction pressure cover-up")
)
