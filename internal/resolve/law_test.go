package resolve

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/lexicon"
)

// pieces are what arbitrary documents are made of: words/tags that resolving looks
// at. What stands between [ and ] is a name.
var pieces = strings.Split(strings.TrimSpace(`
an/DT official/NN who/WP asked/VBD not/RB to/TO be/VB named/VBN
the/DT official/NN
an/DT unnamed/JJ official/NN
the/DT spokesman/NN ,/, speaking/VBG on/IN condition/NN of/IN anonymity/NN
he/PRP declined/VBD to/TO be/VB identified/VBN
[ Jon/NNP Berg/NNP ]
[ Berg/NNP ] ,/, the/DT official/NN ,/,
[ Berg/NNP ] is/VBZ the/DT official/NN
official/NN [ Mina/NNP Holt/NNP ]
the/DT spokesman/NN ,/, [ Mina/NNP Holt/NNP ] ,/,
[ Tessara/NNP ] 's/POS government/NN
the/DT Tessaran/JJ government/NN
the/DT government/NN
[ Paris/NNP ]
the/DT capital/NN of/IN [ France/NNP ]
the/DT ministry/NN
[ Merrow/NNP Coast/NNP Front/NNP ]
the/DT [ Front/NNP ]
[ MCF/NNP ]
a/DT statement/NN from/IN the/DT ministry/NN
the/DT statement/NN
two/CD residents/NNS
a/DT Vell-backed/JJ movement/NN
and/CC
said/VBD
told/VBD
was/VBD
,/,
./.
that/IN
he/PRP
she/PRP
it/PRP
they/PRP
their/PRP$ friend/NN
I/PRP
we/PRP
`), "\n")

var someRelations = strings.Fields(`nsubj nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:desc appos appos compound flat amod det
	case cop conj cc acl acl:relcl xcomp expl advcl punct mark dep`)

// anyDocument draws a document whose trees and attributions need have nothing to
// do with its words: whatever a parser might do to a text.
func anyDocument(t *rapid.T) *hearsay.Document {
	doc := new(hearsay.Document)
	var text strings.Builder
	for i := range rapid.IntRange(1, 5).Draw(t, "sentences") {
		first := len(doc.Tokens)
		for range rapid.IntRange(1, 5).Draw(t, "pieces") {
			addPiece(t, doc, &text, rapid.SampledFrom(pieces).Draw(t, "piece"))
		}
		anyTree(t, doc.Tokens[first:], first)
		doc.Sentences = append(doc.Sentences, hearsay.Sentence{First: first, End: len(doc.Tokens), Paragraph: i})
		doc.Paragraphs = append(doc.Paragraphs, hearsay.Paragraph{First: i, End: i + 1})
	}
	doc.Text = text.String()
	doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(doc.Text)}, Kind: hearsay.BlockBody}}
	return doc
}

func addPiece(t *rapid.T, doc *hearsay.Document, text *strings.Builder, piece string) {
	depth := rapid.SampledFrom([]uint8{0, 0, 1}).Draw(t, "depth")
	name := -1
	for w := range strings.FieldsSeq(piece) {
		switch w {
		case "[":
			name = len(doc.Tokens)
			continue
		case "]":
			kind := rapid.SampledFrom(hearsay.NameKinds).Draw(t, "kind")
			doc.Names = append(doc.Names, hearsay.Name{First: name, End: len(doc.Tokens), Kind: kind})
			continue
		}
		word, tagName, _ := strings.Cut(w, "/")
		tag, _ := hearsay.ParseTag(tagName)
		start := text.Len()
		text.WriteString(word + " ")
		doc.Tokens = append(doc.Tokens, hearsay.Token{
			Span: hearsay.Span{Start: start, End: start + len(word)}, Tag: tag, Lemma: strings.ToLower(word), Quote: hearsay.Quotation{Depth: depth},
		})
	}
}

// anyTree hangs each token on one that was hung before it: in a random order on
// any, or mostly on its neighbour, as trees are.
func anyTree(t *rapid.T, tokens []hearsay.Token, first int) {
	near := rapid.Bool().Draw(t, "near")
	order := indices(len(tokens))
	if !near {
		order = rapid.Permutation(order).Draw(t, "order")
	}
	for k, i := range order {
		tokens[i].Relation, _ = hearsay.ParseRelation(rapid.SampledFrom(someRelations).Draw(t, "relation"))
		tokens[i].Head = hearsay.NoHead
		if k > 0 {
			lowest := 0
			if near {
				lowest = max(0, k-4)
			}
			tokens[i].Head = first + order[rapid.IntRange(lowest, k-1).Draw(t, "head")]
		}
	}
}

