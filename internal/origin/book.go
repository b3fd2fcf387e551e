package origin

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// book is what is looked up in a trace again and again.
type book struct {
	*Index
	trace    *hearsay.Trace
	rank     []int   // of each report in the order of publication
	actors   [][]int // of each record's actors the story's
	proper   []bool  // of each actor, whether some way of naming it is a name
	outlets  []outlet
	outlet   []int       // of each report, its outlet; nobody: not stated
	outletOf map[int]int // of each actor the first outlet that it is
	unnamed  map[unnamedAt]int
	count    int            // of voices numbered
	credits  map[int]credit // by report, as far as they were looked up
	taken    [][]token      // the words of each report, as far as they were taken apart
	voices   [][][]voice    // of each report's attributions those of the chain, as far as they were read
	upTo     []int          // 0, 1, …, as far as they were needed

	copies  map[int][]hearsay.Copy   // by the report that copies
	updates map[int][]hearsay.Update // by the report that revises
	meant   map[string]int           // outlets by what they were called; see outletNamedIn
	about   map[aboutOf]int          // see outletAbout

	told [][]telling // of each claim; see tellings

	named   map[int]named    // see officeNames
	family  map[int]named    // see surnames
	inWords map[inWords]bool // see officeIn

	aliases voices
}

// outlet is who publishes some of the reports.
type outlet struct {
	name    string // plain
	words   map[string]bool
	actor   int
	reports []int
}

// unnamedAt is the place where somebody without a name is introduced.
type unnamedAt struct {
	report int
	span   hearsay.Span
}

func newBook(x *Index, t *hearsay.Trace) *book {
	b := &book{
		Index: x, trace: t, count: len(t.Actors), meant: map[string]int{}, about: map[aboutOf]int{}, unnamed: map[unnamedAt]int{}, credits: map[int]credit{},
		taken: make([][]token, len(t.Records)), voices: make([][][]voice, len(t.Records)), named: map[int]named{}, family: map[int]named{}, inWords: map[inWords]bool{},
	}
	b.placeActors()
	for i := range t.Actors {
		b.proper = append(b.proper, isProper(&t.Actors[i]))
	}
	b.orderReports()
	b.listOutlets()
	b.introduce()
	b.copies, b.updates = map[int][]hearsay.Copy{}, map[int][]hearsay.Update{}
	for _, c := range t.Copies {
		b.copies[c.Report] = append(b.copies[c.Report], c)
	}
	for _, u := range t.Updates {
		b.updates[u.Report] = append(b.updates[u.Report], u)
	}
	b.aliases = newVoices(b.count)
	return b
}

// orderReports ranks the reports by publication. Between reports of one moment
// their words decide, so that the order in which they were given does not.
func (b *book) orderReports() {
	order := b.trace.ByPublication()
	at := make([]int, len(order))
	place := 0
	for k, i := range order {
		if k > 0 && !b.isSimultaneous(order[k-1], i) {
			place = k
		}
		at[i] = place
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, c := b.trace.Records[x].Report, b.trace.Records[y].Report
		return cmp.Or(cmp.Compare(at[x], at[y]), cmp.Compare(a.Outlet, c.Outlet), cmp.Compare(a.URL, c.URL),
			cmp.Compare(a.Headline, c.Headline), cmp.Compare(a.Text, c.Text))
	})
	b.rank = make([]int, len(order))
	for k, i := range order {
		b.rank[i] = k
	}
}

// isSimultaneous reports whether two reports are of one moment, or both of none.
func (b *book) isSimultaneous(i, j int) bool {
	return b.trace.Records[i].Report.Stood().Equal(b.trace.Records[j].Report.Stood())
}

// inOrder sorts tellings by publication, then as they stand.
func (b *book) inOrder(all []telling) {
	slices.SortStableFunc(all, func(x, y telling) int {
		return cmp.Or(cmp.Compare(b.rank[x.report], b.rank[y.report]), cmp.Compare(x.at(), y.at()), cmp.Compare(len(x.hops), len(y.hops)),
			cmp.Compare(x.place.Index, y.place.Index))
	})
}

// placeActors notes which actor of the story each of a record is.
func (b *book) placeActors() {
	b.actors = make([][]int, len(b.trace.Records))
	for i := range b.trace.Records {
		b.actors[i] = make([]int, len(b.trace.Records[i].Actors))
		for k := range b.actors[i] {
			b.actors[i][k] = nobody
		}
		b.voices[i] = make([][]voice, len(b.trace.Records[i].Attributions))
	}
	for i := range b.trace.Actors {
		for _, at := range b.trace.Actors[i].Seen {
			if at.Actor >= 0 && at.Actor < len(b.actors[at.Report]) {
				b.actors[at.Report][at.Actor] = i
			}
		}
	}
}

// isProper reports whether an actor has a name, and not only such words as "the
// company".
func isProper(a *hearsay.StoryActor) bool {
	return isProperName(a.Name) || slices.ContainsFunc(a.Aliases, func(al hearsay.Alias) bool { return isProperName(al.Words) })
}

func isProperName(name string) bool {
	first := true
	for w := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && !(first && (empty[strings.ToLower(w)] || common[strings.ToLower(w)] && len(strings.Fields(name)) == 1)) {
			return true
		}
		first = false
	}
	return false
}

// common are nouns that are no names where they begin a sentence alone.
var common = set("officials authorities police residents witnesses workers dockworkers doctors nurses families rescuers")

