package main

import (
	"strings"
	"testing"
	"time"
)

func TestCounterLine(t *testing.T) {
	for _, test := range []struct {
		counter counter
		after   time.Duration
		want    string
	}{
		{counter{reports: 12, words: 9_000}, 3 * time.Second, "12 reports, 3000 words/s"},
		{counter{reports: 1204, words: 641_270, failed: 3, done: 410, all: 1000}, 10 * time.Second, "1204 reports, 64100 words/s, 3 failed, 41 %, 14s left"},
		{counter{reports: 1, words: 300}, 3 * time.Second, "1 reports, 100 words/s"},
		{counter{reports: 9, done: 12, all: 9}, 2 * time.Second, "9 reports, 0 words/s, 100 %, 0s left"},
	} {
		if got := test.counter.line(test.after); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// Nothing is told of short work, and of long work no more than one line.
func TestCounterTells(t *testing.T) {
	var out strings.Builder
	c := counter{w: &out, begun: time.Now()}
	c.step("She said so.", false, 1)
	c.clear()
	if out.Len() > 0 {
		t.Errorf("told %q", out.String())
	}
	c.begun = c.begun.Add(-time.Hour)
	c.step("She said so.", false, 1)
	c.step("", true, 1)
	c.clear()
	if got := out.String(); strings.Contains(got, "\n") || !strings.HasPrefix(got, "\r2 reports, ") || !strings.HasSuffix(got, "\r\x1b[K") || strings.Count(got, "reports") != 1 {
		t.Errorf("told %q", got)
	}
}

func TestCounterIsQuietOnAPipe(t *testing.T) {
	if c := newCounter(&strings.Builder{}, &strings.Builder{}); c.w != nil {
		t.Error("it would tell")
	}
}

func TestWordsIn(t *testing.T) {
	for text, want := range map[string]int{"": 0, " \n": 0, "She said so.": 3, "\tShe  said\r\n“so”. ": 3} {
		if got := wordsIn(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
