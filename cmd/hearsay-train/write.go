package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"

	"hearsay/internal/weights"
)

// write writes the weights and their manifest.
func (m model) write(c *corpora, scores []weights.Score, out string) error {
	sections := []weights.Section{
		{Name: "tag", Data: m.tagger.Append(nil)},
		{Name: "parse", Data: m.parser.Append(nil)},
		{Name: "attribute", Data: m.finder.Append(nil)},
		{Name: "name", Data: m.namer.Append(nil)},
	}
	file := weights.Build(sections)
	parsed, err := weights.Parse(file)
	if err != nil {
		return err
	}
	manifest := weights.Manifest{
		ID:       parsed.ID,
		Archives: c.archives,
		Splits:   map[string]string{"train": "fitting", "dev": "measuring"},
		Seed:     seed,
		Settings: map[string]any{
			"tag": tagSettings, "parse": parseSettings, "silver_weight": silverWeight,
			"attribute": attributionSettings(newProgress(io.Discard)).Sizes(),
			"name":      nameSettings(newProgress(io.Discard)).Sizes(),
		},
		Bytes:  map[string]int{"all": len(file)},
		Scores: scores,
	}
	for _, s := range sections {
		manifest.Bytes[s.Name] = len(s.Data)
	}
	text, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "weights.bin"), file, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "manifest.json"), append(text, '\n'), 0o644)
}
