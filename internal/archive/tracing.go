package archive

import (
	"context"
	"fmt"
	"strings"
	"time"

	"hearsay"
)

// Tracing is what a story's reports say together, as far as tables are made of it:
// its claims with their origins, and what contradicts what. It is made by
// comparing the story's records, kept beside the story, and can be made anew.
type Tracing struct {
	Story          StoryID
	Changed        int64  // [Story.Changed] when the story was compared
	Reader         string // version of the program that compared
	At             time.Time
	Reports        int // that were compared
	Claims         []Claim
	Contradictions []Contradiction
}

// Claim is one claim of a story.
type Claim struct {
	Story   StoryID
	Key     string // stays the same while the story goes on, see [ClaimKey]
	Gist    Passage
	Act     hearsay.Act
	Stance  hearsay.Stance
	Voice   string // the name of whose statement it is; "" : nobody who is named
	Reports int
	Outlets int
	Voices  int // of the origins, each who speaks counted once, each unnamed one by itself
	Origins []Origin
	AtLeast bool // there may be more origins than are shown

	First, Last time.Time // when the first and the last report that makes it stood

	Changed int64 // counts up: when this claim was another the last time
	Gone    bool  // the story has no such claim any more
}

// Passage is words of one revision.
type Passage struct {
	Revision RevisionID
	Span     hearsay.Span
}

// Origin is one place where a claim independently comes from.
type Origin struct {
	Voice    string // the name of who speaks; "" : nobody who is named
	Identity hearsay.Identity
	Words    Passage // for the voice, where it first stands; an empty span: the outlet itself
	Reports  int
	First    time.Time
}

// Contradiction is two claims of a story that cannot both hold.
type Contradiction struct {
	Claims [2]string // keys; "" : of figures that stand in no claim
	Why    string
}

// ClaimKey returns the key of a claim: of the place of it that arrived first, which no
// report that arrives later changes.
func ClaimKey(revision Hash, part hearsay.Part, span hearsay.Span) string {
	return string(hashOf(fmt.Appendf(nil, "%s %s %d-%d", revision, part, span.Start, span.End)))[:keyLength]
}

// keyLength is how many hexadecimal digits a key has.
const keyLength = 20

// ForgetTracings removes what was made of all stories, so that it is made anew.
func (a *Archive) ForgetTracings(ctx context.Context) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		for _, table := range []string{"origin", "contradiction", "tracing", "claim"} {
			if _, err := s.exec(ctx, `DELETE FROM `+table); err != nil {
				return err
			}
		}
		return nil
	})
}

// Traced says how far what was made of a story is.
type Traced struct {
	Story          StoryID
	Changed        int64 // [Story.Changed] when the story was compared
	Reader         string
	At             time.Time
	Reports        int
	Claims         int
	Origins        int
	OneOrigin      int // claims of several reports that are shown to come from one place
	Contradictions int
}

// Traced returns how far what was made of stories is, by story; those of which
// nothing is are left out. Without stories it is of all.
func (a *Archive) Traced(ctx context.Context, stories ...StoryID) (map[StoryID]Traced, error) {
	where, values := "", []any{}
	if len(stories) > 0 {
		where = ` WHERE t.story_id IN (` + marks(len(stories)) + `)`
		for _, id := range stories {
			values = append(values, int64(id))
		}
	}
	all := map[StoryID]Traced{}
	err := a.each(ctx, `SELECT t.story_id, t.changed, t.reader, t.at, t.reports, t.claims, t.origins, t.contradictions,
		(SELECT count(*) FROM claim c WHERE c.story_id = t.story_id AND c.gone = 0 AND c.reports > 1 AND c.origins = 1 AND c.at_least = 0)
		FROM tracing t`+where, values, func(row scanner) error {
		var t Traced
		var at int64
		err := row.Scan(&t.Story, &t.Changed, &t.Reader, &at, &t.Reports, &t.Claims, &t.Origins, &t.Contradictions, &t.OneOrigin)
		t.At = fromMicro(at)
		all[t.Story] = t
		return err
	})
	return all, err
}

