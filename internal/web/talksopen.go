package web

import (
	"net/http"

	"hearsay"
	"hearsay/internal/view"
)

type openTalksPage struct {
	ofStory
	Statements []openable
	Editor     string
	Locked     bool
}

// openable is one statement that talks may be made of.
type openable struct {
	At     string // as addresses name it
	Words  string
	Kind   hearsay.DealingKind
	Outlet string
	Href   string
}

// openTalksForm lists the statements of a story in which somebody deals with somebody.
func (d *Desk) openTalksForm(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	page := openTalksPage{ofStory: in, Editor: d.editor(r), Locked: userOf(r) != ""}
	for _, report := range in.dossier.Trace.ByPublication() {
		record := in.dossier.Trace.Records[report]
		for _, dealing := range record.Dealings {
			page.Statements = append(page.Statements, openable{At: in.Passage(hearsay.Passage{Report: report, Span: dealing.Words}),
				Words: view.Clip(dealing.Words.In(record.Report.Text), 240), Kind: dealing.Kind, Outlet: in.OutletAt(report), Href: in.At(report)})
		}
	}
	return d.show(w, r, "talks-open", "Open talks · "+in.Story.Title, page)
}

func (d *Desk) openTalks(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	decision := hearsay.TalksDecision{Kind: hearsay.TalksOpen, Name: view.Clip(r.PostFormValue("name"), 120)}
	for _, s := range r.PostForm["at"] {
		p, err := in.passageNamed(s)
		if err != nil {
			return err
		}
		decision.At = append(decision.At, in.dossier.Anchor(p))
	}
	return d.decided(w, r, in, decision)
}
