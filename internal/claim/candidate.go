package claim

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// # Which pairs are compared
//
// In a story of a thousand reports no statement can be held against all others. An
// index tells for each word, class of synonyms and figure which nodes have it.
// What very many have tells little and is left out; of the nodes that share
// something with one, those that share most, by weight, are compared with it.
//
//	"free 30 captives"   free ──► 4, 17, 90 …    30 people ──► 17, 90    captive ──► 4, 17 …
//	                     17: 11.2 bits, 90: 7.1, 4: 6.0 …
//
// Statements of one report that stand side by side, or one in the other, are
// compared in any case.

const (
	mostShared = 400 // nodes that have a thing beyond which it is left out, once a story has more than smallStory
	smallStory = 2000
	mostPairs  = 40 // nodes that one is compared with, in a story that is not small
)

// candidates returns the pairs of nodes that are worth comparing, in order.
func (s *story) candidates() []pair {
	x := s.index()
	found := make([][]int32, len(s.nodes))
	inParallel(len(s.nodes), func() func(int) {
		f := finder{shared: make([]int32, len(s.nodes))}
		return func(n int) { found[n] = f.find(s, x, n) }
	})
	beside, n := s.sideBySide(), 0
	for m, with := range found {
		found[m] = append(with, beside[m]...)
		n += len(found[m])
	}
	later := laterOf(found, n) // of each node those after it
	all := make([]pair, 0, n)
	for a, with := range later {
		slices.Sort(with)
		for _, b := range slices.Compact(with) {
			all = append(all, pair{a: a, b: int(b)})
		}
	}
	return all
}

// laterOf sorts pairs, n in all, by the earlier node of each.
func laterOf(found [][]int32, n int) [][]int32 {
	count := make([]int, len(found))
	for m, with := range found {
		for _, o := range with {
			count[min(m, int(o))]++
		}
	}
	room := make([]int32, n)
	later := make([][]int32, len(found))
	for m, k := range count {
		later[m], room = room[:0:k], room[k:]
	}
	for m, with := range found {
		for _, o := range with {
			a := min(m, int(o))
			later[a] = append(later[a], max(int32(m), o))
		}
	}
	return later
}

// index tells which nodes have a thing, ascending.
type index struct {
	stems, classes [][]int32
	figures        map[figureKey][]int32
}

func (s *story) index() *index {
	x := &index{stems: make([][]int32, len(s.stems.texts)), classes: make([][]int32, classCount), figures: map[figureKey][]int32{}}
	for n, node := range s.nodes {
		say := s.sayings[node[0]]
		for i := range say.words {
			w := &say.words[i]
			x.stems[w.stem] = append(x.stems[w.stem], int32(n))
			for _, c := range w.classes {
				x.classes[c] = add(x.classes[c], int32(n))
			}
		}
		for _, f := range say.numbers {
			x.figures[f.key()] = add(x.figures[f.key()], int32(n))
		}
	}
	return x
}

func add(list []int32, n int32) []int32 {
	if len(list) > 0 && list[len(list)-1] == n {
		return list
	}
	return append(list, n)
}

// finder finds candidates for one node after the other.
type finder struct {
	shared  []int32 // by node, what it shares with the one at hand, in thousandths of a bit
	touched []int32
}

// find returns the nodes after n that share something with it, or in a story that
// is not small those that share most, before n or after.
func (f *finder) find(s *story, x *index, n int) []int32 {
	f.touched = f.touched[:0]
	small := len(s.nodes) <= smallStory
	say := s.sayings[s.nodes[n][0]]
	for i := range say.words {
		w := &say.words[i]
		f.count(x.stems[w.stem], int32(w.weight), small)
		for _, c := range w.classes {
			f.count(x.classes[c], int32(w.weight/2), small)
		}
	}
	for _, m := range say.numbers {
		f.count(x.figures[m.key()], int32(m.weight), small)
	}
	slices.SortFunc(f.touched, func(a, b int32) int { return cmp.Or(cmp.Compare(f.shared[b], f.shared[a]), cmp.Compare(a, b)) })
	var out []int32
	for _, m := range f.touched {
		if m != int32(n) && (!small || m > int32(n)) && (small || len(out) < mostPairs) {
			out = append(out, m)
		}
	}
	for _, m := range f.touched {
		f.shared[m] = 0
	}
	return out
}

func (f *finder) count(nodes []int32, weight int32, small bool) {
	if !small && len(nodes) > mostShared {
		return
	}
	for _, m := range nodes {
		if f.shared[m] == 0 {
			f.touched = append(f.touched, m)
		}
		f.shared[m] += weight
	}
}

// sideBySide returns for each node those after it that stand side by side with it in a
// report, or one in the other.
func (s *story) sideBySide() [][]int32 {
	later := make([][]int32, len(s.nodes))
	node := make([]int32, len(s.sayings))
	for n, sayings := range s.nodes {
		for _, i := range sayings {
			node[i] = int32(n)
		}
	}
	for r, first := range s.first {
		for _, p := range s.sheets[r].beside {
			if n, m := node[first+p[0]], node[first+p[1]]; n != m {
				later[min(n, m)] = append(later[min(n, m)], max(n, m))
			}
		}
	}
	return later
}

// besideEachOther returns the pairs of one report's sayings that stand side by side,
// or one in the other.
func besideEachOther(sayings []saying) [][2]int {
	var all [][2]int
	for i := range sayings {
		for j := i + 1; j < len(sayings); j++ {
			x, y := &sayings[i], &sayings[j]
			if x.turn-y.turn <= 1 && y.turn-x.turn <= 1 || overlap(x.spans, y.spans, false) > 0 {
				all = append(all, [2]int{i, j})
			}
		}
	}
	return all
}

// closest returns a saying of each of two nodes: of one report if they have any in
// one, since there it shows how they stand to each other.
func (s *story) closest(i, j int) (a, b *saying) {
	x, y := s.nodes[i], s.nodes[j]
	for k, l := 0, 0; k < len(x) && l < len(y); {
		p, q := s.sayings[x[k]], s.sayings[y[l]]
		switch {
		case p.place.Report < q.place.Report:
			k++
		case p.place.Report > q.place.Report:
			l++
		default:
			return p, q
		}
	}
	return s.sayings[x[0]], s.sayings[y[0]]
}

// inParallel calls a function for each of n things, in any order; each goroutine
// has its own.
func inParallel(n int, worker func() func(int)) {
	workers := max(min(runtime.GOMAXPROCS(0), n/64), 1)
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			work := worker()
			for i := k; i < n; i += workers {
				work(i)
			}
		})
	}
	wg.Wait()
}
