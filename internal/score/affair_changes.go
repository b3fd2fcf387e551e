package score

import "hearsay/internal/gold"

// countCopies counts the pairs of a report and the one it republishes.
func (a *Affair) countCopies(t affairTally) {
	type pair struct{ report, of string }
	truly := map[pair]bool{}
	for _, v := range a.truth.Revisions {
		if v.CopyOf != "" {
			truly[pair{v.ID, v.CopyOf}] = true
		}
	}
	t.add(copyFigure, Count{Gold: len(truly)})
	for _, c := range a.trace.Copies {
		p := pair{a.truth.Revisions[c.Report].ID, a.truth.Revisions[c.Of].ID}
		t.add(copyFigure, Count{System: 1}.with(truly[p]))
	}
}

// change is one difference between revisions, as either side tells it.
type change struct {
	report string
	where  int
	kind   gold.ChangeKind
}

// countChanges pairs changes of one paragraph of one revision, those of one kind
// first, and counts them; of those paired, how many have the right kind, and how
// many are rightly called silent or not.
func (a *Affair) countChanges(t affairTally) {
	golds, systems := a.changes()
	for _, p := range a.changePairs(golds, systems) {
		g, s, c := sides(p, golds, systems)
		t.add(changeFigure, c.with(c.Gold+c.System == 2))
		t.add(changeKindFigure, c.with(c.Gold+c.System == 2 && g.kind == s.kind))
		if c.Gold+c.System == 2 {
			t.add(changeSilentFigure, Count{System: 1, Gold: 1}.with((g.kind == gold.Silent) == (s.kind == gold.Silent)))
		}
	}
}

func (a *Affair) changePairs(golds, systems []change) []Pair {
	return pairUp(len(golds), len(systems), func(i, j int) float64 {
		g, s := golds[i], systems[j]
		switch {
		case g == s:
			return 2
		case g.report == s.report && g.where == s.where:
			return 1
		}
		return 0
	})
}

func (a *Affair) changes() (golds, systems []change) {
	for _, u := range a.truth.Updates {
		for _, c := range u.Changes {
			golds = append(golds, change{u.Report, c.Where, c.Kind})
		}
	}
	for _, u := range a.trace.Updates {
		for _, c := range u.Changes {
			if c.Where == 0 {
				continue // above the text; the truth counts printed blocks alone
			}
			systems = append(systems, change{a.truth.Revisions[u.Report].ID, c.Where, gold.ChangeKind(c.Kind)})
		}
	}
	return golds, systems
}
