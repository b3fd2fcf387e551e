package main

import (
	"path/filepath"

	"hearsay/internal/gold"
	"hearsay/internal/parse"
	"hearsay/internal/tag"
)

// corpora are the training and development data.
type corpora struct {
	archives map[string]string // name to SHA-256
	articles map[string][]gold.Article
	silver   map[string]map[string][]gold.SilverSentence
	ewt, gum map[string][]gold.UDDocument
	reviews  []gold.Reviewed // what people judged, taught beside the articles

	cache  string            // see kept
	keep   map[string][]byte // sections not to be fitted
	parses []parse.Sentence  // see treebankParses
}

var splits = []string{"train", "dev"}

func loadCorpora(dir, cache string) (*corpora, error) {
	c := &corpora{
		cache:    cache,
		archives: make(map[string]string),
		articles: make(map[string][]gold.Article),
		silver:   make(map[string]map[string][]gold.SilverSentence),
		ewt:      make(map[string][]gold.UDDocument),
		gum:      make(map[string][]gold.UDDocument),
	}
	if err := c.loadPolNeAR(dir); err != nil {
		return nil, err
	}
	if err := c.loadTreebank(dir, "ud-ewt.tar.gz", c.ewt); err != nil {
		return nil, err
	}
	return c, c.loadTreebank(dir, "ud-gum.tar.gz", c.gum)
}

func (c *corpora) open(dir, name string) (gold.Archive, error) {
	archive, err := gold.Open(filepath.Join(dir, name))
	c.archives[name] = archive.SHA256
	return archive, err
}

func (c *corpora) loadPolNeAR(dir string) error {
	texts, err := c.open(dir, "polnear.tar.gz")
	if err != nil {
		return err
	}
	parses, err := c.open(dir, "polnear-corenlp.tar.gz")
	if err != nil {
		return err
	}
	for _, split := range splits {
		if c.articles[split], err = gold.PolNeAR(texts, split); err != nil {
			return err
		}
		if c.silver[split], err = gold.CoreNLP(parses, split, c.articles[split]); err != nil {
			return err
		}
	}
	return nil
}

func (c *corpora) loadTreebank(dir, name string, into map[string][]gold.UDDocument) error {
	archive, err := c.open(dir, name)
	if err != nil {
		return err
	}
	for _, split := range splits {
		if into[split], err = gold.CoNLLU(archive, split); err != nil {
			return err
		}
	}
	return nil
}

// goldTagged returns a treebank's sentences to learn tags from.
func goldTagged(documents []gold.UDDocument) []tag.Sentence {
	var out []tag.Sentence
	for _, d := range documents {
		for _, s := range d.Sentences {
			var sentence tag.Sentence
			for _, t := range s.Tokens {
				sentence.Add(t.Form, t.XPOS, t.Lemma)
			}
			out = append(out, sentence)
		}
	}
	return out
}

// silverTagged returns the sentences of machine-tagged articles, with the words
// as they stand in the text.
func silverTagged(articles []gold.Article, silver map[string][]gold.SilverSentence) []tag.Sentence {
	var out []tag.Sentence
	for _, a := range articles {
		for _, s := range silver[a.Name] {
			var sentence tag.Sentence
			for _, t := range s {
				sentence.Add(t.Span.In(a.Text), treebankTag(t), t.Lemma)
			}
			out = append(out, sentence)
		}
	}
	return out
}

// treebankTag returns a machine-made tag as the Universal Dependencies treebanks
// have it: there the preposition "to" is IN and only the infinitive's is TO.
func treebankTag(t gold.SilverToken) string {
	if t.Tag == "TO" && t.Rel == "case" {
		return "IN"
	}
	return t.Tag
}
