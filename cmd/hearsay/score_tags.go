package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
)

// treebanks are the archives that --tags measures on.
var treebanks = []string{"ud-ewt", "ud-gum"}

// tagging is how the tagger did on one treebank.
type tagging struct {
	treebank string
	count    score.TagCount
}

func runScoreTags(cmd *cobra.Command, o scoreOptions) error {
	if o.split == "" {
		o.split = defaultSplit
	}
	results, data, err := measureTags(o)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := printTagging(cmd.OutOrStdout(), results, o); err != nil {
		return err
	}
	var now []score.Measured
	for _, r := range results {
		now = append(now, r.count.Measured(r.treebank)...)
	}
	return o.gate.apply(cmd.OutOrStdout(), "hearsay score --tags --split "+o.split, data, now)
}

func measureTags(o scoreOptions) ([]tagging, []score.Data, error) {
	dir, err := dataFolder(o.data)
	if err != nil {
		return nil, nil, err
	}
	tag, err := tagger()
	if err != nil {
		return nil, nil, err
	}
	var results []tagging
	var data []score.Data
	for _, name := range treebanks {
		file := name + ".tar.gz"
		path := filepath.Join(dir, file)
		if !exists(path) {
			return nil, nil, fmt.Errorf("%w: there is no %s", errNoData, path)
		}
		archive, err := gold.Open(path)
		if err != nil {
			return nil, nil, err
		}
		count, err := countTags(archive, o.split, tag)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, err)
		}
		results = append(results, tagging{name, count})
		data = append(data, score.Data{Archive: file, SHA256: archive.SHA256})
	}
	return results, data, nil
}

// tagger returns what tags a document whose tokens are given.
func tagger() (func(*hearsay.Document), error) {
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	return r.Tag, nil
}

func countTags(archive gold.Archive, split string, tag func(*hearsay.Document)) (score.TagCount, error) {
	var total score.TagCount
	docs, err := gold.CoNLLU(archive, split)
	if err != nil {
		return total, err
	}
	for _, d := range docs {
		doc := gold.Document(d.Sentences)
		tag(doc)
		total.Add(score.TagAccuracy(d.Sentences, doc))
	}
	return total, nil
}

func printTagging(w io.Writer, results []tagging, o scoreOptions) error {
	if o.json {
		out := map[string]score.TagCount{}
		for _, r := range results {
			out[r.treebank] = r.count
		}
		return json.NewEncoder(w).Encode(out)
	}
	fmt.Fprintf(w, "%-12s %8s %8s %8s\n", "treebank", "tag", "lemma", "tokens")
	for _, r := range results {
		c := r.count
		fmt.Fprintf(w, "%-12s %8.2f %8.2f %8d\n", r.treebank+" "+o.split, 100*c.TagShare(), 100*c.LemmaShare(), c.Tokens)
		for _, x := range c.Commonest(o.errors) {
			fmt.Fprintf(w, "  %-6s read as %-6s %6d\n", x.Gold, x.Tagged, c.Confused[x])
		}
	}
	return nil
}
