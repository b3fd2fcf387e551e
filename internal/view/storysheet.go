package view

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/draw"
)

// StorySheet is what there is to show of the reports about one matter to somebody
// who can point and follow.
type StorySheet struct {
	Reports        []ReportLine // in the order in which they came out
	Claims         []ClaimLine  // in how many reports, the most first; then as they were first made
	Contradictions []ContradictionLine
	Actors         []ActorLine // by how many statements, the most first
	Numbers        []Account
}

// ClaimLine is one claim in a list.
type ClaimLine struct {
	ID      int
	Gist    string
	Act     hearsay.Act
	Stance  hearsay.Stance
	By      string // "" : not known whose it is
	To      string
	Origins []OriginLine
	AtLeast bool
	Reports int
	Outlets int
}

// OriginLine is one origin of a claim.
type OriginLine struct {
	Who      string
	Actor    int // ID of a Trace.Actor that has a page; -1: none
	Identity hearsay.Identity
	First    ReportLine
	Reports  int
	Links    []LinkLine
}

// LinkLine says why a report is taken to have a claim from an origin.
type LinkLine struct {
	Report, From ReportLine
	Why          hearsay.LinkKind
	Evidence     []string
}

// ContradictionLine is two things that cannot both hold as they are said.
type ContradictionLine struct {
	Why    string
	Claims *[2]int // IDs; nil: it is of figures
	Sides  [2]string
	Who    [2]string
	Report [2]int
}

// ActorLine is one actor in a list.
type ActorLine struct {
	ID     int // ID of a Trace.Actor
	Name   string
	Kind   hearsay.ActorKind
	Spoken int // statements it makes
}

// StorySheetOf computes the sheet of a trace.
func StorySheetOf(t *hearsay.Trace) StorySheet {
	var s StorySheet
	for _, i := range t.ByPublication() {
		s.Reports = append(s.Reports, reportLine(t, i))
	}
	for _, c := range t.Claims {
		s.Claims = append(s.Claims, claimLine(t, c))
	}
	slices.SortStableFunc(s.Claims, func(a, b ClaimLine) int { return cmp.Compare(b.Reports, a.Reports) })
	for _, c := range t.Contradictions {
		s.Contradictions = append(s.Contradictions, contradictionLine(t, c))
	}
	s.Actors = actorLines(t)
	s.Numbers = NumbersOf(t.Records)
	return s
}

func claimLine(t *hearsay.Trace, c hearsay.Claim) ClaimLine {
	l := ClaimLine{ID: c.ID, Gist: words(t, c.Gist), Act: c.Act, Stance: c.Stance, AtLeast: c.AtLeast,
		By: actorName(t, c.By), To: actorName(t, c.To)}
	reports, outlets := map[int]bool{}, map[string]bool{}
	for _, p := range c.Places {
		reports[p.Report], outlets[outletOf(t.Records[p.Report])] = true, true
	}
	l.Reports, l.Outlets = len(reports), len(outlets)
	for _, o := range c.Origins {
		l.Origins = append(l.Origins, originLine(t, o))
	}
	return l
}

// actorName returns what an actor of a trace is called, "" for none. A private
// person is not called by name outside the report's own words.
func actorName(t *hearsay.Trace, id *int) string {
	if id == nil || *id < 0 || *id >= len(t.Actors) {
		return ""
	}
	if a := t.Actors[*id]; !a.Private {
		return Line(a.Name)
	}
	return "a private person"
}

func originLine(t *hearsay.Trace, o hearsay.Origin) OriginLine {
	l := OriginLine{Actor: -1, Identity: o.Identity, Reports: len(o.Reports), Who: actorName(t, o.Actor)}
	switch {
	case l.Who != "":
		if !t.Actors[*o.Actor].Private {
			l.Actor = *o.Actor
		}
	case o.Voice != nil:
		l.Who = words(t, *o.Voice)
	}
	if len(o.Reports) > 0 {
		l.First = reportLine(t, o.Reports[0])
		l.Who = cmp.Or(l.Who, own(o.Identity, l.First.Outlet))
	}
	l.Who = Clip(cmp.Or(l.Who, nobody), longestHop)
	for _, link := range o.Links {
		line := LinkLine{Report: reportLine(t, link.Report), From: reportLine(t, link.From), Why: link.Why}
		for _, p := range link.Evidence {
			line.Evidence = append(line.Evidence, words(t, p))
		}
		l.Links = append(l.Links, line)
	}
	return l
}

func own(identity hearsay.Identity, outlet string) string {
	if identity == hearsay.OutletIdentity {
		return outlet
	}
	return ""
}

func contradictionLine(t *hearsay.Trace, c hearsay.Contradiction) ContradictionLine {
	l := ContradictionLine{Why: Line(c.Why), Claims: c.Claims}
	for side := range 2 {
		switch {
		case c.Claims != nil:
			claim := t.Claims[c.Claims[side]]
			first := SaidAt(t, claim.Places[0])
			l.Sides[side], l.Who[side], l.Report[side] = words(t, claim.Gist), first.Who, first.Report
		case c.Figures != nil:
			p := c.Figures[side]
			record := t.Records[p.Report]
			f := record.Figures[p.Index]
			l.Sides[side], l.Report[side] = Line(f.Span.In(record.Report.Text)), p.Report
			l.Who[side] = cmp.Or(Line(whoseFigure(f, record.Report.Text)), outletOf(record))
		}
	}
	return l
}

