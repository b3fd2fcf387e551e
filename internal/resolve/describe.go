package resolve

import (
	"slices"
	"strings"

	"hearsay"
)

// A description is how somebody labels an actor, kept as that somebody's words:
//
//	state-run Harbor Co.                             before a name
//	the Front, backed by Vell, …                     behind it
//	the Front, designated a terrorist group by Lindmark
//	Karel Ibarro, Dorsena's envoy                    beside it
//	the former general                               instead of it
//
// In the words of an attribution the description is its source's; elsewhere the
// outlet's own.

// describe fills the descriptions of the actors, in text order.
func (r *reading) describe(out *Resolution, ids []int) {
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.entity < 0 || ids[x.entity] < 0 || x.form == pronominal {
			continue
		}
		a := &out.Actors[ids[x.entity]]
		for _, words := range r.descriptions(m) {
			if len(a.Descriptions) < mostAliases && !slices.ContainsFunc(a.Descriptions, func(d hearsay.Description) bool { return d.Words == words }) {
				a.Descriptions = append(a.Descriptions, hearsay.Description{Words: words, By: r.describer(words, ids)})
			}
		}
	}
	for i := range out.Actors {
		slices.SortStableFunc(out.Actors[i].Descriptions, func(x, y hearsay.Description) int { return x.Words.Start - y.Words.Start })
	}
}

// descriptions returns the descriptions that stand at a mention.
func (r *reading) descriptions(m int) []hearsay.Span {
	x := &r.mentions[m]
	out := r.labelsBefore(x)
	if s, ok := r.labelBehind(x); ok {
		out = append(out, s)
	}
	switch x.reason {
	case ReasonApposition, ReasonPredicate, ReasonDescription:
		if _, title := titleOf(r.words[x.first].Low); x.form == nominal && !(title && x.first == x.head) {
			out = append(out, r.doc.TokensSpan(x.first, x.end))
		}
	}
	return out
}

// labelsBefore returns the hyphened adjectives and participles before a noun or
// name that say who stands behind somebody: "state-run", "Vell-backed".
func (r *reading) labelsBefore(x *mention) []hearsay.Span {
	var out []hearsay.Span
	for i := x.first; i < x.head; i++ {
		if _, ending, hyphened := cutLast(r.words[i].Low, "-"); hyphened && labelEndings[ending] {
			out = append(out, r.doc.Tokens[i].Span)
		} else if i > x.first+1 && labelEndings[r.words[i].Low] && r.words[i-1].Text == "-" {
			out = append(out, r.doc.TokensSpan(i-2, i+1))
		}
	}
	return out
}

// labelEndings are what such adjectives end in.
var labelEndings = wordSet(`run owned backed led controlled funded aligned linked supported sponsored affiliated allied
	friendly designated appointed held dominated financed armed trained based`)

// cutLast cuts a word at the last place of a mark.
func cutLast(word, mark string) (before, after string, found bool) {
	at := strings.LastIndex(word, mark)
	if at <= 0 {
		return "", "", false
	}
	return word[:at], word[at+len(mark):], true
}

// labelBehind returns the participle with its "by …" or "as …" that hangs on a noun or
// name: "backed by Vell", "designated a terrorist group by Lindmark".
func (r *reading) labelBehind(x *mention) (hearsay.Span, bool) {
	for i := x.head + 1; i < min(int(r.end[x.head]), x.head+longestPhrase); i++ {
		if r.tags[i] != tagVBN || r.head(i) != x.head || r.relation(i) != relAcl || !labelVerbs[r.lemma(i)] {
			continue
		}
		end := min(int(r.end[i]), i+longestPhrase)
		for end > i+1 && (isMark(r.doc, end-1) || r.sentence[end-1] != r.sentence[i]) {
			end--
		}
		return r.doc.TokensSpan(i, end), true
	}
	return hearsay.Span{}, false
}

// labelVerbs are the verbs of such descriptions.
var labelVerbs = wordSet(`back support run own lead control fund sponsor ally affiliate designate label brand call describe deem list
	blacklist ban outlaw proscribe sanction accuse recognize recognise appoint elect arm train finance consider class classify`)

// describer returns the actor in whose words a description stands; nil for the
// outlet itself, and for a voice that is no actor.
func (r *reading) describer(words hearsay.Span, ids []int) *int {
	a := r.within[r.tokenAt(words.Start)]
	if a < 0 {
		return nil
	}
	e := r.sourceEntity(int(a))
	if e < 0 || ids[e] < 0 {
		return nil
	}
	id := ids[e]
	return &id
}
