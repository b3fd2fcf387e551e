package archive

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// Missed is an attribution that a person has found and the reader has not: what a
// correction of [RoleAttribution] with the verdict [Missing] has as its value. Spans
// are in bytes of the revision's text.
//
//	Radio Drenn had it from an aide that the bridge would open.
//	through────┘    cue┘      └source     └content
type Missed struct {
	Source  *hearsay.Span  `json:"source,omitempty"` // nil: nobody is named
	Cue     *hearsay.Span  `json:"cue,omitempty"`    // nil: shown by place alone
	Content []hearsay.Span `json:"content"`
	Chain   []MissedVoice  `json:"chain"` // from the hop after the outlet to who speaks; at least that one
	Act     hearsay.Act    `json:"act,omitempty"`
	Stance  hearsay.Stance `json:"stance,omitempty"`
}

// MissedVoice is one hop of its chain.
type MissedVoice struct {
	Words    *hearsay.Span    `json:"words,omitempty"`
	Actor    string           `json:"actor,omitempty"` // its name; never of an unnamed voice
	Identity hearsay.Identity `json:"identity"`
	Medium   hearsay.Medium   `json:"medium,omitempty"`
}

// Anchor returns the span by which the correction is found.
func (m Missed) Anchor() hearsay.Span {
	switch {
	case m.Cue != nil:
		return *m.Cue
	case len(m.Content) > 0:
		return m.Content[0]
	}
	return hearsay.Span{}
}

// Value returns it as the value of a correction.
func (m Missed) Value() string {
	data, err := json.Marshal(m)
	if err != nil {
		panic(err) // it has nothing that JSON has not
	}
	return string(data)
}

// ParseMissed reads what Value has written, and checks what can be without the text.
func ParseMissed(value string) (m Missed, err error) {
	d := json.NewDecoder(strings.NewReader(value))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return m, fmt.Errorf("it is no attribution: %w", err)
	}
	switch {
	case len(m.Content) == 0:
		return m, fmt.Errorf("it has no content")
	case len(m.Chain) == 0:
		return m, fmt.Errorf("it does not say who speaks: give the last hop of its chain")
	case m.Act != "" && !slices.Contains(hearsay.Acts, m.Act):
		return m, fmt.Errorf("%q is no act", m.Act)
	case m.Stance != "" && !slices.Contains(hearsay.Stances, m.Stance):
		return m, fmt.Errorf("%q is no stance", m.Stance)
	}
	for _, v := range m.Chain {
		if err := v.check(); err != nil {
			return m, err
		}
	}
	return m, nil
}

func (v MissedVoice) check() error {
	switch {
	case !slices.Contains(hearsay.Identities, v.Identity) || v.Identity == hearsay.OutletIdentity:
		return fmt.Errorf("%q is no identity of a voice within a report", v.Identity)
	case v.Medium != "" && !slices.Contains(hearsay.Media, v.Medium):
		return fmt.Errorf("%q is no medium", v.Medium)
	case v.Actor != "" && isUnnamed(v.Identity):
		return ErrUnnamed
	case v.Actor == "" && (v.Identity == hearsay.NamedPerson || v.Identity == hearsay.NamedOrganisation):
		return fmt.Errorf("a voice that is named has a name: give its actor")
	}
	return nil
}

// miss lays a missed attribution over the record, unless the reader has found it by
// now: then what it found there is as the person says.
func (o *overlay) miss(c Correction) bool {
	m, err := ParseMissed(c.Value)
	if err == nil {
		err = m.fits(o.record)
	}
	if err != nil {
		o.refused = err
		return o.checked == nil // while it is checked, the reason counts; later it is loose
	}
	at := slices.IndexFunc(o.record.Attributions, func(a hearsay.Attribution) bool { return Anchor(a) == c.Span })
	if o.checked == nil {
		if at >= 0 {
			o.refused = fmt.Errorf("an attribution is read there already: correct that one")
		}
		return true
	}
	a := o.attribution(m)
	if at < 0 {
		at = len(o.record.Attributions)
		o.record.Attributions = append(o.record.Attributions, hearsay.Attribution{ID: at})
	}
	a.ID, a.Within = at, o.record.Attributions[at].Within
	o.record.Attributions[at] = a
	o.checked[at], o.added[at] = true, true
	o.takeWords(a)
	return true
}

