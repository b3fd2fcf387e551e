package dealing

import "hearsay"

// Example is what a rule must and must not read.
type Example struct {
	Kind    hearsay.DealingKind
	Yes, No string
}

// Rules returns the examples of all rules.
func Rules() []Example {
	var out []Example
	for _, r := range rules {
		out = append(out, Example{r.kind, r.yes, r.no})
	}
	return out
}

// RoundRules returns the examples of the rules for rounds, and the state of each.
func RoundRules() (out []Example, states []hearsay.RoundState) {
	for _, r := range roundRules {
		out, states = append(out, Example{hearsay.DealingRound, r.yes, r.no}), append(states, r.state)
	}
	return out, states
}
