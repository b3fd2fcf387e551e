package contract

import (
	"time"

	"hearsay"
)

// Of returns the JSON form of one record read on its own. The record must pass
// its Check. It costs one pass over the text, and then no more for a span in a
// long text than in a short one.
func Of(record hearsay.Record) Line { return new(Run).Line(record) }

// Run numbers the actors and attributions of several records so that no
// identifier stands for two of them. The zero Run is ready to use.
//
// A record counts its own from 0; a run goes on counting, from 1, in the order
// in which the records come.
type Run struct {
	actors, attributions int // how many have been numbered so far
}

// Line returns the JSON form of the run's next record.
func (r *Run) Line(record hearsay.Record) Line {
	c := converter{offsets: newOffsets(record.Report.Text), actors: r.actors, attributions: r.attributions}
	r.actors += len(record.Actors)
	r.attributions += len(record.Attributions)
	return c.line(record)
}

func (c converter) line(record hearsay.Record) Line {
	return Line{
		Schema:       Schema,
		Report:       c.report(record),
		Actors:       each(record.Actors, c.actor),
		Attributions: each(record.Attributions, c.attribution),
		OwnVoice:     each(record.OwnVoice, c.ownVoice),
		Figures:      each(record.Figures, c.figure),
		Times:        each(record.Moments, c.time),
		Skipped:      each(record.Skipped, c.skip),
		Reader:       Reader(record.Reader),
	}
}

// converter turns the parts of one record into those of its line.
type converter struct {
	offsets
	actors, attributions int // numbered before this record

	// Of a comparison: the run's ID of each of the record's actors, and of its
	// outlet; nil and 0 where a record is read on its own.
	global []int
	outlet int
}

// actorID returns a record's identifier of an actor as the run's.
func (c converter) actorID(of *int) *int {
	if of == nil || c.global == nil {
		return id(of, c.actors)
	}
	n := c.global[*of]
	return &n
}

func (c converter) report(record hearsay.Record) Report {
	from := record.Report
	return Report{
		Path: stated(from.Path), URL: stated(from.URL), Outlet: stated(from.Outlet), Headline: stated(from.Headline),
		Byline: list(from.Byline), Dateline: stated(record.Dateline), Credit: stated(record.Credit),
		Published: moment(from.Published), Updated: moment(from.Updated),
		Language: stated(record.Language), Note: stated(record.Note), Related: list(record.Related),
		Text: from.Text, Blocks: each(record.Blocks, c.block), Entries: each(record.Entries, c.entry),
	}
}

func (c converter) block(b hearsay.Block) Block { return Block{Span: c.span(b.Span), Kind: b.Kind} }

func (c converter) entry(e hearsay.Entry) Entry {
	return Entry{Span: c.span(e.Span), Stamp: c.span(e.Stamp), Time: moment(e.Time)}
}

func (c converter) actor(a hearsay.Actor) Actor {
	return Actor{
		ID: *c.actorID(&a.ID), Name: a.Name, Kind: a.Kind,
		Aliases: list(a.Aliases), Descriptions: each(a.Descriptions, c.description), Private: a.Private,
	}
}

func (c converter) description(d hearsay.Description) Description {
	return Description{Words: c.span(d.Words), By: c.actorID(d.By)}
}

func (c converter) attribution(a hearsay.Attribution) Attribution {
	return Attribution{
		ID:     c.attributions + a.ID + 1,
		Source: c.maybe(a.Source), Cue: c.maybe(a.Cue), Content: each(a.Content, c.span), Manner: a.Manner,
		Within: id(a.Within, c.attributions), Chain: each(a.Chain, c.voice),
		Addressee: c.actorID(a.Addressee), Act: stated(a.Act), Stance: stated(a.Stance),
		Condition: c.maybe(a.Condition), Regardless: c.maybe(a.Regardless), Silence: stated(a.Silence),
		Confidence: float64(a.Confidence) / 1000,
	}
}

func (c converter) voice(v hearsay.Voice) Voice {
	voice := Voice{
		Actor: c.actorID(v.Actor), Span: c.maybe(v.As), Identity: v.Identity, Medium: stated(v.Medium),
		Occasion: occasion(v.Occasion), Anonymity: anonymity(v.Anonymity),
	}
	if v.Actor == nil && v.As == nil && v.Identity == hearsay.OutletIdentity && c.outlet > 0 {
		voice.Actor = &c.outlet
	}
	if v.As != nil {
		voice.As = &voice.Span.Text
	}
	return voice
}

func occasion(o *hearsay.Occasion) *Occasion {
	if o == nil {
		return nil
	}
	return &Occasion{Date: stated(o.Date), Place: stated(o.Place), Audience: stated(o.Audience)}
}

func anonymity(a *hearsay.Anonymity) *Anonymity {
	if a == nil {
		return nil
	}
	return &Anonymity{Why: stated(a.Why), Proximity: stated(a.Proximity), Number: stated(a.Number)}
}

func (c converter) ownVoice(o hearsay.OwnVoice) OwnVoice {
	return OwnVoice{Span: c.span(o.Span), Act: stated(o.Act), Stance: stated(o.Stance)}
}

func (c converter) figure(f hearsay.Figure) Figure {
	return Figure{
		Span: c.span(f.Span), Noun: c.maybe(f.Noun), State: stated(f.State), Unit: stated(f.Unit),
		Stance: stated(f.Stance), Where: stated(f.Where), Low: f.Low, High: f.High,
		Qualifier: stated(f.Qualifier), AsOf: stated(f.AsOf),
		Chain: each(f.Chain, c.voice), Attribution: id(f.Attribution, c.attributions),
	}
}

func (c converter) time(m hearsay.Moment) Time {
	return Time{Span: c.span(m.Span), Type: m.Type, Value: stated(m.Value)}
}

func (c converter) skip(s hearsay.Skip) Skip { return Skip{Span: c.maybe(s.Span), Why: s.Why} }

// id returns a record's identifier as the run's, given how many were numbered
// before the record.
func id(of *int, before int) *int {
	if of == nil {
		return nil
	}
	n := before + *of + 1
	return &n
}

// stated returns nil for "", which stands for "not stated" everywhere in a record.
func stated[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

// moment returns nil for the zero time, which stands for "not stated".
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// list returns l, or an empty list for nil, which JSON would print as null.
func list(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}

// each converts every element of from; the result is never nil.
func each[From, To any](from []From, convert func(From) To) []To {
	to := make([]To, len(from))
	for i, f := range from {
		to[i] = convert(f)
	}
	return to
}
