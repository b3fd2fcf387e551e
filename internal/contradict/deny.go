package contradict

import (
	"slices"
	"strings"
	"time"

	"hearsay"
)

// # Answers
//
// A denial that only points to what was said denies what another said last before
// it in the report:
//
//	The union says a manager offered 6.5 percent by telephone. Corvane denies that.
//	└───────────────────── denied ──────────────────────────┘

// answerReach is how many bytes before a denial the denied statement may end.
const answerReach = 500

// findAnswers pairs denials that point with the statements they point to.
func (f *finder) findAnswers() {
	for i := range f.statements {
		s := &f.statements[i]
		if !s.answers {
			continue
		}
		o := f.before(s)
		if o != nil && s.toPerson {
			o = f.meant(s, o)
		}
		if o != nil && o.claim != s.claim {
			f.pair(o, s, nobody, nobody)
		}
	}
}

// before returns the statement of another speaker that stands last before one.
func (f *finder) before(s *statement) *statement {
	var last *statement
	for _, i := range f.inReport[s.place.Report] {
		o := &f.statements[i]
		end := o.content[len(o.content)-1].End
		if o.answers || end > s.cue || s.cue-end > answerReach {
			continue
		}
		if o.speaker != nobody && o.speaker == s.speaker {
			continue
		}
		if s.reported && !o.published || !o.hasVerb(&f.trace.Records[o.place.Report]) {
			continue
		}
		if last == nil || end >= last.content[len(last.content)-1].End {
			last = o
		}
	}
	return last
}

// meant returns which of a person's statements another contradicts: of what he said
// last in the report, what shares most with what the other goes on to say.
//
//	An inspector cleared the gallery, he said.        2 of the words
//	There was no order in force, he said.             1
//	The head of the office contradicted him. "We do not clear galleries by word of mouth."
func (f *finder) meant(s, last *statement) *statement {
	said := map[string]bool{}
	for _, i := range f.inReport[s.place.Report] {
		if o := &f.statements[i]; o.speaker == s.speaker && o.content[0].Start >= s.cue && o.content[0].Start-s.cue <= answerReach {
			for _, stem := range o.stems {
				said[stem] = stem != ""
			}
		}
	}
	best, most := last, shared(last, said)
	for _, i := range f.inReport[s.place.Report] {
		o := &f.statements[i]
		if o.answers || o.speaker == nobody || o.speaker != last.speaker || o.content[len(o.content)-1].End > s.cue {
			continue
		}
		if n := shared(o, said); n > most {
			best, most = o, n
		}
	}
	return best
}

func shared(o *statement, said map[string]bool) int {
	n := 0
	for i, stem := range o.stems {
		if said[stem] && !slices.Contains(o.stems[:i], stem) {
			n++
		}
	}
	return n
}

// hasVerb reports whether a saying says that somebody does something, and does not
// only name somebody.
func (s *saying) hasVerb(r *hearsay.Record) bool {
	return len(s.terms) == 0 || slices.ContainsFunc(s.terms, func(t int) bool { return r.Terms[t].Class == hearsay.VerbTerm })
}

// # Denials
//
// What a statement denies is a predicate with those who take part in it. Another
// statement says the contrary if it has the same predicate and does not deny it,
// and
//
//	takes      one more word of the denied clause, or the one who denies, into it:
//	           "dropped its demand" – "had not dropped the demand"
//	agrees     on who does it, if both say so:
//	           the minister has not met him – his secretary has                 no
//	is         not only planned or possible, where the other says it is not yet so
//	is said    by others: who says both has changed his mind
//
// Nothing is made of what is denied in general: a predicate that more statements
// have than commonly stands in one affair.

// denial is one predicate that a statement denies.
type denial struct {
	predicate string   // stem
	term      int      // of the record
	others    []string // stems of the other words of the clause
	agent     int      // term; nobody
	existence bool     // that there is any is denied: "has made no offer"
	exists    bool     // … at all: "there are no talks"
	total     bool     // that anything or anybody is: "nothing has been agreed"
}

