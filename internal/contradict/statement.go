package contradict

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # What is said, and whether it is denied
//
// A statement is one place of a claim, as its terms. Each term is said to be so or
// not:
//
//	The League [denied] that it had agreed to free captives.     agree: not, by the cue
//	There is [no stop order] in force.                           order: not, by "no"
//	[Nobody] called [anybody].                                   call: not, by its agent
//
// A light verb (be, have, make …) says nothing by itself; of "made no offer" the
// offer is denied.

// statement is one place of a claim.
type statement struct {
	place     hearsay.Place
	claim     int
	content   []hearsay.Span
	terms     []int    // positions in the record's Terms
	stems     []string // of each of terms, as stemOf returns it
	days      []string // that its content names
	plain     bool     // it says that something is so
	denies    bool     // its cue denies the content
	answers   bool     // its content only points to what was said before: "denied that"
	reported  bool     // … and that was published: "denied the report"
	published bool     // it came through a report or broadcast
	act       hearsay.Act
	stance    hearsay.Stance
	unsaid    bool // its cue is denied: "does not expect that"
	asks      bool // its content is a question
	speaker   int  // story actor at the end of its chain; nobody
	cue       int  // first byte of its cue
}

const nobody = -1

// readStatements reads every place of every claim.
func (f *finder) readStatements() {
	f.byStem = map[string][]int{}
	f.actorAt = map[hearsay.ActorAt]int{}
	for _, a := range f.trace.Actors {
		for _, at := range a.Seen {
			f.actorAt[at] = a.ID
		}
	}
	f.voices = make([]map[int]bool, len(f.trace.Claims))
	for _, c := range f.trace.Claims {
		f.voices[c.ID] = map[int]bool{}
		for _, p := range c.Places {
			if p.Part != hearsay.PartFigure {
				f.addStatement(c, p)
			}
		}
	}
}

func (f *finder) addStatement(c hearsay.Claim, p hearsay.Place) {
	r := &f.trace.Records[p.Report]
	s := statement{place: p, claim: c.ID, act: c.Act, stance: c.Stance, speaker: nobody}
	if p.Part == hearsay.PartOwnVoice {
		s.content = []hearsay.Span{r.OwnVoice[p.Index].Span}
	} else {
		a := r.Attributions[p.Index]
		s.content = a.Content
		if a.Stance != "" {
			s.act, s.stance = a.Act, a.Stance
		}
		s.hear(f, r, a)
	}
	s.terms = termsIn(r, s.content)
	for _, t := range s.terms {
		s.stems = append(s.stems, stemOf(r.Terms[t]))
	}
	s.days, s.plain = f.daysIn(&s), f.isPlain(&s)
	at := len(f.statements)
	f.statements = append(f.statements, s)
	f.inReport[p.Report] = append(f.inReport[p.Report], at)
	for _, stem := range s.stems {
		if stem != "" && (len(f.byStem[stem]) == 0 || f.byStem[stem][len(f.byStem[stem])-1] != at) {
			f.byStem[stem] = append(f.byStem[stem], at)
		}
	}
}

// hear reads who says it and what the cue makes of it.
func (s *statement) hear(f *finder, r *hearsay.Record, a hearsay.Attribution) {
	vouches := len(a.Chain) - 1
	if deeds[s.act] && vouches > 1 {
		vouches-- // that the League agreed is told by another
	}
	for i, v := range a.Chain {
		if id := f.actor(s.place.Report, v.Actor); id != nobody && v.As != nil {
			s.speaker = id
			if i == vouches {
				f.voices[s.claim][id] = true
			}
		}
		s.published = s.published || v.As != nil && (v.Medium == hearsay.Reported || v.Medium == hearsay.Broadcast)
	}
	if a.Cue == nil {
		return
	}
	s.cue = a.Cue.Start
	words := strings.ToLower(strings.Trim(a.Content[0].In(r.Report.Text), " ,.“”\"'"))
	s.denies, s.unsaid = denies(a.Cue.In(r.Report.Text), strings.HasPrefix(words, "that ") || pointing[words] && strings.Contains(words, " "))
	first, _, _ := strings.Cut(words, " ")
	s.asks = questioning[first]
	s.answers = s.denies && len(a.Content) == 1 && pointing[words]
	s.reported = strings.HasPrefix(words, "the re") || strings.HasSuffix(words, " story") || strings.HasSuffix(words, " report")
}

func (f *finder) actor(report int, actor *int) int {
	if actor == nil {
		return nobody
	}
	if id, ok := f.actorAt[hearsay.ActorAt{Report: report, Actor: *actor}]; ok {
		return id
	}
	return nobody
}

// denies reports whether a cue says of its content that it is not so, and whether
// it does not say so much as that it is: "does not expect". "Did not deny" does
// neither.
func denies(cue string, clausal bool) (denied, unsaid bool) {
	words := strings.FieldsFunc(strings.ToLower(cue), func(r rune) bool { return r < 'a' || r > 'z' })
	isDenial := slices.ContainsFunc(words, func(w string) bool { return denying[w] || clausal && refusing[w] })
	isNegated := slices.Contains(words, "not") || slices.Contains(words, "never") || slices.Contains(words, "longer")
	return isDenial && !isNegated, isNegated && !isDenial
}

// termsIn returns the terms of a record in some stretches of its text.
func termsIn(r *hearsay.Record, spans []hearsay.Span) []int {
	var out []int
	for _, s := range spans {
		from, _ := slices.BinarySearchFunc(r.Terms, s.Start, func(t hearsay.Term, at int) int { return t.Span.Start - at })
		for i := from; i < len(r.Terms) && r.Terms[i].Span.End <= s.End; i++ {
			out = append(out, i)
		}
	}
	return out
}

// stemOf returns by what a term is compared: the beginning of its dictionary form
// without the endings that make a noun of a verb; "" for words that say nothing by
// themselves.
func stemOf(t hearsay.Term) string {
	w := t.Lemma
	if light[w] || t.Class == hearsay.PronounTerm || t.Class == hearsay.NumberTerm || len(w) < 3 {
		return ""
	}
	return deed(cut(w))
}

// deed returns the stem that stands for all that mean the same deed.
func deed(stem string) string { return cmp.Or(sameDeed[stem], stem) }

// cut cuts off the endings that make a noun of a verb, or another form.
func cut(w string) string {
	for _, ending := range []string{"ances", "ance", "ence", "ations", "ation", "ment", "ings", "ing", "ure", "al", "er", "ies", "ed", "s", "e", "y"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) >= 4 {
			return rest
		}
	}
	return w
}
