package archivetest

import (
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
)

func contains(text, words string) bool { return strings.Contains(text, words) }

// found is a search and the contents it finds, the newest first.
type found struct {
	query string
	want  []string
}

const (
	closedNow = "The old bridge stays closed until Friday"
	repairs   = "repairs had not begun"
	pay       = "higher pay"
	waited    = "she had waited for hours"
)

var searches = []found{
	{"", []string{pay, waited, closedNow, repairs}},
	{"bridge", []string{closedNow}},
	{"BRIDGES closing", []string{closedNow}},
	{`"stays closed until"`, []string{closedNow}},
	{`"closed stays"`, nil},
	{"repair*", []string{repairs}},
	{"-pay -bridge", []string{waited, repairs}},
	{"by:holt", []string{closedNow}},
	{`by:"Mara Holt"`, []string{closedNow}},
	{`by:"holt mara"`, nil},
	{"by:holt by:union", []string{pay, closedNow}},
	{"-by:union", []string{waited, closedNow, repairs}},
	{"by:aide", []string{repairs}},
	{"by:holt*", []string{closedNow}},
	{"through:drenn", []string{repairs}},
	{"outlet:drenn", []string{pay, waited}},
	{"identity:anonymous", []string{repairs}},
	{"act:denial act:demand", []string{pay, repairs}},
	{"act:denial by:holt", nil},
	{"stance:planned", nil},
	{"before:2031-04-02", []string{closedNow, repairs}},
	{"after:2031-04-02", []string{pay, waited}},
	{"after:2031-04-01T09:00:00Z before:2031-04-01T09:01:00Z closed", []string{closedNow}},
	{"by:corran", nil},
	{"by:nurse", nil},
}

var searchRules = append([]rule{
	{"newest", "hits come the newest first, page after page", func(b *bench) {
		for i := range 7 {
			b.add(Record(hearsay.Report{URL: fmt.Sprintf("https://a.example/%d", i), Published: Day((i * 5) % 7), Text: fmt.Sprintf("They said it was day %d.", (i*5)%7)},
				Saying{Source: "They", Cue: "said", Content: fmt.Sprintf("it was day %d", (i*5)%7), Identity: hearsay.GroupIdentity}))
		}
		q := hearsay.Query{Words: []hearsay.Phrase{{Words: "day"}}}
		var got []string
		page := archive.Page{Limit: 3}
		for more := true; more; {
			hits, err := b.a.Search(b.ctx, q, page)
			b.no(err)
			for _, h := range hits.Hits {
				got = append(got, h.Words.Text())
				page.Past = h.ID
			}
			more = hits.More
		}
		if want := "it was day 6|it was day 5|it was day 4|it was day 3|it was day 2|it was day 1|it was day 0"; strings.Join(got, "|") != want {
			b.broken("they come as %q", got)
		}
	}},
	{"whole", "a hit tells where it is from", func(b *bench) {
		added := b.add(Bridge(0))
		h := b.search("repairs")[0]
		if h.Report != added.Report || h.Revision != added.Revision || h.Hash != added.Hash || h.Outlet != "The Orl Post" || !h.Stood.Equal(Day(0)) ||
			!h.Current || h.Words.Source != "An aide" || h.Words.Cue != "told" || h.Voice != "" || h.Identity != hearsay.Anonymous ||
			h.Act != hearsay.Denial || h.Place != (archive.Place{Part: hearsay.PartAttribution, Index: 1}) {
			b.broken("%+v", h)
		}
	}},
	{"dropped", "what a report does not say any more is found as such, what it says still is found once", func(b *bench) {
		b.add(Bridge(0))
		b.add(Bridge(2))
		b.finds("bridge", "The old bridge stays closed for a month", closedNow)
		b.finds("repairs", repairs)
		if hits := b.search("friday"); len(hits) != 1 || hits[0].Current {
			b.broken("the earlier text gives %+v", hits)
		}
	}},
}, findRules()...)

func findRules() (rules []rule) {
	for _, s := range searches {
		rules = append(rules, rule{"find " + s.query, "a search finds what it asks for and nothing else", func(b *bench) {
			b.add(Bridge(0))
			b.add(Harbour())
			b.finds(s.query, s.want...)
		}})
	}
	return rules
}
