package gold

import (
	"testing"

	"hearsay"
)

func FuzzParseBrat(f *testing.F) {
	f.Add(rainedBy, rained)
	f.Add("T1\tCue 0 1;2 3\ta b\nx\nE1\tAttribution:T1 Cue:T1 Content2:T1\n", "a b")
	f.Add("#1\tNote T1\nT1\tCue 0 2\té\n’\n", "é’")
	f.Fuzz(func(t *testing.T, ann, text string) {
		found, err := ParseBrat("f.ann", ann, text)
		if err != nil {
			return
		}
		for _, a := range found {
			checkPieces(t, a.Source, text, 0)
			checkPieces(t, a.Cue, text, 1)
			checkPieces(t, a.Content, text, 1)
		}
	})
}

// checkPieces checks what Attribution promises of a role.
func checkPieces(t *testing.T, pieces []hearsay.Span, text string, least int) {
	t.Helper()
	if len(pieces) < least {
		t.Fatalf("%d pieces, want at least %d", len(pieces), least)
	}
	for i, p := range pieces {
		if err := p.Check(len(text)); err != nil {
			t.Fatal(err)
		}
		if i > 0 && (p.Start <= pieces[i-1].End || isSpace(text[pieces[i-1].End:p.Start])) {
			t.Fatalf("pieces %v of %q touch", pieces, text)
		}
	}
}

func FuzzParseCoreNLP(f *testing.F) {
	f.Add(refusedTSV, refused)
	f.Add("1\ta\ta\tNN\tO\t0\troot\t0\t1\t_\r\n\n\n", "a")
	f.Fuzz(func(t *testing.T, tsv, text string) {
		sentences, err := ParseCoreNLP("f.tsv", tsv, text)
		if err != nil {
			return
		}
		for _, s := range sentences {
			if len(s) == 0 {
				t.Fatal("a sentence without tokens")
			}
			for _, token := range s {
				if err := token.Span.Check(len(text)); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

func FuzzParseCoNLLU(f *testing.F) {
	f.Add(harbour)
	f.Add("# text = a\n1-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tNN\t_\t0\troot\t_\tSpaceAfter=No\n")
	f.Fuzz(func(t *testing.T, conllu string) {
		docs, err := ParseCoNLLU("f.conllu", conllu)
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				checkSentence(t, s)
			}
		}
	})
}

func checkSentence(t *testing.T, s UDSentence) {
	t.Helper()
	if len(s.Tokens) == 0 {
		t.Fatal("a sentence without tokens")
	}
	end := 0
	for _, m := range s.Multiwords {
		if m.First < end || m.End <= m.First || m.End > len(s.Tokens) {
			t.Fatalf("range %+v after %d in a sentence of %d", m, end, len(s.Tokens))
		}
		end = m.End
	}
}

func FuzzParseActs(f *testing.F) {
	f.Add("# article\tcue\tcontent\tkind\tstance\ndev/quay\t4\t10\tdemand|appeal\tactual\r\n")
	f.Add("dev/quay\t-1\t99999\tfigure\tdenied")
	f.Fuzz(func(t *testing.T, tsv string) {
		labels, err := ParseActs("f.tsv", tsv)
		if err != nil {
			return
		}
		for _, l := range labels {
			if len(l.Acts) == 0 || len(l.Stances) == 0 {
				t.Fatalf("label %+v has no kind or no stance", l)
			}
			word := []hearsay.Span{{Start: 0, End: 1}}
			l.Find(Article{Text: rained, Annotators: []Annotator{{Attributions: []Attribution{{Cue: word, Content: word}}}}}) // wherever it points
		}
	})
}
