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
