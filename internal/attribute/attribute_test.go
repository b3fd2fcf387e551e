package attribute

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// taught is a document with its attributions, each "source | cue | content ||
// more content | manner", "-" for no source.
type taught struct {
	doc          string
	attributions []string
}

var lessons = []taught{
	{"Vos/NNP/nsubj/2 said/VBD/root/0 talks/NNS/nsubj/5 had/VBD/aux/5 ended/VBN/ccomp/2 ././punct/2",
		[]string{"Vos | said | talks had ended | indirect"}},
	{"“/``/punct/3 We/PRP/nsubj/3 agree/VBP/ccomp/7 ”/''/punct/3 ,/,/punct/3 Vost/NNP/nsubj/7 said/VBD/root/0 ././punct/7",
		[]string{"Vost | said | “ We agree ” | direct"}},
	{"“/``/punct/3 We/PRP/nsubj/3 leave/VBP/ccomp/7 ”/''/punct/3 ,/,/punct/3 she/PRP/nsubj/7 said/VBD/root/0 ,/,/punct/7 “/``/punct/11 on/IN/case/11 Monday/NNP/obl/3 ”/''/punct/11 ././punct/7",
		[]string{"she | said | “ We leave ” || “ on Monday ” | direct"}},
	{"Reportedly/RB/advmod/5 ,/,/punct/1 the/DT/det/4 town/NN/nsubj/5 fell/VBD/root/0 ././punct/5",
		[]string{"- | Reportedly | the town fell | indirect"}},
	{"According/VBG/case/4 to/TO/fixed/1 an/DT/det/4 aide/NN/obl/8 ,/,/punct/4 the/DT/det/7 deal/NN/nsubj/8 failed/VBD/root/0 ././punct/8",
		[]string{"an aide | According to | the deal failed | indirect"}},
	{"The/DT/det/2 ministry/NN/nsubj/3 denied/VBD/root/0 the/DT/det/5 claim/NN/obj/3 ././punct/3",
		[]string{"The ministry | denied | the claim | indirect"}},
	{"The/DT/det/2 rain/NN/nsubj/3 stopped/VBD/root/0 on/IN/case/5 Monday/NNP/obl/3 ././punct/3\nThe/DT/det/2 road/NN/nsubj/4 was/VBD/aux:pass/4 closed/VBN/root/0 ././punct/4", nil},
	{"The/DT/det/2 envoy/NN/nsubj/3 called/VBD/root/0 the/DT/det/5 deal/NN/obj/3 “/``/punct/8 a/DT/det/8 farce/NN/xcomp/3 ”/''/punct/8 ././punct/3",
		[]string{"The envoy | called | the deal “ a farce ” | mixed"}},
	{"The/DT/det/2 League/NNP/nsubj/4 has/VBZ/aux/4 announced/VBN/root/0 a/DT/det/6 truce/NN/obj/4 ././punct/4",
		[]string{"The League | has announced | a truce | indirect"}},
	{"The/DT/det/2 envoy/NN/nsubj/3 warned/VBD/root/0 :/:/punct/3 “/``/punct/9 The/DT/det/7 deal/NN/nsubj/9 is/VBZ/cop/9 dead/JJ/ccomp/3 ././punct/9\nWe/PRP/nsubj/2 leave/VBP/root/0 ././punct/2 ”/''/punct/2",
		[]string{"The envoy | warned | “ The deal is dead . We leave . ” | direct"}},
	{"“/``/punct/2 Yes/UH/ccomp/6 ”/''/punct/2 ,/,/punct/2 Ardo/NNP/nsubj/6 said/VBD/root/0 ,/,/punct/10 but/CC/cc/10 Vos/NNP/nsubj/10 denied/VBD/conj/6 it/PRP/obj/10 ././punct/6",
		[]string{"Ardo | said | “ Yes ” | direct", "Vos | denied | it | indirect"}},
	{"The/DT/det/2 rain/NN/nsubj/3 stopped/VBD/root/0 ././punct/3\n\nShe/PRP/nsubj/2 said/VBD/root/0 the/DT/det/4 road/NN/nsubj/6 was/VBD/aux:pass/6 closed/VBN/ccomp/2 ././punct/2",
		[]string{"She | said | the road was closed | indirect"}},
}

