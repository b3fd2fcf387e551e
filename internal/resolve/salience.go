package resolve

import "hearsay"

// A pronoun, or a description such as "the company", is taken for the most
// salient of the entities mentioned last. Salience is a sum of points for what
// can be seen of a candidate, after Lappin & Leass (1994, An algorithm for
// pronominal anaphora resolution); the points below are fitted to the training
// part of GUM, by trying for each in turn whether a little more or less of it
// gets more mentions right.
//
//	candidates   Korrel   the army   Tessara          latest first, window at most
//	points          +9        -4         +2           each of the table's lines that is so
//	                └──► he

// window is how many entities are weighed for one mention.
const window = 24

// Salience is the points of each line for each column of the table.
type Salience [Lines][Columns]int

// Columns are the sorts of mention: "he" and "she", "it", "they", a description.
const Columns = 4

// Fitted returns the points that Resolve counts with.
func Fitted() Salience {
	var s Salience
	for i, line := range table {
		s[i] = line.points
	}
	return s
}

var fitted = Fitted()

// Line says what line i of the table counts.
func Line(i int) string { return table[i].what }

// The lines of the table.
const (
	perRank = iota
	perSentence
	otherParagraph
	coArgument
	itsSubject
	lastSubject
	lastObject
	lastWithin
	lastFirst
	sameRole
	hasName
	isPersonKnown
	isBodyKnown
	isPlural
	isThing
	perMention
	mentionedMost
	sameAgain
	genderKnown
	sounds
	spokeBefore
	spokeLast
	ownWords
	ownQuotation
	otherQuotation
	lastPronoun
	misfit
	perNaming
	isProtagonist
	unnamedLast
	perModifier
	pluralName
	genericNoun
	nobody

	// Lines is the number of lines.
	Lines
)

// table has a line for each thing that counts.
var table = [Lines]struct {
	what   string
	points [Columns]int // he or she, it, they, a description
}{
	perRank:        {"for each entity mentioned since", [Columns]int{0, -1, -7, -5}},
	perSentence:    {"for each sentence since, up to six", [Columns]int{-6, -10, -4, -8}},
	otherParagraph: {"last mentioned in another paragraph", [Columns]int{-11, -19, -9, 3}},
	coArgument:     {"an argument of the same verb", [Columns]int{-11, -23, -20, 0}},
	itsSubject:     {"subject of the verb that a possessive or reflexive stands under", [Columns]int{8, 7, 17, 0}},
	lastSubject:    {"was a subject", [Columns]int{4, -3, 5, -9}},
	lastObject:     {"was an object", [Columns]int{1, -2, 3, -1}},
	lastWithin:     {"stood within another phrase", [Columns]int{4, -14, -4, -4}},
	lastFirst:      {"began its sentence", [Columns]int{0, 6, 12, 0}},
	sameRole:       {"had the same role", [Columns]int{1, 6, 6, 4}},
	hasName:        {"has a name", [Columns]int{5, -2, -2, 4}},
	isPersonKnown:  {"is a person", [Columns]int{10, 0, 1, -3}},
	isBodyKnown:    {"is an organisation", [Columns]int{0, 3, 6, 5}},
	isPlural:       {"is plural, or several people", [Columns]int{0, 0, 16, -1}},
	isThing:        {"is a thing", [Columns]int{-4, -2, -2, 0}},
	perMention:     {"for each mention, up to five", [Columns]int{1, 1, 1, 1}},
	mentionedMost:  {"is the candidate mentioned most", [Columns]int{2, 4, 0, -1}},
	sameAgain:      {"is who the last such pronoun meant", [Columns]int{5, 6, 15, 0}},
	genderKnown:    {"is known to have the pronoun's gender", [Columns]int{1, 0, 0, 0}},
	sounds:         {"for each half nat by which the given name sounds like the pronoun's gender, up to six", [Columns]int{2, 0, 0, 0}},
	spokeBefore:    {"spoke before, where a source is sought", [Columns]int{-2, 12, 3, 2}},
	spokeLast:      {"spoke last, where a source is sought", [Columns]int{12, 0, 0, 0}},
	ownWords:       {"the words are a report of its own", [Columns]int{2, 4, 7, 0}},
	ownQuotation:   {"the words are its own, quoted", [Columns]int{-12, -12, -12, -6}},
	otherQuotation: {"only one of the two stands in a quotation", [Columns]int{-3, 0, 6, 0}},
	lastPronoun:    {"was a pronoun", [Columns]int{0, 0, -3, 0}},
	misfit:         {"was found to be of another sort", [Columns]int{-24, -20, 0, 0}},
	perNaming:      {"for each time that the text names it, up to eight, where no source is sought", [Columns]int{1, 0, 0, 0}},
	isProtagonist:  {"is the person whom the text names most, where no source is sought", [Columns]int{3, 0, 0, 0}},
	unnamedLast:    {"is kept unnamed, and was mentioned last of all and before", [Columns]int{15, 0, 10, 0}},
	perModifier:    {"for each word before the noun of a description, up to two", [Columns]int{0, 0, 0, -15}},
	pluralName:     {"has a name in the plural", [Columns]int{0, -3, 6, 0}},
	genericNoun:    {"the noun may be of any body, or of anybody: the company, the man", [Columns]int{0, 0, 0, 8}},
	nobody:         {"nobody of them, where that may be", [Columns]int{-20, -9, -9, 6}},
}

