package talks

import (
	"slices"
	"strings"

	"hearsay"
)

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
			if d.Kind == hearsay.DealingRound || d.Kind == hearsay.DealingDone {
				continue
			}
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
		if body := w.inSentence(report, d.Words.Start); body != "" {
			w.beside[id] = append(w.beside[id], d.Words.In(text)+" of "+body)
		} else if s := w.lastNamed(report, d.Words.Start, "its"); s != nobody {
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

// inSentence returns the name of the body that a sentence begins with, up to a place
// in it: "The Green Alliance will leave, its leader said"; "" for none.
func (w *who) inSentence(report, before int) string {
	text := w.trace.Records[report].Report.Text[:before]
	if i := strings.LastIndexAny(text, ".\n”"); i >= 0 {
		text = text[i+1:]
	}
	text = strings.TrimLeft(text, " \"“")
	best := ""
	for _, a := range w.trace.Actors {
		if a.Kind == hearsay.Person || a.Kind == hearsay.Outlet {
			continue
		}
		for _, alias := range append([]hearsay.Alias{{Words: a.Name}}, a.Aliases...) {
			if isCapital(bareName(alias.Words)) && len(alias.Words) > len(best) && strings.HasPrefix(bareName(text), bareName(alias.Words)+" ") {
				best = a.Name
			}
		}
	}
	return best
}

// # Whom a person speaks for
//
// A spokesman's words are his side's; what a president or a chairman puts is put
// by the body, though where he stands he stands himself.

var (
	speakers = setOf("spokesman spokeswoman spokesperson negotiator representative lawyer official")
	heads    = setOf("co-leader co-chair minister ambassador envoy commander convener president chairman chairwoman chair chief leader secretary head director partner boss executive")
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
	if s == nobody || w.seats[s].actor < 0 || w.seats[s].own || w.kind(s) != hearsay.Person && w.kind(s) != hearsay.Organisation && w.kind(s) != hearsay.GroupOfPeople && !speaks(w.seats[s].text) {
		return nobody, false
	}
	if c := &w.seats[s]; !c.known && w.kind(s) == hearsay.GroupOfPeople {
		c.body, c.known = w.unionOf(s), true
	} else if !c.known {
		body, head := w.findBody(c.actor, w.kind(s) == hearsay.Person)
		c = &w.seats[s]
		c.body, c.head, c.known = body, head, true
	}
	return w.seats[s].body, w.seats[s].head
}

// unionOf returns the only union at the table, where a seat is that of workers.
func (w *who) unionOf(s seat) seat {
	if !hasOneOf(strings.ToLower(w.seats[s].text), workers) {
		return nobody
	}
	only := nobody
	for i, c := range w.seats {
		if seat(i) == s || !isCapital(bareName(c.text)) || !hasOneOf(strings.ToLower(c.text), unions) {
			continue
		}
		if only != nobody {
			return nobody
		}
		only = seat(i)
	}
	return only
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
		head = head || isOfLeadership(phrase)
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
	if person && w.isMinister(actor) {
		if s := w.ministryBefore(actor); s != nobody {
			return s, true
		}
	}
	if person && w.state() >= 0 && w.isMinister(actor) {
		return w.byActor(w.state(), w.firstWords(w.state())), true
	}
	return nobody, false
}

// isOfLeadership reports whether a phrase makes somebody a member of what leads a
// body: "a senior member of the League's political bureau".
func isOfLeadership(phrase string) bool {
	words := strings.ToLower(phrase)
	return (strings.Contains(words, "member of") || strings.Contains(words, "figure in")) && hasOneOf(words, leading)
}

var leading = setOf("senior leading bureau politburo leadership board command delegation directorate executive")

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

// ministryBefore returns the state whose ministry or government is named last before
// a minister is: "Sarn's fisheries ministry said … the minister, Dagny Frey".
func (w *who) ministryBefore(actor int) seat {
	at := w.firstWords(actor)
	before := w.trace.Records[at.Report].Report.Text[:at.Span.Start]
	before = strings.ReplaceAll(before[max(0, len(before)-reach):], "’", "'")
	for i := strings.LastIndex(before, "'s "); i >= 0; i = strings.LastIndex(before[:i], "'s ") {
		after := strings.Fields(before[i+3:])
		if len(after) > 0 && (organs[after[0]] || len(after) > 1 && organs[after[1]]) {
			owner := strings.Fields(before[:i])
			if n := len(owner); n > 0 && isCapital(owner[n-1]) {
				return w.byOwner(owner[n-1], at)
			}
		}
	}
	return nobody
}

// isMinister reports whether somebody holds an office of state that no body is named
// with.
func (w *who) isMinister(actor int) bool {
	for _, phrase := range w.phrases(actor) {
		for f := range strings.FieldsSeq(strings.ToLower(phrase)) {
			if f == "minister" || f == "premier" || f == "chancellor" {
				return true
			}
		}
	}
	return false
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
