package contract

import (
	"encoding/json"

	"hearsay"
)

// Answer is what 'hearsay read --jsonl' answers a line of its input with: the
// record of the report on it, and the id that the line gave.
//
// Every answer stands for itself: its identifiers count from 1, so that it does
// not depend on which lines went before it, or through which of several pipes.
type Answer struct {
	Line
	// The id of the line of input, a string or a number; null if it gave none.
	ID json.RawMessage `json:"id"`
}

// Failure is the answer to a line that could not be read. Unlike any other line
// it has an error, and no report.
type Failure struct {
	Schema int `json:"schema"`
	// What is wrong and what to do.
	Error string `json:"error"`
	// The number of the line in its input, from 1.
	Number int             `json:"line"`
	ID     json.RawMessage `json:"id"`
}

// AnswerOf returns the answer to a line with an id, which may be nil.
func AnswerOf(record hearsay.Record, id json.RawMessage) Answer { return Answer{Of(record), id} }

// FailureOf returns the answer to a line that could not be read.
func FailureOf(err error, number int, id json.RawMessage) Failure {
	return Failure{Schema, err.Error(), number, id}
}
