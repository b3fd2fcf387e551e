package archive

import (
	"context"
	"fmt"
	"time"
)

// Story is the reports about one running matter.
type Story struct {
	ID          StoryID
	Title       string
	Reports     int
	Outlets     int
	First, Last time.Time // when its first and last report were published

	// Changed counts up with each change of anything in the archive: where it stood
	// at the story's last one. What was made of the story then is up to date.
	Changed int64
}

// StoryList is which stories are wanted: by the last report, the newest first.
type StoryList struct {
	Limit  int       // at most so many; 0: 50
	Before time.Time // whose last report is older; zero: from the newest
	Least  int       // with at least so many reports; 0: 1
}

// Stories returns stories, that with the newest report first.
func (a *Archive) Stories(ctx context.Context, l StoryList) (all []Story, err error) {
	before := int64(1)<<62 - 1
	if !l.Before.IsZero() {
		before = micro(l.Before)
	}
	if l.Limit <= 0 {
		l.Limit = 50
	}
	return a.stories(ctx, ``, `HAVING max(sr.stood) < ? AND count(*) >= ? ORDER BY max(sr.stood) DESC, st.id LIMIT ?`, before, max(1, l.Least), l.Limit)
}

// Story returns one story, or [ErrNotFound]; of one that was merged, that into
// which it went.
func (a *Archive) Story(ctx context.Context, id StoryID) (Story, error) {
	standing, err := a.mergedInto(ctx, int64(id))
	if err != nil {
		return Story{}, err
	}
	id = StoryID(standing)
	return one(a.stories(ctx, `AND st.id = ?`, ``, int64(id)))(fmt.Sprintf("story %d", id))
}

// mergedInto returns the story that stands for one: itself, or that into which it
// went.
func (a *Archive) mergedInto(ctx context.Context, id int64) (int64, error) {
	for id != 0 {
		var into int64
		if found, err := a.get(ctx, `SELECT merged FROM story WHERE id = ?`, args(id), &into); err != nil || !found || into == 0 {
			return id, err
		}
		id = into
	}
	return id, nil
}

func (a *Archive) stories(ctx context.Context, where, having string, values ...any) (all []Story, err error) {
	query := `SELECT st.id, st.title, count(*), count(DISTINCT r.outlet_id), min(sr.stood), max(sr.stood), st.changed
		FROM story st JOIN story_report sr ON sr.story_id = st.id JOIN report r ON r.id = sr.report_id
		WHERE r.withdrawn = 0 ` + where + ` GROUP BY st.id, st.title, st.changed ` + having
	err = a.each(ctx, query, values, func(row scanner) error {
		var s Story
		var first, last int64
		err := row.Scan(&s.ID, &s.Title, &s.Reports, &s.Outlets, &first, &last, &s.Changed)
		s.First, s.Last = fromMicro(first), fromMicro(last)
		all = append(all, s)
		return err
	})
	return all, err
}
