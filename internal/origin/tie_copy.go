package origin

import (
	"slices"
	"strings"

	"hearsay"
)

// # Copies, revisions and credits
//
// What a report republishes, or says again in a later revision, it has from where
// the other has it. Each telling of the later report is paired with the one of the
// earlier whose words are most alike and whose voice is no other.

// alike is how much of the shorter one's words two tellings share, in thousandths,
// from which on they are one wording.
const alike = 500

// verbatim is how much from which on the words alone show that a voice called
// otherwise is the same.
const verbatim = 800

// tieCopies ties the tellings of reports that copy or revise one another.
func (m *match) tieCopies() {
	for _, r := range m.reports {
		for _, c := range m.copies[r] {
			why := hearsay.LinkCopies
			if c.Credit != nil {
				why = hearsay.LinkCredits
			}
			m.tieAgain(m.inReport(c.Of), m.inReport(r), why, c.Credit)
		}
	}
	for _, r := range m.reports {
		for _, u := range m.updates[r] {
			m.tieAgain(m.inReport(u.Revises), m.inReport(r), hearsay.LinkCopies, nil)
		}
	}
}

func (m *match) tieAgain(earlier, later []int, why hearsay.LinkKind, credit *hearsay.Span) {
	for _, j := range later {
		t, best, most := &m.tellings[j], nobody, -1
		for _, i := range earlier {
			o := &m.tellings[i]
			if score := m.again(o, t); score > most {
				best, most = i, score
			}
		}
		if best == nobody {
			continue
		}
		evidence := []hearsay.Passage{m.tellings[best].said(), t.said()}
		if credit != nil {
			evidence = append(evidence, t.passage(*credit))
		}
		m.tie(best, j, why, evidence...)
	}
}

// again returns how well a telling says another again, in thousandths; -1: not
// at all.
func (m *match) again(o, t *telling) int {
	same := overlap(o.stems, t.stems)
	if !o.isSourced() || !t.isSourced() {
		return same
	}
	a, b := o.voice(), t.voice()
	switch {
	case a.isNamed() && b.isNamed() && a.actor == b.actor, o.called == t.called:
		return same + 1000
	case (a.isNamed() || b.isNamed()) && same < verbatim:
		return -1
	case same >= alike:
		return same
	}
	return -1
}

// tieCredits ties what a report says without a source, or from somebody unnamed,
// to the report of the agency that it credits.
func (m *match) tieCredits() {
	for i := range m.tellings {
		t := &m.tellings[i]
		if t.isSourced() && t.voice().isNamed() {
			continue
		}
		agency, credit := m.credited(t.report)
		if agency == nobody {
			continue
		}
		for _, j := range m.ofOutlet(agency) {
			if o := &m.tellings[j]; j < i && m.suitsCredit(o, t) {
				m.tie(j, i, hearsay.LinkCredits, stated(credit)...)
				break
			}
		}
	}
}

func (m *match) suitsCredit(o, t *telling) bool {
	if !t.isSourced() {
		return true
	}
	return o.isSourced() && !o.voice().isNamed() && overlap(o.stems, t.stems) >= alike
}

// credited returns the outlet at hand that a report credits, and the words that
// do: in a credit, a byline, or a line of who contributed.
func (b *book) credited(report int) (outlet int, words hearsay.Passage) {
	if at, ok := b.credits[report]; ok {
		return at.outlet, at.words
	}
	at := credit{outlet: nobody}
	r := &b.trace.Records[report]
	for _, k := range r.Blocks {
		if !crediting[k.Kind] || at.outlet != nobody {
			continue
		}
		if o := b.outletNamedIn(b.sheets[report].plain(k.Span)); o != nobody && o != b.outlet[report] {
			at = credit{o, hearsay.Passage{Report: report, Span: k.Span}}
		}
	}
	if at.outlet == nobody {
		at = b.bylineCredit(report)
	}
	b.credits[report] = at
	return at.outlet, at.words
}

// credit is an agency that a report credits.
type credit struct {
	outlet int
	words  hearsay.Passage
}

var crediting = map[hearsay.BlockKind]bool{hearsay.BlockCredit: true, hearsay.BlockByline: true, hearsay.BlockContributor: true,
	hearsay.BlockDateline: true, hearsay.BlockCopyright: true}

// bylineCredit reads the byline that stands outside the text; its words can then
// not be shown, and the report's first do in their place.
func (b *book) bylineCredit(report int) credit {
	r := &b.trace.Records[report]
	names := append(slices.Clone(r.Report.Byline), r.Credit)
	for _, n := range names {
		o := b.outletNamedIn(b.plain(n))
		if o == nobody || o == b.outlet[report] {
			continue
		}
		if at := strings.Index(r.Report.Text, n); at >= 0 && n != "" {
			return credit{o, hearsay.Passage{Report: report, Span: hearsay.Span{Start: at, End: at + len(n)}}}
		}
		return credit{outlet: o}
	}
	return credit{outlet: nobody}
}

// stated returns words in a list, an empty one for none.
func stated(p hearsay.Passage) []hearsay.Passage {
	if p.Span.Len() == 0 {
		return nil
	}
	return []hearsay.Passage{p}
}
