package web

import (
	"net/http"
	"strconv"
	"strings"

	"hearsay/internal/archive"
)

// keep puts what was pasted into the archive.
func (d *Desk) keep(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxPaste); err != nil {
		return err
	}
	page := pastePage{Text: r.PostFormValue("text"), Published: strings.TrimSpace(r.PostFormValue("published")), Outlet: strings.TrimSpace(r.PostFormValue("outlet"))}
	report, err := d.pasted(r.Context(), page)
	if report.Text == "" {
		return badRequest(remark(err))
	}
	record, err := d.opt.Read(r.Context(), report)
	if err != nil {
		return err
	}
	added, err := d.opt.Archive.Add(r.Context(), archive.Incoming{Record: record, Urgency: archive.Interactive})
	if err != nil {
		return err
	}
	if added.Outcome == archive.WithdrawnIt {
		return problem{http.StatusGone, "Withdrawn", "This report was withdrawn; nothing of it is kept."}
	}
	d.shelf.Changed(added.Story)
	http.Redirect(w, r, "/report/"+strconv.FormatInt(int64(added.Report), 10), http.StatusSeeOther)
	return nil
}