// Untraced returns stories of which nothing was made since they changed, or by
// another program than the reader, those that changed last first, at most limit.
func (a *Archive) Untraced(ctx context.Context, reader string, limit int) (all []StoryID, err error) {
	err = a.each(ctx, `SELECT st.id FROM story st LEFT JOIN tracing t ON t.story_id = st.id
		WHERE st.merged = 0 AND (t.story_id IS NULL OR t.changed <> st.changed OR t.reader <> ?)
		AND EXISTS (SELECT 1 FROM story_report sr JOIN report r ON r.id = sr.report_id WHERE sr.story_id = st.id AND r.withdrawn = 0)
		ORDER BY st.changed DESC LIMIT ?`, args(reader, limit), func(row scanner) error {
		var id StoryID
		err := row.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}

// ClaimList is which claims are wanted.
type ClaimList struct {
	Story     StoryID // 0: of all stories
	OneOrigin bool    // only those of several reports that are shown to come from one place
	Least     int     // made by at least so many reports; 0: 1

	// Since lists what changed after a count, in the order in which it did, also what
	// is gone. Without it: those that most reports make first.
	Since   *int64
	Limit   int // 0: 50
	Skipped int // of those that come first
}

// Claims returns claims as they were when their stories were last compared.
func (a *Archive) Claims(ctx context.Context, l ClaimList) (all []Claim, err error) {
	where, order, values := []string{`reports >= ?`}, `reports DESC, first_at, story_id, key`, []any{max(1, l.Least)}
	if l.Since != nil {
		where, order, values = []string{`changed > ?`, `(gone = 1 OR reports >= ?)`}, `changed, story_id, key`, []any{*l.Since, l.Least}
	} else {
		where = append(where, `gone = 0`)
	}
	if l.Story != 0 {
		where, values = append(where, `story_id = ?`), append(values, int64(l.Story))
	}
	if l.OneOrigin {
		where = append(where, `(gone = 1 OR origins = 1 AND at_least = 0 AND reports > 1)`)
	}
	if l.Limit <= 0 {
		l.Limit = 50
	}
	err = a.each(ctx, `SELECT story_id, `+claimColumns+` FROM claim WHERE `+strings.Join(where, " AND ")+` ORDER BY `+order+` LIMIT ? OFFSET ?`,
		append(values, l.Limit, l.Skipped), func(row scanner) error {
			var story StoryID
			var r claimRow
			err := row.Scan(append([]any{&story}, r.places()...)...)
			all = append(all, r.claim(story))
			return err
		})
	for i := range all {
		if err == nil {
			err = a.loadOrigins(ctx, &all[i])
		}
	}
	return all, err
}

func (a *Archive) loadOrigins(ctx context.Context, c *Claim) error {
	return a.each(ctx, `SELECT voice, identity, revision_id, first, past, reports, first_at FROM origin WHERE story_id = ? AND claim = ? ORDER BY idx`,
		args(int64(c.Story), c.Key), func(row scanner) error {
			var o Origin
			var at int64
			err := row.Scan(&o.Voice, &o.Identity, &o.Words.Revision, &o.Words.Span.Start, &o.Words.Span.End, &o.Reports, &at)
			o.First = fromMicro(at)
			c.Origins = append(c.Origins, o)
			return err
		})
}

// Contradictions returns what cannot both hold in a story, as it was when the story
// was last compared.
func (a *Archive) Contradictions(ctx context.Context, story StoryID) (all []Contradiction, err error) {
	err = a.each(ctx, `SELECT claim_a, claim_b, why FROM contradiction WHERE story_id = ? ORDER BY idx`, args(int64(story)), func(row scanner) error {
		var c Contradiction
		err := row.Scan(&c.Claims[0], &c.Claims[1], &c.Why)
		all = append(all, c)
		return err
	})
	return all, err
}

// Words returns the words of a passage as the revision's text has them.
func (a *Archive) Words(ctx context.Context, p Passage) (string, error) {
	report, err := a.Original(ctx, p.Revision)
	if err != nil {
		return "", err
	}
	if p.Span.Start < 0 || p.Span.End > len(report.Text) || p.Span.Start > p.Span.End {
		return "", fmt.Errorf("revision %d holds no [%d,%d): run 'hearsay doctor --repair'", p.Revision, p.Span.Start, p.Span.End)
	}
	return report.Text[p.Span.Start:p.Span.End], nil
}
