package act

import "hearsay/internal/tree"

// clause is a predicate of the content and what stands around it.
//
//	[they] [would] [not] [sign] [before Sunday]
//	subject modal   neg   pred
type clause struct {
	pred      int
	within    extent // the part of the content that the clause is in
	subject   int    // -1: none
	modal     string // will, would, may, might, could, can, must, should, shall; "" : none
	negated   bool
	perfect   bool
	past      bool
	passive   bool
	to        bool // an infinitive: "to strike"
	ing       bool
	command   bool // an imperative
	does      *class
	own       bool // the subject is the one who speaks, or its side
	exists    bool // "there is"
	depends   bool // a clause beside it says if, unless …
	question  bool
	nobody    bool // the subject is "nobody", "no talks"
	scheduled bool // "is due to"
	likely    bool // "is likely to"
	nothing   bool // the object is "nothing", "nobody"
	without   int  // the object, if it is "no plan"; -1: none
}

// findClauses finds the predicates of the content: those that hang on nothing in
// it, and what is joined to them.
func (s *statement) findClauses() {
	for _, piece := range s.content {
		for i := piece.First; i < piece.End; i++ {
			if len(s.clauses) < maxClauses && s.isPredicate(i, piece) {
				s.clauses = append(s.clauses, s.clauseAt(i, piece))
			}
		}
	}
	if len(s.clauses) > 0 {
		return
	}
	for _, piece := range s.content {
		for i := piece.First; i < piece.End; i++ {
			if finite[s.Tag(i)] && !s.describesNoun(i, piece) {
				if h := s.Up(i); helpers[s.Relation(i)] && piece.Has(h) {
					i = h
				}
				s.clauses = append(s.clauses, s.clauseAt(i, piece))
				return
			}
		}
	}
}

// describesNoun reports whether a verb only tells more of a noun that the content is:
// "the lack of details about how much it [would] cost".
func (s *statement) describesNoun(i int, piece extent) bool {
	for h := i; h >= 0 && piece.Has(h); h = s.Up(h) {
		if up := s.Up(h); describing[s.Relation(h)] && up >= 0 && piece.Has(up) && up < h && nouns[s.Tag(up)] {
			return s.hasRelative(up, i)
		}
	}
	return false
}

// hasRelative reports whether a word that opens a relative clause or a question stands
// between tokens i and j.
func (s *statement) hasRelative(i, j int) bool {
	for i++; i < j; i++ {
		if questioning[s.Low(i)] || s.Low(i) == "that" {
			return true
		}
	}
	return false
}

var describing = tree.RelationsOf("acl acl:relcl")

// isPredicate reports whether token i is the head of a clause of the content: a
// verb, or what has a copula, that hangs on nothing in the content but a clause
// that it is joined to.
func (s *statement) isPredicate(i int, piece extent) bool {
	if s.isImperative(i, piece) {
		return true
	}
	if !s.isVerbal(i) || helpers[s.Relation(i)] || s.isSupposition(i) {
		return false
	}
	if s.isGerundSubject(i) {
		return false
	}
	hasModal := s.hasModal(i)
	for h := s.Up(i); h >= 0 && piece.Has(h); h = s.Up(h) {
		if hasModal && s.isGerundSubject(h) {
			return true
		}
		if !conjuncts[s.Relation(i)] || !s.isVerbal(h) && !hasModal {
			return false
		}
		if !s.isVerbal(h) {
			return true // "received the draft and would answer", with the draft for what it is joined to
		}
		i = h
	}
	return true
}

// isGerundSubject reports whether a verb is what another one is told of, though the tree
// has it the other way round: "[Closing] the bay would put people out of work".
func (s *statement) isGerundSubject(i int) bool {
	if s.Tag(i) != tagVBG || s.Child(i, helpers) >= 0 && s.Child(i, helpers) < i {
		return false
	}
	j := s.Child(i, clausal)
	return j > i && s.hasModal(j)
}

func (s *statement) isVerbal(i int) bool {
	return verbs[s.Tag(i)] || s.Child(i, copulas) >= 0 || s.hasModal(i) // "would free/JJ them"
}

