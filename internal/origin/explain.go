package origin

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay"
)

// # In one sentence
//
// What a view says of a claim's origins, of one origin, and of why a report was
// put to it:
//
//	10 reports, 1 origin: an unnamed voice
//	In all 10 reports it comes from one voice that is not named, "an official", first told by Radio Drenn.
//	the path of The Ostrel Messenger meets that of Radio Drenn: "Radio Drenn".

// Summary says how many origins a claim has in how many reports.
func Summary(c hearsay.Claim) string {
	reports := count(len(c.Steps), "report", "reports")
	n := len(c.Origins)
	atLeast := ""
	if c.AtLeast {
		atLeast = "at least "
	}
	if n == 1 {
		return fmt.Sprintf("%s, %s1 origin: %s", reports, atLeast, kindWords[c.Origins[0].Identity])
	}
	return fmt.Sprintf("%s, %s%s", reports, atLeast, count(n, "origin", "origins"))
}

// kindWords say what sort of voice an origin is.
var kindWords = map[hearsay.Identity]string{
	hearsay.NamedPerson: "a named person", hearsay.NamedOrganisation: "a named organisation", hearsay.Role: "an office without a name",
	hearsay.Anonymous: "an unnamed voice", hearsay.GroupIdentity: "a group", hearsay.Unattributed: "nobody is named",
	hearsay.OutletIdentity: "the outlet itself",
}

// Explain says of one origin of a trace whose it is and who told it first.
func Explain(t *hearsay.Trace, o hearsay.Origin) string {
	first := outletOf(t, o.Reports[0])
	where := "In " + first
	if n := len(o.Reports); n > 1 {
		where = fmt.Sprintf("In %s", count(n, "report", "reports"))
	}
	return fmt.Sprintf("%s it comes from %s, first told by %s.", where, voiceOf(t, o), first)
}

func voiceOf(t *hearsay.Trace, o hearsay.Origin) string {
	words := ""
	if o.Voice != nil {
		words = said(t, *o.Voice)
	}
	switch {
	case o.Actor != nil:
		return t.Actors[*o.Actor].Name
	case o.Identity == hearsay.Anonymous:
		return fmt.Sprintf("a voice that is not named, “%s”", words)
	case words != "":
		return "“" + words + "”"
	case o.Identity == hearsay.Unattributed:
		return "somebody the reports do not tell"
	}
	return "the outlet itself"
}

// ExplainLink says why a report is taken to have a claim from an origin.
func ExplainLink(t *hearsay.Trace, l hearsay.Link) string {
	shown := make([]string, 0, len(l.Evidence))
	for _, e := range l.Evidence {
		if words := "“" + said(t, e) + "”"; len(shown) == 0 || shown[len(shown)-1] != words {
			shown = append(shown, words)
		}
	}
	to, from := outletOf(t, l.Report), outletOf(t, l.From)
	if to == from {
		to = "another report of " + to
	}
	sentence := fmt.Sprintf(reasons[l.Why], to, from)
	if len(shown) == 0 {
		return sentence + "."
	}
	return sentence + ": " + strings.Join(shown, ", ") + "."
}

// reasons say of a report and the one it follows why.
var reasons = map[hearsay.LinkKind]string{
	hearsay.LinkCites:      "the path of %[1]s meets that of %[2]s",
	hearsay.LinkCopies:     "%[1]s has the same wording as %[2]s",
	hearsay.LinkCredits:    "%[1]s credits %[2]s",
	hearsay.LinkSameSpeech: "%[1]s has the same speaker as %[2]s",
	hearsay.LinkUnshown:    "%[1]s says so after %[2]s and does not show where it has it from",
}

func outletOf(t *hearsay.Trace, report int) string {
	if name := t.Records[report].Report.Outlet; name != "" {
		return name
	}
	return "report " + strconv.Itoa(report+1)
}

func said(t *hearsay.Trace, p hearsay.Passage) string {
	return strings.Join(strings.Fields(p.Span.In(t.Records[p.Report].Report.Text)), " ")
}

func count(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + several
}
