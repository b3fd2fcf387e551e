package voice

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/tree"
)

// TestExamples holds the table to its examples: those that name an identity are
// of whole sources, "… said"; the others are of what a section's phrases find.
func TestExamples(t *testing.T) {
	n := 0
	for _, s := range phraseSections {
		if len(s.lines) == 0 {
			t.Errorf("section %q is empty", s.name)
		}
		for _, example := range s.examples {
			want, words, ok := strings.Cut(example, ": ")
			if !ok {
				t.Errorf("section %q: the example %q tells nothing", s.name, example)
			}
			got := outcome(s.name, words)
			if got != want {
				t.Errorf("section %q: %q comes to %q, want %q", s.name, words, got, want)
			}
			n++
		}
	}
	if n < 60 {
		t.Errorf("the table has %d examples", n)
	}
}

// outcome returns what comes of an example.
func outcome(section, words string) string {
	tr, head := phraseTracer(words)
	whole := tree.Between(0, len(tr.Doc.Tokens))
	switch section {
	case "reason", "forbidden":
		if why := tr.why(head, whole); why != "" {
			return why
		}
		return "-"
	case "proximity":
		if near := tr.proximity(whole); near != "" {
			return near
		}
		return "-"
	case "declined", "no reply", "not reached", "nothing given":
		if _, found := tr.silenceAt(head, whole.End); !found.Empty() {
			return tr.text(found)
		}
		return "-"
	}
	return string(tr.identify(whole, head, -1).identity)
}

// phraseTracer returns the tracer of a phrase whose words all hang on the head,
// which an asterisk marks; where none does, it is the last noun before a mark.
func phraseTracer(phrase string) (*tracer, int) {
	fields := strings.Fields(phrase)
	head := 0
	for i, w := range fields {
		if strings.HasPrefix(w, "*") {
			head, fields[i] = i, w[1:]
		}
	}
	var b strings.Builder
	for i, w := range fields {
		at := fmt.Sprintf("%s/%d", relationIn(fields, i, head), head+1)
		if i == head {
			at = "root/0"
		}
		fmt.Fprintf(&b, "%s/%s/%s/%s ", w, tagIn(w), at, lemmaIn(w))
	}
	doc, err := document(b.String())
	if err != nil {
		panic(err)
	}
	for i := 0; i < len(fields); i++ {
		if fields[i] == "Holt" {
			first := i
			if i > 0 && fields[i-1] == "Mara" {
				first--
			}
			doc.Names = append(doc.Names, hearsay.Name{First: first, End: i + 1, Kind: hearsay.PersonName})
		}
	}
	return newTracer(doc, wordsFor(doc), Outlet{}, Cast{}), head
}

// tagIn guesses a word's tag.
func tagIn(w string) string {
	tag, known := map[string]string{
		"a": "DT", "an": "DT", "the": "DT", "two": "CD", "three": "CD", "one": "CD", ",": ",", "'s": "POS", "his": "PRP$", "its": "PRP$",
		"of": "IN", "to": "TO", "for": "IN", "at": "IN", "with": "IN", "on": "IN", "by": "IN", "in": "IN", "from": "IN", "because": "IN",
		"who": "WP", "not": "RB", "did": "VBD", "was": "VBD", "declined": "VBD", "would": "MD", "could": "MD", "gave": "VBD",
		"several": "JJ", "obtained": "VBN", "compiled": "VBN", "people": "NNS", "media": "NNS", "data": "NNS",
	}[w]
	switch {
	case known:
		return tag
	case w[0] >= 'A' && w[0] <= 'Z':
		return "NNP"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return "NNS"
	}
	return "NN"
}

// relationIn guesses how a word of a phrase hangs on its head.
func relationIn(fields []string, i, head int) string {
	switch w := fields[i]; {
	case i < head && (w == "a" || w == "an" || w == "the"):
		return "det"
	case i < head && tagIn(w) == "CD":
		return "nummod"
	case i < head && (w == "his" || w == "its" || i+1 < head && fields[i+1] == "'s"):
		return "nmod:poss"
	case i > head && i > 0 && fields[i-1] == ",":
		return "appos"
	case i < head:
		return "compound"
	}
	return "dep"
}

// lemmaIn guesses a word's dictionary form.
func lemmaIn(w string) string {
	lemma, known := map[string]string{
		"was": "be", "did": "do", "declined": "decline", "gave": "give", "had": "have", "has": "have", "people": "person", "authorised": "authorise",
		"allowed": "allow", "granted": "grant", "briefed": "brief", "reached": "reach", "spoke": "speak", "seen": "see", "feared": "fear",
		"companies": "company", "memories": "memory", "details": "detail", "media": "media", "data": "data", "press": "press",
	}[w]
	switch {
	case known:
		return lemma
	case tagIn(w) == "NNS":
		return strings.TrimSuffix(w, "s")
	}
	return strings.ToLower(w)
}
