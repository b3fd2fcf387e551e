package follow

import (
	"encoding/json"
	"time"

	"hearsay/internal/archive"
	"hearsay/internal/fetch"
)

// State is what is remembered of a feed, page or folder from look to look.
type State struct {
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
	Failures     int       `json:"failures,omitempty"` // in a row
	Changed      time.Time `json:"changed,omitzero"`   // when it was last seen changed, or published
	Looked       time.Time `json:"looked,omitzero"`    // when it was last looked at
	Outcome      string    `json:"outcome,omitempty"`  // of that look

	Site  string            `json:"site,omitempty"`  // of a feed: the page it belongs to
	Title string            `json:"title,omitempty"` // of a page: as its feed lists it
	Dated time.Time         `json:"dated,omitzero"`  // of a page: its feed's date for it
	Seen  []Seen            `json:"seen,omitempty"`  // of a page: the texts it had, the one it has last
	Frame []uint32          `json:"frame,omitempty"` // of a page: what frames the text (see frame.go)
	Files map[string]string `json:"files,omitempty"` // of a folder: size and time of each file
}

// Seen is one text that a page had.
type Seen struct {
	Essence  string             `json:"essence"` // its hash
	Revision archive.RevisionID `json:"revision"`
}

// mostSeen is how many texts of a page are remembered.
const mostSeen = 50

// ParseState reads what was remembered. What cannot be read is forgotten: the
// thing is then looked at as if for the first time, and the archive tells what it has.
func ParseState(s string) State {
	var state State
	if json.Unmarshal([]byte(s), &state) != nil {
		return State{}
	}
	return state
}

func (s State) String() string {
	data, err := json.Marshal(s)
	if err != nil { // times beyond the year 9999
		return "{}"
	}
	return string(data)
}

func (s State) validators() fetch.Validators {
	return fetch.Validators{ETag: s.ETag, LastModified: s.LastModified}
}

func (s *State) keep(v fetch.Validators) { s.ETag, s.LastModified = v.ETag, v.LastModified }

// current returns the text that a page has, false if none was had.
func (s State) current() (Seen, bool) {
	if len(s.Seen) == 0 {
		return Seen{}, false
	}
	return s.Seen[len(s.Seen)-1], true
}

// had returns the text with an essence that a page had.
func (s State) had(essence string) (Seen, bool) {
	for _, seen := range s.Seen {
		if seen.Essence == essence {
			return seen, true
		}
	}
	return Seen{}, false
}

// now makes a text the one that the page has.
func (s *State) now(text Seen) {
	kept := s.Seen[:0:0]
	for _, seen := range s.Seen {
		if seen.Essence != text.Essence {
			kept = append(kept, seen)
		}
	}
	kept = append(kept, text)
	s.Seen = kept[max(0, len(kept)-mostSeen):]
}
