package act

// Example is what a table says must match and what must not.
type Example struct{ Name, Yes, No string }

// RuleExamples are those of the rules, after "The mayor said".
func RuleExamples() (all []Example) {
	for _, r := range rules {
		all = append(all, Example{r.name, r.yes, r.no})
	}
	return all
}

// ClassExamples are those of the classes of words.
func ClassExamples() (all []Example) {
	for _, c := range classes {
		all = append(all, Example{c.name, c.yes, c.no})
	}
	return all
}

// TriggerExamples are those of the phrases by which something depends on something.
func TriggerExamples() (all []Example) {
	for _, t := range triggers {
		all = append(all, Example{string(t.kind) + ": " + t.phrase, t.yes, t.no})
	}
	return all
}