// fits reports whether a missed attribution can stand in a record: its words are in the
// text, and whoever it names is named there.
func (m Missed) fits(r hearsay.Record) error {
	a := hearsay.Attribution{Source: m.Source, Cue: m.Cue, Content: m.Content}
	if err := a.Check(len(r.Report.Text)); err != nil {
		return err
	}
	for _, v := range m.Chain {
		if v.Words != nil {
			if err := v.Words.Check(len(r.Report.Text)); err != nil {
				return err
			}
		}
		if v.Actor == "" {
			continue
		}
		if !strings.Contains(r.Report.Text, v.Actor) && !slices.ContainsFunc(r.Actors, func(a hearsay.Actor) bool { return a.Name == v.Actor }) {
			return fmt.Errorf("the report names no %q: give the name as it is printed", v.Actor)
		}
		if v.Words != nil && isIndefinite(v.Words.In(r.Report.Text)) {
			return ErrUnnamed
		}
	}
	return nil
}

// isIndefinite reports whether words introduce somebody without saying who it is.
func isIndefinite(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(words)), " ")
	return slices.Contains(indefinite, first)
}

var indefinite = strings.Fields("a an one another some several two three four five six many few other others sources officials someone somebody")

// attribution returns a missed attribution as the reader would have made it.
func (o *overlay) attribution(m Missed) hearsay.Attribution {
	text := o.record.Report.Text
	a := hearsay.Attribution{Source: m.Source, Cue: m.Cue, Content: m.Content, Manner: mannerOf(text, m.Content), Act: m.Act, Stance: m.Stance,
		Confidence: 1000, Chain: []hearsay.Voice{{Identity: hearsay.OutletIdentity}}}
	if a.Act == "" {
		a.Act = hearsay.Assertion
	}
	if a.Stance == "" {
		a.Stance = hearsay.Actual
	}
	for _, v := range m.Chain {
		voice := hearsay.Voice{As: v.Words, Identity: v.Identity, Medium: v.Medium}
		if v.Actor != "" {
			id := o.actor(v.Actor, v.Identity)
			voice.Actor = &id
		}
		a.Chain = append(a.Chain, voice)
	}
	return a
}

// mannerOf tells from the marks around its pieces how a content is given.
func mannerOf(text string, content []hearsay.Span) hearsay.Manner {
	direct := 0
	for _, c := range content {
		before, after := strings.TrimSpace(text[:c.Start]), strings.TrimSpace(text[c.End:])
		words := c.In(text)
		if hasSuffixOf(before, quotes) || hasSuffixOf(words, quotes) && hasPrefixOf(words, quotes) || hasPrefixOf(after, quotes) {
			direct++
		}
	}
	switch {
	case direct == len(content):
		return hearsay.Direct
	case direct > 0:
		return hearsay.Mixed
	}
	return hearsay.Indirect
}

var quotes = []string{`"`, "“", "”", "‘", "’", "«", "»"}

func hasPrefixOf(s string, all []string) bool {
	return slices.ContainsFunc(all, func(q string) bool { return strings.HasPrefix(s, q) })
}

func hasSuffixOf(s string, all []string) bool {
	return slices.ContainsFunc(all, func(q string) bool { return strings.HasSuffix(s, q) })
}

// takeWords gives an attribution the figures in its words that nobody had, and takes
// the words from the outlet's own voice.
func (o *overlay) takeWords(a hearsay.Attribution) {
	within := func(s hearsay.Span) bool {
		return slices.ContainsFunc(a.Content, func(c hearsay.Span) bool { return s.Start < c.End && c.Start < s.End })
	}
	for i, f := range o.record.Figures {
		if f.Attribution == nil && within(f.Span) {
			o.record.Figures[i].Attribution, o.record.Figures[i].Chain = &a.ID, a.Chain
		}
	}
	o.record.OwnVoice = slices.DeleteFunc(slices.Clone(o.record.OwnVoice), func(v hearsay.OwnVoice) bool { return within(v.Span) })
}
