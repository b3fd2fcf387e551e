package resolve

import "hearsay"

// entity is one who or what several mentions are about, as far as they have
// been read.
type entity struct {
	sort     sort
	gender   gender
	sure     bool // the sort is told by a name's kind or a noun, not guessed
	firm     bool // it is told by a noun
	number   number
	names    [][]string // the names' words in lower case, the fullest first, at most maxNames
	begun    int        // its first mention
	naming   int        // the mention that names it most fully, -1
	called   [][]string // what it was called: modifiers and head noun, at most maxNouns
	standing standing

	anonymous bool // some mention is: no name may ever join
	named     bool
	speaks    bool   // it is the source of an attribution somewhere
	joined    [2]int // of several together: the half-open range of tokens that names them; see together.go
	parts     [2]int // the first and the last of them
	pair      bool   // it is two who were named together

	owner int // the entity whose it is said to be, -1: whom a spokesman speaks for

	capitalOf int // the state whose capital it is, -1

	sounds  int // how much its given name sounds like a woman's; negative: like a man's
	namings int // how often the text names it

	pluralName bool // its name is a plural: "the Greens"
	family     bool // its name is the plural of a family name: "the Sorns"

	// While the text is read from its beginning:
	last, count       int  // the last mention so far, -1, and how many
	lastSpoke         int  // the last mention so far that was a source, -1
	he, she, it, they bool // a pronoun that was taken for it
}

const (
	maxNames = 6
	maxNouns = 8
)

// newEntity begins an entity with mention m.
func (r *reading) newEntity(m int, reason Reason) int {
	id := len(r.entities)
	r.entities = append(r.entities, entity{begun: m, naming: -1, last: -1, lastSpoke: -1, owner: -1, capitalOf: -1})
	r.enter(m, id, reason)
	return id
}

// join lets mention m be about entity e, unless an anonymous mention and a name
// would meet. It reports whether it did.
func (r *reading) join(m, e int, reason Reason) bool {
	if !r.may(m, e) {
		return false
	}
	r.enter(m, e, reason)
	return true
}

// may reports whether mention m may be about entity e. An anonymous voice and a
// name never meet (law 6).
func (r *reading) may(m, e int) bool {
	mention, entity := &r.mentions[m], &r.entities[e]
	if entity.joined[1] > 0 && mention.form != pronominal {
		return false
	}
	return !(mention.anonymous && entity.named) && !(mention.form == named && entity.anonymous)
}

// enter makes the mention one of the entity and tells the entity all it says.
func (r *reading) enter(m, id int, reason Reason) {
	mention, e := &r.mentions[m], &r.entities[id]
	mention.entity, mention.reason = id, reason
	e.anonymous = e.anonymous || mention.anonymous
	e.speaks = e.speaks || mention.speaks >= 0
	switch mention.form {
	case named:
		r.enterName(m, e)
		r.callByName(id, r.names[mention.named])
	case nominal:
		r.call(id, r.phraseWords(m))
		if e.owner < 0 {
			e.owner = r.owner(m)
		}
	case pronominal:
		e.agree(mention.pronoun)
		return
	}
	e.learn(mention.noun, mention.number)
}

// learn takes over what a noun tells that was not known.
func (e *entity) learn(n noun, number number) {
	if e.named && (n.sort == thing || n.sort == paper) {
		n.sort = unknown // whatever it is called, it has a name
	}
	if e.sort == unknown || !n.found && e.mayBe(n.sort) || !e.sure && n.sort != unknown && n.sort != thing || refines(e.sort, n.sort) {
		e.sort = n.sort
	}
	e.sure = e.sure || n.sort != unknown && n.sort != thing
	e.firm = e.firm || e.sure && !n.found && n.sort != unknown && n.sort != thing
	if e.gender == anyGender {
		e.gender = n.gender
	}
	if e.number == anyNumber {
		e.number = number
	}
	if n.standing == public || e.standing == unstated {
		e.standing = n.standing
	}
}

