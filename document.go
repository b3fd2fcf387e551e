package hearsay

import "fmt"

// Document is a report's text taken apart: blocks, paragraphs, sentences and
// tokens. Each stage of reading fills its own fields and rewrites no other's:
//
//	segment     Text, Blocks, Paragraphs, Sentences, and each Token's Span and Quote
//	transcript  Entries and Utterances
//	tag         each Token's Tag and Lemma
//	parse       each Token's Head and Relation
//	name        Names
//
// Invariants (see Check): tokens are ordered and do not overlap; between two
// tokens there is nothing but white space; sentences partition the tokens and
// paragraphs partition the sentences.
type Document struct {
	Text       string
	Blocks     []Block
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
	Entries    []Entry     // of a live blog, in text order; none in other reports
	Utterances []Utterance // in text order of their contents
	Names      []Name      // in text order
}

// Token is one word, number or mark.
type Token struct {
	Span
	Quote Quotation
	Tag   Tag
	Lemma string // dictionary form in lower case, "" before tagging

	// Head is the index of the token this one depends on, of the same
	// sentence; NoHead for the sentence's root. Only meaningful where
	// Relation is set: before parsing it is not.
	Head     int
	Relation Relation
}

// NoHead is the Head of a sentence's root.
const NoHead = -1

// Sentence is the half-open range [First, End) of token indices.
type Sentence struct {
	First, End int
	Paragraph  int // index into Document.Paragraphs
}

// Paragraph is the half-open range [First, End) of sentence indices.
type Paragraph struct {
	First, End int
	Block      int // index into Document.Blocks
}

// Quotation is a token's place with regard to quotation marks.
//
// Depth counts the quotations open around the token; a mark that opens or
// closes a quotation has the depth of the words it encloses. A paragraph that
// begins with an opening mark while the paragraph before it was left open
// continues that quotation: its mark opens nothing new but has Opens set.
type Quotation struct {
	Depth  uint8
	Opens  bool // the token is an opening quotation mark
	Closes bool // the token is a closing quotation mark
}

// Inside reports whether the token is a word within a quotation rather than
// one of its marks.
func (q Quotation) Inside() bool { return q.Depth > 0 && !q.Opens && !q.Closes }

// Words returns the token's text.
func (d *Document) Words(token int) string { return d.Tokens[token].In(d.Text) }

// TokensSpan returns the span from the first to the last token of [first, end).
// The range must not be empty.
func (d *Document) TokensSpan(first, end int) Span {
	return Span{d.Tokens[first].Start, d.Tokens[end-1].End}
}

// SentenceSpan returns the span of sentence s.
func (d *Document) SentenceSpan(s int) Span {
	return d.TokensSpan(d.Sentences[s].First, d.Sentences[s].End)
}

// ParagraphSpan returns the span of paragraph p.
func (d *Document) ParagraphSpan(p int) Span {
	para := d.Paragraphs[p]
	return d.TokensSpan(d.Sentences[para.First].First, d.Sentences[para.End-1].End)
}

// InStory reports whether sentence s tells the story rather than something
// about the report (see [BlockKind.InStory]).
func (d *Document) InStory(s Sentence) bool {
	return d.Blocks[d.Paragraphs[s.Paragraph].Block].Kind.InStory()
}

// Check reports the first broken invariant of the document.
func (d *Document) Check() error {
	if err := checkBlocks(d.Blocks, len(d.Text)); err != nil {
		return err
	}
	if err := d.checkTokens(); err != nil {
		return err
	}
	if err := d.checkSentences(); err != nil {
		return err
	}
	if err := d.checkParagraphs(); err != nil {
		return err
	}
	if err := checkEntries(d.Entries, len(d.Text)); err != nil {
		return err
	}
	if err := checkUtterances(d.Utterances, len(d.Text)); err != nil {
		return err
	}
	if err := d.checkTrees(); err != nil {
		return err
	}
	return d.checkNames()
}

func (d *Document) checkTokens() error {
	end := 0
	for i, t := range d.Tokens {
		if err := t.Check(len(d.Text)); err != nil {
			return fmt.Errorf("token %d: %w", i, err)
		}
		if t.Start < end {
			return fmt.Errorf("token %d begins at byte %d, inside the token before it", i, t.Start)
		}
		if gap := (Span{end, t.Start}); !isSpace(gap.In(d.Text)) {
			return fmt.Errorf("token %d: %q stands before it in no token", i, gap.In(d.Text))
		}
		end = t.End
	}
	if rest := d.Text[end:]; !isSpace(rest) {
		return fmt.Errorf("%q stands after the last token in no token", rest)
	}
	return nil
}

func (d *Document) checkSentences() error {
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.End <= s.First {
			return fmt.Errorf("sentence %d is tokens [%d,%d), want it to begin at %d and not be empty", i, s.First, s.End, next)
		}
		if s.Paragraph < 0 || s.Paragraph >= len(d.Paragraphs) {
			return fmt.Errorf("sentence %d is of paragraph %d of %d", i, s.Paragraph, len(d.Paragraphs))
		}
		next = s.End
	}
	if next != len(d.Tokens) {
		return fmt.Errorf("sentences end at token %d of %d", next, len(d.Tokens))
	}
	return nil
}

func (d *Document) checkParagraphs() error {
	next := 0
	for i, p := range d.Paragraphs {
		if p.First != next || p.End <= p.First || p.End > len(d.Sentences) {
			return fmt.Errorf("paragraph %d is sentences [%d,%d), want it to begin at %d and not be empty", i, p.First, p.End, next)
		}
		if p.Block < 0 || p.Block >= len(d.Blocks) {
			return fmt.Errorf("paragraph %d is of block %d of %d", i, p.Block, len(d.Blocks))
		}
		for s := p.First; s < p.End; s++ {
			if d.Sentences[s].Paragraph != i {
				return fmt.Errorf("sentence %d stands in paragraph %d but names %d", s, i, d.Sentences[s].Paragraph)
			}
		}
		next = p.End
	}
	if next != len(d.Sentences) {
		return fmt.Errorf("paragraphs end at sentence %d of %d", next, len(d.Sentences))
	}
	return nil
}

// checkTrees holds each parsed sentence to be one tree: one root, and every
// other token's heads lead there.
func (d *Document) checkTrees() error {
	for i, s := range d.Sentences {
		if d.Tokens[s.First].Relation == 0 {
			continue
		}
		roots := 0
		for t := s.First; t < s.End; t++ {
			steps := 0
			for h := t; h != NoHead; h = d.Tokens[h].Head {
				if h < s.First || h >= s.End || steps > s.End-s.First {
					return fmt.Errorf("sentence %d: token %d does not hang on its root", i, t)
				}
				steps++
			}
			if d.Tokens[t].Head == NoHead {
				roots++
			}
		}
		if roots != 1 {
			return fmt.Errorf("sentence %d has %d roots", i, roots)
		}
	}
	return nil
}
