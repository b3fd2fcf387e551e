package dossier

import (
	"context"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"hearsay"
	"hearsay/internal/archive"
)

// Tracing returns a dossier's claims, with their origins, and what contradicts what,
// as the archive keeps them; reader is the program that compared. Private persons
// are named in none: there is no index of what they say.
func (d *Dossier) Tracing(reader string) archive.Tracing {
	t := archive.Tracing{Story: d.Story.ID, Changed: d.Story.Changed, Reader: reader, Reports: d.reports()}
	keys, taken := make([]string, len(d.Trace.Claims)), map[string]bool{}
	for i, c := range d.Trace.Claims {
		keys[i] = d.ClaimKey(c)
		for n := 2; taken[keys[i]]; n++ { // two statements that begin at one place
			keys[i] = d.ClaimKey(c)[:12] + "-" + strconv.Itoa(n)
		}
		taken[keys[i]] = true
		t.Claims = append(t.Claims, d.claim(c, keys[i]))
	}
	for _, c := range d.Trace.Contradictions {
		kept := archive.Contradiction{Why: c.Why}
		if c.Claims != nil {
			kept.Claims = [2]string{keys[c.Claims[0]], keys[c.Claims[1]]}
		}
		t.Contradictions = append(t.Contradictions, kept)
	}
	return t
}

// reports counts the reports, each with all its revisions once.
func (d *Dossier) reports() int {
	all := map[archive.ReportID]bool{}
	for _, k := range d.Kept {
		all[k.Report] = true
	}
	return len(all)
}

// ClaimKey returns the key of a claim: it is that of its place that arrived first.
func (d *Dossier) ClaimKey(c hearsay.Claim) string {
	first := c.Places[0]
	for _, p := range c.Places[1:] {
		if d.Kept[p.Report].Revision < d.Kept[first.Report].Revision {
			first = p
		}
	}
	return archive.ClaimKey(d.Kept[first.Report].Hash, first.Part, d.anchor(first))
}

// anchor returns the span that a statement is found by.
func (d *Dossier) anchor(p hearsay.Place) hearsay.Span {
	r := d.Trace.Records[p.Report]
	if p.Part == hearsay.PartOwnVoice {
		return r.OwnVoice[p.Index].Span
	}
	return archive.Anchor(r.Attributions[p.Index])
}

func (d *Dossier) claim(c hearsay.Claim, key string) archive.Claim {
	kept := archive.Claim{Story: d.Story.ID, Key: key, Gist: d.passage(c.Gist), Act: c.Act, Stance: c.Stance, Voice: d.nameOf(c.By), AtLeast: c.AtLeast}
	reports, outlets := map[archive.ReportID]bool{}, map[string]bool{}
	for _, p := range c.Places {
		reports[d.Kept[p.Report].Report], outlets[d.Trace.Records[p.Report].Report.Outlet] = true, true
		stood := d.stood(p.Report)
		if kept.First.IsZero() || stood.Before(kept.First) {
			kept.First = stood
		}
		if stood.After(kept.Last) {
			kept.Last = stood
		}
	}
	kept.Reports, kept.Outlets = len(reports), len(outlets)
	speakers := map[int]bool{}
	for _, o := range c.Origins {
		kept.Origins = append(kept.Origins, d.origin(o))
		if o.Actor == nil || !speakers[*o.Actor] {
			kept.Voices++
		}
		if o.Actor != nil {
			speakers[*o.Actor] = true
		}
	}
	return kept
}

func (d *Dossier) origin(o hearsay.Origin) archive.Origin {
	reports := map[archive.ReportID]bool{}
	for _, r := range o.Reports {
		reports[d.Kept[r].Report] = true
	}
	kept := archive.Origin{Voice: d.nameOf(o.Actor), Identity: o.Identity, Words: archive.Passage{Revision: d.Kept[o.Reports[0]].Revision},
		Reports: len(reports), First: d.stood(o.Reports[0])}
	if o.Voice != nil {
		kept.Words = d.passage(*o.Voice)
	}
	return kept
}

