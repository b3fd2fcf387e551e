package view

import (
	"strings"

	"hearsay"
)

// # The path
//
// Under a note stands the way by which the words came, if there is more to tell
// than that those around it have them from the one who speaks:
//
//	Radio Drenn (named-organisation, broadcast) ← an official (anonymous, interview,
//	2031-04-02, why: he was not authorised to speak)

// path tells the hops of a chain after the first known ones; "" if that says no
// more than the note.
func path(chain []hearsay.Voice, known int, text string) string {
	known = max(known, 1)
	if len(chain) <= known {
		return ""
	}
	var told []string
	for _, v := range chain[known:] {
		told = append(told, hop(v, text)+" ("+strings.Join(details(v), ", ")+")")
	}
	if len(told) == 1 && !isTelling(chain[len(chain)-1]) {
		return ""
	}
	return strings.Join(told, " ← ")
}

// isTelling reports whether there is more to a voice than who it is: that a
// channel is heard and a document read goes without saying.
func isTelling(v hearsay.Voice) bool {
	switch v.Medium {
	case "", hearsay.Broadcast, hearsay.Reported, hearsay.Paper:
		return v.Occasion != nil || v.Anonymity != nil
	}
	return true
}

// hop gives the words for a voice.
func hop(v hearsay.Voice, text string) string {
	if v.As == nil {
		return nobody
	}
	return Clip(v.As.In(text), longestHop)
}

// longestHop is how many characters of a hop's words a path tells.
const longestHop = 60

// details lists what is known of a voice, its identity first.
func details(v hearsay.Voice) []string {
	all := []string{string(v.Identity)}
	add := func(label, value string) {
		if value != "" {
			all = append(all, label+Line(value))
		}
	}
	add("", string(v.Medium))
	if o := v.Occasion; o != nil {
		add("", o.Date)
		add("in ", o.Place)
		add("to ", o.Audience)
	}
	if a := v.Anonymity; a != nil {
		add("why: ", a.Why)
		add("", a.Proximity)
		add("number: ", a.Number)
	}
	return all
}
