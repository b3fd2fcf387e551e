package note

import (
	"strings"

	"hearsay"
)

// Parse reads the words of a note. It takes anything: what it does not
// understand it leaves out.
//
// The words are cut into items, and each item that says what was done, or
// follows one that does, is an admission:
//
//	Updates with Falk threat in fifth paragraph, figure in ninth; recasts
//	└──────────── item ────────────────────────┘ └── item ─────┘  └─────┘
//
// An item without a verb of its own goes on with the one before it.
func Parse(words string) Note {
	p := parser{words: words, tokens: tokens(words)}
	n := Note{Words: words, Kind: p.kind()}
	p.counts = p.namesParagraph()
	act, said := defaultActs[n.Kind], false
	for _, item := range p.items() {
		if own, ok := p.act(item); ok {
			act, said = own, true
		} else if !said && !p.isClaim(item) {
			continue
		}
		if act != "" {
			n.Admissions = append(n.Admissions, p.admission(item, act))
		}
	}
	return n
}

// defaultActs are what notes of a kind do where no verb tells.
var defaultActs = map[Kind]Act{
	Update: Changed, Correction: Corrected, Clarification: Clarified, Refile: Repeated, Withdrawal: Removed,
}

// parser holds one note.
type parser struct {
	words  string
	tokens []token
	counts bool // the note names some paragraph by that word
}

// token is a word or number in lower case, or one mark.
type token struct {
	hearsay.Span
	text string
}

// item is the half-open range [first, end) of token indices.
type item struct{ first, end int }

// maxTokens is how much of a note is read; the longest notes of news sites have
// some two hundred words.
const maxTokens = 2000

// tokens cuts words at white space and at marks. An apostrophe stays in its word.
func tokens(words string) []token {
	var all []token
	start := -1
	flush := func(end int) {
		if start >= 0 {
			all = append(all, token{hearsay.Span{Start: start, End: end}, strings.ToLower(words[start:end])})
			start = -1
		}
	}
	for i, r := range words {
		switch {
		case len(all) >= maxTokens:
			return all
		case hearsay.IsSpace(r):
			flush(i)
		case isMark(r, words[i:], start >= 0):
			flush(i)
			size := len(string(r))
			if r == '\uFFFD' {
				continue // perhaps a stray byte, which is shorter
			}
			all = append(all, token{hearsay.Span{Start: i, End: i + size}, string(r)})
		case start < 0:
			start = i
		}
	}
	flush(len(words))
	return all
}

// isMark reports whether a character stands by itself. Stops, commas and colons
// before digits belong to the number.
func isMark(r rune, rest string, inWord bool) bool {
	if strings.ContainsRune(".,:", r) && inWord && len(rest) > 1 && '0' <= rest[1] && rest[1] <= '9' {
		return false
	}
	return strings.ContainsRune(".,;:()[]&/-–—\"“”*\uFFFD", r)
}

// text returns the text of token i, "" outside the note.
func (p *parser) text(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].text
}

// items cuts the note at semicolons and stops, at commas and "and" that begin
// another item, and drops brackets and labels.
func (p *parser) items() []item {
	var all []item
	first := p.afterLabel()
	for i := first; i <= len(p.tokens); i++ {
		if i < len(p.tokens) && !p.divides(i) {
			continue
		}
		if it := p.trim(item{first, i}); it.first < it.end {
			all = append(all, it)
		}
		first = i
	}
	return all
}

// afterLabel returns the first token behind a label such as "Correction, May 3:".
func (p *parser) afterLabel() int {
	start := 0
	for isPunctuation(p.text(start)) {
		start++
	}
	if !labels[p.text(start)] {
		return 0
	}
	for i := start; i < min(len(p.tokens), start+maxLabel); i++ {
		if p.text(i) == ":" {
			return i + 1
		}
	}
	return 0
}

// maxLabel is more than labels have words and marks.
const maxLabel = 14

// divides reports whether an item may end before token i.
func (p *parser) divides(i int) bool {
	switch p.text(i) {
	case ";", ".", ":":
		return true
	case ",":
		return !p.joinsNumbers(i) && p.text(i+1) != "not"
	case "and":
		_, isAct := acts[p.text(i+1)]
		return isAct
	}
	return false
}

// joinsNumbers reports whether the comma i stands in a list of paragraphs.
func (p *parser) joinsNumbers(i int) bool {
	_, before := p.number(i - 1)
	_, after := p.number(i + 1)
	return before && after && p.endsNumber(i+2)
}

// endsNumber reports whether what stands at i may follow a number in a list.
func (p *parser) endsNumber(i int) bool {
	switch text := p.text(i); text {
	case "", ",", ";", ".", ")", "]", "and", "&", "-", "–", "to", "through":
		return true
	default:
		return paragraphWords[text]
	}
}

// trim drops marks and "and" at both ends of an item.
func (p *parser) trim(it item) item {
	for it.first < it.end && (isPunctuation(p.text(it.first)) || p.text(it.first) == "and") {
		it.first++
	}
	for it.first < it.end && isPunctuation(p.text(it.end-1)) {
		it.end--
	}
	return it
}

func isPunctuation(text string) bool {
	switch text {
	case ".", ",", ";", ":", "(", ")", "[", "]", "&", "/", "-", "–", "—", "*", "\"", "“", "”", "\uFFFD":
		return true
	}
	return false
}
