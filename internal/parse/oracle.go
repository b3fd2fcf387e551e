package parse

// costless returns the open moves after which as many gold arcs can still be
// made as before, or those that lose fewest. heads are those of the gold tree,
// the root's the number of tokens.
func (s *state) costless(heads []int, open uint64) (best uint64) {
	least := 1 << 30
	for m := uint8(shift); m <= right; m++ {
		if open>>m&1 == 0 {
			continue
		}
		switch c := s.cost(m, heads); {
		case c < least:
			least, best = c, 1<<m
		case c == least:
			best |= 1 << m
		}
	}
	return best
}

// cost returns how many gold arcs a move puts out of reach (Goldberg & Nivre
// 2013, section 4.2). It is exact for gold trees without crossing arcs: there,
// arcs that can each still be made can all be made together.
func (s *state) cost(move uint8, heads []int) int {
	if move == shift {
		return s.shiftCost(heads)
	}
	return s.arcCost(move, heads)
}

// shiftCost is for b0 going onto the stack: it can no longer depend on what lies
// below s0, nor have dependents on the stack, nor be the root's unless it comes
// to lie at the bottom.
func (s *state) shiftCost(heads []int) (lost int) {
	b0, top := int(s.next), len(s.stack)-1
	for at, t := range s.stack {
		if heads[t] == b0 || at < top && heads[b0] == int(t) {
			lost++
		}
	}
	if heads[b0] == s.root() && len(s.stack) > 0 {
		lost++
	}
	return lost
}

// arcCost is for s0 leaving the stack: it can no longer have another head than
// the one it gets, nor dependents in the buffer.
func (s *state) arcCost(move uint8, heads []int) (lost int) {
	head, s0, _ := s.arc(move)
	if heads[s0] != head && s.canHang(heads[s0]) {
		lost++
	}
	for d := int(s.next); d < s.root(); d++ {
		if heads[d] == s0 {
			lost++
		}
	}
	return lost
}

// canHang reports whether the top of the stack can still get a head: any in the
// buffer, or the one just below it. The root only takes the bottom of the stack.
func (s *state) canHang(head int) bool {
	switch n := len(s.stack); {
	case head == s.root():
		return n == 1
	case n > 1 && head == int(s.stack[n-2]):
		return true
	}
	return head >= int(s.next)
}
