package act

import "hearsay"

// stance returns how a statement is meant: as the rule has it, unless the modality
// of its clause says otherwise.
//
//	The union rejected the offer.              actual
//	The union would accept the offer.          hypothetical
//	The union may accept the offer.            possible
func (s *statement) stance(v verdict) hearsay.Stance {
	c := v.clause
	if v.fixed || c == nil {
		return v.stance
	}
	switch v.act {
	case hearsay.Acceptance, hearsay.Offer:
		switch {
		case isMaybe[c.modal] && (!concessions.at(s, c) || v.act == hearsay.Acceptance && s.mayLiveWith(c)):
			return hearsay.Possible
		case c.modal == "would" && v.act == hearsay.Acceptance && (!s.has(c, assents) || s.isNotBackshifted(c)):
			return hearsay.Hypothetical
		}
	case hearsay.Assertion, hearsay.FigureAct:
		if v.stance == hearsay.Actual && isMaybe[c.modal] && !ables[s.Lemma(c.pred)] {
			return hearsay.Possible
		}
	case hearsay.Threat:
		if isMaybe[c.modal] {
			return hearsay.Possible
		}
	case hearsay.Prediction:
		if c.modal == "should" {
			return hearsay.Planned
		}
	}
	return v.stance
}
