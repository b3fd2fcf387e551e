package name

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/internal/lexicon"
)

// A labelling that learns from the news of some years learns who was in the news.
// So each lesson is learned twice: as it is, and with its names' words exchanged
// for invented ones, each made of the beginning of one and the end of another word
// of names of the same kind. What remains to go by is how names look and where
// they stand.
//
//	Karen Hollis of Brentwood Medical Center
//	Marlis Kardner of Hollwood Medical Center
//
// A word that the lessons also write in small letters ("center") tells what is
// named. It stays, or another such word is put in its place ("Brentwood Shipping
// Center").

// A few names stand in every other lesson of their years, and how those are used
// ("Hillary said") is not how names are used. Stretches with one of them are left
// out where names are invented.

// inventor makes words up.
type inventor struct {
	often map[string]bool      // words of names in too many lessons
	pool  [labelCount][]string // the words of names, sorted
	small map[string]bool      // words written in small letters somewhere
	nouns []string             // nouns written in small letters, sorted, now with a capital
	lex   *lexicon.Lexicon
}

func newInventor(lessons []*Lesson) *inventor {
	v := &inventor{small: map[string]bool{}, often: map[string]bool{}, lex: lexicon.New()}
	v.findOften(lessons)
	for _, l := range lessons {
		for t, w := range l.words {
			switch label := l.labels[t]; {
			case w.Kind == lexicon.LowerCase:
				v.small[w.Low] = true
				if tag := l.doc.Tokens[t].Tag.String(); (tag == "NN" || tag == "NNS") && len(w.Low) > 3 {
					v.nouns = append(v.nouns, strings.ToUpper(w.Low[:1])+w.Low[1:])
				}
			case w.Kind == lexicon.Capitalised && label != none:
				v.pool[label] = append(v.pool[label], w.Text)
			}
		}
	}
	for label := range v.pool {
		slices.Sort(v.pool[label])
	}
	slices.Sort(v.nouns)
	return v
}

// tooMany is the share of the lessons, one in so many, from which on a name is too
// common to learn from.
const tooMany = 30

func (v *inventor) findOften(lessons []*Lesson) {
	counts := map[string]int{}
	for _, l := range lessons {
		seen := map[string]bool{}
		for t, w := range l.words {
			if l.labels[t] != none && isCapital(w) && !seen[w.Text] {
				seen[w.Text] = true
				counts[w.Text]++
			}
		}
	}
	for word, n := range counts {
		v.often[word] = n > len(lessons)/tooMany
	}
}

// rename returns the lesson with other names.
func (v *inventor) rename(l *Lesson, seed uint64) *Lesson {
	rng := rand.New(rand.NewPCG(seed, 7))
	renamed := *l
	renamed.words = slices.Clone(l.words)
	renamed.passOver = make([]bool, len(l.words))
	made := map[string]*lexicon.Word{}
	v.foundCompanies(l, &renamed, made, rng)
	for t, w := range l.words {
		label := l.labels[t]
		if renamed.words[t] != w {
			continue // of a company just founded
		}
		renamed.passOver[t] = v.often[w.Text]
		if label == none || !isCapital(w) {
			continue
		}
		if label != person && v.small[w.Low] {
			if label == organisation && l.isNoun(t) && len(v.nouns) > 0 && rng.IntN(2) == 0 {
				renamed.words[t] = v.lex.Word(v.nouns[rng.IntN(len(v.nouns))])
			}
			continue
		}
		if made[w.Text] == nil {
			made[w.Text] = v.lex.Word(v.invent(w, label, rng))
		}
		renamed.words[t] = made[w.Text]
	}
	// The same word outside of names goes with them: they share a look.
	for t, w := range l.words {
		if now := made[w.Text]; now != nil && renamed.words[t] == w {
			renamed.words[t] = now
		}
	}
	return &renamed
}

// foundCompanies puts names like "Brentwood Shipping" in the place of most names
// of organisations that have two words. The news that is learned from has few
// companies, and knows most by name.
func (v *inventor) foundCompanies(l, renamed *Lesson, made map[string]*lexicon.Word, rng *rand.Rand) {
	if len(v.nouns) == 0 {
		return
	}
	as := map[string]*lexicon.Word{}
	for t := 0; t+1 < len(l.words); t++ {
		if !l.isPair(t) || rng.IntN(companies) == 0 {
			continue
		}
		first, key := l.words[t], l.words[t].Text+" "+l.words[t+1].Text
		if made[first.Text] == nil {
			made[first.Text] = v.lex.Word(v.invent(first, organisation, rng))
		}
		if as[key] == nil {
			as[key] = v.lex.Word(v.nouns[rng.IntN(len(v.nouns))])
		}
		renamed.words[t], renamed.words[t+1] = made[first.Text], as[key]
	}
}

// companies: one in so many pairs stays what it is.
const companies = 4

// isPair reports whether an organisation's name of two capitalised words begins at
// token t.
func (l *Lesson) isPair(t int) bool {
	is := func(i int) bool { return i >= 0 && i < len(l.labels) && l.labels[i] == organisation }
	return is(t) && is(t+1) && !is(t-1) && !is(t+2) && l.words[t].Kind == lexicon.Capitalised && l.words[t+1].Kind == lexicon.Capitalised
}

// isNoun reports whether a token is tagged as a noun.
func (l *Lesson) isNoun(t int) bool { return strings.HasPrefix(l.doc.Tokens[t].Tag.String(), "NN") }

// invent returns a word in place of w.
func (v *inventor) invent(w *lexicon.Word, label uint8, rng *rand.Rand) string {
	pool := v.pool[label]
	if rng.IntN(2) == 0 {
		pool = v.pool[1+rng.IntN(int(labelCount)-1)] // whatever its kind, it may sound like another
	}
	if w.Kind == lexicon.UpperCase {
		return letters(utf8.RuneCountInString(w.Text), rng)
	}
	if w.Kind != lexicon.Capitalised || len(pool) == 0 || utf8.RuneCountInString(w.Text) < 3 {
		return w.Text
	}
	begins, ends := []rune(pool[rng.IntN(len(pool))]), []rune(pool[rng.IntN(len(pool))])
	cut := max(1, len(ends)/2-rng.IntN(2))
	return string(begins[:(len(begins)+1)/2]) + string(ends[cut:])
}

// letters returns n capitals.
func letters(n int, rng *rand.Rand) string {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte('A' + rng.IntN(26))
	}
	return string(out)
}
