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
	links   []map[int]link // of each group those it has compared pairs with
	queue   queue
	unlike  int // the score of a pair that was not compared
	closest int // how much the closest pair counts against the average of all, in thousandths
}

// plus sums up two links; one that is empty has no closest pair.
func (l link) plus(o link) link {
	if l.count == 0 {
		return o
	}
	return link{l.sum + o.sum, l.count + o.count, max(l.most, o.most)}
}

// link sums up the compared pairs of two groups.
type link struct{ sum, count, most int }

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
	c := &clustering{unlike: by.Unlike, closest: by.Closest, members: make([][]int, n), version: make([]int, n), links: make([]map[int]link, n)}
	for i := range n {
		c.members[i] = []int{i}
	}
	for _, p := range pairs { // what is like nothing else is in no group
		if p.score > 0 {
			c.admit(p.a)
			c.admit(p.b)
		}
	}
	for _, p := range pairs {
		if c.links[p.a] == nil || c.links[p.b] == nil {
			continue
		}
		c.links[p.a][p.b] = link{p.score, 1, p.score}
		c.links[p.b][p.a] = link{p.score, 1, p.score}
		if p.score > 0 {
			c.queue = append(c.queue, merge{p.score, p.a, p.b, 0, 0})
		}
	}
	c.queue.order()
	return c
}

func (c *clustering) admit(i int) {
	if c.links[i] == nil {
		c.links[i] = map[int]link{}
	}
}

// propose queues two groups if they are alike.
func (c *clustering) propose(a, b int) {
	l := c.links[a][b]
	all := len(c.members[a]) * len(c.members[b])
	score := (l.sum+(all-l.count)*c.unlike)/all*(full-c.closest)/full + l.most*c.closest/full
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
	delete(c.links[a], b)
	delete(c.links[b], a)
	for k, l := range c.links[b] { // the order makes no difference: sums
		m := c.links[a][k]
		m = m.plus(l)
		c.links[a][k] = m
		delete(c.links[k], b)
		c.links[k][a] = m
	}
	c.links[b] = nil
	for _, k := range sorted(c.links[a]) {
		c.propose(a, k)
	}
}

func sorted(links map[int]link) []int {
	keys := make([]int, 0, len(links))
	for k := range links {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
