package main

import (
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/score"
	"hearsay/internal/weights"
)

// measure scores the model on the development parts.
func (m model) measure(c *corpora) []weights.Score {
	scores := attributionScores("PolNeAR dev", m.read(c.articles["dev"]))
	scores = append(scores, m.tagScore("EWT dev", c.ewt["dev"]))
	return append(scores, m.tagScore("GUM dev", c.gum["dev"]))
}

// read sets what the model finds beside the gold of each article.
func (m model) read(articles []gold.Article) []score.Article {
	lex := lexicon.New()
	var read []score.Article
	for _, a := range articles {
		doc, words := tagged(m.tagger, lex, a.Text)
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
