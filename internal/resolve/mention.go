package resolve

import (
	"strings"

	"hearsay"
)

// form is with what sort of words somebody is mentioned.
type form uint8

const (
	named form = iota
	nominal
	pronominal
)

// number is the grammatical number.
type number uint8

const (
	anyNumber number = iota
	singular
	plural
)

// definiteness is how a noun phrase begins.
type definiteness uint8

const (
	bare definiteness = iota
	indefinite
	definite
	possessed
	demonstrative
)

// mention is one place where somebody or something is mentioned.
type mention struct {
	first, end, head int
	sentence         int
	form             form
	pronoun          *pronoun // of a pronominal mention
	noun             noun
	number           number
	definite         definiteness
	anonymous        bool
	named            int // index into the names, -1
	speaks           int // the attribution whose source it heads, -1

	entity int // -1: nobody
	reason Reason
}

// findMentions fills mentions, in the order of their heads, and at.
func (r *reading) findMentions() {
	n := len(r.doc.Tokens)
	r.mentions, r.at = r.mentions[:0], sized(r.at, n)
	for i := range r.at {
		r.at[i] = -1
	}
	r.findSources()
	r.families = r.familyNames()
	names := r.names
	for i, s := range r.doc.Sentences {
		for t := s.First; t < s.End; t++ {
			if len(names) > 0 && names[0].First == t {
				r.mentionName(i, names[0], len(r.names)-len(names))
				t = names[0].End - 1
				names = names[1:]
				continue
			}
			r.mentionWord(i, t)
		}
	}
	r.markSources()
	r.markAnonymous()
}

func (r *reading) add(m mention) {
	m.entity = -1
	m.speaks = -1
	r.at[m.head] = int32(len(r.mentions))
	r.mentions = append(r.mentions, m)
}

func (r *reading) mentionName(sentence int, n hearsay.Name, index int) {
	head := r.headOf(n.First, n.End)
	m := mention{head: head, sentence: sentence, form: named, named: index, number: singular, definite: definite}
	m.first, m.end = r.phrase(head)
	m.first, m.end = min(m.first, n.First), max(m.end, n.End)
	m.noun = r.nameNoun(n)
	if strings.HasPrefix(r.doc.Tokens[n.End-1].Tag.String(), "NNPS") && n.Kind != hearsay.PersonName {
		m.number = anyNumber
	}
	if m.number == anyNumber && n.Kind != hearsay.PlaceName && r.isFamily(n) {
		m.noun, m.number = noun{sort: people}, plural
	}
	r.add(m)
}

// isFamily reports whether a name is the plural of a person's family name that
// stands elsewhere in the text: "the Sorns", where Pavel Sorn is named.
func (r *reading) isFamily(n hearsay.Name) bool {
	stem, plural := strings.CutSuffix(r.words[n.End-1].Low, "s")
	return plural && n.End-n.First == 1 && r.families[stem]
}

// familyNames returns the last words of the persons' names of several words.
func (r *reading) familyNames() map[string]bool {
	families := map[string]bool{}
	for _, n := range r.names {
		if n.Kind == hearsay.PersonName && n.End-n.First > 1 {
			families[r.words[n.End-1].Low] = true
		}
	}
	return families
}

// nameNoun tells what sort of thing a name is of: by its last word where that is
// a noun of the table ("State Mining Inspectorate"), else by the name's kind. Of
// what was found to be a person's its first word may say that it is none ("Radio
// Drenn").
func (r *reading) nameNoun(n hearsay.Name) noun {
	if n.Kind == hearsay.PersonName && r.isBodyName(n) {
		n.Kind = hearsay.OrganisationName
	}
	switch n.Kind {
	case hearsay.PersonName:
		return noun{sort: person, gender: r.titleGender(n.First), found: true}
	case hearsay.PlaceName:
		return noun{sort: place, found: true}
	}
	for i := n.End - 1; i >= n.First; i-- {
		if known, ok := nouns[r.words[i].Low]; ok && known.sort.isBody() {
			return known
		}
	}
	if n.Kind == hearsay.OrganisationName {
		return noun{sort: organisation, found: true}
	}
	return noun{gender: r.titleGender(n.First)}
}

