package voice

import "hearsay"

// identifyNames tells how a source identifies that begins or ends a part of its
// words with a name. It looks at the words alone: trees often go wrong where a
// title or an apposition stands.
//
//	Work and Arbitration Minister [Rufus Tennant]      yes
//	its spokesman, [Anton Reske], who …                yes
//	a spokesman for [Drenn Radio]                      no: a preposition before it
//	Governor [Vera Havlin]'s office                    no: something of hers
func (t *tracer) identifyNames(words extent) (verdict, bool) {
	var organisation *hearsay.Name
	for first := words.first; first < words.end; {
		end := t.partEnd(first, words.end)
		switch name, ok := t.nameOfPart(extent{first, end}); {
		case ok && name.Kind == hearsay.PersonName:
			return t.identifyName(name), true
		case ok && first == words.first && name.End == end:
			organisation = &name
		}
		first = end + 1
	}
	if organisation != nil && !t.own.are(t, words) {
		return t.identifyName(*organisation), true
	}
	return verdict{}, false
}

// nameOfPart returns the first name of a part of a source, unless something
// before it or after it makes it another's.
func (t *tracer) nameOfPart(part extent) (hearsay.Name, bool) {
	for i := part.first; i < part.end; i++ {
		if name, ok := t.nameAt(i); ok {
			last := min(name.End, part.end)
			if last < part.end && (t.tag(last) == possessive || nouns[t.tag(last)]) {
				i = last
				continue // "Havlin's office", "Corvane spokesman": another may follow
			}
			return name, true
		}
		if tag := t.tag(i); verbs[tag] || tag == preposition || relatives[t.low(i)] || t.low(i) == "to" || t.tag(i) == possessive {
			return hearsay.Name{}, false
		}
	}
	return hearsay.Name{}, false
}
