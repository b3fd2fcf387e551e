package talks

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// seat is somebody who may take part: a position in who.all.
type seat int

const nobody seat = -1

// who tells who is meant by the words of the reports.
type who struct {
	trace *hearsay.Trace
	at    map[hearsay.ActorAt]int // the actor of the story that one of a report is
	all   []seat                  // every seat, in the order of first use
	seats []chair
	named map[string]seat // of those without an actor, by their words
}

// chair is what is known of a seat.
type chair struct {
	actor int // ID of a story's actor; -1: none
	words hearsay.Passage
	text  string
	body  seat // whom a person speaks for or heads; nobody: not said
	head  bool // heads it, rather than only speaks for it
	known bool // body has been looked for
}

func newWho(trace *hearsay.Trace) *who {
	w := &who{trace: trace, at: map[hearsay.ActorAt]int{}, named: map[string]seat{}}
	for _, a := range trace.Actors {
		for _, at := range a.Seen {
			w.at[at] = a.ID
		}
	}
	return w
}

var sideWords = setOf("side sides party parties both two")

// of returns the seat of somebody in a report; sides reports whether the words mean
// all parties.
func (w *who) of(report int, d *hearsay.Doer) (s seat, sides bool) {
	if d == nil {
		return nobody, false
	}
	text := d.Words.In(w.trace.Records[report].Report.Text)
	fields := strings.Fields(strings.ToLower(text))
	if last := fields[len(fields)-1]; (last == "sides" || last == "parties" || last == "both") && len(fields) <= 3 {
		return nobody, true
	}
	at := hearsay.Passage{Report: report, Span: d.Words}
	if d.Actor != nil {
		name := w.trace.Records[report].Actors[*d.Actor].Name
		if strings.HasSuffix(strings.ToLower(name), " sides") {
			return nobody, true
		}
		if strings.Contains(text, " and ") && !strings.Contains(name, " and ") && !strings.HasPrefix(text, name+",") && len(fields) <= 5 {
			return w.byWords(text, at), false
		}
		if id, ok := w.at[hearsay.ActorAt{Report: report, Actor: *d.Actor}]; ok {
			return w.byActor(id, at), false
		}
	}
	return w.byAdjective(text, at), false
}

func (w *who) byActor(id int, at hearsay.Passage) seat {
	for i, c := range w.seats {
		if c.actor == id {
			return seat(i)
		}
	}
	return w.add(chair{actor: id, words: at, text: w.trace.Actors[id].Name, body: nobody})
}

// byWords returns the seat of several named together: "Amrith and Dorsena".
func (w *who) byWords(text string, at hearsay.Passage) seat {
	if s, ok := w.named[text]; ok {
		return s
	}
	s := w.add(chair{actor: -1, words: at, text: text, body: nobody})
	w.named[text] = s
	return s
}

func (w *who) add(c chair) seat {
	w.seats = append(w.seats, c)
	w.all = append(w.all, seat(len(w.seats)-1))
	return seat(len(w.seats) - 1)
}

// byAdjective returns the state or body whose name some words have as an
// adjective: "Tessaran troops" are Tessara's.
func (w *who) byAdjective(text string, at hearsay.Passage) seat {
	first, _, more := strings.Cut(text, " ")
	if !more || len(first) < 5 || first[0] < 'A' || first[0] > 'Z' || articles[strings.ToLower(first)] {
		return nobody
	}
	best, size := -1, 0
	for _, a := range w.trace.Actors {
		if a.Kind == hearsay.Person || a.Kind == hearsay.Outlet || strings.Contains(a.Name, " ") {
			continue
		}
		if n := commonPrefix(a.Name, first); n >= 4 && n >= len(a.Name)-2 && len(first)-n <= 4 && n > size {
			best, size = a.ID, n
		}
	}
	if best < 0 {
		return nobody
	}
	return w.byActor(best, at)
}

var articles = setOf("the a an its his her their both these those some")

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// kind returns what kind of actor has a seat; "" for none.
func (w *who) kind(s seat) hearsay.ActorKind {
	if s == nobody || w.seats[s].actor < 0 {
		return ""
	}
	return w.trace.Actors[w.seats[s].actor].Kind
}

// # Whom a person speaks for
//
// A spokesman's words are his side's; what a president or a chairman puts is put
// by the body, though where he stands he stands himself.

var (
	speakers = setOf("spokesman spokeswoman spokesperson negotiator representative lawyer official")
	heads    = setOf("president chairman chairwoman chair chief leader secretary head director partner boss executive")
)

// speaker returns for whom somebody only speaks, or himself.
func (w *who) speaker(s seat) seat {
	if b, head := w.bodyOf(s); b != nobody && !head {
		return b
	}
	return s
}

// body returns whom somebody speaks for or heads, or himself.
func (w *who) body(s seat) seat {
	if b, _ := w.bodyOf(s); b != nobody {
		return b
	}
	return s
}

func (w *who) bodyOf(s seat) (seat, bool) {
	if s == nobody || w.seats[s].actor < 0 || w.kind(s) != hearsay.Person && !speaks(w.seats[s].text) {
		return nobody, false
	}
	if c := &w.seats[s]; !c.known {
		body, head := w.findBody(c.actor)
		c = &w.seats[s]
		c.body, c.head, c.known = body, head, true
	}
	return w.seats[s].body, w.seats[s].head
}

func speaks(name string) bool {
	for f := range strings.FieldsSeq(strings.ToLower(name)) {
		if speakers[f] {
			return true
		}
	}
	return false
}