// isBodyName reports whether a name of several words begins or ends with the noun
// of a body, and has no title before it:
//
//	must match       Radio Drenn · Velmark Ferry Company
//	must not match   Mr Church · Orla Field · Bank (one word)
func (r *reading) isBodyName(n hearsay.Name) bool {
	if n.End-n.First < 2 {
		return false
	}
	if _, title := titleOf(r.words[max(0, n.First-1)].Low); title {
		return false
	}
	for _, t := range []int{n.First, n.End - 1} {
		if known, ok := nouns[r.words[t].Low]; ok && known.sort.isBody() {
			return true
		}
	}
	return false
}

// titleGender returns the gender that titles at or before a token tell.
func (r *reading) titleGender(first int) gender {
	for i := first; i >= max(0, first-3); i-- {
		if r.sentence[i] != r.sentence[first] {
			break
		}
		if g, ok := titleOf(r.words[i].Low); ok && g != anyGender {
			return g
		}
		if i < first {
			if n, ok := nounOf(r.words[i].Low); ok && n.gender != anyGender {
				return n.gender
			}
		}
	}
	return anyGender
}

// mentionWord adds the mention that token t heads, if it heads one.
func (r *reading) mentionWord(sentence, t int) {
	tag := r.tags[t]
	switch tag {
	case tagPRP, tagPRPS:
		if p := pronouns[r.words[t].Low]; p != nil && r.relation(t) != relExpl {
			r.add(mention{first: t, end: t + 1, head: t, sentence: sentence, form: pronominal, pronoun: p, named: -1,
				noun: p.noun, number: p.number})
		}
	case tagNN, tagNNS, tagNNP, tagNNPS:
		if !insideNames[r.relation(t)] {
			r.mentionNoun(sentence, t)
		}
	case tagWP, tagWDT:
	default:
		if r.isSource[t] {
			r.mentionNoun(sentence, t) // "some", "31 of them"
		}
	}
}

// insideNames are the relations of nouns that head no phrase of their own.
var insideNames = relations("compound", "nmod:desc", "flat", "fixed", "amod", "goeswith", "obl:unmarked", "nmod:unmarked")

func (r *reading) mentionNoun(sentence, t int) {
	lemma := r.lemma(t)
	n, _ := nounOf(lemma)
	m := mention{head: t, sentence: sentence, form: nominal, named: -1, noun: n, number: singular}
	if tag := r.tags[t]; tag == tagNNS || tag == tagNNPS {
		m.number = plural
	} else if n.sort == people {
		m.number = anyNumber
	}
	if n.sort == person && m.number == plural {
		m.noun.sort = people
	}
	m.first, m.end = r.phrase(t)
	if m.noun.sort.isBody() && r.isArmed(m.first, t) {
		m.noun.sort = armedGroup
	}
	m.definite = r.definiteness(m.first, t)
	if m.noun.sort == outlet && lemma == "paper" && (m.definite == possessed || r.hasPages(m.first, t)) {
		m.noun.sort = paper // the bishop's paper, a four-page paper: no newspaper
	}
	r.add(m)
}

// hasPages reports whether a phrase counts the pages of what it names.
func (r *reading) hasPages(first, head int) bool {
	for i := first; i < head; i++ {
		if low := r.words[i].Low; strings.HasSuffix(low, "-page") || low == "page" || low == "white" || low == "draft" {
			return true
		}
	}
	return false
}

// isArmed reports whether a text itself calls a body armed: "an armed movement".
func (r *reading) isArmed(first, head int) bool {
	for i := first; i < head; i++ {
		switch r.words[i].Low {
		case "armed", "rebel", "insurgent", "militant", "guerrilla", "paramilitary":
			return r.words[head].Low != "forces"
		}
	}
	return false
}

func (r *reading) lemma(t int) string {
	if l := r.doc.Tokens[t].Lemma; l != "" {
		return l
	}
	return r.words[t].Low
}

