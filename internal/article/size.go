package article

import (
	"strings"

	"golang.org/x/net/html"
)

// maxNodes is how many elements and texts a page can have. An article's has a few
// thousand; a live blog of a long day has some tens of thousands.
const maxNodes = 120_000

// formatting are the elements that a parser opens anew in every paragraph that
// follows, until they are closed ("active formatting elements" of the HTML
// standard). Three that are alike count; a fourth takes the place of the first.
var formatting = set("a b big code em font i nobr s small strike strong tt u")

// isTooLarge reports whether a page's tree would have more nodes than maxNodes.
// It is asked before the page is parsed, because a page can be small and its tree
// large:
//
//	<b id=1><b id=2> … <b id=300></p> <p>x <p>x <p>x …      each <p> gets 300 <b>
//
// The count is from above: it takes each formatting element that was not closed to
// be opened again by every element after it.
func isTooLarge(page string) bool {
	tokens := html.NewTokenizer(strings.NewReader(page))
	var open openTags
	nodes := 0
	for nodes <= maxNodes {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return false
		case html.StartTagToken, html.SelfClosingTagToken:
			nodes += 1 + len(open)
			raw := string(tokens.Raw())
			if name, _ := tokens.TagName(); formatting[string(name)] {
				open.add(string(name), raw)
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			open.drop(string(name))
		default:
			nodes++
		}
	}
	return true
}

// openTags are the formatting elements that were opened and not closed.
type openTags []openTag

type openTag struct{ name, raw string }

// mostOpen bounds the list; with so many open a page is too large soon enough.
const mostOpen = 1000

func (o *openTags) add(name, raw string) {
	alike := 0
	for _, tag := range *o {
		if tag.raw == raw {
			alike++
		}
	}
	if alike < 3 && len(*o) < mostOpen {
		*o = append(*o, openTag{name, raw})
	}
}

// drop closes the last open element of that name.
func (o *openTags) drop(name string) {
	for i := len(*o) - 1; i >= 0; i-- {
		if (*o)[i].name == name {
			*o = append((*o)[:i], (*o)[i+1:]...)
			return
		}
	}
}
