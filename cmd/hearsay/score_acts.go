package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
)

// actLabels is one file of labels with the articles they are about.
type actLabels struct {
	Name     string             `json:"name"` // the file's, without .tsv
	Result   score.ActResult    `json:"result"`
	Mistakes []score.ActMistake `json:"mistakes,omitempty"`
	labels   []gold.ActLabel
	articles []score.ActArticle
}

func runScoreActs(cmd *cobra.Command, o scoreOptions) error {
	files, err := readActLabels(o.labels)
	if err != nil {
		return err
	}
	data, err := measureActs(cmd.Context(), cmd.ErrOrStderr(), o, files)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := printActs(cmd.OutOrStdout(), o, files); err != nil {
		return err
	}
	var now []score.Measured
	for _, f := range files {
		now = append(now, f.Result.Measured(f.Name)...)
	}
	return o.gate.apply(cmd.OutOrStdout(), "hearsay score --acts", data, now)
}

// readActLabels reads the files of labels in a folder, in the order of their names.
func readActLabels(folder string) ([]*actLabels, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s has no *.tsv with labels; name another folder with --labels", folder)
	}
	var files []*actLabels
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		labels, err := gold.ParseActs(path, string(text))
		if err != nil {
			return nil, err
		}
		files = append(files, &actLabels{Name: strings.TrimSuffix(filepath.Base(path), ".tsv"), labels: labels})
	}
	return files, nil
}

func measureActs(ctx context.Context, log io.Writer, o scoreOptions, files []*actLabels) ([]score.Data, error) {
	articles, data, err := labelledArticles(o.data, files)
	if err != nil {
		return nil, err
	}
	found, err := readLabelled(ctx, log, articles)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := f.measure(articles, found); err != nil {
			return nil, err
		}
		if o.errors > 0 {
			f.Mistakes = score.ActMistakes(f.articles)
		}
	}
	return data, nil
}

// labelled is an article with the part of the corpus that it is of.
type labelled struct {
	key string // "dev/NAME"
	gold.Article
}

// labelledArticles returns the articles that labels are about, in order of part and
// name.
func labelledArticles(dir string, files []*actLabels) (out []labelled, data []score.Data, err error) {
	wanted, parts := map[string]bool{}, []string{}
	for _, f := range files {
		for _, l := range f.labels {
			wanted[l.Part+"/"+l.Article] = true
			if !slices.Contains(parts, l.Part) {
				parts = append(parts, l.Part)
			}
		}
	}
	slices.Sort(parts)
	for _, part := range parts {
		c, err := openCorpus(dir, part)
		if err != nil {
			return nil, nil, err
		}
		data = c.data
		for _, a := range c.articles {
			if key := part + "/" + a.Name; wanted[key] {
				out = append(out, labelled{key, a})
			}
		}
	}
	return out, data, nil
}

func readLabelled(ctx context.Context, log io.Writer, articles []labelled) (map[string][]hearsay.Attribution, error) {
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	p := newProgress(log, len(articles))
	found, err := score.Read(ctx, articles, func(ctx context.Context, a labelled) ([]hearsay.Attribution, error) {
		record, err := r.Read(ctx, hearsay.Report{Path: a.Name + ".txt", Text: a.Text})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.key, err)
		}
		return record.Attributions, nil
	}, p.step)
	if errors.Is(err, context.Canceled) {
		return nil, errNotScored
	}
	if err != nil {
		return nil, err
	}
	out, words := map[string][]hearsay.Attribution{}, 0
	for i, a := range articles {
		out[a.key] = found[i]
		words += len(strings.Fields(a.Text))
	}
	p.finish("articles", words)
	return out, nil
}

func (f *actLabels) measure(articles []labelled, found map[string][]hearsay.Attribution) error {
	of := map[string][]gold.ActLabel{}
	for _, l := range f.labels {
		of[l.Part+"/"+l.Article] = append(of[l.Part+"/"+l.Article], l)
	}
	for _, a := range articles {
		if labels := of[a.key]; len(labels) > 0 {
			set, err := score.NewActArticle(a.Article, labels, found[a.key])
			if err != nil {
				return fmt.Errorf("%s: %w", f.Name, err)
			}
			f.articles = append(f.articles, set)
			delete(of, a.key)
		}
	}
	for _, l := range f.labels {
		if len(of[l.Part+"/"+l.Article]) > 0 {
			return fmt.Errorf("%s: the corpus has no article %s/%s", f.Name, l.Part, l.Article)
		}
	}
	f.Result = score.EvaluateActs(f.articles)
	return nil
}

func printActs(w io.Writer, o scoreOptions, files []*actLabels) error {
	if o.json {
		return json.NewEncoder(w).Encode(files)
	}
	for i, f := range files {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := f.Result.Table(w, f.Name); err != nil {
			return err
		}
		if err := score.ActMistakeTable(w, f.Mistakes, o.errors); err != nil {
			return err
		}
	}
	return nil
}
