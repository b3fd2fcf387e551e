package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"hearsay"
	"hearsay/internal/attribute"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
)

// loadReviews reads files of reviewed readings, in the order in which they are
// named. The manifest names them as it does archives.
func (c *corpora) loadReviews(files []string) error {
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		reviewed, err := gold.Reviews(file, data)
		if err != nil {
			return err
		}
		name := filepath.Base(file)
		if c.archives[name] != "" {
			return fmt.Errorf("%s: there is another file called %s: the manifest would name one of them alone", file, name)
		}
		c.archives[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		c.reviews = append(c.reviews, reviewed...)
	}
	return nil
}

// reviewedLessons makes a lesson of each reviewed report.
func (m model) reviewedLessons(lex *lexicon.Lexicon, all []gold.Reviewed) []*attribute.Lesson {
	lessons := make([]*attribute.Lesson, len(all))
	for i, r := range all {
		doc, words := m.analyse(lex, hearsay.Report{Text: r.Text, Blocks: r.Blocks})
		lessons[i] = attribute.NewLesson(doc, words, truths(r.Holds))
		lessons[i].Partly(r.Judged, r.Open)
	}
	return lessons
}
