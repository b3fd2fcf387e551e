package act

// # Words and phrases of a clause.

// has reports whether one of some phrases stands in the clause's sentence within the
// content.
func (s *statement) has(c *clause, all phraseSet) bool {
	e := s.SentenceOf(c.pred)
	for i := max(e.First, c.within.First); i < min(e.End, c.within.End); i++ {
		for _, p := range all {
			if _, ok := s.matches(p, i, c.within.End); ok {
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
		if _, ok := s.matches(p, c.pred, c.within.End); ok {
			return true
		}
	}
	return false
}

// hasWord reports whether a word of a set stands in the clause.
func (s *statement) hasWord(c *clause, set wordSet) bool {
	e := s.reach(c)
	for i := e.First; i < e.End; i++ {
		if set[s.Low(i)] {
			return true
		}
	}
	return false
}
