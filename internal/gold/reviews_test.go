package gold

import (
	"strings"
	"testing"
)

const reviewLine = `{"reviews":1,"revision":"a1","extract":false,"text":"“Nié,” said Holt.","blocks":[{"span":{"start":0,"end":17},"kind":"body"}],` +
	`"readings":[{"verdict":"right","source":{"start":12,"end":16},"cue":{"start":7,"end":11},"content":[{"start":0,"end":6}],"machine":null,"by":["Mara"],"against":[]}],"open":[]}`

func TestReviews(t *testing.T) {
	all, err := Reviews("r.jsonl", []byte(reviewLine+"\n\n"))
	if err != nil || len(all) != 1 || len(all[0].Holds) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	r := all[0]
	if a := r.Holds[0]; a.Cue[0].In(r.Text) != "said" || a.Source[0].In(r.Text) != "Holt" || a.Content[0].In(r.Text) != "“Nié,”" {
		t.Errorf("got %+v", a)
	}
	if len(r.Judged) != 1 || len(r.Open) != 0 {
		t.Errorf("judged %v, open %v", r.Judged, r.Open)
	}
}

// TestReviewsThatDiffer: what people judged in two ways is open.
func TestReviewsThatDiffer(t *testing.T) {
	all, err := Reviews("r.jsonl", []byte(strings.Replace(reviewLine, `"against":[]`, `"against":["Ilse"]`, 1)))
	if err != nil || len(all[0].Holds) != 0 || len(all[0].Open) != 1 || len(all[0].Judged) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	all, err = Reviews("r.jsonl", []byte(strings.Replace(reviewLine, `"right"`, `"wrong"`, 1)))
	if err != nil || len(all[0].Holds) != 0 || len(all[0].Judged) != 1 {
		t.Errorf("%+v, %v", all, err)
	}
}

var brokenReviews = []struct{ from, to, want string }{
	{`{"reviews":1`, `{"schema":1`, "r.jsonl:1: is no reviews"},
	{`{"reviews":1`, `{"reviews":2`, "r.jsonl:1: is of form 2"},
	{`"extract":false`, `"extract":true`, "r.jsonl:1: is an extract"},
	{`"end":11}`, `"end":99}`, "r.jsonl:1: range 7 99"},
	{`"content":[{"start":0,"end":6}]`, `"content":[]`, "r.jsonl:1: has a reading without content"},
	{`"open":[]}`, `"open":[]`, "r.jsonl:1: is no JSON"},
	{`"kind":"body"}`, `"kind":"body"},{"span":{"start":1,"end":3},"kind":"body"}`, "r.jsonl:1: has blocks that are not in order"},
}

func TestBrokenReviews(t *testing.T) {
	for _, c := range brokenReviews {
		_, err := Reviews("r.jsonl", []byte(strings.Replace(reviewLine, c.from, c.to, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.to, err, c.want)
		}
	}
}

func FuzzReviews(f *testing.F) {
	f.Add(reviewLine)
	for _, c := range brokenReviews {
		f.Add(strings.Replace(reviewLine, c.from, c.to, 1))
	}
	f.Fuzz(func(t *testing.T, line string) {
		all, err := Reviews("", []byte(line))
		if err != nil {
			return
		}
		for _, r := range all {
			for _, a := range r.Holds {
				if len(a.Cue) == 0 || len(a.Content) == 0 {
					t.Errorf("%+v", a)
				}
			}
		}
	})
}
