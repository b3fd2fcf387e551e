package cast

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// name is one way in which a report names an actor, taken apart.
//
//	Tessara's Prime Minister Matis Korrel
//	  of          office       words         proper
//	the health office in Sefra
//	    words────────┘   └in                 not proper
type name struct {
	printed string
	words   []string // folded, without article, titles and what it is of
	office  []string // the title before it, or itself if it is an office
	title   bool     // "Mr", "Ms" stands before it
	of      []string // whose: a possessor or what follows a preposition
	proper  bool     // every word that says something begins with a capital
}

func (n name) key() string { return strings.Join(n.words, " ") }

func (n name) last() string {
	if len(n.words) == 0 {
		return ""
	}
	return n.words[len(n.words)-1]
}

// namesOf returns the names of an actor, its main name first.
func namesOf(r hearsay.Record, a hearsay.Actor) []name {
	seen := map[string]bool{}
	var all []name
	add := func(words string) {
		if seen[words] || words == "" {
			return
		}
		seen[words] = true
		if n := readName(words); len(n.words) > 0 || len(n.office) > 0 {
			all = append(all, n)
		}
	}
	add(a.Name)
	for _, alias := range a.Aliases {
		add(alias)
	}
	for _, d := range a.Descriptions {
		if d.Words.Check(len(r.Report.Text)) == nil {
			add(d.Words.In(r.Report.Text))
		}
	}
	return all
}

// readName takes a name apart.
func readName(printed string) name {
	n := name{printed: printed}
	words := fields(printed)
	if len(words) > 0 && articles[fold(words[0])] {
		words = words[1:]
	}
	words, n.of = cutOwner(words)
	phrase := len(n.of) > 0 && !strings.Contains(printed, "'s ") && !strings.Contains(printed, "’s ")
	if at := titleEnd(words); at > 0 {
		n.office, n.title = foldAll(words[:at]), honorifics[fold(words[at-1])]
		words = words[at:]
		if n.title {
			n.office = n.office[:len(n.office)-1]
		}
	}
	n.proper = isProper(words) && (len(words) > 1 || !phrase) // "Officials in the capital" is none
	n.words = foldAll(words)
	if !n.proper && len(words) > 0 && offices[n.last()] {
		n.office = n.words
	}
	return n
}

// fields returns the words of a name without marks at their ends.
func fields(s string) []string {
	var all []string
	for _, w := range strings.Fields(strings.ReplaceAll(s, "’", "'")) {
		if w = strings.Trim(w, `.,;:"“”()[]`); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// cutOwner cuts off whose something is: "Dorsena's envoy" and "envoy of Dorsena"
// are an envoy, of Dorsena.
func cutOwner(words []string) (rest, of []string) {
	for i, w := range words {
		if strings.HasSuffix(w, "'s") && i+1 < len(words) && i < maxOwner {
			return words[i+1:], append(foldAll(words[:i]), fold(w[:len(w)-2]))
		}
		if i > 0 && prepositions[w] {
			if of = foldAll(words[i+1:]); len(of) > 0 && articles[of[0]] {
				of = of[1:]
			}
			if isProper(words[:i]) && w == "of" { // "League of States" is one name
				return words, nil
			}
			return words[:i], of
		}
	}
	return words, nil
}

// maxOwner is how many words an owner's name may have.
const maxOwner = 4

// titleEnd returns where the titles before a proper name end; 0 if there are none.
func titleEnd(words []string) int {
	for i := len(words) - 2; i >= 0; i-- {
		low := fold(words[i])
		if (honorifics[low] || offices[low]) && isProper(words[i+1:]) {
			return i + 1
		}
	}
	return 0
}

// isProper reports whether every word of a name that says something begins with a
// capital.
func isProper(words []string) bool {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !joiners[w] {
			return false
		}
	}
	return len(words) > 0
}

func foldAll(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		out = append(out, fold(w))
	}
	return out
}

// fold returns a word in lower case without possessive and dots.
func fold(w string) string {
	w = strings.ToLower(strings.ReplaceAll(w, ".", ""))
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
}

// fullName returns a person's fullest name with given and family name; nil if the
// actor has none, or is no person.
func (p *party) fullName() *name {
	if p.kind != hearsay.Person {
		return nil
	}
	var best *name
	for i := range p.names {
		if n := &p.names[i]; n.proper && len(n.words) > 1 && (best == nil || len(n.words) > len(best.words)) {
			best = n
		}
	}
	return best
}

// samePerson reports whether two full names may be of one person: the family name
// is the same, and the first given names are, or one is the other's initial.
func samePerson(a, b name) bool {
	if a.last() != b.last() {
		return false
	}
	x, y := a.words[0], b.words[0]
	return x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y)
}
