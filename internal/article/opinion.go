package article

import (
	"net/url"

	readability "codeberg.org/readeck/go-readability/v2"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// opinion is what one extractor holds to be the article: how many words of each
// block of the page it kept.
type opinion []int

// keeps reports whether the extractor kept block i of the page.
func (o opinion) keeps(page []block, i int) bool { return o[i] > 0 && 2*o[i] >= page[i].words }

// size returns how many words of the page the extractor kept.
func (o opinion) size() int {
	n := 0
	for _, words := range o {
		n += words
	}
	return n
}

// mostNodes is how many nodes a page has that go-trafilatura is asked about. It joins
// texts one by one, which takes minutes for the largest pages that can be read.
const mostNodes = 40_000

// firstOpinion returns what go-trafilatura keeps of a page, without its fallback:
// other extractors have a say of their own here.
func firstOpinion(root *html.Node, pageURL *url.URL) (kept []block) {
	if countNodes(root) > mostNodes {
		return nil
	}
	defer withoutPanic(&kept)
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL:     pageURL,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || result.ContentNode == nil {
		return nil
	}
	return blocksOf(result.ContentNode, nil)
}

func countNodes(root *html.Node) int {
	n := 0
	for range root.Descendants() {
		n++
	}
	return n
}

// secondOpinion returns what go-readability keeps of a page.
func secondOpinion(root *html.Node, pageURL *url.URL) (kept []block) {
	defer withoutPanic(&kept)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	result, err := parser.ParseDocument(root, pageURL)
	if err != nil || result.Node == nil {
		return nil
	}
	return blocksOf(result.Node, nil)
}

// withoutPanic makes an extractor that fails on a malformed tree one that keeps
// nothing: the other one, or the page's metadata, may still give the article.
func withoutPanic(kept *[]block) {
	if recover() != nil {
		*kept = nil
	}
}
