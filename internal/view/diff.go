package view

import (
	"cmp"
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/revision"
)

// DiffPage is what there is to show of a later revision beside the one before it.
// All its strings are safe to print on a terminal.
type DiffPage struct {
	Heading    string // from which to which
	Sum        string // how many changes there are, and how many silent ones
	Above      []ChangeNote
	Paragraphs []DiffParagraph
}

// DiffParagraph is one paragraph that changed.
type DiffParagraph struct {
	Place   string // "¶ 3", "¶ 3 (was 5)", "¶ 5 before"
	Runs    []Run  // what went in [-…-], what came in {+…+}
	Changes []ChangeNote
}

// ChangeNote is one change, as told above its paragraph.
type ChangeNote struct {
	Silent bool
	Head   string // "silent · figure"
	What   string // "“31” becomes “23”"; "" where the paragraph itself tells it
	Note   string // what the note says of it; "" : nothing
}

// DiffOf computes the page of an update of one of two records. Rows must be those of
// the same records.
func DiffOf(before, after hearsay.Record, u hearsay.Update, rows []revision.Row) DiffPage {
	d := differ{before, after, u}
	page := DiffPage{Heading: d.title(before.Report) + " → " + d.title(after.Report), Sum: sumOf(u)}
	page.Above = d.notes(func(c hearsay.Change) bool { return c.Where == 0 })
	for _, r := range rows {
		if r.IsKept() {
			continue
		}
		changes := d.notes(func(c hearsay.Change) bool { return isOf(c, r) })
		if len(changes) == 0 {
			continue // furniture
		}
		page.Paragraphs = append(page.Paragraphs, DiffParagraph{placeOf(r), d.runs(r.Pieces), changes})
	}
	return page
}

type differ struct {
	before, after hearsay.Record
	update        hearsay.Update
}

func (d differ) title(r hearsay.Report) string {
	parts := []string{Line(cmp.Or(r.Path, r.URL, r.Outlet, "standard input"))}
	if at := r.Stood(); !at.IsZero() {
		parts = append(parts, at.Format("2006-01-02 15:04"))
	}
	return strings.Join(parts, " · ")
}

func sumOf(u hearsay.Update) string {
	silent := 0
	for _, c := range u.Changes {
		if c.Kind == hearsay.ChangeSilent {
			silent++
		}
	}
	switch {
	case len(u.Changes) == 0:
		return "nothing changed"
	case silent == 0:
		return count(len(u.Changes), "change")
	}
	return fmt.Sprintf("%s, %d of them silent: of a figure, a source or a quotation, and no note admits it", count(len(u.Changes), "change"), silent)
}

// isOf reports whether a change is of a row's paragraph.
func isOf(c hearsay.Change, r revision.Row) bool {
	if c.After != nil {
		return r.To != nil && r.To.Contains(*c.After)
	}
	return c.Before != nil && r.From != nil && r.From.Contains(*c.Before)
}

func placeOf(r revision.Row) string {
	switch {
	case r.After == 0:
		return fmt.Sprintf("¶ %d before", r.Before)
	case r.Before == 0 || r.Before == r.After:
		return fmt.Sprintf("¶ %d", r.After)
	}
	return fmt.Sprintf("¶ %d (was %d)", r.After, r.Before)
}

func (d differ) notes(choose func(hearsay.Change) bool) []ChangeNote {
	var all []ChangeNote
	for _, c := range d.update.Changes {
		if !choose(c) {
			continue
		}
		n := ChangeNote{Silent: c.Kind == hearsay.ChangeSilent, Head: string(c.Kind) + " · " + string(c.Subject)}
		if isPart := c.Kind != hearsay.ChangeAdded && c.Kind != hearsay.ChangeMoved && c.Subject != hearsay.SubjectText && c.Subject != hearsay.SubjectNote; isPart {
			n.What = shortened(Line(c.What(d.before.Report, d.after.Report)))
		}
		if c.Admitted != nil {
			n.Note = Line(c.Admitted.In(d.after.Report.Text))
		}
		all = append(all, n)
	}
	return all
}

// runs puts the pieces of a paragraph one behind the other, with a space wherever
// there was one in the text that a piece is of.
func (d differ) runs(pieces []revision.Piece) []Run {
	var all []Run
	for i, p := range pieces {
		text, role, open, shut := d.after.Report.Text, None, "", ""
		switch p.Fate {
		case revision.Gone:
			text, role, open, shut = d.before.Report.Text, Lost, "[-", "-]"
		case revision.New:
			role, open, shut = Fresh, "{+", "+}"
		}
		if isReplaced := p.Fate == revision.New && i > 0 && pieces[i-1].Fate == revision.Gone; i > 0 && (isReplaced || spaceBefore(text, p.Span.Start)) {
			all = append(all, Run{Text: " "})
		}
		all = append(all, Run{open + Line(p.Span.In(text)) + shut, Style{Role: role}})
	}
	return all
}

func spaceBefore(text string, at int) bool {
	return at > 0 && strings.ContainsAny(text[at-1:at], " \n\t\r")
}
