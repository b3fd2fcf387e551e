package resolve

import (
	"strings"

	"hearsay"
)

// sort is what sort of thing a mention is about. The order matters only in that
// the zero sort is "not known".
type sort uint8

const (
	unknown sort = iota
	person
	people // several persons without an organisation: "residents", "the families"
	organisation
	government
	ministry
	armedGroup
	court
	outlet
	mediator
	place
	paper // a document: it says something, but it is nobody
	thing
	sortCount
)

// kinds gives the actor's kind; "" for what is no actor.
var kinds = [sortCount]hearsay.ActorKind{
	unknown: hearsay.Organisation, person: hearsay.Person, people: hearsay.GroupOfPeople, organisation: hearsay.Organisation,
	government: hearsay.Government, ministry: hearsay.Ministry, armedGroup: hearsay.ArmedGroup, court: hearsay.CourtOfLaw,
	outlet: hearsay.Outlet, mediator: hearsay.Mediator,
}

// isBody reports whether a sort is of the things that act as one and are "it".
func (s sort) isBody() bool { return organisation <= s && s <= outlet }

// gender is the grammatical gender that a text gives a person.
type gender uint8

const (
	anyGender gender = iota
	masculine
	feminine
)

// standing says how a noun tells about a person's place in public life.
type standing uint8

const (
	unstated standing = iota
	public            // an office, or speaking for one
	private           // somebody whom events happened to
)

// noun is what the head noun of a phrase tells.
type noun struct {
	sort     sort
	gender   gender
	standing standing
	found    bool // no noun: the kind that a name was found to be of, which may be wrong
}

// nouns lists the head nouns that stand for those who speak and act, by their
// dictionary form. What a text calls somebody decides, never a judgement of
// ours: an army is an army and a militia a militia because the text says so.
var nouns = func() map[string]noun {
	table := map[string]noun{}
	for _, row := range []struct {
		noun  noun
		words string
	}{
		{noun{sort: person, gender: anyGender, standing: public}, `adviser advisor ambassador admiral arbitrator archbishop attorney bishop boss brigadier captain
			cardinal chair chairperson chancellor chief cleric co-chair co-founder coach colonel commander commissioner congressman consul
			coroner correspondent councillor councilor counsel defendant delegate deputy diplomat director economist editor emir envoy
			executive founder general governor head inspector judge justice king lawmaker lawyer leader legislator lieutenant magistrate
			major manager mayor mediator member minister monarch negotiator officer official ombudsman organiser organizer pastor
			pope premier president priest prime-minister principal prosecutor rabbi rapporteur registrar representative scientist secretary
			secretary-general senator sergeant sheriff speaker spokesperson strategist superintendent sultan treasurer trustee undersecretary
			vice-president whip winner author professor analyst expert researcher activist candidate nominee lobbyist historian actor
			politician reporter journalist columnist critic`},
		{noun{sort: person, gender: masculine, standing: public}, `spokesman chairman alderman assemblyman businessman prince duke lord baron emperor
			sheikh imam ayatollah congressman councilman statesman foreman`},
		{noun{sort: person, gender: feminine, standing: public}, `spokeswoman chairwoman congresswoman councilwoman businesswoman queen princess duchess
			empress baroness actress assemblywoman`},
		{noun{sort: person, gender: anyGender, standing: private}, `witness resident neighbour neighbor nurse patient victim survivor relative driver farmer
			teacher pupil student worker employee shopkeeper passer-by bystander passenger villager refugee docker docker's miner
			fisherman tenant customer parent child baby orphan teenager passport-holder motorist pensioner caretaker waiter cook
			volunteer protester demonstrator shopper commuter tourist caller reader viewer user friend colleague cousin sibling spouse
			engineer mechanic plumber electrician carpenter cashier barber baker butcher porter crane-operator steward weaver tailor seamstress potter smith
			blacksmith mason welder roofer gardener cleaner labourer laborer shepherd herder beekeeper florist hairdresser courier
			ferryman midwife paramedic firefighter lorry-driver trucker cabbie vendor stallholder innkeeper baker's grocer miller`},
		{noun{sort: person, gender: masculine, standing: private}, `man boy father son husband brother uncle nephew grandfather grandson widower gentleman
			guy fisherman milkman winchman boyfriend dad stepfather schoolboy workman`},
		{noun{sort: person, gender: feminine, standing: private}, `woman girl mother daughter wife sister aunt niece grandmother granddaughter widow lady
			waitress girlfriend mum mom stepmother schoolgirl housewife midwife`},
		{noun{sort: person, gender: anyGender, standing: unstated}, `person somebody someone aide source insider individual guest host doctor physician
			surgeon artist musician singer writer poet player kid child infant toddler architect saint star celebrity hero heroine
			veteran settler suspect successor predecessor heir ally rival opponent client partner co-author coauthor chef dancer
			photographer comedian athlete champion midfielder goalkeeper youngster youth captain defender striker`},
		{noun{sort: people, gender: anyGender, standing: unstated}, `family couple crowd public people rebel insurgent militant`},
		{noun{sort: organisation, gender: anyGender, standing: unstated}, `administration agency airline alliance army association authority bank board body
			brigade bureau business campaign centre center charity church club coalition college commission committee company conglomerate
			congress consortium cooperative corporation council delegation department directorate division employer enterprise exchange
			faction factory conservatory band orchestra choir brand federation firm force foundation fund group guild hospital house industry inspectorate institute institution
			insurer front laboratory league lender lobby maker manufacturer military mission mosque movement museum navy network ngo office operator
			opposition organisation organization panel parliament party police producer publisher regulator retailer school secretariat
			senate service shipper side society start-up startup squad staff syndicate team think-tank tank trust underwriter union unit
			university watchdog assembly legislature chamber bloc camp cabinet subsidiary utility supplier carrier developer charity
			hotel restaurant station`},
		{noun{sort: government, gender: anyGender, standing: unstated}, `government regime state kingdom monarchy`},
		{noun{sort: ministry, gender: anyGender, standing: unstated}, `ministry`},
		{noun{sort: armedGroup, gender: anyGender, standing: unstated}, `militia guerrilla insurgency paramilitary`},
		{noun{sort: court, gender: anyGender, standing: unstated}, `court tribunal jury`},
		{noun{sort: outlet, gender: anyGender, standing: unstated}, `newspaper daily weekly tabloid broadcaster channel magazine website site newsletter
			paper outlet television tv radio wire portal blog gazette`},
		{noun{sort: place, gender: anyGender, standing: unstated}, `city town village country nation region province district capital island port street
			valley county continent area border neighbourhood neighborhood`},
		{noun{sort: paper, gender: anyGender, standing: unstated}, `statement report study survey poll document letter memo note filing article book paper's
			email e-mail message text transcript bulletin release communique communiqué tweet post blog-post indictment complaint ruling
			verdict judgment judgement law bill treaty draft`},
	} {
		for w := range strings.FieldsSeq(row.words) {
			if _, twice := table[w]; !twice {
				table[w] = row.noun
			}
		}
	}
	return table
}()

