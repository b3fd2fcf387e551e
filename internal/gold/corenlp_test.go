package gold

import (
	"strings"
	"testing"
)

// The offsets count code points: "é" and "’" are one each.
const (
	refused    = "René’s aide refused. Why?"
	refusedTSV = "1\tRené\tRené\tNNP\tPERSON\t3\tnmod:poss\t0\t4\t1B\n" +
		"2\t's\t's\tPOS\tO\t1\tcase\t4\t6\t1I\n" +
		"3\taide\taide\tNN\tO\t4\tnsubj\t7\t11\t_\n" +
		"4\trefused\trefuse\tVBD\tO\t0\troot\t12\t19\t_\n" +
		"5\t.\t.\t.\tO\t4\tpunct\t19\t20\t_\n" +
		"\n" +
		"1\tWhy\twhy\tWRB\tO\t0\troot\t21\t24\t_\n" +
		"2\t?\t?\t.\tO\t1\tpunct\t24\t25\t_\n"
)

func TestParseCoreNLP(t *testing.T) {
	sentences, err := ParseCoreNLP("a.tsv", refusedTSV, refused)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, s := range sentences {
		for _, token := range s {
			words = append(words, token.Span.In(refused))
		}
		words = append(words, "/")
	}
	if got, want := strings.Join(words, " "), "René ’s aide refused . / Why ? /"; got != want {
		t.Errorf("tokens %s, want %s", got, want)
	}
	want := SilverToken{Span: sentences[0][3].Span, Word: "refused", Lemma: "refuse", Tag: "VBD", Class: "O", Head: 0, Rel: "root", Coref: "_"}
	if got := sentences[0][3]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := sentences[0][0]; got.Class != "PERSON" || got.Head != 3 || got.Coref != "1B" {
		t.Errorf("got %+v", got)
	}
}

func TestCoreNLPLeavesOutWhatWasNotParsed(t *testing.T) {
	articles := []Article{{Name: "a", Text: refused}, {Name: "b", Text: refused}}
	parsed, err := CoreNLP(corpus("dev/b.tsv", refusedTSV), "dev", articles)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := parsed["a"]; ok || len(parsed["b"]) != 2 {
		t.Errorf("parsed %v", parsed)
	}
}

func TestParseCoreNLPRefuses(t *testing.T) {
	row := "1\tWhy\twhy\tWRB\tO\t0\troot\t21\t24\t_"
	for _, c := range []struct{ name, tsv, want string }{
		{"columns", "1\tWhy\n", "a.tsv:1: 2 columns, want 10"},
		{"index", strings.Replace(row, "1", "2", 1), "a.tsv:1: token 2 where 1 was due"},
		{"no number", strings.Replace(row, "21", "x", 1), `a.tsv:1: "x" is no number`},
		{"offsets", strings.Replace(row, "24", "99", 1), "a.tsv:1: range 21 99"},
		{"head", "\n" + strings.Replace(row, "0", "2", 1), "a.tsv:2: token 1 of a sentence of 1 has head 2"},
		{"own head", strings.Replace(row, "0", "1", 1), "a.tsv:1: token 1 of a sentence of 1 has head 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseCoreNLP("a.tsv", c.tsv, refused)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want an error that begins %q", err, c.want)
			}
		})
	}
}
