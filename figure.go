package hearsay

// Figure is a quantity at stake, as an interval with the words' own bound.
type Figure struct {
	Span        Span
	Noun        *Span
	State       State
	Unit        string
	Stance      Stance
	Where       string
	Low, High   *float64 // nil: open
	Qualifier   Qualifier
	AsOf        string // TIMEX3 value; "" : not stated
	Chain       []Voice
	Attribution *int // ID of the Attribution it stands in; nil: the outlet's own voice
}

// Qualifier is how a report bounds a number.
type Qualifier string

// The qualifiers.
const (
	MoreThan Qualifier = "more-than"
	AtLeast  Qualifier = "at-least"
	UpTo     Qualifier = "up-to"
	About    Qualifier = "about"
	Nearly   Qualifier = "nearly"
	Between  Qualifier = "between"
	Exactly  Qualifier = "exactly"
	Vague    Qualifier = "vague"
)

// Qualifiers lists every qualifier.
var Qualifiers = []Qualifier{MoreThan, AtLeast, UpTo, About, Nearly, Between, Exactly, Vague}

// State says what is the case with the things counted.
type State string

// States lists every state a figure can count.
var States = []State{
	"killed", "wounded", "missing", "trapped", "rescued", "held", "taken", "released", "to-be-released",
	"displaced", "sheltering", "returned", "arrested", "treated", "on-strike", "deployed", "waiting", "affected",
	"price", "pay", "stake", "vote", "volume", "level", "distance", "duration", "money", "share", "other",
}