// aboutTo returns the modal that a predicate before an infinitive stands for: "is going
// to", "is likely to"; "" for none.
func (s *statement) aboutTo(i int) string {
	if s.afterTo(i) < 0 {
		return ""
	}
	return periphrases[s.Low(i)]
}

// afterTo returns the verb of the infinitive that follows token i, past the words of
// its group: "likely to be [found]"; -1 for none.
func (s *statement) afterTo(i int) int {
	if i+2 >= len(s.Words) || s.Low(i+1) != "to" || s.Tag(i+2) != tagVB {
		return -1
	}
	for j := i + 2; j < min(i+5, len(s.Words)); j++ {
		if s.Up(j) == i {
			return j
		}
	}
	return -1
}

var periphrases = map[string]string{"going": "will", "set": "will", "due": "will", "about": "will", "poised": "will", "bound": "will",
	"scheduled": "will", "likely": "may", "unlikely": "may"}

// schedules are those of periphrases by which something is arranged, not promised.
var schedules = tree.FormsOf("set due scheduled")

// hasNegation reports whether token i has a "not" before it.
func (s *statement) hasNegation(i int) bool {
	for j := s.Below(i).First; j < i; j++ {
		if s.Up(j) == i && negations[s.Low(j)] {
			return true
		}
	}
	return false
}

// hasModal reports whether token i has an auxiliary like "would".
func (s *statement) hasModal(i int) bool {
	for j := s.Below(i).First; j < i; j++ {
		if s.Up(j) == i && helpers[s.Relation(j)] && modals[s.Tag(j)] {
			return true
		}
	}
	return false
}

// isSupposition reports whether token i heads a clause that begins with "if" or
// "unless".
func (s *statement) isSupposition(i int) bool {
	m := s.Child(i, markers)
	if j := s.lastSubject(i); m >= 0 && m < j && s.commaIn(m, j) {
		return false // "If it rains, we will stay", with all of it under "stay"
	}
	return m >= 0 && m < i && (suppositions[s.Low(m)] || s.Low(m+1) == "unless" || s.Low(m+1) == "if")
}

// lastSubject returns the subject next before predicate i, or -1.
func (s *statement) lastSubject(i int) int {
	for j := i - 1; j >= s.Below(i).First; j-- {
		if s.Up(j) == i && subjects[s.Relation(j)] {
			return j
		}
	}
	return -1
}

func (s *statement) commaIn(first, end int) bool {
	for i := first; i < end; i++ {
		if s.Low(i) == "," {
			return true
		}
	}
	return false
}

func (s *statement) clauseAt(i int, piece extent) clause {
	if j := s.Child(i, openClauses); s.Lemma(i) == "have" && j >= 0 && s.Tag(j) == tagVBN && piece.Has(j) {
		c := s.clauseAt(j, piece) // "had “not made an offer”"
		c.perfect = true
		return c
	}
	if modal := s.aboutTo(i); modal != "" && piece.Has(s.afterTo(i)) {
		c := s.clauseAt(s.afterTo(i), piece) // "is going to strike"
		c.modal, c.to, c.subject = modal, false, s.subjectOf(i)
		c.scheduled = schedules[s.Low(i)]
		c.likely = modal == "may"
		c.negated = c.negated || s.hasNegation(i) || s.Low(i) == "unlikely"
		c.own = c.subject >= 0 && s.isOwn(c.subject)
		return c
	}
	c := clause{pred: i, within: piece, subject: s.subjectOf(i), without: -1}
	if c.subject < 0 && conjuncts[s.Relation(i)] && len(s.clauses) > 0 {
		c.subject = s.clauses[0].subject
	}
	e := s.Below(i)
	end := s.SentenceOf(i).End
	for j := max(e.First, piece.First); j < min(e.End, piece.End); j++ {
		if s.Up(j) != i {
			continue
		}
		s.note(&c, j)
	}
	switch low := s.Low(i); {
	case s.Tag(i) == tagVBG:
		c.ing = true
	case obliges[low] && s.Low(i+1) == "to":
		c.modal = "must"
	case s.Tag(i) == tagVBD, s.Tag(i) == tagVBN && s.Child(i, helpers) < 0:
		c.past = true
	}
	if h := s.Up(i); s.Relation(i) == relXcomp && h >= 0 && s.Lemma(h) == "have" {
		c.modal = "must"
	}
	if nouns[s.Tag(i)] && s.isNobody(i) {
		c.negated, c.nobody, c.subject = true, true, i // "there had been no contact"
	}
	s.mendGroup(&c)
	c.question = s.Low(end-1) == "?"
	c.command = (infinitve[s.Tag(i)] || s.isImperative(i, piece)) && c.subject < 0 && c.modal == "" && !c.to && s.beginsClause(i, piece) && s.quoted(i)
	c.does = s.classAt(i)
	c.own = c.subject >= 0 && s.isOwn(c.subject)
	return c
}

