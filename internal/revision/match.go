package revision

import (
	"cmp"
	"slices"

	"hearsay/internal/wording"
)

// match is a paragraph of the earlier edition and the one that stands for it in
// the later; -1 where there is none.
type match struct {
	a, b  int
	moved bool
}

// The least similarities, in thousandths.
const (
	leastPaired = 300 // to be taken for one paragraph or sentence, in its place
	leastMoved  = 700 // the same, elsewhere
	leadBonus   = 200 // leads are written anew with each turn, and stay the lead
)

// mostCompared is how many paragraphs times paragraphs are held against each
// other between two that stand; more, and all are removed and added.
const mostCompared = 250_000

// mostAtOnce is the same for whole reports.
const mostAtOnce = 40_000

// match pairs the paragraphs of two editions: those that are most alike in all, in
// order, long ones weighing more; then whatever is nearly the same elsewhere has
// moved; and at last a paragraph that stands alone in the place of another, if they
// have something in common. In very long reports what is the same, word for word,
// is paired first, and only what stands between is compared.
//
// The matches come in the order of the later edition, what was removed behind what
// it stood behind.
func (c *comparison) match() []match {
	a, b := c.before.paragraphs, c.after.paragraphs
	p := newPairing(len(a), len(b))
	gaps := []wording.Edit{{A1: len(a), B1: len(b)}}
	if len(b) > 0 && len(a) > mostAtOnce/len(b) {
		gaps = p.same(a, b)
	}
	for _, gap := range gaps {
		p.alike(gap, func(i, j int) (alike, weight int) {
			return paragraphsAlike(&a[i], &b[j]), a[i].bag.weight + b[j].bag.weight
		})
	}
	p.elsewhere(a, b)
	for _, gap := range p.gaps() {
		p.slot(gap, a, b)
	}
	p.notes(a, b)
	return p.matches()
}

// paragraphsAlike is 0 for paragraphs that cannot stand for each other.
func paragraphsAlike(p, q *paragraph) int {
	if p.class != q.class {
		return 0
	}
	alike := similarity(p.bag, q.bag)
	if p.isLead && q.isLead {
		alike += leadBonus
	}
	return alike
}

// pairing is who stands for whom; -1 for nobody.
type pairing struct {
	toB, toA []int
	moved    []bool // by position in b
}

func newPairing(a, b int) *pairing {
	p := &pairing{make([]int, a), make([]int, b), make([]bool, b)}
	for i := range p.toB {
		p.toB[i] = -1
	}
	for j := range p.toA {
		p.toA[j] = -1
	}
	return p
}

func (p *pairing) pair(i, j int) { p.toB[i], p.toA[j] = j, i }

// same pairs the paragraphs that read the same, in order, and returns the gaps
// between them.
func (p *pairing) same(a, b []paragraph) []wording.Edit {
	gaps := wording.Diff(wholes(a), wholes(b))
	i, j := 0, 0
	upTo := func(endA int) {
		for ; i < endA; i, j = i+1, j+1 {
			p.pair(i, j)
		}
	}
	for _, g := range gaps {
		upTo(g.A0)
		i, j = g.A1, g.B1
	}
	upTo(len(a))
	return gaps
}

// wholes takes each paragraph for one token.
func wholes(all []paragraph) []wording.Token {
	tokens := make([]wording.Token, len(all))
	for i, p := range all {
		tokens[i] = wording.Token{Span: p.Span, Key: folded(p.tokens)}
	}
	return tokens
}