func (g taught) lesson() *Lesson {
	doc := document(g.doc)
	var truths []Truth
	for _, a := range g.attributions {
		parts := strings.Split(a, "|")
		content := strings.Join(parts[2:len(parts)-1], "|")
		truths = append(truths, Truth{Source: spansOf(doc, strings.TrimSpace(parts[0])), Cue: spansOf(doc, strings.TrimSpace(parts[1])), Content: spansOf(doc, content)})
	}
	return NewLesson(doc, wordsOf(doc), truths)
}

func allLessons() []*Lesson {
	var out []*Lesson
	for _, g := range lessons {
		out = append(out, g.lesson())
	}
	return out
}

// shown writes attributions as lessons do.
func shown(doc *hearsay.Document, found []hearsay.Attribution) []string {
	var out []string
	for _, a := range found {
		source := "-"
		if a.Source != nil {
			source = a.Source.In(doc.Text)
		}
		var content []string
		for _, c := range a.Content {
			content = append(content, c.In(doc.Text))
		}
		out = append(out, fmt.Sprintf("%s | %s | %s | %s", source, a.Cue.In(doc.Text), strings.Join(content, " || "), a.Manner))
	}
	return out
}

func settings(epochs, bits int) Settings {
	trainer := linear.Trainer{NodeBits: bits, EdgeBits: bits, Epochs: epochs, Averaged: epochs - 1, Rate: 0.2, Decay: 1e-4, Seed: 1}
	return Settings{Cue: trainer, Source: trainer, Content: trainer, Nested: trainer, Folds: 3}
}

// taughtFinder is fitted once for all tests.
var taughtFinder = sync.OnceValue(func() *Finder { return Fit(allLessons(), settings(20, 14)) })

func TestFitLearnsItsLessons(t *testing.T) {
	f := taughtFinder()
	for _, g := range lessons {
		doc := document(g.doc)
		found := f.Find(doc, wordsOf(doc))
		outermost := slices.DeleteFunc(slices.Clone(found), func(a hearsay.Attribution) bool { return a.Within != nil })
		if got := shown(doc, outermost); !slices.Equal(got, g.attributions) {
			t.Errorf("%s\ngot  %q\nwant %q", doc.Text, got, g.attributions)
		}
		for i, a := range found {
			if err := a.Check(len(doc.Text)); err != nil || a.ID != i {
				t.Errorf("%s: attribution %d has id %d: %v", doc.Text, i, a.ID, err)
			}
		}
	}
}

