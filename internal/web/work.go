package web

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"hearsay/internal/view"
	"hearsay/internal/work"
)

// # Long work
//
// What takes long runs beside the desk, whoever looks on or not. A page shows how
// far it is, and asks again every second; without a script it is loaded again.

// importPage asks for reports, and lists the work there is.
type importPage struct {
	Folders []string // on this machine, from which may be imported
	All     []workLine
	Busy    bool // some of it is not over
	Wrong   string
	Typed   string
}

// workPage is one piece of work.
type workPage struct {
	Line workLine
	Busy bool
}

// workLine is how it stands with a piece of work.
type workLine struct {
	work.Work
	Share int // hundredths, -1: not known
	Rate  int // a minute
	Left  time.Duration
}

func (d *Desk) workLine(w work.Work) workLine {
	now := d.opt.Now()
	return workLine{w, w.Share(), w.Rate(now), w.Left(now)}
}

// Refreshes reports whether the page changes by itself.
func (p importPage) Refreshes() bool { return p.Busy }

// Refreshes reports whether the page changes by itself.
func (p workPage) Refreshes() bool { return p.Busy }

func (d *Desk) importForm(w http.ResponseWriter, r *http.Request) error {
	return d.showImports(w, r, http.StatusOK, importPage{})
}

func (d *Desk) showImports(w http.ResponseWriter, r *http.Request, status int, page importPage) error {
	page.Folders = d.opt.ImportFrom
	for _, one := range d.opt.Work.All() {
		page.All = append(page.All, d.workLine(one))
		page.Busy = page.Busy || !one.IsOver()
	}
	return d.showAs(w, r, status, "import", "Import", page)
}

// importThese takes files, addresses and folders, and has them imported.
func (d *Desk) importThese(w http.ResponseWriter, r *http.Request) error {
	id, folder, err := d.opt.Work.Prepare()
	if err != nil {
		return err
	}
	given, err := d.takeGiven(r, folder)
	if err == nil && len(given.inputs) == 0 {
		err = badRequest("Nothing was chosen: choose files or a folder, or write addresses.")
	}
	if err != nil {
		os.RemoveAll(folder)
		var p problem
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			err = problem{http.StatusRequestEntityTooLarge, "Too much at once", "More than 1 GB at once: give it in parts, or run hearsay add on this machine."}
		}
		if errors.As(err, &p) {
			return d.showImports(w, r, p.status, importPage{Wrong: p.reason, Typed: given.typed})
		}
		return err
	}
	made, err := d.opt.Work.Add(work.Work{ID: id, Kind: work.Import, Title: given.title(), Inputs: given.inputs, Folder: folder, By: userOf(r)})
	if err != nil {
		return err
	}
	http.Redirect(w, r, workPath(made.ID), http.StatusSeeOther)
	return nil
}

func workPath(id int) string { return "/import/" + strconv.Itoa(id) }

// given is what somebody gave to be imported.
type given struct {
	inputs []string // as they are opened
	names  []string // as people know them
	typed  string   // as it was typed
}

func (g given) title() string {
	if len(g.names) == 0 {
		return "nothing"
	}
	title := view.Clip(g.names[0], 60)
	if n := len(g.names) - 1; n > 0 {
		title += " and " + strconv.Itoa(n) + " more"
	}
	return title
}

// typed adds what was typed, an address or a path a line.
func (d *Desk) addTyped(g *given, text string) error {
	g.typed = text
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		input, err := d.inputAt(line)
		if err != nil {
			return err
		}
		g.inputs, g.names = append(g.inputs, input), append(g.names, line)
	}
	return nil
}

// inputAt returns what an address or a path names. Of this machine nothing is read
// but what lies in the folders that whoever started the desk named.
func (d *Desk) inputAt(line string) (string, error) {
	if address, ok := addressIn(line); ok {
		return address, nil
	}
	real, err := filepath.EvalSymlinks(line)
	if err == nil && filepath.IsAbs(real) {
		for _, folder := range d.opt.ImportFrom {
			if inside, err := filepath.Rel(folder, real); err == nil && filepath.IsLocal(inside) {
				return real, nil
			}
		}
	}
	return "", badRequest("“" + view.Clip(line, 80) + "” is neither an address nor in a folder that the desk may import from (hearsay serve --import-from FOLDER). Choose its files instead.")
}

func (d *Desk) workIn(r *http.Request) (work.Work, error) {
	id, err := number(r.PathValue("work"))
	if err != nil {
		return work.Work{}, err
	}
	w, err := d.opt.Work.Get(int(id))
	if errors.Is(err, work.ErrNotFound) {
		err = errNotFound
	}
	return w, err
}

func (d *Desk) work(w http.ResponseWriter, r *http.Request) error {
	one, err := d.workIn(r)
	if err != nil {
		return err
	}
	return d.show(w, r, "work", one.Title, workPage{d.workLine(one), !one.IsOver()})
}

// steer stops a piece of work, goes on with it, or forgets it.
func (d *Desk) steer(w http.ResponseWriter, r *http.Request) error {
	one, err := d.workIn(r)
	if err != nil {
		return err
	}
	to := workPath(one.ID)
	switch r.PathValue("how") {
	case "stop":
		err = d.opt.Work.Stop(one.ID)
	case "go-on":
		err = d.opt.Work.GoOn(one.ID)
	case "forget":
		to, err = "/import", d.opt.Work.Forget(one.ID)
	default:
		err = errNotFound
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// rereadAll has everything read anew.
func (d *Desk) rereadAll(w http.ResponseWriter, r *http.Request) error {
	id, folder, err := d.opt.Work.Prepare()
	if err != nil {
		return err
	}
	made, err := d.opt.Work.Add(work.Work{ID: id, Kind: work.Reread, Title: "All reports, read anew", Folder: folder, By: userOf(r)})
	if err != nil {
		return err
	}
	http.Redirect(w, r, workPath(made.ID), http.StatusSeeOther)
	return nil
}
