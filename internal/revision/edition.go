package revision

import (
	"slices"

	"hearsay"
	"hearsay/internal/note"
	"hearsay/internal/segment"
	"hearsay/internal/wording"
)

// edition is a record made ready to be compared.
type edition struct {
	record     hearsay.Record
	text       string
	paragraphs []paragraph
	total      note.Place // how many there are, by both countings
	words      string     // all of its words, folded, with single spaces
}

// paragraph is one paragraph as printed.
type paragraph struct {
	stretch
	place     note.Place
	class     class
	isLead    bool // the first of the prose
	sentences []stretch
	quotes    []stretch // what stands in quotation marks, marks excluded
}

// stretch is a part of a text with its tokens.
type stretch struct {
	hearsay.Span
	tokens []wording.Token
	bag    bag
}

// class is what kind of paragraph may be put for what kind.
type class uint8

const (
	prose   class = iota
	heading       // subheads
	credits       // who wrote it
	notes
	furniture // what is no part of the report
)

var classes = map[hearsay.BlockKind]class{
	hearsay.BlockBody: prose, hearsay.BlockQuote: prose, hearsay.BlockDateline: prose,
	hearsay.BlockHeadline: heading, hearsay.BlockSubhead: heading,
	hearsay.BlockByline: credits, hearsay.BlockContributor: credits, hearsay.BlockCredit: credits, hearsay.BlockCopyright: furniture,
	hearsay.BlockNote: notes, hearsay.BlockRelated: furniture, hearsay.BlockTimestamp: furniture, hearsay.BlockFurniture: furniture,
}

func newEdition(record hearsay.Record) *edition {
	e := &edition{record: record, text: record.Report.Text}
	report := record.Report
	report.Blocks = record.Blocks
	doc := segment.Split(report)
	printed, total := note.Count(e.text, record.Blocks)
	e.total = total
	for _, p := range printed {
		e.paragraphs = append(e.paragraphs, paragraph{stretch: e.stretch(p.Span), place: p.Place, class: e.classOf(p), isLead: p.Prose == 1})
	}
	e.addSentences(doc)
	e.addQuotes(doc)
	e.words = folded(wording.Words(e.text, hearsay.Span{End: len(e.text)}))
	return e
}

func (e *edition) stretch(s hearsay.Span) stretch {
	tokens := wording.Tokens(e.text, s)
	return stretch{s, tokens, bagOfTokens(tokens)}
}

// classOf returns the class of a paragraph: that of its prose, where it has any.
func (e *edition) classOf(p note.Paragraph) class {
	least := furniture
	for _, b := range e.record.Blocks {
		if p.Contains(b.Span) {
			least = min(least, classes[b.Kind])
		}
	}
	return least
}

// at returns the paragraph in which an offset lies, nil outside all.
func (e *edition) at(offset int) *paragraph {
	i, _ := slices.BinarySearchFunc(e.paragraphs, offset, func(p paragraph, offset int) int {
		switch {
		case p.End <= offset:
			return -1
		case p.Start > offset:
			return 1
		}
		return 0
	})
	if i < len(e.paragraphs) && e.paragraphs[i].Start <= offset && offset < e.paragraphs[i].End {
		return &e.paragraphs[i]
	}
	return nil
}

func (e *edition) addSentences(doc *hearsay.Document) {
	for i := range doc.Sentences {
		s := doc.SentenceSpan(i)
		if p := e.at(s.Start); p != nil && s.End <= p.End {
			p.sentences = append(p.sentences, e.stretch(s))
		}
	}
}

// addQuotes finds the words in quotation marks, each quotation and each
// paragraph of a longer one by itself. What is quoted within a quotation belongs to it.
func (e *edition) addQuotes(doc *hearsay.Document) {
	var open hearsay.Span
	flush := func() {
		if p := e.at(open.Start); p != nil && open.Len() > 0 {
			p.quotes = append(p.quotes, e.stretch(open))
		}
		open = hearsay.Span{}
	}
	for _, t := range doc.Tokens {
		isMark := t.Quote.Depth == 1 && (t.Quote.Opens || t.Quote.Closes)
		if t.Quote.Depth == 0 || isMark || open.Len() > 0 && e.at(t.Start) != e.at(open.Start) {
			flush()
		}
		if t.Quote.Depth == 0 || isMark {
			continue
		}
		if open.Len() == 0 {
			open.Start = t.Start
		}
		open.End = t.End
	}
	flush()
}
