package voice

import (
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
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
	if !t.isOnePhrase(e.First, head) || !t.isCapital(head) && !t.isOwnKind(head) {
		return false // "slips shown to the Messenger"
	}
	e = t.upToPreposition(e, head)
	var names []string
	ours := false
	for i := e.First; i < e.End; i++ {
		switch low := t.Low(i); {
		case own1st[low]:
			ours = ours || t.Doc.Tokens[i].Quote.Depth == 0
		case t.isCapital(i):
			names = append(names, nameWords(t.Words[i].Text)...)
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
	for i := noun + 1; i < e.End; i++ {
		if t.Tag(i) == preposition || t.Low(i) == "to" {
			return t.Trim(tree.Between(e.First, i))
		}
	}
	return e
}

// isOwnKind reports whether a word may mean the outlet, or one who works for it,
// without a name.
func (t *tracer) isOwnKind(i int) bool {
	return pronouns[t.Tag(i)] || outlets[t.Lemma(i)] || ownPeople[t.Lemma(i)]
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
	k := t.Words[i].Kind
	return nouns[t.Tag(i)] && (k == lexicon.Capitalised || k == lexicon.UpperCase || k == lexicon.MixedCase)
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
	lemma := t.Lemma(i)
	if _, named := t.nameOf(i); !named && !properNouns[t.Tag(i)] {
		return outlets[lemma] && !assemblies[lemma]
	}
	if actor, ok := t.actorOf(e); ok && t.cast.Actors[actor].Kind == hearsay.Outlet {
		return true
	}
	for j := e.First; j < e.End; j++ {
		if outletNames[t.Low(j)] || outlets[t.Lemma(j)] && !properNouns[t.Tag(j)] {
			return true
		}
	}
	return t.knownOutlets()[t.lastName(i)]
}

// lastName returns the last word of the name at i in lower case.
func (t *tracer) lastName(i int) string {
	if name, ok := t.nameOf(i); ok {
		return t.Low(name.End - 1)
	}
	for i+1 < len(t.Doc.Tokens) && properNouns[t.Tag(i+1)] && t.Up(i+1) == i {
		i++
	}
	return t.Low(i)
}

// properNounsLike returns where a word stands as a proper noun.
func (t *tracer) properNounsLike(low string) []int {
	if t.proper == nil {
		t.proper = map[string][]int{}
		for i := range t.Doc.Tokens {
			if properNouns[t.Tag(i)] {
				t.proper[t.Low(i)] = append(t.proper[t.Low(i)], i)
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
	for i := range t.Doc.Tokens {
		if !properNouns[t.Tag(i)] {
			continue
		}
		if t.isCalledOutlet(i) || t.isReporting(i) {
			t.known[t.lastName(i)] = true
		}
	}
	return t.known
}

func (t *tracer) isCalledOutlet(i int) bool {
	for j := t.Below(i).First; j < i; j++ {
		if outlets[t.Lemma(j)] && !properNouns[t.Tag(j)] && t.Up(j) == i {
			return true
		}
	}
	h := t.Up(i)
	return h >= 0 && isOneOf(t.Relation(i), beside) && outlets[t.Lemma(h)] && !properNouns[t.Tag(h)]
}

// isReporting reports whether i is the subject or agent of a verb for what
// outlets do.
func (t *tracer) isReporting(i int) bool {
	h := t.Up(i)
	return h >= 0 && isOneOf(t.Relation(i), []hearsay.Relation{nsubj, oblAgent}) && publishes[t.Lemma(h)]
}

var publishes = wordsIn("report publish broadcast air")
