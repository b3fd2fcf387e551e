// Package contract gives a record the JSON form that other programs read:
// schema version 1, one line a report.
//
// The types here are that form, field for field. They differ from the
// vocabulary of package hearsay in three ways:
//
//   - offsets count Unicode code points instead of bytes, and every span carries
//     its words, so that a reader in any language can follow it without slicing
//     UTF-8;
//   - nothing is left out: what was not found, or is not read yet, is an empty
//     list or null;
//   - identifiers are unique within a run (see [Run]) and count from 1, so that
//     none is mistaken for "no value" by a language in which 0 is false.
//
// Adding a field keeps [Schema]; changing what a field means raises it. The JSON
// Schema in docs/schema-1.json is generated from these types, their comments
// being its descriptions.
package contract

import (
	"time"

	"hearsay"
)

//go:generate go run ./internal/schema

// Schema is the number of the contract's version.
const Schema = 1

// Line is everything read from one report.
type Line struct {
	// The version of this contract.
	Schema int    `json:"schema" jsonschema:"enum=1"`
	Report Report `json:"report"`
	// Everyone who speaks, is quoted, cited or acts.
	Actors []Actor `json:"actors"`
	// Every place where someone is said to have said, thought, known, promised or denied something.
	Attributions []Attribution `json:"attributions"`
	// Statements the outlet makes in its own voice.
	OwnVoice []OwnVoice `json:"own_voice"`
	Figures  []Figure   `json:"figures"`
	Times    []Time     `json:"times"`
	// The parts that were kept but not read.
	Skipped []Skip `json:"skipped"`
	Reader  Reader `json:"reader"`
}

// Report is one article as it stood at one moment.
type Report struct {
	// The argument as given, "-" for standard input, null for an address.
	Path     *string  `json:"path" jsonschema:"nullable"`
	URL      *string  `json:"url" jsonschema:"nullable"`
	Outlet   *string  `json:"outlet" jsonschema:"nullable"`
	Headline *string  `json:"headline" jsonschema:"nullable"`
	Byline   []string `json:"byline"`
	// Where and when it was filed, as printed before the first sentence.
	Dateline *string `json:"dateline" jsonschema:"nullable"`
	// The agency credited, as printed; of several the first that is not the outlet's own.
	Credit    *string    `json:"credit" jsonschema:"nullable"`
	Published *time.Time `json:"published" jsonschema:"nullable"`
	Updated   *time.Time `json:"updated" jsonschema:"nullable"`
	// A BCP 47 language tag.
	Language *string `json:"language" jsonschema:"nullable"`
	// The notes on what was updated or corrected, verbatim, brackets included; several are joined by an empty line.
	Note *string `json:"note" jsonschema:"nullable"`
	// Lines that point to related stories.
	Related []string `json:"related"`
	// The decoded text into which every span counts.
	Text   string  `json:"text"`
	Blocks []Block `json:"blocks"`
	// The dated units of a live blog, in text order.
	Entries []Entry `json:"entries"`
}

// Span is a half-open range of Unicode code points of the report's text, with its words.
type Span struct {
	Start int    `json:"start" jsonschema:"minimum=0"`
	End   int    `json:"end" jsonschema:"minimum=1"`
	Text  string `json:"text" jsonschema:"minLength=1"`
}

// Block is a stretch of the text with one function on the page.
type Block struct {
	Span Span              `json:"span"`
	Kind hearsay.BlockKind `json:"kind"`
}

// Entry is what a live blog says under one time stamp.
type Entry struct {
	Span  Span `json:"span"`
	Stamp Span `json:"stamp"`
	// When it was written; null where the day or the zone is not known for sure.
	Time *time.Time `json:"time" jsonschema:"nullable"`
}

// Actor is anyone who speaks, is quoted, cited or acts.
type Actor struct {
	ID           int               `json:"id"`
	Name         string            `json:"name"`
	Kind         hearsay.ActorKind `json:"kind"`
	Aliases      []string          `json:"aliases"`
	Descriptions []Description     `json:"descriptions"`
	// A private person: one whom events happened to, such as a witness or a relative, without an office.
	Private bool `json:"private"`
}

// Description is how a report labels an actor, always as somebody's words.
type Description struct {
	Words Span `json:"words"`
	// The id of the actor who describes; null for the outlet's own voice.
	By *int `json:"by" jsonschema:"nullable"`
}

