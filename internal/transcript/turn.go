package transcript

import (
	"slices"
	"sort"
	"strings"

	"hearsay"
)

// # Which labels are speakers'
//
// A page is taken as a transcript if labels come again and take turns:
//
//	Q: … A: …                      one question and one answer are enough; who they are
//	                               is not asked here, "Q" and "A" are the speakers' names
//	ORL: … REPORTER: … ORL: …      three labels, one of which returns
//
// and the words behind them are sentences, as those of a list of results
// ("Drenn: 12") are not. Headings in capitals come again too ("TODAY: … TONIGHT:
// …"), so there must be a sign of a dialogue: a title or role, a name that the
// text has besides, or a question. A label is used if it looks like a speaker by itself, or
// returns and is named in the text besides. A list of quotations is told by
// its marks: two lines of a name and words all in quotation marks will do.
const (
	minTurns      = 3
	minQuotations = 2
	minTurnWords  = 3 // on average
)

// turns returns what each speaker of a transcript says.
func (p *page) turns(entries []hearsay.Entry) []hearsay.Utterance {
	labels := p.speakers(p.labels())
	var out []hearsay.Utterance
	for i, l := range labels {
		end, last := len(p.text), i == len(labels)-1
		if !last {
			end = p.lineStart(labels[i+1].line.Start)
		}
		if content := p.speech(l, end, last, entries); len(content) > 0 {
			mark := l.mark
			out = append(out, hearsay.Utterance{Kind: hearsay.UtteranceTurn, Speaker: l.speaker, Mark: &mark, Content: content})
		}
	}
	return out
}

// labels returns every label on the page, speaker's or not.
func (p *page) labels() []label {
	var found []label
	for i, line := range p.lines {
		if !p.runs(line.paragraph) {
			continue
		}
		if l, ok := p.labelOf(line); ok {
			if l.rest.Len() == 0 && i+1 < len(p.lines) {
				l.rest = p.lines[i+1].Span
			}
			found = append(found, l)
		}
	}
	return found
}

// speakers returns the labels that name speakers, none if the page is no
// transcript.
func (p *page) speakers(labels []label) []label {
	counts := map[string]int{}
	for _, l := range labels {
		counts[l.key]++
	}
	named := p.named(labels, counts)
	var used []label
	for _, l := range labels {
		if l.person || p.quotes(l) || named[l.lastName(p.text)] {
			used = append(used, l)
		}
	}
	if !p.takeTurns(used, counts) {
		return nil
	}
	return used
}

// takeTurns reports whether labels are those of a transcript or of a list of
// quotations.
func (p *page) takeTurns(labels []label, counts map[string]int) bool {
	changes, repeated, quotes, length := 0, 0, 0, 0
	for i, l := range labels {
		if i > 0 && l.key != labels[i-1].key {
			changes++
		}
		if counts[l.key] > 1 {
			repeated++
		}
		if p.quotes(l) {
			quotes++
		}
		length += len(words(l.rest.In(p.text)))
	}
	switch {
	case quotes >= minQuotations && quotes == len(labels):
		return true
	case length < minTurnWords*len(labels):
		return false
	case counts["Q"] > 0 && counts["A"] > 0, counts["QUESTION"] > 0 && counts["ANSWER"] > 0:
		return true
	}
	return len(labels) >= minTurns && repeated > 0 && 2*changes >= len(labels) && slices.ContainsFunc(labels, p.isDialogue)
}

// isDialogue reports whether a label shows people talking: it names a role, or a
// person whom the text mentions, or somebody asks.
func (p *page) isDialogue(l label) bool {
	return l.role || !l.person || strings.HasSuffix(strings.TrimRight(l.rest.In(p.text), `"”)`), "?")
}

// quotes reports whether the line behind a label is one quotation.
func (p *page) quotes(l label) bool {
	rest := strings.TrimRight(l.rest.In(p.text), ".")
	return len(rest) > 2 && isQuoted(rest)
}

// isQuoted reports whether words begin and end with quotation marks.
func isQuoted(words string) bool {
	for _, pair := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"‘", "’"}, {"«", "»"}} {
		if strings.HasPrefix(words, pair[0]) && strings.HasSuffix(words, pair[1]) {
			return true
		}
	}
	return false
}

// named returns which of the labels' names stand in the text outside labels
// too, as a speaker's does who was introduced.
func (p *page) named(labels []label, counts map[string]int) map[string]bool {
	wanted := map[string]bool{}
	for _, l := range labels {
		if counts[l.key] > 1 && !l.person {
			wanted[l.lastName(p.text)] = false
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	for i, t := range p.doc.Tokens {
		if _, ok := wanted[t.In(p.text)]; ok && !p.inLabel(i+1) {
			wanted[t.In(p.text)] = true
		}
	}
	return wanted
}

// inLabel reports whether token i, right behind a name, makes the name a label's.
func (p *page) inLabel(i int) bool {
	if i == len(p.doc.Tokens) {
		return true
	}
	word := p.doc.Words(i)
	return word == ":" || word == "(" || word == ","
}

// lastName returns the last word of the label's name, without a role.
func (l label) lastName(text string) string {
	who, _, _ := strings.Cut(l.speaker.In(text), ",")
	return who[strings.LastIndexByte(who, ' ')+1:]
}

// speech returns the words that the speaker of a label says, up to the next
// label at end. The last turn of a page ends with its paragraph, unless those
// below speak in the first person: what follows may be the outlet's own words again.
func (p *page) speech(l label, end int, last bool, entries []hearsay.Entry) []hearsay.Span {
	if i := sort.Search(len(entries), func(i int) bool { return entries[i].End > l.speaker.Start }); i < len(entries) && entries[i].Contains(l.speaker) {
		end = min(end, entries[i].End)
	}
	whole := p.pieces(l.line.paragraph, hearsay.Span{Start: l.mark.End, End: end})
	if !last {
		return p.unbroken(whole)
	}
	n := min(1, len(whole))
	for n < len(whole) && firstPerson(whole[n].In(p.text)) {
		n++
	}
	return p.unbroken(whole[:n])
}

// unbroken cuts a turn off where the page draws a line or a heading stands: any
// paragraph between two pieces that is not running text, bar a remark.
func (p *page) unbroken(pieces []hearsay.Span) []hearsay.Span {
	for i := 1; i < len(pieces); i++ {
		if between := p.text[pieces[i-1].End:pieces[i].Start]; isRule(between) {
			return pieces[:i]
		}
	}
	return pieces
}

// isRule reports whether nothing but a drawn line stands between two paragraphs.
func isRule(between string) bool {
	between = strings.TrimFunc(between, isSpace)
	return len(between) >= 3 && strings.Trim(between, "*_-–—=~·. ") == ""
}

// firstPerson reports whether somebody speaks of himself.
func firstPerson(words string) bool {
	for word := range strings.FieldsFuncSeq(words, func(r rune) bool { return isSpace(r) || strings.ContainsRune(",.;:!?'’\"“”", r) }) {
		if first[word] {
			return true
		}
	}
	return false
}

var first = setOf("I we We my My our Our us me")