// alike pairs what is alike in a gap, in order, so that the sum of similarities is
// greatest, each times its weight (the alignment of Needleman and Wunsch, without a
// price for gaps).
func (p *pairing) alike(gap wording.Edit, alike func(i, j int) (similarity, weight int)) {
	n, m := gap.A1-gap.A0, gap.B1-gap.B0
	if n == 0 || m == 0 || n > mostCompared/m {
		return
	}
	scores := make([]int, n*m)
	best := make([]int, (n+1)*(m+1)) // best[i,j]: of what stands from i and j on
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if s, weight := alike(gap.A0+i, gap.B0+j); s >= leastPaired {
				scores[i*m+j] = s * max(weight, 1)
			}
			best[i*(m+1)+j] = max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			if s := scores[i*m+j]; s > 0 {
				best[i*(m+1)+j] = max(best[i*(m+1)+j], s+best[(i+1)*(m+1)+j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		s := scores[i*m+j]
		switch here := best[i*(m+1)+j]; {
		case s > 0 && here == s+best[(i+1)*(m+1)+j+1]:
			p.pair(gap.A0+i, gap.B0+j)
			i, j = i+1, j+1
		case here == best[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
}

// elsewhere pairs what is nearly the same in another place, the most alike first.
func (p *pairing) elsewhere(a, b []paragraph) {
	type found struct{ alike, i, j int }
	var all []found
	left, right := free(p.toB), free(p.toA)
	if len(right) > 0 && len(left) > mostCompared/len(right) {
		return
	}
	for _, i := range left {
		for _, j := range right {
			if a[i].class != prose || b[j].class != prose {
				continue
			}
			if s := similarity(a[i].bag, b[j].bag); s >= leastMoved {
				all = append(all, found{s, i, j})
			}
		}
	}
	slices.SortFunc(all, func(x, y found) int {
		return cmp.Or(cmp.Compare(y.alike, x.alike), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, f := range all {
		if p.toB[f.i] < 0 && p.toA[f.j] < 0 {
			p.pair(f.i, f.j)
			p.moved[f.j] = true
		}
	}
}

func free(partners []int) []int {
	var all []int
	for i, partner := range partners {
		if partner < 0 {
			all = append(all, i)
		}
	}
	return all
}

// gaps returns what stands between pairs that did not move.
func (p *pairing) gaps() []wording.Edit {
	var gaps []wording.Edit
	i, j := 0, 0
	for k, partner := range p.toA {
		if partner >= 0 && !p.moved[k] {
			gaps = append(gaps, wording.Edit{A0: i, A1: partner, B0: j, B1: k})
			i, j = partner+1, k+1
		}
	}
	return append(gaps, wording.Edit{A0: i, A1: len(p.toB), B0: j, B1: len(p.toA)})
}

// slot pairs the one paragraph of prose that is left in a gap with the one that
// stands there now, if they speak of something in common.
func (p *pairing) slot(gap wording.Edit, a, b []paragraph) {
	i, one := only(p.toB, gap.A0, gap.A1, a)
	j, other := only(p.toA, gap.B0, gap.B1, b)
	if one && other && shareContent(a[i].bag, b[j].bag) && !isKept(&a[i], b) {
		p.pair(i, j)
	}
}

// only returns the one free paragraph of prose in [first, end), if there is one.
func only(partners []int, first, end int, all []paragraph) (int, bool) {
	at, n := 0, 0
	for i := first; i < end; i++ {
		if partners[i] < 0 && all[i].class == prose {
			at, n = i, n+1
		}
	}
	return at, n == 1
}

// isKept reports whether most of a paragraph went into one of the later edition.
func isKept(p *paragraph, all []paragraph) bool {
	for i := range all {
		if all[i].class == prose && p.bag.shared(all[i].bag)*1000 >= p.bag.weight*600 {
			return true
		}
	}
	return false
}

// notes pairs notes at the head with one another, and notes at the foot.
func (p *pairing) notes(a, b []paragraph) {
	for _, head := range []bool{true, false} {
		left, right := notesAt(head, p.toB, a), notesAt(head, p.toA, b)
		for k := range min(len(left), len(right)) {
			p.pair(left[k], right[k])
		}
	}
}

// notesAt returns the notes that are free, at the head or else at the foot.
func notesAt(head bool, partners []int, all []paragraph) []int {
	var found []int
	passed := false
	for i := range all {
		passed = passed || all[i].class == prose
		if all[i].class == notes && partners[i] < 0 && passed != head {
			found = append(found, i)
		}
	}
	return found
}

// matches lists who stands for whom.
func (p *pairing) matches() []match {
	var all []match
	i, listed := 0, make([]bool, len(p.toB))
	removed := func() {
		for ; i < len(p.toB) && (listed[i] || p.toB[i] < 0 || p.moved[p.toB[i]]); i++ {
			if p.toB[i] < 0 {
				all = append(all, match{i, -1, false})
			}
		}
	}
	removed()
	for j, partner := range p.toA {
		all = append(all, match{partner, j, p.moved[j]})
		if partner >= 0 {
			listed[partner] = true
			removed()
		}
	}
	return all
}
