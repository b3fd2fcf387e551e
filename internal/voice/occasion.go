package voice

import (
	"sort"

	"hearsay"
	"hearsay/internal/tree"
)

// occasion returns when, where and before whom a telling was said; nil if the
// text tells nothing of it.
func (t *tracer) occasion(n *telling) *hearsay.Occasion {
	if n.verb < 0 {
		return nil
	}
	var o hearsay.Occasion
	for j := t.Below(n.verb).First; j < t.Below(n.verb).End; j++ {
		if !t.belongs(j, n) {
			continue
		}
		if o.Date == "" {
			o.Date = t.dateAt(j)
		}
		if o.Place == "" {
			o.Place = t.placeAt(j)
		}
	}
	if !n.whom.Empty() && len(n.relays) == 0 && !t.ours.are(t, n.whom) {
		o.Audience = t.text(n.whom)
	}
	if o == (hearsay.Occasion{}) {
		return nil
	}
	return &o
}

// placeAt returns the place named at token j, if something is said to be there.
func (t *tracer) placeAt(j int) string {
	name, ok := t.nameAt(j)
	if !ok || name.Kind != hearsay.PlaceName || !placeTies[t.preposition(j)] {
		return ""
	}
	return t.text(tree.Between(name.First, name.End))
}

var placeTies = wordsIn("in at from outside near on")

// dateAt returns the date of the time expression that begins with token j; "" if
// none does, or one that is not on a day.
func (t *tracer) dateAt(j int) string {
	at := t.Doc.Tokens[j].Start
	k := sort.Search(len(t.moments), func(k int) bool { return t.moments[k].Span.Start >= at })
	if k == len(t.moments) || t.moments[k].Span.Start != at {
		return ""
	}
	if m := t.moments[k]; m.Type == hearsay.Date || m.Type == hearsay.Time {
		return m.Value
	}
	return ""
}
