package attribute

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/linear"
)

// TestExpThousandths compares with math.Exp, on which no result may depend.
func TestExpThousandths(t *testing.T) {
	for d := range int32(12 * linear.Scale) {
		want := 1000 * math.Exp(-float64(d)/linear.Scale)
		if got := expThousandths(-d); math.Abs(float64(got)-want) > 1 {
			t.Errorf("exp(-%d/%d) is %d thousandths, want %.2f", d, linear.Scale, got, want)
		}
	}
}

func TestConfirms(t *testing.T) {
	truth := reading{cue: extent{3, 5}, source: extent{0, 3}, content: []extent{{5, 9}, {12, 16}}}
	with := func(change func(r *reading)) reading {
		r := truth
		change(&r)
		return r
	}
	for _, c := range []struct {
		what string
		r    reading
		want bool
	}{
		{"the same", truth, true},
		{"cue and source touch", with(func(r *reading) { r.cue, r.source = extent{4, 6}, extent{2, 3} }), true},
		{"half of the content", with(func(r *reading) { r.content = []extent{{5, 9}} }), true},
		{"less than half", with(func(r *reading) { r.content = []extent{{5, 8}} }), false},
		{"twice the content", with(func(r *reading) { r.content = []extent{{5, 21}} }), true},
		{"more than twice", with(func(r *reading) { r.content = []extent{{5, 22}} }), false},
		{"another cue", with(func(r *reading) { r.cue = extent{5, 6} }), false},
		{"another source", with(func(r *reading) { r.source = extent{10, 11} }), false},
		{"no source", with(func(r *reading) { r.source = extent{} }), false},
	} {
		l := &Lesson{truth: []reading{{cue: extent{20, 21}, content: []extent{{21, 22}}}, truth}}
		if got := l.confirms(c.r); got != c.want {
			t.Errorf("%s: %t", c.what, got)
		}
	}
	sourceless := with(func(r *reading) { r.source = extent{} })
	if l := (&Lesson{truth: []reading{sourceless}}); !l.confirms(sourceless) || l.confirms(truth) {
		t.Error("a reading without a source is right where the truth has none, and only there")
	}
}

// TestTrustIsCalibrated fits on trials whose probability of being right is known
// and holds what comes out to be near it.
func TestTrustIsCalibrated(t *testing.T) {
	kinds := []struct {
		sure confidence
		of10 int // right in how many of ten
	}{
		{confidence{}, 9}, {confidence{cue: -40}, 7}, {confidence{source: -300}, 4}, {confidence{content: -900}, 2}, {confidence{-300, -300, -900}, 0},
	}
	var trials []trial
	for _, k := range kinds {
		for n := range 2000 {
			trials = append(trials, trial{reading{sure: k.sure}.signs(hearsay.Direct), n%10 < k.of10})
		}
	}
	f := &Finder{Trust: fitTrust(trials, 1)}
	for _, k := range kinds {
		if got := f.trust(reading{sure: k.sure}, hearsay.Direct); got < k.of10*100-40 || got > k.of10*100+40 {
			t.Errorf("%v: %d thousandths, want about %d", k.sure, got, k.of10*100)
		}
	}
}

// TestTrustStaysWithinBounds holds any reading to get from 0 to 1000.
func TestTrustStaysWithinBounds(t *testing.T) {
	f := taughtFinder()
	rapid.Check(t, func(t *rapid.T) {
		logp := rapid.Int32Range(-1<<29, 3) // rounding can make it more than certain
		r := reading{sure: confidence{logp.Draw(t, "cue"), logp.Draw(t, "source"), logp.Draw(t, "content")}}
		if got := f.trust(r, rapid.SampledFrom(hearsay.Manners).Draw(t, "manner")); got < 0 || got > 1000 {
			t.Fatalf("%v: %d", r.sure, got)
		}
	})
}
