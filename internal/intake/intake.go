// Package intake opens what a command line names (files, folders, standard
// input, addresses) and hands on one report after the other.
//
//	argument ──file, folder, fetch──▶ bytes ──sniff──▶ plain.Parse or article.Extract ──▶ Report
//
// One input that cannot be read is one error that names it; the others are
// still read.
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
)

// Options say where inputs may come from.
type Options struct {
	Stdin io.Reader // what the argument "-" reads

	// Warn is told, one line each, what was not understood in a report that
	// is read all the same. Nil: nobody is told.
	Warn func(error)

	Version string // of the program, for the User-Agent header

	// AllowPrivate also fetches from loopback, private and reserved network
	// addresses and from any port, and goes through the proxy the environment
	// names. Never set it for addresses that strangers may choose.
	AllowPrivate bool
}

// Reports returns the reports that args name, in the order of args and, within
// a folder, of file names. An argument is a file, a folder (read with its
// subfolders: .txt, .html and .htm files, hidden ones left out), an address
// (http or https), or "-" for standard input.
//
// With each report goes a nil error. An input that cannot be read gives an
// error that names it, one line long, with a report that holds no more than
// its Path or URL. The sequence ends early only when ctx does, with its error.
func Reports(ctx context.Context, args []string, opt Options) iter.Seq2[hearsay.Report, error] {
	return func(yield func(hearsay.Report, error) bool) {
		in := &intake{opt: opt, client: newClient(opt)}
		for _, arg := range args {
			for report, err := range in.open(ctx, arg) {
				if !yield(report, err) {
					return
				}
				if err != nil && errors.Is(err, ctx.Err()) {
					return
				}
			}
		}
	}
}

// intake is what the arguments of one run share.
type intake struct {
	opt    Options
	client *client
}

// open returns the reports of one argument.
func (in *intake) open(ctx context.Context, arg string) iter.Seq2[hearsay.Report, error] {
	if u, ok := parseAddress(arg); ok {
		return one(in.fetched(ctx, u))
	}
	if arg == "-" {
		return one(in.piped(ctx))
	}
	if isFolder(arg) {
		return in.folder(ctx, arg)
	}
	return one(in.file(ctx, arg))
}

func one(report hearsay.Report, err error) iter.Seq2[hearsay.Report, error] {
	return func(yield func(hearsay.Report, error) bool) { yield(report, err) }
}

// parseAddress reports whether arg is an address rather than a path.
func parseAddress(arg string) (*url.URL, bool) {
	lower := strings.ToLower(arg)
	if !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return nil, false
	}
	u, err := url.Parse(arg)
	return u, err == nil && u.Host != ""
}

// named puts the input's name before an error, and drops all of the report but
// its whereabouts.
func named(name string, report hearsay.Report, err error) (hearsay.Report, error) {
	if err == nil {
		return report, nil
	}
	bare := hearsay.Report{Path: report.Path, URL: report.URL}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return bare, err
	}
	return bare, fmt.Errorf("%s: %w", name, err)
}
