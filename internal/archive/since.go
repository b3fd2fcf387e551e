package archive

import (
	"context"

	"hearsay"
)

// Share is how many statements of an outlet are sourced in one way.
type Share struct {
	Identity   hearsay.Identity // OutletIdentity: its own voice
	Statements int
}

// Shares counts the statements of an outlet's reports by how they are sourced, in
// the order of [hearsay.Identities].
func (a *Archive) Shares(ctx context.Context, outlet string) ([]Share, error) {
	counted := map[hearsay.Identity]int{}
	err := a.each(ctx, `SELECT s.identity, count(*) FROM statement s JOIN report r ON r.id = s.report_id JOIN outlet o ON o.id = r.outlet_id
		WHERE o.name = ? AND r.withdrawn = 0 GROUP BY s.identity`, args(outlet), func(row scanner) error {
		var identity string
		var n int
		err := row.Scan(&identity, &n)
		counted[hearsay.Identity(identity)] += n
		return err
	})
	var all []Share
	for _, i := range hearsay.Identities {
		all = append(all, Share{i, counted[i]})
	}
	return all, err
}

// RevisionsSince returns the revisions with numbers after one, in the order in
// which they arrived, at most limit: what is new to somebody who has all up to it.
func (a *Archive) RevisionsSince(ctx context.Context, past RevisionID, limit int) ([]Revision, error) {
	return a.revisions(ctx, `WHERE v.id > ? ORDER BY v.id LIMIT ?`, int64(past), limit)
}

// CorrectionsSince returns the corrections with numbers after one, those that were
// taken back among them, at most limit.
func (a *Archive) CorrectionsSince(ctx context.Context, past int64, limit int) ([]Correction, error) {
	return a.corrections(ctx, `WHERE id > ? ORDER BY id LIMIT ?`, past, limit)
}

// Doubtful returns attributions of the reports that stand now whose confidence is
// next to half, at most limit, those in the greatest doubt first and of equals the
// newest. It looks at the newest statements alone, so many that none of the last
// weeks is left out and few enough to be quick.
func (a *Archive) Doubtful(ctx context.Context, limit int) ([]Hit, error) {
	var all []Hit
	texts := map[RevisionID]string{}
	err := a.each(ctx, `SELECT `+hitColumns+` FROM (SELECT id, confidence FROM (SELECT id, confidence, part FROM statement ORDER BY id DESC LIMIT 5000) n
		WHERE part = 'attribution' ORDER BY abs(confidence - 500), id DESC LIMIT ?) f
		JOIN statement s ON s.id = f.id `+hitTables+` ORDER BY abs(f.confidence - 500), s.id DESC`, args(limit), func(row scanner) error {
		h, err := scanHit(row, texts)
		if err == nil && h.Current {
			all = append(all, h)
		}
		return err
	})
	return all, err
}
