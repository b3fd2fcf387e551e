// Package transcript finds what a report says by its layout alone: the dated
// entries of a live blog, and words that are given to somebody without a verb
// of saying.
//
//	14:32                          an entry, up to the next stamp       entry.go stamp.go clock.go zone.go
//	The envoy has arrived.
//
//	Q: Is there a deal?            turns of a transcript or interview   label.go turn.go
//	MS. ORL: Not yet.
//
//	“We stay.” — Petra Im, docker  a quotation with its speaker below   credit.go
//
//	@radio_drenn: Talks go on.     a post                               post.go
//
// A colon or a dash proves nothing by itself: "Analysis: what next" is no
// speech. So each rule wants more than one look at the page. A label must be
// one of several that come again and alternate, a stamp one of several with
// text between, a name below a quotation must look like a name. Where the
// evidence is short, nothing is found and the sentence is read like any other.
package transcript
