package archive

import (
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"time"

	"hearsay"
)

// claimRow is a claim as it stands in its table.
type claimRow struct {
	key                                               string
	revision, first, past                             int64
	act, stance, voice                                string
	reports, outlets, voices, origins, atLeast, shape int64
	firstAt, lastAt, changed, gone                    int64
}

const claimColumns = `key, revision_id, first, past, act, stance, voice, reports, outlets, voices, origins, at_least, shape, first_at, last_at, changed, gone`

func (r *claimRow) places() []any {
	return args(&r.key, &r.revision, &r.first, &r.past, &r.act, &r.stance, &r.voice, &r.reports, &r.outlets, &r.voices, &r.origins,
		&r.atLeast, &r.shape, &r.firstAt, &r.lastAt, &r.changed, &r.gone)
}

func (r claimRow) values() []any {
	return args(r.key, r.revision, r.first, r.past, r.act, r.stance, r.voice, r.reports, r.outlets, r.voices, r.origins,
		r.atLeast, r.shape, r.firstAt, r.lastAt, r.changed, r.gone)
}

func rowOf(c Claim) claimRow {
	r := claimRow{key: c.Key, revision: int64(c.Gist.Revision), first: int64(c.Gist.Span.Start), past: int64(c.Gist.Span.End),
		act: string(c.Act), stance: string(c.Stance), voice: c.Voice, reports: int64(c.Reports), outlets: int64(c.Outlets), voices: int64(c.Voices),
		origins: int64(len(c.Origins)), firstAt: micro(c.First), lastAt: micro(c.Last)}
	if c.AtLeast {
		r.atLeast = 1
	}
	shape := fnv.New64a()
	for _, o := range c.Origins {
		fmt.Fprintf(shape, "%q %s %d %v %d %d\n", o.Voice, o.Identity, o.Words.Revision, o.Words.Span, o.Reports, micro(o.First))
	}
	r.shape = int64(shape.Sum64() >> 1)
	return r
}

func (r claimRow) claim(story StoryID) Claim {
	return Claim{Story: story, Key: r.key, Gist: Passage{RevisionID(r.revision), hearsay.Span{Start: int(r.first), End: int(r.past)}},
		Act: hearsay.Act(r.act), Stance: hearsay.Stance(r.stance), Voice: r.voice, Reports: int(r.reports), Outlets: int(r.outlets),
		Voices: int(r.voices), AtLeast: r.atLeast != 0, First: fromMicro(r.firstAt), Last: fromMicro(r.lastAt), Changed: r.changed, Gone: r.gone != 0}
}

// PutTracing puts what was made of a story in the place of what was before. Only
// claims that are new or other than they were are written, some at a time, so that
// nobody waits long; those that are no more leave their key. The stamp is written last:
// whoever is killed before has it made anew. What was compared before what is
// kept is not put.
func (a *Archive) PutTracing(ctx context.Context, t Tracing) error {
	t.At = a.now().UTC().Truncate(time.Microsecond)
	had, err := a.claimRows(ctx, t.Story)
	if err != nil {
		return err
	}
	var fresh []Claim
	for _, c := range t.Claims {
		row, old := rowOf(c), had[c.Key]
		row.changed = old.changed
		if delete(had, c.Key); row != old {
			fresh = append(fresh, c)
		}
	}
	for some := range slices.Chunk(fresh, claimsAtOnce) {
		if err := a.putting(ctx, t, func(ctx context.Context, s *session) error { return putClaims(ctx, s, t.Story, some) }); err != nil {
			return err
		}
	}
	return a.putting(ctx, t, func(ctx context.Context, s *session) error {
		if err := loseClaims(ctx, s, t.Story, had); err != nil {
			return err
		}
		return stamp(ctx, s, t)
	})
}

// claimsAtOnce is how many claims are written in one transaction.
const claimsAtOnce = 200

// putting does a part of putting a tracing, unless a later one is kept.
func (a *Archive) putting(ctx context.Context, t Tracing, work func(context.Context, *session) error) error {
	return a.write(ctx, Bulk, func(ctx context.Context, s *session) error {
		var have int64
		if found, err := s.get(ctx, `SELECT changed FROM tracing WHERE story_id = ?`, args(int64(t.Story)), &have); err != nil || found && have > t.Changed {
			return err
		}
		return work(ctx, s)
	})
}

