package story

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay"
)

// Terms are the words by which a report is told to be of a story, each with how
// often it stands there.
type Terms struct {
	Title []Count // words of the headline
	Names []Count // words of proper names
	Body  []Count // other words that carry meaning
}

// Count is a word in lower case and how often it stands in a report.
type Count struct {
	Word string
	N    int
}

// maxTerms bounds each field: those that stand most often are kept.
const maxTerms = 120

// Of returns the terms of a record.
func Of(r hearsay.Record) Terms {
	title, names, body := map[string]int{}, map[string]int{}, map[string]int{}
	for _, w := range strings.FieldsFunc(r.Report.Headline, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		addTo(title, w)
	}
	for _, t := range r.Terms {
		switch t.Class {
		case hearsay.NameTerm:
			addTo(names, t.Lemma)
		case hearsay.NounTerm, hearsay.VerbTerm, hearsay.AdjectiveTerm:
			addTo(body, t.Lemma)
		}
	}
	return Terms{most(title), most(names), most(body)}
}

func addTo(counts map[string]int, word string) {
	word = strings.ToLower(word)
	if len(word) > 1 && !common[word] {
		counts[word]++
	}
}

// most returns the words that stand most often, in alphabetical order.
func most(counts map[string]int) []Count {
	all := make([]Count, 0, len(counts))
	for w, n := range counts {
		all = append(all, Count{w, n})
	}
	slices.SortFunc(all, func(a, b Count) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Word, b.Word)) })
	all = all[:min(len(all), maxTerms)]
	slices.SortFunc(all, func(a, b Count) int { return cmp.Compare(a.Word, b.Word) })
	return all
}

// String writes the terms so that Parse reads them: a line for each field, in it
// words and, where it is not 1, how often.
func (t Terms) String() string {
	var b strings.Builder
	for i, field := range [][]Count{t.Title, t.Names, t.Body} {
		if i > 0 {
			b.WriteByte('\n')
		}
		for k, c := range field {
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(c.Word)
			if c.N > 1 {
				b.WriteByte('/')
				b.WriteString(strconv.Itoa(c.N))
			}
		}
	}
	return b.String()
}

// Parse reads what String wrote.
func Parse(text string) (Terms, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 3 {
		return Terms{}, fmt.Errorf("terms: %d fields, not 3", len(lines))
	}
	var t Terms
	for i, field := range []*[]Count{&t.Title, &t.Names, &t.Body} {
		for part := range strings.FieldsSeq(lines[i]) {
			c := Count{part, 1}
			if at := strings.LastIndexByte(part, '/'); at > 0 {
				n, err := strconv.Atoi(part[at+1:])
				if err != nil {
					return Terms{}, fmt.Errorf("terms: %q: %w", part, err)
				}
				c = Count{part[:at], n}
			}
			*field = append(*field, c)
		}
	}
	return t, nil
}

// damp is how much a word counts that stands n times.
func damp(n int) float64 { return 1 + math.Log(float64(n)) }

// common are words that tell no story: of grammar, of reporting, of the calendar.
var common = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`a about accord according after again against ago all also am among an and announce another any april are around as ask
		at august away back be become been before begin being between both but by call can claim come confirm could day december declare
		deny describe did do does down during early each even february few find first for former four friday from get give go group had
		has have he her here him his hour how i if in into is it its january july june just keep know last late later leave less like
		long made make man many march may me meanwhile member minute monday month more morning most mr mrs ms much must my national near new
		news next no none not november now number october of off official on one only or other our out over part people person place
		president put really report reporter say said saturday second see september set she should show since six so some spokesman
		spokeswoman spokesperson state statement still such sunday take tell ten than that the their them then there these they think
		this those three through thursday time to today told tomorrow try tuesday two under until up us use very want was way we
		wednesday week well were what when where which while who why will with without woman work would year yesterday yet you`) {
		set[w] = true
	}
	return set
}()
