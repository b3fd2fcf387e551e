package revision

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/wording"
)

// sameContent is what two contents share at least to be one statement's, in thousandths.
const sameContent = 500

// sources finds statements that have another source now, or lost theirs, or got
// one. "Dagny Vost said" for "union president Dagny Vost said" is no other source;
// "initial accounts attributed to officials" for "officials" is.
//
// Only where the words of source or cue were touched: two readings of words that
// stayed may differ, and say nothing.
func (w *words) sources() {
	before, after := w.in.before.attributionsIn(w.s.Span), w.in.after.attributionsIn(w.t.Span)
	for _, a := range before {
		k := slices.IndexFunc(after, func(b hearsay.Attribution) bool { return w.isOneStatement(a, b) })
		if k < 0 {
			w.unsourced(a)
			continue
		}
		w.source(a, after[k])
		after = slices.Delete(slices.Clone(after), k, k+1)
	}
	for _, b := range after {
		w.newlySourced(b)
	}
}

// attributionsIn returns the attributions that begin to be said in a sentence.
func (e *edition) attributionsIn(in hearsay.Span) []hearsay.Attribution {
	var found []hearsay.Attribution
	for _, a := range e.record.Attributions {
		if a.Source != nil && in.Contains(*a.Source) && (a.Cue == nil || in.Overlaps(*a.Cue)) {
			found = append(found, a)
		}
	}
	return found
}

func (w *words) isOneStatement(a, b hearsay.Attribution) bool {
	return similarity(contentOf(w.in.before, a), contentOf(w.in.after, b)) >= sameContent
}

func contentOf(e *edition, a hearsay.Attribution) bag {
	var tokens []wording.Token
	for _, s := range a.Content {
		tokens = append(tokens, wording.Words(e.text, s)...)
	}
	return bagOfTokens(tokens)
}

// source compares the sources of one statement.
func (w *words) source(a, b hearsay.Attribution) {
	edits := append(w.touched(*a.Source, false), w.touched(*b.Source, true)...)
	if len(edits) == 0 {
		return
	}
	w.reworded(a, b)
	switch {
	case !w.isOneSource(a, b):
		w.explain(edits...)
		if w.isTold(a, b) {
			return
		}
		w.in.add(hearsay.ChangeChanged, hearsay.SubjectSource, a.Source, b.Source)
	case isPronoun(w.in.before.text, *a.Source), isPronoun(w.in.after.text, *b.Source):
		w.explain(edits...) // a name for a pronoun follows from what stands before it
	}
}

// isTold reports whether the paragraph has the change of these sources already,
// as "a nurse, who …" and then "the nurse".
func (w *words) isTold(a, b hearsay.Attribution) bool {
	last := func(e *edition, s *hearsay.Span) string {
		if all := callings(e.text, *s); len(all) > 0 {
			return all[0].words[len(all[0].words)-1]
		}
		return ""
	}
	return slices.ContainsFunc(w.in.found, func(f finding) bool {
		return f.subject == hearsay.SubjectSource && f.before != nil && f.after != nil &&
			last(w.in.before, f.before) == last(w.in.before, a.Source) && last(w.in.after, f.after) == last(w.in.after, b.Source)
	})
}

func isPronoun(text string, s hearsay.Span) bool { return pronouns[strings.ToLower(s.In(text))] }

// reworded marks the edits that touch nothing but the words for who says it.
func (w *words) reworded(a, b hearsay.Attribution) {
	for i, e := range w.edits {
		at := w.spans(e)
		if w.saysWho(a, w.s, at.before) && w.saysWho(b, w.t, at.after) {
			w.minor[i] = true
		}
	}
}

// saysWho reports whether words are of an attribution's source and cue alone, or
// stand between them.
func (w *words) saysWho(a hearsay.Attribution, in *stretch, words hearsay.Span) bool {
	frame := *a.Source
	if a.Cue != nil {
		frame = hearsay.Span{Start: min(frame.Start, a.Cue.Start), End: max(frame.End, a.Cue.End)}
	}
	for _, t := range in.tokens {
		if t.Overlaps(words) && !t.Mark && !frame.Contains(t.Span) && t.Key != "that" {
			return false
		}
	}
	return !slices.ContainsFunc(a.Content, func(c hearsay.Span) bool { return c.Overlaps(words) && words.Len() > 0 })
}

// unsourced adds a change where a statement stayed and the words that say whose
// it is are gone.
func (w *words) unsourced(a hearsay.Attribution) {
	if !w.isNew(a, false) || a.Within != nil {
		return
	}
	left := w.t.bag
	content := contentOf(w.in.before, a)
	if content.weight == 0 || content.shared(left)*1000 < content.weight*sameContent {
		return
	}
	w.in.add(hearsay.ChangeChanged, hearsay.SubjectSource, a.Source, nil)
	w.explain(w.touched(*a.Source, false)...)
}

// newlySourced adds a change where a statement that stood without a source has one.
func (w *words) newlySourced(b hearsay.Attribution) {
	if !w.isNew(b, true) || b.Within != nil {
		return
	}
	content := contentOf(w.in.after, b)
	if content.weight == 0 || content.shared(w.s.bag)*1000 < content.weight*sameContent {
		return
	}
	w.in.add(hearsay.ChangeChanged, hearsay.SubjectSource, nil, b.Source)
	w.explain(w.touched(*b.Source, true)...)
}

// isNew reports whether all the words of an attribution's source and cue stand on
// one side alone.
func (w *words) isNew(a hearsay.Attribution, later bool) bool {
	parts := []hearsay.Span{*a.Source}
	if a.Cue != nil {
		parts = append(parts, *a.Cue)
	}
	for _, part := range parts {
		inEdit := func(i int) bool {
			at := w.spans(w.edits[i])
			if later {
				return at.after.Contains(part)
			}
			return at.before.Contains(part)
		}
		if !slices.ContainsFunc(w.touched(part, later), inEdit) {
			return false
		}
	}
	return true
}

// stances finds hedges that came or went: "killed" for "reportedly killed".
func (w *words) stances() {
	for i, e := range w.edits {
		before, after := hedges(w.s.tokens[e.A0:e.A1]), hedges(w.t.tokens[e.B0:e.B1])
		if w.explained[i] || w.minor[i] || before == after || countWords(w.s.tokens[e.A0:e.A1]) >= longEdit || countWords(w.t.tokens[e.B0:e.B1]) >= longEdit {
			continue
		}
		at := w.spans(e)
		if w.in.isQuoteChange(at) {
			continue
		}
		w.in.add(hearsay.ChangeChanged, hearsay.SubjectStance, orNil(at.before), orNil(at.after))
		w.explain(i)
	}
}

func hedges(tokens []wording.Token) bool {
	return slices.ContainsFunc(tokens, func(t wording.Token) bool { return hedging[t.Key] })
}

var hedging = set(`may might could would reportedly allegedly apparently possibly probably likely presumably suspected alleged purportedly
	supposedly perhaps believed feared confirmed unconfirmed planned expected`)
