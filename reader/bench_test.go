package reader

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

// BenchmarkNew reports the time to load the weights, and their memory.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead reports words a second, a word being what stands between
// spaces, and bytes allocated for each.
func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		name  string
		texts []string
	}{
		{"report-600-words", []string{inventedNews(1, 600)}},
		{"200-reports", inventedReports(200)},
		{"one-report-100k-words", []string{inventedNews(1, 100_000)}},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkRead(b, c.texts) })
	}
}

func inventedReports(n int) []string {
	var texts []string
	for seed := range n {
		texts = append(texts, inventedNews(uint64(seed), 200+5*seed))
	}
	return texts
}

// BenchmarkLong reads 5,000 and 20,000 words of each kind of long text: the rate
// should be the same.
func BenchmarkLong(b *testing.B) {
	for _, c := range longTexts {
		for _, size := range []struct {
			name  string
			words int
		}{{"5k-words", 5_000}, {"20k-words", 20_000}} {
			b.Run(c.name+"/"+size.name, func(b *testing.B) { benchmarkRead(b, []string{c.text(size.words)}) })
		}
	}
}

// BenchmarkPolNeAR reads the development part of PolNeAR and reports besides,
// in MiB, all memory that the process has taken from the system for its heap,
// which includes the corpus.
func BenchmarkPolNeAR(b *testing.B) {
	path, ok := corpusFile("polnear.tar.gz")
	if !ok {
		b.Skip("SKIPPED: there is no polnear.tar.gz in the folder that HEARSAY_DATA names, nor in shared/data beside the repository")
	}
	archive, err := gold.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	articles, err := gold.PolNeAR(archive, "dev")
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	for _, a := range articles {
		texts = append(texts, a.Text)
	}
	benchmarkRead(b, texts)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapSys)/(1<<20), "MiB-heap")
}

// corpusFile returns the path of a corpus, if it is at hand. HEARSAY_DATA may
// be relative to the repository's root, where the Makefile sets it.
func corpusFile(name string) (string, bool) {
	dirs := []string{filepath.Join("..", "..", "shared", "data")}
	if dir := os.Getenv("HEARSAY_DATA"); dir != "" {
		dirs = []string{dir, filepath.Join("..", dir)}
	}
	for _, dir := range dirs {
		path := filepath.Join(dir, name)
		if _, err := os.Stat(path); err == nil {
			return path, true
		}
	}
	return "", false
}

// benchmarkRead reads texts on one core with one Reader.
func benchmarkRead(b *testing.B, texts []string) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var words, size int
	for _, text := range texts {
		words += len(strings.Fields(text))
		size += len(text)
	}
	b.SetBytes(int64(size))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		for _, text := range texts {
			if _, err := reader().Read(context.Background(), hearsay.Report{Text: text}); err != nil {
				b.Fatal(err)
			}
		}
	}
	runtime.ReadMemStats(&after)
	all := float64(words) * float64(b.N)
	b.ReportMetric(all/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/all, "B/word")
}
