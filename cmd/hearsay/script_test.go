package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hearsay/contract"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"hearsay": main}) }

// TestScripts runs the program as its users do. Beside the usual commands the
// scripts have these:
//
//	exits STATUS COMMAND …   the command ends with the exit status
//	records COUNT FILE       the file has COUNT lines, each fitting the JSON Schema
//	field FILE LINE PATH V   in that line's JSON the value at PATH (a.b.0) is V
//	fill FILE COUNT TEXT     the file holds TEXT that many times
//	pack FILE                makes FILE.gz
//	cut FILE COUNT           drops the last bytes of the file
//
// In $SITE is the address of a small site (see site_test.go).
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "records": records, "field": field, "fill": fill, "pack": pack, "cut": cut,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SITE", site(t))
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition")
		},
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, got := atoi(ts, args[0]), 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func records(ts *testscript.TestScript, _ bool, args []string) {
	want := atoi(ts, args[0])
	lines := jsonLines(ts, args[1])
	if len(lines) != want {
		ts.Fatalf("%d lines, want %d", len(lines), want)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(contract.JSONSchema()))
	ts.Check(err)
	compiler := jsonschema.NewCompiler()
	ts.Check(compiler.AddResource("schema-1.json", document))
	schema, err := compiler.Compile("schema-1.json")
	ts.Check(err)
	for _, line := range lines {
		ts.Check(schema.Validate(line))
	}
}

func field(ts *testscript.TestScript, _ bool, args []string) {
	value := jsonLines(ts, args[0])[atoi(ts, args[1])-1]
	for key := range strings.SplitSeq(args[2], ".") {
		switch inner := value.(type) {
		case map[string]any:
			value = inner[key]
		case []any:
			value = inner[atoi(ts, key)]
		default:
			ts.Fatalf("there is no %s in %v", key, value)
		}
	}
	got, err := json.Marshal(value)
	ts.Check(err)
	if want := args[3]; string(got) != want {
		ts.Fatalf("%s is %s, want %s", args[2], got, want)
	}
}

// jsonLines returns the JSON values in a file, which must be one a line.
func jsonLines(ts *testscript.TestScript, file string) []any {
	var all []any
	for line := range strings.Lines(ts.ReadFile(file)) {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		ts.Check(err)
		all = append(all, value)
	}
	return all
}

func fill(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.NewReplacer(`\n`, "\n", `\0`, "\x00", `\xff`, "\xff").Replace(args[2])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(text), atoi(ts, args[1])), 0o644))
}

func pack(ts *testscript.TestScript, _ bool, args []string) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".gz"), packed.Bytes(), 0o644))
}

func cut(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(len(ts.ReadFile(args[0]))-atoi(ts, args[1]))))
}

func atoi(ts *testscript.TestScript, s string) int {
	n, err := strconv.Atoi(s)
	ts.Check(err)
	return n
}
