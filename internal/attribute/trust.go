package attribute

import (
	"math/bits"
	"math/rand/v2"

	"hearsay"
	"hearsay/internal/linear"
)

// # How far a reading can be trusted
//
// Each labelling says how probable its own choice is, given that those before it
// chose well. They are fitted on the articles they judge, and they make the same
// mistakes together, so the product of the three promises too much. A log-linear
// model of two classes, right and wrong, learns from articles that the labellings
// had not seen what such probabilities come to:
//
//	cue 0.97  source 0.99  content 0.80  indirect  ──►  right 0.84
//
// Right is a reading whose cue shares a word with a true one, and so does its
// source (or neither has any), and whose content is at least half the same:
// their intersection is half of their union or more. What stands within another's content
// is judged alike, though no corpus at hand could teach how often that is right.

// confidence holds what the labellings make of their own choices, each a log
// probability in units of 1/linear.Scale.
type confidence struct {
	cue, source, content int32
}

func (c confidence) total() int32 { return c.cue + c.source + c.content }

// The classes of the model.
const (
	wrong = iota
	right
)

// confidenceIn returns how probable it is that a reading is right, in thousandths.
func (f *Finder) confidenceIn(r reading, manner hearsay.Manner) int {
	if r.layout {
		return expThousandths(r.sure.total())
	}
	return f.trust(r, manner)
}

// trust is confidenceIn for what the labellings found.
func (f *Finder) trust(r reading, manner hearsay.Manner) int {
	ids := r.signs(manner)
	return expThousandths(linear.LogProbability(f.Trust, ids[:], 1<<wrong|1<<right, right))
}

// signs are the features of a reading.
func (r reading) signs(manner hearsay.Manner) [9]uint32 {
	cue, source, content := bin(r.sure.cue), bin(r.sure.source), bin(r.sure.content)
	form := linear.Bit(r.source.len() == 0)<<4 | linear.Hash(string(manner))<<5
	return [9]uint32{
		linear.Mix(1, cue, 0), linear.Mix(2, source, 0), linear.Mix(3, content, 0),
		linear.Mix(4, cue, source), linear.Mix(5, cue, content), linear.Mix(6, source, content),
		linear.Mix(7, form, 0), linear.Mix(8, form, bin(r.sure.total())), linear.Mix(9, bin(r.sure.total()), 0),
	}
}

// bin sorts log probabilities by powers of two of their distance from certainty.
func bin(logp int32) uint32 {
	return uint32(bits.Len32(uint32(max(0, -logp)) / (linear.Scale / 64)))
}

// trial is a reading that was put to the test.
type trial struct {
	signs [9]uint32
	right bool
}

// try reads the part of a fold with models blind to it and holds the outermost
// readings against the truth.
func (f fold) try(finder *Finder) (trials []trial) {
	d := new(desk)
	for _, l := range f.part {
		readings := finder.readOutermost(d, l.doc, l.words)
		for n, outer := range nest(readings) {
			if r := readings[n]; outer < 0 && l.teaches(l.sentenceOf(r)) {
				trials = append(trials, trial{r.signs(mannerOf(l.doc, r.content)), l.confirms(r)})
			}
		}
	}
	return trials
}

// confirms reports whether some true attribution makes a reading right.
func (l *Lesson) confirms(r reading) bool {
	for _, t := range l.truth {
		sameSource := t.source.overlaps(r.source) || t.source.len() == 0 && r.source.len() == 0
		if t.cue.overlaps(r.cue) && sameSource && 2*shared(t.content, r.content) >= t.size()+r.size()-shared(t.content, r.content) {
			return true
		}
	}
	return false
}

// shared counts the tokens that two lists of runs have in common.
func shared(a, b []extent) (n int) {
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.end, y.end)-max(x.first, y.first))
		}
	}
	return n
}

// fitTrust learns from trials how far to trust.
func fitTrust(trials []trial, seed uint64) *linear.Table {
	const epochs = 8
	model := linear.NewChoiceTrainer(trustBits, 0.05, 1e-3)
	rng := rand.New(rand.NewPCG(seed, uint64(len(trials))))
	for range epochs {
		rng.Shuffle(len(trials), func(i, j int) { trials[i], trials[j] = trials[j], trials[i] })
		for i := range trials {
			model.Learn(trials[i].signs[:], 1<<wrong|1<<right, 1<<linear.Bit(trials[i].right), 1)
		}
		model.Collect()
	}
	return model.Table()
}

const trustBits = 11

// expTable holds 1000·exp(-d) for d in units of 1/linear.Scale.
var expTable = func() (t [8 * linear.Scale]int) {
	// Each entry is the one before times exp(-1/Scale), in 48-bit fixed point,
	// so that no platform's rounding can tell.
	const one, ratio = 1 << 48, 280377609773053 // ratio = one·exp(-1/256)
	v := uint64(one)
	for d := range t {
		t[d] = int((v*125 + 1<<44) >> 45)
		v = mulShift48(v, ratio)
	}
	return t
}()

func expThousandths(logp int32) int {
	if d := int(-logp); d < len(expTable) {
		return expTable[max(0, d)]
	}
	return 0
}

func mulShift48(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi<<16 | lo>>48
}
