package hearsay_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What may import what. A package may use, beside the standard library, only
// what stands in its row; a package without a row may not exist. The order is
// from the bottom up, and nothing imports what stands below it here.
//
// DO NOT add an import to a row to make the test pass before you have asked why
// it was not there. The rows say what Hearsay's design promises: that stages of
// reading know nothing of each other, that reading knows nothing of where a
// report comes from or how it is shown, and that each outside library has one
// door into the tree.
var policy = []row{
	// The vocabulary, which everything speaks.
	{"hearsay", nil},

	// Under the stages: models, and what is known of a word by itself.
	{"hearsay/internal/linear", list("golang.org/x/sys/cpu")},
	{"hearsay/internal/lexicon", list("hearsay", "hearsay/internal/linear")},
	{"hearsay/internal/tree", list("hearsay", "hearsay/internal/lexicon")},
	{"hearsay/internal/weights", nil},
	{"hearsay/internal/layout", list("hearsay")},
	{"hearsay/internal/atlas", list("github.com/biter777/countries", "golang.org/x/text/language", "golang.org/x/text/language/display")},

	// The stages of reading. None imports another.
	{"hearsay/internal/language", list("github.com/RadhiFadlillah/whatlanggo")},
	{"hearsay/internal/block", list("hearsay", "hearsay/internal/layout")},
	{"hearsay/internal/segment", list("hearsay", "hearsay/internal/layout", "github.com/clipperhouse/uax29/v2/words")},
	{"hearsay/internal/transcript", list("hearsay")}, // reads no clock, but dates entries, so it has package time
	{"hearsay/internal/tag", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/linear")},
	{"hearsay/internal/parse", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/linear")},
	{"hearsay/internal/moment", list("hearsay", "hearsay/internal/lexicon")}, // reads no clock, but counts days, so it has package time
	{"hearsay/internal/measure", list("hearsay", "hearsay/internal/lexicon")},
	{"hearsay/internal/attribute", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/linear")},
	{"hearsay/internal/name", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/linear", "hearsay/internal/atlas")},
	{"hearsay/internal/resolve", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/atlas")},
	{"hearsay/internal/voice", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/tree")},
	{"hearsay/internal/act", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/tree")},
	{"hearsay/internal/frame", list("hearsay", "hearsay/internal/lexicon")},
	{"hearsay/internal/dealing", list("hearsay", "hearsay/internal/lexicon", "hearsay/internal/tree")},

	// The one place that puts the stages together.
	{"hearsay/reader", list("hearsay", "hearsay/internal/weights", "hearsay/internal/language", "hearsay/internal/lexicon",
		"hearsay/internal/block", "hearsay/internal/segment", "hearsay/internal/transcript", "hearsay/internal/tag",
		"hearsay/internal/parse", "hearsay/internal/name", "hearsay/internal/moment", "hearsay/internal/attribute", "hearsay/internal/resolve",
		"hearsay/internal/voice", "hearsay/internal/measure", "hearsay/internal/act", "hearsay/internal/frame",
		"hearsay/internal/dealing")},

	// From the outside to a Report.
	{"hearsay/internal/plain", list("hearsay")},
	{"hearsay/internal/article", list("hearsay", "hearsay/internal/plain", "github.com/markusmobius/go-trafilatura",
		"codeberg.org/readeck/go-readability/v2", "golang.org/x/net/html", "golang.org/x/net/html/charset",
		"golang.org/x/net/publicsuffix", "golang.org/x/text/encoding", "golang.org/x/text/encoding/unicode",
		"golang.org/x/text/language")},
	{"hearsay/internal/jsonl", list("hearsay", "hearsay/internal/plain")},
	{"hearsay/internal/unpack", list("github.com/andybalholm/brotli", "github.com/klauspost/compress/zstd")},
	{"hearsay/internal/fetch", list("hearsay/internal/unpack", "code.dny.dev/ssrf", "github.com/temoto/robotstxt",
		"golang.org/x/net/publicsuffix")},
	{"hearsay/internal/feed", list("github.com/mmcdole/gofeed", "github.com/mmcdole/gofeed/rss", "golang.org/x/net/html", "golang.org/x/net/html/charset",
		"golang.org/x/text/encoding/unicode", "golang.org/x/text/transform")},
	{"hearsay/internal/intake", list("hearsay", "hearsay/internal/plain", "hearsay/internal/article", "hearsay/internal/jsonl",
		"hearsay/internal/unpack", "hearsay/internal/fetch", "golang.org/x/net/html/charset")},

	// Beside a Record: what its note says, and what it has in common with others.
	{"hearsay/internal/note", list("hearsay")},
	{"hearsay/internal/wording", list("hearsay")},
	{"hearsay/internal/address", nil},
	{"hearsay/internal/reprint", list("hearsay", "hearsay/internal/wording", "hearsay/internal/address")}, // reads no clock, but compares dates, so it has package time
	{"hearsay/internal/revision", list("hearsay", "hearsay/internal/segment", "hearsay/internal/note", "hearsay/internal/wording", "hearsay/internal/address")},

	// From a Record to the outside.
	{"hearsay/docs", nil},
	{"hearsay/contract", list("hearsay", "hearsay/docs")},
	{"hearsay/contract/internal/schema", list("hearsay", "hearsay/contract", "github.com/invopop/jsonschema")},

	// What stands in a record, read further.
	{"hearsay/internal/ledger", list("hearsay")},
	{"hearsay/internal/plover", list("hearsay")},
	{"hearsay/internal/export", list("hearsay", "hearsay/internal/plover", "hearsay/contract", "hearsay/internal/ledger")},

	// Comparisons across records.
	{"hearsay/internal/cast", list("hearsay")},
	{"hearsay/internal/claim", list("hearsay")},
	{"hearsay/internal/talks", list("hearsay")},
	{"hearsay/internal/origin", list("hearsay")},
	{"hearsay/internal/contradict", list("hearsay", "hearsay/internal/ledger")},

	// The one place that puts those together.
	{"hearsay/tracer", list("hearsay", "hearsay/internal/cast", "hearsay/internal/claim", "hearsay/internal/origin", "hearsay/internal/contradict", "hearsay/internal/reprint",
		"hearsay/internal/revision", "hearsay/internal/talks")},

	// Pages and drawings, computed once for every face.
	{"hearsay/internal/draw", list("hearsay", "hearsay/internal/ledger")},
	{"hearsay/internal/view", list("hearsay", "hearsay/internal/revision", "github.com/rivo/uniseg", "hearsay/internal/ledger", "hearsay/internal/draw")},

	// What is kept.
	{"hearsay/internal/story", list("hearsay")}, // reads no clock, but measures silence, so it has package time
	{"hearsay/internal/archive", list("hearsay", "hearsay/internal/address", "hearsay/internal/story", "modernc.org/sqlite", "modernc.org/sqlite/lib", "github.com/jackc/pgx/v5/pgconn",
		"github.com/jackc/pgx/v5/stdlib", "github.com/pressly/goose/v3", "github.com/klauspost/compress/zstd",
		"github.com/kljensen/snowball/english", "golang.org/x/text/unicode/norm")},
	{"hearsay/internal/review", list("hearsay", "hearsay/contract", "hearsay/internal/archive")},
	{"hearsay/internal/archive/archivetest", list("hearsay", "hearsay/internal/archive")},
	{"hearsay/internal/follow", list("hearsay", "hearsay/internal/wording", "hearsay/internal/feed", "hearsay/internal/fetch", "hearsay/internal/archive",
		"golang.org/x/net/html")},

	// Measuring.
	{"hearsay/internal/gold", list("hearsay", "hearsay/internal/plain", "golang.org/x/text/encoding/unicode")},
	{"hearsay/internal/score", list("hearsay", "hearsay/internal/gold")},

	// The desk.
	{"hearsay/client", list("hearsay/contract")},
	{"hearsay/internal/access", list("golang.org/x/crypto/bcrypt")},
	{"hearsay/internal/dossier", list("hearsay", "hearsay/internal/archive", "hearsay/internal/talks", "hearsay/internal/cast")},
	{"hearsay/internal/work", nil},
	{"hearsay/internal/hook", list("hearsay", "hearsay/internal/archive", "hearsay/internal/dossier", "hearsay/internal/view")},
	{"hearsay/internal/api", list("hearsay", "hearsay/contract", "hearsay/internal/archive", "hearsay/internal/dossier", "hearsay/internal/hook",
		"github.com/danielgtaylor/huma/v2", "github.com/danielgtaylor/huma/v2/adapters/humago")},
	{"hearsay/internal/web", list("hearsay", "hearsay/internal/view", "hearsay/internal/access", "golang.org/x/time/rate", "hearsay/internal/revision", "hearsay/internal/archive", "hearsay/internal/review", "hearsay/internal/work", "hearsay/internal/work", "hearsay/internal/dossier", "golang.org/x/tools/blog/atom", "github.com/prometheus/client_golang/prometheus", "github.com/prometheus/client_golang/prometheus/promhttp")},

	// The commands.
	{"hearsay/cmd/hearsay", list("hearsay", "hearsay/reader", "hearsay/tracer", "hearsay/contract", "hearsay/docs", "hearsay/internal/intake",
		"hearsay/internal/plain", "hearsay/internal/revision", "hearsay/internal/access", "hearsay/internal/web", "hearsay/internal/export", "hearsay/internal/view", "hearsay/internal/ledger", "hearsay/internal/origin", "hearsay/internal/gold", "hearsay/internal/score",
		"github.com/spf13/cobra", "golang.org/x/term", "hearsay/internal/archive", "hearsay/internal/review", "hearsay/internal/work", "hearsay/internal/feed", "hearsay/internal/dossier", "hearsay/internal/hook", "hearsay/internal/api", "hearsay/internal/fetch", "hearsay/internal/follow", "hearsay/internal/article", "github.com/prometheus/client_golang/prometheus", "github.com/prometheus/client_golang/prometheus/collectors")},
	{"hearsay/cmd/hearsay-train", list("hearsay", "hearsay/internal/linear", "hearsay/internal/lexicon", "hearsay/internal/weights",
		"hearsay/internal/block", "hearsay/internal/segment", "hearsay/internal/transcript", "hearsay/internal/tag", "hearsay/internal/parse", "hearsay/internal/name", "hearsay/internal/attribute",
		"hearsay/internal/resolve", "hearsay/internal/gold", "hearsay/internal/score", "hearsay/internal/claim", "hearsay/reader", "hearsay/tracer",
		"github.com/spf13/cobra")},

	// For tests alone: examples with what is wanted of them, and records made by hand.
	{"hearsay/internal/golden", list("github.com/rogpeppe/go-internal/txtar")},
	{"hearsay/internal/recordtest", list("hearsay", "hearsay/internal/golden", "github.com/rogpeppe/go-internal/txtar")},
}

// pure are the packages that read: same text, same record. They touch neither
// files nor network nor the clock.
var pure = list("hearsay/internal/linear", "hearsay/internal/lexicon", "hearsay/internal/language",
	"hearsay/internal/layout", "hearsay/internal/block", "hearsay/internal/note", "hearsay/internal/wording", "hearsay/internal/address", "hearsay/internal/revision", "hearsay/internal/segment", "hearsay/internal/tag",
	"hearsay/internal/parse", "hearsay/internal/atlas", "hearsay/internal/name", "hearsay/internal/attribute", "hearsay/internal/resolve",
	"hearsay/internal/voice", "hearsay/internal/act",
	"hearsay/internal/frame", "hearsay/internal/dealing",
	"hearsay/internal/cast", "hearsay/internal/claim", "hearsay/internal/origin", "hearsay/internal/talks")

// impure are the standard packages that pure ones must not use.
var impure = list("io/fs", "net", "net/http", "os", "os/exec", "path/filepath", "syscall", "time", "unsafe")

// testTools are the libraries that only tests use.
var testTools = list("pgregory.net/rapid", "github.com/rogpeppe/go-internal/testscript",
	"github.com/rogpeppe/go-internal/txtar", "github.com/santhosh-tekuri/jsonschema/v6",
	"github.com/andybalholm/brotli", "github.com/klauspost/compress/zstd", // to pack what is unpacked
	"github.com/chromedp/chromedp", "github.com/chromedp/cdproto/cdp", "github.com/chromedp/cdproto/emulation")

// row is what one package may import.
type row struct {
	pkg     string
	imports []string
}

func list(paths ...string) []string { return paths }

func TestImportPolicy(t *testing.T) {
	rows := map[string]row{}
	for _, r := range policy {
		rows[r.pkg] = r
	}
	for _, f := range sources(t) {
		r, known := rows[f.pkg]
		if !known {
			t.Errorf("%s: package %s has no row in the import policy", f.name, f.pkg)
			continue
		}
		for _, imported := range f.imports {
			if reason := forbidden(f, r, imported); reason != "" {
				t.Errorf("%s may not import %s: %s", f.name, imported, reason)
			}
		}
	}
}

// forbidden returns why a file may not import a package, "" if it may.
func forbidden(f source, r row, imported string) string {
	switch {
	case !isStandard(imported):
		return forbiddenOutside(f, r, imported)
	case !f.isTest && slices.Contains(pure, f.pkg) && slices.Contains(impure, imported):
		return "reading touches neither files nor network nor the clock"
	}
	return ""
}

func forbiddenOutside(f source, r row, imported string) string {
	if slices.Contains(r.imports, imported) {
		return ""
	}
	if f.isTest && (slices.Contains(testTools, imported) || isOwn(imported)) {
		return ""
	}
	return "it is not in the row of " + f.pkg
}

// A row never names a package of a later one, so there are no cycles and the
// table reads from the bottom up.
func TestImportPolicyIsInOrder(t *testing.T) {
	var earlier []string
	for _, r := range policy {
		for _, imported := range r.imports {
			if isOwn(imported) && !slices.Contains(earlier, imported) {
				t.Errorf("%s may import %s, which stands below it", r.pkg, imported)
			}
		}
		earlier = append(earlier, r.pkg)
	}
}

// The program is built without cgo, and no package of it may need cgo.
func TestNoCgo(t *testing.T) {
	for _, f := range sources(t) {
		if slices.Contains(f.imports, "C") {
			t.Errorf("%s imports C", f.name)
		}
	}
}

// source is one Go file of the module.
type source struct {
	name    string // slash path from the root
	pkg     string // import path of its folder
	isTest  bool
	imports []string
}

// sources returns the module's Go files, whatever their build tags.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return enter(name, entry)
		case path.Ext(name) == ".go":
			f, err := parse(name)
			all = append(all, f)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("found no Go files")
	}
	return all
}

// enter skips what the go command skips, and folders that are other modules.
func enter(name string, entry fs.DirEntry) error {
	if name == "." {
		return nil
	}
	if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
		return fs.SkipDir
	}
	if base := entry.Name(); base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return fs.SkipDir
	}
	return nil
}

func parse(name string) (source, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		return source{}, err
	}
	f := source{name: name, pkg: path.Join("hearsay", path.Dir(name)), isTest: strings.HasSuffix(name, "_test.go")}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return source{}, err
		}
		f.imports = append(f.imports, imported)
	}
	return f, nil
}

// isStandard reports whether a path is of the standard library, by the go
// command's own rule: no dot in its first element.
func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && !isOwn(imported)
}

func isOwn(imported string) bool {
	return imported == "hearsay" || strings.HasPrefix(imported, "hearsay/")
}
