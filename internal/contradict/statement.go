package contradict

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # What is said, and whether it is denied
//
// A statement is one place of a claim, as its terms. What it says by itself is read
// once (saying), when its record is added. Each term is said to be so or
// not:
//
//	The League [denied] that it had agreed to free captives.     agree: not, by the cue
//	There is [no stop order] in force.                           order: not, by "no"
//	[Nobody] called [anybody].                                   call: not, by its agent
//
// A light verb (be, have, make …) says nothing by itself; of "made no offer" the
// offer is denied.

// saying is what one place of a claim says by itself, whatever claim it is of.
type saying struct {
	place     hearsay.Place
	content   []hearsay.Span
	terms     []int    // positions in the record's Terms, ascending
	stems     []string // of each of terms, as stemOf returns it
	has       []int32  // the stems that it has, by number, each once
	days      []string // that its content names
	doings    []doing  // the deeds that it says and that have an opposite
	supposes  bool     // it only supposes something
	denies    bool     // its cue denies the content
	answers   bool     // its content only points to what was said before: "denied that"
	toPerson  bool     // … or to who said it: "contradicted him"
	reported  bool     // … and that was published: "denied the report"
	published bool     // it came through a report or broadcast
	unsaid    bool     // its cue is denied: "does not expect that"
	asks      bool     // its content is a question
	cue       int      // first byte of its cue

	words    []string // of each piece of its content, as a reason repeats it
	who      string   // who says it, as a reason names him
	denials  []denial // what it denies
	isDenied bool     // denials have been read
}

// statement is one place of a claim.
type statement struct {
	*saying
	claim   int
	act     hearsay.Act
	stance  hearsay.Stance
	plain   bool // it says that something is so
	speaker int  // story actor at the end of its chain; nobody
}

const nobody = -1

// readSayings reads every place of a record that a claim may have.
func (x *Index) readSayings(report int, r *hearsay.Record) sheet {
	s := sheet{attributed: make([]saying, len(r.Attributions)), own: make([]saying, len(r.OwnVoice))}
	for i, a := range r.Attributions {
		y := &s.attributed[i]
		y.place, y.content, y.who = hearsay.Place{Report: report, Part: hearsay.PartAttribution, Index: i}, a.Content, whoSays(r, a.Chain)
		y.hear(r, a)
		x.read(y, r)
	}
	for i, o := range r.OwnVoice {
		y := &s.own[i]
		y.place, y.content, y.who = hearsay.Place{Report: report, Part: hearsay.PartOwnVoice, Index: i}, []hearsay.Span{o.Span}, whoSays(r, nil)
		x.read(y, r)
	}
	return s
}

func (x *Index) read(s *saying, r *hearsay.Record) {
	s.terms = termsIn(r, s.content)
	for _, t := range s.terms {
		stem := stemOf(r.Terms[t])
		s.stems = append(s.stems, stem)
		if stem == "" {
			continue
		}
		if id := x.stem(stem); !slices.Contains(s.has, id) {
			s.has = append(s.has, id)
		}
	}
	s.days, s.supposes = daysIn(r, s.content), supposes(r, s.content)
	x.readDoings(s, r)
}

// readStatements lists every place of every claim.
func (f *finder) readStatements() {
	f.placeActors()
	f.withStem = make([][]int32, len(f.index.stems))
	f.claimsWith = make([]int, len(f.index.stems))
	f.voices = make([][]int, len(f.trace.Claims))
	f.inReport = make([][]int, len(f.trace.Records))
	f.done = map[doneTo][]int32{}
	for i := range f.trace.Claims {
		c := &f.trace.Claims[i]
		for _, p := range c.Places {
			if p.Part != hearsay.PartFigure {
				f.addStatement(c, p)
			}
		}
	}
}

// placeActors notes which actor of the story each of a record is.
func (f *finder) placeActors() {
	f.actors = make([][]int, len(f.trace.Records))
	for i := range f.trace.Records {
		f.actors[i] = make([]int, len(f.trace.Records[i].Actors))
		for k := range f.actors[i] {
			f.actors[i][k] = nobody
		}
	}
	for _, a := range f.trace.Actors {
		for _, at := range a.Seen {
			if at.Actor >= 0 && at.Actor < len(f.actors[at.Report]) {
				f.actors[at.Report][at.Actor] = a.ID
			}
		}
	}
}

