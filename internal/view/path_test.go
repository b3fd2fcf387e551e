package view_test

import (
	"bytes"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/recordtest"
	"hearsay/internal/view"
)

// TestPaths: under a note stands what more there is to tell of the way its words
// came, and how its source is identified stands in it.
func TestPaths(t *testing.T) {
	const text = "An official told Radio Drenn the talks go on, citing the League. The mayor declined to comment."
	r := recordtest.Must(text, `
		An official | told | the talks go on | indirect | 900
		the League | citing | the talks go on | indirect | 800 | 0
		The mayor | declined | to comment | indirect | 700
	`)
	outlet := hearsay.Voice{Identity: hearsay.OutletIdentity}
	radio := hearsay.Voice{As: &hearsay.Span{Start: 17, End: 28}, Identity: hearsay.NamedOrganisation, Medium: hearsay.Broadcast}
	official := hearsay.Voice{
		As: r.Attributions[0].Source, Identity: hearsay.Anonymous, Medium: hearsay.Interview,
		Occasion: &hearsay.Occasion{Date: "2031-04-02", Place: "Drenn", Audience: "us"}, Anonymity: &hearsay.Anonymity{Why: "he\nwas afraid", Number: "one"},
	}
	league := hearsay.Voice{As: r.Attributions[1].Source, Identity: hearsay.NamedOrganisation, Medium: hearsay.Reported}
	r.Attributions[0].Chain = []hearsay.Voice{outlet, radio, official}
	r.Attributions[1].Chain = []hearsay.Voice{outlet, radio, official, league}
	r.Attributions[2].Chain = []hearsay.Voice{outlet, {As: r.Attributions[2].Source, Identity: hearsay.Role}}
	r.Attributions[2].Silence = hearsay.Declined
	var out bytes.Buffer
	if err := view.NewPlain(&out, 0).Write(r); err != nil {
		t.Fatal(err)
	}
	want := `
  | An official — told: the talks go on (indirect, anonymous, 0.90)
  |   Radio Drenn (named-organisation, broadcast) ← An official (anonymous, interview, 2031-04-02, in Drenn, to us, why: he was afraid, number: one)
  |   the League — citing: the talks go on (indirect, named-organisation, 0.80)
  | The mayor — declined: to comment (no statement: declined, role, 0.70)
`
	if !strings.Contains(out.String(), want) {
		t.Errorf("got\n%s\nwant in it%s", out.String(), want)
	}
}
