package main

import (
	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
	"hearsay/internal/name"
	"hearsay/internal/parse"
	"hearsay/internal/score"
	"hearsay/internal/weights"
)

// goldNameWeight is how much a document whose names people marked counts beside
// one whose names a machine found.
const goldNameWeight = 2

func nameSettings(p *progress) name.Settings {
	trainer := func(which string) linear.Trainer {
		return linear.Trainer{
			NodeBits: 18, EdgeBits: 12, Epochs: 3, Averaged: 1, Runs: 3, Dropout: 0.35, Rate: 0.1, Decay: 0.001, Seed: seed,
			Report: func(epoch int, loglik float64) { p.say("names %s, epoch %d: %.4f", which, epoch+1, loglik) },
		}
	}
	return name.Settings{First: trainer("first"), Second: trainer("second"), Folds: 4, Wariness: 1.2, Eagerness: 0.2}
}

// fitNamer trains on the articles whose names CoreNLP found, and on the treebank
// whose entities people marked.
func (c *corpora) fitNamer(m model, articles []gold.Article, p *progress) (*name.Finder, error) {
	lex := lexicon.New()
	var lessons []*name.Lesson
	for _, a := range articles {
		if sentences, ok := c.silver["train"][a.Name]; ok {
			doc, words := m.analyse(lex, hearsay.Report{Text: a.Text})
			lessons = append(lessons, name.NewLesson(doc, words, onTokens(doc, gold.SilverNames(sentences)), 1))
		}
	}
	for _, d := range c.gum["train"] {
		doc, words := m.analyseTreebank(lex, d)
		names, err := gold.FullNames(d)
		if err != nil {
			return nil, err
		}
		lessons = append(lessons, name.NewLesson(doc, words, names, goldNameWeight))
	}
	p.say("names, %d documents", len(lessons))
	bearers, err := c.bearers(articles)
	return name.Fit(lessons, bearers, nameSettings(p)), err
}

// analyseTreebank takes a treebank's document as far as names need it.
func (m model) analyseTreebank(lex *lexicon.Lexicon, d gold.UDDocument) (*hearsay.Document, []*lexicon.Word) {
	doc := gold.Document(d.Sentences)
	gold.MarkQuotations(doc)
	words := lex.Look(doc, nil)
	m.tagger.Tag(doc, words)
	m.parser.Parse(doc, words, new(parse.Desk))
	return doc, words
}

// onTokens returns names as ranges of the tokens that they touch.
func onTokens(doc *hearsay.Document, spans []gold.NameSpan) []hearsay.Name {
	var out []hearsay.Name
	t := 0
	for _, s := range spans {
		for t < len(doc.Tokens) && doc.Tokens[t].End <= s.Start {
			t++
		}
		first := t
		for t < len(doc.Tokens) && doc.Tokens[t].Start < s.End {
			t++
		}
		if t > first {
			out = append(out, hearsay.Name{First: first, End: t, Kind: s.Kind})
		}
	}
	return out
}

// nameScores measures names on the development parts.
func (m model) nameScores(c *corpora) []weights.Score {
	var silver, treebank score.NameResult
	lex := lexicon.New()
	var desk name.Desk
	for _, a := range c.articles["dev"] {
		if sentences, ok := c.silver["dev"][a.Name]; ok {
			doc, words := m.analyse(lex, hearsay.Report{Text: a.Text})
			m.namer.Find(doc, words, &desk)
			silver.CountNames(gold.SilverNames(sentences), nameSpans(doc, doc.Names))
		}
	}
	for _, d := range c.gum["dev"] {
		doc, words := m.analyseTreebank(lex, d)
		m.namer.Find(doc, words, &desk)
		names, err := gold.FullNames(d)
		if err != nil {
			continue // loading the treebank has read its entities
		}
		treebank.CountNames(nameSpans(doc, names), nameSpans(doc, doc.Names))
	}
	return []weights.Score{
		{Figure: "names", Data: "PolNeAR dev, silver", Value: silver.Whole().F1(), Count: silver.Whole().Gold},
		{Figure: "names", Data: "GUM dev", Value: treebank.Whole().F1(), Count: treebank.Whole().Gold},
	}
}

func nameSpans(doc *hearsay.Document, names []hearsay.Name) (out []gold.NameSpan) {
	for _, n := range names {
		out = append(out, gold.NameSpan{Span: doc.TokensSpan(n.First, n.End), Kind: n.Kind})
	}
	return out
}
