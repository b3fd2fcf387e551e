// Package segment takes a report's text apart into blocks, paragraphs,
// sentences and tokens.
package segment

import "hearsay"

// Split returns the document of a report.
func Split(r hearsay.Report) *hearsay.Document { return &hearsay.Document{Text: r.Text} }
