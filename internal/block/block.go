// Package block finds what the paragraphs of a report are for: which of them
// tell the story, and which are its dateline, byline, notes on what an update
// changed, related headlines and furniture.
//
//	TARNHOLM, April 17 (Meridian Wire) — Mediators were waiting for an answer.
//	└──── dateline ──┘ └─── credit ──┘   └────────────── body ────────────────┘
//
//	(Reporting by Irena Moss; editing by Lise Hartog)          contributor
//	(Adds minister's comment in paragraphs 3-5)                note
//	Read more: The roads that stay closed                      related
//
// Nothing is removed: every word stays where it was, in a block of some kind,
// and what is not surely something else is body. A rule therefore asks for
// several signs at once; the table of rules stands in rules.go, and beside it,
// in rules_test.go, for each rule what it must and must not match.
//
// Paragraphs are judged in three steps:
//
//	rules.go                 what a paragraph says of itself, by how it begins
//	heading.go               what only its neighbours tell: subheads, lists
//	dateline.go, remark.go   parts of paragraphs: before the story and behind it
package block

import (
	"hearsay"
	"hearsay/internal/layout"
)

// Find returns the blocks of text, in order and apart, so that every character
// that is not white space is in one. Those in given keep their place and kind,
// unless they are body: body is divided into paragraphs, one block each, and
// judged like text outside every block. Given blocks must be in order and apart.
//
// The same text and blocks always give the same blocks, and giving Find its own
// blocks changes nothing.
func Find(text string, given []hearsay.Block) []hearsay.Block {
	page := pageOf(text, given)
	page.judge()
	page.judgeByNeighbours()
	return page.blocks(given)
}

// page is a report's paragraphs on their way to blocks.
type page struct {
	text   string
	count  int // of paragraphs
	pieces []piece
}

// piece is a paragraph or what given blocks have left of one.
type piece struct {
	layout.Piece
	kind  hearsay.BlockKind
	fixed bool // it lies in a given block that is not body
}

// open reports whether a piece is still to be judged as a whole.
func (p piece) open() bool { return !p.fixed && p.Whole() && p.kind == hearsay.BlockBody }

func pageOf(text string, given []hearsay.Block) page {
	cut := layout.Pieces(text, given)
	p := page{text: text, pieces: make([]piece, len(cut))}
	for i, c := range cut {
		p.pieces[i] = piece{Piece: c, kind: hearsay.BlockBody}
		if c.Block != layout.NoBlock && given[c.Block].Kind != hearsay.BlockBody {
			p.pieces[i].kind, p.pieces[i].fixed = given[c.Block].Kind, true
		}
	}
	if n := len(cut); n > 0 {
		p.count = cut[n-1].Paragraph + 1
	}
	return p
}

// judge applies the rules to each whole paragraph by itself.
func (p *page) judge() {
	for i := range p.pieces {
		if piece := &p.pieces[i]; piece.open() {
			piece.kind = kindOf(p.passage(*piece))
		}
	}
}

// blocks returns the blocks that the pieces make, given ones that are not body
// as they were given.
func (p *page) blocks(given []hearsay.Block) []hearsay.Block {
	blocks := make([]hearsay.Block, 0, len(p.pieces)+4)
	kept := 0 // given blocks before this one are in blocks or were body
	keep := func(end int) {
		for ; kept < end; kept++ {
			if given[kept].Kind != hearsay.BlockBody {
				blocks = append(blocks, given[kept])
			}
		}
	}
	for _, piece := range p.pieces {
		if piece.fixed {
			keep(piece.Block + 1)
			continue
		}
		for kept < len(given) && given[kept].Start < piece.Start {
			keep(kept + 1)
		}
		blocks = p.appendPiece(blocks, piece)
	}
	keep(len(given))
	return blocks
}

// appendPiece appends a piece's blocks: a body piece may begin with a dateline
// and end in a remark.
func (p *page) appendPiece(blocks []hearsay.Block, piece piece) []hearsay.Block {
	if piece.kind != hearsay.BlockBody {
		return append(blocks, hearsay.Block{Span: piece.Span, Kind: piece.kind})
	}
	rest := piece.Span
	if piece.First {
		blocks, rest = appendDateline(blocks, p.text, rest, piece.Paragraph < topParagraphs)
	}
	var remarks []hearsay.Block
	if piece.Last {
		rest, remarks = cutRemarks(p.text, rest)
	}
	blocks = append(blocks, hearsay.Block{Span: rest, Kind: hearsay.BlockBody})
	return append(blocks, remarks...)
}
