package block

import (
	"strings"
	"unicode"

	"hearsay"
)

// judgeByNeighbours gives kinds to paragraphs that only show in their place:
//
//	Shelling in Sennet                      subhead: short, no stop, prose on both sides
//	Correction:                             note by its label, and so is
//	The ministry counted 12, not 21.        what it is the label of
//	Related stories                         related by its label, and so are
//	The roads that stay closed              the short lines behind it
func (p *page) judgeByNeighbours() {
	prose := p.prose()
	inList := false // the related pieces just before begin with a list's label
	for i := range p.pieces {
		piece := &p.pieces[i]
		inList = p.listGoesOn(i, inList)
		if !piece.open() {
			continue
		}
		words := piece.In(p.text)
		switch {
		case p.isLabelled(i):
			piece.kind = hearsay.BlockNote
		case inList && isHeadline(words):
			piece.kind = hearsay.BlockRelated
		case isHeadline(words) && p.leads(i, prose):
			piece.kind = hearsay.BlockHeadline
		case isHeadline(words) && p.heads(*piece, prose):
			piece.kind = hearsay.BlockSubhead
		}
	}
}

// prose tells for each paragraph whether it is running text of the story.
func (p *page) prose() []bool {
	prose := make([]bool, p.count)
	for _, piece := range p.pieces {
		if piece.kind == hearsay.BlockBody || piece.kind == hearsay.BlockQuote {
			prose[piece.Paragraph] = true
		}
	}
	start, end := 0, 0 // of the paragraph, in bytes
	for i, piece := range p.pieces {
		if piece.First {
			start = piece.Start
		}
		if end = piece.End; i+1 == len(p.pieces) || p.pieces[i+1].Paragraph != piece.Paragraph {
			prose[piece.Paragraph] = prose[piece.Paragraph] && isProse(p.text[start:end])
		}
	}
	return prose
}

// isProse reports whether words are sentences rather than a heading or a line
// of a list.
func isProse(words string) bool {
	return len(words) > longestHeading || endsSentence(words) && strings.Count(words, " ") >= 3
}

// leads reports whether a heading at piece i would be the report's own: it is
// the first piece, and prose or who wrote it and when follows.
func (p *page) leads(i int, prose []bool) bool {
	if i > 0 || p.count < 2 {
		return false
	}
	switch p.pieces[1].kind {
	case hearsay.BlockByline, hearsay.BlockTimestamp, hearsay.BlockDateline, hearsay.BlockNote:
		return true
	}
	return prose[1]
}

// heads reports whether a heading at piece would be one in between: prose
// follows, and prose stands before it.
func (p *page) heads(of piece, prose []bool) bool {
	at := of.Paragraph
	return at > 0 && at+1 < p.count && prose[at-1] && prose[at+1]
}

// longestHeading is the length in bytes of the longest heading.
const longestHeading = 90

// isHeadline reports whether words may be a heading: short, beginning with a
// capital or a digit, and not a sentence, a quotation or the beginning of a list.
func isHeadline(words string) bool {
	if len(words) > longestHeading || endsSentence(words) {
		return false
	}
	first := []rune(words)[0]
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && !strings.ContainsAny(words[len(words)-1:], ":;,-") &&
		!strings.ContainsAny(words, "\n\"“”") && strings.ContainsFunc(words, unicode.IsLower)
}

// isLabelled reports whether a note's label stands before piece i, with nothing
// but furniture and dates between.
func (p *page) isLabelled(i int) bool {
	for i--; i >= 0; i-- {
		if kind := p.pieces[i].kind; kind != hearsay.BlockFurniture && kind != hearsay.BlockTimestamp {
			return isLabel(p.pieces[i], p.text)
		}
	}
	return false
}

// isLabel reports whether a piece is the label of a note and nothing more, so
// that the note is what follows.
func isLabel(of piece, text string) bool {
	if of.kind != hearsay.BlockNote || of.Len() > 40 {
		return false
	}
	lead := strings.TrimRight(passageOf(of.In(text)).lead(), ":. ")
	switch lead {
	case "correction", "corrections", "clarification", "clarifications", "corrections and clarifications",
		"corrections & clarifications", "editor's note", "editors' note", "retraction", "for the record":
		return true
	}
	return false
}

// listGoesOn reports whether piece i may be a link of a list: a related piece
// stands before it, and the run of such pieces begins with a label alone.
func (p *page) listGoesOn(i int, inList bool) bool {
	switch {
	case i == 0 || p.pieces[i-1].kind != hearsay.BlockRelated:
		return false
	case i == 1 || p.pieces[i-2].kind != hearsay.BlockRelated:
		return isListLabel(p.pieces[i-1].In(p.text))
	}
	return inList
}

// isListLabel reports whether words announce links and name none.
func isListLabel(words string) bool {
	return len(words) <= 40 && (strings.HasSuffix(words, ":") || !strings.Contains(words, ":"))
}
