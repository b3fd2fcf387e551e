package score

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// TagCount is how a tagger did on gold tokens. Counts of several documents add
// up.
type TagCount struct {
	Tokens int `json:"tokens"` // with a tag in the gold
	Tags   int `json:"tags"`   // of them, tagged alike
	Lemmas int `json:"lemmas"` // of them, with the same dictionary form, letter case aside

	Confused map[Confusion]int `json:"-"`
}

// TagShare is the share of tokens with the right tag.
func (c *TagCount) TagShare() float64 { return ratio(c.Tags, c.Tokens) }

// LemmaShare is the share of tokens with the right lemma.
func (c *TagCount) LemmaShare() float64 { return ratio(c.Lemmas, c.Tokens) }

// Confusion is a gold tag and what a tagger made of it.
type Confusion struct{ Gold, Tagged string }

// TagAccuracy counts one document, which must have been built by gold.Document
// from these sentences and then tagged.
func TagAccuracy(sentences []gold.UDSentence, tagged *hearsay.Document) TagCount {
	count := TagCount{Confused: map[Confusion]int{}}
	next := 0
	for _, s := range sentences {
		for _, t := range s.Tokens {
			count.token(t, tagged.Tokens[next])
			next++
		}
	}
	return count
}

func (c *TagCount) token(g gold.UDToken, t hearsay.Token) {
	if g.XPOS == "_" {
		return
	}
	c.Tokens++
	if tag := t.Tag.String(); tag == g.XPOS {
		c.Tags++
	} else {
		c.Confused[Confusion{g.XPOS, tag}]++
	}
	if strings.EqualFold(g.Lemma, t.Lemma) {
		c.Lemmas++
	}
}

// Add adds another document's count to c.
func (c *TagCount) Add(o TagCount) {
	c.Tokens += o.Tokens
	c.Tags += o.Tags
	c.Lemmas += o.Lemmas
	if c.Confused == nil {
		c.Confused = map[Confusion]int{}
	}
	for confusion, n := range o.Confused {
		c.Confused[confusion] += n
	}
}

// Commonest returns the n most frequent confusions.
func (c *TagCount) Commonest(n int) []Confusion {
	var out []Confusion
	for confusion := range c.Confused {
		out = append(out, confusion)
	}
	slices.SortFunc(out, func(x, y Confusion) int {
		return cmp.Or(cmp.Compare(c.Confused[y], c.Confused[x]), cmp.Compare(x.Gold, y.Gold), cmp.Compare(x.Tagged, y.Tagged))
	})
	return out[:min(n, len(out))]
}

// Measured returns the accuracies as a baseline keeps them, for a treebank.
func (c *TagCount) Measured(treebank string) []Measured {
	return []Measured{
		{"tag/" + treebank, c.TagShare(), c.Tokens},
		{"lemma/" + treebank, c.LemmaShare(), c.Tokens},
	}
}