func putClaims(ctx context.Context, s *session, story StoryID, claims []Claim) error {
	now, err := count(ctx, s, changes, 1)
	if err != nil {
		return err
	}
	for _, c := range claims {
		row := rowOf(c)
		row.changed = now
		if err := putClaim(ctx, s, story, row); err != nil {
			return err
		}
		for i, o := range c.Origins {
			if _, err := s.exec(ctx, `INSERT INTO origin (story_id, claim, idx, voice, identity, revision_id, first, past, reports, first_at) VALUES (?,?,?,?,?,?,?,?,?,?)`,
				int64(story), c.Key, i, o.Voice, string(o.Identity), int64(o.Words.Revision), o.Words.Span.Start, o.Words.Span.End, o.Reports, micro(o.First)); err != nil {
				return err
			}
		}
	}
	return nil
}

// putClaim puts a claim, without origins, in the place of what there is of it.
func putClaim(ctx context.Context, s *session, story StoryID, row claimRow) error {
	if _, err := s.exec(ctx, `DELETE FROM origin WHERE story_id = ? AND claim = ?`, int64(story), row.key); err != nil {
		return err
	}
	if _, err := s.exec(ctx, `DELETE FROM claim WHERE story_id = ? AND key = ?`, int64(story), row.key); err != nil {
		return err
	}
	_, err := s.exec(ctx, `INSERT INTO claim (`+claimColumns+`, story_id) VALUES (`+marks(18)+`)`, append(row.values(), int64(story))...)
	return err
}

// loseClaims leaves of claims that are no more their keys.
func loseClaims(ctx context.Context, s *session, story StoryID, had map[string]claimRow) error {
	now, err := count(ctx, s, changes, 1)
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(had)) {
		if had[key].gone != 0 {
			continue
		}
		if err := putClaim(ctx, s, story, claimRow{key: key, changed: now, gone: 1}); err != nil {
			return err
		}
	}
	return nil
}

// stamp says of what a story's claims were made, beside what contradicts what.
func stamp(ctx context.Context, s *session, t Tracing) error {
	if err := forgetStamp(ctx, s, t.Story); err != nil {
		return err
	}
	for i, c := range t.Contradictions {
		if _, err := s.exec(ctx, `INSERT INTO contradiction (story_id, idx, claim_a, claim_b, why) VALUES (?,?,?,?,?)`,
			int64(t.Story), i, c.Claims[0], c.Claims[1], c.Why); err != nil {
			return err
		}
	}
	origins := 0
	for _, c := range t.Claims {
		origins += len(c.Origins)
	}
	_, err := s.exec(ctx, `INSERT INTO tracing (story_id, changed, reader, at, reports, claims, origins, contradictions) VALUES (?,?,?,?,?,?,?,?)`,
		int64(t.Story), t.Changed, t.Reader, micro(t.At), t.Reports, len(t.Claims), origins, len(t.Contradictions))
	return err
}

const claimsOfStory = `SELECT ` + claimColumns + ` FROM claim WHERE story_id = ?`

func (a *Archive) claimRows(ctx context.Context, story StoryID) (map[string]claimRow, error) {
	had := map[string]claimRow{}
	return had, a.each(ctx, claimsOfStory, args(int64(story)), into(had))
}

func into(rows map[string]claimRow) func(scanner) error {
	return func(row scanner) error {
		var r claimRow
		err := row.Scan(r.places()...)
		rows[r.key] = r
		return err
	}
}

// forgetStamp removes what says that a story's claims are up to date, and what
// contradicts what.
func forgetStamp(ctx context.Context, s *session, story StoryID) error {
	for _, table := range []string{"contradiction", "tracing"} {
		if _, err := s.exec(ctx, `DELETE FROM `+table+` WHERE story_id = ?`, int64(story)); err != nil {
			return err
		}
	}
	return nil
}

// forgetTracing removes what was made of a story.
func forgetTracing(ctx context.Context, s *session, story StoryID) error {
	had := map[string]claimRow{}
	if err := s.each(ctx, claimsOfStory, args(int64(story)), into(had)); err != nil {
		return err
	}
	if err := loseClaims(ctx, s, story, had); err != nil {
		return err
	}
	return forgetStamp(ctx, s, story)
}

// forgetTracingOf removes what was made of a report's story: it may quote the report.
func forgetTracingOf(ctx context.Context, s *session, report ReportID) error {
	id, err := storyOf(ctx, s, `SELECT story_id FROM story_report WHERE report_id = ?`, int64(report))
	if err != nil || id == 0 {
		return err
	}
	if err := forgetTracing(ctx, s, id); err != nil {
		return err
	}
	return touch(ctx, s, id)
}
