package gold

// Talks are an affair's negotiations. Parties, mediators and everybody else here
// are ids of actors.
type Talks struct {
	Parties   []string   `json:"parties"`
	Mediators []string   `json:"mediators"`
	Channel   Channel    `json:"channel"`
	Proposals []Proposal `json:"proposals"`
	Positions []Position `json:"positions"`
}

// Channel says whether the parties speak to each other.
type Channel string

// The channels.
const (
	Face     Channel = "direct"
	Indirect Channel = "indirect"
)

// Proposal is one offer of terms, with the answers to it.
type Proposal struct {
	ID        string     `json:"id"`
	By        string     `json:"by"`
	Date      string     `json:"date"`
	Terms     []Term     `json:"terms"`
	Deadline  string     `json:"deadline"`
	Responses []Response `json:"responses"`
}

// Term is what a proposal would have somebody do.
type Term struct {
	Text      string     `json:"text"`
	Obliges   []string   `json:"obliges"`
	GivesTo   []string   `json:"gives_to"`
	Status    TermStatus `json:"status"`
	Condition string     `json:"condition"`
	Claim     string     `json:"claim"`
}

// TermStatus says how far a term has come.
type TermStatus string

// The states of a term.
const (
	Proposed       TermStatus = "proposed"
	ReportedAgreed TermStatus = "reported-agreed"
	Agreed         TermStatus = "agreed"
	Refused        TermStatus = "refused"
	Implemented    TermStatus = "implemented"
)

// Response is one answer to a proposal.
type Response struct {
	By    string       `json:"by"`
	Kind  ResponseKind `json:"kind"`
	Date  string       `json:"date"`
	Claim string       `json:"claim"`
}

// ResponseKind says what an answer is.
type ResponseKind string

// The kinds of response.
const (
	Accept      ResponseKind = "accept"
	Refuse      ResponseKind = "refuse"
	Counter     ResponseKind = "counter"
	Conditional ResponseKind = "conditional"
	NoneYet     ResponseKind = "none-yet"
	DeniedAtAll ResponseKind = "denied" // says that there was no such proposal
)

// Position is where somebody stands, deal or no deal.
type Position struct {
	By               string `json:"by"`
	Text             string `json:"text"`
	RegardlessOfDeal bool   `json:"regardless_of_deal"`
	Claim            string `json:"claim"`
}
