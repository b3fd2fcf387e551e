package claim

import "hearsay"

// feature is one thing that is compared. Each has a value in thousandths.
type feature int

// The features of a pair.
const (
	bias          feature = iota
	contained             // the share of the shorter one's words that the other has
	shared                // the share of all their words that both have
	kindred               // as contained, where a word of the same class counts most of one
	weightShared          // how much the words that both have tell, 16 bits being all
	sameNames             // names that both have
	actorsShared          // whether they speak of the same actors: the share of the smaller number
	speakerSame           // one voice
	speakerOther          // two voices, both known
	speakerSpoken         // one is of the other's voice
	numberSame            // a figure that both have
	numberClose           // one that may be rounded
	numberOther           // figures of one thing that are not the same, and none that is
	quoteRun              // words in quotation marks that both have in one run, 8 being all
	textRun               // words that both have in one run, 8 being all
	polarity              // one is negated
	rootSame              // the same predicate
	rootAkin              // predicates of one class
	momentSame
	momentOther
	nested // one stands in the other, or both share words of one report
	actSame
	actOther
	brief // the shorter has next to no words
	featureCount
)

var featureNames = [featureCount]string{
	"bias", "contained", "shared", "kindred", "weightShared", "sameNames", "actorsShared", "speakerSame", "speakerOther", "speakerSpoken",
	"numberSame", "numberClose", "numberOther", "quoteRun", "textRun", "polarity", "rootSame", "rootAkin", "momentSame", "momentOther",
	"nested", "actSame", "actOther", "brief",
}

// values are the features of one pair.
type values [featureCount]int

// compare returns the features of two sayings.
func (s *story) compare(a, b *saying) (v values) {
	v[bias] = 1000
	s.compareWords(a, b, &v)
	s.compareActors(a, b, &v)
	compareNumbers(a, b, &v)
	compareText(a, b, &v)
	s.compareRest(a, b, &v)
	return v
}

func (s *story) compareWords(a, b *saying, v *values) {
	both, akinWeight, names := 0, 0, 0
	short, long := a, b
	if a.total > b.total {
		short, long = b, a
	}
	for _, w := range short.words {
		switch {
		case has(long.words, w.stem):
			both += w.weight
			if w.name {
				names += w.weight
			}
		case s.hasAkin(long.words, w.stem):
			akinWeight += w.weight * 7 / 10
		}
	}
	v[weightShared] = min(both/16, 1000)
	v[sameNames] = min(names/8, 1000)
	if short.total > 0 {
		v[contained] = both * 1000 / short.total
		v[kindred] = (both + akinWeight) * 1000 / short.total
		v[shared] = both * 1000 / (short.total + long.total - both)
	}
	if short.total < 6000 {
		v[brief] = 1000 - short.total/6
	}
}

func has(words []word, stem int32) bool {
	for _, w := range words {
		if w.stem == stem {
			return true
		}
	}
	return false
}

func (s *story) hasAkin(words []word, stem int32) bool {
	text := s.stems.texts[stem]
	if classes[text] == nil {
		return false
	}
	for _, w := range words {
		if akin(text, s.stems.texts[w.stem]) {
			return true
		}
	}
	return false
}

func (s *story) compareActors(a, b *saying, v *values) {
	if n := min(len(a.actors), len(b.actors)); n > 0 {
		v[actorsShared] = common(a.actors, b.actors) * 1000 / n
	}
	switch {
	case a.speaker < 0 || b.speaker < 0:
	case a.speaker == b.speaker:
		v[speakerSame] = 1000
	default:
		v[speakerOther] = 1000
	}
	if a.speaker != b.speaker && (a.speaker >= 0 && contains(b.actors, a.speaker) || b.speaker >= 0 && contains(a.actors, b.speaker)) {
		v[speakerSpoken] = 1000
	}
}

func common(a, b []int) int {
	n := 0
	for _, x := range a {
		if contains(b, x) {
			n++
		}
	}
	return n
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func compareNumbers(a, b *saying, v *values) {
	same, near, other := false, false, false
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			switch x.agree(y) {
			case 1:
				same = true
			case 2:
				near = true
			case -1:
				other = true
			}
		}
	}
	switch {
	case same:
		v[numberSame] = 1000
	case near:
		v[numberClose] = 1000
	case other:
		v[numberOther] = 1000
	}
}

// compareText finds the longest run of words that both have.
func compareText(a, b *saying, v *values) {
	best, bestQuoted := 0, 0
	row := make([]int, len(b.text)+1)
	quote := make([]int, len(b.text)+1)
	for i := range a.text {
		last, lastQuoted := 0, 0
		for j := range b.text {
			oldRow, oldQuote := row[j+1], quote[j+1]
			if a.text[i] == b.text[j] {
				row[j+1] = last + 1
				best = max(best, row[j+1])
				if a.quoted[i] || b.quoted[j] {
					quote[j+1] = lastQuoted + 1
					bestQuoted = max(bestQuoted, quote[j+1])
				} else {
					quote[j+1] = 0
				}
			} else {
				row[j+1], quote[j+1] = 0, 0
			}
			last, lastQuoted = oldRow, oldQuote
		}
	}
	v[textRun] = min(max(best-1, 0)*125, 1000)
	v[quoteRun] = min(max(bestQuoted-1, 0)*125, 1000)
}

func (s *story) compareRest(a, b *saying, v *values) {
	if a.negated != b.negated {
		v[polarity] = 1000
	}
	switch {
	case a.root < 0 || b.root < 0:
	case a.root == b.root:
		v[rootSame] = 1000
	case akin(s.stems.texts[a.root], s.stems.texts[b.root]):
		v[rootAkin] = 1000
	}
	if len(a.moments) > 0 && len(b.moments) > 0 {
		if shareString(a.moments, b.moments) {
			v[momentSame] = 1000
		} else {
			v[momentOther] = 1000
		}
	}
	if a.place.Report == b.place.Report {
		v[nested] = overlap(a.spans, b.spans)
	}
	switch {
	case a.act == "" || b.act == "":
	case a.act == b.act:
		v[actSame] = 1000
	default:
		v[actOther] = 1000
	}
}

func shareString(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// overlap returns how much of the shorter of two contents stands in the other.
func overlap(a, b []hearsay.Span) int {
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
	return both * 1000 / max(min(x, y), 1)
}