func (b *book) storyActor(report int, actor *int) int {
	if actor == nil || *actor < 0 || *actor >= len(b.actors[report]) {
		return nobody
	}
	return b.actors[report][*actor]
}

// listOutlets numbers who publishes, by name.
func (b *book) listOutlets() {
	byName, named := map[string]int{}, b.nameActors()
	b.outlet = make([]int, len(b.trace.Records))
	for i := range b.trace.Records {
		name := b.nameOf(b.trace.Records[i].Report.Outlet)
		if b.outlet[i] = nobody; name == "" {
			continue
		}
		id, ok := byName[name]
		if !ok {
			id = len(b.outlets)
			byName[name] = id
			b.outlets = append(b.outlets, outlet{name: name, words: set(name), actor: idOf(named, name)})
		}
		b.outlet[i] = id
		b.outlets[id].reports = append(b.outlets[id].reports, i)
	}
	b.outletOf = map[int]int{}
	for i, o := range b.outlets {
		if _, known := b.outletOf[o.actor]; !known {
			b.outletOf[o.actor] = i
		}
	}
}

func idOf(named map[string]int, name string) int {
	if id, ok := named[name]; ok {
		return id
	}
	return nobody
}

// nameActors returns of each name the one actor that has it; nobody: several have.
func (b *book) nameActors() map[string]int {
	named := map[string]int{}
	name := func(id int, words string) {
		key := b.nameOf(words)
		if before, known := named[key]; known && before != id {
			id = nobody
		}
		named[key] = id
	}
	for i := range b.trace.Actors {
		for _, al := range b.trace.Actors[i].Aliases {
			name(i, al.Words)
		}
		name(i, b.trace.Actors[i].Name)
	}
	return named
}

// outletMeant returns the outlet at hand that a voice is or that its words name:
//
//	Radio Drenn · the Sollund Sentinel · local radio       the words are the name's
//	the steward quoted by the Harbour Gazette              the name is among the words
//	the paper · the station · which                        named last before
func (b *book) outletMeant(report, actor int, as *hearsay.Span, words string) int {
	if actor != nobody {
		if i, is := b.outletOf[actor]; is {
			return i
		}
		if b.proper[actor] && b.trace.Actors[actor].Kind != hearsay.Outlet {
			return nobody
		}
	}
	if ownReport[words] {
		return b.outlet[report]
	}
	if i := b.outletNamedIn(words); i != nobody {
		return i
	}
	if i := b.outletAbout(report, words); i != nobody {
		return i
	}
	return b.outletBefore(report, as, words)
}

// outletBefore returns the outlet that a report has named last before it says "the
// paper" or "which".
func (b *book) outletBefore(report int, as *hearsay.Span, words string) int {
	first, rest, _ := strings.Cut(words, " ")
	reach := farReach
	switch {
	case as == nil:
		return nobody
	case words == "which":
		reach = relativeReach
	case !definite[first] || !press[rest]:
		return nobody
	}
	text := b.trace.Records[report].Report.Text
	before := " " + plain(text[max(0, start(text, as.Start-reach)):as.Start]) + " "
	found, last := nobody, -1
	for i, o := range b.outlets {
		if at := strings.LastIndex(before, " "+o.name+" "); i != b.outlet[report] && at > last {
			found, last = i, at
		}
	}
	return found
}

// farReach is how many bytes before "the paper" the name stands that it is about.
const farReach = 3000

// relativeReach is how many bytes before "which" the name stands that it is about.
const relativeReach = 40

// start returns a byte at or after one where a character begins.
func start(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// ownReport are words of a report for itself or for what it was.
var ownReport = map[string]bool{"this newspaper": true, "this article": true, "this report": true, "an earlier version": true,
	"an earlier version of this article": true, "an earlier version of this report": true, "an earlier version of this story": true}

// outletNamedIn returns the outlet whose whole name is among words, the longest
// name first.
func (b *book) outletNamedIn(words string) int {
	if o, ok := b.meant[words]; ok {
		return o
	}
	found := nobody
	for i, o := range b.outlets {
		if strings.Contains(" "+words+" ", " "+o.name+" ") && (found == nobody || len(o.name) > len(b.outlets[found].name)) {
			found = i
		}
	}
	b.meant[words] = found
	return found
}

// aboutOf is words for an outlet in a report of another.
type aboutOf struct {
	outlet int
	words  string
}

// outletAbout returns the one outlet, other than the report's own, whose name has
// all the words that say something, one of them at least for who publishes or as
// a name.
func (b *book) outletAbout(report int, words string) int {
	key := aboutOf{b.outlet[report], words}
	if o, ok := b.about[key]; ok {
		return o
	}
	var said []string
	for w := range strings.FieldsSeq(words) {
		if !empty[w] && !vaguely[w] {
			said = append(said, w)
		}
	}
	found := nobody
	if len(said) > 1 || len(said) == 1 && press[said[0]] {
		found = b.onlyAbout(report, said)
	}
	b.about[key] = found
	return found
}

func (b *book) onlyAbout(report int, said []string) int {
	found := nobody
	for i, o := range b.outlets {
		if i == b.outlet[report] || slices.ContainsFunc(said, func(w string) bool { return !o.words[w] }) {
			continue
		}
		if found != nobody {
			return nobody
		}
		found = i
	}
	return found
}

// vaguely are words that do not tell one outlet from another.
var vaguely = set("local national regional private foreign leading daily another one two several")
