package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/reader"
	"hearsay/tracer"
)

// text has a character of several bytes before all that is read.
const text = "“Ünder no flag”, the league said. Mara Holt, the mayor, said the bridge stays closed until Friday."

func newAPI(t *testing.T) http.Handler {
	t.Helper()
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Archive: kept, Shelf: dossier.NewShelf(kept, tracer.New, time.Now), Read: r.Read,
		Page: func([]byte) (hearsay.Report, error) { return hearsay.Report{}, errors.New("is no page") },
		User: func(context.Context) string { return "" }})
}

// call returns the status of an answer, and reads its body into out.
func call(t *testing.T, h http.Handler, method, path, body string, out any) int {
	t.Helper()
	r := httptest.NewRequest(method, Base+path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if out != nil {
		if err := json.Unmarshal(w.Body.Bytes(), out); err != nil {
			t.Fatalf("%s %s: %v in %s", method, path, err, w.Body)
		}
	}
	return w.Code
}

func added(t *testing.T, h http.Handler) (a Added) {
	t.Helper()
	in, _ := json.Marshal(Incoming{Text: text, Outlet: "Radio Drenn", URL: "https://drenn.example/1", Published: "2031-04-02"})
	if status := call(t, h, "POST", "/reports", string(in), &a); status != http.StatusCreated || a.Outcome != "new" {
		t.Fatalf("status %d, %+v", status, a)
	}
	return a
}

func TestReadAndKeep(t *testing.T) {
	h := newAPI(t)
	var line contract.Line
	in, _ := json.Marshal(Incoming{Text: text, Published: "2031-04-02"})
	if status := call(t, h, "POST", "/read", string(in), &line); status != http.StatusOK || len(line.Attributions) == 0 {
		t.Fatalf("read: status %d, %d attributions", status, len(line.Attributions))
	}
	var none Revisions
	if call(t, h, "GET", "/reports", "", &none); len(none.Items) != 0 {
		t.Error("what was only read is kept")
	}
	a := added(t, h)
	var kept contract.Line
	call(t, h, "GET", "/revisions/"+strconv.FormatInt(a.Revision, 10)+"/record", "", &kept)
	if len(kept.Attributions) != len(line.Attributions) || kept.Report.Text != text {
		t.Errorf("what is kept is another record")
	}
	var all Revisions
	call(t, h, "GET", "/reports?changed_since=", "", &all)
	if len(all.Items) != 1 || all.Items[0].Hash != a.Hash || all.More {
		t.Errorf("the changes are %+v", all)
	}
	var later Revisions
	if call(t, h, "GET", "/reports?changed_since="+all.Next, "", &later); len(later.Items) != 0 || later.Next != all.Next {
		t.Errorf("after the last change come %+v", later)
	}
}

// TestCorrection: offsets count code points outside and bytes inside.
func TestCorrection(t *testing.T) {
	h := newAPI(t)
	a := added(t, h)
	record := "/revisions/" + strconv.FormatInt(a.Revision, 10) + "/record"
	var line contract.Line
	call(t, h, "GET", record, "", &line)
	last := line.Attributions[len(line.Attributions)-1]
	made := Correction{Revision: a.Hash, Start: last.Cue.Start, End: last.Cue.End, Role: "act", Verdict: "instead", Value: "denial", Editor: "Mara"}
	body, _ := json.Marshal(made)
	var kept Correction
	if status := call(t, h, "POST", "/corrections", string(body), &kept); status != http.StatusCreated || kept.Start != made.Start || kept.End != made.End {
		t.Fatalf("status %d, %+v", status, kept)
	}
	call(t, h, "GET", record, "", &line)
	if got := line.Attributions[len(line.Attributions)-1].Act; got == nil || *got != hearsay.Denial {
		t.Errorf("the act is %v", got)
	}
	call(t, h, "GET", record+"?machine=true", "", &line)
	if got := line.Attributions[len(line.Attributions)-1].Act; got != nil && *got == hearsay.Denial {
		t.Error("the machine's own reading is changed")
	}
	if status := call(t, h, "DELETE", "/corrections/"+strconv.FormatInt(kept.ID, 10), "", nil); status != http.StatusNoContent {
		t.Errorf("taking it back: status %d", status)
	}
	var all Corrections
	if call(t, h, "GET", "/corrections", "", &all); len(all.Items) != 1 || all.Items[0].Undone == nil {
		t.Errorf("what was taken back is %+v", all.Items)
	}
}

// TestMissedAttribution: what is added is in the record, with offsets in code points.
func TestMissedAttribution(t *testing.T) {
	h := newAPI(t)
	a := added(t, h)
	record := "/revisions/" + strconv.FormatInt(a.Revision, 10) + "/record"
	point := func(words string) Span {
		start := utf8.RuneCountInString(text[:strings.Index(text, words)])
		return Span{start, start + utf8.RuneCountInString(words)}
	}
	cue := point("until")
	body, _ := json.Marshal(Correction{Revision: a.Hash, Role: "attribution", Verdict: "added", Editor: "Mara", Missed: &Missed{Cue: &cue, Content: []Span{point("Friday")},
		Chain: []MissedHop{{Actor: "Mara Holt", Identity: "named-person"}}, Act: "promise"}})
	var kept Correction
	if status := call(t, h, "POST", "/corrections", string(body), &kept); status != http.StatusCreated || kept.Missed == nil || kept.Missed.Content[0] != point("Friday") || kept.Start != cue.Start {
		t.Fatalf("status %d, %+v", status, kept)
	}
	var line contract.Line
	call(t, h, "GET", record, "", &line)
	last := line.Attributions[len(line.Attributions)-1]
	if last.Content[0].Text != "Friday" || last.Content[0].Start != point("Friday").Start || len(last.Chain) != 2 {
		t.Errorf("it is shown as %+v", last)
	}
	for _, bad := range []string{`{"revision":"` + a.Hash + `","start":0,"end":0,"role":"attribution","verdict":"added","editor":"x"}`,
		`{"revision":"` + a.Hash + `","start":0,"end":0,"role":"attribution","verdict":"added","editor":"x","missed":{"content":[{"start":1,"end":9000}],"chain":[{"identity":"anonymous"}]}}`} {
		if status := call(t, h, "POST", "/corrections", bad, nil); status != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d", bad, status)
		}
	}
}

