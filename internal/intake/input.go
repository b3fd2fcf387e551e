package intake

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"

	"hearsay"
	"hearsay/internal/unpack"
)

// MaxSize is how many bytes one report may have, before and after unpacking and
// decoding. The longest reports run to some 200 kB; what is larger is a
// collection.
const MaxSize = 10 * megabyte

const megabyte = 1_000_000

// The reasons to refuse a file.
var (
	ErrTooLarge = errors.New("a report is at most 10 MB: split it into one file per article")
	ErrMissing  = errors.New("there is no such file or folder: check the name")
	ErrNoAccess = errors.New("there is no permission to read it: change its permissions or read a copy")
)

// sniffSize is how many bytes are looked at to tell what an input is.
const sniffSize = 64 << 10

// input is bytes on their way in, and what is known about them from outside.
type input struct {
	path     string   // of a file, "-" for standard input, "" for an address
	name     string   // the file's, without what unpacking took off: its extension is a hint
	address  *url.URL // nil unless it was fetched
	declared string   // the Content-Type header, "" unless it was fetched

	data   *bufio.Reader
	closer io.Closer   // nil: nothing to close
	whole  io.ReaderAt // the same bytes in any order, nil where they only come one after the other
	size   int64       // in bytes, -1 if not known

	packed bool // it comes out of compressed data
	entry  bool // it comes out of an archive
}

// openFile opens a file.
func openFile(path string) (input, error) {
	i := input{path: path, name: path, size: -1}
	f, err := os.Open(path)
	if err != nil {
		return i, explain(err)
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		i.size, i.whole = info.Size(), f
	}
	i.data, i.closer = bufio.NewReaderSize(f, sniffSize), f
	return i, nil
}

// piped opens standard input.
func (in *intake) piped() (input, error) {
	i := input{path: "-", size: -1}
	if in.opt.Stdin == nil {
		return i, errors.New("is not open: name a file")
	}
	i.data = bufio.NewReaderSize(in.opt.Stdin, sniffSize)
	return i, nil
}

// fetched opens the page at an address.
func (in *intake) fetched(ctx context.Context, u *url.URL) (input, error) {
	page, err := in.pages.Open(ctx, u)
	if err != nil {
		return input{address: withoutUser(u)}, err
	}
	data := bytes.NewReader(page.Data)
	return input{
		address: withoutUser(page.URL), name: page.URL.Path, declared: page.Type,
		data: bufio.NewReaderSize(data, sniffSize), whole: data, size: data.Size(),
	}, nil
}

// withoutUser drops the user and password of an address, which are not for
// records.
func withoutUser(u *url.URL) *url.URL {
	bare := *u
	bare.User = nil
	return &bare
}

func (i input) close() {
	if i.closer != nil {
		i.closer.Close() // it was only read
	}
}

// title is what messages call the input.
func (i input) title() string {
	switch {
	case i.path == "-":
		return "standard input"
	case i.path == "" && i.address != nil:
		return i.address.String()
	case i.path == "":
		return `""`
	}
	return i.path
}

// part returns the path of something in the input.
func (i input) part(separator, name string) string {
	if i.path == "" {
		return i.address.String() + separator + name
	}
	return i.path + separator + name
}

// fail hands on an error. That of the context is the last one.
func (i input) fail(err error, yield sink) bool {
	bare := hearsay.Report{Path: i.path}
	if i.address != nil {
		bare.URL = i.address.String()
	}
	more := yield(bare, named(i.title(), err))
	return more && !isEnd(err)
}

// read hands on the reports of an input: it takes off compression, then opens
// archives, then tells lines of JSON, pages and texts apart.
func (in *intake) read(ctx context.Context, i input, yield sink) bool {
	if err := ctx.Err(); err != nil {
		return i.fail(err, yield)
	}
	head, err := i.peek(unpack.SignatureSize)
	if err != nil {
		return i.fail(err, yield)
	}
	switch format, err := unpack.Recognise(head, i.name); {
	case err != nil:
		return i.fail(err, yield)
	case format != "":
		return i.unpacked(format, yield, func(inner input) bool { return in.read(ctx, inner, yield) })
	}
	if head, err = i.peek(sniffSize); err != nil {
		return i.fail(err, yield)
	}
	switch archive := unpack.Holds(head); {
	case archive != "":
		return in.archive(ctx, i, archive, yield)
	case i.holdsLines(head):
		return in.lines(ctx, i, yield)
	}
	report, err := in.report(i)
	if err != nil {
		return i.fail(err, yield)
	}
	return yield(report, nil)
}

// peek returns the first n bytes of an input, or all if it has no more. An error
// after some bytes comes again when they are read; what stands before it, lines
// say, can be read all the same.
func (i input) peek(n int) ([]byte, error) {
	head, err := i.data.Peek(n)
	if len(head) == 0 && err != nil && err != io.EOF {
		return nil, explain(err)
	}
	return head, nil
}

// unpacked has use read what is packed in the input.
func (i input) unpacked(format unpack.Format, yield sink, use func(input) bool) bool {
	if i.packed {
		return i.fail(errors.New("is packed twice over: unpack it first"), yield)
	}
	data, err := unpack.NewReader(i.data, format)
	if err != nil {
		return i.fail(err, yield)
	}
	defer data.Close()
	inner := i
	inner.name, _ = unpack.WithoutExtension(i.name)
	inner.data, inner.whole, inner.size, inner.packed = bufio.NewReaderSize(data, sniffSize), nil, -1, true
	return use(inner)
}

// report reads the one report that an input is.
func (in *intake) report(i input) (hearsay.Report, error) {
	if i.size > MaxSize {
		return hearsay.Report{}, tooLarge(i.size)
	}
	data, err := readAll(i.data)
	if err != nil {
		return hearsay.Report{}, explain(err)
	}
	report, err := in.parse(content{data: data, name: i.name, address: i.address, declared: i.declared}, i.title())
	report.Path = i.path
	if in.opt.Source != nil {
		in.opt.Source(data, i.declared)
	}
	if report.URL == "" && i.address != nil {
		report.URL = i.address.String()
	}
	return report, err
}

// readAll reads r to its end, or to the first byte too many.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSize {
		return nil, fmt.Errorf("is over %d MB; %w", MaxSize/megabyte, ErrTooLarge)
	}
	return data, nil
}

// tooLarge says how large an input is, in MB and to a tenth where it matters.
func tooLarge(size int64) error {
	const tenth = megabyte / 10
	switch tenths := (size + tenth/2) / tenth; {
	case tenths <= MaxSize/tenth:
		return fmt.Errorf("is over %d MB; %w", MaxSize/megabyte, ErrTooLarge)
	case tenths%10 == 0:
		return fmt.Errorf("is %d MB; %w", tenths/10, ErrTooLarge)
	default:
		return fmt.Errorf("is %d.%d MB; %w", tenths/10, tenths%10, ErrTooLarge)
	}
}

// explain puts an error of the operating system into our words; the name of the
// file, which it holds too, is dropped because the caller gives it.
func explain(err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return ErrNoAccess
	case errors.As(err, &at):
		return fmt.Errorf("cannot be read (%w): check that it is a file", at.Err)
	}
	return err
}
