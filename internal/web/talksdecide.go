package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// # What a person decides of talks
//
//	page of talks ─► correct: a term, an answer, a position, a deadline
//	             ├─► name, close, merge
//	             └─► open: which statements are talks, where none were read
//	                       │
//	                       └─► Archive.Decide, with who and when ─► the page, made anew
//
// What was read is kept; each decision can be taken back.

// lookAt says how talks are looked at: what is new, and who decided what.
func lookAt(dos *dossier.Dossier, isNew func(int) bool) view.Look {
	look := view.Look{IsNew: isNew}
	for _, d := range dos.Decided.Holding {
		look.Decided = append(look.Decided, decidedOf(d))
	}
	return look
}

func decidedOf(d archive.Decision) view.Decided {
	return view.Decided{ID: d.ID, Kind: d.Kind, Field: d.Field, Value: view.Line(d.Value), Editor: view.Line(d.Editor), Note: view.Line(d.Note), When: d.Added}
}

// decisionLine is one decision in the list of all.
type decisionLine struct {
	view.Decided
	Told         string
	About        string // the words it is about
	Undone, Lost bool
}

// Decisions lists what people decided, the newest first.
func (o ofStory) Decisions() []decisionLine {
	var all []decisionLine
	for _, d := range slices.Backward(o.dossier.Decided.All) {
		line := decisionLine{Decided: decidedOf(d), Told: view.Told(d.TalksDecision), Undone: !d.Undone.IsZero(), Lost: o.dossier.Decided.IsLost(d.ID)}
		if len(d.At) > 0 {
			line.About = o.wordsAt(d.At[0])
		}
		all = append(all, line)
	}
	return all
}

func (o ofStory) wordsAt(at hearsay.Anchor) string {
	for i, k := range o.dossier.Kept {
		if text := o.dossier.Trace.Records[i].Report.Text; string(k.Hash) == at.Revision && at.Span.Check(len(text)) == nil {
			return view.Clip(at.Span.In(text), 160)
		}
	}
	return ""
}

// # Words in addresses
//
// Words of a report are named by the revision's number and the bytes they begin and
// end at: 12-340-380.

// Passage names words in an address.
func (o ofStory) Passage(p hearsay.Passage) string {
	return strconv.FormatInt(int64(o.dossier.Kept[p.Report].Revision), 10) + "-" + strconv.Itoa(p.Span.Start) + "-" + strconv.Itoa(p.Span.End)
}

// passageNamed returns the words that an address names.
func (o ofStory) passageNamed(s string) (p hearsay.Passage, err error) {
	parts := strings.Split(s, "-")
	var numbers [3]int
	for i := range numbers {
		if len(parts) != len(numbers) {
			return p, badRequest("It is not said which words are meant.")
		}
		if numbers[i], err = strconv.Atoi(parts[i]); err != nil {
			return p, badRequest("It is not said which words are meant.")
		}
	}
	report, ok := o.dossier.Position(archive.RevisionID(numbers[0]))
	if !ok {
		return p, errNotFound
	}
	p = hearsay.Passage{Report: report, Span: hearsay.Span{Start: numbers[1], End: numbers[2]}}
	if p.Span.Check(len(o.dossier.Trace.Records[report].Report.Text)) != nil {
		return p, errNotFound
	}
	return p, nil
}

// # Correcting

// CorrectHref returns the address of the form that corrects a part.
func (o ofStory) CorrectHref(kind string, at hearsay.Passage, whose *hearsay.Passage) string {
	q := url.Values{"of": {kind}, "at": {o.Passage(at)}}
	if whose != nil {
		q.Set("whose", o.Passage(*whose))
	}
	return o.Path() + "/talks/correct?" + q.Encode()
}

type correctTalksPage struct {
	ofStory
	Part   view.TalksPart
	Form   url.Values // as it was filled in; nil: not yet
	Wrong  string
	Editor string
	Locked bool
}

// Chosen returns what a field of the form holds.
func (p correctTalksPage) Chosen(v view.FieldValue) string {
	if p.Form != nil {
		return p.Form.Get(string(v.Field))
	}
	return v.Value
}

// partToCorrect returns the part of talks that an address names.
func (d *Desk) partToCorrect(r *http.Request) (page correctTalksPage, err error) {
	if page.ofStory, err = d.storyIn(r); err != nil {
		return page, err
	}
	at, err := page.passageNamed(r.FormValue("at"))
	if err != nil {
		return page, err
	}
	whose := r.FormValue("whose")
	page.Editor, page.Locked = d.editor(r), userOf(r) != ""
	for _, p := range view.PartsOf(&page.dossier.Trace, lookAt(page.dossier, nil)) {
		named := ""
		if p.Whose != nil {
			named = page.Passage(*p.Whose)
		}
		if string(p.Kind) == r.FormValue("of") && p.At == at && named == whose {
			page.Part = p
			return page, nil
		}
	}
	return page, errNotFound
}

