package frame

import "hearsay"

// Mention is a place where an actor is mentioned.
type Mention struct {
	First, End int // half-open range of tokens
	Head       int // the token the others hang on
	Actor      int
}

// ActorsAt returns for each token of a document the actor that it mentions, or
// that the name it is part of mentions; -1 for none.
//
//	Prime Minister Matis Korrel of Tessara told …
//	  0       0      0     0          1
func ActorsAt(doc *hearsay.Document, mentions []Mention) []int32 {
	at := make([]int32, len(doc.Tokens))
	for i := range at {
		at[i] = -1
	}
	for _, m := range mentions {
		at[m.Head] = int32(m.Actor)
	}
	for _, m := range mentions {
		if !isName(doc.Tokens[m.Head].Tag) {
			continue
		}
		for i := m.Head - 1; i >= m.First && isName(doc.Tokens[i].Tag) && at[i] < 0; i-- {
			at[i] = int32(m.Actor)
		}
		for i := m.Head + 1; i < m.End && isName(doc.Tokens[i].Tag) && at[i] < 0; i++ {
			at[i] = int32(m.Actor)
		}
	}
	return at
}

func isName(t hearsay.Tag) bool { return classes[t] == hearsay.NameTerm }
