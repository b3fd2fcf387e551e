package hook

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

// batch is how many revisions are looked at in one go.
const batch = 200

// event is what a receiver gets.
type event struct {
	Type      Kind      `json:"type"`
	Timestamp time.Time `json:"timestamp"`
	Data      any       `json:"data"`
}

// claimEvent tells of a claim.
type claimEvent struct {
	Story    int64  `json:"story"`
	Title    string `json:"title"`
	Claim    int    `json:"claim"` // 0: it is of figures
	Gist     string `json:"gist"`
	Before   string `json:"before,omitempty"`
	After    string `json:"after,omitempty"`
	Report   int64  `json:"report"`
	Revision int64  `json:"revision"`
}

var claimKinds = map[view.NewsKind]Kind{view.NewsGained: SecondOrigin, view.NewsLost: Lost, view.NewsContradiction: Contradicted}

// collect queues the events of what arrived since the last look.
func (h *Hooks) collect(ctx context.Context) error {
	h.mu.Lock()
	seen := h.state.Seen
	h.mu.Unlock()
	fresh, err := h.Archive.RevisionsSince(ctx, seen, batch)
	if err != nil || len(fresh) == 0 {
		return err
	}
	var queued []delivery
	claims, err := h.claimEvents(ctx, fresh)
	if err != nil {
		return err
	}
	for _, hook := range h.List() {
		events := slices.Clone(claims)
		if slices.Contains(hook.Events, Statement) {
			found, err := h.statements(ctx, hook, fresh)
			if err != nil {
				return err
			}
			events = append(events, found...)
		}
		queued = append(queued, h.queue(hook, events)...)
	}
	last := fresh[len(fresh)-1].ID
	if err := h.change(func(s *state) {
		s.Seen = last
		s.Queue = append(s.Queue, queued...)
		if over := len(s.Queue) - maxQueue; over > 0 {
			s.Queue = s.Queue[over:]
		}
	}); err != nil {
		return err
	}
	if len(fresh) == batch {
		h.Poke()
	}
	return nil
}

// maxQueue is how many deliveries wait at most; of more the oldest are dropped.
const maxQueue = 10_000

// queue makes deliveries of the events that a hook wants. Their ids depend on what
// they tell, so that a round that was cut off and is done again makes the same.
func (h *Hooks) queue(hook Hook, events []identified) []delivery {
	var all []delivery
	for _, e := range events {
		if !slices.Contains(hook.Events, e.Type) {
			continue
		}
		body, err := json.Marshal(e.event)
		if err != nil {
			h.Log.Error("an event could not be written", "error", err)
			continue
		}
		all = append(all, delivery{ID: "msg_" + strconv.FormatInt(hook.ID, 10) + "_" + e.id, Hook: hook.ID, Body: body, Due: h.Now()})
	}
	return all
}

// identified is an event with what tells it from all others.
type identified struct {
	event
	id string
}

// statements finds those of the new revisions that a hook's query asks for.
func (h *Hooks) statements(ctx context.Context, hook Hook, fresh []archive.Revision) ([]identified, error) {
	q, err := hearsay.ParseQuery(hook.Query)
	if err != nil {
		return nil, err
	}
	isFresh := map[archive.RevisionID]bool{}
	first, last := fresh[0].Stood, fresh[0].Stood
	for _, v := range fresh {
		isFresh[v.ID] = true
		if v.Stood.Before(first) {
			first = v.Stood
		}
		if v.Stood.After(last) {
			last = v.Stood
		}
	}
	narrow(&q, first, last.Add(2*time.Minute))
	var all []identified
	page := archive.Page{Limit: batch}
	for {
		found, err := h.Archive.Search(ctx, q, page)
		if err != nil {
			return nil, err
		}
		for _, hit := range found.Hits {
			if isFresh[hit.Revision] {
				e := event{Statement, h.Now().UTC(), h.Render(hit)}
				all = append(all, identified{e, "s" + strconv.FormatInt(int64(hit.ID), 36)})
			}
		}
		if !found.More {
			return all, nil
		}
		page.Past = found.Hits[len(found.Hits)-1].ID
	}
}

// narrow has a query ask for nothing outside the time in which revisions stood.
func narrow(q *hearsay.Query, first, past time.Time) {
	if q.After.Before(first) {
		q.After = first.Truncate(time.Minute)
	}
	if q.Before.IsZero() || q.Before.After(past) {
		q.Before = past
	}
}

// claimEvents finds what new revisions did to the claims of their stories.
func (h *Hooks) claimEvents(ctx context.Context, fresh []archive.Revision) ([]identified, error) {
	var all []identified
	done := map[archive.StoryID]bool{0: true}
	for _, v := range fresh {
		report, err := h.Archive.Report(ctx, v.Report)
		if err != nil {
			return nil, err
		}
		if done[report.Story] {
			continue
		}
		done[report.Story] = true
		h.Shelf.Changed(report.Story)
		found, err := h.inStory(ctx, report.Story, fresh)
		if err != nil {
			return nil, err
		}
		moved, err := h.moveEvents(ctx, report.Story, fresh)
		if err != nil {
			return nil, err
		}
		all = append(append(all, found...), moved...)
	}
	return all, nil
}

func (h *Hooks) inStory(ctx context.Context, story archive.StoryID, fresh []archive.Revision) ([]identified, error) {
	d, err := h.Shelf.Latest(ctx, story)
	if err != nil {
		return nil, err
	}
	isNew := func(report int) bool {
		return slices.ContainsFunc(fresh, func(v archive.Revision) bool { return v.ID == d.Kept[report].Revision })
	}
	var all []identified
	for _, n := range view.NewsOf(&d.Trace, isNew) {
		kind, wanted := claimKinds[n.Kind]
		if !wanted {
			continue
		}
		k := d.Kept[n.Report]
		data := claimEvent{int64(d.Story.ID), d.Story.Title, n.Claim + 1, n.Subject, n.Before, n.After, int64(k.Report), int64(k.Revision)}
		id := string(n.Kind) + "_" + strconv.FormatInt(int64(k.Revision), 36) + "_" + strconv.Itoa(n.Claim) + "_" + strconv.Itoa(len(all))
		all = append(all, identified{event{kind, h.Now().UTC(), data}, id})
	}
	return all, nil
}
