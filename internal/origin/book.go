package origin

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// book is what is looked up in a trace again and again.
type book struct {
	trace   *hearsay.Trace
	rank    []int // of each report in the order of publication
	actors  map[hearsay.ActorAt]int
	proper  []bool // of each actor, whether some way of naming it is a name
	outlets []outlet
	outlet  []int // of each report, its outlet; nobody: not stated
	unnamed map[unnamedAt]int
	count   int            // of voices numbered
	credits map[int]credit // by report, as far as they were looked up
	taken   []takenApart   // of each report, as far as they were taken apart

	copies  map[int][]hearsay.Copy   // by the report that copies
	updates map[int][]hearsay.Update // by the report that revises
	meant   map[string]int           // outlets by what they were called; see outletNamedIn
	about   map[string]int           // see outletAbout

	told [][]telling // of each claim; see tellings

	named  map[int][]string // see officeNames
	family map[int][]string // see surnames

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

func newBook(t *hearsay.Trace) *book {
	b := &book{meant: map[string]int{}, about: map[string]int{}, trace: t, actors: map[hearsay.ActorAt]int{}, unnamed: map[unnamedAt]int{}, credits: map[int]credit{}, count: len(t.Actors), taken: make([]takenApart, len(t.Records))}
	for _, a := range t.Actors {
		for _, at := range a.Seen {
			b.actors[at] = a.ID
		}
	}
	for _, a := range t.Actors {
		b.proper = append(b.proper, isProper(a))
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

// isProper reports whether an actor has a name, and not only such words as "the
// company".
func isProper(a hearsay.StoryActor) bool {
	return slices.ContainsFunc(append(aliasWords(a), a.Name), func(name string) bool {
		for i, w := range strings.Fields(name) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && !(i == 0 && (empty[strings.ToLower(w)] || len(strings.Fields(name)) == 1 && common[strings.ToLower(w)])) {
				return true
			}
		}
		return false
	})
}

// common are nouns that are no names where they begin a sentence alone.
var common = set("officials authorities police residents witnesses workers dockworkers doctors nurses families rescuers")

func (b *book) storyActor(report int, actor *int) int {
	if actor == nil {
		return nobody
	}
	if id, ok := b.actors[hearsay.ActorAt{Report: report, Actor: *actor}]; ok {
		return id
	}
	return nobody
}

// listOutlets numbers who publishes, by name.
func (b *book) listOutlets() {
	byName, named := map[string]int{}, nameActors(b.trace.Actors)
	b.outlet = make([]int, len(b.trace.Records))
	for i, r := range b.trace.Records {
		name := nameOf(r.Report.Outlet)
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
}

func idOf(named map[string]int, name string) int {
	if id, ok := named[name]; ok {
		return id
	}
	return nobody
}

// nameOf returns a name in plain form without its article.
func nameOf(words string) string { return strings.TrimPrefix(plain(words), "the ") }

// nameActors returns of each name the one actor that has it; nobody: several have.
func nameActors(actors []hearsay.StoryActor) map[string]int {
	named := map[string]int{}
	for _, a := range actors {
		for _, words := range append(aliasWords(a), a.Name) {
			name := nameOf(words)
			if id, ok := named[name]; ok && id != a.ID {
				named[name] = nobody
			} else {
				named[name] = a.ID
			}
		}
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
		for i, o := range b.outlets {
			if o.actor == actor {
				return i
			}
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

// outletAbout returns the one outlet, other than the report's own, whose name has
// all the words that say something, one of them at least for who publishes or as
// a name.
func (b *book) outletAbout(report int, words string) int {
	var said []string
	for _, w := range strings.Fields(words) {
		if !empty[w] && !vaguely[w] {
			said = append(said, w)
		}
	}
	if len(said) == 0 || !press[said[len(said)-1]] && len(said) < 2 {
		return nobody
	}
	key := strconv.Itoa(b.outlet[report]) + " " + words
	if o, ok := b.about[key]; ok {
		return o
	}
	found := b.onlyAbout(report, said)
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
