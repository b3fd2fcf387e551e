package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"hearsay"
)

// MaxSize is how many bytes one report may have, before and after decoding. The
// longest reports run to some 200 kB; what is larger is a collection.
const MaxSize = 10 * megabyte

const megabyte = 1_000_000

// The reasons to refuse a file.
var (
	ErrTooLarge = errors.New("a report is at most 10 MB: split it into one file per article")
	ErrMissing  = errors.New("there is no such file or folder: check the name")
	ErrNoAccess = errors.New("there is no permission to read it: change its permissions or read a copy")
)

// file reads one file.
func (in *intake) file(ctx context.Context, path string) (hearsay.Report, error) {
	if err := ctx.Err(); err != nil {
		return hearsay.Report{Path: path}, err
	}
	report, err := in.readFile(path)
	report.Path = path
	return named(path, report, err)
}

func (in *intake) readFile(path string) (hearsay.Report, error) {
	f, err := os.Open(path)
	if err != nil {
		return hearsay.Report{}, explain(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > MaxSize {
		return hearsay.Report{}, tooLarge(info.Size())
	}
	data, err := readAll(f)
	if err != nil {
		return hearsay.Report{}, explain(err)
	}
	return in.parse(content{data: data, path: path})
}

// piped reads standard input.
func (in *intake) piped(ctx context.Context) (hearsay.Report, error) {
	c := content{path: "-"}
	bare := hearsay.Report{Path: c.path}
	if err := ctx.Err(); err != nil {
		return bare, err
	}
	if in.opt.Stdin == nil {
		return named(c.name(), bare, errors.New("is not open: name a file"))
	}
	var err error
	if c.data, err = readAll(in.opt.Stdin); err != nil {
		return named(c.name(), bare, explain(err))
	}
	report, err := in.parse(c)
	return named(c.name(), report, err)
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
