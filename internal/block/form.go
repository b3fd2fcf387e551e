package block

import (
	"strings"
	"unicode"

	"hearsay"
)

// Words for dates, as parts of regular expressions in lower case.
const (
	months   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	weekdays = `(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?`
)

// byForm recognises what shows in the form of a whole paragraph.
func byForm(v passage) hearsay.BlockKind {
	switch {
	case len(v.words) > longestForm:
		return hearsay.BlockBody
	case !strings.ContainsFunc(v.words, isLetterOrDigit):
		return hearsay.BlockFurniture
	case isTimestamp(v):
		return hearsay.BlockTimestamp
	case v.top && isByline(v):
		return hearsay.BlockByline
	case isCopyright(v):
		return hearsay.BlockCopyright
	case (v.end || v.bracketed) && isContributor(v):
		return hearsay.BlockContributor
	}
	return hearsay.BlockBody
}

// longestForm is the length in bytes of the longest paragraph that byForm knows.
const longestForm = 500

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isTimestamp reports whether a paragraph holds a date or a time of day, with or
// without a label, and nothing else.
func isTimestamp(v passage) bool {
	if len(v.words) > longestTimestamp || !strings.ContainsAny(v.words, "0123456789") {
		return false
	}
	lead := v.lead()
	return timestamp().MatchString(lead) && isMoment().MatchString(lead)
}

// longestTimestamp is the length in bytes of the longest timestamp.
const longestTimestamp = 100

// isMoment is what no bare number has.
var isMoment = compile(`[a-z]{3}|\d[:h]\d\d|\d ?[ap]\.?m|\d[./-]\d+[./-]\d`)

var timestamp = compile(`^(?:(?:first |last |originally )?(?:published|updated|posted|modified|filed|issued|revised|created|as of)(?: on| at)?[: ]*)?` +
	`(?:(?:` + months + `|` + weekdays + `|\d{1,4}(?:st|nd|rd|th)?|\d{1,4}(?:[:./h-]\d{1,4}){1,2}z?|\d{1,2}[ap]m|[ap]\.?m\.?|gmt|utc|cest|cet|[ecmpbj][sd]?t|at|on|of|local|time|(?:hours?|minutes?|mins?|hrs?|days?) ago|updated|published)[ ,.|/·•—–-]*)+$`)

// isByline reports whether a paragraph is "By" and names of two words or more: every word has a
// capital but those that join names, and no sentence ends in it.
//
//	By Irena Moss and Peter Quade          By Katya Brandl in Halvo
func isByline(v passage) bool {
	rest, ok := strings.CutPrefix(v.inner, "By ")
	if !ok {
		rest, ok = strings.CutPrefix(v.inner, "BY ")
	}
	return ok && len(rest) <= longestByline && strings.Contains(rest, " ") && !endsSentence(rest) && byline().MatchString(rest)
}

// longestByline is the length in bytes of the longest list of a byline's names.
const longestByline = 160

// A name, and names joined.
const (
	name  = `\p{Lu}[\p{L}.'’-]*`
	names = name + `(?: (?:` + name + `|de|del|della|di|da|van|von|der|den|la|le|al|bin|ibn))*`
)

var byline = compile(`^` + names + `(?:(?:,| and|, and| &| \||/| in| for| of| with|—| -) ?` + names + `)*$`)

// isCopyright reports whether a short paragraph keeps rights.
func isCopyright(v passage) bool {
	return strings.HasPrefix(v.inner, "©") || strings.Contains(strings.ToLower(v.words), "all rights reserved")
}

// isContributor reports whether a paragraph is about who worked on the report,
// and about nothing else.
//
//	Additional reporting by Piet Sommer in Kelder; editing by Lise Hartog
//	Edmund Vassar reported from Orvanne. Clara Nieve contributed from Jadira.
func isContributor(v passage) bool {
	switch {
	case strings.Contains(v.inner, "contributed"), strings.Contains(v.inner, "reported from"):
		return contributed().MatchString(v.inner)
	case strings.Contains(v.inner, " by "), strings.Contains(v.inner, " from "), strings.Contains(v.inner, "ontribut"):
		return workedOn().MatchString(v.inner)
	}
	return false
}

const (
	people = `(?:[A-Z][\w ]{1,40}:\s)?` + names + `(?: (?:writers?|staff|reporters?|correspondents?|researchers?|producers?|editors?|intern)\b)*(?: ` + names + `)?(?:(?:,| and|, and) ` + names + `)*`
	places = names + `(?:, ` + names + `)?`
	work   = `(?:[Ww]ith )?(?:[Aa]dditional |[Ff]urther |[Ee]xtra |[Oo]ther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]esearch|[Tt]ranslation|[Pp]hotography|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Rr]eported|[Tt]ranslated|[Pp]roduced)`
	worked = `(?:` + work + `(?:(?:,| and|, and| &) ` + work + `)* (?:by|from) |[Cc]ontribut(?:ing|ors?): )` + people + `(?: in ` + places + `)?(?:(?:,| and|, and) ` + people + `(?: in ` + places + `)?)*`
)

var (
	contributed = compile(`^(?:` + people + ` (?:(?:also )?contributed(?: (?:to this|reporting|research|writing)\b[^.]*| from ` + places + `|\b)|(?:also )?reported from ` + places + `(?:,? and ` + people + ` (?:reported )?from ` + places + `)*)[.)\]]*\s*)+$`)
	workedOn    = compile(`^` + worked + `(?:[;.,] ?` + worked + `)*[.)\]]*$`)
)
