package view

import (
	"cmp"
	"fmt"
	"strings"

	"hearsay"
)

// StoryPage is what there is to show of a trace. All its strings are safe to print
// on a terminal.
type StoryPage struct {
	Heading string
	Rule    string // in which order the claims come
	Claims  []ClaimNote
	Alone   int // claims that are not shown: one report alone makes them

	Contradictions []string // each in a sentence, with the numbers of the claims
}

// ClaimNote is one claim and the way it came to every report that makes it.
type ClaimNote struct {
	Number   int // the claim's ID in the contract's count
	Gist     string
	About    string // what it does, and by whom: "denial · denied · the Front"
	Sum      string // "5 reports, 1 origin"
	Branches []Branch
	Shifts   []string
}

// Branch is one report in the tree of a claim.
//
//	Radio Drenn · 2031-04-01 ◂ a senior official (not named)  drenn.txt
//	├─ The Orl Post · 2031-04-02 ◂ Radio Drenn (cites)  orl.txt
//	└─ Vale Courier · 2031-04-02 ◂ Radio Drenn (copies)  vale.txt
type Branch struct {
	Tree   string // what stands before it
	Below  string // what stands before lines under it
	Report string // outlet and date
	File   string // where it is read
	Voice  string // in whose words it has the claim
	Why    string // what shows that it has it from there; "" at a root
	Words  string // what it says
}

// StoryOptions say what of a trace is shown.
type StoryOptions struct {
	Alone bool // also claims that one report alone makes
}

// StoryOf computes the page of a trace, which must pass its Check.
func StoryOf(t hearsay.Trace, o StoryOptions) StoryPage {
	s := teller{t, ids(t)}
	page := StoryPage{Heading: s.heading(), Rule: "claims that most reports make first; of those the first to be made"}
	for _, c := range t.Claims {
		if reportsOf(c) < 2 && !o.Alone {
			page.Alone++
			continue
		}
		page.Claims = append(page.Claims, s.claim(c))
	}
	for _, c := range t.Contradictions {
		page.Contradictions = append(page.Contradictions, s.contradiction(c))
	}
	return page
}

func (s teller) contradiction(c hearsay.Contradiction) string {
	if c.Claims == nil {
		return Line(c.Why)
	}
	return fmt.Sprintf("%s (%d, %d)", Line(c.Why), c.Claims[0]+1, c.Claims[1]+1)
}

// ClaimOf computes what there is to show of one claim of a trace.
func ClaimOf(t hearsay.Trace, id int) ClaimNote { return teller{t, ids(t)}.claim(t.Claims[id]) }

// ids returns how each report is called: by its path, less the folders that all
// share; without a path by its URL.
func ids(t hearsay.Trace) []string {
	names := make([]string, len(t.Records))
	for i, r := range t.Records {
		names[i] = Line(cmp.Or(r.Report.Path, r.Report.URL, fmt.Sprintf("report %d", i+1)))
	}
	folder := sharedFolder(names)
	for i, n := range names {
		names[i] = strings.TrimPrefix(n, folder)
	}
	return names
}

// sharedFolder returns the folders at the beginning of all names.
func sharedFolder(names []string) string {
	if len(names) == 0 {
		return ""
	}
	folder := names[0][:strings.LastIndexByte(names[0], '/')+1]
	for _, n := range names {
		for !strings.HasPrefix(n, folder) {
			folder = folder[:strings.LastIndexByte(strings.TrimSuffix(folder, "/"), '/')+1]
		}
	}
	return folder
}

// teller puts the parts of a trace into words.
type teller struct {
	trace hearsay.Trace
	names []string
}

func (s teller) heading() string {
	outlets := map[string]bool{}
	for _, r := range s.trace.Records {
		if r.Report.Outlet != "" {
			outlets[r.Report.Outlet] = true
		}
	}
	parts := []string{count(len(s.trace.Records), "report")}
	if len(outlets) > 0 {
		parts = append(parts, count(len(outlets), "outlet"))
	}
	if from, to := s.days(); from != "" {
		parts = append(parts, span(from, to))
	}
	return strings.Join(parts, " · ")
}

func (s teller) days() (from, to string) {
	for _, i := range s.trace.ByPublication() {
		if d := day(s.trace.Records[i].Report.Stood()); d != "" {
			from, to = cmp.Or(from, d), d
		}
	}
	return from, to
}

func span(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func reportsOf(c hearsay.Claim) int {
	seen := map[int]bool{}
	for _, p := range c.Places {
		seen[p.Report] = true
	}
	return len(seen)
}

func (s teller) claim(c hearsay.Claim) ClaimNote {
	n := ClaimNote{Number: c.ID + 1, Gist: s.words(c.Gist), About: s.about(c), Sum: s.sum(c), Branches: s.branches(c)}
	for _, x := range c.Shifts {
		n.Shifts = append(n.Shifts, fmt.Sprintf("%s: “%s” (%s) – “%s” (%s)", x.Kind, s.words(x.Before), s.names[x.Before.Report], s.words(x.After), s.names[x.After.Report]))
	}
	return n
}

func (s teller) words(p hearsay.Passage) string {
	return Line(p.Span.In(s.trace.Records[p.Report].Report.Text))
}

func (s teller) about(c hearsay.Claim) string {
	var parts []string
	for _, p := range []string{string(c.Act), string(c.Stance)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if c.By != nil {
		by := "by " + Line(s.trace.Actors[*c.By].Name)
		if c.To != nil {
			by += " to " + Line(s.trace.Actors[*c.To].Name)
		}
		parts = append(parts, by)
	}
	return strings.Join(parts, " · ")
}

// sum counts reports and origins. "1 origin" is said only where it is shown.
func (s teller) sum(c hearsay.Claim) string {
	reports := count(reportsOf(c), "report")
	if len(c.Origins) == 0 {
		return reports
	}
	origins := count(len(c.Origins), "origin")
	if c.AtLeast {
		origins = "at least " + origins
	}
	if len(c.Origins) == 1 {
		origins += ": " + s.voice(c.Origins[0])
	}
	return reports + ", " + origins
}

// voice says who stands at an origin.
func (s teller) voice(o hearsay.Origin) string {
	words := ""
	if o.Voice != nil {
		words = s.words(*o.Voice)
	}
	switch {
	case o.Identity == hearsay.Anonymous:
		return "a source that is not named (“" + words + "”)"
	case o.Identity == hearsay.Unattributed || words == "" && o.Identity != hearsay.OutletIdentity:
		return "nobody is said to be its source"
	case o.Actor != nil:
		return Line(s.trace.Actors[*o.Actor].Name)
	case words != "":
		return words
	}
	return "the outlet itself"
}
