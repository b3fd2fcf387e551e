package note

import "strconv"

// # Paragraph numbers
//
//	paragraphs 3-5          3 to 5            fifth paragraph         5
//	paras 2, 7 and 9        2, 7, 9           first and second paras  1, 2
//	graf 6                  6                 final paragraph         -1
//	paragraph 4 onwards     4 to -1           last two paragraphs     -2 to -1
//	throughout              1 to -1           first three paragraphs  1 to 3
//	lead                    1                 in ninth                9, where others are paragraphs
//
// The numbers are those of the note; how it counts, it does not say.

// throughout is the whole report.
var throughout = Range{1, -1}

// places returns the paragraphs that an item names, in text order.
func (p *parser) places(it item) []Range {
	var found []Range
	for i := it.first; i < it.end; i++ {
		switch {
		case paragraphWords[p.text(i)]:
			found = append(found, p.before(it, i)...)
			found = append(found, p.after(it, i)...)
		case p.text(i) == "throughout":
			found = append(found, throughout)
		case parts[p.text(i)] == Lead:
			found = append(found, Range{1, 1})
		}
	}
	if len(found) == 0 && p.counts {
		return p.ending(it)
	}
	return found
}

// namesParagraph reports whether the note has the word paragraph somewhere.
func (p *parser) namesParagraph() bool {
	for i := range p.tokens {
		if paragraphWords[p.text(i)] {
			return true
		}
	}
	return false
}

// number returns the number of token i: 5, fifth, 5th, five, or -1 for last.
func (p *parser) number(i int) (n int, ok bool) {
	text := p.text(i)
	if n, ok = p.ordinal(i); ok {
		return n, true
	}
	if n, ok = cardinals[text]; ok {
		return n, true
	}
	return digits(text)
}

func digits(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && 0 < n && n < maxParagraph
}

// maxParagraph is more than reports have paragraphs: larger numbers are years
// and tolls.
const maxParagraph = 400

// ordinal returns the number of token i if it is an ordinal.
func (p *parser) ordinal(i int) (n int, ok bool) {
	text := p.text(i)
	switch text {
	case "last", "final", "closing":
		return -1, true
	case "penultimate":
		return -2, true
	case "opening", "top":
		return 1, true
	}
	if n, ok = ordinals[text]; ok {
		return n, true
	}
	if len(text) > 2 {
		switch text[len(text)-2:] {
		case "st", "nd", "rd", "th":
			return digits(text[:len(text)-2])
		}
	}
	return 0, false
}

// after reads the numbers behind the word paragraph at i.
func (p *parser) after(it item, i int) []Range {
	var found []Range
	for i++; i < it.end; {
		n, ok := p.number(i)
		if !ok {
			break
		}
		r := Range{n, n}
		if last, isNumber := p.number(i + 2); isNumber && isTo(p.text(i+1)) && i+2 < it.end {
			r.Last = last
			i += 2
		}
		i++
		if p.goesOn(i) {
			r.Last = -1
		}
		found = append(found, r)
		for i < it.end && isJoint(p.text(i)) {
			i++
		}
	}
	return found
}

// goesOn reports whether "on", "onwards" or the like stands at token i.
func (p *parser) goesOn(i int) bool {
	switch p.text(i) {
	case "onward", "onwards", "ff", "down":
		return true
	case "on":
		return p.text(i+1) == "" || isPunctuation(p.text(i+1))
	case "and":
		switch p.text(i + 1) {
		case "after", "following", "below", "onward", "onwards":
			return true
		}
	}
	return false
}

func isTo(text string) bool {
	switch text {
	case "-", "–", "—", "to", "through", "thru":
		return true
	}
	return false
}

func isJoint(text string) bool { return text == "," || text == "and" || text == "&" || text == "/" }

// before reads the ordinals in front of the word paragraph at i, from right to
// left: "first and second", "third to fifth", "last two", "first three".
func (p *parser) before(it item, i int) []Range {
	if count, isCount := p.count(i - 1); isCount && i-2 >= it.first {
		switch n, _ := p.ordinal(i - 2); n {
		case 1:
			return []Range{{1, count}}
		case -1:
			return []Range{{-count, -1}}
		}
	}
	var found []Range
	for i--; i >= it.first; i-- {
		n, ok := p.ordinal(i)
		if !ok {
			break
		}
		r := Range{n, n}
		if first, isNumber := p.ordinal(i - 2); isNumber && isTo(p.text(i-1)) && i-2 >= it.first {
			r.First = first
			i -= 2
		}
		found = append([]Range{r}, found...)
		for i-1 >= it.first && isJoint(p.text(i-1)) {
			i--
		}
	}
	return found
}

// count returns the number of token i if it is a cardinal.
func (p *parser) count(i int) (n int, ok bool) {
	if n, ok = cardinals[p.text(i)]; ok {
		return n, true
	}
	return digits(p.text(i))
}

// ending reads an ordinal at an item's end, "in ninth", in a note that elsewhere
// says of what.
func (p *parser) ending(it item) []Range {
	at := it.end - 1
	n, ok := p.ordinal(at)
	if !ok || at <= it.first {
		return nil
	}
	switch p.text(at - 1) {
	case "in", "the", "to", "and":
		return []Range{{n, n}}
	}
	return nil
}
