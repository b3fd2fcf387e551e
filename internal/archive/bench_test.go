package archive_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/archive/archivetest"
	"hearsay/reader"
)

// The size of an archive that is searched, and that grows: HEARSAY_BENCH_REPORTS,
// or a hundredth of what the figures in docs/evaluation.md are measured with.
func benchReports() int {
	if n, err := strconv.Atoi(os.Getenv("HEARSAY_BENCH_REPORTS")); err == nil {
		return n
	}
	return 1000
}

// readAll reads the generated reports [from, to) on all cores and yields them in
// order.
func readAll(tb testing.TB, r *reader.Reader, from, to int) iter.Seq[archive.Incoming] {
	return func(yield func(archive.Incoming) bool) {
		const chunk = 64
		for ; from < to; from += chunk {
			records := make([]hearsay.Record, min(chunk, to-from))
			var wg sync.WaitGroup
			for worker := range runtime.GOMAXPROCS(0) {
				wg.Go(func() {
					for i := worker; i < len(records); i += runtime.GOMAXPROCS(0) {
						record, err := r.Read(context.Background(), archivetest.Generate(from+i))
						if err != nil {
							tb.Error(err)
						}
						records[i] = record
					}
				})
			}
			wg.Wait()
			for _, record := range records {
				if !yield(archive.Incoming{Record: record, Source: []byte(record.Report.Text)}) {
					return
				}
			}
		}
	}
}

// BenchmarkLoad measures how many reports of 500 words are read and kept a second:
// the first tenth of an archive, and its last.
func BenchmarkLoad(b *testing.B) {
	r, err := reader.New()
	if err != nil {
		b.Fatal(err)
	}
	n := benchReports()
	for b.Loop() {
		a, err := archive.Open(context.Background(), b.TempDir(), archive.Options{Create: true})
		if err != nil {
			b.Fatal(err)
		}
		var first, last time.Duration
		for part := range 10 {
			begun := time.Now()
			for _, err := range a.AddAll(context.Background(), readAll(b, r, part*n/10, (part+1)*n/10)) {
				if err != nil {
					b.Fatal(err)
				}
			}
			last = time.Since(begun)
			if part == 0 {
				first = last
			}
		}
		b.ReportMetric(float64(n/10)/first.Seconds(), "first/s")
		b.ReportMetric(float64(n/10)/last.Seconds(), "last/s")
		searchAll(b, a)
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGrow measures how the speed of keeping alone changes while an archive
// grows, and how long searches take in the end. Reading so many reports would take
// longer than all else, so some are read and then kept again and again under other
// addresses, at other times, each with a line of its own.
func BenchmarkGrow(b *testing.B) {
	r, err := reader.New()
	if err != nil {
		b.Fatal(err)
	}
	n := benchReports()
	var read []archive.Incoming
	for in := range readAll(b, r, 0, min(n, 500)) {
		read = append(read, in)
	}
	for b.Loop() {
		folder := b.TempDir()
		a, err := archive.Open(context.Background(), folder, archive.Options{Create: true})
		if err != nil {
			b.Fatal(err)
		}
		var rates []float64
		for part := range 10 {
			begun := time.Now()
			for _, err := range a.AddAll(context.Background(), again(read, part*n/10, (part+1)*n/10)) {
				if err != nil {
					b.Fatal(err)
				}
			}
			rates = append(rates, float64(n/10)/time.Since(begun).Seconds())
		}
		b.Logf("reports a second by tenths: %.0f", rates)
		b.ReportMetric(rates[0], "first/s")
		b.ReportMetric(rates[9], "last/s")
		searchAll(b, a)
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
		if info, err := os.Stat(filepath.Join(folder, archive.File)); err == nil {
			b.ReportMetric(float64(info.Size())/float64(n)/1000, "kB/report")
		}
	}
}

// again yields reports [from, to) made of those that were read.
func again(read []archive.Incoming, from, to int) iter.Seq[archive.Incoming] {
	return func(yield func(archive.Incoming) bool) {
		for i := from; i < to; i++ {
			in := read[i%len(read)]
			in.Record.Report.URL = fmt.Sprintf("https://a.example/%d", i)
			in.Record.Report.Published = in.Record.Report.Published.AddDate(0, 0, i/len(read)*30)
			in.Record.Report.Text += fmt.Sprintf("\n\nNumber %d.", i)
			in.Source = []byte(in.Record.Report.Text)
			if !yield(in) {
				return
			}
		}
	}
}

// searchAll reports how long the slowest of some searches takes, by the median of
// five times each.
func searchAll(b *testing.B, a *archive.Archive) {
	b.Helper()
	var longest time.Duration
	var slowest string
	for _, text := range []string{
		"lorries", `"nobody knows how long"`, "act:denial", "by:mayor week", "outlet:drenn identity:anonymous", "by:ada another after:2029-03 before:2029-06",
		"strike -friday", "story:3", "story:3 week", "nothing* plans", "", "zebra", "through:post terms", "about:corenau", "people of the any longer",
	} {
		q, err := hearsay.ParseQuery(text)
		if err != nil {
			b.Fatal(err)
		}
		var times []time.Duration
		for range 5 {
			begun := time.Now()
			if _, err := a.Search(context.Background(), q, archive.Page{}); err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(begun))
		}
		slices.Sort(times)
		if testing.Verbose() {
			fmt.Printf("%-60s %v\n", text, times)
		}
		if times[2] > longest {
			longest, slowest = times[2], text
		}
	}
	b.Logf("slowest search: %q, %v", slowest, longest)
	b.ReportMetric(float64(longest.Microseconds())/1000, "ms/search")
}
