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

// joinBody joins those that are called by one noun: first those of whom the same
// is said, then, if nothing that is said of any contradicts what is said of
// another, all of them.
func (c *casting) joinBody(noun string, at []int) {
	first := map[string]int{}
	for _, i := range at {
		n, _ := c.parties[i].called(noun)
		if len(about(n)) == 0 && (n.proper || vagueBodies[noun]) {
			continue
		}
		k := strings.Join(about(n), " ")
		if j, known := first[k]; known {
			c.join(j, i, "also called "+quoted(n.printed))
		} else {
			first[k] = i
		}
	}
	if vagueBodies[noun] {
		return
	}
	for k, i := range at {
		for _, j := range at[:k] {
			if c.find(i) != c.find(j) && !c.alike(noun, i, j) {
				return
			}
		}
	}
	for _, i := range at[1:] {
		c.join(at[0], i, "the only "+noun+" that these reports speak of")
	}
}

// alike reports whether nothing that is said of one body contradicts what is said
// of another.
func (c *casting) alike(noun string, i, j int) bool {
	for _, n := range c.parties[i].names {
		if n.last() == noun && c.fits(n, noun, j) {
			return true
		}
	}
	return false
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
