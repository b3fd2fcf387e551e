package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"hearsay"
	"hearsay/internal/attribute"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
	"hearsay/internal/segment"
	"hearsay/internal/tag"
)

const seed = 1

// silverWeight is how much a machine-tagged sentence counts beside one tagged
// by hand. At 1 the tagger learns the machine's habits (93.7 on EWT dev), at
// 0.1 it still learns the words of the news (94.3).
const silverWeight = 0.1

var tagSettings = tag.Settings{Bits: 20, Epochs: 5, Rate: 0.1, Decay: 0.001, Seed: seed}

// attributionSettings gives the sizes and lengths of the three fits. Three
// epochs are best on held-out folds: after that the weights learn the articles.
func attributionSettings(p *progress) attribute.Settings {
	trainer := func(name string, nodeBits, edgeBits int) linear.Trainer {
		return linear.Trainer{
			NodeBits: nodeBits, EdgeBits: edgeBits, Epochs: 3, Rate: 0.1, Decay: 0.001, Seed: seed,
			Report: func(epoch int, loglik float64) { p.say("%s, epoch %d: %.4f", name, epoch+1, loglik) },
		}
	}
	return attribute.Settings{
		Cue:     trainer("cue", 19, 12),
		Source:  trainer("source", 19, 18),
		Content: trainer("content", 20, 18),
		Folds:   4,
	}
}

// model is all that is trained.
type model struct {
	tagger *tag.Tagger
	finder *attribute.Finder
}

// fitModel trains on some of the training articles and all of the treebanks'
// training parts.
func fitModel(c *corpora, articles []gold.Article, p *progress) model {
	tagger := fitTagger(c, articles, p)
	return model{tagger, fitFinder(tagger, articles, p)}
}

func fitTagger(c *corpora, articles []gold.Article, p *progress) *tag.Tagger {
	sentences := append(goldTagged(c.ewt["train"]), goldTagged(c.gum["train"])...)
	for _, s := range silverTagged(articles, c.silver["train"]) {
		s.Weight = silverWeight
		sentences = append(sentences, s)
	}
	p.say("tagger, %d sentences", len(sentences))
	return tag.Fit(sentences, tagSettings)
}

func fitFinder(tagger *tag.Tagger, articles []gold.Article, p *progress) *attribute.Finder {
	lex := lexicon.New()
	var lessons []*attribute.Lesson
	for _, a := range articles {
		doc, words := tagged(tagger, lex, a.Text)
		var truths []attribute.Truth
		for _, g := range a.Gold() {
			truths = append(truths, attribute.Truth(g))
		}
		lessons = append(lessons, attribute.NewLesson(doc, words, truths))
	}
	p.say("attribution, %d articles", len(lessons))
	return attribute.Fit(lessons, attributionSettings(p))
}

func tagged(tagger *tag.Tagger, lex *lexicon.Lexicon, text string) (*hearsay.Document, []*lexicon.Word) {
	doc := segment.Split(hearsay.Report{Text: text})
	words := lex.Look(doc, nil)
	tagger.Tag(doc, words)
	return doc, words
}

// progress prints what is being done and since when.
type progress struct {
	w     io.Writer
	start time.Time
	mu    sync.Mutex
}

func newProgress(w io.Writer) *progress { return &progress{w: w, start: time.Now()} }

func (p *progress) say(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.w, "%5.0fs  %s\n", time.Since(p.start).Seconds(), fmt.Sprintf(format, args...))
}