func TestRefusedRequests(t *testing.T) {
	h := newAPI(t)
	added(t, h)
	for _, c := range []struct {
		method, path, body string
		status             int
	}{
		{"POST", "/read", `{}`, 422},
		{"POST", "/read", `{"text":"a","html":"b"}`, 422},
		{"POST", "/read", `{"text":"a","published":"soon"}`, 422},
		{"POST", "/read", `{"html":"b"}`, 422},
		{"POST", "/read", `{"address":"https://drenn.example/"}`, 422},
		{"POST", "/read", `{"text":`, 400},
		{"GET", "/search", "", 422},
		{"GET", "/search?q=act:rain", "", 422},
		{"GET", "/reports?changed_since=x", "", 422},
		{"GET", "/reports/99", "", 404},
		{"GET", "/reports/0", "", 422},
		{"GET", "/revisions/99/record", "", 404},
		{"GET", "/stories/99/trace", "", 404},
		{"GET", "/statements/99", "", 404},
		{"POST", "/feeds", `{"url":"file:///etc/passwd"}`, 422},
		{"DELETE", "/feeds/9", "", 404},
		{"GET", "/webhooks", "", 501},
		{"POST", "/corrections", `{"revision":"x","start":0,"end":1,"role":"act","verdict":"instead","value":"denial"}`, 404},
	} {
		var told struct{ Detail string }
		if status := call(t, h, c.method, c.path, c.body, &told); status != c.status || told.Detail == "" {
			t.Errorf("%s %s %s: status %d, %q; want %d", c.method, c.path, c.body, status, told.Detail, c.status)
		}
	}
}

// TestMapSpans turns offsets over.
func TestMapSpans(t *testing.T) {
	double := func(n int) (int, bool) { return 2 * n, n < 50 }
	for _, c := range []struct {
		in, want string
		ok       bool
	}{{"12-30 40-42", "24-60 80-84", true}, {"", "", true}, {"12-60", "", false}} {
		got, err := mapSpans(c.in, double)
		if (err == nil) != c.ok || c.ok && got != c.want {
			t.Errorf("mapSpans(%q) is %q, %v", c.in, got, err)
		}
	}
}

