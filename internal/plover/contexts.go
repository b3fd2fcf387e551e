package plover

import (
	"slices"
	"strings"
)

// context is a context code with the words that show it.
type context struct {
	name    string
	forms   forms
	yes, no string
}

// contextTable lists the contexts of the manual's table that words alone show, in
// its order.
var contextTable = []context{
	{"military", formsOf("army, troops, soldiers, fighters, rebels, militia, military, war, truce, cease-fire, ceasefire, front, offensive, shelling, captives, hostages, missile, weapons, siege, artillery, commander"),
		"the army would leave the valley", "the firm would leave the market"},
	{"intelligence", formsOf("intelligence, spy, spies, espionage"), "a spy had been seen", "a spire had been seen"},
	{"peacekeeping", formsOf("peacekeepers, peacekeeping, blue helmets"), "peacekeepers would come", "housekeepers would come"},
	{"economic", formsOf("pay, wage, wages, strike, union, price, shares, bid, takeover, merger, trade, tariff, tariffs, jobs, market, bank, company, investors, economy, exports, budget"),
		"pay would rise", "the river would rise"},
	{"diplomatic", formsOf("envoy, ambassador, mediator, mediators, foreign minister, foreign ministry, treaty, summit, embassy, diplomat, diplomats, negotiators"),
		"the envoy had gone", "the train had gone"},
	{"resource", formsOf("border, territory, oil, gas field, water rights, fishing grounds, mine, mining"), "oil had been found", "a coin had been found"},
	{"disease", formsOf("epidemic, outbreak, virus, vaccine, vaccines"), "the virus had spread", "the word had spread"},
	{"enviro_disaster", formsOf("flood, floods, earthquake, storm, wildfire, collapse, collapsed, landslide, spill, eruption"), "the flood had come", "the bus had come"},
	{"migration", formsOf("refugee, refugees, displaced, migrants, asylum"), "refugees had come", "tourists had come"},
	{"humanitarian", formsOf("humanitarian, relief agency, relief office, aid convoy, food aid, ambulances"), "ambulances were let through", "trucks were let through"},
	{"legal", formsOf("court, judge, warrant, prosecutor, prosecutors, tribunal, trial, lawsuit, indictment"), "the court had met", "the choir had met"},
	{"human_rights", formsOf("human rights"), "human rights were named", "the rights were sold"},
	{"rights_freedoms", formsOf("press freedom, free speech, right to vote, civil liberties"), "press freedom was named", "the press was named"},
	{"terrorism", formsOf("terrorism, terrorist, terrorists"), "terrorists were named", "tenors were named"},
	{"human_security", formsOf("food supplies, drinking water, power cuts, housing, electricity"), "electricity was cut", "a cake was cut"},
	{"government", formsOf("cabinet, minister, ministry, prime minister, president, governor, mayor"), "the governor spoke", "the gardener spoke"},
	{"election", formsOf("election, elections, ballot, ballots, campaign, poll, polls, recount"), "the election was held", "the fair was held"},
	{"legislative", formsOf("parliament, coalition, lawmakers, senate, legislature"), "the coalition met", "the choir met"},
	{"cbrn", formsOf("nuclear, chemical weapons, nerve agent, radiation"), "nuclear arms were named", "bare arms were named"},
	{"cyber", formsOf("cyber, hackers, malware, ransomware"), "hackers had come", "bankers had come"},
	{"corruption", formsOf("bribe, bribes, bribery, corruption, embezzlement"), "bribes were paid", "bills were paid"},
	{"crime", formsOf("murder, theft, robbery, drugs, smuggling, crime"), "a murder was told of", "a wedding was told of"},
}

// contexts returns the contexts that the statement's words show, or else the one
// that the report's words show most, if they do so often.
func (c *coder) contexts() []string {
	words := strings.ToLower(words(c.told.Source, c.record.Report.Text)) + " " + c.cueWords() + " " + c.words
	var all []string
	for _, k := range contextTable {
		if k.forms.in(words) {
			all = append(all, k.name)
		}
	}
	if len(all) > 0 {
		return all
	}
	best, most := "", often-1
	report := strings.ToLower(c.record.Report.Text)
	for _, k := range contextTable {
		if n := k.forms.count(report); n > most {
			best, most = k.name, n
		}
	}
	if best != "" {
		all = append(all, best)
	}
	return slices.Clip(all)
}

// often is how many words of a context a report needs to be about it.
const often = 3
