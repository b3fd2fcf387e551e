package dealing

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// Who tells the ID of the actor that some words of the document are about; false
// for nobody that is listed.
type Who func(words hearsay.Span) (actor int, ok bool)

// Find returns the dealings of a parsed document in the order of its sentences; after
// them, in the same order, what it tells of rounds of talks and of things done.
// words are those of its tokens; record is read for attributions, moments and the
// report's date.
func Find(doc *hearsay.Document, words []*lexicon.Word, record *hearsay.Record, who Who) []hearsay.Dealing {
	r := &reading{Tree: tree.Grow(doc, words), authors: map[string]*hearsay.Doer{}, told: record.Attributions, moments: record.Moments, who: who}
	if day := record.Report.Stood(); !day.IsZero() {
		r.published = day.Format("2006-01-02")
	}
	r.listChildren()
	for i, s := range doc.Sentences {
		if !doc.InStory(s) || doc.Blocks[doc.Paragraphs[s.Paragraph].Block].Kind == hearsay.BlockRelated {
			continue
		}
		r.read(i, tree.Between(s.First, s.End))
	}
	return append(r.found, r.apart...)
}

// reading is the state of one run over a document.
type reading struct {
	tree.Tree
	kids      [][]int
	told      []hearsay.Attribution
	moments   []hearsay.Moment
	who       Who
	published string // the day of the report; "" : not stated

	// Of the sentence that is read.
	sentence       extent
	sentenceNumber int
	clauses        []clause

	topic   topic                    // the text that is spoken of
	agreed  *hearsay.Span            // the cue of an agreement whose terms may be told in the paragraph after
	authors map[string]*hearsay.Doer // of each noun for a text, who was last said to have made one
	found   []hearsay.Dealing
	apart   []hearsay.Dealing // of rounds, and of things done
}

// read finds the dealings of sentence n.
func (r *reading) read(n int, s extent) {
	r.sentence, r.sentenceNumber = s, n
	if r.topic.paragraph != r.Doc.Sentences[n].Paragraph {
		r.topic = topic{paragraph: r.Doc.Sentences[n].Paragraph}
		if r.agreed != nil {
			r.topic.words, r.topic.running, r.agreed = r.agreed, true, nil
		}
	}
	before := len(r.found)
	r.cutClauses(s)
	named := r.textOf(s)
	for i := range r.clauses {
		r.readClause(&r.clauses[i])
	}
	r.nouns(s)
	r.deadlines(s)
	r.rounds(s)
	r.deeds()
	r.settleTopic(named, r.found[before:])
}

// readClause takes a clause for the first kind of dealing that it shows.
func (r *reading) readClause(c *clause) {
	if r.resolves(c) {
		return
	}
	if free := r.regardlessOf(c.extent); free == nil && r.deal(c) {
		return
	}
	if r.answer(c) || r.textTerm(c) || r.ownOffer(c) {
		return
	}
	r.position(c)
}

// resolves reads what somebody votes, decides or prepares to do as done by him:
// "voted by 81 percent to accept the offer", "is preparing to raise its bid".
func (r *reading) resolves(c *clause) bool {
	decides := deciding[r.Lemma(c.verb)]
	if !decides && !intending[r.Lemma(c.verb)] || c.negated {
		return false
	}
	k := r.infinitiveAfter(c)
	if k < 0 {
		return false
	}
	decided := *c
	decided.verb, decided.modal = k, -1
	if decides {
		return r.answer(&decided)
	}
	return r.deal(&decided)
}

// infinitiveAfter returns the verb that tells what a clause's verb is set on: the one
// after the first "to" with a verb, or a gerund right behind; -1 for none.
func (r *reading) infinitiveAfter(c *clause) int {
	if c.verb+1 < c.End && r.Tag(c.verb+1) == ingTag {
		return c.verb + 1
	}
	for i := c.verb + 1; i+1 < c.End && i < c.verb+9; i++ {
		switch {
		case r.Low(i) == "to" && verbs[r.Tag(i+1)]:
			return i + 1
		case tree.Marks[r.Tag(i)], verbs[r.Tag(i)], r.Low(i) == "and":
			return -1
		}
	}
	return -1
}

var (
	deciding  = setOf("vote decide choose opt agree move")
	intending = setOf("prepare plan intend consider weigh mull expect aim hope ponder")
)

