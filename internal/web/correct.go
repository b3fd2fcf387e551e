package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

// correctPage asks what is wrong with a reading.
type correctPage struct {
	Report   archive.Report
	Revision archive.Revision
	Number   int // of the attribution, from 1
	Said     view.Said
	Machine  string // what the machine read there, if it is something else
	Form     correctForm
	Wrong    string // why the last try was refused
	Editor   string
	Locked   bool // the editor is who is logged in
	Earlier  []archive.Correction
	Unnamed  bool // the voice is not named, and must stay so
	Around   []around

	Identities []hearsay.Identity
	Acts       []hearsay.Act
	Stances    []hearsay.Stance
}

// correctForm is a reading as words in fields.
type correctForm struct {
	Source, Cue, Content, Actor, Identity, Within, Act, Stance, Note string
}

// around is an attribution through which the words of another may have come.
type around struct {
	At  string // by which it is found, as in correctForm.Within
	Who string
	Cue string
}

func spanText(s hearsay.Span) string { return archive.FormatSpans([]hearsay.Span{s}) }

// nearby is how many bytes apart two attributions may stand of which one speaks
// through the other.
const nearby = 700

// around lists through whom the words may have come: what is attributed nearby, but
// for what came through the attribution itself.
func (c corrected) around() (all []around) {
	at := archive.Anchor(c.attribution)
	for _, a := range c.record.Attributions {
		anchor := archive.Anchor(a)
		if a.ID == c.attribution.ID || distance(anchor.Start, at.Start) > nearby || c.isWithin(a.ID) {
			continue
		}
		s := view.SaidIn(c.record, hearsay.PartAttribution, a.ID)
		all = append(all, around{spanText(anchor), s.Who, s.Cue})
	}
	return all
}

// isWithin reports whether an attribution stands within that which is corrected.
func (c corrected) isWithin(id int) bool {
	for at := &id; at != nil; at = c.record.Attributions[*at].Within {
		if *at == c.attribution.ID {
			return true
		}
	}
	return false
}

// corrected is the reading that a correction is about.
type corrected struct {
	report      archive.Report
	revision    archive.Revision
	record      hearsay.Record // as it is shown
	attribution hearsay.Attribution
}

// toCorrect returns the reading that an address names.
func (d *Desk) toCorrect(r *http.Request) (corrected, error) {
	var c corrected
	report, all, err := d.reportIn(r)
	if err != nil {
		return c, err
	}
	c.report = report
	if c.revision, err = pick(report, all, r.PathValue("version")); err != nil {
		return c, err
	}
	n, err := number(r.PathValue("attribution"))
	if err != nil {
		return c, err
	}
	shown, err := d.opt.Archive.View(r.Context(), c.revision.ID)
	if err != nil {
		return c, missing(err)
	}
	if c.record = shown.Record; int(n) > len(c.record.Attributions) {
		return c, errNotFound
	}
	c.attribution = c.record.Attributions[n-1]
	return c, nil
}

func (c corrected) path() string {
	return fmt.Sprintf("%s#a%d", c.reportPath(), c.attribution.ID+1)
}

func (c corrected) reportPath() string {
	return fmt.Sprintf("/report/%d?version=%d", c.report.ID, c.revision.Number)
}

// form returns the reading as words in fields.
func (c corrected) form() correctForm {
	a, text := c.attribution, c.record.Report.Text
	f := correctForm{Act: string(a.Act), Stance: string(a.Stance)}
	if a.Source != nil {
		f.Source = view.Line(a.Source.In(text))
	}
	if a.Cue != nil {
		f.Cue = view.Line(a.Cue.In(text))
	}
	var pieces []string
	for _, p := range a.Content {
		pieces = append(pieces, view.Line(p.In(text)))
	}
	f.Content = strings.Join(pieces, "\n")
	if a.Within != nil {
		f.Within = spanText(archive.Anchor(c.record.Attributions[*a.Within]))
	}
	if n := len(a.Chain); n > 0 {
		last := a.Chain[n-1]
		f.Identity = string(last.Identity)
		if last.Actor != nil {
			f.Actor = view.Line(c.record.Actors[*last.Actor].Name)
		}
	}
	return f
}

