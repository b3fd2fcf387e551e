package act

import "hearsay/internal/tree"

// # Clauses of what the speaker, or somebody else, will do, and of what may come.

// wouldNot: "we will not sign".
func (s *statement) wouldNot(c *clause) bool {
	if c.negated && c.own && (c.modal == "could" || c.modal == "can") && consents[s.Lemma(c.pred)] {
		return true
	}
	if c.own && c.isFuture() && c.without >= 0 && s.Low(c.without-1) == "such" {
		return true // "would do no such thing"
	}
	if s.doesNot(c) || s.staysSo(c) || s.grantsNone(c) {
		return true
	}
	if !c.negated || !c.isFuture() || c.passive || !c.own && !(s.isSomebody(c.subject) && s.isAnswerable()) {
		return false
	}
	return withholds[s.Lemma(c.pred)] || c.own && s.hasWord(c, untils)
}

// doesNot: "we do not bargain with kidnappers", "the club is not selling".
func (s *statement) doesNot(c *clause) bool {
	if !c.negated || c.nobody || c.modal != "" || c.past || c.perfect || c.passive || c.to || !(c.own || s.isSomebody(c.subject) && s.isAnswerable()) {
		return false
	}
	return yields[s.Lemma(c.pred)] && s.attribution != nil
}

// grantsNone: "there will be no second offer", "not one crown will cross that water".
func (s *statement) grantsNone(c *clause) bool {
	if !c.nobody || !c.isFuture() || c.subject < 0 || !s.isAnswerable() || spared[s.Lemma(c.pred)] || nobody[s.Low(c.subject)] {
		return false
	}
	if lets[s.Lemma(c.pred)] && c.passive {
		return true // "no passenger will be allowed ashore"
	}
	return grants[s.Lemma(c.subject)] || s.Low(s.Below(c.subject).First) == "not" && !s.isSomebody(c.subject)
}

var lets = tree.FormsOf("allow permit let admit release spare receive pay")

var grants = tree.FormsOf(`offer deal talk talks negotiation vote recount election referendum meeting concession compromise payment ransom amnesty delay extension
	pardon surrender retreat withdrawal apology bailout money refund raise swap exchange truce ceasefire round discount`)

// staysSo: "the price would not change".
func (s *statement) staysSo(c *clause) bool {
	return c.negated && !c.nobody && c.isFuture() && !c.perfect && changes[s.Lemma(c.pred)] && s.isAnswerable() && !s.isAnyForm(c.subject)
}

// isAnyForm reports whether a subject is nothing that somebody could change: "it",
// "that".
func (s *statement) isAnyForm(i int) bool { return i < 0 || pointers[s.Low(i)] }

var (
	yields  = tree.FormsOf("pay sell bargain negotiate sign accept recognise recognize surrender leave move resign yield bow apologise apologize trade")
	changes = tree.FormsOf("change move shift budge")
)

var untils = tree.FormsOf("until till")

var withholds = tree.FormsOf(`sign negotiate talk meet accept discuss pay comment yield give bow attend take join return surrender release
	sit step lay publish share lend vote stand provide contribute ratify approve join enter form govern serve renegotiate
	reopen revisit compromise bow apologise apologize lift help open grant relinquish surrender retract concede disarm
	agree recognise recognize support back resign withdraw participate speculate work extend budge cooperate consider go let allow
	answer hand drop move yield leave comply cede bend vacate testify evacuate disclose relent release hear abandon`)

// raises: "would raise its offer to 12 dollars".
func (s *statement) raises(c *clause) bool {
	if !betters[s.Lemma(c.pred)] || c.negated || isMaybe[c.modal] {
		return false
	}
	i := s.Child(c.pred, direct)
	return i >= 0 && bids[s.Lemma(i)] && s.Child(i, possessors) >= 0
}

var (
	betters = tree.FormsOf("raise improve increase sweeten lift lower better up")
	bids    = tree.FormsOf("offer bid proposal price")
)

// offersIf: "would settle for less if the mill stayed open".
func (s *statement) offersIf(c *clause) bool {
	return c.own && !c.negated && (c.isFuture() || s.isReady(c)) && s.hasDependence(supposes, trades) && s.attribution != nil
}

