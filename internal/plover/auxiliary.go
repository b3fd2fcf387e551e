package plover

import (
	"strconv"

	"hearsay"
)

// auxiliary returns the auxiliary modes of an event. A verbal act happens when it is
// said, even where what it is about lies ahead: its future is in the event itself
// (AGREE, THREATEN). A deed that is planned or predicted lies ahead.
func (c *coder) auxiliary(row Row) []Auxiliary {
	var all []Auxiliary
	verbal := c.isAct()
	if !verbal && c.isHistorical() {
		all = append(all, Historical)
	}
	if !verbal && (c.told.Stance == hearsay.Planned || c.told.Act == hearsay.Prediction) {
		all = append(all, Future)
	}
	if c.told.Stance == hearsay.Possible || c.told.Stance == hearsay.Hypothetical || c.told.Condition != nil && row.Event != Threaten {
		all = append(all, Hypothetical)
	}
	if c.told.Stance == hearsay.Denied || c.told.Act == hearsay.Denial {
		all = append(all, Negated)
	}
	return all
}

// isAct reports whether the event is what the statement does.
func (c *coder) isAct() bool {
	_, ok := c.act()
	return ok
}

// isHistorical reports whether the content gives a time a year or more before the
// report, or says that it was long ago.
func (c *coder) isHistorical() bool {
	if longAgo.in(c.words) {
		return true
	}
	published := c.record.Report.Published
	if published.IsZero() {
		return false
	}
	for _, m := range c.record.Moments {
		if year, err := strconv.Atoi(m.Value[:min(4, len(m.Value))]); err == nil && c.holds(m.Span) && year < published.Year() {
			return true
		}
	}
	return false
}

var longAgo = formsOf("years ago, decades ago, a decade ago, in the last century")

func (c *coder) holds(s hearsay.Span) bool {
	for _, piece := range c.told.Content {
		if piece.Contains(s) {
			return true
		}
	}
	return false
}
