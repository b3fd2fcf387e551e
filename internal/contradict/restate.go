package contradict

import (
	"slices"
	"strings"
	"time"

	"hearsay"
)

// # The same sentence with another number
//
// Two statements that have all their words in common but the number exclude each
// other, whatever is counted:
//
//	a diplomat   The draft would set the flow at 50 cubic metres a second.
//	an official  The draft sets the flow at 48 cubic metres a second.
//
// They must be of one day, or of what one text holds, and of different speakers.

// fewest is how many words two statements must have in common.
const fewest = 3

// texts are stems of what holds what is planned: of one text two numbers exclude each
// other, of two wishes they do not.
var texts = stemSet("draft text plan paper proposal agreement deal accord document bill contract memo report letter treaty")

func stemSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[deed(cut(w))] = true
	}
	return out
}

// numbered is a statement of one number.
type numbered struct {
	statement int
	figure    hearsay.Place
}

// findRestated pairs statements that differ in their number alone.
func (f *finder) findRestated() {
	alike := map[string][]numbered{}
	for i := range f.statements {
		s := &f.statements[i]
		k := f.onlyFigure(s)
		if k == nobody || s.denies || s.answers || s.unsaid || s.asks {
			continue
		}
		at := hearsay.Place{Report: s.place.Report, Part: hearsay.PartFigure, Index: k}
		words := s.wordKey()
		for _, o := range alike[words] {
			f.pairRestated(o, numbered{i, at})
		}
		if words != "" {
			alike[words] = append(alike[words], numbered{i, at})
		}
	}
}

// wordKey joins the stems of a saying in order, each once; "" if they are too few.
func (s *saying) wordKey() string {
	stems := slices.DeleteFunc(slices.Clone(s.stems), func(w string) bool { return w == "" })
	slices.Sort(stems)
	if stems = slices.Compact(stems); len(stems) < fewest {
		return ""
	}
	return strings.Join(stems, " ")
}

// onlyFigure returns the one figure of a statement; nobody: it has none, or more.
func (f *finder) onlyFigure(s *statement) int {
	if s.place.Part != hearsay.PartAttribution {
		return nobody
	}
	only := nobody
	figures := f.trace.Records[s.place.Report].Figures
	for k := range figures {
		if !slices.ContainsFunc(s.content, func(c hearsay.Span) bool { return c.Contains(figures[k].Span) }) {
			continue
		}
		if only != nobody {
			return nobody
		}
		only = k
	}
	return only
}

func (f *finder) pairRestated(a, b numbered) {
	s, o := &f.statements[a.statement], &f.statements[b.statement]
	x, y := &f.trace.Records[a.figure.Report].Figures[a.figure.Index], &f.trace.Records[b.figure.Report].Figures[b.figure.Index]
	if s.claim == o.claim || x.Unit != y.Unit || x.State == "duration" || !areApart(x, y) || f.saidByOne(s.claim, o.claim) || s.speaker != nobody && s.speaker == o.speaker {
		return
	}
	isOfText := slices.ContainsFunc(s.stems, func(w string) bool { return texts[w] })
	isNow := s.plain && o.plain && f.isOfOneDay(s, o)
	if !isOfText && !isNow || ofOtherDays(s, o) {
		return
	}
	why := "“" + f.words(s, nobody) + "” (" + s.who + ") and “" + f.words(o, nobody) + "” (" + o.who + "): the same words with another number"
	f.addFigures(s.claim, o.claim, []hearsay.Place{a.figure}, []hearsay.Place{b.figure}, why)
}

// isOfOneDay reports whether two statements came out on one day.
func (f *finder) isOfOneDay(s, o *statement) bool {
	a, b := printed(&f.trace.Records[s.place.Report]), printed(&f.trace.Records[o.place.Report])
	return !a.IsZero() && a.UTC().Format(time.DateOnly) == b.UTC().Format(time.DateOnly)
}
