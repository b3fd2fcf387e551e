package main

import (
	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/parse"
	"hearsay/internal/score"
	"hearsay/internal/weights"
)

// measure scores the model on the development parts.
func (m model) measure(c *corpora) []weights.Score {
	scores := attributionScores("PolNeAR dev", m.read(c.articles["dev"]))
	for _, treebank := range []struct {
		data      string
		documents []gold.UDDocument
	}{{"EWT dev", c.ewt["dev"]}, {"GUM dev", c.gum["dev"]}} {
		scores = append(scores, m.tagScore(treebank.data, treebank.documents))
		scores = append(scores, m.parseScores(treebank.data, goldParsed(treebank.documents, m.tagger))...)
	}
	silver := silverParsed(c.articles["dev"], c.silver["dev"], m.tagger)
	scores = append(scores, m.parseScores("PolNeAR dev, machine-parsed", silver)...)
	return append(scores, m.nameScores(c)...)
}

// parseScores measures the parser with the tagger's own tags.
func (m model) parseScores(data string, sentences []parse.Sentence) []weights.Score {
	a := attach(m.parser, sentences)
	return []weights.Score{
		{Figure: "UAS", Data: data, Value: a.uas(), Count: a.total},
		{Figure: "LAS", Data: data, Value: a.las(), Count: a.total},
	}
}

// read sets what the model finds beside the gold of each article.
func (m model) read(articles []gold.Article) []score.Article {
	lex := lexicon.New()
	var read []score.Article
	for _, a := range articles {
		doc, words := m.analyse(lex, hearsay.Report{Text: a.Text})
		read = append(read, score.NewArticle(a, score.Outermost(m.finder.Find(doc, words))))
	}
	return read
}

func attributionScores(data string, read []score.Article) []weights.Score {
	var scores []weights.Score
	for _, f := range score.Evaluate(read).Figures {
		scores = append(scores, weights.Score{Figure: f.Figure, Data: data, Value: f.F1, Count: f.Gold})
	}
	return scores
}

func (m model) tagScore(data string, documents []gold.UDDocument) weights.Score {
	lex := lexicon.New()
	var count score.TagCount
	for _, d := range documents {
		doc := gold.Document(d.Sentences)
		m.tagger.Tag(doc, lex.Look(doc, nil))
		count.Add(score.TagAccuracy(d.Sentences, doc))
	}
	now := count.Measured(data)[0]
	return weights.Score{Figure: "tags", Data: data, Value: now.Value, Count: now.N}
}
