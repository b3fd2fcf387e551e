package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
)

// whoIsMeant is who is meant in one document.
type whoIsMeant interface {
	// Each visits the tokens that head a mention, in order, each with who is meant
	// and the head of the mention that names him; -1 for nobody and for no name.
	Each(visit func(head, entity, naming int))
	// Called returns what the actor that some words mean is called; named: the text
	// gives it a name.
	Called(words hearsay.Span) (names []string, named bool)
}

// resolving takes a document, of which only tokens and sentences are known, as
// far as who is meant.
type resolving func(*hearsay.Document) whoIsMeant

const gumArchive = "ud-gum.tar.gz"

// who is what --who measures.
type who struct {
	data    []score.Data
	Gum     score.CorefResult  `json:"gum"`
	Sources score.SourceResult `json:"sources"`
}

// runScoreWho measures who is meant: on the treebank's own tokens, and for the
// sources of the scenarios.
func runScoreWho(cmd *cobra.Command, o scoreOptions, r *reader.Reader, resolve resolving) error {
	if o.split == "" {
		o.split = defaultSplit
	}
	m, err := measureWho(cmd.Context(), o, r, resolve)
	if errors.Is(err, errNoData) && o.gate.skips(cmd.OutOrStdout(), err) {
		return nil
	}
	if err != nil {
		return err
	}
	if o.json {
		return json.NewEncoder(cmd.OutOrStdout()).Encode(m)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "GUM %s\n", o.split)
	if err := errors.Join(m.Gum.Table(cmd.OutOrStdout()), m.Sources.Table(cmd.OutOrStdout())); err != nil {
		return err
	}
	return o.gate.apply(cmd.OutOrStdout(), "hearsay score --who --split "+o.split, m.data, append(m.Gum.Measured(), m.Sources.Measured()...))
}

func measureWho(ctx context.Context, o scoreOptions, r *reader.Reader, resolve resolving) (m who, err error) {
	if err := m.treebank(o, resolve); err != nil {
		return m, err
	}
	c, err := openScenarios(o.data)
	if err != nil {
		return m, err
	}
	m.data = append(m.data, c.data...)
	for _, s := range c.scenarios {
		for _, v := range s.Revisions {
			doc, _, err := r.ReadDocument(ctx, v.Report)
			if err != nil {
				return m, err
			}
			found := resolve(doc)
			m.Sources.CountSources(s.Actors, v, func(words hearsay.Span) (w score.Who) {
				w.Names, w.Named = found.Called(words)
				return w
			})
		}
	}
	return m, nil
}

// openGUM returns the documents of a part of GUM, and where they are from.
func openGUM(o scoreOptions) (path string, data score.Data, docs []gold.UDDocument, err error) {
	dir, err := dataFolder(o.data)
	if err != nil {
		return "", data, nil, err
	}
	path = filepath.Join(dir, gumArchive)
	if !exists(path) {
		return "", data, nil, fmt.Errorf("%w: there is no %s", errNoData, path)
	}
	archive, err := gold.Open(path)
	if err != nil {
		return "", data, nil, err
	}
	if docs, err = gold.CoNLLU(archive, o.split); err != nil {
		return "", data, nil, fmt.Errorf("%s: %w", path, err)
	}
	return path, score.Data{Archive: gumArchive, SHA256: archive.SHA256}, docs, nil
}

func (m *who) treebank(o scoreOptions, resolve resolving) error {
	path, data, docs, err := openGUM(o)
	if err != nil {
		return err
	}
	var all []score.CorefDocument
	for _, d := range docs {
		c, err := corefDocument(d, resolve)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, c)
	}
	m.Gum = score.Coreference(all)
	m.data = append(m.data, data)
	return nil
}

// corefDocument resolves a treebank document on the treebank's own tokens.
func corefDocument(d gold.UDDocument, resolve resolving) (score.CorefDocument, error) {
	c := score.CorefDocument{Doc: gold.Document(d.Sentences)}
	gold.MarkQuotations(c.Doc)
	mentions, err := gold.EntityMentions(d)
	c.Gold = mentions
	resolve(c.Doc).Each(func(head, entity, naming int) {
		c.System = append(c.System, score.Reference{Head: head, Actor: entity, Naming: naming})
	})
	return c, err
}
