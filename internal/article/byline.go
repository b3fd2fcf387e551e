package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/internal/plain"
)

// people returns the people and agencies that a byline names, as [plain.People]
// splits it. Addresses, handles and lines too long to be a byline name nobody;
// offices ("Political Editor"), places ("in Tarnholm") and dates beside a name
// are dropped. Agencies stay what they are: "Staff and agencies" is one name.
func people(byline string) []string {
	byline = strings.TrimLeftFunc(byline, func(r rune) bool { return !unicode.IsLetter(r) && r != '@' })
	byline, _, _ = strings.Cut(byline, "\n")
	for _, mark := range []string{" | ", " • ", " · ", " — ", " – ", " - "} {
		byline, _, _ = strings.Cut(byline, mark)
	}
	byline = withoutPlace(strings.TrimSpace(byline))
	if byline == "" || utf8.RuneCountInString(byline) > maxByline || isHandle(byline) {
		return nil
	}
	if words := wordsOf(byline); slices.Contains(words, "agencies") {
		return []string{withoutBy(byline)}
	}
	var names []string
	for _, name := range plain.People(withoutBy(byline)) {
		if isName(name) && !(len(names) > 0 && isOffice(name)) {
			names = append(names, name)
		}
	}
	return names
}

// maxByline is the length of the longest byline, in characters.
const maxByline = 200

// withoutBy drops the "By" before names, also where a colon follows it.
func withoutBy(byline string) string {
	for _, by := range []string{"by: ", "by ", "author: "} {
		if len(byline) > len(by) && strings.EqualFold(byline[:len(by)], by) {
			return strings.TrimSpace(byline[len(by):])
		}
	}
	if lead, name, ok := strings.Cut(byline, " by "); ok && leadIns[strings.ToLower(strings.Fields(lead + " -")[0])] {
		return name // "Posted on May 6 by …"
	}
	return byline
}

// leadIns are words with which a line begins that ends in a byline.
var leadIns = set("posted published written reported updated story words text")

// withoutPlace cuts off the place or outlet for which somebody wrote.
func withoutPlace(byline string) string {
	for _, preposition := range []string{" in ", " at ", " for ", " from "} {
		if name, _, ok := strings.Cut(byline, preposition); ok && len(strings.Fields(withoutBy(name))) >= 2 {
			byline = name
		}
	}
	return byline
}

// isHandle reports whether a byline is an address or an account instead of a name.
func isHandle(byline string) bool {
	return strings.Contains(byline, "://") || strings.HasPrefix(byline, "@") || strings.HasPrefix(byline, "www.") ||
		strings.Contains(byline, "@") && !strings.Contains(byline, " ")
}

// isName reports whether what stands in a byline can be a name: it has letters,
// at most eight words, and no digit, as dates and times have.
func isName(name string) bool {
	n := len(strings.Fields(name))
	return n > 0 && n <= 8 && len(wordsOf(name)) > 0 && !strings.ContainsAny(name, "0123456789")
}

// offices are the last words of what people are in a newsroom.
var offices = set(`correspondent reporter editor writer columnist analyst producer chief staff contributor journalist
	photographer critic team`)

func isOffice(name string) bool {
	words := wordsOf(name)
	return len(words) > 0 && offices[words[len(words)-1]]
}

// distinct drops what is said again, and says how long a list of people may be.
func distinct(names []string) []string {
	var kept []string
	for _, name := range names {
		if len(kept) < maxPeople && !slices.Contains(kept, name) {
			kept = append(kept, name)
		}
	}
	return kept
}

// nameOnly returns the name of an outlet, "" for an address or an account.
func nameOnly(s string) string {
	if isHandle(s) {
		return ""
	}
	return s
}
