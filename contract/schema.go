package contract

import "hearsay/docs"

// JSONSchema returns the contract as a JSON Schema (draft 2020-12).
func JSONSchema() []byte { return docs.Schema() }

// TraceJSONSchema returns the JSON Schema of a [Trace].
func TraceJSONSchema() []byte { return docs.TraceSchema() }
