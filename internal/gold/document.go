package gold

import (
	"strings"

	"hearsay"
)

// Document builds the document of a treebank's sentences with the treebank's own
// tokens, so that the stages after segmentation can be trained and measured on
// them. Paragraphs are separated by an empty line; sentences of one paragraph
// are as far apart as their last token says. Tokens have no tag, lemma or
// quotation yet.
func Document(sentences []UDSentence) *hearsay.Document {
	var b documentBuilder
	for i, s := range sentences {
		if i == 0 || s.NewPar {
			b.paragraph()
		}
		b.sentence(s)
	}
	return b.finish()
}

type documentBuilder struct {
	text strings.Builder
	doc  hearsay.Document
	gap  string // stands between the last token and the next
}

func (b *documentBuilder) paragraph() {
	if b.text.Len() > 0 {
		b.gap = "\n\n"
	}
	n := len(b.doc.Sentences)
	b.doc.Paragraphs = append(b.doc.Paragraphs, hearsay.Paragraph{First: n, End: n})
}

func (b *documentBuilder) sentence(s UDSentence) {
	first := len(b.doc.Tokens)
	for _, t := range s.Tokens {
		b.token(t)
	}
	para := len(b.doc.Paragraphs) - 1
	b.doc.Sentences = append(b.doc.Sentences, hearsay.Sentence{First: first, End: len(b.doc.Tokens), Paragraph: para})
	b.doc.Paragraphs[para].End++
}

func (b *documentBuilder) token(t UDToken) {
	b.text.WriteString(b.gap)
	start := b.text.Len()
	b.text.WriteString(t.Form)
	b.doc.Tokens = append(b.doc.Tokens, hearsay.Token{Span: hearsay.Span{Start: start, End: b.text.Len()}})
	b.gap = ""
	if t.SpaceAfter {
		b.gap = " "
	}
}

func (b *documentBuilder) finish() *hearsay.Document {
	b.doc.Text = b.text.String()
	if len(b.doc.Tokens) > 0 {
		b.doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(b.doc.Text)}, Kind: hearsay.BlockBody}}
	}
	return &b.doc
}
