package transcript

import (
	"strings"

	"hearsay"
)

// # Posts
//
// A post is told by a handle or the words "Posted by":
//
//	@radio_drenn: Talks go on.                            the handle before
//	Lena Vost (@lvost), 14:32: Talks go on.
//	Lena Vost @lvost · 14 April 2031                      a line above
//	Talks go on.
//	Talks go on. — Lena Vost (@lvost) 14 April 2031       behind a dash, as sites embed them
//	Posted by Lena Vost on 14 April 2031                  above or below, several alike
const (
	maxPoster      = 100 // bytes of a name with its handle and date
	maxPosterWords = 6
)

// posts returns the posts quoted on the page.
func (p *page) posts() []hearsay.Utterance {
	var out []hearsay.Utterance
	for i, l := range p.lines {
		// A post of one line may pass for a heading.
		if !p.runs(l.paragraph) && p.kind(l.paragraph) != hearsay.BlockSubhead || strings.IndexByte(l.In(p.text), '@') < 0 {
			continue
		}
		for _, read := range [...]func(int) (hearsay.Utterance, bool){p.embedded, p.headed, p.under} {
			if u, ok := read(i); ok {
				out = append(out, u)
				break
			}
		}
	}
	return append(out, p.postedBy()...)
}

// poster is who posted, and when.
type poster struct {
	speaker hearsay.Span
	when    *hearsay.Span
}

// poster reads "Lena Vost (@lvost) 14 April 2031", "@lvost · 14:32": a name, a
// handle, a date, the first and last of which may be missing.
func (p *page) poster(s hearsay.Span) (poster, bool) {
	words := s.In(p.text)
	at := strings.IndexByte(words, '@')
	if at < 0 || len(words) > maxPoster || len(strings.Fields(words[:at])) > maxPosterWords {
		return poster{}, false
	}
	end := at + 1
	for end < len(words) && isHandle(words[end]) {
		end++
	}
	if end == at+1 || at > 0 && !strings.ContainsAny(words[at-1:at], " (\t|·") {
		return poster{}, false
	}
	if end < len(words) && words[end] == ')' {
		end++
	}
	who := poster{speaker: hearsay.Span{Start: s.Start, End: s.Start + end}}
	rest := hearsay.Span{Start: s.Start + end, End: s.End}
	ok := p.dates(&who, rest)
	return who, ok
}

// dates gives a poster the date that the rest of the words are, if they are one
// or none.
func (p *page) dates(who *poster, rest hearsay.Span) bool {
	const around = " \t,.·|()-–—"
	words := rest.In(p.text)
	trimmed := strings.Trim(words, around)
	if trimmed == "" {
		return true
	}
	start := rest.Start + strings.Index(words, trimmed)
	who.when = &hearsay.Span{Start: start, End: start + len(trimmed)}
	_, ok := parseStamp(trimmed)
	return ok
}

