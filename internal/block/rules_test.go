package block

import (
	"slices"
	"strings"
	"testing"
)

// examples hold, for each rule by name, paragraphs that it must give its kind
// and paragraphs that must stay body. Those that a rule takes only at a report's
// edge or in brackets are tried at its edge.
var examples = map[string]struct{ yes, no []string }{
	"desk heading in brackets": {
		yes: []string{
			"(Updates with council's reply, Ryle comment in third paragraph)", "(Adds details in paragraphs 3-5, background)",
			"(Recasts, adds quotes)", "[Corrects spelling of Orrel throughout]", "(Changes lead, adds toll)",
			"(Updates toll, paragraph 2; adds envoy's quotes, paras 7, 9)", "(Refiles to fix headline)", "(Corrected to say Thursday, not Friday.)",
		},
		no: []string{
			"Adds up to a long night for the envoys, Holt said.", "(Updated maps hang in the town hall.)",
			"(The council adds members every year.)", "(Adding to the strain, the bridge is shut, Vost said) and so they wait.",
		},
	},
	"desk heading": {
		yes: []string{
			"Adds details in paragraphs 3-5", "* Recasts lead, adds analyst comment", "Updates with reply, background",
			"Corrects name in final paragraph to Vost, not Voss", "Adds byline",
		},
		no: []string{
			"Adds Holt: “The details are still being worked out.”", "Updates on the bridge come every hour.",
			"Corrects course, the ferry did.", "Drops in the price were seen in every paragraph of the market.",
		},
	},
	"labelled": {
		yes: []string{
			"Correction: The toll was 12, not 21.", "CORRECTED: The vote is on Thursday, not Friday.", "Correction, April 3: An envoy's name was misspelled.",
			"Corrections (April 3): The bridge is in Sennet.", "Editor's note: Some names were left out at the families' request.",
			"EDITORS’ NOTE — This is the first of two parts.", "Eds: Adds photo links. Will be led.", "Clarification - The fund is a charity.",
			"Correction appended.", "For the record: Mara Holt is 61.", "Note to editors: Embargoed until noon.", "REFILE: Fixes typo in headline",
			"Story removed: the council denies the meeting", "Corrections & Clarifications: The map was wrong.", "CLARIFICATION:",
		},
		no: []string{
			"Correction officers said: “We were outnumbered.”", "Corrections are made in the yard, she said.",
			"For the record, she said: “I was never asked.”", "Editors at the paper said: no comment.",
			"Corrected figures: 12 dead, 3 missing, the ministry said.", "Note the date: April 3.", "Clarification was not to be had on Monday.",
		},
	},
	"labelled in capitals": {
		yes: []string{"ADVISORY: A wrap of the talks will move by noon.", "WITHDRAWN: The source has taken back the account.", "KILL - Please do not use.", "NOTE: Times are local."},
		no: []string{
			"Advisory: Stay at home, the mayor told the town.", "KILL TEAM LEADER: the phrase was Holt's.", "Note: she smiled.",
			"Repeat: “We will not sign,” she said.",
		},
	},
	"update told of the text": {
		yes: []string{
			"UPDATE: This story has been updated with the council's reply.", "Update (3 April): An earlier version of this story gave the wrong date; it has been corrected.",
			"UPDATE, 11:20 a.m. — This post has been updated to include the ministry's answer.", "Note: This article was changed after the vote.",
		},
		no: []string{
			"UPDATE: The council now says 12 people died.", "UPDATE, 3:15 p.m.: The ministry denied the report.",
			"Update: “This story is false,” Holt said.",
		},
	},
	"updated to": {
		yes: []string{"Updated with comment from the ministry", "Updated at 11:20 a.m. to add the envoy's reply.", "Corrected to show that Vost is a captain.", "UPDATED throughout"},
		no: []string{
			"Updated rules to include the harbour were read out.", "Revised plans with a second bridge were shown.",
			"Corrected with a red pen, the list read: “Holt, Vost.”",
		},
	},
	"this story was updated": {
		yes: []string{
			"This story has been updated to add the spokesman's post.", "(This article was corrected on April 3 to give the right date.)",
			"The article has been amended to remove a name.", "This report, first published on Monday, was updated with new figures.",
			"This post has since been revised.", "This story will be updated.", "This news item was withdrawn.",
		},
		no: []string{
			"The report was updated by the ministry on Tuesday.", "This bridge has been updated twice.",
			"This story was told to reporters by Holt.", "The page said “this story has been updated”.",
			"The story of the bridge is long. It has been updated in song.", "This is the story that the council has amended its law.",
			"This article of the treaty, Holt said, is dead. It was removed in May.",
		},
	},
	"this version corrects": {
		yes: []string{"This version corrects the spelling of Sennet.", "This story corrects that the vote was on Monday.", "This version of the story adds the reply."},
		no:  []string{"This version of events adds to the anger, Holt said.", "This law corrects an old wrong."},
	},
	"an earlier version": {
		yes: []string{
			"An earlier version of this article misstated the toll.", "A previous version of this story said the vote was on Monday.",
			"Earlier versions of this report gave the wrong age.", "In an earlier version of this post, the envoy's name was wrong.",
			"The original version of this article has been changed.",
		},
		no: []string{
			"An earlier version of the bill misstated the cost.", "An earlier version of the report, seen by Radio Drenn, gave the toll as 12.",
			"A previous version of events was denied.",
		},
	},
	"an earlier article": {
		yes: []string{"An article on Monday about the bridge misstated its length.", "An earlier story incorrectly said that Vost had resigned."},
		no:  []string{"An earlier story said that Vost had resigned.", "An article on Monday said the bridge was shut.", "A story is told of the bridge."},
	},
	"the headline of this": {
		yes: []string{"The headline of this article has been changed.", "A caption on an earlier version gave the wrong name."},
		no:  []string{"The headline of this week was the truce.", "The table of the talks had been moved."},
	},
	"because of an error": {
		yes: []string{"Because of an editing error, an article on Monday gave the wrong age.", "Due to a production error, a version without its end was published."},
		no:  []string{"Because of an editing error, the film ran for nine hours.", "Due to a technical problem, the trains stood still."},
	},
	"we have updated": {
		yes: []string{"We have updated this story with the ministry's reply.", "We’ve corrected this article."},
		no:  []string{"We have updated the locks, Holt said.", "We corrected this law in May."},
	},
	"developing": {
		yes: []string{"This is a developing story and will be updated.", "(This is a breaking news story. Check back for updates.)", "Developing…", "Please check back later for more."},
		no:  []string{"This is a story of two towns.", "Developing countries want more.", "Check back doors, the mayor told the town."},
	},
	"please disregard": {
		yes: []string{"Please disregard the story headed “Council signs”."},
		no:  []string{"Please disregard the noise, Holt told them."},
	},
	"reporting by": {
		yes: []string{"(Reporting by Irena Moss; editing by Lise Hartog)", "[Compiled from the ferry's log by staff]", "(With additional reporting by our man in Kelder)"},
		no:  []string{"(Reporting is hard, Moss said.)", "(Written in haste by the envoy.)", "Reporting by telephone is hard, Moss wrote."},
	},
	"copyright": {
		yes: []string{"Copyright 2031 Meridian Wire", "(c) 2031 Radio Drenn", "Copyright © Norden Press", "All rights reserved."},
		no:  []string{"Copyright law is changing, Holt said.", "All rights are equal, she said."},
	},
	"supplied by": {
		yes: []string{
			"Some material in this report was supplied by Pallas.", "This story was originally published by Radio Drenn.", "With material from Norden Press",
			"From staff and wire reports", "This piece first appeared in the Gazette.",
		},
		no: []string{"Some material was supplied by Pallas, Holt said.", "This report was supplied to the court.", "With help from the envoy, talks went on.", "From the bridge they saw smoke."},
	},
	"source": {
		yes: []string{"Source: Norden Press", "Agencies: Pallas, Meridian Wire"},
		no:  []string{"Source: the ministry. It would not say more.", "Sources said: no."},
	},
	"related label": {
		yes: []string{
			"Read more: The roads that stay closed", "RELATED: Who owns the bridge?", "Watch: Life at the crossings", "See also: The envoy's map",
			"More on this story: The toll so far | The terms", "More from Drenn: Ferries stop", "Related stories:", "Read our full story: Council signs",
		},
		no: []string{"Read the terms, Holt told the council: they are short.", "Watch the bridge, she said: it moves.", "See: even the mayor came late to every one of the talks. " + strings.Repeat("They went on. ", 30)},
	},
	"related heading": {
		yes: []string{"Read more", "Related stories", "More on this story"},
		no:  []string{"Related to Holt", "Read the letter", "More on this story came out on Monday, she said."},
	},
	"furniture": {
		yes: []string{"Advertisement", "ADVERTISEMENT", "Share this", "Most read", "-30-", "ENDS", "Loading...", "Back to top"},
		no:  []string{"Share prices fell.", "Ends meet, she said.", "Most read it.", "Comments were few."},
	},
	"call to the reader": {
		yes: []string{
			"Sign up for the Drenn newsletter", "Follow Ida Brock on Twitter @idabrock.example", "Subscribe to our podcast here.", "Click here to support us",
			"Story continues below", "Follow us",
		},
		no: []string{"Follow the money, Holt said.", "Sign the text, she told them.", "Click by click the lock gave way.", "Join the council, he was told."},
	},
	"as published": {
		yes: []string{"As published in the Harbour Gazette."},
		no:  []string{"As published in May, the list was short.", "As seen from the bridge, Drenn burned."},
	},
	"our next": {
		yes: []string{"Our next bulletin is at three o'clock."},
		no:  []string{"Our next step is the court, Holt said.", "The next programme of aid is in doubt."},
	},
	"continues below": {
		yes: []string{"Article continues below", "Continue reading the main story"},
		no:  []string{"The story continues, she said.", "Continue and be damned, he said."},
	},
	"see below": {
		yes: []string{"Watch the full interview below:", "Read the rest here.", "(See the whole timeline below.)"},
		no:  []string{"See the bridge from above, as pilots do.", "Read it and weep, he said, here and now, to all.", "Watch the street here, “not there”, Holt told them."},
	},
	"picture credit": {
		yes: []string{"Photo: Ida Brock", "Image credit: Norden Press", "Picture by Ida Brock"},
		no:  []string{"Photos of the bridge were shown.", "Video of the raid, said Holt, is false."},
	},
	"more to follow": {
		yes: []string{"More to come", "(MORE)", "More follows."},
		no:  []string{"More is on the way.", "More came."},
	},
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		e, ok := examples[r.name]
		if !ok || len(e.yes) == 0 || len(e.no) == 0 {
			t.Errorf("rule %q has no examples of what it must and must not match", r.name)
		}
		for _, words := range e.yes {
			if got := kindOf(atTheEdge(words)); got != r.kind {
				t.Errorf("%s: %q is %s, want %s", r.name, words, got, r.kind)
			}
		}
		for _, words := range e.no {
			if got := kindOf(atTheEdge(words)); got.InStory() == false {
				t.Errorf("%s: %q is %s, want body", r.name, words, got)
			}
		}
	}
	if len(examples) != len(rules) {
		t.Errorf("%d rules and examples for %d", len(rules), len(examples))
	}
}

