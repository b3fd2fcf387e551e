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
	var all []speaking
	for _, i := range m.firstOfVoices() {
		if s := m.speaking(i); (s.speaks || s.owns) && !m.tellings[i].silent {
			for _, o := range all {
				if o.isPaper == s.isPaper && (o.speaks && s.owns || s.speaks && o.owns) && m.sets.of(o.telling) != m.sets.of(i) {
					m.tieSpokesman(o.telling, i)
				}
			}
			all = append(all, s)
		}
	}
}

// speaking is a telling whose voice may speak for somebody, or have somebody speak for
// it.
type speaking struct {
	telling               int
	isPaper, speaks, owns bool
}

func (m *match) speaking(i int) speaking {
	v := m.tellings[i].voice()
	isPerson := v.actor != nobody && m.trace.Actors[v.actor].Kind == hearsay.Person
	return speaking{
		telling: i, isPaper: isPaper(v),
		speaks: v.Identity != hearsay.Anonymous && (v.As != nil || isPerson),
		owns:   v.actor != nobody && !v.isPress(),
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
		v := spoken{t.voice().who, t.called, isPaper(t.voice()), m.sets.of(i)}
		if v.who == nobody || !seen[v] {
			seen[v] = true
			out = append(out, i)
		}
	}
	return out
}

func (m *match) tieSpokesman(j, i int) {
	a, b := &m.tellings[j], &m.tellings[i]
	if words, ok := m.speaksFor(a, b); ok {
		m.tie(j, i, hearsay.LinkSameSpeech, words)
	} else if words, ok := m.speaksFor(b, a); ok {
		m.tie(j, i, hearsay.LinkSameSpeech, words)
	}
}

func isPaper(v *voice) bool { return v.Medium == hearsay.Paper }

// speaksFor returns the words that show that the voice of one telling speaks for
// that of another.
func (m *match) speaksFor(p, o *telling) (hearsay.Passage, bool) {
	speaker, owner := p.voice(), o.voice()
	if speaker.Identity == hearsay.Anonymous || owner.actor == nobody || speaker.who == owner.who || owner.isPress() {
		return hearsay.Passage{}, false
	}
	if speaker.As != nil && m.officeIn(p.called, owner.actor) {
		return p.passage(*speaker.As), true
	}
	if speaker.actor == nobody || m.trace.Actors[speaker.actor].Kind != hearsay.Person {
		return hearsay.Passage{}, false
	}
	return m.officeInReports(p.report, o.report, speaker.actor, owner.actor)
}

// officeInReports looks for a place where a person is named with an office of
// somebody: in two reports, and then in those of the claim.
func (m *match) officeInReports(first, second, person, owner int) (hearsay.Passage, bool) {
	surnames, names := m.surnames(person), m.officeNames(owner)
	if words, ok := m.officeNear(first, surnames, names); ok {
		return words, true
	}
	if words, ok := m.officeNear(second, surnames, names); ok {
		return words, true
	}
	looked := 2
	for _, r := range m.reports {
		if r == first || r == second {
			continue
		}
		if looked++; looked > mostReports {
			break
		}
		if words, ok := m.officeNear(r, surnames, names); ok {
			return words, true
		}
	}
	return hearsay.Passage{}, false
}

// mostReports is in how many reports an office is looked for.
const mostReports = 20

// named is names of an actor, and the number by which they are known again.
type named struct {
	id    int32
	names []string
}

// officeNames returns the names of an actor in plain form with spaces around.
func (b *book) officeNames(actor int) named {
	n, known := b.named[actor]
	if !known {
		n.names = b.readOfficeNames(actor)
		n.id = b.Index.names.id(n.names)
		b.named[actor] = n
	}
	return n
}

func (b *book) readOfficeNames(actor int) []string {
	a := &b.trace.Actors[actor]
	out := []string{" " + b.nameOf(a.Name) + " "}
	for _, al := range a.Aliases {
		if name := b.nameOf(al.Words); name != "" && !pronouns[name] {
			out = append(out, " "+name+" ")
		}
	}
	if head := lastWord(b.nameOf(a.Name)); bodies[head] {
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

// officeIn reports whether the words used for a voice are an office of somebody.
func (b *book) officeIn(words string, owner int) bool {
	key := inWords{words, owner}
	is, known := b.inWords[key]
	if !known {
		holds := slices.ContainsFunc(strings.Fields(words), func(w string) bool { return offices[w] || organs[w] })
		is = holds && hasAny(" "+words+" ", b.officeNames(owner).names)
		b.inWords[key] = is
	}
	return is
}

// inWords is an actor whose name may stand in some words.
type inWords struct {
	words string
	actor int
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
//
// A place once looked for is known from then on, until one of the two is called
// otherwise.
func (b *book) officeNear(report int, surnames, names named) (hearsay.Passage, bool) {
	s, key := b.sheets[report], [2]int32{surnames.id, names.id}
	found, known := s.offices[key]
	if !known {
		if found, known = s.before[key]; !known {
			found = b.findOffice(report, surnames.names, names.names)
		}
		s.offices[key] = found
	}
	return hearsay.Passage{Report: report, Span: found.at}, found.isThere
}

// office is a place where a person is named with an office, if there is one.
type office struct {
	at      hearsay.Span
	isThere bool
}

func (b *book) findOffice(report int, surnames, names []string) office {
	words := b.tokensOf(report)
	for i := range words {
		if !slices.Contains(surnames, words[i].word) {
			continue
		}
		from, to := b.clause(report, words, i)
		if begin(words[i+1:to], names) || b.holdsOffice(report, words, from, to, names) {
			return office{hearsay.Span{Start: words[from].span.Start, End: words[to-1].span.End}, true}
		}
	}
	return office{}
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
func (b *book) surnames(person int) named {
	n, known := b.family[person]
	if !known {
		n.names = b.readSurnames(person)
		n.id = b.Index.names.id(n.names)
		b.family[person] = n
	}
	return n
}

func (b *book) readSurnames(person int) []string {
	out := []string{}
	a := &b.trace.Actors[person]
	add := func(name string) {
		words := strings.Fields(b.plain(name))
		if len(words) == 0 || name == strings.ToLower(name) {
			return
		}
		if last := words[len(words)-1]; !offices[last] && !slices.Contains(out, last) {
			out = append(out, last)
		}
	}
	add(a.Name)
	for _, al := range a.Aliases {
		add(al.Words)
	}
	return out
}

// tokensOf returns the words of a report, taken apart once.
func (b *book) tokensOf(report int) []token {
	if b.taken[report] == nil {
		text := b.trace.Records[report].Report.Text
		b.taken[report] = tokens(text, hearsay.Span{End: len(text)})
	}
	return b.taken[report]
}
