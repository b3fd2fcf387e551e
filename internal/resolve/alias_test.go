package resolve

import (
	"strings"
	"testing"
)

func TestFit(t *testing.T) {
	const persons, bodies = true, false
	for _, c := range []struct {
		x, y   string
		person bool
		want   match
	}{
		{"tomas ardo", "tomas ardo", persons, sameName},
		{"ardo", "tomas ardo", persons, familyName},
		{"tomas ardo", "ardo", persons, familyName},
		{"t. ardo", "tomas ardo", persons, familyName},
		{"tomas j. ardo", "tomas ardo", persons, familyName},
		{"tom ardo", "tomas ardo", persons, familyName},
		{"tomas ardo", "tomas ardo jr.", persons, familyName},
		{"mina", "mina holt", persons, givenName},
		{"petra ardo", "tomas ardo", persons, noMatch},
		{"tomas berg", "tomas ardo", persons, noMatch},
		{"berg", "tomas ardo", persons, noMatch},

		{"front", "merrow coast front", bodies, partOfName},
		{"dravna", "dravna minerals", bodies, partOfName},
		{"tst", "tessaran state television", bodies, initials},
		{"t.s.t.", "tessaran state television", bodies, initials},
		{"lcs", "league of coastal states", bodies, initials},
		{"national", "national mine rescue service", bodies, noMatch}, // many begin so
		{"party", "hearth party", bodies, noMatch},                    // a noun, for nominal.go
		{"senate", "senate republicans", bodies, noMatch},
		{"coast", "merrow coast front", bodies, noMatch},
		{"harbour gazette", "harbour authority", bodies, noMatch},
	} {
		got := fit(strings.Fields(c.x), strings.Fields(c.y), c.person, c.person)
		if got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// Of one word whoever names things may take a family name for an organisation's;
// of several words hardly.
func TestFitAcrossSorts(t *testing.T) {
	for _, c := range []struct {
		body, person string
		want         match
	}{
		{"korrel", "korrel", sameName}, {"holt", "mina holt", partOfName}, {"holt institute", "mina holt", noMatch},
	} {
		if got := fit(strings.Fields(c.body), strings.Fields(c.person), false, true); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.body, c.person, got, c.want)
		}
	}
}

func TestAcronym(t *testing.T) {
	for name, want := range map[string]string{
		"national mine rescue service": "nmrs", "league of coastal states": "lcs", "hearth": "", "bank of drenn": "bd",
	} {
		if got := acronym(strings.Fields(name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
