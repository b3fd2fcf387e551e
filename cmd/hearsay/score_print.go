package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"hearsay/internal/score"
)

// scoreJSON is what --json prints.
type scoreJSON struct {
	Corpus string       `json:"corpus"`
	Split  string       `json:"split"`
	Data   []score.Data `json:"data"`
	score.Result
	Swapped  *swappedJSON  `json:"swapped,omitempty"`
	Mistakes []mistakeJSON `json:"mistakes,omitempty"`
}

type swappedJSON struct {
	Mentions int                 `json:"mentions"`
	Figures  []score.FigureScore `json:"figures"`
	Drop     []score.Difference  `json:"drop"`
}

type mistakeJSON struct {
	Kind  score.Kind       `json:"kind"`
	Count int              `json:"count"`
	Keys  []score.KeyCount `json:"keys"`
}

func (m measurement) print(w io.Writer, o scoreOptions) error {
	if o.json {
		return m.printJSON(w, o)
	}
	fmt.Fprintf(w, "%s, %d articles\n\n", m.corpus.title(), len(m.articles))
	if err := m.result.Table(w); err != nil {
		return err
	}
	if m.swapped != nil {
		fmt.Fprintf(w, "\nwith %d mentions of names exchanged\n", m.swapped.mentions)
		if err := score.DifferenceTable(w, m.swapped.drop); err != nil {
			return err
		}
	}
	if o.compare != "" {
		if err := m.printComparison(w, o.compare); err != nil {
			return err
		}
	}
	if o.errors > 0 {
		fmt.Fprintln(w)
		return score.MistakeTable(w, m.articles, score.Mistakes(m.articles), o.errors)
	}
	return nil
}

func (m measurement) printComparison(w io.Writer, earlier string) error {
	raw, err := os.ReadFile(earlier)
	if err != nil {
		return err
	}
	var before scoreJSON
	if err := json.Unmarshal(raw, &before); err != nil {
		return fmt.Errorf("%s: not a result of hearsay score --json: %w", earlier, err)
	}
	moved, err := score.Compare(before.Result, m.result)
	if err != nil {
		return fmt.Errorf("%s: %w", earlier, err)
	}
	fmt.Fprintf(w, "\nsince %s\n", earlier)
	return score.DifferenceTable(w, moved)
}

func (m measurement) printJSON(w io.Writer, o scoreOptions) error {
	out := scoreJSON{Corpus: m.corpus.name, Split: m.corpus.split, Data: m.corpus.data, Result: m.result}
	if m.swapped != nil {
		out.Swapped = &swappedJSON{m.swapped.mentions, m.swapped.result.Figures, m.swapped.drop}
	}
	if o.errors > 0 {
		out.Mistakes = mistakesJSON(score.Mistakes(m.articles), o.errors)
	}
	return json.NewEncoder(w).Encode(out)
}

// mistakesJSON counts the kinds of mistake, each with its n commonest keys.
func mistakesJSON(mistakes []score.Mistake, n int) []mistakeJSON {
	var out []mistakeJSON
	for _, k := range score.ByKind(mistakes) {
		out = append(out, mistakeJSON{k.Kind, len(k.Mistakes), k.Keys[:min(n, len(k.Keys))]})
	}
	return out
}
