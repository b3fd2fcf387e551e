package resolve

import (
	"strings"
	"testing"
	"unicode"

	"hearsay"
)

// Names stand in brackets, those of persons in braces.
func TestMended(t *testing.T) {
	for _, c := range []struct{ found, want string }{
		{"the [ Dock ] and [ Quay Workers ' Union ]", "the [ Dock and Quay Workers ' Union ]"},
		{"the [ Dock ] and [ Quay Workers ] ' Union", "the [ Dock and Quay Workers ' Union ]"},
		{"the [ Velmark ] & [ Sefra Bank ]", "the [ Velmark & Sefra Bank ]"},
		{"the [ Miners ] ' Union", "the [ Miners ' Union ]"},
		{"[ Work ] and Arbitration Minister { Rufus Tennant }", "Work and Arbitration Minister { Rufus Tennant }"},
		{"[ Work ] and { Arbitration Minister Rufus Tennant }", "Work and { Arbitration Minister Rufus Tennant }"},

		{"[ Amrith ] and [ Dorsena Bank ]", "[ Amrith ] and [ Dorsena Bank ]"},
		{"the [ Dravna ] 's [ Board ]", "the [ Dravna ] 's [ Board ]"},
		{"the [ Dravna ] or [ Sefra Bank ]", "the [ Dravna ] or [ Sefra Bank ]"},
		{"the [ Dravna ] and [ Sefra ]", "the [ Dravna ] and [ Sefra ]"},
		{"the [ North Velmark Ferry ] and [ Sefra Bank ]", "the [ North Velmark Ferry ] and [ Sefra Bank ]"},
		{"the [ Miners ] ' union", "the [ Miners ] ' union"},
		{"the [ Miners ] ' Lamps", "the [ Miners ] ' Lamps"},
		{"[ Amrith ] and { Rufus Tennant }", "[ Amrith ] and { Rufus Tennant }"},
		{"[ Amrith ] or Arbitration Minister { Rufus Tennant }", "[ Amrith ] or Arbitration Minister { Rufus Tennant }"},
	} {
		r, names := bracketed(c.found)
		if got := r.inBrackets(r.mended(names)); got != c.want {
			t.Errorf("%s: %s, want %s", c.found, got, c.want)
		}
	}
}

// bracketed reads a line with names in brackets; a capital letter makes a proper noun.
func bracketed(line string) (*reading, []hearsay.Name) {
	var words []string
	var names []hearsay.Name
	for w := range strings.FieldsSeq(line) {
		switch w {
		case "[":
			names = append(names, hearsay.Name{First: len(words), Kind: hearsay.OrganisationName})
		case "{":
			names = append(names, hearsay.Name{First: len(words), Kind: hearsay.PersonName})
		case "]", "}":
			names[len(names)-1].End = len(words)
		default:
			words = append(words, w)
		}
	}
	r := readingOf(strings.Join(words, " "))
	for i, w := range words {
		if unicode.IsUpper(rune(w[0])) {
			r.tags[i] = tagNNP
		}
	}
	return r, names
}

func (r *reading) inBrackets(names []hearsay.Name) string {
	var out []string
	open := map[int]string{}
	closed := map[int]string{}
	for _, n := range names {
		open[n.First], closed[n.End-1] = "[", "]"
		if n.Kind == hearsay.PersonName {
			open[n.First], closed[n.End-1] = "{", "}"
		}
	}
	for i, w := range r.words {
		for _, s := range []string{open[i], w.Text, closed[i]} {
			if s != "" {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, " ")
}