// add keeps a dealing of a clause.
func (r *reading) add(c *clause, d hearsay.Dealing) *hearsay.Dealing {
	d.Words, _ = r.span(c.extent)
	if d.Cue.Len() == 0 {
		d.Cue = r.Doc.Tokens[c.verb].Span
	}
	if d.Words.Len() == 0 {
		d.Words = d.Cue
	}
	d.Attribution = r.attributionOf(d.Cue)
	if d.Condition == nil {
		d.Condition = r.conditionOf(c.verb, c.extent)
	}
	if d.Condition == nil && d.Kind == hearsay.DealingAccept {
		d.Condition = r.conditionBefore(c)
	}
	if d.Regardless == nil {
		d.Regardless = r.regardlessOf(r.reach(c))
	}
	if d.When == nil {
		d.When = r.dayOf(c)
	}
	r.found = append(r.found, d)
	return &r.found[len(r.found)-1]
}

// reach is a clause up to where the next one with a subject begins, or the end of
// the sentence for the last.
func (r *reading) reach(c *clause) extent { return tree.Between(c.First, c.End) }

// attributionOf returns the ID of the attribution that some words are the cue of,
// or else of the innermost in whose content they stand.
func (r *reading) attributionOf(words hearsay.Span) *int {
	best, size := -1, 0
	for _, a := range r.told {
		if a.Cue != nil && a.Cue.Overlaps(words) {
			id := a.ID
			return &id
		}
		for _, c := range a.Content {
			if c.Contains(words) && (best < 0 || c.Len() <= size) {
				best, size = a.ID, c.Len()
			}
		}
	}
	if best < 0 {
		return nil
	}
	return &best
}

// doer returns who some tokens say does something; nil for a thing and for nobody.
func (r *reading) doer(e extent) *hearsay.Doer {
	span, ok := r.span(e)
	if !ok {
		return nil
	}
	d := &hearsay.Doer{Words: span}
	if a, ok := r.who(span); ok {
		d.Actor = &a
	}
	return d
}

// subjectOf returns who a clause says does something.
func (r *reading) subjectOf(c *clause) *hearsay.Doer {
	if c.head < 0 {
		return nil
	}
	d := r.doer(c.subject)
	if s := r.saidOfSelf(c); s != nil {
		return s
	}
	if d == nil || d.Actor == nil || isName(r.Doc.Words(c.head)) || pronouns[r.Tag(c.head)] || !c.subject.Has(c.head) {
		return d
	}
	// Of "the operation in Sefra" Sefra does nothing.
	span := r.Doc.TokensSpan(c.subject.First, c.head+1)
	if a, ok := r.who(span); ok {
		d.Actor = &a
	} else {
		d.Actor = nil
	}
	return d
}

// saidOfSelf returns the body that says a clause of itself with "it": "Orl said it
// accepted the text"; nil for none.
func (r *reading) saidOfSelf(c *clause) *hearsay.Doer {
	if low := r.Low(c.head); low != "it" && low != "they" {
		return nil
	}
	for _, a := range r.told {
		if a.Cue == nil || a.Source == nil || !contains(a.Content, r.Doc.Tokens[c.verb].Span) {
			continue
		}
		if at := r.ExtentOf(*a.Cue); at.End <= c.head && c.head <= at.End+1 && a.Source.End <= a.Cue.Start {
			if d := r.doer(r.ExtentOf(*a.Source)); d != nil && d.Actor != nil {
				return d
			}
		}
	}
	return nil
}

// dayOf returns the moment of a clause that is a day or a time of day: the first
// that stands in it and is no end of a time ("by Friday", "until noon").
func (r *reading) dayOf(c *clause) *int {
	span, ok := r.span(c.extent)
	if !ok {
		return nil
	}
	for i, m := range r.moments {
		if m.Type != hearsay.Date && m.Type != hearsay.Time || m.Value == "" || !span.Contains(m.Span) || !isDay(m.Value) {
			continue
		}
		at := r.ExtentOf(m.Span).First
		if !ends[r.Low(at-1)] && !(r.Low(at-1) == "the" && ends[r.Low(at-2)]) {
			return &i
		}
	}
	return nil
}

var ends = setOf("until by before after from within till since end")

// isDay reports whether a TIMEX3 value gives a day.
func isDay(value string) bool {
	return len(value) >= len("2031-04-02") && value[4] == '-' && value[7] == '-'
}
