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
	} {
		t.Run(test.name, func(t *testing.T) {
			s := silverSentence(t, test.version1)
			if got := show(s, silverTree(s)); got != test.version2 {
				t.Errorf("got  %s\nwant %s", got, test.version2)
			}
		})
	}
}

func silverSentence(t *testing.T, notation string) gold.SilverSentence {
	t.Helper()
	var s gold.SilverSentence
	for _, word := range strings.Fields(notation) {
		part := strings.Split(word, "/")
		token := gold.SilverToken{Word: part[0], Tag: part[1], Class: part[2], Rel: part[4]}
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
