package intake

import (
	"bytes"
	"mime"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"

	"golang.org/x/net/html/charset"

	"hearsay"
	"hearsay/internal/article"
	"hearsay/internal/plain"
)

// content is what an input held and what is known about it from outside.
type content struct {
	data     []byte
	path     string   // of a file, "-" for standard input, "" for an address
	address  *url.URL // nil unless it was fetched
	declared string   // the Content-Type header, "" unless it was fetched
}

// parse reads the content as the form it comes in.
func (in *intake) parse(c content) (hearsay.Report, error) {
	if c.isHTML() {
		report, err := article.Extract(c.data, c.declared, c.address)
		report.Path = c.path
		return report, err
	}
	report, err := plain.Parse(c.path, c.decoded())
	if report.URL == "" && c.address != nil {
		report.URL = c.address.String()
	}
	if warnings, ok := plain.Warnings(err); ok {
		in.warn(c.name(), warnings)
		err = nil
	}
	return report, err
}

// name is what messages call the input.
func (c content) name() string {
	switch {
	case c.path == "-":
		return "standard input"
	case c.address != nil:
		return c.address.Redacted()
	}
	return c.path
}

func (in *intake) warn(name string, warnings []*plain.Warning) {
	if in.opt.Warn == nil {
		return
	}
	for _, w := range warnings {
		_, err := named(name, hearsay.Report{}, w)
		in.opt.Warn(err)
	}
}

// isHTML decides by what is declared, then by the file's name, and only then by
// the content: a text that discusses "<b>" is still a text in a .txt file.
func (c content) isHTML() bool {
	switch kind, _, _ := mime.ParseMediaType(c.declared); kind {
	case "text/html", "application/xhtml+xml":
		return true
	case "text/plain":
		return false
	}
	switch strings.ToLower(filepath.Ext(c.path)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".txt":
		return false
	}
	return looksLikeHTML(c.data)
}

// looksLikeHTML reports whether data begins as a page does.
func looksLikeHTML(data []byte) bool {
	switch kind := http.DetectContentType(data); {
	case strings.HasPrefix(kind, "text/html"):
		return true
	case strings.HasPrefix(kind, "text/xml"): // XHTML has <html> after its prologue
		return bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("<html"))
	}
	return false
}

// decoded returns a fetched text in UTF-8, where the server said that it is in
// another charset; whatever else, in UTF-8 or not, is left to package plain.
func (c content) decoded() []byte {
	_, params, err := mime.ParseMediaType(c.declared)
	if err != nil || params["charset"] == "" {
		return c.data
	}
	encoding, name := charset.Lookup(params["charset"])
	if encoding == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
		return c.data
	}
	decoded, err := encoding.NewDecoder().Bytes(c.data)
	if err != nil {
		return c.data
	}
	return decoded
}