func isHandle(c byte) bool {
	return c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// headed reads a line "@handle: words".
func (p *page) headed(i int) (hearsay.Utterance, bool) {
	l := p.lines[i]
	words := l.In(p.text)
	head := words[:min(len(words), maxPoster)]
	at := strings.IndexByte(head, '@')
	colon := strings.Index(head[max(at, 0):], ": ")
	if at < 0 || colon < 0 {
		return hearsay.Utterance{}, false
	}
	mark := hearsay.Span{Start: l.Start + at + colon, End: l.Start + at + colon + 1}
	who, ok := p.poster(p.afterRT(hearsay.Span{Start: l.Start, End: mark.Start}))
	return p.post(who, &mark, p.pieces(l.paragraph, hearsay.Span{Start: mark.End, End: p.spans[l.paragraph].End})), ok && mark.End < l.End
}

// afterRT leaves out the "RT" of a post passed on.
func (p *page) afterRT(s hearsay.Span) hearsay.Span {
	if strings.HasPrefix(s.In(p.text), "RT ") {
		s.Start += len("RT ")
	}
	return s
}

// embedded reads a line that ends in "— Name (@handle) date".
func (p *page) embedded(i int) (hearsay.Utterance, bool) {
	l := p.lines[i]
	words := l.In(p.text)
	handle := strings.LastIndex(words, "(@")
	if handle < 0 {
		return hearsay.Utterance{}, false
	}
	dash, size := lastDash(words[:handle])
	if dash < 0 {
		return hearsay.Utterance{}, false
	}
	mark := hearsay.Span{Start: l.Start + dash, End: l.Start + dash + size}
	who, ok := p.poster(p.trim(hearsay.Span{Start: mark.End, End: l.End}))
	if content := p.trim(hearsay.Span{Start: p.spans[l.paragraph].Start, End: mark.Start}); content.Len() > 0 {
		return p.post(who, &mark, []hearsay.Span{content}), ok
	}
	if l.paragraph == 0 {
		return hearsay.Utterance{}, false
	}
	above := p.spans[l.paragraph-1]
	return p.post(who, &mark, p.pieces(l.paragraph-1, above)), ok
}

// lastDash returns the last dash of words and its length in bytes, or -1. A
// hyphen is one after a space.
func lastDash(words string) (at, size int) {
	at = -1
	for _, d := range [...]string{"—", "–", " - ", " -- "} {
		if i := strings.LastIndex(words, d); i > at {
			at, size = i, len(d)
		}
	}
	return at, size
}

// under reads a line "Name @handle · date" above the words.
func (p *page) under(i int) (hearsay.Utterance, bool) {
	l := p.lines[i]
	who, ok := p.poster(l.Span)
	if !ok || who.when == nil || i+1 == len(p.lines) {
		return hearsay.Utterance{}, false
	}
	next := p.lines[i+1]
	return p.post(who, nil, p.pieces(next.paragraph, hearsay.Span{Start: next.Start, End: p.spans[next.paragraph].End})), true
}

// post makes an utterance; one without content is none and is dropped by posts.
func (p *page) post(who poster, mark *hearsay.Span, content []hearsay.Span) hearsay.Utterance {
	return hearsay.Utterance{Kind: hearsay.UtterancePost, Speaker: who.speaker, Mark: mark, When: who.when, Content: content}
}

// signature is a line "Posted by Name on date".
type signature struct {
	line int
	mark hearsay.Span
	who  poster
}

// postedBy returns the posts under, or above, lines "Posted by Name". One such
// line is the page's own byline, so there must be two. They stand above their
// posts if the first begins the page, below if the last ends it.
func (p *page) postedBy() []hearsay.Utterance {
	var signed []signature
	for i, l := range p.lines {
		if s, ok := p.signature(l); ok {
			s.line = i
			signed = append(signed, s)
		}
	}
	if len(signed) < 2 {
		return nil
	}
	above, below := signed[0].line == 0, signed[len(signed)-1].line == len(p.lines)-1
	if above == below {
		return nil
	}
	var out []hearsay.Utterance
	for n, s := range signed {
		from, to := s.line+1, len(p.lines)
		if above && n+1 < len(signed) {
			to = signed[n+1].line
		}
		if below {
			from, to = 0, s.line
			if n > 0 {
				from = signed[n-1].line + 1
			}
		}
		out = append(out, p.post(s.who, &s.mark, p.between(from, to)))
	}
	return out
}

// between returns the words of the lines [from, to), a piece for each paragraph.
func (p *page) between(from, to int) []hearsay.Span {
	if from >= to {
		return nil
	}
	return p.pieces(p.lines[from].paragraph, hearsay.Span{Start: p.lines[from].Start, End: p.lines[to-1].End})
}

// signature reads a line "Posted by Lena Vost at 14:32".
func (p *page) signature(l line) (signature, bool) {
	const by = "Posted by "
	words := l.In(p.text)
	if len(words) > maxPoster || len(words) <= len(by) || !strings.EqualFold(words[:len(by)], by) {
		return signature{}, false
	}
	s := signature{mark: hearsay.Span{Start: l.Start, End: l.Start + len(by) - 1}}
	rest := p.trim(hearsay.Span{Start: s.mark.End, End: l.End})
	if who, ok := p.poster(rest); ok {
		s.who = who
		return s, true
	}
	ok := p.sign(&s, rest)
	return s, ok
}

// sign parts a name from the date behind it: the longest end of the words that
// is a date.
func (p *page) sign(s *signature, rest hearsay.Span) bool {
	words := rest.In(p.text)
	for at := strings.IndexByte(words, ' '); at > 0; {
		who := poster{speaker: hearsay.Span{Start: rest.Start, End: rest.Start + len(strings.TrimRight(words[:at], ",|·- "))}}
		if p.dates(&who, hearsay.Span{Start: rest.Start + at, End: rest.End}) && who.when != nil && who.speaker.Len() > 0 {
			s.who = who
			return true
		}
		next := strings.IndexByte(words[at+1:], ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	s.who = poster{speaker: rest}
	return len(strings.Fields(words)) <= maxPosterWords
}
