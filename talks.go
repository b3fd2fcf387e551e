package hearsay

import "fmt"

// Talks are one negotiation as the reports of a story tell of it: who puts what to
// whom, in which terms, what was answered, and what each will do.
//
//	Dealings of all records ──► parties ──► rounds, proposals ──► answers, deadlines ──► status of each term
//
// A story may have several: a wage round beside a takeover.
//
// Nothing in it is hardened on the way. Each datum has the sayings it rests on,
// and each saying has its words, its chain and its date.
type Talks struct {
	ID int // position in Trace.Talks; that of which most is told comes first

	// Key tells these talks from others of the story: a short hash of the text and
	// place of the words that are their Anchor. It stays as new reports come in, and
	// changes only if a report that was published before the first comes in late, or
	// if those words are read otherwise. So it serves for addresses and feeds; what a
	// person decides is tied to an [Anchor] instead.
	Key    string
	Anchor Passage // the first words, by publication, in which something is put

	Parties   []Party
	Channel   Channel
	Rounds    []Round    // in the order in which they are, or were to be
	Proposals []Proposal // by date, then as first reported
	Deadlines []TalksDeadline
	Awaited   []Awaited
	Positions []Position
	Opposed   []Opposed
	Subjects  []Subject // what the terms are about, each with its terms by date

	// What a person has decided of the whole; of the parts, see their Marks.
	Title  string // what a person calls them; "" : nobody has named them
	Opened bool   // a person opened them: too little would show them
	Closed bool   // a person says that they are over, or were none
	Marks  []Mark
}

// Party is somebody with a part in talks.
type Party struct {
	ID    int       // position in Talks.Parties
	Actor *int      // ID of a Trace.Actors; nil: somebody the reports never name
	Words Passage   // the words used where it first appears
	Named bool      // it goes by these words, not by the actor's name
	Part  PartyPart // what it does there
}

// PartyPart says what part somebody has in talks.
type PartyPart string

// The parts.
const (
	Negotiates PartyPart = "party"
	Mediates   PartyPart = "mediator"
	Bystander  PartyPart = "other" // urges, threatens, rules
)

// Channel says how the parties speak to each other.
type Channel string

// The channels.
const (
	ChannelDirect   Channel = "direct"
	ChannelIndirect Channel = "indirect"
	ChannelMediated Channel = "mediated" // through others; whether the parties also meet is not stated
	ChannelUnstated Channel = ""         // nothing shows it
)

// Saying is one place that shows something of talks. Its chain is that of the
// attribution in it, and the outlet alone where there is none.
type Saying struct {
	Words   Passage
	Dealing int    // position in that record's Dealings
	Date    string // day of what is said, YYYY-MM-DD: as the words have it, else that of the report; "" : not stated
	Stated  bool   // the words have it
}

// Proposal is one offer or demand: a set of terms that somebody is said to put.
type Proposal struct {
	ID        int  // position in Talks.Proposals
	By        *int // ID of a party; nil: nobody says whose it is
	Date      string
	Terms     []TalksTerm
	Deadline  *int // position in Talks.Deadlines
	Responses []Response
	Follows   *int     // ID of the proposal that this is a new version of, by the same party
	Counters  *int     // ID of the proposal of others that it answers
	Said      []Saying // by date; of a party's authorship and of the whole
}

// TalksTerm is one thing a proposal would have somebody do.
type TalksTerm struct {
	Words     Passage // those of the saying that tells it most fully
	On        []int   // IDs of parties whom it obliges
	For       []int   // IDs of parties to whom it gives
	Mode      TermMode
	Condition *Passage
	Status    TermStatus
	Moves     []Move // how it came to that, by date
	Said      []Saying
	Worded    []Passage // its words wherever it is told; a correction is anchored to any of them
	Quantity  string    // how much, as a person has it; "" : as the words have it
	Claim     *int      // ID of a claim
	Marks     []Mark    // what a person has corrected
}

// TermStatus says how far a term has come, as far as anybody says.
type TermStatus string

// The states of a term.
const (
	StatusProposed       TermStatus = "proposed"
	StatusReportedAgreed TermStatus = "reported-agreed" // somebody other than those it takes says so, or one side alone
	StatusAgreed         TermStatus = "agreed"
	StatusRefused        TermStatus = "refused"
	StatusWithdrawn      TermStatus = "withdrawn"
	StatusImplemented    TermStatus = "implemented"
	StatusDenied         TermStatus = "denied" // that it was ever put
)

// TermStatuses lists every state.
var TermStatuses = []TermStatus{
	StatusProposed, StatusReportedAgreed, StatusAgreed, StatusRefused, StatusWithdrawn, StatusImplemented, StatusDenied,
}

// Move is a change of a term's state, by what somebody says.
type Move struct {
	To TermStatus
	By *int // ID of the party that moved it
	Saying
}

// Response is an answer to a proposal.
type Response struct {
	By        *int // ID of a party
	Kind      ResponseKind
	Date      string
	Condition *Passage
	Said      []Saying
	Claim     *int
	Marks     []Mark // what a person has corrected
}

// ResponseKind says what an answer is.
type ResponseKind string

// The kinds of response.
const (
	ResponseAccept      ResponseKind = "accept"
	ResponseRefuse      ResponseKind = "refuse"
	ResponseCounter     ResponseKind = "counter"
	ResponseConditional ResponseKind = "conditional"
	ResponseNoneYet     ResponseKind = "none-yet"
	ResponseDenied      ResponseKind = "denied" // that there was such a proposal
)

// ResponseKinds lists every kind.
var ResponseKinds = []ResponseKind{
	ResponseAccept, ResponseRefuse, ResponseCounter, ResponseConditional, ResponseNoneYet, ResponseDenied,
}

