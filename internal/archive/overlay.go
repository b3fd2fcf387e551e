package archive

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// View is a record as it is shown: with what people corrected.
type View struct {
	Record hearsay.Record

	// Checked are the attributions, CheckedFigures the figures of Record that a
	// person has judged or mended.
	Checked, CheckedFigures map[int]bool

	// Added are those attributions that a person has added.
	Added map[int]bool

	// Loose are corrections that nothing in this reading is found by.
	Loose []Correction
}

// View returns the record of a revision with its corrections laid over it.
func (a *Archive) View(ctx context.Context, id RevisionID) (View, error) {
	revision, err := a.Revision(ctx, id)
	if err != nil {
		return View{}, err
	}
	record, err := a.Record(ctx, id)
	if err != nil {
		return View{}, err
	}
	corrections, err := a.Corrections(ctx, revision.Hash)
	if err != nil {
		return View{}, err
	}
	return Overlay(record, corrections), nil
}

// Overlay lays corrections over a record, which it leaves as it is. Of two of one
// span and role the later holds.
func Overlay(record hearsay.Record, corrections []Correction) View {
	o := overlay{record: record, checked: map[int]bool{}, figures: map[int]bool{}, added: map[int]bool{}}
	o.record.Attributions = slices.Clone(record.Attributions)
	o.record.Figures = slices.Clone(record.Figures)
	o.record.Actors = slices.Clone(record.Actors)
	var loose []Correction
	for _, c := range latest(corrections) {
		if !o.apply(c) {
			loose = append(loose, c)
		}
	}
	o.drop()
	return View{Record: o.record, Checked: o.checked, CheckedFigures: o.figures, Added: o.added, Loose: loose}
}

// latest returns the corrections that hold, in order.
func latest(corrections []Correction) (hold []Correction) {
	type place struct {
		span  hearsay.Span
		role  Role
		added bool // what is added can be judged as well
	}
	last := map[place]int64{}
	for _, c := range corrections {
		if c.Undone.IsZero() {
			last[place{c.Span, c.Role, c.Verdict == Missing}] = c.ID
		}
	}
	for _, c := range corrections {
		if c.Undone.IsZero() && last[place{c.Span, c.Role, c.Verdict == Missing}] == c.ID {
			hold = append(hold, c)
		}
	}
	// Parts move the anchor of none: the cue goes last. What is added is there first.
	slices.SortStableFunc(hold, func(a, b Correction) int { return order(a) - order(b) })
	return hold
}

// order puts first what others correct, and last what others are found by.
func order(c Correction) int {
	switch {
	case c.Verdict == Missing:
		return -1
	case c.Role == RoleCue || c.Role == RoleContent:
		return 1
	}
	return 0
}

// overlay is a record that corrections are being laid over.
type overlay struct {
	record           hearsay.Record
	checked, figures map[int]bool // nil: a correction is only tried
	added            map[int]bool
	gone, goneFigure []int
	refused          error
}

// apply lays one correction over the record. It returns false if nothing is
// found by its span.
func (o *overlay) apply(c Correction) bool {
	if c.Role == RoleFigure || c.Role == RoleState {
		return o.applyFigure(c)
	}
	if c.Verdict == Missing {
		return o.miss(c)
	}
	i := nearest(c.Span, len(o.record.Attributions), func(i int) hearsay.Span { return Anchor(o.record.Attributions[i]) })
	if i < 0 {
		return false
	}
	if o.checked != nil {
		o.checked[i] = true
	}
	a := o.record.Attributions[i]
	switch {
	case c.Verdict == Wrong && c.Role == RoleAttribution:
		o.gone = append(o.gone, i)
		return true
	case c.Verdict == Right:
		return true
	}
	o.refused = o.change(&a, c)
	if o.refused == nil && o.checked != nil {
		before := len(o.record.Attributions[i].Chain)
		o.record.Attributions[i] = a
		o.rechain(i, before)
	}
	return true
}

// Anchor returns the span by which corrections find an attribution.
func Anchor(a hearsay.Attribution) hearsay.Span {
	if a.Cue != nil {
		return *a.Cue
	}
	return a.Content[0]
}

// change puts a correction's value into an attribution.
func (o *overlay) change(a *hearsay.Attribution, c Correction) error {
	spans, err := readSpans(c.Value)
	switch c.Role {
	case RoleSource, RoleCue, RoleContent:
		if err != nil || c.Role == RoleContent && len(spans) == 0 {
			return fmt.Errorf("%q is no place of words", c.Value)
		}
		for _, s := range spans {
			if err := s.Check(len(o.record.Report.Text)); err != nil {
				return err
			}
		}
		setSpans(a, c.Role, spans)
	case RoleAct:
		a.Act = hearsay.Act(c.Value)
	case RoleStance:
		a.Stance = hearsay.Stance(c.Value)
	case RoleIdentity, RoleActor:
		return o.changeVoice(a, c)
	case RoleWithin:
		return o.changeWithin(a, spans)
	}
	return nil
}

func setSpans(a *hearsay.Attribution, role Role, spans []hearsay.Span) {
	var first *hearsay.Span
	if len(spans) > 0 {
		first = &spans[0]
	}
	switch role {
	case RoleSource:
		a.Source = first
	case RoleCue:
		a.Cue = first
	case RoleContent:
		a.Content = spans
	}
}

