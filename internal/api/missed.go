package api

import (
	"fmt"

	"hearsay"
	"hearsay/internal/archive"
)

// Missed is an attribution that was not read.
type Missed struct {
	Source  *Span       `json:"source,omitempty" doc:"Left out: nobody is named."`
	Cue     *Span       `json:"cue,omitempty" doc:"Left out: it is shown by place alone."`
	Content []Span      `json:"content" minItems:"1"`
	Chain   []MissedHop `json:"chain" minItems:"1" doc:"From the hop after the outlet to who speaks."`
	Act     string      `json:"act,omitempty" doc:"Left out: assertion."`
	Stance  string      `json:"stance,omitempty" doc:"Left out: actual."`
}

// MissedHop is one hop of its chain.
type MissedHop struct {
	Words    *Span  `json:"words,omitempty"`
	Actor    string `json:"actor,omitempty" doc:"The name of who it is, as the report prints it; none for a voice that is not named."`
	Identity string `json:"identity" enum:"named-person,named-organisation,role,anonymous,group,unattributed"`
	Medium   string `json:"medium,omitempty"`
}

// Span counts code points.
type Span struct {
	Start int `json:"start" minimum:"0"`
	End   int `json:"end" minimum:"1"`
}

// missedOf returns what a correction has as its value; points counts the code points
// before a byte.
func missedOf(value string, points func(int) int) (*Missed, error) {
	m, err := archive.ParseMissed(value)
	if err != nil {
		return nil, err
	}
	span := func(s *hearsay.Span) *Span {
		if s == nil {
			return nil
		}
		return &Span{points(s.Start), points(s.End)}
	}
	out := &Missed{Source: span(m.Source), Cue: span(m.Cue), Act: string(m.Act), Stance: string(m.Stance)}
	for _, c := range m.Content {
		out.Content = append(out.Content, *span(&c))
	}
	for _, v := range m.Chain {
		out.Chain = append(out.Chain, MissedHop{span(v.Words), v.Actor, string(v.Identity), string(v.Medium)})
	}
	return out, nil
}

// inside returns it with bytes; at finds the byte at which a code point begins.
func (m *Missed) inside(at func(int) (int, bool)) (out archive.Missed, err error) {
	span := func(s *Span) *hearsay.Span {
		if s == nil {
			return nil
		}
		start, ok1 := at(s.Start)
		end, ok2 := at(s.End)
		if !ok1 || !ok2 {
			err = fmt.Errorf("%d-%d is beyond the text", s.Start, s.End)
		}
		return &hearsay.Span{Start: start, End: end}
	}
	out = archive.Missed{Source: span(m.Source), Cue: span(m.Cue), Act: hearsay.Act(m.Act), Stance: hearsay.Stance(m.Stance)}
	for _, c := range m.Content {
		out.Content = append(out.Content, *span(&c))
	}
	for _, h := range m.Chain {
		out.Chain = append(out.Chain, archive.MissedVoice{Words: span(h.Words), Actor: h.Actor, Identity: hearsay.Identity(h.Identity), Medium: hearsay.Medium(h.Medium)})
	}
	return out, err
}
