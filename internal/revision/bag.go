package revision

import (
	"strings"

	"hearsay"
	"hearsay/internal/wording"
)

// bag is the words of a stretch without their order, each as often as it stands.
type bag struct {
	count  map[string]int
	weight int
}

// Words that say something weigh more than those that every sentence has.
const (
	contentWeight  = 3
	functionWeight = 1
)

var function = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`a an the and or but nor so yet of in on at to for from by with as into onto over under after before
		about against between through during until since that which who whom whose this these those it its it's he she they them his her their
		him we us our you your i my me is are was were be been being am has have had do does did will would can could may might shall should must
		not no there here then than when where while if because also said says say`) {
		words[w] = true
	}
	return words
}()

func weightOf(word string) int {
	if function[word] {
		return functionWeight
	}
	return contentWeight
}

func bagOf(text string) bag { return bagOfTokens(wording.Words(text, hearsay.Span{End: len(text)})) }

func bagOfTokens(tokens []wording.Token) bag {
	b := bag{count: map[string]int{}}
	for _, t := range tokens {
		if !t.Mark {
			b.count[t.Key]++
			b.weight += weightOf(t.Key)
		}
	}
	return b
}

// shared returns the weight of the words that two bags have in common.
func (b bag) shared(c bag) int {
	weight := 0
	for word, n := range b.count {
		weight += min(n, c.count[word]) * weightOf(word)
	}
	return weight
}

// similarity returns how much two bags have in common of what both have, in
// thousandths (Dice's coefficient).
func similarity(b, c bag) int {
	if b.weight+c.weight == 0 {
		return 1000
	}
	return 2000 * b.shared(c) / (b.weight + c.weight)
}

// shareContent reports whether two bags have a word in common that says something.
func shareContent(b, c bag) bool {
	for word := range b.count {
		if !function[word] && c.count[word] > 0 {
			return true
		}
	}
	return false
}

// folded returns tokens as they are compared, with single spaces.
func folded(tokens []wording.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteByte(' ')
		b.WriteString(t.Key)
	}
	b.WriteByte(' ')
	return b.String()
}
