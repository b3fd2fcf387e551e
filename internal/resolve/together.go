package resolve

// "They" may mean two who were named together:
//
//	Amrith and Dorsena said they would …
//	└───── joined ───┘      └┘
//
// Such a pair is an entity of its own, which no name joins and of noun phrases only
// those for two persons, only "they" and "the couple". With an anonymous voice among them there is none: whoever says "they"
// would else be both named and kept unnamed.

// readTogether begins or brings back the entity of a coordination when its last
// member, mention m, has been read.
func (r *reading) readTogether(m int) {
	last := &r.mentions[m]
	if r.relation(last.head) != relConj || last.entity < 0 || !r.hasAnd(last.head) {
		return
	}
	f := int(r.at[r.head(last.head)])
	if f < 0 || r.mentions[f].entity < 0 || r.mentions[f].entity == last.entity {
		return
	}
	first := &r.mentions[f]
	x, y := &r.entities[first.entity], &r.entities[last.entity]
	if x.anonymous || y.anonymous || !x.acts() || !y.acts() {
		return
	}
	x.likens(y)
	y.likens(x)
	if (x.sort == person) != (y.sort == person) {
		return
	}
	key := [2]int{first.entity, last.entity}
	id, known := r.together[key]
	if !known {
		if id = r.familyOf(last.entity); id >= 0 {
			r.entities[id].pair, r.entities[id].parts = true, key
		}
	}
	if !known && id < 0 {
		id = len(r.entities)
		r.entities = append(r.entities, entity{pair: true, begun: f, naming: f, last: f, lastSpoke: -1, owner: -1, capitalOf: -1,
			sort: people, sure: true, number: plural, named: x.named || y.named, joined: [2]int{first.first, last.end}, parts: key})
	}
	r.together[key] = id
	e := &r.entities[id]
	e.last = f
	e.count++
	if first.speaks >= 0 {
		e.lastSpoke, e.speaks = f, true
	}
	r.bringForward(id)
}

// likens takes a name of which little is known for a person's where it is named
// together with one: "Lena and Pavel Sorn".
func (e *entity) likens(other *entity) {
	if other.sort == person && e.named && (e.sort == unknown || e.namings == 1 && e.mayBe(person)) {
		e.sort = person
	}
}

// familyOf returns the entity that the text calls by the plural of a person's family
// name, "the Sorns" of Pavel Sorn; -1 for none.
func (r *reading) familyOf(id int) int {
	name := r.entities[id].name()
	if len(name) < 2 || r.entities[id].sort != person {
		return -1
	}
	plural := name[len(name)-1] + "s"
	for _, e := range r.byWord[plural] {
		if called := r.entities[e].name(); len(called) == 1 && called[0] == plural && r.entities[e].family {
			return e
		}
	}
	return -1
}

// acts reports whether an entity may be one of several who act together.
func (e *entity) acts() bool { return e.sort != thing && e.sort != paper && e.joined[1] == 0 }

// hasAnd reports whether "and" stands before the last member of a coordination.
func (r *reading) hasAnd(head int) bool {
	for c := max(int(r.first[head]), head-longestPhrase); c < head; c++ {
		if r.head(c) == head && r.relation(c) == relCc {
			return r.words[c].Low == "and" || r.words[c].Low == "&"
		}
	}
	return false
}

// pairNouns are what two persons who were named together are called afterwards.
var pairNouns = wordSet(`couple pair duo twosome parent spouse newlywed partner brother sister sibling`)

// paired takes "the couple" or "the parents" for the two persons who were named
// together last, if no more than that is said of them.
func (r *reading) paired(m int) bool {
	mention := &r.mentions[m]
	if !pairNouns[r.lemma(mention.head)] || mention.anonymous || mention.definite == indefinite || mention.definite == bare {
		return false
	}
	for _, e := range r.recent {
		if r.isPairOfPersons(e) {
			r.enter(m, e, ReasonDescription)
			return true
		}
	}
	return false
}

func (r *reading) isPairOfPersons(id int) bool {
	e := &r.entities[id]
	return e.family || e.pair && r.entities[e.parts[0]].sort == person && r.entities[e.parts[1]].sort == person
}
