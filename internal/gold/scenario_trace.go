package gold

import (
	"slices"
	"strings"

	"hearsay"
)

// Trace returns what a perfect reader would know of the affair before it asks
// where anything comes from: the true attributions, figures, actors, copies,
// revisions and claims, with their origins and contradictions left empty.
//
//	truth ──► attributions, chains, figures ──┐
//	read  ──► credit, blocks, terms, notes  ──┴─► records ──► trace
//
// Each revision has its record in read, in their order, of which is kept what the
// truth does not tell. Read may be nil: then there is only the text.
func (s Scenario) Trace(read []hearsay.Record) hearsay.Trace {
	b := tracing{scenario: s, actor: map[string]int{}, claim: map[string]int{}, report: map[string]int{}}
	b.addActors()
	for i, v := range s.Revisions {
		record := hearsay.Record{Report: v.Report}
		if read != nil {
			record = read[i]
		}
		b.report[v.ID] = i
		b.trace.Records = append(b.trace.Records, b.record(v, record))
	}
	b.addClaims()
	b.relate()
	return b.trace
}

// ClaimsTraced returns for each claim's ID of a Trace the truth's, in order.
func (s Scenario) ClaimsTraced() []string {
	var out []string
	for _, c := range s.Claims {
		if s.isTold(c.ID) {
			out = append(out, c.ID)
		}
	}
	return out
}

func (s Scenario) isTold(claim string) bool {
	return slices.ContainsFunc(s.Revisions, func(v Revision) bool {
		return slices.ContainsFunc(v.Attributions, func(a ChainedAttribution) bool { return a.Claim == claim })
	})
}

// tracing builds one trace.
type tracing struct {
	scenario Scenario
	actor    map[string]int
	claim    map[string]int
	report   map[string]int
	trace    hearsay.Trace
}

func (b *tracing) addActors() {
	for i, a := range b.scenario.Actors {
		b.actor[a.ID] = i
		actor := hearsay.StoryActor{ID: i, Name: a.Name, Kind: a.Kind}
		for _, words := range a.Aliases {
			actor.Aliases = append(actor.Aliases, hearsay.Alias{Words: words, Why: "so the truth says"})
		}
		for r := range b.scenario.Revisions {
			actor.Seen = append(actor.Seen, hearsay.ActorAt{Report: r, Actor: i})
		}
		b.trace.Actors = append(b.trace.Actors, actor)
	}
}

// record puts what is true of a revision into its record. Every actor of the
// affair is one of the record, under the same ID.
func (b *tracing) record(v Revision, record hearsay.Record) hearsay.Record {
	record.Terms = b.renamed(record)
	record.Actors = nil
	for i, a := range b.scenario.Actors {
		record.Actors = append(record.Actors, hearsay.Actor{ID: i, Name: a.Name, Kind: a.Kind, Aliases: a.Aliases})
	}
	record.Attributions, record.OwnVoice, record.Figures = nil, nil, nil
	for i, a := range v.Attributions {
		record.Attributions = append(record.Attributions, b.attribution(i, v, a))
	}
	for _, f := range v.Figures {
		record.Figures = append(record.Figures, b.figure(v, f))
	}
	return record
}

// renamed returns the terms of a record, in which the words that mention an actor
// have the ID it has in the affair, if it has one by that name.
func (b *tracing) renamed(record hearsay.Record) []hearsay.Term {
	terms := slices.Clone(record.Terms)
	for i, t := range terms {
		if t.Actor == nil {
			continue
		}
		terms[i].Actor = nil
		for id, a := range b.scenario.Actors {
			if sharesName(record.Actors[*t.Actor], a) {
				terms[i].Actor = &id
				break
			}
		}
	}
	return terms
}

func sharesName(read hearsay.Actor, truth TrueActor) bool {
	return slices.ContainsFunc(append([]string{truth.Name}, truth.Aliases...), func(name string) bool {
		return name == read.Name || slices.Contains(read.Aliases, name)
	})
}

