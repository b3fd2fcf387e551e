package view

import (
	"strings"

	"hearsay"
)

// act tells what an attribution does and how it is meant: "threat, planned". That a
// thing is asserted to be so goes without saying, and so does "actual".
func act(a hearsay.Attribution) string {
	var told []string
	if a.Act != hearsay.Assertion && a.Act != "" {
		told = append(told, string(a.Act))
	}
	if a.Stance != hearsay.Actual && a.Stance != "" {
		told = append(told, string(a.Stance))
	}
	return strings.Join(told, ", ")
}

// depends tells the words on which an attribution depends, or by which it depends on
// nothing.
//
//	condition: unless the mill reopens
//	regardless: whatever the answer
func depends(a hearsay.Attribution, text string) string {
	var told []string
	for _, part := range []struct {
		label string
		words *hearsay.Span
	}{{"condition: ", a.Condition}, {"regardless: ", a.Regardless}} {
		if part.words != nil {
			told = append(told, part.label+Clip(part.words.In(text), longestHop))
		}
	}
	return strings.Join(told, "; ")
}