// column returns the column of the table for a mention.
func (m *mention) column() int {
	if m.pronoun == nil {
		return 3
	}
	switch m.pronoun.class {
	case classIt:
		return 1
	case classThey:
		return 2
	}
	return 0
}

// choose returns the most salient entity that mention m may be about, -1 for none.
func (r *reading) choose(m int) int {
	r.gather(m)
	column := r.mentions[m].column()
	best, top := -1, r.points[nobody][column]
	if r.mentions[m].speaks >= 0 && r.mentions[m].form == pronominal {
		top = -1 << 30 // somebody is quoted
	}
	for rank, e := range r.candidates {
		if s := r.salience(m, e, rank, column); s > top {
			best, top = e, s
		}
	}
	return best
}

// gather fills candidates with the entities that mention m may be about, the
// last mentioned first.
func (r *reading) gather(m int) {
	r.candidates, r.foremost = r.candidates[:0], -1
	mention := &r.mentions[m]
	for _, e := range r.recent {
		known := &r.entities[e]
		if known.last < 0 || !r.may(m, e) || r.inside(m, e) {
			continue
		}
		if mention.form == pronominal && !mention.pronoun.agrees(known) || mention.form == nominal && !r.alike(m, e) {
			continue
		}
		if mention.speaks >= 0 && !known.canSpeak() {
			continue
		}
		if r.foremost < 0 || known.count > r.entities[r.foremost].count {
			r.foremost = e
		}
		if r.candidates = append(r.candidates, e); len(r.candidates) == window {
			return
		}
	}
}

// inside reports whether m stands within the phrase of the entity's last
// mention or around it: "her sister" is not her.
func (r *reading) inside(m, e int) bool {
	x, y := &r.mentions[m], &r.mentions[r.entities[e].last]
	return y.first <= x.head && x.head < y.end || x.first <= y.head && y.head < x.end
}

// salience adds up the points of an entity that is the rank-th last mentioned
// of the candidates.
func (r *reading) salience(m, id, rank, column int) int {
	var counts [Lines]int
	r.evidence(m, id, rank, &counts)
	sum := 0
	for line, times := range counts {
		sum += times * r.points[line][column]
	}
	return sum
}