// commonly is how many claims may have a predicate that is denied.
const commonly = 12

// findDenials pairs what statements deny with the statements that say it.
func (f *finder) findDenials() {
	for i := range f.statements {
		s := &f.statements[i]
		if s.answers || s.unsaid || s.asks || !asserting[s.act] && s.stance != hearsay.Denied {
			continue
		}
		if !s.denies && (s.stance == hearsay.Planned || s.supposes) {
			continue // it refuses or supposes
		}
		for _, d := range f.denials(s.saying) {
			f.match(s, d)
		}
	}
}

// match pairs a denial with the claims whose statements it denies.
func (f *finder) match(s *statement, d denial) {
	stem, known := f.index.stems[d.predicate]
	if !known || f.claimsWith[stem] > commonly && !d.total {
		return
	}
	claim, closed := nobody, false // of the statements, which stand claim by claim
	for _, i := range f.withStem[stem] {
		o := &f.statements[i]
		if o.claim != claim {
			claim = o.claim
			closed = claim == s.claim || f.seen[[2]int{min(claim, s.claim), max(claim, s.claim)}] || f.saidByOne(s.claim, claim)
		}
		if closed {
			continue
		}
		if at := f.says(o, s, d); at != nobody {
			f.pair(o, s, at, d.term)
			closed = true
		}
	}
}

// saidByOne reports whether some speaker says both claims.
func (f *finder) saidByOne(a, b int) bool {
	for _, id := range f.voices[a] {
		if slices.Contains(f.voices[b], id) {
			return true
		}
	}
	return false
}

// says returns the term with which a statement says what another denies; nobody: it
// does not.
func (f *finder) says(o, s *statement, d denial) int {
	if o.asks || o.denies || o.answers || o.unsaid || o.act == hearsay.Denial || o.act == hearsay.Refusal || o.stance == hearsay.Denied {
		return nobody
	}
	r := &f.trace.Records[o.place.Report]
	at := nobody
	for k, t := range o.terms {
		if o.stems[k] != d.predicate {
			continue
		}
		if o.isNegated(r, t) {
			return nobody
		}
		at = t
	}
	if at == nobody || f.isUnreal(o, s, d, &r.Terms[at]) || f.otherAgent(o, s, at, d) || personal[d.predicate] && !f.doneBy(o, s, at, d) {
		return nobody
	}
	holds := f.sharesEnough(o, r, d)
	if len(d.others) == 0 {
		holds = f.mentions(o, s.speaker) || d.existence && o.isTop(r, at) && asserting[o.act] && o.stance != hearsay.Possible && o.stance != hearsay.Hypothetical ||
			d.total && o.plain && o.isTop(r, at) && f.isJoint(o, s, at) && !f.isLater(o, s)
	}
	if !holds {
		return nobody
	}
	return at
}

// isJoint reports whether a statement names nobody who does it, the sides together,
// or the one who says that nothing is done: what a court decided is not what was
// decided between two others.
func (f *finder) isJoint(o, s *statement, at int) bool {
	a := f.agentOf(o.place.Report, at)
	if a == nobody {
		return true
	}
	agent := f.trace.Records[o.place.Report].Terms[a]
	return together[agent.Lemma] || s.speaker != nobody && f.actor(o.place.Report, agent.Actor) == s.speaker
}

// isLater reports whether a statement came out after another: what was not so then
// may have come about.
func (f *finder) isLater(o, s *statement) bool {
	return printed(&f.trace.Records[o.place.Report]).After(printed(&f.trace.Records[s.place.Report]))
}

func printed(r *hearsay.Record) time.Time {
	if !r.Report.Updated.IsZero() {
		return r.Report.Updated
	}
	return r.Report.Published
}