// definiteness looks at the words of a phrase before its head.
func (r *reading) definiteness(first, head int) definiteness {
	for i := first; i < head; i++ {
		if r.relation(i) == relPoss && r.head(i) == head {
			return possessed
		}
	}
	if first == head {
		return bare
	}
	switch r.words[first].Low {
	case "the":
		return definite
	case "this", "that", "these", "those":
		return demonstrative
	case "a", "an", "another", "some", "any", "no", "one", "two", "three", "several", "many", "few", "most", "other", "each", "every":
		return indefinite
	}
	if r.tags[first] == tagCD {
		return indefinite
	}
	return bare
}

// findSources marks the tokens that head the source of an attribution.
func (r *reading) findSources() {
	r.isSource = sized(r.isSource, len(r.doc.Tokens))
	clear(r.isSource)
	for _, a := range r.found {
		if a.Source == nil {
			continue
		}
		if first, end := r.tokensOf(*a.Source); first < end {
			r.isSource[r.headOf(first, end)] = true
		}
	}
}

// markSources tells each mention that an attribution's source is about so, and
// the others that are named together with it.
func (r *reading) markSources() {
	for i, a := range r.found {
		r.source[i] = -1
		if a.Source == nil {
			continue
		}
		first, end := r.tokensOf(*a.Source)
		if first >= end {
			continue
		}
		m := r.mentionIn(first, end)
		if m < 0 {
			continue
		}
		r.source[i] = m
		r.speak(m, i)
		for t := r.mentions[m].head + 1; t < min(end, first+2*longestPhrase); t++ {
			if r.at[t] >= 0 && r.relation(t) == relConj && r.head(t) == r.mentions[m].head {
				r.speak(int(r.at[t]), i)
			}
		}
	}
}

func (r *reading) speak(m, attribution int) {
	if r.mentions[m].speaks < 0 {
		r.mentions[m].speaks = attribution
	}
}

func (r *reading) mentionIn(first, end int) int {
	return mentionIn(r.doc, r.at, r.nameAt, first, end)
}

// mentionIn returns the mention that a range of tokens is about, -1 for none: the
// name it ends with, if that is what it introduces; else that of its head; else
// of the first token that heads one, an owner last.
//
//	Work and Arbitration Minister Rufus Tennant       the mine's owner, Dravna Minerals
func mentionIn(doc *hearsay.Document, at, nameAt []int32, first, end int) int {
	if m := introduced(doc, at, nameAt, first, end); m >= 0 {
		return m
	}
	if m := at[headOf(doc, first, end)]; m >= 0 {
		return int(m)
	}
	owner := -1
	for i := first; i < end; i++ {
		switch m := int(at[i]); {
		case m < 0:
		case doc.Tokens[i].Relation != relPoss:
			return m
		case owner < 0:
			owner = m
		}
	}
	return owner
}

// introduced returns the mention of the name that a range ends with, -1 if it
// ends with none, or with one that only says more about another:
//
//	must match       Work and Arbitration Minister Rufus Tennant · the mine's owner, Dravna Minerals
//	must not match   a person close to Mr Korrel · officials in Drenn · Amrith and Dorsena
func introduced(doc *hearsay.Document, at, nameAt []int32, first, end int) int {
	for end > first && isMark(doc, end-1) {
		end--
	}
	if end == first || nameAt[end-1] < 0 {
		return -1
	}
	begin, mention := end-1, -1
	for ; begin >= first && nameAt[begin] == nameAt[end-1]; begin-- {
		if at[begin] >= 0 {
			mention = int(at[begin])
		}
	}
	and := false
	for ; begin >= first; begin-- {
		switch doc.Tokens[begin].Tag {
		case tagComma:
			return mention
		case tagCC:
			and = true
		case tagNN, tagNNP, tagJJ, tagDT, tagPRPS:
		default:
			return -1
		}
		if and && nameAt[begin] >= 0 {
			return -1
		}
	}
	return mention
}

// isMark reports whether a token is a punctuation mark.
func isMark(doc *hearsay.Document, t int) bool {
	return doc.Tokens[t].Relation == relPunct || doc.Tokens[t].Tag == tagComma
}
