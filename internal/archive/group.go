package archive

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"hearsay/internal/story"
)

// grouper puts reports into stories as they arrive. It lives in the writer's
// goroutine. What it remembers can be made anew from the table story_report, and
// is when something was undone or another program put reports into stories.
type grouper struct {
	stories *story.Grouper // nil: it remembers nothing
	seq     int64          // the last assignment that it knows
	changes int64          // the last change by a person that it knows
}

// The counters in the table setting.
const (
	assignments = "assignments"
	regroupings = "regroupings"
)

func newGrouper() *grouper { return &grouper{} }

func (g *grouper) forget() { g.stories = nil }

// place returns the story of a report: that which it has, the nearest, or a new one.
func (g *grouper) place(ctx context.Context, s *session, report ReportID, p *prepared) (StoryID, error) {
	var has StoryID
	if found, err := s.get(ctx, `SELECT story_id FROM story_report WHERE report_id = ?`, args(int64(report)), &has); found || err != nil {
		return has, err
	}
	if err := g.remember(ctx, s); err != nil {
		return 0, err
	}
	near, ok := g.stories.Find(p.terms, p.in.Record.Report.Stood())
	if !ok {
		id, err := newStory(ctx, s, titleOf(p), p.in.Seen)
		if err != nil {
			return 0, err
		}
		near.Story = story.ID(id)
	}
	seq, err := count(ctx, s, assignments, 1)
	if err != nil {
		return 0, err
	}
	_, err = s.exec(ctx, `INSERT INTO story_report (report_id, story_id, seq, stood, terms) VALUES (?,?,?,?,?)`,
		int64(report), int64(near.Story), seq, micro(p.stood), pack([]byte(p.terms.String())))
	if err != nil {
		return 0, err
	}
	g.stories.Put(near.Story, p.terms, p.in.Record.Report.Stood())
	g.seq = seq
	return g.bridge(ctx, s, near.Story, p.terms)
}

// bridge makes one of two stories that a report showed to be one; the older one
// stays. What a person has put together or apart is left as it is.
func (g *grouper) bridge(ctx context.Context, s *session, id story.ID, t story.Terms) (StoryID, error) {
	other, ok := g.stories.Bridge(id, t)
	if !ok {
		return StoryID(id), nil
	}
	into, from := min(id, other), max(id, other)
	var pinned int
	if _, err := s.get(ctx, `SELECT count(*) FROM story_report WHERE story_id IN (?,?) AND pinned = 1`, args(int64(into), int64(from)), &pinned); err != nil || pinned > 0 {
		return StoryID(id), err
	}
	if err := merge(ctx, s, from, into, `UPDATE story_report SET story_id = ? WHERE story_id = ?`); err != nil {
		return 0, err
	}
	g.stories.Merge(from, into)
	changes, err := count(ctx, s, regroupings, 1) // for other programs
	g.changes = changes
	return StoryID(into), err
}

func merge(ctx context.Context, s *session, from, into story.ID, move string) error {
	if _, err := s.exec(ctx, move, int64(into), int64(from)); err != nil {
		return err
	}
	if _, err := s.exec(ctx, `UPDATE story SET merged = ? WHERE id = ?`, int64(into), int64(from)); err != nil {
		return err
	}
	if err := forgetTracing(ctx, s, StoryID(from)); err != nil {
		return err
	}
	return touch(ctx, s, StoryID(into), StoryID(from))
}

func newStory(ctx context.Context, s *session, title string, at time.Time) (int64, error) {
	return s.id(ctx, `INSERT INTO story (title, added) VALUES (?,?) RETURNING id`, title, micro(at))
}

// titleOf is what a story is called after its first report, until a person names it.
func titleOf(p *prepared) string {
	r := p.in.Record.Report
	first, _, _ := strings.Cut(strings.TrimSpace(r.Text), "\n")
	if len(first) > 80 {
		first = strings.ToValidUTF8(first[:80], "") + " …"
	}
	if p.retention != KeepFull {
		first = ""
	}
	return cmp.Or(r.Headline, first, r.URL, "untitled")
}

