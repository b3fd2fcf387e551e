package gold

import (
	"strings"

	"hearsay"
)

// NameSpan is a proper name in a text.
type NameSpan struct {
	hearsay.Span
	Kind hearsay.NameKind
}

// SilverNames returns the names that CoreNLP found in a text: the runs of tokens
// of one of its three classes of names.
func SilverNames(sentences []SilverSentence) []NameSpan {
	var out []NameSpan
	for _, s := range sentences {
		for first, end := 0, 0; first < len(s); first = end {
			for end = first + 1; end < len(s) && s[end].Class == s[first].Class; end++ {
			}
			if kind, named := silverKinds[s[first].Class]; named {
				out = append(out, NameSpan{hearsay.Span{Start: s[first].Span.Start, End: s[end-1].Span.End}, kind})
			}
		}
	}
	return out
}

var silverKinds = map[string]hearsay.NameKind{
	"PERSON": hearsay.PersonName, "ORGANIZATION": hearsay.OrganisationName, "LOCATION": hearsay.PlaceName,
}

// FullNames returns the names of a treebank document in the extent that is usual
// for names by themselves: to the proper nouns around the head, which is what
// [Names] gives, "of" and "for" add further ones: "the University of Orvanne". Of
// names within names only the outer one is there.
func FullNames(d UDDocument) ([]hearsay.Name, error) {
	mentions, err := EntityMentions(d)
	if err != nil {
		return nil, err
	}
	kinds, ends := map[int]hearsay.NameKind{}, map[int]int{}
	for _, m := range mentions {
		if kind, named := nameKinds[m.Class]; named && m.Form == NamedMention {
			kinds[m.Head], ends[m.Head] = kind, max(m.End, ends[m.Head])
		}
	}
	var names []hearsay.Name
	first := 0
	for _, s := range d.Sentences {
		for _, n := range namesOf(s, first, kinds) {
			if k := len(names); k > 0 && n.First < names[k-1].End {
				continue
			}
			if n.Kind != hearsay.PersonName {
				n.End = first + lengthened(s, n.End-first, limitOf(n, ends)-first)
			}
			names = append(names, n)
		}
		first += len(s.Tokens)
	}
	return names, nil
}

// limitOf returns where the mention that a name heads ends.
func limitOf(n hearsay.Name, ends map[int]int) int {
	limit := n.End
	for t := n.First; t < n.End; t++ {
		limit = max(limit, ends[t])
	}
	return limit
}

// lengthened returns where a name that ends before token end goes on to end, at
// most at limit.
func lengthened(s UDSentence, end, limit int) int {
	for t := end; t < limit; {
		if low := strings.ToLower(s.Tokens[t].Form); low != "of" && low != "for" {
			break
		}
		if t++; t < limit && strings.EqualFold(s.Tokens[t].Form, "the") {
			t++
		}
		from := t
		for t < limit && strings.HasPrefix(s.Tokens[t].XPOS, "NNP") {
			t++
		}
		if t == from {
			break
		}
		end = t
	}
	return end
}
