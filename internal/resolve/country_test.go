package resolve

import "testing"

func TestIsDemonym(t *testing.T) {
	for _, c := range []struct {
		adjective, place string
		want             bool
	}{
		{"tessaran", "tessara", true}, {"amrithi", "amrith", true}, {"dorsenan", "dorsena", true}, {"italian", "italy", true},
		{"chinese", "china", true}, {"swedish", "sweden", true}, {"estmarker", "estmark", true}, {"canadian", "canada", true},
		{"portuguese", "portugal", false}, // unlike any other: known to the CLDR
		{"roman", "romania", false}, {"tessara", "tessara", false}, {"indian", "indiana", false}, {"velmark", "vell", false},
		{"an", "a", false}, {"", "", false},
	} {
		if got := isDemonym(c.adjective, c.place); got != c.want {
			t.Errorf("%s from %s: %v", c.adjective, c.place, got)
		}
	}
}

func TestWorld(t *testing.T) {
	w := world()
	for _, c := range []struct {
		table      map[string]string
		word, code string
	}{
		{w.byName, "france", "FR"}, {w.byName, "united kingdom", "GB"}, {w.byName, "velmark", ""},
		{w.byCapital, "paris", "FR"}, {w.byCapital, "ottawa", "CA"}, {w.byCapital, "velmark", ""},
		{w.byAdjective, "french", "FR"}, {w.byAdjective, "polish", "PL"}, {w.byAdjective, "turkish", "TR"},
		{w.byAdjective, "english", ""}, // not of the United States
	} {
		if got := c.table[c.word]; got != c.code {
			t.Errorf("%s: %q, want %q", c.word, got, c.code)
		}
	}
	if countryNamed([]string{"u.s."}) != "US" || countryNamed([]string{"is"}) != "" {
		t.Error("two letters")
	}
}
