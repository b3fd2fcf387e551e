package resolve

// "They" may mean two who were named together:
//
//	Amrith and Dorsena said they would …
//	└───── joined ───┘      └┘
//
// Such a pair is an entity of its own, which no name or noun phrase joins, only
// "they". With an anonymous voice among them there is none: whoever says "they"
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
	if x.anonymous || y.anonymous || !x.acts() || !y.acts() || (x.sort == person) != (y.sort == person) {
		return
	}
	key := [2]int{first.entity, last.entity}
	id, known := r.together[key]
	if !known {
		id = len(r.entities)
		r.together[key] = id
		r.entities = append(r.entities, entity{begun: f, naming: x.naming, last: f, lastSpoke: -1, owner: -1, capitalOf: -1,
			sort: people, sure: true, number: plural, named: x.named || y.named, joined: [2]int{first.first, last.end}, parts: key})
	}
	e := &r.entities[id]
	e.last = f
	e.count++
	if first.speaks >= 0 {
		e.lastSpoke, e.speaks = f, true
	}
	r.bringForward(id)
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
