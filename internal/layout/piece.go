package layout

import "hearsay"

// Piece is a paragraph, or what a block's edge has left of one.
//
//	paragraph    TARNHOLM (Meridian) — Mediators were waiting.
//	blocks       └────── dateline ──┘
//	pieces       └──────── 0 ───────┘ └────────── 1 ─────────┘
type Piece struct {
	hearsay.Span      // white space trimmed, never empty
	Paragraph    int  // index into Paragraphs(text)
	Block        int  // index of the block it lies in, NoBlock for none
	First, Last  bool // it begins, or ends, its paragraph
}

// Whole reports whether the piece is all of its paragraph.
func (p Piece) Whole() bool { return p.First && p.Last }

// NoBlock is the Block of a piece outside every block.
const NoBlock = -1

// Pieces returns the pieces into which blocks cut the paragraphs of text, in
// order. Blocks must be in order and apart, as [hearsay.Report.Check] has it;
// they may lie anywhere, even across a paragraph's end.
func Pieces(text string, blocks []hearsay.Block) []Piece {
	paragraphs := Paragraphs(text)
	c := cutter{text: text, pieces: make([]Piece, 0, len(paragraphs)+len(blocks))}
	for i, p := range paragraphs {
		c.cut(i, p, blocks)
	}
	return c.pieces
}

// cutter cuts one paragraph after the other.
type cutter struct {
	text   string
	next   int // the first block that does not end before the paragraph at hand
	pieces []Piece
}

func (c *cutter) cut(paragraph int, p hearsay.Span, blocks []hearsay.Block) {
	for c.next < len(blocks) && blocks[c.next].End <= p.Start {
		c.next++
	}
	at := p.Start
	for i := c.next; i < len(blocks) && blocks[i].Start < p.End; i++ {
		start, end := max(blocks[i].Start, p.Start), min(blocks[i].End, p.End)
		c.add(paragraph, p, hearsay.Span{Start: at, End: start}, NoBlock)
		c.add(paragraph, p, hearsay.Span{Start: start, End: end}, i)
		at = end
	}
	c.add(paragraph, p, hearsay.Span{Start: at, End: p.End}, NoBlock)
}

func (c *cutter) add(paragraph int, p, span hearsay.Span, block int) {
	if span = Trim(c.text, span); span.Len() > 0 {
		c.pieces = append(c.pieces, Piece{
			Span: span, Paragraph: paragraph, Block: block, First: span.Start == p.Start, Last: span.End == p.End,
		})
	}
}
