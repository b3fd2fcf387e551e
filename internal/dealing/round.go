package dealing

import (
	"strings"

	"hearsay"
	"hearsay/internal/tree"
)

// # Rounds of talks
//
// That parties meet, met, will meet or no longer meet is told by few verbs:
//
//	A [third round of talks] [opened] in [Harle] on [Tuesday]     under way
//	[Negotiators] [met] in [Harle] for the [second day]           under way
//	The [session], due on Monday, was [cancelled]                 cancelled
//	[Talks] will [resume] [next week] in [Orl]                    planned
//
// The verb gives the state; whether it lies ahead, the words before it. A meeting
// that somebody wants, urges or makes depend on something is none.

// roundRule says what a verb tells of a round.
type roundRule struct {
	state hearsay.RoundState
	verbs string   // dictionary forms, with their particle
	of    meetPart // where the words for the meeting stand
	opens bool     // what it tells may lie ahead: it is planned then
	yes   string
	no    string
}

// meetPart says how a verb and those who meet go together.
type meetPart int

const (
	meetingDoes meetPart = iota // "talks opened"
	meetingDone                 // "opened talks", "talks were opened"
	peopleDo                    // "negotiators met"
)

var roundRules = []roundRule{
	{state: hearsay.RoundUnderWay, verbs: "open begin start resume restart continue reconvene", of: meetingDoes, opens: true,
		yes: "A third round of talks opened in Harle on Tuesday.", no: "A shop opened in Harle on Tuesday."},
	{state: hearsay.RoundHeld, verbs: "end conclude finish close wrap_up break_up adjourn", of: meetingDoes,
		yes: "The talks ended on Friday.", no: "The war ended on Friday."},
	{state: hearsay.RoundBrokenOff, verbs: "collapse break_down break_off fail", of: meetingDoes,
		yes: "The talks collapsed on Friday.", no: "The roof collapsed on Friday."},
	{state: hearsay.RoundCancelled, verbs: "cancel call_off scrap", of: meetingDone,
		yes: "A second round of talks was cancelled.", no: "The concert was cancelled."},
	{state: hearsay.RoundPostponed, verbs: "postpone postponed put_off delay push_back reschedule defer", of: meetingDone,
		yes: "The mediator postponed the talks until Monday.", no: "The firm postponed the launch until Monday."},
	{state: hearsay.RoundBrokenOff, verbs: "suspend halt break_off abandon leave quit walk_out_of", of: meetingDone,
		yes: "The union walked out of the talks on Monday.", no: "The union walked out of the hall on Monday."},
	{state: hearsay.RoundUnderWay, verbs: "open begin start resume restart enter reopen", of: meetingDone, opens: true,
		yes: "Both sides opened talks in Harle.", no: "Both sides opened fire in Harle."},
	{state: hearsay.RoundHeld, verbs: "hold host conclude finish end", of: meetingDone, opens: true,
		yes: "Talks were held in Harle on Monday.", no: "A fair was held in Harle on Monday."},
	{state: hearsay.RoundPlanned, verbs: "schedule plan set arrange", of: meetingDone,
		yes: "The next round of talks is scheduled for Friday.", no: "The next train is scheduled for Friday."},
	{state: hearsay.RoundHeld, verbs: "meet convene gather sit_down reconvene", of: peopleDo, opens: true,
		yes: "Negotiators met in Harle on Monday.", no: "The two friends met in Harle on Monday."},
}

var roundVerbs = func() []words {
	var all []words
	for _, u := range roundRules {
		all = append(all, setOf(u.verbs))
	}
	return all
}()

var (
	// meetings are nouns for a meeting of talks by themselves, and loose ones where
	// the words around speak of talks.
	meetings = setOf("talks negotiations round negotiation")
	loose    = setOf("session meeting summit discussion discussions sitting")
	// negotiating are nouns for those who meet.
	negotiating = setOf("negotiator delegation delegate envoy side team mediator")
	officials   = setOf("minister leader representative official party lawyer president commander")
	// speaking are the words that show that a paragraph is of talks.
	speaking = setOf("talks negotiations negotiators negotiator mediator mediators delegations delegation truce proposal bargaining coalition accord")
	// ahead are the words before "to" of what is to be.
	ahead = setOf("due expected set scheduled agreed planned agree agrees plan plans about ready are is were was will")
	// barring are modal verbs of what may not be.
	barring = setOf("may might could should must can cannot")
)