// isReady: "is ready to", "is willing to", "was prepared to".
func (s *statement) isReady(c *clause) bool {
	return ready[s.Lemma(c.pred)] && s.Low(c.pred+1) == "to" && s.Tag(c.pred) != tagVBG
}

var ready = tree.FormsOf("ready willing prepared prepare minded open")

// sits: "its board would meet on Friday".
func (s *statement) sits(c *clause) bool {
	if c.scheduled && drifts[s.Lemma(c.pred)] && s.Child(c.pred, direct) < 0 {
		return false
	}
	if c.scheduled && !s.isHostile(c.pred) {
		return s.attribution != nil
	}
	if c.subject >= 0 && (persons[s.Low(c.subject)] || pledged[s.Lemma(c.pred)] && (c.own || s.isPossessed())) {
		return false
	}
	return c.isFuture() && !c.negated && sittings[s.Lemma(c.pred)] && s.attribution != nil
}

// isPossessed reports whether the source is somebody's: "its chairman".
func (s *statement) isPossessed() bool {
	return !s.source.Empty() && theirDeterminers[s.Low(s.source.First)]
}

var (
	persons = tree.FormsOf("i we he she they")
	// What one promises who says that one will do it; of others' it is told.
	pledged = tree.FormsOf("publish decide study consider examine monitor visit travel")
)

var sittings = tree.FormsOf("meet convene sit gather hold look discuss review consider study examine publish hear debate decide monitor visit travel")

// promises: "she would repair the bridge".
func (s *statement) promises(c *clause) bool {
	if s.attribution == nil || !c.own || c.does != nil && c.does.name != "counts" && !s.lodgesAppeal(c) {
		return false
	}
	return c.isFuture() && (!drifts[s.Lemma(c.pred)] || s.Child(c.pred, direct) >= 0) && s.Child(c.pred, copulas) < 0 && s.Lemma(c.pred) != "like" && !s.hasWord(c, rather) || s.isReady(c)
}

var rather = tree.FormsOf("rather probably likely inevitably")

// demands: "the builders must repair the bridge".
func (s *statement) demands(c *clause) bool {
	return !(c.nobody && s.hasWord(c, wills)) && (c.modal == "must" || c.modal == "should" && !s.hasMoment(c)) && (!c.own || s.attribution != nil && (c.passive || !s.isMeant(c.subject))) && !c.perfect
}

func (s *statement) hasMoment(c *clause) bool { return s.momentIn(s.reach(c)) != nil }

func (s *statement) commands(c *clause) bool {
	return c.command && !s.requests(c)
}

func (s *statement) requests(c *clause) bool {
	if c.command && (s.Low(c.pred) == "let" || s.hasWord(c, please) || pleading[s.Lemma(c.pred)]) {
		return true
	}
	return c.own && c.modal == "would" && s.Lemma(c.pred) == "like" && s.attribution != nil && s.hasWord(c, toWord)
}

// pleading are verbs in a command that ask for no more than feeling.
var pleading = tree.FormsOf("think remember imagine forgive pray forget spare help")

var please, toWord = tree.FormsOf("please"), tree.FormsOf("hear see know ask")

// wouldCome: "a flood would close the bridge".
func (s *statement) wouldCome(c *clause) bool {
	if c.modal == "would" && !c.own && !c.perfect && !c.past && (s.isNotBackshifted(c) || s.Low(c.within.First) == "without" || s.Up(c.pred) >= 0 && s.isGerundSubject(s.Up(c.pred))) {
		return true
	}
	return c.modal == "would" && !c.own && !c.perfect && !s.isSomebody(c.subject) && (s.hasDependence(supposes) || s.isSupposed(c.subject))
}

// wouldHave: "the flood would have closed the bridge".
func (s *statement) wouldHave(c *clause) bool { return c.modal == "would" && c.perfect && !c.negated }

// isNotBackshifted reports whether a "would" is none that the past of "said" made of a
// "will": in quotation marks, or after "says".
func (s *statement) isNotBackshifted(c *clause) bool {
	if s.attribution == nil {
		return false
	}
	if s.quoted(c.pred) && s.quoted(s.content[0].First+1) {
		return true
	}
	for i := s.cue.First; i < s.cue.End; i++ {
		if presentTags[s.Tag(i)] {
			return !s.isBody()
		}
	}
	return false
}

