package gold

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// A truth gives words, not offsets. What stands once in the text needs no more;
// of what stands several times the occurrence nearest its content is meant. Read
// to the letter that goes wrong at times, so three things are settled here:
//
//	The army said “we said nothing”.     content [we said nothing], cue “said”:
//	         ────     ····               what lies inside the content comes last
//
//	The union, offered 6.5, refused 6.   content [6]: what lies inside a word or
//	                   ···          ─    a number comes last
//
//	Ms Ruhl said. “It is no,” she said.  content [“It is no,”], source “she”: cue
//	        ····              ─── ────   and source are near each other as well
//
// Where the content itself stands several times, it is the one that lies nearest
// its own cue and source.

// attributionWords is an attribution as a truth gives it.
type attributionWords struct {
	source  string // "" : nobody
	cue     string
	content []string
}

// place finds an attribution in text. What is missing is named in absent, as
// `cue "said"`, and then there is no attribution.
func (w attributionWords) place(text string) (a Attribution, absent []string) {
	p := placement{cue: occurrences(text, w.cue)}
	if len(p.cue) == 0 {
		absent = append(absent, "cue "+clipped(w.cue))
	}
	if w.source != "" {
		if p.source = occurrences(text, w.source); len(p.source) == 0 {
			absent = append(absent, "source "+clipped(w.source))
		}
	}
	for _, piece := range w.content {
		places := occurrences(text, piece)
		if len(places) == 0 {
			absent = append(absent, "content "+clipped(piece))
		}
		p.content = append(p.content, places)
	}
	if len(w.content) == 0 {
		absent = append(absent, `content ""`)
	}
	if len(absent) > 0 {
		return Attribution{}, absent
	}
	a = p.closest(len(text))
	a.Content = joined(text, a.Content)
	return a, nil
}

// placement holds every occurrence of an attribution's words.
type placement struct {
	source, cue []hearsay.Span
	content     [][]hearsay.Span // by piece
}

// closest tries each place of the first piece of content, with everything else
// as near as can be, and returns the tightest. far is more than any gap.
func (p placement) closest(far int) Attribution {
	best, least := p.around(p.content[0][0], far)
	for _, first := range p.content[0][1:] {
		if a, gaps := p.around(first, far); gaps < least {
			best, least = a, gaps
		}
	}
	return best
}

// around returns the attribution whose content begins with first, and the sum of
// the gaps in it.
func (p placement) around(first hearsay.Span, far int) (a Attribution, gaps int) {
	a.Content = []hearsay.Span{first}
	for i, places := range p.content[1:] {
		at, gap := nearest(behind(places, a.Content[i]), a.Content, far)
		a.Content = append(a.Content, at)
		gaps += gap
	}
	if len(p.source) == 0 {
		at, gap := nearest(p.cue, a.Content, far)
		a.Cue = []hearsay.Span{at}
		return a, gaps + gap
	}
	cue, source, gap := p.together(a.Content, far)
	a.Cue, a.Source = []hearsay.Span{cue}, []hearsay.Span{source}
	return a, gaps + gap
}

// behind returns the places behind a piece, where the next one should be; all if
// there are none.
func behind(places []hearsay.Span, piece hearsay.Span) []hearsay.Span {
	first := slices.IndexFunc(places, func(s hearsay.Span) bool { return s.Start >= piece.End })
	if first < 0 {
		return places
	}
	return places[first:]
}

// together returns the cue and the source with the least sum of gaps to the
// content and to each other, of those nearest the content.
func (p placement) together(content []hearsay.Span, far int) (cue, source hearsay.Span, least int) {
	least = -1
	sources := near(p.source, content, far)
	for _, c := range near(p.cue, content, far) {
		for _, s := range sources {
			sum := gapTo(c, content, far) + gapTo(s, content, far) + gapTo(c, []hearsay.Span{s}, far)
			if least < 0 || sum < least {
				cue, source, least = c, s, sum
			}
		}
	}
	return cue, source, least
}

// near returns the places with the least gaps to the anchors, so many that no
// other could belong to them; the nearest first.
func near(places, anchors []hearsay.Span, far int) []hearsay.Span {
	const enough = 8
	byGap := slices.Clone(places)
	slices.SortStableFunc(byGap, func(x, y hearsay.Span) int {
		return cmp.Compare(gapTo(x, anchors, far), gapTo(y, anchors, far))
	})
	return byGap[:min(len(byGap), enough)]
}

// nearest returns the place with the least gap to any of the anchors, the first
// of several. One that overlaps an anchor is as good as far away.
func nearest(places, anchors []hearsay.Span, far int) (at hearsay.Span, gap int) {
	gap = -1
	for _, p := range places {
		if g := gapTo(p, anchors, far); gap < 0 || g < gap {
			at, gap = p, g
		}
	}
	return at, gap
}

func gapTo(p hearsay.Span, anchors []hearsay.Span, far int) int {
	least := far
	for _, a := range anchors {
		if p.Overlaps(a) {
			return far
		}
		least = min(least, max(a.Start-p.End, p.Start-a.End))
	}
	return least
}

// mostOccurrences is more than a phrase has in any report. It keeps words that
// stand everywhere in a text that is no report from taking forever.
const mostOccurrences = 2000

// occurrences returns where words stand in text, in order: the places where they
// are whole words, or if there is none, all.
func occurrences(text, words string) []hearsay.Span {
	if words == "" {
		return nil
	}
	var whole, all []hearsay.Span
	for at := 0; len(all) < mostOccurrences; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		s := hearsay.Span{Start: at + i, End: at + i + len(words)}
		all = append(all, s)
		if !insideWord(text, s.Start) && !insideWord(text, s.End) {
			whole = append(whole, s)
		}
		_, size := utf8.DecodeRuneInString(words)
		at = s.Start + size
	}
	if len(whole) > 0 {
		return whole
	}
	return all
}

// insideWord reports whether offset i parts a word, or a number: "6|.5", "6.|5".
func insideWord(text string, i int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:i])
	after, ahead := utf8.DecodeRuneInString(text[i:])
	switch {
	case isWordRune(before) && isWordRune(after):
		return true
	case isPoint(after):
		next, _ := utf8.DecodeRuneInString(text[i+ahead:])
		return unicode.IsDigit(before) && unicode.IsDigit(next)
	case isPoint(before):
		last, _ := utf8.DecodeLastRuneInString(text[:i-size])
		return unicode.IsDigit(last) && unicode.IsDigit(after)
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isPoint(r rune) bool { return r == '.' || r == ',' }

// clipped quotes words for an error message.
func clipped(words string) string {
	const most = 60
	if runes := []rune(words); len(runes) > most {
		words = string(runes[:most]) + "…"
	}
	return strconv.Quote(words)
}
