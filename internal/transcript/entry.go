package transcript

import (
	"slices"
	"strings"

	"hearsay"
)

// # Which stamps open entries
//
// One time on a page is the page's own. Stamps are a live blog's if there are
// several with text under each. A stamp that is the first of the page and of
// another form than those after it is still the page's own:
//
//	Updated 17 April 2031, 15:10     the page's
//	The envoy has arrived …
//	14:32                            an entry
//	The envoy left the hall.
//	14:05                            an entry
//	Talks began.
//
// A stamp with text behind it on the same line ("14:32 – The envoy left") is
// weaker evidence, and more of them are wanted.
const (
	minEntries = 2
	minInline  = 3
)

// stamped is a line that begins with a stamp.
type stamped struct {
	stamp
	span   hearsay.Span // of the stamp
	inline bool         // text follows on the line
	filled bool         // text follows, there or below
}

// entries returns the entries of a live blog, or none.
func (p *page) entries(report hearsay.Report) []hearsay.Entry {
	found := p.stamps()
	found = withoutPageDate(withoutEmpty(found))
	if !enough(found) {
		return nil
	}
	out := make([]hearsay.Entry, len(found))
	next := len(p.lines)
	for i, s := range slices.Backward(found) {
		end := s.span.End
		for next--; p.lines[next].Start > s.span.Start; next-- {
			if p.readsOn(p.lines[next]) {
				end = max(end, p.lines[next].End)
			}
		}
		if s.inline {
			end = max(end, p.lines[next].End)
		}
		out[i] = hearsay.Entry{Span: hearsay.Span{Start: s.span.Start, End: end}, Stamp: s.span}
	}
	newClocks(found, report).date(out)
	return out
}

// stamps returns the lines that begin with a stamp. A line that is only a date
// opens no entry; it dates the stamps below it that have none of their own.
func (p *page) stamps() []stamped {
	var found []stamped
	var heading stamp
	for _, l := range p.lines {
		s, ok := p.stampOf(l)
		switch {
		case !ok:
			if len(found) > 0 && p.readsOn(l) {
				found[len(found)-1].filled = true
			}
		case !s.hasClock && !s.relative:
			heading = s.stamp
		default:
			if !s.hasDay && heading.hasDay {
				s.stamp = s.stamp.on(heading)
			}
			found = append(found, s)
		}
	}
	return found
}

// on returns the stamp with a heading's date.
func (s stamp) on(heading stamp) stamp {
	s.year, s.month, s.day, s.hasDay = heading.year, heading.month, heading.day, true
	s.odd = s.odd || heading.odd
	if !s.hasWeekday {
		s.weekday, s.hasWeekday = heading.weekday, heading.hasWeekday
	}
	return s
}

// readsOn reports whether a line is text that an entry may consist of.
func (p *page) readsOn(l line) bool {
	switch p.kind(l.paragraph) {
	case hearsay.BlockNote, hearsay.BlockRelated, hearsay.BlockCopyright, hearsay.BlockFurniture, hearsay.BlockContributor, hearsay.BlockTimestamp:
		return false
	}
	return true
}

// stampOf reads the stamp that a line is or begins with.
func (p *page) stampOf(l line) (stamped, bool) {
	words := l.In(p.text)
	if !mayBeStamp(words) {
		return stamped{}, false
	}
	if s, ok := parseStamp(strings.TrimRight(words, ":.-–— ")); ok {
		return stamped{stamp: s, span: l.Span}, true
	}
	if words[0] < '0' || words[0] > '9' {
		return stamped{}, false
	}
	for _, head := range heads(words) {
		if s, ok := parseStamp(head); ok && s.hasClock {
			return stamped{s, hearsay.Span{Start: l.Start, End: l.Start + len(head)}, true, true}, true
		}
	}
	return stamped{}, false
}

// mayBeStamp turns most lines down by their beginning: a stamp begins with a
// digit or is short.
func mayBeStamp(words string) bool {
	return len(words) <= maxStamp || '0' <= words[0] && words[0] <= '9'
}

// heads returns what may be the stamp of a line that goes on with text: all up
// to a mark that divides, else the first word or two.
func heads(words string) []string {
	var out []string
	limit := words[:min(len(words), maxStamp)]
	for _, mark := range [...]string{": ", " – ", " — ", " - ", " | ", "\t"} {
		if at := strings.Index(limit, mark); at > 0 {
			out = append(out, limit[:at])
		}
	}
	first, rest, _ := strings.Cut(limit, " ")
	second, _, _ := strings.Cut(rest, " ")
	if second != "" {
		out = append(out, limit[:len(first)+1+len(second)])
	}
	return append(out, first)
}

// withoutEmpty leaves out stamps with no text under them, such as the second of
// two lines "Published 14:32", "Updated 14:40": the first speaks for both.
func withoutEmpty(found []stamped) []stamped {
	for i := len(found) - 2; i >= 0; i-- {
		if next := found[i+1]; !found[i].filled && next.filled && next.labelled {
			found[i].filled, found[i+1].filled = true, false
		}
	}
	return slices.DeleteFunc(found, func(s stamped) bool { return !s.filled })
}

// withoutPageDate leaves out a first stamp of another form than all after it.
func withoutPageDate(found []stamped) []stamped {
	if len(found) < 2 {
		return found
	}
	for _, s := range found[1:] {
		if s.form() == found[0].form() {
			return found
		}
	}
	return found[1:]
}

// form is how a stamp is written.
func (s stamped) form() [5]bool {
	return [...]bool{s.labelled, s.hasDay, s.hasClock, s.relative, s.inline}
}

func enough(found []stamped) bool {
	inline := 0
	for _, s := range found {
		if s.inline {
			inline++
		}
	}
	return len(found)-inline >= minEntries || inline >= minInline
}
