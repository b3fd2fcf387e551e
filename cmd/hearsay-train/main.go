// Command hearsay-train fits the weights that Hearsay reads with.
//
//	hearsay-train --data ../shared/data --out internal/weights
//	hearsay-train cv --data ../shared/data --folds 5
//
// It reads the archives in place, trains tagger and attribution finder, measures
// both on the development parts, and writes weights.bin with manifest.json
// beside it. With --reviews it also learns from what people judged at the desk, in
// files that 'hearsay export reviews --full' wrote. The same archives, reviews and
// seed give the same bytes. "cv" leaves the
// development parts alone: it fits on all but one fold of the training articles
// and scores that one, for each fold, which is how features are chosen.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	if err := command().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "hearsay-train:", err)
		os.Exit(1)
	}
}

func command() *cobra.Command {
	var data, out, cache string
	var keep, reviews []string
	root := &cobra.Command{
		Use:           "hearsay-train",
		Short:         "Fits the weights that Hearsay reads with",
		Example:       "  hearsay-train --data ../shared/data --out internal/weights\n  hearsay-train cv --folds 5\n  hearsay-train --keep tag,parse,name --reviews reviews.jsonl",
		Args:          cobra.NoArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(*cobra.Command, []string) error { return train(data, out, cache, keep, reviews) },
	}
	root.PersistentFlags().StringVar(&data, "data", "../shared/data", "`folder` with the training archives")
	root.Flags().StringVar(&out, "out", "internal/weights", "`folder` to write weights.bin and manifest.json to")
	root.Flags().StringSliceVar(&keep, "keep", nil, "`sections` to take from the weights in --out instead of fitting them: tag, parse, attribute, name")
	root.Flags().StringArrayVar(&reviews, "reviews", nil, "`file` of reviewed readings that attribution learns from as well; may be given several times")
	root.PersistentFlags().StringVar(&cache, "cache", "", "`folder` to keep taggers and parsers in between runs, while only attribution changes")
	root.AddCommand(crossValidate(&data, &cache), fitSalience(&data), fitClaims())
	return root
}

// train fits everything, measures it and writes it down.
func train(data, out, cache string, keep, reviews []string) error {
	c, err := loadCorpora(data, cache)
	if err != nil {
		return err
	}
	if err := c.loadReviews(reviews); err != nil {
		return err
	}
	if c.keep, err = sectionsOf(out, keep); err != nil {
		return err
	}
	p := newProgress(os.Stderr)
	m, err := c.fitModel("all", c.articles["train"], p)
	if err != nil {
		return err
	}
	scores := m.measure(c)
	for _, s := range scores {
		fmt.Printf("%-28s %-28s %.4f  (%d)\n", s.Figure, s.Data, s.Value, s.Count)
	}
	return m.write(c, scores, out)
}
