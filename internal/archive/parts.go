package archive

import "context"

// Part is one revision of a story, with what persons corrected in it.
type Part struct {
	Revision    Revision
	Corrections []Correction // the oldest first, those that were undone among them
}

// Parts returns all revisions of a story's reports, report by report in the order in
// which they were published, the first revision first. It loads no text and no record:
// what has changed can be told from the parts.
func (a *Archive) Parts(ctx context.Context, story StoryID) ([]Part, error) {
	revisions, err := a.revisions(ctx, `JOIN story_report sr ON sr.report_id = v.report_id JOIN report r ON r.id = v.report_id
		WHERE sr.story_id = ? AND r.withdrawn = 0 ORDER BY sr.stood, r.id, v.number`, int64(story))
	if err != nil {
		return nil, err
	}
	corrections, err := a.corrections(ctx, `WHERE revision IN (SELECT v.hash FROM revision v JOIN story_report sr ON sr.report_id = v.report_id
		WHERE sr.story_id = ?) ORDER BY id`, int64(story))
	if err != nil {
		return nil, err
	}
	of := map[Hash][]Correction{}
	for _, c := range corrections {
		of[c.Revision] = append(of[c.Revision], c)
	}
	parts := make([]Part, 0, len(revisions))
	for _, v := range revisions {
		parts = append(parts, Part{v, of[v.Hash]})
	}
	return parts, nil
}
