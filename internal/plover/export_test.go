package plover

import "strings"

// Example is what an entry of a table says must match and what must not.
type Example struct {
	Name, Yes, No string
	forms         forms
}

// Matches reports whether the entry's words stand in a phrase.
func (e Example) Matches(phrase string) bool { return e.forms.in(strings.ToLower(phrase)) }

// TableExamples are those of all tables.
func TableExamples() (all []Example) {
	for _, d := range deeds {
		all = append(all, Example{string(d.event) + " " + d.mode, d.yes, d.no, d.forms})
	}
	for _, m := range append(append(modes{}, requestModes...), threatModes...) {
		all = append(all, Example{m.name, m.yes, m.no, m.forms})
	}
	for _, c := range contextTable {
		all = append(all, Example{c.name, c.yes, c.no, c.forms})
	}
	return all
}
