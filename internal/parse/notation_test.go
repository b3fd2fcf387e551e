package parse

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
)

// The tests write a parsed sentence as form/TAG/relation/head, one token after
// the other, heads counted from 1 and the root's 0:
//
//	Ardo/NNP/nsubj/2 left/VBD/root/0 ././punct/2

// sentence reads the notation.
func sentence(notation string) Sentence {
	var s Sentence
	for token := range strings.FieldsSeq(notation) {
		form, tag, rel, head := fields(token)
		s.Tokens = append(s.Tokens, hearsay.Token{Tag: tag})
		s.Rels = append(s.Rels, rel)
		s.Heads = append(s.Heads, head-1)
		s.Words = append(s.Words, words.Word(form))
	}
	for i, head := range s.Heads {
		if head < 0 {
			s.Heads[i] = len(s.Heads)
		}
	}
	return s
}

// words are the forms of all tests.
var words = lexicon.New()

func fields(token string) (form string, tag hearsay.Tag, rel hearsay.Relation, head int) {
	parts := strings.Split(token, "/")
	tag, knownTag := hearsay.ParseTag(parts[1])
	rel, knownRel := hearsay.ParseRelation(parts[2])
	head, err := strconv.Atoi(parts[3])
	if !knownTag || !knownRel || err != nil {
		panic(fmt.Sprintf("parse: %q is no form/TAG/relation/head", token))
	}
	return parts[0], tag, rel, head
}

func sentences(notations ...string) []Sentence {
	var out []Sentence
	for _, n := range notations {
		out = append(out, sentence(n))
	}
	return out
}

// document returns the unparsed document of sentences and its words, a paragraph
// to each sentence.
func document(list ...Sentence) (*hearsay.Document, []*lexicon.Word) {
	doc := &hearsay.Document{}
	var text strings.Builder
	var all []*lexicon.Word
	for n, s := range list {
		first := len(doc.Tokens)
		for i, w := range s.Words {
			start := text.Len()
			text.WriteString(w.Text)
			doc.Tokens = append(doc.Tokens, hearsay.Token{Span: hearsay.Span{Start: start, End: text.Len()}, Tag: s.Tokens[i].Tag})
			text.WriteByte(' ')
		}
		all = append(all, s.Words...)
		doc.Sentences = append(doc.Sentences, hearsay.Sentence{First: first, End: len(doc.Tokens), Paragraph: n})
		doc.Paragraphs = append(doc.Paragraphs, hearsay.Paragraph{First: n, End: n + 1})
	}
	doc.Text = text.String()
	if doc.Text != "" {
		doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(doc.Text)}, Kind: hearsay.BlockBody}}
	}
	return doc, all
}

// parsed returns what a parser makes of sentences, in the notation.
func parsed(p *Parser, list ...Sentence) string {
	doc, words := document(list...)
	p.Parse(doc, words, new(Desk))
	return notation(doc)
}

// taught returns sentences as parsed shall give them.
func taught(list ...Sentence) string {
	doc, _ := document(list...)
	for n, s := range list {
		first := doc.Sentences[n].First
		for i, head := range s.Heads {
			t := &doc.Tokens[first+i]
			t.Head, t.Relation = first+head, s.Rels[i]
			if head == len(s.Heads) {
				t.Head = hearsay.NoHead
			}
		}
	}
	return notation(doc)
}

func notation(doc *hearsay.Document) string {
	var out []string
	for _, s := range doc.Sentences {
		for i := s.First; i < s.End; i++ {
			t, head := doc.Tokens[i], 0
			if t.Head != hearsay.NoHead {
				head = t.Head - s.First + 1
			}
			out = append(out, fmt.Sprintf("%s/%s/%s/%d", doc.Words(i), t.Tag, t.Relation, head))
		}
	}
	return strings.Join(out, " ")
}

// TestNotation holds the tests' own notation to come out as it went in.
func TestNotation(t *testing.T) {
	for _, l := range lessons {
		if got := taught(sentence(l)); got != l {
			t.Errorf("got  %s\nwant %s", got, l)
		}
	}
}
