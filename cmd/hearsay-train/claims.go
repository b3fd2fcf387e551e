package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/claim"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
	"hearsay/tracer"
)

// fitClaims prints the weights by which package claim tells whether two statements
// are one claim: a logistic regression over the pairs of the invented affairs, and
// then the bias, and what pairs count that are not compared, that link most pairs
// rightly once they are put together. For each affair in turn it first fits on the
// others and tells how well that does on this one.
func fitClaims() *cobra.Command {
	var folders []string
	var ridge float64
	var show string
	var shift float64
	var unlike, closest int
	var sweep bool
	cmd := &cobra.Command{
		Use:   "claims",
		Short: "Fits the weights by which statements are linked and prints them",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, err := newClaimFit(cmd.Context(), folders, ridge)
			if err != nil {
				return err
			}
			f.show, f.shift, f.unlike, f.closest = show, shift, unlike, closest
			if sweep {
				f.sweep(cmd.OutOrStdout())
				return nil
			}
			f.crossValidate(cmd.OutOrStdout())
			return f.print(cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringSliceVar(&folders, "scenarios", []string{"../shared/scenarios"}, "`folders` with invented affairs")
	cmd.Flags().StringVar(&show, "mistakes", "", "`affair` whose mistakes, when it is held out, are told")
	cmd.Flags().Float64Var(&shift, "shift", 0.5, "what is added to the fitted bias")
	cmd.Flags().IntVar(&unlike, "unlike", -3000, "what pairs count that are not compared, in thousandths of a nat")
	cmd.Flags().IntVar(&closest, "closest", 400, "how much the closest pair counts, in thousandths")
	cmd.Flags().BoolVar(&sweep, "sweep", false, "tell how other values of --shift and --unlike do on held-out affairs")
	cmd.Flags().Float64Var(&ridge, "ridge", 3, "how much large weights cost")
	return cmd
}

// claimFit is the material.
type claimFit struct {
	affairs []affair
	ridge   float64
	show    string
	shift   float64
	unlike  int
	closest int
}

// affair is one invented affair as it was read, with what pairs can be learned from.
type affair struct {
	name       string
	told       *score.Affair
	ids        []string // of the reports
	records    []hearsay.Record
	comparison *claim.Comparison
	examples   []example
	given      []example // of pairs of the truth's own attributions
}

// example is a pair with its features, in units, and whether it is one claim.
type example struct {
	features []float64
	alike    bool
	weight   float64
	count    int
	a, b     hearsay.Place
}

func newClaimFit(ctx context.Context, folders []string, ridge float64) (*claimFit, error) {
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	f := &claimFit{ridge: ridge}
	for _, folder := range folders {
		scenarios, err := gold.Scenarios(os.DirFS(folder))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", folder, err)
		}
		for _, s := range scenarios {
			a, err := readAffair(ctx, r, s)
			if err != nil {
				return nil, err
			}
			f.affairs = append(f.affairs, a)
		}
	}
	return f, nil
}

func readAffair(ctx context.Context, r *reader.Reader, s gold.Scenario) (affair, error) {
	found := func(v gold.Revision) (hearsay.Record, error) { return r.Read(ctx, v.Report) }
	a, err := compareAffair(ctx, s, found)
	if err != nil {
		return affair{}, err
	}
	given := func(v gold.Revision) (hearsay.Record, error) { return r.ReadGiven(ctx, v.Report, trueAttributions(v)) }
	perfect, err := compareAffair(ctx, s, given)
	a.given = perfect.examples
	return a, err
}

// trueAttributions are the attributions of the truth.
func trueAttributions(v gold.Revision) []hearsay.Attribution {
	var all []hearsay.Attribution
	for _, g := range v.Attributions {
		x := hearsay.Attribution{Content: g.Content, Manner: g.Manner, Confidence: 1000}
		if len(g.Source) > 0 {
			x.Source = &g.Source[0]
		}
		if len(g.Cue) > 0 {
			x.Cue = &g.Cue[0]
		}
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(x, y hearsay.Attribution) int { return cmp.Compare(x.Content[0].Start, y.Content[0].Start) })
	for i := range all {
		all[i].ID = i
	}
	return all
}

// compareAffair reads an affair and sets its pairs beside the truth.
func compareAffair(ctx context.Context, s gold.Scenario, read func(gold.Revision) (hearsay.Record, error)) (affair, error) {
	var records []hearsay.Record
	for _, v := range s.Revisions {
		record, err := read(v)
		if err != nil {
			return affair{}, fmt.Errorf("%s: %w", v.ID, err)
		}
		records = append(records, record)
	}
	trace, err := tracer.Trace(ctx, records)
	if err != nil {
		return affair{}, err
	}
	told := score.NewAffair(s, trace)
	a := affair{name: s.Name, told: told, records: records, comparison: claim.Compare(&trace)}
	for _, v := range s.Revisions {
		a.ids = append(a.ids, v.ID)
	}
	a.learn()
	return a, nil
}

// learn makes examples of the pairs of which the truth tells whether they are one
// claim.
func (a *affair) learn() {
	claims := a.told.TrueClaims()
	for _, x := range a.comparison.Examples() {
		n, alike := 0, 0
		for _, p := range x.A {
			for _, q := range x.B {
				one, okA := claims[p]
				two, okB := claims[q]
				if !okA || !okB || a.told.Related(p.Report, q.Report) {
					continue
				}
				n++
				if one != "" && one == two {
					alike++
				}
			}
		}
		if n == 0 {
			continue
		}
		e := example{alike: 2*alike > n, weight: 1, count: n, a: x.A[0], b: x.B[0]}
		for _, v := range x.Features {
			e.features = append(e.features, float64(v)/1000)
		}
		a.examples = append(a.examples, e)
	}
}

// crossValidate fits on all affairs but one, for each, and tells the links found in
// that one.
func (f *claimFit) crossValidate(w io.Writer) {
	var sum, hard score.Count
	for i, held := range f.affairs {
		var rest []affair
		rest = append(append(rest, f.affairs[:i]...), f.affairs[i+1:]...)
		fitted := f.fit(rest)
		l, h := links([]affair{held}, fitted)
		fmt.Fprintf(w, "held out %-18s links %s   hard %s\n", held.name, prf(l), prf(h))
		sum, hard = plus(sum, l), plus(hard, h)
		if f.show == held.name {
			held.mistakes(w, fitted)
			held.wrongPairs(w, fitted)
		}
	}
	fmt.Fprintf(w, "held out %-18s links %s   hard %s\n\n", "together", prf(sum), prf(hard))
}

func plus(a, b score.Count) score.Count {
	return score.Count{Gold: a.Gold + b.Gold, System: a.System + b.System, Hit: a.Hit + b.Hit}
}

func prf(c score.Count) string {
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f (%d)", 100*c.Precision(), 100*c.Recall(), 100*c.F1(), c.Gold)
}

// links counts the links of affairs, and the hard ones, that weights find.
func links(affairs []affair, w claim.Weights) (all, hard score.Count) {
	for _, a := range affairs {
		l, h := a.told.Links(a.comparison.Claims(&w))
		all, hard = plus(all, l), plus(hard, h)
	}
	return all, hard
}

// fit returns the weights for some affairs.
func (f *claimFit) fit(affairs []affair) claim.Weights {
	var examples []example
	for _, a := range affairs {
		examples = append(append(examples, a.examples...), a.given...)
	}
	return shifted(logistic(examples, f.ridge, claim.Signs(), claim.Fixed()), f.shift, f.unlike, f.closest)
}

// shifted returns weights whose bias is more than the fitted one by shift, and with
// what pairs count that were not compared.
func shifted(weights []float64, shift float64, unlike, closest int) claim.Weights {
	w := claim.Weights{Unlike: unlike, Closest: closest}
	for i, x := range weights {
		if i == 0 {
			x += shift
		}
		w.Features[i] = int(1000 * x)
	}
	return w
}

// sweep tells the links found in held-out affairs for several shifts of the bias.
func (f *claimFit) sweep(w io.Writer) {
	fits := make([][]float64, len(f.affairs))
	for i := range f.affairs {
		var examples []example
		for k, a := range f.affairs {
			if k != i {
				examples = append(append(examples, a.examples...), a.given...)
			}
		}
		fits[i] = logistic(examples, f.ridge, claim.Signs(), claim.Fixed())
	}
	for _, unlike := range []int{-2000, -3000} {
		for _, closest := range []int{0, 200, 400, 600} {
			for _, shift := range []float64{-0.5, 0, 0.5, 1, 1.5, 2, 2.5} {
				var sum, hard score.Count
				each := ""
				for i := range f.affairs {
					l, h := links(f.affairs[i:i+1], shifted(fits[i], shift, unlike, closest))
					sum, hard = plus(sum, l), plus(hard, h)
					each += fmt.Sprintf(" %.0f/%.0f", 100*l.F1(), 100*h.F1())
				}
				fmt.Fprintf(w, "unlike %5d closest %d shift %4.1f   links %s   hard %s  %s\n", unlike, closest, shift, prf(sum), prf(hard), each)
			}
		}
	}
}

// print fits on all affairs and prints the weights as package claim has them.
func (f *claimFit) print(w io.Writer) error {
	weights := f.fit(f.affairs)
	l, h := links(f.affairs, weights)
	fmt.Fprintf(w, "all affairs: links %s   hard %s\n\n", prf(l), prf(h))
	for i, name := range claim.FeatureNames() {
		fmt.Fprintf(w, "\t\t%s: %d,\n", name, weights.Features[i])
	}
	_, err := fmt.Fprintf(w, "\tUnlike: %d,\n\tClosest: %d,\n", weights.Unlike, weights.Closest)
	return err
}
