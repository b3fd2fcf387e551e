// Package hearsay holds the vocabulary of Hearsay: reports, the documents they
// are analysed into, and the record of who said what, according to whom.
//
// The types are plain values with a Check method that states their invariants.
// Package reader turns a [Report] into a [Record]; package contract gives a
// record its JSON form. This package imports the standard library only.
package hearsay

import (
	"fmt"
	"time"
	"unicode/utf8"
)

// Report is one article as it stood at one moment: its text and what is known
// about it from outside the text. A Report is never changed after intake.
type Report struct {
	Path      string // the argument as given, "-" for standard input, "" for an address
	URL       string
	Outlet    string
	Headline  string
	Byline    []string
	Published time.Time // zero: not stated
	Updated   time.Time // zero: not stated
	Language  string    // declared BCP 47 tag, "" when not stated

	// Text is the decoded input; every Span of the report's record points
	// into it. It is valid UTF-8 and nothing in it has been trimmed.
	Text string

	// Blocks, where the intake knows them (a page's paragraphs and
	// subheads), in text order and without overlap. Nil for plain text:
	// segmentation then finds them.
	Blocks []Block
}

// Block is a stretch of a report's text with one function on the page.
type Block struct {
	Span
	Kind BlockKind
}

// BlockKind says what a block of text is for.
type BlockKind string

// The kinds of block.
const (
	BlockHeadline    BlockKind = "headline"
	BlockSubhead     BlockKind = "subhead"
	BlockByline      BlockKind = "byline"
	BlockDateline    BlockKind = "dateline"
	BlockCredit      BlockKind = "credit"
	BlockBody        BlockKind = "body"
	BlockQuote       BlockKind = "quote"
	BlockNote        BlockKind = "note"
	BlockRelated     BlockKind = "related"
	BlockContributor BlockKind = "contributor"
	BlockCopyright   BlockKind = "copyright"
	BlockTimestamp   BlockKind = "timestamp"
	BlockFurniture   BlockKind = "furniture"
)

// BlockKinds lists every kind of block in the order of the contract.
var BlockKinds = []BlockKind{
	BlockHeadline, BlockSubhead, BlockByline, BlockDateline, BlockCredit, BlockBody, BlockQuote,
	BlockNote, BlockRelated, BlockContributor, BlockCopyright, BlockTimestamp, BlockFurniture,
}

// InStory reports whether what such a block says is said by the story: its
// headings and quotations are, and so is a headline that points to another
// story. A dateline, a note on what an update changed or a line of furniture is
// about the report, and no statement of it.
func (k BlockKind) InStory() bool {
	switch k {
	case BlockHeadline, BlockSubhead, BlockBody, BlockQuote, BlockRelated:
		return true
	}
	return false
}

// Check reports the first broken invariant: text that is not valid UTF-8, or
// blocks that are empty, out of bounds, out of order or overlapping.
func (r Report) Check() error {
	if !utf8.ValidString(r.Text) {
		return fmt.Errorf("report %s: text is not valid UTF-8", r.name())
	}
	if err := checkBlocks(r.Blocks, len(r.Text)); err != nil {
		return fmt.Errorf("report %s: %w", r.name(), err)
	}
	return nil
}

func checkBlocks(blocks []Block, textLen int) error {
	end := 0
	for i, b := range blocks {
		if err := b.Check(textLen); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if b.Start < end {
			return fmt.Errorf("block %d begins at byte %d, inside the block before it", i, b.Start)
		}
		end = b.End
	}
	return nil
}

// name identifies the report in an error message.
func (r Report) name() string {
	switch {
	case r.Path != "":
		return r.Path
	case r.URL != "":
		return r.URL
	}
	return "(unnamed)"
}

// Stood returns when the report began to stand as it is: when it was updated, or
// else published. It is zero where neither is stated.
func (r Report) Stood() time.Time {
	if !r.Updated.IsZero() {
		return r.Updated
	}
	return r.Published
}
