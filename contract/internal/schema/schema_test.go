package main

import (
	"bytes"
	"os"
	"testing"
)

// TestCommittedSchema: docs/schema-1.json is what the generator makes of the types.
func TestCommittedSchema(t *testing.T) {
	want, err := generate("hearsay/contract/internal/schema", "../..")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../../docs/schema-1.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/schema-1.json is not what the types say; run: go generate ./contract")
	}
}
