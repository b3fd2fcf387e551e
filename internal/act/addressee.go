package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

// addressee returns the actor to whom a statement is made, where nothing was read of
// it before; nil for nobody in particular.
//
//	urged [the ministry] to pay      asked [both sides] for calm
//	[The builders] must pay          demanded … of [the builders]
//	will strike unless [the mill] …  rejected [the mill]'s offer
func (s *statement) addressee(act hearsay.Act) *int {
	if s.attribution == nil || s.attribution.Addressee != nil {
		return nil
	}
	verb, does := s.doing()
	if does != nil && directed[act] {
		if i := s.spokenTo(verb); i >= 0 {
			return s.actorAt(i)
		}
	}
	if does != nil && act == hearsay.Demand && len(s.clauses) > 0 {
		if c := &s.clauses[0]; c.subject >= 0 && !c.own && !c.passive && !c.nobody && s.looksActive(c.subject) {
			return s.actorAt(c.subject) // "demanded that [the owners] pay"
		}
	}
	if act == hearsay.Demand || act == hearsay.Deadline {
		for i := range s.clauses {
			if c := &s.clauses[i]; (c.modal == "must" || c.modal == "should" || act == hearsay.Deadline) && c.subject >= 0 && !c.own && !c.nobody && s.looksActive(c.subject) {
				return s.actorAt(c.subject)
			}
		}
	}
	if answering[act] {
		if i := s.whoseOffer(); i >= 0 {
			return s.actorAt(i)
		}
	}
	if act == hearsay.Threat || act == hearsay.Condition || act == hearsay.Offer {
		if i := s.whoMayAvert(); i >= 0 {
			return s.actorAt(i)
		}
	}
	return nil
}

// looksActive reports whether a noun is one for somebody, rather than a thing that a
// report calls by a name.
func (s *statement) looksActive(i int) bool {
	lemma := s.Lemma(i)
	return proper[s.Tag(i)] || thirdPersons[s.Low(i)] || institutions[lemma] || roles[lemma] || s.isPeople(i)
}

// answering are the acts that answer somebody's.
var answering = map[hearsay.Act]bool{hearsay.Refusal: true, hearsay.Acceptance: true, hearsay.Denial: true}

// whoseOffer returns the noun for whose offer, demand … a content is about, or -1:
// "[Norvane's] offer", "a proposal from [the mill]".
func (s *statement) whoseOffer() int {
	for _, e := range s.content {
		for i := e.First; i < e.End; i++ {
			if !offered[s.Lemma(i)] {
				continue
			}
			if j := s.Child(i, possessors); j >= 0 && !s.isMeant(j) {
				return j
			}
			for j := i + 1; j < min(s.SentenceOf(i).End, i+8); j++ {
				if k := s.Child(j, cases); k >= 0 && (s.Low(k) == "from" || s.Low(k) == "by") && nominal[s.Tag(j)] {
					return j
				}
			}
		}
	}
	return -1
}

// whoMayAvert returns the subject of the clause on which a statement depends, or -1:
// "unless [the owners] pay".
func (s *statement) whoMayAvert() int {
	for _, f := range s.dependences {
		for i := f.words.First; i < f.words.End; i++ {
			if subjects[s.Relation(i)] && !passives[s.Relation(i)] && s.looksActive(i) && !s.isNobody(i) && !s.isMeant(i) {
				return i
			}
		}
	}
	return -1
}

// directed are the acts that are done to somebody.
var directed = map[hearsay.Act]bool{
	hearsay.Demand: true, hearsay.Appeal: true, hearsay.Threat: true, hearsay.Offer: true, hearsay.Promise: true,
	hearsay.Refusal: true, hearsay.Prediction: true, hearsay.Deadline: true,
}

// spokenTo returns the noun for whom a verb's act is done to, or -1.
func (s *statement) spokenTo(verb int) int {
	if i := s.Child(verb, objects); i > verb && nominal[s.Tag(i)] && urges[s.Lemma(verb)] {
		return i
	}
	for j := verb + 1; j < s.Below(verb).End; j++ {
		if s.Up(j) != verb || !obliques[s.Relation(j)] && !objects[s.Relation(j)] {
			continue
		}
		k := s.Child(j, cases)
		if k >= 0 && towards[s.Lemma(verb)][s.Low(k)] && nominal[s.Tag(j)] {
			return j
		}
	}
	return -1
}

var urges = tree.FormsOf("urge ask order instruct tell warn threaten beg implore exhort entreat call press offer promise require request")

// towards are the prepositions before whom an act is done to.
var towards = map[string]wordSet{
	"demand": tree.FormsOf("of from"), "appeal": tree.FormsOf("to"), "call": tree.FormsOf("on upon"), "threat": tree.FormsOf("to against"),
	"offer": tree.FormsOf("to"), "propose": tree.FormsOf("to"), "request": tree.FormsOf("to from of"), "pledge": tree.FormsOf("to"), "promise": tree.FormsOf("to"),
	"plea": tree.FormsOf("to"), "plead": tree.FormsOf("with"), "warning": tree.FormsOf("to"), "ultimatum": tree.FormsOf("to"), "press": tree.FormsOf("on"),
}

func (s *statement) actorAt(i int) *int {
	if who, known := s.at(i); known && who >= 0 {
		return &who
	}
	return nil
}
