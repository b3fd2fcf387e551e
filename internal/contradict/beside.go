package contradict

import (
	"regexp"
	"slices"
	"strings"

	"hearsay"
)

// # Two counts side by side
//
// A report that knows of two counts of one thing often tells them in one breath,
// and names what is counted once:
//
//	Some 4,000 people marched, police said; organisers put the number at 9,000.
//	└ counted ┘                             └── said ──┘       └ elliptic ┘
//
// The second is then of the same thing, whatever the verb is, and so of what the
// ledger has no account of as well. It is none if the report says in what they
// differ (a day, a part, an earlier time), if somebody only plans or expects it, or
// if both are of one speaker.

// besideReach is how many bytes may lie between two counts of one thing.
const besideReach = 250

// readBeside lists the pairs of figures of a record that count one thing and differ.
func readBeside(r *hearsay.Record) [][2]int {
	var out [][2]int
	for i := range r.Figures {
		if !isCount(r, i) || !isElliptic(r, i) {
			continue
		}
		if k := countedBefore(r, i); k != nobody && isRival(r, k, i) {
			out = append(out, [2]int{k, i})
		}
	}
	return out
}

// isCount reports whether a figure counts something that is so, by somebody's word.
func isCount(r *hearsay.Record, i int) bool {
	f := &r.Figures[i]
	if f.Attribution == nil || f.Stance != hearsay.Actual || f.Low == nil && f.High == nil || bargained[f.State] {
		return false
	}
	return !slices.Contains([]hearsay.State{"duration", "distance", "money", "share", "level"}, f.State)
}

// isElliptic reports whether a figure does not say what it counts: the words of the
// clause that it is said with are others' than a noun's, or those for a number.
func isElliptic(r *hearsay.Record, i int) bool {
	f := &r.Figures[i]
	if f.Noun != nil {
		return false
	}
	for _, c := range r.Attributions[*f.Attribution].Content {
		if !c.Contains(f.Span) {
			continue
		}
		clause := clauseAround(r.Report.Text, c, f.Span)
		for _, t := range termsIn(r, []hearsay.Span{clause}) {
			isNoun := r.Terms[t].Class == hearsay.NounTerm || r.Terms[t].Class == hearsay.NameTerm
			if isNoun && !numbering[r.Terms[t].Lemma] && !f.Span.Contains(r.Terms[t].Span) {
				return false
			}
		}
		return true
	}
	return false
}

// clauseAround returns the part of a content between the commas around a span.
func clauseAround(text string, content, s hearsay.Span) hearsay.Span {
	out := content
	if marks := breaks.FindAllStringIndex(text[content.Start:s.Start], -1); len(marks) > 0 {
		out.Start += marks[len(marks)-1][1]
	}
	if mark := breaks.FindStringIndex(text[s.End:content.End]); mark != nil {
		out.End = s.End + mark[0]
	}
	return out
}

// breaks are the marks between two clauses; the comma of 4,200 is none.
var breaks = regexp.MustCompile(`[,;:]\s|[–—]`)

// countedBefore returns the figure that stands last before one and says what it
// counts, in the same paragraph; nobody: none does.
func countedBefore(r *hearsay.Record, i int) int {
	here := r.Figures[i].Span
	for k := i - 1; k >= 0; k-- {
		s := r.Figures[k].Span
		if s.End > here.Start {
			continue // a number within another
		}
		if here.Start-s.End > besideReach || strings.Contains(r.Report.Text[s.End:here.Start], "\n\n") {
			return nobody
		}
		if r.Figures[k].Noun != nil {
			return k
		}
	}
	return nobody
}

// isRival reports whether two counts are of different speakers, have no number in
// common, and are not said to differ.
func isRival(r *hearsay.Record, a, b int) bool {
	f, g := &r.Figures[a], &r.Figures[b]
	if !isCount(r, a) || *f.Attribution == *g.Attribution || f.Unit != g.Unit && g.Unit != "" || f.State != g.State && f.State != "other" && g.State != "other" {
		return false
	}
	if countsMore(r, a) || countsMore(r, b) {
		return false // "4,200 strikers at two ports"
	}
	return !sameVoice(r, *f.Attribution, *g.Attribution) && areApart(f, g) && !saysDifference(r, f, g) && !isOfOtherDay(r, f, g)
}

// saysDifference reports whether a report says in what two counts of one thing
// differ: in the clause of the first, or between the first and the end of the
// second's.
func saysDifference(r *hearsay.Record, f, g *hearsay.Figure) bool {
	text := r.Report.Text
	first := wholeClause(text, f.Span)
	second := wholeClause(text, g.Span)
	second.Start = min(second.Start, max(first.End, sentenceStart(text, g.Span.Start)))
	return differing.MatchString(strings.ToLower(first.In(text))) || differing.MatchString(strings.ToLower(second.In(text)))
}

// wholeClause returns the clause around a number, with one after it that says more of
// the number.
func wholeClause(text string, s hearsay.Span) hearsay.Span {
	sentence := hearsay.Span{Start: sentenceStart(text, s.Start), End: sentenceEnd(text, s.End)}
	clause := clauseAround(text, sentence, s)
	if mark := breaks.FindStringIndex(text[clause.End:sentence.End]); mark != nil && qualifying.MatchString(text[clause.End+mark[1]:sentence.End]) {
		clause.End = sentence.End
	}
	return clause
}

