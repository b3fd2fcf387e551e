package origin

import (
	"slices"
	"strings"

	"hearsay"
)

// # Who speaks for whom
//
// A person who holds an office speaks for the one whose office it is:
//
//	Corvane's spokeswoman, Elin Marchetti, said …     Marchetti speaks for Corvane
//	a spokesman for Hadderly, Felix Amory, …          Amory speaks for Hadderly
//	… the union's Leon Batiste, its chief negotiator, …
//
// so that what the office holder says in one report and the organisation in another
// is one position. That holds for what they say, not for a paper: what a document
// shows and what its author's head says about it are two things.

// tieSpokesmen ties the tellings of those who speak for one another.
func (m *match) tieSpokesmen() {
	all := m.firstOfVoices()
	for k, i := range all {
		for _, j := range all[:k] {
			m.tieSpokesman(j, i)
		}
	}
}

// firstOfVoices returns the first telling of each voice in each wording, of papers
// apart from what their authors say.
func (m *match) firstOfVoices() []int {
	type spoken struct {
		who   int
		words string
		paper bool
		set   int
	}
	var out []int
	seen := map[spoken]bool{}
	for i := range m.tellings {
		t := &m.tellings[i]
		if !t.isSourced() {
			continue
		}
		v := spoken{t.voice().who, m.words(t.report, t.voice().As), isPaper(t.voice()), m.sets.of(i)}
		if v.who == nobody || !seen[v] {
			seen[v] = true
			out = append(out, i)
		}
	}
	return out
}

func (m *match) tieSpokesman(j, i int) {
	a, b := &m.tellings[j], &m.tellings[i]
	if !a.isSourced() || !b.isSourced() || m.sets.of(i) == m.sets.of(j) || isPaper(a.voice()) != isPaper(b.voice()) || a.silent || b.silent {
		return
	}
	if words, ok := m.speaksFor(a, b); ok {
		m.tie(j, i, hearsay.LinkSameSpeech, words)
	} else if words, ok := m.speaksFor(b, a); ok {
		m.tie(j, i, hearsay.LinkSameSpeech, words)
	}
}

func isPaper(v voice) bool { return v.Medium == hearsay.Paper }

// speaksFor returns the words that show that the voice of one telling speaks for
// that of another.
func (m *match) speaksFor(p, o *telling) (hearsay.Passage, bool) {
	speaker, owner := p.voice(), o.voice()
	if speaker.Identity == hearsay.Anonymous || owner.actor == nobody || speaker.who == owner.who || owner.isPress() {
		return hearsay.Passage{}, false
	}
	names := m.officeNames(owner.actor)
	if words, ok := m.officeIn(p.report, speaker.As, names); ok || speaker.actor == nobody {
		return words, ok
	}
	if m.trace.Actors[speaker.actor].Kind != hearsay.Person {
		return hearsay.Passage{}, false
	}
	for _, report := range m.reportsOf(p.report, o.report) {
		if words, ok := m.officeNear(report, speaker.actor, names); ok {
			return words, true
		}
	}
	return hearsay.Passage{}, false
}

// reportsOf returns the reports of the claim, those given first.
func (m *match) reportsOf(first ...int) []int {
	out := slices.Clone(first)
	for _, r := range m.reports() {
		if len(out) >= mostReports {
			break
		}
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// mostReports is in how many reports an office is looked for.
const mostReports = 20

// officeNames returns the names of an actor in plain form with spaces around.
func (b *book) officeNames(actor int) []string {
	if b.named == nil {
		b.named = map[int][]string{}
	}
	if _, ok := b.named[actor]; !ok {
		b.named[actor] = b.readOfficeNames(actor)
	}
	return b.named[actor]
}

func (b *book) readOfficeNames(actor int) []string {
	a := b.trace.Actors[actor]
	out := []string{" " + nameOf(a.Name) + " "}
	for _, al := range a.Aliases {
		if name := nameOf(al.Words); name != "" && !pronouns[name] {
			out = append(out, " "+name+" ")
		}
	}
	if head := lastWord(nameOf(a.Name)); bodies[head] {
		out = append(out, " "+head+" ")
	}
	return out
}

// offices are the heads of words for one who speaks for another.
var offices = set(`spokesman spokeswoman spokesperson spokesmen chief head director president chairman chairwoman chair leader
	negotiator secretary captain commander minister master executive boss envoy lawyer official governor chancellor mayor
	representative manager treasurer general brigadier colonel`)

// organs are what an organisation decides and speaks through.
var organs = set("board management leadership office directors lawyers council committee executives headquarters")

// officeIn looks for an office of somebody in the words used for a voice.
func (b *book) officeIn(report int, as *hearsay.Span, names []string) (hearsay.Passage, bool) {
	if as == nil {
		return hearsay.Passage{}, false
	}
	words := b.words(report, as)
	holds := slices.ContainsFunc(strings.Fields(words), func(w string) bool { return offices[w] || organs[w] })
	return hearsay.Passage{Report: report, Span: *as}, holds && hasAny(" "+words+" ", names)
}

// officeNear looks for a place in a report where a person is named with an office of
// somebody:
//
//	Corvane's spokeswoman, Elin Marchetti       the owner, at most two words, the office, the name
//	a spokesman for Hadderly, Felix Amory       the office, "for", the owner, the name
//	Felix Amory, a spokesman for Hadderly       the name first
//	its chief negotiator, Leon Batiste          a pronoun for an owner named shortly before
//	harbour master Nils Garrow                  the Harbour Authority's, by the word they share
//	Captain Davor Lisk of the Rescue Service    the name, "of", the owner
func (b *book) officeNear(report, person int, names []string) (hearsay.Passage, bool) {
	words, at := b.tokensOf(report)
	for _, i := range b.mentionsOf(at, person) {
		from, to := b.clause(report, words, i)
		if begin(words[i+1:to], names) || b.holdsOffice(report, words, from, to, names) {
			return hearsay.Passage{Report: report, Span: hearsay.Span{Start: words[from].span.Start, End: words[to-1].span.End}}, true
		}
	}
	return hearsay.Passage{}, false
}

// holdsOffice reports whether an office among the words from one to another is
// somebody's.
func (b *book) holdsOffice(report int, words []token, from, to int, names []string) bool {
	text := b.trace.Records[report].Report.Text
	for k := from; k < to; k++ {
		if !offices[words[k].word] {
			continue
		}
		start := k // of the words before the office that no mark parts from it
		for start > from && strings.TrimSpace(text[words[start-1].span.End:words[start].span.Start]) == "" {
			start--
		}
		switch {
		case owns(words[start:k], names), begin(words[k+1:to], names):
			return true
		case hasPossessive(words[max(start, k-2):k]) && mentionedBefore(words[:k], names):
			return true
		}
	}
	return false
}

// owns reports whether the words before an office end with somebody's name and at
// most one word more, or with a word of the name.
func owns(before []token, names []string) bool {
	n := len(before)
	if n == 0 {
		return false
	}
	if w := before[n-1].word; len(w) > 3 && !empty[w] && !possessive[w] && hasAny(strings.Join(names, ""), []string{" " + w + " "}) {
		return true
	}
	return endsWith(before, names) || endsWith(before[:n-1], names)
}

func endsWith(words []token, names []string) bool {
	said := " " + joined(words) + " "
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(said, name) })
}

