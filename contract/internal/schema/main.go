// Command schema writes the JSON Schema of the contract to docs/schema-1.json.
// It is run by go generate in package contract's folder.
package main

import (
	"fmt"
	"os"
)

// output is the schema's place, seen from package contract's folder.
const output = "../docs/schema-1.json"

func main() {
	schema, err := generate("hearsay/contract", ".")
	if err == nil {
		err = os.WriteFile(output, schema, 0o644)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "schema: %v\n", err)
		os.Exit(1)
	}
}
