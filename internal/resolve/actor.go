package resolve

import (
	"hearsay"
)

// resolution turns the entities that are somebody into actors.
func (r *reading) resolution() Resolution {
	out := Resolution{doc: r.doc, at: append([]int32(nil), r.at...), nameAt: append([]int32(nil), r.nameAt...)}
	r.listMentions()
	ids := make([]int, len(r.entities))
	for e := range r.entities {
		ids[e] = -1
		if r.isActor(&r.entities[e]) {
			ids[e] = len(out.Actors)
			out.Actors = append(out.Actors, r.actor(e, ids[e]))
			out.Named = append(out.Named, r.entities[e].named)
		}
	}
	for m := range r.mentions {
		out.Mentions = append(out.Mentions, r.told(m, ids))
	}
	out.Names = r.namesByKind()
	r.describe(&out, ids)
	return out
}

// namesByKind returns the names, each of the kind that whom it means is of: all
// that a text says of somebody tells more of it than one place.
func (r *reading) namesByKind() []hearsay.Name {
	out := append([]hearsay.Name(nil), r.names...)
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.form != named || x.entity < 0 {
			continue
		}
		switch sort := r.entities[x.entity].sort; {
		case sort == person:
			out[x.named].Kind = hearsay.PersonName
		case sort == place:
			out[x.named].Kind = hearsay.PlaceName
		case sort != unknown:
			out[x.named].Kind = hearsay.OrganisationName
		}
	}
	return out
}

// told is a mention as it leaves the stage.
func (r *reading) told(m int, ids []int) Mention {
	x := &r.mentions[m]
	out := Mention{First: x.first, End: x.end, Head: x.head, Entity: x.entity, Actor: -1, Naming: -1, Anonymous: x.anonymous, Why: x.reason}
	out.As = r.doc.TokensSpan(x.first, x.end)
	if x.entity < 0 {
		return out
	}
	e := &r.entities[x.entity]
	out.Actor, out.Naming, out.Anonymous = ids[x.entity], e.naming, e.anonymous
	if x.form == pronominal {
		out.As = r.best(x.entity, out.As)
	}
	return out
}

// best returns the words that say best who an entity is, or else if it was never
// called anything.
func (r *reading) best(id int, or hearsay.Span) hearsay.Span {
	if j := r.entities[id].joined; j[1] > 0 {
		return r.doc.TokensSpan(j[0], j[1])
	}
	if m := r.tells(id); m >= 0 {
		return r.doc.TokensSpan(r.mentions[m].first, r.mentions[m].end)
	}
	return or
}

// listMentions files the mentions by entity: those of entity e are
// byEntity[starts[e]:starts[e+1]], in text order.
func (r *reading) listMentions() {
	r.starts = sized(r.starts, len(r.entities)+2)
	clear(r.starts)
	for i := range r.mentions {
		if e := r.mentions[i].entity; e >= 0 {
			r.starts[e+2]++
		}
	}
	for e := 2; e < len(r.starts); e++ {
		r.starts[e] += r.starts[e-1]
	}
	r.byEntity = sized(r.byEntity, r.starts[len(r.starts)-1])
	for i := range r.mentions {
		if e := r.mentions[i].entity; e >= 0 {
			r.byEntity[r.starts[e+1]] = i
			r.starts[e+1]++
		}
	}
}

// mentionsOf returns the mentions of an entity, in text order.
func (r *reading) mentionsOf(e int) []int { return r.byEntity[r.starts[e]:r.starts[e+1]] }

// isActor reports whether an entity is listed: everybody with a name, bodies
// that are mentioned again, and whoever else is a source; never an anonymous voice, somebody
// without name and office, a place as such, a document or a thing.
func (r *reading) isActor(e *entity) bool {
	switch {
	case e.anonymous:
		return false
	case e.joined[1] > 0:
		return e.they && !r.entities[e.parts[0]].anonymous && !r.entities[e.parts[1]].anonymous
	case !e.named && len(e.called) == 0:
		return false // pronouns alone
	case e.sort == person && !e.named:
		return e.speaks && e.standing == public && (e.owner >= 0 || r.mentions[e.begun].definite == definite)
	case e.sort == thing || e.sort == paper || e.sort == place || e.sort == unknown && !e.named:
		return e.speaks && (e.sort == place || e.sort == unknown)
	}
	return e.named || e.speaks || e.sort.isBody() && e.count > 1
}

// tells returns the mention that says best who an entity is: that of its fullest
// name, else the first that is no pronoun; -1 for none.
func (r *reading) tells(id int) int {
	if n := r.entities[id].naming; n >= 0 {
		return n
	}
	for _, m := range r.mentionsOf(id) {
		if r.mentions[m].form != pronominal {
			return m
		}
	}
	return -1
}

func (r *reading) actor(id, number int) hearsay.Actor {
	e := &r.entities[id]
	a := hearsay.Actor{ID: number, Kind: e.kind(), Private: e.isPrivate()}
	if e.joined[1] > 0 {
		a.Name = r.best(id, hearsay.Span{}).In(r.doc.Text)
	} else if m := r.tells(id); m >= 0 {
		a.Name = r.printed(m).In(r.doc.Text)
	}
	seen := map[string]bool{}
	add := func(s hearsay.Span) {
		if words := s.In(r.doc.Text); !seen[words] && len(a.Aliases) < mostAliases {
			seen[words] = true
			a.Aliases = append(a.Aliases, words)
		}
	}
	for _, m := range r.mentionsOf(id) {
		if x := &r.mentions[m]; x.form == pronominal || x.reason == ReasonStatement || r.isDemonymAt(x) {
			continue
		}
		add(r.printed(m))
		add(r.titled(m))
	}
	return a
}

// mostAliases bounds how many ways of naming one actor are listed.
const mostAliases = 64

// kind is what the words call an actor. A place that speaks is its government.
func (e *entity) kind() hearsay.ActorKind {
	if e.sort == place {
		return hearsay.Government
	}
	return kinds[e.sort]
}

// isPrivate reports whether a person is mentioned as one whom events happened
// to, and holds no office: a witness, a nurse, a relative.
func (e *entity) isPrivate() bool { return e.sort == person && e.standing == private }

// printed returns where a mention's name or noun phrase stands.
func (r *reading) printed(m int) hearsay.Span {
	x := &r.mentions[m]
	if x.named >= 0 {
		return r.doc.TokensSpan(r.names[x.named].First, r.names[x.named].End)
	}
	return r.doc.TokensSpan(x.first, x.end)
}

// titled returns where a mention stands with the titles before its name: "Interior
// Minister Jorun Falk".
func (r *reading) titled(m int) hearsay.Span {
	x := &r.mentions[m]
	if x.named < 0 {
		return r.doc.TokensSpan(x.first, x.end)
	}
	name := r.names[x.named]
	first := name.First
	for first > x.first && r.nameAt[first-1] < 0 && (r.isNoun(first-1) || r.tags[first-1] == tagJJ || r.words[first-1].Low == "the") {
		first--
	}
	return r.doc.TokensSpan(first, name.End)
}
