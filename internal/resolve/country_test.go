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
