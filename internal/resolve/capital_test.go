package resolve

import "testing"

// A capital letter at the beginning of a sentence or a quotation makes no name of a
// word that stands in small letters elsewhere.
func TestWithoutWords(t *testing.T) {
	for _, c := range []struct{ found, want string }{
		{"[ Water ] first , before the water flows", "Water first , before the water flows"},
		{"“ [ Water ] first ” , before the water flows", "\" Water first \" , before the water flows"},
		{"[ Sefra Water ] sells water", "[ Sefra Water ] sells water"},
		{"They saw [ Water ] sell water", "They saw [ Water ] sell water"},
		{"[ Water ] sells water , and so Water grew", "[ Water ] sells water , and so Water grew"},
		{"[ Karsk ] wrote of water", "[ Karsk ] wrote of water"},
	} {
		r, names := bracketed(c.found)
		if got := r.inBrackets(r.withoutWords(names, r.mereWords(r.seenCapitalised()))); got != c.want {
			t.Errorf("%s: %s, want %s", c.found, got, c.want)
		}
	}
}
