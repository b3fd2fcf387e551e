package attribute

import (
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// parsedDocument is what most of these tests look at. Its first sentence hangs
// together so:
//
//	said ─┬─ aide ─┬─ An
//	      │        └─ city ─── of, the
//	      ├─ then
//	      └─ ended ─── talks, had
const parsedDocument = `An/DT/det/2 aide/NN/nsubj/6 of/IN/case/5 the/DT/det/5 city/NN/nmod/2 said/VBD/root/0 then/RB/advmod/6 talks/NNS/nsubj/10 had/VBD/aux/10 ended/VBN/ccomp/6 ././punct/6
She/PRP/nsubj/2 left/VBD/root/0`

// token returns the token of a word that stands once.
func (s *sight) token(word string) int32 { return int32(at(s.doc, word).first) }

func (s *sight) constituentText(top int32) string {
	b := s.branches[top]
	return text(s.doc, extent{int(b.first), int(b.end)})
}

func TestConstituents(t *testing.T) {
	s := seen(document(parsedDocument))
	for word, want := range map[string]string{
		"An": "An", "aide": "An aide of the city", "of": "of", "city": "of the city",
		"said": "An aide of the city said then talks had ended .", "ended": "talks had ended",
		"talks": "talks", "left": "She left",
	} {
		if got := s.constituentText(s.token(word)); got != want {
			t.Errorf("%s heads %q, want %q", word, got, want)
		}
	}
}

// TestBeginsAtEndsAt finds the largest constituent that begins or ends with a
// word and does not hold the cue, "said" or another.
func TestBeginsAtEndsAt(t *testing.T) {
	s := seen(document(parsedDocument))
	for _, c := range []struct{ word, cue, begins, ends string }{
		{"An", "said", "An aide of the city", "An"},
		{"aide", "said", "An aide of the city", "An aide of the city"}, // a head counts with all of its own
		{"of", "said", "of the city", "of"},
		{"city", "said", "of the city", "An aide of the city"},
		{"the", "said", "the", "the"},
		{"talks", "said", "talks had ended", "talks"},
		{"ended", "said", "talks had ended", "talks had ended"},
		{"An", "city", "An", "An"}, // what holds the cue is no place for a content
		{"talks", "city", "talks had ended", "talks"},
		{"She", "said", "She left", "She"}, // from the next sentence nothing holds the cue
	} {
		begins := s.constituentText(s.beginsAt(s.token(c.word), s.token(c.cue)))
		ends := s.constituentText(s.endsAt(s.token(c.word), s.token(c.cue)))
		if begins != c.begins || ends != c.ends {
			t.Errorf("%s, cue %s: begins %q and ends %q, want %q and %q", c.word, c.cue, begins, ends, c.begins, c.ends)
		}
	}
}

// TestAttachment holds where a constituent hangs with regard to the cue to be
// told by one number for each kind of place.
func TestAttachment(t *testing.T) {
	s := seen(document(parsedDocument))
	numbers := make(map[string]uint32)
	for _, c := range []struct{ word, cue, where string }{
		{"aide", "said", "on the cue"},
		{"ended", "said", "on the cue"},
		{"talks", "ended", "on the cue"},
		{"city", "said", "on what hangs on the cue"},
		{"talks", "said", "on what hangs on the cue"},
		{"aide", "ended", "beside the cue"},
		{"ended", "aide", "beside the cue"},
		{"ended", "city", "beside what the cue hangs on"},
		{"then", "talks", "beside what the cue hangs on"},
		{"the", "said", "elsewhere"},
		{"She", "said", "elsewhere"},
		{"said", "ended", "on the root"},
		{"left", "said", "on the root"},
	} {
		got := s.attachment(s.token(c.word), s.token(c.cue))
		if want, known := numbers[c.where]; known && got != want {
			t.Errorf("%s, cue %s: %d, want %d as others %s", c.word, c.cue, got, want, c.where)
		}
		numbers[c.where] = got
	}
	taken := make(map[uint32]string)
	for where, n := range numbers {
		if other, twice := taken[n]; twice {
			t.Errorf("%q and %q are both %d", where, other, n)
		}
		taken[n] = where
	}
}

// TestPath holds paths to be the same where the relations on the way are, their
// directions included, and nowhere else.
func TestPath(t *testing.T) {
	s := seen(document(parsedDocument + `
Vos/NNP/nsubj/2 warned/VBD/root/0 they/PRP/nsubj/4 voted/VBD/ccomp/2`))
	known := make(map[uint32]string)
	for _, c := range []struct {
		cue, word, way string
		length         int // steps down
	}{
		{"said", "said", "", 0},
		{"ended", "ended", "", 0},
		{"said", "aide", "down nsubj", 1},
		{"warned", "Vos", "down nsubj", 1},
		{"ended", "talks", "down nsubj", 1},
		{"said", "ended", "down ccomp", 1},
		{"warned", "voted", "down ccomp", 1},
		{"said", "talks", "down ccomp nsubj", 2},
		{"warned", "they", "down ccomp nsubj", 2},
		{"said", "the", "down nsubj nmod det", 3},
		{"aide", "said", "up nsubj", 0},
		{"Vos", "warned", "up nsubj", 0},
		{"ended", "aide", "up ccomp, down nsubj", 1},
		{"voted", "Vos", "up ccomp, down nsubj", 1},
		{"said", "left", "no way", 7},
		{"ended", "She", "no way", 7},
	} {
		whole, _, length := s.path(s.token(c.cue), s.token(c.word))
		if length != c.length {
			t.Errorf("from %s to %s: %d steps down, want %d", c.cue, c.word, length, c.length)
		}
		if other, taken := known[whole]; taken && other != c.way {
			t.Errorf("from %s to %s: %q is like %q", c.cue, c.word, c.way, other)
		}
		known[whole] = c.way
	}
	if ways := []string{"", "down nsubj", "down ccomp", "down ccomp nsubj", "down nsubj nmod det", "up nsubj", "up ccomp, down nsubj", "no way"}; len(known) != len(ways) {
		t.Errorf("%d different paths, want %d", len(known), len(ways))
	}
}

// TestFirstStep holds all that hangs below one dependent of the cue to share its
// first step, and dependents of another relation to have another.
func TestFirstStep(t *testing.T) {
	s := seen(document(parsedDocument))
	step := func(word string) uint32 {
		_, first, _ := s.path(s.token("said"), s.token(word))
		return first
	}
	for _, group := range [][]string{{"aide", "An", "city", "of", "the"}, {"ended", "talks", "had"}} {
		for _, word := range group {
			if step(word) != step(group[0]) {
				t.Errorf("%s and %s hang on said by different first steps", group[0], word)
			}
		}
	}
	if step("aide") == step("ended") || step("ended") == step("then") {
		t.Error("different relations are one first step")
	}
}

// TestGrowTrees compares the constituents of any trees with what a search by
// definition finds: from the first token that hangs below a head to the last.
func TestGrowTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t)
		s := seen(doc)
		for top := range doc.Tokens {
			first, end := top, top+1
			for i := range doc.Tokens {
				if hangsBelow(doc, i, top) {
					first, end = min(first, i), max(end, i+1)
				}
			}
			if b := s.branches[top]; int(b.first) != first || int(b.end) != end {
				t.Fatalf("token %d heads [%d,%d), want [%d,%d)", top, b.first, b.end, first, end)
			}
		}
	})
}

