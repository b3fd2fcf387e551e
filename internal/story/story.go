// Package story groups reports into running stories as they arrive.
//
//	report ─► Terms ─► the stories that share rare terms ─► the nearest, if near enough ─► its centroid moves
//	                                                    └─► else a story of its own
//
// A report is near a story as its terms are near the sum of the terms of the
// story's reports (cosine of tf·idf, as in topic detection and tracking: Allan,
// Papka & Lavrenko 1998), apart for headline, names and other words. Names weigh
// most: two strikes in two harbours share their words, not their names. A story
// that has been silent is further away (Miranda et al. 2018 use time likewise).
//
// What a person puts into a story stays there; the rest is never moved.
package story

import (
	"cmp"
	"slices"
	"time"
)

// ID is a story's number; the caller gives it.
type ID int64

// Grouper knows the stories that reports may belong to. It is not safe for use by
// several goroutines at once.
type Grouper struct {
	words   map[string]int32
	reports int     // how many have been put in
	df      []int32 // by word: in how many reports it stands
	posting [][]ID  // by word: the stories that have it among their names or titles, oldest first
	stories map[ID]*group
	clock   int64
}

// group is one story: for each field the sum of its reports' terms.
type group struct {
	sums        [fields]vector
	n           int
	first, last time.Time // of dated reports
	touched     int64     // by Grouper.clock
}

// The fields of terms.
const (
	title = iota
	names
	body
	fields
)

// The weights of the fields, and the nearness from which a report is of a story.
// They were chosen on the invented affairs and the look-alikes in testdata.
var weight = [fields]float64{title: 0.15, names: 0.5, body: 0.35}

const threshold = 0.2

// silence is after how long without a report a story seems half as near.
const silence = 21 * 24 * time.Hour

// maxStories bounds memory: of more, those are forgotten that had no report for
// the longest.
const maxStories = 20000

// New returns a Grouper that knows no story.
func New() *Grouper {
	return &Grouper{words: map[string]int32{}, stories: map[ID]*group{}}
}

// report is a report's terms as vectors.
type report [fields]vector

func (g *Grouper) vectors(t Terms) (r report) {
	for i, field := range [fields][]Count{title: t.Title, names: t.Names, body: t.Body} {
		for _, c := range field {
			r[i] = append(r[i], weighted{g.word(c.Word), damp(c.N)})
		}
		slices.SortFunc(r[i], func(a, b weighted) int { return cmp.Compare(a.word, b.word) })
	}
	return r
}

func (g *Grouper) word(w string) int32 {
	id, ok := g.words[w]
	if !ok {
		id = int32(len(g.df))
		g.words[w] = id
		g.df = append(g.df, 0)
		g.posting = append(g.posting, nil)
	}
	return id
}

// Near is a story and how near a report is to it, from 0 to 1.
type Near struct {
	Story ID
	By    float64
}

// Find returns the story that a report published at a time belongs to, false if
// it begins one of its own. A zero time is unknown.
func (g *Grouper) Find(t Terms, at time.Time) (Near, bool) {
	r := g.vectors(t)
	var best Near
	for _, id := range g.candidates(r) {
		if by := g.nearness(r, g.stories[id], at); by > best.By {
			best = Near{id, by}
		}
	}
	return best, best.By >= threshold
}

// Put adds a report to a story.
func (g *Grouper) Put(id ID, t Terms, at time.Time) {
	r := g.vectors(t)
	g.count(r)
	s := g.stories[id]
	if s == nil {
		s = &group{}
		g.stories[id] = s
	}
	for i := range r {
		s.sums[i] = s.sums[i].plus(r[i])
	}
	for _, field := range []int{title, names} {
		for _, w := range r[field] {
			g.post(w.word, id)
		}
	}
	s.n++
	s.stretch(at)
	g.clock++
	s.touched = g.clock
	if len(g.stories) > maxStories {
		g.forget()
	}
}

func (s *group) stretch(at time.Time) {
	if at.IsZero() {
		return
	}
	if s.first.IsZero() || at.Before(s.first) {
		s.first = at
	}
	if at.After(s.last) {
		s.last = at
	}
}

// count notes in how many reports a word stands.
func (g *Grouper) count(r report) {
	g.reports++
	seen := map[int32]bool{}
	for _, field := range r {
		for _, w := range field {
			if !seen[w.word] {
				seen[w.word] = true
				g.df[w.word]++
			}
		}
	}
}

func (g *Grouper) post(word int32, id ID) {
	list := g.posting[word]
	if !slices.Contains(list[max(0, len(list)-32):], id) {
		g.posting[word] = append(list, id)
	}
}

// Remove forgets a story, after it was merged or split; put its reports back
// where they belong.
func (g *Grouper) Remove(id ID) { delete(g.stories, id) }

// forget drops the tenth of the stories that had no report for the longest.
func (g *Grouper) forget() {
	ids := make([]ID, 0, len(g.stories))
	for id := range g.stories {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b ID) int { return cmp.Compare(g.stories[a].touched, g.stories[b].touched) })
	for _, id := range ids[:len(ids)/10] {
		delete(g.stories, id)
	}
	for w, list := range g.posting {
		g.posting[w] = slices.DeleteFunc(list, func(id ID) bool { return g.stories[id] == nil })
	}
}
