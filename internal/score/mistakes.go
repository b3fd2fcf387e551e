package score

import (
	"cmp"
	"slices"
)

// Kind is a way for an attribution to be wrong.
type Kind string

// The kinds of mistake. One attribution can make several, at most one about its
// source and one about each edge of its content.
const (
	CueMissed   Kind = "cue missed"
	CueInvented Kind = "cue invented"
	CueEdges    Kind = "cue edges"

	SourceMissing  Kind = "source missing"
	SourceInvented Kind = "source invented"
	SourceElse     Kind = "source in the wrong place"
	SourceEdges    Kind = "source edges"

	ContentElse      Kind = "content in the wrong place"
	ContentEarly     Kind = "content begins early"
	ContentLate      Kind = "content begins late"
	ContentShort     Kind = "content too short at its end"
	ContentLong      Kind = "content too long at its end"
	ContentRunsOn    Kind = "content runs into the next attribution"
	ContentGapMissed Kind = "content interruption missed"
	ContentGapMade   Kind = "content interruption invented"
	ContentPieces    Kind = "content interruption in the wrong place"
)

// Mistake is one difference between system and gold.
type Mistake struct {
	Kind Kind
	// Key is a finer division: of cues the gold's words (the system's where
	// the gold has none), of edges the first word that is too much ("+because")
	// or is missing ("-that").
	Key     string
	Article int // index into the articles
	Pair    Pair
}

// Mistakes lists what is wrong in all articles, in text order. Cues that do not
// share a token count as one missed and one invented even where the contents
// brought the two attributions together.
func Mistakes(articles []Article) []Mistake {
	var out []Mistake
	for i, a := range articles {
		for _, p := range Pairs(a) {
			for _, m := range a.mistakes(p) {
				m.Article = i
				out = append(out, m)
			}
		}
	}
	return out
}

func (a Article) mistakes(p Pair) []Mistake {
	switch {
	case p.System < 0:
		return []Mistake{{Kind: CueMissed, Key: a.words(a.Gold[p.Gold].Cue), Pair: p}}
	case p.Gold < 0:
		return []Mistake{{Kind: CueInvented, Key: a.words(a.System[p.System].Cue), Pair: p}}
	case a.Gold[p.Gold].Cue.Shared(a.System[p.System].Cue) == 0:
		return append(a.mistakes(Pair{p.Gold, -1}), a.mistakes(Pair{-1, p.System})...)
	}
	g, s := a.Gold[p.Gold], a.System[p.System]
	out := slices.Concat(a.cueMistakes(g, s), a.sourceMistakes(g, s), a.contentMistakes(p))
	for i := range out {
		out[i].Pair = p
	}
	return out
}

func (a Article) cueMistakes(g, s Attribution) []Mistake {
	if g.Cue.Equal(s.Cue) {
		return nil
	}
	return []Mistake{{Kind: CueEdges, Key: a.words(g.Cue) + " → " + a.words(s.Cue)}}
}

func (a Article) sourceMistakes(g, s Attribution) []Mistake {
	switch {
	case g.Source.Equal(s.Source):
		return nil
	case len(s.Source) == 0:
		return []Mistake{{Kind: SourceMissing, Key: a.words(g.Cue)}}
	case len(g.Source) == 0:
		return []Mistake{{Kind: SourceInvented, Key: a.words(g.Cue)}}
	case g.Source.Shared(s.Source) == 0:
		return []Mistake{{Kind: SourceElse, Key: a.words(g.Cue)}}
	}
	return []Mistake{{Kind: SourceEdges, Key: a.change(g.Source, s.Source)}}
}

// KindCount is a kind of mistake with its mistakes and commonest keys.
type KindCount struct {
	Kind     Kind
	Mistakes []Mistake
	Keys     []KeyCount // most frequent first
}

// KeyCount is how many mistakes of a kind have a key.
type KeyCount struct {
	Key   string `json:"key"`
	Count int    `json:"count"`
}

// ByKind groups mistakes, the most frequent kind first.
func ByKind(mistakes []Mistake) []KindCount {
	index := map[Kind]int{}
	var out []KindCount
	for _, m := range mistakes {
		i, ok := index[m.Kind]
		if !ok {
			i = len(out)
			index[m.Kind] = i
			out = append(out, KindCount{Kind: m.Kind})
		}
		out[i].Mistakes = append(out[i].Mistakes, m)
	}
	for i := range out {
		out[i].Keys = countKeys(out[i].Mistakes)
	}
	slices.SortStableFunc(out, func(x, y KindCount) int { return cmp.Compare(len(y.Mistakes), len(x.Mistakes)) })
	return out
}

func countKeys(mistakes []Mistake) []KeyCount {
	counts := map[string]int{}
	for _, m := range mistakes {
		counts[m.Key]++
	}
	var out []KeyCount
	for key, n := range counts {
		out = append(out, KeyCount{key, n})
	}
	slices.SortFunc(out, func(x, y KeyCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Key, y.Key))
	})
	return out
}
