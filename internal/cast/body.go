package cast

import (
	"strings"

	"hearsay"
)

// # Bodies
//
// "The union" in one report is "the Dock and Quay Workers' Union" in another if no
// second union is named anywhere in the story, and nothing that one says of it is
// contradicted by the other: "the Tessaran army" is "the army", but not "the
// Merrow army".

// joinBodies joins those that are called by a noun for a body to the one actor
// that is such a body.
func (c *casting) joinBodies() {
	x := c.index(func(p *party) []string {
		if p.kind == hearsay.Person || p.kind == hearsay.GroupOfPeople {
			return nil
		}
		var keys []string
		for _, n := range p.names {
			if bodies[n.last()] {
				keys = append(keys, n.last())
			}
		}
		return keys
	})
	for _, noun := range x.keys {
		c.joinBody(noun, x.at[noun])
	}
}

// joinBody joins those that are called by one noun: each that is not named to the
// one it may be.
func (c *casting) joinBody(noun string, at []int) {
	for _, i := range at {
		n, ok := c.parties[i].called(noun)
		if !ok || n.proper || vagueBodies[noun] && len(n.words)+len(n.of) < 2 {
			continue
		}
		found, several := -1, false
		for _, j := range at {
			if c.find(j) == c.find(i) || !c.fits(n, noun, j) {
				continue
			}
			several = several || found >= 0 && c.find(j) != c.find(found)
			if found < 0 {
				found = j
			}
		}
		if found >= 0 && !several {
			c.join(i, found, "the only "+noun+" that these reports speak of")
		}
	}
}

// called returns the name of a party that ends in a noun.
func (p *party) called(noun string) (name, bool) {
	for _, n := range p.names {
		if n.last() == noun {
			return n, true
		}
	}
	return name{}, false
}

// fits reports whether the words before a noun say nothing else of party j than
// of the one called n: those of one are among those of the other.
func (c *casting) fits(n name, noun string, j int) bool {
	for _, other := range c.parties[j].names {
		if other.last() != noun {
			continue
		}
		a, b := about(n), about(other)
		if within(a, b) || within(b, a) {
			return true
		}
	}
	return false
}

// about returns what is said of a body: its modifiers, and whose it is.
func about(n name) []string {
	return append(append([]string{}, n.words[:len(n.words)-1]...), n.of...)
}

func within(a, b []string) bool {
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y || len(x) > 3 && (strings.HasPrefix(y, x) || strings.HasPrefix(x, y))
		}
		if !found {
			return false
		}
	}
	return true
}