// countsMore reports whether the clause of a figure has another number: that may be
// what it counts in, or what it is a part of.
func countsMore(r *hearsay.Record, i int) bool {
	s := r.Figures[i].Span
	clause := clauseAround(r.Report.Text, hearsay.Span{Start: sentenceStart(r.Report.Text, s.Start), End: sentenceEnd(r.Report.Text, s.End)}, s)
	return slices.ContainsFunc(termsIn(r, []hearsay.Span{clause}), func(t int) bool {
		return r.Terms[t].Class == hearsay.NumberTerm && !s.Contains(r.Terms[t].Span)
	})
}

// sameVoice reports whether two attributions end with one voice.
func sameVoice(r *hearsay.Record, a, b int) bool {
	last := func(i int) hearsay.Voice {
		chain := r.Attributions[i].Chain
		return chain[len(chain)-1]
	}
	x, y := last(a), last(b)
	if x.Actor != nil && y.Actor != nil {
		return *x.Actor == *y.Actor
	}
	return x.As == nil || y.As == nil
}

// areApart reports whether no number is within the bounds of both figures.
func areApart(f, g *hearsay.Figure) bool {
	const slack = 0.1 // of a number that is given as about so much
	bounds := func(f *hearsay.Figure) (low, high *float64) {
		low, high = f.Low, f.High
		if (f.Qualifier == hearsay.About || f.Qualifier == hearsay.Nearly) && low != nil && high != nil {
			l, h := *low*(1-slack), *high*(1+slack)
			return &l, &h
		}
		return low, high
	}
	fl, fh := bounds(f)
	gl, gh := bounds(g)
	return fh != nil && gl != nil && *fh < *gl || gh != nil && fl != nil && *gh < *fl
}

// isOfOtherDay reports whether the clause of the second of two figures names a day
// that the first's sentence does not.
func isOfOtherDay(r *hearsay.Record, f, g *hearsay.Figure) bool {
	text := r.Report.Text
	first := hearsay.Span{Start: sentenceStart(text, f.Span.Start), End: sentenceEnd(text, f.Span.End)}
	second := clauseAround(text, hearsay.Span{Start: max(f.Span.End, sentenceStart(text, g.Span.Start)), End: sentenceEnd(text, g.Span.End)}, g.Span)
	days := daysIn(r, []hearsay.Span{first})
	return slices.ContainsFunc(daysIn(r, []hearsay.Span{second}), func(d string) bool { return !slices.Contains(days, d) })
}

func sentenceStart(text string, at int) int {
	if i := strings.LastIndexAny(text[:at], ".\n"); i >= 0 {
		return i + 1
	}
	return 0
}

func sentenceEnd(text string, at int) int {
	if i := strings.IndexAny(text[at:], ".\n"); i >= 0 {
		return at + i
	}
	return len(text)
}

// numbering are nouns for a number itself.
var numbering = set("number figure toll total count tally crowd turnout")

// qualifying are the beginnings of a clause that says more of the number before it.
var qualifying = regexp.MustCompile(`^(not |but |and |or )?(only|including|excluding|counting|leaving|omitting|without|besides|apart|of|which|who|though|although)\b`)

// differing are words by which a report says in what two counts differ.
var differing = regexp.MustCompile(`\b(including|includ(es?|ed)|exclud(es?|ed|ing)|leav(es?|ing) out|left out|left off|omit(s|ted|ting)?|counts? only|counting|besides|in addition|apart from|alone|(its|their|his|her|our) own|of (them|whom|these|those)|further|another|earlier|previously|initially|originally|at first|(up|down) from|by then|by now|so far|since then|the day before|last (week|month|year)|in (january|february|march|april|may|june|july|august|september|october|november|december))\b`)

// findBeside pairs the counts that stand side by side.
func (f *finder) findBeside() {
	for i := range f.index.sheets {
		for _, p := range f.index.sheets[i].beside {
			f.pairBeside(i, p)
		}
	}
}

func (f *finder) pairBeside(report int, pair [2]int) {
	r := &f.trace.Records[report]
	a, b := hearsay.Place{Report: report, Part: hearsay.PartFigure, Index: pair[0]}, hearsay.Place{Report: report, Part: hearsay.PartFigure, Index: pair[1]}
	if f.isFigurePair(a, b) {
		return
	}
	said := func(p hearsay.Place) string {
		g := &r.Figures[p.Index]
		return "“" + g.Span.In(r.Report.Text) + "” (" + f.index.sheets[report].attributed[*g.Attribution].who + ")"
	}
	f.addFigures(f.claimIn(a), f.claimIn(b), []hearsay.Place{a}, []hearsay.Place{b}, said(a)+" and "+said(b)+": two counts of one thing, side by side")
}

// claimIn returns the claim that a figure is the number of, or in whose statement it
// stands; nobody: none.
func (f *finder) claimIn(p hearsay.Place) int {
	if ids := f.claimsOf(p); len(ids) > 0 {
		return ids[0]
	}
	return nobody
}

// isFigurePair reports whether two figures are told already.
func (f *finder) isFigurePair(a, b hearsay.Place) bool {
	return slices.ContainsFunc(f.found, func(c hearsay.Contradiction) bool {
		return c.Figures != nil && (c.Figures[0] == a && c.Figures[1] == b || c.Figures[0] == b && c.Figures[1] == a)
	})
}
