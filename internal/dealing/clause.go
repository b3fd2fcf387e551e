package dealing

import "hearsay"

// clause is a predicate with its subject.
//
//	Under the plan [the Front would free 16 captives], [Tessara 320 prisoners].
//	                subject   modal verb            end
type clause struct {
	verb    int // the token that says what is done; a predicate noun or adjective after "be"
	modal   int // "would", "must"; -1: none
	own     bool
	subject extent // empty: it has none, not even by what it depends on
	head    int    // the subject's head, -1: none
	extent         // from its own subject, or else the verb, to its end
	link    string // the word that makes it depend on another: "if", "unless", "that", "where"; "" : none
	negated bool
	passive bool
}

// cutClauses finds the clauses of a sentence, in the order of their verbs.
func (r *reading) cutClauses(s extent) {
	r.clauses = r.clauses[:0]
	for i := s.first; i < s.end; i++ {
		if c, ok := r.clauseAt(i, s); ok {
			r.clauses = append(r.clauses, c)
		}
	}
	for i := range r.clauses {
		r.endClause(&r.clauses[i], s)
	}
}

// clauseAt returns the clause whose modal or finite verb, or whose participle,
// stands at token i.
func (r *reading) clauseAt(i int, s extent) (clause, bool) {
	c := clause{verb: i, modal: -1, head: -1}
	tree := i
	switch rel := r.relation(i); {
	case r.tag(i) == modalTag || r.low(i) == "'ll" || r.low(i) == "'d" && r.tag(i+1) != pastPart:
		c.modal, c.verb = i, i+1
		for c.verb < s.end && (adverbs[r.tag(c.verb)] || r.low(c.verb) == "only" || r.low(c.verb) == "no") {
			c.verb++
		}
		if c.verb >= s.end || marks[r.tag(c.verb)] && !quoteMark(r.low(c.verb)) {
			return c, false
		}
		if tree = r.up(i); tree < 0 {
			tree = c.verb
		}
		if r.low(c.verb) == "be" && tree > c.verb {
			c.verb = tree
		}
	case copula[rel] && (finite[r.tag(i)] || r.tag(i) == pastPart):
		if tree = r.up(i); tree < 0 || r.child(tree, relationSet("aux")) >= 0 && r.hasModal(tree) {
			return c, false
		}
		c.verb = tree
	case inside[rel]:
		return c, false
	case finite[r.tag(i)], r.tag(i) == ingTag && (r.child(i, auxiliary) >= 0 || rel == advclause || rel == conj),
		r.tag(i) == pastPart && (r.child(i, auxiliary) >= 0 || r.child(i, subjects) >= 0), r.tag(i) == bareTag && r.hasSubjectBefore(i):
		if r.hasModal(i) {
			return c, false
		}
	default:
		return c, false
	}
	r.fillClause(&c, tree, s)
	return c, true
}

// hasSubjectBefore reports whether a verb in its bare form has a subject before it
// and no "to": it is finite, whatever its tag.
func (r *reading) hasSubjectBefore(i int) bool {
	s := r.child(i, subjects)
	return s >= 0 && s < i && r.low(i-1) != "to"
}

func quoteMark(low string) bool { return low == "\"" || low == "'" || low == "“" || low == "‘" }

// hasModal reports whether a modal verb shows the clause of token i already.
func (r *reading) hasModal(i int) bool {
	for _, k := range r.kids[i] {
		if r.tag(k) == modalTag && inside[r.relation(k)] {
			return true
		}
	}
	return false
}

// fillClause fills in subject, link and voice of a clause whose node in the tree
// is given.
func (r *reading) fillClause(c *clause, tree int, s extent) {
	start := c.verb
	if c.modal >= 0 {
		start = c.modal
	}
	if h := r.child(tree, subjects); h >= 0 && h < start && !r.crossed(h, start, s) && !periods[r.lemma(h)] {
		c.head, c.subject, c.own = h, r.nounPhrase(h), true
	} else if c.modal >= 0 || h >= 0 && periods[r.lemma(h)] {
		r.subjectBefore(c, start, s)
	}
	c.first = start
	if c.own {
		c.first = c.subject.first
	}
	r.inherit(c, tree)
	c.link = r.linkOf(c, tree, s)
	c.passive = r.child(tree, passives) >= 0 && r.lemma(r.child(tree, passives)) == "be" || c.modal >= 0 && r.low(c.modal+1) == "be" && r.tag(c.verb) == pastPart
	from := start
	if c.own && c.subject.end <= start {
		from = max(c.subject.end, start-4)
	}
	for i := from; i <= c.verb && i < s.end; i++ {
		c.negated = c.negated || negations[r.low(i)]
	}
	if c.own && negations[r.low(c.subject.first)] {
		c.negated = true
	}
}

var negations = setOf("not n't no never nobody neither nor cannot")

// periods are what a tree takes for the subject in "hours after the state extended".
var periods = setOf("hour day week month minute year")

// crossed reports whether another modal verb stands between a subject and what
// the tree has as its verb: then the tree errs.
func (r *reading) crossed(subject, verb int, s extent) bool {
	for i := subject; i < verb && i < s.end; i++ {
		if r.tag(i) == modalTag && r.up(i) != r.up(verb) && r.up(i) != verb && !r.below[subject].has(i) {
			return true
		}
	}
	return false
}

// subjectBefore takes the words before a modal or finite verb, back to the last mark, conjunction
// or verb, for its subject.
func (r *reading) subjectBefore(c *clause, start int, s extent) {
	i := start
	for i > s.first && !marks[r.tag(i-1)] && !verbs[r.tag(i-1)] && !adverbs[r.tag(i-1)] && !joints[r.low(i-1)] {
		i--
	}
	if i == start {
		return
	}
	c.subject, c.own = extent{i, start}, true
	for c.head = start - 1; c.head > i && !nounTags[r.tag(c.head)] && !pronouns[r.tag(c.head)]; c.head-- {
	}
}

