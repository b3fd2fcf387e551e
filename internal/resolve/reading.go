package resolve

import (
	"hearsay"
	"hearsay/internal/lexicon"
)

// reading is the work on one document.
type reading struct {
	doc   *hearsay.Document
	words []*lexicon.Word
	found []hearsay.Attribution

	names, foundNames, allNames []hearsay.Name

	points *Salience

	// By token.
	sentence          []int32
	tags              []hearsay.Tag
	first, end, below []int32 // what hangs on it; below counts what is not peeled yet
	at                []int32 // the mention it heads, -1
	nameAt            []int32 // the name it belongs to, -1
	within            []int32 // the attribution it stands in the content of, -1
	isSource          []bool  // it heads a source

	// By attribution.
	source []int // the mention that is its source, -1
	order  []int

	goesOn []int // of each paragraph, the mention of who is first quoted in it; -1

	mentions []mention
	entities []entity

	// By entity, at the end: see listMentions.
	starts, byEntity []int

	families map[string]bool // the family names of persons

	protagonist int // the person whom the text names most, -1

	byWord map[string][]int // entities by the words of their names; "=" before a noun, "." before initials

	// While the text is read from its beginning.
	recent      []int // entities, the last mentioned first
	lastSpeaker int
	lastMeant   [classNominal]int // the entity that the last pronoun of a class was taken for, -1
	statements  []statement
	together    map[[2]int]int // the entity of two named together

	candidates, scratch []int
	ahead, aheadOf      int // a phrase that goes where the pronoun behind it goes, -1
	foremost            int // the candidate mentioned most
}

func (r *reading) begin(doc *hearsay.Document, words []*lexicon.Word, found []hearsay.Attribution) {
	r.doc, r.words, r.found = doc, words, found
	r.ahead, r.aheadOf = -1, -1
	for i := range r.lastMeant {
		r.lastMeant[i] = -1
	}
	n := len(doc.Tokens)
	r.sentence, r.tags = sized(r.sentence, n), sized(r.tags, n)
	for s, sentence := range doc.Sentences {
		for t := sentence.First; t < sentence.End; t++ {
			r.sentence[t] = int32(s)
			r.tags[t] = doc.Tokens[t].Tag
		}
	}
	r.source = sized(r.source, len(found))
	r.entities = r.entities[:0]
	r.byWord, r.together = make(map[string][]int), make(map[[2]int]int)
	r.recent, r.lastSpeaker, r.statements = r.recent[:0], -1, r.statements[:0]
	r.names = r.mended(r.withOthers(doc.Names))
	r.nameAt = sized(r.nameAt, n)
	for t := range r.nameAt {
		r.nameAt[t] = -1
	}
	for i, name := range r.names {
		for t := name.First; t < name.End; t++ {
			r.nameAt[t] = int32(i)
		}
	}
}

func (r *reading) resolve() {
	r.grow()
	r.findMentions()
	r.paint()
	for m := range r.mentions {
		if r.mentions[m].form == named {
			r.resolveName(m)
			r.readTitle(m)
		}
	}
	r.protagonist = -1
	for e := range r.entities {
		r.entities[e].last, r.entities[e].count, r.entities[e].namings = -1, 0, r.entities[e].count
		if p := r.protagonist; r.entities[e].sort == person && (p < 0 || r.entities[e].namings > r.entities[p].namings) {
			r.protagonist = e
		}
	}
	for m := range r.mentions {
		switch mention := &r.mentions[m]; mention.form {
		case nominal:
			r.resolveNominal(m)
		case pronominal:
			r.resolvePronoun(m)
		}
		r.pass(m)
	}
	r.findSpeakers()
	for m := range r.mentions {
		if p := r.mentions[m].pronoun; p != nil && (p.class == classI || p.class == classWe) {
			r.resolveSpeaker(m)
		}
	}
}

// resolvePronoun finds whom a pronoun means.
func (r *reading) resolvePronoun(m int) {
	if c := r.mentions[m].pronoun.class; c == classI || c == classWe {
		return // when all is known of who speaks
	}
	e := r.choose(m)
	if e < 0 || !r.join(m, e, ReasonPronoun) {
		e = r.newEntity(m, ReasonFirst)
	}
	if r.aheadOf == m && r.ahead >= 0 {
		r.join(r.ahead, e, ReasonPredicate)
	}
}

// pass goes on to the next mention: what m is about is now the last mentioned.
func (r *reading) pass(m int) {
	if state := r.metonym(m); state >= 0 {
		r.join(m, state, ReasonCountry)
	}
	id := r.mentions[m].entity
	if id < 0 {
		return
	}
	e := &r.entities[id]
	if e.last < 0 || !r.isAside(m, e.last) {
		e.last = m
	}
	e.count++
	if p := r.mentions[m].pronoun; p != nil {
		r.lastMeant[p.class] = id
	}
	if r.mentions[m].speaks >= 0 {
		e.lastSpoke = m
		r.lastSpeaker = id
	}
	r.bringForward(id)
	r.readStatement(m)
	r.readCapital(m)
	r.readEmployer(m)
	r.readTogether(m)
	r.readLoss(m)
}

// isAside reports whether a mention only stands in apposition to the one before:
// it is that one's place in the sentence that counts.
func (r *reading) isAside(m, before int) bool {
	x, y := &r.mentions[m], &r.mentions[before]
	return x.sentence == y.sentence && r.relation(x.head) == relAppos
}

// mostRecent bounds how many entities are remembered for pronouns.
const mostRecent = 64

func (r *reading) bringForward(id int) {
	at := len(r.recent)
	for i, e := range r.recent {
		if e == id {
			at = i
			break
		}
	}
	if at == len(r.recent) {
		if at < mostRecent {
			r.recent = append(r.recent, id)
		} else {
			at--
		}
	}
	copy(r.recent[1:at+1], r.recent[:at])
	r.recent[0] = id
}

func (r *reading) isNoun(t int) bool {
	switch r.tags[t] {
	case tagNN, tagNNS, tagNNP, tagNNPS:
		return true
	}
	return false
}

// isMark reports whether token t is neither a word nor a number.
func (r *reading) isMark(t int) bool { return r.words[t].Kind == lexicon.Mark }
