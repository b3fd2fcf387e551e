package contract

import "hearsay"

// Talks is where a story's negotiations stand, as far as its reports say. Parties
// are ids of actors; null where the reports say nobody, or somebody they never name.
type Talks struct {
	// Those who negotiate.
	Parties []int `json:"parties"`
	// Those who go between them.
	Mediators []int `json:"mediators"`
	// Those who urge, threaten or rule.
	Others []int `json:"others"`
	// How the parties speak to each other: direct, indirect, or mediated where it is not stated whether they also meet; null where nothing shows it.
	Channel   *hearsay.Channel `json:"channel" jsonschema:"nullable"`
	Proposals []Proposal       `json:"proposals"`
	Positions []Position       `json:"positions"`
	Deadlines []Deadline       `json:"deadlines"`
	// Answers that somebody expects by some time. None of these is a deadline.
	Awaited []Awaited `json:"awaited"`
	// Sayings of one term that cannot both hold.
	Opposed []Opposed `json:"opposed"`
	// What the terms are about, with the terms on each, earliest first.
	Subjects []Subject `json:"subjects"`
	// Everybody with a part in it, whether an actor or not.
	People []TalksParty `json:"people"`
	// Tells these talks from others of the story. It stays as new reports come in, unless one that was published before the first of them comes late.
	Key string `json:"key"`
	// The first words in which something is put.
	Anchor Passage `json:"anchor"`
	// What a person calls them; null where nobody has named them.
	Title *string `json:"title" jsonschema:"nullable"`
	// A person says that there are talks, though too little in the reports shows it.
	Opened bool `json:"opened"`
	// A person says that they are over, or were none.
	Closed bool `json:"closed"`
	// What a person has decided of the whole.
	Marks []Mark `json:"marks"`
	// Meetings, held or planned, in the order of their days.
	Rounds []Round `json:"rounds"`
}

// TalksParty is somebody with a part in talks.
type TalksParty struct {
	Actor *int `json:"actor" jsonschema:"nullable"`
	// The actor's name, or else the words used.
	Name string            `json:"name"`
	Part hearsay.PartyPart `json:"part"`
	// Where it first appears.
	Words Passage `json:"words"`
}

// Proposal is one offer or demand: a set of terms that somebody is said to put.
type Proposal struct {
	ID int `json:"id"`
	// Who is said to put it.
	By *int `json:"by" jsonschema:"nullable"`
	// The same by name, or by the words used; null where nobody says.
	ByName *string `json:"by_name" jsonschema:"nullable"`
	// The day it was put, as a report has it, or else the day it was first reported.
	Date  *string     `json:"date" jsonschema:"nullable"`
	Terms []TalksTerm `json:"terms"`
	// A TIMEX3 value; null where none is told. The deadlines have its history.
	Deadline  *string    `json:"deadline" jsonschema:"nullable"`
	Responses []Response `json:"responses"`
	// The id of the proposal by the same party that this is a new version of.
	Follows *int `json:"follows" jsonschema:"nullable"`
	// The id of the proposal of others that it answers.
	Counters *int     `json:"counters" jsonschema:"nullable"`
	Said     []Saying `json:"said"`
}

// TalksTerm is one thing a proposal would have somebody do.
type TalksTerm struct {
	// The words that tell it most fully.
	Text string  `json:"text"`
	At   Passage `json:"at"`
	// Whom it obliges.
	Obliges []int `json:"obliges"`
	// To whom it gives.
	GivesTo []int              `json:"gives_to"`
	Mode    hearsay.TermMode   `json:"mode"`
	Status  hearsay.TermStatus `json:"status"`
	// The words on which it is made to depend.
	Condition   *string  `json:"condition" jsonschema:"nullable"`
	ConditionAt *Passage `json:"condition_at" jsonschema:"nullable"`
	// The id of a claim.
	Claim *int `json:"claim" jsonschema:"nullable"`
	// How it came to its status.
	Moves []Move   `json:"moves"`
	Said  []Saying `json:"said"`
	// Its words wherever it is told.
	Worded []Passage `json:"worded"`
	// How much, as a person has it; null where nobody has corrected it.
	Quantity *string `json:"quantity" jsonschema:"nullable"`
	// What a person has corrected in it.
	Marks []Mark `json:"marks"`
}

// Move is a change of a term's status, by what somebody says.
type Move struct {
	To   hearsay.TermStatus `json:"to"`
	By   *int               `json:"by" jsonschema:"nullable"`
	Said Saying             `json:"said"`
}

