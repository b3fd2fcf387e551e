package talks

import (
	"strings"

	"hearsay"
)

// seat is somebody who may take part: a position in who.all.
type seat int

const nobody seat = -1

// who tells who is meant by the words of the reports.
type who struct {
	trace   *hearsay.Trace
	at      map[hearsay.ActorAt]int // the actor of the story that one of a report is
	all     []seat                  // every seat, in the order of first use
	seats   []chair
	named   map[string]seat // of those without an actor, by their words
	headed  map[int]bool    // of an actor: it was looked for whose "its president" it is
	sources []source
	puts    map[seat]bool    // bodies that are named where they do something
	sought  map[int]bool     // the actors whose seats are being looked for
	misread map[int]seat     // of an actor that is a part of a name, the seat of the whole
	beside  map[int][]string // of an actor of the story, what stands beside its name
	mixed   map[int]bool     // of an actor, as far as it was asked; see isMixed

	onlyState int                 // see state
	nouns     map[string]nounSeat // see byNoun
	aliases   map[string]int      // see bodiesByAlias
	cities    map[string]bool     // see isCapitalCity
}

// chair is what is known of a seat.
type chair struct {
	actor int  // ID of a story's actor; -1: none
	own   bool // known by its own name, which is not rightly the actor's
	words hearsay.Passage
	text  string
	body  seat // whom a person speaks for or heads; nobody: not said
	head  bool // heads it, rather than only speaks for it
	known bool // body has been looked for
}

func newWho(trace *hearsay.Trace) *who {
	w := &who{trace: trace, at: map[hearsay.ActorAt]int{}, named: map[string]seat{}, beside: map[int][]string{}, onlyState: unsought, nouns: map[string]nounSeat{}, cities: map[string]bool{}, misread: map[int]seat{}, sought: map[int]bool{}, headed: map[int]bool{}, puts: map[seat]bool{}, mixed: map[int]bool{}}
	for _, a := range trace.Actors {
		for _, at := range a.Seen {
			w.at[at] = a.ID
		}
	}
	return w
}

// of returns the seat of somebody in a report; sides reports whether the words mean
// all parties.
func (w *who) of(report int, d *hearsay.Doer) (s seat, sides bool) {
	if d == nil {
		return nobody, false
	}
	text := strings.ReplaceAll(d.Words.In(w.trace.Records[report].Report.Text), "’", "'")
	if isSides(text) {
		return nobody, true
	}
	if d.Actor != nil && isThing(w.trace.Records[report].Actors[*d.Actor].Name) {
		d = &hearsay.Doer{Words: d.Words} // reading took a paper for somebody
		if isThing(text) || pronouns[strings.ToLower(text)] {
			return nobody, false
		}
	}
	at := hearsay.Passage{Report: report, Span: d.Words}
	if of := ofBody(text); of != "" {
		return w.byOwner(of, at), false
	}
	actor := -1
	if d.Actor != nil {
		if isSides(w.trace.Records[report].Actors[*d.Actor].Name) {
			return nobody, true
		}
		if id, ok := w.at[hearsay.ActorAt{Report: report, Actor: *d.Actor}]; ok {
			actor = id
		}
	}
	if d.Actor != nil {
		if called := strings.ToLower(w.trace.Records[report].Actors[*d.Actor].Name); standing[called] && (actor < 0 || properName(w.trace.Actors[actor].Name) == "") {
			return w.lastNamed(report, d.Words.Start, called), false
		}
	}
	if standing[strings.ToLower(text)] && (actor < 0 || standing[strings.ToLower(w.trace.Actors[actor].Name)]) {
		return w.lastNamed(report, d.Words.Start, strings.ToLower(text)), false
	}
	if w.isItsGovernment(text, actor) {
		return w.byActor(w.state(), at), false
	}
	name := properName(text)
	if actor < 0 && isCapital(text) && strings.HasPrefix(text, name) && !strings.Contains(name, " ") {
		name = "" // the first word of a sentence
	}
	if actor < 0 || w.trace.Actors[actor].Kind != hearsay.Person {
		if s := w.byAdjective(text, at); s != nobody {
			return s, false
		}
	}
	switch {
	case name != "" && !w.fits(name, actor):
		return w.byName(name, actor, at), false
	case actor >= 0:
		return w.byActor(actor, at), false
	case name != "":
		return w.byName(name, actor, at), false
	case hasOneOf(strings.ToLower(text), mediating):
		return w.byName(text, actor, at), false
	}
	return w.byNoun(text, at), false
}

