package gold

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// row writes a token line; the columns nobody reads are "_".
func row(id, form, lemma, xpos, head, rel, misc string) string {
	return strings.Join([]string{id, form, lemma, "X", xpos, "_", head, rel, "_", misc}, "\t") + "\n"
}

var harbour = "# newdoc id = harbour\n# newpar\n# sent_id = h1\n# text = \"They dont know,\" he said.\n" +
	row("1", `"`, `"`, "``", "4", "punct", "SpaceAfter=No") +
	row("2", "They", "they", "PRP", "5", "nsubj", "_") +
	row("3-4", "dont", "_", "_", "_", "_", "_") +
	row("3", "do", "do", "VBP", "5", "aux", "_") +
	row("4", "nt", "not", "RB", "5", "advmod", "SpaceAfter=No") +
	row("5", "know", "know", "VB", "8", "ccomp", "SpaceAfter=No") +
	row("5.1", "it", "it", "PRP", "_", "_", "_") +
	row("6-7", `,"`, "_", "_", "_", "_", "Gloss=x|SpaceAfter=No") +
	row("6", ",", ",", ",", "5", "punct", "_") +
	row("7", `"`, `"`, "''", "5", "punct", "_") +
	row("8", "he", "he", "PRP", "0", "root", "SpaceAfter=No") +
	row("9", ".", ".", ".", "8", "punct", "_") +
	"\n# sent_id = h2\n" + row("1", "Yes", "yes", "UH", "0", "root", "_") +
	"\n# newpar id = p2\n" + row("1", "No", "no", "UH", "0", "root", "_") +
	"\n# newdoc\n" + row("1", "End", "end", "NN", "0", "root", "_")

func TestParseCoNLLU(t *testing.T) {
	docs, err := ParseCoNLLU("h.conllu", harbour)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].ID != "harbour" || docs[1].ID != "h.conllu" || len(docs[0].Sentences) != 3 {
		t.Fatalf("documents %+v", docs)
	}
	s := docs[0].Sentences[0]
	if s.ID != "h1" || s.Text != `"They dont know," he said.` || len(s.Tokens) != 9 {
		t.Errorf("sentence %+v", s)
	}
	if got, want := fmt.Sprint(s.Multiwords), `[{2 4 dont} {5 7 ,"}]`; got != want {
		t.Errorf("ranges %s, want %s", got, want)
	}
	var spaced []string
	for _, token := range s.Tokens {
		if token.SpaceAfter {
			spaced = append(spaced, token.Form)
		}
	}
	if got, want := strings.Join(spaced, " "), `They nt .`; got != want {
		t.Errorf("space after %s, want after %s", got, want)
	}
	for i, want := range []bool{true, false, true} {
		if got := docs[0].Sentences[i].NewPar; got != want {
			t.Errorf("sentence %d begins a paragraph: %v", i, got)
		}
	}
	if got := s.Tokens[4]; got.Form != "know" || got.Lemma != "know" || got.XPOS != "VB" || got.UPOS != "X" || got.Head != 8 || got.Deprel != "ccomp" {
		t.Errorf("token 5 %+v", got)
	}
}

func TestParseCoNLLURefuses(t *testing.T) {
	yes := row("1", "Yes", "yes", "UH", "0", "root", "_")
	for _, c := range []struct{ name, conllu, want string }{
		{"columns", "1\tYes\n", "h.conllu:1: 2 columns, want 10"},
		{"order", yes + row("3", "No", "no", "UH", "1", "x", "_"), "h.conllu:2: token 3 where 2 was due"},
		{"no form", row("1", "", "yes", "UH", "0", "root", "_"), "h.conllu:1: a token without a form"},
		{"no number", row("x", "Yes", "yes", "UH", "0", "root", "_"), `h.conllu:1: "x" is no number`},
		{"head", row("1", "Yes", "yes", "UH", "2", "root", "_"), "h.conllu:2: token 1 of a sentence of 1 has head 2"},
		{"open range", row("1-2", "Yesno", "_", "_", "_", "_", "_") + yes, "h.conllu:3: the sentence ends inside a range"},
		{"late range", yes + row("1-2", "Yesno", "_", "_", "_", "_", "_"), "h.conllu:2: range 1-2 stands before token 2"},
		{"range in range", row("1-3", "a", "_", "_", "_", "_", "_") + row("1-2", "b", "_", "_", "_", "_", "_"), "h.conllu:2: range 1-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseCoNLLU("h.conllu", c.conllu)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want an error that begins %q", err, c.want)
			}
		})
	}
}

func TestCoNLLUReadsFilesInOrder(t *testing.T) {
	one := row("1", "Yes", "yes", "UH", "0", "root", "_")
	docs, err := CoNLLU(corpus("dev/b.conllu", one, "dev/a.conllu", one, "dev/LICENCE", ""), "dev")
	if err != nil || len(docs) != 2 || docs[0].ID != "a.conllu" {
		t.Errorf("documents %+v, %v", docs, err)
	}
}

func TestDocument(t *testing.T) {
	docs, err := ParseCoNLLU("h.conllu", harbour)
	if err != nil {
		t.Fatal(err)
	}
	doc := Document(docs[0].Sentences)
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	if want := "\"They dont know,\"he. Yes\n\nNo"; doc.Text != want {
		t.Errorf("text %q, want %q", doc.Text, want)
	}
	if len(doc.Paragraphs) != 2 || len(doc.Sentences) != 3 || doc.Words(3) != "nt" {
		t.Errorf("document %+v", doc)
	}
}

func TestDocumentHoldsItsInvariants(t *testing.T) {
	token := rapid.Custom(func(t *rapid.T) UDToken {
		return UDToken{Form: rapid.StringMatching(`[\pL\pP]{1,5}`).Draw(t, "form"), SpaceAfter: rapid.Bool().Draw(t, "space")}
	})
	sentence := rapid.Custom(func(t *rapid.T) UDSentence {
		return UDSentence{NewPar: rapid.Bool().Draw(t, "paragraph"), Tokens: rapid.SliceOfN(token, 1, 6).Draw(t, "tokens")}
	})
	rapid.Check(t, func(t *rapid.T) {
		sentences := rapid.SliceOf(sentence).Draw(t, "sentences")
		doc := Document(sentences)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		next := 0
		for _, s := range sentences {
			for _, token := range s.Tokens {
				if got := doc.Words(next); got != token.Form {
					t.Fatalf("token %d is %q, want %q", next, got, token.Form)
				}
				next++
			}
		}
		if report := (hearsay.Report{Text: doc.Text}); report.Check() != nil {
			t.Fatal(report.Check())
		}
	})
}
