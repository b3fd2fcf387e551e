package measure

import (
	"slices"
	"sort"
	"strings"

	"hearsay"
)

// WithoutTimes returns the figures without lengths of time that a moment tells already:
// "45 days" is a time and counts nothing, "1,900 hours of video" count video.
//
//	The pause would last [45 days].      moment, P45D
//	                      └ no figure
//
// Both lists are in the order of the text. A length of time that no moment tells stays a figure.
func WithoutTimes(text string, figures []hearsay.Figure, moments []hearsay.Moment) []hearsay.Figure {
	return slices.DeleteFunc(figures, func(f hearsay.Figure) bool {
		if f.State != duration || isOfSomething(text, f) {
			return false
		}
		i := sort.Search(len(moments), func(i int) bool { return moments[i].Span.End > f.Span.Start })
		return i < len(moments) && moments[i].Span.Start < f.Span.End
	})
}

// isOfSomething reports whether a length of time counts what follows it.
func isOfSomething(text string, f hearsay.Figure) bool {
	return f.Noun != nil && f.Noun.Start >= f.Span.End && strings.HasPrefix(text[f.Span.End:f.Noun.Start], " of ")
}
