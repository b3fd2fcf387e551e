package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/attribute"
	"hearsay/internal/block"
	"hearsay/internal/gold"
	"hearsay/internal/lexicon"
	"hearsay/internal/name"
	"hearsay/internal/parse"
	"hearsay/internal/resolve"
	"hearsay/internal/score"
	"hearsay/internal/segment"
	"hearsay/internal/tag"
	"hearsay/internal/weights"
)

// fitSalience prints the points that package resolve counts with, fitted anew:
// for each line and column of its table in turn it tries a little more and a
// little less, and keeps what gets more mentions right, until nothing does. The
// mentions are those of GUM's training part and the sources of the scenarios.
func fitSalience(data *string) *cobra.Command {
	var scenarios string
	var columns []int
	cmd := &cobra.Command{
		Use:   "salience",
		Short: "Fits the points by which pronouns are resolved and prints them",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, err := newSalienceFit(*data, scenarios)
			if err != nil {
				return err
			}
			f.climb(columns, cmd.ErrOrStderr())
			return f.print(cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&scenarios, "scenarios", "../shared/scenarios", "`folder` with the scenarios")
	cmd.Flags().IntSliceVar(&columns, "columns", []int{0, 1, 2, 3}, "`numbers` of the columns to fit, from 0")
	return cmd
}

// salienceFit is the material and the points so far.
type salienceFit struct {
	treebank []corefText
	reports  []sourceText
	points   resolve.Salience
	desk     resolve.Desk
}

// corefText is an analysed treebank document with its gold mentions.
type corefText struct {
	doc      *hearsay.Document
	words    []*lexicon.Word
	found    []hearsay.Attribution
	mentions []gold.EntityMention
}

// sourceText is an analysed report of a scenario.
type sourceText struct {
	corefText
	actors   []gold.TrueActor
	revision gold.Revision
}

// analyst takes texts as far as resolving needs them, with the embedded weights.
type analyst struct {
	tagger *tag.Tagger
	parser *parse.Parser
	finder *attribute.Finder
	namer  *name.Finder
	lex    *lexicon.Lexicon
}

func newAnalyst() (a analyst, err error) {
	file, err := weights.Embedded()
	if err != nil {
		return a, err
	}
	if a.tagger, err = stage(file, "tag", tag.Parse); err != nil {
		return a, err
	}
	if a.parser, err = stage(file, "parse", parse.Parse); err != nil {
		return a, err
	}
	if a.namer, err = stage(file, "name", name.Parse); err != nil {
		return a, err
	}
	a.finder, err = stage(file, "attribute", attribute.Parse)
	a.lex = lexicon.New()
	return a, err
}

func stage[T any](file weights.File, which string, parse func([]byte) (T, error)) (none T, err error) {
	section, err := file.Section(which)
	if err != nil {
		return none, err
	}
	return parse(section)
}

func (a analyst) analyse(doc *hearsay.Document) corefText {
	words := a.lex.Look(doc, nil)
	a.tagger.Tag(doc, words)
	a.parser.Parse(doc, words, new(parse.Desk))
	a.namer.Find(doc, words, new(name.Desk))
	return corefText{doc: doc, words: words, found: a.finder.Find(doc, words)}
}

func newSalienceFit(data, scenarios string) (*salienceFit, error) {
	a, err := newAnalyst()
	if err != nil {
		return nil, err
	}
	f := &salienceFit{points: resolve.Fitted()}
	f.desk.Points = &f.points
	if err := f.readTreebank(a, filepath.Join(data, "ud-gum.tar.gz")); err != nil {
		return nil, err
	}
	return f, f.readScenarios(a, scenarios)
}

func (f *salienceFit) readTreebank(a analyst, path string) error {
	archive, err := gold.Open(path)
	if err != nil {
		return err
	}
	docs, err := gold.CoNLLU(archive, "train")
	if err != nil {
		return err
	}
	for _, d := range docs {
		doc := gold.Document(d.Sentences)
		gold.MarkQuotations(doc)
		text := a.analyse(doc)
		if text.mentions, err = gold.EntityMentions(d); err != nil {
			return err
		}
		f.treebank = append(f.treebank, text)
	}
	return nil
}

func (f *salienceFit) readScenarios(a analyst, dir string) error {
	scenarios, err := gold.Scenarios(os.DirFS(dir))
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	for _, s := range scenarios {
		for _, v := range s.Revisions {
			report := v.Report
			report.Blocks = block.Find(report.Text, report.Blocks)
			f.reports = append(f.reports, sourceText{a.analyse(segment.Split(report)), s.Actors, v})
		}
	}
	return nil
}

// climb changes the points one by one as long as that helps.
func (f *salienceFit) climb(columns []int, log io.Writer) {
	best := f.right()
	for moved := true; moved; {
		moved = false
		for line := range resolve.Lines {
			for _, column := range columns {
				if now := f.improve(line, column, best); now > best {
					fmt.Fprintf(log, "%s, column %d: %d; %d right\n", resolve.Line(line), column, f.points[line][column], now)
					best, moved = now, true
				}
			}
		}
	}
}

// improve tries other points in one place, leaves the best there, and returns
// how many mentions are right with them.
func (f *salienceFit) improve(line, column, best int) int {
	at := &f.points[line][column]
	kept := *at
	for _, step := range []int{1, -1, 3, -3, 6, -6} {
		was := kept
		*at += step
		if now := f.right(); now > best {
			best, kept = now, *at
		}
		*at = was
	}
	*at = kept
	return best
}

// The weights of what is counted: a mention of somebody named counts twice one
// of somebody whom the text never names, and a report's sources for more; the most,
// that a source the report keeps unnamed is taken for nobody with a name.
const (
	namedCounts   = 2
	sourceCounts  = 4
	unnamedCounts = 12
)

// right counts the mentions resolved rightly with the points as they are.
func (f *salienceFit) right() int {
	sum := 0
	for _, t := range f.treebank {
		r := resolve.Resolve(t.doc, t.words, t.found, &f.desk)
		named, unnamed := score.CorefRight(t.mentions, references(r))
		sum += namedCounts*named + unnamed
	}
	var sources score.SourceResult
	for _, t := range f.reports {
		r := resolve.Resolve(t.doc, t.words, t.found, &f.desk)
		sources.CountSources(t.actors, t.revision, func(s hearsay.Span) (who score.Who) {
			who.Names, who.Named = r.Called(s)
			return who
		})
	}
	return sum + sourceCounts*sources.Pronouns.Right + unnamedCounts*sources.UnnamedPronouns.Right +
		sourceCounts/2*(sources.Others.Right+sources.UnnamedOthers.Right)
}

func references(r resolve.Resolution) (out []score.Reference) {
	r.Each(func(head, entity, naming int) {
		out = append(out, score.Reference{Head: head, Actor: entity, Naming: naming})
	})
	return out
}

func (f *salienceFit) print(w io.Writer) error {
	for line := range resolve.Lines {
		if _, err := fmt.Fprintf(w, "%-72q %v\n", resolve.Line(line), f.points[line]); err != nil {
			return err
		}
	}
	return nil
}
