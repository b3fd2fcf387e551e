package note

import (
	"strings"

	"hearsay"
)

// kind returns what the note is for, by its first words and then by what it says.
func (p *parser) kind() Kind {
	opening := p.opening(6)
	for _, k := range kindsByOpening {
		for _, phrase := range k.phrases {
			if strings.HasPrefix(opening, phrase) {
				return k.kind
			}
		}
	}
	whole := p.opening(maxTokens)
	for _, k := range kindsByWords {
		for _, phrase := range k.phrases {
			if strings.Contains(whole, phrase) {
				return k.kind
			}
		}
	}
	return Update
}

// kindPhrases are the phrases that tell a kind.
type kindPhrases struct {
	kind    Kind
	phrases []string
}

// The phrases are tried in this order. Words are separated by single spaces, and
// marks are left out.
var (
	kindsByOpening = []kindPhrases{
		{Editors, []string{"editor's note", "editors' note", "editor’s note", "editors’ note", "eds ", "note to editors", "attention editors"}},
		{Clarification, []string{"clarif"}},
		{Correction, []string{"correct", "for the record", "this version corrects", "this story corrects"}},
		{Refile, []string{"refile", "rpt ", "repeat"}},
		{Withdrawal, []string{"withdraw", "kill ", "retract", "recall", "story removed", "story withdrawn", "please disregard", "please withhold", "please delete"}},
		{Advisory, []string{"advisory", "embargo", "developing", "this is a developing", "this is a breaking", "more to come", "check back", "please check back"}},
	}
	kindsByWords = []kindPhrases{
		{Withdrawal, []string{"been withdrawn", "been retracted", "was withdrawn", "was retracted", "story has been removed", "article has been removed"}},
		{Clarification, []string{"been clarified", "was clarified"}},
		{Correction, []string{"misstated", "misidentified", "misspelled", "misspelt", "misquoted", "misattributed", "incorrect", "wrongly", "mistaken", "erroneous",
			"been corrected", "was corrected", "to correct", "following correction", "earlier version of", "previous version of", "original version of", "editing error",
			"corrects", "the correct "}},
		{Advisory, []string{"will be updated", "is developing"}},
	}
)

// opening returns the first words of the note, with single spaces.
func (p *parser) opening(n int) string {
	var b strings.Builder
	for _, t := range p.tokens {
		if n == 0 {
			break
		}
		if !isPunctuation(t.text) {
			b.WriteString(t.text + " ")
			n--
		}
	}
	return b.String()
}

// act returns what an item says was done: by its most telling verb, for "updated
// to add" adds.
func (p *parser) act(it item) (act Act, ok bool) {
	for i := it.first; i < it.end; i++ {
		a, is := acts[p.text(i)]
		if !is || p.isNoun(i) {
			continue
		}
		if !ok || act == Changed || act == Repeated {
			act, ok = a, true
		}
	}
	return act, ok
}

// isNoun reports whether a word that may be a verb follows what only a noun does.
func (p *parser) isNoun(i int) bool {
	switch p.text(i - 1) {
	case "the", "a", "an", "of", "with", "no", "its", "this":
		return true
	}
	return false
}

// isClaim reports whether an item without a verb of its own tells of a change:
// it sets right against wrong, or speaks of an earlier text.
func (p *parser) isClaim(it item) bool {
	for i := it.first; i < it.end; i++ {
		switch p.text(i) {
		case "not", "earlier", "previous", "original", "should", "instead", "version":
			return true
		}
	}
	return len(p.places(it)) > 0
}

func (p *parser) admission(it item, act Act) Admission {
	a := Admission{Span: p.span(it.first, it.end), Act: act, Places: p.places(it)}
	seen := map[Part]bool{}
	for i := it.first; i < it.end; i++ {
		if part, ok := parts[p.text(i)]; ok && !seen[part] {
			seen[part] = true
			a.Parts = append(a.Parts, part)
		}
	}
	a.Right, a.Wrong = p.opposed(it)
	return a
}

func (p *parser) span(first, end int) hearsay.Span {
	return hearsay.Span{Start: p.tokens[first].Start, End: p.tokens[end-1].End}
}

// opposed returns what an item sets against each other:
//
//	to 43, not 53      Thursday instead of Friday      on Thursday, not on Friday
//	   └┘      └┘      └──────┘            └────┘         └──────┘         └────┘
func (p *parser) opposed(it item) (right, wrong *hearsay.Span) {
	for i := it.first + 1; i < it.end; i++ {
		before, after := i, i+1
		switch text := p.text(i); {
		case text == "not" && p.text(i-1) == ",":
			before--
		case (text == "instead" || text == "rather") && (p.text(i+1) == "of" || p.text(i+1) == "than"):
			after++
		default:
			continue
		}
		first := before
		for first > it.first && before-first < maxOpposed && !leadsIn[p.text(first-1)] {
			first--
		}
		for after < it.end && leadsIn[p.text(after)] {
			after++
		}
		if first < before && after < it.end {
			r, w := p.span(first, before), p.span(after, it.end)
			return &r, &w
		}
	}
	return nil, nil
}

// maxOpposed is how many words are taken for what is right.
const maxOpposed = 6

// leadsIn are the words that stand before what is right.
var leadsIn = table(map[bool]string{true: "to is was are were say says said show that in on at of for as by read , ; :"})