// pair returns the seats of two whom some words name together, "Velle and the League";
// nil for one, also for one whose name has an "and" in it.
func (w *who) pair(report int, d *hearsay.Doer) []seat {
	if d == nil {
		return nil
	}
	text := strings.ReplaceAll(d.Words.In(w.trace.Records[report].Report.Text), "’", "'")
	left, right, found := strings.Cut(text, " and ")
	if !found || strings.Contains(left, " ") && strings.Contains(left, ",") || bodies[strings.ToLower(right[strings.LastIndex(right, " ")+1:])] && !articles[strings.Fields(right)[0]] {
		return nil
	}
	a, b := w.actorCalled(left), w.actorCalled(right)
	if a < 0 || b < 0 || a == b {
		return nil
	}
	at := hearsay.Passage{Report: report, Span: d.Words}
	at.Span.End = at.Span.Start + len(left)
	first := w.byActor(a, at)
	at.Span = hearsay.Span{Start: d.Words.End - len(right), End: d.Words.End}
	return []seat{first, w.byActor(b, at)}
}

// actorCalled returns the actor, no outlet, that has just this name; -1 for none.
func (w *who) actorCalled(name string) int {
	name = strings.TrimSpace(name)
	for _, a := range w.trace.Actors {
		if a.Kind == hearsay.Outlet {
			continue
		}
		for _, alias := range append([]hearsay.Alias{{Words: a.Name}}, a.Aliases...) {
			if strings.EqualFold(alias.Words, name) || isCapital(bareName(name)) && bareName(alias.Words) == bareName(name) {
				return a.ID
			}
		}
	}
	return -1
}

// isThing reports whether some words are for what is dealt in, and so for nobody:
// "the offer", "a second proposal".
func isThing(words string) bool {
	words = strings.ToLower(words)
	return papers[words[strings.LastIndex(words, " ")+1:]]
}

var papers = setOf("offer bid proposal plan deal draft agreement pact accord approach demand demands conditions terms")

func (w *who) add(c chair) seat {
	w.seats = append(w.seats, c)
	w.all = append(w.all, seat(len(w.seats)-1))
	return seat(len(w.seats) - 1)
}

// kind returns what kind of actor has a seat; "" for none.
func (w *who) kind(s seat) hearsay.ActorKind {
	if s == nobody || w.seats[s].actor < 0 {
		return ""
	}
	k := w.trace.Actors[w.seats[s].actor].Kind
	if w.seats[s].own && k == hearsay.Outlet || k == hearsay.Person && (isFirm(w.seats[s].text) || !strings.Contains(w.seats[s].text, " ") || w.isMixed(w.seats[s].actor)) {
		return hearsay.Organisation
	}
	return k
}

// A person is told by more than one word: whoever goes by a family name alone has a
// full one elsewhere, and is found by that.

// isMixed reports whether reports differ on whether an actor is a person; then it
// is taken for none.
func (w *who) isMixed(actor int) bool {
	is, known := w.mixed[actor]
	if !known {
		is = w.findMixed(actor)
		w.mixed[actor] = is
	}
	return is
}

func (w *who) findMixed(actor int) bool {
	for _, at := range w.trace.Actors[actor].Seen {
		if r := &w.trace.Records[at.Report]; at.Actor >= 0 && at.Actor < len(r.Actors) && r.Actors[at.Actor].Kind != hearsay.Person && properName(r.Actors[at.Actor].Name) != "" {
			return true
		}
	}
	return false
}
