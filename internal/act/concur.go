package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

// concurs reports whether to agree is to hold the same: "agreed [that the ward had been
// full]", not "agreed [that inspectors could come]".
func (p *performance) concurs() bool {
	j := p.agreedClause()
	if j < 0 || p.Tag(j) == tagVB || p.Tag(j) == tagVBG {
		return false
	}
	for i := p.Below(j).First; i < j; i++ {
		if modals[p.Tag(i)] || p.Low(i) == "to" {
			return false
		}
	}
	return p.isVerbal(j)
}

// agreedClause returns the head of the clause that tells what is agreed, -1 for none.
func (p *performance) agreedClause() int {
	if j := p.Child(p.verb, clausal); j >= 0 {
		return j
	}
	if p.inner || p.of == nil || p.of.to || p.of.ing || p.of.subject < 0 {
		return -1
	}
	return p.of.pred
}

var clausal = tree.RelationsOf("ccomp")

// isBareWish reports whether what is suggested is to be done, rather than so: "suggested
// that the duty [be] halved".
func (p *performance) isBareWish() bool {
	j := p.agreedClause()
	return j >= 0 && p.hasBare(j) && p.Tag(p.verb) != tagVBG
}

// hasBare reports whether a clause is in the bare form: "be halved", "it pay".
func (p *performance) hasBare(j int) bool {
	first := j
	for i := p.Below(j).First; i < j; i++ {
		if p.Up(i) == j && helpers[p.Relation(i)] {
			first = i
			break
		}
	}
	return p.Tag(first) == tagVB && p.Low(first-1) != "to" && !modals[p.Tag(first-1)]
}

// holdsUntruth reports whether what something is called says that it is not so: "called
// the report nonsense".
func (p *performance) holdsUntruth() bool {
	if !names[p.Lemma(p.verb)] {
		return false
	}
	for _, e := range p.rest {
		for i := e.First; i < e.End; i++ {
			if fabrications[p.Low(i)] {
				return true
			}
		}
	}
	return false
}

var (
	names        = tree.FormsOf("call describe label dub brand")
	fabrications = tree.FormsOf("nonsense untrue false lie lies fabrication fabricated invention baseless unfounded groundless rubbish fiction")
)

// isHereAndThere reports whether to look is to turn one's eyes: "looked at", "looking to".
func (p *performance) isHereAndThere() bool {
	return prepositions[p.Tag(p.verb+1)] && p.Low(p.verb+1) != "like"
}

// judges leaves what is foretold or demanded by one who judges to the content.
func (p *performance) judges(v verdict) (verdict, bool) {
	if len(p.rest) > 0 && p.figureIn(tree.Between(p.rest[0].First, min(p.rest[0].First+3, p.rest[0].End))) != nil {
		return v, false // "describing the 34 as missing"
	}
	if !p.inner && p.holdsUntruth() {
		return v.as(hearsay.Denial, hearsay.Denied, "called untrue"), true
	}
	v.fixed = true
	return v, !p.inner && !p.negated
}
