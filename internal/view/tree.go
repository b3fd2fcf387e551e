package view

import "strings"

// # Drawing a tree
//
// Words stand below each other, and an arc joins each with the word it depends
// on, the arrow at the dependent:
//
//	┌►    Mediators
//	│ ┌►  were
//	├─┴─  waiting        the root: no arrow points at it
//	│ ┌►  on
//	└►└─  Thursday
//
// An arc stands farther out than those under it and than those that lead on from
// its dependent, and as near to the words as that allows. In a tree without
// crossing arcs, which is what the parser makes, lines then never cross, and each
// arrow can be followed back along its line to the head.

// NoHead marks the root among the heads that Tree takes.
const NoHead = -1

// Tree draws a dependency tree: for each word, given the index of the one it
// depends on, a line of box-drawing characters. All have the same width.
func Tree(heads []int) []string {
	arcs := arcsOf(heads)
	columns := 0
	for _, a := range arcs {
		columns = max(columns, a.column+1)
	}
	lines := make([]string, len(heads))
	for row := range heads {
		lines[row] = drawRow(arcs, columns, row)
	}
	return lines
}

// arc joins two rows.
type arc struct {
	top, bottom int
	dependent   int // top or bottom
	column      int // 0 stands next to the words
}

// arcsOf lists the arcs with their columns.
func arcsOf(heads []int) []arc {
	var arcs []arc
	for row, head := range heads {
		if head != NoHead {
			arcs = append(arcs, arc{top: min(row, head), bottom: max(row, head), dependent: row, column: -1})
		}
	}
	for i := range arcs {
		place(arcs, i, heads)
	}
	return arcs
}

// place finds the column of an arc, and those of the arcs it depends on.
func place(arcs []arc, i int, heads []int) int {
	a := &arcs[i]
	if a.column >= 0 {
		return a.column
	}
	a.column = 0 // ends the search where arcs cross
	column := 0
	for k, b := range arcs {
		under := a.top <= b.top && b.bottom <= a.bottom
		if k != i && (under || heads[b.dependent] == a.dependent) {
			column = max(column, place(arcs, k, heads)+1)
		}
	}
	arcs[i].column = column
	return column
}

// drawRow draws one row from the outermost column to the word. Each column takes
// two characters: where the line goes, and what leads on to the word.
func drawRow(arcs []arc, columns, row int) string {
	var out strings.Builder
	left := false // a line comes in from the column before
	for column := columns - 1; column >= 0; column-- {
		up, down, ends, arrow := lines(arcs, column, row)
		out.WriteString(corner(up, down, left, left || ends))
		switch left = left || ends; {
		case arrow:
			out.WriteString("►")
			left = false
		case left:
			out.WriteString("─")
		default:
			out.WriteString(" ")
		}
	}
	return out.String()
}

// lines tells what a column's arcs do at a row: go up from it, go down from it,
// end there, and end there with an arrow.
func lines(arcs []arc, column, row int) (up, down, ends, arrow bool) {
	for _, a := range arcs {
		if a.column != column || row < a.top || row > a.bottom {
			continue
		}
		up, down = up || row > a.top, down || row < a.bottom
		ends = ends || row == a.top || row == a.bottom
		arrow = arrow || row == a.dependent
	}
	return up, down, ends, arrow
}

// corner is the character whose lines lead in the directions given.
func corner(up, down, left, right bool) string {
	const corners = " ╶╴─╷┌┐┬╵└┘┴│├┤┼" // by the bits up, down, left, right
	at := 0
	for _, bit := range []bool{up, down, left, right} {
		at *= 2
		if bit {
			at++
		}
	}
	return string([]rune(corners)[at])
}
