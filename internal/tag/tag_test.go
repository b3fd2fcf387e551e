package tag

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// lessons are the sentences the tests learn from: form/TAG/lemma, a lemma left
// out being the form in lower case.
var lessons = []string{
	"The/DT envoys/NNS/envoy said/VBD/say the/DT talks/NNS/talk had/VBD/have ended/VBN/end ./.",
	"She/PRP says/VBZ/say the/DT ministry/NN denies/VBZ/deny it/PRP ./.",
	"He/PRP talks/VBZ/talk to/IN reporters/NNS/reporter in/IN Drenn/NNP ./.",
	"An/DT aide/NN denied/VBD/deny the/DT claims/NNS/claim ./.",
	"The/DT League/NNP claims/VBZ/claim that/IN cities/NNS/city were/VBD/be hit/VBN/hit ./.",
	"It/PRP wants/VBZ/want to/TO talk/VB ./.",
	"Two/CD parties/NNS/party carried/VBD/carry the/DT bodies/NNS/body ./.",
	"They/PRP 're/VBP/be not/RB stopping/VBG/stop ,/, he/PRP added/VBD/add ./.",
	"Ardo/NNP planned/VBD/plan and/CC begged/VBD/beg ,/, Vost/NNP stopped/VBD/stop ./.",
	"“/`` We/PRP do/VBP n’t/RB/not know/VB ,/, ”/'' she/PRP said/VBD/say ./.",
	"The/DT worst/JJS/bad days/NNS/day are/VBP/be better/JJR/good ./.",
	"The/DT children/NNS/child went/VBD/go to/IN cities/NNS/city and/CC countries/NNS/country ./.",
	"He/PRP called/VBD/call ,/, waited/VBD/wait and/CC reported/VBD/report ./.",
}

// sentence reads one of the lessons.
func sentence(lesson string) Sentence {
	var s Sentence
	for token := range strings.FieldsSeq(lesson) {
		parts := strings.Split(token, "/")
		lemma := strings.ToLower(lexicon.Plain(parts[0]))
		if len(parts) > 2 {
			lemma = parts[2]
		}
		s.Add(parts[0], parts[1], lemma)
	}
	return s
}

func sentences(lessons ...string) []Sentence {
	var out []Sentence
	for _, l := range lessons {
		out = append(out, sentence(l))
	}
	return out
}

var settings = Settings{Bits: 15, Epochs: 15, Rate: 0.2, Decay: 1e-4, Seed: 1}

// document returns the untagged document of some sentences, words parted by
// spaces.
func document(list ...Sentence) *hearsay.Document {
	doc := &hearsay.Document{}
	var text strings.Builder
	for _, s := range list {
		first := len(doc.Tokens)
		for _, form := range s.Forms {
			start := text.Len()
			text.WriteString(form)
			doc.Tokens = append(doc.Tokens, hearsay.Token{Span: hearsay.Span{Start: start, End: text.Len()}})
			text.WriteByte(' ')
		}
		doc.Sentences = append(doc.Sentences, hearsay.Sentence{First: first, End: len(doc.Tokens)})
	}
	doc.Text = text.String()
	return doc
}

// tagged returns what a tagger makes of sentences: "form/TAG/lemma …".
func tagged(t *Tagger, list ...Sentence) string {
	doc := document(list...)
	t.Tag(doc, lexicon.New().Look(doc, nil))
	var out []string
	for i, token := range doc.Tokens {
		out = append(out, doc.Words(i)+"/"+token.Tag.String()+"/"+token.Lemma)
	}
	return strings.Join(out, " ")
}

// asTaught returns sentences as tagged shall give them.
func asTaught(list ...Sentence) string {
	var out []string
	for _, s := range list {
		for i, form := range s.Forms {
			out = append(out, form+"/"+s.Tags[i].String()+"/"+s.Lemmas[i])
		}
	}
	return strings.Join(out, " ")
}

