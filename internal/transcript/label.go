package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// label is what a line begins with if it may name a speaker:
//
//	"MS. ORL (through an interpreter): No.      Dana Orl, MP: No.      Q. Is there a deal?
//	 speaker                         └mark      speaker     └mark      └speaker, mark
type label struct {
	line    line
	speaker hearsay.Span
	mark    hearsay.Span
	rest    hearsay.Span // what follows on the line, or else on the next one
	key     string       // the same for "JAKE TARN" and "TARN"
	person  bool         // it looks like a speaker by itself: "REPORTER", "Ms. Orl", "ORL"
	role    bool         // and not by its capitals alone
}

// maxLabel is the length in bytes of the longest label looked at.
const maxLabel = 80

// labelOf reads the label that a line begins with.
func (p *page) labelOf(l line) (label, bool) {
	s := l.Span
	if words := s.In(p.text); words[0] == '"' || strings.HasPrefix(words, "“") {
		// Every paragraph of a quoted transcript opens the quotation anew.
		_, size := utf8.DecodeRuneInString(words)
		s = p.trim(hearsay.Span{Start: s.Start + size, End: s.End})
	}
	words := s.In(p.text)
	head := words[:min(len(words), maxLabel)]
	at := strings.IndexByte(head, ':')
	if letter := letterLabel(words); letter > 0 {
		at = letter
	}
	if at < 1 || !endsLabel(words[at+1:]) {
		return label{}, false
	}
	name, ok := parseName(words[:at])
	if !ok {
		return label{}, false
	}
	mark := hearsay.Span{Start: s.Start + at, End: s.Start + at + 1}
	return label{
		line: l, mark: mark, key: name.key, person: name.person, role: name.role,
		speaker: hearsay.Span{Start: s.Start, End: s.Start + name.length},
		rest:    p.trim(hearsay.Span{Start: mark.End, End: s.End}),
	}, true
}

// letterLabel returns where the dot or colon of "Q." or "A:" stands, or 0.
func letterLabel(words string) int {
	if len(words) > 2 && (words[0] == 'Q' || words[0] == 'A') && (words[1] == '.' || words[1] == ':') && words[2] == ' ' {
		return 1
	}
	return 0
}

// endsLabel reports whether a colon with rest behind it may end a label: "10:30"
// and "https://" have none.
func endsLabel(rest string) bool {
	if rest == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return isSpace(r) || strings.ContainsRune(`"“‘'«`, r)
}

// name is a speaker's name as a label gives it.
type name struct {
	length       int // in bytes, without a remark in brackets
	key          string
	person, role bool // see label
}

const (
	maxNameWords = 5
	maxRoleWords = 8
)

// parseName reads "Dana Orl, MP", "MS. ORL (through an interpreter)", "SPEAKER 1".
func parseName(head string) (name, bool) {
	if strings.ContainsAny(head, "\"“”?!;*#") {
		return name{}, false
	}
	words, length := head, len(head)
	if at := strings.IndexAny(head, "(["); at >= 0 {
		words = strings.TrimRightFunc(head[:at], isSpace)
		length = len(words)
	}
	who, role, _ := strings.Cut(words, ",")
	parts := strings.FieldsFunc(who, isSpace)
	if len(parts) == 0 || len(parts) > maxNameWords || len(strings.Fields(role)) > maxRoleWords || noSpeaker[strings.ToLower(who)] || len(parts) > 1 && noName[strings.ToLower(parts[0])] {
		return name{}, false
	}
	for i, part := range parts {
		if !isNamePart(part, i) {
			return name{}, false
		}
	}
	known := hasRole(parts)
	return name{length: length, key: nameKey(parts), person: known || inCapitals(parts), role: known}, true
}

// isNamePart reports whether a word may stand in a name at place i.
func isNamePart(word string, i int) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) || unicode.IsTitle(r) {
		return !strings.HasSuffix(word, ".") || titles[strings.ToLower(word)] || len(word) <= 3
	}
	return i > 0 && (particles[word] || isDigits(word))
}

// nameKey returns what tells speakers apart: the last word, with its number.
func nameKey(parts []string) string {
	last := parts[len(parts)-1]
	if isDigits(last) && len(parts) > 1 {
		last = parts[len(parts)-2] + " " + last
	}
	return strings.ToUpper(last)
}

// hasRole reports whether a name is a role, or has a title before it.
func hasRole(parts []string) bool {
	first, last := strings.ToLower(parts[0]), strings.ToLower(parts[len(parts)-1])
	return roles[first] || roles[last] || titles[first]
}

// inCapitals reports whether a name is in capitals throughout, as transcripts
// print speakers.
func inCapitals(parts []string) bool {
	letters := 0
	for _, part := range parts {
		if part != strings.ToUpper(part) {
			return false
		}
		letters += len(part)
	}
	return letters > 2
}

// noSpeaker are the words before a colon that announce something else.
var noSpeaker = setOfPhrases(`about, address, age, analysis, answer key, after, background, before, born, breaking, breaking news,
	by the numbers, caption, category, cc, chapter, claim, conclusion, contact, context, copyright, correction, credit, date,
	editor's note, editor’s note, email, e-mail, exclusive, explainer, fact, fact check, fax, file, for, format, from, headline, how,
	image, key points, language, latest, length, listen, live, location, loser, media contact, more, note, opinion, outlet, pages,
	part, phone, photo, photos, pictures, place, price, published, rating, re, read, read more, recommended, related, result,
	results, review, section, see also, sent, source, sources, step, subject, summary, tel, telephone, time, tip, title, to, topic,
	update, updated, url, verdict, video, warning, watch, web, website, what, when, where, who, why, winner,
	monday, tuesday, wednesday, thursday, friday, saturday, sunday`)

// noName are words that no name of several words begins with.
var noName = setOf(`a all an and as at by down for from get go good high how i if in into is it its low more my new next no not on one
	our out over see the these they this those to today tomorrow tonight up we what what's what’s when where which who why with you your`)

// announces reports whether a paragraph begins with a word and a colon that make
// it the outlet's own: "Note: …".
func announces(words string) bool {
	head, _, ok := strings.Cut(words[:min(len(words), maxAnnouncement)], ":")
	return ok && noSpeaker[strings.ToLower(head)]
}

// maxAnnouncement is more than the length in bytes of the longest of noSpeaker.
const maxAnnouncement = 20

// roles are speakers without a name.
var roles = setOf(`q a question answer reporter reporters moderator host interviewer interviewee speaker presenter anchor
	interpreter translator audience operator voice voices correspondent chair chairman chairwoman chairperson judge witness
	unidentified participant caller questioner journalist narrator spokesman spokeswoman spokesperson`)

// titles stand before a name.
var titles = setOf(`mr. mr mrs. mrs ms. ms mx. dr. dr prof. professor sen. senator rep. representative gov. governor gen. general
	col. maj. capt. lt. sgt. adm. amb. ambassador minister president secretary judge justice sir dame lord lady rev. sheikh
	commissioner envoy mayor chief jr. sr.`)

var particles = setOf("of the de da di del van von der den bin bint ibn al el la le dos du ben y")

// setOfPhrases returns the set of phrases with commas between.
func setOfPhrases(list string) map[string]bool {
	set := map[string]bool{}
	for phrase := range strings.SplitSeq(list, ",") {
		set[strings.TrimSpace(phrase)] = true
	}
	return set
}
