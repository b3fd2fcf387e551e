package hearsay

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func phrases(words ...string) (all []Phrase) {
	for _, w := range words {
		all = append(all, Phrase{Words: w})
	}
	return all
}

func TestParseQuery(t *testing.T) {
	for _, c := range []struct {
		text string
		want Query
	}{
		{"", Query{}},
		{"  bridge   closed ", Query{Words: phrases("bridge", "closed")}},
		{`"stays closed" “until Friday”`, Query{Words: phrases("stays closed", "until Friday")}},
		{`by:holt By:"Radio Drenn"`, Query{By: phrases("holt", "Radio Drenn")}},
		{"negotiat*", Query{Words: []Phrase{{"negotiat", true}}}},
		{`-toll -by:mayor`, Query{Without: phrases("toll"), WithoutBy: phrases("mayor")}},
		{"10:30", Query{Words: phrases("10:30")}},
		{"act:denial act:threat stance:denied identity:anonymous", Query{
			Act: []Act{Denial, Threat}, Stance: []Stance{Denied}, Identity: []Identity{Anonymous}}},
		{"about:league through:courier outlet:post story:12", Query{
			About: phrases("league"), Through: phrases("courier"), Outlet: phrases("post"), Story: 12}},
		{"after:2031-04 before:2031-05-02", Query{
			After: time.Date(2031, 4, 1, 0, 0, 0, 0, time.UTC), Before: time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC)}},
	} {
		got, err := ParseQuery(c.text)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %+v, %v; want %+v", c.text, got, err, c.want)
		}
	}
}

func TestParseQueryRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"from:holt":       "there is no field from:",
		`"stays closed`:   "is not closed",
		"by:":             "nothing after it",
		"-":               "nothing after it",
		"act:shout":       "act:shout is none; there are assertion",
		"identity:named":  "there are named-person",
		"stance:x":        "there are actual",
		"story:first":     "is no story",
		"story:0":         "is no story",
		"before:tomorrow": "is no date",
		"-act:denial":     "cannot be left out",
		"—":               "has no word",
		`by:"."`:          "has no word",
	} {
		if _, err := ParseQuery(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// What a query is written as is read as the same query.
func FuzzParseQuery(f *testing.F) {
	for _, seed := range []string{`bridge "stays closed" by:holt -by:“radio drenn” act:denial after:2031-04 story:3`, `«a "b" c»`, "10:30 x*", `-"a b" about:ü`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := ParseQuery(text)
		if err != nil {
			return
		}
		again, err := ParseQuery(q.String())
		if err != nil || !reflect.DeepEqual(q, again) {
			t.Fatalf("%q is %+v, written %q, read as %+v, %v", text, q, q.String(), again, err)
		}
	})
}
