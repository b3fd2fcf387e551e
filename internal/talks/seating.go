package talks

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

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
		for _, s := range it.pair {
			weight[s] += 2
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
	return wrote && (t.who.kind(s) != hearsay.Person || t.who.body(s) == s)
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
