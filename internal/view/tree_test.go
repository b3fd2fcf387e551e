package view

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTree(t *testing.T) {
	for _, c := range []struct {
		heads []int
		want  string
	}{
		{nil, ""},
		{[]int{NoHead}, ""},
		{[]int{1, NoHead}, "┌►\n└─"},
		{[]int{NoHead, 0}, "┌─\n└►"},
		{[]int{2, 2, NoHead, 4, 2}, "┌►  \n│ ┌►\n├─┴─\n│ ┌►\n└►└─"},
		{[]int{1, NoHead, 1, 2}, "  ┌►\n┌─┴─\n└►┌─\n  └►"},
	} {
		if got := strings.Join(Tree(c.heads), "\n"); got != c.want {
			t.Errorf("%v:\n%s\nwant\n%s", c.heads, got, c.want)
		}
	}
}

// TestTreeOfCrossingArcs holds a tree that the parser would not make to be drawn
// all the same.
func TestTreeOfCrossingArcs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "words")
		heads := rapid.SliceOfN(rapid.IntRange(NoHead, n-1), n, n).Draw(t, "heads")
		if got := Tree(heads); len(got) != n {
			t.Fatalf("%d lines for %d words", len(got), n)
		}
	})
}

// TestTreeCanBeReadBack follows each arrow of a drawing back along its line and
// holds it to come from the head.
func TestTreeCanBeReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads := drawHeads(t, rapid.IntRange(1, 14).Draw(t, "words"))
		lines := Tree(heads)
		if got := undraw(t, lines); !slices.Equal(got, heads) {
			t.Fatalf("%v is drawn as %v:\n%s", heads, got, strings.Join(lines, "\n"))
		}
	})
}

// drawHeads draws the heads of a tree without crossing arcs.
func drawHeads(t *rapid.T, n int) []int {
	heads := make([]int, n)
	var hang func(first, end, head int)
	hang = func(first, end, head int) {
		top := rapid.IntRange(first, end-1).Draw(t, "top")
		heads[top] = head
		for _, side := range [][2]int{{first, top}, {top + 1, end}} {
			for at := side[0]; at < side[1]; {
				next := rapid.IntRange(at+1, side[1]).Draw(t, "end")
				hang(at, next, top)
				at = next
			}
		}
	}
	hang(0, n, NoHead)
	return heads
}

// undraw reads the heads from a drawing: from an arrow's corner along its column
// up or down to the end of the line.
func undraw(t interface{ Fatalf(string, ...any) }, lines []string) []int {
	grid := make([][]rune, len(lines))
	for i, l := range lines {
		grid[i] = []rune(l)
		if len(grid[i]) != len(grid[0]) {
			t.Fatalf("lines of different width:\n%s", strings.Join(lines, "\n"))
		}
	}
	heads := make([]int, len(lines))
	for row := range grid {
		heads[row] = NoHead
		at := slices.Index(grid[row], '►')
		if at < 0 {
			continue
		}
		column, step := at-1, 1
		if strings.ContainsRune("└┴", grid[row][column]) {
			step = -1
		}
		end := row + step
		for grid[end][column] == '│' {
			end += step
		}
		heads[row] = end
	}
	return heads
}
