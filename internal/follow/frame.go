package follow

import (
	"bytes"
	"hash/fnv"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// frameOf returns a sketch of what frames the text of a page: the least hashes of
// its elements with their classes. Two pages made by one template have nearly the
// same, whatever they say (bottom-k sketches: Broder, On the resemblance and
// containment of documents, 1997).
func frameOf(page []byte) []uint32 {
	tokens := html.NewTokenizer(bytes.NewReader(page))
	var all []uint32
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			slices.Sort(all)
			all = slices.Compact(all)
			return all[:min(len(all), sketch)]
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			for _, a := range t.Attr {
				if a.Key != "class" {
					continue
				}
				for _, class := range strings.Fields(a.Val) {
					all = append(all, hashOf(t.Data+"."+class))
				}
			}
		}
	}
}

// sketch is how many hashes are kept.
const sketch = 48

func hashOf(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// isRedesigned reports whether two sketches are of different templates: if of
// the least hashes of both together fewer than half are in both.
func isRedesigned(before, after []uint32) bool {
	if len(before) == 0 || len(after) == 0 {
		return len(before) != len(after)
	}
	both := slices.Concat(before, after)
	slices.Sort(both)
	both = slices.Compact(both)
	both = both[:min(len(both), sketch)]
	shared := 0
	for _, h := range both {
		_, inBefore := slices.BinarySearch(before, h)
		_, inAfter := slices.BinarySearch(after, h)
		if inBefore && inAfter {
			shared++
		}
	}
	return 2*shared < len(both)
}
