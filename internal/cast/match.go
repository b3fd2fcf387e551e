package cast

import (
	"slices"
	"strings"

	"hearsay"
)

// joinNames joins those with the same name. A family name alone is none, but with
// the same office it is: "Governor Havlin" in two reports. Nor is a word that
// several names in the story begin with.
func (c *casting) joinNames() {
	long := c.longNames()
	x := c.index(func(p *party) []string {
		var keys []string
		for _, n := range p.names {
			switch {
			case !n.proper || len(n.words) == 1 && len(long[n.key()]) > 1:
			case len(n.words) > 1 || p.kind != hearsay.Person:
				keys = append(keys, n.key())
			case len(n.office) > 0:
				keys = append(keys, strings.Join(n.office, " ")+" "+n.key())
			}
		}
		return keys
	})
	for _, k := range x.keys {
		at := x.at[k]
		for _, j := range at[1:] {
			c.join(at[0], j, "the same name")
		}
	}
}

// joinFamilyNames joins a family name to the one person in the story who bears it
// with a given name.
func (c *casting) joinFamilyNames() {
	full := c.index(func(p *party) []string {
		var keys []string
		for _, n := range p.names {
			if p.kind == hearsay.Person && n.proper && len(n.words) > 1 {
				keys = append(keys, n.last())
			}
		}
		return keys
	})
	for i := range c.parties {
		p := &c.parties[i]
		if p.kind != hearsay.Person || c.groups[c.find(i)].full != nil {
			continue
		}
		for _, n := range p.names {
			if !n.proper || len(n.words) != 1 {
				continue
			}
			if j := c.only(full.at[n.words[0]]); j >= 0 {
				c.join(i, j, "the family name of the only "+title(n.words[0])+" that these reports name in full")
			}
		}
	}
}

func title(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// joinShortForms joins a name to the one longer name that begins or ends with it,
// or has its initials. What several names begin with ("Sollund" of the Sollund
// Harbour Authority and Sollund University) is no short form of any.
func (c *casting) joinShortForms() {
	long := c.index(func(p *party) []string {
		var keys []string
		for _, n := range p.names {
			if n.proper && len(n.words) > 1 && p.kind != hearsay.Person {
				keys = append(keys, shortForms(n.words)...)
			}
		}
		return keys
	})
	names := c.longNames()
	for i := range c.parties {
		if c.parties[i].kind == hearsay.Person {
			continue
		}
		for _, n := range c.parties[i].names {
			if !n.proper || len(names[n.key()]) != 1 {
				continue
			}
			if j := c.only(long.at[n.key()]); j >= 0 {
				c.join(i, j, "a short form of "+quoted(c.nameWith(j, n.key())))
			}
		}
	}
}

// longNames returns for each short form the longest names that have it: one that is
// a short form of another itself is not counted.
func (c *casting) longNames() map[string][]string {
	names := map[string][]string{}
	var all []name
	seen := map[string]bool{}
	for i := range c.parties {
		for _, n := range c.parties[i].names {
			if k := n.key(); n.proper && len(n.words) > 1 && !seen[k] {
				seen[k] = true
				all = append(all, n)
			}
		}
	}
	shorter := map[string]bool{}
	for _, n := range all {
		for _, f := range shortForms(n.words) {
			shorter[f] = true
		}
	}
	for _, n := range all {
		if shorter[n.key()] {
			continue
		}
		forms := shortForms(n.words)
		slices.Sort(forms)
		for _, f := range slices.Compact(forms) {
			names[f] = append(names[f], n.key())
		}
	}
	return names
}

// nameWith returns the name of party j that has a short form.
func (c *casting) nameWith(j int, short string) string {
	for _, n := range c.parties[j].names {
		for _, s := range shortForms(n.words) {
			if s == short {
				return n.printed
			}
		}
	}
	return c.parties[j].names[0].printed
}

// shortForms returns what a name of several words may be shortened to.
func shortForms(words []string) []string {
	var forms []string
	initials := ""
	for k, w := range words {
		if k > 0 {
			forms = append(forms, strings.Join(words[:k], " "), strings.Join(words[k:], " "))
		}
		if !joiners[w] && w != "" {
			initials += w[:1]
		}
	}
	if len(initials) > 1 {
		forms = append(forms, initials)
	}
	return forms
}

// joinOffices joins an office without a name to the one person of whom a report
// says that he or she holds it.
func (c *casting) joinOffices() {
	holders := c.index(func(p *party) []string {
		if p.fullName() == nil {
			return nil
		}
		var keys []string
		for _, n := range p.names {
			if isHeldByOne(n.office) {
				keys = append(keys, strings.Join(n.office, " "))
			}
		}
		return keys
	})
	for i := range c.parties {
		p := &c.parties[i]
		if p.kind != hearsay.Person || c.groups[c.find(i)].full != nil {
			continue
		}
		for _, n := range p.names {
			if n.proper || !isHeldByOne(n.office) || !strings.HasPrefix(strings.ToLower(n.printed), "the ") && len(n.of) == 0 {
				continue
			}
			if j := c.only(holders.at[strings.Join(n.office, " ")]); j >= 0 && c.sameOf(n, j) {
				c.join(i, j, "the office of "+quoted(c.groups[c.find(j)].full.printed))
			}
		}
	}
}

// isHeldByOne reports whether an office has one holder at a time: a spokesman is
// one of several.
func isHeldByOne(office []string) bool {
	if len(office) == 0 {
		return false
	}
	switch office[len(office)-1] {
	case "spokesman", "spokeswoman", "spokesperson", "judge", "officer", "analyst", "economist", "lawyer", "manager", "senator",
		"professor", "inspector", "deputy", "representative", "councillor", "director", "attorney", "general", "colonel", "captain",
		"major", "sergeant", "commander", "executive":
		return false
	}
	return true
}

// sameOf reports whether nothing says that an office is of two: where both say of
// what, they must share a word.
func (c *casting) sameOf(n name, j int) bool {
	if len(n.of) == 0 {
		return true
	}
	stated := false
	for _, m := range c.groups[c.find(j)].members {
		for _, other := range c.parties[m].names {
			if len(other.of) > 0 && len(other.office) > 0 {
				stated = true
				if shares(other.of, n.of) {
					return true
				}
			}
		}
	}
	return !stated
}

func shares(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || len(x) > 3 && len(y) > 3 && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x)) {
				return true
			}
		}
	}
	return false
}
