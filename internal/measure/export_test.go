package measure

import "hearsay"

// The rules, for the test that reads their examples.

// RuleExample is a sentence that a rule matches and one that it must not match.
type RuleExample struct{ Name, Yes, No string }

func BoundExamples() map[hearsay.Qualifier][]RuleExample {
	all := map[hearsay.Qualifier][]RuleExample{}
	for _, rules := range [][]boundRule{beforeRules, afterRules} {
		for _, r := range rules {
			all[r.qualifier] = append(all[r.qualifier], RuleExample{r.phrase, r.yes, r.no})
		}
	}
	return all
}

// RefusalExamples have a sentence without a figure first.
func RefusalExamples() []RuleExample {
	var all []RuleExample
	for _, r := range refusals {
		all = append(all, RuleExample{r.name, r.none, r.figure})
	}
	return all
}

func StateExamples() []RuleExample {
	var all []RuleExample
	for _, r := range stateRules {
		all = append(all, RuleExample{string(r.state), r.yes, r.no})
	}
	return all
}

func StanceExamples() []RuleExample {
	var all []RuleExample
	for _, r := range stanceRules {
		all = append(all, RuleExample{string(r.stance), r.yes, r.no})
	}
	return all
}

// ReadDigits returns the value of a number in digits, and whether it is clear, and
// whether it is one at all.
func ReadDigits(s string) (value float64, clear, isNumber bool) {
	v, w := readDigits(s)
	return v, w == clearly, w != noNumber
}
