package origin

import (
	"cmp"
	"slices"

	"hearsay"
)

// # Who is surely one, without a name
//
// Two reports quote somebody unnamed with the same words:
//
//	"There is a crack in the wall," he said            a senior official
//	one of them has described it as "a crack in the wall"   officials in the capital
//
// So much is shown that the one who speaks here spoke there. Whatever else the two
// voices say in their reports is then one voice's.

// voices joins the numbers of voices that are surely one.
type voices struct {
	sets
	shown map[[2]int][]hearsay.Passage // of two numbers, the lower first: the words that show it
}

func newVoices(n int) voices { return voices{newSets(n), map[[2]int][]hearsay.Passage{}} }

// quoted is a quotation of an unnamed voice.
type quoted struct {
	who     int
	report  int
	passage hearsay.Passage
	phrases []string
}

// matchQuotes joins the unnamed voices of different reports that say the same
// words between quotation marks.
func (b *book) matchQuotes() {
	said := map[string]quoted{}
	for _, i := range b.byRank() {
		for _, q := range b.quotesOf(i) {
			for _, phrase := range q.phrases {
				first, ok := said[phrase]
				if !ok {
					said[phrase] = q
				} else if first.report != q.report && b.aliases.join(first.who, q.who) {
					b.aliases.show(first, q)
				}
			}
		}
	}
}

func (v *voices) show(a, b quoted) {
	key := [2]int{min(a.who, b.who), max(a.who, b.who)}
	if v.shown[key] == nil {
		v.shown[key] = []hearsay.Passage{a.passage, b.passage}
	}
}

// byRank returns the reports in the order of publication.
func (b *book) byRank() []int {
	order := make([]int, len(b.rank))
	for i, at := range b.rank {
		order[at] = i
	}
	return order
}

// quotesOf lists what a report quotes unnamed voices with.
func (b *book) quotesOf(report int) []quoted {
	var out []quoted
	for i := range b.trace.Records[report].Attributions {
		a := &b.trace.Records[report].Attributions[i]
		if len(a.Chain) < 2 {
			continue
		}
		v := b.lastVoice(report, i)
		if v.actor != nobody || v.who == nobody {
			continue
		}
		kind := &b.aliases.kind[v.who]
		*kind = kind.with(b.kindOf(v))
		says := b.at(hearsay.Place{Report: report, Part: hearsay.PartAttribution, Index: i}, a.Content)
		for k, s := range says.quotes {
			out = append(out, quoted{v.who, report, hearsay.Passage{Report: report, Span: s}, says.phrases[k]})
		}
	}
	slices.SortStableFunc(out, func(x, y quoted) int { return cmp.Compare(x.passage.Span.Start, y.passage.Span.Start) })
	return out
}

// quotations returns what stands between quotation marks in some stretches.
func quotations(text string, content []hearsay.Span) []hearsay.Span {
	var out []hearsay.Span
	for _, c := range content {
		start := -1
		for i, r := range c.In(text) {
			at := c.Start + i
			switch {
			case r == '“' || r == '"' && start < 0:
				start = at + len(string(r))
			case (r == '”' || r == '"') && start >= 0:
				if at > start {
					out = append(out, hearsay.Span{Start: start, End: at})
				}
				start = -1
			}
		}
		if start >= 0 && start < c.End {
			out = append(out, hearsay.Span{Start: start, End: c.End})
		}
	}
	return out
}

// phraseLength is how many words running two quotations must share, and
// phraseContent how many of them must say something, to be one: shorter ones
// ("no comment", "at this time") are everybody's.
const (
	phraseLength  = 5
	phraseContent = 2
)

// phrasesIn returns the runs of words of a quotation by which it is known again;
// of a shorter one there are none.
func phrasesIn(text string, quotation hearsay.Span) []string {
	words := tokens(text, quotation)
	var out []string
	for i := range max(0, len(words)-phraseLength+1) {
		phrase, says := "", 0
		for _, w := range words[i : i+phraseLength] {
			phrase += w.word + " "
			if !empty[w.word] {
				says++
			}
		}
		if says >= phraseContent {
			out = append(out, phrase)
		}
	}
	return out
}
