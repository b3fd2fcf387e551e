package main

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/internal/gold"
	"hearsay/internal/name"
)

// bearers returns those with a given name whom a text calls "he" or "she": of the
// articles as CoreNLP resolved them, of the treebank as people did.
func (c *corpora) bearers(articles []gold.Article) ([]name.Bearer, error) {
	var out []name.Bearer
	for _, a := range articles {
		g := genders{}
		for _, s := range c.silver["train"][a.Name] {
			g.readSilver(a.Text, s)
		}
		out = append(out, g.bearers()...)
	}
	for _, d := range c.gum["train"] {
		mentions, err := gold.EntityMentions(d)
		if err != nil {
			return nil, err
		}
		g := genders{}
		doc := gold.Document(d.Sentences)
		for _, m := range mentions {
			switch {
			case m.Class != "person":
			case m.Form == gold.PronounMention:
				g.called(m.Entity, doc.Words(m.Head))
			case m.Form == gold.NamedMention && m.Core[1]-m.Core[0] > 1:
				g.named(m.Entity, doc.Words(m.Core[0]))
			}
		}
		out = append(out, g.bearers()...)
	}
	return out, nil
}

// genders is what one text tells of each person in it.
type genders map[string]*gender

type gender struct {
	given   string
	he, she int
}

func (g genders) of(who string) *gender {
	if g[who] == nil {
		g[who] = new(gender)
	}
	return g[who]
}

// called counts a pronoun.
func (g genders) called(who, pronoun string) {
	switch strings.ToLower(pronoun) {
	case "he", "him", "his", "himself":
		g.of(who).he++
	case "she", "her", "hers", "herself":
		g.of(who).she++
	}
}

// named keeps the first word of a name of several; the first counts.
func (g genders) named(who, given string) {
	if x := g.of(who); x.given == "" {
		x.given = given
	}
}

// readSilver reads the coreference of one machine-read sentence.
func (g genders) readSilver(text string, s gold.SilverSentence) {
	for i, t := range s {
		for mark := range strings.SplitSeq(t.Coref, "|") {
			who, begins := strings.CutSuffix(mark, "B")
			if !begins {
				continue
			}
			g.called(who, t.Span.In(text))
			if t.Class == "PERSON" && i+1 < len(s) && s[i+1].Class == "PERSON" && strings.HasPrefix(s[i+1].Tag, "NNP") {
				g.named(who, t.Span.In(text))
			}
		}
	}
}

// bearers returns the persons of whom one gender is told, in the order of their names.
func (g genders) bearers() (out []name.Bearer) {
	for _, x := range g {
		if x.given != "" && (x.he == 0) != (x.she == 0) {
			out = append(out, name.Bearer{Given: x.given, Female: x.she > 0})
		}
	}
	slices.SortFunc(out, func(a, b name.Bearer) int {
		if c := cmp.Compare(a.Given, b.Given); c != 0 || a.Female == b.Female {
			return c
		}
		if a.Female {
			return 1
		}
		return -1
	})
	return out
}
