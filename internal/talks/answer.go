package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// response is one party's answer of one kind to a proposal.
type response struct {
	by        seat
	kind      hearsay.ResponseKind
	date      string
	condition *hearsay.Passage
	said      []int
}

// answer finds what was said to each proposal, and moves the terms.
func (t *table) answer() {
	for i := range t.items {
		it := &t.items[i]
		kind := t.kindOf(i)
		if kind == "" {
			continue
		}
		for _, by := range t.answering(it) {
			if p := t.answered(it, by); p != nil {
				t.move(p, by, t.respond(p, by, kind, i), it)
			}
		}
	}
	t.awaitAnswers()
	t.refuseTerms()
	t.countered()
}

// kindOf returns what kind of answer an item is; "" for none.
func (t *table) kindOf(i int) hearsay.ResponseKind {
	it := &t.items[i]
	switch it.Kind {
	case hearsay.DealingAccept:
		if it.Condition != nil || len(it.Terms) > 0 && it.Terms[0].Condition != nil || t.isHedged(it) || t.wantsMore(i) || butMore(it) {
			return hearsay.ResponseConditional
		}
		if t.isModal(it) {
			return hearsay.ResponseConditional
		}
		return hearsay.ResponseAccept
	case hearsay.DealingRefuse:
		return hearsay.ResponseRefuse
	case hearsay.DealingPending:
		return hearsay.ResponseNoneYet
	case hearsay.DealingDeny:
		if t.deniesOffer(it) {
			return hearsay.ResponseDenied
		}
	case hearsay.DealingPosition, hearsay.DealingThreat:
		if it.Condition != nil && strings.Contains(it.Words.In(it.text), "recommend") {
			return hearsay.ResponseConditional
		}
	}
	return ""
}

// hedges are words of a yes that is not whole.
var hedges = []string{"with reservation", "on condition", "in principle", "conditionally", "minded to", "would recommend", "with caveat", "partly", "in part"}

func (t *table) isHedged(it *item) bool {
	words := strings.ToLower(it.Words.In(it.text))
	if end := min(len(it.text), it.Words.End+24); end > it.Words.End {
		words += strings.ToLower(it.text[it.Words.End:end])
	}
	return slices.ContainsFunc(hedges, func(h string) bool { return strings.Contains(words, h) })
}

// butMore reports whether the sentence of a yes goes on with a "but".
func butMore(it *item) bool {
	if strings.Contains(it.text[it.Cue.End:max(it.Words.End, it.Cue.End)], " but ") {
		return true
	}
	rest := it.text[it.Words.End:]
	if end := strings.IndexAny(rest, ".\n"); end >= 0 {
		rest = rest[:end]
	}
	return strings.HasPrefix(strings.TrimLeft(rest, "\"”, "), "but ")
}

// isModal reports whether somebody would or could say yes, which is not to say it.
func (t *table) isModal(it *item) bool {
	before := strings.Fields(strings.ToLower(it.text[max(0, it.Cue.Start-24):it.Cue.Start]))
	for _, w := range before {
		if w == "would" || w == "could" || w == "might" || w == "may" {
			return true
		}
	}
	return false
}

// wantsMore reports whether the sentence of a yes goes on with a demand.
func (t *table) wantsMore(i int) bool {
	for j := i + 1; j < len(t.items) && j <= i+2; j++ {
		if o := &t.items[j]; o.report == t.items[i].report && o.Kind == hearsay.DealingDemand && o.Words.Start <= t.items[i].Words.End+8 &&
			t.who.body(o.by) == t.who.body(t.items[i].by) && !weak[o.Cue.In(o.text)] {
			return true
		}
	}
	return false
}

// deniesOffer reports whether a denial is of an offer: what is denied of another's
// demand is none of the one who denies.
func (t *table) deniesOffer(it *item) bool {
	words := it.Words.In(it.text)
	if len(it.Terms) > 0 {
		words = it.Terms[0].Words.In(it.text)
	}
	return strings.Contains(words, "offer") || it.About != nil
}

