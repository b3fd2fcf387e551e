package view

import (
	"strings"

	"hearsay"
)

// # The tree of a claim
//
// Each origin is a root, the first report that has the claim from it; under a
// report stand those that are shown to have it from that report. Reports without
// an origin are roots of their own.

// branches returns the reports of a claim as lines of trees.
func (s teller) branches(c hearsay.Claim) []Branch {
	var out []Branch
	told := map[int]bool{}
	for _, o := range c.Origins {
		under := map[int][]hearsay.Link{}
		for _, l := range o.Links {
			under[l.From] = append(under[l.From], l)
		}
		out = s.grow(out, c, o, under, hearsay.Link{Report: o.Reports[0]}, "", "")
		for _, r := range o.Reports {
			told[r] = true
		}
	}
	for _, r := range s.trace.ByPublication() {
		if p, ok := placeIn(c.Places, r); ok && !told[r] {
			out = append(out, s.branch(p, hearsay.Link{Report: r}, "", ""))
		}
	}
	return out
}

// grow adds a report and those under it.
func (s teller) grow(out []Branch, c hearsay.Claim, o hearsay.Origin, under map[int][]hearsay.Link, l hearsay.Link, tree, below string) []Branch {
	p, ok := placeIn(o.Places, l.Report)
	if !ok {
		p, ok = placeIn(c.Places, l.Report)
	}
	if ok {
		out = append(out, s.branch(p, l, tree, below))
	}
	links := under[l.Report]
	delete(under, l.Report) // a report stands in one place
	for i, next := range links {
		if i+1 < len(links) {
			out = s.grow(out, c, o, under, next, below+"├─ ", below+"│  ")
		} else {
			out = s.grow(out, c, o, under, next, below+"└─ ", below+"   ")
		}
	}
	return out
}

// placeIn returns where a report makes a claim: the outermost, first attribution,
// or what its outlet says itself.
func placeIn(places []hearsay.Place, report int) (hearsay.Place, bool) {
	var own *hearsay.Place
	for _, p := range places {
		switch {
		case p.Report != report:
		case p.Part == hearsay.PartAttribution:
			return p, true
		case own == nil:
			own = &p
		}
	}
	if own != nil {
		return *own, true
	}
	return hearsay.Place{}, false
}

func (s teller) branch(p hearsay.Place, l hearsay.Link, tree, below string) Branch {
	r := s.trace.Records[p.Report]
	report := s.names[p.Report]
	if r.Report.Outlet != "" {
		report += " · " + Line(r.Report.Outlet)
	}
	if d := day(r.Report.Stood()); d != "" {
		report += " · " + d
	}
	return Branch{Tree: tree, Below: below, Report: report, Voice: s.path(p), Why: string(l.Why), Words: s.said(p)}
}

// path returns the way by which a report has a statement, from the outlet to the
// one who speaks.
func (s teller) path(p hearsay.Place) string {
	if p.Part != hearsay.PartAttribution {
		return "in its own voice"
	}
	r := s.trace.Records[p.Report]
	var hops []string
	for _, v := range r.Attributions[p.Index].Chain {
		if v.As == nil {
			if v.Identity == hearsay.Unattributed {
				hops = append(hops, "nobody named")
			}
			continue
		}
		hop := Line(v.As.In(r.Report.Text))
		if v.Identity == hearsay.Anonymous {
			hop += " (not named)"
		}
		hops = append(hops, hop)
	}
	if len(hops) == 0 {
		return "itself"
	}
	return strings.Join(hops, " ◂ ")
}

// said returns the exact words of a statement.
func (s teller) said(p hearsay.Place) string {
	r := s.trace.Records[p.Report]
	var pieces []string
	switch p.Part {
	case hearsay.PartAttribution:
		for _, c := range r.Attributions[p.Index].Content {
			pieces = append(pieces, Line(c.In(r.Report.Text)))
		}
	case hearsay.PartOwnVoice:
		pieces = append(pieces, Line(r.OwnVoice[p.Index].Span.In(r.Report.Text)))
	}
	return strings.Join(pieces, " […] ")
}
