package voice

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/tree"
)

// vocabulary is what the random documents are made of.
var vocabulary = strings.Fields(`
	Radio/NNP Drenn/NNP Mara/NNP Holt/NNP League/NNP Post/NNP Tuesday/NNP Velmark/NNP the/DT an/DT one/CD two/CD official/NN
	officials/NNS/official spokesman/NN memo/NN station/NN accounts/NNS/account person/NN people/NNS/person reporters/NNS/reporter
	said/VBD/say told/VBD/tell citing/VBG/cite quoted/VBN/quote cited/VBD/cite reported/VBN/report declined/VBD/decline gave/VBD/give
	attributed/VBN/attribute asked/VBD/ask named/VBN/name known/VBN/know learned/VBN/learn agreed/VBN/agree was/VBD/be had/VBD/have
	did/VBD/do would/MD not/RB no/DT to/TO by/IN in/IN with/IN of/IN as/IN because/IN that/IN through/IN he/PRP they/PRP it/PRP we/PRP
	who/WP which/WDT its/PRP$ 's/POS comment/VB saying/VBG/say anonymity/NN condition/NN interview/NN close/JJ reply/VB ,/, ./. “/` + "``" + ` ”/''`)

var anyRelation = strings.Fields(`nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss appos flat compound acl acl:relcl advcl case det
	nummod amod advmod aux aux:pass xcomp ccomp conj punct mark cop dep`)

// drawDocument draws a document of words and trees without sense.
func drawDocument(t *rapid.T) *hearsay.Document {
	var b strings.Builder
	for s := range rapid.IntRange(1, 4).Draw(t, "sentences") {
		if s > 0 {
			b.WriteString(rapid.SampledFrom([]string{"\n", "\n\n"}).Draw(t, "break"))
		}
		n := rapid.IntRange(1, 14).Draw(t, "tokens")
		root := rapid.IntRange(0, n-1).Draw(t, "root")
		for i := range n {
			parts := strings.Split(rapid.SampledFrom(vocabulary).Draw(t, "word"), "/")
			relation, head := "root", 0
			if i != root {
				relation = rapid.SampledFrom(anyRelation).Draw(t, "relation")
				head = drawHead(t, i, root, n) + 1
			}
			lemma := strings.ToLower(parts[0])
			if len(parts) > 2 {
				lemma = parts[2]
			}
			fmt.Fprintf(&b, "%s/%s/%s/%d/%s ", parts[0], parts[1], relation, head, lemma)
		}
	}
	doc, err := document(b.String())
	if err != nil {
		t.Fatal(err)
	}
	drawNames(t, doc)
	return doc
}

// drawHead draws a head that lies nearer to the root, so that there is no circle.
func drawHead(t *rapid.T, i, root, n int) int {
	if i < root {
		return rapid.IntRange(i+1, root).Draw(t, "head")
	}
	return rapid.IntRange(root, i-1).Draw(t, "head")
}

func drawNames(t *rapid.T, doc *hearsay.Document) {
	for i := range doc.Tokens {
		if properNouns[doc.Tokens[i].Tag] && rapid.Bool().Draw(t, "name") {
			doc.Names = append(doc.Names, hearsay.Name{First: i, End: i + 1, Kind: rapid.SampledFrom(hearsay.NameKinds).Draw(t, "kind")})
		}
	}
}

// drawFound draws attributions, each of which may stand within an earlier one.
func drawFound(t *rapid.T, doc *hearsay.Document) []hearsay.Attribution {
	var all []hearsay.Attribution
	for i := range rapid.IntRange(0, 5).Draw(t, "attributions") {
		a := hearsay.Attribution{ID: i, Content: []hearsay.Span{*drawSpan(t, doc)}, Manner: hearsay.Indirect, Confidence: rapid.IntRange(0, 1000).Draw(t, "confidence")}
		if rapid.Bool().Draw(t, "has source") {
			a.Source = drawSpan(t, doc)
		}
		if rapid.Bool().Draw(t, "has cue") {
			a.Cue = drawSpan(t, doc)
		}
		if i > 0 && rapid.Bool().Draw(t, "nested") {
			outer := rapid.IntRange(0, i-1).Draw(t, "within")
			a.Within = &outer
		}
		all = append(all, a)
	}
	return all
}

// drawSpan draws some words of one sentence.
func drawSpan(t *rapid.T, doc *hearsay.Document) *hearsay.Span {
	s := rapid.SampledFrom(doc.Sentences).Draw(t, "sentence")
	first := rapid.IntRange(s.First, s.End-1).Draw(t, "first")
	span := doc.TokensSpan(first, rapid.IntRange(first+1, min(s.End, first+5)).Draw(t, "end"))
	return &span
}

// drawCast draws actors, and for words, one of them or nobody.
func drawCast(t *rapid.T) Cast {
	c := Cast{
		Actors: []hearsay.Actor{{ID: 0, Name: "Mara Holt", Kind: hearsay.Person}, {ID: 1, Name: "Radio Drenn", Kind: hearsay.Outlet}, {ID: 2, Name: "an official", Kind: hearsay.Person}},
		Named:  []bool{true, true, false},
	}
	turn := rapid.IntRange(0, 6).Draw(t, "cast")
	c.At = func(words hearsay.Span) (Referent, bool) {
		n := (words.Start + turn) % 6
		return Referent{Actor: n%4 - 1, As: words, Anonymous: n == 5}, n != 4
	}
	return c
}

