package claim

import (
	"slices"
	"strings"

	"hearsay"
)

// feature is one thing that is compared. Each has a value in thousandths.
type feature int

// The features of a pair.
const (
	bias         feature = iota
	contained            // the share of the shorter one's words that the other has, by weight
	shared               // the share of all their words that both have
	kindred              // as contained, where a word of the same class counts most of one
	weightShared         // how much the words that both have tell, 16 bits being all
	telling              // kindred, where it is not of a word or two: by how much what they share tells
	tiesShared           // words that hang on each other in both, 4 being all
	actorsShared         // of the actors that one speaks of, the share that the other does; of the smaller number
	sideSame             // one side speaks in both
	sideOther            // two sides, both known
	spokenOf             // one speaks of the other's speaker
	voiceSame            // the words for two voices that are nobody known are the same
	voiceAkin            // they share a noun, or one of a class
	cites                // one has it from the outlet of the other
	numberSame           // a figure that both have: how rare it is, 8 bits being all
	numberClose          // one that may be rounded
	numberOther          // figures that count the same, are not the same, and none that is
	mainSame             // so is the first that each states
	mainOther            // the first that each states count the same and are not
	numberBare           // voices not known to be one have a figure in common, and hardly a word
	numberAlone          // one has figures, the other none
	quoteRun             // words in quotation marks that both have in one run, 8 being all
	textRun              // words that both have in one run, 8 being all
	textWhole            // the share of the shorter one's words that this run is
	wholeSame            // one says all that the other does, by one voice or passed on: how many words, 4 being all
	wholeOther           // by two
	polarity             // the predicate of one is negated
	denial               // one denies something
	rootSame             // the same predicate
	rootAkin             // predicates of one class
	momentSame
	momentOther
	actSame
	actOther
	answers // one proposes, and what another side says is to such a thing: that it accepts, on what condition, or not
	stanceSame
	stanceOther
	silentSame  // one side would say nothing, twice
	silentOther // two would, or one would and the other speaks
	quotesOther // two quotations, with no run of words in common
	stranger    // the shorter one has few words, and two sides speak
	wording     // of one report: both are the same words
	inner       // of one report: one is a statement that the other passes on whole
	partly      // of one report: they share words otherwise
	elaborates  // of one report: one is a quotation that follows what the same voice is said to have said
	sameReport  // of one report otherwise
	featureCount
)

var featureNames = [featureCount]string{
	"bias", "contained", "shared", "kindred", "weightShared", "telling", "tiesShared", "actorsShared", "sideSame", "sideOther", "spokenOf",
	"voiceSame", "voiceAkin", "cites", "numberSame", "numberClose", "numberOther", "mainSame", "mainOther", "numberBare", "numberAlone", "quoteRun", "textRun", "textWhole", "wholeSame", "wholeOther", "polarity", "denial", "rootSame", "rootAkin",
	"momentSame", "momentOther", "actSame", "actOther", "answers", "stanceSame", "stanceOther", "silentSame", "silentOther", "quotesOther", "stranger", "wording", "inner", "partly", "elaborates", "sameReport",
}

// values are the features of one pair.
type values [featureCount]int

const full = 1000

// compare returns the features of two sayings.
func (s *story) compare(a, b *saying) (v values) {
	v[bias] = full
	compareWords(a, b, &v)
	s.compareSpeakers(a, b, &v)
	compareNumbers(a, b, &v)
	compareText(a, b, &v)
	s.compareRest(a, b, &v)
	if a.place.Report == b.place.Report {
		compareWithin(a, b, &v)
	}
	return v
}

func compareWords(a, b *saying, v *values) {
	both, akin := 0, 0
	short, long := a, b
	if a.total > b.total {
		short, long = b, a
	}
	for i := range short.words {
		w := &short.words[i]
		switch {
		case has(long.words, w.stem):
			both += w.weight
		case hasAkin(long.words, w):
			akin += w.weight * 7 / 10
		}
	}
	v[weightShared] = min(both/16, full)
	if short.total > 0 {
		v[contained] = both * full / short.total
		v[kindred] = (both + akin) * full / short.total
		v[shared] = both * full / (short.total + long.total - both)
		v[telling] = v[kindred] * min((both+akin)/12, full) / full
	}
	v[tiesShared] = min(common(a.ties, b.ties)*full/4, full)
}

