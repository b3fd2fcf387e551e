package origin

import (
	"slices"

	"hearsay"
)

// # The same speaker
//
// Two tellings of one claim by one voice are the same words of the same speaker,
// unless the texts say that it spoke twice:
//
//	on 9 March in Brask, on 11 March in Orvanne      two occasions, two origins
//	"no comment" to one paper, and to another        each asked for itself
//
// A count or position of one owner that is given again without a new occasion is
// one.

// tieSpeech ties the tellings of one voice.
func (m *match) tieSpeech() {
	byVoice := map[int][]int{}
	for i := range m.tellings {
		t := &m.tellings[i]
		if !t.isSourced() || t.voice().who == nobody {
			continue
		}
		who := m.aliases.of(t.voice().who)
		for _, j := range byVoice[who] {
			if m.oneOccasion(&m.tellings[j], t) {
				m.tie(j, i, hearsay.LinkSameSpeech, m.spokeAlike(j, i)...)
				break
			}
		}
		byVoice[who] = append(byVoice[who], i)
	}
}

// oneOccasion reports whether nothing shows that a voice spoke twice.
func (m *match) oneOccasion(a, b *telling) bool {
	switch {
	case a.report == b.report || a.figure || b.figure:
		return true
	case a.silent || b.silent:
		return a.voice().outlet != nobody || m.sharesQuote(a, b)
	case a.voice().Occasion == nil || b.voice().Occasion == nil || m.sharesQuote(a, b):
		return true
	}
	return !differ(a.voice().Occasion.Date, b.voice().Occasion.Date)
}

// differ reports whether two dates are stated, both to the day, and not the same.
func differ(a, b string) bool {
	const day = len("2031-04-02")
	return len(a) >= day && len(b) >= day && a[:day] != b[:day]
}

// sharesQuote reports whether two tellings have a phrase between quotation marks
// in common.
func (m *match) sharesQuote(a, b *telling) bool {
	said := map[string]bool{}
	for _, phrases := range a.phrases {
		for _, phrase := range phrases {
			said[phrase] = true
		}
	}
	return slices.ContainsFunc(b.phrases, func(phrases []string) bool {
		return slices.ContainsFunc(phrases, func(phrase string) bool { return said[phrase] })
	})
}

// spokeAlike returns the words that show that the voices of two tellings are one.
func (m *match) spokeAlike(i, j int) []hearsay.Passage {
	a, b := &m.tellings[i], &m.tellings[j]
	key := [2]int{min(a.voice().who, b.voice().who), max(a.voice().who, b.voice().who)}
	if shown := m.aliases.shown[key]; shown != nil {
		return shown
	}
	return []hearsay.Passage{a.named(a.end), b.named(b.end)}
}
