package talks

import (
	"strings"

	"hearsay"
)

// groupOf returns the only seat of a group that is called by a noun with what tells
// which: "insurgents" of "insurgents in Tarim".
func (w *who) groupOf(noun string) seat {
	only := nobody
	for i, c := range w.seats {
		if w.kind(seat(i)) != hearsay.GroupOfPeople || !strings.HasPrefix(strings.ToLower(bareName(c.text)), noun+" ") {
			continue
		}
		if only != nobody {
			return nobody
		}
		only = seat(i)
	}
	return only
}

// byNoun returns the actor that is called just so in another report: "the union". What
// was found for some words holds until there is another seat.
func (w *who) byNoun(text string, at hearsay.Passage) seat {
	if len(strings.Fields(text)) != 2 {
		return nobody
	}
	if known, ok := w.nouns[text]; ok && known.seats == len(w.seats) {
		return known.seat
	}
	s := w.findNoun(text, at)
	w.nouns[text] = nounSeat{s, len(w.seats)}
	return s
}

// nounSeat is the seat that some words were found to be for, when there were so many.
type nounSeat struct {
	seat  seat
	seats int
}

func (w *who) findNoun(text string, at hearsay.Passage) seat {
	noun := strings.ToLower(text[strings.LastIndex(text, " ")+1:])
	if s := w.onlyBody(noun); s != nobody {
		return s
	}
	if s := w.groupOf(noun); s != nobody {
		return s
	}
	if id, ok := w.bodiesByAlias()[strings.ToLower(text)]; ok {
		return w.byActor(id, at)
	}
	return nobody
}

// bodiesByAlias returns the first actor, no person and no outlet, that is called by
// some words in lower case.
func (w *who) bodiesByAlias() map[string]int {
	if w.aliases != nil {
		return w.aliases
	}
	w.aliases = map[string]int{}
	for _, a := range w.trace.Actors {
		if a.Kind == hearsay.Person || a.Kind == hearsay.Outlet {
			continue
		}
		for _, alias := range a.Aliases {
			key := strings.ToLower(alias.Words)
			if _, taken := w.aliases[key]; !taken {
				w.aliases[key] = a.ID
			}
		}
	}
	return w.aliases
}

// byOwner returns the seat of a state or body by its name.
func (w *who) byOwner(name string, at hearsay.Passage) seat {
	if s := w.sameName(name, false); s != nobody {
		return s
	}
	for _, a := range w.trace.Actors {
		if a.Kind == hearsay.Outlet {
			continue
		}
		for _, alias := range append([]hearsay.Alias{{Words: a.Name}}, a.Aliases...) {
			if bareName(alias.Words) == name && w.fits(name, a.ID) {
				return w.byActor(a.ID, at)
			}
		}
	}
	return w.byName(name, -1, at)
}

// lastNamed returns the body that a report names last before some words which stand
// for one, "the company"; one that has the very noun for its own comes first.
func (w *who) lastNamed(report, before int, words string) seat {
	noun := words[strings.LastIndex(words, " ")+1:]
	if s := w.onlyBody(noun); s != nobody {
		return s
	}
	text := w.trace.Records[report].Report.Text[:before]
	best, last, size := -1, -1, 0
	for i, c := range w.seats {
		if c.actor < 0 || !w.puts[seat(i)] {
			continue
		}
		a := w.trace.Actors[c.actor]
		for _, at := range a.Seen {
			if at.Report != report || at.Actor < 0 {
				continue
			}
			for _, alias := range w.trace.Records[report].Actors[at.Actor].Aliases {
				if !isCapital(bareName(alias)) || articles[strings.ToLower(alias)] || strings.Contains(alias, "'s ") || strings.Contains(alias, "’s ") {
					continue
				}
				if i := strings.LastIndex(text, alias); i > last || i == last && len(alias) > size {
					best, last, size = a.ID, i, len(alias)
				}
			}
		}
	}
	if best < 0 || before-last > reach {
		return nobody
	}
	return w.byActor(best, hearsay.Passage{Report: report, Span: hearsay.Span{Start: last, End: last + size}})
}

