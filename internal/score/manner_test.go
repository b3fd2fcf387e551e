package score

import (
	"testing"

	"hearsay"
)

func TestManner(t *testing.T) {
	for _, c := range []struct {
		text, content string
		want          hearsay.Manner
	}{
		{`She said it rained.`, "it rained", hearsay.Indirect},
		{`"It rained," she said.`, `"It rained,"`, hearsay.Direct},
		{`“It rained,” she said.`, `It rained`, hearsay.Direct},
		{`She said it “rained” there.`, `it “rained” there`, hearsay.Mixed},
		{`"It rained," she said. "And then it blew."`, `"It rained," + "And then it blew."`, hearsay.Direct},
		// A mark was lost: the harm ends with the paragraph.
		{"\"It rained.\n\nShe said it blew.", "it blew", hearsay.Indirect},
		// A quotation of two paragraphs opens each of them.
		{"“It rained.\n“And it blew,” she said.", "“It rained.\n“And it blew,”", hearsay.Direct},
		// Marks alone are no words.
		{`She said "…" again.`, `"…"`, hearsay.Indirect},
	} {
		a := article(t, c.text, nil, []string{"|" + c.text[:1] + "|" + c.content})
		if got := a.System[0].Manner; got != c.want {
			t.Errorf("%q in %q is %s, want %s", c.content, c.text, got, c.want)
		}
	}
}
