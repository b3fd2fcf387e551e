package revision

import (
	"slices"

	"hearsay"
	"hearsay/internal/wording"
)

// rewritten is how little, in thousandths, two versions of a paragraph have in
// common if it was written anew: its sentences are then not held against each other.
const rewritten = 500

// heading compares what stands above the text.
func (c *comparison) heading() {
	a, b := c.before.record.Report, c.after.record.Report
	if reads(a.Headline) != reads(b.Headline) {
		c.aboveText(hearsay.SubjectHeadline, a.Headline, b.Headline)
	}
	if from, to := joined(a.Byline), joined(b.Byline); reads(from) != reads(to) {
		c.aboveText(hearsay.SubjectByline, from, to)
	}
}

// aboveText adds a change of the headline or byline. Its words are no part of
// the text, so there are no spans of them.
func (c *comparison) aboveText(of hearsay.ChangeSubject, before, after string) {
	ch := hearsay.Change{Kind: hearsay.ChangeChanged, Subject: of}
	switch {
	case reads(before) == reads(""):
		ch.Kind = hearsay.ChangeAdded
	case reads(after) == reads(""):
		ch.Kind = hearsay.ChangeRemoved
	}
	ch.Admitted = c.admittedAbove(of)
	c.changes = append(c.changes, ch)
}

// reads returns a line as it is compared.
func reads(line string) string { return folded(wording.Words(line, hearsay.Span{End: len(line)})) }

func joined(names []string) string {
	line := ""
	for _, n := range names {
		line += n + "; "
	}
	return line
}

// added notes a paragraph that is new. One that was only set off from the
// paragraph before it is not; one whose words stood elsewhere has moved.
func (c *comparison) added(q *paragraph) {
	switch {
	case q.class == furniture:
		return
	case q.class == prose && c.before.has(q.stretch):
		if !c.before.hasBehind(c.after.upTo(q), q.stretch) {
			c.settle(finding{kind: hearsay.ChangeMoved, subject: subjectOf(q), after: &q.Span, where: q.place, total: c.after.total})
		}
		return
	}
	f := finding{kind: hearsay.ChangeAdded, subject: subjectOf(q), after: &q.Span, where: q.place, total: c.after.total}
	c.settle(f)
}

// removed notes a paragraph that is gone. If words in quotation marks went with
// it, it is those that the change is of.
func (c *comparison) removed(p *paragraph) {
	if p.class == furniture || p.class == prose && c.after.has(p.stretch) {
		return
	}
	f := finding{kind: hearsay.ChangeRemoved, subject: subjectOf(p), before: &p.Span, where: p.place, total: c.before.total}
	if slices.ContainsFunc(p.quotes, c.isCut) {
		f.subject = hearsay.SubjectQuote
	}
	c.settle(f)
}

// subjectOf returns what a whole paragraph is a part of.
func subjectOf(p *paragraph) hearsay.ChangeSubject {
	switch p.class {
	case notes:
		return hearsay.SubjectNote
	case credits:
		return hearsay.SubjectByline
	}
	return hearsay.SubjectText
}

// paragraph compares two versions of one paragraph.
func (c *comparison) paragraph(p, q *paragraph, moved bool) {
	switch {
	case moved:
		c.settle(finding{kind: hearsay.ChangeMoved, subject: subjectOf(q), before: &p.Span, after: &q.Span, where: q.place, total: c.after.total})
	case q.class == furniture:
		return
	}
	if len(wording.Diff(p.tokens, q.tokens)) == 0 {
		return
	}
	in := &inside{comparison: c, p: p, q: q}
	switch {
	case q.class != prose:
		in.whole(subjectOf(q))
	case similarity(p.bag, q.bag) < rewritten:
		in.rewritten()
	default:
		in.sentences()
	}
	in.close()
}

// inside is the comparison of two versions of one paragraph.
type inside struct {
	*comparison
	p, q *paragraph

	quotes []quoteChange
	found  []finding
	plain  []edit // what is of nothing in particular
	minor  []edit // the same source in other words: told only where it is all there is
}

// edit is words of the earlier edition and those that stand for them; a span is
// empty where there are none, and begins where they would stand.
type edit struct{ before, after hearsay.Span }

// whole notes that a paragraph reads otherwise.
func (in *inside) whole(of hearsay.ChangeSubject) {
	in.add(hearsay.ChangeChanged, of, &in.p.Span, &in.q.Span)
}

func (in *inside) add(kind hearsay.ChangeKind, of hearsay.ChangeSubject, before, after *hearsay.Span) {
	in.found = append(in.found, finding{
		kind: kind, subject: of, before: before, after: after, where: in.q.place, total: in.after.total,
	})
}

// rewritten names the one most telling thing that differs in a paragraph
// written anew.
func (in *inside) rewritten() {
	of := hearsay.SubjectText
	switch {
	case len(in.quoteChanges()) > 0:
		of = hearsay.SubjectQuote
	case in.otherFigures():
		of = hearsay.SubjectFigure
	}
	in.whole(of)
	in.found[len(in.found)-1].anew = true
}

