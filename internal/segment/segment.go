package segment

import (
	"strings"

	"hearsay"
	"hearsay/internal/layout"
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
	s.scan.init()

	for _, p := range layout.Pieces(r.Text, r.Blocks) {
		s.enter(p, r.Blocks)
		s.paragraph(p.Span)
	}
	s.given(r.Blocks, len(r.Blocks))
	return s.doc
}

// splitter holds what the stages keep between paragraphs.
type splitter struct {
	doc   *hearsay.Document
	plain plain
	scan  scanner
	kept  int // how many of the report's blocks are in the document

	// A quotation runs on from one paragraph of running text to the next even
	// if a photo credit stands between them, so the two kinds are kept apart.
	running, aside quoter
}

// enter makes the block that piece p lies in the document's last one.
func (s *splitter) enter(p layout.Piece, blocks []hearsay.Block) {
	if p.Block != layout.NoBlock {
		s.given(blocks, p.Block+1)
		return
	}
	before := s.kept
	for before < len(blocks) && blocks[before].End <= p.Start {
		before++
	}
	s.given(blocks, before)
	s.doc.Blocks = append(s.doc.Blocks, hearsay.Block{Span: p.Span, Kind: hearsay.BlockBody})
}

// given puts the report's blocks into the document, up to the one with index end.
func (s *splitter) given(blocks []hearsay.Block, end int) {
	if end > s.kept {
		s.doc.Blocks = append(s.doc.Blocks, blocks[s.kept:end]...)
		s.kept = end
	}
}

// paragraph adds one paragraph, which must hold more than white space, to the
// last block.
func (s *splitter) paragraph(span hearsay.Span) {
	d := s.doc
	block := len(d.Blocks) - 1
	first := len(d.Tokens)
	text, within := s.plain.of(d.Text, span)
	d.Tokens = s.scan.paragraph(text, within, d.Tokens)

	p := passage{text: text, tokens: d.Tokens[first:], kinds: s.scan.kinds}
	s.quoter(d.Blocks[block].Kind).paragraph(p)

	sentences := len(d.Sentences)
	d.Sentences = appendSentences(d.Sentences, p, first, len(d.Paragraphs))
	d.Paragraphs = append(d.Paragraphs, hearsay.Paragraph{First: sentences, End: len(d.Sentences), Block: block})
	s.plain.restore(d.Tokens[first:], span.Start)
}

func (s *splitter) quoter(kind hearsay.BlockKind) *quoter {
	if kind == hearsay.BlockBody || kind == hearsay.BlockQuote {
		return &s.running
	}
	return &s.aside
}