func has(words []word, stem int32) bool {
	for i := range words {
		if words[i].stem == stem {
			return true
		}
	}
	return false
}

func hasAkin(words []word, w *word) bool {
	for _, c := range w.classes {
		for i := range words {
			for _, d := range words[i].classes {
				if c == d {
					return true
				}
			}
		}
	}
	return false
}

// common counts the numbers that two ascending lists share.
func common[T int | int64](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func (s *story) compareSpeakers(a, b *saying, v *values) {
	if n := min(len(a.actors), len(b.actors)); n > 0 {
		v[actorsShared] = common(a.actors, b.actors) * full / n
	}
	switch {
	case len(a.side) == 0 || len(b.side) == 0:
		switch {
		case a.voice != "" && a.voice == b.voice:
			v[voiceSame] = full
		case calledAlike(a, b):
			v[voiceAkin] = full
		}
	case common(a.side, b.side) > 0:
		v[sideSame] = full
	case calledAlike(a, b):
		v[voiceAkin] = full
	default:
		v[sideOther] = full
		const few = 20_000 // thousandths of a bit: three or four words
		v[stranger] = max(full-min(a.total, b.total)*full/few, 0)
	}
	if common(a.actors, b.side) > 0 || common(b.actors, a.side) > 0 {
		v[spokenOf] = full
	}
	if s.isFrom(a, b) || s.isFrom(b, a) {
		v[cites] = full
	}
}

// calledAlike reports whether the words for two voices share a noun, or one of a
// class: "the memo" and "the nine-page document".
func calledAlike(a, b *saying) bool {
	for i := range a.called {
		if w := &a.called[i]; has(b.called, w.stem) || hasAkin(b.called, w) {
			return true
		}
	}
	return false
}

// isFrom reports whether the chain of a goes through the outlet of b's report.
func (s *story) isFrom(a, b *saying) bool {
	o := s.outlet[b.place.Report]
	return o >= 0 && a.place.Report != b.place.Report && common(a.through, []int{o}) > 0
}

func compareNumbers(a, b *saying, v *values) {
	same, near, other := 0, false, false
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			how, weight := x.against(y), x.weight
			if x.known || y.known {
				weight /= 2
			}
			switch how {
			case equal:
				same = max(same, weight)
			case rounded:
				near = true
			case differs:
				other = true
			}
			if x.main && y.main {
				v[mainOther] = flag(how == differs && !sameNumbers(a.numbers, b.numbers))
				if how == equal {
					v[mainSame] = min(x.weight/8, full)
				}
			}
		}
	}
	switch {
	case same > 0:
		v[numberSame] = min(same/8, full)
	case near:
		v[numberClose] = full
	case other:
		v[numberOther] = full
	case (len(a.numbers) == 0) != (len(b.numbers) == 0):
		v[numberAlone] = full
	}
}

// sameNumbers reports whether two sayings have the same numbers, in whatever order:
// "to 12 from 14", "from 14 to 12".
func sameNumbers(a, b []number) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y number) bool { return x.against(y) == equal }) {
			return false
		}
	}
	return true
}

func flag(b bool) int {
	if b {
		return full
	}
	return 0
}

// compareText finds the longest run of words that both have.
func compareText(a, b *saying, v *values) {
	best, bestQuoted := 0, 0
	var rows [2][maxText + 1]int16
	row, quote := rows[0][:], rows[1][:]
	for i, x := range a.text[:min(len(a.text), maxText)] {
		last, lastQuoted := int16(0), int16(0)
		for j, y := range b.text[:min(len(b.text), maxText)] {
			oldRow, oldQuote := row[j+1], quote[j+1]
			row[j+1], quote[j+1] = 0, 0
			if x == y {
				row[j+1] = last + 1
				best = max(best, int(last)+1)
				if a.quoted[i] || b.quoted[j] {
					quote[j+1] = lastQuoted + 1
					bestQuoted = max(bestQuoted, int(lastQuoted)+1)
				}
			}
			last, lastQuoted = oldRow, oldQuote
		}
	}
	const step = full / 8
	if n := min(len(a.text), len(b.text)); n > 0 && best > 2 {
		v[textWhole] = min(best*full/n, full)
	}
	v[textRun] = min(max(best-1, 0)*step, full)
	v[quoteRun] = min(max(bestQuoted-1, 0)*step, full)
}

