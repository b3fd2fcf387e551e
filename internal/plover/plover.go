// Package plover codes what a record's attributions do as event records of PLOVER:
// event, mode and context, who does it to whom, and the auxiliary modes.
//
//	The union [threatened] to [leave the talks] unless …
//	   actor      │             └ mode: relations          context: economic
//	              └ event: THREATEN
//
// A statement that does something (an offer, a demand, a threat) is an event itself,
// of the one who speaks: acts.go. One that tells of something done is the event that
// it tells of: deeds.go. Comment, appeals and figures are none, as PLOVER has it:
// words count where they announce a policy or a change.
//
// The events, modes and contexts are those of the PLOVER manual (Open Event Data
// Alliance, github.com/openeventdata/PLOVER; DEMAND is called REQUEST in the POLECAT
// data). Its examples decide the doubtful cases: an offer to end a conflict is AGREE,
// a withdrawal or a cease-fire that is announced CONCEDE, one that happens RETREAT, a
// threat to suspend talks THREATEN.
package plover

import "hearsay"

// Event is a category of PLOVER.
type Event string

// The events: verbal and material cooperation, verbal and material conflict.
const (
	Agree   Event = "AGREE"
	Consult Event = "CONSULT"
	Support Event = "SUPPORT"
	Concede Event = "CONCEDE"

	Cooperate Event = "COOPERATE"
	Aid       Event = "AID"
	Retreat   Event = "RETREAT"

	Demand   Event = "DEMAND"
	Accuse   Event = "ACCUSE"
	Reject   Event = "REJECT"
	Threaten Event = "THREATEN"

	Protest  Event = "PROTEST"
	Sanction Event = "SANCTION"
	Mobilize Event = "MOBILIZE"
	Coerce   Event = "COERCE"
	Assault  Event = "ASSAULT"
)

// Quad returns which of the four classes an event is of: "verbal cooperation" ….
func (e Event) Quad() string {
	switch e {
	case Agree, Consult, Support, Concede:
		return "verbal cooperation"
	case Cooperate, Aid, Retreat:
		return "material cooperation"
	case Demand, Accuse, Reject, Threaten:
		return "verbal conflict"
	}
	return "material conflict"
}

// Auxiliary says how an event is placed against what is said to be so now.
type Auxiliary string

// The auxiliary modes.
const (
	Historical   Auxiliary = "historical"   // it happened long before
	Future       Auxiliary = "future"       // it is to happen
	Hypothetical Auxiliary = "hypothetical" // it may, or would if
	Negated      Auxiliary = "negated"      // it is said not to have happened
)

// Row is one event.
type Row struct {
	Attribution int // ID of the attribution it is coded from
	Event       Event
	Mode        string      // "" : none of those of the event
	Contexts    []string    // in the order of the manual's table
	Actor       *int        // who does it: ID of an Actor; nil: not named
	Recipient   *int        // to whom; nil: nobody in particular
	Auxiliary   []Auxiliary // in the order above
}

// Code returns the event that an attribution of a record, given by its ID, tells of
// or is; false where it is none.
func Code(record hearsay.Record, attribution int) (Row, bool) {
	c := coder{record: record, told: record.Attributions[attribution]}
	c.words = c.contentWords()
	row, ok := c.act()
	if !ok {
		row, ok = c.deed()
	}
	if !ok {
		return Row{}, false
	}
	row.Attribution, row.Contexts = attribution, c.contexts()
	row.Auxiliary = c.auxiliary(row)
	return row, true
}

// Rows codes every attribution of a record that is an event or tells of one. One
// told within another is coded once, as what the inner one does.
func Rows(record hearsay.Record) []Row {
	inner := map[int]bool{} // coded by one within
	var rows []Row
	for i := len(record.Attributions) - 1; i >= 0; i-- {
		row, ok := Code(record, i)
		if !ok || inner[i] {
			continue
		}
		for w := record.Attributions[i].Within; w != nil; w = record.Attributions[*w].Within {
			inner[*w] = inner[*w] || sameEvent(record, *w, row)
		}
		rows = append([]Row{row}, rows...)
	}
	return rows
}

func sameEvent(record hearsay.Record, outer int, row Row) bool {
	o, ok := Code(record, outer)
	return ok && o.Event == row.Event
}

// coder codes one attribution.
type coder struct {
	record hearsay.Record
	told   hearsay.Attribution
	words  string // of the content, in lower case
}
