package tree_test

import (
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// league is "The League had agreed to free 30 captives ." by hand.
func league() tree.Tree {
	text := "The League had agreed to free 30 captives ."
	rows := []struct {
		tag, relation string
		head          int
	}{
		{"DT", "det", 1}, {"NNP", "nsubj", 3}, {"VBD", "aux", 3}, {"VBN", "root", -1}, {"TO", "mark", 5},
		{"VB", "xcomp", 3}, {"CD", "nummod", 7}, {"NNS", "obj", 5}, {".", "punct", 3},
	}
	doc := &hearsay.Document{Text: text}
	for i, start := 0, 0; i < len(rows); i++ {
		end := start
		for end < len(text) && text[end] != ' ' {
			end++
		}
		head := rows[i].head
		if head < 0 {
			head = hearsay.NoHead
		}
		doc.Tokens = append(doc.Tokens, hearsay.Token{
			Span: hearsay.Span{Start: start, End: end}, Tag: tree.TagOf(rows[i].tag), Relation: tree.RelationOf(rows[i].relation), Head: head,
		})
		start = end + 1
	}
	doc.Sentences = []hearsay.Sentence{{First: 0, End: len(rows)}}
	return tree.Grow(doc, lexicon.New().Look(doc, nil))
}

func TestTree(t *testing.T) {
	l := league()
	if got := l.Below(7); got != tree.Between(6, 8) {
		t.Errorf("below captives: %v", got)
	}
	if got := l.Below(3); got != tree.Between(0, 9) {
		t.Errorf("below agreed: %v", got)
	}
	if got := l.Child(3, tree.RelationsOf("nsubj")); got != 1 {
		t.Errorf("the subject of agreed is %d", got)
	}
	if got := l.Child(7, tree.RelationsOf("nsubj obj")); got != -1 {
		t.Errorf("captives has the child %d", got)
	}
	if !l.Dominates(3, 6) || l.Dominates(6, 3) || l.Dominates(3, 3) {
		t.Error("agreed stands above 30, and not the other way round")
	}
	if got := l.ExtentOf(hearsay.Span{Start: 5, End: 13}); got != tree.Between(1, 3) {
		t.Errorf("“eague ha” touches %v", got)
	}
	if got := l.SentenceOf(8); got != tree.Between(0, 9) {
		t.Errorf("the sentence is %v", got)
	}
	if got := l.Span(tree.Between(7, 9)); got == nil || got.In(l.Doc.Text) != "captives" {
		t.Errorf("without the mark: %v", got)
	}
	if got := l.Span(tree.Between(8, 9)); got != nil {
		t.Errorf("a mark alone: %v", got)
	}
	if l.Tag(99) != 0 || l.Relation(-1) != 0 || l.Up(9) != -1 || l.Up(3) != -1 {
		t.Error("what stands nowhere has a tag, a relation or a head")
	}
	if l.Low(-1) != "" || l.Lemma(99) != "" || l.Low(0) != "the" || l.Lemma(7) != "captives" {
		t.Error("forms")
	}
}

func TestUnknownNamesPanic(t *testing.T) {
	for name, make := range map[string]func(){
		"tag": func() { tree.TagsOf("NN XYZ") }, "relation": func() { tree.RelationsOf("obj xyz") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("an unknown %s is taken", name)
				}
			}()
			make()
		}()
	}
}
