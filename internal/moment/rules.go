package moment

import "slices"

// rules lists all rules. Of two that match the same words, the first that can read
// them wins.
var rules = slices.Concat(
	dayRules, weekdayRules, nearDayRules, partRules, clockRules,
	shiftRules, agoRules, periodRules, quarterRules, holidayRules, vagueRules,
	setRules, durationRules,
)

// pieces are parts of patterns that have a name.
var pieces = map[string]string{
	// A day on the calendar.
	"date": `<wd>? MONTH DAY (,? YEAR)? | <wd>? the? DAY of? MONTH (,? YEAR)? | DATE`,
	"wd":   `<which>? WEEKDAY ,?`,
	// A weekday, and what says which.
	"weekday": `<which>? WEEKDAY`,
	"which":   `last | next | this | this coming | this past | the coming | coming | the following | the previous | the past`,
	// Any day.
	"day": `<date> | <weekday> | TODAY`,
	// A time of day.
	"clock": `<hour> <zone>?`,
	"hour": `CLOCK AMPM? | HOUR AMPM | HOUR o'clock AMPM? | noon | midnight | midday | half past HOUR |
		SPELT|quarter past|to HOUR AMPM?`,
	"zone": `ZONE | local time`,
	// A number of units.
	"many": `NUM | FRACTION | NUM and a half | NUM - and - a - half -? | a? couple of | a dozen | several | a? few | many | some |
		dozens|scores|hundreds|thousands of | a number of`,
	"a":    `a | an | one`,
	"span": `the? (first|last|past|next|coming|previous|following) | at least the past | these | those | the`,
}
