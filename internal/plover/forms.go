package plover

import (
	"regexp"
	"strings"
)

// forms are words and phrases that show one thing.
type forms struct{ pattern *regexp.Regexp }

// formsOf reads words and phrases in lower case, with commas between them.
func formsOf(list string) forms {
	all := strings.Split(list, ", ")
	for i, form := range all {
		all[i] = regexp.QuoteMeta(form)
	}
	return forms{regexp.MustCompile(`\b(?:` + strings.Join(all, "|") + `)\b`)}
}

// in reports whether one of the forms stands in words of lower case.
func (f forms) in(words string) bool { return f.pattern.MatchString(words) }

// at returns the byte at which the first stands, -1 for none.
func (f forms) at(words string) int {
	if m := f.pattern.FindStringIndex(words); m != nil {
		return m[0]
	}
	return -1
}

// count returns how many stand there.
func (f forms) count(words string) int { return len(f.pattern.FindAllStringIndex(words, -1)) }
