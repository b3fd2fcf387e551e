package note

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// told writes a note as "kind: act parts places words [right|wrong]; …".
func told(n Note) string {
	var all []string
	for _, a := range n.Admissions {
		s := fmt.Sprintf("%s %v %v %q", a.Act, a.Parts, a.Places, a.In(n.Words))
		if a.Right != nil {
			s += fmt.Sprintf(" %s|%s", a.Right.In(n.Words), a.Wrong.In(n.Words))
		}
		all = append(all, s)
	}
	return string(n.Kind) + ": " + strings.Join(all, "; ")
}

func TestParse(t *testing.T) {
	for words, want := range map[string]string{
		"(Updates with Vost threat in fifth paragraph, relief figure in ninth.)": `update: changed [] [{5 5}] "Updates with Vost threat in fifth paragraph"; changed [figures] [{9 9}] "relief figure in ninth"`,
		"(Corrects number of ferries in last paragraph to 43, not 53; adds reply, Holt comment)": `correction: corrected [figures] [{-1 -1}] "Corrects number of ferries in last paragraph to 43, not 53" 43|53; ` +
			`added [quotes] [] "adds reply"; added [quotes] [] "Holt comment"`,
		"(Adds new offer in first and second paragraphs)": `update: added [] [{1 1} {2 2}] "Adds new offer in first and second paragraphs"`,
		"Adds details in paragraphs 3-5, 7 and 9; background": `update: added [details] [{3 5} {7 7} {9 9}] "Adds details in paragraphs 3-5, 7 and 9"; ` +
			`added [background] [] "background"`,
		"Adds byte from graf 6 on":                                     `update: added [details] [{6 -1}] "Adds byte from graf 6 on"`,
		"Recasts throughout, removes byline":                           `update: recast [] [{1 -1}] "Recasts throughout"; removed [byline] [] "removes byline"`,
		"(Updates toll in lead and adds quotes in paras 2, 7)":         `update: changed [figures lead] [{1 1}] "Updates toll in lead"; added [quotes] [{2 2} {7 7}] "adds quotes in paras 2, 7"`,
		"Clarifies title in last two paragraphs":                       `clarification: clarified [names] [{-2 -1}] "Clarifies title in last two paragraphs"`,
		"Changes first three paragraphs, penultimate paragraph":        `update: changed [] [{1 3}] "Changes first three paragraphs"; changed [] [{-2 -2}] "penultimate paragraph"`,
		"Adds quotes in third to fifth and 12th paragraphs":            `update: added [quotes] [{3 5} {12 12}] "Adds quotes in third to fifth and 12th paragraphs"`,
		"REFILE-Corrects name in final paragraph to Vost, not Voss":    `refile: corrected [names] [{-1 -1}] "REFILE-Corrects name in final paragraph to Vost, not Voss" Vost|Voss`,
		"CORRECTED: The vote is on Thursday, not on Friday":            `correction: corrected [] [] "The vote is on Thursday, not on Friday" Thursday|Friday`,
		"Correction, May 3: The bridge is in Drenn instead of Sennet.": `correction: corrected [] [] "The bridge is in Drenn instead of Sennet" Drenn|Sennet`,
		"Correction, May 3, 11:20 a.m.: An earlier version of this article gave the price as 32.50 crowns. It was 31.50 crowns.": `correction: ` +
			`corrected [figures] [] "An earlier version of this article gave the price as 32.50 crowns"`,
		"(This story has been updated to add the spokesman's post in paragraph 7.)": `update: added [] [{7 7}] "This story has been updated to add the spokesman's post in paragraph 7"`,
		"An earlier version of this story misstated the toll.":                      `correction: corrected [figures] [] "An earlier version of this story misstated the toll"`,
		"This story has been withdrawn.":                                            `withdrawal: `,
		"ADVISORY: A wrap will move by noon.":                                       `advisory: `,
		"This is a developing story and will be updated.":                           `advisory: changed [] [] "This is a developing story and will be updated"`,
		"Editor's note: Some names were left out.":                                  `editors: `,
		"Eds: Adds photo links.":                                                    `editors: added [pictures] [] "Adds photo links"`,
		"":                                                                          `update: `,
	} {
		if got := told(Parse(words)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", words, got, want)
		}
	}
}

// page is a report of a note, a paragraph with a dateline, prose, a subhead,
// and two more paragraphs of prose.
const page = "(Adds it)\n\nDRENN (NP) — One.\n\nTwo.\n\nThe end\n\nThree.\n\nFour."

func pageBlocks() []hearsay.Block {
	var blocks []hearsay.Block
	for _, b := range []struct {
		words string
		kind  hearsay.BlockKind
	}{
		{"(Adds it)", hearsay.BlockNote}, {"DRENN", hearsay.BlockDateline}, {"(NP) —", hearsay.BlockCredit}, {"One.", hearsay.BlockBody},
		{"Two.", hearsay.BlockQuote}, {"The end", hearsay.BlockSubhead}, {"Three.", hearsay.BlockBody}, {"Four.", hearsay.BlockBody},
	} {
		at := strings.Index(page, b.words)
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: at, End: at + len(b.words)}, Kind: b.kind})
	}
	return blocks
}

