package web

import (
	"errors"
	"net/http"
	"slices"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// actorPage is an actor within a story, and what people may say of who it is.
type actorPage struct {
	ofStory
	view.ActorPage
	Others   []view.ActorLine // with whom it may be one
	Verdicts []archive.ActorVerdict
	Unnamed  bool // it is made one with nobody
	Wrong    string
	Editor   string
	Locked   bool
}

// IsTwo reports whether it has names enough to be two.
func (p actorPage) IsTwo() bool { return len(p.Aliases) > 1 }

// actorIn returns the story and the actor of it that an address names.
func (d *Desk) actorIn(r *http.Request) (in ofStory, actor hearsay.StoryActor, page view.ActorPage, err error) {
	if in, err = d.storyIn(r); err != nil {
		return in, actor, page, err
	}
	id, err := number(r.PathValue("actor"))
	if err != nil {
		return in, actor, page, err
	}
	page, ok := view.ActorOf(&in.dossier.Trace, int(id)-1)
	if !ok {
		return in, actor, page, errNotFound
	}
	return in, in.dossier.Trace.Actors[id-1], page, nil
}

func (d *Desk) actor(w http.ResponseWriter, r *http.Request) error {
	return d.showActor(w, r, http.StatusOK, "")
}

func (d *Desk) showActor(w http.ResponseWriter, r *http.Request, status int, wrong string) error {
	in, actor, found, err := d.actorIn(r)
	if err != nil {
		return err
	}
	page := actorPage{ofStory: in, ActorPage: found, Unnamed: in.dossier.IsUnnamed(actor), Wrong: wrong, Editor: d.editor(r), Locked: userOf(r) != ""}
	for _, other := range d.storyOf(in.dossier).Actors {
		if other.ID != actor.ID && !in.dossier.IsUnnamed(in.dossier.Trace.Actors[other.ID]) {
			page.Others = append(page.Others, other)
		}
	}
	for _, v := range in.dossier.Verdicts {
		if speaksOf(actor, v) {
			page.Verdicts = append(page.Verdicts, v)
		}
	}
	return d.showAs(w, r, status, "actor", found.Name, page)
}

// speaksOf reports whether a verdict is about an actor.
func speaksOf(actor hearsay.StoryActor, v archive.ActorVerdict) bool {
	return slices.ContainsFunc(append(slices.Clone(v.A.Names), v.B.Names...), func(name string) bool {
		return name == actor.Name || slices.ContainsFunc(actor.Aliases, func(a hearsay.Alias) bool { return a.Words == name })
	})
}

// judgeActor keeps what somebody says of who an actor is, and compares the story anew.
func (d *Desk) judgeActor(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	in, actor, _, err := d.actorIn(r)
	if err != nil {
		return err
	}
	editor := d.sign(w, r)
	if err = d.keepVerdict(r, in.dossier, actor, editor); err != nil {
		if errors.Is(err, errNotFound) {
			return err
		}
		return d.showActor(w, r, http.StatusUnprocessableEntity, view.Clip(err.Error(), 300))
	}
	d.shelf.Changed(in.Story.ID)
	http.Redirect(w, r, d.whereNow(r, in, actor.Name), http.StatusSeeOther)
	return nil
}

func (d *Desk) keepVerdict(r *http.Request, dos *dossier.Dossier, actor hearsay.StoryActor, editor string) (err error) {
	if editor == "" {
		return errUnsigned
	}
	var v archive.ActorVerdict
	switch r.PathValue("verdict") {
	case "merge":
		v, err = mergeOf(dos, actor, r.PostFormValue("other"))
	case "split":
		v, err = dos.Split(actor, r.PostForm["name"]...)
	case "undo":
		id, err := number(r.PostFormValue("which"))
		if err != nil {
			return err
		}
		return missing(d.opt.Archive.UndoActorVerdict(r.Context(), id, editor))
	default:
		return errNotFound
	}
	if err != nil {
		return err
	}
	v.Editor, v.Note = editor, view.Clip(r.PostFormValue("note"), 500)
	_, err = d.opt.Archive.JudgeActors(r.Context(), v)
	return err
}

func mergeOf(dos *dossier.Dossier, actor hearsay.StoryActor, other string) (archive.ActorVerdict, error) {
	if other == "" {
		return archive.ActorVerdict{}, errors.New("it is not said with whom it is one")
	}
	found, err := dos.ActorCalled(other)
	if err != nil {
		return archive.ActorVerdict{}, err
	}
	return dos.Merge(actor, found)
}

// whereNow returns the page of an actor after its story was compared anew: it has
// another number there, or is called otherwise.
func (d *Desk) whereNow(r *http.Request, in ofStory, name string) string {
	dos, err := d.shelf.Story(dossier.ForEditor(r.Context(), d.patience()), in.Story.ID)
	if err == nil {
		if actor, err := dos.ActorCalled(name); err == nil && !actor.Private {
			return in.Path() + "/actor/" + one(actor.ID)
		}
	}
	return in.Path() + "#who"
}