// remember makes sure that the grouper knows every assignment.
func (g *grouper) remember(ctx context.Context, s *session) error {
	var seq, changes int64
	if _, err := s.get(ctx, `SELECT coalesce(max(CASE WHEN name = 'assignments' THEN CAST(value AS BIGINT) END), 0),
		coalesce(max(CASE WHEN name = 'regroupings' THEN CAST(value AS BIGINT) END), 0) FROM setting WHERE name IN ('assignments', 'regroupings')`,
		nil, &seq, &changes); err != nil {
		return err
	}
	if g.stories == nil || changes != g.changes {
		*g = grouper{stories: story.New(), seq: max(0, seq-remembered), changes: changes}
	}
	if seq == g.seq {
		return nil
	}
	err := s.each(ctx, `SELECT sr.story_id, sr.terms, CASE WHEN v.published > 0 OR v.updated > 0 THEN sr.stood ELSE 0 END
		FROM story_report sr JOIN report r ON r.id = sr.report_id JOIN revision v ON v.report_id = r.id AND v.number = 1
		WHERE sr.seq > ? ORDER BY sr.seq`, args(g.seq), func(row scanner) error {
		var id story.ID
		var body []byte
		var stood int64
		if err := row.Scan(&id, &body, &stood); err != nil {
			return err
		}
		text, err := unpack(body)
		if err != nil {
			return err
		}
		terms, err := story.Parse(string(text))
		if err != nil {
			return fmt.Errorf("%w (%v)", ErrCorrupt, err)
		}
		g.stories.Put(id, terms, fromMicro(stood))
		return nil
	})
	g.seq = seq
	return err
}

// remembered is how many of the last assignments are remembered.
const remembered = 20000

// RenameStory gives a story a title that stays.
func (a *Archive) RenameStory(ctx context.Context, id StoryID, title string) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		n, err := s.exec(ctx, `UPDATE story SET title = ?, named = 1 WHERE id = ?`, title, int64(id))
		if err == nil && n == 0 {
			return fmt.Errorf("story %d %w", id, ErrNotFound)
		}
		if err != nil {
			return err
		}
		return touch(ctx, s, id)
	})
}

// MergeStories puts all reports of stories into one of them, where they stay.
func (a *Archive) MergeStories(ctx context.Context, into StoryID, from ...StoryID) error {
	return a.regroup(ctx, func(ctx context.Context, s *session) error {
		if err := standing(ctx, s, into); err != nil {
			return err
		}
		for _, id := range from {
			if id == into {
				return fmt.Errorf("story %d is to go into itself", id)
			}
			if err := standing(ctx, s, id); err != nil {
				return err
			}
			if err := merge(ctx, s, story.ID(id), story.ID(into), `UPDATE story_report SET story_id = ?, pinned = 1 WHERE story_id = ?`); err != nil {
				return err
			}
		}
		return nil
	})
}

// SplitStory puts some reports into a new story, where they stay, and returns it.
func (a *Archive) SplitStory(ctx context.Context, title string, reports ...ReportID) (id StoryID, err error) {
	err = a.regroup(ctx, func(ctx context.Context, s *session) error {
		n, err := newStory(ctx, s, title, a.now())
		if err != nil {
			return err
		}
		id = StoryID(n)
		for _, r := range reports {
			if err := move(ctx, s, r, id); err != nil {
				return err
			}
		}
		return nil
	})
	return id, err
}

// MoveReport puts a report into another story, where it stays.
func (a *Archive) MoveReport(ctx context.Context, r ReportID, to StoryID) error {
	return a.regroup(ctx, func(ctx context.Context, s *session) error {
		if err := standing(ctx, s, to); err != nil {
			return err
		}
		return move(ctx, s, r, to)
	})
}

func move(ctx context.Context, s *session, r ReportID, to StoryID) error {
	from, err := storyOf(ctx, s, `SELECT story_id FROM story_report WHERE report_id = ?`, int64(r))
	if err != nil {
		return err
	}
	if from == 0 {
		return fmt.Errorf("report %d %w", r, ErrNotFound)
	}
	if _, err := s.exec(ctx, `UPDATE story_report SET story_id = ?, pinned = 1 WHERE report_id = ?`, int64(to), int64(r)); err != nil {
		return err
	}
	var left int
	if _, err := s.get(ctx, `SELECT count(*) FROM story_report WHERE story_id = ?`, args(int64(from)), &left); err != nil {
		return err
	}
	if left == 0 {
		if err := forgetTracing(ctx, s, from); err != nil {
			return err
		}
	}
	return touch(ctx, s, from, to)
}

func standing(ctx context.Context, s *session, id StoryID) error {
	var n int64
	found, err := s.get(ctx, `SELECT id FROM story WHERE id = ? AND merged = 0`, args(int64(id)), &n)
	if err == nil && !found {
		return fmt.Errorf("story %d %w", id, ErrNotFound)
	}
	return err
}

// regroup does a change of stories by a person.
func (a *Archive) regroup(ctx context.Context, change func(context.Context, *session) error) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		if _, err := count(ctx, s, regroupings, 1); err != nil {
			return err
		}
		return change(ctx, s)
	})
}