// rounds reads what a sentence tells of rounds of talks.
func (r *reading) rounds(s extent) {
	for i := s.First; i < s.End; i++ {
		if r.isVerb(i) || r.Low(i) == "underway" || r.Low(i) == "way" && r.Low(i-1) == "under" {
			r.roundAt(i, s)
		}
	}
}

// isVerb reports whether token i is a verb; tagging takes "talks resume" for nouns.
func (r *reading) isVerb(i int) bool {
	return verbs[r.Tag(i)] || r.Low(i) == "resume" && r.isMeeting(i-1)
}

// roundAt reads the verb at token i as one of a round; "under way" is one too.
func (r *reading) roundAt(i int, s extent) {
	c := r.roundClause(i, s)
	if conditional[c.link] || c.negated || r.conditionOf(c.verb, c.extent) != nil {
		return
	}
	if !r.isVerb(i) {
		if n := r.meetingBefore(i, c); n >= 0 {
			r.addRound(c, n, hearsay.RoundUnderWay)
		}
		return
	}
	for n := range roundRules {
		u := &roundRules[n]
		if !roundVerbs[n][r.Lemma(i)] && !roundVerbs[n][r.Low(i)] && !roundVerbs[n][r.phrasal(i)] {
			continue
		}
		at := r.meetingOf(u.of, i, c)
		if at < 0 {
			continue
		}
		if state, ok := r.roundState(u, i, c); ok {
			r.addRound(c, at, state)
			return
		}
	}
}

// phrasal returns a verb with its particle, and with "of" after it: "walk out of".
func (r *reading) phrasal(i int) string {
	l := r.Lemma(i)
	for k := i + 1; k <= i+3 && k < r.sentence.End; k++ {
		if particles[r.Low(k)] || r.Low(k) == "down" {
			l += " " + r.Low(k)
			if r.Low(k+1) == "of" {
				l += " of"
			}
			return l
		}
	}
	return l
}

// roundClause returns the clause of a verb; for one that the clauses leave out, as
// they do participles, one from the last mark to the next.
func (r *reading) roundClause(i int, s extent) *clause {
	for n := range r.clauses {
		if c := &r.clauses[n]; c.verb == i {
			return c
		}
	}
	c := clause{verb: i, modal: -1, head: -1, extent: tree.Between(i, i+1)}
	for c.End < s.End && !tree.Marks[r.Tag(c.End)] && !(finite[r.Tag(c.End)] && c.End > i) {
		c.End++
	}
	if o := r.clauseOf(i); o != nil {
		if r.Low(i-1) == "to" || !verbs[r.Tag(i)] {
			c.head, c.subject = o.head, o.subject // "are due to meet"
		}
		c.link, c.negated, c.modal = o.link, o.negated && o.verb > i-4 && o.verb < i, o.modal
	}
	c.passive = r.child(i, passives) >= 0
	return &c
}

// meetingOf returns the noun for the meeting, or for those who meet, that goes with
// a verb in some way; -1 for none.
func (r *reading) meetingOf(of meetPart, i int, c *clause) int {
	switch of {
	case meetingDoes:
		if c.passive {
			return -1
		}
		return r.meetingBefore(i, c)
	case peopleDo:
		return r.peopleBefore(i, c)
	}
	if c.passive || r.Tag(i) == pastPart {
		if n := r.meetingBefore(i, c); n >= 0 {
			return n
		}
	}
	for k := i + 1; k < min(r.sentence.End, i+7); k++ {
		if r.isMeeting(k) {
			return k
		}
		if tree.Marks[r.Tag(k)] || verbs[r.Tag(k)] || r.Low(k) == "in" || r.Low(k) == "on" {
			break
		}
	}
	return -1
}

// meetingBefore returns the noun for a meeting that stands before a verb as its
// subject: the clause's own, or else the nearest with no other finite verb between.
func (r *reading) meetingBefore(i int, c *clause) int {
	if c.head >= 0 {
		for k := c.subject.First; k < c.subject.End; k++ {
			if r.isMeeting(k) && (k == c.head || r.Below(c.head).Has(k) && meetings[r.Low(k)] && loose[r.Lemma(c.head)] || r.Low(c.head) == "round" || r.Up(k) == c.head && r.preposition(k) == "" && nounTags[r.Tag(c.head)] && !c.own) {
				return k
			}
		}
	}
	for k := i - 1; k >= max(r.sentence.First, i-14); k-- {
		if r.isMeeting(k) {
			if r.Low(k-1) == "of" && r.Low(k-2) == "round" {
				return k - 2
			}
			if p := r.Low(k - 1); p == "in" || p == "from" || p == "for" || p == "at" || p == "to" || p == "after" {
				return -1
			}
			return k
		}
		if finite[r.Tag(k)] && r.Lemma(k) != "be" && r.Lemma(k) != "have" {
			return -1
		}
	}
	return -1
}

