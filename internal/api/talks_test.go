package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"hearsay/contract"
	"hearsay/internal/hook"
	"hearsay/internal/plain"
)

// withAffair adds the reports of an invented affair.
func withAffair(t *testing.T, h http.Handler) {
	t.Helper()
	files, err := filepath.Glob("../../eval/scenarios/river-accord/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("found %q, %v", files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := plain.Parse("", data)
		if err != nil {
			t.Fatal(err)
		}
		in, _ := json.Marshal(Incoming{Text: r.Text, Outlet: r.Outlet, URL: r.URL, Headline: r.Headline, Published: r.Published.Format("2006-01-02T15:04:05Z07:00")})
		if status := call(t, h, "POST", "/reports", string(in), nil); status != http.StatusCreated {
			t.Fatalf("%s: status %d", name, status)
		}
	}
}

func TestTalks(t *testing.T) {
	h := newAPI(t)
	withAffair(t, h)
	var talks List[contract.Talks]
	call(t, h, "GET", "/stories/1/talks", "", &talks)
	if len(talks.Items) == 0 || talks.Items[0].Key == "" || len(talks.Items[0].Proposals) < 2 {
		t.Fatalf("talks %+v", talks)
	}
	var all, some List[hook.Move]
	call(t, h, "GET", "/stories/1/talks/moves", "", &all)
	call(t, h, "GET", "/stories/1/talks/moves?since=2029-05-16", "", &some)
	if len(all.Items) < 10 || len(some.Items) == 0 || len(some.Items) >= len(all.Items) {
		t.Errorf("%d moves, %d since the 16th", len(all.Items), len(some.Items))
	}
	if len(all.Items) == 0 {
		var problem any
		t.Fatalf("status %d, %v", call(t, h, "GET", "/stories/1/talks/moves", "", &problem), problem)
	}
	put := all.Items[0]
	decision := TalksDecision{Kind: "correct", At: []Words{{put.Hash, put.Start, put.End}}, Field: "status", Value: "agreed", Editor: "Mara"}
	body, _ := json.Marshal(decision)
	var made TalksDecision
	if status := call(t, h, "POST", "/stories/1/talks/decisions", string(body), &made); status != http.StatusCreated || made.At[0] != decision.At[0] || made.Added == nil {
		t.Fatalf("status %d, %+v", status, made)
	}
	path := fmt.Sprintf("/stories/1/talks/decisions/%d", made.ID)
	if status := call(t, h, "DELETE", path, "", nil); status != http.StatusNoContent {
		t.Errorf("taking it back: status %d", status)
	}
	if status := call(t, h, "DELETE", path, "", nil); status != http.StatusNotFound {
		t.Errorf("taking it back again: status %d", status)
	}
	var kept List[TalksDecision]
	if call(t, h, "GET", "/stories/1/talks/decisions", "", &kept); len(kept.Items) != 1 || kept.Items[0].Undone == nil || kept.Items[0].Editor != "Mara" {
		t.Errorf("kept are %+v", kept.Items)
	}
}

func TestRefusedDecisions(t *testing.T) {
	h := newAPI(t)
	withAffair(t, h)
	var all List[hook.Move]
	call(t, h, "GET", "/stories/1/talks/moves", "", &all)
	at := fmt.Sprintf(`{"revision":%q,"start":%d,"end":%d}`, all.Items[0].Hash, all.Items[0].Start, all.Items[0].End)
	for _, c := range []struct {
		method, path, body string
		status             int
	}{
		{"POST", "1/talks/decisions", `{"kind":"close","at":[` + at + `]}`, 422},
		{"POST", "1/talks/decisions", `{"kind":"rain","editor":"Mara","at":[` + at + `]}`, 422},
		{"POST", "1/talks/decisions", `{"kind":"name","editor":"Mara","at":[` + at + `]}`, 422},
		{"POST", "1/talks/decisions", `{"kind":"correct","field":"status","value":"sung","editor":"Mara","at":[` + at + `]}`, 422},
		{"POST", "1/talks/decisions", `{"kind":"close","editor":"Mara","at":[{"revision":"none","start":0,"end":3}]}`, 422},
		{"POST", "1/talks/decisions", `{"kind":"close","editor":"Mara","at":[{"revision":"` + all.Items[0].Hash + `","start":0,"end":300000}]}`, 422},
		{"POST", "99/talks/decisions", `{"kind":"close","editor":"Mara","at":[` + at + `]}`, 404},
		{"GET", "99/talks", "", 404},
		{"GET", "1/talks/moves?since=soon", "", 422},
		{"DELETE", "1/talks/decisions/9", "", 404},
	} {
		if status := call(t, h, c.method, "/stories/"+c.path, c.body, nil); status != c.status {
			t.Errorf("%s %s %s: status %d, want %d", c.method, c.path, c.body, status, c.status)
		}
	}
}
