package gold

import (
	"fmt"
	"maps"
	"slices"

	"hearsay"
)

// check names every id that nothing has and every word that is none of its
// list's. It changes nothing: whoever needs an id looks it up, and finds nothing.
func (r *scenarioReader) check() {
	ids := r.register()
	r.checkActors()
	r.checkReports(ids)
	r.checkAttributions(ids)
	r.checkFigures(ids)
	r.checkClaims(ids)
	r.checkUpdates()
	r.checkOppositions(ids)
	r.checkTalks(ids)
}

// register holds the ids of a truth.
type register struct{ actors, reports, claims, figures set }

type set map[string]bool

func (r *scenarioReader) register() register {
	ids := register{set{}, set{}, set{}, set{}}
	enter := func(to set, what, id string) {
		if to[id] && id != "" {
			r.fault("", "the %s %s is there twice", what, clipped(id))
		}
		to[id] = true
	}
	for _, a := range r.truth.Actors {
		enter(ids.actors, "actor", a.ID)
	}
	for _, c := range r.truth.Claims {
		enter(ids.claims, "claim", c.ID)
	}
	for _, f := range r.truth.Figures {
		enter(ids.figures, "figure", f.ID)
	}
	for id := range r.index {
		ids.reports[id] = true
	}
	return ids
}

// refer checks ids; "" is nobody's and always right.
func (r *scenarioReader) refer(place, what string, known set, ids ...string) {
	for _, id := range ids {
		if id != "" && !known[id] {
			r.fault(place, "there is no %s %s", what, clipped(id))
		}
	}
}

// oneOf checks a word against its list.
func oneOf[T ~string](r *scenarioReader, place, what string, word T, list ...T) {
	if !slices.Contains(list, word) {
		r.fault(place, "%s is no %s", clipped(string(word)), what)
	}
}

func (r *scenarioReader) checkActors() {
	for i, a := range r.truth.Actors {
		oneOf(r, fmt.Sprintf("actors[%d] (%s)", i, a.ID), "kind of actor", a.Kind, hearsay.ActorKinds...)
	}
}

func (r *scenarioReader) checkReports(ids register) {
	for i, v := range r.truth.Reports {
		place := fmt.Sprintf("reports[%d] (%s)", i, v.ID)
		r.refer(place, "actor", ids.actors, v.Outlet)
		r.refer(place, "report", ids.reports, v.Revises, v.CopyOf)
	}
}

func (r *scenarioReader) checkAttributions(ids register) {
	for i, a := range r.truth.Attributions {
		place := fmt.Sprintf("attributions[%d] (%s)", i, a.Report)
		oneOf(r, place, "manner", a.Manner, hearsay.Manners...)
		r.refer(place, "claim", ids.claims, a.Claim)
		r.checkChain(place, ids, a.Chain)
	}
}

func (r *scenarioReader) checkChain(place string, ids register, chain []Hop) {
	if len(chain) == 0 {
		r.fault(place, "its chain is empty: it begins with the outlet at least")
	}
	for _, h := range chain {
		r.refer(place, "actor", ids.actors, h.Actor)
		oneOf(r, place, "identity", h.Identity, hearsay.Identities...)
		oneOf(r, place, "medium", h.Medium, append([]hearsay.Medium{""}, hearsay.Media...)...)
	}
}

func (r *scenarioReader) checkFigures(ids register) {
	for i, f := range r.truth.Figures {
		place := fmt.Sprintf("figures[%d] (%s)", i, f.Report)
		oneOf(r, place, "state", f.State, hearsay.States...)
		oneOf(r, place, "stance", f.Stance, hearsay.Stances...)
		oneOf(r, place, "qualifier", f.Qualifier, hearsay.Qualifiers...)
		r.checkChain(place, ids, f.Chain)
	}
	for i, t := range r.truth.Times {
		oneOf(r, fmt.Sprintf("times[%d] (%s)", i, t.Report), "type of time", t.Type, hearsay.MomentTypes...)
	}
}

func (r *scenarioReader) checkClaims(ids register) {
	for i, c := range r.truth.Claims {
		place := fmt.Sprintf("claims[%d] (%s)", i, c.ID)
		oneOf(r, place, "kind of claim", c.Kind, hearsay.Acts...)
		oneOf(r, place, "stance", c.Stance, hearsay.Stances...)
		r.refer(place, "actor", ids.actors, c.By, c.To)
		for _, o := range c.Origins {
			r.checkOrigin(place, ids, o)
		}
	}
}

func (r *scenarioReader) checkOrigin(place string, ids register, o Origin) {
	oneOf(r, place, "identity", o.Identity, hearsay.Identities...)
	r.refer(place, "actor", ids.actors, o.Actor)
	r.refer(place, "report", ids.reports, o.FirstReport)
	r.refer(place, "report", ids.reports, o.Reports...)
	for _, report := range slices.Sorted(maps.Keys(o.Why)) {
		r.refer(place, "report", ids.reports, report)
		oneOf(r, place, "link to an origin", o.Why[report], Cites, Copies, Credits, SameSpeech)
	}
}

func (r *scenarioReader) checkUpdates() {
	for i, u := range r.truth.Updates {
		place := fmt.Sprintf("updates[%d] (%s)", i, u.Report)
		if v := r.revision(place, u.Report); v != nil && u.Note != "" && len(occurrences(v.Report.Text, u.Note)) == 0 {
			r.absent(place, u.Report, []string{"note " + clipped(u.Note)})
		}
		for _, c := range u.Changes {
			oneOf(r, place, "kind of change", c.Kind, Added, Removed, Changed, Corrected, Silent)
		}
	}
}

func (r *scenarioReader) checkOppositions(ids register) {
	known := maps.Clone(ids.claims)
	maps.Copy(known, ids.figures)
	for i, o := range r.truth.Contradictions {
		r.refer(fmt.Sprintf("contradictions[%d]", i), "claim or figure", known, o.Pair...)
	}
	for i, o := range r.truth.NotContradictions {
		r.refer(fmt.Sprintf("not_contradictions[%d]", i), "claim or figure", known, o.Pair...)
	}
}