// TestClaimsFromTables: claims are answered as they were when their stories were
// compared, and say as of when that is.
func TestClaimsFromTables(t *testing.T) {
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	shelf := dossier.NewShelf(kept, tracer.New, time.Now)
	shelf.Keep("1")
	h := New(Options{Archive: kept, Shelf: shelf, Read: r.Read, User: func(context.Context) string { return "Mara" }})
	added(t, h)
	var none KeptClaims
	if status := call(t, h, "GET", "/claims", "", &none); status != http.StatusOK || len(none.Items) != 0 {
		t.Errorf("before any comparison: status %d, %+v", status, none)
	}
	if err := shelf.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	var all KeptClaims
	call(t, h, "GET", "/claims?changed_since=0", "", &all)
	if len(all.Items) == 0 || all.Items[0].Words == "" || len(all.Items[0].Origins) == 0 || len(all.Stories) != 1 || all.Stories[0].Stale || all.Next == "" {
		t.Fatalf("after it: %+v", all)
	}
	var later KeptClaims
	if call(t, h, "GET", "/claims?changed_since="+all.Next, "", &later); len(later.Items) != 0 || later.Next != all.Next {
		t.Errorf("after the last change come %+v", later)
	}
	var single KeptClaims
	if call(t, h, "GET", "/claims?one_origin=true", "", &single); len(single.Items) != 0 {
		t.Errorf("a claim of one report is told to have one origin: %+v", single.Items)
	}
	var story Story
	if call(t, h, "GET", "/stories/1", "", &story); story.Claims != len(all.Items) || story.Stale || story.Compared == nil {
		t.Errorf("the story is %+v", story)
	}

	var cast List[Member]
	call(t, h, "GET", "/stories/1/cast", "", &cast)
	if len(cast.Items) < 2 || len(cast.Items[0].Aliases) == 0 || cast.Items[0].Aliases[0].Why == "" {
		t.Fatalf("the cast is %+v", cast.Items)
	}
	made := `{"actor":"1","other":"2","note":"its own site says so"}`
	var verdict ActorVerdict
	if status := call(t, h, "POST", "/stories/1/verdicts", made, &verdict); status != http.StatusCreated || !verdict.Same || verdict.Editor != "Mara" {
		t.Fatalf("status %d, %+v", status, verdict)
	}
	if call(t, h, "GET", "/stories/1", "", &story); !story.Stale {
		t.Error("the story's claims are not said to be stale")
	}
	var fewer List[Member]
	if call(t, h, "GET", "/stories/1/cast", "", &fewer); len(fewer.Items) != len(cast.Items)-1 {
		t.Errorf("%d actors of %d are left after two were made one", len(fewer.Items), len(cast.Items))
	}
	for _, bad := range []string{`{"actor":"1"}`, `{"actor":"99","other":"1"}`, `{"actor":"1","other":"2","names":["x"]}`, `{"actor":"1","names":["nobody"]}`} {
		if status := call(t, h, "POST", "/stories/1/verdicts", bad, nil); status != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d", bad, status)
		}
	}
	if status := call(t, h, "DELETE", "/verdicts/1", "", nil); status != http.StatusNoContent {
		t.Errorf("taking it back: status %d", status)
	}
	if status := call(t, h, "DELETE", "/verdicts/1", "", nil); status != http.StatusNotFound {
		t.Errorf("taking it back twice: status %d", status)
	}
	var verdicts List[ActorVerdict]
	if call(t, h, "GET", "/stories/1/verdicts", "", &verdicts); len(verdicts.Items) != 1 || verdicts.Items[0].UndoneBy != "Mara" {
		t.Errorf("the verdicts are %+v", verdicts.Items)
	}
}

// TestPartsOfAddresses: what stands in an address and what follows it reach the answer.
func TestPartsOfAddresses(t *testing.T) {
	h := newAPI(t)
	withAffair(t, h)
	if status := call(t, h, "GET", "/stories/1/claims/1", "", nil); status != http.StatusOK {
		t.Errorf("a claim: status %d", status)
	}
	var first, second Statements
	call(t, h, "GET", "/search?q=act:assertion&limit=2", "", &first)
	if len(first.Items) != 2 || first.Past == 0 {
		t.Fatalf("a page of two has %d, past %d", len(first.Items), first.Past)
	}
	call(t, h, "GET", "/search?q=act:assertion&limit=2&past="+strconv.FormatInt(first.Past, 10), "", &second)
	if len(second.Items) == 0 || second.Items[0].ID >= first.Past {
		t.Errorf("after %d comes %+v", first.Past, second.Items)
	}
}
