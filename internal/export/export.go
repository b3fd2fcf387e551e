// Package export writes records in the forms other programs read: JSON lines,
// CSV and brat standoff. All of them count Unicode code points and carry the
// words, because they are made from a record's line in package contract.
//
// Every encoder has a method Write that takes one record and has it written when
// it returns; none keeps records.
package export

import (
	"encoding/json"
	"io"

	"hearsay"
	"hearsay/contract"
)

// JSON writes the contract: one line for each record.
type JSON struct {
	run contract.Run
	out *json.Encoder
}

// NewJSON returns an encoder that writes to w.
func NewJSON(w io.Writer) *JSON {
	out := json.NewEncoder(w)
	// The output is read by programs, not pasted into pages: "<" stays "<".
	out.SetEscapeHTML(false)
	return &JSON{out: out}
}

// Write writes one record's line.
func (j *JSON) Write(record hearsay.Record) error { return j.out.Encode(j.run.Line(record)) }
