package claim

import (
	_ "embed"
	"strings"
)

//go:embed synonyms.txt
var synonymTable string

// classes gives for each stem the numbers of the classes of words that it is in.
var classes, classCount = readClasses(synonymTable)

// readClasses reads a table of synonyms: a class a line, a note after "#". It also
// returns how many there are.
func readClasses(table string) (m map[string][]int, class int) {
	m = map[string][]int{}
	for line := range strings.Lines(table) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for _, w := range words {
			s := stem(w)
			if at := m[s]; len(at) == 0 || at[len(at)-1] != class {
				m[s] = append(at, class)
			}
		}
		class++
	}
	return m, class
}

// stem returns what a word shares with those derived from it: "reject" of
// "rejection", "kill" of "killing". It cuts endings and never more than leaves
// leastStem letters; two words may share a stem by accident, which the other words
// of a statement must make good.
func stem(w string) string {
	w = strings.ReplaceAll(w, "’", "'")
	w = strings.TrimSuffix(w, "'s")
	for range 2 {
		for _, e := range endings {
			if strings.HasSuffix(w, e.cut) && len(w)-len(e.cut)+len(e.put) >= leastStem {
				w = w[:len(w)-len(e.cut)] + e.put
				break
			}
		}
	}
	return w
}

const leastStem = 4

// endings are cut, the longest first; put stands for what is cut.
var endings = []struct{ cut, put string }{
	{"ations", ""}, {"ation", ""}, {"ments", ""}, {"ment", ""}, {"ances", ""}, {"ance", ""}, {"ences", ""}, {"ence", ""},
	{"ating", ""}, {"ated", ""}, {"ates", ""}, {"ate", ""}, {"ically", "ic"}, {"ional", ""}, {"ings", ""}, {"ions", ""}, {"ing", ""}, {"ion", ""}, {"ied", "y"}, {"ies", "y"}, {"als", ""}, {"al", ""}, {"ers", ""},
	{"ors", ""}, {"er", ""}, {"or", ""}, {"ive", ""}, {"ed", ""}, {"ly", ""}, {"s", ""}, {"e", ""},
}
