package web

import (
	"context"
	"net/http"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

// whyPage tells how one attribution was read.
type whyPage struct {
	Back    string // to the statement in its report
	Report  string
	Said    view.Said
	Why     view.Why
	Checked bool   // a person judged or mended it
	Not     string // why it cannot be told
}

// why tells how sure a reading is, and why: the report is read once more, and the
// reasons are told that nobody keeps.
func (d *Desk) why(w http.ResponseWriter, r *http.Request) error {
	c, err := d.toCorrect(r)
	if err != nil {
		return err
	}
	shown, err := d.opt.Archive.View(r.Context(), c.revision.ID)
	if err != nil {
		return missing(err)
	}
	page := whyPage{Back: c.path(), Report: c.reportPath(), Said: view.SaidIn(c.record, hearsay.PartAttribution, c.attribution.ID), Checked: shown.Checked[c.attribution.ID]}
	if c.revision.Retention != archive.KeepFull {
		page.Not = "Of this report an extract is kept, and why it was read so can be told of a whole text alone."
		return d.show(w, r, "why", "Why?", page)
	}
	e, err := d.explained(r, c.revision.ID)
	if err != nil {
		return err
	}
	id := readAs(e.Record, c.attribution)
	if id < 0 {
		page.Not = "Read once more, this statement is not found: a person mended it, or an earlier version of the program found it."
	} else {
		page.Why = view.WhyOf(e, id)
	}
	return d.show(w, r, "why", "Why?", page)
}

// explained reads a revision once more, and says why; what was explained last is kept.
func (d *Desk) explained(r *http.Request, id archive.RevisionID) (view.Explained, error) {
	kept, err := d.opt.Archive.Original(r.Context(), id)
	if err != nil {
		return view.Explained{}, missing(err)
	}
	e := d.whyMemo.of(id, func() view.Explained {
		var e view.Explained
		e, err = d.opt.Explain(context.WithoutCancel(r.Context()), kept) // others wait for it, too
		return e
	})
	return e, err
}

// readAs returns the ID of the attribution that stands where another does, -1 for
// none.
func readAs(record hearsay.Record, a hearsay.Attribution) int {
	for i, other := range record.Attributions {
		if archive.Anchor(other) == archive.Anchor(a) {
			return i
		}
	}
	return -1
}
