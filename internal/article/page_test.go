package article

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"paragraphs", "<p>One</p><p>Two</p>", []string{"body One", "body Two"}},
		{"white space", "<p> One\n  two\t<em>three</em> </p>", []string{"body One two three"}},
		{"what shows nothing", "<p>One\u200b two\ufeff</p>", []string{"body One two"}},
		{"one line break", "<p>One<br>two</p>", []string{"body One\ntwo"}},
		{"two line breaks", "<p>One<br> <br>two</p>", []string{"body One", "body two"}},
		{"text beside paragraphs", "One<p>Two</p>three", []string{"body One", "body Two", "body three"}},
		{"quotation", "<blockquote><p>One</p>two</blockquote>", []string{"quote One", "quote two"}},
		{"subhead", "<h3>One</h3>two", []string{"subhead One", "body two"}},
		{"list", "<ul><li>One</li><li>Two</li></ul>", []string{"body One", "body Two"}},
		{"table of data", "<table><tr><td>One</td><td>2</td></tr><tr><td>Three</td><td>4</td></tr></table>", []string{"body One 2", "body Three 4"}},
		{"table for layout", "<table><tr><td>Menu</td><td><p>One</p></td></tr></table>", []string{"body Menu", "body One"}},
		{"inline elements", "<p>On <time>Monday</time> the <abbr>UN</abbr> <ins>agreed</ins>.</p>", []string{"body On Monday the UN agreed."}},
		{"not seen", "<p>One<script>x</script><template>y</template><noscript>z</noscript></p><p hidden>Two</p><p aria-hidden=true>Three</p>", []string{"body One"}},
		{"hidden by style", "<p style='Display : none'>One</p><p style='visibility:hidden'>Two</p>", nil},
		{"page hidden until scripts run", "<body style='visibility:hidden'><p>One</p>", []string{"body One"}},
		{"nothing", "<p> </p><div></div>", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := show(blocksOf(tree(t, test.in), nil)); !slices.Equal(got, test.want) {
				t.Errorf("blocks %q, want %q", got, test.want)
			}
		})
	}
}

func tree(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func show(all []block) []string {
	var shown []string
	for _, b := range all {
		shown = append(shown, string(b.kind)+" "+b.text)
	}
	return shown
}

func TestBlockCountsLinks(t *testing.T) {
	got := blocksOf(tree(t, `<p>See <a href="/x">the whole list</a> here</p>`), nil)
	if len(got) != 1 || got[0].words != 5 || got[0].linked != 3 {
		t.Errorf("%+v, want 5 words, 3 of them linked", got)
	}
}

func TestEntries(t *testing.T) {
	const entry = `<li><time>14:05</time> <p>The mayor arrived.</p></li>`
	tests := []struct {
		name, in string
		isLive   bool
		want     []string
	}{
		{"marked", strings.Repeat(`<li itemprop="liveBlogUpdate"><time>14:05</time><p>She came at <time>noon</time>.</p></li>`, 2), false,
			[]string{"timestamp 14:05", "body She came at noon.", "timestamp 14:05", "body She came at noon."}},
		{"named", strings.Repeat(`<div class="live-blog-post"><time>14:05</time>She came.</div>`, 2), false,
			[]string{"timestamp 14:05", "body She came.", "timestamp 14:05", "body She came."}},
		{"alike on a live page", strings.Repeat(entry, 2), true,
			[]string{"timestamp 14:05", "body The mayor arrived.", "timestamp 14:05", "body The mayor arrived."}},
		{"alike on another page", strings.Repeat(entry, 2), false,
			[]string{"body 14:05", "body The mayor arrived.", "body 14:05", "body The mayor arrived."}},
		{"only one", `<li itemprop="liveBlogUpdate"><time>14:05</time><p>She came.</p></li>`, true, []string{"body 14:05", "body She came."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := tree(t, "<ol>"+test.in+"</ol>")
			if got := show(blocksOf(root, entriesOf(root, test.isLive))); !slices.Equal(got, test.want) {
				t.Errorf("blocks %q, want %q", got, test.want)
			}
		})
	}
}

func TestPrune(t *testing.T) {
	root := tree(t, `<form><p>One</p></form><form>Search</form><!-- note --><style>x</style><div class="cmp-notice"><p>`+
		`We use cookies and share personal data with partners.</p></div><div class="cookie-recipes"><p>Bake at 180 degrees.</p></div>`)
	consent := prune(root)
	got := show(blocksOf(root, nil))
	if want := []string{"body One", "body Search", "body Bake at 180 degrees."}; !slices.Equal(got, want) || consent != 9 {
		t.Errorf("blocks %q, want %q; %d words of consent, want 9", got, want, consent)
	}
	forms := 0
	for n := range root.Descendants() {
		if n.Data == "form" {
			forms++
		}
	}
	if forms != 1 {
		t.Errorf("%d forms left, want the one without a paragraph", forms)
	}
}

func TestIsTooLarge(t *testing.T) {
	sloppy := strings.Repeat(`<font size="2">word `, 5000) // never closed, all alike
	if isTooLarge(sloppy) {
		t.Error("a page of the nineties is too large")
	}
	if page := "<p>" + opened(200) + strings.Repeat("<p>x", maxNodes/100); !isTooLarge(page) {
		t.Error("a page whose paragraphs open 200 elements each is not too large")
	}
	if page := strings.Repeat("<b id=1></b><i id=2>x</i>", maxNodes/10); isTooLarge(page) {
		t.Error("closed elements are counted as opened again")
	}
}
