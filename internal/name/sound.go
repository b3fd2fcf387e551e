package name

import (
	"math/rand/v2"
	"slices"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// A given name often sounds like a woman's or a man's: by its ending, its beginning
// or because it is known. A log-linear model tells how much; it learns from those
// whom a text calls "he" or "she".
//
//	Mina Holt      +    ends in -a
//	Anton Reske    −
//	Holt           0    no given name
const soundFeatures = 7

// soundOf returns the features of a given name.
func soundOf(w *lexicon.Word) [soundFeatures]uint32 {
	return [soundFeatures]uint32{
		linear.Mix(400, w.Lower, 0),
		linear.Mix(401, w.Suffix[0], 0), linear.Mix(402, w.Suffix[1], 0), linear.Mix(403, w.Suffix[2], 0), linear.Mix(404, w.Suffix[3], 0),
		linear.Mix(405, w.Prefix[1], 0), linear.Mix(406, w.Prefix[2], 0),
	}
}

// The classes of the model.
const (
	soundsMale   = 0
	soundsFemale = 1
)

// sounds returns how much a given name sounds like a woman's, in steps of half a
// nat; negative: like a man's.
func (f *Finder) sounds(w *lexicon.Word) int8 {
	mask := uint32(len(f.Sound.W) - 1)
	sum := 0
	for _, id := range soundOf(w) {
		sum += f.Sound.W[(id^soundsFemale)&mask].Units() - f.Sound.W[(id^soundsMale)&mask].Units()
	}
	return int8(max(-loudest, min(loudest, sum/(linear.Scale/2))))
}

const loudest = 6

// given returns the given name in a name, nil for none: the first of several words,
// without titles, which are usual words, and without initials.
func (f *Finder) given(words []*lexicon.Word, n hearsay.Name) *lexicon.Word {
	for t := n.First; t < n.End-1; t++ {
		w := words[t]
		if w.Kind != lexicon.Capitalised || f.Small.Get(w.Lower) != 0 {
			continue
		}
		if len(w.Text) < 3 || w.Text[len(w.Text)-1] == '.' {
			continue
		}
		return w
	}
	return nil
}

// hear fills how persons' names sound.
func (f *Finder) hear(words []*lexicon.Word, names []hearsay.Name) {
	for i, n := range names {
		if n.Kind != hearsay.PersonName {
			continue
		}
		if w := f.given(words, n); w != nil {
			names[i].Sounds = f.sounds(w)
		}
	}
}

// Bearer is somebody with a given name whom a text calls "he" or "she".
type Bearer struct {
	Given  string
	Female bool
}

// fitSound trains the model of sounds.
func fitSound(bearers []Bearer, s Settings) *linear.Table {
	t := linear.NewChoiceTrainer(soundBits, s.First.Rate, s.First.Decay)
	lex := lexicon.New()
	order := slices.Clone(bearers)
	rng := rand.New(rand.NewPCG(s.First.Seed, 11))
	for range soundEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, b := range order {
			ids := soundOf(lex.Word(b.Given))
			class := soundsMale
			if b.Female {
				class = soundsFemale
			}
			t.Learn(ids[:], 1<<soundsMale|1<<soundsFemale, 1<<class, 1)
		}
	}
	return t.Table()
}

const (
	soundBits   = 13
	soundEpochs = 5
)