// actorLines lists the actors that have a page: those who speak, and no private
// person.
func actorLines(t *hearsay.Trace) []ActorLine {
	var all []ActorLine
	spoken := spokenByAll(t)
	for i, a := range t.Actors {
		if a.Private {
			continue
		}
		if n := len(spoken[i]); n > 0 {
			all = append(all, ActorLine{a.ID, Line(a.Name), a.Kind, n})
		}
	}
	slices.SortStableFunc(all, func(a, b ActorLine) int { return cmp.Compare(b.Spoken, a.Spoken) })
	return all
}

// spokenByAll returns for each actor of a trace the attributions whose chain ends at
// it, by publication. It goes through the trace once.
func spokenByAll(t *hearsay.Trace) [][]hearsay.Place {
	actor := map[hearsay.ActorAt]int{}
	for i, a := range t.Actors {
		for _, at := range a.Seen {
			actor[at] = i
		}
	}
	all := make([][]hearsay.Place, len(t.Actors))
	for _, r := range t.ByPublication() {
		for i, attribution := range t.Records[r].Attributions {
			n := len(attribution.Chain)
			if n == 0 || attribution.Chain[n-1].Actor == nil {
				continue
			}
			if a, ok := actor[hearsay.ActorAt{Report: r, Actor: *attribution.Chain[n-1].Actor}]; ok {
				all[a] = append(all[a], hearsay.Place{Report: r, Part: hearsay.PartAttribution, Index: i})
			}
		}
	}
	return all
}

// ClaimSheet is what there is to show of one claim.
type ClaimSheet struct {
	ClaimLine
	Graph  draw.Graph
	Places []Said // by publication
	Steps  []StepLine
	Shifts []ShiftLine
}

// StepLine is one report's part in the spread of a claim.
type StepLine struct {
	ReportLine
	Kind hearsay.StepKind
	Said Said
}

// ShiftLine is a change of wording on the way.
type ShiftLine struct {
	Kind          hearsay.ShiftKind
	Before, After string
	From, To      ReportLine
}

// ClaimSheetOf computes the page of a claim of a trace.
func ClaimSheetOf(t *hearsay.Trace, id int) (ClaimSheet, bool) {
	if id < 0 || id >= len(t.Claims) {
		return ClaimSheet{}, false
	}
	c := t.Claims[id]
	page := ClaimSheet{ClaimLine: claimLine(t, c), Graph: draw.GraphOf(t, c)}
	for _, p := range c.Places {
		if p.Part != hearsay.PartFigure {
			page.Places = append(page.Places, SaidAt(t, p))
		}
	}
	slices.SortStableFunc(page.Places, func(a, b Said) int { return a.Stood.Compare(b.Stood) })
	for _, s := range c.Steps {
		line := StepLine{ReportLine: reportLine(t, s.Report), Kind: s.Kind}
		if s.Place.Part != hearsay.PartFigure {
			line.Said = SaidAt(t, s.Place)
		}
		page.Steps = append(page.Steps, line)
	}
	for _, s := range c.Shifts {
		page.Shifts = append(page.Shifts, ShiftLine{s.Kind, words(t, s.Before), words(t, s.After), reportLine(t, s.Before.Report), reportLine(t, s.After.Report)})
	}
	return page, true
}

// ActorPage is what there is to show of one actor within a story.
type ActorPage struct {
	ActorLine
	Aliases      []hearsay.Alias
	Descriptions []DescriptionLine
	Own          []Said // what it is quoted with by the outlet itself
	Through      []Said // what others say it said
}

// DescriptionLine is how a report labels an actor.
type DescriptionLine struct {
	Words  string
	By     string
	Report ReportLine
}

// ActorOf computes the page of an actor of a trace. A private person has none.
func ActorOf(t *hearsay.Trace, id int) (ActorPage, bool) {
	if id < 0 || id >= len(t.Actors) || t.Actors[id].Private {
		return ActorPage{}, false
	}
	a := t.Actors[id]
	page := ActorPage{ActorLine: ActorLine{a.ID, Line(a.Name), a.Kind, 0}}
	for _, alias := range a.Aliases {
		page.Aliases = append(page.Aliases, hearsay.Alias{Words: Line(alias.Words), Why: Line(alias.Why)})
	}
	for _, p := range spokenByAll(t)[id] {
		page.Spoken++
		if s := SaidAt(t, p); len(s.Through) > 0 {
			page.Through = append(page.Through, s)
		} else {
			page.Own = append(page.Own, s)
		}
	}
	page.Descriptions = descriptionsOf(t, a)
	return page, true
}

func descriptionsOf(t *hearsay.Trace, a hearsay.StoryActor) []DescriptionLine {
	var all []DescriptionLine
	for _, at := range a.Seen {
		record := t.Records[at.Report]
		for _, d := range record.Actors[at.Actor].Descriptions {
			line := DescriptionLine{Words: Clip(d.Words.In(record.Report.Text), 120), By: outletOf(record), Report: reportLine(t, at.Report)}
			if d.By != nil {
				line.By = Line(record.Actors[*d.By].Name)
			}
			all = append(all, line)
		}
	}
	return all
}
