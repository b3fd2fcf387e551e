package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// vector is words with their weights, by word.
type vector []weighted

type weighted struct {
	word   int32
	weight float64
}

// plus returns the sum of two vectors, of which it keeps at most maxSum words.
func (v vector) plus(w vector) vector {
	sum := make(vector, 0, len(v)+len(w))
	for len(v) > 0 && len(w) > 0 {
		switch {
		case v[0].word < w[0].word:
			sum, v = append(sum, v[0]), v[1:]
		case v[0].word > w[0].word:
			sum, w = append(sum, w[0]), w[1:]
		default:
			sum = append(sum, weighted{v[0].word, v[0].weight + w[0].weight})
			v, w = v[1:], w[1:]
		}
	}
	sum = append(append(sum, v...), w...)
	if len(sum) <= 2*maxSum {
		return sum
	}
	slices.SortFunc(sum, func(a, b weighted) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
	sum = sum[:maxSum]
	slices.SortFunc(sum, func(a, b weighted) int { return cmp.Compare(a.word, b.word) })
	return sum
}

const maxSum = 300

// idf is how much a word tells: less the more reports have it. A few reports that
// do not exist are counted in, so that the first ones do not decide alone.
func (g *Grouper) idf(word int32) float64 {
	return math.Log(float64(g.reports+prior) / float64(g.df[word]+1))
}

const prior = 60

// candidates returns the stories that share the rarest names and title words
// with a report, those that share most first.
func (g *Grouper) candidates(r report) []ID {
	shared := map[ID]float64{}
	for _, field := range []int{names, title} {
		for _, w := range r[field] {
			list := g.posting[w.word]
			if len(list) > maxPosting {
				list = list[len(list)-maxPosting:]
			}
			rarity := g.idf(w.word)
			for _, id := range list {
				if g.stories[id] != nil {
					shared[id] += rarity
				}
			}
		}
	}
	ids := make([]ID, 0, len(shared))
	for id := range shared {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b ID) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
	return ids[:min(len(ids), maxCandidates)]
}

// Bounds on the work for one report.
const (
	maxPosting    = 1000
	maxCandidates = 25
)

// nearness is the weighted sum of the fields' cosines, less after silence. A
// field that the report or the story does not have leaves its weight to the others.
func (g *Grouper) nearness(r report, s *group, at time.Time) float64 {
	sum, weights := 0.0, 0.0
	for i := range r {
		if len(r[i]) == 0 || len(s.sums[i]) == 0 {
			continue
		}
		weights += weight[i]
		sum += float64(weight[i] * g.cosine(r[i], s.sums[i]))
	}
	if weights == 0 {
		return 0
	}
	return sum / weights * s.fresh(at)
}

// cosine compares two vectors under the idf of now. Products are rounded one by
// one, so that no platform fuses them with the sum.
func (g *Grouper) cosine(v, w vector) float64 {
	dot, vv, ww := 0.0, 0.0, 0.0
	k := 0
	for _, a := range v {
		f := g.idf(a.word)
		x := float64(a.weight * f)
		vv += float64(x * x)
		for k < len(w) && w[k].word < a.word {
			k++
		}
		if k < len(w) && w[k].word == a.word {
			dot += float64(x * float64(w[k].weight*f))
		}
	}
	for _, b := range w {
		y := float64(b.weight * g.idf(b.word))
		ww += float64(y * y)
	}
	if vv == 0 || ww == 0 {
		return 0
	}
	return dot / math.Sqrt(float64(vv*ww))
}

// fresh is 1 for a report within the time of the story, and falls with the days
// before its first or after its last.
func (s *group) fresh(at time.Time) float64 {
	if at.IsZero() || s.first.IsZero() {
		return 1
	}
	var gap time.Duration
	switch {
	case at.Before(s.first):
		gap = s.first.Sub(at)
	case at.After(s.last):
		gap = at.Sub(s.last)
	}
	return 1 / (1 + float64(gap)/float64(silence))
}
