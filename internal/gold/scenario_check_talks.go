package gold

import "fmt"

func (r *scenarioReader) checkTalks(ids register) {
	talks := r.truth.Talks
	if talks == nil {
		return
	}
	oneOf(r, "talks", "channel", talks.Channel, Face, Indirect)
	r.refer("talks", "actor", ids.actors, talks.Parties...)
	r.refer("talks", "actor", ids.actors, talks.Mediators...)
	for i, p := range talks.Proposals {
		r.checkProposal(fmt.Sprintf("talks.proposals[%d] (%s)", i, p.ID), ids, p)
	}
	for i, p := range talks.Positions {
		place := fmt.Sprintf("talks.positions[%d]", i)
		r.refer(place, "actor", ids.actors, p.By)
		r.refer(place, "claim", ids.claims, p.Claim)
	}
}

func (r *scenarioReader) checkProposal(place string, ids register, p Proposal) {
	r.refer(place, "actor", ids.actors, p.By)
	for _, t := range p.Terms {
		oneOf(r, place, "status of a term", t.Status, Proposed, ReportedAgreed, Agreed, Refused, Implemented)
		r.refer(place, "actor", ids.actors, t.Obliges...)
		r.refer(place, "actor", ids.actors, t.GivesTo...)
		r.refer(place, "claim", ids.claims, t.Claim)
	}
	for _, a := range p.Responses {
		oneOf(r, place, "kind of response", a.Kind, Accept, Refuse, Counter, Conditional, NoneYet, DeniedAtAll)
		r.refer(place, "actor", ids.actors, a.By)
		r.refer(place, "claim", ids.claims, a.Claim)
	}
}
