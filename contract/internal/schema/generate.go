package main

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"

	"hearsay"
	"hearsay/contract"
)

// forms are the lines that have a schema each, and its file in docs.
var forms = []form{
	{"schema-1.json", contract.Line{}, "urn:hearsay:schema:1", "hearsay read --json, one line"},
	{"schema-1-trace.json", contract.Trace{}, "urn:hearsay:schema:1:trace", "hearsay trace --json, the last line"},
}

// form is one line of output.
type form struct {
	file      string
	of        any
	id, title string
}

// generate returns the JSON Schema (draft 2020-12) of a form. The
// comments on its types become the descriptions: folder is where package
// contract lies, seen from the working directory, and here is the import path of
// that directory.
//
// Additional properties are allowed, because a later program may add fields
// without raising the schema's number.
func generate(f form, here, folder string) ([]byte, error) {
	reflector := jsonschema.Reflector{
		Anonymous:                 true,
		AllowAdditionalProperties: true,
		Mapper:                    enumeration,
	}
	if err := reflector.AddGoComments(here, folder); err != nil {
		return nil, err
	}
	schema := reflector.Reflect(f.of)
	schema.ID = jsonschema.ID(f.id)
	schema.Title = f.title

	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(schema)
	return out.Bytes(), err
}

// enumerations are the vocabulary's lists of allowed values, by their type.
var enumerations = map[reflect.Type][]any{
	reflect.TypeFor[hearsay.BlockKind]():         values(hearsay.BlockKinds),
	reflect.TypeFor[hearsay.ActorKind]():         values(hearsay.ActorKinds),
	reflect.TypeFor[hearsay.Manner]():            values(hearsay.Manners),
	reflect.TypeFor[hearsay.Identity]():          values(hearsay.Identities),
	reflect.TypeFor[hearsay.Medium]():            values(hearsay.Media),
	reflect.TypeFor[hearsay.Act]():               values(hearsay.Acts),
	reflect.TypeFor[hearsay.Stance]():            values(hearsay.Stances),
	reflect.TypeFor[hearsay.State]():             values(hearsay.States),
	reflect.TypeFor[hearsay.Qualifier]():         values(hearsay.Qualifiers),
	reflect.TypeFor[hearsay.MomentType]():        values(hearsay.MomentTypes),
	reflect.TypeFor[hearsay.LinkKind]():          values(hearsay.LinkKinds),
	reflect.TypeFor[hearsay.StepKind]():          values(hearsay.StepKinds),
	reflect.TypeFor[hearsay.ShiftKind]():         values(hearsay.ShiftKinds),
	reflect.TypeFor[hearsay.ChangeKind]():        values(hearsay.ChangeKinds),
	reflect.TypeFor[hearsay.ChangeSubject]():     values(hearsay.ChangeSubjects),
	reflect.TypeFor[hearsay.SkipReason]():        values(hearsay.SkipReasons),
	reflect.TypeFor[hearsay.TermStatus]():        values(hearsay.TermStatuses),
	reflect.TypeFor[hearsay.ResponseKind]():      values(hearsay.ResponseKinds),
	reflect.TypeFor[hearsay.RoundState]():        values(hearsay.RoundStates),
	reflect.TypeFor[hearsay.DeadlineChange]():    values(hearsay.DeadlineChanges),
	reflect.TypeFor[hearsay.TermMode]():          values(hearsay.TermModes),
	reflect.TypeFor[hearsay.TalksDecisionKind](): values(hearsay.TalksDecisionKinds),
	reflect.TypeFor[hearsay.TalksField]():        values(hearsay.TalksFields),
}

// enumeration returns the schema of an enumerated type, nil for any other.
func enumeration(t reflect.Type) *jsonschema.Schema {
	if allowed, ok := enumerations[t]; ok {
		return &jsonschema.Schema{Type: "string", Enum: allowed}
	}
	return nil
}

func values[S ~string](list []S) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
