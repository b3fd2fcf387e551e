package web

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hearsay/internal/archive"
	"hearsay/internal/review"
	"hearsay/internal/view"
)

func TestPagesOverAnArchive(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	for _, c := range []struct {
		path  string
		wants []string
	}{
		{"/", []string{"New on the desk"}},
		{"/story", []string{"Running stories"}},
		{"/report/1", []string{"Velle coast guard takes two Sarn trawlers", "2 of 2", "Wrong?", "naval school"}},
		{"/report/1?version=1", []string{"1 of 2", "see the one that stands now", "at least 19"}},
		{"/report/1/versions", []string{"What changed", "<del>19</del>", "<ins>21</ins>", "no note mentions"}},
		{"/report/1/1/why/1", []string{"tells that something is said", "0.90", "for: <bdi>the words themselves", "the name Rurik Oll"}},
		{"/report/1/1/correct/1", []string{"What is wrong here?", "Keep these changes"}},
		{"/search?q=patrol+by:marr", []string{"Marr", "Atom"}},
		{"/outlets", []string{"Radio Harle"}},
		{"/outlet?name=Radio+Harle", []string{"How its statements are sourced", "unnamed"}},
		{"/review", []string{"Review", "greatest doubt first"}},
		{"/sources", []string{"Nothing is followed yet"}},
		{"/sources.opml", []string{"<opml version=\"2.0\">"}},
		{"/report/1/text", []string{"HARLE, May 3"}},
	} {
		w := get(d, c.path)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", c.path, w.Code)
		}
		for _, want := range c.wants {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s does not say %q:\n%s", c.path, want, w.Body)
			}
		}
	}
}

// TestWhoSaidItFirst asks about one sentence.
func TestWhoSaidItFirst(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	body := post(d, "/paste", url.Values{"text": {"Velle is ready to free the fishermen by Friday if Sarn withdraws its patrol boats from the Gannet Bank, an official said."}}).Body.String()
	_, first, _ := strings.Cut(body, "Who said it first")
	first, _, _ = strings.Cut(first, "</section>")
	if !strings.Contains(first, "Radio Harle") || !strings.Contains(first, "unnamed") {
		t.Errorf("the first is %q", first)
	}
	body = post(d, "/paste", url.Values{"text": {"The price of tea rose by a third, the grocers said."}}).Body.String()
	if !strings.Contains(body, "Nobody in the newest stories") {
		t.Error("somebody is said to have said what nobody did")
	}
}