// maxText is how many words of a saying are searched for runs.
const maxText = 80

func (s *story) compareRest(a, b *saying, v *values) {
	if a.negated != b.negated {
		v[polarity] = full
	}
	v[denial] = flag(a.denying != b.denying)
	switch {
	case a.root < 0 || b.root < 0:
	case a.root == b.root:
		v[rootSame] = full
	case shareAny(s.classes[a.root], s.classes[b.root]):
		v[rootAkin] = full
	}
	if len(a.moments) > 0 && len(b.moments) > 0 {
		if shareMoment(a.moments, b.moments) {
			v[momentSame] = full
		} else {
			v[momentOther] = full
		}
	}
	switch {
	case a.silence == "" && b.silence == "":
	case a.silence != "" && b.silence != "" && v[sideOther] == 0:
		v[silentSame] = full
	default:
		v[silentOther] = full
	}
	v[quotesOther] = flag(a.direct && b.direct && v[textRun] < full/4)
	if n := min(saysWholly(a, b)*full/4, full); v[sideSame]+v[voiceSame]+v[cites] > 0 {
		v[wholeSame] = n
	} else {
		v[wholeOther] = n
	}
	compareActs(a, b, v)
	if v[numberSame] > 0 && v[sideSame]+v[voiceSame]+v[voiceAkin]+v[spokenOf] == 0 && v[rootSame]+v[rootAkin] == 0 {
		v[numberBare] = flag(besideFigures(a, b) < full/6)
	}
}

// What proposes, and what is said to a proposal: by another side it is another claim.
var (
	proposing = map[hearsay.Act]bool{hearsay.Offer: true, hearsay.Demand: true}
	answering = map[hearsay.Act]bool{hearsay.Acceptance: true, hearsay.Condition: true, hearsay.Refusal: true}
)

func compareActs(a, b *saying, v *values) {
	if a.severalSentences() != b.severalSentences() {
		return // what one sentence of several does is not known
	}
	switch {
	case a.act == "" || b.act == "":
	case a.act == b.act:
		v[actSame] = full
	default:
		v[actOther] = full
	}
	v[answers] = flag(v[sideSame] == 0 && (proposing[a.act] && answering[b.act] || proposing[b.act] && answering[a.act]))
	switch {
	case a.stance == "" || b.stance == "":
	case a.stance == b.stance:
		v[stanceSame] = full
	default:
		v[stanceOther] = full
	}
}

// shareMoment reports whether two lists have a moment in common, or one that lies in
// another: 2031-07-14 in 2031-07.
func shareMoment(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
				return true
			}
		}
	}
	return false
}

func shareAny[T comparable](a, b []T) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// compareWithin compares where two sayings of one report stand.
//
//	X reported, citing Y, that [the dam is closed].     the same words
//	X said [the League had agreed [to free them]].      one passes on the other whole
//	X denied [that …]. [“There is no offer,”] X said.    a quotation that elaborates
func compareWithin(a, b *saying, v *values) {
	if a.whole.Len() < b.whole.Len() {
		a, b = b, a
	}
	switch {
	case overlap(a.spans, b.spans, true) >= 800:
		v[wording] = full
	case overlap(a.spans, []hearsay.Span{b.whole}, true) >= 700:
		v[inner] = full
	case overlap(a.spans, b.spans, false) > 0:
		v[partly] = full
	case a.direct != b.direct && (a.turn-b.turn == 1 || b.turn-a.turn == 1) && (common(a.side, b.side) > 0 || a.voice != "" && a.voice == b.voice):
		v[elaborates] = full
	default:
		v[sameReport] = full
	}
}

// overlap returns how much two contents share, in thousandths: of both together, or
// of the shorter.
func overlap(a, b []hearsay.Span, ofBoth bool) int {
	both, x, y := 0, 0, 0
	for _, s := range a {
		x += s.Len()
		for _, t := range b {
			if s.Overlaps(t) {
				both += min(s.End, t.End) - max(s.Start, t.Start)
			}
		}
	}
	for _, t := range b {
		y += t.Len()
	}
	if ofBoth {
		return both * full / max(x+y-both, 1)
	}
	return both * full / max(min(x, y), 1)
}