// Response is an answer to a proposal.
type Response struct {
	By        *int                 `json:"by" jsonschema:"nullable"`
	ByName    *string              `json:"by_name" jsonschema:"nullable"`
	Kind      hearsay.ResponseKind `json:"kind"`
	Date      *string              `json:"date" jsonschema:"nullable"`
	Condition *string              `json:"condition" jsonschema:"nullable"`
	Claim     *int                 `json:"claim" jsonschema:"nullable"`
	Said      []Saying             `json:"said"`
	// What a person has corrected in it.
	Marks []Mark `json:"marks"`
}

// Position is what somebody wants, rules out or will do.
type Position struct {
	By     *int    `json:"by" jsonschema:"nullable"`
	ByName *string `json:"by_name" jsonschema:"nullable"`
	Text   string  `json:"text"`
	At     Passage `json:"at"`
	// Its words say that it holds with or without a deal.
	RegardlessOfDeal bool `json:"regardless_of_deal"`
	// regardless or conditional; null where its words say neither.
	Regard    *hearsay.Regard `json:"regard" jsonschema:"nullable"`
	Condition *string         `json:"condition" jsonschema:"nullable"`
	Threat    bool            `json:"threat"`
	Claim     *int            `json:"claim" jsonschema:"nullable"`
	Said      []Saying        `json:"said"`
	// What a person has corrected in it.
	Marks []Mark `json:"marks"`
}

// Deadline is an end that somebody set to the time for an answer or a deal.
type Deadline struct {
	// The TIMEX3 value at which it stands; without a zone where none is stated.
	Value string `json:"value"`
	SetBy *int   `json:"set_by" jsonschema:"nullable"`
	// Whom it binds; null: all, or not said.
	For     *int           `json:"for" jsonschema:"nullable"`
	Changes []DeadlineMove `json:"changes"`
	// What a person has corrected in it.
	Marks []Mark `json:"marks"`
}

// DeadlineMove is what somebody says befell a deadline.
type DeadlineMove struct {
	Change hearsay.DeadlineChange `json:"change"`
	Value  string                 `json:"value"`
	Said   Saying                 `json:"said"`
}

// Awaited is an answer that somebody expects by some time.
type Awaited struct {
	From *int     `json:"from" jsonschema:"nullable"`
	By   string   `json:"by"`
	Said []Saying `json:"said"`
}

// Opposed are two sayings of one term that cannot both hold.
type Opposed struct {
	// The id of a proposal; null where it is of none.
	Proposal *int   `json:"proposal" jsonschema:"nullable"`
	A        Saying `json:"a"`
	B        Saying `json:"b"`
	Why      string `json:"why"`
}

// Subject is one thing that proposals speak of.
type Subject struct {
	Text  string   `json:"text"`
	Terms []TermAt `json:"terms"`
}

// TermAt is one term of one proposal.
type TermAt struct {
	// The id of a proposal.
	Proposal int `json:"proposal"`
	// A position in its terms.
	Term int `json:"term"`
}

// Saying is one place that shows something of talks.
type Saying struct {
	Report string `json:"report"`
	Span   Span   `json:"span"`
	// The day of what is said: as the words have it, else that of the report.
	Date *string `json:"date" jsonschema:"nullable"`
	// The words have the day.
	Stated bool `json:"stated"`
	// The id of the attribution in whose words it stands; null for the outlet's own.
	Attribution *int `json:"attribution" jsonschema:"nullable"`
	// From the outlet to the one who says so.
	Chain []Voice `json:"chain"`
}

// Round is one meeting of talks, or one row of meetings.
type Round struct {
	// Of "a third round": 3; null where none is stated.
	Number *int `json:"number" jsonschema:"nullable"`
	// The words for where it is; null where none are.
	Place   *string  `json:"place" jsonschema:"nullable"`
	PlaceAt *Passage `json:"place_at" jsonschema:"nullable"`
	// The TIMEX3 value of when it begins or began; null where it is not stated.
	When *string `json:"when" jsonschema:"nullable"`
	// Of "for the second day": 2; the latest told of.
	Day   *int               `json:"day" jsonschema:"nullable"`
	State hearsay.RoundState `json:"state"`
	// All that is said of it, by publication.
	Moves []RoundMove `json:"moves"`
}

// RoundMove is what one place says of a round.
type RoundMove struct {
	To hearsay.RoundState `json:"to"`
	// The TIMEX3 value that the words give.
	When *string `json:"when" jsonschema:"nullable"`
	Said Saying  `json:"said"`
}

// Mark shows that a person has decided something, and what was read before.
type Mark struct {
	Kind hearsay.TalksDecisionKind `json:"kind"`
	// The part that was corrected; null for what is no correction.
	Field *hearsay.TalksField `json:"field" jsonschema:"nullable"`
	// As it was read; null for what is no correction.
	Was *string `json:"was" jsonschema:"nullable"`
	// A position among the decisions that were applied.
	Decision int `json:"decision"`
}
