package plover

import "hearsay"

// act codes a statement that does something itself; its actor is the one who speaks.
func (c *coder) act() (Row, bool) {
	row := Row{Actor: c.speaker(), Recipient: c.recipient()}
	if c.told.Silence != "" {
		return row, false
	}
	switch c.told.Act {
	case hearsay.Offer:
		row.Event = Agree
	case hearsay.Promise:
		row.Event = Agree
		if concession.in(c.words) {
			row.Event = Concede
		}
	case hearsay.Assertion:
		row.Event = Concede // announced: "the army would withdraw"
		if c.told.Stance == hearsay.Planned {
			row.Actor, row.Recipient = c.doer(), nil
		}
		return row, c.told.Stance == hearsay.Planned && concession.in(c.words)
	case hearsay.Acceptance:
		row.Event = c.acceptance()
	case hearsay.Demand, hearsay.Deadline:
		row.Event, row.Mode = Demand, requestModes.of(c.words)
		if ultimatum.in(c.words) {
			row.Event, row.Mode = Threaten, "relations"
		}
	case hearsay.Condition:
		row.Event, row.Mode = Demand, requestModes.of(c.words)
		if c.told.Stance != hearsay.Actual {
			row.Event, row.Mode = Agree, ""
		}
	case hearsay.Refusal:
		row.Event, row.Mode = Reject, requestModes.of(c.words)
	case hearsay.Threat:
		row.Event, row.Mode = Threaten, threatModes.of(c.words)
	default:
		return row, false
	}
	return row, true
}

// acceptance tells praise and signing from acceding to a demand and from agreeing.
func (c *coder) acceptance() Event {
	cue := c.cueWords()
	switch {
	case praise.in(cue):
		return Support
	case demanded.in(c.words):
		return Concede
	}
	return Agree
}

var (
	// What somebody yields: the manual's examples for CONCEDE and RETREAT.
	concession = formsOf("withdraw, withdrew, withdrawn, withdrawal, pull out, pull back, pull-out, free, release, freed, released, lift, lifted, lifting, ease, easing, cease-fire, ceasefire, truce, disarm, hand over, hand back, return, call off, suspend the strike, end the strike, stand down, evacuate, open the border, amnesty, pardon, resign, step down")
	ultimatum  = formsOf("ultimatum")
	praise     = formsOf("welcome, welcomed, welcomes, welcoming, endorse, endorsed, endorses, approve, approved, approves, praise, praised, sign, signed, ratify, ratified")
	demanded   = formsOf("demand, demands, request, requests")
)

// modes are the modes of an event, each with the words that show it; the first that
// stands in the words counts.
type modes []mode

type mode struct {
	name    string
	forms   forms
	yes, no string
}

func (m modes) of(words string) string {
	for _, mode := range m {
		if mode.forms.in(words) {
			return mode.name
		}
	}
	return ""
}

// requestModes are those of DEMAND and REJECT.
var requestModes = modes{
	{"meet", formsOf("meet, meeting, meetings, talk, talks, negotiate, negotiation, negotiations, negotiating, mediate, mediation, mediator, dialogue, discuss"),
		"to return to the talks", "to pay more"},
	{"yield", formsOf("free, release, freed, released, captive, captives, hostage, hostages, prisoner, prisoners, cease-fire, ceasefire, truce, withdraw, withdrawal, leave, pull, end the war, end the fighting, stop fighting, lift, sanctions, embargo, curfew, blockade, inspector, inspectors, observers, access, disarm"),
		"that the army leave the port", "that the firm pay"},
	{"change", formsOf("resign, resignation, election, elections, recount, law, laws, reform, reforms, policy, step down, tax, repeal, ban, cabinet, minister, ministry"),
		"that the minister resign", "that the firm pay"},
	{"assist", formsOf("pay, wage, wages, percent, money, aid, help, loan, loans, fund, funds, support, assistance, jobs, job, guarantee, price, shares"),
		"a rise of 4 percent", "that the minister resign"},
}

// threatModes are those of THREATEN.
var threatModes = modes{
	{"violence", formsOf("attack, attacks, attacked, bomb, bombs, shell, strike back, invade, enter, storm, kill, destroy, retaliate, retaliation, missile, missiles, force, crush, war, fight, raid"),
		"to bomb the pass", "to strike at five ports"},
	{"territory", formsOf("occupy, seize, annex, take control, territory"),
		"to occupy the valley", "to leave the valley"},
	{"expel", formsOf("expel, expelled, expulsion, deport"),
		"to expel the envoy", "to leave the talks"},
	{"arrest", formsOf("arrest, arrested, detain, jail, imprison, prosecute"),
		"to arrest the leaders", "to leave the talks"},
	{"ban", formsOf("ban, banned, outlaw"),
		"to ban the party", "to leave the talks"},
	{"restrict", formsOf("strike, strikes, striking, walkout, walk out, boycott, blockade, block, blocking, curfew, sanction, sanctions, embargo, close, closing, shut, road, roads, cut off, tariff, tariffs"),
		"to strike at five ports", "to bomb the pass"},
	{"relations", formsOf("leave, quit, resign, withdraw, suspend, end, break, break off, talks, coalition, government, alliance, treaty, relations, cancel, walk away, arbitration, court, sue, meeting"),
		"to leave the coalition", "to bomb the pass"},
}
