package cast

import (
	"strings"
	"unicode"

	"hearsay"
)

// joinOutlets joins what a report cites to the outlet that stands above another:
// by the same name, or by what the name begins with, where no second outlet's does.
//
//	Pallas reported …      Outlet: Pallas News Agency
//	The Messenger          Outlet: Ostrel Messenger
func (c *casting) joinOutlets() {
	outlets := c.index(func(p *party) []string {
		if p.at.Actor >= 0 {
			return nil
		}
		return append(shortForms(p.names[0].words), p.names[0].key())
	})
	names, places := c.longNames(), c.datelines()
	for i := range c.parties {
		p := &c.parties[i]
		if p.at.Actor < 0 || p.kind != "" && p.kind != hearsay.Outlet {
			continue
		}
		for _, n := range p.names {
			if !n.proper || len(names[n.key()]) > 1 || p.kind == "" && places[n.key()] {
				continue
			}
			if j := c.only(outlets.at[n.key()]); j >= 0 && c.join(i, j, "the outlet "+quoted(c.parties[j].names[0].printed)) {
				break
			}
		}
	}
}

// datelines returns the places in capitals that reports are dated from, in lower
// case: "SALTMERE, April 13 (CNA)". A name that is one of them is the town's, or
// stands for its government, and not for the Saltmere Telegraph.
func (c *casting) datelines() map[string]bool {
	places := map[string]bool{}
	for _, r := range c.records {
		end := strings.IndexFunc(r.Report.Text, func(x rune) bool { return !unicode.IsUpper(x) && x != ' ' && x != '-' && x != '\'' })
		if end < 3 {
			continue
		}
		if place := strings.TrimSpace(strings.TrimSuffix(r.Report.Text[:end], "-")); len(place) > 2 {
			places[strings.ToLower(place)] = true
		}
	}
	return places
}