// note takes up what a dependent of the predicate tells.
func (s *statement) note(c *clause, j int) {
	low := s.Low(j)
	switch {
	case helpers[s.Relation(j)]:
		switch {
		case low == "shall" && c.subject >= 0 && !firstPersons[s.Low(c.subject)]:
			c.modal = "must"
		case modals[s.Tag(j)]:
			c.modal = modalNames[low]
		case s.Lemma(j) == "have":
			c.perfect = true
		case low == "to":
			c.to = true
		case low == "was" || low == "were" || low == "did":
			c.past = true
		}
		c.passive = c.passive || passives[s.Relation(j)]
	case markers[s.Relation(j)] && low == "to":
		c.to = true
	case negations[low]:
		c.negated = true
	case passives[s.Relation(j)]:
		c.passive = true
	case low == "there":
		c.exists = true
	case adverbials[s.Relation(j)]:
		if m := s.Child(j, markers); m >= 0 && suppositions[s.Low(m)] {
			c.depends = true
		}
	}
	switch {
	case subjects[s.Relation(j)] && s.isNobody(j):
		c.negated, c.nobody = true, true
	case direct[s.Relation(j)] && nobody[s.Low(j)]:
		c.negated, c.nothing = true, true
	case direct[s.Relation(j)] && s.isNobody(j):
		c.without = j
	}
}

// isNobody reports whether a noun says that there is none: "nobody", "no talks",
// "none of them", "nothing".
func (s *statement) isNobody(i int) bool {
	if nobody[s.Low(i)] {
		return true
	}
	if first := s.Below(i).First; first < i && s.Low(first) == "not" && aSingle[s.Low(first+1)] {
		return true // "not one crown"
	}
	d := s.Child(i, determiners)
	return d >= 0 && s.Low(d) == "no"
}

// subjectOf returns the subject of a predicate, or of the one it is joined to, or of
// the one that it fills; -1 for none.
func (s *statement) subjectOf(i int) int {
	for range 4 {
		if j := s.Child(i, subjects); j >= 0 {
			return max(j, s.lastSubject(i))
		}
		if !conjuncts[s.Relation(i)] && !openClauses[s.Relation(i)] || s.Up(i) < 0 {
			return -1
		}
		i = s.Up(i)
	}
	return -1
}

// beginsClause reports whether nothing but marks and "please" stands before token i
// in its sentence or since the last mark.
func (s *statement) beginsClause(i int, piece extent) bool {
	for j := i - 1; j >= piece.First && j >= s.SentenceOf(i).First && !s.IsMark(j); j-- {
		if !polite[s.Low(j)] {
			return false
		}
	}
	return true
}

var (
	tagVBG   = tree.TagOf("VBG")
	tagVBD   = tree.TagOf("VBD")
	tagVBN   = tree.TagOf("VBN")
	relXcomp = tree.RelationOf("xcomp")
	relObj   = tree.RelationOf("obj")

	obliges      = tree.FormsOf("need needs needed have has had ought")
	negations    = tree.FormsOf("not n't never neither hardly")
	aSingle      = tree.FormsOf("one a an")
	nobody       = tree.FormsOf("nobody none nothing no-one noone")
	polite       = tree.FormsOf("please and but so then now just do n't not never")
	suppositions = tree.FormsOf("if unless provided providing should once")

	modalNames = map[string]string{
		"will": "will", "'ll": "will", "wo": "will", "shall": "will", "would": "would", "'d": "would",
		"may": "may", "might": "may", "could": "could", "can": "can", "ca": "can", "must": "must", "should": "should",
	}
)
