package contract

import "hearsay"

// Trace is what the reports of a story say together: the last line of 'hearsay
// trace --json'. The lines before it are those of 'hearsay read --json', with claims
// and origins filled and the ids of actors global to the run.
//
// A report goes by its path, or by its URL where it has none.
type Trace struct {
	// What statements of one report or several say alike, those that most reports make first.
	Claims []Claim `json:"claims"`
	// Reports that republish others.
	Copies []Copy `json:"copies"`
	// What later revisions changed.
	Updates []Update `json:"updates"`
	// Claims, or figures, that cannot both hold as they are said.
	Contradictions []Contradiction `json:"contradictions"`
	// The figures of all reports, by what they count.
	Ledger []Account `json:"ledger"`
	// Further negotiations of the story, each by itself: a wage round beside a takeover.
	OtherTalks []Talks `json:"other_talks"`
	// Where the story's negotiation stands; of several, the one of which most is told. Null where there is none.
	Talks *Talks `json:"talks" jsonschema:"nullable"`
}

// Claim is what statements of one report or several say alike.
type Claim struct {
	ID int `json:"id"`
	// The words of the statement that says it most fully.
	Gist   string          `json:"gist"`
	Act    *hearsay.Act    `json:"act" jsonschema:"nullable"`
	Stance *hearsay.Stance `json:"stance" jsonschema:"nullable"`
	// The id of the actor whose statement it is; null for somebody the reports never name.
	By *int `json:"by" jsonschema:"nullable"`
	// The id of the actor to whom it is said.
	To *int `json:"to" jsonschema:"nullable"`
	// Where it independently comes from, the earliest first.
	Origins []Origin `json:"origins"`
	// There may be more origins than are shown: of some report nothing shows where it has the claim from.
	AtLeast bool `json:"at_least"`
	// The statements that make it.
	Places []Place `json:"places"`
	// How it spread, in the order of publication.
	Steps []Step `json:"steps"`
	// How its wording changed on the way.
	Shifts []Shift `json:"shifts"`
}

// Origin is one place where a claim independently comes from.
type Origin struct {
	ID int `json:"id"`
	// The words used for the voice at its end; null for the outlet itself.
	Voice *string `json:"voice" jsonschema:"nullable"`
	// The id of the actor; null for someone the reports never name.
	Actor    *int              `json:"actor" jsonschema:"nullable"`
	Identity *hearsay.Identity `json:"identity" jsonschema:"nullable"`
	// The report that had it first.
	FirstReport string `json:"first_report"`
	// All reports that have the claim from here, by publication.
	Reports []string `json:"reports"`
	// For each report after the first, why it is taken to have the claim from here: cites, copies, credits or same-speech.
	Why map[string]hearsay.LinkKind `json:"why"`
	// The same with the words that show it.
	Links []Link `json:"links"`
}

// Link says why a report is taken to have a claim from an origin.
type Link struct {
	Report   string           `json:"report"`
	From     string           `json:"from"`
	Why      hearsay.LinkKind `json:"why"`
	Evidence []Passage        `json:"evidence"`
}

// Passage is words of one report.
type Passage struct {
	Report string `json:"report"`
	Span   Span   `json:"span"`
}

// Place is one statement, or one figure, of one report.
type Place struct {
	Report string `json:"report"`
	// The id of an attribution; null for another part.
	Attribution *int `json:"attribution" jsonschema:"nullable"`
	// The position in own_voice; null for another part.
	OwnVoice *int `json:"own_voice" jsonschema:"nullable"`
	// The position in figures; null for another part.
	Figure *int `json:"figure" jsonschema:"nullable"`
}

// Step is one report's part in the spread of a claim.
type Step struct {
	Kind  hearsay.StepKind `json:"kind"`
	Place Place            `json:"place"`
}

// Shift is a change of wording between two reports of one claim, without a verdict.
type Shift struct {
	Kind   hearsay.ShiftKind `json:"kind"`
	Before Passage           `json:"before"`
	After  Passage           `json:"after"`
}

// Copy is a report that republishes another, whole or in large part.
type Copy struct {
	Report string `json:"report"`
	Of     string `json:"of"`
	// How much of the report stands in the other.
	Share float64 `json:"share" jsonschema:"minimum=0,maximum=1"`
	// The words that credit the other's outlet.
	Credit *Span `json:"credit" jsonschema:"nullable"`
}

// Update is what a later revision of a report changed.
type Update struct {
	Report  string `json:"report"`
	Revises string `json:"revises"`
	// The words that say what was changed.
	Note []Span `json:"note"`
	// What changed in the text, block by block.
	Changes []Change `json:"changes"`
	// What changed above it: the headline and the byline, which are no blocks of the text; where is 0.
	Above []Change `json:"above"`
}

// Change is one difference between two revisions.
type Change struct {
	Kind    hearsay.ChangeKind    `json:"kind"`
	Subject hearsay.ChangeSubject `json:"subject"`
	// Which printed block of the later revision, from 1; of a block that was removed whole, of the earlier.
	Where int `json:"where"`
	// What stood before and what stands now, in words.
	What string `json:"what"`
	// A figure, a source or a quotation was changed, and no note admits it.
	Silent bool `json:"silent"`
	// The words in the earlier revision; null: nothing there.
	Before *Span `json:"before" jsonschema:"nullable"`
	// The words in the later one.
	After *Span `json:"after" jsonschema:"nullable"`
	// The words of the note that admit it; null: not mentioned.
	Admitted *Span `json:"admitted" jsonschema:"nullable"`
}

// Contradiction is two claims, or two figures, that cannot both hold as they are said.
type Contradiction struct {
	// The ids of two claims; null where it is of figures that stand in none.
	Claims []int `json:"claims" jsonschema:"nullable"`
	// The figures that cannot both hold, in the order of the claims; null where it is not of numbers.
	Figures []Place `json:"figures" jsonschema:"nullable"`
	Why     string  `json:"why"`
}

// Account is all the reports say of one thing that is counted.
type Account struct {
	State hearsay.State `json:"state"`
	// What is counted: people, a currency, a noun.
	Thing       string       `json:"thing"`
	Rows        []Row        `json:"rows"`
	Differences []Difference `json:"differences"`
}

// Row is one figure of one source.
type Row struct {
	Words     string             `json:"words"`
	Noun      *string            `json:"noun" jsonschema:"nullable"`
	Unit      *string            `json:"unit" jsonschema:"nullable"`
	Where     *string            `json:"where" jsonschema:"nullable"`
	Low       *float64           `json:"low" jsonschema:"nullable"`
	High      *float64           `json:"high" jsonschema:"nullable"`
	Qualifier *hearsay.Qualifier `json:"qualifier" jsonschema:"nullable"`
	Stance    *hearsay.Stance    `json:"stance" jsonschema:"nullable"`
	// The day the figure is of, or else the day of the report.
	When *string `json:"when" jsonschema:"nullable"`
	// The report says of which day it is.
	Stated bool `json:"stated"`
	// Who gives it; null for the outlet itself.
	Source  *string  `json:"source" jsonschema:"nullable"`
	Outlet  *string  `json:"outlet" jsonschema:"nullable"`
	Reports []string `json:"reports"`
}

// Difference is two numbers of an account with nothing in common.
type Difference struct {
	// conflict, date, scope, category, corrected or revised.
	Kind string `json:"kind"`
	// Positions of rows, those of the earlier number.
	A []int `json:"a"`
	// Positions of rows, those of the later number.
	B   []int  `json:"b"`
	Why string `json:"why"`
}
