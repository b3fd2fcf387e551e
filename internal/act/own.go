package act

// isOwn reports whether token i, a subject, is the one who speaks or its side.
//
//	He said [he] would sign.          the pronoun means the speaker, or may
//	"[We] will sign," she said.
//	Orr said [his party] would sign.
//	A spokesman for [Norvane] said [Norvane] would sign.
//	The minister said [the government] would sign.
func (s *statement) isOwn(i int) bool {
	if s.attribution == nil {
		return false
	}
	low := s.low(i)
	if firstPersons[low] {
		return true
	}
	speaker := s.speaker()
	if thirdPersons[low] {
		who, known := s.at(i)
		return !known || who == speaker || speaker < 0
	}
	if j := s.child(i, possessors); j >= 0 {
		if w := s.low(j); ownDeterminers[w] {
			return true
		} else if theirDeterminers[w] {
			who, known := s.at(j)
			return !known || who == speaker || speaker < 0
		}
	}
	if who, known := s.at(i); known && who == speaker {
		return true
	}
	return s.isNamedInSource(i) || institutions[s.lemma(i)] && s.isThe(i)
}

// speaker returns the actor who speaks, or -1.
func (s *statement) speaker() int {
	if chain := s.attribution.Chain; len(chain) > 0 && chain[len(chain)-1].Actor != nil {
		return *chain[len(chain)-1].Actor
	}
	return -1
}

// at returns the actor that noun i means.
func (s *statement) at(i int) (int, bool) {
	if s.told.At == nil {
		return 0, false
	}
	return s.told.At(s.doc.TokensSpan(i, i+1))
}

// isNamedInSource reports whether a noun stands in the source's words too.
func (s *statement) isNamedInSource(i int) bool {
	for j := s.source.first; j < s.source.end; j++ {
		if nouns[s.tag(j)] && s.low(j) == s.low(i) {
			return true
		}
	}
	return false
}

func (s *statement) isThe(i int) bool {
	d := s.child(i, determiners)
	return d >= 0 && (s.low(d) == "the" || s.low(d) == "this")
}

var (
	firstPersons     = wordsIn("i we us")
	thirdPersons     = wordsIn("he she it they")
	ownDeterminers   = wordsIn("my our")
	theirDeterminers = wordsIn("his her its their")

	// Bodies that a speaker speaks for when they are called by nothing but "the".
	institutions = wordsIn(`government company firm group union party movement ministry board bank council club school
		authority agency court commission cabinet state army troops military force police association federation fund
		management committee administration coalition alliance league organisation organization`)
)
