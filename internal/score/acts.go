package score

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// What attributions do is judged on those that were found (Overlap) and that a reader
// labelled: right is any of the answers the reader lets pass.

// ActArticle is an article some of whose attributions are labelled, with what a system
// found in it.
type ActArticle struct {
	Article
	Labels []gold.ActLabel
	About  []int                 // for each label the gold attribution it is about
	Found  []hearsay.Attribution // in the order of Article.System
}

// NewActArticle sets labels beside what a system found. A label about no attribution
// of the article is an error.
func NewActArticle(a gold.Article, labels []gold.ActLabel, found []hearsay.Attribution) (ActArticle, error) {
	var all []Found
	for _, f := range found {
		all = append(all, Found{gold.Attribution{Source: piece(f.Source), Cue: piece(f.Cue), Content: f.Content}, f.Confidence})
	}
	out := ActArticle{Article: NewArticle(a, all), Labels: labels, Found: found}
	for _, l := range labels {
		i, ok := l.Find(a)
		if !ok {
			return out, fmt.Errorf("%s/%s: no attribution has its cue at %d and its content at %d", l.Part, l.Article, l.Cue, l.Content)
		}
		out.About = append(out.About, i)
	}
	return out, nil
}

// ActReading is one labelled attribution and what a system took it for.
type ActReading struct {
	Label gold.ActLabel
	Found *hearsay.Attribution // nil: not found
}

// Readings returns the article's labelled attributions, in the order of the labels.
func (a ActArticle) Readings() []ActReading {
	system := map[int]int{}
	for _, p := range Pairs(a.Article) {
		if p.Gold >= 0 && p.System >= 0 && Alike(Overlap, a.Gold[p.Gold], a.System[p.System]) {
			system[p.Gold] = p.System
		}
	}
	out := make([]ActReading, len(a.Labels))
	for i, l := range a.Labels {
		out[i].Label = l
		if s, ok := system[a.About[i]]; ok {
			out[i].Found = &a.Found[s]
		}
	}
	return out
}

// ActResult counts labelled attributions.
type ActResult struct {
	Found     Share                        `json:"found"`
	Kind      Share                        `json:"kind"`
	Stance    Share                        `json:"stance"`
	Kinds     map[hearsay.Act]NameCount    `json:"kinds"`
	Stances   map[hearsay.Stance]NameCount `json:"stances"`
	Confusion map[string]int               `json:"confusion"` // "demand → assertion": how often
	Intervals map[string]Interval          `json:"intervals"` // of kind, its mean, and stance
}

// EvaluateActs scores articles and gives 95 % intervals by the bootstrap over articles.
func EvaluateActs(articles []ActArticle) ActResult {
	each := make([]ActResult, len(articles))
	for i, a := range articles {
		each[i] = countActs(a.Readings())
	}
	r := sumActs(each)
	scores := map[string][]float64{}
	bootstrap(len(each), func(drawn []int) {
		var sum []ActResult
		for _, d := range drawn {
			sum = append(sum, each[d])
		}
		s := sumActs(sum)
		scores[kindFigure] = append(scores[kindFigure], s.Kind.Value())
		scores[kindMeanFigure] = append(scores[kindMeanFigure], s.MeanKind())
		scores[stanceFigure] = append(scores[stanceFigure], s.Stance.Value())
	})
	r.Intervals = map[string]Interval{}
	for _, figure := range []string{kindFigure, kindMeanFigure, stanceFigure} {
		r.Intervals[figure] = middle(scores[figure])
	}
	return r
}

func countActs(readings []ActReading) ActResult {
	r := newActResult()
	for _, x := range readings {
		r.Found.count(x.Found != nil)
		if x.Found == nil {
			continue
		}
		kind, stance := x.Label.Acts[0], x.Label.Stances[0]
		if slices.Contains(x.Label.Acts, x.Found.Act) {
			kind = x.Found.Act
		}
		if slices.Contains(x.Label.Stances, x.Found.Stance) {
			stance = x.Found.Stance
		}
		r.Kind.count(kind == x.Found.Act)
		r.Stance.count(stance == x.Found.Stance)
		countClass(r.Kinds, kind, x.Found.Act)
		countClass(r.Stances, stance, x.Found.Stance)
		if kind != x.Found.Act {
			r.Confusion[fmt.Sprintf("%s → %s", kind, x.Found.Act)]++
		}
		if stance != x.Found.Stance {
			r.Confusion[fmt.Sprintf("%s → %s", stance, x.Found.Stance)]++
		}
	}
	return r
}

func newActResult() ActResult {
	return ActResult{Kinds: map[hearsay.Act]NameCount{}, Stances: map[hearsay.Stance]NameCount{}, Confusion: map[string]int{}}
}

func countClass[S ~string](counts map[S]NameCount, truth, found S) {
	if truth == found {
		addCount(counts, truth, NameCount{1, 1, 1})
		return
	}
	addCount(counts, truth, NameCount{Gold: 1})
	addCount(counts, found, NameCount{Found: 1})
}

func addCount[S ~string](counts map[S]NameCount, class S, c NameCount) {
	sum := counts[class]
	counts[class] = NameCount{sum.Right + c.Right, sum.Gold + c.Gold, sum.Found + c.Found}
}

