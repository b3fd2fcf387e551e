package act

import (
	"strings"

	"hearsay"
	"hearsay/internal/tree"
)

// # Who acts, and who answers for others.

// isBody reports whether the source is a body, or the outlet itself: what it says
// will be at some time is its plan.
func (s *statement) isBody() bool {
	if s.attribution == nil {
		return true
	}
	for i := s.source.First; i < s.source.End; i++ {
		if institutions[s.Lemma(i)] || s.Lemma(i) == "office" || s.Lemma(i) == "operator" || s.Lemma(i) == "service" {
			return true
		}
	}
	return s.isOrganisation()
}

// isSomebody reports whether a noun is one who acts.
func (s *statement) isSomebody(i int) bool {
	if i < 0 {
		return false
	}
	if _, known := s.at(i); known {
		return true
	}
	return proper[s.Tag(i)] || thirdPersons[s.Low(i)] && s.Low(i) != "it" || institutions[s.Lemma(i)] || s.isPeople(i) || roles[s.Lemma(i)]
}

// isPeople tells by its ending whether a plural may name people: "builders",
// "rebels" it does not know.
func (s *statement) isPeople(i int) bool {
	if s.Tag(i) != tagNNS || things[s.Low(i)] {
		return false
	}
	for _, ending := range []string{"ers", "ors", "ists", "men", "ees", "ians", "ants"} {
		if strings.HasSuffix(s.Low(i), ending) {
			return true
		}
	}
	return moreOfThem[s.Low(i)]
}

// roles are nouns for one who acts.
var roles = tree.FormsOf(`minister president premier governor mayor mediator envoy leader chairman director executive king queen
	secretary commander general prosecutor judge commissioner admiral captain referee conductor chairwoman speaker premier lawyer coach trainer head archbishop bishop spokesman spokeswoman owner buyer bidder rival arbitrator negotiator manager chief`)

var (
	things = tree.FormsOf(`numbers rivers waters papers letters powers orders offers matters flowers towers answers trailers
		factors sectors doors floors errors tumours shutters temperatures centers quarters covers dollars plants
		restaurants grants variants fees trees committees specimen reactors motors borders orders barriers tankers containers`)
	moreOfThem = tree.FormsOf("rebels police troops soldiers people staff crews teams nurses guards gunmen parties sides prosecutors families pilots parents pupils students")
)

// isAnswerable reports whether the one who speaks may speak for more than themselves:
// not a private person, nor someone kept unnamed.
func (s *statement) isAnswerable() bool {
	if s.attribution == nil {
		return false
	}
	if who := s.speaker(); who >= 0 && who < len(s.told.Actors) && s.told.Actors[who].Private {
		return false
	}
	chain := s.chain()
	if len(chain) == 0 {
		return true
	}
	switch chain[len(chain)-1].Identity {
	case hearsay.NamedPerson, hearsay.NamedOrganisation, hearsay.Role:
		return true
	}
	return false
}

// isDenier reports whether the source is somebody who answers for others.
func (s *statement) isDenier() bool {
	for i := s.source.First; i < s.source.End; i++ {
		if institutions[s.Lemma(i)] || deniers[s.Lemma(i)] || roles[s.Lemma(i)] || proper[s.Tag(i)] {
			return true
		}
	}
	return false
}
