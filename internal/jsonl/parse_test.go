package jsonl

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/plain"
)

func TestParse(t *testing.T) {
	whole := `{"text": "Outlet: A\n\nShe said so.\r\n", "id": "n-7", "path": "a.txt", "url": "https://a.example/1",
		"outlet": "Radio Drenn", "headline": "Talks", "language": "en", "byline": ["Ada Holt", "Omar Diaz"],
		"published": "2031-04-02T09:30:00+02:00", "updated": "2031-04-03", "extra": {"deep": [1, {}]}, "Text": "no"}`
	want := Object{ID: json.RawMessage(`"n-7"`), Report: hearsay.Report{
		Path: "a.txt", URL: "https://a.example/1", Outlet: "Radio Drenn", Headline: "Talks", Language: "en",
		Byline: []string{"Ada Holt", "Omar Diaz"}, Text: "Outlet: A\n\nShe said so.\r\n",
		Published: time.Date(2031, 4, 2, 9, 30, 0, 0, time.FixedZone("", 7200)), Updated: time.Date(2031, 4, 3, 0, 0, 0, 0, time.UTC),
	}}
	got, err := Parse([]byte(whole))
	if err != nil || !got.Report.Published.Equal(want.Report.Published) {
		t.Fatalf("%+v, %v", got, err)
	}
	got.Report.Published = want.Report.Published
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestParseTakesNullForNothing(t *testing.T) {
	got, err := Parse([]byte(`{"id":null,"text":"A.","html":null,"url":null,"byline":null,"published":null}`))
	if want := (Object{Report: hearsay.Report{Text: "A."}}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestParseFields(t *testing.T) {
	tests := []struct {
		line string
		got  func(Object) any
		want any
	}{
		{`{"id":17,"text":"A."}`, func(o Object) any { return string(o.ID) }, "17"},
		{`{"id":-1.50e3,"text":"A."}`, func(o Object) any { return string(o.ID) }, "-1.50e3"},
		{`{"id":"<b>&\u00e9","text":"A."}`, func(o Object) any { return string(o.ID) }, `"<b>&\u00e9"`},
		{`{"byline":"By Ada Holt and Omar Diaz","text":"A."}`, func(o Object) any { return len(o.Report.Byline) }, 2},
		{`{"html":"<p>A.</p>"}`, func(o Object) any { return o.HTML }, "<p>A.</p>"},
		{`{"html":"<p>A.</p>","text":"B."}`, func(o Object) any { return o.HTML + o.Report.Text }, "B."},
		{`{"text":"A.","text":"B."}`, func(o Object) any { return o.Report.Text }, "B."},
		{`{"text":"\ud83d\ude00 \ud83d \u0000"}`, func(o Object) any { return o.Report.Text }, "😀 \uFFFD \x00"},
		{`{"text":"` + "\uFEFF" + `A."}`, func(o Object) any { return o.Report.Text }, "\uFEFFA."},
	}
	for _, test := range tests {
		object, err := Parse([]byte(test.line))
		if _, ok := plain.Warnings(err); !ok || test.got(object) != test.want {
			t.Errorf("%s: %q, %v, want %q", test.line, test.got(object), err, test.want)
		}
	}
}

func TestParseFails(t *testing.T) {
	tests := []struct {
		line, id, want string
		err            error
	}{
		{"", "", "the line is empty: write one JSON object on each line", ErrBlank},
		{" \t", "", "the line is empty: write one JSON object on each line", ErrBlank},
		{"She said so.", "", "is not JSON (invalid character 'S' looking for beginning of value, byte 1): write one JSON object on each line", ErrNotJSON},
		{`{"text":"A."`, "", "is not JSON (unexpected end of JSON input, byte 12): write one JSON object on each line", ErrNotJSON},
		{`{"text":"A."} {}`, "", "is not JSON (invalid character '{' after top-level value, byte 15): write one JSON object on each line", ErrNotJSON},
		{`["A."]`, "", "is a JSON array, not an object: write one JSON object on each line", ErrNotJSON},
		{`7`, "", "is a JSON number, not an object: write one JSON object on each line", ErrNotJSON},
		{`null`, "", "is null, not an object: write one JSON object on each line", ErrNotJSON},
		{`{"id":7}`, "7", `has neither "text" nor "html": give it one`, ErrNoText},
		{`{"id":7,"Text":"A."}`, "7", `has neither "text" nor "html": give it one`, ErrNoText},
		{`{"id":7,"text":null}`, "7", `has neither "text" nor "html": give it one`, ErrNoText},
		{`{"id":7,"text":["A."]}`, "7", `"text" is a list and must be a string: see 'hearsay read --help' for the fields`, ErrType},
		{`{"id":7,"text":{}}`, "7", `"text" is an object and must be a string: see 'hearsay read --help' for the fields`, ErrType},
		{`{"id":{},"text":"A."}`, "", `"id" is an object and must be a string or a number: see 'hearsay read --help' for the fields`, ErrType},
		{`{"id":true,"text":"A."}`, "", `"id" is true or false and must be a string or a number: see 'hearsay read --help' for the fields`, ErrType},
		{`{"byline":[1],"text":"A."}`, "", `"byline" is a list and must be a string or a list of strings: see 'hearsay read --help' for the fields`, ErrType},
		{`{"published":1922000000,"text":"A."}`, "", `"published" is a number and must be a string: see 'hearsay read --help' for the fields`, ErrType},
		{`{"id":"x","text":" \n"}`, `"x"`, "is empty: give it the text of a report", plain.ErrEmpty},
		{`{"id":"x","text":"` + strings.Repeat(`\u0001\u0000`, 9) + `"}`, `"x"`, "is not a text: save the report as plain text or HTML first", plain.ErrBinary},
		{strings.Repeat("[", 20_000), "", "", ErrNotJSON},
	}
	for _, test := range tests {
		object, err := Parse([]byte(test.line))
		if !errors.Is(err, test.err) || test.want != "" && err.Error() != test.want {
			t.Errorf("%.60s: %v\nwant %s", test.line, err, test.want)
		}
		if string(object.ID) != test.id {
			t.Errorf("%.60s: id %s, want %s", test.line, object.ID, test.id)
		}
	}
}

// What costs no text is a warning.
func TestParseWarns(t *testing.T) {
	object, err := Parse([]byte(`{"text":"Caf` + "\xE9" + ` owners said so.","published":"soon","updated":"2031-02-30","headline":"A"}`))
	warnings, ok := plain.Warnings(err)
	if !ok || len(warnings) != 3 || object.Report.Text != "Caf\uFFFD owners said so." || object.Report.Headline != "A" {
		t.Errorf("%+v, %v", object, err)
	}
	if !object.Report.Published.IsZero() || !object.Report.Updated.IsZero() {
		t.Errorf("dates %v and %v", object.Report.Published, object.Report.Updated)
	}
}

// Any text comes through as it is.
func TestTextComesThrough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.String().Draw(t, "text") + "x"
		line, err := json.Marshal(map[string]any{"text": want})
		if err != nil {
			t.Fatal(err)
		}
		object, err := Parse(line)
		if errors.Is(err, plain.ErrBinary) {
			return
		}
		if err != nil || object.Report.Text != want {
			t.Fatalf("%q, %v, want %q", object.Report.Text, err, want)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"text":"A."}`, `{"text":"A.","id":7}`, `{"id":"\ud800","html":"<p>"}`, `{"text":"` + "\xff" + `"}`, `[]`, `nul`, `{"text":"\`,
		`{"text":"a","published":"2031-04-02T09:30:00+24:00"}`, `{"byline":["a",null],"text":"b"}`, `{"id":1e999,"text":"a"}`, "\uFEFF{}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		object, err := Parse(data)
		if err != nil && strings.Contains(err.Error(), "\n") && !isWarnings(err) {
			t.Fatalf("error of more than one line: %q", err)
		}
		if object.ID != nil && (!json.Valid(object.ID) || !utf8.Valid(object.ID)) {
			t.Fatalf("id %q", object.ID)
		}
		if err := object.Report.Check(); err != nil {
			t.Fatal(err)
		}
		if _, err := object.Report.Published.MarshalJSON(); err != nil {
			t.Fatal(err)
		}
		if isWarnings(err) && object.Report.Text == "" && object.HTML == "" {
			t.Fatal("neither text nor error")
		}
	})
}

func isWarnings(err error) bool {
	_, ok := plain.Warnings(err)
	return ok
}