func (d *Desk) correctionForm(w http.ResponseWriter, r *http.Request) error {
	c, err := d.toCorrect(r)
	if err != nil {
		return err
	}
	return d.askCorrection(w, r, http.StatusOK, c, c.form(), "")
}

func (d *Desk) askCorrection(w http.ResponseWriter, r *http.Request, status int, c corrected, f correctForm, wrong string) error {
	earlier, err := d.opt.Archive.Corrections(r.Context(), c.revision.Hash)
	if err != nil {
		return err
	}
	page := correctPage{Report: c.report, Revision: c.revision, Number: c.attribution.ID + 1, Form: f, Wrong: wrong,
		Said:   view.SaidIn(c.record, hearsay.PartAttribution, c.attribution.ID),
		Editor: d.editor(r), Locked: userOf(r) != "", Around: c.around(),
		Identities: hearsay.Identities, Acts: hearsay.Acts, Stances: hearsay.Stances}
	anchor := archive.Anchor(c.attribution)
	for _, e := range earlier {
		if e.Span == anchor {
			page.Earlier = append(page.Earlier, e)
		}
	}
	page.Machine = d.machineReading(r, c, anchor)
	page.Unnamed = f.Identity == string(hearsay.Anonymous) || f.Identity == string(hearsay.Unattributed)
	return d.showAs(w, r, status, "correct", "Wrong?", page)
}

// machineReading tells what the reader found at an anchor, before any correction.
func (d *Desk) machineReading(r *http.Request, c corrected, anchor hearsay.Span) string {
	record, err := d.opt.Archive.Record(r.Context(), c.revision.ID)
	if err != nil {
		return ""
	}
	for i, a := range record.Attributions {
		if archive.Anchor(a) == anchor {
			s := view.SaidIn(record, hearsay.PartAttribution, i)
			return fmt.Sprintf("%s — %s: %s", s.Who, s.Cue, s.Content)
		}
	}
	return ""
}

// editorCookie remembers how somebody signs corrections where nobody logs in.
const editorCookie = "hearsay-editor"

// editor returns who corrects.
func (d *Desk) editor(r *http.Request) string {
	if name := userOf(r); name != "" {
		return name
	}
	if c, err := r.Cookie(editorCookie); err == nil {
		if name, err := url.QueryUnescape(c.Value); err == nil {
			return view.Clip(name, 60)
		}
	}
	return ""
}

// sign returns who corrects, and remembers it.
func (d *Desk) sign(w http.ResponseWriter, r *http.Request) string {
	name := cmp.Or(userOf(r), view.Clip(r.PostFormValue("editor"), 60), d.editor(r))
	if userOf(r) == "" && name != "" {
		http.SetCookie(w, &http.Cookie{Name: editorCookie, Value: url.QueryEscape(name), Path: "/", MaxAge: 365 * 24 * 3600,
			HttpOnly: true, Secure: d.guard.Secure, SameSite: http.SameSiteLaxMode})
	}
	return name
}

var errUnsigned = errors.New("a correction is kept with who made it: write your name")

func (d *Desk) correct(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	c, err := d.toCorrect(r)
	if err != nil {
		return err
	}
	f := formIn(r)
	editor := d.sign(w, r)
	corrections, err := c.corrections(f, r.PostFormValue("verdict"))
	if editor == "" {
		err = cmp.Or(err, errUnsigned)
	}
	if err == nil {
		err = d.keepCorrections(r, c, corrections, editor, f.Note)
	}
	if err != nil {
		return d.askCorrection(w, r, http.StatusUnprocessableEntity, c, f, view.Clip(err.Error(), 300))
	}
	http.Redirect(w, r, c.path(), http.StatusSeeOther)
	return nil
}

// formIn reads the fields of a form.
func formIn(r *http.Request) correctForm {
	return correctForm{Source: r.PostFormValue("source"), Cue: r.PostFormValue("cue"), Content: r.PostFormValue("content"), Actor: r.PostFormValue("actor"),
		Identity: r.PostFormValue("identity"), Within: r.PostFormValue("within"), Act: r.PostFormValue("act"), Stance: r.PostFormValue("stance"), Note: r.PostFormValue("note")}
}

