package act

import "hearsay"

// verdict is what a statement does, and by which rule.
type verdict struct {
	act    hearsay.Act
	stance hearsay.Stance // as the rule has it; what the clause says may change it
	why    string
	clause *clause // whose modality counts; nil: none
	fixed  bool    // the stance is not to be changed
}

// verdict reads the cue and, where that tells nothing, the content.
func (s *statement) verdict() verdict {
	if s.attribution != nil && s.attribution.Silence != "" {
		return verdict{act: hearsay.Refusal, stance: hearsay.Actual, why: "silence: " + string(s.attribution.Silence), fixed: true}
	}
	if v, ok := s.cueVerdict(); ok {
		return v
	}
	return s.contentVerdict()
}

// cueVerdict returns what the cue tells by itself; false if it only says that
// something was said.
func (s *statement) cueVerdict() (verdict, bool) {
	verb, does := s.doing()
	if s.cueRefusesToTalk() {
		return verdict{act: hearsay.Refusal, stance: hearsay.Actual, why: "cue: says nothing", fixed: true}, true
	}
	if v, ok := s.givesUntil(); ok {
		return v, true
	}
	if does == nil {
		return s.toldTo()
	}
	p := performance{statement: s, class: does, verb: verb, why: "cue: " + does.name, rest: s.content}
	for i := s.cue.first; i < s.cue.end; i++ {
		p.negated = p.negated || negations[s.low(i)]
		p.longer = p.longer || s.low(i) == "longer"
		if m := modalNames[s.low(i)]; m != "" && modals[s.tag(i)] {
			p.modal = m
		}
		p.passive = p.passive || passives[s.relation(i)]
	}
	p.passive = p.passive && s.source.empty()
	if len(s.clauses) > 0 {
		p.of = &s.clauses[0]
	}
	return p.verdict()
}

// doing returns the first word of the cue that does something by being said, a verb
// before a noun.
func (s *statement) doing() (int, *class) {
	noun, of := -1, (*class)(nil)
	for i := s.cue.first; i < s.cue.end; i++ {
		if c := s.classAt(i); c != nil && verbs[s.tag(i)] {
			return i, c
		} else if c != nil && of == nil {
			noun, of = i, c
		}
	}
	return noun, of
}

// cueRefusesToTalk reports whether a cue is "would not say", "did not answer".
func (s *statement) cueRefusesToTalk() bool {
	for i := s.cue.first; i+1 < s.cue.end; i++ {
		if negations[s.low(i)] && talking[s.lemma(i+1)] {
			return true
		}
	}
	return false
}

var talking = wordsIn("say confirm discuss comment answer respond reply elaborate disclose reveal specify name identify explain speak talk give")

// givesUntil reads "gave the parties until Sunday to agree".
func (s *statement) givesUntil() (verdict, bool) {
	for i := s.cue.first; i < s.cue.end; i++ {
		if l := s.lemma(i); l != "give" && l != "set" {
			continue
		}
		for _, piece := range s.content {
			for j := piece.first; j < piece.end; j++ {
				if until[s.low(j)] || s.low(j) == "deadline" || s.low(j) == "ultimatum" {
					return verdict{act: hearsay.Deadline, stance: hearsay.Planned, why: "cue: gives until", fixed: true}, true
				}
			}
		}
	}
	return verdict{}, false
}

var until = wordsIn("until till")

// toldTo reads "told the crew to leave".
func (s *statement) toldTo() (verdict, bool) {
	for i := s.cue.first; i < s.cue.end; i++ {
		if s.lemma(i) != "tell" || len(s.clauses) == 0 {
			continue
		}
		if c := &s.clauses[0]; c.to && !s.quoted(c.pred) {
			return verdict{act: hearsay.Demand, stance: hearsay.Actual, why: "cue: tells to", clause: c}, true
		}
	}
	return verdict{}, false
}
