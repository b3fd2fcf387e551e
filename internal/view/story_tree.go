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
		if p, ok := s.placeIn(c.Places, r); ok && !told[r] {
			out = append(out, s.branch(p, hearsay.Link{Report: r}, "", ""))
		}
	}
	return out
}

// grow adds a report and those under it.
func (s teller) grow(out []Branch, c hearsay.Claim, o hearsay.Origin, under map[int][]hearsay.Link, l hearsay.Link, tree, below string) []Branch {
	p, ok := s.placeIn(o.Places, l.Report)
	if !ok {
		p, ok = s.placeIn(c.Places, l.Report)
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

// placeIn returns where a report makes a claim: the attribution that says most, of
// those that say the same the one whose chain is the longest, or what its outlet says
// itself.
func (s teller) placeIn(places []hearsay.Place, report int) (place hearsay.Place, ok bool) {
	best := [2]int{-1, 0}
	for _, p := range places {
		if rank := s.rank(p); p.Report == report && (rank[0] > best[0] || rank[0] == best[0] && rank[1] > best[1]) {
			place, best = p, rank
		}
	}
	return place, best[0] >= 0
}

// rank returns how long the content of an attribution is, and its chain.
func (s teller) rank(p hearsay.Place) (rank [2]int) {
	if p.Part != hearsay.PartAttribution {
		return rank
	}
	a := s.trace.Records[p.Report].Attributions[p.Index]
	for _, c := range a.Content {
		rank[0] += c.Len()
	}
	rank[1] = len(a.Chain)
	return rank
}

func (s teller) branch(p hearsay.Place, l hearsay.Link, tree, below string) Branch {
	r := s.trace.Records[p.Report]
	var about []string
	for _, part := range []string{Line(r.Report.Outlet), day(r.Report.Stood())} {
		if part != "" {
			about = append(about, part)
		}
	}
	b := Branch{Tree: tree, Below: below, Report: strings.Join(about, " · "), Voice: s.path(p), Why: string(l.Why), File: s.names[p.Report], Words: s.said(p)}
	if r.Report.Outlet == "" {
		b.Report, b.File = strings.Join(append([]string{b.File}, about...), " · "), ""
	}
	return b
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
		hop := s.called(p.Report, v)
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

// called returns how a hop of a report's chain is told: by its words, or where
// these are a pronoun by the name of the actor.
func (s teller) called(report int, v hearsay.Voice) string {
	words := Line(v.As.In(s.trace.Records[report].Report.Text))
	if v.Actor == nil || !pronouns[strings.ToLower(words)] {
		return words
	}
	return Line(s.trace.Records[report].Actors[*v.Actor].Name)
}

var pronouns = map[string]bool{"he": true, "she": true, "it": true, "they": true, "who": true, "which": true, "that": true, "i": true, "we": true}

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