// answering returns who gives an answer; both principals for "both sides".
func (t *table) answering(it *item) []seat {
	if it.bySides {
		return t.principals
	}
	if it.by == nobody {
		return nil
	}
	by := t.who.body(it.by)
	if s := t.asParty(by, it); s != nobody {
		by = s
	}
	if t.mediators[it.by] {
		by = it.by
	}
	return []seat{by}
}

// asParty returns the principal that an answer by others stands for: that of its
// answer, "the three-page reply accepts …", and the union for its workers.
func (t *table) asParty(by seat, it *item) seat {
	words := strings.ToLower(it.By.Words.In(it.text))
	switch {
	case t.isPrincipal(by):
	case hasOneOf(words, replies):
		for n := len(t.items) - 1; n >= 0; n-- {
			if o := &t.items[n]; o.report == it.report && o.index < it.index && o.by != nobody && t.isPrincipal(t.who.body(o.by)) {
				return t.who.body(o.by)
			}
		}
	case hasOneOf(words, workers):
		for _, s := range t.principals {
			if hasOneOf(strings.ToLower(t.who.seats[s].text), unions) {
				return s
			}
		}
	}
	return nobody
}

var (
	replies = setOf("answer reply response letter note")
	workers = setOf("workers dockers dockworkers strikers staff employees teachers nurses doctors drivers crews miners pilots members cleaners guards firefighters postmen strikers delegates")
	unions  = setOf("union unions federation association workers workers' guild brotherhood")
)

func hasOneOf(words string, set map[string]bool) bool {
	for f := range strings.FieldsSeq(words) {
		if set[strings.Trim(f, ",.'’s")] || set[f] {
			return true
		}
	}
	return false
}

// answered returns the proposal that an answer is to. An answer that names terms
// is to the last proposal that has them; another, to the last that the report, or
// else any before it, tells of. One denies an offer that is said to be one's own.
func (t *table) answered(it *item, by seat) *proposal {
	about := read(it.Words.In(it.text))
	if it.About != nil {
		about = read(it.About.In(it.text))
	}
	if it.About == nil && len(it.Terms) == 0 && it.Kind != hearsay.DealingPending {
		return nil
	}
	var best *proposal
	rank := 0
	for _, p := range t.proposals {
		own := p.by == by
		if own != (it.Kind == hearsay.DealingDeny) || p.by == nobody && !p.text || !t.isKnown(p, it) {
			continue
		}
		r := 1
		before := t.saidBefore(p, it)
		switch {
		case t.sharesTerm(p, about):
			r = 6
		case it.Kind == hearsay.DealingDeny:
			if r = t.nearBefore(p, it); r == 0 {
				continue
			}
		case len(it.Terms) > 0 && hasNumber(it, t) && !p.text:
			r = 0
		case t.named(p, it):
			r = 5
		case p.text && before:
			r = 4
		case before:
			r = 3
		case t.saidIn(p, it.report):
			r = 2
		}
		if r > rank || r > 0 && r == rank && p.date >= best.date {
			best, rank = p, r
		}
	}
	return best
}

func hasNumber(it *item, t *table) bool {
	for _, w := range it.Terms {
		if len(read(w.Words.In(it.text)).numbers) > 0 {
			return true
		}
	}
	return false
}

// sharesTerm reports whether some words have a term's number, or are one.
func (t *table) sharesTerm(p *proposal, c content) bool {
	for _, n := range p.terms {
		if n.shares(c) || len(c.words) > 1 && n.alike(c) {
			return true
		}
	}
	return false
}

// named reports whether an answer's words name the author of a proposal.
func (t *table) named(p *proposal, it *item) bool {
	if it.About == nil || p.by == nobody {
		return false
	}
	words := it.About.In(it.text)
	return strings.Contains(words, strings.Fields(t.who.seats[p.by].text)[0])
}

