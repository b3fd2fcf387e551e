package reader

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
)

// reader returns the one reader of all tests: loading the weights takes longer
// than most of them.
var reader = sync.OnceValue(func() *Reader {
	r, err := New()
	if err != nil {
		panic(err)
	}
	return r
})

// read reads a text with the tests' reader and checks the record.
func read(t testing.TB, text string) hearsay.Record {
	t.Helper()
	record, err := reader().Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if err := record.Check(); err != nil {
		t.Fatal(err)
	}
	return record
}

// TestRead holds the stages to be joined: what is plain in each of these
// sentences reaches the record.
func TestRead(t *testing.T) {
	for _, c := range []struct{ text, source, cue, content string }{
		{"The harbour ministry said on Monday that the bridge would open again in May.", "The harbour ministry", "said", "the bridge would open again in May"},
		{"“The bridge will open again in May,” Mara Holt said.", "Mara Holt", "said", "The bridge will open again in May"},
	} {
		record := read(t, c.text)
		if len(record.Attributions) != 1 {
			t.Errorf("%s: %d attributions, want one", c.text, len(record.Attributions))
			continue
		}
		a := record.Attributions[0]
		if got := words(a.Source, c.text); got != c.source {
			t.Errorf("%s: source %q, want %q", c.text, got, c.source)
		}
		if got := words(a.Cue, c.text); got != c.cue {
			t.Errorf("%s: cue %q, want %q", c.text, got, c.cue)
		}
		if got := words(&a.Content[0], c.text); !strings.Contains(got, c.content) {
			t.Errorf("%s: content %q, want %q in it", c.text, got, c.content)
		}
	}
}

func words(s *hearsay.Span, text string) string {
	if s == nil {
		return ""
	}
	return s.In(text)
}

// TestReadKeepsTheReport holds the record to carry the report as it was, and
// what read it.
func TestReadKeepsTheReport(t *testing.T) {
	report := hearsay.Report{
		Path: "talks.txt", Outlet: "RNS", Headline: "Talks go on", Byline: []string{"Mara Holt"},
		Published: time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC), Language: "en-GB",
		Text: "\nThe envoy said talks would go on.\r\n\r\n\x00 \n",
	}
	record, err := reader().Read(context.Background(), report)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(record.Report, report) {
		t.Errorf("report\n%+v became\n%+v", report, record.Report)
	}
	if record.Reader != reader().Version() || record.Reader.Version == "" || record.Reader.Weights == "" {
		t.Errorf("read by %+v, want %+v", record.Reader, reader().Version())
	}
	if record.Language != "en" || len(record.Blocks) == 0 {
		t.Errorf("language %q, %d blocks", record.Language, len(record.Blocks))
	}
}

const french = "Le ministère du Port a déclaré lundi que le pont serait rouvert au mois de mai. " +
	"« Nous n’avons pas encore reçu la lettre », a dit la maire, qui attend une réponse avant la fin de la semaine."

