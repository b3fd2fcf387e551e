package contract

import (
	"fmt"

	"hearsay"
)

// OfTrace returns the JSON form of a trace, which must pass its Check: a line for
// each record, in their order, and what they say together. The trace's ledger is
// empty; package export fills it in.
func OfTrace(t hearsay.Trace) ([]Line, Trace) {
	c := newComparison(t)
	lines := make([]Line, len(t.Records))
	for i := range t.Records {
		lines[i] = c.line(i)
	}
	return lines, Trace{
		Claims:         each(t.Claims, c.claim),
		Copies:         each(t.Copies, c.copy),
		Updates:        each(t.Updates, c.update),
		Contradictions: each(t.Contradictions, c.contradiction),
		Ledger:         []Account{},
		Talks:          c.talksOf(),
		OtherTalks:     c.otherTalks(),
	}
}

// comparison turns the parts of a trace into those of its JSON form.
type comparison struct {
	trace   hearsay.Trace
	reports []string    // the id of each record's report
	records []converter // one for each
	claims  map[hearsay.Place]int
	origins map[hearsay.Place]int
}

func newComparison(t hearsay.Trace) *comparison {
	c := &comparison{trace: t, reports: ReportIDs(t.Records), claims: map[hearsay.Place]int{}, origins: map[hearsay.Place]int{}}
	attributions := 0
	for _, r := range t.Records {
		c.records = append(c.records, converter{
			offsets: newOffsets(r.Report.Text), attributions: attributions, global: make([]int, len(r.Actors)),
		})
		attributions += len(r.Attributions)
	}
	for _, a := range t.Actors {
		for _, at := range a.Seen {
			c.records[at.Report].global[at.Actor] = a.ID + 1
		}
		for _, r := range a.Publishes {
			c.records[r].outlet = a.ID + 1
		}
	}
	for _, claim := range t.Claims {
		for _, p := range claim.Places {
			c.claims[p] = claim.ID + 1
		}
		for _, o := range claim.Origins {
			for _, p := range o.Places {
				c.origins[p] = o.ID + 1
			}
		}
	}
	return c
}

// ReportIDs returns the ids of reports: the path, else the URL. Where several
// reports would have the same, those after the first have "#2" and so on behind it.
func ReportIDs(records []hearsay.Record) []string {
	ids := make([]string, len(records))
	count := map[string]int{}
	for i, r := range records {
		id := r.Report.Path
		if id == "" {
			id = r.Report.URL
		}
		if count[id]++; count[id] > 1 || id == "" {
			id = fmt.Sprintf("%s#%d", id, count[id])
		}
		ids[i] = id
	}
	return ids
}

// line is the line of record i.
func (c *comparison) line(i int) Line {
	record := c.trace.Records[i]
	l := c.records[i].line(record)
	l.Actors = c.actors(i)
	for k := range l.Attributions {
		p := hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: k}
		l.Attributions[k].Claim, l.Attributions[k].Origin = known(c.claims, p), known(c.origins, p)
	}
	for k := range l.OwnVoice {
		p := hearsay.Place{Report: i, Part: hearsay.PartOwnVoice, Index: k}
		l.OwnVoice[k].Claim, l.OwnVoice[k].Origin = known(c.claims, p), known(c.origins, p)
	}
	return l
}

func known(ids map[hearsay.Place]int, p hearsay.Place) *int {
	if id, ok := ids[p]; ok {
		return &id
	}
	return nil
}

// actors are those of record i, each once, by the name and kind they have in the
// story, with the aliases of this report.
func (c *comparison) actors(i int) []Actor {
	at := map[int]int{}
	all := []Actor{}
	for _, a := range c.trace.Records[i].Actors {
		read := c.records[i].actor(a)
		k, known := at[read.ID]
		if !known {
			at[read.ID] = len(all)
			if of := read.ID - 1; of >= 0 && of < len(c.trace.Actors) {
				read.Name, read.Kind, read.Private = c.trace.Actors[of].Name, c.trace.Actors[of].Kind, c.trace.Actors[of].Private
			}
			all = append(all, read)
			continue
		}
		all[k].Aliases = append(all[k].Aliases, read.Aliases...)
		all[k].Descriptions = append(all[k].Descriptions, read.Descriptions...)
	}
	return all
}