// changeVoice corrects the last hop of a chain. What is not named is never given
// a name, neither by the actor nor by way of its identity.
func (o *overlay) changeVoice(a *hearsay.Attribution, c Correction) error {
	if len(a.Chain) == 0 {
		return fmt.Errorf("its chain was not read")
	}
	a.Chain = slices.Clone(a.Chain)
	last := &a.Chain[len(a.Chain)-1]
	if c.Role == RoleIdentity {
		last.Identity = hearsay.Identity(c.Value)
		if isUnnamed(last.Identity) {
			last.Actor = nil
		}
		return nil
	}
	if isUnnamed(last.Identity) || last.Actor == nil && last.Identity != hearsay.Role {
		return ErrUnnamed
	}
	id := o.actor(c.Value, last.Identity)
	last.Actor = &id
	return nil
}

func isUnnamed(i hearsay.Identity) bool {
	return i == hearsay.Anonymous || i == hearsay.Unattributed || i == hearsay.GroupIdentity
}

// actor returns the actor of the record with a name, a new one if need be.
func (o *overlay) actor(name string, identity hearsay.Identity) int {
	for _, a := range o.record.Actors {
		if a.Name == name || slices.Contains(a.Aliases, name) {
			return a.ID
		}
	}
	kind := hearsay.Person
	if identity == hearsay.NamedOrganisation {
		kind = hearsay.Organisation
	}
	id := len(o.record.Actors)
	o.record.Actors = append(o.record.Actors, hearsay.Actor{ID: id, Name: name, Kind: kind, Private: kind == hearsay.Person})
	return id
}

func (o *overlay) applyFigure(c Correction) bool {
	i := nearest(c.Span, len(o.record.Figures), func(i int) hearsay.Span { return o.record.Figures[i].Span })
	if i < 0 {
		return false
	}
	if o.figures == nil {
		return true
	}
	o.figures[i] = true
	switch {
	case c.Verdict == Wrong && c.Role == RoleFigure:
		o.goneFigure = append(o.goneFigure, i)
	case c.Verdict == Instead && c.Role == RoleState:
		o.record.Figures[i].State = hearsay.State(c.Value)
	}
	return true
}

// nearest returns which of n spans is the span, or else shares most with it; -1
// if none shares anything.
func nearest(span hearsay.Span, n int, at func(int) hearsay.Span) int {
	best, most := -1, 0
	for i := range n {
		s := at(i)
		if s == span {
			return i
		}
		if shared := min(s.End, span.End) - max(s.Start, span.Start); shared > most {
			best, most = i, shared
		}
	}
	return best
}

// drop removes what is wrong and numbers the rest anew.
func (o *overlay) drop() {
	var left []hearsay.Attribution
	now, checked, added := map[int]int{}, map[int]bool{}, map[int]bool{}
	for i, a := range o.record.Attributions {
		if slices.Contains(o.gone, i) {
			continue
		}
		a.ID = len(left)
		now[i] = a.ID
		checked[a.ID], added[a.ID] = o.checked[i], o.added[i]
		left = append(left, a)
	}
	old := o.record.Attributions
	for i, a := range left {
		left[i].Within = outward(a.Within, old, now)
	}
	var figures []hearsay.Figure
	checkedFigures := map[int]bool{}
	for i, f := range o.record.Figures {
		if slices.Contains(o.goneFigure, i) {
			continue
		}
		f.Attribution = outward(f.Attribution, old, now)
		checkedFigures[len(figures)] = o.figures[i]
		figures = append(figures, f)
	}
	var dealings []hearsay.Dealing
	for _, d := range o.record.Dealings {
		d.Attribution = outward(d.Attribution, old, now)
		dealings = append(dealings, d)
	}
	o.record.Attributions, o.record.Figures, o.record.Dealings = left, figures, dealings
	o.checked, o.added, o.figures = checked, added, checkedFigures
}

// outward returns the new number of the innermost attribution around that is
// left, nil for none.
func outward(id *int, old []hearsay.Attribution, now map[int]int) *int {
	for id != nil {
		if n, ok := now[*id]; ok {
			return &n
		}
		id = old[*id].Within
	}
	return nil
}

// ParseSpans reads the value of a correction of words.
func ParseSpans(value string) ([]hearsay.Span, error) { return readSpans(value) }

// FormatSpans writes spans as the value of a correction of words.
func FormatSpans(all []hearsay.Span) string {
	var parts []string
	for _, s := range all {
		parts = append(parts, fmt.Sprintf("%d-%d", s.Start, s.End))
	}
	return strings.Join(parts, " ")
}

// readSpans reads "12-30 40-52".
func readSpans(text string) (all []hearsay.Span, err error) {
	for part := range strings.FieldsSeq(text) {
		first, past, _ := strings.Cut(part, "-")
		start, err1 := strconv.Atoi(first)
		end, err2 := strconv.Atoi(past)
		if err1 != nil || err2 != nil || start < 0 || end <= start {
			return nil, fmt.Errorf("%q is no span: write its bytes as 12-30", part)
		}
		all = append(all, hearsay.Span{Start: start, End: end})
	}
	return all, nil
}