// evidence counts how often each line of the table holds.
func (r *reading) evidence(m, id, rank int, counts *[Lines]int) {
	x, e := &r.mentions[m], &r.entities[id]
	y := &r.mentions[e.last]
	is := func(line int, holds bool) {
		if holds {
			counts[line] = 1
		}
	}
	counts[perRank] = rank
	counts[perSentence] = min(x.sentence-y.sentence, 6)
	counts[perMention] = min(e.count, 5)
	is(otherParagraph, r.paragraph(x.sentence) != r.paragraph(y.sentence))
	r.syntax(x, y, is)
	is(hasName, e.named)
	is(isPersonKnown, e.sort == person || e.sort == unknown && !e.named && e.lastSpoke >= 0) // "the banker said"
	is(isBodyKnown, e.sort.isBody())
	is(isPlural, e.number == plural || e.sort == people)
	is(isThing, e.sort == thing)
	is(mentionedMost, id == r.foremost)
	is(sameAgain, x.pronoun != nil && r.lastMeant[x.pronoun.class] == id)
	is(genderKnown, x.pronoun != nil && e.gender != anyGender)
	counts[sounds] = x.soundsLike(e)
	is(spokeBefore, x.speaks >= 0 && e.lastSpoke >= 0)
	is(spokeLast, x.speaks >= 0 && r.lastSpeaker == id)
	quoted := r.quoted(x.head)
	own := r.isOwnVoice(x.head, id)
	is(ownWords, own && !quoted)
	is(ownQuotation, own && quoted)
	is(otherQuotation, quoted != r.quoted(y.head))
	is(lastPronoun, y.form == pronominal)
	if x.speaks < 0 {
		counts[perNaming] = min(e.namings, 8)
		is(isProtagonist, id == r.protagonist)
	}
	is(unnamedLast, rank == 0 && e.anonymous && e.count > 1)
	if x.form == nominal {
		counts[perModifier] = min(r.modifiers(m), 2)
		is(genericNoun, generic[r.lemma(x.head)])
	}
	is(pluralName, e.pluralName)
	is(misfit, x.pronoun != nil && x.pronoun.misfits(e))
}

// generic are the nouns that may be of any body, or of anybody.
var generic = wordSet(`company firm organisation organization group team body institution agency party club business movement association
	man woman boy girl author person leader politician official teenager youth guy lady child`)

// soundsLike tells how much an entity's given name sounds like one of a woman, if
// one is sought, or of a man.
func (m *mention) soundsLike(e *entity) int {
	switch {
	case m.pronoun == nil || e.gender != anyGender:
		return 0
	case m.pronoun.class == classShe:
		return e.sounds
	case m.pronoun.class == classHe:
		return -e.sounds
	}
	return 0
}

// syntax counts how the last mention of an entity, y, stood in its sentence.
func (r *reading) syntax(x, y *mention, is func(line int, holds bool)) {
	role := roleOf(r.relation(y.head))
	is(lastSubject, role == subjectRole)
	is(lastObject, role == objectRole)
	is(lastWithin, role == withinRole)
	is(lastFirst, y.first == r.doc.Sentences[y.sentence].First)
	is(sameRole, role == roleOf(r.relation(x.head)))
	if x.sentence != y.sentence || x.pronoun == nil {
		return
	}
	if x.pronoun.possessive || x.pronoun.reflexive {
		is(itsSubject, role == subjectRole && r.governor(x.head) == r.head(y.head))
	} else {
		is(coArgument, r.head(x.head) == r.head(y.head))
	}
}

// role sorts relations by how much they put somebody in the foreground.
type role uint8

const (
	otherRole role = iota
	subjectRole
	objectRole
	withinRole
)

func roleOf(relation hearsay.Relation) role {
	switch relation {
	case relNsubj, relPassive:
		return subjectRole
	case relObj, relIobj:
		return objectRole
	case relPoss, relNmod, relComp, relDesc:
		return withinRole
	}
	return otherRole
}

func (r *reading) paragraph(sentence int) int { return r.doc.Sentences[sentence].Paragraph }

// isOwnVoice reports whether token t stands in the words of an entity.
func (r *reading) isOwnVoice(t, id int) bool {
	a := r.within[t]
	return a >= 0 && r.sourceEntity(int(a)) == id
}

func (r *reading) quoted(t int) bool { return r.doc.Tokens[t].Quote.Depth > 0 }

// governor returns the verb, or what is in a verb's place, that a mention stands
// under, at most a phrase's depth away.
func (r *reading) governor(t int) int {
	for range longestPhrase {
		above := r.head(t)
		if above < 0 || isVerb[r.tags[above]] {
			return above
		}
		t = above
	}
	return t
}
