package score

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/gold"
)

// parse makes a silver sentence of every line of a text. Words in the classes
// map have that class; capitals make a proper noun, "of" a preposition.
func parse(text string, classes map[string]string) []gold.SilverSentence {
	var out []gold.SilverSentence
	var sentence gold.SilverSentence
	line := 0
	for _, span := range Tokenise(text) {
		if n := strings.Count(text[:span.Start], "\n"); n != line {
			out, sentence, line = append(out, sentence), nil, n
		}
		word := span.In(text)
		token := gold.SilverToken{Span: span, Word: word, Class: "O", Tag: "NN"}
		if class := classes[word]; class != "" {
			token.Class = class
		}
		if word == "of" {
			token.Tag = "IN"
		} else if strings.ToUpper(word[:1]) == word[:1] {
			token.Tag = "NNP"
		}
		sentence = append(sentence, token)
	}
	return append(out, sentence)
}

var classes = map[string]string{
	"Ana": "PERSON", "Berg": "PERSON", "Omar": "PERSON", "Diaz": "PERSON", "Lia": "PERSON", "Stone": "PERSON",
	"Sella": "LOCATION", "Drenn": "LOCATION", "Bank": "ORGANIZATION", "of": "ORGANIZATION", "Tor": "ORGANIZATION", "Guild": "ORGANIZATION",
}

const (
	one = "Ana Berg told Omar Diaz that Sella was calm\nBerg left"
	two = "Lia Stone said Drenn paid the Bank of Tor\nDiaz agreed with Berg’s view"
)

func swapTwo(t *testing.T) []gold.Article {
	t.Helper()
	articles := []gold.Article{
		{Name: "one", Text: one, Annotators: []gold.Annotator{{Name: "amy", Attributions: mark(t, one, "Ana Berg | told | that Sella was calm")}}},
		{Name: "two", Text: two, Annotators: []gold.Annotator{{Name: "amy", Attributions: mark(t, two,
			"Lia Stone | said | Drenn paid the Bank of Tor", "Diaz | agreed | with Berg + view")}}},
	}
	parsed := map[string][]gold.SilverSentence{"one": parse(one, classes), "two": parse(two, classes)}
	out, n, err := SwapNames(articles, parsed)
	if err != nil {
		t.Fatal(err)
	}
	if n != 9 {
		t.Errorf("%d mentions exchanged, want 9", n)
	}
	return out
}

func TestSwapNames(t *testing.T) {
	out := swapTwo(t)
	for i, text := range []string{one, two} {
		if out[i].Text == text {
			t.Errorf("%q stayed as it was", text)
		}
	}
	was, is := strings.Fields(one+" "+two), strings.Fields(out[0].Text+" "+out[1].Text)
	if len(was) != len(is) {
		t.Fatalf("%q became %q", was, is)
	}
	became := map[string]string{}
	for i, word := range was {
		word, new := strings.TrimSuffix(word, "’s"), strings.TrimSuffix(is[i], "’s")
		switch earlier, seen := became[word]; {
		case seen && earlier != new:
			t.Errorf("%s became %s and %s", word, earlier, new)
		case classes[word] == "" && word != new:
			t.Errorf("%s is no name, but became %s", word, new)
		case classes[word] == "PERSON" && (word == new || classes[new] != "PERSON"):
			t.Errorf("%s became %s", word, new)
		}
		became[word] = new
	}
	if became["Sella"] != "Drenn" || became["Drenn"] != "Sella" {
		t.Errorf("the two places became %s and %s", became["Sella"], became["Drenn"])
	}
}

// Names go token for token, so every span must touch the same tokens as before.
func TestSwapNamesMovesSpans(t *testing.T) {
	out := swapTwo(t)
	was := []Article{
		article(t, one, []string{"Ana Berg | told | that Sella was calm"}, nil),
		article(t, two, []string{"Lia Stone | said | Drenn paid the Bank of Tor", "Diaz | agreed | with Berg + view"}, nil),
	}
	for i := range out {
		is := NewArticle(out[i], nil)
		for j := range was[i].Gold {
			for _, r := range Roles {
				if !was[i].Gold[j].role(r).Equal(is.Gold[j].role(r)) {
					t.Errorf("%s of %q became %q", r, was[i].show(was[i].Gold[j]), is.show(is.Gold[j]))
				}
			}
		}
	}
}

