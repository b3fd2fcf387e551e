package resolve

import (
	"hearsay"
	"hearsay/internal/lexicon"
)

// capitalised returns runs of capitalised nouns, for a document whose names
// nobody looked for. A word that begins a sentence counts if it is tagged as a
// proper noun or stands capitalised elsewhere.
func (r *reading) capitalised() []hearsay.Name {
	seen := map[string]bool{}
	for _, s := range r.doc.Sentences {
		for t := s.First + 1; t < s.End; t++ {
			if r.isCapitalised(t) {
				seen[r.words[t].Low] = true
			}
		}
	}
	var out []hearsay.Name
	for _, s := range r.doc.Sentences {
		for t := s.First; t < s.End; t++ {
			end := t
			for end < s.End && r.isCapitalised(end) && (end > s.First || seen[r.words[end].Low] || r.tags[end] == tagNNP) {
				end++
			}
			if end > t {
				out = append(out, hearsay.Name{First: t, End: end, Kind: r.guess(t, end)})
				t = end
			}
		}
	}
	return out
}

func (r *reading) isCapitalised(t int) bool {
	switch r.words[t].Kind {
	case lexicon.Capitalised, lexicon.UpperCase, lexicon.MixedCase:
		return r.isNoun(t) && !calendar[r.words[t].Low]
	}
	return false
}

var calendar = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`)

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
