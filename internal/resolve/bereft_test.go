package resolve

import (
	"strings"
	"testing"
)

// The clause begins where the bar stands.
func TestIsBereft(t *testing.T) {
	for _, c := range []struct {
		words string
		want  bool
	}{
		{"Marit Dahl | , whose brother is among the men", true},
		{"Marit Dahl | , whose elder brother is among the men", true},
		{"Ines Marrow | , who lost her house", true},
		{"Ines Marrow | , 43 , who had lost two sons", true},
		{"a weaver | , whose son is among the sick", true},
		{"a driver | who survived the crash", true},

		{"Marit Dahl | , whose party lost", false},
		{"Ines Marrow | , who lost the vote", false},
		{"Ines Marrow | , who founded the firm", false},
		{"Ines Marrow | , who won , and her son", false},
		{"Ines Marrow | and her son", false},
		{"Ines Marrow | ,", false},
	} {
		before, _, _ := strings.Cut(c.words, " | ")
		r := readingOf(strings.Replace(c.words, "| ", "", 1))
		for i, w := range r.words {
			if w.Low == "00" {
				r.tags[i] = tagCD
			}
		}
		if got := r.isBereft(len(strings.Fields(before))); got != c.want {
			t.Errorf("%s: %v", c.words, got)
		}
	}
}

// Whoever has a brother is a person, and private unless an office is named.
func TestReadLoss(t *testing.T) {
	for _, c := range []struct {
		words    string // the mention, a bar, what follows
		entity   entity
		sort     sort
		standing standing
	}{
		{"Marit Dahl | , whose brother is missing", entity{named: true, sort: person}, person, private},
		{"Ines Marrow | , who lost her house", entity{named: true, sort: organisation}, person, private},
		{"Lena Sorn | , whose sister works there", entity{named: true, sort: person, standing: public}, person, public},
		{"Mayor Orla Field | , who lost her house", entity{named: true, sort: person}, person, unstated},
		{"Sefra Bank | , whose parent was sold", entity{named: true, sort: organisation, firm: true}, organisation, unstated},
		{"Marit Dahl | , whose party lost", entity{named: true, sort: person}, person, unstated},
	} {
		before, _, _ := strings.Cut(c.words, " | ")
		r := readingOf(strings.Replace(c.words, "| ", "", 1))
		r.mentions = []mention{{end: len(strings.Fields(before)), form: named}}
		r.entities = []entity{c.entity}
		r.readLoss(0)
		if e := r.entities[0]; e.sort != c.sort || e.standing != c.standing {
			t.Errorf("%s: sort %d and standing %d, want %d and %d", c.words, e.sort, e.standing, c.sort, c.standing)
		}
	}
}
