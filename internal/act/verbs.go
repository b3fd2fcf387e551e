package act

import (
	"strings"

	"hearsay"
)

// class is what a word does by being said.
type class struct {
	name    string
	act     hearsay.Act
	stance  hearsay.Stance
	verbs   string // dictionary forms; a verb and its particle or preposition are one word, "turn-down"
	nouns   string
	yes, no string // a sentence whose cue is of the class, and one whose cue is not
}

// classes; a verb with its particle goes before the verb alone.
var classes = []class{
	{"denies", hearsay.Denial, hearsay.Denied,
		"deny refute dispute contradict disavow rebut repudiate disclaim debunk quash", "denial",
		"The mayor denied that the bridge was unsafe.", "The mayor said that the bridge was safe."},
	{"rejects", hearsay.Refusal, hearsay.Actual,
		"reject refuse rebuff spurn snub veto decline turn-down rule-out object balk shun walk-away vote-down throw-out dismiss oppose shoot-down brush-aside brush-off knock-back disallow overrule resist baulk", "rejection refusal opposition",
		"The owners rejected a second ballot.", "The owners held a second ballot."},
	{"accepts", hearsay.Acceptance, hearsay.Actual,
		"accept agree welcome approve endorse ratify consent embrace assent back accede acquiesce bless bow-to yield-to go-along support", "acceptance approval consent endorsement backing blessing support",
		"The league accepted the referee's plan.", "The league read the referee's plan."},
	{"offers", hearsay.Offer, hearsay.Actual,
		"offer propose suggest sound-out put-forward bid float table tender", "offer proposal bid",
		"The mill offered to pay 3 percent more.", "The mill paid 3 percent more."},
	{"demands", hearsay.Demand, hearsay.Actual,
		"demand insist require order instruct ask-for call-for call-on call-upon press press-for push-for insist-on request urge seek lobby petition command stipulate summon", "demand request ultimatum order call-for call-on call-to cry-for",
		"The tenants demanded new lifts.", "The tenants praised the new lifts."},
	{"wants", hearsay.Demand, hearsay.Actual,
		"want ask expect-in", "",
		"The tenants want the council to mend the lifts.", "The tenants said the lifts were mended."},
	{"appeals", hearsay.Appeal, hearsay.Actual,
		"appeal plead beg implore entreat exhort beseech", "appeal plea",
		"The vicar pleaded with the gunmen to free the children.", "The vicar told the crowd that all was calm."},
	{"threatens", hearsay.Threat, hearsay.Planned,
		"threaten", "threat",
		"The crew threatened to walk off the ship.", "The crew walked off the ship."},
	{"promises", hearsay.Promise, hearsay.Planned,
		"promise pledge vow undertake guarantee swear commit assure", "promise pledge vow guarantee commitment",
		"The bank promised to repay the fees.", "The bank repaid the fees."},
	{"warns", hearsay.Prediction, hearsay.Possible,
		"warn caution alert", "warning",
		"The keeper warned that the ice would break.", "The keeper said the ice had broken."},
	{"expects", hearsay.Prediction, hearsay.Possible,
		"expect predict forecast fear anticipate foresee project hope envisage", "prediction forecast expectation fear",
		"The keeper expects a mild winter.", "The keeper recalls a mild winter."},
	{"believes", hearsay.Assertion, hearsay.Possible,
		"believe think presume suspect assume suppose speculate guess reckon hint doubt", "belief suspicion",
		"The coroner believes the two men drowned.", "The coroner confirmed the two men had drowned."},
	{"counts", hearsay.FigureAct, hearsay.Actual,
		"estimate count tally put speak-of", "estimate count tally",
		"The coroner puts the dead at nine.", "The coroner named the dead."},
	{"appears", hearsay.Assertion, hearsay.Possible,
		"appear seem look", "",
		"The pilot seemed to have slept, a passenger told the paper.", "The pilot had slept, a passenger told the paper."},
	{"judges", hearsay.Assertion, hearsay.Actual,
		`accuse blame criticise criticize condemn denounce slam lambast fault deplore decry lament praise hail mock ridicule deride
		thank congratulate call describe depict portray characterise characterize label dub brand liken compare`, "",
		"The skipper accused the port of hiding two boats.", "The skipper counted two boats."},
	{"plans", hearsay.Assertion, hearsay.Planned,
		"plan intend aim prepare schedule mean", "plan intention",
		"The museum plans to move.", "The museum has moved."},
	{"considers", hearsay.Assertion, hearsay.Possible,
		"consider mull weigh contemplate", "",
		"The museum is considering a move.", "The museum is moving."},
}

var verbClasses, nounClasses = classMaps()

func classMaps() (verbs, nouns map[string]*class) {
	verbs, nouns = map[string]*class{}, map[string]*class{}
	for i := range classes {
		c := &classes[i]
		for w := range strings.FieldsSeq(c.verbs) {
			verbs[w] = c
		}
		for w := range strings.FieldsSeq(c.nouns) {
			nouns[w] = c
		}
	}
	return verbs, nouns
}

// classAt returns what the word at token i does by being said, nil for nothing. A
// verb may have its particle or preposition after it.
func (p *page) classAt(i int) *class {
	if i < 0 {
		return nil
	}
	lemma := p.Lemma(i)
	if !verbs[p.Tag(i)] {
		if nouns[p.Tag(i)] && !proper[p.Tag(i)] {
			if c := nounClasses[lemma+"-"+p.Low(i+1)]; c != nil {
				return c
			}
			return nounClasses[lemma]
		}
		return nil
	}
	if c := verbClasses[lemma+"-"+p.Low(i+1)]; c != nil {
		return c
	}
	if j := p.Child(i, particles); j >= 0 {
		if c := verbClasses[lemma+"-"+p.Low(j)]; c != nil {
			return c
		}
	}
	if objectPronouns[p.Low(i+1)] {
		if c := verbClasses[lemma+"-"+p.Low(i+2)]; c != nil {
			return c // "ruled that out"
		}
	}
	return verbClasses[lemma]
}

var objectPronouns = map[string]bool{"it": true, "that": true, "this": true, "them": true, "him": true, "her": true}
