package archive

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
)

func openInside(t *testing.T) *Archive {
	t.Helper()
	a, err := Open(context.Background(), t.TempDir(), Options{Create: true, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// A full disk is said to be one, costs the batch alone, and writing goes on once
// there is room.
func TestDiskFull(t *testing.T) {
	a := openInside(t)
	ctx := context.Background()
	limit := func(pages int) {
		t.Helper()
		err := a.writer.upkeep(ctx, func(ctx context.Context, s *session) error {
			return s.plain(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	report := func(i int) Incoming {
		return Incoming{Record: hearsay.Record{Report: hearsay.Report{URL: fmt.Sprintf("https://a.example/%d", i), Text: strings.Repeat(fmt.Sprintf("%x ", i*i*7919), 3000)}},
			Source: []byte(strings.Repeat(fmt.Sprint(time.Duration(i*i*104729)), 4000))}
	}
	limit(120)
	kept := 0
	var full error
	for ; full == nil && kept < 2000; kept++ {
		if _, full = a.Add(ctx, report(kept)); full != nil {
			break
		}
	}
	if !errors.Is(full, ErrFull) || kept == 0 {
		t.Fatalf("after %d reports: %v", kept, full)
	}
	limit(1 << 30)
	if h, err := a.Examine(ctx, nil); err != nil || len(h.Findings) > 0 || h.Reports != kept {
		t.Errorf("%d kept, %d there: %+v, %v", kept, h.Reports, h.Findings, err)
	}
	if _, err := a.Add(ctx, report(kept)); err != nil {
		t.Errorf("once there is room: %v", err)
	}
}

// Who waits too long is told who is writing.
func TestBusy(t *testing.T) {
	a := openInside(t)
	other := newLock(a.folder, "hearsay import")
	defer other.close()
	a.writer.lock.patience = 20 * time.Millisecond
	err := other.hold(context.Background(), func() error {
		return a.RenameStory(context.Background(), 1, "x")
	})
	if !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "hearsay import, process ") {
		t.Errorf("it says %v", err)
	}
}

// What the full-text table finds is what the terms say, for any query.
func TestSearchAgainstTerms(t *testing.T) {
	vocabulary := strings.Fields("bridge ferry harbour strike closes closed opening mayor's Ölfeld talks")
	word := rapid.SampledFrom(vocabulary)
	phrases := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hearsay.Phrase {
		words := rapid.SliceOfN(word, 1, 2).Draw(t, "phrase")
		return hearsay.Phrase{Words: strings.Join(words, " "), Open: rapid.Bool().Draw(t, "open")}
	}), 0, 2)
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		a, err := Open(context.Background(), outer.TempDir(), Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		rows := addSaid(t, a, rapid.SliceOfN(rapid.SliceOfN(word, 1, 6), 1, 5).Draw(t, "texts"))
		q := hearsay.Query{Words: phrases.Draw(t, "words"), Without: phrases.Draw(t, "without"), Outlet: phrases.Draw(t, "outlet")}
		found, err := a.Search(context.Background(), q, Page{Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, h := range found.Hits {
			got = append(got, h.Words.Text())
		}
		terms := newTextQuery(q)
		for text, row := range rows {
			if terms.meets(row.words) {
				want = append(want, text)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%s finds %q, and the terms say %q", q, got, want)
		}
	})
}

// addSaid adds a report for each list of words, in which the outlet says them.
func addSaid(t *rapid.T, a *Archive, texts [][]string) map[string]statementRow {
	rows := map[string]statementRow{}
	for _, list := range texts {
		text := strings.Join(list, " ")
		r := hearsay.Record{Report: hearsay.Report{Outlet: list[0] + " post", Text: text}, OwnVoice: []hearsay.OwnVoice{{Span: hearsay.Span{End: len(text)}}}}
		if _, err := a.Add(context.Background(), Incoming{Record: r}); err != nil {
			t.Fatal(err)
		}
		rows[text] = indexesOf(r).statements[0]
	}
	return rows
}

// meets is what a query means, said as plainly as possible.
func (t textQuery) meets(words []string) bool {
	for _, c := range t.all {
		if !slices.ContainsFunc(c, func(p phrase) bool { return p.standsIn(words) }) {
			return false
		}
	}
	return !slices.ContainsFunc(t.without, func(p phrase) bool { return p.standsIn(words) })
}

func (p phrase) standsIn(words []string) bool {
	last := len(p.terms) - 1
	for i := 0; i+len(p.terms) <= len(words); i++ {
		if slices.Equal(words[i:i+last], p.terms[:last]) &&
			(words[i+last] == p.terms[last] || p.open && strings.HasPrefix(words[i+last], p.terms[last])) {
			return true
		}
	}
	return false
}
