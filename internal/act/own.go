package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

// isOwn reports whether token i, a subject, is the one who speaks or its side.
//
//	He said [he] would sign.          the pronoun means the speaker, or may
//	"[We] will sign," she said.
//	Orr said [his party] would sign.
//	A spokesman for [Norvane] said [Norvane] would sign.
//	The minister said [the government] would sign.
func (s *statement) isOwn(i int) bool {
	return s.attribution != nil && (s.isMeant(i) || institutions[s.Lemma(i)] && s.isTheirs(i) && s.isSpokesman())
}

// isTheirs reports whether a body is called by no name: "the party", "the party's board".
func (s *statement) isTheirs(i int) bool {
	j := s.Child(i, possessors)
	return s.isThe(i) || j >= 0 && institutions[s.Lemma(j)] && s.isThe(j)
}

// isMeant is isOwn without the bodies that a speaker may or may not speak for.
func (s *statement) isMeant(i int) bool {
	low := s.Low(i)
	if firstPersons[low] {
		return true
	}
	speaker := s.speaker()
	if thirdPersons[low] {
		return s.isPronounOwn(i, speaker)
	}
	if j := s.Child(i, possessors); j >= 0 {
		if w := s.Low(j); ownDeterminers[w] {
			return true
		} else if theirDeterminers[w] {
			return s.isPronounOwn(j, speaker)
		}
	}
	if who, known := s.at(i); known && who == speaker {
		return true
	}
	return s.isNamedInSource(i) || s.isPossessor(i)
}

// isPossessor reports whether the source is somebody's, and noun i stands before it:
// "[the pilots] will strike, [their] union said".
func (s *statement) isPossessor(i int) bool {
	return !s.source.Empty() && i < s.source.First && theirDeterminers[s.Low(s.source.First)] && s.SentenceOf(i) == s.SentenceOf(s.source.First)
}

// isPronounOwn reports whether a pronoun means the speaker: never in the speaker's
// own words, and in indirect speech almost always.
func (s *statement) isPronounOwn(i, speaker int) bool {
	if s.quoted(i) {
		return false
	}
	who, known := s.at(i)
	return !known || who == speaker || speaker < 0 || s.Low(i) == "it" || s.Low(i) == "they"
}

// chain is the way from the outlet to the one who speaks; empty for what the outlet
// says itself.
func (s *statement) chain() []hearsay.Voice {
	if s.attribution == nil {
		return nil
	}
	return s.attribution.Chain
}

// speaker returns the actor who speaks, or -1.
func (s *statement) speaker() int {
	if chain := s.chain(); len(chain) > 0 && chain[len(chain)-1].Actor != nil {
		return *chain[len(chain)-1].Actor
	}
	return -1
}

// at returns the actor that noun i means.
func (s *statement) at(i int) (int, bool) {
	if s.told.At == nil {
		return 0, false
	}
	return s.told.At(s.Doc.TokensSpan(i, i+1))
}

// isNamedInSource reports whether a noun stands in the source's words too.
func (s *statement) isNamedInSource(i int) bool {
	for j := s.source.First; j < s.source.End; j++ {
		if nouns[s.Tag(j)] && s.Low(j) == s.Low(i) {
			return true
		}
	}
	return false
}

// isOrganisation reports whether the one who speaks is a body with a name: it is no
// part of another.
func (s *statement) isOrganisation() bool {
	chain := s.chain()
	return len(chain) > 0 && chain[len(chain)-1].Identity == hearsay.NamedOrganisation
}

// isSpokesman reports whether the one who speaks may be part of a body: a person.
func (s *statement) isSpokesman() bool {
	chain := s.chain()
	if len(chain) == 0 {
		return true
	}
	switch chain[len(chain)-1].Identity {
	case hearsay.NamedPerson, hearsay.Role, hearsay.Anonymous:
		return true
	}
	return false
}

func (s *statement) isThe(i int) bool {
	d := s.Child(i, determiners)
	return d >= 0 && (s.Low(d) == "the" || s.Low(d) == "this")
}

var (
	firstPersons     = tree.FormsOf("i we us")
	thirdPersons     = tree.FormsOf("he she it they")
	ownDeterminers   = tree.FormsOf("my our")
	theirDeterminers = tree.FormsOf("his her its their")

	// Bodies that a speaker speaks for when they are called by nothing but "the".
	institutions = tree.FormsOf(`government company firm group union party movement ministry board bank council club school
		authority agency court commission cabinet state army troops military force police association federation fund
		management committee administration coalition alliance league organisation organization town city region village
		province state country church hospital university team operator regulator airline`)
)