func TestFollowing(t *testing.T) {
	d := deskWith(t)
	if w := post(d, "/sources", url.Values{"address": {"drenn"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "is no address") {
		t.Errorf("no address: status %d", w.Code)
	}
	if w := post(d, "/sources", url.Values{"address": {"https://drenn.example/feed"}, "outlet": {"Radio Drenn"}}); w.Code != http.StatusSeeOther {
		t.Errorf("an address: status %d", w.Code)
	}
	if body := get(d, "/sources.opml").Body.String(); !strings.Contains(body, `xmlUrl="https://drenn.example/feed"`) {
		t.Errorf("the list is %s", body)
	}
	post(d, "/sources/1/remove", url.Values{})
	if body := get(d, "/sources").Body.String(); !strings.Contains(body, "Nothing is followed yet") {
		t.Error("it is still followed")
	}
}

func TestKeep(t *testing.T) {
	d := deskWith(t)
	w := post(d, "/keep", url.Values{"text": {sample(t)}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/report/1" {
		t.Fatalf("status %d to %q", w.Code, w.Header().Get("Location"))
	}
	if body := get(d, "/report/1").Body.String(); !strings.Contains(body, "Mediators await Orrel answer") {
		t.Error("it is not kept")
	}
	if body := get(d, "/").Body.String(); !strings.Contains(body, "New statements") {
		t.Error("it is not on the desk")
	}
}

// TestWhy: what a person mended, or nobody kept whole, is not explained as if the
// machine had read it so; what is pasted is explained at once.
func TestWhy(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	v, err := d.opt.Archive.Revision(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	record, err := d.opt.Archive.Record(t.Context(), v.ID)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.opt.Archive.Correct(t.Context(), archive.Correction{Revision: v.Hash, Span: archive.Anchor(record.Attributions[0]), Role: archive.RoleCue,
		Verdict: archive.Instead, Value: "0-5", Editor: "Mara"})
	if err != nil {
		t.Fatal(err)
	}
	if body := get(d, "/report/1/1/why/1").Body.String(); !strings.Contains(body, "A person judged or mended") || !strings.Contains(body, "is not found") {
		t.Errorf("of what a person mended it says %s", body)
	}
	if w := get(d, "/report/1/2/why/99"); w.Code != http.StatusNotFound {
		t.Errorf("status %d", w.Code)
	}
	if body := post(d, "/paste", url.Values{"text": {sample(t)}}).Body.String(); !strings.Contains(body, "tells that something is said") {
		t.Error("what is pasted is not explained")
	}
	if err := d.opt.Archive.Retain(t.Context(), "The Orl Post", archive.KeepExtract); err != nil {
		t.Fatal(err)
	}
	addText(t, d.opt.Archive, "Outlet: The Orl Post\nURL: https://orlpost.example/a\n\nThe bridge stays closed, said Mara Holt. Rain fell.")
	reports, err := d.opt.Archive.Reports(t.Context(), 0, 99)
	if err != nil {
		t.Fatal(err)
	}
	last := "/report/" + strconv.Itoa(int(reports[len(reports)-1].ID))
	if body := get(d, last+"/1/why/1").Body.String(); !strings.Contains(body, "an extract is kept") {
		t.Errorf("of an extract it says %s", body)
	}
	if strings.Contains(get(d, last).Body.String(), `class="asks"`) {
		t.Error("an extract offers to be explained")
	}
}

// TestCorrections: an unnamed voice is given no name, and words must stand in the text.
func TestCorrections(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	find := func(page, who string) string {
		t.Helper()
		for i := 1; i < 12; i++ {
			path := page + "/correct/" + strconv.Itoa(i)
			if strings.Contains(get(d, path).Body.String(), "<b><bdi>"+who) {
				return path
			}
		}
		t.Fatalf("%s has no attribution of %s", page, who)
		return ""
	}
	official := find("/report/3/1", "a senior official")
	w := post(d, official, url.Values{"verdict": {"instead"}, "editor": {"Mara"}, "actor": {"Maro Teck"}, "identity": {"anonymous"}, "source": {"a senior official"}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "never links") {
		t.Errorf("an unnamed voice is given a name: status %d", w.Code)
	}
	for _, c := range []struct {
		form url.Values
		want string
	}{
		{url.Values{"verdict": {"right"}}, "write your name"},
		{url.Values{"verdict": {"instead"}, "editor": {"Mara"}, "cue": {"sang"}}, "does not stand in the report"},
	} {
		if w := post(d, official, c.form); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%v: status %d", c.form, w.Code)
		}
	}
	form := url.Values{"verdict": {"instead"}}
	page := get(d, official).Body.String()
	for _, field := range regexp.MustCompile(`(?s)<input id="(\w+)" name="\w+" value="([^"]*)"|<textarea id="(\w+)"[^>]*>(.*?)</textarea>|<option value="([^"]+)" selected`).FindAllStringSubmatch(page, -1) {
		form.Set(field[1]+field[3], field[2]+field[4])
	}
	form.Set("editor", "Mara")
	form.Set("identity", "anonymous")
	form.Set("act", "offer")
	form.Set("stance", "actual")
	through := regexp.MustCompile(`<option value="([0-9-]+)">the harbour office`).FindStringSubmatch(page)
	if through == nil {
		t.Fatalf("nobody is offered through whom it came:\n%s", page)
	}
	form.Set("within", through[1])
	if w := post(d, official, form); w.Code != http.StatusSeeOther {
		t.Errorf("through another: status %d: %s", w.Code, w.Body)
	}
	if body := get(d, "/report/3").Body.String(); !strings.Contains(body, `through <bdi>the harbour office`) {
		t.Error("through whom it came is not told")
	}
	if w := post(d, official, url.Values{"verdict": {"wrong"}, "editor": {"Mara"}}); w.Code != http.StatusSeeOther {
		t.Errorf("wrong as a whole: status %d", w.Code)
	}
	if strings.Contains(get(d, "/report/3").Body.String(), `<bdi>a senior official</bdi></b>`) {
		t.Error("what is wrong is still shown")
	}
}

// TestTalksPage: a cell opens by its address, and since when is marked can be chosen.
func TestTalksPage(t *testing.T) {
	d := deskWith(t, affairTexts(t, "river-accord")...)
	body := get(d, "/story/1/talks").Body.String()
	for _, want := range []string{"Lower Masca", "12 inspectors", "reported agreed", "Awaited answers", "25 May 2029", "with or without a deal", "told both ways", `class="moved"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(body, "the oldest first") {
		t.Error("a cell is open that nobody opened")
	}
	_, href, _ := strings.Cut(body, `<a class="cell" href="`)
	href, _, _ = strings.Cut(href, "#")
	opened := get(d, strings.ReplaceAll(href, "&amp;", "&")).Body.String()
	if !strings.Contains(opened, "the oldest first") || !strings.Contains(opened, "a senior official in Halvick") {
		t.Error("a cell does not open")
	}
	if body := get(d, "/story/1/talks?since=2030-01-01").Body.String(); !strings.Contains(body, "Nothing moved since 1 January 2030") || strings.Contains(body, `class="moved"`) {
		t.Error("something moved after the last report")
	}
	if w := get(d, "/story/1/talks?day=soon"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a day that is none: status %d", w.Code)
	}
	if w := post(d, "/story/1/talks/seen", url.Values{"upto": {"1893456000"}}); w.Code != http.StatusSeeOther || !strings.Contains(w.Header().Get("Set-Cookie"), "hearsay-talks=1893456000; Path=/story/1/talks") {
		t.Errorf("seen: status %d, %s", w.Code, w.Header().Get("Set-Cookie"))
	}
	if fresh := get(d, "/story/1/talks/fresh?made=1").Body.String(); !strings.Contains(fresh, "moves since this page was made") || strings.Contains(fresh, "<html") {
		t.Errorf("what is fresh is %q", fresh)
	}
	feed := get(d, "/story/1/talks/atom").Body.String()
	for _, want := range []string{"<feed", "refused by Lower Masca", "urn:hearsay:move:status:refused:"} {
		if !strings.Contains(feed, want) {
			t.Errorf("the feed does not say %q", want)
		}
	}
}

// TestMissed adds somebody whom the machine did not read, and refuses what the report
// does not say.
func TestMissed(t *testing.T) {
	d := deskWith(t, "Outlet: Radio Drenn\nURL: https://drenn.example/a\n\nThe bridge stays closed, said Mara Holt, the mayor.\n\nThe verdict of Ilse Corran, the builder: the bridge will fall. Rain fell on Orl.")
	page := get(d, "/report/1").Body.String()
	link := regexp.MustCompile(`/report/1/1/missed/(\d+)`).FindAllStringSubmatch(page, -1)
	if len(link) != 2 {
		t.Fatalf("the report offers %v", link)
	}
	path := "/report/1/1/missed/" + link[1][1]
	if body := get(d, path).Body.String(); !strings.Contains(body, "The verdict of Ilse Corran") || strings.Contains(body, "stays closed") {
		t.Errorf("it asks %s", body)
	}
	form := url.Values{"content": {"the bridge will fall"}, "source": {"Ilse Corran, the builder"}, "cue": {"verdict"}, "identity": {"named-person"},
		"actor": {"Ilse Corran"}, "act": {"prediction"}, "stance": {"possible"}, "editor": {"Mara"}}
	for field, wrong := range map[string]string{"content": "the bridge will stand", "editor": "", "actor": "Maro Teck", "act": "song"} {
		bad := maps.Clone(form)
		bad.Set(field, wrong)
		if w := post(d, path, bad); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `role="alert"`) {
			t.Errorf("%s %q: status %d", field, wrong, w.Code)
		}
	}
	if w := post(d, path, form); w.Code != http.StatusSeeOther || !strings.Contains(w.Header().Get("Location"), "#a") {
		t.Fatalf("status %d to %q: %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	if body := get(d, "/report/1").Body.String(); !strings.Contains(body, "Ilse Corran, the builder</bdi></b>") || !strings.Contains(body, "checked") {
		t.Error("it is not in the margin")
	}
	var line review.Line
	if err := json.Unmarshal(get(d, "/review.jsonl?texts=whole").Body.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if r := line.Readings; len(r) != 1 || r[0].Verdict != review.Added || r[0].Cue.Text != "verdict" || r[0].By[0] != "Mara" || r[0].Machine != nil {
		t.Errorf("it is exported as %+v", r)
	}
}

// TestWhoIsWho merges two actors of a story, takes that back, and splits one.
func TestWhoIsWho(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	// A browser that has changed something says so for a while.
	get := func(d *Desk, path string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "http://localhost"+path, nil)
		r.AddCookie(&http.Cookie{Name: editedCookie, Value: "1"})
		return answer(d, r)
	}
	path := func(name string) string {
		t.Helper()
		m := regexp.MustCompile(`href="(/story/1/actor/\d+)"><bdi>` + name + `<`).FindStringSubmatch(get(d, "/story/1").Body.String())
		if m == nil {
			return ""
		}
		return m[1]
	}
	frey, teck := path("Dagny Frey"), path("Maro Teck")
	if frey == "" || teck == "" {
		t.Fatal("the story does not name them")
	}
	number := teck[strings.LastIndex(teck, "/")+1:]
	if w := post(d, frey+"/merge", url.Values{"other": {number}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "write your name") {
		t.Errorf("unsigned: status %d", w.Code)
	}
	w := post(d, frey+"/merge", url.Values{"other": {number}, "editor": {"Mara"}, "note": {"a test"}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	one := get(d, w.Header().Get("Location")).Body.String()
	if !strings.Contains(one, "Maro Teck") || !strings.Contains(one, "What people said of who it is") || !strings.Contains(one, "a test") {
		t.Errorf("they are not one: %s", one)
	}
	if path("Dagny Frey") != "" && path("Maro Teck") != "" {
		t.Error("the story still lists both")
	}
	m := regexp.MustCompile(`name="which" value="(\d+)"`).FindStringSubmatch(one)
	if w := post(d, w.Header().Get("Location")+"/undo", url.Values{"which": {m[1]}, "editor": {"Mara"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d", w.Code)
	}
	if path("Dagny Frey") == "" || path("Maro Teck") == "" {
		t.Error("what was taken back still holds")
	}
	if w := post(d, path("Dagny Frey")+"/split", url.Values{"name": {"Nobody"}, "editor": {"Mara"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "is not called") {
		t.Errorf("a name it has not: status %d", w.Code)
	}
}

// TestLongClaim: of a claim that many repeat the page shows the first places, and
// says how many more there are.
func TestLongClaim(t *testing.T) {
	page := claimPage{ClaimSheet: view.ClaimSheet{Places: make([]view.Said, claimPlaces+30)}}
	page.Origins = []view.OriginLine{{Links: make([]view.LinkLine, claimPlaces+5)}}
	page.shorten()
	if len(page.Places) != claimPlaces || page.More != 30 || len(page.Origins[0].Links) != claimPlaces {
		t.Errorf("%d places, %d more, %d ways", len(page.Places), page.More, len(page.Origins[0].Links))
	}
	few := claimPage{ClaimSheet: view.ClaimSheet{Places: make([]view.Said, 3)}}
	if few.shorten(); len(few.Places) != 3 || few.More != 0 {
		t.Errorf("%d places, %d more of three", len(few.Places), few.More)
	}
}
