package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"hearsay/internal/score"
)

func crossValidate(data, cache *string) *cobra.Command {
	var folds, only int
	cmd := &cobra.Command{
		Use:   "cv",
		Short: "Score each fold of the training articles with a model fitted on the others",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := loadCorpora(*data, *cache)
			if err != nil {
				return err
			}
			read, err := crossRead(c, folds, only)
			if err != nil {
				return err
			}
			printScores(read)
			return nil
		},
	}
	cmd.Flags().IntVar(&folds, "folds", 5, "number of `folds`")
	cmd.Flags().IntVar(&only, "only", 0, "stop after this many folds; 0: do all")
	return cmd
}

func crossRead(c *corpora, folds, only int) ([]score.Article, error) {
	p := newProgress(os.Stderr)
	var read []score.Article
	for k := range folds {
		if only > 0 && k == only {
			break
		}
		part, rest := fold(c.articles["train"], folds, k)
		p.say("fold %d of %d", k+1, folds)
		m, err := c.fitModel(fmt.Sprintf("%d-of-%d", k+1, folds), rest, p)
		if err != nil {
			return nil, err
		}
		read = append(read, m.read(part)...)
	}
	return read, nil
}

func printScores(read []score.Article) {
	for _, f := range score.Evaluate(read).Figures {
		fmt.Printf("%-24s P %.4f  R %.4f  F1 %.4f  [%.4f, %.4f]  n %d\n",
			f.Figure, f.Precision, f.Recall, f.F1, f.Interval.Low, f.Interval.High, f.Gold)
	}
}
