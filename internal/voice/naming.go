package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

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
	for first := words.First; first < words.End; {
		end := t.partEnd(first, words.End)
		switch name, ok := t.nameOfPart(tree.Between(first, end)); {
		case ok && name.Kind == hearsay.PersonName:
			return t.identifyName(name), true
		case ok && first == words.First && name.End == end:
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
	for i := part.First; i < part.End; i++ {
		if name, ok := t.nameAt(i); ok {
			last := min(name.End, part.End)
			if last < part.End && (t.Tag(last) == possessive || nouns[t.Tag(last)]) {
				i = last
				continue // "Havlin's office", "Corvane spokesman": another may follow
			}
			return name, true
		}
		if tag := t.Tag(i); verbs[tag] || tag == preposition || relatives[t.Low(i)] || t.Low(i) == "to" || t.Tag(i) == possessive {
			return hearsay.Name{}, false
		}
	}
	return hearsay.Name{}, false
}
