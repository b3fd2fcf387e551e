package story

import "time"

// Two stories that began apart, since their first reports shared too little, are
// found to be one when a report comes that is near to both, and by now they are
// near to each other as well.
//
//	story 1 ──┐ near      near ┌── story 2
//	          └──── report ────┘
//	          └─── near, by all their reports ───┘  ⇒ one story
const (
	bridging = 0.75 * threshold // how near a report must be to the other story
	oneStory = threshold        // how near the two must be to each other
)

// Bridge returns the story that is one with the story into which a report was just
// put, false if there is none.
func (g *Grouper) Bridge(into ID, t Terms) (other ID, ok bool) {
	r, s := g.vectors(t), g.stories[into]
	if s == nil {
		return 0, false
	}
	by := oneStory
	for _, id := range g.candidates(r) {
		candidate := g.stories[id]
		if id == into || g.nearness(r, candidate, s.towards(candidate)) < bridging {
			continue
		}
		if near := g.nearness(report(s.sums), candidate, s.towards(candidate)); near >= by {
			other, by, ok = id, near, true
		}
	}
	return other, ok
}

// towards returns the time of a story that is nearest to another's; zero if they
// overlap or have no dates.
func (s *group) towards(other *group) time.Time {
	switch {
	case s.last.IsZero() || other.last.IsZero():
		return time.Time{}
	case other.first.After(s.last):
		return s.last
	case s.first.After(other.last):
		return s.first
	}
	return time.Time{}
}

// Merge puts all reports of one story into another.
func (g *Grouper) Merge(from, into ID) {
	a, b := g.stories[from], g.stories[into]
	if a == nil || b == nil {
		return
	}
	for i := range a.sums {
		b.sums[i] = b.sums[i].plus(a.sums[i])
	}
	for _, field := range []int{title, names} {
		for _, w := range a.sums[field] {
			g.post(w.word, into)
		}
	}
	b.n += a.n
	b.stretch(a.first)
	b.stretch(a.last)
	b.touched = max(a.touched, b.touched)
	delete(g.stories, from)
}