// reach is how many bytes before a noun that stands for a body its name may stand.
const reach = 400

// fits reports whether a name may be an actor's. A part of a name that an "and"
// joins is not the whole, and a country is not its news agency.
func (w *who) fits(name string, actor int) bool {
	if actor < 0 {
		return false
	}
	a := w.trace.Actors[actor]
	joined := strings.Contains(name, " and ") || strings.Contains(name, " & ")
	publishes := a.Kind == hearsay.Outlet || len(a.Publishes) > 0 || hasOneOf(strings.ToLower(a.Name), publishing)
	if !joined && !publishes {
		return !isInitials(a.Name) || isInitials(name) || strings.Contains(name, " ")
	}
	for _, alias := range append([]hearsay.Alias{{Words: a.Name}}, a.Aliases...) {
		words := properName(strings.ReplaceAll(alias.Words, "’", "'"))
		if joined && words == name {
			return true
		}
	}
	return !joined && !w.isPartOfOutlet(a, name)
}

// isPartOfOutlet reports whether one word is the country or town of an outlet's name.
func (w *who) isPartOfOutlet(a hearsay.StoryActor, name string) bool {
	if strings.Contains(name, " ") {
		return false
	}
	for _, r := range a.Publishes {
		if outlet := w.trace.Records[r].Report.Outlet; strings.HasPrefix(outlet, name+" ") && hasOneOf(strings.ToLower(outlet), publishing) {
			return true
		}
	}
	for _, alias := range append([]hearsay.Alias{{Words: a.Name}}, a.Aliases...) {
		if strings.HasPrefix(alias.Words, name+" ") && (a.Kind == hearsay.Outlet || hasOneOf(strings.ToLower(alias.Words), publishing)) {
			return true
		}
	}
	return false
}

// byName returns the seat of a name that is no actor's, or not rightly. The actor
// that reading takes it for stands for it outside.
func (w *who) byName(name string, actor int, at hearsay.Passage) seat {
	s, known := w.named[name]
	for i, c := range w.seats {
		if !known && (strings.EqualFold(bareName(c.text), name) || isTorn(name, bareName(c.text)) || !c.own && isEdge(bareName(c.text), name) && w.kind(seat(i)) != hearsay.Outlet) {
			s, known = seat(i), true
			w.named[name] = s
		}
	}
	if actor >= 0 && known {
		w.misread[actor] = s
	}
	if known {
		return s
	}
	joined := strings.Contains(name, " and ")
	part := actor
	if better := w.called(name); better >= 0 {
		actor = better
	} else if joined {
		actor = -1
	}
	if joined && !bodies[strings.ToLower(name[strings.LastIndex(name, " ")+1:])] {
		actor = -1
	}
	defer func() {
		if part >= 0 {
			w.misread[part] = w.named[name]
		}
	}()
	s = w.add(chair{actor: actor, own: true, words: at, text: name, body: nobody})
	w.named[name] = s
	return s
}

// called returns the actor that has a name, or of which a body is the only one with
// such a noun; -1 for none.
func (w *who) called(name string) int {
	noun := strings.ToLower(name[strings.LastIndex(name, " ")+1:])
	found := -1
	for _, a := range w.trace.Actors {
		for _, alias := range append([]hearsay.Alias{{Words: a.Name}}, a.Aliases...) {
			if a.Kind != hearsay.Person && strings.EqualFold(properName(alias.Words), name) {
				return a.ID
			}
			if bodies[noun] && isNoun(alias.Words, noun) && found < 0 && a.Kind != hearsay.Outlet && a.Kind != hearsay.Person {
				found = a.ID
			}
		}
	}
	return found
}

