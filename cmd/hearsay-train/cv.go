package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"hearsay/internal/gold"
	"hearsay/internal/score"
)

func crossValidate(data *string) *cobra.Command {
	var folds, only int
	cmd := &cobra.Command{
		Use:   "cv",
		Short: "Score each fold of the training articles with a model fitted on the others",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := loadCorpora(*data)
			if err != nil {
				return err
			}
			printScores(crossRead(c, folds, only))
			return nil
		},
	}
	cmd.Flags().IntVar(&folds, "folds", 5, "number of `folds`")
	cmd.Flags().IntVar(&only, "only", 0, "stop after this many folds; 0: do all")
	return cmd
}

func crossRead(c *corpora, folds, only int) []score.Article {
	p := newProgress(os.Stderr)
	tagger := fitTagger(c, c.articles["train"], p)
	var read []score.Article
	for k := range folds {
		if only > 0 && k == only {
			break
		}
		var part, rest []gold.Article
		for i, a := range c.articles["train"] {
			if i%folds == k {
				part = append(part, a)
			} else {
				rest = append(rest, a)
			}
		}
		p.say("fold %d of %d", k+1, folds)
		m := model{tagger, fitFinder(tagger, rest, p)}
		read = append(read, m.read(part)...)
	}
	return read
}

func printScores(read []score.Article) {
	for _, f := range score.Evaluate(read).Figures {
		fmt.Printf("%-24s P %.4f  R %.4f  F1 %.4f  [%.4f, %.4f]  n %d\n",
			f.Figure, f.Precision, f.Recall, f.F1, f.Interval.Low, f.Interval.High, f.Gold)
	}
}
