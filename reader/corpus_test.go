package reader

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// The parts of the invented news that tests and benchmarks read. In a sentence,
// WHO is one who speaks, SAID a verb, WHAT a claim, and # a number.
var (
	speakers = []string{
		"the harbour ministry", "Mara Holt, the mayor of Velmark", "an aide who was not authorised to speak publicly",
		"Gen. Tomas Ardo", "Radio Drenn", "the League of Coastal Towns", "two people briefed on the talks", "she", "he",
		"a spokeswoman for the dockers", "residents", "the U.S.-led mission", "Lena J. Vost", "the court", "a statement",
	}
	verbs  = []string{"said", "said on Tuesday", "denied", "added", "warned", "told reporters", "announced", "insisted", "wrote in a letter"}
	claims = []string{
		"the bridge would open again in May", "at least # people had been wounded", "it would free # captives by Friday",
		"the toll had risen to 1,2##", "the talks were over", "nobody had seen the text", "prices were up by about #.5 percent",
		"the answer was still awaited", "they would go on either way", "the state-run Harbor Co. had lost $# million since 2014",
	}
	patterns = []string{
		"WHO SAID that WHAT.", "WHAT, WHO SAID.", "“WHAT,” WHO SAID. “WHAT.”", "According to WHO, WHAT.",
		"WHO, citing WHO, SAID that WHAT, and that WHAT.", "WHAT.", "Asked whether WHAT, WHO SAID: \"WHAT.\"",
		"WHO SAID, “WHAT” and “WHAT,” though WHO SAID that WHAT.", "The town has # inhabitants; # of them have left.",
	}
)

// inventedNews returns a report of about n words, another for each seed.
func inventedNews(seed uint64, n int) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	b.WriteString("VELMARK (RNS) — ")
	for words := 0; words < n; {
		for range 1 + rng.IntN(3) {
			s := inventedSentence(rng)
			words += len(strings.Fields(s))
			b.WriteString(s + " ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func inventedSentence(rng *rand.Rand) string {
	s := pick(rng, patterns)
	for _, slot := range []struct {
		mark  string
		words []string
	}{{"WHO", speakers}, {"SAID", verbs}, {"WHAT", claims}, {"#", []string{"1", "3", "7", "12", "30", "412"}}} {
		for strings.Contains(s, slot.mark) {
			s = strings.Replace(s, slot.mark, pick(rng, slot.words), 1)
		}
	}
	if s[0] < utf8.RuneSelf {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

func pick(rng *rand.Rand, from []string) string { return from[rng.IntN(len(from))] }
