package main

import (
	"bytes"
	"os"
	"testing"
)

// TestCommittedSchema: the schemas in docs are what the generator makes of the types.
func TestCommittedSchema(t *testing.T) {
	for _, f := range forms {
		want, err := generate(f, "hearsay/contract/internal/schema", "../..")
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../../../docs/" + f.file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("docs/%s is not what the types say; run: go generate ./contract", f.file)
		}
	}
}
