package gold

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hearsay"
)

const timemlHead = `<?xml version="1.0" ?>
<TimeML>
<DOCID>ferry-1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2027-03-09T20:15">March 9</TIMEX3></DCT>
<TITLE>Ferry <TIMEX3 tid="t9" type="DATE" value="2027-03-08">Monday</TIMEX3></TITLE>
`

const ferryTimeML = timemlHead + `<TEXT>
The ferry, Holt &amp; Vost <EVENT eid="e1" class="REPORTING">said</EVENT>, left
<TIMEX3 tid="t1" type="DATE" value="2027-03-08">on <SIGNAL sid="s1">Monday</SIGNAL> </TIMEX3>and
was late for <TIMEX3 tid="t2" type="DURATION" value="PT2H">two hours</TIMEX3><TIMEX3 tid="t3" type="DATE" value="2027"/>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST"/>
</TimeML>`

func TestTimeBank(t *testing.T) {
	reports, err := TimeBank(fstest.MapFS{
		"wire/ferry-1.tml": {Data: []byte(ferryTimeML)},
		"wire/readme.txt":  {Data: []byte("not a report")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != 1 || reports[0].Name != "wire/ferry-1" {
		t.Fatalf("got %+v, want the report wire/ferry-1", reports)
	}
	r := reports[0]
	if want := time.Date(2027, 3, 9, 20, 15, 0, 0, time.UTC); !r.Created.Equal(want) {
		t.Errorf("created %v, want %v", r.Created, want)
	}
	if want := "\nThe ferry, Holt & Vost said, left\non Monday and\nwas late for two hours.\n"; r.Text != want {
		t.Errorf("text %q, want %q", r.Text, want)
	}
	want := []struct{ words, value string }{{"on Monday", "2027-03-08"}, {"two hours", "PT2H"}}
	if len(r.Moments) != len(want) {
		t.Fatalf("moments %v, want %v", r.Moments, want)
	}
	for i, m := range r.Moments {
		if words := m.Span.In(r.Text); words != want[i].words || m.Value != want[i].value {
			t.Errorf("moment %d is %q = %s, want %v", i, words, m.Value, want[i])
		}
	}
	if r.Moments[1].Type != hearsay.Duration {
		t.Errorf("type %s, want a duration", r.Moments[1].Type)
	}
}

func TestTimeMLPart(t *testing.T) {
	for name, want := range map[string]string{"wire/ferry-1": ConfirmPart, "other/ferry-1": ConfirmPart, "ferry-3": TunePart} {
		if got := (TimeML{Name: name}).Part(); got != want {
			t.Errorf("%s is in part %s, want %s", name, got, want)
		}
	}
}

func TestTimeMLFaults(t *testing.T) {
	const text = "<TEXT>They met.</TEXT>"
	for _, c := range []struct{ name, marked, want string }{
		{"no day", "<TimeML>" + text + "</TimeML>", "no DCT"},
		{"no text", timemlHead + "</TimeML>", "no TEXT"},
		{"two texts", timemlHead + text + "\n" + text + "</TimeML>", "f.tml:7: a second TEXT"},
		{"odd day", `<TimeML><DCT><TIMEX3 value="soon"/></DCT>` + text + "</TimeML>", `f.tml:1: DCT has value "soon"`},
		{"odd type", timemlHead + `<TEXT><TIMEX3 tid="t1" type="AGE">x</TIMEX3></TEXT></TimeML>`, `TIMEX3 t1 has type "AGE"`},
		{"nested", timemlHead + `<TEXT><TIMEX3 type="DATE">x<TIMEX3 tid="t2" type="DATE">y</TIMEX3></TIMEX3></TEXT></TimeML>`, "t2 stands within another"},
		{"cut short", timemlHead + "<TEXT>They", "f.tml:6: XML syntax error"},
		{"not XML", "They met.", "no TEXT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseTimeML("f.tml", c.marked)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestTimeBankNeedsFiles(t *testing.T) {
	if _, err := TimeBank(fstest.MapFS{"readme.txt": {Data: []byte("x")}}); err == nil {
		t.Error("a folder without *.tml is no corpus")
	}
}

func FuzzParseTimeML(f *testing.F) {
	f.Add(ferryTimeML)
	f.Add(timemlHead + "<TEXT>é<TIMEX3 type=\"SET\"> \n</TIMEX3></TEXT></TimeML>")
	f.Add("<TEXT><DCT></TEXT>")
	f.Fuzz(func(t *testing.T, marked string) {
		r, err := ParseTimeML("f.tml", marked)
		if err != nil {
			return
		}
		end := 0
		for _, m := range r.Moments {
			if err := m.Span.Check(len(r.Text)); err != nil {
				t.Fatal(err)
			}
			if m.Span.Start < end || strings.TrimSpace(m.Span.In(r.Text)) == "" {
				t.Fatalf("moment %v of %q is empty or out of order", m, r.Text)
			}
			end = m.Span.End
		}
	})
}