// TestFitGoesBeyond reads a sentence that no lesson has, with unknown names.
func TestFitGoesBeyond(t *testing.T) {
	doc := document("Ilke/NNP/nsubj/2 said/VBD/root/0 trains/NNS/nsubj/5 had/VBD/aux/5 stopped/VBN/ccomp/2 ././punct/2")
	want := []string{"Ilke | said | trains had stopped | indirect"}
	if got := shown(doc, taughtFinder().Find(doc, wordsOf(doc))); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestNestedChangesNothingOutside holds the outermost readings to be the same
// whatever is found within them.
func TestNestedChangesNothingOutside(t *testing.T) {
	for seed := range uint64(20) {
		f, eager := randomFinder(seed, 300), randomFinder(seed, 300)
		for i := range eager.Nested.Nodes.W {
			eager.Nested.Nodes.W[i] = linear.Weight(40 * (i + 1) % 2)
		}
		for _, g := range lessons {
			doc := document(g.doc)
			if got, want := outermostOf(eager, doc), outermostOf(f, doc); !slices.Equal(got, want) {
				t.Errorf("seed %d: %q\nwith other nested ones %q", seed, want, got)
			}
		}
	}
}

func outermostOf(f *Finder, doc *hearsay.Document) []string {
	var out []hearsay.Attribution
	for _, a := range f.Find(doc, wordsOf(doc)) {
		if a.Within == nil {
			out = append(out, a)
		}
	}
	return shown(doc, out)
}

// TestNestedIsFound teaches a cue that only ever stands outside of contents, and
// reads it within one, in quotation marks and without.
func TestNestedIsFound(t *testing.T) {
	for _, notation := range []string{
		"Vos/NNP/nsubj/2 said/VBD/root/0 Ardo/NNP/nsubj/4 said/VBD/ccomp/2 talks/NNS/nsubj/7 had/VBD/aux/7 ended/VBN/ccomp/4 ././punct/2",
		"Vos/NNP/nsubj/2 said/VBD/root/0 :/:/punct/2 “/``/punct/6 Ardo/NNP/nsubj/6 said/VBD/ccomp/2 talks/NNS/nsubj/9 had/VBD/aux/9 ended/VBN/ccomp/6 ././punct/2 ”/''/punct/6",
	} {
		doc := document(notation)
		const want = "Ardo | said | talks had ended"
		found := taughtFinder().Find(doc, wordsOf(doc))
		i := slices.IndexFunc(found, func(a hearsay.Attribution) bool { return a.Within != nil })
		if i < 0 || !strings.HasPrefix(shown(doc, found[i:])[0], want) {
			t.Errorf("%s\ngot %q, want %s among them", doc.Text, shown(doc, found), want)
		}
	}
}

// TestFindAgain holds a document to be read alike on a
// desk that has read others, longer and shorter.
func TestFindAgain(t *testing.T) {
	f := taughtFinder()
	for range 2 {
		for _, g := range lessons {
			doc := document(g.doc)
			fresh := &Finder{Cue: f.Cue, Source: f.Source, Content: f.Content, Nested: f.Nested, Trust: f.Trust}
			if got, want := dump(f, doc), dump(fresh, doc); got != want {
				t.Errorf("%s\nin use %s\nfresh  %s", doc.Text, got, want)
			}
		}
	}
}

// TestFindInParallel reads from many goroutines at once. Run it with -race.
func TestFindInParallel(t *testing.T) {
	f := taughtFinder()
	docs := make([]*hearsay.Document, len(lessons))
	want := make([]string, len(lessons))
	for i, g := range lessons {
		docs[i] = document(g.doc)
		want[i] = dump(f, docs[i])
	}
	var readers sync.WaitGroup
	for r := range 16 {
		readers.Go(func() {
			for k := range docs {
				i := (k + r) % len(docs)
				if got := dump(f, docs[i]); got != want[i] {
					t.Errorf("reader %d: %s, want %s", r, got, want[i])
				}
			}
		})
	}
	readers.Wait()
}

// dump writes all that Find tells.
func dump(f *Finder, doc *hearsay.Document) string {
	out := ""
	for _, a := range f.Find(doc, wordsOf(doc)) {
		within := -1
		if a.Within != nil {
			within = *a.Within
		}
		out += fmt.Sprint(a.ID, a.Source, a.Cue, a.Content, a.Manner, a.Confidence, within, "; ")
	}
	return out
}

// TestFitIsDeterministic fits on one core and on several: the outcome may depend
// on neither their number nor their haste. Run it with -race, too.
func TestFitIsDeterministic(t *testing.T) {
	fit := func(seed uint64, cores int) []byte {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		s := settings(6, 10)
		s.Cue.Seed, s.Source.Seed, s.Content.Seed = seed, seed, seed
		return Fit(allLessons(), s).Append(nil)
	}
	want := fit(1, 1)
	for range 5 {
		if !bytes.Equal(fit(1, 8), want) {
			t.Fatal("one seed gave two finders")
		}
	}
	if bytes.Equal(fit(2, 1), want) {
		t.Error("the seed changes nothing, so the order of the lessons is always the same")
	}
}

// TestSmallDocuments reads what has next to nothing in it.
func TestSmallDocuments(t *testing.T) {
	f := taughtFinder()
	if found := f.Find(&hearsay.Document{}, []*lexicon.Word{}); len(found) != 0 {
		t.Errorf("%v found in nothing", found)
	}
	for _, notation := range []string{"Rain", ".", "“", "said/VBD/root/0", "said/VBD/root/0\n\nsaid/VBD/root/0"} {
		doc := document(notation)
		for _, a := range f.Find(doc, wordsOf(doc)) {
			if err := a.Check(len(doc.Text)); err != nil {
				t.Errorf("%q: %v", notation, err)
			}
		}
	}
}

// TestWithoutMarks holds a nested content to lose the marks of the quotation
// around it and to keep its own.
func TestWithoutMarks(t *testing.T) {
	doc := document("“ He told me he would “ go ” , ” Vos said .")
	for _, c := range []struct{ given, want string }{
		{"he would “ go ” , ”", "he would “ go ”"},
		{"“ || he would", "he would"},
		{"“ He told", "He told"},
		{"“ go ”", "“ go ”"},
		{"“ He told me he would “ go ” , ”", "“ He told me he would “ go ” , ”"},
		{"“", "“"},
	} {
		var got []string
		for _, r := range withoutMarks(doc, extents(doc, spansOf(doc, c.given))) {
			got = append(got, text(doc, r))
		}
		if strings.Join(got, " || ") != c.want {
			t.Errorf("%q: %q, want %q", c.given, got, c.want)
		}
	}
}
