package main

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/internal/gold"
)

// TestSilverTree brings small trees of version 1, written as
// word/tag/class/head/relation with heads from 1, to version 2.
func TestSilverTree(t *testing.T) {
	for _, test := range []struct{ name, version1, version2 string }{
		{
			"a conjunction hangs on what follows it",
			"bread/NN/O/0/root and/CC/O/1/cc salt/NN/O/1/conj",
			"bread<root and<salt:cc salt<bread:conj",
		},
		{
			"a comma between the joined goes with the next",
			"bread/NN/O/0/root ,/,/O/1/punct salt/NN/O/1/conj and/CC/O/1/cc oil/NN/O/1/conj",
			"bread<root ,<salt:punct salt<bread:conj and<oil:cc oil<bread:conj",
		},
		{
			"a person's name hangs on its first word, a title on the name",
			"Mayor/NNP/O/3/compound Mara/NNP/PERSON/3/compound Holt/NNP/PERSON/4/nsubj left/VBD/O/0/root",
			"Mayor<Mara:nmod:desc Mara<left:nsubj Holt<Mara:flat left<root",
		},
		{
			"a modifier of a verb is oblique, of a noun nominal",
			"sat/VBD/O/0/root in/IN/O/3/case rooms/NNS/O/1/nmod of/IN/O/5/case stone/NN/O/3/nmod",
			"sat<root in<rooms:case rooms<sat:obl of<stone:case stone<rooms:nmod",
		},
		{
			"objects and negations have new names",
			"nobody/NN/O/4/nsubj did/VBD/O/4/aux not/RB/O/4/neg see/VB/O/0/root it/PRP/O/4/dobj",
			"nobody<see:nsubj did<see:aux not<see:advmod see<root it<see:obj",
		},
		{
			"what describes a title hangs on it, its determiner on the name",
			"the/DT/O/6/det former/JJ/O/6/amod Assembly/NNP/O/6/compound Speaker/NNP/O/6/compound Mara/NNP/PERSON/6/compound Holt/NNP/PERSON/7/nsubj left/VBD/O/0/root",
			"the<Mara:det former<Speaker:amod Assembly<Speaker:compound Speaker<Mara:nmod:desc Mara<left:nsubj Holt<Mara:flat left<root",
		},
		{
			"a name before a common noun hangs together",
			"Port/NNP/LOCATION/3/compound Drenn/NNP/LOCATION/3/compound harbour/NN/O/0/root",
			"Port<Drenn:compound Drenn<harbour:compound harbour<root",
		},
		{
			"a longer name hangs on its last word",
			"Old/NNP/O/4/amod Port/NNP/O/4/compound Drenn/NNP/O/4/compound harbour/NN/O/0/root",
			"Old<Drenn:amod Port<Drenn:compound Drenn<harbour:compound harbour<root",
		},
		{
			"a name within a longer name stays with the last unless it is of a class of its own",
			"Port/NNP/LOCATION/4/compound Drenn/NNP/LOCATION/4/compound Grain/NNP/O/4/compound Board/NNP/O/0/root",
			"Port<Drenn:compound Drenn<Board:compound Grain<Board:compound Board<root",
		},
		{
			"nouns hang on the next, an adjective on the last",
			"new/JJ/O/4/amod grain/NN/O/4/compound export/NN/O/4/compound tax/NN/O/0/root",
			"new<tax:amod grain<export:compound export<tax:compound tax<root",
		},
		{
			"who is wanted to do a thing is an object",
			"want/VBP/O/0/root them/PRP/O/4/nsubj to/TO/O/4/mark leave/VB/O/1/ccomp",
			"want<root them<want:obj to<leave:mark leave<want:xcomp",
		},
		{
			"who is made to do a thing is an object",
			"made/VBD/O/0/root them/PRP/O/3/nsubj leave/VB/O/1/ccomp",
			"made<root them<made:obj leave<made:xcomp",
		},
		{
			"the subject of a finite clause stays",
			"hear/VBP/O/0/root they/PRP/O/3/nsubj left/VBD/O/1/ccomp",
			"hear<root they<left:nsubj left<hear:ccomp",
		},
		{
			"so does one behind another mark than to",
			"asked/VBD/O/0/root for/IN/O/5/mark them/PRP/O/5/nsubj to/TO/O/5/mark leave/VB/O/1/ccomp",
			"asked<root for<leave:mark them<leave:nsubj to<leave:mark leave<asked:ccomp",
		},
		{
			"whom something is told is an indirect object",
			"told/VBD/O/0/root them/PRP/O/1/dobj it/PRP/O/4/nsubj ended/VBD/O/1/ccomp",
			"told<root them<told:iobj it<ended:nsubj ended<told:ccomp",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := silverSentence(t, test.version1)
			if got := show(s, silverTree(s)); got != test.version2 {
				t.Errorf("got  %s\nwant %s", got, test.version2)
			}
		})
	}
}

// lemmas are the dictionary forms that rules ask for.
var lemmas = map[string]string{"want": "want", "made": "make", "hear": "hear", "asked": "ask", "told": "tell"}

func silverSentence(t *testing.T, notation string) gold.SilverSentence {
	t.Helper()
	var s gold.SilverSentence
	for _, word := range strings.Fields(notation) {
		part := strings.Split(word, "/")
		token := gold.SilverToken{Word: part[0], Lemma: lemmas[part[0]], Tag: part[1], Class: part[2], Rel: part[4]}
		if _, err := fmt.Sscan(part[3], &token.Head); err != nil {
			t.Fatal(err)
		}
		s = append(s, token)
	}
	return s
}

func show(s gold.SilverSentence, tr tree) string {
	var out []string
	for i, head := range tr.heads {
		if head == len(s) {
			out = append(out, s[i].Word+"<root")
			continue
		}
		out = append(out, fmt.Sprintf("%s<%s:%s", s[i].Word, s[head].Word, tr.rels[i]))
	}
	return strings.Join(out, " ")
}