// saidBefore reports whether a proposal is told before an item in its report.
func (t *table) saidBefore(p *proposal, it *item) bool {
	return slices.ContainsFunc(p.said, func(i int) bool { return t.items[i].report == it.report && t.items[i].index < it.index })
}

// nearBefore says how near before an item in its report a proposal is told: 2 right
// before, 1 one further off, 0 further.
func (t *table) nearBefore(p *proposal, it *item) int {
	near := 0
	for _, i := range p.said {
		if o := &t.items[i]; o.report == it.report && o.index < it.index {
			near = max(near, 3-(it.index-o.index))
		}
	}
	return max(near, 0)
}

// respond keeps an answer, with those of its kind by the same party. A counter or
// an answer given takes back nothing of what was said before.
func (t *table) respond(p *proposal, by seat, kind hearsay.ResponseKind, i int) hearsay.ResponseKind {
	it := &t.items[i]
	for _, r := range p.responses {
		if r.by == by && kind == hearsay.ResponseAccept && r.kind == hearsay.ResponseConditional && len(it.Terms) > 0 && t.onDay(r.said, it.date) {
			kind = hearsay.ResponseConditional
		}
		if r.by == by && r.kind == kind {
			r.said = append(r.said, i)
			return kind
		}
	}
	p.responses = append(p.responses, &response{by: by, kind: kind, date: it.date, condition: t.passage(it, it.Condition), said: []int{i}})
	return kind
}

// onDay reports whether one of some items is of a day.
func (t *table) onDay(said []int, day string) bool {
	return slices.ContainsFunc(said, func(i int) bool { return t.items[i].date == day })
}

// leaveOpen notes whom a proposal binds and of whom no answer is told.
func (t *table) leaveOpen() {
	for _, p := range t.proposals {
		if p.by != nobody && !t.isPrincipal(p.by) && !t.mediators[p.by] && p.deadline < 0 && !hasCondition(p) {
			continue
		}
		for _, s := range t.principals {
			answered := slices.ContainsFunc(p.responses, func(r *response) bool { return r.by == s || r.kind == hearsay.ResponseDenied })
			if p.by == s || answered || !p.text && !binds(p, s) {
				continue
			}
			last := p.said[len(p.said)-1]
			p.responses = append(p.responses, &response{by: s, kind: hearsay.ResponseNoneYet, date: t.items[last].date, said: []int{last}})
		}
	}
}

func hasCondition(p *proposal) bool {
	return slices.ContainsFunc(p.terms, func(n *term) bool { return n.condition != nil })
}

// binds reports whether a term of a proposal binds somebody.
func binds(p *proposal, s seat) bool {
	return slices.ContainsFunc(p.terms, func(n *term) bool { return slices.Contains(n.on, s) })
}

// countered notes a party that has answered a proposal and put one of its own.
func (t *table) countered() {
	for _, p := range t.proposals {
		if p.counters < 0 || !t.isPrincipal(p.by) {
			continue
		}
		o := t.proposals[p.counters]
		answered := slices.ContainsFunc(o.responses, func(r *response) bool {
			return r.by == p.by && (r.kind == hearsay.ResponseRefuse || r.kind == hearsay.ResponseConditional)
		})
		if answered && p.date >= o.date || p.date > o.date && t.isPrincipal(o.by) && p.outbids(o) {
			t.respond(o, p.by, hearsay.ResponseCounter, p.said[0])
		}
	}
}

// outbids reports whether a proposal gives other numbers for what another speaks of.
func (p *proposal) outbids(o *proposal) bool {
	return p.conflicts(o.terms)
}

