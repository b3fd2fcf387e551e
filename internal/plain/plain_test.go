package plain

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
)

func TestParseHeader(t *testing.T) {
	const in = "Outlet: Radio Drenn\n" +
		"URL: https://drenn.example/a?b=c:d\n" +
		"Headline: Talks: day two\n" +
		"Byline: By Irena Moss and Peter Quade\n" +
		"Published: 2025-03-04T18:30:00+02:00\n" +
		"Updated: 2025-03-05 07:15\n" +
		"\n" +
		"\n  OSTRA — The mediators met.\r\n\n"
	got, err := Parse("talks.txt", []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	want := hearsay.Report{
		Path:      "talks.txt",
		Outlet:    "Radio Drenn",
		URL:       "https://drenn.example/a?b=c:d",
		Headline:  "Talks: day two",
		Byline:    []string{"Irena Moss", "Peter Quade"},
		Published: time.Date(2025, 3, 4, 16, 30, 0, 0, time.UTC),
		Updated:   time.Date(2025, 3, 5, 7, 15, 0, 0, time.UTC),
		Text:      "\n  OSTRA — The mediators met.\r\n\n",
	}
	checkReport(t, got, want)
}

func checkReport(t *testing.T, got, want hearsay.Report) {
	t.Helper()
	if got.Text != want.Text {
		t.Errorf("text %q, want %q", got.Text, want.Text)
	}
	if got.Path != want.Path || got.Outlet != want.Outlet || got.URL != want.URL || got.Headline != want.Headline {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !slices.Equal(got.Byline, want.Byline) {
		t.Errorf("byline %q, want %q", got.Byline, want.Byline)
	}
	if !got.Published.Equal(want.Published) || !got.Updated.Equal(want.Updated) {
		t.Errorf("published %v, updated %v, want %v, %v", got.Published, got.Updated, want.Published, want.Updated)
	}
}

// Which lines make a header; each input's report text shows what was cut off.
func TestHeaderRule(t *testing.T) {
	tests := []struct{ name, in, text, outlet string }{
		{"header", "Outlet: A\n\nBody.\n", "Body.\n", "A"},
		{"only one empty line goes", "Outlet: A\n\n\nBody.", "\nBody.", "A"},
		{"line ends of CRLF", "Outlet: A\r\n\r\nBody.\r\n", "Body.\r\n", "A"},
		{"byte order mark", "\uFEFFOutlet: A\n\nBody.", "Body.", "A"},
		{"value without text", "Outlet: A\nByline:\n\nBody.", "Body.", "A"},
		{"tab after the colon", "Outlet:\tA\n\nBody.", "Body.", "A"},
		{"last of two", "Outlet: A\nOutlet: B\n\nBody.", "Body.", "B"},
		{"bare CR ends no line", "Outlet: A\r\rB\n\nBody.", "Body.", "A\r\rB"},

		{"another name first", "Obama: yes we can\n\nBody.", "Obama: yes we can\n\nBody.", ""},
		{"another name later", "Outlet: A\nCity: B\n\nBody.", "Outlet: A\nCity: B\n\nBody.", ""},
		{"a line without a name", "Headline: A\nBody.\n\nMore.", "Headline: A\nBody.\n\nMore.", ""},
		{"name in lower case", "outlet: A\n\nBody.", "outlet: A\n\nBody.", ""},
		{"name in capitals", "HEADLINE: A\n\nBody.", "HEADLINE: A\n\nBody.", ""},
		{"indented", " Outlet: A\n\nBody.", " Outlet: A\n\nBody.", ""},
		{"space before the colon", "Outlet : A\n\nBody.", "Outlet : A\n\nBody.", ""},
		{"nothing after the colon", "Outlet:A\n\nBody.", "Outlet:A\n\nBody.", ""},
		{"empty line first", "\nOutlet: A\n\nBody.", "\nOutlet: A\n\nBody.", ""},
		{"line of spaces is not empty", "Outlet: A\n \nBody.", "Outlet: A\n \nBody.", ""},
		{"no empty line", "Headline: A quiet day\n", "Headline: A quiet day\n", ""},
		{"no line end", "Headline: A quiet day", "Headline: A quiet day", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Parse("", []byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != test.text || got.Outlet != test.outlet {
				t.Errorf("text %q of outlet %q, want %q of %q", got.Text, got.Outlet, test.text, test.outlet)
			}
		})
	}
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name, in, want string
		invalid        int
	}{
		{"as it is", "a\r\n\x00\t\n\n ", "a\r\n\x00\t\n\n ", 0},
		{"byte order mark", "\uFEFFa", "a", 0},
		{"a second byte order mark stays", "\uFEFF\uFEFFa", "\uFEFFa", 0},
		{"a byte order mark within stays", "a\uFEFF", "a\uFEFF", 0},
		{"U+FFFD as written", "a\uFFFD", "a\uFFFD", 0},
		{"Latin-1", "caf\xE9 \x93so\x94", "caf\uFFFD \uFFFDso\uFFFD", 3},
		{"broken off", "\xE2\x82", "\uFFFD\uFFFD", 2},
		{"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
		{"overlong", "\xC0\xAF", "\uFFFD\uFFFD", 2},
		{"UTF-16 little endian", "\xFF\xFEa\x00\xAC\x20\x3D\xD8\x00\xDE", "a€😀", 0},
		{"UTF-16 big endian", "\xFE\xFF\x00a\x20\xAC\xD8\x3D\xDE\x00", "a€😀", 0},
		{"UTF-16 half a pair", "\xFE\xFF\xD8\x3D\x00a", "\uFFFDa", 1},
		{"UTF-16 odd byte", "\xFF\xFEa\x00b", "a\uFFFD", 1},
		{"UTF-16 alone", "\xFF\xFE", "", 0},
		{"nothing", "", "", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, invalid := decode([]byte(test.in)); got != test.want || invalid != test.invalid {
				t.Errorf("decode = %q, %d, want %q, %d", got, invalid, test.want, test.invalid)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	noise := make([]byte, 512)
	for i := range noise {
		noise[i] = byte(i * 167)
	}
	tests := []struct {
		name, in string
		want     error
	}{
		{"nothing", "", ErrEmpty},
		{"white space", " \t\r\n\u00A0\n", ErrEmpty},
		{"marks without width", "\uFEFF\u200B\x00\n", ErrEmpty},
		{"a header alone", "Outlet: A\n\n", ErrEmpty},
		{"PDF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", ErrBinary},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ErrBinary},
		{"ZIP, so DOCX", "PK\x03\x04\x14\x00\x06\x00", ErrBinary},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00", ErrBinary},
		{"ELF", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00", ErrBinary},
		{"noise", string(noise), ErrBinary},
		{"UTF-16 without its mark", "T\x00h\x00e\x00 \x00t\x00a\x00l\x00k\x00s\x00", ErrBinary},
		{"Cyrillic in an older charset", strings.Repeat("\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb ", 20), ErrEncoding},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("in", []byte(test.in))
			if !errors.Is(err, test.want) {
				t.Errorf("error %v, want %v", err, test.want)
			}
			if _, ok := Warnings(err); ok {
				t.Errorf("%v passes for a warning", err)
			}
		})
	}
}

func TestParseAccepts(t *testing.T) {
	tests := []struct{ name, in string }{
		{"one NUL", "a\x00b"},
		{"a word that is a signature", "BMW said on Monday it would close the plant."},
		{"another", "OTTO KRELL, the mayor, said no."},
		{"tags", "<b>Strike</b> goes on, the union says."},
		{"form feeds and escapes", "\x0cPage one\x1b[0m\n\x0cPage two\n"},
		{"a sample that cuts a character", strings.Repeat("a", sampleSize-1) + "é and so on"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Parse("", []byte(test.in)); err != nil || got.Text != test.in {
				t.Errorf("Parse = %q, %v", got.Text, err)
			}
		})
	}
}

func TestParseWarns(t *testing.T) {
	got, err := Parse("", []byte("Outlet: A\nPublished: last Tuesday\nUpdated: 2025-02-30\n\nCaf\xE9 owners said so."))
	warnings, ok := Warnings(err)
	if !ok || len(warnings) != 3 {
		t.Fatalf("warnings %v, of %v", warnings, err)
	}
	for i, want := range []string{
		`line 2: Published: "last Tuesday" is not a date: write it as 2006-01-02T15:04:05Z, 2006-01-02 15:04 or 2006-01-02`,
		`line 3: Updated: "2025-02-30" is not a date: write it as 2006-01-02T15:04:05Z, 2006-01-02 15:04 or 2006-01-02`,
		`1 byte is not UTF-8 and stands as U+FFFD in the text: convert it (iconv -t UTF-8) to have it read`,
	} {
		if got := warnings[i].Error(); got != want {
			t.Errorf("warning %d: %s\nwant: %s", i, got, want)
		}
	}
	if got.Outlet != "A" || got.Text != "Caf\uFFFD owners said so." || !got.Published.IsZero() || !got.Updated.IsZero() {
		t.Errorf("report %+v", got)
	}
}

func TestDates(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2025-03-04T18:30:00Z", "2025-03-04T18:30:00Z"},
		{"2025-03-04T18:30:00.5+01:00", "2025-03-04T17:30:00Z"},
		{"2025-03-04T18:30+01:00", "2025-03-04T17:30:00Z"},
		{"2025-03-04T18:30:00+0100", "2025-03-04T17:30:00Z"},
		{"2025-03-04 18:30:00", "2025-03-04T18:30:00Z"},
		{"2025-03-04 18:30", "2025-03-04T18:30:00Z"},
		{"2025-03-04", "2025-03-04T00:00:00Z"},
		{"", "0001-01-01T00:00:00Z"},
	}
	for _, test := range tests {
		got, err := ParseDate("Published", test.in)
		if err != nil || got.UTC().Format(time.RFC3339) != test.want {
			t.Errorf("%q: %v, %v, want %s", test.in, got, err, test.want)
		}
	}
}

func TestNotDates(t *testing.T) {
	for _, in := range []string{"soon", "4 March", "2025-02-30", "2025-03-04T18:30:00+24:00", "1741113000"} {
		if got, err := ParseDate("Updated", in); err == nil || !got.IsZero() || !strings.HasPrefix(err.Error(), "Updated: ") {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		text    string
		invalid int
		want    error
	}{
		{"Text.", 0, nil},
		{"", 0, ErrEmpty},
		{" \n\u00a0", 0, ErrEmpty},
		{strings.Repeat("\x00\x01", 20), 0, ErrBinary},
		{strings.Repeat(replacement, 100), 100, ErrEncoding},
	} {
		if got := Check(test.text, test.invalid); !errors.Is(got, test.want) {
			t.Errorf("%q: %v, want %v", test.text, got, test.want)
		}
	}
	if warnings, ok := Warnings(Check("Caf"+replacement, 1)); !ok || len(warnings) != 1 {
		t.Errorf("one invalid byte gives %v", warnings)
	}
}

func TestPeople(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"Irena Moss", []string{"Irena Moss"}},
		{"By Irena Moss and Peter Quade", []string{"Irena Moss", "Peter Quade"}},
		{"BY IRENA MOSS", []string{"IRENA MOSS"}},
		{"Irena Moss,  Peter Quade, and Ana Rill", []string{"Irena Moss", "Peter Quade", "Ana Rill"}},
		{"Irena Moss; Peter Quade & Ana Rill", []string{"Irena Moss", "Peter Quade", "Ana Rill"}},
		{"Byron Anders", []string{"Byron Anders"}},
		{"Sandy Andrade", []string{"Sandy Andrade"}},
		{"", nil},
		{"By ", nil},
	}
	for _, test := range tests {
		if got := People(test.in); !slices.Equal(got, test.want) {
			t.Errorf("People(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// Without a header the report's text is the decoded input, whole.
func TestTextIsTheInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.String().Draw(t, "text")
		report, err := Parse("", []byte(in))
		if err != nil {
			return
		}
		if want := strings.TrimPrefix(in, "\uFEFF"); report.Text != want {
			t.Fatalf("text %q, want %q", report.Text, want)
		}
	})
}

// With a header the text is exactly what stands after the first empty line.
func TestTextFollowsTheHeader(t *testing.T) {
	value := rapid.StringMatching(`[A-Za-z0-9:, .-]{0,20}`)
	rapid.Check(t, func(t *rapid.T) {
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line end")
		var header strings.Builder
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 8).Draw(t, "names") {
			header.WriteString(name + ": " + value.Draw(t, "value") + end)
		}
		body := rapid.String().Draw(t, "body") + "x"
		report, err := Parse("", []byte(header.String()+end+body))
		if _, ok := Warnings(err); !ok {
			return
		}
		if report.Text != body {
			t.Fatalf("text %q, want %q", report.Text, body)
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"", "text", "\uFEFFa", "caf\xE9", "\xFF\xFEa\x00\x3D\xD8", "\xFE\xFF\x00a\xD8", "\xE2\x82"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, invalid := decode(data)
		if !utf8.ValidString(text) {
			t.Fatalf("%q is not UTF-8", text)
		}
		if n := strings.Count(text, replacement); n < invalid {
			t.Fatalf("%d replaced, but only %d marks of it", invalid, n)
		}
		if invalid == 0 && utf8.Valid(data) && text != strings.TrimPrefix(string(data), "\uFEFF") {
			t.Fatalf("valid input %q became %q", data, text)
		}
	})
}

func FuzzHeader(f *testing.F) {
	for _, seed := range []string{"Outlet: A\n\nB", "Outlet: A\r\n\r\nB", "URL:\n\n", "Obama: yes\n\n", "Byline: By A and B\nPublished: x\n\n\n", "Published: 2025-03-04T18:30:00+24:00\n\n.", "Headline: A\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fields, rest := cutHeader(text)
		if !strings.HasSuffix(text, rest) {
			t.Fatalf("%q is not the end of %q", rest, text)
		}
		if len(fields) == 0 && rest != text {
			t.Fatalf("no header, but %q was cut off", strings.TrimSuffix(text, rest))
		}
		if head := strings.TrimSuffix(text, rest); len(fields) > 0 && strings.Count(head, "\n") != len(fields)+1 {
			t.Fatalf("%d fields in the header %q", len(fields), head)
		}
		var report hearsay.Report
		fill(&report, fields)
		for _, date := range []time.Time{report.Published, report.Updated} {
			if _, err := date.MarshalJSON(); err != nil {
				t.Fatalf("a date that cannot be printed: %v", err)
			}
		}
	})
}
