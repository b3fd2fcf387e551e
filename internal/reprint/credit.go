package reprint

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/wording"
)

// name is one way in which an outlet is credited.
type name struct {
	words []string
	kind  nameKind
}

type nameKind uint8

const (
	full     nameKind = iota
	short             // without what many outlets' names share
	initials          // in capitals
)

// namesOf returns the names by which an outlet may be credited.
//
//	Pallas News Agency     pallas news agency · pallas · PNA
func namesOf(outlet string) []name {
	var all, own []string
	first := ""
	for _, w := range wording.Words(outlet, hearsay.Span{End: len(outlet)}) {
		all = append(all, w.Key)
		if !slices.Contains(general, w.Key) {
			own = append(own, w.Key)
		}
		if !slices.Contains(small, w.Key) {
			first += w.Key[:1]
		}
	}
	var names []name
	if len(all) > 0 {
		names = append(names, name{all, full})
	}
	if len(own) > 0 && len(own) < len(all) {
		names = append(names, name{own, short})
	}
	if len(first) > 2 {
		names = append(names, name{[]string{first}, initials})
	}
	return names
}

// small are the words that leave no initial, and general those that by
// themselves name no outlet.
var (
	small   = strings.Fields("the a an of and for")
	general = append(strings.Fields(`news agency press service media group network radio television tv broadcasting broadcaster
		daily weekly morning evening today times post herald tribune gazette journal chronicle courier star sun mail online
		international national company corporation`), small...)
	// beside are the words that stand beside an agency's name in a byline.
	beside = append(strings.Fields("by from via with staff reporters correspondents correspondent agencies wire desk newsroom"), general...)
)

// crediting reports whether s credits the outlet of t, and the words in its text
// that do; they are nil where the byline above the text does.
func (s *sheet) crediting(t *sheet) (*hearsay.Span, bool) {
	if s.isOfOutlet(t) {
		return nil, false
	}
	for _, l := range s.credits {
		if at, ok := named(l.words, l.text, t.names); ok {
			return &at, true
		}
	}
	for _, l := range s.byline {
		if at, ok := named(l.words, l.text, t.names); ok && isAlone(l.words, at) {
			return nil, true
		}
	}
	return nil, false
}

// named finds the first place in a text's words where an outlet is named. After
// "in" or "at" stands a place.
func named(words []wording.Token, text string, names []name) (hearsay.Span, bool) {
	for i := range words {
		for _, n := range names {
			if !startsWith(words[i:], n.words) {
				continue
			}
			at := hearsay.Span{Start: words[i].Start, End: words[i+len(n.words)-1].End}
			isPlace := n.kind == short && i > 0 && (words[i-1].Key == "in" || words[i-1].Key == "at")
			isWord := n.kind == initials && at.In(text) != strings.ToUpper(at.In(text))
			if !isPlace && !isWord {
				return at, true
			}
		}
	}
	return hearsay.Span{}, false
}

func startsWith(words []wording.Token, name []string) bool {
	if len(words) < len(name) {
		return false
	}
	for i, w := range name {
		if words[i].Key != w {
			return false
		}
	}
	return true
}

// isAlone reports whether beside the name of an outlet a byline has no name: in
// "Hans Pallas" no agency is credited.
func isAlone(words []wording.Token, name hearsay.Span) bool {
	for _, w := range words {
		if !name.Contains(w.Span) && !slices.Contains(beside, w.Key) {
			return false
		}
	}
	return true
}
