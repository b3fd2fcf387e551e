package attribute

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
)

// TestContentWindow finds where the content of a cue in "said" may stand: from a
// sentence before it to two after, farther where a quotation runs on.
func TestContentWindow(t *testing.T) {
	for _, c := range []struct{ what, doc, first, last string }{
		{"no quotation", "a1\nb1\nc1 said .\nd1\ne1\nf1", "c1", "said ."},
		{"quoted ones around it", "“ a1 ”\n“ b1 ”\nc1 said .\n“ d1 ”\n“ e1 ”\n“ f1 ”", "“ b1 ”", "“ e1 ”"},
		{"the beginning", "a1 said .\n“ b1 ”\n“ c1 ”\nd1", "a1", "“ c1 ”"},
		{"the end", "a1\n“ b1 ”\nc1 said .", "“ b1 ”", "said ."},
		{"one sentence", "a1 said .", "a1", "said ."},
		{"paragraphs do not matter", "a1\n\n“ b1 ”\n\nc1 said .\n\n“ d1 ”", "“ b1 ”", "“ d1 ”"},
		{"a quotation runs on forwards", "a1\nHe said : “ b1\nc1\nd1\ne1\nf1 ”\ng1", "He", "f1 ”"},
		{"a quotation runs on backwards", "a1\n“ b1\nc1\nd1\ne1 ” he said .\nf1\ng1\nh1", "“ b1", "said ."},
		{"another begins where the window ends", "He said : “ a1 ”\nb1\n“ c1\nd1 ”", "He", "a1 ”"},
		{"and where it ends within one", "He said : “ a1 ”\n“ b1 ”\n“ c1\nd1\ne1 ”\nf1", "He", "e1 ”"},
		{"each paragraph opens it anew", "He said : “ a1 .\n\n“ b1 .\n\n“ c1 .\n\n“ d1 . ”\n\ne1", "He", "“ d1 . ”"},
		{"one closed is not gone on with", "He said : “ a1 . ”\n\n“ b1 . ”\n\n“ c1 . ”\n\n“ d1 . ”", "He", "“ c1 . ”"},
		{"over the paragraphs backwards", "a1\n\n“ b1 .\n\n“ c1 .\n\n“ d1 , ” he said .", "“ b1", "said ."},
	} {
		doc := document(c.doc)
		got := text(doc, seen(doc).contentWindow(at(doc, "said")))
		from, to := spanOf(doc, c.first), spanOf(doc, c.last)
		if want := doc.Text[from.Start:to.End]; got != want {
			t.Errorf("%s: %q, want %q", c.what, got, want)
		}
	}
}

// TestContentWindowIsBounded holds a quotation that nobody closes to add no more
// than so many sentences on either side.
func TestContentWindowIsBounded(t *testing.T) {
	const sentences, at = 100, 50
	doc := document("“ a" + strings.Repeat("\nb", sentences-1))
	window := seen(doc).contentWindow(extent{doc.Sentences[at].First, doc.Sentences[at].End})
	first, last := at, at
	for doc.Sentences[first].First > window.first {
		first--
	}
	for doc.Sentences[last].End < window.end {
		last++
	}
	if before, after := at-first, last-at; before <= sentencesBefore || after <= sentencesAfter || before > longestRun || after > longestRun {
		t.Errorf("the window reaches %d sentences back and %d on, want more than %d and %d, at most %d",
			before, after, sentencesBefore, sentencesAfter, longestRun)
	}
}

// TestWindowsHoldTheirCue holds a cue that an annotator drew over the end of its
// sentence to lie in both windows.
func TestWindowsHoldTheirCue(t *testing.T) {
	doc := document("a1 said .\nb1 so\nc1\nd1\ne1")
	s := seen(doc)
	for _, words := range []string{"said", ". b1", "said . b1 so c1 d1 e1"} {
		cue := at(doc, words)
		for name, window := range map[string]extent{"source": s.sourceWindow(cue), "content": s.contentWindow(cue)} {
			if window.first > cue.first || window.end < cue.end {
				t.Errorf("cue %q: the %s window is %q", words, name, text(doc, window))
			}
		}
	}
}

func TestSourceWindow(t *testing.T) {
	doc := document("a1\nAn aide said so .\nb1")
	if got := text(doc, seen(doc).sourceWindow(at(doc, "said"))); got != "An aide said so ." {
		t.Errorf("%q", got)
	}
}

// TestRuns holds tokens to be numbered by the stretch of quoted or unquoted text
// they stand in.
func TestRuns(t *testing.T) {
	doc := document("a “ b ‘ c ’ d ” e f\n“ g ” “ h ”\n\n“ i\n\n“ j ” k")
	var got []string
	last := int32(0)
	for i, token := range seen(doc).tokens {
		if token.run != last {
			got = append(got, "|")
			last = token.run
		}
		got = append(got, doc.Words(i))
	}
	// A mark that opens begins a stretch even within a quotation.
	if got, want := strings.Join(got, " "), "a | “ b | ‘ c ’ d ” | e f | “ g ” | “ h ” | “ i | “ j ” | k"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestSightKnowsPlaces holds each token to know its sentence and paragraph, and
// what stands beyond the ends to be in none.
func TestSightKnowsPlaces(t *testing.T) {
	doc := document("a b\nc\n\nd")
	s := seen(doc)
	var got []string
	for i := -1; i <= len(doc.Tokens); i++ {
		got = append(got, fmt.Sprint(s.at(i).sentence, s.at(i).paragraph))
	}
	if got, want := strings.Join(got, ", "), "-1 -1, 0 0, 0 0, 1 0, 2 1, -1 -1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if s.within(1, 2, 4) != &nothing || s.within(2, 2, 4) != s.at(2) || s.within(4, 2, 4) != &nothing {
		t.Error("within does not keep to its range")
	}
}

// TestQuoteStates holds outside, inside, opening and closing to be told apart,
// at either depth.
func TestQuoteStates(t *testing.T) {
	states := make(map[uint32]hearsay.Quotation)
	for _, q := range []hearsay.Quotation{
		{}, {Depth: 1}, {Depth: 1, Opens: true}, {Depth: 1, Closes: true},
		{Depth: 2}, {Depth: 2, Opens: true}, {Depth: 2, Closes: true},
	} {
		state := quoteState(q)
		if other, taken := states[state]; taken {
			t.Errorf("%+v and %+v are both %d", q, other, state)
		}
		states[state] = q
	}
	if quoteState(hearsay.Quotation{Depth: 3}) != quoteState(hearsay.Quotation{Depth: 2}) {
		t.Error("a third depth counts")
	}
}
