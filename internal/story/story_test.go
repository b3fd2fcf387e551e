package story_test

import (
	"cmp"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/plain"
	"hearsay/internal/score"
	"hearsay/internal/story"
	"hearsay/reader"
)

// told is a report and the matter it is about.
type told struct {
	matter string
	name   string
	record hearsay.Record
}

func lookAlikes(t testing.TB) (all []told) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/lookalikes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		all = append(all, read(t, filepath.Dir(f.Name), f.Name, f.Data))
	}
	return all
}

// affairs are the invented affairs beside the repository; none without them.
func affairs(t testing.TB) (all []told) {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/scenarios/*/reports/*.txt")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, read(t, filepath.Base(filepath.Dir(filepath.Dir(f))), f, data))
	}
	return all
}

var newReader = func() func(testing.TB) *reader.Reader {
	var r *reader.Reader
	return func(t testing.TB) *reader.Reader {
		if r == nil {
			var err error
			if r, err = reader.New(); err != nil {
				t.Fatal(err)
			}
		}
		return r
	}
}()

func read(t testing.TB, matter, name string, data []byte) told {
	t.Helper()
	report, err := plain.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	record, err := newReader(t).Read(context.Background(), report)
	if err != nil {
		t.Fatal(err)
	}
	return told{matter, name, record}
}

// group puts the reports into stories in the order they are given.
func group(all []told) (gold []string, system []story.ID) {
	g := story.New()
	next := story.ID(0)
	for _, x := range all {
		terms := story.Of(x.record)
		at := x.record.Report.Stood()
		near, ok := g.Find(terms, at)
		if !ok {
			next++
			near.Story = next
		}
		g.Put(near.Story, terms, at)
		gold = append(gold, x.matter)
		system = append(system, near.Story)
		if other, ok := g.Bridge(near.Story, terms); ok {
			g.Merge(other, near.Story)
			for i := range system {
				if system[i] == other {
					system[i] = near.Story
				}
			}
		}
	}
	return gold, system
}

func byTime(all []told) []told {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b told) int {
		return cmp.Or(a.record.Report.Stood().Compare(b.record.Report.Stood()), strings.Compare(a.name, b.name))
	})
	return all
}

func TestLookAlikes(t *testing.T) {
	all := byTime(lookAlikes(t))
	holds(t, all, 0.95)
}

func TestAffairsAmongLookAlikes(t *testing.T) {
	all := affairs(t)
	if len(all) == 0 {
		t.Skip("the invented affairs are not at hand")
	}
	holds(t, byTime(append(all, lookAlikes(t)...)), 0.95)
}

// Without dates and headlines, and of the first words alone.
func TestLittleIsKnown(t *testing.T) {
	var bare, short []told
	for _, x := range append(affairs(t), lookAlikes(t)...) {
		r := x.record.Report
		r.Text, r.Headline, r.Blocks = r.Headline+"\n\n"+r.Text, "", nil
		r.Published, r.Updated = time.Time{}, time.Time{}
		bare = append(bare, again(t, x, r))
		words := strings.Fields(r.Text)
		r.Text = strings.Join(words[:min(len(words), 60)], " ")
		short = append(short, again(t, x, r))
	}
	holds(t, bare, 0.95)
	holds(t, short, 0.88)
}

func again(t *testing.T, x told, r hearsay.Report) told {
	record, err := newReader(t).Read(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	x.record = record
	return x
}

// The order in which reports arrive moves little.
func TestAnyOrder(t *testing.T) {
	all := append(affairs(t), lookAlikes(t)...)
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		r.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		holds(t, all, 0.95)
	}
}

func holds(t *testing.T, all []told, least float64) {
	t.Helper()
	gold, system := group(all)
	b := score.BCubed(gold, system)
	t.Logf("%d reports: B³ F1 %.3f, precision %.3f, recall %.3f", b.Things, b.F1(), b.Precision, b.Recall)
	if b.F1() < least {
		t.Errorf("B³ F1 is %.3f, want at least %.2f", b.F1(), least)
	}
	if b.F1() < least || testing.Verbose() {
		for i := range gold {
			t.Logf("%4d  %s %s", system[i], gold[i], filepath.Base(all[i].name))
		}
	}
}
