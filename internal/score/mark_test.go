package score

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

// mark makes attributions over a text from lines "source | cue | content", where
// pieces are joined by " + ", and each piece is the first place with these words.
func mark(t *testing.T, text string, lines ...string) []gold.Attribution {
	t.Helper()
	var out []gold.Attribution
	for _, line := range lines {
		roles := strings.Split(line, "|")
		if len(roles) != 3 {
			t.Fatalf("%q has not three roles", line)
		}
		out = append(out, gold.Attribution{Source: pieces(t, text, roles[0]), Cue: pieces(t, text, roles[1]), Content: pieces(t, text, roles[2])})
	}
	return out
}

func pieces(t *testing.T, text, role string) []hearsay.Span {
	t.Helper()
	var out []hearsay.Span
	for _, words := range strings.Split(role, " + ") {
		if words = strings.TrimSpace(words); words == "" {
			continue
		}
		at := strings.Index(text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, text)
		}
		out = append(out, hearsay.Span{Start: at, End: at + len(words)})
	}
	return out
}

// article sets found beside gold, both as for mark.
func article(t *testing.T, text string, goldLines, foundLines []string) Article {
	t.Helper()
	a := gold.Article{Name: "test", Text: text, Annotators: []gold.Annotator{{Name: "amy", Attributions: mark(t, text, goldLines...)}}}
	return NewArticle(a, Annotated(mark(t, text, foundLines...)))
}

// counts gives the figures of a tally by name.
func counts(tally Tally) map[string]Count {
	out := map[string]Count{}
	for i, name := range Figures {
		out[name] = tally[i]
	}
	return out
}