// TestSkipped holds what is not read to be kept whole, with the reason and
// nothing else.
func TestSkipped(t *testing.T) {
	for _, c := range []struct {
		name, text string
		why        hearsay.SkipReason
		language   string
	}{
		{"nothing", "", hearsay.SkipEmpty, "cy"},
		{"white space", " \n\r\n\t\u00a0\u200b\n", hearsay.SkipEmpty, "cy"},
		{"another language", french, hearsay.SkipLanguage, "fr"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report := hearsay.Report{Text: c.text, Language: "cy"}
			record, err := reader().Read(context.Background(), report)
			if err != nil {
				t.Fatal(err)
			}
			want := hearsay.Record{
				Report: report, Blocks: record.Blocks, Language: c.language,
				Skipped: []hearsay.Skip{{Why: c.why}}, Reader: reader().Version(),
			}
			if !reflect.DeepEqual(record, want) {
				t.Errorf("got %+v\nwant %+v", record, want)
			}
			if err := record.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	for _, report := range []hearsay.Report{
		{Path: "a.txt", Text: "not \xff UTF-8"},
		{Path: "a.txt", Text: "text", Blocks: []hearsay.Block{{Span: hearsay.Span{Start: 2, End: 9}}}},
	} {
		record, err := reader().Read(context.Background(), report)
		if err == nil || !strings.Contains(err.Error(), "a.txt") {
			t.Errorf("%+v: error %v, want one that names the file", report, err)
		}
		if !reflect.DeepEqual(record, hearsay.Record{}) {
			t.Errorf("a record beside the error: %+v", record)
		}
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, text := range []string{"The envoy said talks would go on.", "", french} {
		doc, record, err := reader().ReadDocument(ctx, hearsay.Report{Text: text})
		if !errors.Is(err, context.Canceled) || doc != nil || !reflect.DeepEqual(record, hearsay.Record{}) {
			t.Errorf("%.20q: %v, with document %v and record %+v", text, err, doc, record)
		}
	}
}

// TestReadDocument holds the document to be the one the record was read from.
func TestReadDocument(t *testing.T) {
	text := inventedNews(3, 400)
	doc, record, err := reader().ReadDocument(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	starts, ends := map[int]bool{}, map[int]bool{}
	for i, token := range doc.Tokens {
		starts[token.Start], ends[token.End] = true, true
		if token.Tag == 0 || token.Lemma == "" {
			t.Errorf("token %d, %q, has tag %q and lemma %q", i, doc.Words(i), token.Tag, token.Lemma)
		}
	}
	for _, a := range record.Attributions {
		for _, s := range append(a.Content, *a.Cue) {
			if !starts[s.Start] || !ends[s.End] {
				t.Errorf("attribution %d: %q begins or ends within a token", a.ID, s.In(text))
			}
		}
	}
}

// TestTag holds a document that comes segmented to be tagged as reading tags it.
func TestTag(t *testing.T) {
	want, _, err := reader().ReadDocument(context.Background(), hearsay.Report{Text: inventedNews(1, 200)})
	if err != nil {
		t.Fatal(err)
	}
	got := *want
	got.Tokens = make([]hearsay.Token, len(want.Tokens))
	for i, token := range want.Tokens {
		got.Tokens[i] = hearsay.Token{Span: token.Span, Quote: token.Quote}
	}
	reader().Tag(&got)
	for i, token := range got.Tokens {
		if token.Tag != want.Tokens[i].Tag || token.Lemma != want.Tokens[i].Lemma {
			t.Errorf("%q: %s %s, want %s %s", want.Words(i), token.Tag, token.Lemma, want.Tokens[i].Tag, want.Tokens[i].Lemma)
		}
	}
}

// TestReadersDoNotDisturbEachOther reads many reports in many goroutines with
// one Reader, in different orders, and compares with one goroutine's reading.
func TestReadersDoNotDisturbEachOther(t *testing.T) {
	var texts []string
	for seed := range uint64(12) {
		texts = append(texts, inventedNews(seed, 30+int(seed)*10))
	}
	texts = append(texts, "", french)
	want := make([]hearsay.Record, len(texts))
	for i, text := range texts {
		want[i] = read(t, text)
	}
	var readers sync.WaitGroup
	for k := range 12 {
		readers.Go(func() {
			for n := range texts {
				i := (n*(2*k+1) + k) % len(texts)
				record, err := reader().Read(context.Background(), hearsay.Report{Text: texts[i]})
				if err != nil || !reflect.DeepEqual(record, want[i]) {
					t.Errorf("goroutine %d reads report %d otherwise (%v)", k, i, err)
				}
			}
		})
	}
	readers.Wait()
}

// TestAnyTextMakesARecord glues texts from what reports are made of and from
// what they should not be.
func TestAnyTextMakesARecord(t *testing.T) {
	pieces := rapid.OneOf(
		rapid.SampledFrom([]string{
			"The ", "envoy ", "said ", "that ", "talks ", "told ", "RNS ", "according to ", "an aide", "he ", "denied ", "about 30 ",
			"“", "”", `"`, "'", "’", "‘", "«", "—", ", ", ". ", "? ", "… ", ": ", "(", ")", "- ",
			"\n", "\n\n", "\r\n\r\n", "\t", " ", "\x00", "\ufffd", "\ufeff", "\u200b", "\u00ad", "\u0301", "漢字", "ß", "😀",
			"VELMARK (RNS) — ", "By Mara Holt", "Editing by ", "https://example.org/a?b=c ", "1,287", "U.S. ", "can’t ",
		}),
		rapid.String(),
		rapid.Custom(func(t *rapid.T) string {
			return strings.ToValidUTF8(string(rapid.SliceOfN(rapid.Byte(), 0, 9).Draw(t, "bytes")), "\ufffd")
		}),
	)
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 0, 60).Draw(rt, "text"), "")
		doc, record, err := reader().ReadDocument(context.Background(), hearsay.Report{Text: text})
		if err != nil {
			rt.Fatal(err)
		}
		if err := errors.Join(record.Check(), doc.Check()); err != nil {
			rt.Fatalf("%q: %v", text, err)
		}
		again, _ := reader().Read(context.Background(), hearsay.Report{Text: text})
		if !reflect.DeepEqual(again, record) {
			rt.Fatalf("%q is read two ways", text)
		}
	})
}

// TestMemoryGrowsWithTheText compares what is allocated for a text and for one
// of four times its length, of kinds that tempt to do more: one sentence
// without end, one of many voices, one quotation, one word, words never seen twice.
func TestMemoryGrowsWithTheText(t *testing.T) {
	for _, c := range longTexts {
		t.Run(c.name, func(t *testing.T) {
			const n = 600
			short, long := allocated(t, c.text(n)), allocated(t, c.text(4*n))
			if long > 6*short {
				t.Errorf("%d words take %d bytes, %d words %d", n, short, 4*n, long)
			}
		})
	}
}

// longTexts are texts of about n words.
var longTexts = []struct {
	name string
	text func(n int) string
}{
	{"news", func(n int) string { return inventedNews(5, n) }},
	{"one sentence", func(n int) string { return "The envoy " + repeat("and the mayor of the old harbour town went on ", n) }},
	{"one sentence of many voices", func(n int) string { return repeat("and the envoy said that it rained , ", n) }},
	{"one quotation", func(n int) string {
		return "“" + repeat("We wait. Nobody knows the date.\n\n“", n) + "” he said."
	}},
	{"one word", func(n int) string { return "The " + strings.Repeat("wait", n) }},
	{"new words", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "the%x ", i*i)
		}
		return b.String()
	}},
}

// repeat returns a phrase often enough to make n words.
func repeat(phrase string, n int) string {
	return strings.Repeat(phrase, 1+n/len(strings.Fields(phrase)))
}

// allocated returns the bytes allocated to read a text with nothing at hand but
// the weights.
func allocated(t *testing.T, text string) uint64 {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := r.Read(context.Background(), hearsay.Report{Text: text}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
