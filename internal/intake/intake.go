// Package intake opens what a command line names (files, folders, archives,
// standard input, addresses) and hands on one report after the other.
//
//	argument ──file, folder, fetch──▶ bytes ──unpack──▶ entries, lines ──sniff──▶ plain.Parse or article.Extract ──▶ Report
//
// What an input is, is told by its content before its name. One input that
// cannot be read is one error that names it; the others are still read.
package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"strings"

	"hearsay"
	"hearsay/internal/fetch"
)

// Options say where inputs may come from.
type Options struct {
	Stdin io.Reader // what the argument "-" reads

	// Warn is told, one line each, what was not understood in a report that
	// is read all the same. Nil: nobody is told.
	Warn func(error)

	// Source is told the bytes of each report, unpacked, and their media type if
	// it was declared, right before the report is handed on; not of a report on a
	// line of JSON. Nil: nobody is told.
	Source func(data []byte, mediaType string)

	Version string // of the program, for the User-Agent header

	// AllowPrivate also fetches from loopback, private and reserved network
	// addresses and from any port, and goes through the proxy the environment
	// names. Never set it for addresses that strangers may choose.
	AllowPrivate bool
}

// Reports returns the reports that args name, in the order of args and, within
// a folder, of file names. An argument is a file, a folder (read with its
// subfolders, hidden ones left out: see [IsReport]), an address (http or https),
// or "-" for standard input.
//
// A file or address may be packed (gzip, zstd, bzip2, brotli), and may hold
// several reports: in a tar or zip archive the files that a folder would be read
// for, in JSON Lines one on each line. Their Path then says which:
// "corpus.tar.gz/reports/a.txt", "reports.jsonl:7".
//
// With each report goes a nil error. An input that cannot be read gives an
// error that names it, one line long, with a report that holds no more than
// its Path or URL. The sequence ends early only when ctx does, with its error.
func Reports(ctx context.Context, args []string, opt Options) iter.Seq2[hearsay.Report, error] {
	return func(yield func(hearsay.Report, error) bool) {
		in := newIntake(opt)
		for _, arg := range args {
			if !in.open(ctx, arg, yield) {
				return
			}
		}
	}
}

// intake is what the arguments of one run share.
type intake struct {
	opt   Options
	pages *fetch.Fetcher
}

func newIntake(opt Options) *intake {
	return &intake{opt, fetch.New(fetch.Options{Version: opt.Version, AllowPrivate: opt.AllowPrivate})}
}

// sink takes one report, or why it cannot be had. It returns false when no more
// are wanted; whoever calls it then returns false as well.
type sink func(hearsay.Report, error) bool

// open hands on the reports of one argument.
func (in *intake) open(ctx context.Context, arg string, yield sink) bool {
	if isFolder(arg) {
		return in.folder(ctx, arg, yield)
	}
	return in.one(ctx, arg, func(i input) bool { return in.read(ctx, i, yield) }, yield)
}

// one opens an argument that is no folder and has use read it; what cannot be
// opened goes to yield.
func (in *intake) one(ctx context.Context, arg string, use func(input) bool, yield sink) bool {
	if err := ctx.Err(); err != nil {
		return input{path: arg}.fail(err, yield)
	}
	i, err := in.input(ctx, arg)
	if err != nil {
		return i.fail(err, yield)
	}
	defer i.close()
	return use(i)
}

// input opens an argument.
func (in *intake) input(ctx context.Context, arg string) (input, error) {
	switch u, kind := parseAddress(arg); kind {
	case httpAddress:
		return in.fetched(ctx, u)
	case otherAddress:
		return input{path: arg}, fmt.Errorf("begins with %s://: only http and https addresses are fetched; save it and read the file", u.Scheme)
	}
	if arg == "-" {
		return in.piped()
	}
	return openFile(arg)
}

// addressKind tells addresses from paths.
type addressKind int

const (
	noAddress addressKind = iota
	httpAddress
	otherAddress
)

// parseAddress tells whether arg is an address rather than a path.
func parseAddress(arg string) (*url.URL, addressKind) {
	u, err := url.Parse(arg)
	if err != nil || u.Host == "" || u.Scheme == "" || !strings.Contains(arg, "://") {
		return nil, noAddress
	}
	if u.Scheme == "http" || u.Scheme == "https" {
		return u, httpAddress
	}
	return u, otherAddress
}

// named puts the input's name before an error, unless it is the context's.
func named(name string, err error) error {
	if isEnd(err) {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// isEnd reports whether an error is that of a context that has ended.
func isEnd(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
