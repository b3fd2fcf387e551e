package main

import (
	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/parse"
	"hearsay/internal/tag"
)

// parseFolds is the number of parts the treebanks are tagged in, each by a
// tagger blind to it: the parser must learn to live with a tagger's mistakes.
const parseFolds = 4

// blindlyTagged returns a treebank's sentences to learn parses from, tagged by
// taggers that did not see them.
func blindlyTagged(documents []gold.UDDocument) []parse.Sentence {
	folds := make([][]parse.Sentence, parseFolds)
	done := make(chan int)
	for k := range parseFolds {
		go func() {
			part, rest := fold(documents, parseFolds, k)
			tagger := tag.Fit(goldTagged(rest), tagSettings)
			folds[k] = goldParsed(part, tagger)
			done <- k
		}()
	}
	for range parseFolds {
		<-done
	}
	var out []parse.Sentence
	for _, f := range folds {
		out = append(out, f...)
	}
	return out
}

// goldParsed returns a treebank's sentences with the tags of a tagger.
func goldParsed(documents []gold.UDDocument, tagger *tag.Tagger) []parse.Sentence {
	lex := lexicon.New()
	var out []parse.Sentence
	for _, d := range documents {
		doc := gold.Document(d.Sentences)
		words := lex.Look(doc, nil)
		tagger.Tag(doc, words)
		for i, s := range doc.Sentences {
			t := goldTree(d.Sentences[i])
			out = append(out, parse.Sentence{Tokens: doc.Tokens[s.First:s.End], Words: words[s.First:s.End], Heads: t.heads, Rels: t.rels})
		}
	}
	return out
}

// silverParseWeight is how much a machine-parsed sentence counts beside one parsed
// by hand. Between 0.3 and 1 EWT dev loses 0.6 points of UAS and PolNeAR dev, as
// the machine parsed it, gains 0.8.
const silverParseWeight = 0.5

// silverParsed returns the sentences of machine-parsed articles with the tags
// of a tagger, in the machine's own tokens.
func silverParsed(articles []gold.Article, silver map[string][]gold.SilverSentence, tagger *tag.Tagger) []parse.Sentence {
	lex := lexicon.New()
	var out []parse.Sentence
	for _, a := range articles {
		for _, s := range silver[a.Name] {
			doc := silverDocument(a.Text, s)
			words := lex.Look(doc, nil)
			tagger.Tag(doc, words)
			t := silverTree(s)
			out = append(out, parse.Sentence{Tokens: doc.Tokens, Words: words, Heads: t.heads, Rels: t.rels, Weight: silverParseWeight})
		}
	}
	return out
}

// silverDocument is a document of one machine-read sentence.
func silverDocument(text string, s gold.SilverSentence) *hearsay.Document {
	doc := &hearsay.Document{Text: text, Sentences: []hearsay.Sentence{{First: 0, End: len(s)}}}
	for _, t := range s {
		doc.Tokens = append(doc.Tokens, hearsay.Token{Span: t.Span})
	}
	return doc
}

// attachment counts how many tokens have the right head, and the right head and
// relation; marks are left out and subtypes do not count, as is usual.
type attachment struct{ heads, labelled, total int }

func attach(p *parse.Parser, sentences []parse.Sentence) attachment {
	var a attachment
	var desk parse.Desk
	punct := relation("punct")
	for _, g := range sentences {
		doc := &hearsay.Document{Tokens: append([]hearsay.Token(nil), g.Tokens...), Sentences: []hearsay.Sentence{{First: 0, End: len(g.Tokens)}}}
		p.Parse(doc, g.Words, &desk)
		for i, t := range doc.Tokens {
			if g.Rels[i] == punct {
				continue
			}
			a.total++
			head := t.Head
			if head == hearsay.NoHead {
				head = len(g.Tokens)
			}
			if head != g.Heads[i] {
				continue
			}
			a.heads++
			if universal(t.Relation) == universal(g.Rels[i]) {
				a.labelled++
			}
		}
	}
	return a
}

func (a attachment) uas() float64 { return float64(a.heads) / float64(max(1, a.total)) }
func (a attachment) las() float64 { return float64(a.labelled) / float64(max(1, a.total)) }

// universal drops a relation's subtype.
func universal(r hearsay.Relation) string {
	name := r.String()
	for i := range name {
		if name[i] == ':' {
			return name[:i]
		}
	}
	return name
}
