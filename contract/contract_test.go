package contract_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/recordtest"
)

const (
	text = "“Né à Drenn”, an aide said.\n\nRadio Drenn said the League had agreed to free 30 captives.\n"
	said = `
		an aide     | said   | “Né à Drenn”                               | direct   | 930
		Radio Drenn | said@2 | the League had agreed to free 30 captives  | indirect | 812
		the League  | had agreed | to free 30 captives                    | indirect | 400 | 1
	`
)

// full returns a record in which every field is filled.
func full() hearsay.Record {
	r := recordtest.Must(text, said)
	span := hearsay.Span{Start: 0, End: len("“Né")}
	zero, thirty := 0, 30.0
	chain := []hearsay.Voice{
		{Identity: hearsay.OutletIdentity},
		{
			Actor: &zero, As: &span, Identity: hearsay.Anonymous, Medium: hearsay.Call,
			Occasion:  &hearsay.Occasion{Date: "2031-04-02", Place: "Drenn", Audience: "reporters"},
			Anonymity: &hearsay.Anonymity{Why: "not allowed to speak", Proximity: "close to the talks", Number: "one"},
		},
	}
	r.Report.URL, r.Report.Outlet, r.Report.Headline, r.Report.Byline = "https://drenn.example/1", "Radio Drenn", "Aide speaks", []string{"Mara Holt"}
	r.Report.Published = time.Date(2031, 4, 2, 9, 30, 0, 0, time.FixedZone("", 2*60*60))
	r.Report.Updated = r.Report.Published.Add(time.Hour)
	r.Dateline, r.Credit, r.Note, r.Related = "DRENN, 2 April", "Norden Press", "[Adds toll]", []string{"Read more"}
	r.Actors = []hearsay.Actor{{Name: "Radio Drenn", Kind: hearsay.Outlet, Aliases: []string{"the radio"}, Descriptions: []hearsay.Description{{Words: span, By: &zero}}}}
	a := &r.Attributions[0]
	a.Chain, a.Addressee, a.Act, a.Stance, a.Condition, a.Regardless = chain, &zero, hearsay.Promise, hearsay.Planned, &span, &span
	r.OwnVoice = []hearsay.OwnVoice{{Span: span}}
	r.Figures = []hearsay.Figure{{
		Span: span, Noun: &span, State: "held", Unit: "people", Stance: hearsay.Actual, Where: "Drenn", Low: &thirty, High: &thirty,
		Qualifier: hearsay.Exactly, AsOf: "2031-04-02", Chain: chain, Attribution: &zero,
	}}
	r.Moments = []hearsay.Moment{{Span: span, Type: hearsay.Date, Value: "2031-04-04"}}
	r.Skipped = []hearsay.Skip{{Span: &span, Why: hearsay.SkipLanguage}}
	return r
}

// bare returns a record in which every list has a member, and no member has
// anything that may be absent.
func bare() hearsay.Record {
	r := recordtest.Must("Nobody.", "- | - | Nobody | indirect | 0")
	r.Report.Path, r.Language = "", ""
	span := hearsay.Span{Start: 0, End: 1}
	voices := []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {Identity: hearsay.Role, Occasion: &hearsay.Occasion{}, Anonymity: &hearsay.Anonymity{}}}
	r.Actors = []hearsay.Actor{{Kind: hearsay.Person, Descriptions: []hearsay.Description{{Words: span}}}}
	r.Attributions[0].Chain = voices
	r.OwnVoice = []hearsay.OwnVoice{{Span: span}}
	r.Figures = []hearsay.Figure{{Span: span}}
	r.Moments = []hearsay.Moment{{Span: span, Type: hearsay.Set}}
	r.Skipped = []hearsay.Skip{{Why: hearsay.SkipEmpty}}
	return r
}

func TestOfCountsCodePoints(t *testing.T) {
	line := contract.Of(full())
	source := line.Attributions[1].Source
	if want := (contract.Span{Start: 29, End: 40, Text: "Radio Drenn"}); *source != want {
		t.Errorf("source %+v, want %+v", *source, want)
	}
	runes := []rune(line.Report.Text)
	for _, s := range spans(reflect.ValueOf(line)) {
		if got := string(runes[s.Start:s.End]); got != s.Text {
			t.Errorf("code points [%d,%d) are %q, the span says %q", s.Start, s.End, got, s.Text)
		}
	}
}

