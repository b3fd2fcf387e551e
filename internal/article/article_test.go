package article

import (
	"errors"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"hearsay"
)

func TestExtract(t *testing.T) {
	data, err := os.ReadFile("testdata/wire.html")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Extract(data, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.URL != "https://courier.example/2025/05/tarn-bridge" || got.Outlet != "The Tarn Courier" || got.Language != "en" {
		t.Errorf("url %q, outlet %q, language %q", got.URL, got.Outlet, got.Language)
	}
	if got.Headline != "Crews wait as Tarn bridge stays shut" || !slices.Equal(got.Byline, []string{"Mila Oster", "Jon Harrow"}) {
		t.Errorf("headline %q, byline %q", got.Headline, got.Byline)
	}
	if want := time.Date(2025, 5, 6, 6, 15, 0, 0, time.UTC); !got.Published.Equal(want) {
		t.Errorf("published %v, want %v", got.Published, want)
	}
	if want := time.Date(2025, 5, 6, 15, 40, 0, 0, time.UTC); !got.Updated.Equal(want) {
		t.Errorf("updated %v, want %v", got.Updated, want)
	}
	checkBlocks(t, got, []hearsay.BlockKind{"body", "body", "subhead", "body", "quote", "body", "body", "body"})
	for _, unwanted := range []string{"Sport", "All rights reserved", got.Headline} {
		if strings.Contains(got.Text, unwanted) {
			t.Errorf("the text has %q of the page around it", unwanted)
		}
	}
}

// checkBlocks checks a report's invariants, the kinds of its blocks, and that
// they are separated by one empty line each and leave nothing out.
func checkBlocks(t *testing.T, r hearsay.Report, want []hearsay.BlockKind) {
	t.Helper()
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	var kinds []hearsay.BlockKind
	var words []string
	for _, b := range r.Blocks {
		kinds = append(kinds, b.Kind)
		words = append(words, b.In(r.Text))
	}
	if !slices.Equal(kinds, want) {
		t.Errorf("kinds %q, want %q", kinds, want)
	}
	if joined := strings.Join(words, "\n\n"); joined != r.Text {
		t.Errorf("the blocks make %q\nthe text is %q", joined, r.Text)
	}
}

func TestExtractDecodes(t *testing.T) {
	const page = "<html><head>%s</head><body><article><p>The caf\xe9 owner said on Monday that \x93nobody\x94 had called.</p></article></body></html>"
	const want = "The café owner said on Monday that “nobody” had called."
	tests := []struct{ name, meta, contentType string }{
		{"by the page", `<meta charset="windows-1252">`, ""},
		{"by the older form", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`, ""},
		{"by the header", "", "text/html; charset=windows-1252"},
		{"header before page", `<meta charset="koi8-r">`, "text/html; charset=windows-1252"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Extract([]byte(strings.Replace(page, "%s", test.meta, 1)), test.contentType, nil)
			if err != nil || got.Text != want {
				t.Errorf("Extract = %q, %v, want %q", got.Text, err, want)
			}
		})
	}
}

func TestExtractDropsByteOrderMark(t *testing.T) {
	const page = "<html><head><title>Nobody had called the owner</title></head><body><article><p>The owner said that nobody had called.</p></article></body></html>"
	utf16 := []byte{0xFF, 0xFE}
	for i := range len(page) {
		utf16 = append(utf16, page[i], 0)
	}
	for name, data := range map[string][]byte{"UTF-8": []byte("\uFEFF" + page), "UTF-16": utf16} {
		got, err := Extract(data, "", nil)
		if err != nil || got.Text != "The owner said that nobody had called." || got.Headline != "Nobody had called the owner" {
			t.Errorf("%s: headline %q, text %q, %v", name, got.Headline, got.Text, err)
		}
	}
}

func TestExtractFindsNoArticle(t *testing.T) {
	for _, page := range []string{
		"",
		"<p>",
		"<html><body></body></html>",
		"<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav></body></html>",
		"<html><body><script>render()</script></body></html>",
	} {
		if got, err := Extract([]byte(page), "", nil); !errors.Is(err, ErrNoArticle) {
			t.Errorf("%q: text %q, error %v, want ErrNoArticle", page, got.Text, err)
		}
	}
}

func TestAddress(t *testing.T) {
	tests := []struct{ name, canonical, page, want string }{
		{"file", "https://a.example/x", "", "https://a.example/x"},
		{"file, nothing stated", "", "", ""},
		{"file, relative", "/x", "", ""},
		{"same host", "https://a.example/x", "https://A.example/x?from=feed", "https://a.example/x"},
		{"another host", "https://b.example/", "https://a.example/x", "https://a.example/x"},
		{"not of the web", "javascript:void(0)", "https://a.example/x", "https://a.example/x"},
		{"nothing stated", "", "https://a.example/x", "https://a.example/x"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var page *url.URL
			if test.page != "" {
				page, _ = url.Parse(test.page)
			}
			if got := address(test.canonical, page); got != test.want {
				t.Errorf("address = %q, want %q", got, test.want)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct {
		name, in string
		want     []paragraph
	}{
		{"paragraphs", "<p>One</p><p>Two</p>", []paragraph{{"One", "body"}, {"Two", "body"}}},
		{"white space", "<p> One\n  two\t<em>three</em> </p>", []paragraph{{"One two three", "body"}}},
		{"one line break", "<p>One<br>two</p>", []paragraph{{"One\ntwo", "body"}}},
		{"two line breaks", "<p>One<br> <br>two</p>", []paragraph{{"One", "body"}, {"two", "body"}}},
		{"text beside paragraphs", "One<p>Two</p>three", []paragraph{{"One", "body"}, {"Two", "body"}, {"three", "body"}}},
		{"quotation", "<blockquote><p>One</p>two</blockquote>", []paragraph{{"One", "quote"}, {"two", "quote"}}},
		{"subhead", "<h3>One</h3>two", []paragraph{{"One", "subhead"}, {"two", "body"}}},
		{"list", "<ul><li>One</li><li>Two</li></ul>", []paragraph{{"One", "body"}, {"Two", "body"}}},
		{"table", "<table><tr><td>One</td><td>2</td></tr><tr><td>Three</td><td>4</td></tr></table>", []paragraph{{"One 2", "body"}, {"Three 4", "body"}}},
		{"given twice", "<p>One</p>One", []paragraph{{"One", "body"}}},
		{"nothing", "<p> </p><div></div>", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root, err := html.Parse(strings.NewReader(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := paragraphs(root); !slices.Equal(got, test.want) {
				t.Errorf("paragraphs = %q, want %q", got, test.want)
			}
		})
	}
}

// Whatever the page, a report that comes of it keeps its invariants.
func TestExtractKeepsInvariants(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"<p>", "</p>", "<div>", "</div>", "<blockquote>", "<h2>", "</h2>", "<br>", "<br><br>", "<li>", "<table><tr><td>", "</table>",
		"The mayor said that nothing had been agreed. ", "\xe9", "“No”, she said. ", "\x00", "&nbsp;", "\u200b",
	})
	rapid.Check(t, func(t *rapid.T) {
		page := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "page"), "")
		report, err := Extract([]byte(page), "", nil)
		if err != nil {
			return
		}
		if err := report.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzExtract(f *testing.F) {
	f.Add([]byte("<p>The mayor said that nothing had been agreed."), "")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "text/html; charset=utf-16le")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		report, err := Extract(data, contentType, nil)
		if err != nil {
			return
		}
		if err := report.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
