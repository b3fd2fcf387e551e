package revision

import (
	"hearsay"
	"hearsay/internal/wording"
)

// words is two versions of one sentence, and the edits that make the later of
// the earlier.
type words struct {
	in        *inside
	s, t      *stretch
	edits     []wording.Edit
	explained []bool // by edit: what it is of was found
	minor     []bool // by edit: it only says otherwise who speaks
}

func newWords(in *inside, s, t *stretch) *words {
	w := &words{in: in, s: s, t: t, edits: wording.Diff(s.tokens, t.tokens)}
	w.explained, w.minor = make([]bool, len(w.edits)), make([]bool, len(w.edits))
	return w
}

// spans returns the words of an edit. Where there are none the span is empty,
// and begins at the token that follows.
func (w *words) spans(e wording.Edit) edit {
	return edit{spanOf(w.s, e.A0, e.A1), spanOf(w.t, e.B0, e.B1)}
}

func spanOf(s *stretch, first, end int) hearsay.Span {
	switch {
	case first < end:
		return hearsay.Span{Start: s.tokens[first].Start, End: s.tokens[end-1].End}
	case first < len(s.tokens):
		return hearsay.Span{Start: s.tokens[first].Start, End: s.tokens[first].Start}
	}
	return hearsay.Span{Start: s.End, End: s.End}
}

// hasContent reports whether an edit touches a word that says something. A comma
// more or less is no change of the report.
func (w *words) hasContent(e wording.Edit) bool {
	for _, t := range append(append([]wording.Token(nil), w.s.tokens[e.A0:e.A1]...), w.t.tokens[e.B0:e.B1]...) {
		if !t.Mark {
			return true
		}
	}
	return false
}

// touched returns the edits that touch a span of one side.
func (w *words) touched(span hearsay.Span, later bool) []int {
	var found []int
	for i, e := range w.edits {
		at := w.spans(e).before
		if later {
			at = w.spans(e).after
		}
		if at.Len() > 0 && at.Overlaps(span) {
			found = append(found, i)
		}
	}
	return found
}

func (w *words) explain(edits ...int) {
	for _, i := range edits {
		w.explained[i] = true
	}
}
