package gold

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"hearsay"
)

// Article is one annotated article.
type Article struct {
	Name string // the file's name without .txt
	Text string // decoded as a report's text; all spans point into it

	// Annotators are those who marked the article, sorted by file name.
	// The first is the gold of record; there is at least one.
	Annotators []Annotator
}

// Gold returns the attributions of record.
func (a Article) Gold() []Attribution { return a.Annotators[0].Attributions }

// Annotator is one person's reading of one article.
type Annotator struct {
	Name         string // as in the file's name; "" where it has none
	Attributions []Attribution
}

// Attribution is an attribution as annotated. Each role is a list of pieces in
// text order, without overlap and with something other than white space
// between them.
type Attribution struct {
	Source  []hearsay.Span // empty: nobody is named
	Cue     []hearsay.Span // at least one
	Content []hearsay.Span // at least one
}

// PolNeAR reads one compartment ("train", "dev"; "" for a corpus that has none)
// of PolNeAR 1.0 (Newell, Margolin & Ruths 2018) or of a corpus in its layout:
//
//	text/NAME.txt
//	attributions/NAME_ANNOTATOR.ann    brat standoff; plain NAME.ann will do
//
// Articles are sorted by name. An article without annotations is an error.
func PolNeAR(fsys fs.FS, split string) ([]Article, error) {
	part, err := compartment(fsys, split)
	if err != nil {
		return nil, err
	}
	texts, err := readTexts(part)
	if err != nil {
		return nil, err
	}
	articles, err := Annotations(part, "attributions", texts)
	if err != nil {
		return nil, err
	}
	for _, a := range articles {
		if len(a.Annotators) == 0 {
			return nil, fmt.Errorf("text/%s.txt: no attributions/%s_ANNOTATOR.ann belongs to it", a.Name, a.Name)
		}
	}
	return articles, nil
}

func readTexts(part fs.FS) ([]Article, error) {
	names, err := files(part, "text", ".txt")
	if err != nil {
		return nil, err
	}
	articles := make([]Article, len(names))
	for i, name := range names {
		text, err := readText(part, path.Join("text", name))
		if err != nil {
			return nil, err
		}
		articles[i] = Article{Name: strings.TrimSuffix(name, ".txt"), Text: text}
	}
	slices.SortFunc(articles, func(a, b Article) int { return strings.Compare(a.Name, b.Name) })
	return articles, nil
}

// Annotations returns the articles with the annotators that the .ann files in
// dir give them, in order of file name, in place of their own; so a folder of
// one system's output becomes its reading of the same articles. An article that
// no file is about has no annotators.
func Annotations(fsys fs.FS, dir string, articles []Article) ([]Article, error) {
	out := slices.Clone(articles)
	byName := make(map[string]*Article, len(out))
	for i := range out {
		out[i].Annotators = nil
		byName[out[i].Name] = &out[i]
	}
	names, err := files(fsys, dir, ".ann")
	if err != nil {
		return nil, err
	}
	for _, file := range names {
		if err := annotate(byName, fsys, path.Join(dir, file)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func annotate(byName map[string]*Article, fsys fs.FS, file string) error {
	article, annotator := annotated(byName, strings.TrimSuffix(path.Base(file), ".ann"))
	if article == nil {
		return fmt.Errorf("%s: there is no text of that name", file)
	}
	ann, err := readText(fsys, file)
	if err != nil {
		return err
	}
	found, err := ParseBrat(file, ann, article.Text)
	if err != nil {
		return err
	}
	article.Annotators = append(article.Annotators, Annotator{annotator, found})
	return nil
}

// annotated splits NAME_ANNOTATOR. Names hold underscores themselves, so the
// texts at hand decide.
func annotated(byName map[string]*Article, stem string) (article *Article, annotator string) {
	if article := byName[stem]; article != nil {
		return article, ""
	}
	cut := strings.LastIndexByte(stem, '_')
	if cut < 0 {
		return nil, ""
	}
	return byName[stem[:cut]], stem[cut+1:]
}