func (f *finder) addStatement(c *hearsay.Claim, p hearsay.Place) {
	s := statement{saying: f.index.at(p), claim: c.ID, act: c.Act, stance: c.Stance, speaker: nobody}
	if p.Part == hearsay.PartAttribution {
		a := &f.trace.Records[p.Report].Attributions[p.Index]
		if a.Stance != "" {
			s.act, s.stance = a.Act, a.Stance
		}
		f.hear(&s, a)
	}
	s.plain = s.isPlain()
	at := len(f.statements)
	f.statements = append(f.statements, s)
	f.inReport[p.Report] = append(f.inReport[p.Report], at)
	for _, stem := range s.has {
		with := f.withStem[stem]
		if len(with) == 0 || f.statements[with[len(with)-1]].claim != s.claim {
			f.claimsWith[stem]++
		}
		f.withStem[stem] = append(with, int32(at))
	}
	f.fileDoings(&s, int32(at))
}

// hear notes who says a statement.
func (f *finder) hear(s *statement, a *hearsay.Attribution) {
	vouches := len(a.Chain) - 1
	if deeds[s.act] && vouches > 1 {
		vouches-- // that the League agreed is told by another
	}
	for i, v := range a.Chain {
		id := f.actor(s.place.Report, v.Actor)
		if id == nobody || v.As == nil {
			continue
		}
		s.speaker = id
		if i == vouches && f.trace.Actors[id].Kind != hearsay.Outlet && !slices.Contains(f.voices[s.claim], id) {
			f.voices[s.claim] = append(f.voices[s.claim], id)
		}
	}
}

// hear reads what the cue makes of a saying, and whether it was published.
func (s *saying) hear(r *hearsay.Record, a hearsay.Attribution) {
	for _, v := range a.Chain {
		s.published = s.published || v.As != nil && (v.Medium == hearsay.Reported || v.Medium == hearsay.Broadcast)
	}
	if a.Cue == nil {
		return
	}
	s.cue = a.Cue.Start
	words := strings.ToLower(strings.Trim(a.Content[0].In(r.Report.Text), " ,.“”\"'"))
	points := pointsBack(words)
	s.denies, s.unsaid = denies(a.Cue.In(r.Report.Text), strings.HasPrefix(words, "that ") || points && strings.Contains(words, " "))
	first, _, _ := strings.Cut(words, " ")
	s.asks = questioning[first]
	s.answers = s.denies && len(a.Content) == 1 && points
	s.toPerson = s.answers && persons[words]
	if len(a.Content) == 1 && dismisses(words) {
		s.denies, s.unsaid, s.answers = true, false, true
	}
	s.reported = strings.HasPrefix(words, "the re") || strings.HasSuffix(words, " story") || strings.HasSuffix(words, " report")
}

func (f *finder) actor(report int, actor *int) int {
	if actor == nil || *actor < 0 || *actor >= len(f.actors[report]) {
		return nobody
	}
	return f.actors[report][*actor]
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

// pointsBack reports whether a content only points to what was said before, be it
// with where or when: "the reports on Wednesday".
func pointsBack(words string) bool {
	if pointing[words] {
		return true
	}
	f := strings.Fields(words)
	for n := 1; n <= min(2, len(f)-2); n++ {
		if pointing[strings.Join(f[:n], " ")] && placing[f[n]] && !slices.Contains(f[n:], "that") {
			return true
		}
	}
	return false
}

// dismisses reports whether a content only says of what was said before that it is
// not so: "this nonsense from start to finish", "the report was false".
func dismisses(content string) bool {
	words := strings.FieldsFunc(content, func(r rune) bool { return strings.ContainsRune(" ,“”\"", r) })
	if len(words) > 0 && words[0] == "that" && len(words) > 1 && !linking[words[1]] {
		words = words[1:] // "that the report was false"
	}
	for n := 1; n <= min(2, len(words)-1); n++ {
		if !pointing[strings.Join(words[:n], " ")] {
			continue
		}
		rest := words[n:]
		for len(rest) > 0 && linking[rest[0]] {
			rest = rest[1:]
		}
		if len(rest) > 0 && dismissing[rest[0]] {
			return true
		}
	}
	return false
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
	if strings.HasSuffix(w, "ction") || strings.HasSuffix(w, "ption") {
		return strings.TrimSuffix(w, "ion") // encryption, encrypt; but station, state
	}
	for _, ending := range []string{"ances", "ance", "ence", "ations", "ation", "ment", "ings", "ing", "ure", "al", "er", "ies", "ed", "s", "e", "y"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) >= 4 {
			return rest
		}
	}
	return w
}