// nounOf looks a dictionary form up; what is not listed may still tell by its
// ending: "-woman", "-man", "-person".
func nounOf(lemma string) (noun, bool) {
	if n, ok := nouns[lemma]; ok {
		return n, true
	}
	switch {
	case strings.HasSuffix(lemma, "woman"):
		return noun{sort: person, gender: feminine}, true
	case strings.HasSuffix(lemma, "man") && len(lemma) > 5, strings.HasSuffix(lemma, "person"):
		return noun{sort: person}, true
	}
	for _, ending := range agentive {
		if strings.HasSuffix(lemma, ending) && len(lemma) > len(ending)+2 {
			return noun{}, true
		}
	}
	return noun{sort: thing}, false
}

// agentive are endings of nouns that may well be of a person.
var agentive = strings.Fields("er or ist ian ant ent ee eer ess ete ar ary ate ive é ard eur mate ster")

// titles are words before a name that say what to call its bearer.
var titles = func() map[string]gender {
	table := map[string]gender{}
	for g, words := range map[gender]string{
		masculine: "mr mister sir lord king prince don herr monsieur señor senor father brother",
		feminine:  "mrs ms miss madam madame mme lady dame queen princess frau señora senora sister",
		anyGender: `dr prof professor gen general lt col colonel sgt sergeant capt captain maj major adm admiral brig brigadier
			cmdr commander president vice-president chancellor premier minister secretary senator sen rep representative governor
			gov mayor judge justice rev reverend pope cardinal bishop archbishop sheikh ayatollah chief officer detective
			inspector ambassador congressman congresswoman prime vice deputy attorney speaker chairman chairwoman emperor`,
	} {
		for w := range strings.FieldsSeq(words) {
			table[w] = g
		}
	}
	return table
}()

// titleOf returns the gender a title tells, and whether a word is one: "Mr.", "Gen".
func titleOf(low string) (gender, bool) {
	g, ok := titles[strings.TrimSuffix(low, ".")]
	return g, ok
}
