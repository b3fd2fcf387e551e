package resolve

import (
	"strings"

	"hearsay"
	"hearsay/internal/lexicon"
)

// withOthers returns the names found in the document and, between them, the other
// runs of capitalised nouns: whatever a report calls somebody by is a name to it,
// known to be a person's or not. A word that begins a sentence counts if it is
// tagged as a proper noun or stands capitalised elsewhere. What stands right before a
// name is its title or says whose it is.
func (r *reading) withOthers(names []hearsay.Name) []hearsay.Name {
	seen := r.seenCapitalised()
	mere := r.mereWords(seen)
	names = r.withBodies(r.withoutWords(names, mere))
	out := r.allNames[:0]
	for _, s := range r.doc.Sentences {
		for t := s.First; t < s.End; t++ {
			if len(names) > 0 && names[0].First == t {
				out = append(out, names[0])
				t = names[0].End - 1
				names = names[1:]
				continue
			}
			stop := s.End
			if len(names) > 0 {
				stop = min(stop, names[0].First)
			}
			end := t
			for end < stop && r.isCapitalised(end) && (end > s.First || seen[r.words[end].Low] || r.tags[end] == tagNNP || r.tags[end] == tagNNPS) {
				end++
			}
			if end == t+1 && r.isMereWord(t, mere) {
				continue
			}
			if end > t && (len(names) == 0 || end < names[0].First) && (end > t+1 || r.relation(t) != relAmod) {
				out = append(out, hearsay.Name{First: t, End: end, Kind: r.guess(t, end)})
			}
			t = max(t, end-1)
		}
	}
	r.allNames = out
	return out
}

// withoutWords leaves out what was taken for a name because of its capital letter
// alone: a single word that begins a sentence or a quotation, and stands in small
// letters, and in no others, elsewhere: “Water first,” she wrote, and before water flows.
func (r *reading) withoutWords(names []hearsay.Name, mere map[string]bool) []hearsay.Name {
	var out []hearsay.Name
	for _, n := range names {
		if n.End-n.First > 1 || !r.isMereWord(n.First, mere) {
			out = append(out, n)
		}
	}
	return out
}

// isMereWord reports whether nothing but its place gives a word its capital letter.
func (r *reading) isMereWord(t int, mere map[string]bool) bool {
	return mere[r.words[t].Low] && r.begins(t)
}

// mereWords returns the words that stand in small letters, and within a sentence in no
// others.
func (r *reading) mereWords(seen map[string]bool) map[string]bool {
	mere := map[string]bool{}
	for _, w := range r.words {
		if w.Kind == lexicon.LowerCase && !seen[w.Low] {
			mere[w.Low] = true
		}
	}
	return mere
}

// begins reports whether a token is the first word of a sentence or a quotation.
func (r *reading) begins(t int) bool {
	first := r.doc.Sentences[r.sentence[t]].First
	for t > first && r.isMark(t-1) {
		if r.doc.Tokens[t].Quote.Depth > r.doc.Tokens[t-1].Quote.Depth || strings.ContainsAny(r.words[t-1].Text, "\"“") {
			return true
		}
		t--
	}
	return t == first
}

// withBodies adds to each name the noun of a body right before it, which nobody
// took for a part of it: "Radio Drenn", of which "Drenn" was found.
func (r *reading) withBodies(names []hearsay.Name) []hearsay.Name {
	out := append(r.foundNames[:0], names...)
	end := 0
	for i := range out {
		n := &out[i]
		if before := n.First - 1; before >= end && r.sentence[before] == r.sentence[n.First] && r.isCapitalised(before) {
			if known, ok := nouns[r.words[before].Low]; ok && known.sort.isBody() {
				n.First, n.Kind = before, hearsay.OrganisationName
			}
		}
		if after := n.End; n.Kind != hearsay.PersonName && after < len(r.words) && (i+1 == len(out) || after < out[i+1].First) &&
			r.sentence[after] == r.sentence[n.First] && r.tags[after] == tagNNPS && r.isCapitalised(after) {
			n.End = after + 1 // "Senate Republicans"
		}
		end = n.End
	}
	r.foundNames = out
	return out
}

// seenCapitalised returns the words that stand capitalised within a sentence.
func (r *reading) seenCapitalised() map[string]bool {
	seen := map[string]bool{}
	for _, s := range r.doc.Sentences {
		for t := s.First + 1; t < s.End; t++ {
			if r.isCapitalised(t) && !r.begins(t) {
				seen[r.words[t].Low] = true
			}
		}
	}
	return seen
}

func (r *reading) isCapitalised(t int) bool {
	switch r.words[t].Kind {
	case lexicon.Capitalised, lexicon.UpperCase, lexicon.MixedCase:
		return (r.isNoun(t) || r.tags[t] == tagWP && r.words[t].Kind == lexicon.UpperCase) && !calendar[r.words[t].Low]
	}
	return false
}

var calendar = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. tues. wed. thu. thurs. fri. sat. sun.`)

// guess tells the kind of a name by its last word or a title; "" where neither helps.
func (r *reading) guess(first, end int) hearsay.NameKind {
	if n, ok := nouns[r.words[end-1].Low]; ok && n.sort.isBody() {
		return hearsay.OrganisationName
	}
	if _, title := titleOf(r.words[first].Low); title {
		return hearsay.PersonName
	}
	return ""
}
