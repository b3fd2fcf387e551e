package reprint

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
)

// prose returns n invented paragraphs of some forty words, the same for the same seed.
func prose(seed uint64, n int) []string {
	random := rand.New(rand.NewPCG(seed, 1))
	var all []string
	for range n {
		words := make([]string, 40)
		for i := range words {
			words[i] = fmt.Sprintf("w%d", random.IntN(5000))
		}
		all = append(all, strings.Join(words, " ")+".")
	}
	return all
}

// printed makes a record of paragraphs. One that begins with "(" is a credit.
func printed(outlet, url string, hour int, paragraphs ...string) hearsay.Record {
	r := hearsay.Report{Outlet: outlet, URL: url, Text: strings.Join(paragraphs, "\n\n")}
	if hour > 0 {
		r.Published = time.Date(2031, 4, 2, hour, 0, 0, 0, time.UTC)
	}
	var blocks []hearsay.Block
	at := 0
	for _, p := range paragraphs {
		kind := hearsay.BlockBody
		if strings.HasPrefix(p, "(") {
			kind = hearsay.BlockCredit
		}
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: at, End: at + len(p)}, Kind: kind})
		at += len(p) + 2
	}
	return hearsay.Record{Report: r, Blocks: blocks}
}

// told writes copies as "report<of:credit".
func told(records []hearsay.Record, copies []hearsay.Copy) string {
	var all []string
	for _, c := range copies {
		s := fmt.Sprintf("%d<%d", c.Report, c.Of)
		if c.Credit != nil {
			s += ":" + c.Credit.In(records[c.Report].Report.Text)
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	wire, own, other := prose(1, 8), prose(2, 8), prose(3, 12)
	quoted := `"` + strings.Join(prose(4, 6), " ") + `"`
	for _, test := range []struct {
		name    string
		records []hearsay.Record
		want    string
	}{
		{"whole", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, wire...)}, "1<0"},
		{"given later first", []hearsay.Record{
			printed("The Drenn Post", "https://drennpost.example/a", 11, wire...),
			printed("Pallas", "https://pallas.example/a", 9, wire...)}, "0<1"},
		{"cut short, and credited", []hearsay.Record{
			printed("Pallas News Agency", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, append([]string{"(Pallas) —"}, wire[:3]...)...)}, "1<0:Pallas"},
		{"within a longer report", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, slices.Concat(other, wire[:5])...)}, "1<0"},
		{"a third, not credited", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, slices.Concat(other[:5], wire[:3])...)}, ""},
		{"a third, credited", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, slices.Concat([]string{"Additional reporting by Pallas"}, other[:5], wire[:3], []string{"(With material from Pallas)"})...)}, "1<0:Pallas"},
		{"the credit decides, not the clock", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 12, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, append([]string{"(Pallas) —"}, wire...)...)}, "1<0:Pallas"},
		{"without dates the shorter is the copy", []hearsay.Record{
			printed("The Drenn Post", "", 0, wire[:6]...),
			printed("Pallas", "", 0, wire...)}, "0<1"},
		{"one statement, printed in full by two", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, append([]string{quoted}, own[:2]...)...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, append([]string{quoted}, other[:2]...)...)}, ""},
		{"revisions", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("Pallas", "https://www.pallas.example/a/", 10, slices.Concat(wire, own[:1])...)}, ""},
		{"of the revision that has most of it", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("Pallas", "https://pallas.example/a", 10, slices.Concat(wire[:7], own[:1])...),
			printed("The Drenn Post", "https://drennpost.example/a", 11, slices.Concat(wire[:7], own[:1])...)}, "2<1"},
		{"not of one that came after it", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 10, wire[:7]...),
			printed("Pallas", "https://pallas.example/a", 11, slices.Concat(wire, own[:1])...)}, "1<0"},
		{"all of the first, none of each other", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, wire...),
			printed("The Drenn Post", "https://drennpost.example/a", 10, wire...),
			printed("Sennet Times", "https://sennet.example/a", 11, wire...)}, "1<0 2<0"},
		{"one outlet's background", []hearsay.Record{
			printed("Pallas", "https://pallas.example/a", 9, slices.Concat(wire[:4], own[:4])...),
			printed("Pallas", "https://pallas.example/b", 11, slices.Concat(other[:4], own[:4])...)}, ""},
		{"two outlets of one name", []hearsay.Record{
			printed("The Post", "https://drennpost.example/a", 9, wire...),
			printed("The Post", "https://sennetpost.example/b", 11, slices.Concat(wire[:5], own[:4])...)}, "1<0"},
		{"nothing to compare", []hearsay.Record{{}, printed("Pallas", "", 9, "Short."), {}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			copies, _ := Find(test.records)
			if got := told(test.records, copies); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestShare(t *testing.T) {
	wire, own := prose(1, 8), prose(2, 4)
	copies, _ := Find([]hearsay.Record{
		printed("Pallas", "https://pallas.example/a", 9, wire...),
		printed("The Drenn Post", "https://drennpost.example/a", 11, slices.Concat(wire[:4], own)...),
	})
	if len(copies) != 1 || copies[0].Share != 500 {
		t.Errorf("got %+v, want one with half of its words", copies)
	}
}

func TestBackground(t *testing.T) {
	a, b, again := prose(1, 3), prose(2, 3), prose(9, 1)[0]
	records := []hearsay.Record{
		printed("Pallas", "https://pallas.example/b", 11, append(b, again)...),
		printed("Pallas", "https://pallas.example/a", 9, append(a, again)...),
		printed("The Drenn Post", "https://drennpost.example/c", 12, again),
	}
	_, background := Find(records)
	if len(background) != 1 || len(background[0].Passages) != 2 {
		t.Fatalf("got %+v, want one paragraph printed twice", background)
	}
	for i, report := range []int{1, 0} {
		p := background[0].Passages[i]
		if p.Report != report || p.Span.In(records[report].Report.Text) != again {
			t.Errorf("passage %d is %+v, want the last paragraph of report %d", i, p, report)
		}
	}
}

// The order in which reports are given changes no copy.
func TestOrderDoesNotMatter(t *testing.T) {
	wire, own := prose(1, 8), prose(2, 8)
	records := []hearsay.Record{
		printed("Pallas", "https://pallas.example/a", 9, wire...),
		printed("Pallas", "https://pallas.example/a", 10, append(slices.Clone(wire), own[0])...),
		printed("The Drenn Post", "https://drennpost.example/a", 11, wire[:6]...),
		printed("Sennet Times", "https://sennet.example/a", 0, append(slices.Clone(wire[2:]), own[0])...),
		printed("Sennet Times", "https://sennet.example/b", 9, append(slices.Clone(own), wire[0])...),
		printed("", "", 0, wire[:5]...),
	}
	pairs := func(order []int) string {
		var given []hearsay.Record
		for _, i := range order {
			given = append(given, records[i])
		}
		copies, _ := Find(given)
		var all []string
		for _, c := range copies {
			all = append(all, fmt.Sprintf("%d<%d", order[c.Report], order[c.Of]))
		}
		slices.Sort(all)
		return strings.Join(all, " ")
	}
	want := pairs([]int{0, 1, 2, 3, 4, 5})
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(t, "order")
		if got := pairs(order); got != want {
			t.Fatalf("in the order %v they are %s, want %s", order, got, want)
		}
	})
}

// A thousand reports, a tenth of them copies.
func thousand() []hearsay.Record {
	var records []hearsay.Record
	for i := range uint64(1000) {
		of := i
		if i%10 == 9 {
			of = i - i%50
		}
		records = append(records, printed(fmt.Sprint("Outlet ", i%40), fmt.Sprintf("https://o%d.example/%d", i%40, i), 1, prose(of+10, 12)...))
	}
	return records
}

func BenchmarkFindThousand(b *testing.B) {
	records := thousand()
	for b.Loop() {
		Find(records)
	}
}

func BenchmarkAddToThousand(b *testing.B) {
	var x Index
	for _, r := range thousand() {
		x.Add(r)
	}
	var next []hearsay.Record
	for i := range uint64(500) {
		next = append(next, printed("Pallas", fmt.Sprintf("https://pallas.example/%d", i), 2, prose(20+i, 12)...))
	}
	for i := 0; b.Loop(); i++ {
		x.Add(next[i%len(next)])
	}
}
