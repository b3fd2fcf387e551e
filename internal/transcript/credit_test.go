package transcript

import (
	"testing"

	"hearsay"
)

// What a page sets as a quotation needs no marks for a name below to count.
func TestCreditBelowBlockQuote(t *testing.T) {
	const quoted, text = "We were never asked.", "We were never asked.\n\n— Petra Im, docker\n\nThe vote is on Friday."
	d := marked(t, hearsay.Report{Text: text, Blocks: []hearsay.Block{{Span: hearsay.Span{End: len(quoted)}, Kind: hearsay.BlockQuote}}})
	if len(d.Utterances) != 1 || d.Utterances[0].Speaker.In(text) != "Petra Im, docker" || d.Utterances[0].Content[0].In(text) != quoted {
		t.Errorf("utterances %+v", d.Utterances)
	}
	if got := marked(t, hearsay.Report{Text: text}).Utterances; len(got) != 0 {
		t.Errorf("without the block: %+v", got)
	}
}

// A name below a quotation without a dash is believed only in company.
func TestOneNameWithoutDash(t *testing.T) {
	const one, two = "“We stay.”\n\nPetra Im, docker\n\n", "“We go.”\n\nLena Vost, 42\n\n"
	for _, c := range []struct {
		text string
		want int
	}{{one, 0}, {one + two, 2}} {
		if got := marked(t, hearsay.Report{Text: c.text}).Utterances; len(got) != c.want {
			t.Errorf("%q: %d utterances, want %d", c.text, len(got), c.want)
		}
	}
}

// Lines "Posted by" must stand at one end of the page, and be several.
func TestPostedBy(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"Posted by Lena Vost\n\nWe stay, all of us.\n\nPosted by Petra Im\n\nWe do not.", 2},
		{"We stay, all of us.\n\nPosted by Lena Vost\n\nWe do not.\n\nPosted by Petra Im", 2},
		{"Posted by Lena Vost\n\nWe stay, all of us.\n\nPosted by Petra Im", 0},
		{"We stay, all of us.\n\nPosted by Lena Vost at 14:32", 0},
	} {
		if got := marked(t, hearsay.Report{Text: c.text}).Utterances; len(got) != c.want {
			t.Errorf("%q: %d utterances, want %d", c.text, len(got), c.want)
		}
	}
}
