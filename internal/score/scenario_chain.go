package score

import (
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// longChain is how many hops a chain has that tells more than "the outlet heard
// it from somebody".
const longChain = 3

// sameChain reports whether two chains are alike: as many hops, and the words of
// each alike.
func sameChain(g, s []gold.Hop) bool {
	if len(g) != len(s) {
		return false
	}
	for i := range g {
		if !sameHop(g[i].As, s[i].As) {
			return false
		}
	}
	return true
}

// sameHop reports whether two hops' words are alike: both have none, or they
// share at least half of the content words of the one that has fewer. Of words
// that hold no content word, such as a pronoun, all words count.
func sameHop(g, s string) bool {
	if g == "" || s == "" {
		return g == s
	}
	x, y := wordSet(g), wordSet(s)
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= min(len(x), len(y))
}

func wordSet(phrase string) map[string]bool {
	all, content := map[string]bool{}, map[string]bool{}
	for _, t := range Tokenise(phrase) {
		w := strings.ToLower(t.In(phrase))
		if r := []rune(w)[0]; !isWord(r) {
			continue
		}
		all[w] = true
		if !functionWords[w] {
			content[w] = true
		}
	}
	if len(content) == 0 {
		return all
	}
	return content
}

// functionWords say nothing about who a voice is.
var functionWords = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the this that these those some any all both each
		of in on at to for from by with without about as into over under between among after before
		and or but nor not no
		i you he she it we they me him her us them his its our their my your
		who whom whose which what
		is are was were be been being has have had do does did will would can could may might must shall should
		s t`) {
		out[w] = true
	}
	return out
}()

// lastIdentity is the identity of the one who speaks; "" for a chain that was
// not read.
func lastIdentity(chain []gold.Hop) hearsay.Identity {
	if len(chain) == 0 {
		return ""
	}
	return chain[len(chain)-1].Identity
}
