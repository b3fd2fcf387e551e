package article

import (
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"hearsay"
)

// found is what the extractor found on a page.
type found struct {
	paragraphs []paragraph
	metadata   trafilatura.Metadata
}

const (
	// rescueSize is the length, in characters, below which go-trafilatura by
	// default holds that it failed and takes up all paragraphs of the page.
	rescueSize = 250

	// briefSize is the length up to which a result is looked at again, because
	// it may come of such a rescue.
	briefSize = 2000
)

// find returns the article of a page, false where there is none.
//
// A news brief of two sentences is shorter than rescueSize. The rescue then
// gives it twice or with its paragraphs run together, and adds the menu. So
// what may be a rescued brief is extracted once more without rescue, and that
// result counts if it is indeed so short and has a sentence.
func find(root *html.Node, pageURL *url.URL) (found, bool) {
	usual, ok := extract(root, pageURL, rescueSize)
	if !ok || size(usual.paragraphs) > briefSize {
		return usual, ok
	}
	brief, ok := extract(root, pageURL, 1)
	if ok && size(brief.paragraphs) < rescueSize {
		return brief, true
	}
	return usual, true
}

// extract runs the extractor, which rescues what it can below minSize characters.
func extract(root *html.Node, pageURL *url.URL, minSize int) (found, bool) {
	config := trafilatura.DefaultConfig()
	config.MinExtractedSize = minSize
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		Config:          config,
		OriginalURL:     pageURL,
		ExcludeComments: true,
		HtmlDateOptions: &dates,
	})
	if err != nil || result.ContentNode == nil {
		return found{}, false
	}
	all := paragraphs(result.ContentNode)
	return found{all, result.Metadata}, hasSentence(all)
}

// dates says how a page's date of publication is looked for. The latest
// acceptable one is fixed, because a report must not read otherwise next year.
var dates = htmldate.Options{
	UseOriginalDate:     true,
	ExtractTime:         true,
	SkipExtensiveSearch: true,
	MaxDate:             time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC),
}

// minWords is the length of the shortest paragraph that can be a sentence of
// news. From a page without an article the extractor rescues what little it
// has, which is a menu.
const minWords = 5

func hasSentence(all []paragraph) bool {
	for _, p := range all {
		if p.kind != hearsay.BlockSubhead && len(strings.Fields(p.text)) >= minWords {
			return true
		}
	}
	return false
}

// size returns the length of the paragraphs in characters.
func size(all []paragraph) int {
	n := 0
	for _, p := range all {
		n += len([]rune(p.text))
	}
	return n
}
