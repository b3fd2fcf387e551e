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
	trace   *hearsay.Trace
	at      map[hearsay.ActorAt]int // the actor of the story that one of a report is
	all     []seat                  // every seat, in the order of first use
	seats   []chair
	named   map[string]seat // of those without an actor, by their words
	headed  map[int]bool    // of an actor: it was looked for whose "its president" it is
	sources []source
	puts    map[seat]bool    // bodies that are named where they do something
	misread map[int]seat     // of an actor that is a part of a name, the seat of the whole
	beside  map[int][]string // of an actor of the story, what stands beside its name
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
	w := &who{trace: trace, at: map[hearsay.ActorAt]int{}, named: map[string]seat{}, beside: map[int][]string{}, misread: map[int]seat{}, headed: map[int]bool{}, puts: map[seat]bool{}}
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

// byNoun returns the actor that is called just so in another report: "the union".
func (w *who) byNoun(text string, at hearsay.Passage) seat {
	if len(strings.Fields(text)) != 2 {
		return nobody
	}
	noun := strings.ToLower(text[strings.LastIndex(text, " ")+1:])
	if s := w.onlyBody(noun); s != nobody {
		return s
	}
	for _, a := range w.trace.Actors {
		if a.Kind == hearsay.Person || a.Kind == hearsay.Outlet {
			continue
		}
		for _, alias := range a.Aliases {
			if strings.EqualFold(alias.Words, text) {
				return w.byActor(a.ID, at)
			}
		}
	}
	return nobody
}

// ofBody returns whose government, board or army some words are about: "Ostmark" of
// "Ostmark's board", "Marrin" of "the government of Marrin"; "" for none.
func ofBody(text string) string {
	if owner, thing, ok := strings.Cut(text, "'s "); ok && organs[thing] && isCapital(properName(owner)) {
		return properName(owner)
	}
	if thing, owner, ok := strings.Cut(text, " for "); ok && speakers[strings.TrimPrefix(strings.ToLower(thing), "a ")] && isCapital(bareName(owner)) {
		return properName(owner)
	}
	if thing, owner, ok := strings.Cut(text, " of "); ok && organs[bareName(strings.ToLower(thing))] && isCapital(bareName(owner)) {
		return properName(owner)
	}
	return ""
}

// organs are what acts for a body or a state.
var organs = words("board|management|office|leadership|directors|government|delegation|negotiators|army|military|troops|forces|side|team|cabinet|foreign ministry|" +
	"ministry|defence ministry|defense ministry|energy ministry|interior ministry|finance ministry|leaders|officials|lawyers|bankers|spokesman|spokeswoman|soldiers|command|chairman|chief executive|shareholders")

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

// isSides reports whether words mean all parties: "the two sides", "both", "delegations
// from Velle and Sarn".
func isSides(text string) bool {
	fields := strings.Fields(strings.ToLower(text))
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	if len(fields) <= 3 && (last == "sides" || last == "parties" || last == "both") {
		return true
	}
	return sent[fields[0]] && len(fields) > 4 && (fields[1] == "from" || fields[1] == "of") && slices.Contains(fields[3:], "and")
}

// sent are those whom parties send to the table.
var sent = words("delegations|delegates|negotiators|envoys|teams|representatives|officials|diplomats|ministers")

// properName returns the name in some words, without what stands before it and
// without what stands after a comma: "Dock and Quay Workers' Union" of "the Dock and
// Quay Workers' Union, which …"; "" for none.
func properName(text string) string {
	text, _, _ = strings.Cut(text, ",")
	fields := strings.Fields(text)
	first, last := -1, -2
	from, to := -1, -2
	for i, f := range fields {
		switch {
		case isCapital(f) && !(i == 0 && articles[strings.ToLower(f)]):
			if from < 0 {
				from = i
			}
			if to = i; to-from > last-first {
				first, last = from, to
			}
		case !joiners[f]:
			from = -1
		}
	}
	if first < 0 {
		return ""
	}
	return strings.TrimSuffix(strings.Join(fields[first:last+1], " "), "'s")
}

func isCapital(f string) bool { return f != "" && f[0] >= 'A' && f[0] <= 'Z' && !calendar[f] }

var calendar = setOf("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December")

var joiners = setOf("and of for & the")

// bodies are nouns that end the name of one body, so that an "and" in it joins no two.
var bodies = setOf("union league ministry association council party board federation company authority committee alliance guild group bank institute society office agency department commission congress forum")

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