// sharesEnough reports whether a saying has one of the other words of a denial; of
// many words it must have two.
func (f *finder) sharesEnough(o *statement, r *hearsay.Record, d denial) bool {
	n := 0
	for i, w := range d.others {
		if !slices.Contains(d.others[:i], w) && o.hasBeside(r, w, d.predicate) {
			n++
		}
	}
	return n >= 2 || n == 1 && len(d.others) <= few
}

// few is how many words of a denied clause are so few that one of them is enough.
const few = 2

// hasBeside reports whether a saying has a word beside a predicate: by its stem, or
// by what it is itself.
func (s *saying) hasBeside(r *hearsay.Record, word, predicate string) bool {
	lemma, isLemma := strings.CutPrefix(word, byLemma)
	for k, t := range s.terms {
		if s.stems[k] != predicate && (s.stems[k] == word || isLemma && r.Terms[t].Lemma == lemma) {
			return true
		}
	}
	return false
}

// byLemma marks a word that is compared as it is, though it says little by itself:
// where no samples were taken, that samples were taken is denied.
const byLemma = "="

// isNegated reports whether a term, or one that it hangs on, is negated.
func (s *saying) isNegated(r *hearsay.Record, t int) bool {
	const deep = 12
	for range deep {
		if r.Terms[t].Negated {
			return true
		}
		if r.Terms[t].Role == hearsay.EqualRole && r.Terms[t].Class == hearsay.VerbTerm {
			return false // "no data were taken, and all passwords were encrypted"
		}
		if t = r.Terms[t].Head; t == hearsay.NoHead || !slices.Contains(s.terms, t) {
			return false
		}
	}
	return false
}

// asserting are the acts by which something is said to be so or not: who demands
// that nobody be hurt denies nothing.
var asserting = map[hearsay.Act]bool{"": true, hearsay.Assertion: true, hearsay.Denial: true, hearsay.FigureAct: true, hearsay.Prediction: true}

// isUnreal reports whether a statement only plans or supposes what another says has
// not come about. A plan itself may be denied.
func (f *finder) isUnreal(o, s *statement, d denial, t *hearsay.Term) bool {
	if d.exists && o.stance == hearsay.Planned {
		return false // what will be presented is there
	}
	if !schemes[t.Lemma] && o.supposes && !s.supposes {
		return true
	}
	unreal := o.stance == hearsay.Planned || o.stance == hearsay.Possible || o.stance == hearsay.Hypothetical
	return unreal && s.stance != o.stance && !schemes[t.Lemma]
}

// supposes reports whether some content only supposes something.
func supposes(r *hearsay.Record, content []hearsay.Span) bool {
	for _, c := range content {
		for w := range strings.FieldsSeq(strings.ToLower(c.In(r.Report.Text))) {
			if supposing[w] {
				return true
			}
		}
	}
	return false
}

// otherAgent reports whether both clauses say who does it, and mean different
// people.
func (f *finder) otherAgent(o, s *statement, at int, d denial) bool {
	if d.agent == nobody {
		return false
	}
	denied := f.trace.Records[s.place.Report].Terms[d.agent]
	who := f.actor(s.place.Report, denied.Actor)
	if who == nobody || denied.Lemma == "we" || f.mentions(o, who) {
		return false
	}
	a := f.agentOf(o.place.Report, at)
	if a == nobody {
		return false // "two gates were opened"
	}
	says := f.trace.Records[o.place.Report].Terms[a]
	other := f.actor(o.place.Report, says.Actor)
	return says.Lemma != denied.Lemma && other != who && (other == nobody || f.trace.Actors[other].Kind == f.trace.Actors[who].Kind)
}

// doneBy reports whether a statement says that the one does it of whom another says
// that he does not: what one has not seen another may have.
func (f *finder) doneBy(o, s *statement, at int, d denial) bool {
	denied := s.speaker
	if d.agent != nobody {
		denied = f.actor(s.place.Report, f.trace.Records[s.place.Report].Terms[d.agent].Actor)
	}
	a := f.agentOf(o.place.Report, at)
	return a != nobody && denied != nobody && f.actor(o.place.Report, f.trace.Records[o.place.Report].Terms[a].Actor) == denied
}

