// Package golden compares what code makes of invented examples with what stands
// beside them in archives, for the tests of every package.
//
//	testdata/denial.txtar        show              the archive again
//	-- report --          ──►    what the   ──►    differs from want: the test fails
//	The mayor denied …           code found        with -update: want is what was found
//	-- want --
//	The mayor — denied …
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files with what the code prints")

// Updating reports whether the tests were started with -update.
func Updating() bool { return *update }

// Input is an archive of testdata.
type Input struct{ archive *txtar.Archive }

// Open reads one archive; one that cannot be read ends the test.
func Open(t testing.TB, file string) Input {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return Input{archive}
}

// Has reports whether the archive has a file.
func (in Input) Has(name string) bool { return in.find(name) >= 0 }

// Data returns a file of the archive; nothing if it has none of that name.
func (in Input) Data(name string) []byte {
	if i := in.find(name); i >= 0 {
		return in.archive.Files[i].Data
	}
	return nil
}

// Text is Data as a string.
func (in Input) Text(name string) string { return string(in.Data(name)) }

// Files returns all files, for archives that hold any number of them.
func (in Input) Files() []txtar.File { return in.archive.Files }

func (in Input) find(name string) int {
	for i, f := range in.archive.Files {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// Each runs show on every testdata/*.txtar of the package, a subtest each, and
// compares what it returns with the file "want" of the archive.
func Each(t *testing.T, show func(t *testing.T, in Input) string) {
	t.Helper()
	Inputs(t, func(t *testing.T, file string) {
		in := Open(t, file)
		if !in.Has("want") {
			in.archive.Files = append(in.archive.Files, txtar.File{Name: "want"})
		}
		in.compare(t, file, func(t *testing.T, _ string) string { return show(t, in) })
	})
}

// Faces is Each for archives that want several things of one input: the files
// "want.FACE", each compared with what show returns for that face.
func Faces(t *testing.T, show func(t *testing.T, face string, in Input) string) {
	t.Helper()
	Inputs(t, func(t *testing.T, file string) {
		in := Open(t, file)
		in.compare(t, file, func(t *testing.T, face string) string { return show(t, face, in) })
	})
}

// Inputs runs a subtest for every testdata/*.txtar of the package. That there is
// none is a failure, lest a renamed folder pass for a test.
func Inputs(t *testing.T, test func(t *testing.T, file string)) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files in testdata (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { test(t, file) })
	}
}

// compare compares each file that wants something with what show returns for its
// face, or writes that into the archive.
func (in Input) compare(t *testing.T, file string, show func(t *testing.T, face string) string) {
	t.Helper()
	wants := 0
	for i, f := range in.archive.Files {
		face, ok := strings.CutPrefix(f.Name, "want")
		if !ok {
			continue
		}
		wants++
		got := show(t, strings.TrimPrefix(face, "."))
		if got != string(f.Data) && !*update {
			t.Errorf("%s, %s: got\n%s\nwant\n%s\n(if got is right: go test -update, and read the difference)", file, f.Name, got, f.Data)
		}
		in.archive.Files[i].Data = []byte(got)
	}
	if wants == 0 {
		t.Errorf("%s wants nothing", file)
	}
	if *update {
		in.Write(t, file)
	}
}

// Set puts what was found into a file of the archive, for [Input.Write].
func (in Input) Set(name, got string) {
	if i := in.find(name); i >= 0 {
		in.archive.Files[i].Data = []byte(got)
	}
}

// Write writes the archive.
func (in Input) Write(t testing.TB, file string) {
	t.Helper()
	if err := os.WriteFile(file, txtar.Format(in.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
