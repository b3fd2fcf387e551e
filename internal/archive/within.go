package archive

import (
	"errors"
	"fmt"
	"slices"

	"hearsay"
)

// # Through whom words came
//
// A chain ends at the voice of an attribution; the voices before it are those of the
// attributions around. So whoever says that words came through another, or through
// nobody, moves an attribution into another, or out of all:
//
//	outlet ▸ the aide                     within: Radio Drenn's
//	outlet ▸ Radio Drenn ▸ the aide       ◂── its chain is made anew, and of all within it

// changeWithin moves an attribution into the one that is found by a span, out of all
// for none.
func (o *overlay) changeWithin(a *hearsay.Attribution, spans []hearsay.Span) error {
	if len(a.Chain) == 0 {
		return errors.New("its chain was not read")
	}
	own := a.Chain[len(a.Chain)-1]
	if len(spans) == 0 {
		a.Within, a.Chain = nil, append([]hearsay.Voice{{Identity: hearsay.OutletIdentity}}, own)
		return nil
	}
	all := o.record.Attributions
	around := nearest(spans[0], len(all), func(i int) hearsay.Span { return Anchor(all[i]) })
	if around < 0 {
		return fmt.Errorf("nothing is read at [%d,%d) that it could come through", spans[0].Start, spans[0].End)
	}
	for at := &around; at != nil; at = all[*at].Within {
		if *at == a.ID {
			return errors.New("words do not come through themselves")
		}
	}
	a.Within, a.Chain = &around, append(slices.Clone(all[around].Chain), own)
	return nil
}

// rechain makes the chains anew of what stands within an attribution whose own has
// changed, and had a length before.
func (o *overlay) rechain(i, before int) {
	for j := range o.record.Attributions {
		a := &o.record.Attributions[j]
		if a.Within == nil || *a.Within != i || len(a.Chain) != before+1 {
			continue
		}
		a.Chain = append(slices.Clone(o.record.Attributions[i].Chain), a.Chain[before])
		o.rechain(j, before+1)
	}
}