// isInitials reports whether a name is initials, which stand for several words and
// so for no single one.
func isInitials(name string) bool {
	return len(name) > 2 && name == strings.ToUpper(name) && !strings.Contains(name, " ")
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

// publishing are nouns in the names of outlets.
var publishing = setOf("agency press news radio television tv times post tribune herald gazette journal wire courier broadcasting")

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

// isNoun reports whether some words are a common noun for a body: "the union",
// "the dockers' union".
func isNoun(words, noun string) bool {
	return properName(words) == "" && strings.HasSuffix(strings.ToLower(words), " "+noun)
}

// byActor returns the seat of an actor; of one that is called by a common noun
// alone, that of the only body with such a name.
func (w *who) byActor(id int, at hearsay.Passage) seat {
	for i, c := range w.seats {
		if c.actor == id && !c.own {
			return seat(i)
		}
	}
	name := strings.ReplaceAll(w.trace.Actors[id].Name, "’", "'")
	if s, ok := w.misread[id]; ok && strings.Contains(w.seats[s].text, name) {
		return s
	}
	if s := w.described(id, name); s != nobody {
		return s
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

// isTorn reports whether a part is what reading has left of a body's name with an
// "and" in it: "Dock", "Quay Workers' Union" of "Dock and Quay Workers' Union".
func isTorn(whole, part string) bool {
	last := strings.ToLower(whole[strings.LastIndex(whole, " ")+1:])
	return bodies[last] && len(part) > 3 && (strings.HasPrefix(whole, part+" and ") || strings.HasSuffix(whole, " and "+part))
}

// isEdge reports whether a name of two or three words begins or ends with another of
// one.
func isEdge(name, word string) bool {
	if strings.Contains(word, " ") || strings.Contains(word, "'") || len(word) < 4 || strings.Count(name, " ") < 1 || strings.Count(name, " ") > 2 {
		return false
	}
	return strings.HasPrefix(name, word+" ") || strings.HasSuffix(name, " "+word)
}

// bareName is a name without an article.
func bareName(name string) string {
	name = strings.ReplaceAll(name, "’", "'")
	return strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
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

// meet makes a seat of every name that stands in the dealings, so that nouns can be
// told whose they are.
func (w *who) meet() {
	for _, report := range w.trace.ByPublication() {
		for _, a := range w.trace.Records[report].Attributions {
			if n := len(a.Chain); a.Source != nil && n > 0 {
				w.sources = append(w.sources, source{report, hearsay.Doer{Words: *a.Source, Actor: a.Chain[n-1].Actor}})
			}
		}
		for _, d := range w.trace.Records[report].Dealings {
			doers := []*hearsay.Doer{d.By, d.To}
			for _, t := range d.Terms {
				doers = append(doers, t.On)
			}
			for _, doer := range doers {
				w.describe(report, doer)
				if doer == nil || properName(doer.Words.In(w.trace.Records[report].Report.Text)) == "" {
					continue
				}
				if s, _ := w.of(report, doer); s != nobody && doer == d.By && w.kind(s) != hearsay.Person && w.kind(s) != hearsay.Outlet {
					w.puts[s] = true
				}
			}
		}
	}
	for _, x := range w.sources {
		w.describe(x.report, &x.doer)
	}
}

// source is somebody in whose words something stands.
type source struct {
	report int
	doer   hearsay.Doer
}

// describe keeps what stands between commas behind a name: "Dane Holloway, managing
// partner of the fund Quarrick Partners, welcomed …".
func (w *who) describe(report int, d *hearsay.Doer) {
	if d == nil || d.Actor == nil {
		return
	}
	id, ok := w.at[hearsay.ActorAt{Report: report, Actor: *d.Actor}]
	text := w.trace.Records[report].Report.Text
	rest, found := strings.CutPrefix(text[d.Words.End:], ", ")
	if words := strings.ToLower(d.Words.In(text)); ok && !w.headed[id] && (strings.HasPrefix(words, "its ") || strings.HasPrefix(words, "their ")) {
		w.headed[id] = true
		if s := w.lastNamed(report, d.Words.Start, "its"); s != nobody {
			w.beside[id] = append(w.beside[id], d.Words.In(text)+" of "+w.seats[s].text)
		}
	}
	if !ok || !found || len(w.beside[id]) > 8 {
		return
	}
	if phrase, _, ended := strings.Cut(rest[:min(len(rest), 120)], ","); ended {
		w.beside[id] = append(w.beside[id], strings.ReplaceAll(phrase, "’", "'"))
	}
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
	for _, at := range w.trace.Actors[actor].Seen {
		if r := w.trace.Records[at.Report]; at.Actor >= 0 && at.Actor < len(r.Actors) && r.Actors[at.Actor].Kind != hearsay.Person && properName(r.Actors[at.Actor].Name) != "" {
			return true
		}
	}
	return false
}

// isFirm reports whether a name ends as those of firms and bodies do.
func isFirm(name string) bool {
	last := strings.ToLower(name[strings.LastIndex(name, " ")+1:])
	return strings.Contains(name, " ") && (bodies[last] || firms[last])
}

var firms = setOf("terminals logistics shipping partners breweries holdings airlines airways railways motors energy steel mutual capital trust industries systems " +
	"foods stores mining minerals oil gas power water telecom media bank insurance pharma ferries lines ports hospital hospitals university schools group front army movement")

// # Whom a person speaks for
//
// A spokesman's words are his side's; what a president or a chairman puts is put
// by the body, though where he stands he stands himself.

var (
	speakers = setOf("spokesman spokeswoman spokesperson negotiator representative lawyer official")
	heads    = setOf("co-leader co-chair president chairman chairwoman chair chief leader secretary head director partner boss executive")
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
	if s == nobody || w.seats[s].actor < 0 || w.seats[s].own || w.kind(s) != hearsay.Person && w.kind(s) != hearsay.Organisation && !speaks(w.seats[s].text) {
		return nobody, false
	}
	if c := &w.seats[s]; !c.known {
		body, head := w.findBody(c.actor, w.kind(s) == hearsay.Person)
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
//
// Of what is not known to be a person only what begins with such an office tells:
// a body may be called by its own president.
func (w *who) findBody(actor int, person bool) (seat, bool) {
	for _, phrase := range w.phrases(actor) {
		head, speaks := false, false
		if !person && (len(strings.Fields(w.trace.Actors[actor].Name)) != 2 || properName(phrase) == phrase) {
			continue
		}
		for f := range strings.FieldsSeq(strings.ToLower(phrase)) {
			f = strings.Trim(f, ",.'’")
			speaks, head = speaks || speakers[f], head || heads[f]
		}
		if !speaks && !head {
			continue
		}
		for i, c := range w.seats {
			if c.own && strings.Contains(phrase, c.text) {
				return seat(i), !speaks
			}
		}
		if id := w.namedIn(strings.ToLower(phrase), actor); id >= 0 {
			return w.byActor(id, w.firstWords(id)), !speaks
		}
	}
	if s := w.governs(actor); s != nobody {
		return s, true
	}
	return nobody, false
}

// governs returns the state for which a minister speaks without its being named with
// his office: the one that what he says begins with, most often.
func (w *who) governs(actor int) seat {
	if !slices.ContainsFunc(w.phrases(actor), func(p string) bool { return hasOneOf(strings.ToLower(p), governing) }) {
		return nobody
	}
	votes := make([]int, len(w.seats))
	best := nobody
	for _, at := range w.trace.Actors[actor].Seen {
		r := &w.trace.Records[at.Report]
		for _, a := range r.Attributions {
			if len(a.Chain) == 0 || a.Chain[len(a.Chain)-1].Actor == nil || *a.Chain[len(a.Chain)-1].Actor != at.Actor {
				continue
			}
			begins := a.Content[0].In(r.Report.Text)
			for i, c := range w.seats {
				if i < len(votes) && isCapital(c.text) && strings.HasPrefix(begins, c.text+" ") && w.puts[seat(i)] {
					if votes[i]++; best == nobody || votes[i] > votes[best] {
						best = seat(i)
					}
				}
			}
		}
	}
	return best
}

var governing = setOf("minister president premier chancellor secretary")

// phrases returns all that an actor is called or described as.
func (w *who) phrases(actor int) []string {
	var all []string
	for _, a := range w.trace.Actors[actor].Aliases {
		all = append(all, strings.ReplaceAll(a.Words, "’", "'"))
	}
	for _, at := range w.trace.Actors[actor].Seen {
		r := &w.trace.Records[at.Report]
		if at.Actor < 0 || at.Actor >= len(r.Actors) {
			continue
		}
		for _, d := range r.Actors[at.Actor].Descriptions {
			all = append(all, strings.ReplaceAll(d.Words.In(r.Report.Text), "’", "'"))
		}
	}
	return append(all, w.beside[actor]...)
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
		case hearsay.DealingOffer, hearsay.DealingAccept, hearsay.DealingRefuse, hearsay.DealingDeny:
			weight[by] += 3
			own[it.by] = own[it.by] || it.Kind != hearsay.DealingOffer
		case hearsay.DealingDemand:
			if !areBare(t.termsOf(i, by)) {
				weight[by] += 2
			}
			own[it.by] = own[it.by] || !weak[it.Cue.In(it.text)]
		case hearsay.DealingPending:
			weight[by] += 2
		}
		weight[t.who.body(it.to)]++
		for _, term := range it.Terms {
			on, _ := t.who.of(it.report, term.On)
			weight[t.who.body(on)]++
			own[on] = own[on] || on != it.by && t.isNamed(it, term.On, on)
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

// isNamed reports whether the words for somebody are its name, and not that of
// others who are called after it: "Cassian observers".
func (t *table) isNamed(it *item, d *hearsay.Doer, s seat) bool {
	return s != nobody && d != nil && strings.HasSuffix(bareName(t.who.seats[s].text), bareName(d.Words.In(it.text)))
}

func (t *table) isMediator(s seat, wrote bool) bool {
	c := t.who.seats[s]
	if c.actor < 0 {
		return wrote || hasOneOf(strings.ToLower(c.text), mediating)
	}
	if t.who.kind(s) == hearsay.Mediator {
		return true
	}
	for _, phrase := range t.who.phrases(c.actor) {
		for f := range strings.FieldsSeq(strings.ToLower(phrase)) {
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
		if k := t.who.kind(s); weight[s] > 0 && !t.mediators[s] && k != hearsay.Outlet && k != hearsay.CourtOfLaw && (t.who.seats[s].actor >= 0 || t.who.seats[s].own) {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b seat) int { return cmp.Compare(weight[b], weight[a]) })
	for n, s := range all {
		if t.who.kind(s) == hearsay.Person && t.manyBodies(all, weight, weight[s]) {
			continue
		}
		if len(t.principals) < 2 || n < 6 && t.who.kind(s) != hearsay.Person && weight[s] >= 6 && 10*weight[s] >= 8*weight[t.principals[1]] {
			t.principals = append(t.principals, s)
		}
	}
}

// manyBodies reports whether two bodies or states take at least half the part that a
// person does, so that he need not be taken for a party.
func (t *table) manyBodies(all []seat, weight map[seat]int, his int) bool {
	n := 0
	for _, s := range all {
		if t.who.kind(s) != hearsay.Person && weight[s] >= 2 && 2*weight[s] >= his {
			n++
		}
	}
	return n >= 2
}

// refill finds who is meant where a pronoun or a noun for any body tells nobody who
// negotiates: the one in whose words it stands, or whom he speaks for, or else the
// principal told of last.
func (t *table) refill() {
	for i := range t.items {
		it := &t.items[i]
		if it.By == nil || it.bySides {
			continue
		}
		if words := strings.ToLower(it.By.Words.In(it.text)); !standing[words] && !pronouns[words] {
			continue
		}
		if by := t.who.body(it.by); t.isPrincipal(by) || t.mediators[by] {
			continue
		}
		if by := t.speakerOf(it); t.isPrincipal(t.who.body(by)) || t.mediators[by] {
			it.by = by
		} else if by := t.lastBefore(it); by != nobody && it.by == nobody {
			it.by = by
		}
	}
}

var pronouns = setOf("it its they their")

// standing are words that stand for a body told of before.
var standing = words("the company|the firm|the operator|the group|the movement|the union|the party|the bidder|the board|the trust|his party|her party|the bank|the club|the airline|the brewer|the retailer|the rebels|the army")

func words(all string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(all, "|") {
		set[w] = true
	}
	return set
}

// speakerOf returns in whose words an item stands; nobody for the outlet's own.
func (t *table) speakerOf(it *item) seat {
	if it.Attribution == nil {
		return nobody
	}
	a := t.trace.Records[it.report].Attributions[*it.Attribution]
	if a.Source == nil || a.Source.Overlaps(it.By.Words) {
		return nobody
	}
	d := hearsay.Doer{Words: *a.Source}
	if n := len(a.Chain); n > 0 {
		d.Actor = a.Chain[n-1].Actor
	}
	s, _ := t.who.of(it.report, &d)
	return s
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
