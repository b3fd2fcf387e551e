package contract

import "time"

// Feed is something that is followed: a line of 'hearsay feeds --json'.
type Feed struct {
	ID  int64  `json:"id"`
	URL string `json:"url"`
	// rss, atom, json, sitemap, page or folder.
	Kind   string `json:"kind"`
	Title  string `json:"title"`
	Outlet string `json:"outlet"`
	// When it was first followed.
	Added time.Time `json:"added"`
	// When it was last looked at; null: never.
	Looked *time.Time `json:"looked" jsonschema:"nullable"`
	// When it last had something new.
	Changed *time.Time `json:"changed" jsonschema:"nullable"`
	// When it is to be looked at next; null: at once, or, of a page, as its text changes.
	Due *time.Time `json:"due" jsonschema:"nullable"`
	// How often in a row it could not be had.
	Failures int `json:"failures"`
	// What came of the last look.
	Outcome string `json:"outcome"`
}

// Fetch is one look at a feed or page: a line of 'hearsay feeds log --json'.
type Fetch struct {
	At time.Time `json:"at"`
	// The number of the feed; 0: none.
	Feed int64  `json:"feed"`
	URL  string `json:"url"`
	// The HTTP status; 0: there was no answer.
	Status  int     `json:"status"`
	Bytes   int64   `json:"bytes"`
	Seconds float64 `json:"seconds"`
	Outcome string  `json:"outcome"`
}

// Look is one look that found something or failed: a line of 'hearsay follow --json'.
type Look struct {
	At      time.Time `json:"at"`
	URL     string    `json:"url"`
	Outcome string    `json:"outcome"`
	// The number of the report in the archive; null: none was added.
	Report *int64 `json:"report" jsonschema:"nullable"`
	Failed bool   `json:"failed"`
}

// OfLook returns the JSON form of one look.
func OfLook(at time.Time, url, outcome string, report *int64, failed bool) Look {
	return Look{at.UTC(), url, outcome, report, failed}
}
