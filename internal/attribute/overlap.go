package attribute

import "slices"

// In a text two outermost attributions hardly ever share a word: in PolNeAR
// train 9 contents of 19,831 do. Where two readings overlap, one of two things
// is the case:
//
//	the cue of one stands in the content of the other     it is nested there
//	both claim the same words                             the surer one has them

// neighbours is how many readings away another can be that shares words: a
// content reaches a bounded number of sentences, and the work stays linear.
const neighbours = 48

// around returns the range of readings near the i-th.
func around(readings []reading, i int) (first, end int) {
	return max(0, i-neighbours), min(len(readings), i+neighbours+1)
}

// nest tells for each reading in whose content its cue stands: the position of
// the smallest such reading, or -1. Of two readings whose cues stand in each
// other's content the surer is the outer.
func nest(readings []reading) []int {
	within := make([]int, len(readings))
	for i := range readings {
		within[i] = -1
		first, end := around(readings, i)
		for j := first; j < end; j++ {
			if i == j || !readings[j].covers(readings[i].cue) {
				continue
			}
			if readings[i].covers(readings[j].cue) && !readings[j].surerThan(readings[i], j < i) {
				continue
			}
			if within[i] < 0 || readings[j].size() < readings[within[i]].size() {
				within[i] = j
			}
		}
	}
	breakCircles(within)
	return within
}

// breakCircles lets the first reading of each ring of mutual nesting stand free.
func breakCircles(within []int) {
	for i := range within {
		j := within[i]
		for steps := 0; j >= 0 && j != i && steps < len(within); steps++ {
			j = within[j]
		}
		if j == i {
			within[i] = -1
		}
	}
}

// covers reports whether a cue touches the reading's content.
func (r reading) covers(cue extent) bool {
	return slices.ContainsFunc(r.content, func(c extent) bool { return c.overlaps(cue) })
}

func (e extent) overlaps(f extent) bool { return e.first < f.end && f.first < e.end }

// size is the number of tokens of the reading's content.
func (r reading) size() int {
	n := 0
	for _, c := range r.content {
		n += c.len()
	}
	return n
}

// surerThan compares two readings; of equals the earlier is surer.
func (r reading) surerThan(other reading, earlier bool) bool {
	mine, theirs := r.sure.total(), other.sure.total()
	return mine > theirs || mine == theirs && earlier
}

// settle gives words that two outermost readings claim to the surer of them. A
// reading that would be left without content keeps what it has.
func settle(readings []reading, within []int) {
	for i := range readings {
		first, end := around(readings, i)
		for j := first; j < end; j++ {
			if i == j || within[i] >= 0 || within[j] >= 0 || !readings[j].surerThan(readings[i], j < i) {
				continue
			}
			if left := without(readings[i].content, readings[j].content); len(left) > 0 {
				readings[i].content = left
			}
		}
	}
}

// without returns runs less what others cover.
func without(runs, others []extent) []extent {
	var left []extent
	for _, r := range runs {
		for _, o := range others {
			if !r.overlaps(o) {
				continue
			}
			if r.first < o.first {
				left = append(left, extent{r.first, o.first})
			}
			r.first = max(r.first, min(o.end, r.end))
		}
		if r.len() > 0 {
			left = append(left, r)
		}
	}
	return left
}
