package transcript

import (
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// # A quotation and its speaker below
//
//	“We stay.” — Petra Im, docker        on one line
//	                                     or the dash on a line of its own:
//	“We stay.
//	“The port is shut.”                  every paragraph of a quotation opens it anew
//	– Petra Im, 42
//
// What comes before the dash must be a quotation and nothing else; what comes
// after must be a name, alone or with a role, and end the paragraph:
//
//	“We stay” — a position the ministry rejects.     no name
//	“We stay,” she said — Petra Im disagreed.        more than a quotation
//
// Without a dash the name must have a role behind a comma, and there must
// be several such pairs.
const (
	maxCredit    = 16 // tokens of a name with its role
	maxCapitals  = 6  // tokens of the name
	minDashless  = 2
	maxQuotation = 40 // paragraphs that one quotation is followed back
)

// credits returns the quotations with their speaker below.
func (p *page) credits() []hearsay.Utterance {
	var out, dashless []hearsay.Utterance
	for i := range p.spans {
		first, end := p.tokens(i)
		switch {
		case isDash(p.doc.Words(first)):
			if content := p.quotationBefore(i); content != nil {
				out = p.appendCredit(out, content, &p.doc.Tokens[first].Span, first+1, end)
			}
		case p.opens(first):
			if at := p.closeBeforeDash(first, end); at > 0 {
				content := append(p.quotationBefore(i), p.doc.TokensSpan(p.pastBullet(first), at+1))
				out = p.appendCredit(out, content, &p.doc.Tokens[at+1].Span, at+2, end)
			}
		case i > 0 && end-first <= maxCredit && p.hasRole(first, end) && p.isQuotation(i-1):
			dashless = p.appendCredit(dashless, p.quotationBefore(i), nil, first, end)
		}
	}
	if len(dashless) >= minDashless {
		out = append(out, dashless...)
	}
	return out
}

// appendCredit appends an utterance if the tokens [first, end) are a name. One
// with a handle is post.go's.
func (p *page) appendCredit(out []hearsay.Utterance, content []hearsay.Span, mark *hearsay.Span, first, end int) []hearsay.Utterance {
	end, ok := p.name(first, end)
	if !ok {
		return out
	}
	if mark != nil {
		m := *mark
		mark = &m
	}
	return append(out, hearsay.Utterance{Kind: hearsay.UtteranceQuote, Speaker: p.doc.TokensSpan(first, end), Mark: mark, Content: content})
}

// opens reports whether a paragraph whose first token is given begins with a
// quotation, after a bullet or not.
func (p *page) opens(first int) bool { return p.doc.Tokens[p.pastBullet(first)].Quote.Opens }

// pastBullet returns the token behind the bullet at i, i if there is none.
func (p *page) pastBullet(i int) int {
	if i+1 < len(p.doc.Tokens) && bullets[p.doc.Words(i)] {
		return i + 1
	}
	return i
}

var bullets = setOf("• * · ‣ ▪ ● >")

func isDash(word string) bool {
	switch word {
	case "-", "--", "---", "–", "—", "―", "~":
		return true
	}
	return false
}

// closeBeforeDash returns the closing mark that stands before a dash, if all of
// the paragraph up to there is quoted, or 0.
func (p *page) closeBeforeDash(first, end int) int {
	for i := p.pastBullet(first); i+2 < end; i++ {
		q := p.doc.Tokens[i].Quote
		if q.Depth == 0 {
			return 0
		}
		if q.Closes && q.Depth == 1 && isDash(p.doc.Words(i+1)) {
			return i
		}
	}
	return 0
}

// isQuotation reports whether a paragraph is one quotation, or set as one.
func (p *page) isQuotation(paragraph int) bool {
	if p.kind(paragraph) == hearsay.BlockQuote {
		return true
	}
	first, end := p.tokens(paragraph)
	if !p.opens(first) {
		return false
	}
	last := end - 1
	if last > first && p.doc.Words(last) == "." {
		last--
	}
	for i := p.pastBullet(first); i <= last; i++ {
		if p.doc.Tokens[i].Quote.Depth == 0 {
			return false
		}
	}
	return p.doc.Tokens[last].Quote.Closes
}

// quotationBefore returns the quotation that ends with the paragraph before the
// given one or, if the given one goes on with it, runs into it: a piece for each
// paragraph, nil if there is none.
func (p *page) quotationBefore(paragraph int) []hearsay.Span {
	var pieces []hearsay.Span
	first, _ := p.tokens(paragraph)
	runsOn := p.opens(first)
	for i := paragraph - 1; i >= 0 && paragraph-i <= maxQuotation; i-- {
		open := p.leftOpen(i)
		if runsOn && !open || !runsOn && !p.isQuotation(i) {
			break
		}
		first, end := p.tokens(i)
		pieces = append([]hearsay.Span{p.doc.TokensSpan(p.pastBullet(first), end)}, pieces...)
		if runsOn = p.doc.Tokens[p.pastBullet(first)].Quote.Opens; !runsOn {
			break
		}
	}
	return pieces
}

// leftOpen reports whether a paragraph is quoted from its beginning to its end
// and the quotation is still open there.
func (p *page) leftOpen(paragraph int) bool {
	first, end := p.tokens(paragraph)
	for i := p.pastBullet(first); i < end; i++ {
		if p.doc.Tokens[i].Quote.Depth == 0 {
			return false
		}
	}
	return p.opens(first) && !p.doc.Tokens[end-1].Quote.Closes
}

// hasRole reports whether a comma stands among the tokens, with lower case or a
// number behind it: "Petra Im, docker", "Petra Im, 42".
func (p *page) hasRole(first, end int) bool {
	for i := first + 1; i+1 < end; i++ {
		if p.doc.Words(i) == "," {
			r, _ := utf8.DecodeRuneInString(p.doc.Words(i + 1))
			return unicode.IsLower(r) || unicode.IsDigit(r)
		}
	}
	return false
}

// name reports whether the tokens [first, end) are a name, with or without a
// role, and returns its end, less a full stop.
func (p *page) name(first, end int) (int, bool) {
	if end > first && p.doc.Words(end-1) == "." {
		end--
	}
	if end <= first || end-first > maxCredit || p.speaks(first, end) {
		return end, false
	}
	i := first
	for i < end && i-first < maxCapitals && p.isNameToken(i, i > first) {
		i++
	}
	switch {
	case i == first:
		return end, false
	case i == end:
		return end, !agencies[p.doc.TokensSpan(first, end).In(p.text)]
	}
	return end, afterName[p.doc.Words(i)] || p.hasOf(first+1, i)
}

// hasOf reports whether "of" stands in a name, after which a word in lower case
// may follow: "Sister Ana of the mission".
func (p *page) hasOf(first, end int) bool {
	for i := first; i < end; i++ {
		if p.doc.Words(i) == "of" {
			return true
		}
	}
	return false
}

// isNameToken reports whether a token may stand in a name, within it or at its
// beginning.
func (p *page) isNameToken(i int, within bool) bool {
	word := p.doc.Words(i)
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || within && (particles[word] || word == "'s" || word == "’s")
}

// speaks reports whether the tokens hold a verb or a quotation, which make them
// a sentence of their own, or a handle.
func (p *page) speaks(first, end int) bool {
	for i := first; i < end; i++ {
		if sayings[p.doc.Words(i)] || p.doc.Words(i)[0] == '@' || p.doc.Tokens[i].Quote.Depth > 0 {
			return true
		}
	}
	return false
}

var (
	sayings   = setOf("said says told tells wrote writes asked asks added adds is was are were has had will")
	afterName = setOf(", ( / | of at for in on to via from aged - – —")
	agencies  = setOfPhrases("AP, AFP, Reuters, Staff, Agencies, DPA, UPI, PA")
)
