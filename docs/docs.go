// Package docs carries those documents of this folder that the program prints.
package docs

import _ "embed"

//go:embed schema-1.json
var schema string

//go:embed schema-1-trace.json
var traceSchema string

// Schema returns the JSON Schema of what `hearsay read --json` prints.
func Schema() []byte { return []byte(schema) }

// TraceSchema returns the JSON Schema of the last line of `hearsay trace --json`.
func TraceSchema() []byte { return []byte(traceSchema) }
