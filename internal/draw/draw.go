// Package draw lays out drawings: where a line runs, where a label stands. What
// comes out is numbers, which a template writes as SVG.
//
//	account of a ledger ──► Chart   a quantity over time, bounds as ranges, sources as lines
//	claim of a trace ─────► Graph   from origins through voices to outlets, left to right in time
//
// The same input gives the same drawing, to the last tenth of a unit.
package draw

import (
	"fmt"
	"math"
	"strconv"
)

// Point is a place on a drawing, in its units, from the upper left corner.
type Point struct{ X, Y float64 }

// Tick is one place on an axis with its label.
type Tick struct {
	At    float64
	Label string
}

// round rounds to a tenth of a unit, so that machines agree and files stay small.
func round(f float64) float64 { return math.Round(f*10) / 10 }

// number writes a coordinate.
func number(f float64) string { return strconv.FormatFloat(round(f), 'f', -1, 64) }

// line returns the path of a line through points.
func line(points []Point) string {
	path := ""
	for i, p := range points {
		op := "L"
		if i == 0 {
			op = "M"
		}
		path += op + number(p.X) + " " + number(p.Y)
	}
	return path
}

// curve returns the path of a bow from one point to another, level at both ends.
func curve(from, to Point) string {
	bend := max(12, (to.X-from.X)/2)
	return fmt.Sprintf("M%s %sC%s %s %s %s %s %s", number(from.X), number(from.Y),
		number(from.X+bend), number(from.Y), number(to.X-bend), number(to.Y), number(to.X), number(to.Y))
}

// clip shortens a label to n characters.
func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return string(runes[:n-1]) + "…"
}
