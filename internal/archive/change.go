package archive

import "context"

// changes is the counter in the table setting that every change of a story moves
// on. A story keeps where it stood at its last one, so that what was made of it can
// be seen to be stale, by whichever program it was changed.
const changes = "changes"

// touch notes that stories have changed.
func touch(ctx context.Context, s *session, stories ...StoryID) error {
	n, err := count(ctx, s, changes, 1)
	for _, id := range stories {
		if err == nil {
			_, err = s.exec(ctx, `UPDATE story SET changed = ? WHERE id = ?`, n, int64(id))
		}
	}
	return err
}

// touchStoryOf notes that the story of a report has changed.
func touchStoryOf(ctx context.Context, s *session, report ReportID) error {
	id, err := storyOf(ctx, s, `SELECT story_id FROM story_report WHERE report_id = ?`, int64(report))
	if err != nil || id == 0 {
		return err
	}
	return touch(ctx, s, id)
}

// touchStoryAt notes that the story of a revision has changed.
func touchStoryAt(ctx context.Context, s *session, revision Hash) error {
	id, err := storyOf(ctx, s, `SELECT sr.story_id FROM revision v JOIN story_report sr ON sr.report_id = v.report_id WHERE v.hash = ?`, string(revision))
	if err != nil || id == 0 {
		return err
	}
	return touch(ctx, s, id)
}

func storyOf(ctx context.Context, s *session, query string, arg any) (id StoryID, err error) {
	_, err = s.get(ctx, query, args(arg), &id)
	return id, err
}

// Changes returns how far the changes of the archive count. It is the same as before
// if nothing of any story has changed.
func (a *Archive) Changes(ctx context.Context) (n int64, err error) {
	_, err = a.get(ctx, `SELECT CAST(value AS BIGINT) FROM setting WHERE name = ?`, args(changes), &n)
	return n, err
}
