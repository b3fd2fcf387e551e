package article

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestLinkedData(t *testing.T) {
	const base = `"@type":"NewsArticle","headline":"Talks resume"`
	tests := []struct{ name, script, headline, byline string }{
		{"one object", `{` + base + `}`, "Talks resume", ""},
		{"list", `[{"@type":"Organization","name":"x"},{` + base + `}]`, "Talks resume", ""},
		{"graph", `{"@graph":[{"@type":"WebPage"},{` + base + `}]}`, "Talks resume", ""},
		{"main entity", `{"@type":"WebPage","mainEntity":{` + base + `}}`, "Talks resume", ""},
		{"types with an address", `{"@type":["http://schema.org/ReportageNewsArticle"],"headline":"Talks resume"}`, "Talks resume", ""},
		{"live blog", `{"@type":"LiveBlogPosting","headline":"Talks resume"}`, "Talks resume", ""},
		{"not a report", `{"@type":"JobPosting","headline":"Cook wanted"}`, "", ""},
		{"report linked to", `{"@type":"ItemList","itemListElement":[{` + base + `}]}`, "", ""},
		{"part of another", `{"@type":"NewsArticle","headline":"Ferry stays","citation":{` + base + `}}`, "Ferry stays", ""},
		{"character references", `{"@type":"Article","headline":"Talks &amp;amp; truce &#8211; an &quot;answer&quot;"}`, "Talks & truce – an \"answer\"", ""},
		{"markup", `{"@type":"Article","headline":"<b>Talks</b> <i>resume</i>"}`, "Talks resume", ""},
		{"value object", `{"@type":"Article","headline":{"@value":"Talks resume","@language":"en"}}`, "Talks resume", ""},

		{"author string", `{` + base + `,"author":"By Runa Holt and Cato Brix"}`, "Talks resume", "Runa Holt; Cato Brix"},
		{"author object", `{` + base + `,"author":{"@type":"Person","name":"Runa Holt"}}`, "Talks resume", "Runa Holt"},
		{"author list", `{` + base + `,"author":[{"name":"Runa Holt"},"Cato Brix",{"name":["Ole Framm","Runa Holt"]}]}`, "Talks resume", "Runa Holt; Cato Brix; Ole Framm"},
		{"author elsewhere", `{"@graph":[{` + base + `,"author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Runa Holt"}]}`, "Talks resume", "Runa Holt"},
		{"author unknown", `{` + base + `,"author":{"@id":"#p"}}`, "Talks resume", ""},
		{"author an address", `{` + base + `,"author":"https://a.example/runa"}`, "Talks resume", ""},
		{"creator", `{` + base + `,"creator":["Runa Holt"]}`, "Talks resume", "Runa Holt"},

		{"comment", "<!-- {" + base + "} -->", "Talks resume", ""},
		{"CDATA", "//<![CDATA[\n{" + base + "}\n//]]>", "Talks resume", ""},
		{"semicolon", `{` + base + `};`, "Talks resume", ""},
		{"several", `{"@type":"WebSite"}{` + base + `}`, "Talks resume", ""},
		{"line break in a string", "{\"@type\":\"NewsArticle\",\"headline\":\"Talks\nresume\"}", "Talks resume", ""},
		{"escape that does not exist", `{"@type":"NewsArticle","headline":"Talks \'resume\'"}`, "Talks 'resume'", ""},
		{"comma at the end", `{` + base + `,"keywords":["a","b",],}`, "Talks resume", ""},
		{"comment in JSON", `{/* ours */ ` + base + `}`, "Talks resume", ""},
		{"escaped as HTML", `{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Talks resume&quot;}`, "Talks resume", ""},
		{"cut short after an object", `{` + base + `}{"@type":"WebS`, "Talks resume", ""},
		{"cut short", `{` + base + `,"author":{"na`, "", ""},
		{"empty", ``, "", ""},
		{"no object", `"NewsArticle"`, "", ""},
		{"null", `{"@type":"NewsArticle","headline":null,"author":[null,{"name":null}]}`, "", ""},
		{"numbers", `{"@type":"NewsArticle","headline":7,"author":[1,true]}`, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := linkedFacts(t, test.script, "", "")
			if got.headline != test.headline || strings.Join(got.byline, "; ") != test.byline {
				t.Errorf("headline %q, byline %q, want %q, %q", got.headline, got.byline, test.headline, test.byline)
			}
		})
	}
}