// TalksDeadline is an end that somebody set to the time for an answer or a deal.
type TalksDeadline struct {
	Value   string // TIMEX3 value it stands at
	SetBy   *int   // ID of a party; nil: not said
	For     *int   // ID of the party it binds; nil: all, or not said
	Changes []DeadlineMove
	Marks   []Mark // what a person has corrected
}

// DeadlineMove is what somebody says befell a deadline.
type DeadlineMove struct {
	Change DeadlineChange
	Value  string
	Saying
}

// Awaited is an answer that somebody expects by some time, which is no deadline.
type Awaited struct {
	From *int   // ID of a party; nil: not said
	By   string // TIMEX3 value
	Said []Saying
}

// Position is what somebody wants, rules out or will do.
type Position struct {
	By        *int
	Words     Passage
	Regard    Regard
	Condition *Passage
	Threat    bool
	Said      []Saying
	Claim     *int
	Marks     []Mark // what a person has corrected
}

// Regard says whether a position depends on there being a deal.
type Regard string

// The regards.
const (
	Regardless      Regard = "regardless"
	OnCondition     Regard = "conditional"
	RegardNotStated Regard = ""
)

// Subject is one thing that proposals speak of: pay, the prisoners, a withdrawal.
type Subject struct {
	Words Passage // of the term that was put first
	Terms []TermAt
}

// TermAt is one term of one proposal.
type TermAt struct {
	Proposal, Term int // positions in Talks.Proposals and in the Terms there
}

// Opposed are two sayings that cannot both hold: of a proposal and of whoever denies
// it, of two numbers for one term, of a demand dropped and not dropped.
type Opposed struct {
	Proposal *int // position; nil: of none
	A, B     Saying
	Why      string // one sentence for a person
}

// check holds positions and IDs within talks to point somewhere.
func (t *Trace) checkTalks(k Talks) error {
	for i, p := range k.Parties {
		switch {
		case p.ID != i:
			return fmt.Errorf("party %d has ID %d", i, p.ID)
		case p.Actor != nil && (*p.Actor < 0 || *p.Actor >= len(t.Actors)):
			return fmt.Errorf("party %d is actor %d of %d", i, *p.Actor, len(t.Actors))
		}
		if err := p.Words.check(t.Records); err != nil {
			return fmt.Errorf("party %d: %w", i, err)
		}
	}
	for i, r := range k.Rounds {
		if r.ID != i {
			return fmt.Errorf("round %d has ID %d", i, r.ID)
		}
		if err := t.checkRound(r); err != nil {
			return fmt.Errorf("round %d: %w", i, err)
		}
	}
	for i, p := range k.Proposals {
		if p.ID != i {
			return fmt.Errorf("proposal %d has ID %d", i, p.ID)
		}
		if err := t.checkProposal(k, p); err != nil {
			return fmt.Errorf("proposal %d: %w", i, err)
		}
	}
	for i, p := range k.Positions {
		if err := t.checkSaid(p.Said); err != nil {
			return fmt.Errorf("position %d: %w", i, err)
		}
	}
	for i, d := range k.Deadlines {
		for _, m := range d.Changes {
			if err := t.checkSaid([]Saying{m.Saying}); err != nil {
				return fmt.Errorf("deadline %d: %w", i, err)
			}
		}
	}
	return nil
}

func (t *Trace) checkProposal(k Talks, p Proposal) error {
	if len(p.Terms) == 0 {
		return fmt.Errorf("it has no terms")
	}
	if p.Deadline != nil && (*p.Deadline < 0 || *p.Deadline >= len(k.Deadlines)) {
		return fmt.Errorf("deadline %d of %d", *p.Deadline, len(k.Deadlines))
	}
	for _, term := range p.Terms {
		for _, id := range append(term.On[:len(term.On):len(term.On)], term.For...) {
			if id < 0 || id >= len(k.Parties) {
				return fmt.Errorf("party %d of %d", id, len(k.Parties))
			}
		}
		if err := t.checkSaid(term.Said); err != nil {
			return err
		}
	}
	for _, r := range p.Responses {
		if err := t.checkSaid(r.Said); err != nil {
			return err
		}
	}
	return nil
}

func (t *Trace) checkSaid(said []Saying) error {
	if len(said) == 0 {
		return fmt.Errorf("nobody says it")
	}
	for _, s := range said {
		if err := s.Words.check(t.Records); err != nil {
			return err
		}
		if n := len(t.Records[s.Words.Report].Dealings); s.Dealing < 0 || s.Dealing >= n {
			return fmt.Errorf("dealing %d of %d", s.Dealing, n)
		}
	}
	return nil
}

// Attribution returns the ID of the attribution in whose words a saying stands;
// nil for the outlet's own.
func (s Saying) Attribution(t Trace) *int {
	return t.Records[s.Words.Report].Dealings[s.Dealing].Attribution
}

// Chain returns the voices from the outlet to the one who says so.
func (s Saying) Chain(t Trace) []Voice {
	if a := s.Attribution(t); a != nil {
		if chain := t.Records[s.Words.Report].Attributions[*a].Chain; len(chain) > 0 {
			return chain
		}
	}
	return []Voice{{Identity: OutletIdentity}}
}

// Name returns what a party is called: its actor's name, or the words used.
func (k Talks) Name(t Trace, party int) string {
	p := k.Parties[party]
	if p.Actor != nil && !p.Named {
		return t.Actors[*p.Actor].Name
	}
	return p.Words.Span.In(t.Records[p.Words.Report].Report.Text)
}