func TestFitLearnsItsSentences(t *testing.T) {
	taught := sentences(lessons...)
	// Thrice, because a form seen once is not trusted with a lemma of its own.
	tagger := Fit(append(append(taught, taught...), taught...), settings)
	for _, s := range taught {
		if got, want := tagged(tagger, s), asTaught(s); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestFitGoesBeyond reads sentences that no lesson has: known words in new
// places, and unknown words.
func TestFitGoesBeyond(t *testing.T) {
	taught := sentences(lessons...)
	tagger := Fit(append(append(taught, taught...), taught...), settings)
	for _, want := range []string{
		"The/DT/the League/NNP/league denied/VBD/deny the/DT/the talks/NNS/talk ././.",
		"She/PRP/she talks/VBZ/talk to/IN/to envoys/NNS/envoy ././.",
		"The/DT/the parties/NNS/party wanted/VBD/want to/TO/to talk/VB/talk ././.",
	} {
		var s Sentence
		for token := range strings.FieldsSeq(want) {
			form, _, _ := strings.Cut(token, "/")
			s.Add(form, "XX", "")
		}
		if got := tagged(tagger, s); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestFitIsDeterministic(t *testing.T) {
	fit := func(seed uint64) []byte {
		s := settings
		s.Seed, s.Epochs = seed, 2
		return Fit(sentences(lessons...), s).Append(nil)
	}
	if !bytes.Equal(fit(1), fit(1)) {
		t.Error("one seed gave two taggers")
	}
	if bytes.Equal(fit(1), fit(2)) {
		t.Error("the seed changes nothing, so the order of the sentences is always the same")
	}
}

// TestSentencesAreIndependent holds a sentence to be tagged alike alone and
// among others, by weights that mean nothing and so look at everything.
func TestSentencesAreIndependent(t *testing.T) {
	tagger := Fit(nil, Settings{Bits: 12})
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range tagger.weights.W {
		tagger.weights.W[i] = linear.Weight(rng.IntN(1 << 7))
	}
	var alone []string
	for _, s := range sentences(lessons...) {
		alone = append(alone, tagged(tagger, s))
	}
	if got, want := tagged(tagger, sentences(lessons...)...), strings.Join(alone, " "); got != want {
		t.Errorf("together %s\nalone    %s", got, want)
	}
}

// TestCertainWordsCostNothing holds a word that training gave one tag and no
// other, and often, to have that tag without its features being looked at.
func TestCertainWordsCostNothing(t *testing.T) {
	taught := sentences("the/DT the/DT aide/NN the/DT")
	for len(taught)*3 < openLimits.form {
		taught = append(taught, taught[0])
	}
	tagger := Fit(taught, settings)
	certain, open := lexicon.New().Word("the"), lexicon.New().Word("aide")
	if set := tagger.openTags(certain); !isOne(set) {
		t.Fatalf("a word that was DT %d times may have tags %b", 3*len(taught), set)
	}
	if set := tagger.openTags(open); isOne(set) {
		t.Fatalf("a word that was NN %d times may have no tag but %b", len(taught), set)
	}
	ids := [featureCount]uint32{1, 2, 3}
	words := []*lexicon.Word{certain, open}
	if tag := tagger.choose(words, 0, 0, 0, 0, &ids); tag.String() != "DT" || ids != [featureCount]uint32{1, 2, 3} {
		t.Errorf("tag %s, features %v", tag, ids)
	}
	if tagger.choose(words, 1, 0, 0, 0, &ids); ids == [featureCount]uint32{1, 2, 3} {
		t.Error("a word of several tags was tagged without its features")
	}
}

// TestFeaturesFillTheirPlaces holds featureCount to be the number of features:
// with fewer, the last would be left over from the word before.
func TestFeaturesFillTheirPlaces(t *testing.T) {
	tagger := Fit(nil, Settings{Bits: 6})
	lex := lexicon.New()
	words := []*lexicon.Word{lex.Word("The"), lex.Word("envoy"), lex.Word("left")}
	var a, b [featureCount]uint32
	for i := range b {
		b[i] = ^uint32(0)
	}
	features(tagger, words, 1, 2, 3, 4, &a)
	features(tagger, words, 1, 2, 3, 4, &b)
	if a != b {
		t.Errorf("%v\n%v", a, b)
	}
}

func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		words string
		want  uint32
	}{
		{"The envoy left", 1}, {"League Frees Captives After Talks", 4}, {"no capital here", 5}, {"12 %", 5}, {"", 5}, {"RNS says", 2},
	} {
		lex := lexicon.New()
		var words []*lexicon.Word
		for form := range strings.FieldsSeq(c.words) {
			words = append(words, lex.Word(form))
		}
		if got := capitals(words); got != c.want {
			t.Errorf("%q: %d quarters, want %d", c.words, got, c.want)
		}
	}
}

func TestUnknownTagIsXX(t *testing.T) {
	var s Sentence
	s.Add("word", "NO-SUCH-TAG", "")
	s.Add("word", "", "")
	for _, tag := range s.Tags {
		if tag.String() != "XX" {
			t.Errorf("tag %q, want XX", tag)
		}
	}
}

func TestEmptyDocument(t *testing.T) {
	doc := document()
	Fit(nil, Settings{Bits: 6, Epochs: 1}).Tag(doc, nil)
	if len(doc.Tokens) != 0 {
		t.Error("tokens out of nothing")
	}
}
