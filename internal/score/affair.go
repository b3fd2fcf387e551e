package score

import (
	"hearsay"
	"hearsay/internal/gold"
)

// Affair is one scenario across its reports: the truth about it, and what a
// system found across them. What single reports say is ScenarioReport's.
//
//	truth ─┐                    ┌─► links of claims, origins
//	       ├─► found (told) ────┤
//	trace ─┘                    └─► copies, updates, contradictions
//
// Claims and origins are judged over the attributions that both sides have, so
// that nobody pays twice for one that was not found.
type Affair struct {
	Name    string
	truth   gold.Scenario
	trace   hearsay.Trace
	reports []ScenarioReport
	family  []int // of each report: those that copy or revise one another
	told    []told
}

// told is an attribution that both sides have.
type told struct {
	report       int
	gold, system int    // positions in the truth's and the record's attributions
	claim        string // the truth's; "" : none
	origin       string // the truth's; "" : none, or not told which
	foundClaim   int    // the trace's; -1: none
	foundOrigin  int    // the trace's; -1: none
	words        map[string]bool
}

// NewAffair sets a trace of the scenario's revisions, in their order, beside the
// truth.
func NewAffair(truth gold.Scenario, trace hearsay.Trace) *Affair {
	a := &Affair{Name: truth.Name, truth: truth, trace: trace, family: families(truth.Revisions)}
	for i, v := range truth.Revisions {
		a.reports = append(a.reports, NewScenarioReport(truth.Name, v, trace.Records[i]))
	}
	claims, origins := whereTraced(trace)
	for i, r := range a.reports {
		for _, p := range r.tellingPairs() {
			if p.Gold < 0 || p.System < 0 || !found(r.Gold.Tellings[p.Gold], r.System.Tellings[p.System]) {
				continue
			}
			at := hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: p.System}
			t := told{report: i, gold: p.Gold, system: p.System, foundClaim: idOr(claims, at), foundOrigin: idOr(origins, at)}
			t.claim = truth.Revisions[i].Attributions[p.Gold].Claim
			t.origin = a.trueOrigin(t)
			t.words = wordSet(contentWords(r.Text, r.Gold.Tellings[p.Gold].Content))
			a.told = append(a.told, t)
		}
	}
	return a
}

// families numbers the reports so that those that copy or revise one another, at
// however many removes, have one number.
func families(revisions []gold.Revision) []int {
	at := map[string]int{}
	family := make([]int, len(revisions))
	for i, v := range revisions {
		at[v.ID], family[i] = i, i
	}
	join := func(i int, id string) {
		j, ok := at[id]
		if !ok {
			return
		}
		from, to := family[i], family[j]
		for k := range family {
			if family[k] == from {
				family[k] = to
			}
		}
	}
	for i, v := range revisions {
		join(i, v.Revises)
		join(i, v.CopyOf)
	}
	return family
}

// whereTraced returns the claim and the origin of every place that has one.
func whereTraced(t hearsay.Trace) (claims, origins map[hearsay.Place]int) {
	claims, origins = map[hearsay.Place]int{}, map[hearsay.Place]int{}
	for _, c := range t.Claims {
		for _, p := range c.Places {
			claims[p] = c.ID
		}
		for _, o := range c.Origins {
			for _, p := range o.Places {
				origins[p] = o.ID
			}
		}
	}
	return claims, origins
}

func idOr(ids map[hearsay.Place]int, at hearsay.Place) int {
	if id, ok := ids[at]; ok {
		return id
	}
	return -1
}

// trueOrigin returns the origin of its claim that an attribution goes back to. The
// truth tells it by reports; of several origins in one report that one is meant
// whose actor ends the chain, and else none.
func (a *Affair) trueOrigin(t told) string {
	v := a.truth.Revisions[t.report]
	var in []gold.Origin
	for _, o := range a.originsOf(t.claim) {
		for _, id := range o.Reports {
			if id == v.ID {
				in = append(in, o)
				break
			}
		}
	}
	if len(in) == 1 {
		return in[0].ID
	}
	return byLastActor(in, v.Attributions[t.gold].Chain)
}

// byLastActor returns the one origin whose actor ends the chain, nobody named
// being an actor like others; "" if there is none, or several.
func byLastActor(in []gold.Origin, chain []gold.Hop) string {
	id, n := "", 0
	for _, o := range in {
		if len(chain) > 0 && chain[len(chain)-1].Actor == o.Actor {
			id, n = o.ID, n+1
		}
	}
	if n != 1 {
		return ""
	}
	return id
}

func (a *Affair) originsOf(claim string) []gold.Origin {
	for _, c := range a.truth.Claims {
		if c.ID == claim {
			return c.Origins
		}
	}
	return nil
}

func contentWords(text string, content []hearsay.Span) string {
	words := ""
	for _, s := range content {
		words += s.In(text) + " "
	}
	return words
}
