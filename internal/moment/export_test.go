package moment

// Example is a sentence beside a rule.
type Example struct {
	Pattern, Text string
	No            bool
}

// RuleExamples returns the sentences that stand beside the rules, in their order.
func RuleExamples() []Example {
	var out []Example
	for _, r := range rules {
		for _, text := range r.yes {
			out = append(out, Example{r.pattern, text, false})
		}
		for _, text := range r.no {
			out = append(out, Example{r.pattern, text, true})
		}
	}
	return out
}
