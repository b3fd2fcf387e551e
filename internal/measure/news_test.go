package measure_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"hearsay"
)

// newsFigure is a figure that a sentence of testdata/news-*.txt holds.
type newsFigure struct {
	words, value, qualifier, noun, state, unit string
}

type newsSentence struct {
	text    string
	figures []newsFigure
}

// Every sentence is read by itself, as a report. A figure is found if its words
// overlap and both bounds are right; the rest is asked of those found.
func TestNews(t *testing.T) {
	files, err := filepath.Glob("testdata/news-*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sentences: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var c newsCount
			for _, s := range readNews(t, file) {
				c.add(t, s, read(t, s.text))
			}
			c.check(t, newsFloors[filepath.Base(file)])
		})
	}
}

// newsFloors are the least shares, in percent, that a file must reach.
var newsFloors = map[string]newsFloor{
	"news-before.txt": {found: 97, qualifier: 98, state: 87, noun: 80},
	"news-after.txt":  {found: 97, qualifier: 98, state: 87, noun: 82},
}

type newsFloor struct{ found, qualifier, state, noun int }

type newsCount struct {
	sentences, gold, system, found             int
	exact, qualifier, state, noun, unit, asked int
}

func (c *newsCount) add(t *testing.T, s newsSentence, figures []hearsay.Figure) {
	used := map[int]bool{}
	c.sentences++
	c.gold += len(s.figures)
	c.system += len(figures)
	for _, want := range s.figures {
		i := findFigure(s.text, want, figures, used)
		if i < 0 {
			t.Logf("missed %q = %s: %s", want.words, want.value, s.text)
			continue
		}
		used[i] = true
		c.found++
		c.compare(t, s, want, figures[i])
	}
	for i, f := range figures {
		if !used[i] {
			t.Logf("invented %q = %s: %s", f.Span.In(s.text), value(f), s.text)
		}
	}
}

func (c *newsCount) compare(t *testing.T, s newsSentence, want newsFigure, f hearsay.Figure) {
	count := func(n *int, what, want, got string) {
		if want == got {
			*n++
		} else {
			t.Logf("%s %q, not %q, of %q: %s", what, got, want, f.Span.In(s.text), s.text)
		}
	}
	noun := "-"
	if f.Noun != nil {
		noun = f.Noun.In(s.text)
	}
	count(&c.qualifier, "qualifier", want.qualifier, string(f.Qualifier))
	if f.Span.In(s.text) == want.words {
		c.exact++
	}
	c.asked++
	count(&c.noun, "noun", want.noun, noun)
	count(&c.state, "state", want.state, string(f.State))
	if want.unit != "-" {
		count(&c.unit, "unit", want.unit, f.Unit)
	} else {
		c.unit++
	}
}

func (c *newsCount) check(t *testing.T, least newsFloor) {
	share := func(n, of int) int { return 100 * n / max(of, 1) }
	f1 := share(2*c.found, c.gold+c.system)
	t.Logf("sentences %d, figures %d; found: precision %d, recall %d, F1 %d; of these qualifier %d, state %d, noun %d, unit %d, words %d",
		c.sentences, c.gold, share(c.found, c.system), share(c.found, c.gold), f1,
		share(c.qualifier, c.found), share(c.state, c.asked), share(c.noun, c.asked), share(c.unit, c.asked), share(c.exact, c.found))
	for _, f := range []struct {
		name         string
		got, atLeast int
	}{{"found, F1", f1, least.found}, {"qualifier", share(c.qualifier, c.found), least.qualifier},
		{"state", share(c.state, c.asked), least.state}, {"noun", share(c.noun, c.asked), least.noun}} {
		if f.got < f.atLeast {
			t.Errorf("%s: %d, below its floor of %d", f.name, f.got, f.atLeast)
		}
	}
}

// findFigure returns the figure whose words overlap and whose bounds are right.
func findFigure(text string, want newsFigure, figures []hearsay.Figure, used map[int]bool) int {
	for from := 0; ; {
		at := strings.Index(text[from:], want.words)
		if at < 0 {
			return -1
		}
		span := hearsay.Span{Start: from + at, End: from + at + len(want.words)}
		for i, f := range figures {
			if !used[i] && f.Span.Overlaps(span) && value(f) == want.value {
				return i
			}
		}
		from = span.Start + 1
	}
}

// value writes bounds as the files do.
func value(f hearsay.Figure) string {
	number := func(n *float64) string {
		if n == nil {
			return ""
		}
		return strconv.FormatFloat(*n, 'f', -1, 64)
	}
	low, high := number(f.Low), number(f.High)
	switch {
	case low == "" && high == "":
		return "?"
	case low == high:
		return low
	}
	return low + ".." + high
}

func readNews(t *testing.T, name string) []newsSentence {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []newsSentence
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case !strings.HasPrefix(line, "  "):
			all = append(all, newsSentence{text: line})
		default:
			f, err := readNewsFigure(line, all[len(all)-1].text)
			if err != nil {
				t.Fatalf("%s:%d: %v", name, n, err)
			}
			last := &all[len(all)-1]
			last.figures = append(last.figures, f)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func readNewsFigure(line, text string) (newsFigure, error) {
	cells := strings.Split(strings.TrimSpace(line), " | ")
	if len(cells) != 6 {
		return newsFigure{}, fmt.Errorf("%d cells, not 6: %s", len(cells), line)
	}
	if !strings.Contains(text, cells[0]) {
		return newsFigure{}, fmt.Errorf("%q does not stand in %q", cells[0], text)
	}
	return newsFigure{words: cells[0], value: cells[1], qualifier: cells[2], noun: cells[3], state: cells[4], unit: cells[5]}, nil
}