func anyAttributions(t *rapid.T, doc *hearsay.Document) []hearsay.Attribution {
	span := func(label string) hearsay.Span {
		first := rapid.IntRange(0, len(doc.Tokens)-1).Draw(t, label)
		end := rapid.IntRange(first+1, min(first+8, len(doc.Tokens))).Draw(t, label+" end")
		return doc.TokensSpan(first, end)
	}
	var found []hearsay.Attribution
	for i := range rapid.IntRange(0, 6).Draw(t, "attributions") {
		source := span("source")
		a := hearsay.Attribution{ID: i, Source: &source, Content: []hearsay.Span{span("content")}, Manner: rapid.SampledFrom(hearsay.Manners).Draw(t, "manner")}
		if i > 0 && rapid.Bool().Draw(t, "within?") {
			within := rapid.IntRange(0, i-1).Draw(t, "within")
			a.Within = &within
		}
		found = append(found, a)
	}
	return found
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestAnonymousVoicesMeetNoName is law 6: whatever a text says, and however it
// is parsed, no actor with a name is ever the one of a voice kept unnamed.
func TestAnonymousVoicesMeetNoName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for range 20 { // few documents put a name beside a voice without one
			holdsLaws(t)
		}
	})
}

// FuzzResolve looks for a document that breaks what holds of all.
func FuzzResolve(f *testing.F) { f.Fuzz(rapid.MakeFuzz(holdsLaws)) }

func holdsLaws(t *rapid.T) {
	doc := anyDocument(t)
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	found := anyAttributions(t, doc)
	words := lexicon.New().Look(doc, nil)
	desk := new(Desk)
	r := Resolve(doc, words, found, desk)
	if again := Resolve(doc, words, found, desk); !reflect.DeepEqual(again.Actors, r.Actors) || !reflect.DeepEqual(again.Mentions, r.Mentions) {
		t.Fatalf("%q is resolved two ways", doc.Text)
	}
	if err := lawful(doc, desk, r); err != nil {
		t.Fatalf("%q: %v", doc.Text, err)
	}
	for i := range doc.Tokens {
		r.At(doc.TokensSpan(i, min(i+3, len(doc.Tokens))))
	}
}

// lawful reports what is wrong with a resolution.
func lawful(doc *hearsay.Document, desk *Desk, r Resolution) error {
	anonymous, withName := map[int]bool{}, map[int]bool{}
	last := -1
	for i, m := range r.Mentions {
		switch {
		case m.Head <= last:
			return fmt.Errorf("mention %d is out of order", i)
		case m.First > m.Head || m.Head >= m.End || m.End > len(doc.Tokens):
			return fmt.Errorf("mention %d is tokens [%d,%d) with head %d", i, m.First, m.End, m.Head)
		case m.Actor >= len(r.Actors), m.Naming >= len(r.Mentions):
			return fmt.Errorf("mention %d is of actor %d, named by %d", i, m.Actor, m.Naming)
		case m.Anonymous && (m.Actor >= 0 || m.Naming >= 0):
			return fmt.Errorf("mention %d is kept unnamed and has actor %d, named by %d", i, m.Actor, m.Naming)
		case m.As.Check(len(doc.Text)) != nil:
			return fmt.Errorf("mention %d is told by %v", i, m.As)
		}
		last = m.Head
		anonymous[m.Entity] = anonymous[m.Entity] || desk.reading.mentions[i].anonymous
		withName[m.Entity] = withName[m.Entity] || desk.reading.mentions[i].form == named
	}
	for e := range anonymous {
		if e >= 0 && anonymous[e] && withName[e] {
			return fmt.Errorf("entity %d is kept unnamed and has a name", e)
		}
	}
	return lawfulActors(doc, r)
}

func lawfulActors(doc *hearsay.Document, r Resolution) error {
	for i, a := range r.Actors {
		if a.ID != i || a.Name == "" || !slices.Contains(hearsay.ActorKinds, a.Kind) {
			return fmt.Errorf("actor %d is %+v", i, a)
		}
		for _, d := range a.Descriptions {
			if d.Words.Check(len(doc.Text)) != nil || d.By != nil && (*d.By < 0 || *d.By >= len(r.Actors)) {
				return fmt.Errorf("actor %d is described by %+v", i, d)
			}
		}
	}
	return nil
}
