package api

import (
	"encoding/json"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"hearsay/contract"
	"hearsay/internal/dossier"
)

// Records and traces are answered in the form of package contract, and described by
// its JSON Schemas, word for word. That the schemas there say which values may be
// null is why they are not made anew from the types here.

// Record is a record in the form of 'hearsay read --json'.
type Record struct{ contract.Line }

// Schema points to the contract's schema.
func (Record) Schema(huma.Registry) *huma.Schema { return contractRef("Line") }

// Trace is what the reports of a story say together, in the form of the last line
// of 'hearsay trace --json'.
type Trace contract.Trace

// Schema points to the contract's schema.
func (Trace) Schema(huma.Registry) *huma.Schema { return contractRef("Trace") }

// Claim is one claim in the contract's form.
type Claim contract.Claim

// Schema points to the contract's schema.
func (Claim) Schema(huma.Registry) *huma.Schema { return contractRef("Claim") }

// StoryActor is one actor in the contract's form.
type StoryActor contract.Actor

// Schema points to the contract's schema.
func (StoryActor) Schema(huma.Registry) *huma.Schema { return contractRef("Actor") }

// Account is the figures of one thing that is counted, in the contract's form.
type Account contract.Account

// Schema points to the contract's schema.
func (Account) Schema(huma.Registry) *huma.Schema { return contractRef("Account") }

// contractPrefix sets the contract's schemas apart from this package's own.
const contractPrefix = "Contract"

func contractRef(name string) *huma.Schema {
	return &huma.Schema{Ref: "#/components/schemas/" + contractPrefix + name}
}

// addContract puts the contract's schemas among the components.
func addContract(registry huma.Registry) {
	for _, document := range [][]byte{contract.JSONSchema(), contract.TraceJSONSchema()} {
		var parsed struct {
			Defs map[string]json.RawMessage `json:"$defs"`
		}
		if err := json.Unmarshal(document, &parsed); err != nil {
			panic("the contract's schema: " + err.Error()) // it is generated, and committed
		}
		for name, raw := range parsed.Defs {
			registry.Map()[contractPrefix+name] = schemaOf(raw)
		}
	}
}

// jsonSchema is what the contract's schemas are written with.
type jsonSchema struct {
	Type                 string                     `json:"type"`
	Description          string                     `json:"description"`
	Ref                  string                     `json:"$ref"`
	Format               string                     `json:"format"`
	Enum                 []any                      `json:"enum"`
	Items                json.RawMessage            `json:"items"`
	Properties           map[string]json.RawMessage `json:"properties"`
	AdditionalProperties json.RawMessage            `json:"additionalProperties"`
	Required             []string                   `json:"required"`
	OneOf                []json.RawMessage          `json:"oneOf"`
	Minimum              *float64                   `json:"minimum"`
	Maximum              *float64                   `json:"maximum"`
	MinLength            *int                       `json:"minLength"`
	MinItems             *int                       `json:"minItems"`
}

// schemaOf turns a schema of the contract into one of an OpenAPI document.
func schemaOf(raw json.RawMessage) *huma.Schema {
	var from jsonSchema
	if err := json.Unmarshal(raw, &from); err != nil {
		return &huma.Schema{} // "true": anything
	}
	to := &huma.Schema{Type: from.Type, Description: from.Description, Format: from.Format, Enum: from.Enum, Required: from.Required,
		Minimum: from.Minimum, Maximum: from.Maximum, MinLength: from.MinLength, MinItems: from.MinItems}
	if name, ok := strings.CutPrefix(from.Ref, "#/$defs/"); ok {
		to.Ref = contractRef(name).Ref
	}
	if from.Items != nil {
		to.Items = schemaOf(from.Items)
	}
	if from.AdditionalProperties != nil && string(from.AdditionalProperties) != "false" {
		to.AdditionalProperties = schemaOf(from.AdditionalProperties)
	}
	for name, inner := range from.Properties {
		if to.Properties == nil {
			to.Properties = map[string]*huma.Schema{}
		}
		to.Properties[name] = schemaOf(inner)
	}
	for _, inner := range from.OneOf {
		to.OneOf = append(to.OneOf, schemaOf(inner))
	}
	return to
}

// memo keeps what the last dossiers asked for look like in the contract's form.
type memo struct {
	mu   sync.Mutex
	kept map[*dossier.Dossier]traced
}

type traced struct {
	lines []contract.Line
	trace contract.Trace
}

// memoSize is how many are kept.
const memoSize = 16

func (m *memo) of(d *dossier.Dossier) traced {
	m.mu.Lock()
	defer m.mu.Unlock()
	if t, ok := m.kept[d]; ok {
		return t
	}
	if m.kept == nil || len(m.kept) >= memoSize {
		m.kept = map[*dossier.Dossier]traced{}
	}
	lines, trace := contract.OfTrace(d.Trace)
	m.kept[d] = traced{lines, trace}
	return m.kept[d]
}
