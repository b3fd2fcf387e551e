package article

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"hearsay/internal/plain"
)

const sentence = "The mayor said on Tuesday that nothing had been agreed with the ferry company."

func TestExtractRefuses(t *testing.T) {
	consent := `<html><body><div class="cookie-notice"><p>We and our partners use cookies to personalise advertising.
		Manage your choices or accept all.</p></div></body></html>`
	tests := []struct {
		name, page string
		want       error
	}{
		{"empty", "", ErrNoArticle},
		{"no words", "<p>", ErrNoArticle},
		{"empty body", "<html><body></body></html>", ErrNoArticle},
		{"menu", "<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav></body></html>", ErrNoArticle},
		{"scripts alone", "<html><body><script>render()</script></body></html>", ErrNoArticle},
		{"headline alone", "<html><head><title>Nobody had called the owner</title></head><body><h1>Nobody had called the owner</h1></body></html>", ErrNoArticle},
		{"hidden text", "<html><body><div style='display: none'><p>" + sentence + "</p></div></body></html>", ErrNoArticle},
		{"consent", consent, ErrConsent},
		{"cut short", "<!DOCTYPE html><html><head><title>Ferry", ErrTruncated},
		{"deep", strings.Repeat("<div>", 600) + sentence, ErrTooDeep},
		{"large", strings.Repeat("<p>x", maxNodes), ErrTooLarge},
		{"reopened", "<p>" + opened(300) + "</p>" + strings.Repeat("<p>x", 1000), ErrTooLarge},
		{"binary", "\x00\x01\x02\x03\x04\x05<p>" + sentence, plain.ErrBinary},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Extract([]byte(test.page), "", nil)
			if !errors.Is(err, test.want) {
				t.Errorf("text %q, error %v, want %v", got.Text, err, test.want)
			}
		})
	}
}

// ErrTruncated and ErrConsent say more than ErrNoArticle, but not otherwise.
func TestErrorsWrap(t *testing.T) {
	for _, err := range []error{ErrTruncated, ErrConsent} {
		if !errors.Is(err, ErrNoArticle) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v", err)
		}
	}
}

// What was read of a page that breaks off is read, up to where it does.
func TestExtractTruncated(t *testing.T) {
	page := "<html><head><title>Ferry talks</title></head><body><article><p>" + sentence + "</p><p>She added that sh\xc3"
	got, err := Extract([]byte(page), "text/html; charset=utf-8", nil)
	if want := sentence + "\n\nShe added that sh"; err != nil || got.Text != want {
		t.Errorf("text %q, %v, want %q", got.Text, err, want)
	}
}

// Articles on cookies are not requests for consent.
func TestExtractKeepsReportOnCookies(t *testing.T) {
	page := `<html><body><article class="story privacy-news"><p>The court ruled on Monday that a shop had set cookies without consent,
		its spokeswoman said, and that the shop must pay a fine of 40,000 for it.</p><p>The shop, which sells lamps, said through its
		lawyer that it would appeal, and that the ruling misread what the law asks of small companies such as it is.</p></article></body></html>`
	if got, err := Extract([]byte(page), "", nil); err != nil || !strings.HasPrefix(got.Text, "The court ruled") {
		t.Errorf("text %q, %v", got.Text, err)
	}
}

func TestStatedText(t *testing.T) {
	body := strings.Repeat(sentence+" ", 6)
	page := func(extra, markup string) string {
		return `<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + body + `"` + extra +
			`}</script></head><body><article><p>` + sentence + `</p>` + markup + `</article></body></html>`
	}
	tests := []struct {
		name, page string
		want       bool
	}{
		{"shows far less", page("", ""), true},
		{"shows enough", page("", "<p>"+body+"</p>"), false},
		{"not free", page(`,"isAccessibleForFree":"False"`, ""), false},
		{"part not free", page(`,"hasPart":{"isAccessibleForFree":false}`, ""), false},
		{"wall in the markup", page("", `<div class="paywall"></div>`), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root, err := parse([]byte(test.page), "")
			if err != nil {
				t.Fatal(err)
			}
			shown := []block{{text: sentence, words: len(wordsOf(sentence))}}
			if strings.Contains(test.page, "<p>"+body) {
				shown = append(shown, block{text: body, words: len(wordsOf(body))})
			}
			if got := readMetadata(root, nil).statedText(root, shown); (got != nil) != test.want {
				t.Errorf("stated text %v, want %v", got, test.want)
			}
		})
	}
}

// fragments of pages, for properties that hold of any page.
var fragments = []string{
	"<p>", "</p>", "<div>", "</div>", "<blockquote>", "<h1>", "<h2>", "</h2>", "<br>", "<br><br>", "<li>", "<table><tr><td>", "</table>",
	`<article class="story">`, `<div class="related">`, `<aside class="pullquote">`, "<time>14:05</time>", `<li itemprop="liveBlogUpdate">`,
	`<p class="correction">`, "<form>", "<figcaption>", "<template>", "<svg><p>", `<a href="/x">`, "</a>", "<title>",
	sentence + " ", "“No”, she said. ", "\xe9", "\x00", "&nbsp;", "\u200b",
}

// Whatever the page, a report that comes of it keeps its invariants, and all of
// its words stand in the page, in the same order.
func TestExtractKeepsInvariants(t *testing.T) {
	piece := rapid.SampledFrom(fragments)
	rapid.Check(t, func(t *rapid.T) {
		page := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "page"), "")
		report, err := Extract([]byte(page), "", nil)
		if err != nil {
			return
		}
		if err := report.Check(); err != nil {
			t.Fatal(err)
		}
		root, err := parse([]byte(page), "")
		if err != nil {
			t.Fatal(err)
		}
		if !isSubsequence(wordsOf(report.Text), wordsOf(allText(root))) {
			t.Fatalf("text %q has words that the page has not there", report.Text)
		}
	})
}

func allText(n *html.Node) string {
	var b strings.Builder
	for inner := range n.Descendants() {
		if inner.Type == html.TextNode {
			b.WriteString(inner.Data)
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func isSubsequence(short, long []string) bool {
	for _, word := range long {
		if len(short) > 0 && short[0] == word {
			short = short[1:]
		}
	}
	return len(short) == 0
}

func FuzzExtract(f *testing.F) {
	f.Add([]byte("<p>The mayor said that nothing had been agreed."), "", "")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "text/html; charset=utf-16le", "https://a.example/2025/05/06/x")
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}}`), "", "%zz")
	for _, s := range specimens(f) {
		f.Add(s.page, "", "https://a.example/")
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType, address string) {
		pageURL, err := url.Parse(address)
		if err != nil {
			pageURL = nil
		}
		report, err := Extract(data, contentType, pageURL)
		if err != nil {
			return
		}
		checkLayout(t, report)
		if strings.TrimSpace(report.Text) == "" {
			t.Error("no error and no text")
		}
	})
}
