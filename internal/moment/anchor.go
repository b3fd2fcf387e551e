package moment

import (
	"time"

	"hearsay"
)

// Anchor is what is known of when a report was written.
type Anchor struct {
	// Published is when the report was published, in the zone it is stated in: its
	// calendar says what "today" is. Zero: not stated. At midnight it is taken for a
	// day whose hour is not known.
	Published time.Time
}

// maxDatelineGap is how many days may lie between dateline and publication: a
// wider gap is a slip, or another date.
const maxDatelineGap = 7

// at sets the scene's day.
func (s *scene) at(t time.Time) {
	s.dated, s.minute = !t.IsZero(), unknownMinute
	if !s.dated {
		s.now = time.Time{}
		return
	}
	s.now = midnight(t)
	if minute := t.Hour()*60 + t.Minute(); minute > 0 || t.Second() > 0 {
		s.minute = minute
	}
}

// eras are the stretches of a text with anchors of their own: live entries. What
// lies between them is dated by the report.
type eras struct {
	entries   []hearsay.Entry
	published time.Time
	next      int // the entry that is not yet over
}

// enter dates the scene for the words from at on, if an entry begins or ends
// there. Offsets only grow.
func (e *eras) enter(s *scene, at int) {
	if len(e.entries) == 0 {
		return
	}
	for e.next < len(e.entries) && e.entries[e.next].End <= at {
		e.next++
	}
	if e.next < len(e.entries) && e.entries[e.next].Start <= at && !e.entries[e.next].Time.IsZero() {
		s.at(e.entries[e.next].Time)
		return
	}
	s.at(e.published)
}

// stamp reports whether the words at an offset are an entry's stamp: it says when
// the entry was written and is no part of what it says.
func (e *eras) stamp(at int) bool {
	return e.next < len(e.entries) && e.entries[e.next].Stamp.Start <= at && at < e.entries[e.next].Stamp.End
}

// datedBy takes the day of a report from its dateline, if the day of publication
// does not speak against it. A report filed on Friday and published on Saturday
// means Friday by "today".
func (e *eras) datedBy(filed time.Time) {
	switch published := midnight(e.published); {
	case e.published.IsZero():
		e.published = filed
	case filed.Before(published) && published.Sub(filed) <= maxDatelineGap*24*time.Hour:
		e.published = filed
	}
}
