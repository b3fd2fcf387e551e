package api

import (
	"bytes"
	"os"
	"testing"

	"hearsay/internal/golden"
)

const documentFile = "../../docs/openapi-1.json"

// TestDocument holds the committed document to be what is served.
func TestDocument(t *testing.T) {
	got, err := Document()
	if err != nil {
		t.Fatal(err)
	}
	if golden.Updating() {
		if err := os.WriteFile(documentFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(documentFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what is served: go test ./internal/api -update writes it anew", documentFile)
	}
}
