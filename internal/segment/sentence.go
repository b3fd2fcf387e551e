package segment

import "hearsay"

// # Where sentences end
//
// A sentence ends at its paragraph's end, and after a final mark together with
// the closing quotation marks and brackets right behind it, if what comes next
// can begin a sentence:
//
//	It is over.” She left        a stop; next not in lower case: ends
//	“Is it over?” she asked      next in lower case: goes on
//	“Is it over?” Ms. Ardo asked a clause of reporting after ? ! or …: goes on
//	We waited … The vote came    an ellipsis; next has a capital: ends
//	in the U.S. He left          an abbreviation; "He" begins sentences: ends
//	in the U.S. Senate           an abbreviation; "Senate" may belong to it: goes on
//	at 5 p.m. Ardo left          the hour of something; no day or zone: ends
//	Gen. The                     a title: never ends
//	1. Free the captives         a number at the sentence's start: a list's
//
// A sentence of more than maxSentence tokens is cut.

// appendSentences appends the sentences of a paragraph whose first token is the
// document's token number first.
func appendSentences(sentences []hearsay.Sentence, p passage, first, paragraph int) []hearsay.Sentence {
	start := 0
	for i := 0; i < len(p.tokens); {
		if !isFinal(p.kinds[i]) {
			i++
			continue
		}
		mark, next := p.closeOff(i)
		if next == len(p.tokens) || p.endsAt(start, i, mark, next) {
			sentences = appendCut(sentences, hearsay.Sentence{First: first + start, End: first + next, Paragraph: paragraph})
			start = next
		}
		i = next
	}
	if start < len(p.tokens) {
		sentences = appendCut(sentences, hearsay.Sentence{First: first + start, End: first + len(p.tokens), Paragraph: paragraph})
	}
	return sentences
}

// maxSentence is how many tokens a sentence may have: more than any has in the
// 924 articles of PolNeAR train and dev, and few enough that the stages which
// look from one word of a sentence at all others take time in proportion to the
// text.
const maxSentence = 300

// appendCut appends a sentence, in pieces of maxSentence tokens if it is longer.
func appendCut(sentences []hearsay.Sentence, s hearsay.Sentence) []hearsay.Sentence {
	for s.End-s.First > maxSentence {
		sentences = append(sentences, hearsay.Sentence{First: s.First, End: s.First + maxSentence, Paragraph: s.Paragraph})
		s.First += maxSentence
	}
	return append(sentences, s)
}

// isFinal reports whether a sentence may end at a token of kind k.
func isFinal(k kind) bool {
	switch k {
	case kindStop, kindAsk, kindDots, kindAbbrev, kindInitial:
		return true
	}
	return false
}

// closeOff returns the kind that the final marks at i amount to and the first
// token that is not one of them nor closes anything after them.
func (p passage) closeOff(i int) (mark kind, next int) {
	mark = p.kinds[i]
	for next = i + 1; next < len(p.tokens); next++ {
		switch k := p.kinds[next]; {
		case k == kindDots, k == kindStop && (mark == kindStop || mark == kindDots):
			mark = kindDots // also an ellipsis written ". . ."
		case k == kindStop, k == kindAsk:
			mark = k
		case !p.closesAfter(next):
			return mark, next
		}
	}
	return mark, next
}

// closesAfter reports whether token i belongs to the sentence ended before it.
func (p passage) closesAfter(i int) bool {
	switch p.kinds[i] {
	case kindClose:
		return true
	case kindQuote:
		quote := p.tokens[i].Quote
		return quote.Closes || !quote.Opens && p.joined(i) && !p.joined(i+1)
	}
	return false
}

