package hearsay

// Actor is anyone who speaks, is quoted, cited or acts: a person, a government,
// an organisation, a group, an outlet, a document.
type Actor struct {
	ID           int
	Name         string
	Kind         ActorKind
	Aliases      []string // all the ways of naming it, as printed, in text order
	Descriptions []Description
	Private      bool // a person whom events happened to, and of whom no office is mentioned
}

// ActorKind says what an actor is.
type ActorKind string

// The kinds of actor.
const (
	Person        ActorKind = "person"
	Government    ActorKind = "government"
	ArmedGroup    ActorKind = "armed-group"
	Ministry      ActorKind = "ministry"
	Organisation  ActorKind = "organisation"
	Outlet        ActorKind = "outlet"
	Mediator      ActorKind = "mediator"
	CourtOfLaw    ActorKind = "court"
	GroupOfPeople ActorKind = "group-of-people"
)

// ActorKinds lists every kind of actor.
var ActorKinds = []ActorKind{Person, Government, ArmedGroup, Ministry, Organisation, Outlet, Mediator, CourtOfLaw, GroupOfPeople}

// Description is how a report labels an actor ("state-run", "backed by …"),
// always as somebody's words and never as Hearsay's.
type Description struct {
	Words Span
	By    *int // ID of the Actor who describes; nil: the outlet's own voice
}
