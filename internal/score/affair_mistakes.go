package score

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// The kinds of mistake across reports.
const (
	LinkMissed     Kind = "claims not linked"
	LinkInvented   Kind = "claims linked wrongly"
	OriginsSplit   Kind = "one origin told as several"
	OriginsJoined  Kind = "several origins told as one"
	changeMissed   Kind = "change missed"
	changeInvented Kind = "change invented"
	changeKind     Kind = "change of another kind"
)

// The kinds of mistake about talks.
const (
	ProposalMissed   Kind = "proposal missed"
	ProposalInvented Kind = "proposal invented"
	ProposalBy       Kind = "proposal by another"
	ProposalDeadline Kind = "deadline of a proposal"
	TermMissed       Kind = "term missed"
	TermInvented     Kind = "term invented"
	TermStatusWrong  Kind = "status of a term"
	TermObliges      Kind = "whom a term obliges"
	AnswerMissed     Kind = "answer missed"
	AnswerInvented   Kind = "answer invented"
	PositionMissed   Kind = "position missed"
	PositionInvented Kind = "position invented"
	PositionRegard   Kind = "position regardless or not"
)

var (
	affairKinds = []Kind{LinkMissed, LinkInvented, OriginsSplit, OriginsJoined, changeMissed, changeInvented, changeKind}
	talksKinds  = []Kind{
		ProposalMissed, ProposalInvented, ProposalBy, ProposalDeadline, TermMissed, TermInvented, TermStatusWrong, TermObliges,
		AnswerMissed, AnswerInvented, PositionMissed, PositionInvented, PositionRegard,
	}
)

// AffairMistakes writes what is wrong across the reports of some affairs: each
// kind with its number and at most n examples; those of talks the commonest first.
func AffairMistakes(w io.Writer, affairs []*Affair, n int) error {
	examples := map[Kind][]string{}
	for _, a := range affairs {
		a.linkMistakes(examples)
		a.originMistakes(examples)
		a.changeMistakes(examples)
		for kind, all := range a.compareTalks().mistakes {
			examples[kind] = append(examples[kind], all...)
		}
	}
	talks := slices.Clone(talksKinds)
	slices.SortStableFunc(talks, func(x, y Kind) int { return len(examples[y]) - len(examples[x]) })
	var b strings.Builder
	for _, kind := range append(affairKinds[:len(affairKinds):len(affairKinds)], talks...) {
		if len(examples[kind]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: %d\n", kind, len(examples[kind]))
		for _, e := range examples[kind][:min(n, len(examples[kind]))] {
			b.WriteString(e)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (a *Affair) linkMistakes(into map[Kind][]string) {
	for i, x := range a.told {
		for _, y := range a.told[:i] {
			if a.family[x.report] == a.family[y.report] {
				continue
			}
			truly := x.claim != "" && x.claim == y.claim
			linked := x.foundClaim >= 0 && x.foundClaim == y.foundClaim
			switch {
			case truly && !linked:
				into[LinkMissed] = append(into[LinkMissed], a.pairExample(y, x, x.claim))
			case linked && !truly:
				into[LinkInvented] = append(into[LinkInvented], a.pairExample(y, x, y.claim+" | "+x.claim))
			}
		}
	}
}

func (a *Affair) originMistakes(into map[Kind][]string) {
	for i, x := range a.told {
		for _, y := range a.told[:i] {
			if x.report == y.report || x.claim != y.claim || x.origin == "" || y.origin == "" || x.foundClaim != y.foundClaim {
				continue // a claim that was split has its own line
			}
			truly, same := x.origin == y.origin, x.foundOrigin >= 0 && x.foundOrigin == y.foundOrigin
			switch {
			case truly && !same:
				into[OriginsSplit] = append(into[OriginsSplit], a.pairExample(y, x, x.origin))
			case same && !truly:
				into[OriginsJoined] = append(into[OriginsJoined], a.pairExample(y, x, y.origin+" | "+x.origin))
			}
		}
	}
}

func (a *Affair) pairExample(x, y told, about string) string {
	return fmt.Sprintf("    %s  %s\n%s%s", a.Name, about, a.toldExample(x), a.toldExample(y))
}

func (a *Affair) toldExample(t told) string {
	r := a.reports[t.report]
	return fmt.Sprintf("      %-12s %s\n", r.Name, r.showTelling(r.System.Tellings[t.system]))
}

func (a *Affair) changeMistakes(into map[Kind][]string) {
	golds, systems := a.changes()
	for _, p := range a.changePairs(golds, systems) {
		g, s, _ := sides(p, golds, systems)
		switch {
		case p.System < 0:
			into[changeMissed] = append(into[changeMissed], a.changeExample(g, g.kind))
		case p.Gold < 0:
			into[changeInvented] = append(into[changeInvented], a.changeExample(s, s.kind))
		case g.kind != s.kind:
			into[changeKind] = append(into[changeKind], a.changeExample(g, g.kind+" → "+s.kind))
		}
	}
}

func (a *Affair) changeExample(c change, kind any) string {
	return fmt.Sprintf("    %s/%s paragraph %d: %s\n", a.Name, c.report, c.where, kind)
}
