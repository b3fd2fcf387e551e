package tracer

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay"
	"hearsay/reader"
)

// invented returns n reports of about 500 words each on one invented affair: each
// tells some of its claims, in one of several wordings, among sentences of its own.
func invented(n int) []hearsay.Report {
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]hearsay.Report, n)
	for i := range all {
		outlet := outlets[r.IntN(len(outlets))]
		all[i] = hearsay.Report{
			Path: fmt.Sprintf("report-%04d.txt", i), Outlet: outlet, URL: fmt.Sprintf("https://%s.example/%d", strings.ToLower(strings.ReplaceAll(outlet, " ", "-")), i),
			Published: time.Date(2031, 4, 1, 0, 10*i, 0, 0, time.UTC), Text: inventedText(r),
		}
	}
	return all
}

func inventedText(r *rand.Rand) string {
	var b strings.Builder
	for words := 0; words < 500; {
		sentence := filler(r)
		if r.IntN(2) == 0 {
			sentence = told(r)
		}
		b.WriteString(sentence)
		words += len(strings.Fields(sentence))
		if r.IntN(3) == 0 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func pick(r *rand.Rand, words string) string {
	all := strings.Split(words, "|")
	return all[r.IntN(len(all))]
}

var outlets = strings.Split("Radio Drenn|The Orl Post|Vale Courier|Harbour Wire|Channel Nine|Morning Ledger|Lake Herald|Coast Agency|City Gazette|North Line", "|")

// told is a statement of the affair in one of several wordings.
func told(r *rand.Rand) string {
	who := pick(r, "Governor Ana Lodz|The rescue service|A senior official|Mayor Tomas Brek|The union|The company|Two diplomats|A spokesman for the League|The health ministry|Radio Drenn")
	n := 10 + r.IntN(60)
	what := pick(r, "the League would free %d captives by Friday|%d miners were missing after the collapse|at least %d people had been killed in the fire|"+
		"the company had offered a rise of %d percent|the union wanted %d percent over two years|%d ships were waiting off the port|the dam would release %d cubic metres a second|"+
		"the road would stay closed for %d days|no vote had been set|the talks had failed|the inquiry would begin on Monday|the bridge was unsafe|the wells had been tested|the price had risen to %d crowns")
	if strings.Contains(what, "%d") {
		what = fmt.Sprintf(what, n)
	}
	return who + " " + pick(r, "said|told reporters|confirmed|denied|announced|reported") + " that " + what + "."
}

// filler is a sentence that no other report has.
func filler(r *rand.Rand) string {
	word := func() string {
		return pick(r, "harbour|market|valley|council|engineer|teacher|orchard|festival|library|railway|garden|bakery|station|window|ladder|winter|summer|river|forest|letter|museum|theatre|factory|village") +
			pick(r, "|s")
	}
	return "The " + word() + " near the " + word() + " " + pick(r, "waited|stood empty|opened early|looked quiet|was painted|had changed") + " while the " + word() + " and the " + word() +
		" " + pick(r, "filled|closed|emptied|grew") + " in the " + word() + " of " + pick(r, "Sefra|Halvick|Orl|Belhorn|Karrow|Lindmark") + fmt.Sprintf(" %d.", r.IntN(5000))
}

var readThousand = sync.OnceValues(func() ([]hearsay.Record, error) {
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	var all []hearsay.Record
	for _, report := range invented(1001) {
		record, err := r.Read(context.Background(), report)
		if err != nil {
			return nil, err
		}
		all = append(all, record)
	}
	return all, nil
})

func thousand(b *testing.B) []hearsay.Record {
	all, err := readThousand()
	if err != nil {
		b.Fatal(err)
	}
	return all
}

// BenchmarkTraceThousand compares 1,000 reports of 500 words that have been read.
func BenchmarkTraceThousand(b *testing.B) {
	all := thousand(b)[:1000]
	for b.Loop() {
		if _, err := Trace(context.Background(), all); err != nil {
			b.Fatal(err)
		}
	}
}
