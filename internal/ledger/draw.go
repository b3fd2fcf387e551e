package ledger

import "strings"

// # The chart
//
// One bar a row, all of an account on one scale from nothing, or from the least
// number if that is negative, to the greatest:
//
//	at least 7    ┊      ├────────▶    the number and all above it
//	up to 15      ┊◀─────────────┤     all below
//	about 40      ┊          ≈         about there
//	40 to 50      ┊        ├──┤
//	12            ┊      ●
//	dozens        ┊      ?             nowhere in particular

// scale is how numbers become columns.
type scale struct {
	from, to float64
	width    int // columns
}

// scaleOf returns the scale of some rows.
func scaleOf(rows []Row, width int) scale {
	s := scale{width: width}
	for _, r := range rows {
		for _, n := range []*float64{r.Low, r.High} {
			if n != nil {
				s.from, s.to = min(s.from, *n), max(s.to, *n)
			}
		}
	}
	for _, r := range rows {
		if r.High == nil && r.Low != nil && *r.Low == s.to {
			s.to += (s.to - s.from) / headroom // for the arrow
			break
		}
	}
	return s
}

// headroom is the part of the scale that is left for arrows beyond the greatest
// number.
const headroom = 4

// column returns the column of a number: 0 to width-1.
func (s scale) column(n float64) int {
	if s.to <= s.from {
		return 0
	}
	at := int((n - s.from) / (s.to - s.from) * float64(s.width-1))
	return min(max(at, 0), s.width-1)
}

// bar draws a row.
func (s scale) bar(r Row) string {
	line := []rune(strings.Repeat(" ", s.width))
	switch {
	case r.isOpen():
		line[0] = '?'
	case r.High == nil:
		s.draw(line, s.column(*r.Low), s.width-1, '├', '▶')
	case r.Low == nil:
		s.draw(line, 0, s.column(*r.High), '◀', '┤')
	case *r.Low == *r.High:
		line[s.column(*r.Low)] = point(r)
	default:
		s.draw(line, s.column(*r.Low), s.column(*r.High), '├', '┤')
	}
	return strings.TrimRight(string(line), " ")
}

func point(r Row) rune {
	if r.Qualifier == "about" || r.Qualifier == "nearly" {
		return '≈'
	}
	return '●'
}

// draw draws a line from one column to another with its ends; where there is room
// for one alone, the end that says more.
func (s scale) draw(line []rune, from, to int, left, right rune) {
	for i := from; i <= to; i++ {
		line[i] = '─'
	}
	line[from], line[to] = left, right
}
