package score

import (
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// Article is one article with both its readings, as sets of scoring tokens.
type Article struct {
	Name   string
	Text   string
	Tokens Tokens
	Gold   []Attribution
	System []Attribution
}

// Attribution is one attribution as token sets, and the classes scores are
// broken down by.
type Attribution struct {
	Source, Cue, Content Set
	Manner               hearsay.Manner
	Pronoun              bool // the source is a personal pronoun
	Confidence           int  // thousandths; a gold attribution has 0
}

// NewArticle sets what a system found in an article beside its gold of record.
func NewArticle(a gold.Article, found []Found) Article {
	out := Article{Name: a.Name, Text: a.Text, Tokens: Tokenise(a.Text)}
	v := view{a.Text, out.Tokens, quoted(a.Text, out.Tokens)}
	for _, g := range a.Gold() {
		out.Gold = append(out.Gold, v.attribution(g))
	}
	for _, f := range found {
		s := v.attribution(f.Attribution)
		s.Confidence = f.Confidence
		out.System = append(out.System, s)
	}
	return out
}

// view is what is needed to see spans as tokens.
type view struct {
	text   string
	tokens Tokens
	quoted []bool // by token
}

func (v view) attribution(a gold.Attribution) Attribution {
	out := Attribution{
		Source:  v.tokens.Touched(a.Source),
		Cue:     v.tokens.Touched(a.Cue),
		Content: v.tokens.Touched(a.Content),
	}
	out.Manner = v.manner(out.Content)
	out.Pronoun = len(out.Source) == 1 && pronouns[strings.ToLower(v.tokens[out.Source[0]].In(v.text))]
	return out
}

// pronouns are the personal pronouns that can be a source.
var pronouns = map[string]bool{
	"i": true, "you": true, "he": true, "she": true, "it": true, "we": true, "they": true,
	"me": true, "him": true, "her": true, "us": true, "them": true,
}
