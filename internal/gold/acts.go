package gold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// ActLabel is what a reader says that one attribution of an article does, and how it
// is meant. Where two answers are as good, both stand; the first is the better one.
//
// Labels stand in a file of their own, without a word of the articles, a line each:
//
//	dev/pier-4 ⇥ 1174 ⇥ 1180 ⇥ demand|appeal ⇥ actual
//	part/article  cue    content     kinds        stances
//
// cue and content are the code points where the first piece of each begins.
type ActLabel struct {
	Part, Article string
	Cue, Content  int // code points
	Acts          []hearsay.Act
	Stances       []hearsay.Stance
}

// ParseActs reads a file of labels; name is for its errors, which tell the line. Lines
// that begin with "#" are comments.
func ParseActs(name, text string) (labels []ActLabel, err error) {
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		l, err := parseActLabel(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
		labels = append(labels, l)
	}
	return labels, nil
}

func parseActLabel(line string) (l ActLabel, err error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 5 {
		return l, fmt.Errorf("%d fields, want article, cue, content, kinds and stances between tabs", len(fields))
	}
	part, article, ok := strings.Cut(fields[0], "/")
	if !ok {
		return l, fmt.Errorf("%q is no PART/ARTICLE", fields[0])
	}
	l.Part, l.Article = part, article
	if l.Cue, err = strconv.Atoi(fields[1]); err == nil {
		l.Content, err = strconv.Atoi(fields[2])
	}
	if err != nil {
		return l, fmt.Errorf("cue and content must be numbers of code points: %w", err)
	}
	if l.Acts, err = anyOf("kind", fields[3], hearsay.Acts); err == nil {
		l.Stances, err = anyOf("stance", fields[4], hearsay.Stances)
	}
	return l, err
}

// anyOf reads words between "|", each of which must be known.
func anyOf[S ~string](what, words string, known []S) (out []S, err error) {
	for _, w := range strings.Split(words, "|") {
		if !slices.Contains(known, S(w)) {
			return nil, fmt.Errorf("there is no %s %q", what, w)
		}
		out = append(out, S(w))
	}
	return out, nil
}

// Find returns which of the article's attributions of record the label is about; false
// if none begins there.
func (l ActLabel) Find(a Article) (int, bool) {
	at := newOffsets(a.Text)
	if l.Cue < 0 || l.Content < 0 || max(l.Cue, l.Content) >= len(at) {
		return 0, false
	}
	for i, g := range a.Gold() {
		if g.Cue[0].Start == at[l.Cue] && g.Content[0].Start == at[l.Content] {
			return i, true
		}
	}
	return 0, false
}