// findBody looks in all that an actor is called for a body that it speaks for:
// "president of the Dock Union", "Corvane's chief executive".
func (w *who) findBody(actor int) (seat, bool) {
	for _, phrase := range w.phrases(actor) {
		head, speaks := false, false
		for f := range strings.FieldsSeq(phrase) {
			f = strings.Trim(f, ",.'’")
			speaks, head = speaks || speakers[f], head || heads[f]
		}
		if !speaks && !head {
			continue
		}
		if id := w.namedIn(phrase, actor); id >= 0 {
			return w.byActor(id, w.firstWords(id)), !speaks
		}
	}
	return nobody, false
}

// phrases returns all that an actor is called or described as, in lower case.
func (w *who) phrases(actor int) []string {
	var all []string
	for _, a := range w.trace.Actors[actor].Aliases {
		all = append(all, strings.ToLower(a.Words))
	}
	for _, at := range w.trace.Actors[actor].Seen {
		r := &w.trace.Records[at.Report]
		if at.Actor < 0 || at.Actor >= len(r.Actors) {
			continue
		}
		for _, d := range r.Actors[at.Actor].Descriptions {
			all = append(all, strings.ToLower(d.Words.In(r.Report.Text)))
		}
	}
	return all
}

// namedIn returns the body with the longest name that a phrase has, -1 for none.
func (w *who) namedIn(phrase string, not int) int {
	best, size := -1, 3
	for _, a := range w.trace.Actors {
		if a.ID == not || a.Kind == hearsay.Person || a.Kind == hearsay.Outlet {
			continue
		}
		for _, alias := range a.Aliases {
			words := strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(alias.Words, "the "), "The "))
			if len(words) > size && hasWords(phrase, words) {
				best, size = a.ID, len(words)
			}
		}
	}
	return best
}

func hasWords(phrase, words string) bool {
	i := strings.Index(phrase, words)
	if i < 0 {
		return false
	}
	end := i + len(words)
	return (i == 0 || phrase[i-1] == ' ') && (end == len(phrase) || !isLetter(phrase[end]))
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 && b != 0xe2 }

// firstWords returns where an actor of the story is first seen.
func (w *who) firstWords(id int) hearsay.Passage {
	for _, at := range w.trace.Actors[id].Seen {
		if at.Actor < 0 {
			continue
		}
		r := &w.trace.Records[at.Report]
		for _, alias := range r.Actors[at.Actor].Aliases {
			if i := strings.Index(r.Report.Text, alias); i >= 0 && alias != "" {
				return hearsay.Passage{Report: at.Report, Span: hearsay.Span{Start: i, End: i + len(alias)}}
			}
		}
	}
	return hearsay.Passage{}
}

// # Who negotiates
//
// Whoever puts, answers and is bound most. A mediator is one who is called so, or
// who has written a text and wants and gives nothing himself.

// mediating are the words for those who go between.
var mediating = setOf("mediator mediators arbitrator conciliator broker facilitator go-between intermediary")

// seat finds principals and mediators.
func (t *table) seat() {
	weight, author := map[seat]int{}, map[seat]bool{}
	own := map[seat]bool{}
	for i := range t.items {
		it := &t.items[i]
		by := t.who.body(it.by)
		switch it.Kind {
		case hearsay.DealingText:
			author[it.by] = true
		case hearsay.DealingOffer, hearsay.DealingDemand, hearsay.DealingAccept, hearsay.DealingRefuse, hearsay.DealingDeny:
			weight[by] += 2
			own[it.by] = own[it.by] || it.Kind != hearsay.DealingOffer
		case hearsay.DealingPending:
			weight[by]++
		}
		weight[t.who.body(it.to)]++
		for _, term := range it.Terms {
			on, _ := t.who.of(it.report, term.On)
			weight[t.who.body(on)]++
			own[on] = own[on] || on != it.by
		}
	}
	t.mediators = map[seat]bool{}
	for _, s := range t.who.all {
		if t.isMediator(s, author[s] && !own[s]) {
			t.mediators[s] = true
		}
	}
	t.choosePrincipals(weight)
}

func (t *table) isMediator(s seat, wrote bool) bool {
	c := t.who.seats[s]
	if c.actor < 0 {
		return wrote
	}
	if t.who.kind(s) == hearsay.Mediator {
		return true
	}
	for _, phrase := range t.who.phrases(c.actor) {
		for f := range strings.FieldsSeq(phrase) {
			if mediating[strings.Trim(f, ",.")] {
				return true
			}
		}
	}
	return wrote && t.who.kind(s) != hearsay.Person
}

func (t *table) choosePrincipals(weight map[seat]int) {
	var all []seat
	for _, s := range t.who.all {
		if k := t.who.kind(s); weight[s] > 0 && !t.mediators[s] && k != hearsay.Outlet && k != hearsay.CourtOfLaw && t.who.seats[s].actor >= 0 {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b seat) int { return cmp.Compare(weight[b], weight[a]) })
	for n, s := range all {
		if n < 2 || n < 6 && t.who.kind(s) != hearsay.Person && 10*weight[s] >= 7*weight[all[1]] {
			t.principals = append(t.principals, s)
		}
	}
}

func (t *table) isPrincipal(s seat) bool { return slices.Contains(t.principals, s) }

// others returns the principals beside one.
func (t *table) others(s seat) []seat {
	var all []seat
	for _, p := range t.principals {
		if p != s {
			all = append(all, p)
		}
	}
	return all
}
