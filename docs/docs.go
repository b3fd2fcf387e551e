// Package docs carries those documents of this folder that the program prints.
package docs

import _ "embed"

//go:embed schema-1.json
var schema string

// Schema returns the JSON Schema of what `hearsay read --json` prints.
func Schema() []byte { return []byte(schema) }
