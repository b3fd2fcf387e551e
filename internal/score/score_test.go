package score

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"hearsay/internal/gold"
)

func many(n int) []gold.Article {
	var out []gold.Article
	for i := range n {
		out = append(out, gold.Article{Name: fmt.Sprint(i), Annotators: []gold.Annotator{{}}})
	}
	return out
}

func TestReadKeepsTheOrder(t *testing.T) {
	done := 0
	found, err := Read(context.Background(), many(50), func(_ context.Context, a gold.Article) ([]Found, error) {
		var n int
		fmt.Sscan(a.Name, &n)
		return []Found{{Confidence: n}}, nil
	}, func() { done++ })
	if err != nil || done != 50 {
		t.Fatalf("%d done, %v", done, err)
	}
	for i, f := range found {
		if f[0].Confidence != i {
			t.Fatalf("article %d has what was found in %d", i, f[0].Confidence)
		}
	}
}

func TestReadStopsAtAnError(t *testing.T) {
	broken := errors.New("broken")
	done := 0
	_, err := Read(context.Background(), many(1000), func(_ context.Context, a gold.Article) ([]Found, error) {
		return nil, broken
	}, func() { done++ })
	if !errors.Is(err, broken) || done == 1000 {
		t.Errorf("%d done, %v", done, err)
	}
}

func TestReadStopsWhenToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, many(1000), func(context.Context, gold.Article) ([]Found, error) { return nil, nil }, func() {})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTables(t *testing.T) {
	a := article(t, talks, []string{"Ana Berg | said | the port would open"}, []string{"Ana Berg | said | the port would open", "He | added | the strike"})
	r := Evaluate([]Article{a})
	var b strings.Builder
	if err := r.Table(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"  source                    50.0   100.0    66.7   66.7 – 66.7          1      2\n",
		"  exact/pronoun              0.0     0.0     0.0   0.0 – 0.0            0      1\n",
		"  0.9 – 1.0         2  100.0     50.0     50.0     50.0     50.0     50.0     50.0\n",
		"coverage at 0.9: 100.0 of 2 found\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no line %q in\n%s", want, b.String())
		}
	}
	b.Reset()
	moved, err := Compare(r, Evaluate([]Article{article(t, talks, []string{"Ana Berg | said | the port would open"}, nil)}))
	if err != nil {
		t.Fatal(err)
	}
	if err := DifferenceTable(&b, moved); err != nil {
		t.Fatal(err)
	}
	if want := "  source                    66.7     0.0   -66.7   -66.7 – -66.7     100.0 %\n"; !strings.Contains(b.String(), want) {
		t.Errorf("no line %q in\n%s", want, b.String())
	}
}
