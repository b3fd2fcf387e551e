package score

import (
	"fmt"
	"io"
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

// AffairMistakes writes what is wrong across the reports of some affairs: each
// kind with its number and at most n examples.
func AffairMistakes(w io.Writer, affairs []*Affair, n int) error {
	examples := map[Kind][]string{}
	for _, a := range affairs {
		a.linkMistakes(examples)
		a.originMistakes(examples)
		a.changeMistakes(examples)
	}
	var b strings.Builder
	for _, kind := range []Kind{LinkMissed, LinkInvented, OriginsSplit, OriginsJoined, changeMissed, changeInvented, changeKind} {
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