// linkedFacts returns what a script says of the page at canonical.
func linkedFacts(t testing.TB, script, canonical, headline string) facts {
	root := tree(t, `<script type="application/ld+json; charset=utf-8">`+script+`</script>`)
	data := readLinkedData(root)
	if o := data.about(canonical, headline); o != nil {
		return data.facts(o)
	}
	return facts{}
}

func TestLinkedDataAbout(t *testing.T) {
	const script = `[{"@type":"Article","headline":"One","url":"https://a.example/1"},
		{"@type":"Article","headline":"Two","mainEntityOfPage":{"@id":"https://a.example/2#article"}},
		{"@type":"Article","headline":"Three"}]`
	tests := []struct{ name, canonical, heading, want string }{
		{"by address", "https://a.example/2", "One", "Two"},
		{"by headline", "https://a.example/9", "three", "Three"},
		{"the first", "", "Four", "One"},
	}
	for _, test := range tests {
		if got := linkedFacts(t, script, test.canonical, test.heading); got.headline != test.want {
			t.Errorf("%s: %q, want %q", test.name, got.headline, test.want)
		}
	}
}

func TestLinkedDataFields(t *testing.T) {
	got := linkedFacts(t, `{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Radio Drenn"},"datePublished":"2031-04-17T19:40:00+02:00",
		"dateModified":"2031-04-17T20:00:00+02:00","inLanguage":"en-GB","mainEntityOfPage":"https://drenn.example/1"}`, "", "")
	if got.outlet != "Radio Drenn" || got.language != "en-GB" || got.address != "https://drenn.example/1" ||
		showTime(got.published) != "2031-04-17T19:40:00+02:00" || showTime(got.updated) != "2031-04-17T20:00:00+02:00" {
		t.Errorf("%+v", got)
	}
}

// What is JSON is read as it is, and nothing makes the reader fail.
func FuzzLinkedData(f *testing.F) {
	for _, s := range []string{`{"@type":"NewsArticle","author":[{"name":["a",{"@id":"x"}]}]}`, `{"@graph":[{"@id":"x","author":{"@id":"x"}}]}`,
		"<!--{\"a\":\"\\x\n\",}-->", `{"a":/*`, `{"a":"\`, strings.Repeat("[", 2000), `{"@type":"Article","headline":"\ud800"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, script string) {
		values := parseJSON(script)
		data := linkedData{named: map[string]object{}}
		for _, value := range values {
			data.add(value, 0)
		}
		for _, o := range data.articles {
			data.facts(o)
			statedBlocks(data.text(o["articleBody"]))
		}
		if json.Valid([]byte(script)) && strings.TrimSpace(script) != "" && len(values) != 1 {
			t.Errorf("%d values of valid JSON", len(values))
		}
	})
}

func TestPeople(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"By Runa Holt and Cato Brix", []string{"Runa Holt", "Cato Brix"}},
		{"By: Runa Holt", []string{"Runa Holt"}},
		{"Posted on May 6 by Runa Holt", []string{"Runa Holt"}},
		{"Runa Holt, Political Editor", []string{"Runa Holt"}},
		{"By Runa Holt in Port Alden and Cato Brix", []string{"Runa Holt"}},
		{"Runa Holt | 6 May 2025", []string{"Runa Holt"}},
		{"Runa Holt for The Alden Post", []string{"Runa Holt"}},
		{"Reuters", []string{"Reuters"}},
		{"Staff and agencies", []string{"Staff and agencies"}},
		{"Runa Holt and agencies", []string{"Runa Holt and agencies"}},
		{"Economics Correspondent", []string{"Economics Correspondent"}},
		{"@runaholt", nil},
		{"https://a.example/runa", nil},
		{"runa@a.example", nil},
		{"6 May 2025", nil},
		{strings.Repeat("Runa Holt ", 30), nil},
		{"", nil},
	}
	for _, test := range tests {
		if got := people(test.in); !slices.Equal(got, test.want) {
			t.Errorf("people(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
