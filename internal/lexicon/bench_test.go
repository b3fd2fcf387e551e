package lexicon

import (
	"fmt"
	"runtime"
	"testing"
)

// BenchmarkWord reports the time of a word seen before, and of a new one.
func BenchmarkWord(b *testing.B) {
	forms := make([]string, 2000)
	for i := range forms {
		forms[i] = fmt.Sprintf("speaker’s-%d", i)
	}
	b.Run("known", func(b *testing.B) {
		lex := New()
		for b.Loop() {
			for _, form := range forms {
				lex.Word(form)
			}
		}
		b.ReportMetric(float64(len(forms))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	})
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			lex := New()
			for _, form := range forms {
				lex.Word(form)
			}
		}
		b.ReportMetric(float64(len(forms))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	})
}

// BenchmarkFullLexicon reports the memory of a lexicon that holds as many words
// as it may, each with a lemma.
func BenchmarkFullLexicon(b *testing.B) {
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		lex := New()
		for i := range maxWords {
			lex.Word(fmt.Sprintf("talks-%d", i)).SetLemma(1, "talk")
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(lex)
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MiB")
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/maxWords, "B/word")
}
