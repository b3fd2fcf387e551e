package parse

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// TestForeignFeaturesAddNothing holds a feature that comes to another's place to
// leave its weights alone.
func TestForeignFeaturesAddNothing(t *testing.T) {
	const own, foreign = 7<<24 | 5, 8<<24 | 5
	moves := &moveTable{make([]uint32, 16)}
	moves.places[5] = 7<<24 | 1<<16 | 0xFF<<8 | 3
	if got, want := moves.score([]uint32{own, own}), [3]int32{6, -2, 2}; got != want {
		t.Errorf("moves score %v, want %v", got, want)
	}
	if got := moves.score([]uint32{foreign, own + 1}); got != [3]int32{} {
		t.Errorf("moves score %v for others", got)
	}
	labels := &labelTable{make([]uint16, 64)}
	labels.places[5^9] = 7<<8 | 0xFE
	if got := labels.score([]uint32{own, own}, 9); got != -4 {
		t.Errorf("relation 9 scores %d, want -4", got)
	}
	if got := labels.score([]uint32{foreign}, 9) + labels.score([]uint32{own}, 8); got != 0 {
		t.Errorf("others score %d", got)
	}
}

// TestChoose compares both tables' choices with the definition: the lowest of
// the open classes that score highest.
func TestChoose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		moves, labels := &moveTable{make([]uint32, 64)}, &labelTable{make([]uint16, 64)}
		for i := range moves.places {
			moves.places[i] = rng.Uint32() & 0x01030303
			labels.places[i] = uint16(rng.Uint32()) & 0x0103
		}
		ids := rapid.SliceOfN(rapid.Uint32Range(0, 1<<25-1), 0, 6).Draw(t, "features")
		open := rapid.Uint64Range(1, 7).Draw(t, "moves")
		best, sums := uint8(255), moves.score(ids)
		for _, m := range movesOf(open) {
			if best == 255 || sums[m] > sums[best] {
				best = m
			}
		}
		if got := moves.choose(ids, open); got != best {
			t.Fatalf("move %d of %b chosen, want %d: %v", got, open, best, sums)
		}
		open, best = rapid.Uint64Min(1).Draw(t, "relations"), 255
		for r := range uint8(64) {
			if open>>r&1 == 1 && (best == 255 || labels.score(ids, r) > labels.score(ids, best)) {
				best = r
			}
		}
		if got := labels.choose(ids, open); got != best {
			t.Fatalf("relation %d of %b chosen, want %d", got, open, best)
		}
	})
}

// TestMajorityOwnsThePlace holds the feature with more than half of the votes to
// win, in whatever order they come.
func TestMajorityOwnsThePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		others := rapid.SliceOfN(rapid.Uint32Range(0, 5), 0, 30).Draw(t, "others")
		votes := append([]uint32(nil), others...)
		for range len(others) + 1 {
			votes = append(votes, 9)
		}
		b := newBallot(1)
		for _, v := range rapid.Permutation(votes).Draw(t, "votes") {
			b.vote(0, v<<24)
		}
		if b.owner[0] != 9 {
			t.Fatalf("feature %d owns the place after %v", b.owner[0], votes)
		}
	})
}

// TestVotesDoNotOverflow counts more votes than there is room for.
func TestVotesDoNotOverflow(t *testing.T) {
	b := newBallot(1)
	for range math.MaxUint16 + 2 {
		b.vote(0, 9<<24)
	}
	if b.vote(0, 3<<24); b.owner[0] != 9 || b.votes[0] != math.MaxUint16-1 {
		t.Errorf("feature %d owns the place with %d votes", b.owner[0], b.votes[0])
	}
}

// TestMean compares the mean that is kept by lags with one taken at every tick.
func TestMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWeights(newBallot(1), 1, &Settings{Rate: 0.1, Decay: 0.01})
		gradients := rapid.SliceOfN(rapid.Float32Range(-1, 1), 1, 20).Draw(t, "gradients")
		w.change(0, 0.5) // before the mean begins
		w.rest()
		sum := 0.0
		for _, g := range gradients {
			w.change(0, g)
			w.ticks++
			sum += float64(w.value[0])
		}
		got := []float32{1}
		w.addMean(got)
		if want := 1 + sum/float64(len(gradients)); math.Abs(float64(got[0])-want) > 1e-4 {
			t.Fatalf("the mean is %g, want %g", got[0], want)
		}
	})
}

// TestGradients holds the gradients to sum to nothing, and to lead towards the
// right classes alone, however improbable they are.
func TestGradients(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p [64]float64
		open := rapid.Uint64Range(1, 1<<8-1).Draw(t, "open")
		good := open & rapid.Uint64().Draw(t, "right")
		if good == 0 {
			good = open & -open
		}
		for c := range 8 {
			p[c] = rapid.Float64Range(-900, 900).Draw(t, "score")
		}
		chances(&p, open)
		gradients(&p, open, good)
		const rounding = 1e-12
		sum := 0.0
		for c := range 8 {
			switch {
			case open>>c&1 == 0:
			case good>>c&1 == 1 && p[c] < -rounding, good>>c&1 == 0 && p[c] > rounding, math.IsNaN(p[c]):
				t.Fatalf("class %d of %b has gradient %g, right are %b", c, open, p[c], good)
			default:
				sum += p[c]
			}
		}
		if math.Abs(sum) > 1e-9 {
			t.Fatalf("the gradients sum to %g", sum)
		}
	})
}

func TestStored(t *testing.T) {
	for _, c := range []struct {
		weight float32
		want   int8
	}{{0, 0}, {1, grain}, {-1, -grain}, {1. / 64, 0}, {3. / 64, 2}, {100, 127}, {-100, -127}} {
		if got := int8(stored(c.weight)); got != c.want {
			t.Errorf("%g is stored as %d, want %d", c.weight, got, c.want)
		}
	}
}

func TestTablesRoundTrip(t *testing.T) {
	moves := (&moveTable{[]uint32{1, 1 << 31, 0xABCDEF12, 0}}).Append(nil)
	labels := (&labelTable{[]uint16{0xABCD, 2}}).Append(nil)
	m, rest, err := parseMoveTable(append(moves, 9))
	if err != nil || !bytes.Equal(m.Append(nil), moves) || !bytes.Equal(rest, []byte{9}) {
		t.Errorf("moves %v became %v, %v and %v", moves, m, rest, err)
	}
	l, rest, err := parseLabelTable(append(labels, 9))
	if err != nil || !bytes.Equal(l.Append(nil), labels) || !bytes.Equal(rest, []byte{9}) {
		t.Errorf("labels %v became %v, %v and %v", labels, l, rest, err)
	}
}

// TestRunsAreAveraged holds two runs to give other weights than one, and the
// same each time.
func TestRunsAreAveraged(t *testing.T) {
	fit := func(runs int) []byte {
		s := settings
		s.Runs, s.Epochs = runs, 2
		return Fit(sentences(lessons...), s).Append(nil)
	}
	if !bytes.Equal(fit(0), fit(1)) {
		t.Error("no number of runs is not one run")
	}
	if two := fit(2); !bytes.Equal(two, fit(2)) || bytes.Equal(two, fit(1)) {
		t.Error("two runs give what one does, or not always the same")
	}
}