func TestSwapNamesIsTheSameEveryTime(t *testing.T) {
	first := swapTwo(t)
	for range 5 {
		if again := swapTwo(t); again[0].Text != first[0].Text || again[1].Text != first[1].Text {
			t.Fatalf("%q, then %q", first[0].Text, again[0].Text)
		}
	}
}

func TestFindMentions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		classes    map[string]string
		want       []string
	}{
		{"runs", "Ana Berg left Sella", classes, []string{"PERSON Ana Berg", "LOCATION Sella"}},
		{"small words inside", "the Bank of Tor", classes, []string{"ORGANIZATION Bank of Tor"}},
		{"no name without capitals", "to avoid Tor", map[string]string{"avoid": "ORGANIZATION", "Tor": "ORGANIZATION"}, nil},
		{"not across sentences", "saw Ana\nBerg left", classes, []string{"PERSON Ana", "PERSON Berg"}},
		{"nothing else", "Friday", map[string]string{"Friday": "DATE"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range findMentions(c.text, parse(c.text, c.classes)) {
				got = append(got, m.class+" "+strings.Join(m.words, " "))
			}
			if strings.Join(got, ", ") != strings.Join(c.want, ", ") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFindMentionsKnowsFamilyNames(t *testing.T) {
	const text = "Ana Stone left\nStone fell\nStone rose\nTor Stone Guild\nmet Guild"
	sentences := parse(text, map[string]string{"Ana": "PERSON", "Guild": "ORGANIZATION", "Tor": "ORGANIZATION"})
	for i, class := range []string{"PERSON", "ORGANIZATION", "O", "ORGANIZATION"} {
		for j := range sentences[i] {
			if sentences[i][j].Word == "Stone" {
				sentences[i][j].Class = class
			}
		}
	}
	var got []string
	for _, m := range findMentions(text, sentences) {
		got = append(got, m.class+" "+strings.Join(m.words, " "))
	}
	want := "PERSON Ana Stone, PERSON Stone, PERSON Stone, ORGANIZATION Tor Stone Guild, ORGANIZATION Guild"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCaseOf(t *testing.T) {
	for word, want := range map[string]string{
		"Berg": "capital", "BERG": "capitals", "McBerg": "capital", "J.": "initial", "J": "initial", "al": "small", "3rd": "mark", "-": "mark", "Éa": "capital",
	} {
		if got := caseOf(word); got != want {
			t.Errorf("%s is %s, want %s", word, got, want)
		}
	}
}

func TestMoveKeepsWholeWords(t *testing.T) {
	edits := []edit{{hearsay.Span{Start: 4, End: 8}, "Li"}, {hearsay.Span{Start: 10, End: 12}, "Longer"}}
	for _, c := range []struct{ start, end, wantStart, wantEnd int }{
		{0, 4, 0, 4},  // before the first
		{0, 6, 0, 6},  // ends inside it
		{4, 8, 4, 6},  // covers it
		{6, 9, 4, 7},  // begins inside it
		{8, 10, 6, 8}, // between the two
		{11, 12, 8, 14},
		{12, 15, 14, 17},
	} {
		got := move([]hearsay.Span{{Start: c.start, End: c.end}}, edits)[0]
		if want := (hearsay.Span{Start: c.wantStart, End: c.wantEnd}); got != want {
			t.Errorf("[%d,%d) moved to %v, want %v", c.start, c.end, got, want)
		}
	}
}

func TestRingLeavesNothingInPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,6}`), 2, 30, rapid.ID).Draw(t, "names")
		next := ring(names)
		at := names[0]
		for range names {
			if next[at] == at {
				t.Fatalf("%s stays", at)
			}
			at = next[at]
		}
		if at != names[0] || len(next) != len(names) {
			t.Fatalf("%v is not one ring", next)
		}
	})
}