var joints = setOf("and or but that if unless while when because as provided once until before after where whether")

// inherit gives a clause without a subject of its own that of the clause it
// depends on: of "offered 6 percent and asked for a clause", of "accepting it".
func (r *reading) inherit(c *clause, tree int) {
	for steps := 0; c.head < 0 && tree >= 0 && steps < 6; steps++ {
		switch rel := r.relation(tree); rel {
		case conj, advclause, xcomp:
			tree = r.up(tree)
		case acl, relcl:
			if tree = r.up(tree); tree >= 0 {
				c.head, c.subject = tree, r.nounPhrase(tree)
			}
			return
		default:
			return
		}
		if tree < 0 {
			return
		}
		if h := r.child(tree, subjects); h >= 0 {
			c.head, c.subject = h, r.nounPhrase(h)
		}
	}
}

// nounPhrase returns the words of a noun with what stands before it and what
// follows without a clause: "the union", "workers at two ports". A name is whole
// even where the tree leaves a part of it elsewhere.
func (r *reading) nounPhrase(h int) extent {
	e := r.below[h]
	if first := r.low(e.first); first == "in" && h > e.first+2 && (r.low(e.first+1) == "return" || r.low(e.first+1) == "exchange") {
		e.first += 2
	}
	for _, n := range r.doc.Names {
		if n.First < e.first && n.End > e.first && n.End <= e.end+1 {
			e.first = n.First
		}
	}
	for e.first > r.sentence.first && e.first == h && isName(r.doc.Words(h)) && isName(r.doc.Words(h-1)) && nameTags[r.tag(e.first-1)] {
		e.first--
	}
	for i := h + 1; i < e.end; i++ {
		if marks[r.tag(i)] || modifiers[r.relation(i)] || relatives[r.tag(i)] {
			e.end = i
		}
	}
	return e
}

func isName(word string) bool { return word[0] >= 'A' && word[0] <= 'Z' }

// linkOf returns the word by which a clause depends on another.
func (r *reading) linkOf(c *clause, tree int, s extent) string {
	if c.head >= 0 && c.own && relatives[r.tag(c.head)] {
		return "which"
	}
	for i := c.first - 1; i >= max(s.first, c.first-2); i-- {
		switch low := r.low(i); {
		case links[low] || relatives[r.tag(i)]:
			return low
		case marks[r.tag(i)] || r.tag(i) == tagOf("CC"):
			return r.linkByTree(tree)
		}
	}
	return r.linkByTree(tree)
}

func (r *reading) linkByTree(tree int) string {
	if r.relation(tree) == relcl {
		return "which"
	}
	if m := r.child(tree, markOf); m >= 0 && m < tree && links[r.low(m)] {
		return r.low(m)
	}
	return ""
}

var (
	links = setOf("if unless provided once until when before after that whether where because although though while as whereas since than")
	// conditional are the links of a clause that another depends on.
	conditional = setOf("if unless provided once")
	// within are the links of a clause that belongs to the words of the one before.
	within = setOf("if unless provided once until before after where which that who when whether than")
)

// endClause sets where a clause ends: where another begins that has its own
// subject and does not belong to it, at the one who says it, or at a semicolon.
func (r *reading) endClause(c *clause, s extent) {
	c.end = s.end
	for _, o := range r.clauses {
		if o.own && o.first > c.verb && !within[o.link] && o.first < c.end && !r.isRelative(o) && r.parts(c.verb, o.first) {
			c.end = o.first
		}
	}
	for i := c.verb + 1; i < c.end; i++ {
		low := r.low(i)
		if low == ";" || low == "—" || cuts[low] && marks[r.tag(i-1)] || quoteMark(low) && r.doc.Tokens[i].Quote.Opens && i > c.verb+1 && marks[r.tag(i-1)] {
			c.end = i
		}
	}
	if i := r.speakerAfter(c); i >= 0 && i < c.end {
		c.end = i
	}
	for c.end > c.verb+1 && (marks[r.tag(c.end-1)] || trailing[r.low(c.end-1)]) {
		c.end--
	}
}

// parts reports whether a mark or a conjunction parts a clause from the next.
func (r *reading) parts(verb, first int) bool {
	for i := first - 1; i > verb && i >= first-3; i-- {
		if marks[r.tag(i)] || r.tag(i) == tagOf("CC") || cuts[r.low(i)] {
			return true
		}
	}
	return false
}

func (r *reading) isRelative(c clause) bool { return c.head >= 0 && relatives[r.tag(c.head)] }

var (
	cuts     = setOf("while because although though whereas saying according as")
	trailing = setOf("and but or while because though as that , according")
)

// speakerAfter returns the first token after a clause's verb that names who says
// it, or says that he does; -1 for none.
func (r *reading) speakerAfter(c *clause) int {
	best := -1
	verb := r.doc.Tokens[c.verb].Span
	for _, a := range r.told {
		if !contains(a.Content, verb) {
			continue
		}
		for _, part := range []*hearsay.Span{a.Source, a.Cue} {
			if part == nil || part.Start < verb.End {
				continue
			}
			if i := r.extentOf(*part).first; best < 0 || i < best {
				best = i
			}
		}
	}
	return best
}

func contains(pieces []hearsay.Span, s hearsay.Span) bool {
	for _, p := range pieces {
		if p.Contains(s) {
			return true
		}
	}
	return false
}