// isMeeting reports whether token i is a noun for a meeting of talks.
func (r *reading) isMeeting(i int) bool {
	if i < 0 || i >= len(r.Words) || !nounTags[r.Tag(i)] && !(r.Low(i) == "talks" && i == r.sentence.First) || negations[r.Low(i-1)] {
		return false
	}
	switch low := r.Low(i); {
	case low == "round":
		return r.Low(i+1) == "of" && meetings[r.Low(i+2)] || r.speaksOfTalks(i)
	case meetings[low]:
		return true
	default:
		return loose[r.Lemma(i)] && r.speaksOfTalks(i)
	}
}

// speaksOfTalks reports whether the paragraph of token i has other words of talks.
func (r *reading) speaksOfTalks(i int) bool {
	n := r.Doc.Sentences[r.sentenceNumber].Paragraph
	for k := r.sentenceNumber; k >= 0 && r.Doc.Sentences[k].Paragraph >= n-1; k-- {
		for j := r.Doc.Sentences[k].First; j < r.Doc.Sentences[k].End; j++ {
			if j != i && speaking[r.Low(j)] {
				return true
			}
		}
	}
	return false
}

// peopleBefore returns who meets: negotiators, or others where they meet for talks
// or again; -1 for none.
func (r *reading) peopleBefore(i int, c *clause) int {
	h := c.head
	if h < 0 || r.Lemma(i) == "meet" && r.objectIsThing(i) {
		return -1
	}
	for k := i + 1; k < min(c.End, i+4); k++ {
		if r.Low(k) == "times" {
			return -1
		}
	}
	if negotiating[r.Lemma(h)] {
		return h
	}
	for k := i + 1; k < c.End; k++ {
		if meetings[r.Low(k)] && nounTags[r.Tag(k)] {
			return h
		}
	}
	if officials[r.Lemma(h)] && r.speaksOfTalks(h) {
		return h
	}
	return -1
}

// objectIsThing reports whether what is met is no one to meet: "met the demand".
func (r *reading) objectIsThing(i int) bool {
	o := r.child(i, objects)
	return o > i && (wantNouns[r.Lemma(o)] || textNouns[r.Lemma(o)] || r.Lemma(o) == "target" || r.Lemma(o) == "deadline")
}

// roundState returns in what state a verb leaves a round; false where nothing shows
// that it is, was or will be.
func (r *reading) roundState(u *roundRule, i int, c *clause) (hearsay.RoundState, bool) {
	if c.modal >= 0 && (barring[r.Low(c.modal)] || !u.opens) {
		return "", false
	}
	if r.Low(i-1) == "to" || r.Low(i-1) == "be" && r.Low(i-2) == "to" {
		return hearsay.RoundPlanned, u.opens && r.isAhead(i)
	}
	switch {
	case u.opens && c.modal >= 0:
		return hearsay.RoundPlanned, true
	case u.opens && (r.Tag(i) == tree.TagOf("VBP") || r.Tag(i) == tree.TagOf("VBZ") || !verbs[r.Tag(i)]):
		return hearsay.RoundPlanned, r.whenOf(c, i) >= 0 && r.liesAhead(r.whenOf(c, i))
	case r.Tag(i) == bareTag, r.Tag(i) == ingTag && r.child(i, auxiliary) < 0:
		return "", false
	case u.of == peopleDo && (r.Tag(i) == ingTag || r.dayOfRound(c) > 0), u.of == meetingDone && u.state == hearsay.RoundHeld && r.Tag(i) == ingTag:
		return hearsay.RoundUnderWay, true
	}
	return u.state, true
}

// isAhead reports whether what stands before the infinitive at token i says that it
// will be: "are due to resume", "agreed to meet".
func (r *reading) isAhead(i int) bool {
	for k := i - 1; k >= max(r.sentence.First, i-4); k-- {
		if ahead[r.Low(k)] {
			return true
		}
	}
	return false
}

// liesAhead reports whether a moment is after the day of the report.
func (r *reading) liesAhead(n int) bool {
	v := r.moments[n].Value
	return r.published == "" || len(v) >= 6 && (v[:min(10, len(v))] > r.published[:min(10, len(v))] || strings.Contains(v, "W") || v == "FUTURE_REF")
}