// TestTreesEnd holds all that climbs a tree to come to an end, for any pair of
// tokens of any document, a document without trees included.
func TestTreesEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t)
		if rapid.Bool().Draw(t, "unparsed") {
			for i := range doc.Tokens {
				doc.Tokens[i].Head, doc.Tokens[i].Relation = 0, 0
			}
		}
		s := seen(doc)
		for i := range int32(len(doc.Tokens)) {
			for cue := range int32(len(doc.Tokens)) {
				begins, ends := s.beginsAt(i, cue), s.endsAt(i, cue)
				s.attachment(begins, cue)
				s.attachment(ends, cue)
				s.path(cue, i)
			}
		}
	})
}

func hangsBelow(doc *hearsay.Document, i, top int) bool {
	for ; i != hearsay.NoHead; i = doc.Tokens[i].Head {
		if i == top {
			return true
		}
	}
	return false
}

// drawDocument draws a document of a few sentences with any tags, quotations
// and trees, arcs that cross included.
func drawDocument(t *rapid.T) *hearsay.Document {
	notation := ""
	for range rapid.IntRange(1, 4).Draw(t, "sentences") {
		for range rapid.IntRange(1, 9).Draw(t, "tokens") {
			notation += rapid.SampledFrom([]string{"said", "aide", "that", ",", "30", "’s"}).Draw(t, "form") + " "
		}
		notation += rapid.SampledFrom([]string{"\n", "\n\n"}).Draw(t, "break")
	}
	doc := document(notation)
	for i := range doc.Tokens {
		token := &doc.Tokens[i]
		token.Tag = hearsay.Tag(rapid.IntRange(0, hearsay.TagCount-1).Draw(t, "tag"))
		token.Relation = hearsay.Relation(rapid.IntRange(1, hearsay.RelationCount-1).Draw(t, "relation"))
		token.Quote = hearsay.Quotation{
			Depth: uint8(rapid.IntRange(0, 2).Draw(t, "depth")), Opens: rapid.Bool().Draw(t, "opens"), Closes: rapid.Bool().Draw(t, "closes"),
		}
	}
	for _, s := range doc.Sentences {
		drawTree(t, doc, s)
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	return doc
}

// drawTree hangs the tokens of a sentence, in any order, each on one hung before.
func drawTree(t *rapid.T, doc *hearsay.Document, s hearsay.Sentence) {
	order := make([]int, s.End-s.First)
	for k := range order {
		order[k] = s.First + k
	}
	order = rapid.Permutation(order).Draw(t, "order")
	doc.Tokens[order[0]].Head = hearsay.NoHead
	for k, i := range order[1:] {
		doc.Tokens[i].Head = order[rapid.IntRange(0, k).Draw(t, "head")]
	}
}