// spans returns every span within v.
func spans(v reflect.Value) []contract.Span {
	var found []contract.Span
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return spans(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = append(found, spans(v.Index(i))...)
		}
	case reflect.Struct:
		if s, ok := v.Interface().(contract.Span); ok {
			return []contract.Span{s}
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				found = append(found, spans(v.Field(i))...)
			}
		}
	}
	return found
}

// TestRunNumbersOn: no two attributions of a run share an id, no two actors do,
// and what points at them points at the same ones as before.
func TestRunNumbersOn(t *testing.T) {
	var run contract.Run
	first, second := run.Line(full()), run.Line(full())
	if got := first.Attributions[0].ID; got != 1 {
		t.Errorf("the first attribution is %d, want 1", got)
	}
	if got := second.Attributions[0].ID; got != 4 {
		t.Errorf("the second report's first attribution is %d, want 4", got)
	}
	if got, want := *second.Attributions[2].Within, second.Attributions[1].ID; got != want {
		t.Errorf("within %d, want %d", got, want)
	}
	if got, want := *second.Figures[0].Attribution, second.Attributions[0].ID; got != want {
		t.Errorf("the figure stands in %d, want %d", got, want)
	}
	actor := second.Actors[0]
	if actor.ID != 2 || *actor.Descriptions[0].By != 2 || *second.Attributions[0].Chain[1].Actor != 2 {
		t.Errorf("the second report's actor is not 2 everywhere: %+v", actor)
	}
}

// TestNothingIsLeftOut: the JSON of a record without anything has every key
// that the JSON of a full one has, with [] or null.
func TestNothingIsLeftOut(t *testing.T) {
	want, got := decoded(t, contract.Of(full())), decoded(t, contract.Of(hearsay.Record{}))
	for key, value := range want {
		empty, ok := got[key]
		if !ok {
			t.Errorf("%s is missing from an empty record", key)
		}
		if _, isList := value.([]any); isList && !reflect.DeepEqual(empty, []any{}) {
			t.Errorf("%s of an empty record is %v, want []", key, empty)
		}
	}
	want, got = want["report"].(map[string]any), got["report"].(map[string]any)
	for key := range want {
		if _, ok := got[key]; !ok {
			t.Errorf("report.%s is missing from an empty record", key)
		}
	}
}

func TestOutputFitsSchema(t *testing.T) {
	schema := compiled(t)
	for name, record := range map[string]hearsay.Record{"full": full(), "bare": bare(), "empty": {}} {
		if err := schema.Validate(any(decoded(t, contract.Of(record)))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRefuses: the schema is not one that lets everything pass.
func TestSchemaRefuses(t *testing.T) {
	schema := compiled(t)
	breaks := map[string]func(line map[string]any){
		"another version": func(l map[string]any) { l["schema"] = 2.0 },
		"a missing field": func(l map[string]any) { delete(l, "times") },
		"null for a list": func(l map[string]any) { l["figures"] = nil },
		"an unknown act":  func(l map[string]any) { l["attributions"].([]any)[0].(map[string]any)["act"] = "whisper" },
		"no content":      func(l map[string]any) { l["attributions"].([]any)[0].(map[string]any)["content"] = []any{} },
		"a bare confidence": func(l map[string]any) {
			l["attributions"].([]any)[0].(map[string]any)["confidence"] = 930.0
		},
	}
	for name, spoil := range breaks {
		line := decoded(t, contract.Of(full()))
		spoil(line)
		if schema.Validate(any(line)) == nil {
			t.Errorf("%s passed", name)
		}
	}
}

func TestLineReadsBack(t *testing.T) {
	want := contract.Of(full())
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got contract.Line
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, again) {
		t.Errorf("a line read back is printed as\n%s\nwant\n%s", again, data)
	}
}

func decoded(t *testing.T, line contract.Line) map[string]any {
	t.Helper()
	data, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(contract.JSONSchema())))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema-1.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema-1.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}