func (b *tracing) attribution(id int, v Revision, a ChainedAttribution) hearsay.Attribution {
	out := hearsay.Attribution{ID: id, Content: a.Content, Manner: a.Manner, Confidence: 1000}
	out.Source, out.Cue = first(a.Source), first(a.Cue)
	near := a.Content[0].Start
	if out.Cue != nil {
		near = out.Cue.Start
	}
	out.Chain = b.chain(v.Report.Text, near, a.Chain)
	for _, c := range b.scenario.Claims {
		if c.ID == a.Claim {
			out.Act, out.Stance = c.Kind, c.Stance
		}
	}
	return out
}

func first(spans []hearsay.Span) *hearsay.Span {
	if len(spans) == 0 {
		return nil
	}
	return &spans[0]
}

// chain places the words of a chain's hops where they stand nearest to a byte.
func (b *tracing) chain(text string, near int, hops []Hop) []hearsay.Voice {
	var out []hearsay.Voice
	for i, h := range hops {
		v := hearsay.Voice{Identity: h.Identity, Medium: h.Medium}
		if id, ok := b.actor[h.Actor]; ok {
			v.Actor = &id
		}
		if i > 0 {
			v.As = closest(text, h.As, near)
		}
		out = append(out, v)
	}
	return out
}

// closest returns where words stand nearest to a byte; nil: nowhere.
func closest(text, words string, near int) *hearsay.Span {
	var best *hearsay.Span
	for start := 0; words != ""; {
		i := strings.Index(text[start:], words)
		if i < 0 {
			break
		}
		at := start + i
		if best == nil || distance(at, near) < distance(best.Start, near) {
			best = &hearsay.Span{Start: at, End: at + len(words)}
		}
		start = at + 1
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

func (b *tracing) figure(v Revision, f TrueFigure) hearsay.Figure {
	out := hearsay.Figure{
		Span: f.Span, Noun: f.Noun, State: f.State, Unit: f.Unit, Stance: f.Stance, Where: f.Where,
		Low: f.Low, High: f.High, Qualifier: f.Qualifier, AsOf: f.AsOf, Chain: b.chain(v.Report.Text, f.Span.Start, f.Chain),
	}
	for i, a := range v.Attributions {
		if len(a.Chain) == len(f.Chain) && covers(a.Content, f.Span) {
			out.Attribution = &i
		}
	}
	return out
}

func covers(spans []hearsay.Span, s hearsay.Span) bool {
	return slices.ContainsFunc(spans, func(c hearsay.Span) bool { return c.Contains(s) })
}

// addClaims adds the claims that attributions make.
func (b *tracing) addClaims() {
	for _, id := range b.scenario.ClaimsTraced() {
		b.claim[id] = len(b.trace.Claims)
		b.trace.Claims = append(b.trace.Claims, hearsay.Claim{ID: b.claim[id]})
	}
	for i, v := range b.scenario.Revisions {
		for k, a := range v.Attributions {
			if id, ok := b.claim[a.Claim]; ok {
				c := &b.trace.Claims[id]
				c.Places = append(c.Places, hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: k})
			}
		}
	}
	for _, c := range b.scenario.Claims {
		if id, ok := b.claim[c.ID]; ok {
			b.describe(&b.trace.Claims[id], c)
		}
	}
}

func (b *tracing) describe(c *hearsay.Claim, truth Claim) {
	c.Act, c.Stance = truth.Kind, truth.Stance
	if id, ok := b.actor[truth.By]; ok {
		c.By = &id
	}
	if id, ok := b.actor[truth.To]; ok {
		c.To = &id
	}
	at := c.Places[0]
	c.Gist = hearsay.Passage{Report: at.Report, Span: b.trace.Records[at.Report].Attributions[at.Index].Content[0]}
}

// relate adds which report copies or revises which.
func (b *tracing) relate() {
	for i, v := range b.scenario.Revisions {
		if of, ok := b.report[v.CopyOf]; ok {
			b.trace.Copies = append(b.trace.Copies, hearsay.Copy{Report: i, Of: of, Share: 1000})
		}
		if of, ok := b.report[v.Revises]; ok {
			b.trace.Updates = append(b.trace.Updates, hearsay.Update{Report: i, Revises: of})
		}
	}
}
