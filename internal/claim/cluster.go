package claim

import (
	"cmp"
	"slices"
)

// # From pairs to claims
//
// To be alike is not transitive: "15 dead" and "15 dead, 34 missing" and "34
// missing". So sayings are put together one pair of groups after the other, the
// most alike first, as long as two groups are alike on the average of all their
// pairs (average linkage; Sokal and Michener 1958). A pair that was not compared
// counts as unlike, as [Weights] have it.

// cluster returns the groups of n sayings, each ascending, by their first.
func cluster(n int, pairs []pair, by *Weights) [][]int {
	c := newClustering(n, pairs, by)
	for len(c.queue) > 0 {
		m := c.queue.pop()
		if c.version[m.a] == m.versionA && c.version[m.b] == m.versionB {
			c.merge(m.a, m.b)
		}
	}
	var groups [][]int
	for i := range n {
		if c.members[i] != nil {
			slices.Sort(c.members[i])
			groups = append(groups, c.members[i])
		}
	}
	slices.SortFunc(groups, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return groups
}

// clustering is one run. A group goes by the number of one of its members.
type clustering struct {
	members [][]int
	version []int
	into    []int    // of each group the one that it was added to, itself for none
	links   [][]link // of each group those it has compared pairs with, each at least once
	queue   queue
	unlike  int // the score of a pair that was not compared
	closest int // how much the closest pair counts against the average of all, in thousandths
}

// link sums up compared pairs of a group with another, or with one that was added to
// it since.
type link struct {
	to, count int32
	sum, most int
}

// merge is two groups that are alike, as they were when it was queued.
type merge struct {
	score, a, b        int
	versionA, versionB int
}

// before reports whether a merge comes before another: the most alike first.
func (m *merge) before(o *merge) bool {
	switch {
	case m.score != o.score:
		return m.score > o.score
	case m.a != o.a:
		return m.a < o.a
	}
	return m.b < o.b
}

// queue is a binary heap: each merge comes before the two below it.
type queue []merge

func (q *queue) push(m merge) {
	*q = append(*q, m)
	at := len(*q) - 1
	for at > 0 {
		above := (at - 1) / 2
		if !m.before(&(*q)[above]) {
			break
		}
		(*q)[at] = (*q)[above]
		at = above
	}
	(*q)[at] = m
}

func (q *queue) pop() merge {
	first, last := (*q)[0], (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	if len(*q) > 0 {
		q.sink(0, last)
	}
	return first
}

// sink puts a merge where it belongs, from a place downwards.
func (q queue) sink(at int, m merge) {
	for {
		below := 2*at + 1
		if below >= len(q) {
			break
		}
		if below+1 < len(q) && q[below+1].before(&q[below]) {
			below++
		}
		if !q[below].before(&m) {
			break
		}
		q[at] = q[below]
		at = below
	}
	q[at] = m
}

// order makes a heap of merges in any order.
func (q queue) order() {
	for at := len(q)/2 - 1; at >= 0; at-- {
		q.sink(at, q[at])
	}
}

func newClustering(n int, pairs []pair, by *Weights) *clustering {
	c := &clustering{unlike: by.Unlike, closest: by.Closest, members: make([][]int, n), version: make([]int, n), into: make([]int, n), links: make([][]link, n)}
	for i := range n {
		c.members[i], c.into[i] = []int{i}, i
	}
	isLike := make([]bool, n) // what is like nothing else is in no group
	for _, p := range pairs {
		if p.score > 0 {
			isLike[p.a], isLike[p.b] = true, true
		}
	}
	for _, p := range pairs {
		if !isLike[p.a] || !isLike[p.b] {
			continue
		}
		c.links[p.a] = append(c.links[p.a], link{int32(p.b), 1, p.score, p.score})
		c.links[p.b] = append(c.links[p.b], link{int32(p.a), 1, p.score, p.score})
		if p.score > 0 {
			c.queue = append(c.queue, merge{p.score, p.a, p.b, 0, 0})
		}
	}
	c.queue.order()
	return c
}

// group returns the group that another was added to, at however many removes.
func (c *clustering) group(i int) int {
	for c.into[i] != i {
		c.into[i] = c.into[c.into[i]]
		i = c.into[i]
	}
	return i
}

// propose queues two groups if they are alike.
func (c *clustering) propose(a int, l link) {
	b := int(l.to)
	all := len(c.members[a]) * len(c.members[b])
	score := (l.sum+(all-int(l.count))*c.unlike)/all*(full-c.closest)/full + l.most*c.closest/full
	if score > 0 {
		a, b = min(a, b), max(a, b)
		c.queue.push(merge{score, a, b, c.version[a], c.version[b]})
	}
}

// merge adds group b to group a.
func (c *clustering) merge(a, b int) {
	c.members[a] = append(c.members[a], c.members[b]...)
	c.members[b] = nil
	c.version[a]++
	c.version[b]++
	c.into[b] = a
	c.links[a], c.links[b] = c.gathered(a, append(c.links[a], c.links[b]...)), nil
	for _, l := range c.links[a] {
		c.propose(a, l)
	}
}

// gathered sums up the links of a group: one for each other group, ascending.
func (c *clustering) gathered(a int, links []link) []link {
	for i := range links {
		links[i].to = int32(c.group(int(links[i].to)))
	}
	slices.SortFunc(links, func(x, y link) int { return cmp.Compare(x.to, y.to) })
	out := links[:0]
	for _, l := range links {
		switch n := len(out); {
		case int(l.to) == a:
		case n > 0 && out[n-1].to == l.to:
			o := &out[n-1]
			o.sum, o.count, o.most = o.sum+l.sum, o.count+l.count, max(o.most, l.most)
		default:
			out = append(out, l)
		}
	}
	return out
}
