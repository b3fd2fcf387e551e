package reader_test

import (
	"context"
	"fmt"
	"log"

	"hearsay"
	"hearsay/reader"
)

// The README shows what stands before the output.
func ExampleReader_Read() {
	r, err := reader.New()
	if err != nil {
		log.Fatal(err)
	}
	text := "“The bridge stays closed,” said Mara Holt, the mayor. She denied that a date had been set."
	record, err := r.Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range record.Attributions {
		if a.Source != nil && a.Cue != nil { // either may be missing
			fmt.Println(a.Source.In(text), "–", a.Cue.In(text), "–", a.Manner)
		}
	}
	// Output:
	// Mara Holt, the mayor – said – direct
	// She – denied – indirect
}