// sentences compares the sentences of a paragraph that was edited.
func (in *inside) sentences() {
	in.quotes = in.quoteChanges()
	for _, q := range in.quotes {
		in.add(q.kind, hearsay.SubjectQuote, q.before, q.after)
		in.found[len(in.found)-1].anew = q.anew
	}
	a, b := in.p.sentences, in.q.sentences
	pairs := newPairing(len(a), len(b))
	gap := wording.Edit{A1: len(a), B1: len(b)}
	pairs.alike(gap, func(i, j int) (int, int) { return similarity(a[i].bag, b[j].bag), a[i].bag.weight + b[j].bag.weight })
	if i, j := free(pairs.toB), free(pairs.toA); len(i) == 1 && len(j) == 1 && shareContent(a[i[0]].bag, b[j[0]].bag) {
		pairs.pair(i[0], j[0])
	}
	for _, m := range pairs.matches() {
		switch {
		case m.b < 0:
			in.sentenceRemoved(&a[m.a])
		case m.a < 0:
			in.sentenceAdded(&b[m.b])
		default:
			in.sentence(&a[m.a], &b[m.b])
		}
	}
}

func (in *inside) sentenceAdded(s *stretch) {
	if !in.isQuoteChange(edit{after: s.Span}) && !in.before.has(*s) {
		in.add(hearsay.ChangeAdded, hearsay.SubjectText, nil, &s.Span)
	}
}

func (in *inside) sentenceRemoved(s *stretch) {
	if !in.isQuoteChange(edit{before: s.Span}) && !in.after.has(*s) {
		in.add(hearsay.ChangeRemoved, hearsay.SubjectText, &s.Span, nil)
	}
}

// Words that only come in, or only go, are a thing said more or less rather than
// a change of what is said if there are so many of them, and what else the sentence
// says is so much alike, in thousandths.
const (
	longEdit  = 8
	elseAlike = 750
)

// sentence compares two versions of one sentence, word by word.
func (in *inside) sentence(s, t *stretch) {
	w := newWords(in, s, t)
	w.figures()
	w.sources()
	w.stances()
	for i, e := range w.edits {
		if w.minor[i] && !w.explained[i] {
			in.minor = append(in.minor, w.spans(e))
			continue
		}
		if w.explained[i] || in.isQuoteChange(w.spans(e)) || !w.hasContent(e) {
			continue
		}
		at := w.spans(e)
		switch {
		case e.A0 == e.A1 && w.isClause(e):
			in.add(hearsay.ChangeAdded, hearsay.SubjectText, nil, &at.after)
		case e.B0 == e.B1 && w.isClause(e):
			in.add(hearsay.ChangeRemoved, hearsay.SubjectText, &at.before, nil)
		default:
			in.plain = append(in.plain, at)
		}
	}
}

// isClause reports whether an edit is a thing said more or less.
func (w *words) isClause(e wording.Edit) bool {
	if countWords(w.s.tokens[e.A0:e.A1])+countWords(w.t.tokens[e.B0:e.B1]) < longEdit {
		return false
	}
	return similarity(without(w.s.tokens, e.A0, e.A1), without(w.t.tokens, e.B0, e.B1)) >= elseAlike
}

// without returns the words of a sentence but for those of an edit.
func without(tokens []wording.Token, first, end int) bag {
	return bagOfTokens(slices.Concat(tokens[:first], tokens[end:]))
}

func countWords(tokens []wording.Token) int {
	n := 0
	for _, t := range tokens {
		if !t.Mark {
			n++
		}
	}
	return n
}

// close settles what was found in the paragraph. All that is of nothing in
// particular is one change, from the first edit to the last.
func (in *inside) close() {
	told := len(in.changes)
	for _, f := range in.found {
		in.settle(f)
	}
	isTold := func(c hearsay.Change) bool { return c.Kind == hearsay.ChangeChanged }
	if slices.ContainsFunc(in.changes[told:], isTold) {
		return // what else reads otherwise goes with it
	}
	if len(in.found) == 0 && len(in.plain) == 0 {
		in.plain = in.minor
	}
	if len(in.plain) == 0 {
		return
	}
	first, last := in.plain[0], in.plain[len(in.plain)-1]
	before := hearsay.Span{Start: first.before.Start, End: last.before.End}
	after := hearsay.Span{Start: first.after.Start, End: last.after.End}
	in.settle(finding{
		kind: hearsay.ChangeChanged, subject: hearsay.SubjectText, before: orNil(before), after: orNil(after),
		where: in.q.place, total: in.after.total,
	})
}

// orNil returns nil for an empty span.
func orNil(s hearsay.Span) *hearsay.Span {
	if s.Start >= s.End {
		return nil
	}
	return &s
}
