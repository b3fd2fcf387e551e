package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
)

// namesFound is what --names measures: against the names that CoreNLP found in
// PolNeAR's articles, which are right on average and never for certain, and against
// those that people marked in GUM.
type namesFound struct {
	data   []score.Data
	Silver score.NameResult `json:"silver"`
	Gum    score.NameResult `json:"gum"`
}

func runScoreNames(cmd *cobra.Command, o scoreOptions) error {
	if o.split == "" {
		o.split = defaultSplit
	}
	m, err := measureNames(cmd.Context(), o)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	if o.json {
		return json.NewEncoder(w).Encode(m)
	}
	err = errors.Join(m.Silver.Table(w, "PolNeAR "+o.split+", silver"), m.Gum.Table(w, "GUM "+o.split))
	if err != nil {
		return err
	}
	return o.gate.apply(w, "hearsay score --names --split "+o.split, m.data, append(m.Silver.Measured("PolNeAR"), m.Gum.Measured("GUM")...))
}

func measureNames(ctx context.Context, o scoreOptions) (m namesFound, err error) {
	r, err := reader.New()
	if err != nil {
		return m, err
	}
	if err := m.articles(ctx, o, r); err != nil {
		return m, err
	}
	return m, m.treebank(o, r)
}

func (m *namesFound) articles(ctx context.Context, o scoreOptions, r *reader.Reader) error {
	c, err := openCorpus(o.data, o.split)
	if err != nil {
		return err
	}
	parsed, err := c.parsed()
	if err != nil {
		return fmt.Errorf("%w: %w", errNoData, err)
	}
	m.data = append(m.data, c.data...)
	for _, a := range c.articles {
		sentences, ok := parsed[a.Name]
		if !ok {
			continue
		}
		doc, _, err := r.ReadDocument(ctx, hearsay.Report{Text: a.Text})
		if err != nil {
			return fmt.Errorf("%s: %w", a.Name, err)
		}
		m.Silver.CountNames(gold.SilverNames(sentences), nameSpans(doc, doc.Names))
	}
	return nil
}

func (m *namesFound) treebank(o scoreOptions, r *reader.Reader) error {
	path, data, docs, err := openGUM(o)
	if err != nil {
		return err
	}
	m.data = append(m.data, data)
	for _, d := range docs {
		names, err := gold.FullNames(d)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		doc := gold.Document(d.Sentences)
		gold.MarkQuotations(doc)
		r.Names(doc)
		m.Gum.CountNames(nameSpans(doc, names), nameSpans(doc, doc.Names))
	}
	return nil
}

// nameSpans returns where names stand in the text of their document.
func nameSpans(doc *hearsay.Document, names []hearsay.Name) (out []gold.NameSpan) {
	for _, n := range names {
		out = append(out, gold.NameSpan{Span: doc.TokensSpan(n.First, n.End), Kind: n.Kind})
	}
	return out
}
