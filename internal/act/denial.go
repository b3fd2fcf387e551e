package act

// # Clauses that deny.

// denies: "she had not taken the money", "there were no talks".
func (s *statement) denies(c *clause) bool {
	if s.attribution == nil || c.isFuture() || c.modal != "" {
		return false
	}
	if c.without >= 0 {
		return contested[s.lemma(c.without)] && s.lemma(c.pred) == "have"
	}
	switch {
	case !c.negated:
		return false
	case c.nobody && (c.exists || c.passive):
		return contested[s.lemma(c.subject)]
	case c.nobody && nobody[s.low(c.subject)]:
		return s.isAnswerable() && s.isDenier() && (c.past || c.perfect) || s.hasWord(c, ourselves)
	case ignorant[s.lemma(c.pred)] || c.passive || c.nothing && !pronouns[s.low(c.subject)]:
		return false
	case c.own:
		return c.past || c.perfect || s.hasWord(c, contested)
	}
	return s.quoted(c.pred) && c.perfect && s.isSomebody(c.subject) && s.hasWord(c, contested)
}

var (
	pronouns  = wordsIn("i we he she it they")
	deniers   = wordsIn("spokesman spokeswoman spokesperson chairman executive minister president official")
	ignorant  = wordsIn("know hear think want expect understand notify inform believe need use find hold")
	ourselves = wordsIn("our this")
	contested = wordsIn("talk talks plan plans agreement deal order offer request contact meeting decision evidence link intention promise contract payment connection letter truth basis knowledge role")
)