func TestCount(t *testing.T) {
	paragraphs, total := Count(page, pageBlocks())
	var got []string
	for _, p := range paragraphs {
		got = append(got, fmt.Sprintf("%s %d/%d", p.In(page), p.Prose, p.Printed))
	}
	want := "(Adds it) 0/1|DRENN (NP) — One. 1/2|Two. 2/3|The end 0/4|Three. 3/5|Four. 4/6"
	if strings.Join(got, "|") != want || total != (Place{4, 6}) {
		t.Errorf("got %s of %v, want %s", strings.Join(got, "|"), total, want)
	}
}

func TestResolve(t *testing.T) {
	total := Place{Prose: 4, Printed: 6}
	for words, want := range map[string]string{
		"Adds it in second paragraph":         "{[2] [2]}",
		"Adds it in last paragraph":           "{[4] [6]}",
		"Adds it in last two paragraphs":      "{[3 4] [5 6]}",
		"Adds it in paragraphs 3-5, 3 and 40": "{[3 4] [3 4 5]}",
		"Adds it throughout":                  "{[1 2 3 4] [1 2 3 4 5 6]}",
		"Adds it in paragraph 3 onwards":      "{[3 4] [3 4 5 6]}",
		"Adds it in last 10 paragraphs":       "{[1 2 3 4] [1 2 3 4 5 6]}",
		"Adds it":                             "{[] []}",
	} {
		if got := fmt.Sprint(Parse(words).Admissions[0].Resolve(total)); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

// Covers takes a place by either counting, and keeps apart what a note admits
// elsewhere from what it admits without saying where.
func TestCovers(t *testing.T) {
	paragraphs, total := Count(page, pageBlocks())
	for words, want := range map[string]string{
		"Adds it in second paragraph":            "unmentioned placed placed unmentioned unmentioned unmentioned", // One. by printed blocks, Two. by prose
		"Adds it in last paragraph":              "unmentioned unmentioned unmentioned unmentioned unmentioned placed",
		"Adds it in fourth paragraph":            "unmentioned unmentioned unmentioned placed unmentioned placed",
		"Adds it; adds more in second paragraph": "unplaced placed placed unplaced unplaced unplaced",
		"Adds it in paragraph 3, quotes":         "unplaced unplaced placed unplaced placed unplaced",
		"Adds it throughout":                     "placed placed placed placed placed placed",
		"ADVISORY: It goes on.":                  "unmentioned unmentioned unmentioned unmentioned unmentioned unmentioned",
	} {
		n := Parse(words)
		var got []string
		for _, p := range paragraphs {
			got = append(got, []string{"unmentioned", "unplaced", "placed"}[n.Covers(p.Place, total)])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q:\n got %v\nwant %s", words, got, want)
		}
	}
}

// A word has one meaning: else which one it has would be chance.
func TestWordsHaveOneMeaning(t *testing.T) {
	listed := 0
	for _, list := range actWords {
		listed += len(strings.Fields(list))
	}
	if listed != len(acts) {
		t.Errorf("%d words are listed for acts, and %d are different", listed, len(acts))
	}
	listed = 0
	for _, list := range partWords {
		listed += len(strings.Fields(list))
	}
	if listed != len(parts) {
		t.Errorf("%d words are listed for parts, and %d are different", listed, len(parts))
	}
}

func TestParseKeepsTheLaws(t *testing.T) {
	word := rapid.SampledFrom([]string{
		"Adds", "corrects", "paragraph", "paragraphs", "grafs", "3", "-", "5", ",", ";", ".", ":", "(", ")", "first", "last", "two", "and", "to", "not", "instead", "of",
		"throughout", "lead", "toll", "Correction", "\n", "é", "\uFFFD", "12th", "99999999999999999999", "onwards", "rather", "than", "in", "ninth",
	})
	rapid.Check(t, func(t *rapid.T) {
		checkParse(t, strings.Join(rapid.SliceOf(word).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap")))
	})
}

// checkParse fails unless every span lies in the words, admissions are in order
// and apart, and what they resolve to exists.
func checkParse(t interface {
	Helper()
	Fatalf(string, ...any)
}, words string) {
	t.Helper()
	n := Parse(words)
	total := Place{Prose: 7, Printed: 9}
	end := 0
	for _, a := range n.Admissions {
		if err := a.Check(len(words)); err != nil || a.Start < end {
			t.Fatalf("%q: admission %v after byte %d: %v", words, a, end, err)
		}
		end = a.End
		for _, s := range []*hearsay.Span{a.Right, a.Wrong} {
			if s != nil && !a.Contains(*s) {
				t.Fatalf("%q: %v is not within %v", words, *s, a.Span)
			}
		}
		c := a.Resolve(total)
		for _, list := range []struct {
			numbers []int
			total   int
		}{{c.Prose, total.Prose}, {c.Printed, total.Printed}} {
			for i, number := range list.numbers {
				if number < 1 || number > list.total || i > 0 && list.numbers[i-1] >= number {
					t.Fatalf("%q: resolves to %v", words, c)
				}
			}
		}
	}
	if told(Parse(words)) != told(n) {
		t.Fatalf("%q: two readings differ", words)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("(Corrects number in last paragraph to 43, not 53; adds quotes, paras 2, 7-9 and 12 onwards)")
	f.Add("Correction:: , ; - paragraph")
	f.Add("first two paragraphs not")
	f.Add("\xff, not \xff")
	f.Fuzz(func(t *testing.T, words string) { checkParse(t, words) })
}
