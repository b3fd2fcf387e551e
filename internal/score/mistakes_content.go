package score

import (
	"slices"
	"strings"
)

// contentMistakes looks at both edges of a pair's content and at the gaps
// between its pieces.
//
//	gold     ·····[a b c]·····[d e]···
//	system   ···[· a b c · · · d]·····   begins early; interruption missed; too short
func (a Article) contentMistakes(p Pair) []Mistake {
	g, s := a.Gold[p.Gold].Content, a.System[p.System].Content
	switch {
	case g.Equal(s):
		return nil
	case g.Shared(s) == 0:
		return []Mistake{{Kind: ContentElse, Key: a.words(a.Gold[p.Gold].Cue)}}
	}
	return slices.Concat(a.beginMistakes(g, s), a.endMistakes(p), a.gapMistakes(g, s))
}

func (a Article) beginMistakes(g, s Set) []Mistake {
	switch first, ours := g[0], s[0]; {
	case ours < first:
		return []Mistake{{Kind: ContentEarly, Key: "+" + a.word(ours)}}
	case ours > first:
		return []Mistake{{Kind: ContentLate, Key: "-" + a.word(first)}}
	}
	return nil
}

func (a Article) endMistakes(p Pair) []Mistake {
	g, s := a.Gold[p.Gold].Content, a.System[p.System].Content
	last, ours := g[len(g)-1], s[len(s)-1]
	switch {
	case ours < last:
		return []Mistake{{Kind: ContentShort, Key: "-" + a.word(after(g, ours))}}
	case ours == last:
		return nil
	}
	extra := after(s, last)
	if a.anotherBegins(p.Gold, extra, ours) {
		return []Mistake{{Kind: ContentRunsOn, Key: "+" + a.word(extra)}}
	}
	return []Mistake{{Kind: ContentLong, Key: "+" + a.word(extra)}}
}

// after returns the first token of s behind token t.
func after(s Set, t int) int {
	i, _ := slices.BinarySearch(s, t+1)
	return s[i]
}

// anotherBegins reports whether a gold attribution other than g has a token
// between first and last.
func (a Article) anotherBegins(g, first, last int) bool {
	for i, other := range a.Gold {
		if i == g {
			continue
		}
		for _, r := range Roles {
			set := other.role(r)
			if at, _ := slices.BinarySearch(set, first); at < len(set) && set[at] <= last {
				return true
			}
		}
	}
	return false
}

// gapMistakes compares the two contents where both run.
func (a Article) gapMistakes(g, s Set) []Mistake {
	first, last := max(g[0], s[0]), min(g[len(g)-1], s[len(s)-1])
	theirs, ours := within(g, first, last), within(s, first, last)
	if theirs.Equal(ours) {
		return nil
	}
	m := Mistake{Kind: ContentPieces, Key: a.change(theirs, ours)}
	switch whole := last - first + 1; {
	case len(ours) == whole:
		m.Kind = ContentGapMissed
	case len(theirs) == whole:
		m.Kind = ContentGapMade
	}
	return []Mistake{m}
}

func within(s Set, first, last int) Set {
	var out Set
	for _, t := range s {
		if first <= t && t <= last {
			out = append(out, t)
		}
	}
	return out
}

// change names the first token that ours has too much or too little.
func (a Article) change(theirs, ours Set) string {
	for i := 0; i < len(theirs) || i < len(ours); i++ {
		switch {
		case i == len(theirs) || i < len(ours) && ours[i] < theirs[i]:
			return "+" + a.word(ours[i])
		case i == len(ours) || theirs[i] < ours[i]:
			return "-" + a.word(theirs[i])
		}
	}
	return ""
}

func (a Article) word(t int) string { return strings.ToLower(a.Tokens[t].In(a.Text)) }

func (a Article) words(s Set) string {
	var out []string
	for _, t := range s {
		out = append(out, a.word(t))
	}
	return strings.Join(out, " ")
}
