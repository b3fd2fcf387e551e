package follow

import (
	"context"
	"errors"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/fetch"
)

// mostGone is how often in a row a page is missing before it is given up.
const mostGone = 3

// mostFailures is how often in a row a page fails before it is given up.
const mostFailures = 12

// lookAtPage looks at a page, has the archive keep its text if that is a new one,
// and settles when to look next.
func (f *Follower) lookAtPage(ctx context.Context, of archive.FollowedPage, from archive.Feed) (trouble time.Duration, err error) {
	start := f.now()
	if of, err = f.Store.Page(ctx, of.URL); err != nil || of.Due.IsZero() || of.Due.After(start) {
		return 0, ignoreMissing(err) // somebody looked, or its feed changed what is remembered
	}
	state := ParseState(of.State)
	state.Looked = start
	if state.Changed.IsZero() {
		state.Changed = start
	}
	page, err := f.get(ctx, of.URL, state.validators())
	if ctx.Err() != nil {
		return 0, nil // interrupted: it stays due
	}
	event := Event{At: start, Feed: from.ID, URL: of.URL}
	asked := time.Duration(0)
	switch {
	case errors.Is(err, fetch.ErrUnchanged):
		state.Failures, event.Outcome = 0, "unchanged"
	case err != nil:
		trouble, asked = f.failed(&state, err)
		event.Err, event.Outcome = err, err.Error()
	default:
		record, unread := f.Reader.ReadPage(ctx, page, Hint{Outlet: from.Outlet, Published: state.Dated})
		if ctx.Err() != nil {
			return 0, nil
		}
		if unread != nil {
			state.Failures++
			event.Err, event.Outcome = unread, unread.Error()
			break
		}
		state.Failures = 0
		event.Added, event.Outcome, err = f.take(ctx, &of, &state, page, record)
		if err != nil {
			return 0, err
		}
		state.keep(page.Validators)
	}
	state.Outcome = event.Outcome
	of.Due = f.pageDue(of.URL, state, err, asked, start)
	of.State = state.String()
	if err := f.Store.PutPage(ctx, of); err != nil {
		return 0, err
	}
	return trouble, f.tell(ctx, event, f.now().Sub(start), statusOf(err), len(page.Data))
}

// pageDue returns when to look at a page again, zero: never.
func (f *Follower) pageDue(address string, state State, err error, asked time.Duration, now time.Time) time.Time {
	if isGone(err) && state.Failures >= mostGone || state.Failures >= mostFailures {
		return time.Time{}
	}
	every, again := interval(pageSteps, now.Sub(state.Changed))
	if !again && state.Failures == 0 {
		return time.Time{}
	}
	if state.Failures > 0 {
		every = backOff(max(every, 15*time.Minute), state.Failures, asked)
	}
	return now.Add(f.jittered(every, address, now))
}

// take has the archive keep a text that a page has now, if it is another one than
// it had, and tells what became of it.
func (f *Follower) take(ctx context.Context, of *archive.FollowedPage, state *State, page fetch.Page, record hearsay.Record) (*archive.Added, string, error) {
	if err := f.recall(ctx, state, record); err != nil {
		return nil, "", err
	}
	frame := frameOf(page.Data)
	redesigned := isRedesigned(state.Frame, frame) && len(state.Frame) > 0
	state.Frame = frame
	now := essenceOf(record)
	last, isKnown := state.current()
	had, wasHad := state.had(now.hash())
	switch {
	case isKnown && last.Essence == now.hash():
		return nil, "the same text", nil
	case wasHad && had.Revision == last.Revision:
		state.now(had)
		return nil, "the same text", nil
	case wasHad:
		return f.restore(ctx, state, had)
	case isKnown:
		same, err := f.isTheSame(ctx, last, now, redesigned)
		if err != nil {
			return nil, "", err
		}
		if same {
			state.now(Seen{now.hash(), last.Revision})
			return nil, "the same text, laid out or decoded otherwise", nil
		}
	}
	added, err := f.Store.Add(ctx, archive.Incoming{Record: record, Source: page.Data, SourceType: page.Type, Seen: f.now(), Urgency: archive.Bulk})
	if err != nil {
		return nil, "", err
	}
	of.Report = added.Report
	state.now(Seen{now.hash(), added.Revision})
	if added.Outcome == archive.NewRevision {
		state.Changed = f.now()
	}
	return &added, string(added.Outcome), nil
}

// recall remembers the text that the archive has of a page that is looked at for
// the first time.
func (f *Follower) recall(ctx context.Context, state *State, record hearsay.Record) error {
	if _, isKnown := state.current(); isKnown || record.Report.URL == "" {
		return nil
	}
	report, err := f.Store.ReportAt(ctx, record.Report.URL)
	if errors.Is(err, archive.ErrNotFound) || err == nil && report.Current == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	kept, err := f.Store.Record(ctx, report.Current)
	if err != nil {
		return ignoreMissing(err)
	}
	state.now(Seen{essenceOf(kept).hash(), report.Current})
	return nil
}

// ignoreMissing drops the errors that say that a text is not kept.
func ignoreMissing(err error) error {
	if errors.Is(err, archive.ErrNotFound) || errors.Is(err, archive.ErrWithdrawn) {
		return nil
	}
	return err
}

// restore has the archive show a text again that the page had before. It is not
// kept a second time.
func (f *Follower) restore(ctx context.Context, state *State, had Seen) (*archive.Added, string, error) {
	state.now(had)
	kept, err := f.Store.Record(ctx, had.Revision)
	if err != nil {
		return nil, "a text that it had before", ignoreMissing(err)
	}
	added, err := f.Store.Add(ctx, archive.Incoming{Record: kept, Seen: f.now(), Urgency: archive.Bulk})
	if err != nil {
		return nil, "", err
	}
	return &added, "a text that it had before", nil
}

// isTheSame reports whether a text that differs from the last one is no other.
func (f *Follower) isTheSame(ctx context.Context, last Seen, now essence, redesigned bool) (bool, error) {
	kept, err := f.Store.Record(ctx, last.Revision)
	if err != nil {
		return false, ignoreMissing(err)
	}
	return isSame(essenceOf(kept), now, redesigned), nil
}