func atTheEdge(words string) passage {
	v := passageOf(words)
	v.top, v.end = true, true
	return v
}

// Every rule is reached by some word, its own examples among them, and no rule
// hides behind another: of its examples at least one is its own.
func TestRulesAreReached(t *testing.T) {
	for _, r := range rules {
		own := slices.ContainsFunc(examples[r.name].yes, func(words string) bool {
			return deciding(atTheEdge(words)) == r.name || deciding(passageOf(words)) == r.name
		})
		if !own {
			t.Errorf("rule %q decides none of its examples", r.name)
		}
	}
}

// deciding returns the name of the rule that decides a passage's kind.
func deciding(v passage) string {
	for _, c := range byFirst[v.first()] {
		if c.applies(v) && c.lead().MatchString(v.lead()) {
			return c.name
		}
	}
	return ""
}

// What a rule must hold to be tried is in whatever it matches.
func TestHolds(t *testing.T) {
	for _, r := range rules {
		for _, words := range examples[r.name].yes {
			v := atTheEdge(words)
			for _, c := range byFirst[v.first()] {
				if c.name == r.name && c.lead().MatchString(v.lead()) && !c.mayMatch(v.lead()) {
					t.Errorf("%s: %q matches, but holds none of %q", r.name, words, r.holds)
				}
			}
		}
	}
}
