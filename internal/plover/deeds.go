package plover

import "hearsay"

// deed is a kind of event that is told of, by the words for it.
type deed struct {
	event   Event
	mode    string
	forms   forms
	yes, no string
}

// deeds; the one whose words stand first in the content counts, of several there the
// first in the table.
var deeds = []deed{
	{Retreat, "release", formsOf("released, freed, release, free the, was free, were free, have freed, hand over, handed over"), "the rebels had released four men", "the rebels had taken four men"},
	{Retreat, "ceasefire", formsOf("truce took effect, cease-fire took effect, ceasefire took effect, truce held, cease-fire held, ceasefire held, stopped fighting, guns fell silent"), "the truce took effect at noon", "there was no noise"},
	{Retreat, "withdraw", formsOf("withdrew, withdrawn, withdraw, withdrawal, pulled out, pulled back, had left the, retreated"), "the army had pulled out of the port", "the army held the port"},
	{Retreat, "disarm", formsOf("disarmed, disarm, laid down their arms, surrendered"), "the militia had disarmed", "the militia had armed"},
	{Retreat, "access", formsOf("let inspectors, admitted inspectors, aid convoy reached, allowed aid"), "the army let inspectors in", "the inspectors wrote"},
	{Retreat, "resign", formsOf("resigned, resign, stepped down"), "the minister had resigned", "the minister had signed"},
	{Assault, "abduct", formsOf("abducted, kidnapped, hijacked, taken hostage"), "two men had been abducted", "two men had left"},
	{Assault, "suicide-attack", formsOf("suicide bomber, bombing"), "a suicide bomber had struck", "the bridge had fallen"},
	{Assault, "explosives", formsOf("car bomb, roadside bomb, mine exploded, bomb exploded, bombing"), "a car bomb went off", "a car went off the road"},
	{Assault, "heavy-weapons", formsOf("shelled, shell, shelling, shells, artillery, rocket, rockets, missile, missiles, air strike, airstrike, airstrikes, bombarded, bombed"), "the army had shelled the village", "the army had left the village"},
	{Assault, "firearms", formsOf("shot dead, opened fire, gunmen, fired on"), "gunmen opened fire", "a fire broke out"},
	{Assault, "", formsOf("enter the city, attacked, attack, attacks, stormed, invaded, had struck, raided, massacre, clashes, clashed"), "the rebels had attacked the post", "the rebels had painted the post"},
	{Coerce, "arrest", formsOf("arrested, arrest, detained, jailed, imprisoned, charged with, in custody"), "three men had been arrested", "three men had been seen"},
	{Coerce, "confiscate", formsOf("seized, seize, confiscated"), "the customs had seized the ship", "the customs had cleared the ship"},
	{Coerce, "curfew", formsOf("curfew"), "a curfew was in force", "a law was in force"},
	{Coerce, "martial-law", formsOf("martial law, state of emergency"), "martial law was in force", "a law was in force"},
	{Coerce, "ban", formsOf("banned, outlawed"), "the party had been banned", "the party had been held"},
	{Coerce, "deport", formsOf("deported"), "the two had been deported", "the two had been fed"},
	{Protest, "strike-lim", formsOf("on strike, walked out, striking, joined the strike, strike began"), "the drivers were on strike", "lightning had hit the tower"},
	{Protest, "demo", formsOf("demonstrated, protested, rallied, marched, demonstration, demonstrators"), "hundreds had marched to the gate", "hundreds had eaten at the gate"},
	{Protest, "riot", formsOf("rioted, riot, riots"), "a riot had broken out", "a fire had broken out"},
	{Protest, "obstruct", formsOf("blocked the, blockade of, barricade, barricades"), "relatives had blocked the road", "relatives had walked along the road"},
	{Protest, "boycott", formsOf("boycotted, boycott"), "the party had boycotted the vote", "the party had won the vote"},
	{Sanction, "cancel", formsOf("cancelled, canceled, called off the meeting"), "the envoy had cancelled the visit", "the envoy had paid a visit"},
	{Sanction, "expel", formsOf("expelled, expel"), "the state had expelled the envoy", "the state had met the envoy"},
	{Sanction, "withdraw", formsOf("recalled its ambassador, walked out of the talks, left the talks, quit the talks"), "the party had left the talks", "the party had joined the talks"},
	{Sanction, "sever", formsOf("suspended, suspend, broke off, cut ties, imposed sanctions, halted talks"), "the state had suspended trade", "the state had grown"},
	{Sanction, "convict", formsOf("convicted, found guilty, fined"), "the court had convicted the firm", "the court had met"},
	{Mobilize, "troops", formsOf("mobilised, mobilized, massed, deployed troops, troops were sent, reinforcements"), "the army had massed near the port", "the army had left"},
	{Accuse, "investigate", formsOf("investigating, investigation, inquiry, investigated"), "a criminal investigation had begun", "a show had begun"},
	{Accuse, "disapprove", formsOf("accused, accuses, blamed, blames, condemned, criticised, criticized, denounced, sued"), "the union had accused the firm of greed", "the union had met the firm"},
	{Support, "", formsOf("signed the, signed a, signed an, sign the, ratified, recognised, recognized, praised"), "both had signed the treaty", "both had read the treaty"},
	{Aid, "", formsOf("donated, delivered aid, sent aid, lent, granted asylum"), "the agency had delivered aid", "the agency had closed"},
	{Consult, "phone", formsOf("telephoned, telephone call, phone call, rang him, rang her"), "the chairman had telephoned the minister", "the chairman had seen a film"},
	{Consult, "visit", formsOf("visited, visit, flew to, arrived in"), "the envoy flew to the capital", "the envoy had slept"},
	{Consult, "", formsOf("met with, had met, would meet, will meet, held talks, negotiated, in talks, mediating, were negotiating"), "the two had met", "the two had parted"},
	{Cooperate, "", formsOf("joint exercise, shared intelligence, joint venture, exchanged prisoners, extradited"), "the two held a joint exercise", "the two held a race"},
}

// deed codes a statement that tells of something done; its actor stands before the
// words for it, its recipient after them.
func (c *coder) deed() (Row, bool) {
	switch c.told.Act {
	case hearsay.Assertion, hearsay.FigureAct, hearsay.Prediction, hearsay.Denial:
	default:
		return Row{}, false
	}
	best, at := -1, len(c.words)
	for i, d := range deeds {
		if p := d.forms.at(c.words); p >= 0 && p < at {
			best, at = i, p
		}
	}
	if best < 0 {
		return Row{}, false
	}
	row := Row{Event: deeds[best].event, Mode: deeds[best].mode}
	row.Actor, row.Recipient = c.actorsAround(at)
	if row.Actor == nil && c.isAboutItself() {
		row.Actor = c.speaker()
	}
	return row, true
}