// refines reports whether a second sort says more than the first: an
// organisation that is called a ministry is one, and a place that has a
// government speaks as one.
func refines(old, now sort) bool {
	switch old {
	case organisation:
		return government <= now && now <= mediator
	case place:
		return now == government
	case thing:
		return now != unknown
	}
	return false
}

func (e *entity) agree(p *pronoun) {
	switch p.class {
	case classHe:
		e.he = true
	case classShe:
		e.she = true
	case classIt:
		e.it = true
	case classThey:
		e.they = true
	}
	if p.class != classHe && p.class != classShe {
		return
	}
	if e.gender == anyGender {
		e.gender = p.noun.gender
	}
	if e.sort == unknown || e.mayBe(person) {
		e.sort = person // no body and no place is he or she
	}
}

// call keeps what an entity was called: modifiers and head noun.
func (r *reading) call(id int, phrase []string) {
	e := &r.entities[id]
	for _, known := range e.called {
		if same(known, phrase) {
			return
		}
	}
	if len(e.called) < maxNouns {
		e.called = append(e.called, phrase)
		r.index("="+phrase[len(phrase)-1], id)
	}
}

// callByName takes the noun in an organisation's name for what it may be called:
// the "Audubon Society" is a society.
func (r *reading) callByName(id int, n hearsay.Name) {
	if n.Kind == hearsay.PersonName || n.End-n.First < 2 {
		return
	}
	for i := n.First; i < n.End; i++ {
		if known, ok := nouns[r.words[i].Low]; ok && known.sort != person {
			var phrase []string
			for k := n.First; k < n.End; k++ {
				if k != i && !r.isMark(k) {
					phrase = append(phrase, r.words[k].Low)
				}
			}
			r.call(id, append(phrase, r.words[i].Low))
		}
	}
}

// name returns the words of the fullest name, nil for none.
func (e *entity) name() []string {
	if len(e.names) == 0 {
		return nil
	}
	return e.names[0]
}

// enterName keeps a name's words, the fullest first.
func (r *reading) enterName(m int, e *entity) {
	e.named = true
	e.pluralName = e.pluralName || r.mentions[m].number != singular
	e.family = e.family || r.mentions[m].noun.sort == people
	if s := int(r.names[r.mentions[m].named].Sounds); s != 0 && e.sounds == 0 {
		e.sounds = s
	}
	words := r.nameWords(r.names[r.mentions[m].named])
	if r.mentions[m].reason == ReasonCountry {
		return // "Tessaran" is no name of Tessara, and a capital none of its state
	}
	if r.fuller(words, e) {
		e.naming = m
		e.names = append([][]string{words}, e.names...)
	} else if len(e.names) < maxNames {
		e.names = append(e.names, words)
	}
	if len(e.names) > maxNames {
		e.names = e.names[:maxNames]
	}
}

// fuller reports whether a name says more than the fullest so far.
func (r *reading) fuller(words []string, e *entity) bool {
	return e.naming < 0 || len(words) > len(e.names[0]) && len(words) <= longestName
}

const longestName = 10

// nameWords returns a name's words in lower case, without titles before it,
// articles, possessive endings and marks.
func (r *reading) nameWords(n hearsay.Name) []string {
	first := n.First
	for first < n.End-1 {
		if _, title := titleOf(r.words[first].Low); !title || n.Kind != hearsay.PersonName && r.words[first].Low != "mr" {
			break
		}
		first++
	}
	var words []string
	for i := first; i < n.End; i++ {
		w := r.words[i].Low
		if w == "the" && i == first || w == "'s" || w == "'" || r.isMark(i) {
			continue
		}
		words = append(words, w)
	}
	return words
}

// canSpeak reports whether an entity may be the source of an attribution.
func (e *entity) canSpeak() bool { return e.sort != thing || e.named || e.speaks }
