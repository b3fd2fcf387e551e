package atlas

import "testing"

func TestWorld(t *testing.T) {
	for _, c := range []struct {
		lookup     func(string) string
		word, code string
	}{
		{Country, "france", "FR"}, {Country, "united kingdom", "GB"}, {Country, "velmark", ""},
		{Country, "u.s.", "US"}, {Country, "uk", "GB"}, {Country, "is", ""}, {Country, "", ""},
		{Capital, "paris", "FR"}, {Capital, "ottawa", "CA"}, {Capital, "velmark", ""},
		{Adjective, "french", "FR"}, {Adjective, "polish", "PL"}, {Adjective, "turkish", "TR"},
		{Adjective, "english", ""}, // not of the United States
	} {
		if got := c.lookup(c.word); got != c.code {
			t.Errorf("%s: %q, want %q", c.word, got, c.code)
		}
	}
}

func TestWordsOfCountries(t *testing.T) {
	for _, c := range []struct {
		word string
		want Word
	}{
		{"france", Whole}, {"united", First}, {"kingdom", Later}, {"paris", OfCapital}, {"polish", OfAdjective}, {"velmark", 0},
	} {
		if got := LookUp(c.word); got != c.want {
			t.Errorf("%s: %b, want %b", c.word, got, c.want)
		}
	}
}