func (d *Desk) correctTalksForm(w http.ResponseWriter, r *http.Request) error {
	page, err := d.partToCorrect(r)
	if err != nil {
		return err
	}
	return d.show(w, r, "talks-correct", "Wrong?", page)
}

func (d *Desk) correctTalks(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	page, err := d.partToCorrect(r)
	if err != nil {
		return err
	}
	editor := d.sign(w, r)
	decisions, err := page.decisions(r.PostForm)
	if err == nil {
		err = d.decide(r, page.ofStory, editor, decisions...)
	}
	if err != nil {
		page.Form, page.Wrong = r.PostForm, view.Clip(err.Error(), 300)
		return d.showAs(w, r, http.StatusUnprocessableEntity, "talks-correct", "Wrong?", page)
	}
	http.Redirect(w, r, page.Path()+"/talks", http.StatusSeeOther)
	return nil
}

var errSame = errors.New("nothing is different: change a field")

// decisions returns what a form says that the reading does not.
func (p correctTalksPage) decisions(form url.Values) ([]hearsay.TalksDecision, error) {
	var all []hearsay.TalksDecision
	for _, v := range p.Part.Values {
		if value := strings.TrimSpace(form.Get(string(v.Field))); !v.Hidden && value != v.Value {
			all = append(all, p.Part.Correction(v.Field, value, nil, p.dossier.Anchor))
		}
	}
	if obliged, changed, err := p.obliged(form[string(hearsay.FieldObliges)]); err != nil {
		return nil, err
	} else if changed {
		all = append(all, p.Part.Correction(hearsay.FieldObliges, "", obliged, p.dossier.Anchor))
	}
	if len(all) == 0 {
		return nil, errSame
	}
	return all, nil
}

// obliged returns whom a form says a term obliges, and whether that is another than
// what is read.
func (p correctTalksPage) obliged(chosen []string) (all []hearsay.Anchor, changed bool, err error) {
	for _, c := range p.Part.Parties {
		isChosen := slices.Contains(chosen, p.Passage(c.At))
		changed = changed || isChosen != c.Obliged
		if isChosen {
			all = append(all, p.dossier.Anchor(c.At))
		}
	}
	return all, changed, nil
}

// decide keeps decisions and has the story made anew.
func (d *Desk) decide(r *http.Request, in ofStory, editor string, all ...hearsay.TalksDecision) error {
	for _, one := range all {
		made := archive.Decision{TalksDecision: one, Editor: editor, Note: view.Clip(r.PostFormValue("note"), 500)}
		if _, err := d.opt.Archive.Decide(r.Context(), made); err != nil {
			return err
		}
	}
	d.shelf.Changed(in.Story.ID)
	return nil
}

// # The whole

// decideTalks names, closes or merges talks.
func (d *Desk) decideTalks(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	decision := hearsay.TalksDecision{Kind: hearsay.TalksDecisionKind(r.PostFormValue("kind")), Name: view.Clip(r.PostFormValue("name"), 120)}
	for _, key := range append([]string{r.PostFormValue("key")}, r.PostForm["with"]...) {
		if at, ok := in.dossier.TalksAnchor(key); ok {
			decision.At = append(decision.At, at)
		}
	}
	switch decision.Kind {
	case hearsay.TalksName, hearsay.TalksClose, hearsay.TalksMerge:
	default:
		return badRequest("It is not said what is to be done.")
	}
	return d.decided(w, r, in, decision)
}

// decided keeps one decision and leads back to the page of talks.
func (d *Desk) decided(w http.ResponseWriter, r *http.Request, in ofStory, decision hearsay.TalksDecision) error {
	if err := d.decide(r, in, d.sign(w, r), decision); err != nil {
		return badRequest(view.Clip(err.Error(), 300))
	}
	http.Redirect(w, r, in.Path()+"/talks", http.StatusSeeOther)
	return nil
}

func (d *Desk) undoTalks(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	id, err := number(r.PostFormValue("decision"))
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(in.dossier.Decided.All, func(d archive.Decision) bool { return d.ID == id }) {
		return errNotFound
	}
	if err := d.opt.Archive.UndoDecision(r.Context(), id); err != nil {
		return missing(err)
	}
	d.shelf.Changed(in.Story.ID)
	http.Redirect(w, r, in.Path()+"/talks", http.StatusSeeOther)
	return nil
}
