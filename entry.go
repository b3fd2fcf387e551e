package hearsay

import (
	"fmt"
	"time"
)

// Entry is one dated unit of a report that is written as things happen: what
// a live blog says under one time stamp.
type Entry struct {
	Span       // from the stamp to the last words before the next entry
	Stamp Span // the words that give the time: "14:32", "2.15pm GMT"

	// Time is when the entry was written, in the zone its stamp is in. It is
	// zero where the day or the zone is not known for sure.
	Time time.Time
}

// checkEntries holds entries to be in text order, each with its stamp inside.
func checkEntries(entries []Entry, n int) error {
	end := 0
	for i, e := range entries {
		if err := e.Check(n); err != nil {
			return fmt.Errorf("entry %d: %w", i, err)
		}
		if e.Start < end {
			return fmt.Errorf("entry %d begins at byte %d, inside the entry before it", i, e.Start)
		}
		if e.Stamp.Check(n) != nil || !e.Contains(e.Stamp) {
			return fmt.Errorf("entry %d: its stamp %v is not inside it", i, e.Stamp)
		}
		end = e.End
	}
	return nil
}