func (c *comparison) claim(x hearsay.Claim) Claim {
	return Claim{
		ID: x.ID + 1, Gist: x.Gist.Span.In(c.trace.Records[x.Gist.Report].Report.Text), Act: stated(x.Act), Stance: stated(x.Stance),
		By: id(x.By, 0), To: id(x.To, 0), AtLeast: x.AtLeast,
		Origins: each(x.Origins, c.origin), Places: each(x.Places, c.place), Steps: each(x.Steps, c.step), Shifts: each(x.Shifts, c.shift),
	}
}

func (c *comparison) origin(o hearsay.Origin) Origin {
	out := Origin{
		ID: o.ID + 1, Actor: id(o.Actor, 0), Identity: stated(o.Identity), FirstReport: c.reports[o.Reports[0]],
		Reports: each(o.Reports, c.report), Why: map[string]hearsay.LinkKind{}, Links: each(o.Links, c.link),
	}
	if o.Voice != nil {
		words := o.Voice.Span.In(c.trace.Records[o.Voice.Report].Report.Text)
		out.Voice = &words
	}
	for _, l := range o.Links {
		out.Why[c.reports[l.Report]] = l.Why
	}
	return out
}

func (c *comparison) report(i int) string { return c.reports[i] }

func (c *comparison) link(l hearsay.Link) Link {
	return Link{Report: c.reports[l.Report], From: c.reports[l.From], Why: l.Why, Evidence: each(l.Evidence, c.passage)}
}

func (c *comparison) passage(p hearsay.Passage) Passage {
	return Passage{Report: c.reports[p.Report], Span: c.records[p.Report].span(p.Span)}
}

func (c *comparison) place(p hearsay.Place) Place {
	out := Place{Report: c.reports[p.Report]}
	index := p.Index
	switch p.Part {
	case hearsay.PartAttribution:
		out.Attribution = id(&index, c.records[p.Report].attributions)
	case hearsay.PartOwnVoice:
		out.OwnVoice = &index
	case hearsay.PartFigure:
		out.Figure = &index
	}
	return out
}

func (c *comparison) step(s hearsay.Step) Step { return Step{Kind: s.Kind, Place: c.place(s.Place)} }

func (c *comparison) shift(s hearsay.Shift) Shift {
	return Shift{Kind: s.Kind, Before: c.passage(s.Before), After: c.passage(s.After)}
}

func (c *comparison) copy(x hearsay.Copy) Copy {
	return Copy{
		Report: c.reports[x.Report], Of: c.reports[x.Of], Share: float64(x.Share) / 1000, Credit: c.records[x.Report].maybe(x.Credit),
	}
}

func (c *comparison) update(u hearsay.Update) Update {
	out := Update{
		Report: c.reports[u.Report], Revises: c.reports[u.Revises], Note: each(u.Note, c.records[u.Report].span),
		Changes: []Change{}, Above: []Change{},
	}
	for _, x := range u.Changes {
		if x.Where == 0 {
			out.Above = append(out.Above, c.change(u, x))
			continue
		}
		out.Changes = append(out.Changes, c.change(u, x))
	}
	return out
}

func (c *comparison) change(u hearsay.Update, x hearsay.Change) Change {
	from, to := c.trace.Records[u.Revises].Report, c.trace.Records[u.Report].Report
	before, after := c.records[u.Revises], c.records[u.Report]
	return Change{
		Kind: x.Kind, Subject: x.Subject, Where: x.Where, What: x.What(from, to), Silent: x.Kind == hearsay.ChangeSilent,
		Before: before.maybe(x.Before), After: after.maybe(x.After), Admitted: after.maybe(x.Admitted),
	}
}

func (c *comparison) contradiction(x hearsay.Contradiction) Contradiction {
	out := Contradiction{Why: x.Why}
	if x.Claims != nil {
		out.Claims = []int{x.Claims[0] + 1, x.Claims[1] + 1}
	}
	if x.Figures != nil {
		out.Figures = []Place{c.place(x.Figures[0]), c.place(x.Figures[1])}
	}
	return out
}
