package archive

import (
	"context"
	"time"

	"hearsay"
)

// # Searching in a story
//
// A search shows the newest statements. In a story of few reports all of its
// statements can be looked at. One of thousands has most likely said something
// lately, so what is the newest of all is held against it first, then what is the
// newest of the time in which it ran:
//
//	statements   ◄── newest ──────────────── oldest ──►
//	running      ■■ ■ ■■■ ■  ■ ■■ …                      enough of the first
//	over                         ■ ■■■ ■■ ■ …            enough from its last report on
//	thin             ■           ■             ■         all of its reports
//
// Where either gives as many as are wanted, or has looked at all there is, they are
// the right ones, because nothing newer was left out.

// look says how a story is searched.
type look struct {
	few   int // reports of a story that is looked through at once
	first int // statements that are held against a story of more
}

var usualLook = look{few: 200, first: 4000}

// hitsOfStory returns the newest statements of a story that a query finds.
func (a *Archive) hitsOfStory(ctx context.Context, q hearsay.Query, from, to StatementID, limit int, by look) ([]Hit, error) {
	large, err := a.get(ctx, `SELECT report_id FROM story_report WHERE story_id = ? LIMIT 1 OFFSET ?`, args(q.Story, by.few), new(int64))
	if err != nil {
		return nil, err
	}
	if large {
		newest := a.pick(q, from, to).newest(by.first)
		hits, err := a.hits(ctx, newest.in(q.Story), limit)
		if err != nil || len(hits) == limit {
			return hits, err
		}
		if n, err := a.count(ctx, newest); err != nil || n < by.first { // there are no more, of any story
			return hits, err
		}
	}
	begun, over, err := a.timeOf(ctx, q.Story)
	if err != nil {
		return nil, err
	}
	if from, to = max(from, begun), min(to, over); from >= to {
		return nil, nil
	}
	if large {
		if hits, err := a.hits(ctx, a.pick(q, from, to).newest(by.first).in(q.Story), limit); err != nil || len(hits) == limit {
			return hits, err
		}
	}
	if newTextQuery(q).isEmpty() {
		return a.hits(ctx, saidInStory(q.Story, from, to), limit)
	}
	return a.hits(ctx, a.pick(q, from, to).in(q.Story), limit)
}

// count returns how many ids there are.
func (a *Archive) count(ctx context.Context, p picked) (n int, err error) {
	_, err = a.get(ctx, `SELECT count(*) FROM (`+p.sql+`) c`, p.values, &n)
	return n, err
}

// in returns those of the ids that belong to a story. CROSS: they are gone through
// in their own order, so that the newest are enough.
func (p picked) in(story int64) picked {
	return picked{`SELECT m.id FROM (` + p.sql + `) m CROSS JOIN statement ms CROSS JOIN story_report msr
		WHERE ms.id = m.id AND msr.report_id = ms.report_id AND msr.story_id = ?`, append(p.values, story)}
}

// saidInStory returns the ids of a story's statements. CROSS: its reports first.
func saidInStory(story int64, from, to StatementID) picked {
	return picked{`SELECT s.id FROM story_report sr CROSS JOIN statement s
		WHERE s.report_id = sr.report_id AND sr.story_id = ? AND s.id >= ? AND s.id < ?`, args(story, int64(from), int64(to))}
}

// timeOf returns the range of ids that a story's statements can have.
func (a *Archive) timeOf(ctx context.Context, story int64) (from, to StatementID, err error) {
	var first, last int64
	found, err := a.get(ctx, `SELECT coalesce(min(v.stood), 0), coalesce(max(v.stood), 0) FROM story_report sr
		JOIN revision v ON v.report_id = sr.report_id WHERE sr.story_id = ?`, args(story), &first, &last)
	if !found || err != nil || last == 0 {
		return 0, 0, err
	}
	return firstStatement(fromMicro(first)), firstStatement(fromMicro(last).Add(time.Minute)), nil
}
