// Package measure finds the figures of a report: quantities of people, things
// and money at stake, as intervals with the words' own bound.
//
//	The toll rose to more than 640 from 24, the ministry said.
//	    │            └─bound──┘ │       │
//	    │                       └───────┴── amounts     amount.go cardinal.go fraction.go digits.go
//	    └── what is counted, and what became of it      noun.go state.go
//
// Reading a sentence takes four steps, and each knows nothing of those after it:
//
//	pieces     tokens, those with a hyphen or digits cut further: "4.08" "billion" "-" "crown"    piece.go
//	quantities amounts with their bound, range, currency, unit                                    quantity.go range.go bound.go unit.go
//	refusal    years, clock times, ages, scores, labels and what else is no figure                refuse.go
//	meaning    noun, state, stance and place of what is left, from the sentence's tree            noun.go state.go stance.go place.go
//
// [Attach] then says, once the attributions and moments of the report are
// known, in whose words each figure stands and as of when.
//
// The rules are tables: beside each row stands an example that it must match and
// one that it must not, and a test reads them.
//
// A number whose writing leaves its value open ("1.000", "3,4 people") is kept
// with no bounds and the qualifier "vague" rather than guessed.
package measure