// properties: see holds. Besides, who is kept unnamed is linked to nobody who has
// a name, whoever the words mean; what was found is never lost but to a citation
// or as the outlet's own; and the same gives the same.
func properties(t *rapid.T) {
	doc := drawDocument(t)
	found, cast := drawFound(t, doc), drawCast(t)
	outlet := Outlet{Name: "The Velmark Post"}
	r := Trace(doc, wordsFor(doc), weekdays(doc), outlet, found, cast)
	holds(t, doc, r, cast.Actors)
	for i, a := range r.Attributions {
		for k, v := range a.Chain {
			if v.Identity == hearsay.Anonymous && v.Actor != nil && cast.Named[*v.Actor] {
				t.Errorf("attribution %d, hop %d: %q is anonymous and linked to %s", i, k, in(doc, v.As), cast.Actors[*v.Actor].Name)
			}
			if v.Anonymity != nil && v.Identity != hearsay.Anonymous {
				t.Errorf("attribution %d, hop %d: identity %s, anonymity %v", i, k, v.Identity, v.Anonymity)
			}
		}
		if from := r.From[i]; from >= 0 && found[from].Source != nil && !reflect.DeepEqual(a.Source, found[from].Source) {
			t.Errorf("attribution %d has another source than was found", i)
		}
	}
	if again := Trace(doc, wordsFor(doc), weekdays(doc), outlet, found, cast); !reflect.DeepEqual(again, r) {
		t.Errorf("read again it is something else")
	}
}

func TestProperties(t *testing.T) { rapid.Check(t, properties) }

func FuzzTrace(f *testing.F) {
	f.Add([]byte("citing an aide it did not name"))
	f.Add([]byte{})
	f.Fuzz(rapid.MakeFuzz(properties))
}

// TestAnonymousStaysSo: whoever resolves "the official" to a minister, the words
// that keep it unnamed win.
func TestAnonymousStaysSo(t *testing.T) {
	for _, c := range []struct {
		phrase string
		want   hearsay.Identity
	}{
		{"an *official", hearsay.Anonymous},
		{"a senior *source", hearsay.Anonymous},
		{"two *officials", hearsay.Anonymous},
		{"a *person close to the mayor", hearsay.Anonymous},
		{"an unnamed *minister", hearsay.Anonymous},
		{"a *spokesman , who spoke on condition of anonymity", hearsay.Anonymous},
		{"the *spokesman", hearsay.NamedPerson},
		{"the *mayor", hearsay.NamedPerson},
	} {
		tr, head := phraseTracer(c.phrase)
		tr.cast = Cast{
			Actors: []hearsay.Actor{{Name: "Mara Holt", Kind: hearsay.Person}}, Named: []bool{true},
			At: func(words hearsay.Span) (Referent, bool) { return Referent{As: words}, true },
		}
		words := tree.Between(0, len(tr.Doc.Tokens))
		v := tr.identify(words, head, -1)
		hop := tr.voice(words, v.identity)
		if v.identity != c.want || (hop.Actor != nil) != (c.want == hearsay.NamedPerson) {
			t.Errorf("%q: %s (%s), actor %v; want %s", c.phrase, v.identity, v.why, hop.Actor, c.want)
		}
	}
}

// TestOwnNames tells which words mean the outlet itself.
func TestOwnNames(t *testing.T) {
	own := []string{"The Lind Ledger", "Pallas News Agency", "EBN", "Tarn State Television"}
	for _, c := range []struct {
		phrase string
		want   bool
	}{
		{"the *Ledger", true}, {"the Lind *Ledger", true}, {"*Pallas", true}, {"*EBN", true}, {"*TST", true}, {"this *newspaper", true}, {"our *reporter", true},
		{"*Lind", false}, {"the Lind *Bank", false}, {"the *newspaper", false}, {"this *minister", false}, {"Radio *Drenn", false}, {"the *News", false}, {"*slips shown to the Ledger", false},
	} {
		tr, head := phraseTracer(c.phrase)
		tr.own = ownNamesOf(own...)
		if got := tr.own.are(tr, tr.phraseOf(head)); got != c.want {
			t.Errorf("%q: %v, want %v", c.phrase, got, c.want)
		}
	}
}

// A report that calls its outlet by the initials means by the country in the
// outlet's name the country.
func TestOwnNamesByInitials(t *testing.T) {
	for phrase, want := range map[string]bool{
		"*Brenn told BPA": false, "*BPA and Brenn": true, "the Brenn Press *Agency , or BPA": true,
		"*Brenn told MPA": true,
	} {
		tr, head := phraseTracer(phrase)
		tr.own = ownNamesOf("Brenn Press Agency")
		tr.own.lookFor(tr.Words)
		if got := tr.own.are(tr, tree.Between(tr.phraseOf(head).First, head+1)); got != want {
			t.Errorf("%q: %v, want %v", phrase, got, want)
		}
	}
}

// TestDates takes days from the time expressions that begin with a word, and no
// durations.
func TestDates(t *testing.T) {
	tr, _ := phraseTracer("on March 9 for two days on *Tuesday")
	moment := func(words string, kind hearsay.MomentType, value string) hearsay.Moment {
		return hearsay.Moment{Span: find(tr.Doc.Text, words, 0), Type: kind, Value: value}
	}
	tr.moments = []hearsay.Moment{
		moment("March 9", hearsay.Date, "2031-03-09"), moment("two days", hearsay.Duration, "P2D"), moment("Tuesday", hearsay.Time, "2031-04-15TEV"),
	}
	var got []string
	for i := range tr.Doc.Tokens {
		got = append(got, tr.dateAt(i))
	}
	if want := ",2031-03-09,,,,,,2031-04-15TEV"; strings.Join(got, ",") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
