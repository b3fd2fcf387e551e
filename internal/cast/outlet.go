package cast

import "hearsay"

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
	names := c.longNames()
	for i := range c.parties {
		p := &c.parties[i]
		if p.at.Actor < 0 || p.kind != "" && p.kind != hearsay.Outlet {
			continue
		}
		for _, n := range p.names {
			if !n.proper || len(names[n.key()]) > 1 {
				continue
			}
			if j := c.only(outlets.at[n.key()]); j >= 0 && c.join(i, j, "the outlet "+quoted(c.parties[j].names[0].printed)) {
				break
			}
		}
	}
}
