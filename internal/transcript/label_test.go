package transcript

import (
	"testing"

	"hearsay"
)

func TestParseName(t *testing.T) {
	for _, c := range []struct {
		head, speaker, key string // "" : none
		person             bool
	}{
		{"Q", "Q", "Q", true},
		{"REPORTER", "REPORTER", "REPORTER", true},
		{"SPEAKER 1", "SPEAKER 1", "SPEAKER 1", true},
		{"JAKE TARN", "JAKE TARN", "TARN", true},
		{"MS. ORL (through an interpreter)", "MS. ORL", "ORL", true},
		{"Ms. Orl", "Ms. Orl", "ORL", true},
		{"Dana Orl, MP", "Dana Orl, MP", "ORL", false},
		{"Lena J. van der Vost", "Lena J. van der Vost", "VOST", false},
		{"Ardo", "Ardo", "ARDO", false},
		{"Ardo (laughs)", "Ardo", "ARDO", false},
		{"Note", "", "", false},
		{"Editor’s note", "", "", false},
		{"Read more", "", "", false},
		{"Orl said three things", "", "", false},
		{"Is it over? Orl", "", "", false},
		{"The terms that both sides have seen are these", "", "", false},
		{"It is over. Now", "", "", false},
		{"", "", "", false},
		{"(laughs)", "", "", false},
	} {
		n, ok := parseName(c.head)
		if ok != (c.speaker != "") || c.head[:n.length] != c.speaker || n.key != c.key || n.person != c.person {
			t.Errorf("%q: %+v, %v", c.head, n, ok)
		}
	}
}

// One more or less of what makes a page a transcript.
func TestIsTranscript(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       int // utterances
	}{
		{"one question, one answer", "Q: Is there a deal?\nA: We have none.", 2},
		{"answers alone", "A: We have none.\nA: Nobody has one.", 0},
		{"three labels, one returns", "ORL: We have no deal.\nTARN: When will you?\nORL: I do not know.", 3},
		{"three labels, none returns", "ORL: We have no deal.\nTARN: When will you?\nVOST: I do not know.", 0},
		{"one speaker", "ORL: We have no deal.\nORL: We may have one.\nORL: I do not know.", 0},
		{"nobody has heard of them", "Drenn: We have no deal.\nVelmark: When will you?\nDrenn: I do not know.\nVelmark: Why not?", 0},
		{"they were introduced", "Drenn met Velmark.\nDrenn: We have no deal.\nVelmark: When will you?\nDrenn: I do not know.\nVelmark: Why not?", 4},
		{"they take no turns", "ORL: We have no deal.\nORL: We wait.\nORL: We do.\nORL: We stay.\nTARN: When will you go?", 0},
		{"headings in capitals", "TODAY: Rain in the west.\nCOAST: Strong winds all day.\nTODAY: Sun in the north.\nCOAST: Calm all day.", 0},
		{"headings that begin no name", "WHAT WE KNOW: The pass is shut.\nWHY IT MATTERS: Is there another?\nWHAT WE KNOW: There is none.", 0},
		{"results", "ORL: 12\nTARN: 7\nORL: 3", 0},
		{"one quotation by name", "Lena Vost: “We stay.”\n\nThe vote is on Friday.", 0},
		{"two", "Lena Vost: “We stay.”\n\nPetra Im: “We go.”", 2},
		{"a label on a line of its own", "ORL:\nWe have no deal.\n\nTARN:\nWhen will you?\n\nORL:\nI do not know.", 3},
		{"a quoted transcript", "“ORL: We have no deal.\n\n“TARN: When will you?\n\n“ORL: I do not know.”", 3},
	} {
		if got := len(marked(t, hearsay.Report{Text: c.text}).Utterances); got != c.want {
			t.Errorf("%s: %d utterances, want %d", c.what, got, c.want)
		}
	}
}

// A heading or another block between two turns is no part of either.
func TestTurnsLeaveOtherBlocksOut(t *testing.T) {
	text := "Q: Is there a deal?\n\nA: We have none.\n\nOn the road\n\nQ: And the road?\n\nA: It is shut."
	at := len("Q: Is there a deal?\n\nA: We have none.\n\n")
	heading := hearsay.Block{Span: hearsay.Span{Start: at, End: at + len("On the road")}, Kind: hearsay.BlockSubhead}
	d := marked(t, hearsay.Report{Text: text, Blocks: []hearsay.Block{heading}})
	if len(d.Utterances) != 4 || d.Utterances[1].Content[0].In(text) != "We have none." || len(d.Utterances[1].Content) != 1 {
		t.Errorf("utterances %+v", d.Utterances)
	}
}
