package revision

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/wording"
)

// isOneSource reports whether two sources of one statement are one: by who is
// meant, where that is known; by a pronoun; by the word that a name or a description
// ends with, if one of them has no more than the other. What the words went through
// on the way makes another source of it.
func (w *words) isOneSource(a, b hearsay.Attribution) bool {
	before, after := w.in.before.text, w.in.after.text
	if relays(wording.Words(before, *a.Source)) != relays(wording.Words(after, *b.Source)) {
		return false
	}
	if who := meant(w.in.before, a); who != "" && who == meant(w.in.after, b) {
		return true
	}
	if losesName(before, *a.Source, after, *b.Source) {
		return false
	}
	left, right := callings(before, *a.Source), callings(after, *b.Source)
	return slices.ContainsFunc(left, func(x calling) bool {
		return slices.ContainsFunc(right, func(y calling) bool { return x.isPronoun() || y.isPronoun() || x.alike(y) })
	})
}

// meant returns the name of the actor that an attribution's chain ends with, ""
// where it is not known or not named.
func meant(e *edition, a hearsay.Attribution) string {
	if len(a.Chain) == 0 {
		return ""
	}
	last := a.Chain[len(a.Chain)-1]
	if last.Actor == nil || *last.Actor >= len(e.record.Actors) || *last.Actor < 0 || last.Identity == hearsay.Anonymous {
		return ""
	}
	return e.record.Actors[*last.Actor].Name
}

// losesName reports whether of two descriptions of a source, neither of which ends
// with its name, one has a name and the other none: "a study by Kell University", "a
// study". "The study" may be the one named before.
func losesName(before string, a hearsay.Span, after string, b hearsay.Span) bool {
	left, right := callings(before, a), callings(after, b)
	if len(left) != 1 || len(right) != 1 || left[0].isName || right[0].isName || left[0].isPronoun() || right[0].isPronoun() {
		return false
	}
	named, other := hasName(before, a), hasName(after, b)
	return named && !other && !isDefinite(after, b) || other && !named && !isDefinite(before, a)
}

// hasName reports whether a word after the first is printed with a capital.
func hasName(text string, s hearsay.Span) bool {
	for i, w := range wording.Words(text, s) {
		if first, _ := utf8.DecodeRuneInString(w.In(text)); i > 0 && unicode.IsUpper(first) {
			return true
		}
	}
	return false
}

func isDefinite(text string, s hearsay.Span) bool {
	words := wording.Words(text, s)
	return len(words) > 0 && definite[words[0].Key]
}

// calling is one way in which a source is called: its words, the last of which
// says who or what it is, and whether that is printed with a capital.
//
//	the company's spokesman, Anton Voss, who spoke by telephone
//	    company   spokesman  Anton Voss
//	an aide to Vost
//	   aide
type calling struct {
	words  []string
	isName bool
}

func (x calling) isPronoun() bool { return len(x.words) == 1 && pronouns[x.words[0]] }

// alike reports whether two callings may be of one.
func (x calling) alike(y calling) bool {
	if x.words[len(x.words)-1] != y.words[len(y.words)-1] {
		return false
	}
	return x.isName && y.isName || isSubset(x.words, y.words) || isSubset(y.words, x.words)
}

// callings cuts a source at its commas, and each piece before what only tells
// more of whom it names.
func callings(text string, s hearsay.Span) []calling {
	var all []calling
	var c calling
	isOver := false
	flush := func() {
		if len(c.words) > 0 {
			all = append(all, c)
		}
		c, isOver = calling{}, false
	}
	for _, t := range wording.Tokens(text, s) {
		switch {
		case t.Mark:
			flush()
		case trailing[t.Key]:
			isOver = true
		case !isOver && !function[t.Key] || pronouns[t.Key]:
			first, _ := utf8.DecodeRuneInString(t.In(text))
			c.words = append(c.words, strings.TrimSuffix(t.Key, "'s"))
			c.isName = unicode.IsUpper(first)
		}
	}
	flush()
	return all
}

func isSubset(these, those []string) bool {
	return !slices.ContainsFunc(these, func(w string) bool { return !slices.Contains(those, w) })
}

// relays reports whether the words of a source tell of a further hand.
func relays(words []wording.Token) bool {
	return slices.ContainsFunc(words, func(w wording.Token) bool { return relaying[w.Key] })
}

var (
	trailing = set("who which whose that to for of at in with from on by close near")
	definite = set("the that this these those his her its their")
	pronouns = set("he she they it who we i both")
	relaying = set(`attributed accounts account reports report reported reportedly citing quoted quoting according claims unconfirmed
		initial preliminary alleged purported rumours rumors`)
)