var presentTags = tree.TagsOf("VBZ VBP")

// isSupposed reports whether a subject is something that may never be: "a flood",
// "such a move", "the merger".
func (s *statement) isSupposed(i int) bool {
	if i < 0 {
		return false
	}
	d := s.Child(i, determiners)
	return d >= 0 && mere[s.Low(d)] || d < 0 && s.Tag(i) == tagVBG || proposals[s.Lemma(i)] || s.Low(i) == "that" || s.Low(i) == "this"
}

var (
	mere      = tree.FormsOf("a an such any another")
	proposals = tree.FormsOf("demand plan proposal deal move offer merger strike closure attack ban tax takeover bid pause truce warrant cut withdrawal return sale agreement")
)

// othersWill: "the builders will close the bridge on Monday".
func (s *statement) othersWill(c *clause) bool {
	if !c.isFuture() || c.own {
		return false
	}
	return s.isSomebody(c.subject) && !drifts[s.Lemma(c.pred)] || c.passive || s.hasMoment(c) && !drifts[s.Lemma(c.pred)] && s.isBody()
}

// isDrafted: "under the draft, the army would withdraw", and what somebody who knows
// the text says of it.
func (s *statement) isDrafted(c *clause) bool {
	if c.modal != "would" || c.own || s.attribution == nil || s.isPaper() && !(s.isSomebody(c.subject) && s.has(c, underDrafts)) {
		return false
	}
	whole := s.source
	for i := s.source.First; i < s.source.End; i++ {
		whole = tree.Between(min(whole.First, s.Below(i).First), max(whole.End, min(s.Below(i).End, s.cue.First)))
	}
	for i := whole.First; i < whole.End; i++ {
		if drafts[s.Lemma(i)] {
			return true
		}
	}
	return s.has(c, underDrafts)
}

var (
	drafts      = tree.FormsOf("text proposal draft offer terms outline")
	underDrafts = phrases("under the? proposal|draft|offer|terms|text|deal|plan", "under a|its|their proposal|draft|offer|deal|plan")
)

// isUncertain: "no certainty that", "it was not certain".
func (s *statement) isUncertain(c *clause) bool { return s.has(c, uncertain) }

var uncertain = phrases("no certainty", "not certain|clear|sure|known", "unclear", "is|was|remains|remained unknown", "too early to say|tell|know", "no guarantee that", "uncertain")

var inclined = tree.FormsOf("rather like love prefer")

// willCome: "the river will rise".
func (s *statement) willCome(c *clause) bool {
	return c.isFuture() && !c.perfect && !s.hasWord(c, inclined) || c.modal == "should" && !c.perfect && s.hasMoment(c)
}

// mayCome: "could be filed next week".
func (s *statement) mayCome(c *clause) bool {
	if c.likely && !c.perfect {
		return true
	}
	if !isMaybe[c.modal] || c.perfect || ables[s.Lemma(c.pred)] && (s.Lemma(c.pred) != "reach" || s.isSomebody(c.subject)) {
		return false
	}
	if lasts[s.Lemma(c.pred)] && s.durationIn(s.reach(c)) != nil {
		return true
	}
	return s.hasMoment(c) || swells[s.Lemma(c.pred)] && c.subject >= 0 && !s.isSomebody(c.subject)
}

// lasts are verbs of what takes its time.
var lasts = tree.FormsOf("take last need require go continue drag")

// swells are verbs for what goes on by itself, and is foretold where it is not sure.
var swells = tree.FormsOf(`rise fall grow drop last increase decline continue climb worsen spread deepen widen break collapse sink fail end split
	burst flood spill flare erupt drag disappear vanish die`)

func (s *statement) mayBe(c *clause) bool {
	return isMaybe[c.modal] && !ables[s.Lemma(c.pred)] && !c.negated
}

var (
	isMaybe = map[string]bool{"may": true, "might": true, "could": true}
	ables   = tree.FormsOf("afford carry bear see hear find tell enter reach")
)
