package attribute

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// The tests write documents by hand, a line for each sentence and an empty line
// between paragraphs, words apart by spaces:
//
//	Vos/NNP/nsubj/2 said/VBD/root/0 “/``/punct/5 We/PRP/nsubj/5 agree/VBP/ccomp/2 ”/''/punct/5
//
// A token is form/TAG/relation/head, heads counted from 1 within the sentence
// and the root's 0. A bare form will do where the tree is of no account: it hangs
// on the sentence's first token. “ and ‘ open a quotation, ” and ’ close it; at
// the head of a paragraph an opening mark goes on with one that is still open.

// document reads the notation.
func document(notation string) *hearsay.Document {
	b := new(builder)
	for paragraph := range strings.SplitSeq(strings.TrimSpace(notation), "\n\n") {
		n := len(b.doc.Sentences)
		for line := range strings.Lines(paragraph) {
			b.sentence(line)
		}
		b.doc.Paragraphs = append(b.doc.Paragraphs, hearsay.Paragraph{First: n, End: len(b.doc.Sentences)})
	}
	b.doc.Text = b.text.String()
	b.doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(b.doc.Text)}, Kind: hearsay.BlockBody}}
	if err := b.doc.Check(); err != nil {
		panic(err)
	}
	return &b.doc
}

type builder struct {
	doc   hearsay.Document
	text  strings.Builder
	depth uint8
}

func (b *builder) sentence(line string) {
	first, n := len(b.doc.Tokens), len(b.doc.Paragraphs)
	for token := range strings.FieldsSeq(line) {
		b.token(token, first)
	}
	b.doc.Sentences = append(b.doc.Sentences, hearsay.Sentence{First: first, End: len(b.doc.Tokens), Paragraph: n})
}

// token appends a token of the sentence that begins at first.
func (b *builder) token(token string, first int) {
	parts := strings.Split(token, "/")
	if len(parts) < 4 {
		parts = bare(parts[0], len(b.doc.Tokens) > first)
	}
	start := b.text.Len()
	b.text.WriteString(parts[0])
	t := hearsay.Token{Span: hearsay.Span{Start: start, End: b.text.Len()}, Quote: b.quote(parts[0])}
	b.text.WriteByte(' ')
	tag, knownTag := hearsay.ParseTag(parts[1])
	relation, knownRelation := hearsay.ParseRelation(parts[2])
	head, err := strconv.Atoi(parts[3])
	if !knownTag || !knownRelation || err != nil {
		panic(fmt.Sprintf("attribute: %q is no form/TAG/relation/head", token))
	}
	t.Tag, t.Relation, t.Head = tag, relation, first+head-1
	if head == 0 {
		t.Head = hearsay.NoHead
	}
	b.doc.Tokens = append(b.doc.Tokens, t)
}

// bare returns the parts of a token of which only the form is given.
func bare(form string, dependent bool) []string {
	tag, known := map[string]string{"“": "``", "”": "''", "‘": "``", "’": "''", ",": ",", ".": ".", ":": ":", "(": "-LRB-"}[form]
	if !known {
		tag = "NN"
	}
	if dependent {
		return []string{form, tag, "dep", "1"}
	}
	return []string{form, tag, "root", "0"}
}

// quote returns the next token's place with regard to quotation marks.
func (b *builder) quote(form string) hearsay.Quotation {
	q := hearsay.Quotation{Opens: form == "“" || form == "‘", Closes: form == "”" || form == "’"}
	if q.Opens && (b.depth == 0 || !b.atParagraph()) {
		b.depth++
	}
	q.Depth = b.depth
	if q.Closes && b.depth > 0 {
		b.depth--
	}
	return q
}

// atParagraph reports whether the next token is the first of its paragraph.
func (b *builder) atParagraph() bool {
	last := len(b.doc.Paragraphs) - 1
	if last < 0 {
		return len(b.doc.Tokens) == 0
	}
	n := b.doc.Paragraphs[last].End
	return len(b.doc.Sentences) == n && len(b.doc.Tokens) == b.doc.Sentences[n-1].End
}

// wordsOf returns the words of a document, their lemmas being the forms in
// lower case.
func wordsOf(doc *hearsay.Document) []*lexicon.Word {
	words := lexicon.New().Look(doc, nil)
	for i, w := range words {
		if _, known := w.Lemma(doc.Tokens[i].Tag); !known {
			w.SetLemma(doc.Tokens[i].Tag, w.Low)
		}
	}
	return words
}

// seen returns the sight of a document.
func seen(doc *hearsay.Document) *sight {
	s := new(sight)
	s.look(doc, wordsOf(doc))
	return s
}

// spanOf returns where words stand in a document's text; "said@2" is the second
// place.
func spanOf(doc *hearsay.Document, words string) hearsay.Span {
	words, ordinal, _ := strings.Cut(words, "@")
	n, _ := strconv.Atoi(ordinal)
	start := 0
	for k := 0; ; k++ {
		at := strings.Index(doc.Text[start:], words)
		if at < 0 {
			panic(fmt.Sprintf("attribute: %q does not stand in %q", words, doc.Text))
		}
		if start += at; k >= n-1 {
			return hearsay.Span{Start: start, End: start + len(words)}
		}
		start += len(words)
	}
}

// spansOf returns the spans of pieces parted by "||", none for "-".
func spansOf(doc *hearsay.Document, pieces string) []hearsay.Span {
	var spans []hearsay.Span
	for piece := range strings.SplitSeq(pieces, "||") {
		if piece = strings.TrimSpace(piece); piece != "-" {
			spans = append(spans, spanOf(doc, piece))
		}
	}
	return spans
}

// at returns the tokens of words, which stand in one piece.
func at(doc *hearsay.Document, words string) extent { return extents(doc, spansOf(doc, words))[0] }

// text returns the words of a range of tokens.
func text(doc *hearsay.Document, e extent) string {
	if e.len() == 0 {
		return "-"
	}
	return e.span(doc).In(doc.Text)
}

// TestNotation holds the tests' own notation to mean what it says.
func TestNotation(t *testing.T) {
	doc := document("“ a ‘ b ’ c\n“ d ”\n\n“ e\n\n“ f ” g")
	var got []string
	for _, token := range doc.Tokens {
		mark := strings.Repeat("<", int(linear.Bit(token.Quote.Opens))) + strings.Repeat(">", int(linear.Bit(token.Quote.Closes)))
		got = append(got, fmt.Sprint(token.Quote.Depth)+mark)
	}
	if got, want := strings.Join(got, " "), "1< 1 2< 2 2> 1 2< 2 2> 1< 1 1< 1 1> 0"; got != want {
		t.Errorf("quotations %s, want %s", got, want)
	}
	if n := len(doc.Paragraphs); n != 3 || len(doc.Sentences) != 4 {
		t.Errorf("%d paragraphs, %d sentences", n, len(doc.Sentences))
	}
	if got := spanOf(doc, "“@3"); got.Start != 28 || got.Len() != 3 {
		t.Errorf("the third opening mark is %v", got)
	}
}
