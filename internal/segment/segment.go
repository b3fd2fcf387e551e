package segment

import (
	"strings"

	"hearsay"
)

// Split returns the document of a report: blocks, paragraphs, sentences, tokens
// and their quotation, but neither tags nor lemmas. The report must pass its
// Check; the document then passes its own, whatever the text. The same text
// and blocks always give the same document.
//
// Where the report names its blocks they are kept, kinds and all, and text that
// lies outside them becomes body blocks. Otherwise each paragraph found is a
// body block of its own.
func Split(r hearsay.Report) *hearsay.Document {
	s := splitter{doc: &hearsay.Document{Text: r.Text}}
	// English text has about 1.2 tokens for each space; a text that proves
	// this wrong only pays for growing the slice.
	words := strings.Count(r.Text, " ")
	s.doc.Tokens = make([]hearsay.Token, 0, words+words/4+16)
	s.scan.init(r.Text)

	end := 0
	for _, b := range r.Blocks {
		s.uncovered(hearsay.Span{Start: end, End: b.Start})
		s.given(b)
		end = b.End
	}
	s.uncovered(hearsay.Span{Start: end, End: len(r.Text)})
	return s.doc
}

// splitter holds what the stages keep between paragraphs.
type splitter struct {
	doc    *hearsay.Document
	layout layout
	scan   scanner

	// A quotation runs on from one paragraph of running text to the next even
	// if a photo credit stands between them, so the two kinds are kept apart.
	running, aside quoter
}

// given splits a block that the report names.
func (s *splitter) given(b hearsay.Block) {
	s.doc.Blocks = append(s.doc.Blocks, b)
	for _, p := range s.layout.paragraphs(s.doc.Text, b.Span) {
		s.paragraph(p)
	}
}

// uncovered splits text outside every block, making blocks as it goes.
func (s *splitter) uncovered(span hearsay.Span) {
	for _, p := range s.layout.paragraphs(s.doc.Text, span) {
		s.doc.Blocks = append(s.doc.Blocks, hearsay.Block{Span: p, Kind: hearsay.BlockBody})
		s.paragraph(p)
	}
}

// paragraph adds one paragraph, which must hold more than white space, to the
// last block.
func (s *splitter) paragraph(span hearsay.Span) {
	d := s.doc
	block := len(d.Blocks) - 1
	first := len(d.Tokens)
	d.Tokens = s.scan.paragraph(span, d.Tokens)

	p := passage{text: d.Text, tokens: d.Tokens[first:], kinds: s.scan.kinds}
	s.quoter(d.Blocks[block].Kind).paragraph(p)

	sentences := len(d.Sentences)
	d.Sentences = appendSentences(d.Sentences, p, first, len(d.Paragraphs))
	d.Paragraphs = append(d.Paragraphs, hearsay.Paragraph{First: sentences, End: len(d.Sentences), Block: block})
}

func (s *splitter) quoter(kind hearsay.BlockKind) *quoter {
	if kind == hearsay.BlockBody || kind == hearsay.BlockQuote {
		return &s.running
	}
	return &s.aside
}
