package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/internal/gold"
	"hearsay/internal/score"
)

// errNoData says that the corpora are not on this machine, which may not keep
// them: they are no part of the program.
var errNoData = errors.New("no annotated corpus")

// corpus is an annotated corpus found on disk.
type corpus struct {
	name     string // "PolNeAR", or the folder
	split    string // "" for a corpus without parts
	dir      string // where it was found
	data     []score.Data
	articles []gold.Article
}

func (c corpus) title() string {
	if c.split == "" {
		return c.name
	}
	return c.name + " " + c.split
}

const (
	polnearArchive = "polnear.tar.gz"
	corenlpArchive = "polnear-corenlp.tar.gz"
	defaultSplit   = "dev"
)

// openCorpus reads the annotated articles in dir ("" : where they usually are).
func openCorpus(dir, split string) (corpus, error) {
	dir, err := dataFolder(dir)
	if err != nil {
		return corpus{}, err
	}
	if exists(filepath.Join(dir, polnearArchive)) {
		return openPolNeAR(dir, split)
	}
	if split == "" && !exists(filepath.Join(dir, "text")) && exists(filepath.Join(dir, defaultSplit, "text")) {
		split = defaultSplit
	}
	if !exists(filepath.Join(dir, split, "text")) {
		return corpus{}, fmt.Errorf("%w: %s has neither %s nor a folder text; give another with --data", errNoData, filepath.Join(dir, split), polnearArchive)
	}
	articles, err := gold.PolNeAR(os.DirFS(dir), split)
	if err != nil {
		return corpus{}, fmt.Errorf("%s: %w", dir, err)
	}
	return corpus{name: dir, split: split, dir: dir, articles: articles}, nil
}

func openPolNeAR(dir, split string) (corpus, error) {
	if split == "" {
		split = defaultSplit
	}
	path := filepath.Join(dir, polnearArchive)
	archive, err := gold.Open(path)
	if err != nil {
		return corpus{}, err
	}
	articles, err := gold.PolNeAR(archive, split)
	if err != nil {
		return corpus{}, fmt.Errorf("%s: %w", path, err)
	}
	data := []score.Data{{Archive: polnearArchive, SHA256: archive.SHA256}}
	return corpus{name: "PolNeAR", split: split, dir: dir, data: data, articles: articles}, nil
}

// parsed returns the machine-made parses, whose name classes tell where names
// stand.
func (c corpus) parsed() (map[string][]gold.SilverSentence, error) {
	path := filepath.Join(c.dir, corenlpArchive)
	archive, err := gold.Open(path)
	if err != nil {
		return nil, fmt.Errorf("--swap-names needs to know where the names are: %w", err)
	}
	parsed, err := gold.CoreNLP(archive, c.split, c.articles)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return parsed, nil
}

// dataFolder returns the folder of the corpora: as given, as the environment
// says, or shared/data beside the working folder or beside a folder above it.
func dataFolder(given string) (string, error) {
	if given == "" {
		given = os.Getenv("HEARSAY_DATA")
	}
	if given == "" {
		return besideWorkingFolder(filepath.Join("shared", "data"))
	}
	if !exists(given) {
		return "", fmt.Errorf("%w: there is no folder %s", errNoData, given)
	}
	return given, nil
}

func besideWorkingFolder(name string) (string, error) {
	at, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for up := filepath.Dir(at); up != at; at, up = up, filepath.Dir(up) {
		if dir := filepath.Join(up, name); exists(dir) {
			return dir, nil
		}
	}
	return "", fmt.Errorf("%w: there is no folder %s; name one with --data or HEARSAY_DATA", errNoData, filepath.Join("..", name))
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
