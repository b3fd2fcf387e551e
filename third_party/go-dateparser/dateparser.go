// Package dateparser stands in for the module of the same path, which go-htmldate
// imports for its extensive search for dates in any language. Hearsay never
// asks for that search, yet the module's tables of 200 languages are built in
// every process that links it: 210 ms and 50 MB before main begins. This
// package declares what go-htmldate refers to and finds no date.
//
// See docs/decisions/0002-no-date-tables.md. The code is Hearsay's own.
package dateparser

import (
	"errors"
	"time"
)

// ErrNotBuiltIn is what every Parse returns.
var ErrNotBuiltIn = errors.New("the search for dates in any language is not built in")

// ParserType names a way to read a date.
type ParserType uint8

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which way an incomplete date is completed.
type PreferredDateSource uint8

// Past completes to the last such date.
const Past PreferredDateSource = 0

// Configuration is how dates are to be read.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser reads dates.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date that was read.
type Date struct {
	Time time.Time
}

// Parse returns the zero Date and ErrNotBuiltIn.
func (p *Parser) Parse(*Configuration, string) (Date, error) { return Date{}, ErrNotBuiltIn }
