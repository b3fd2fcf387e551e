package talks

import (
	"strings"

	"hearsay"
)

// # The state
//
// Where only one state has a name in a story, much that is said of it does not name
// it:
//
//	the government, the cabinet          its government
//	Defence Minister Ilse Brand          speaks for it
//	ORLSTAD (NW) - … Orlstad offers …    its capital stands for it
//
// Where there are two, such words tell nobody.

// state returns the only government with a name of its own; -1 for none and for
// several.
func (w *who) state() int {
	if w.onlyState == unsought {
		w.onlyState = w.findState()
	}
	return w.onlyState
}

// unsought marks what has not been looked for.
const unsought = -2

func (w *who) findState() int {
	only, unnamed := -1, -1
	for _, a := range w.trace.Actors {
		if a.Kind != hearsay.Government || ofBody(a.Name) != "" || isSides(a.Name) {
			continue
		}
		if !isCapital(bareName(a.Name)) {
			unnamed = a.ID
			continue
		}
		if only >= 0 {
			return -1
		}
		only = a.ID
	}
	if only < 0 {
		return unnamed // "the government", in a story that never names the state
	}
	return only
}

// governments are words for the government of the only state.
var governments = words("the government|the cabinet|the regime|the state|ministers|the prime minister's office|the president's office|the governing coalition")

// isItsGovernment reports whether some words are for the government of the only state
// without naming it, or for it by its capital.
func (w *who) isItsGovernment(text string, actor int) bool {
	if w.state() < 0 || actor == w.state() || !isCapital(bareName(w.trace.Actors[w.state()].Name)) {
		return false
	}
	if governments[strings.ToLower(text)] {
		return actor < 0 || !isCapital(bareName(w.trace.Actors[actor].Name)) || governments[strings.ToLower(w.trace.Actors[actor].Name)]
	}
	return actor >= 0 && w.trace.Actors[actor].Kind == hearsay.Organisation && w.isCapitalCity(w.trace.Actors[actor].Name)
}

// isCapitalCity reports whether a name is the place that a report is dated from.
func (w *who) isCapitalCity(name string) bool {
	if strings.Contains(name, " ") || len(name) < 4 {
		return false
	}
	is, known := w.cities[name]
	if !known {
		is = w.isDatedFrom(strings.ToUpper(name))
		w.cities[name] = is
	}
	return is
}

func (w *who) isDatedFrom(upper string) bool {
	for _, r := range w.trace.Records {
		for _, after := range []string{", ", " (", " - ", " – ", " — "} {
			if strings.HasPrefix(r.Report.Text, upper+after) {
				return true
			}
		}
	}
	return false
}
