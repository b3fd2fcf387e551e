package measure

import (
	"strings"

	"hearsay"
)

// # Who gives a figure without saying it
//
//	The Circle counts 41 captives.      The firm offered 6 percent.
//	The governor cut the toll to 12.    The office puts the number at 2,650.
//
// None of these is somebody saying something, but the number is the subject's own:
// it is one more hop of the figure's chain. A figure that is the subject's only in
// that it did something to it ("troops killed 40") is not.

// givings are the verbs whose subject gives the figure that is their object, or
// that their object is put at. Those with a colon want one of these words before
// the figure.
var givings = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, entry := range strings.Fields("count estimate list tally record offer propose demand want seek promise reject accept expect believe " +
		"presume suppose foresee forecast predict put:at,to speak:of ask:for settle:for give:as,at cut:to,from lower:to,from revise:to,from " +
		"raise:to,from set:at value:at") {
		verb, with, _ := strings.Cut(entry, ":")
		all[verb] = setOf(strings.ReplaceAll(with, ",", " "))
	}
	return all
}()

// changeable are the objects that somebody changes by saying so.
var changeable = setOf("toll number figure count estimate offer price demand proposal target forecast limit bid total dead rate cost")

// giver returns the voice that gives the figure at span, if it is another than that
// of the attribution it stands in.
func (a *attacher) giver(span hearsay.Span, of *hearsay.Attribution) (hearsay.Voice, bool) {
	last := a.tokenBefore(span.End)
	verb := a.givingVerb(last)
	if verb < 0 || of != nil && of.Cue != nil && of.Cue.Contains(a.doc.Tokens[verb].Span) {
		return hearsay.Voice{}, false
	}
	subject := a.subjectOf(verb)
	if subject < 0 || subject >= last || a.isPassive(verb) && a.doc.Tokens[verb].Tag != tagVBD {
		return hearsay.Voice{}, false
	}
	if of != nil && of.Source != nil && a.doc.Tokens[subject].Tag == tagPRP {
		return hearsay.Voice{}, false // "the union said it wanted 9": no other voice
	}
	words := a.extent(subject)
	if of != nil && of.Source != nil && of.Source.Overlaps(words) {
		return hearsay.Voice{}, false
	}
	return a.voiceOf(words, subject), true
}

// tokenBefore returns the last token of the sentence that begins before byte end.
func (a *attacher) tokenBefore(end int) int {
	t := a.first
	for t+1 < a.end && a.doc.Tokens[t+1].Start < end {
		t++
	}
	return t
}

// givingVerb climbs from token t to the verb that gives it, or returns
// hearsay.NoHead.
func (a *attacher) givingVerb(t int) int {
	for range maxSteps + 1 {
		relation, h := a.doc.Tokens[t].Relation, a.head(t)
		if h < 0 || subjects[relation] || relative[relation] || told[relation] && !believed[a.doc.Tokens[h].Lemma] {
			return hearsay.NoHead
		}
		if with, ok := givings[a.doc.Tokens[h].Lemma]; ok && isVerb[a.doc.Tokens[h].Tag] {
			if len(with) == 0 || a.isGivenBy(h, t, with) {
				return h
			}
		}
		t = h
	}
	return hearsay.NoHead
}

// believed are the givings that what they give may be a clause of.
var believed = setOf("estimate believe presume suppose expect demand propose")

// isGivenBy reports whether t stands behind one of the words that the verb wants,
// and its object is something that can be changed by saying so.
func (a *attacher) isGivenBy(verb, t int, with map[string]bool) bool {
	object := a.child(verb, objects)
	if object >= 0 && object != t && !changeable[a.doc.Tokens[object].Lemma] {
		return false
	}
	for _, c := range []int{a.child(t, cases), a.child(t, marks)} {
		if c >= 0 && with[strings.ToLower(a.doc.Words(c))] {
			return true
		}
	}
	return false
}

// extent returns the words of the noun phrase that token head heads, without
// clauses and what stands between commas.
func (a *attacher) extent(head int) hearsay.Span {
	first, end := head, head+1
	for grew := true; grew; {
		grew = false
		for t := range a.children(head) {
			if inName[a.doc.Tokens[t].Relation] && (t == first-1 || t == end) {
				first, end = min(first, t), max(end, t+1)
				grew = true
			}
		}
	}
	for t := head - 1; t >= a.first && (a.head(t) == head || a.head(a.head(t)) == head) && a.doc.Words(t) != ","; t-- {
		first = t
	}
	for t := range a.children(head) { // "the health office in Sefra"
		if t == end+1 && ofNoun[a.doc.Tokens[t].Relation] {
			end = t + 1
		}
	}
	return a.doc.TokensSpan(first, end)
}

var inName = relationSet("det", "compound", "amod", "nmod:poss", "flat", "nmod:desc", "nummod")

// voiceOf returns the voice of a subject: what the report's attributions know of
// the same words, or else what the words alone tell.
func (a *attacher) voiceOf(words hearsay.Span, subject int) hearsay.Voice {
	voice := hearsay.Voice{As: &words, Identity: a.identity(subject)}
	text := words.In(a.doc.Text)
	for i := range a.told {
		of := &a.told[i]
		if of.Source == nil || len(of.Chain) == 0 || !strings.EqualFold(of.Source.In(a.doc.Text), text) {
			continue
		}
		known := of.Chain[len(of.Chain)-1]
		voice.Actor, voice.Identity = known.Actor, known.Identity
		break
	}
	return voice
}

// identity tells how a subject's own words identify it.
func (a *attacher) identity(subject int) hearsay.Identity {
	for _, n := range a.doc.Names {
		if n.First <= subject && subject < n.End && n.Kind == hearsay.PersonName {
			return hearsay.NamedPerson
		}
	}
	switch tag := a.doc.Tokens[subject].Tag; {
	case tag == tagNNP || tag == tagNNPS:
		return hearsay.NamedOrganisation
	case tag == tagNNS:
		return hearsay.GroupIdentity
	case tag == tagNN && people[a.doc.Tokens[subject].Lemma]:
		return hearsay.Role
	}
	return hearsay.NamedOrganisation
}
