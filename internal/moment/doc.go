// Package moment finds the time expressions of a report and resolves them: which
// day "Friday" is, how long "a day and a half" lasts.
//
// # How it goes
//
//	"… the ferry left on Friday night, two days later."
//
//	terms     ferry   left   on   Friday   night   ,   two    days   later
//	                              WEEKDAY  PART        NUM    UNITS  "later"
//	rules                         └─ WEEKDAY PART ─┘   └ NUM UNITS later ┘
//	values                          2027-03-05TNI        2027-03-07
//
// Words become terms: what a word can be in an expression of time (term.go,
// vocabulary.go). Rules are patterns over terms with a function that reads what
// matched, beside examples that must and must not match (rules_*.go). All
// patterns are one tree, so a term that begins none costs one look (pattern.go).
// Where several rules match at one place the longest that can be read wins.
//
// A value is that of TIMEX3 (TimeML 1.2.1, Saurí et al. 2006; the units of
// TIDES 2003):
//
//	DATE      2027  2027-03  2027-03-09  2027-W10  2027-W10-WE  2027-Q1  2027-H1
//	          2027-SP  202 (the 2020s)  20 (the 21st century)  PRESENT_REF  PAST_REF  FUTURE_REF
//	TIME      2027-03-09T14:30  2027-03-09TNI (MO AF EV NI: morning … night)
//	DURATION  P2D  PT36H  P1Y6M  PXW (some weeks)
//	SET       P1D (every day)  XXXX-WXX-5 (every Friday)
//
// # What it is resolved against
//
// "Today" is the day of the anchor: a live entry's stamp inside that entry, else the
// day in the report's dateline, else the day it was published (anchor.go).
// "Two days later" is resolved against the last day that was named (scene.go). The tense
// of the verb decides between past and coming Friday (tense.go).
//
// What cannot be resolved has no value: there is no anchor, the date
// does not exist ("February 30"), or the words contradict each other. Nothing is
// ever resolved by guessing the year, the century or the country.
package moment