// byActor returns the seat of an actor; of one that is called by a common noun
// alone, that of the only body with such a name.
func (w *who) byActor(id int, at hearsay.Passage) seat {
	for i, c := range w.seats {
		if c.actor == id && !c.own {
			return seat(i)
		}
	}
	if w.sought[id] {
		return w.add(chair{actor: id, words: at, text: w.trace.Actors[id].Name, body: nobody}) // whose names lead to each other
	}
	w.sought[id] = true
	defer delete(w.sought, id)
	name := strings.ReplaceAll(w.trace.Actors[id].Name, "’", "'")
	if s, ok := w.misread[id]; ok && strings.Contains(w.seats[s].text, name) {
		return s
	}
	if s := w.described(id, name); s != nobody {
		return s
	}
	if of := ofBody(name); of != "" && w.actorCalled(of) != id {
		return w.byOwner(of, at)
	}
	if properName(name) == "" || strings.HasPrefix(name, "The ") && len(strings.Fields(name)) == 2 {
		if s := w.onlyBody(strings.ToLower(name[strings.LastIndex(name, " ")+1:])); s != nobody {
			return s
		}
	}
	if full := w.fullName(id); full >= 0 {
		return w.byActor(full, at)
	}
	if s := w.sameName(bareName(name), w.trace.Actors[id].Kind == hearsay.Outlet); s != nobody {
		return s
	}
	return w.add(chair{actor: id, words: at, text: w.trace.Actors[id].Name, body: nobody})
}

// sameName returns the seat of whoever has a name, or is the only one whose name
// begins or ends with it, where it is one word: "Tidewell", "Tidewell Shipping".
func (w *who) sameName(name string, outlet bool) seat {
	only, n := nobody, 0
	for i, c := range w.seats {
		have := bareName(c.text)
		if strings.EqualFold(have, name) || isTorn(have, name) {
			return seat(i)
		}
		if !outlet && w.kind(seat(i)) != hearsay.Outlet && !strings.Contains(have, " and ") && isCapital(have) && isCapital(name) && (isEdge(have, name) || isEdge(name, have)) {
			only, n = seat(i), n+1
		}
	}
	if n != 1 {
		return nobody
	}
	return only
}

// described returns the seat of the only body that is described by what an actor is
// called, where that is no name: "the activist fund".
func (w *who) described(id int, name string) seat {
	noun := strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "))
	if properName(name) != "" || !strings.Contains(noun, " ") {
		return nobody
	}
	only := -1
	for _, a := range w.trace.Actors {
		if a.ID == id || a.Kind == hearsay.Person || a.Kind == hearsay.Outlet || properName(a.Name) == "" {
			continue
		}
		for _, phrase := range w.phrases(a.ID) {
			if strings.Contains(strings.ToLower(phrase), noun) {
				if only >= 0 && only != a.ID {
					return nobody
				}
				only = a.ID
			}
		}
	}
	if only < 0 {
		return nobody
	}
	return w.byActor(only, w.firstWords(only))
}

// fullName returns the only person whose name ends with what an actor is called,
// where that is one word; -1 for none.
func (w *who) fullName(id int) int {
	name := strings.TrimSuffix(w.trace.Actors[id].Name, "'s office")
	if strings.Contains(name, " ") || !isCapital(name) {
		return -1
	}
	only := -1
	for _, a := range w.trace.Actors {
		if a.ID != id && a.Kind == hearsay.Person && strings.HasSuffix(a.Name, " "+name) {
			if only >= 0 {
				return -1
			}
			only = a.ID
		}
	}
	return only
}

// onlyBody returns the seat whose name ends with a noun, if there is only one.
func (w *who) onlyBody(noun string) seat {
	only := nobody
	for i, c := range w.seats {
		if properName(c.text) != "" && len(strings.Fields(c.text)) > 1 && strings.HasSuffix(strings.ToLower(c.text), " "+noun) && isCapital(c.text[strings.LastIndex(c.text, " ")+1:]) {
			if only != nobody {
				return nobody
			}
			only = seat(i)
		}
	}
	return only
}

// byAdjective returns the state or body whose name some words have as an
// adjective: "Tessaran troops" are Tessara's.
func (w *who) byAdjective(text string, at hearsay.Passage) seat {
	first, _, more := strings.Cut(text, " ")
	if !more || len(first) < 5 || strings.HasSuffix(first, "'s") || first[0] < 'A' || first[0] > 'Z' || articles[strings.ToLower(first)] {
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
