package act

// # Words and phrases of a clause.

// has reports whether one of some phrases stands in the clause's sentence within the
// content.
func (s *statement) has(c *clause, all phraseSet) bool {
	e := s.sentenceOf(c.pred)
	for i := max(e.first, c.within.first); i < min(e.end, c.within.end); i++ {
		for _, p := range all {
			if _, ok := s.matches(p, i, c.within.end); ok {
				return true
			}
		}
	}
	return false
}

func phrases(all ...string) (list phraseSet) {
	for _, p := range all {
		list = append(list, phraseOf(p))
	}
	return list
}

// phraseSet is a list of phrases.
type phraseSet [][]word

// at reports whether one of the phrases begins with the clause's predicate.
func (l phraseSet) at(s *statement, c *clause) bool {
	for _, p := range l {
		if _, ok := s.matches(p, c.pred, c.within.end); ok {
			return true
		}
	}
	return false
}

// hasWord reports whether a word of a set stands in the clause.
func (s *statement) hasWord(c *clause, set wordSet) bool {
	e := s.reach(c)
	for i := e.first; i < e.end; i++ {
		if set[s.low(i)] {
			return true
		}
	}
	return false
}
