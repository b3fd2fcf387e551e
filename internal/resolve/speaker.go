package resolve

import (
	"slices"
	"strings"

	"hearsay"
)

// paint fills within: of each token the innermost attribution whose content it
// stands in, -1 for the outlet's own voice.
//
//	Radio Drenn said the mayor had said the port would open.
//	                 0─────────────────┐1──────────────────
func (r *reading) paint() {
	n := len(r.doc.Tokens)
	r.within = sized(r.within, n)
	for i := range r.within {
		r.within[i] = -1
	}
	order := r.order[:0]
	for i := range r.found {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(x, y int) int { return contentLength(r.found[y]) - contentLength(r.found[x]) })
	r.order = order
	// What encloses is longer than what it encloses. However contents nest, no
	// more is painted than a reader would follow.
	left := deepest * n
	for _, i := range order {
		for _, c := range r.found[i].Content {
			first, end := r.tokensOf(c)
			if left -= end - first; left < 0 {
				return
			}
			for t := first; t < end; t++ {
				r.within[t] = int32(i)
			}
		}
	}
}

// deepest is how deep, on average over a text, contents may nest.
const deepest = 8

func contentLength(a hearsay.Attribution) int {
	n := 0
	for _, c := range a.Content {
		n += c.Len()
	}
	return n
}

// speakerAt returns the mention in whose direct speech token t stands, -1 for
// none or one of nobody.
func (r *reading) speakerAt(t int) int {
	a := int(r.within[t])
	for steps := 0; a >= 0 && steps < longestPhrase; steps++ {
		if r.found[a].Manner != hearsay.Indirect && r.doc.Tokens[t].Quote.Depth > 0 && r.sourceEntity(a) >= 0 {
			return r.source[a]
		}
		if r.found[a].Within == nil {
			break
		}
		a = *r.found[a].Within
	}
	if a < 0 && r.doc.Tokens[t].Quote.Depth > 0 {
		return r.goesOn[r.paragraph(int(r.sentence[t]))]
	}
	return -1
}

// findSpeakers fills, for each paragraph, who is first quoted in it: a quotation
// there that nothing attributes goes on in that voice.
func (r *reading) findSpeakers() {
	r.goesOn = sized(r.goesOn, len(r.doc.Paragraphs))
	for i := range r.goesOn {
		r.goesOn[i] = -1
	}
	for i, a := range r.found {
		if m := r.source[i]; m >= 0 && a.Manner != hearsay.Indirect && r.mentions[m].entity >= 0 {
			if p := r.paragraph(r.mentions[m].sentence); r.goesOn[p] < 0 {
				r.goesOn[p] = m
			}
		}
	}
}

// sourceEntity returns who an attribution's source is, -1 if that is not known.
func (r *reading) sourceEntity(a int) int {
	if m := r.source[a]; m >= 0 {
		return r.mentions[m].entity
	}
	return -1
}

// resolveSpeaker finds who says "I" or "we": the one whose direct speech it
// stands in. "We" is those a speaker speaks for, where the text says whom.
//
//	“We have dropped nothing,” said Yasen Ruhl, a spokesman for the Front.
//	  └─► the Front
func (r *reading) resolveSpeaker(m int) {
	mention := &r.mentions[m]
	speaker := r.speakerAt(mention.head)
	if speaker < 0 {
		return
	}
	e := r.mentions[speaker].entity
	if mention.pronoun.class == classWe {
		if g := r.entities[e].owner; g >= 0 && r.entities[e].isSpokesperson() && r.entities[g].sort != person {
			e = g
		}
	}
	r.join(m, e, ReasonSpeaker)
}

// isSpokesperson reports whether somebody is called what speaks for others.
func (e *entity) isSpokesperson() bool {
	for _, phrase := range e.called {
		if strings.HasPrefix(phrase[len(phrase)-1], "spokes") {
			return true
		}
	}
	return false
}

// readStatement notes who made a statement, so that "the statement said" is
// theirs: "…, the ministry said in a statement", "a statement from the ministry".
func (r *reading) readStatement(m int) {
	mention := &r.mentions[m]
	if mention.form != nominal || mention.noun.sort != paper {
		return
	}
	if by := r.issuer(m); by >= 0 {
		r.statements = append(r.statements, statement{r.lemma(mention.head), by})
		if len(r.statements) > perWord {
			r.statements = r.statements[1:]
		}
	}
}

// statement is a document that somebody issued.
type statement struct {
	lemma string
	by    int
}

// issuer returns who issued a document that is spoken of, -1 if that is not said.
func (r *reading) issuer(m int) int {
	mention := &r.mentions[m]
	for i := mention.first; i < mention.end; i++ {
		if d := int(r.at[i]); d >= 0 && d != m && r.head(i) == mention.head && (r.relation(i) == relPoss || r.byWhom(i)) {
			return r.mentions[d].entity
		}
	}
	verb := r.head(mention.head)
	if verb < 0 || r.relation(mention.head) != relObl && r.relation(mention.head) != relObj {
		return -1
	}
	return r.subject(verb)
}

// byWhom reports whether the noun at i stands behind "from" or "by".
func (r *reading) byWhom(i int) bool {
	for c := int(r.first[i]); c < i; c++ {
		if low := r.words[c].Low; r.relation(c) == relCase && (low == "from" || low == "by") {
			return true
		}
	}
	return false
}

// subject returns the entity that is the subject of a verb, -1 for none.
func (r *reading) subject(verb int) int {
	for c := max(int(r.first[verb]), verb-longestClause); c < min(int(r.end[verb]), verb+longestPhrase); c++ {
		if r.head(c) == verb && r.relation(c) == relNsubj && r.at[c] >= 0 {
			return r.mentions[r.at[c]].entity
		}
	}
	return -1
}
