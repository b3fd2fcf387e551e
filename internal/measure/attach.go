package measure

import (
	"sort"
	"strings"

	"hearsay"
)

// Attach says of each figure in whose words it stands and as of when. It is given
// the figures, attributions and moments of one document, each in the order in which
// a record has them, and changes the figures alone.
//
// A figure stands in the smallest attribution whose content holds it, and has that
// attribution's chain; where none does, its chain is the outlet alone. Who gives it
// by another verb than one of saying is one hop more (see giver.go). Its date is
// that of the nearest moment in its sentence that is a date (see asOf).
func Attach(doc *hearsay.Document, figures []hearsay.Figure, attributions []hearsay.Attribution, moments []hearsay.Moment) {
	a := attacher{line: line{doc: doc}, told: attributions, holders: holdersOf(attributions)}
	dates := datesOf(moments)
	for s, f := -1, 0; f < len(figures); f++ {
		for s+1 < len(doc.Sentences) && doc.Tokens[doc.Sentences[s+1].First].Start <= figures[f].Span.Start {
			s++
			a.enter(doc.Sentences[s])
		}
		if s < 0 {
			continue
		}
		a.attach(&figures[f])
		figures[f].AsOf = asOf(doc.Text, dates, doc.SentenceSpan(s), figures[f].Span)
	}
}

// attacher goes through a document sentence by sentence.
type attacher struct {
	line
	told []hearsay.Attribution
	holders
	here []*hearsay.Attribution // those with their cue in the sentence
	next int                    // index of the first in told whose cue may stand further on
}

// enter turns to sentence s.
func (a *attacher) enter(s hearsay.Sentence) {
	a.first, a.end = s.First, s.End
	a.below.grow(a.doc, s.First, s.End)
	span := a.doc.TokensSpan(s.First, s.End)
	a.here = a.here[:0]
	for i := a.next; i < len(a.told); i++ {
		switch cue := a.told[i].Cue; {
		case cue == nil:
		case cue.End <= span.Start && i == a.next:
			a.next++
		case span.Contains(*cue):
			a.here = append(a.here, &a.told[i])
		case cue.Start >= span.End+maxAhead:
			return
		}
	}
}

// maxAhead is how many bytes the cues of attributions may be out of order.
const maxAhead = 2000

func (a *attacher) attach(f *hearsay.Figure) {
	f.Attribution, f.Chain = nil, []hearsay.Voice{{Identity: hearsay.OutletIdentity}}
	of := a.smallest(f.Span)
	if of == nil {
		of = a.beside(f.Span)
	}
	if of != nil {
		id := of.ID
		f.Attribution = &id
		if len(of.Chain) > 0 {
			f.Chain = of.Chain
		}
	}
	if voice, ok := a.giver(f.Span, of); ok {
		f.Chain = append(f.Chain[:len(f.Chain):len(f.Chain)], voice)
	}
}

// beside returns the attribution that a figure outside all contents belongs to
// because its sentence says so:
//
//	Forty men [are out], up from 21, the union said.       nothing sets the 21 apart
//	The union said [40 men are out], up from 21.
//	[Nine men came up], the service said, as the toll rose to 16.    "as" does
func (a *attacher) beside(figure hearsay.Span) *hearsay.Attribution {
	var best *hearsay.Attribution
	least := a.doc.Tokens[a.end-1].End
	for _, of := range a.here {
		if of.Source != nil && of.Source.Overlaps(figure) || of.Cue.Overlaps(figure) {
			continue
		}
		gap, ok := a.gap(of, figure)
		if ok && gap.Len() < least {
			best, least = of, gap.Len()
		}
	}
	return best
}

// gap returns what stands between a figure and the nearest part of an attribution
// in its sentence, and whether nothing there sets the figure apart.
func (a *attacher) gap(of *hearsay.Attribution, figure hearsay.Span) (hearsay.Span, bool) {
	gap := hearsay.Span{Start: a.doc.Tokens[a.first].Start, End: figure.Start}
	after := hearsay.Span{Start: figure.End, End: a.doc.Tokens[a.end-1].End}
	isBehind := false
	for _, part := range append([]hearsay.Span{*of.Cue}, of.Content...) {
		switch {
		case part.End <= figure.Start:
			gap.Start, isBehind = max(gap.Start, part.End), true
		case part.Start >= figure.End:
			after.End = min(after.End, max(part.Start, after.Start))
		}
	}
	if !isBehind {
		gap = after
	}
	return gap, !a.setsApart(gap)
}

