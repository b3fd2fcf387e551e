package resolve

// readTitle tells an entity what the nouns before its name say: "company
// spokesman Anton Reske", "Interior Minister Jorun Falk".
func (r *reading) readTitle(m int) {
	mention := &r.mentions[m]
	id := mention.entity
	if id < 0 || mention.noun.sort > person {
		return
	}
	name := r.names[mention.named]
	for i := max(mention.first, name.First-longestPhrase); i < name.End; i++ {
		n, ok := r.titleNoun(i, name.First)
		if !ok {
			continue
		}
		r.entities[id].learn(n, singular)
		r.titleMention(m, i)
		r.call(id, r.titleWords(mention.first, i))
		if r.entities[id].owner < 0 {
			r.entities[id].owner = r.ownerBefore(mention.first, i)
		}
	}
}

// titleNoun returns what the noun of a title at token i tells: no modifier of
// another, such as the first of "defence minister" before a name at token end.
func (r *reading) titleNoun(i, end int) (noun, bool) {
	n, known := nounOf(r.words[i].Low)
	if !known || n.sort != person || !r.isNoun(i) && r.tags[i] != tagJJ {
		return noun{}, false
	}
	modifies := i+1 < end && r.relation(i) == relComp && r.head(i) < end && r.isNoun(i+1)
	return n, !modifies
}

// readEmployer finds whom a person speaks for where a common noun says it:
// "company spokesman Anton Reske" speaks for the company last mentioned.
func (r *reading) readEmployer(m int) {
	mention := &r.mentions[m]
	if mention.form != named || mention.entity < 0 || r.entities[mention.entity].owner >= 0 {
		return
	}
	for i := mention.first; i < r.names[mention.named].First; i++ {
		if n, ok := nouns[r.words[i].Low]; ok && n.sort.isBody() && r.isNoun(i) && i+1 < mention.end && r.isNoun(i+1) {
			r.entities[mention.entity].owner = r.lastBody(r.words[i].Low)
			return
		}
	}
}

// lastBody returns the organisation mentioned last, one that was called by the
// noun if there is one; -1 for none.
func (r *reading) lastBody(noun string) int {
	best := -1
	for _, e := range r.byWord["="+noun] {
		if last := r.entities[e].last; last >= 0 && (best < 0 || last > r.entities[best].last) {
			best = e
		}
	}
	if best >= 0 {
		return best
	}
	for _, e := range r.recent {
		if r.entities[e].sort.isBody() && r.entities[e].named {
			return e
		}
	}
	return -1
}

// titleMention makes the noun of a title a mention of its own: who is asked about
// "company spokesman" finds Anton Reske.
func (r *reading) titleMention(m, t int) {
	if r.at[t] < 0 && r.isNoun(t) {
		r.at[t] = int32(m)
	}
}

// titleWords returns the words of a title from first to its noun.
func (r *reading) titleWords(first, noun int) []string {
	var out []string
	for i := max(first, noun-3); i < noun; i++ {
		if r.isNoun(i) || r.tags[i] == tagJJ {
			out = append(out, r.words[i].Low)
		}
	}
	return append(out, r.words[noun].Low)
}

// ownerBefore returns the entity named in the words before a title.
func (r *reading) ownerBefore(first, noun int) int {
	for i := first; i < noun; i++ {
		if m := r.at[i]; m >= 0 && r.mentions[m].entity >= 0 {
			return r.mentions[m].entity
		}
	}
	return -1
}
