package export

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/contract"
)

//go:embed annotation.conf
var annotationConf []byte

// annotator ends the names of our annotation files, as an annotator's initials
// end those of PolNeAR.
const annotator = "_hearsay"

// BratFolder writes the brat standoff annotation of any number of reports into a
// folder, laid out as PolNeAR is:
//
//	annotation.conf                    what is marked, for brat
//	text/NAME.txt                      the report's text
//	attributions/NAME_hearsay.ann      its annotation
//	attributions/NAME_hearsay.txt      the text again: brat wants it beside the annotation
//
// NAME is the file's name without its extension, or made of the address; a
// second report of the same name gets a number. Annotations of an earlier run
// are replaced; a text or an annotation.conf that says something else is not.
type BratFolder struct {
	dir   string
	taken map[string]bool // names in use, in lower case
}

// NewBratFolder makes the folder, unless it is there, and what it must hold.
func NewBratFolder(dir string) (*BratFolder, error) {
	for _, sub := range []string{"text", "attributions"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return nil, err
		}
	}
	conf := filepath.Join(dir, "annotation.conf")
	if _, err := os.Stat(conf); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(conf, annotationConf, 0o644); err != nil {
			return nil, err
		}
	}
	return &BratFolder{dir: dir, taken: map[string]bool{}}, nil
}

// Write writes the files of one record.
func (b *BratFolder) Write(record hearsay.Record) error {
	name := b.name(record.Report)
	text := []byte(record.Report.Text)
	if err := keep(filepath.Join(b.dir, "text", name+".txt"), text); err != nil {
		return err
	}
	beside := filepath.Join(b.dir, "attributions", name+annotator)
	if err := os.WriteFile(beside+".txt", text, 0o644); err != nil {
		return err
	}
	return os.WriteFile(beside+".ann", standoff(contract.Of(record)), 0o644)
}

// keep writes a file, but never over one that holds something else.
func keep(path string, data []byte) error {
	there, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.WriteFile(path, data, 0o644)
	case err != nil:
		return err
	case string(there) != string(data):
		return fmt.Errorf("%s: holds another text: name an empty folder with --out", path)
	}
	return nil
}

// name returns a file name for a report that no report before it has got.
func (b *BratFolder) name(report hearsay.Report) string {
	base := baseName(report)
	name := base
	// Compared in lower case, since not every file system tells cases apart.
	for n := 2; b.taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	b.taken[strings.ToLower(name)] = true
	return name
}

// longestName is how many bytes of a name are kept; with number and extension it
// stays below the 255 that file systems allow.
const longestName = 120

// baseName makes a plain file name of a path or an address: letters, digits,
// "_", "." and "-" alone, never beginning with a dot.
func baseName(report hearsay.Report) string {
	name := withoutExtension(filepath.Base(report.Path))
	switch report.Path {
	case "-":
		name = "stdin"
	case "":
		name = addressName(report.URL)
	}
	name = strings.TrimLeft(strings.Map(plainLetter, name), ".-")
	if len(name) > longestName {
		name = strings.ToValidUTF8(name[:longestName], "")
	}
	if name == "" {
		return "report"
	}
	return name
}

// addressName returns the host and the last part of the path of an address.
func addressName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	path := strings.Trim(u.Path, "/")
	last := withoutExtension(path[strings.LastIndexByte(path, '/')+1:])
	return strings.TrimSuffix(u.Hostname()+"-"+last, "-")
}

// withoutExtension drops the extensions that reports have; "talks.2031" has none.
func withoutExtension(name string) string {
	switch ext := filepath.Ext(name); strings.ToLower(ext) {
	case ".txt", ".html", ".htm":
		return strings.TrimSuffix(name, ext)
	}
	return name
}

func plainLetter(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_.-", r) {
		return r
	}
	return '-'
}