// refuseTerms takes a party's word that it will not do what a term would have it do
// for a no to that term: "Lower Masca will not withdraw its suit before water flows".
func (t *table) refuseTerms() {
	for i := range t.items {
		it := &t.items[i]
		if it.Kind != hearsay.DealingPosition || len(it.Terms) == 0 || it.Terms[0].Mode != hearsay.Prohibition {
			continue
		}
		on, _ := t.who.of(it.report, it.Terms[0].On)
		by := t.who.body(on)
		if !t.isPrincipal(by) {
			continue
		}
		said := read(it.Terms[0].Words.In(it.text))
		for _, p := range t.proposals {
			for _, n := range p.terms {
				if p.by != by && t.isKnown(p, it) && slices.Contains(n.on, by) && t.sharesNoun(n, said) {
					t.respond(p, by, hearsay.ResponseRefuse, i)
					t.moveTerm(n, hearsay.StatusRefused, by, it)
				}
			}
		}
	}
}

// sharesNoun reports whether some words have one of a term's that no term of another
// proposal subject has, parties and numbers aside.
func (t *table) sharesNoun(n *term, said content) bool {
	for w := range said.words {
		if !n.content.words[w] || w[0] <= '9' || t.isPartyWord(w) {
			continue
		}
		elsewhere := 0
		for _, p := range t.proposals {
			for _, m := range p.terms {
				if m != n && m.content.words[w] && !m.alike(n.content) {
					elsewhere++
				}
			}
		}
		if elsewhere == 0 {
			return true
		}
	}
	return false
}

func (t *table) isPartyWord(w string) bool {
	for _, s := range t.principals {
		if read(t.who.seats[s].text).words[w] {
			return true
		}
	}
	return false
}

// move changes the status of the terms that an answer is about: of all, where it
// names none.
func (t *table) move(p *proposal, by seat, kind hearsay.ResponseKind, it *item) {
	to := t.statusBy(p, by, kind, it)
	if to == "" {
		return
	}
	var named []*term
	for _, w := range it.Terms {
		about := read(w.Words.In(it.text))
		for _, n := range p.terms {
			if n.shares(about) || n.alike(about) {
				named = append(named, n)
			}
		}
	}
	if named == nil && (kind == hearsay.ResponseRefuse || len(it.Terms) == 0) {
		named = p.terms
	}
	for _, n := range named {
		t.moveTerm(n, to, by, it)
	}
}

func (t *table) moveTerm(n *term, to hearsay.TermStatus, by seat, it *item) {
	n.moves = append(n.moves, hearsay.Move{To: to, Saying: t.saying(it)})
	n.moveBy = append(n.moveBy, by)
	if n.status == hearsay.StatusAgreed && to == hearsay.StatusReportedAgreed {
		return
	}
	n.status = to
}

// statusBy returns what an answer makes of a term; "" : it leaves it as it is.
// What one side's unnamed official, or anybody but the one who is bound, says is
// agreed is reported-agreed.
func (t *table) statusBy(p *proposal, by seat, kind hearsay.ResponseKind, it *item) hearsay.TermStatus {
	if !t.isPrincipal(by) || p.by == by {
		return ""
	}
	switch kind {
	case hearsay.ResponseRefuse:
		return hearsay.StatusRefused
	case hearsay.ResponseAccept:
		if t.isFirm(it, by) && !p.text {
			return hearsay.StatusAgreed
		}
		return hearsay.StatusReportedAgreed
	}
	return ""
}

// isFirm reports whether an acceptance is told by the outlet itself or by the one
// who accepts, in its own name.
func (t *table) isFirm(it *item, by seat) bool {
	if it.Attribution == nil {
		return true
	}
	a := t.trace.Records[it.report].Attributions[*it.Attribution]
	if len(a.Chain) == 0 {
		return a.Cue != nil && a.Cue.Overlaps(it.Cue)
	}
	last := a.Chain[len(a.Chain)-1]
	if last.Identity == hearsay.Anonymous || last.Identity == hearsay.Unattributed || last.Actor == nil {
		return false
	}
	s, _ := t.who.of(it.report, &hearsay.Doer{Words: it.Words, Actor: last.Actor})
	return t.who.body(s) == by
}
