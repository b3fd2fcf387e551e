package score

import (
	"hearsay"
	"hearsay/internal/gold"
)

// A tally of a scenario's report has its counts in the order of ScenarioFigures.

// markRead marks the aspects that a record has something of.
func (r ScenarioReport) markRead(read map[Aspect]bool) {
	read[AttributionsRead] = true
	read[FiguresRead] = read[FiguresRead] || len(r.System.Figures) > 0
	read[MomentsRead] = read[MomentsRead] || len(r.System.Moments) > 0
	for _, t := range r.System.Tellings {
		read[ChainsRead] = read[ChainsRead] || len(t.Chain) > 0
		read[ActsRead] = read[ActsRead] || t.Act != ""
	}
}

func (r ScenarioReport) tally() Tally {
	t := make(Tally, len(ScenarioFigures))
	for _, p := range r.tellingPairs() {
		r.countTelling(t, p)
	}
	for _, p := range r.figurePairs() {
		r.countFigure(t, p)
	}
	for _, p := range r.momentPairs() {
		r.countMoment(t, p)
	}
	return t
}

func (r ScenarioReport) countTelling(t Tally, p Pair) {
	g, s, c := sides(p, r.Gold.Tellings, r.System.Tellings)
	judged := g
	if c.Gold == 0 {
		judged = s
	}
	c = c.with(found(g, s))
	if c.Hit == 1 {
		countChain(t, g.Chain, s.Chain)
		countAct(t, g, s)
	}
	for _, class := range tellingClasses {
		if class.has(judged) {
			t.add(class.figure, c)
		}
	}
}

// countChain counts the chain of an attribution that was found. A chain that was
// not read ends in no identity.
func countChain(t Tally, g, s []gold.Hop) {
	theirs, ours := lastIdentity(g), lastIdentity(s)
	t.share(identityFigure, theirs == ours)
	countClasses(t, identityFigure, hearsay.Identities, theirs, ours)
	right := sameChain(g, s)
	t.share(chainFigure, right)
	if len(g) >= longChain {
		t.share(longChainFigure, right)
	}
}

// countClasses counts an item under its class by the gold and by the system.
func countClasses[S ~string](t Tally, figure string, classes []S, theirs, ours S) {
	for _, class := range classes {
		c := Count{}
		if ours == class {
			c.System = 1
		}
		if theirs == class {
			c.Gold = 1
		}
		t.add(classFigure(figure, class), c.with(c.System+c.Gold == 2))
	}
}

// countAct counts what an attribution that was found does, and how it is meant,
// where the truth says so.
func countAct(t Tally, g, s Telling) {
	if g.Act != "" {
		t.share(kindFigure, g.Act == s.Act)
		t.share(kindMeanFigure, g.Act == s.Act)
		countClasses(t, kindFigure, hearsay.Acts, g.Act, s.Act)
	}
	if g.Stance != "" {
		t.share(stanceFigure, g.Stance == s.Stance)
		t.share(stanceMeanFigure, g.Stance == s.Stance)
		countClasses(t, stanceFigure, hearsay.Stances, g.Stance, s.Stance)
	}
	countFlag(t, conditionFigure, g.Condition, s.Condition)
	countFlag(t, regardlessFigure, g.Regardless, s.Regardless)
}

// countFlag counts what one side or both mark, where the truth says anything of it.
func countFlag(t Tally, figure string, g, s *bool) {
	if g == nil || s == nil {
		return
	}
	c := Count{}
	if *g {
		c.Gold = 1
	}
	if *s {
		c.System = 1
	}
	t.add(figure, c.with(*g && *s))
}

func (r ScenarioReport) countFigure(t Tally, p Pair) {
	g, s, c := sides(p, r.Gold.Figures, r.System.Figures)
	c = c.with(c.Gold+c.System == 2 && sameBounds(g, s))
	t.add(figureFigure, c)
	if c.Hit == 0 {
		return
	}
	t.share(qualifierFigure, g.Qualifier == s.Qualifier)
	if g.State != otherState {
		t.share(stateFigure, g.State == s.State)
	}
}

// otherState is the state of figures that count what has no state.
const otherState hearsay.State = "other"

func (r ScenarioReport) countMoment(t Tally, p Pair) {
	g, s, c := sides(p, r.Gold.Moments, r.System.Moments)
	both := c.Gold+c.System == 2
	t.add(timeFigure, c.with(both))
	t.add(strictFigure, c.with(both && g.Span == s.Span))
	t.add(valueFigure, c.with(both && g.Value == s.Value))
}

// add counts under a figure's name.
func (t Tally) add(figure string, c Count) {
	i := scenarioIndex[figure]
	t[i] = t[i].plus(c)
}

// share counts one item of those found, right or not.
func (t Tally) share(figure string, right bool) {
	t.add(figure, Count{System: 1, Gold: 1}.with(right))
}

// with returns the count with a hit or without.
func (c Count) with(hit bool) Count {
	if hit {
		c.Hit = 1
	}
	return c
}
