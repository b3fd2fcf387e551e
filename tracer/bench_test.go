package tracer_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive/archivetest"
	"hearsay/reader"
	"hearsay/tracer"
)

// BenchmarkArrival measures what one more report costs in a story of so many.
func BenchmarkArrival(b *testing.B) {
	r, err := reader.New()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{100, 300, 1000} {
		var records []hearsay.Record
		for i := range n + 1 {
			at := time.Date(2031, 4, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i) * 20 * time.Minute)
			record, err := r.Read(context.Background(), archivetest.GenerateOn(1, i, at))
			if err != nil {
				b.Fatal(err)
			}
			records = append(records, record)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			t := tracer.New()
			for _, record := range records[:n] {
				if err := t.Add(record); err != nil {
					b.Fatal(err)
				}
			}
			if _, err := t.Trace(context.Background()); err != nil {
				b.Fatal(err)
			}
			b.ResetTimer()
			for range b.N {
				if err := t.Add(records[n]); err != nil {
					b.Fatal(err)
				}
				if _, err := t.Trace(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
