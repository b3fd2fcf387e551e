package voice

import (
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/lexicon"
)

// ownNames are names by which the outlet itself is meant, as words in lower case.
type ownNames []ownName

type ownName struct {
	words []string
	short string // their initials

	// byShort holds for an outlet that the report calls by its initials. Then
	// the country or town in its name is not the outlet: "Brenn" is not BPA.
	byShort bool
}

func ownNamesOf(names ...string) ownNames {
	var own ownNames
	for _, name := range names {
		if words := nameWords(name); len(words) > 0 {
			own = append(own, ownName{words: words, short: initials(words)})
		}
	}
	return own
}

// lookFor marks the names whose initials a document has.
func (own ownNames) lookFor(words []*lexicon.Word) {
	for i, o := range own {
		for _, w := range words {
			if w.Kind == lexicon.UpperCase && len(o.short) > 1 && strings.ToLower(w.Text) == o.short {
				own[i].byShort = true
				break
			}
		}
	}
}

// nameWords returns the words of a name that tell it apart.
func nameWords(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(lexicon.Plain(name)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		r := []rune(w)
		b.WriteRune(r[0])
	}
	return b.String()
}

// are reports whether the words of an extent mean the outlet itself: its name or
// enough of it, its initials, "this newspaper", "our reporter".
func (own ownNames) are(t *tracer, e extent) bool {
	head := t.headOf(e)
	if head < 0 {
		return false
	}
	if !t.isOnePhrase(e.first, head) || !t.isCapital(head) && !t.isOwnKind(head) {
		return false // "slips shown to the Messenger"
	}
	e = t.upToPreposition(e, head)
	var names []string
	ours := false
	for i := e.first; i < e.end; i++ {
		switch low := t.low(i); {
		case own1st[low]:
			ours = ours || t.doc.Tokens[i].Quote.Depth == 0
		case t.isCapital(i):
			names = append(names, nameWords(t.words[i].Text)...)
		}
	}
	if len(names) == 0 {
		return ours && t.isOwnKind(head)
	}
	for _, o := range own {
		if o.are(names) {
			return true
		}
	}
	return false
}

var own1st = wordsIn("we us our this")

// upToPreposition leaves out what a preposition after a noun ties to it.
func (t *tracer) upToPreposition(e extent, noun int) extent {
	for i := noun + 1; i < e.end; i++ {
		if t.tag(i) == preposition || t.low(i) == "to" {
			return t.trim(extent{e.first, i})
		}
	}
	return e
}

// isOwnKind reports whether a word may mean the outlet, or one who works for it,
// without a name.
func (t *tracer) isOwnKind(i int) bool {
	return pronouns[t.tag(i)] || outlets[t.lemma(i)] || ownPeople[t.lemma(i)]
}

var ownPeople = wordsIn("reporter correspondent newsroom colleague question article")

// are reports whether words in lower case are enough of the name: they are of it,
// and its last word that tells it apart is among them.
func (o ownName) are(words []string) bool {
	if len(words) == 1 && words[0] == o.short && len(o.short) > 1 {
		return true
	}
	if o.byShort && len(words) < len(o.words) {
		return false
	}
	for _, w := range words {
		if !isOneOf(w, o.words) {
			return false
		}
	}
	last := len(o.words) - 1
	for last > 0 && generic[o.words[last]] {
		last--
	}
	return isOneOf(o.words[last], words)
}

// generic are the words that an agency's name is given without.
var generic = wordsIn("news agency press service network wire group online newsroom")

// isCapital reports whether token i is a word or number written with a capital.
func (t *tracer) isCapital(i int) bool {
	k := t.words[i].Kind
	return nouns[t.tag(i)] && (k == lexicon.Capitalised || k == lexicon.UpperCase || k == lexicon.MixedCase)
}

// isOutlet reports whether noun i is somebody else who publishes.
func (t *tracer) isOutlet(i int) bool {
	if i < 0 {
		return false
	}
	e := t.phraseOf(i)
	if t.ours.are(t, e) {
		return false
	}
	lemma := t.lemma(i)
	if _, named := t.nameOf(i); !named && !properNouns[t.tag(i)] {
		return outlets[lemma] && !assemblies[lemma]
	}
	if actor, ok := t.actorOf(e); ok && t.cast.Actors[actor].Kind == hearsay.Outlet {
		return true
	}
	for j := e.first; j < e.end; j++ {
		if outletNames[t.low(j)] || outlets[t.lemma(j)] && !properNouns[t.tag(j)] {
			return true
		}
	}
	return t.knownOutlets()[t.lastName(i)]
}

// lastName returns the last word of the name at i in lower case.
func (t *tracer) lastName(i int) string {
	if name, ok := t.nameOf(i); ok {
		return t.low(name.End - 1)
	}
	for i+1 < len(t.doc.Tokens) && properNouns[t.tag(i+1)] && t.up(i+1) == i {
		i++
	}
	return t.low(i)
}

// properNounsLike returns where a word stands as a proper noun.
func (t *tracer) properNounsLike(low string) []int {
	if t.proper == nil {
		t.proper = map[string][]int{}
		for i := range t.doc.Tokens {
			if properNouns[t.tag(i)] {
				t.proper[t.low(i)] = append(t.proper[t.low(i)], i)
			}
		}
	}
	return t.proper[low]
}

// knownOutlets returns the last words of the names that the report calls an
// outlet somewhere, or that report something.
//
//	the news website Daybreak        Daybreak reported …
func (t *tracer) knownOutlets() wordSet {
	if t.known != nil {
		return t.known
	}
	t.known = wordSet{}
	for i := range t.doc.Tokens {
		if !properNouns[t.tag(i)] {
			continue
		}
		if t.isCalledOutlet(i) || t.isReporting(i) {
			t.known[t.lastName(i)] = true
		}
	}
	return t.known
}

func (t *tracer) isCalledOutlet(i int) bool {
	for j := t.below[i].first; j < i; j++ {
		if outlets[t.lemma(j)] && !properNouns[t.tag(j)] && t.up(j) == i {
			return true
		}
	}
	h := t.up(i)
	return h >= 0 && isOneOf(t.relation(i), beside) && outlets[t.lemma(h)] && !properNouns[t.tag(h)]
}

// isReporting reports whether i is the subject or agent of a verb for what
// outlets do.
func (t *tracer) isReporting(i int) bool {
	h := t.up(i)
	return h >= 0 && isOneOf(t.relation(i), []hearsay.Relation{nsubj, oblAgent}) && publishes[t.lemma(h)]
}

var publishes = wordsIn("report publish broadcast air")
