package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

// missedPage asks for an attribution that the machine did not read.
type missedPage struct {
	Report   archive.Report
	Revision archive.Revision
	Near     string // the paragraph, as it is printed
	Form     correctForm
	Wrong    string
	Editor   string
	Locked   bool

	Identities []hearsay.Identity
	Acts       []hearsay.Act
	Stances    []hearsay.Stance
}

// missedIn returns the revision that an address names, as a reading to which
// something is added, and where.
func (d *Desk) missedIn(r *http.Request) (c corrected, at int, err error) {
	report, all, err := d.reportIn(r)
	if err != nil {
		return c, 0, err
	}
	c.report = report
	if c.revision, err = pick(report, all, r.PathValue("version")); err != nil {
		return c, 0, err
	}
	shown, err := d.opt.Archive.View(r.Context(), c.revision.ID)
	if err != nil {
		return c, 0, missing(err)
	}
	c.record = shown.Record
	at, err = strconv.Atoi(r.PathValue("at"))
	if err != nil || at < 0 || at > len(c.record.Report.Text) {
		return c, 0, errNotFound
	}
	return c, at, nil
}

func (d *Desk) missedForm(w http.ResponseWriter, r *http.Request) error {
	c, at, err := d.missedIn(r)
	if err != nil {
		return err
	}
	return d.askMissed(w, r, http.StatusOK, c, at, correctForm{Identity: string(hearsay.NamedPerson), Act: string(hearsay.Assertion), Stance: string(hearsay.Actual)}, "")
}

func (d *Desk) askMissed(w http.ResponseWriter, r *http.Request, status int, c corrected, at int, f correctForm, wrong string) error {
	page := missedPage{Report: c.report, Revision: c.revision, Near: paragraphFrom(c.record.Report.Text, at), Form: f, Wrong: wrong,
		Editor: d.editor(r), Locked: userOf(r) != "", Acts: hearsay.Acts, Stances: hearsay.Stances,
		Identities: slices.DeleteFunc(slices.Clone(hearsay.Identities), func(i hearsay.Identity) bool { return i == hearsay.OutletIdentity })}
	return d.showAs(w, r, status, "missed", "Somebody missing?", page)
}

// paragraphFrom returns the paragraph that begins at a byte, shortened.
func paragraphFrom(text string, at int) string {
	words, _, _ := strings.Cut(strings.TrimLeft(text[at:], "\n"), "\n\n")
	return view.Clip(strings.ToValidUTF8(words, ""), 1500)
}

// addMissed keeps an attribution that the machine did not read.
func (d *Desk) addMissed(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	c, at, err := d.missedIn(r)
	if err != nil {
		return err
	}
	f, editor := formIn(r), d.sign(w, r)
	made, err := c.missed(f, at)
	if editor == "" {
		err = cmp.Or(err, errUnsigned)
	}
	if err == nil {
		err = d.keepCorrections(r, c, []archive.Correction{made}, editor, f.Note)
	}
	if err != nil {
		return d.askMissed(w, r, http.StatusUnprocessableEntity, c, at, f, view.Clip(err.Error(), 300))
	}
	http.Redirect(w, r, d.whereAdded(r, c, made.Span), http.StatusSeeOther)
	return nil
}

// missed returns what a form says that nobody read. Its content is looked for from
// the paragraph on, its other words next to that.
func (c corrected) missed(f correctForm, at int) (archive.Correction, error) {
	none := archive.Correction{}
	content, err := c.placesOf(f.Content, at)
	if err != nil {
		return none, err
	}
	if len(content) == 0 {
		return none, errors.New("it is not said what is said: write the content as it is printed")
	}
	cue, err := c.placesOf(f.Cue, content[0].Start)
	if err != nil {
		return none, err
	}
	source, err := c.placesOf(f.Source, content[0].Start)
	if err != nil {
		return none, err
	}
	m := archive.Missed{Source: first(source), Cue: first(cue), Content: content, Act: hearsay.Act(f.Act), Stance: hearsay.Stance(f.Stance),
		Chain: []archive.MissedVoice{{Words: first(source), Identity: hearsay.Identity(f.Identity), Actor: f.actor()}}}
	return archive.Correction{Revision: c.revision.Hash, Span: m.Anchor(), Role: archive.RoleAttribution, Verdict: archive.Missing, Value: m.Value()}, nil
}

// actor returns who is meant: of a named voice, where nothing else is said, its words.
func (f correctForm) actor() string {
	switch hearsay.Identity(f.Identity) {
	case hearsay.NamedPerson, hearsay.NamedOrganisation:
		return cmp.Or(strings.TrimSpace(f.Actor), strings.Join(strings.Fields(f.Source), " "))
	}
	return strings.TrimSpace(f.Actor)
}

func first(all []hearsay.Span) *hearsay.Span {
	if len(all) == 0 {
		return nil
	}
	return &all[0]
}

// whereAdded returns the note of what was added.
func (d *Desk) whereAdded(r *http.Request, c corrected, anchor hearsay.Span) string {
	if shown, err := d.opt.Archive.View(r.Context(), c.revision.ID); err == nil {
		for _, a := range shown.Record.Attributions {
			if archive.Anchor(a) == anchor {
				return fmt.Sprintf("%s#a%d", c.reportPath(), a.ID+1)
			}
		}
	}
	return c.reportPath()
}
