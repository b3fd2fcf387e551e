package intake

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/internal/jsonl"
)

// Each line of a file is a report of its own; what is wrong with one costs it alone.
func TestLinesOfAFile(t *testing.T) {
	root := tree(t, map[string]string{
		"a.jsonl": "\uFEFF{\"text\":\"One.\"}\r\n\n{\"text\":\"Two.\",\"path\":\"two.txt\"}\nThree.\n{\"id\":4}\n" +
			"{\"text\":\"Five.\",\"published\":\"soon\"}\n{\"text\":\"Six.\"}",
		"b": `{"text":"By its content."}`,
		"c": "{\n  \"text\": \"Over several lines.\"\n}\n",
		"d": "{not JSON at all}",
	})
	var warnings []string
	opt := Options{Warn: func(err error) { warnings = append(warnings, strings.ReplaceAll(err.Error(), root, "")) }}
	in := func(name string) string { return filepath.Join(root, name) }
	checkRead(t, read(t, root, opt, in("a.jsonl"), in("b"), in("c"), in("d")), []string{
		"a.jsonl:1: One.",
		"two.txt: Two.",
		"a.jsonl:4: is not JSON (invalid character 'T' looking for beginning of value, byte 1): write one JSON object on each line",
		`a.jsonl:5: has neither "text" nor "html": give it one`,
		"a.jsonl:6: Five.",
		"a.jsonl:7: Six.",
		"b:1: By its content.",
		"c: " + ErrJSON.Error(),
		"d: {not JSON at all}",
	})
	checkRead(t, warnings, []string{`/a.jsonl:6: published: "soon" is not a date: write it as 2006-01-02T15:04:05Z, 2006-01-02 15:04 or 2006-01-02`})
}

// A first line longer than what is looked at tells itself by its beginning.
func TestLongFirstLine(t *testing.T) {
	long := strings.Repeat("word ", sniffSize)
	checkRead(t, read(t, "", Options{Stdin: strings.NewReader(`{"text":"` + long + `"}`)}, "-"), []string{"-:1: " + long})
}

func parse(t *testing.T, line string) (Parsed, error) {
	t.Helper()
	return Line{jsonl.Line{Number: 7, Data: []byte(line)}, "-:7"}.Parse()
}

// A page on a line is read as a page; what the line says besides goes before
// what the page says.
func TestPageOnALine(t *testing.T) {
	quoted := strings.ReplaceAll(pageHTML, `"`, `\"`)
	quoted = strings.ReplaceAll(quoted, "\n", `\n`)
	got, err := parse(t, `{"id":"x","html":"`+quoted+`","outlet":"Radio Drenn","published":"2031-04-02","byline":"By Ada Holt","url":"https://drenn.example/7"}`)
	if err != nil {
		t.Fatal(err)
	}
	r := got.Report
	if r.Text != pageText || r.Outlet != "Radio Drenn" || r.Published.Day() != 2 || len(r.Byline) != 1 || r.URL != "https://drenn.example/7" || r.Path != "-:7" || string(got.ID) != `"x"` {
		t.Errorf("%+v", got)
	}
	if _, err := parse(t, `{"html":"<html><nav>Home</nav></html>"}`); err == nil || !strings.HasPrefix(err.Error(), "holds no article") {
		t.Errorf("a page without article: %v", err)
	}
}

func TestParseFails(t *testing.T) {
	got, err := parse(t, `{"id":3,"path":"own.txt"}`)
	if err == nil || err.Error() != `has neither "text" nor "html": give it one` || got.Report.Path != "own.txt" || string(got.ID) != "3" {
		t.Errorf("%+v, %v", got, err)
	}
	_, err = Line{jsonl.Line{Number: 7, Err: jsonl.ErrLongLine}, "-:7"}.Parse()
	if !errors.Is(err, jsonl.ErrLongLine) {
		t.Errorf("%v", err)
	}
}

// Lines gives every line, also those that hold nothing, and goes on after an
// input that cannot be opened or read to its end.
func TestLines(t *testing.T) {
	cut := gzipped("a\n" + strings.Repeat(string(noise(1000)), 9))
	root := tree(t, map[string]string{"a": "1\n\n3", "b.gz": gzipped("4\n"), "cut.gz": cut[:len(cut)-4]})
	in := func(name string) string { return filepath.Join(root, name) }
	var got []string
	for line, err := range Lines(t.Context(), []string{in("a"), in("none"), in("b.gz"), in("cut.gz"), "-"}, Options{Stdin: strings.NewReader("5")}) {
		if err != nil {
			got = append(got, "! "+strings.ReplaceAll(err.Error(), root+"/", ""))
			continue
		}
		got = append(got, strings.ReplaceAll(line.Path, root+"/", "")+" "+string(line.Data[:min(3, len(line.Data))]))
	}
	if len(got) != 8 || !strings.HasPrefix(got[6], "! cut.gz: line 2: ends in the middle of its gzip data, after ") {
		t.Fatalf("%q", got)
	}
	got[6] = "cut"
	checkRead(t, got, []string{"a:1 1", "a:2 ", "a:3 3", "! none: " + ErrMissing.Error(), "b.gz:1 4", "cut.gz:1 a", "cut", "-:1 5"})
}

func TestLinesEndWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for _, err := range Lines(ctx, []string{"-", "-"}, Options{Stdin: strings.NewReader(strings.Repeat("{}\n", 100))}) {
		if n++; n == 3 {
			cancel()
		}
		if (n > 3) != errors.Is(err, context.Canceled) {
			t.Errorf("line %d: %v", n, err)
		}
	}
	if n != 4 {
		t.Errorf("%d lines", n)
	}
}
