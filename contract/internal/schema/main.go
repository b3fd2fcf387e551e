// Command schema writes the JSON Schemas of the contract to docs.
// It is run by go generate in package contract's folder.
package main

import (
	"fmt"
	"os"
)

// output is the schemas' folder, seen from package contract's.
const output = "../docs/"

func main() {
	for _, f := range forms {
		schema, err := generate(f, "hearsay/contract", ".")
		if err == nil {
			err = os.WriteFile(output+f.file, schema, 0o644)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "schema: %v\n", err)
			os.Exit(1)
		}
	}
}
