package hearsay

// Act says what a statement does.
type Act string

// The acts.
const (
	Assertion  Act = "assertion"
	Offer      Act = "offer"
	Demand     Act = "demand"
	Condition  Act = "condition"
	Deadline   Act = "deadline"
	Acceptance Act = "acceptance"
	Refusal    Act = "refusal"
	Threat     Act = "threat"
	Promise    Act = "promise"
	Denial     Act = "denial"
	Prediction Act = "prediction"
	Appeal     Act = "appeal"
	FigureAct  Act = "figure"
)

// Acts lists every act.
var Acts = []Act{Assertion, Offer, Demand, Condition, Deadline, Acceptance, Refusal, Threat, Promise, Denial, Prediction, Appeal, FigureAct}

// Stance says whether what is stated is said to be so, meant to be, or only thought of.
type Stance string

// The stances.
const (
	Actual       Stance = "actual"
	Planned      Stance = "planned"
	Possible     Stance = "possible"
	Hypothetical Stance = "hypothetical"
	Denied       Stance = "denied"
)

// Stances lists every stance.
var Stances = []Stance{Actual, Planned, Possible, Hypothetical, Denied}

// OwnVoice is a statement an outlet makes in its own voice, attributed to nobody.
type OwnVoice struct {
	Span   Span
	Act    Act // "" : not read yet
	Stance Stance
}

// Silence is how somebody says nothing.
type Silence string

// The ways to say nothing.
const (
	Declined     Silence = "declined"      // would not comment
	NoReply      Silence = "no-reply"      // did not answer
	NotReached   Silence = "not-reached"   // could not be asked
	NothingGiven Silence = "nothing-given" // spoke, but gave no details
)

// Silences lists every way to say nothing.
var Silences = []Silence{Declined, NoReply, NotReached, NothingGiven}