// addRound keeps what a clause says of a round, of which a noun is given.
func (r *reading) addRound(c *clause, noun int, state hearsay.RoundState) {
	own := *c
	if noun < own.First && r.sentence.Has(noun) {
		own.First = r.nounPhrase(noun).First
	}
	if r.Tag(own.First) == tree.TagOf("IN") {
		own.First++
	}
	m := &hearsay.Meeting{State: state, Number: r.roundNumber(noun), Day: r.dayOfRound(&own), Place: r.placeOf(&own, noun)}
	d := hearsay.Dealing{Kind: hearsay.DealingRound, Cue: r.Doc.Tokens[c.verb].Span, Meeting: m}
	if n := r.whenOf(&own, c.verb); n >= 0 {
		d.When = &n
	}
	if !r.isMeeting(noun) || c.head >= 0 && c.head != noun && !c.passive {
		d.By = r.subjectOf(c)
	}
	d.Words, _ = r.span(own.extent)
	if d.Words.Len() == 0 {
		d.Words = d.Cue
	}
	d.Attribution = r.attributionOf(d.Cue)
	r.apart = append(r.apart, d)
}

// whenOf returns the moment at which a clause has a round begin: for one put off,
// the one after "until" or "to". -1 for none.
func (r *reading) whenOf(c *clause, verb int) int {
	best := -1
	for n := range r.moments {
		m := &r.moments[n]
		e := r.ExtentOf(m.Span)
		if m.Type != hearsay.Date && m.Type != hearsay.Time || m.Value == "" || len(m.Value) < 7 || !c.Has(e.First) {
			continue
		}
		before := r.Low(e.First - 1)
		if before == "until" || before == "till" || before == "to" && e.First > verb {
			return n
		}
		if !ends[before] && best < 0 && before != "of" && before != "last" {
			best = n
		}
	}
	return best
}

// roundNumber returns the number of a round that a noun names; 0 for none.
func (r *reading) roundNumber(noun int) int {
	for k := noun - 1; k >= max(r.sentence.First, noun-4); k-- {
		if n, ok := ordinals[r.Low(k)]; ok && (r.Lemma(noun) == "round" || r.Lemma(noun) == "session" || r.Lemma(noun) == "meeting") {
			return n
		}
		if r.Low(k) == "round" {
			noun = k
		}
	}
	return 0
}

// dayOfRound returns for what day of a round a clause tells: "for the second day",
// "entered their third day"; 0 for none.
func (r *reading) dayOfRound(c *clause) int {
	for i := c.First; i < min(c.End, len(r.Words)-1); i++ {
		if n, ok := ordinals[r.Low(i)]; ok && (r.Low(i+1) == "day" || r.Low(i+1) == "straight" || r.Low(i+1) == "consecutive") {
			return n
		}
		if r.Low(i) == "another" && r.Low(i+1) == "day" {
			return 0
		}
	}
	return 0
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10, "eleventh": 11, "twelfth": 12,
}

// placeOf returns the words for where a clause has a round be: the name after "in"
// or "at", with a noun for a place before it.
func (r *reading) placeOf(c *clause, noun int) *hearsay.Span {
	for i := c.First; i < c.End; i++ {
		if low := r.Low(i); low != "in" && low != "at" || i+1 >= c.End {
			continue
		}
		if span := r.placeAt(i+1, c.End); span != nil {
			return span
		}
	}
	return nil
}

// placeAt returns the words for a place that begin at a token: "Harle", "the port of
// Harle", "Vesk's capital, Harn"; nil for none.
func (r *reading) placeAt(first, end int) *hearsay.Span {
	named := -1
	i := first
	for ; i < min(end, first+9); i++ {
		word := r.Doc.Words(i)
		switch {
		case isName(word) && !r.isTime(i):
			named = i
		case sites[r.Lemma(i)] || r.Low(i) == "the" || r.Low(i) == "a" || r.Low(i) == "'s" || r.Tag(i) == tree.TagOf("JJ") && named < 0:
		case r.Low(i) == "of" && named < 0, r.Low(i) == "," && sites[r.Lemma(i-1)] && isName(r.Doc.Words(min(i+1, len(r.Words)-1))):
		default:
			end = i
		}
	}
	if named < 0 {
		return nil
	}
	span := r.Doc.TokensSpan(first, named+1)
	return &span
}

// sites are nouns of places where one meets.
var sites = setOf("capital city town port village resort hotel palace lake island suburb villa castle ministry headquarters district neighbourhood state province centre center lakeside")