func sumActs(all []ActResult) ActResult {
	sum := newActResult()
	for _, r := range all {
		sum.Found = Share{sum.Found.Right + r.Found.Right, sum.Found.All + r.Found.All}
		sum.Kind = Share{sum.Kind.Right + r.Kind.Right, sum.Kind.All + r.Kind.All}
		sum.Stance = Share{sum.Stance.Right + r.Stance.Right, sum.Stance.All + r.Stance.All}
		for _, k := range hearsay.Acts {
			addCount(sum.Kinds, k, r.Kinds[k])
		}
		for _, s := range hearsay.Stances {
			addCount(sum.Stances, s, r.Stances[s])
		}
		for pair, n := range r.Confusion {
			sum.Confusion[pair] += n
		}
	}
	return sum
}

// MeanKind returns the mean F1 over the kinds that labels have (macro-F1).
func (r ActResult) MeanKind() float64 {
	sum, n := 0.0, 0
	for _, k := range hearsay.Acts {
		if c := r.Kinds[k]; c.Gold > 0 {
			sum += c.F1()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// Table writes the result for a person; data names the labels.
func (r ActResult) Table(w io.Writer, data string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-26s %7s %7s %7s %15s %6s %6s\n", data, "P", "R", "F1", "95 % interval", "gold", "found")
	whole := func(name string, x float64, n int) {
		fmt.Fprintf(&b, "  %-24s %7s %7s %7s %15s %6d\n", name, "", "", percent(x), r.Intervals[name].percent(), n)
	}
	fmt.Fprintf(&b, "  %-24s %7s %7s %7s %15s %6d %6d\n", "found", "", percent(r.Found.Value()), "", "", r.Found.All, r.Found.Right)
	whole(kindFigure, r.Kind.Value(), r.Kind.All)
	whole(kindMeanFigure, r.MeanKind(), r.Kind.All)
	for _, k := range hearsay.Acts {
		classRow(&b, classFigure(kindFigure, k), r.Kinds[k])
	}
	whole(stanceFigure, r.Stance.Value(), r.Stance.All)
	for _, s := range hearsay.Stances {
		classRow(&b, classFigure(stanceFigure, s), r.Stances[s])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func classRow(w io.Writer, name string, c NameCount) {
	fmt.Fprintf(w, "  %-24s %7s %7s %7s %15s %6d %6d\n", name, percent(ratio(c.Right, c.Found)), percent(ratio(c.Right, c.Gold)), percent(c.F1()), "", c.Gold, c.Found)
}

// Measured returns the figures that floors are for; data names the labels.
func (r ActResult) Measured(data string) []Measured {
	return []Measured{
		{"acts " + kindFigure + " " + data, r.Kind.Value(), r.Kind.All},
		{"acts " + kindMeanFigure + " " + data, r.MeanKind(), r.Kind.All},
		{"acts " + stanceFigure + " " + data, r.Stance.Value(), r.Stance.All},
	}
}

// ActMistakes returns how labelled attributions that were found are read wrong, the
// commonest first.
func ActMistakes(articles []ActArticle) []ActMistake {
	at := map[string]int{}
	var out []ActMistake
	for _, a := range articles {
		for _, x := range a.Readings() {
			if x.Found == nil || slices.Contains(x.Label.Acts, x.Found.Act) && slices.Contains(x.Label.Stances, x.Found.Stance) {
				continue
			}
			key := fmt.Sprintf("%s %s → %s %s", x.Label.Acts[0], x.Label.Stances[0], x.Found.Act, x.Found.Stance)
			i, known := at[key]
			if !known {
				i = len(out)
				at[key] = i
				out = append(out, ActMistake{Kind: key})
			}
			out[i].Places = append(out[i].Places, ActPlace{a.Name, words(a.Text, x.Found)})
		}
	}
	slices.SortStableFunc(out, func(x, y ActMistake) int { return len(y.Places) - len(x.Places) })
	return out
}

// ActMistake is a kind of mistake with where it was made.
type ActMistake struct {
	Kind   string     `json:"kind"` // "demand actual → assertion actual"
	Places []ActPlace `json:"places"`
}

// ActPlace is an attribution in an article.
type ActPlace struct {
	Article string `json:"article"`
	Words   string `json:"words"` // source | cue | content
}

func words(text string, a *hearsay.Attribution) string {
	var parts []string
	for _, s := range []*hearsay.Span{a.Source, a.Cue} {
		if s == nil {
			parts = append(parts, "–")
			continue
		}
		parts = append(parts, s.In(text))
	}
	for _, c := range a.Content {
		parts = append(parts, c.In(text))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " | ")), " ")
}

// ActMistakeTable writes mistakes with at most n examples of each.
func ActMistakeTable(w io.Writer, mistakes []ActMistake, n int) error {
	var b strings.Builder
	for _, m := range mistakes {
		fmt.Fprintf(&b, "%s: %d\n", m.Kind, len(m.Places))
		for _, p := range m.Places[:min(n, len(m.Places))] {
			fmt.Fprintf(&b, "    %s  %s\n", p.Article, p.Words)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