// Attribution is one place where someone is said to have said, thought, known, promised or denied something.
type Attribution struct {
	ID int `json:"id"`
	// Null where nobody is named.
	Source *Span `json:"source" jsonschema:"nullable"`
	// Null where layout alone shows who speaks.
	Cue *Span `json:"cue" jsonschema:"nullable"`
	// One entry for each unbroken piece, in text order.
	Content []Span         `json:"content" jsonschema:"minItems=1"`
	Manner  hearsay.Manner `json:"manner"`
	// The id of the attribution that encloses this one; null for an outermost one.
	Within *int `json:"within" jsonschema:"nullable"`
	// The hops from the outlet to the one who speaks; empty where not read yet.
	Chain []Voice `json:"chain"`
	// The id of the actor spoken to.
	Addressee *int            `json:"addressee" jsonschema:"nullable"`
	Act       *hearsay.Act    `json:"act" jsonschema:"nullable"`
	Stance    *hearsay.Stance `json:"stance" jsonschema:"nullable"`
	// The words that make it depend on something.
	Condition *Span `json:"condition" jsonschema:"nullable"`
	// The words that say it depends on nothing.
	Regardless *Span `json:"regardless" jsonschema:"nullable"`
	// How the source would say nothing, as in "declined to comment"; null for a statement.
	Silence *hearsay.Silence `json:"silence" jsonschema:"nullable"`
	// The calibrated probability that this reading is right.
	Confidence float64 `json:"confidence" jsonschema:"minimum=0,maximum=1"`
	// The id of the claim it makes; null until reports are compared.
	Claim *int `json:"claim" jsonschema:"nullable"`
	// The id of the claim's origin it goes back to; null until reports are compared.
	Origin *int `json:"origin" jsonschema:"nullable"`
	// What a person did: checked it, right or mended, or added it; left out where nobody did.
	Checked string `json:"checked,omitempty" jsonschema:"enum=checked,enum=added"`
}

// Voice is one hop of a chain: an actor at the place where a report gives it a voice.
type Voice struct {
	// The id of an actor; null for someone the report never names.
	Actor *int `json:"actor" jsonschema:"nullable"`
	// The words used for it; null for the outlet itself.
	As       *string          `json:"as" jsonschema:"nullable"`
	Span     *Span            `json:"span" jsonschema:"nullable"`
	Identity hearsay.Identity `json:"identity"`
	// Null where not stated.
	Medium    *hearsay.Medium `json:"medium" jsonschema:"nullable"`
	Occasion  *Occasion       `json:"occasion" jsonschema:"nullable"`
	Anonymity *Anonymity      `json:"anonymity" jsonschema:"nullable"`
}

// Occasion is when, where and before whom a voice spoke, as far as the text says.
type Occasion struct {
	// A TIMEX3 value.
	Date     *string `json:"date" jsonschema:"nullable"`
	Place    *string `json:"place" jsonschema:"nullable"`
	Audience *string `json:"audience" jsonschema:"nullable"`
}

// Anonymity is what a report says about a source it does not name.
type Anonymity struct {
	// The reason given.
	Why *string `json:"why" jsonschema:"nullable"`
	// How near the source is said to stand to the matter.
	Proximity *string `json:"proximity" jsonschema:"nullable"`
	// How many sources there are said to be.
	Number *string `json:"number" jsonschema:"nullable"`
}

// OwnVoice is a statement the outlet attributes to nobody.
type OwnVoice struct {
	Span   Span            `json:"span"`
	Act    *hearsay.Act    `json:"act" jsonschema:"nullable"`
	Stance *hearsay.Stance `json:"stance" jsonschema:"nullable"`
	Claim  *int            `json:"claim" jsonschema:"nullable"`
	Origin *int            `json:"origin" jsonschema:"nullable"`
}

// Figure is a quantity at stake, as an interval with the words' own bound.
type Figure struct {
	Span   Span            `json:"span"`
	Noun   *Span           `json:"noun" jsonschema:"nullable"`
	State  *hearsay.State  `json:"state" jsonschema:"nullable"`
	Unit   *string         `json:"unit" jsonschema:"nullable"`
	Stance *hearsay.Stance `json:"stance" jsonschema:"nullable"`
	Where  *string         `json:"where" jsonschema:"nullable"`
	// Null where open.
	Low *float64 `json:"low" jsonschema:"nullable"`
	// Null where open.
	High      *float64           `json:"high" jsonschema:"nullable"`
	Qualifier *hearsay.Qualifier `json:"qualifier" jsonschema:"nullable"`
	// A TIMEX3 value.
	AsOf  *string `json:"as_of" jsonschema:"nullable"`
	Chain []Voice `json:"chain"`
	// The id of the attribution it stands in; null for the outlet's own voice.
	Attribution *int `json:"attribution" jsonschema:"nullable"`
}

// Time is a time expression, resolved against the report's date where it can be.
type Time struct {
	Span Span               `json:"span"`
	Type hearsay.MomentType `json:"type"`
	// A TIMEX3 value; null where unresolved.
	Value *string `json:"value" jsonschema:"nullable"`
}

// Skip is a part that was kept but not read, and why.
type Skip struct {
	// Null for the whole report.
	Span *Span              `json:"span" jsonschema:"nullable"`
	Why  hearsay.SkipReason `json:"why"`
}

// Reader says what read the report.
type Reader struct {
	// The program's version.
	Version string `json:"version"`
	// The version of its weights; empty where it has none.
	Weights string `json:"weights"`
}
