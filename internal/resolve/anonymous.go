package resolve

// Law 6: an anonymous voice is never linked to a named person. Two things hold
// it, whatever the text:
//
//  1. markAnonymous finds the mentions that a text keeps unnamed, by the words
//     beside them: "an official who asked not to be named".
//  2. reading.join, the only way by which a mention comes to an entity, refuses
//     to let an anonymous mention and a name meet in one.

// markAnonymous marks each unnamed mention that its phrase, a clause that hangs
// on it or the verb it is the subject of says is kept unnamed.
func (r *reading) markAnonymous() {
	for t := range r.doc.Tokens {
		if !r.hidesName(t) {
			continue
		}
		if m := r.about(t); m >= 0 {
			r.mentions[m].anonymous = true
		}
	}
}

// hidesName reports whether the words at t keep a source unnamed:
//
//	must match                                 must not match
//	on condition of anonymity                  the anonymity of the net (no "of" before it, nor a verb of asking)
//	an unnamed / unidentified official         the plan, named after …
//	asked not to be named / identified         a man named Orl
//	not authorised to speak publicly           authorised to sign
//	declined to be named, declined to give her name
//	did not name / whom it did not identify
func (r *reading) hidesName(t int) bool {
	switch r.words[t].Low {
	case "anonymity", "anonymous", "anonymously", "unnamed", "unidentified":
		return true
	case "named", "identified", "authorized", "authorised", "quoted", "name", "identify", "permitted", "allowed":
		return r.refused(t)
	}
	return false
}

// refused reports whether a refusal or a negation stands within the six words
// before t, in its sentence.
func (r *reading) refused(t int) bool {
	for i := t - 1; i >= max(0, t-6) && r.sentence[i] == r.sentence[t]; i-- {
		switch r.words[i].Low {
		case "not", "n't", "never", "without", "nor", "neither":
			return true
		case "declined", "refused", "declining", "refusing":
			return true
		case ".", ";":
			return false
		}
	}
	return false
}

// about returns the unnamed mention that words at t are about, -1 for none: the
// object of "did not identify", else the phrase that the words or their clause
// hang on, else the subject of the verb above.
func (r *reading) about(t int) int {
	if low := r.words[t].Low; (low == "name" || low == "identify") && r.tags[t] != tagNN {
		if o := r.objectOf(t); o >= 0 {
			return r.unnamed(o)
		}
	}
	i := t
	for range longestPhrase {
		above := r.head(i)
		if above < 0 {
			return r.subjectOf(i)
		}
		switch r.relation(i) {
		case relAmod, relAcl, relRelcl, relComp, relDesc:
			if m := int(r.at[above]); m >= 0 {
				return r.unnamed(m)
			}
		}
		if m := r.subjectOf(i); m >= 0 {
			return m
		}
		i = above
	}
	return -1
}

// unnamed returns m, or -1 if it is a name.
func (r *reading) unnamed(m int) int {
	if r.mentions[m].form == named {
		return -1
	}
	return m
}

// subjectOf returns the unnamed mention that is the subject of token i, -1 for none.
func (r *reading) subjectOf(i int) int {
	for c := max(int(r.first[i]), i-longestClause); c < i; c++ {
		if r.head(c) != i || r.relation(c) != relNsubj && r.relation(c) != relPassive {
			continue
		}
		if m := int(r.at[c]); m >= 0 {
			return r.unnamed(m)
		}
	}
	return -1
}

// objectOf returns the mention that is the object of token i, -1 for none.
func (r *reading) objectOf(i int) int {
	for c := i + 1; c < min(int(r.end[i]), i+longestPhrase); c++ {
		if r.head(c) == i && r.relation(c) == relObj {
			return int(r.at[c])
		}
	}
	return -1
}
