package claim

import "hearsay"

// Nearest returns the claim of a trace that is nearest to what a record says, which
// was read from a sentence that somebody asks about; false if none is near.
func Nearest(t *hearsay.Trace, query hearsay.Record) (id int, ok bool) {
	with := *t
	with.Records = append(with.Records[:len(with.Records):len(with.Records)], query)
	with.Claims = nil
	s := indexOf(&with).gather(&with)
	asked := s.asked(len(t.Records))
	at := map[hearsay.Place]int{}
	for i := range s.sayings {
		at[s.sayings[i].place] = i
	}
	best, near := -1, leastNear
	for _, c := range t.Claims {
		for _, p := range c.Places {
			v := s.compare(&asked, s.sayings[at[p]])
			if score := v.logOdds(&fitted); score > near {
				best, near = c.ID, score
			}
		}
	}
	return best, best >= 0
}

// leastNear is the score from which on a statement is near to a sentence: less is
// asked than of two statements that are to be one claim.
const leastNear = -3000

// asked is all a record says as one saying.
func (s *story) asked(report int) saying {
	r := &s.trace.Records[report]
	x := saying{place: hearsay.Place{Report: report, Part: hearsay.PartOwnVoice}, speaker: -1}
	x.spans = []hearsay.Span{{Start: 0, End: len(r.Report.Text)}}
	s.take(&x, report)
	x.weigh(s, nil)
	return x
}
