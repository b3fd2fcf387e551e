package gold

import (
	"reflect"
	"strings"
	"testing"

	"hearsay"
)

// A document as GUM annotates it: nested mentions, one that is reopened, one of
// a single token, one in two pieces.
const corefConllu = `# newdoc id = port
# newpar
1	Mayor	Mayor	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-cf1
2	Ana	Ana	PROPN	NNP	_	5	nsubj	_	_
3	Berg	Berg	PROPN	NNP	_	2	flat	_	Entity=1)
4	,	,	PUNCT	,	_	5	punct	_	_
5	left	leave	VERB	VBD	_	0	root	_	_
6	her	her	PRON	PRP$	_	7	nmod:poss	_	Entity=(2-place-new(1-person-giv)
7	town	town	NOUN	NN	_	5	obj	_	Entity=2)

1	“	“	PUNCT	` + "``" + `	_	2	punct	_	SpaceAfter=No
2	Wait	wait	VERB	VB	_	0	root	_	Entity=(3[1/2]-event)
3	”	”	PUNCT	''	_	2	punct	_	_
4	now	now	ADV	RB	_	2	advmod	_	Entity=(3[2/2]-event)

`

func TestEntityMentions(t *testing.T) {
	docs, err := ParseCoNLLU("port", corefConllu)
	if err != nil {
		t.Fatal(err)
	}
	got, err := EntityMentions(docs[0])
	if err != nil {
		t.Fatal(err)
	}
	want := []EntityMention{
		{First: 0, End: 3, Head: 1, Core: [2]int{1, 3}, Entity: "1", Class: "person", Form: NamedMention},
		{First: 5, End: 6, Head: 5, Core: [2]int{5, 6}, Entity: "1", Class: "person", Form: PronounMention},
		{First: 5, End: 7, Head: 6, Core: [2]int{6, 7}, Entity: "2", Class: "place", Form: NominalMention},
		{First: 8, End: 9, Head: 8, Core: [2]int{8, 9}, Entity: "3", Class: "event", Form: NominalMention},
		{First: 10, End: 11, Head: 10, Core: [2]int{10, 11}, Entity: "3", Class: "event", Form: NominalMention},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	names, err := Names(docs[0])
	if err != nil || !reflect.DeepEqual(names, []hearsay.Name{{First: 1, End: 3, Kind: hearsay.PersonName}}) {
		t.Errorf("names %+v, %v", names, err)
	}
}

func TestEntityMentionsFaults(t *testing.T) {
	for _, c := range []struct{ brackets, want string }{
		{"(1-person", "entity 1 is left open"},
		{"1)", "token 1: entity 1 is closed and was not open"},
		{"1", "opens and closes nothing"},
	} {
		docs, err := ParseCoNLLU("x", "1\tAna\tAna\tPROPN\tNNP\t_\t0\troot\t_\tEntity="+c.brackets+"\n\n")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := EntityMentions(docs[0]); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.brackets, err, c.want)
		}
	}
}

// However brackets are strewn, mentions lie within their document.
func FuzzEntityMentions(f *testing.F) {
	f.Add("(1-person", "1)")
	f.Add("(1-person(2-place)", "1)(1")
	f.Add(")(", "((1)")
	f.Fuzz(func(t *testing.T, first, second string) {
		s := UDSentence{Tokens: []UDToken{
			{Form: "a", UPOS: "PROPN", Misc: "Entity=" + first, Head: 2},
			{Form: "b", Misc: "Entity=" + second},
		}}
		mentions, err := EntityMentions(UDDocument{Sentences: []UDSentence{s}})
		if err != nil {
			return
		}
		for _, m := range mentions {
			if m.First < 0 || m.First >= m.End || m.End > 2 || m.Head < m.First || m.Head >= m.End {
				t.Errorf("%q %q: %+v", first, second, m)
			}
		}
	})
}

func TestMarkQuotations(t *testing.T) {
	docs, err := ParseCoNLLU("port", corefConllu)
	if err != nil {
		t.Fatal(err)
	}
	doc := Document(docs[0].Sentences)
	MarkQuotations(doc)
	var got []hearsay.Quotation
	for _, token := range doc.Tokens[7:] {
		got = append(got, token.Quote)
	}
	want := []hearsay.Quotation{{Depth: 1, Opens: true}, {Depth: 1}, {Depth: 1, Closes: true}, {}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
