package block

import (
	"strings"

	"hearsay"
	"hearsay/internal/layout"
)

// # Datelines
//
// A dateline is where and perhaps when a report was filed, before its first
// sentence and on the same line; the agency it comes from may stand in brackets
// behind it. The dash belongs to the last of them.
//
//	TARNHOLM, April 17 (Meridian Wire) — Mediators were waiting.
//	└──── dateline ──┘ └─── credit ──┘   └─────── body ────────┘
//	ORVANNE — Officials in the capital say               dateline, body
//	April 17 (Meridian Wire) — Mediators                 dateline, credit, body
//	(Meridian Wire) — Mediators                          credit, body
//	Tarnholm (MWA) – Mediators                           the same as in capitals
//	NATO — the oldest of them — said                     body: goes on in lower case
//	EXCLUSIVE — Mediators                                body: not a place
//	Moss (R-Kasten) — Mediators                          body: not an agency
//
// A place alone, in capitals, is not enough of a sign except at a report's top.
var (
	// A place is words in capitals; behind a comma regions follow.
	inCapital       = `(?:\p{Lu}[\p{Lu}'’.-]+|Mc\p{Lu}+)`
	placeInCapitals = inCapital + `(?:[ /-](?:` + inCapital + `|of|the|de|du|la|el|on)){0,5}`
	region          = `, ?(?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,2}`
	day             = `(?:(?i:` + months + `) \d{1,2}|\d{1,2} (?i:` + months + `))(?:,? \d{4})?`
	agency          = `[(\[]\p{L}[\p{L}\d .&/'’-]{1,38}[)\]]`
	dash            = `\s?(?:[—–―]|-{1,2}(?:\s))\s*`

	datelineForm = compile(`^(` + placeInCapitals + `(?:` + region + `){0,2}(?:,? ` + day + `)?|` + day + `)?` +
		`(?:\s?(` + agency + `))?(` + dash + `)(?:[“"'‘«\p{Lu}\d]|\$)`)

	// A place written like any name needs an agency in capitals behind it.
	namedPlace = compile(`^(\p{Lu}[\p{L}.'’-]*(?:[ -]\p{Lu}[\p{L}.'’-]*){0,2}(?:, ` + day + `)?) ([(\[]\p{Lu}{2,6}[)\]])(` + dash + `)(?:[“"'‘«\p{Lu}\d]|\$)`)
)

// maxDateline is more than any dateline has in bytes.
const maxDateline = 120

// appendDateline appends the dateline and credit that body begins with, if any,
// and returns what is left.
func appendDateline(blocks []hearsay.Block, text string, body hearsay.Span, top bool) ([]hearsay.Block, hearsay.Span) {
	head := body.In(text)
	head = head[:min(len(head), maxDateline)]
	if !mayHaveDateline(head) {
		return blocks, body
	}
	m := datelineForm().FindStringSubmatchIndex(head)
	if m == nil {
		m = namedPlace().FindStringSubmatchIndex(head)
	}
	if m == nil || !isDateline(head, m, top) {
		return blocks, body
	}
	return cutDateline(blocks, text, body, m)
}

// mayHaveDateline rules most paragraphs out by their first two characters: a
// dateline begins with a bracket, a digit, two capitals, or a capitalised word
// that a bracket follows soon.
func mayHaveDateline(head string) bool {
	if len(head) < 4 {
		return false
	}
	switch c := head[0]; {
	case c == '(', c == '[', '0' <= c && c <= '9', c >= 0x80:
		return true
	case c < 'A' || c > 'Z':
		return false
	}
	isLower := 'a' <= head[1] && head[1] <= 'z'
	return !isLower || strings.IndexByte(head[:min(len(head), 60)], '(') > 0
}

// isDateline judges a match by what it holds: a place alone counts only at the
// top, and words that stand before a dash for other reasons never do.
func isDateline(head string, m []int, top bool) bool {
	hasPlace, hasAgency := m[2] >= 0, m[4] >= 0
	switch {
	case hasAgency:
		return !isParty().MatchString(head[m[4]:m[5]])
	case !hasPlace || !top:
		return false
	}
	place := head[m[2]:m[3]]
	if onlyDay().MatchString(place) { // a row of a timeline
		return false
	}
	for word := range strings.FieldsFuncSeq(place, func(r rune) bool { return r == ' ' || r == ',' || r == '/' }) {
		if kickers[word] {
			return false
		}
	}
	return true
}

var onlyDay = compile(`^` + day + `$`)

// isParty is a politician's party and state, "(D-Kasten)", not an agency.
var isParty = compile(`^[(\[][A-Z]{1,3}[-–][A-Z]`)

// kickers are words in capitals that stand before a dash without being a place.
var kickers = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(`EXCLUSIVE UPDATE UPDATED BREAKING NEWS WATCH VIDEO LIVE ANALYSIS OPINION EDITORIAL EXPLAINER REPORT
		SPECIAL ADVISORY CORRECTION CORRECTED CLARIFICATION NOTE REVIEW INTERVIEW POLL POLLS FACT CHECK FACTBOX TIMELINE QUIZ LISTEN READ
		PHOTOS MORE ALERT URGENT FLASH SNAP RECAP PREVIEW PROFILE FEATURE FOCUS INSIGHT REFILE WRAPUP COLUMN COMMENTARY LETTER LETTERS
		AND OR NOT THE A AN TO IN FOR WITH WHY WHAT HOW WHO WHEN QUESTION ANSWER Q I WE HE SHE IT THEY AM PM`) {
		set[word] = true
	}
	return set
}()

// cutDateline makes blocks of a match: submatch 1 is place and date, 2 the
// agency, 3 the dash.
func cutDateline(blocks []hearsay.Block, text string, body hearsay.Span, m []int) ([]hearsay.Block, hearsay.Span) {
	part := func(start, end int) hearsay.Span {
		return layout.TrimEnd(text, hearsay.Span{Start: body.Start + m[start], End: body.Start + m[end]})
	}
	rest := hearsay.Span{Start: body.Start + m[7], End: body.End}
	if m[4] < 0 {
		return append(blocks, hearsay.Block{Span: part(2, 7), Kind: hearsay.BlockDateline}), rest
	}
	if m[2] >= 0 {
		blocks = append(blocks, hearsay.Block{Span: part(2, 3), Kind: hearsay.BlockDateline})
	}
	return append(blocks, hearsay.Block{Span: part(4, 7), Kind: hearsay.BlockCredit}), rest
}
