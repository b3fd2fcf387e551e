package hearsay

// Moment is a time expression, resolved against the report's date where it can be.
type Moment struct {
	Span  Span
	Type  MomentType
	Value string // TIMEX3 value; "" : unresolved
}

// MomentType is the TIMEX3 type of a time expression.
type MomentType string

// The types of moment.
const (
	Date     MomentType = "DATE"
	Time     MomentType = "TIME"
	Duration MomentType = "DURATION"
	Set      MomentType = "SET"
)

// MomentTypes lists every type of moment.
var MomentTypes = []MomentType{Date, Time, Duration, Set}