// stood returns since when a record's report stood, or when it arrived.
func (d *Dossier) stood(position int) time.Time {
	if stood := d.Trace.Records[position].Report.Stood(); !stood.IsZero() {
		return stood
	}
	return d.Kept[position].Arrived
}

func (d *Dossier) passage(p hearsay.Passage) archive.Passage {
	return archive.Passage{Revision: d.Kept[p.Report].Revision, Span: p.Span}
}

// nameOf returns the name of an actor, "" for none and for a private person.
func (d *Dossier) nameOf(actor *int) string {
	if actor == nil || d.Trace.Actors[*actor].Private {
		return ""
	}
	return d.Trace.Actors[*actor].Name
}

// Keep has the shelf keep what it compares in the archive's tables of claims; reader
// is the program that compares. It is to be called before anything else.
func (s *Shelf) Keep(reader string) { s.reader = reader }

// keep writes the tables of a story, if that is wanted. They are a help for lists: who
// asks for the story has it already, so what goes wrong is tried again by [Shelf.KeepUp].
func (s *Shelf) keep(ctx context.Context, d *Dossier) {
	if s.reader != "" {
		go func() { _ = s.archive.PutTracing(context.WithoutCancel(ctx), d.Tracing(s.reader)) }()
	}
}

// KeepUp compares stories that have changed, and keeps their claims, until ctx ends.
// It looks for some after each pause.
func (s *Shelf) KeepUp(ctx context.Context, pause time.Duration, log *slog.Logger) {
	for seen := int64(-1); ; {
		now, err := s.archive.Changes(ctx)
		if err == nil && now != seen {
			if err = s.rebuildAll(ctx, nil, inBackground); ctx.Err() == nil {
				seen = now // what changed meanwhile counted on
			}
		}
		if err != nil && ctx.Err() == nil && log != nil {
			log.Warn("claims are not up to date", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// Rebuild compares every story that has changed since its claims were kept, those
// that changed last first. After each it calls tell, unless that is nil. A story that
// cannot be compared is left for another time.
func (s *Shelf) Rebuild(ctx context.Context, tell func(done int)) error {
	return s.rebuildAll(ctx, tell, atOnce)
}

func (s *Shelf) rebuildAll(ctx context.Context, tell func(done int), how pace) error {
	failed := map[archive.StoryID]bool{}
	for done := 0; ; {
		stories, err := s.archive.Untraced(ctx, s.reader, len(failed)+storiesAtOnce)
		if err != nil {
			return err
		}
		worked := false
		for _, id := range stories {
			if failed[id] {
				continue
			}
			if err := s.rebuild(ctx, id, how); err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				failed[id] = true
				continue
			}
			worked = true
			if done++; tell != nil {
				tell(done)
			}
		}
		if !worked {
			return errOf(failed)
		}
	}
}

// storiesAtOnce is how many stories are looked for at a time.
const storiesAtOnce = 100

func errOf(failed map[archive.StoryID]bool) error {
	if len(failed) == 0 {
		return nil
	}
	return fmt.Errorf("%d stories cannot be compared: run 'hearsay doctor'", len(failed))
}

// onShelf is from how many reports on a story that goes on is worth a place on the shelf.
const onShelf = 10

// rebuild compares one story and keeps its claims before it returns.
func (s *Shelf) rebuild(ctx context.Context, id archive.StoryID, how pace) error {
	story, err := s.archive.Story(ctx, id)
	if err != nil {
		return err
	}
	var d *Dossier
	if s.has(id) || story.Reports >= onShelf {
		d, err = s.latest(ctx, id, how)
	} else {
		d, err = s.aside(ctx, story, how)
	}
	if err != nil {
		return err
	}
	return s.archive.PutTracing(ctx, d.Tracing(s.reader))
}

func (s *Shelf) has(id archive.StoryID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files[id] != nil
}

// aside makes a dossier that goes on no shelf.
func (s *Shelf) aside(ctx context.Context, story archive.Story, how pace) (*Dossier, error) {
	if how == inBackground {
		defer s.turn(nil)()
	}
	return newTableOf(s.archive, s.begin).dossier(ctx, story)
}
