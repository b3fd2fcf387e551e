package contract

import "hearsay/docs"

// JSONSchema returns the contract as a JSON Schema (draft 2020-12).
func JSONSchema() []byte { return docs.Schema() }
