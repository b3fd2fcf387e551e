package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

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
	for i := s.First; i < s.End; i++ {
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
	node := i
	switch rel := r.Relation(i); {
	case r.Tag(i) == modalTag || r.Low(i) == "'ll" || r.Low(i) == "'d" && r.Tag(i+1) != pastPart:
		c.modal, c.verb = i, i+1
		for c.verb < s.End && (adverbs[r.Tag(c.verb)] || r.Low(c.verb) == "only" || r.Low(c.verb) == "no") {
			c.verb++
		}
		if c.verb >= s.End || tree.Marks[r.Tag(c.verb)] && !quoteMark(r.Low(c.verb)) {
			return c, false
		}
		if node = r.Up(i); node < 0 {
			node = c.verb
		}
		if r.Low(c.verb) == "be" && node > c.verb {
			c.verb = node
		}
		c.verb = r.pastHave(c.verb, s)
	case copula[rel] && (finite[r.Tag(i)] || r.Tag(i) == pastPart):
		if node = r.Up(i); node < 0 || r.child(node, tree.RelationsOf("aux")) >= 0 && r.hasModal(node) {
			return c, false
		}
		c.verb = node
	case inside[rel]:
		return c, false
	case finite[r.Tag(i)], r.Tag(i) == ingTag && (r.child(i, auxiliary) >= 0 || rel == advclause || rel == conj),
		r.Tag(i) == pastPart && (r.child(i, auxiliary) >= 0 || r.child(i, subjects) >= 0), r.Tag(i) == bareTag && r.hasSubjectBefore(i):
		if r.hasModal(i) {
			return c, false
		}
	default:
		return c, false
	}
	r.fillClause(&c, node, s)
	return c, true
}

// pastHave returns the participle that "have" at token i stands before: "would have
// raised", "would have been raised"; i for none.
func (r *reading) pastHave(i int, s extent) int {
	if r.Low(i) != "have" {
		return i
	}
	for j := i + 1; j < s.End && j < i+4; j++ {
		switch {
		case r.Tag(j) == pastPart && r.Low(j) != "been":
			return j
		case adverbs[r.Tag(j)] || r.Low(j) == "been":
		default:
			return i
		}
	}
	return i
}

// hasSubjectBefore reports whether a verb in its bare form has a subject before it
// and no "to": it is finite, whatever its tag.
func (r *reading) hasSubjectBefore(i int) bool {
	s := r.child(i, subjects)
	return s >= 0 && s < i && r.Low(i-1) != "to"
}

func quoteMark(low string) bool { return low == "\"" || low == "'" || low == "“" || low == "‘" }

// hasModal reports whether a modal verb shows the clause of token i already.
func (r *reading) hasModal(i int) bool {
	for _, k := range r.kids[i] {
		if r.Tag(k) == modalTag && inside[r.Relation(k)] {
			return true
		}
	}
	return false
}

// fillClause fills in subject, link and voice of a clause whose node in the tree
// is given.
func (r *reading) fillClause(c *clause, node int, s extent) {
	start := c.verb
	if c.modal >= 0 {
		start = c.modal
	}
	if h := r.child(node, subjects); h >= 0 && h < start && !r.crossed(h, start, s) && !periods[r.Lemma(h)] {
		c.head, c.subject, c.own = h, r.nounPhrase(h), true
	} else if c.modal >= 0 || h >= 0 && periods[r.Lemma(h)] {
		r.subjectBefore(c, start, s)
	}
	c.First = start
	if c.own {
		c.First = c.subject.First
	}
	r.inherit(c, node)
	if c.head < 0 {
		r.subjectBeforeSpeaker(c)
	}
	c.link = r.linkOf(c, node, s)
	c.passive = r.child(node, passives) >= 0 && r.Lemma(r.child(node, passives)) == "be" || c.modal >= 0 && r.Low(c.modal+1) == "be" && r.Tag(c.verb) == pastPart
	from := start
	if c.own && c.subject.End <= start {
		from = max(c.subject.End, start-4)
	}
	for i := from; i <= c.verb && i < s.End; i++ {
		c.negated = c.negated || negations[r.Low(i)]
	}
	if c.own && negations[r.Low(c.subject.First)] {
		c.negated = true
	}
}

var negations = setOf("not n't no never nobody nothing none neither nor cannot")

// periods are what a tree takes for the subject in "hours after the state extended".
var periods = setOf("hour day week month minute year")

// crossed reports whether another modal verb stands between a subject and what
// the tree has as its verb: then the tree errs.
func (r *reading) crossed(subject, verb int, s extent) bool {
	for i := subject; i < verb && i < s.End; i++ {
		if r.Tag(i) == modalTag && r.Up(i) != r.Up(verb) && r.Up(i) != verb && !r.Below(subject).Has(i) {
			return true
		}
	}
	return false
}

// subjectBefore takes the words before a modal or finite verb, back to the last mark, conjunction
// or verb, for its subject.
func (r *reading) subjectBefore(c *clause, start int, s extent) {
	i := start
	for i > s.First && !tree.Marks[r.Tag(i-1)] && !verbs[r.Tag(i-1)] && !adverbs[r.Tag(i-1)] && !joints[r.Low(i-1)] {
		i--
	}
	if i == start {
		return
	}
	c.subject, c.own = tree.Between(i, start), true
	for c.head = start - 1; c.head > i && !nounTags[r.Tag(c.head)] && !pronouns[r.Tag(c.head)]; c.head-- {
	}
}

var joints = setOf("and or but that if unless while when because as provided once until before after where whether")

