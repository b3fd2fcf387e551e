package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"hearsay"
	"hearsay/internal/recordtest"
	"hearsay/reader"
)

// writerFunc is a function in the place of standard output.
type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// runRoot runs a command line with stdout in the place of standard output and
// returns the exit status and what was said on standard error.
func runRoot(ctx context.Context, stdout writerFunc, args ...string) (status int, stderr string) {
	var complaints bytes.Buffer
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(&complaints)
	return run(ctx, root), complaints.String()
}

// reports makes a folder of n short reports.
func reports(t *testing.T, n int) string {
	dir := t.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte("She said so.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestInterruptKeepsWhatWasRead: Ctrl-C after the first report ends the run, with
// the status that says so; whole lines came out until then.
func TestInterruptKeepsWhatWasRead(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	var out bytes.Buffer
	status, stderr := runRoot(ctx, func(p []byte) (int, error) {
		interrupt()
		return out.Write(p)
	}, "read", "--json", "--jobs", "2", reports(t, 200))
	if status != exitInterrupted || stderr != "hearsay: "+errInterrupted.Error()+"\n" {
		t.Errorf("status %d, %q", status, stderr)
	}
	if n := strings.Count(out.String(), "\n"); n < 1 || n > 199 || !strings.HasSuffix(out.String(), "\n") {
		t.Errorf("%d lines came out", n)
	}
}

// TestClosedPipeIsQuiet: "hearsay read … | head" is nobody's mistake.
func TestClosedPipeIsQuiet(t *testing.T) {
	closed := func([]byte) (int, error) { return 0, &os.PathError{Op: "write", Path: "stdout", Err: syscall.EPIPE} }
	for _, form := range []string{"--json", "--csv", "--plain", "--brat"} {
		if status, stderr := runRoot(context.Background(), closed, "read", form, filepath.Join(reports(t, 1), "000.txt")); status != exitFine || stderr != "" {
			t.Errorf("%s: status %d, %q", form, status, stderr)
		}
	}
}

// TestFullDiskIsTold: results that cannot be written are an error.
func TestFullDiskIsTold(t *testing.T) {
	full := func([]byte) (int, error) { return 0, &os.PathError{Op: "write", Path: "stdout", Err: syscall.ENOSPC} }
	for _, form := range []string{"--json", "--csv", "--plain"} {
		status, stderr := runRoot(context.Background(), full, "read", form, reports(t, 3))
		if status != exitFailed || !strings.Contains(stderr, "standard output: ") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: status %d, %q", form, status, stderr)
		}
	}
}

// TestExplanation prints one that was made by hand, with its decisions.
func TestExplanation(t *testing.T) {
	const text = "Mara Holt said “no”."
	record := recordtest.Must(text, "Mara Holt | said | “no” | direct | 480")
	doc := &hearsay.Document{Text: text}
	nnp, _ := hearsay.ParseTag("NNP")
	relation, _ := hearsay.ParseRelation("nsubj")
	for i, word := range []string{"Mara", "Holt", "said", "“", "no", "”", "."} {
		start := strings.Index(text, word)
		token := hearsay.Token{Span: hearsay.Span{Start: start, End: start + len(word)}}
		switch {
		case i < 2:
			token.Tag, token.Lemma = nnp, strings.ToLower(word)
		case i > 2 && i < 6:
			token.Quote = hearsay.Quotation{Depth: 1, Opens: i == 3, Closes: i == 5}
		}
		doc.Tokens = append(doc.Tokens, token)
	}
	doc.Sentences = []hearsay.Sentence{{First: 0, End: len(doc.Tokens)}}

	doc.Tokens[0].Head, doc.Tokens[0].Relation = 2, relation
	reasons := []reader.Reason{
		{Attribution: 0, Role: "cue", Words: *record.Attributions[0].Cue, Feature: "lemma", Hundredths: 812},
		{Attribution: 0, Role: "cue", Words: *record.Attributions[0].Cue, Feature: "quotation around", Hundredths: -40},
		{Attribution: 1, Role: "cue", Words: *record.Attributions[0].Cue, Feature: "of another", Hundredths: 1},
	}
	record.Attributions[0].Chain = []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {As: record.Attributions[0].Source, Identity: hearsay.NamedPerson}}
	hops := [][]string{{"it publishes", "the name Mara Holt"}}
	record.Attributions[0].Act, record.Attributions[0].Stance = hearsay.Refusal, hearsay.Actual
	record.Attributions[0].Regardless = &record.Attributions[0].Content[0]
	e := explain(doc, record, reader.Explanation{Reasons: reasons, Hops: hops, Acts: []string{"not for discussion"}}, 0)
	var out strings.Builder
	if err := printExplanation(&out, e); err != nil {
		t.Fatal(err)
	}
	want := `sentence 1: Mara Holt said “no”.

tree  token  relation  tag  lemma  quotation
┌►    Mara   nsubj     NNP  mara   -
│     Holt   -         NNP  holt   -
└─    said   -         -    -      -
      “      -         -    -      opens 1
      no     -         -    -      inside 1
      ”      -         -    -      closes 1
      .      -         -    -      -

Mara Holt — said: “no” (refusal; direct, named-person, 0.48) check

chain  hop         identity      medium  because
said   the outlet  outlet        -       it publishes
       Mara Holt   named-person  -       the name Mara Holt

does  act      stance  with  because
said  refusal  actual  “no”  not for discussion

decision   feature           weight
cue: said  lemma             +812
cue: said  quotation around  -40
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