// endsAt reports whether the sentence from token start ends before token next,
// after the final mark i.
func (p passage) endsAt(start, i int, mark kind, next int) bool {
	if k := p.kinds[next]; k == kindPause || k == kindClose {
		return false
	}
	word := p.skipOpeners(next)
	begins := caseOf(p.words(word))
	switch mark {
	case kindStop:
		return begins != caseLower && !p.isListNumber(start, i)
	case kindAsk:
		if p.isName(i) {
			return starters[p.words(word)]
		}
		return begins != caseLower && !p.isReporting(i+1, next)
	case kindDots:
		return begins == caseUpper && p.words(word) != "I" && p.skipOpeners(start) < i && !p.isReporting(i+1, next)
	}
	return p.kinds[next] != kindDash && starters[p.words(word)] ||
		begins == caseUpper && (p.tokens[next].Quote.Opens || p.isHour(i) && p.kinds[word] != kindAbbrev && !afterHour[p.words(word)])
}

// isName reports whether the mark i belongs to a name: "Yahoo! News".
func (p passage) isName(i int) bool {
	return p.joined(i) && exclaimed[p.words(i-1)] && p.words(i) == "!"
}

// isHour reports whether the abbreviation i ends an hour that something happens
// at, "at 5 p.m."; in "the 5 p.m. Drenn ferry" a name goes on.
func (p passage) isHour(i int) bool {
	if i < 2 || p.kinds[i-1] != kindNumber || !beforeHour[p.words(i-2)] {
		return false
	}
	switch p.words(i) {
	case "a.m.", "p.m.":
		return true
	}
	return false
}

var (
	exclaimed  = setOf("Yahoo Jeopardy Yum")
	beforeHour = setOf("at by until till from after before since around about")
	afterHour  = setOf(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
		August September October November December Eastern Central Mountain Pacific Greenwich Local ET CT MT PT EST EDT CST CDT MST MDT
		PST PDT GMT BST UTC CET CEST`)
)

// maxOpeners is how many marks before a sentence's first word are looked past.
const maxOpeners = 4

// skipOpeners returns the first token from i that is no dash, opening bracket
// or opening quotation mark, if there are few of them.
func (p passage) skipOpeners(i int) int {
	for n := 0; n < maxOpeners && i+1 < len(p.tokens); n++ {
		if k := p.kinds[i]; k != kindOpen && k != kindDash && !p.tokens[i].Quote.Opens {
			break
		}
		i++
	}
	return i
}

// isListNumber reports whether the stop i follows a number or letter that is
// all its sentence has so far: "1." or "a.".
func (p passage) isListNumber(start, i int) bool {
	return i == start+1 && len(p.words(start)) <= 2 && p.joined(i) &&
		(p.kinds[start] == kindNumber || len(p.words(start)) == 1)
}

// maxName is the number of words a name in a clause of reporting may have.
const maxName = 4

// isReporting reports whether a closing quotation mark stands in [mark, next)
// and a name with a verb of saying comes next: “Is it over?” Lena Ardo asked.
// "He asked" is none: its capital shows that a sentence begins.
func (p passage) isReporting(mark, next int) bool {
	quoted := false
	for i := mark; i < next; i++ {
		quoted = quoted || p.tokens[i].Quote.Closes
	}
	for i := next; quoted && i < min(next+maxName, len(p.tokens)-1); i++ {
		if caseOf(p.words(i)) != caseUpper || starters[p.words(i)] {
			break
		}
		if saying[p.words(i+1)] {
			return true
		}
	}
	return false
}

// starters are words that, with a capital, begin a sentence rather than go on
// with a name.
var starters = setOf(`A After Although Among An And As Asked At Because Before Both But By Despite During
	Earlier Even For From He Her Here His How However I If In Instead It Its Later Many Meanwhile Most My No
	Nobody Nor Not Now On Once One Only Or Our Over She Since So Some Still That The Their Then There These They
	This Those Though Thus To Two Under Until We What When Where While Who Why With Yet You Your`)

// saying are the verbs that tell a clause of reporting from a new sentence.
var saying = setOf(`said says asked asks told tells wrote writes added adds replied answered shouted cried
	tweeted wondered continued demanded`)
