package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/golden"
	"hearsay/internal/lexicon"
)

// A golden file is an archive of "tree", a document in CoNLL-U whose last column
// says where names and the parts of attributions stand (Name=B-person,
// Said=2s for the source of attribution 2, c for its content), and of "want".
func TestGolden(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		doc, found := parseTree(t, in.Text("tree"))
		return show(doc, Resolve(doc, lexicon.New().Look(doc, nil), found, new(Desk)))
	})
}

// show writes the mentions that are somebody's and the actors.
func show(doc *hearsay.Document, r Resolution) string {
	var b strings.Builder
	for _, m := range r.Mentions {
		who := "nobody listed"
		if m.Actor >= 0 {
			who = r.Actors[m.Actor].Name
		}
		if m.Anonymous {
			who += ", kept unnamed"
		}
		if m.Actor < 0 && !m.Anonymous && m.Why == ReasonFirst {
			continue
		}
		fmt.Fprintf(&b, "%s = %s (%s)\n", doc.TokensSpan(m.First, m.End).In(doc.Text), who, m.Why.Explain())
	}
	for i, a := range r.Actors {
		fmt.Fprintf(&b, "\n%s: %s", a.Name, a.Kind)
		if a.Private {
			b.WriteString(", private")
		}
		if !r.Named[i] {
			b.WriteString(", without a name")
		}
		fmt.Fprintf(&b, "\n  called %s\n", strings.Join(a.Aliases, " | "))
		for _, d := range a.Descriptions {
			by := "the outlet"
			if d.By != nil {
				by = r.Actors[*d.By].Name
			}
			fmt.Fprintf(&b, "  described as %q by %s\n", d.Words.In(doc.Text), by)
		}
	}
	return b.String()
}

// parseTree reads a golden file's document.
func parseTree(t testing.TB, conllu string) (*hearsay.Document, []hearsay.Attribution) {
	t.Helper()
	docs, err := gold.ParseCoNLLU("tree", conllu)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	doc := gold.Document(docs[0].Sentences)
	gold.MarkQuotations(doc)
	said := map[int]*hearsay.Attribution{}
	next := 0
	for _, s := range docs[0].Sentences {
		for i, token := range s.Tokens {
			fill(t, &doc.Tokens[next], token, next-i)
			for f := range strings.SplitSeq(token.Misc, "|") {
				key, value, _ := strings.Cut(f, "=")
				switch key {
				case "Name":
					readName(doc, next, value)
				case "Said":
					readSaid(t, said, doc.Tokens[next].Span, value)
				}
			}
			next++
		}
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	return doc, attributions(doc, said)
}

func fill(t testing.TB, token *hearsay.Token, from gold.UDToken, first int) {
	t.Helper()
	tag, known := hearsay.ParseTag(from.XPOS)
	relation, related := hearsay.ParseRelation(from.Deprel)
	if !known || !related {
		t.Fatalf("%s: tag %s, relation %s", from.Form, from.XPOS, from.Deprel)
	}
	token.Tag, token.Relation, token.Lemma = tag, relation, from.Lemma
	token.Head = hearsay.NoHead
	if from.Head > 0 {
		token.Head = first + from.Head - 1
	}
}

func readName(doc *hearsay.Document, token int, value string) {
	place, kind, _ := strings.Cut(value, "-")
	if place == "B" {
		doc.Names = append(doc.Names, hearsay.Name{First: token, End: token + 1, Kind: hearsay.NameKind(kind)})
		return
	}
	doc.Names[len(doc.Names)-1].End = token + 1
}

func readSaid(t testing.TB, said map[int]*hearsay.Attribution, span hearsay.Span, value string) {
	t.Helper()
	var id int
	var part rune
	if _, err := fmt.Sscanf(value, "%d%c", &id, &part); err != nil {
		t.Fatal(err)
	}
	a := said[id]
	if a == nil {
		a = &hearsay.Attribution{ID: id, Manner: hearsay.Indirect}
		said[id] = a
	}
	switch {
	case part == 's' && a.Source == nil:
		a.Source = &span
	case part == 's':
		a.Source.End = span.End
	case len(a.Content) == 0:
		a.Content = []hearsay.Span{span}
	default:
		a.Content[0].End = span.End
	}
}

func attributions(doc *hearsay.Document, said map[int]*hearsay.Attribution) []hearsay.Attribution {
	var found []hearsay.Attribution
	for id := range len(said) {
		a := *said[id]
		if slices.ContainsFunc(doc.Tokens, func(t hearsay.Token) bool { return t.Quote.Inside() && a.Content[0].Contains(t.Span) }) {
			a.Manner = hearsay.Direct
		}
		found = append(found, a)
	}
	return found
}
