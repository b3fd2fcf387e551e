package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/attribute"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/parse"
	"hearsay/internal/plain"
	"hearsay/internal/review"
	"hearsay/internal/tag"
	"hearsay/internal/weights"
	"hearsay/reader"
)

// reviewedTexts are sentences of one kind: that the ferry denies has been judged
// wrong in all of them, that the mayor says something right.
func reviewedTexts() (all []string) {
	for i, name := range []string{"Holt", "Marr", "Teck", "Ostby", "Corran", "Lund", "Vey", "Drost"} {
		all = append(all, fmt.Sprintf("Mayor %s said that bridge %d would open on Friday. The guards, %s said, refused to open the gate.", name, i+2, name))
	}
	return all
}

// reviewedFile archives the texts, judges them and exports what was judged.
func reviewedFile(t *testing.T, texts review.Texts) string {
	t.Helper()
	read, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	for _, text := range reviewedTexts() {
		report, err := plain.Parse("", []byte("Outlet: Radio Drenn\n\n"+text))
		if err != nil {
			t.Fatal(err)
		}
		record, err := read.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		added, err := kept.Add(t.Context(), archive.Incoming{Record: record})
		if err != nil {
			t.Fatal(err)
		}
		judge(t, kept, added.Revision, record)
	}
	var out bytes.Buffer
	if err := review.Export(t.Context(), kept, &out, texts); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "reviews.jsonl")
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// judge says that whatever is cued by "said" is right, and all else wrong.
func judge(t *testing.T, kept *archive.Archive, id archive.RevisionID, record hearsay.Record) {
	t.Helper()
	v, err := kept.Revision(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range record.Attributions {
		c := archive.Correction{Revision: v.Hash, Span: archive.Anchor(a), Role: archive.RoleAttribution, Verdict: archive.Wrong, Editor: "Mara"}
		if a.Cue != nil && a.Cue.In(record.Report.Text) == "said" {
			c.Verdict = archive.Right
		}
		if _, err := kept.Correct(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
}

// embeddedModel is the tagger and parser that the program reads with.
func embeddedModel(t *testing.T) model {
	t.Helper()
	file, err := weights.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	m := model{}
	for name, load := range map[string]func([]byte) error{
		"tag":   func(data []byte) (err error) { m.tagger, err = tag.Parse(data); return err },
		"parse": func(data []byte) (err error) { m.parser, err = parse.Parse(data); return err },
	} {
		data, err := file.Section(name)
		if err == nil {
			err = load(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// smallSettings fit a handful of sentences in a second.
func smallSettings() attribute.Settings {
	s := attributionSettings(newProgress(io.Discard))
	s.Cue.NodeBits, s.Source.NodeBits, s.Content.NodeBits, s.Nested.NodeBits = 14, 14, 14, 14
	s.Cue.EdgeBits, s.Source.EdgeBits, s.Content.EdgeBits, s.Nested.EdgeBits = 10, 10, 10, 10
	s.Cue.Epochs, s.Source.Epochs, s.Content.Epochs, s.Nested.Epochs = 12, 12, 12, 12
	s.Cue.Runs, s.Source.Runs, s.Content.Runs, s.Nested.Runs = 1, 1, 1, 1
	s.Eagerness, s.NestedEagerness = 0, 0
	return s
}

// TestReviewsAreLearned goes all the way from judgements to weights that read as
// was judged, the same bytes from the same data.
func TestReviewsAreLearned(t *testing.T) {
	file := reviewedFile(t, review.Whole)
	m := embeddedModel(t)
	fitted := func() *attribute.Finder {
		c := &corpora{archives: map[string]string{}}
		if err := c.loadReviews([]string{file}); err != nil {
			t.Fatal(err)
		}
		if c.archives["reviews.jsonl"] == "" || len(c.reviews) != len(reviewedTexts()) {
			t.Fatalf("%d reviews, archives %v", len(c.reviews), c.archives)
		}
		return attribute.Fit(m.reviewedLessons(lexicon.New(), c.reviews), smallSettings())
	}
	finder := fitted()
	if !bytes.Equal(finder.Append(nil), fitted().Append(nil)) {
		t.Error("the same reviews give other bytes")
	}
	text := "Mayor Rask said that bridge 12 would open on Friday. The guards, Rask said, refused to open the gate."
	doc, words := m.analyse(lexicon.New(), hearsay.Report{Text: text})
	var cues []string
	for _, a := range finder.Find(doc, words) {
		cues = append(cues, a.Cue.In(text))
	}
	if !slices.Equal(cues, []string{"said", "said"}) {
		t.Errorf("learned the cues %q", cues)
	}
}

// TestOpenReadingsTeachNothing: a sentence in which something is left open is not
// taken for one without further cues.
func TestOpenReadingsTeachNothing(t *testing.T) {
	m := embeddedModel(t)
	data, err := os.ReadFile(reviewedFile(t, review.Whole))
	if err != nil {
		t.Fatal(err)
	}
	all, err := gold.Reviews("", data)
	if err != nil {
		t.Fatal(err)
	}
	closed := attribute.Fit(m.reviewedLessons(lexicon.New(), all), smallSettings()).Append(nil)
	for i := range all {
		all[i].Open = append(all[i].Open, all[i].Judged[len(all[i].Judged)-1])
	}
	if bytes.Equal(closed, attribute.Fit(m.reviewedLessons(lexicon.New(), all), smallSettings()).Append(nil)) {
		t.Error("what is open teaches as much as what is judged")
	}
}

func TestExtractsCannotBeLearned(t *testing.T) {
	c := &corpora{archives: map[string]string{}}
	err := c.loadReviews([]string{reviewedFile(t, review.Extracts)})
	if err == nil || !strings.Contains(err.Error(), "reviews.jsonl:1: is an extract") {
		t.Errorf("got %v", err)
	}
}