// agentOf returns the term that is the agent of another; nobody: none is named.
func (f *finder) agentOf(report, of int) int {
	terms := f.trace.Records[report].Terms
	from, to := max(0, of-agentReach), min(len(terms), of+agentReach)
	for i := from; i < to; i++ {
		if terms[i].Head == of && terms[i].Role == hearsay.AgentRole {
			return i
		}
	}
	return nobody
}

// agentReach is how many terms from its predicate an agent may stand.
const agentReach = 25

// mentions reports whether a statement mentions an actor.
func (f *finder) mentions(o *statement, actor int) bool {
	if actor == nobody {
		return false
	}
	r := &f.trace.Records[o.place.Report]
	return slices.ContainsFunc(o.terms, func(t int) bool { return f.actor(o.place.Report, r.Terms[t].Actor) == actor })
}

// denials lists what a saying denies. It is read once.
func (f *finder) denials(s *saying) []denial {
	if !s.isDenied {
		s.denials, s.isDenied = f.readDenials(s), true
	}
	return s.denials
}

// readDenials lists what a saying denies: by its cue the predicates at the top of
// its content, else what is negated in it.
func (f *finder) readDenials(s *saying) []denial {
	r := &f.trace.Records[s.place.Report]
	var out []denial
	for _, t := range s.terms {
		denied := r.Terms[t].Negated
		if s.denies {
			denied = !denied && s.isTopClause(r, t)
		}
		if !denied {
			continue
		}
		if d, ok := f.denial(s, r, t); ok && !slices.ContainsFunc(out, func(o denial) bool { return o.predicate == d.predicate }) {
			out = append(out, d)
		}
	}
	return out
}

// isTop reports whether a term's head is outside the statement, or is its first
// predicate's equal.
func (s *saying) isTop(r *hearsay.Record, t int) bool {
	head := r.Terms[t].Head
	if head != hearsay.NoHead && r.Terms[t].Role == hearsay.EqualRole && r.Terms[t].Class == hearsay.VerbTerm && slices.Contains(s.terms, head) {
		head = r.Terms[head].Head
	}
	return head == hearsay.NoHead || !slices.Contains(s.terms, head)
}

// isTopClause reports whether a denial of a saying denies a term: one at the top, or
// of a report that something is so that something.
func (s *saying) isTopClause(r *hearsay.Record, t int) bool {
	if s.isTop(r, t) {
		return !told[r.Terms[t].Lemma] || !slices.ContainsFunc(s.terms, func(u int) bool { return r.Terms[u].Head == t && r.Terms[u].Class == hearsay.VerbTerm })
	}
	head := r.Terms[t].Head
	return r.Terms[t].Class == hearsay.VerbTerm && told[r.Terms[head].Lemma] && s.isTop(r, head)
}

// denial reads what is denied with a term: of a light verb what it is done to.
func (f *finder) denial(s *saying, r *hearsay.Record, t int) (denial, bool) {
	predicate := t
	none := s.noneOf(r, t)
	if none != nobody {
		predicate = none
	} else if light[r.Terms[t].Lemma] {
		predicate = s.under(r, t)
	}
	if predicate == nobody {
		return denial{}, false
	}
	d := denial{predicate: stemOf(r.Terms[predicate]), term: predicate, agent: f.agentOf(s.place.Report, t)}
	for _, u := range s.terms {
		stem := stemOf(r.Terms[u])
		if stem == "" || stem == d.predicate || r.Terms[u].Negated || !s.isBelow(r, u, t) || s.isOfRepeat(r, u, predicate) {
			continue
		}
		if r.Terms[predicate].Class != hearsay.VerbTerm || s.isCore(r, u, predicate) {
			d.others = append(d.others, stem)
		}
	}
	if none != nobody && r.Terms[t].Lemma != "be" && r.Terms[t].Lemma != "have" {
		d.others = append(d.others, byLemma+r.Terms[t].Lemma)
	}
	d.total = predicate == t && s.isTop(r, t) && slices.ContainsFunc(s.terms, func(u int) bool {
		return r.Terms[u].Head == t && r.Terms[u].Role == hearsay.AgentRole && r.Terms[u].Lemma == "nothing"
	})
	d.exists = predicate != t && r.Terms[t].Lemma == "be"
	d.existence = predicate != t && r.Terms[predicate].Class == hearsay.NounTerm
	isCopular := predicate == t && r.Terms[t].Class != hearsay.VerbTerm && (r.Terms[t].Role == hearsay.RootRole || d.agent != nobody)
	return d, d.predicate != "" && !isCopular
}

