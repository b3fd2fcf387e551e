package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"hearsay/internal/review"
)

// TestReviewedIsExported: nothing before anybody judged; attributed words alone
// unless the whole is asked for.
func TestReviewedIsExported(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	if body := get(d, "/review.jsonl?texts=whole").Body.String(); body != "" {
		t.Errorf("without judgements it says %q", body)
	}
	if w := post(d, "/report/1/1/correct/1", url.Values{"verdict": {"right"}, "editor": {"Mara"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d", w.Code)
	}
	for _, c := range []struct {
		path  string
		whole bool
	}{{"/review.jsonl", false}, {"/review.jsonl?texts=whole", true}} {
		var line review.Line
		body := get(d, c.path).Body.String()
		if err := json.Unmarshal([]byte(body), &line); err != nil {
			t.Fatalf("%s: %v in %q", c.path, err, body)
		}
		if whole := strings.HasPrefix(line.Text, "HARLE, May 3"); whole != c.whole || line.Extract == c.whole {
			t.Errorf("%s: extract %v, text %.40q", c.path, line.Extract, line.Text)
		}
		if len(line.Readings) != 1 || line.Readings[0].Verdict != review.Right || line.Readings[0].By[0] != "Mara" || len(line.Open) == 0 {
			t.Errorf("%s: %+v", c.path, line.Readings)
		}
	}
}
