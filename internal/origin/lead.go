package origin

import (
	"hearsay"
)

// # A lead and its detail
//
// A report's lead has from "authorities" what the report has further down from the
// one of them who said it:
//
//	Authorities cut the toll to 12, saying two bodies had been counted twice.
//	…
//	Governor Mara Holt said two men had been entered on both lists.
//
// or from "a spokesman" what the report has further down from one with a name.
// If one claim has both, and one office holder only, the two are one voice in that
// report, and so in whatever else it has from the authorities.

// collective are the heads of phrases for all who hold an office somewhere.
var collective = set(`authorities officials police prosecutors government administration leaders organisers organizers investigators
	rescuers ministers negotiators mediators commanders diplomats judges`)

// matchLeads joins the collective voices of each report to the one person who
// speaks for them. Where claims differ about who that is, the first counts.
func (b *book) matchLeads() {
	led := map[int]bool{}
	for k := range b.trace.Claims {
		all := b.tellings(&b.trace.Claims[k])
		for i := range all {
			t := &all[i]
			if !t.isSourced() || t.voice().who == nobody || led[t.voice().who] || !b.isGeneral(t) {
				continue
			}
			if p := b.detail(all, t); p != nil && b.aliases.join(t.voice().who, p.voice().who) {
				led[t.voice().who] = true
				b.aliases.show(quoted{who: t.voice().who, report: t.report, passage: t.named(t.end)}, quoted{who: p.voice().who, report: p.report, passage: p.named(p.end)})
			}
		}
	}
}

// isGeneral reports whether a telling's voice is a collective or an office without
// a name.
func (b *book) isGeneral(t *telling) bool {
	head := lastWord(t.called)
	switch t.voice().Identity {
	case hearsay.GroupIdentity:
		return collective[head]
	case hearsay.Role:
		return offices[head]
	}
	return false
}

// detail returns the telling of the one person to whom a report gives what it has
// from a collective voice; nil: there is none, or several.
func (b *book) detail(all []telling, lead *telling) *telling {
	var found *telling
	for i := range all {
		t := &all[i]
		if t.report != lead.report || !t.isSourced() || !b.kindOf(t.voice()).named || t.voice().actor == nobody {
			continue
		}
		if found != nil && found.voice().actor != t.voice().actor {
			return nil
		}
		found = t
	}
	return found
}