// isOfRepeat reports whether a term hangs on the predicate said once more: "no
// encryption, not even a bad encryption".
func (s *saying) isOfRepeat(r *hearsay.Record, t, predicate int) bool {
	head := r.Terms[t].Head
	return head != hearsay.NoHead && head != predicate && r.Terms[head].Negated && r.Terms[head].Lemma == r.Terms[predicate].Lemma
}

// isCore reports whether a term is the agent or patient of a verb, or what it is
// that somebody agreed, asked or threatened to do.
func (s *saying) isCore(r *hearsay.Record, t, verb int) bool {
	role := r.Terms[t].Role
	return r.Terms[t].Head == verb && (role == hearsay.AgentRole || role == hearsay.PatientRole || role == hearsay.ClauseRole)
}

// noneOf returns the noun of a verb's that "no" stands at: where no defect was found,
// the defect is denied and not the finding.
func (s *saying) noneOf(r *hearsay.Record, verb int) int {
	for _, t := range s.terms {
		isDone := r.Terms[t].Role == hearsay.PatientRole || r.Terms[verb].Lemma == "be"
		if r.Terms[t].Head == verb && isDone && r.Terms[t].Negated && r.Terms[t].Class == hearsay.NounTerm && stemOf(r.Terms[t]) != "" {
			return t
		}
	}
	return nobody
}

// under returns the patient, or else the agent, of a light verb.
func (s *saying) under(r *hearsay.Record, verb int) int {
	for _, role := range []hearsay.TermRole{hearsay.PatientRole, hearsay.AgentRole} {
		for _, t := range s.terms {
			if r.Terms[t].Head == verb && r.Terms[t].Role == role && stemOf(r.Terms[t]) != "" {
				return t
			}
		}
	}
	return nobody
}

// isBelow reports whether a term hangs on another, at however many removes, or the
// other way round.
func (s *saying) isBelow(r *hearsay.Record, t, top int) bool {
	const deep = 12
	for range deep {
		if t == top {
			return true
		}
		if t = r.Terms[t].Head; t == hearsay.NoHead || !slices.Contains(s.terms, t) {
			return false
		}
	}
	return false
}

// pair adds two claims of which one denies the other, by terms of theirs; nobody: by
// what stands first.
func (f *finder) pair(said, denied *statement, at, denies int) {
	f.addClaims(said.claim, denied.claim, "“"+f.words(said, at)+"” is said by "+said.who+" and denied by "+denied.who+": “"+f.words(denied, denies)+"”")
}

// words returns the piece of a statement that has a term, or else the first, as a
// reason repeats it. It is cut once.
func (f *finder) words(s *statement, term int) string {
	r := &f.trace.Records[s.place.Report]
	at := 0
	for k, c := range s.content {
		if term != nobody && c.Contains(r.Terms[term].Span) {
			at = k
			break
		}
	}
	if s.saying.words == nil {
		s.saying.words = make([]string, len(s.content))
	}
	if s.saying.words[at] == "" {
		s.saying.words[at] = said(r, s.content[at])
	}
	return s.saying.words[at]
}
