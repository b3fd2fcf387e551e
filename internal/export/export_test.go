package export

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/recordtest"
)

func TestGolden(t *testing.T) {
	recordtest.Golden(t, func(t *testing.T, face string, record hearsay.Record) string {
		var out strings.Builder
		if err := encoder(t, face, &out).Write(record); err != nil {
			t.Fatal(err)
		}
		return out.String()
	})
}

type writer interface{ Write(hearsay.Record) error }

func encoder(t *testing.T, face string, out *strings.Builder) writer {
	switch face {
	case "ann":
		return NewBrat(out)
	case "json":
		return NewJSON(out)
	case "csv":
		c, err := NewCSV(out)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	t.Fatalf("no encoder writes %q", face)
	return nil
}

func TestJSONIsOneLineAReport(t *testing.T) {
	var out strings.Builder
	j := NewJSON(&out)
	for range 2 {
		if err := j.Write(recordtest.Must("“One\u2028two”\r\n<b>, an aide said.", "an aide | said | “One | direct | 500")); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("two reports make %d lines:\n%s", len(lines), out.String())
	}
	var second contract.Line
	if err := json.Unmarshal([]byte(lines[1]), &second); err != nil {
		t.Fatal(err)
	}
	if got := second.Attributions[0].ID; got != 2 {
		t.Errorf("the run's second attribution has id %d", got)
	}
}

func TestBratRefusesSecondReport(t *testing.T) {
	b := NewBrat(new(strings.Builder))
	record := recordtest.Must("Nothing.", "")
	if err := b.Write(record); err != nil {
		t.Fatal(err)
	}
	if err := b.Write(record); err != ErrOneReport {
		t.Errorf("second report: %v, want %v", err, ErrOneReport)
	}
}

func TestCSVGuardsFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+2": "'=1+2", "+1": "'+1", "-1 day": "'-1 day", "@sum": "'@sum", "\tx": "'\tx",
		"-": "-", "": "", "a=b": "a=b", "’twas": "’twas",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

// TestPieces states what brat asks of an annotation: pieces in order and apart,
// each on one line, each the words at its place, and none of the words lost.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"a", "Drenn", "é", "語", " ", "\u00a0", "\n", "\r\n", "\t", "\x00", "\u0085", "\u2029"})
		before := strings.Join(rapid.SliceOf(part).Draw(t, "before"), "")
		words := strings.Join(rapid.SliceOf(part).Draw(t, "words"), "")
		text := []rune(before + words)
		start := len([]rune(before))

		end, kept := start, ""
		for _, p := range pieces(contract.Span{Start: start, End: len(text), Text: words}) {
			if p.Start < end || p.End <= p.Start || p.End > len(text) {
				t.Fatalf("piece [%d,%d) after [..,%d) of %d", p.Start, p.End, end, len(text))
			}
			if got := string(text[p.Start:p.End]); got != p.Text || strings.ContainsFunc(got, isBreak) {
				t.Fatalf("code points [%d,%d) are %q, the piece says %q", p.Start, p.End, got, p.Text)
			}
			end, kept = p.End, kept+p.Text
		}
		if visible(kept) != visible(words) {
			t.Fatalf("%q keeps %q", words, kept)
		}
	})
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, s)
}

func TestBaseName(t *testing.T) {
	for _, c := range []struct{ path, url, want string }{
		{path: "news/talks.txt", want: "talks"},
		{path: "talks.HTML", want: "talks"},
		{path: "talks.2031-04-02", want: "talks.2031-04-02"},
		{path: "two words & more.txt", want: "two-words---more"},
		{path: "-", want: "stdin"},
		{path: "cut-off-.txt", want: "cut-off-"}, // other programs look for the text's own name
		{path: ".hidden", want: "hidden"},
		{path: "???", want: "report"},
		{path: "é\x1b[31m.txt", want: "é--31m"},
		{path: strings.Repeat("é", 100), want: strings.Repeat("é", 60)},
		{url: "https://drenn.example/news/talks.html?page=2", want: "drenn.example-talks"},
		{url: "https://drenn.example/", want: "drenn.example"},
		{url: "", want: "report"},
	} {
		if got := baseName(hearsay.Report{Path: c.path, URL: c.url}); got != c.want {
			t.Errorf("%q %q: %q, want %q", c.path, c.url, got, c.want)
		}
	}
}

func TestNamesAreApart(t *testing.T) {
	b := &BratFolder{taken: map[string]bool{}}
	var got []string
	for _, path := range []string{"a/x.txt", "b/X.txt", "x-2.txt", "c/x.txt"} {
		got = append(got, b.name(hearsay.Report{Path: path}))
	}
	if want := "[x X-2 x-2-2 x-3]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
