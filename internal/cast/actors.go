package cast

import (
	"cmp"
	"slices"

	"hearsay"
)

// actors returns the groups as actors: those that most reports have first, then by
// where they are first read.
func (c *casting) actors() []hearsay.StoryActor {
	var all []hearsay.StoryActor
	begun := map[int]int{} // of a group its first member
	for i := range c.parties {
		g := c.find(i)
		if _, known := begun[g]; known {
			continue
		}
		begun[g] = i
		slices.Sort(c.groups[g].members)
		all = append(all, c.actor(c.groups[g]))
	}
	slices.SortStableFunc(all, func(a, b hearsay.StoryActor) int { return cmp.Compare(reports(b), reports(a)) })
	for i := range all {
		all[i].ID = i
	}
	return all
}

// reports counts the reports that mention an actor.
func reports(a hearsay.StoryActor) int {
	n, last := 0, -1
	for _, at := range a.Seen {
		if at.Report != last {
			n, last = n+1, at.Report
		}
	}
	return n
}

func (c *casting) actor(g group) hearsay.StoryActor {
	a := hearsay.StoryActor{Kind: c.kindOf(g), Name: c.nameOf(g), Private: true}
	at := map[string]int{}
	for _, m := range g.members {
		p := &c.parties[m]
		if p.at.Actor < 0 {
			a.Publishes = append(a.Publishes, p.at.Report)
			a.Private = false
		} else {
			a.Seen = append(a.Seen, p.at)
			a.Private = a.Private && c.records[p.at.Report].Actors[p.at.Actor].Private
		}
		for _, n := range p.names {
			k, known := at[n.printed]
			if !known {
				k, at[n.printed] = len(a.Aliases), len(a.Aliases)
				a.Aliases = append(a.Aliases, hearsay.Alias{Words: n.printed, Why: cmp.Or(c.why[m], "so named in the report itself")})
			}
			if p.at.Actor >= 0 {
				a.Aliases[k].Seen = append(a.Aliases[k].Seen, p.at)
			}
		}
	}
	return a
}

// kindOf returns the kind that most members have; organisation counts only where
// nothing else is known, or where few take it for an outlet.
func (c *casting) kindOf(g group) hearsay.ActorKind {
	count := map[hearsay.ActorKind]int{}
	for _, m := range g.members {
		count[c.parties[m].kind]++
	}
	best := hearsay.Organisation
	for _, k := range hearsay.ActorKinds {
		if count[k] > count[best] {
			best = k
		}
	}
	if best == hearsay.Outlet && 2*count[best] < len(g.members) {
		return hearsay.Organisation
	}
	return best
}

// nameOf returns the fullest proper name, of equals the one that most members
// have; without any the first.
func (c *casting) nameOf(g group) string {
	count := map[string]int{}
	best, rank := c.parties[g.members[0]].names, [2]int{-1, 0}
	chosen := ""
	if len(best) > 0 {
		chosen = bare(best[0])
	}
	for _, m := range g.members {
		for _, n := range c.parties[m].names {
			if !n.proper {
				continue
			}
			count[bare(n)]++
			if r := [2]int{len(n.words), count[bare(n)]}; r[0] > rank[0] || r[0] == rank[0] && r[1] > rank[1] {
				chosen, rank = bare(n), r
			}
		}
	}
	if chosen == "" {
		p := c.parties[g.members[0]]
		chosen = c.records[p.at.Report].Actors[p.at.Actor].Name
	}
	return chosen
}

// bare returns a proper name without article and titles, any other as printed.
func bare(n name) string {
	words := fields(n.printed)
	if !n.proper || len(words) < len(n.words) {
		return n.printed
	}
	if last := words[len(words)-len(n.words):]; slices.Equal(foldAll(last), n.words) {
		return join(last)
	}
	return n.printed
}

func join(words []string) string {
	out := ""
	for i, w := range words {
		if i > 0 {
			out += " "
		}
		out += w
	}
	return out
}