func (d *Desk) keepCorrections(r *http.Request, c corrected, all []archive.Correction, editor, note string) error {
	for _, one := range all {
		one.Editor, one.Note = editor, view.Clip(note, 500)
		if _, err := d.opt.Archive.Correct(r.Context(), one); err != nil {
			return err
		}
	}
	d.shelf.Changed(c.report.Story)
	return nil
}

// corrections returns what a form says that the reading does not.
func (c corrected) corrections(f correctForm, verdict string) ([]archive.Correction, error) {
	base := archive.Correction{Revision: c.revision.Hash, Span: archive.Anchor(c.attribution), Role: archive.RoleAttribution, Verdict: archive.Right}
	switch verdict {
	case "right":
		return []archive.Correction{base}, nil
	case "wrong":
		base.Verdict = archive.Wrong
		return []archive.Correction{base}, nil
	}
	was := c.form()
	var all []archive.Correction
	add := func(role archive.Role, before, after string) {
		if before = strings.TrimSpace(before); before == strings.TrimSpace(after) {
			return
		}
		made := base
		made.Role, made.Verdict, made.Value = role, archive.Instead, strings.TrimSpace(after)
		all = append(all, made)
	}
	add(archive.RoleWithin, was.Within, f.Within)
	add(archive.RoleIdentity, was.Identity, f.Identity)
	add(archive.RoleActor, was.Actor, f.Actor)
	add(archive.RoleAct, was.Act, f.Act)
	add(archive.RoleStance, was.Stance, f.Stance)
	add(archive.RoleSource, was.Source, f.Source)
	add(archive.RoleContent, was.Content, f.Content)
	add(archive.RoleCue, was.Cue, f.Cue) // last: the others are found by it
	if len(all) == 0 {
		return nil, errors.New("nothing is different: change a field, or say that it is right or wrong as a whole")
	}
	return all, c.inText(all)
}

// inText turns words into where they stand in the report.
func (c corrected) inText(all []archive.Correction) error {
	for i := range all {
		switch all[i].Role {
		case archive.RoleSource, archive.RoleCue, archive.RoleContent:
			value, err := c.spans(all[i].Value, all[i].Span.Start)
			if err != nil {
				return err
			}
			if all[i].Value = value; value == "" {
				all[i].Verdict = archive.Wrong
			}
		}
	}
	return nil
}

// spans finds words in the report, as the value of a correction.
func (c corrected) spans(words string, near int) (string, error) {
	all, err := c.placesOf(words, near)
	return archive.FormatSpans(all), err
}

// placesOf finds words in the report, one stretch a line, each where it stands
// nearest to a place.
func (c corrected) placesOf(words string, near int) (all []hearsay.Span, err error) {
	for line := range strings.Lines(words) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		s, ok := nearest(c.record.Report.Text, fields, near)
		if !ok {
			return nil, fmt.Errorf("“%s” does not stand in the report: write the words as they are printed", view.Clip(line, 80))
		}
		all = append(all, s)
	}
	return all, nil
}

// nearest finds words, with any space between them, nearest to a byte offset.
func nearest(text string, fields []string, near int) (best hearsay.Span, ok bool) {
	for i, f := range fields {
		fields[i] = regexp.QuoteMeta(f)
	}
	for _, at := range regexp.MustCompile(strings.Join(fields, `\s+`)).FindAllStringIndex(text, -1) {
		if !ok || distance(at[0], near) < distance(best.Start, near) {
			best, ok = hearsay.Span{Start: at[0], End: at[1]}, true
		}
	}
	return best, ok
}

func distance(a, b int) int { return max(a-b, b-a) }

// undo takes a correction back.
func (d *Desk) undo(w http.ResponseWriter, r *http.Request) error {
	c, err := d.toCorrect(r)
	if err != nil {
		return err
	}
	id, err := number(r.PostFormValue("correction"))
	if err != nil {
		return err
	}
	if err := d.opt.Archive.Undo(r.Context(), id); err != nil {
		return missing(err)
	}
	d.shelf.Changed(c.report.Story)
	http.Redirect(w, r, c.path(), http.StatusSeeOther)
	return nil
}
