package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/review"
	"hearsay/internal/view"
)

// # The review queue
//
// Of the newest statements those come first whose confidence is next to one half.
// One is shown at a time with the sentence it stands in: accept it, say that it is
// wrong, correct it, or skip it. What somebody has judged does not come back to
// them; it does come to others, so that one can see where two people differ.

// reviewPage is one reading to be judged.
type reviewPage struct {
	Hit     archive.Hit
	Said    view.Said
	ID      string      // of the hit, short
	Middle  []view.Mark // the paragraph it stands in
	Number  int
	Version int
	Left    int    // in the queue, this one included
	Skip    string // what was skipped so far
	Editor  string
	Locked  bool
	None    bool
	Agree   agreement
}

// agreement says how often two people judged a reading alike.
type agreement struct{ Both, Alike int }

const reviewQueue = 200

func (d *Desk) review(w http.ResponseWriter, r *http.Request) error {
	page := reviewPage{Skip: r.FormValue("skip"), Editor: d.editor(r), Locked: userOf(r) != ""}
	queue, err := d.opt.Archive.Doubtful(r.Context(), reviewQueue)
	if err != nil {
		return err
	}
	judged := judgements{d: d, ctx: r.Context(), of: map[archive.Hash][]archive.Correction{}}
	skipped := strings.Split(page.Skip, ".")
	for i, h := range queue {
		all, err := judged.at(h)
		if err != nil {
			return err
		}
		page.Agree.count(all)
		mine := slices.ContainsFunc(all, func(c archive.Correction) bool { return c.Editor == page.Editor && c.Undone.IsZero() })
		if page.Number == 0 && !mine && !slices.Contains(skipped, short(h.ID)) {
			if err := d.setReview(r, &page, h); err != nil {
				return err
			}
			page.Left = len(queue) - i
		}
	}
	page.None = page.Number == 0
	return d.show(w, r, "review", "Review", page)
}

// judgements finds what people said of readings, one look for each revision.
type judgements struct {
	d   *Desk
	ctx context.Context
	of  map[archive.Hash][]archive.Correction
}

func (j judgements) at(h archive.Hit) ([]archive.Correction, error) {
	all, known := j.of[h.Hash]
	if !known {
		var err error
		if all, err = j.d.opt.Archive.Corrections(j.ctx, h.Hash); err != nil {
			return nil, err
		}
		j.of[h.Hash] = all
	}
	anchor := archive.Anchor(hearsay.Attribution{Cue: h.Cue, Content: h.Content})
	var here []archive.Correction
	for _, c := range all {
		if c.Span == anchor {
			here = append(here, c)
		}
	}
	return here, nil
}

// count adds a reading that two or more people judged: alike if all of them took
// it for right, or none did.
func (a *agreement) count(all []archive.Correction) {
	verdicts := map[string]bool{} // editor → took it for right
	for _, c := range all {
		if c.Undone.IsZero() {
			verdicts[c.Editor] = c.Verdict == archive.Right
		}
	}
	if len(verdicts) < 2 {
		return
	}
	right := 0
	for _, ok := range verdicts {
		if ok {
			right++
		}
	}
	a.Both++
	if right == 0 || right == len(verdicts) {
		a.Alike++
	}
}

// setReview fills the page with a reading and the text around it.
func (d *Desk) setReview(r *http.Request, page *reviewPage, h archive.Hit) error {
	v, err := d.opt.Archive.Revision(r.Context(), h.Revision)
	if err != nil {
		return err
	}
	shown, err := d.opt.Archive.View(r.Context(), h.Revision)
	if err != nil {
		return err
	}
	anchor := archive.Anchor(hearsay.Attribution{Cue: h.Cue, Content: h.Content})
	at := slices.IndexFunc(shown.Record.Attributions, func(a hearsay.Attribution) bool { return archive.Anchor(a) == anchor })
	if at < 0 {
		return nil // a person took it out
	}
	page.Hit, page.ID, page.Number, page.Version = h, short(h.ID), at+1, v.Number
	page.Said = view.SaidIn(shown.Record, hearsay.PartAttribution, at)
	page.Middle = view.MarksOf(shown.Record, at)
	return nil
}

// judge keeps what somebody says of a reading and goes on to the next.
func (d *Desk) judge(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	skip := r.PostFormValue("skip")
	verdict := r.PostFormValue("verdict")
	if verdict == "skip" {
		skip = strings.Trim(skip+"."+r.PostFormValue("id"), ".")
	} else if err := d.keepJudgement(w, r, verdict); err != nil {
		return err
	}
	http.Redirect(w, r, "/review?skip="+skip, http.StatusSeeOther)
	return nil
}

func (d *Desk) keepJudgement(w http.ResponseWriter, r *http.Request, verdict string) error {
	for _, field := range []string{"report", "version", "attribution"} {
		r.SetPathValue(field, r.PostFormValue(field))
	}
	c, err := d.toCorrect(r)
	if err != nil {
		return err
	}
	editor := d.sign(w, r)
	if editor == "" {
		return badRequest("A judgement is kept with who made it. Write your name.")
	}
	if verdict != "right" && verdict != "wrong" {
		return badRequest(fmt.Sprintf("“%s” is no judgement.", view.Clip(verdict, 20)))
	}
	all, err := c.corrections(correctForm{}, verdict)
	if err != nil {
		return err
	}
	return d.keepCorrections(r, c, all, editor, "")
}

// reviewed answers with all that was judged, as lines that hearsay-train reads.
func (d *Desk) reviewed(w http.ResponseWriter, r *http.Request) error {
	texts := review.Extracts
	if r.FormValue("texts") == string(review.Whole) {
		texts = review.Whole
	}
	w.Header().Set("Content-Type", "application/jsonl; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="reviews.jsonl"`)
	return review.Export(r.Context(), d.opt.Archive, w, texts)
}

// short writes a statement's number in few characters.
func short(id archive.StatementID) string { return strconv.FormatInt(int64(id), 36) }