// setsApart reports whether a gap has a word or mark that begins something else.
func (a *attacher) setsApart(gap hearsay.Span) bool {
	for t := a.first; t < a.end; t++ {
		if token := &a.doc.Tokens[t]; gap.Contains(token.Span) {
			if apart[strings.ToLower(token.In(a.doc.Text))] || token.Quote.Opens || token.Quote.Closes {
				return true
			}
		}
	}
	return false
}

var apart = setOf("; : as while when where although though but after before whereas — despite")

// holder is one piece of an attribution's content.
type holder struct {
	hearsay.Span
	of   *hearsay.Attribution
	size int // bytes of all its content
}

// holders are the pieces in the order in which they begin. reach[i] is how far any
// of the first i+1 pieces goes: behind it, none of them needs to be looked at.
type holders struct {
	pieces []holder
	reach  []int
}

func holdersOf(attributions []hearsay.Attribution) holders {
	var h holders
	for i := range attributions {
		a := &attributions[i]
		size := 0
		for _, c := range a.Content {
			size += c.Len()
		}
		for _, c := range a.Content {
			h.pieces = append(h.pieces, holder{c, a, size})
		}
	}
	sort.SliceStable(h.pieces, func(i, j int) bool { return h.pieces[i].Start < h.pieces[j].Start })
	reach := 0
	for _, p := range h.pieces {
		reach = max(reach, p.End)
		h.reach = append(h.reach, reach)
	}
	return h
}

// smallest returns the attribution with the least content of those that hold span;
// of several with the same, the innermost. It returns nil if none does.
func (h holders) smallest(span hearsay.Span) *hearsay.Attribution {
	var best *holder
	last := sort.Search(len(h.pieces), func(i int) bool { return h.pieces[i].Start > span.Start })
	for i := last - 1; i >= 0 && h.reach[i] >= span.End; i-- {
		p := &h.pieces[i]
		if !p.Contains(span) {
			continue
		}
		if best == nil || p.size < best.size || p.size == best.size && isInner(p.of, best.of) {
			best = p
		}
	}
	if best == nil {
		return nil
	}
	return best.of
}

// isInner reports whether a stands within b, directly or by a longer chain.
func isInner(a, b *hearsay.Attribution) bool {
	return a.Within != nil && *a.Within == b.ID || len(a.Chain) > len(b.Chain)
}

// dated is a moment that names a day, a month or a year.
type dated struct {
	hearsay.Span
	value string
}

// datesOf returns the moments that figures can be as of, in text order, times of
// day as their day.
func datesOf(moments []hearsay.Moment) []dated {
	var all []dated
	for _, m := range moments {
		if m.Type != hearsay.Date && m.Type != hearsay.Time {
			continue
		}
		day, _, _ := strings.Cut(m.Value, "T")
		if day != "" && isDigit(day) {
			all = append(all, dated{m.Span, day})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	return all
}

// asOf returns the date of the nearest moment in the sentence: "37 ships were
// waiting on Monday, up from 21 on Saturday". One that says since or until when
// something goes on is no such date.
func asOf(text string, dates []dated, sentence, figure hearsay.Span) string {
	value, nearest := "", len(text)
	first := sort.Search(len(dates), func(i int) bool { return dates[i].Start >= sentence.Start })
	for _, d := range dates[first:] {
		if d.Start >= sentence.End {
			break
		}
		gap := d.Start - figure.End
		if gap < 0 {
			gap = figure.Start - d.End + nearness
		}
		if gap < nearest && !isBoundary(text[:d.Start]) {
			value, nearest = d.value, gap
		}
	}
	return value
}

// nearness is by how many bytes a moment before a figure must be nearer than one
// behind it.
const nearness = 20

// sinceReach is how many bytes before a date "since" may stand.
const sinceReach = 40

// isBoundary reports whether text ends with a word that makes the date after it
// the beginning or the end of something.
func isBoundary(before string) bool {
	if clause := before[max(0, len(before)-sinceReach):]; strings.Contains(clause, " since ") && !strings.ContainsAny(clause[strings.LastIndex(clause, " since "):], ",.;") {
		return true // "since the war began in May"
	}
	before = strings.TrimRight(before, " \t\r\n")
	at := strings.LastIndexAny(before, " \t\r\n")
	switch strings.ToLower(before[at+1:]) {
	case "since", "until", "till", "before", "by", "from":
		return true
	}
	return false
}