// inherit gives a clause without a subject of its own that of the clause it
// depends on: of "offered 6 percent and asked for a clause", of "accepting it".
func (r *reading) inherit(c *clause, node int) {
	for steps := 0; c.head < 0 && node >= 0 && steps < 6; steps++ {
		switch rel := r.Relation(node); rel {
		case conj, advclause, xcomp:
			node = r.Up(node)
		case acl, relcl:
			if node = r.Up(node); node >= 0 {
				c.head, c.subject = node, r.nounPhrase(node)
			}
			return
		default:
			return
		}
		if node < 0 {
			return
		}
		if h := r.child(node, subjects); h >= 0 && !r.onlySaysSo(h, c.verb) {
			c.head, c.subject = h, r.nounPhrase(h)
		}
	}
}

// onlySaysSo reports whether a noun is the one in whose words a verb stands: of "It
// accepts that, the bishop said, but asks for more" the bishop asks for nothing.
func (r *reading) onlySaysSo(h, verb int) bool {
	for _, a := range r.told {
		if a.Source != nil && a.Source.Contains(r.Doc.Tokens[h].Span) && contains(a.Content, r.Doc.Tokens[verb].Span) {
			return true
		}
	}
	return false
}

// subjectBeforeSpeaker gives a clause that goes on after "he said" the subject of the
// first one before it that has another.
func (r *reading) subjectBeforeSpeaker(c *clause) {
	if r.Low(c.verb-1) != "but" && r.Low(c.verb-1) != "and" || !finite[r.Tag(c.verb)] {
		return
	}
	for n := range r.clauses {
		if o := &r.clauses[n]; o.own && o.head >= 0 && o.verb < c.verb && !r.onlySaysSo(o.head, c.verb) && o.link == "" {
			c.head, c.subject = o.head, o.subject
			return
		}
	}
}

// nounPhrase returns the words of a noun with what stands before it and what
// follows without a clause: "the union", "workers at two ports". A name is whole
// even where the tree leaves a part of it elsewhere.
func (r *reading) nounPhrase(h int) extent {
	e := r.Below(h)
	if first := r.Low(e.First); first == "in" && h > e.First+2 && (r.Low(e.First+1) == "return" || r.Low(e.First+1) == "exchange") {
		e.First += 2
	}
	for _, n := range r.Doc.Names {
		if n.First < e.First && n.End > e.First && n.End <= e.End+1 {
			e.First = n.First
		}
	}
	for e.First > r.sentence.First && e.First == h && isName(r.Doc.Words(h)) && isName(r.Doc.Words(h-1)) && nameTags[r.Tag(e.First-1)] {
		e.First--
	}
	for i := h + 1; i < e.End; i++ {
		if tree.Marks[r.Tag(i)] || modifiers[r.Relation(i)] || relatives[r.Tag(i)] {
			e.End = i
		}
	}
	return e
}

func isName(word string) bool { return word[0] >= 'A' && word[0] <= 'Z' }

// linkOf returns the word by which a clause depends on another.
func (r *reading) linkOf(c *clause, node int, s extent) string {
	if c.head >= 0 && c.own && relatives[r.Tag(c.head)] {
		return "which"
	}
	for i := c.First - 1; i >= max(s.First, c.First-2); i-- {
		switch low := r.Low(i); {
		case links[low] || relatives[r.Tag(i)]:
			return low
		case r.Low(i) == "," && c.own && r.Relation(node) == relcl:
			return "" // "Under a draft, the tax would be cut": the tree takes it for a relative clause
		case tree.Marks[r.Tag(i)] || r.Tag(i) == tree.TagOf("CC"):
			return r.linkByTree(node)
		}
	}
	return r.linkByTree(node)
}

func (r *reading) linkByTree(node int) string {
	if r.Relation(node) == relcl {
		return "which"
	}
	if m := r.child(node, markOf); m >= 0 && m < node && links[r.Low(m)] {
		return r.Low(m)
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
	c.End = s.End
	for _, o := range r.clauses {
		if o.own && o.First > c.verb && !within[o.link] && o.First < c.End && !r.isRelative(o) && r.parts(c.verb, o.First) {
			c.End = o.First
		}
	}
	for i := c.verb + 1; i < c.End; i++ {
		low := r.Low(i)
		if low == ";" || low == "—" || cuts[low] && tree.Marks[r.Tag(i-1)] || quoteMark(low) && r.Doc.Tokens[i].Quote.Opens && i > c.verb+1 && tree.Marks[r.Tag(i-1)] {
			c.End = i
		}
	}
	if i := r.speakerAfter(c); i >= 0 && i < c.End {
		c.End = i
	}
	for c.End > c.verb+1 && (tree.Marks[r.Tag(c.End-1)] || trailing[r.Low(c.End-1)]) {
		c.End--
	}
}

// parts reports whether a mark or a conjunction parts a clause from the next.
func (r *reading) parts(verb, first int) bool {
	for i := first - 1; i > verb && i >= first-3; i-- {
		if tree.Marks[r.Tag(i)] || r.Tag(i) == tree.TagOf("CC") || cuts[r.Low(i)] {
			return true
		}
	}
	return false
}

func (r *reading) isRelative(c clause) bool { return c.head >= 0 && relatives[r.Tag(c.head)] }

var (
	cuts     = setOf("while because although though whereas saying according as")
	trailing = setOf("and but or while because though as that , according")
)

// speakerAfter returns the first token after a clause's verb that names who says
// it, or says that he does; -1 for none.
func (r *reading) speakerAfter(c *clause) int {
	best := -1
	verb := r.Doc.Tokens[c.verb].Span
	for _, a := range r.told {
		if !contains(a.Content, verb) {
			continue
		}
		for _, part := range []*hearsay.Span{a.Source, a.Cue} {
			if part == nil || part.Start < verb.End {
				continue
			}
			if i := r.ExtentOf(*part).First; best < 0 || i < best {
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
