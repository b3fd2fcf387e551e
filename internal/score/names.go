package score

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/gold"
)

// mention is one place where a name stands: its tokens' spans and words.
type mention struct {
	class string // PERSON, LOCATION or ORGANIZATION
	spans []hearsay.Span
	words []string
}

// findMentions returns the runs of tokens of one class that are names beyond
// doubt: of proper nouns, with no more than a small word between two of them.
// The parse calls the odd headline an organisation; that is left alone.
func findMentions(text string, sentences []gold.SilverSentence) []mention {
	family := familyNames(text, sentences)
	var out []mention
	for _, s := range sentences {
		s = withFamily(text, s, family)
		for _, run := range classRuns(s) {
			if isName(run) {
				out = append(out, newMention(text, run))
			}
		}
	}
	return out
}

// classRuns splits a sentence into its maximal runs of one class.
func classRuns(s gold.SilverSentence) []gold.SilverSentence {
	var runs []gold.SilverSentence
	for first, end := 0, 0; first < len(s); first = end {
		for end = first + 1; end < len(s) && s[end].Class == s[first].Class; end++ {
		}
		runs = append(runs, s[first:end])
	}
	return runs
}

// familyNames returns the words that end a person's name of several words.
func familyNames(text string, sentences []gold.SilverSentence) map[string]bool {
	names := map[string]bool{}
	for _, s := range sentences {
		for _, run := range classRuns(s) {
			if len(run) > 1 && run[0].Class == person && isName(run) {
				names[run[len(run)-1].Span.In(text)] = true
			}
		}
	}
	return names
}

// withFamily makes persons of the family names that the parse took for
// something else where they stand alone: a person must change everywhere or
// nowhere.
func withFamily(text string, s gold.SilverSentence, family map[string]bool) gold.SilverSentence {
	s = slices.Clone(s)
	for _, run := range classRuns(s) {
		if run[0].Class != "O" && len(run) > 1 {
			continue
		}
		for i, t := range run {
			if strings.HasPrefix(t.Tag, "NNP") && family[t.Span.In(text)] {
				run[i].Class = person
			}
		}
	}
	return s
}

func newMention(text string, tokens gold.SilverSentence) mention {
	m := mention{class: tokens[0].Class}
	for _, t := range tokens {
		m.spans = append(m.spans, t.Span)
		m.words = append(m.words, t.Span.In(text))
	}
	return m
}

func isName(tokens gold.SilverSentence) bool {
	switch tokens[0].Class {
	case "PERSON", "LOCATION", "ORGANIZATION":
	default:
		return false
	}
	for i, t := range tokens {
		edge := i == 0 || i == len(tokens)-1
		if !strings.HasPrefix(t.Tag, "NNP") && (edge || !slices.Contains(linking, t.Tag)) {
			return false
		}
	}
	return true
}

// linking are the tags of the small words inside names: "of", "and", "the".
var linking = []string{"IN", "CC", "DT"}

// nameBook holds the pools that names are exchanged within.
//
// People go word by word, so that a family name alone still belongs to the full
// name that went before: there is a pool of family names (words that mostly end
// a name of several) and one of all other words of people's names. Places and
// organisations go as a whole, by their number of words. Within each pool words
// in capitals are exchanged with words in capitals.
type nameBook struct {
	people map[string]int               // words of people's names: how much oftener they end one of several than not
	full   map[string]string            // whole names of the other classes: the pool of each
	swap   map[string]map[string]string // what each name of a pool becomes
}

func newNameBook() *nameBook {
	return &nameBook{people: map[string]int{}, full: map[string]string{}, swap: map[string]map[string]string{}}
}

const person = "PERSON"

// enter adds a mention to the book.
func (b *nameBook) enter(m mention) {
	if m.class != person {
		b.full[m.key()] = m.pool()
		return
	}
	last := len(m.words) - 1
	for i, w := range m.words {
		switch {
		case last == 0:
			b.people[w] += 0
		case i == last:
			b.people[w]++
		default:
			b.people[w]--
		}
	}
}

// key is the whole name; pool is the kind of name it can be exchanged with.
func (m mention) key() string { return m.class + "\x00" + strings.Join(m.words, "\x00") }

func (m mention) pool() string {
	shape := m.class
	for _, w := range m.words {
		shape += " " + caseOf(w)
	}
	return shape
}

func (b *nameBook) personPool(word string) string {
	if b.people[word] > 0 {
		return person + " last " + caseOf(word)
	}
	return person + " first " + caseOf(word)
}

// caseOf tells apart what must look alike for an exchange to be a fair one: an
// initial or other mark, capitals, a capital first, and small letters.
func caseOf(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case !unicode.IsLetter(first):
		return "mark"
	case utf8.RuneCountInString(strings.TrimRight(word, ".")) == 1:
		return "initial"
	case unicode.IsLower(first):
		return "small"
	case strings.IndexFunc(word[size:], unicode.IsLower) < 0:
		return "capitals"
	}
	return "capital"
}

// shuffle decides what each name becomes: within each pool the names are put
// into one random ring and each becomes the next.
func (b *nameBook) shuffle() {
	pools := map[string][]string{}
	for key, pool := range b.full {
		pools[pool] = append(pools[pool], key)
	}
	for w := range b.people {
		pool := b.personPool(w)
		pools[pool] = append(pools[pool], w)
	}
	for pool, names := range pools {
		slices.Sort(names)
		b.swap[pool] = ring(names)
	}
}

// ring maps each name to another; a name alone in its pool to itself.
func ring(names []string) map[string]string {
	order := slices.Clone(names)
	random := rand.New(rand.NewPCG(seed, uint64(len(names))))
	random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	next := make(map[string]string, len(order))
	for i, n := range order {
		next[n] = order[(i+1)%len(order)]
	}
	return next
}

// edits returns what a mention's tokens become, one by one: what stands between
// them stays.
func (b *nameBook) edits(m mention) []edit {
	out := make([]edit, len(m.words))
	for i, w := range b.become(m) {
		out[i] = edit{m.spans[i], w}
	}
	return out
}

// become returns a mention's new words, as many as before.
func (b *nameBook) become(m mention) []string {
	if m.class != person {
		return strings.Split(b.swap[m.pool()][m.key()], "\x00")[1:]
	}
	words := make([]string, len(m.words))
	for i, w := range m.words {
		words[i] = b.swap[b.personPool(w)][w]
	}
	return words
}