// begin reports whether words begin with a preposition and somebody's name.
func begin(words []token, names []string) bool {
	if len(words) < 2 || !belonging[words[0].word] {
		return false
	}
	const within = 5
	return hasAny(" "+joined(words[1:min(len(words), within)])+" ", names)
}

var belonging = set("of for at from")

func hasPossessive(words []token) bool {
	return slices.ContainsFunc(words, func(t token) bool { return possessive[t.word] })
}

// possessive are words that stand for the name of whose office it is.
var possessive = set("its his her their company union movement")

// mentionedBefore reports whether a name stands in the last words.
func mentionedBefore(words []token, names []string) bool {
	const back = 60
	return hasAny(" "+joined(words[max(0, len(words)-back):])+" ", names)
}

// officeReach is how many words around an office holder's name may tell whose
// office it is.
const officeReach = 9

// clause returns the words around one that stand in its sentence and within reach.
func (b *book) clause(report int, words []token, i int) (from, to int) {
	text := b.trace.Records[report].Report.Text
	from, to = i, i+1
	for from > 0 && i-from < officeReach && !endsSentence(text[words[from-1].span.End:words[from].span.Start]) {
		from--
	}
	for to < len(words) && to-i < officeReach && !endsSentence(text[words[to-1].span.End:words[to].span.Start]) {
		to++
	}
	return from, to
}

func endsSentence(between string) bool { return strings.ContainsAny(between, ".!?\n;") }

func joined(words []token) string {
	var out []string
	for _, w := range words {
		out = append(out, w.word)
	}
	return strings.Join(out, " ")
}

// surnames returns the last words of a person's names, each once.
func (b *book) surnames(person int) []string {
	if b.family == nil {
		b.family = map[int][]string{}
	}
	if _, ok := b.family[person]; !ok {
		b.family[person] = b.readSurnames(person)
	}
	return b.family[person]
}

func (b *book) readSurnames(person int) []string {
	out := []string{}
	a := b.trace.Actors[person]
	for _, name := range append([]string{a.Name}, aliasWords(a)...) {
		words := strings.Fields(plain(name))
		if len(words) == 0 || name == strings.ToLower(name) {
			continue
		}
		if last := words[len(words)-1]; !offices[last] && !slices.Contains(out, last) {
			out = append(out, last)
		}
	}
	return out
}

func aliasWords(a hearsay.StoryActor) []string {
	var out []string
	for _, al := range a.Aliases {
		out = append(out, al.Words)
	}
	return out
}

// mentionsOf returns where the surnames of a person stand.
func (b *book) mentionsOf(at map[string][]int, person int) []int {
	var out []int
	for _, name := range b.surnames(person) {
		out = append(out, at[name]...)
	}
	slices.Sort(out)
	return out
}

// tokensOf returns the words of a report, taken apart once, and where each stands.
func (b *book) tokensOf(report int) ([]token, map[string][]int) {
	t := &b.taken[report]
	if t.at == nil {
		text := b.trace.Records[report].Report.Text
		t.words, t.at = tokens(text, hearsay.Span{End: len(text)}), map[string][]int{}
		for i, w := range t.words {
			t.at[w.word] = append(t.at[w.word], i)
		}
	}
	return t.words, t.at
}

// takenApart is the words of a report, and where each stands among them.
type takenApart struct {
	words []token
	at    map[string][]int
}
