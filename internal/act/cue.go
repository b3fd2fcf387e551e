package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

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
	if s.isDenied() {
		return verdict{act: hearsay.Denial, stance: hearsay.Denied, why: "within a denial", fixed: true}
	}
	if v, ok := s.cueVerdict(); ok {
		return v
	}
	return s.contentVerdict()
}

// isDenied reports whether the statement is told within a denial of it: "denied that
// [her side] [had asked for] [more time]".
func (s *statement) isDenied() bool {
	a := s.attribution
	if a == nil || a.Within == nil {
		return false
	}
	outer := s.page.statement(&s.told.Attributions[*a.Within])
	for i := outer.cue.First; i < outer.cue.End; i++ {
		if c := s.classAt(i); c != nil && c.name == "denies" {
			v, ok := outer.cueVerdict()
			return ok && v.act == hearsay.Denial
		}
	}
	return false
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
	if does == nil && s.raisesOffer() {
		return verdict{act: hearsay.Offer, stance: hearsay.Actual, why: "cue: raises an offer", fixed: true}, true
	}
	if does == nil && s.cueIsUnsure() {
		return verdict{act: hearsay.Assertion, stance: hearsay.Possible, why: "cue: unclear", fixed: true}, true
	}
	if does == nil {
		return s.toldTo()
	}
	p := performance{statement: s, class: does, verb: verb, why: "cue: " + does.name, rest: s.content}
	for i := s.cue.First; i < s.cue.End; i++ {
		p.negated = p.negated || negations[s.Low(i)]
		p.longer = p.longer || s.Low(i) == "longer"
		if m := modalNames[s.Low(i)]; m != "" && modals[s.Tag(i)] {
			p.modal = m
		}
		p.passive = p.passive || passives[s.Relation(i)]
	}
	p.passive = p.passive && s.source.Empty()
	if len(s.clauses) > 0 {
		p.of = &s.clauses[0]
	}
	return p.verdict()
}

// doing returns the first word of the cue that does something by being said, a verb
// before a noun.
func (s *statement) doing() (int, *class) {
	noun, of := -1, (*class)(nil)
	for i := s.cue.First; i < s.cue.End; i++ {
		if c := s.classAt(i); c != nil && verbs[s.Tag(i)] {
			return i, c
		} else if c != nil && of == nil {
			noun, of = i, c
		}
	}
	if of == nil {
		return s.supported()
	}
	return noun, of
}

// supported returns the noun that says what is done by a verb that says nothing
// itself: "made [an offer]", "repeated [its threat]".
func (s *statement) supported() (int, *class) {
	for i := s.cue.First; i < s.cue.End; i++ {
		if verbs[s.Tag(i)] && s.isSupport(i) {
			if j := s.Child(i, direct); j >= 0 && s.classAt(j) != nil && !verbs[s.Tag(j)] {
				return j, s.classAt(j)
			}
		}
	}
	return -1, nil
}

// isSupport reports whether a verb leaves it to its object to say what is done: "gave
// [its consent]", not "gave up [its demand]".
func (s *statement) isSupport(i int) bool {
	return supports[s.Lemma(i)] && s.Low(i+1) != "up" && s.Child(i, particles) < 0
}

var supports = tree.FormsOf("make issue table submit lodge present repeat renew reiterate extend deliver voice offer send give express")

// raisesOffer reads "raised its offer to 12 dollars".
func (s *statement) raisesOffer() bool {
	for i := s.cue.First; i < s.cue.End; i++ {
		if j := s.Child(i, direct); betters[s.Lemma(i)] && j >= 0 && bids[s.Lemma(j)] {
			return true
		}
	}
	return false
}

// cueRefusesToTalk reports whether a cue is "would not say", "did not answer".
func (s *statement) cueRefusesToTalk() bool {
	for i := s.cue.First; i+1 < s.cue.End; i++ {
		if negations[s.Low(i)] && talking[s.Lemma(i+1)] {
			return true
		}
	}
	return false
}

var talking = tree.FormsOf("say confirm discuss comment answer respond reply elaborate disclose reveal specify name identify explain speak talk give")

// cueIsUnsure reports whether a cue says that something is not known: "it was unclear".
func (s *statement) cueIsUnsure() bool {
	for i := s.cue.First; i < s.cue.End; i++ {
		if unsure[s.Low(i)] {
			return true
		}
	}
	return false
}

var unsure = tree.FormsOf("unclear uncertain unknown unsure")

// givesUntil reads "gave the parties until Sunday to agree".
func (s *statement) givesUntil() (verdict, bool) {
	for i := s.cue.First; i < s.cue.End; i++ {
		if l := s.Lemma(i); l != "give" && l != "set" {
			continue
		}
		for _, piece := range s.content {
			for j := piece.First; j < piece.End; j++ {
				if until[s.Low(j)] || s.Low(j) == "deadline" || s.Low(j) == "ultimatum" || s.isTimeTo(j, piece) {
					return verdict{act: hearsay.Deadline, stance: hearsay.Actual, why: "cue: gives until", fixed: true}, true
				}
			}
		}
	}
	return verdict{}, false
}

// isTimeTo reports whether a length of time for doing something begins at token i: "[ten
// days] to answer".
func (s *statement) isTimeTo(i int, piece extent) bool {
	d := s.durationIn(tree.Between(i, min(i+4, piece.End)))
	if d == nil || s.ExtentOf(d.Span).First != i {
		return false
	}
	end := s.ExtentOf(d.Span).End
	if end == piece.End || end == piece.End-1 && s.IsMark(end) {
		return true
	}
	return s.Low(end) == "to" && s.Tag(end+1) == tagVB || s.Low(end) == "in" && s.Low(end+1) == "which"
}

var until = tree.FormsOf("until till")

// toldTo reads "told the crew to leave".
func (s *statement) toldTo() (verdict, bool) {
	for i := s.cue.First; i < s.cue.End; i++ {
		if s.Lemma(i) != "tell" || len(s.clauses) == 0 {
			continue
		}
		if c := &s.clauses[0]; c.to && !s.quoted(c.pred) && s.Lemma(c.pred) != "expect" {
			return verdict{act: hearsay.Demand, stance: hearsay.Actual, why: "cue: tells to", clause: c}, true
		}
	}
	return verdict{}, false
}
