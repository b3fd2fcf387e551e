package measure

import (
	"strings"

	"hearsay"
)

// stateRule lists the words that tell what became of what is counted, by their
// dictionary form. "bring:alive,surface" is "bring" with one of these words soon
// after it.
type stateRule struct {
	state    hearsay.State
	patients string // verbs whose object, or passive subject, is what is counted
	agents   string // verbs whose subject it is
	words    string // nouns and adjectives that say so wherever they stand
	nouns    string // nouns that say so of themselves, where nothing else is said
	yes, no  string // sentences with a figure in this state, and with none in it
}

var stateRules = []stateRule{
	{state: "killed", patients: "kill slay execute massacre murder assassinate lynch behead shoot:dead gun:down crush:death burn:death",
		agents: "die perish drown succumb", words: "dead death fatality", nouns: "body corpse toll casualty",
		yes: "The blast killed 12 people.", no: "12 people killed a bear."},
	{state: "wounded", patients: "wound injure hurt maim", words: "injured wounded injury critical:condition intensive:care",
		yes: "12 people were hurt.", no: "Losing 12 people hurts the firm."},
	{state: "missing", agents: "disappear vanish", words: "missing unaccounted",
		yes: "12 sailors are missing.", no: "12 sailors miss their homes."},
	{state: "trapped", patients: "trap bury maroon cut:off,below", words: "trapped",
		yes: "The mud buried 12 people.", no: "12 people buried a dog."},
	{state: "rescued", patients: "rescue save winch pull:alive,rubble,wreckage,water,sea,survivor,safety bring:alive,surface,safety carry:alive,safety dig:alive lift:safety",
		nouns: "survivor",
		yes:   "Divers brought 12 men out alive.", no: "Divers brought 12 ropes."},
	{state: "held", patients: "hold imprison jail keep:captive,hostage", words: "captive hostage captivity", nouns: "captive hostage prisoner inmate",
		yes: "12 men are held on the island.", no: "12 men held the rope."},
	{state: "taken", patients: "seize abduct kidnap capture snatch take:hostage,captive,prisoner",
		yes: "They abducted 12 girls.", no: "12 girls seized the moment."},
	{state: "released", patients: "release free liberate exchange swap trade pardon hand:over,back let:go return:families",
		yes: "They freed 12 men yesterday.", no: "12 men freed the boat."},
	{state: "to-be-released", // a release that is not actual: see settleState
		yes: "They will free 12 men.", no: "They freed 12 men."},
	{state: "displaced", patients: "displace evacuate uproot", agents: "flee leave:home,homes", words: "displaced homeless", nouns: "refugee evacuee",
		yes: "12 families fled.", no: "12 families stayed."},
	{state: "sheltering", agents: "shelter", words: "shelter camp tent",
		yes: "12 families are sheltering there.", no: "12 families live there."},
	{state: "returned", agents: "return go:home,back come:home,back",
		yes: "12 families have returned.", no: "12 families stayed."},
	{state: "arrested", patients: "arrest detain round:up", words: "custody", nouns: "detainee arrest",
		yes: "Police arrested 12 people.", no: "12 people arrested the decline."},
	{state: "treated", patients: "treat hospitalise hospitalize admit:hospital", agents: "be:hospital remain:hospital", words: "hospitalised",
		yes: "12 people were treated.", no: "12 people treated the wood."},
	{state: "on-strike", agents: "strike walk:out down:tools", words: "strike walkout", nouns: "striker picket",
		yes: "12 dockers walked out.", no: "12 dockers walked in."},
	{state: "deployed", patients: "deploy station mobilise mobilize garrison send:front,frontier,border,region,reinforce",
		yes: "They deployed 12 soldiers.", no: "They praised 12 soldiers."},
	{state: "waiting", agents: "wait queue gather", words: "anchor queue stranded stuck waiting",
		yes: "12 ships are waiting.", no: "12 ships left."},
	{state: "affected", patients: "affect damage destroy flatten demolish cut axe shed lose eliminate threaten burn infect hit wash:away topple",
		agents: "lose:power,electricity,home,homes,job,jobs need:aid,food,help", words: "damaged",
		nouns: "job post layoff redundancy family",
		yes:   "The fire destroyed 12 shops.", no: "The town has 12 shops."},
	{state: "vote", patients: "win:seat,seats lose:seat,seats", agents: "vote abstain elect split:over,on", words: "ballot", nouns: "vote ballot abstention",
		yes: "12 deputies voted.", no: "12 deputies slept."},
	{state: "level", nouns: "index",
		yes: "The index closed at 15,870.", no: "The index has 12 firms."},
}

// role is the part that what is counted plays in what a word says.
type role uint8

const (
	asPatient role = iota
	asAgent
	anyhow
	byItself
)

// stateWord is one word of a rule.
type stateWord struct {
	state hearsay.State
	role  role
	with  map[string]bool // one of these must follow soon; nil: none need
}

// stateWords holds the words of all rules by dictionary form; those that need
// company come first.
var stateWords = func() map[string][]stateWord {
	all := map[string][]stateWord{}
	for _, r := range stateRules {
		for as, list := range []string{asPatient: r.patients, asAgent: r.agents, anyhow: r.words, byItself: r.nouns} {
			for _, entry := range strings.Fields(list) {
				lemma, with, _ := strings.Cut(entry, ":")
				w := stateWord{state: r.state, role: role(as)}
				if with == "" {
					all[lemma] = append(all[lemma], w)
					continue
				}
				w.with = setOf(strings.ReplaceAll(with, ",", " "))
				all[lemma] = append([]stateWord{w}, all[lemma]...)
			}
		}
	}
	return all
}()
