package archive

import (
	"strings"
	"testing"

	"hearsay"
)

const withinText = "Radio Drenn said an aide told it that Holt had agreed."

// withinRecord has the aide within Radio Drenn's and Holt within the aide's.
func withinRecord() hearsay.Record {
	span := func(words string) hearsay.Span {
		at := strings.Index(withinText, words)
		return hearsay.Span{Start: at, End: at + len(words)}
	}
	voice := func(words string, identity hearsay.Identity) hearsay.Voice {
		s := span(words)
		return hearsay.Voice{As: &s, Identity: identity}
	}
	outlet := hearsay.Voice{Identity: hearsay.OutletIdentity}
	radio, aide, holt := voice("Radio Drenn", hearsay.NamedOrganisation), voice("an aide", hearsay.Anonymous), voice("Holt", hearsay.NamedPerson)
	attribution := func(id int, within *int, cue string, chain ...hearsay.Voice) hearsay.Attribution {
		c := span(cue)
		return hearsay.Attribution{ID: id, Within: within, Cue: &c, Content: []hearsay.Span{span("agreed")}, Chain: chain}
	}
	zero, one := 0, 1
	return hearsay.Record{Report: hearsay.Report{Text: withinText}, Attributions: []hearsay.Attribution{
		attribution(0, nil, "said", outlet, radio), attribution(1, &zero, "told", outlet, radio, aide), attribution(2, &one, "had", outlet, radio, aide, holt),
	}}
}

// chains writes the chains of a record, a word a voice.
func chains(r hearsay.Record) string {
	var all []string
	for _, a := range r.Attributions {
		var hops []string
		for _, v := range a.Chain[1:] {
			hops = append(hops, v.As.In(r.Report.Text))
		}
		all = append(all, strings.Join(hops, " > "))
	}
	return strings.Join(all, "; ")
}

func TestThroughWhomWordsCame(t *testing.T) {
	spanAt := func(words string) hearsay.Span {
		at := strings.Index(withinText, words)
		return hearsay.Span{Start: at, End: at + len(words)}
	}
	for _, c := range []struct{ name, of, value, want, wrong string }{
		{"straight to the outlet", "told", "", "Radio Drenn; an aide; an aide > Holt", ""},
		{"through another", "had", "12-16", "Radio Drenn; Radio Drenn > an aide; Radio Drenn > Holt", ""},
		{"through itself", "told", "25-29", "", "words do not come through themselves"},
		{"through what comes through it", "said", "38-39", "", "nothing is read"},
		{"through what stands within it", "said", "43-46", "", "words do not come through themselves"},
	} {
		record := withinRecord()
		made := Correction{ID: 1, Span: spanAt(c.of), Role: RoleWithin, Verdict: Instead, Value: c.value}
		if err := made.Check(); err != nil {
			t.Fatal(err)
		}
		err := fits(record, made)
		if c.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%s: got %v", c.name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := chains(Overlay(record, []Correction{made}).Record); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := chains(record); got != chains(withinRecord()) {
			t.Errorf("%s: the machine's reading is changed: %s", c.name, got)
		}
	}
}

// TestACorrectedVoiceIsHeardInEveryChain: what somebody says of a voice holds in the
// chains of what came through it.
func TestACorrectedVoiceIsHeardInEveryChain(t *testing.T) {
	record := withinRecord()
	shown := Overlay(record, []Correction{{ID: 1, Span: *record.Attributions[1].Cue, Role: RoleIdentity, Verdict: Instead, Value: string(hearsay.Role)}}).Record
	if got := shown.Attributions[2].Chain[2].Identity; got != hearsay.Role {
		t.Errorf("the hop is %s", got)
	}
	if got := record.Attributions[2].Chain[2].Identity; got != hearsay.Anonymous {
		t.Errorf("the machine's reading is changed to %s", got)
	}
}
