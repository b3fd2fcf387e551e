// Package unpack undoes compression and opens archives, and takes no harm from
// either: what unpacks to far more than it holds, what is cut off and what is
// damaged is an error that names the reason and the place.
//
//	packed bytes ──counted──▶ gzip, zstd, … ──guard──▶ bytes
//	archive      ──tar, zip──▶ Entry, Entry, …
//
// Nothing is ever written to disk, so no entry's name can lead anywhere.
package unpack

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// The reasons to refuse packed data. A message says what is wrong and what to
// do, and leaves the input's name to the caller, who knows it.
var (
	// ErrBomb is why unpacking stops when a few bytes grow into very many.
	ErrBomb = errors.New("that is a decompression bomb and no report: delete it")
	// ErrTruncated is the end of data in the middle.
	ErrTruncated = errors.New("the rest is missing: get the whole file")
	// ErrDamaged is data that breaks the rules of its format.
	ErrDamaged = errors.New("the data are damaged: get the file again")
	// ErrForeign is compression that is known and not undone.
	ErrForeign = errors.New("which is not unpacked here: unpack it first")
)

// A text packs to a third of its size, a page full of markup to a twentieth;
// gzip cannot reach more than 1 in 1,032, and reaches that only with one byte
// repeated. What has grown beyond both limits is no text.
const (
	// Harmless is how many bytes may come out of however few.
	Harmless = 10_000_000
	// maxGrowth is how many bytes may come out for each that went in.
	maxGrowth = 200
)

// Reader gives the bytes that come out of packed data.
type Reader struct {
	format   Format
	in       *counter
	unpacked io.ReadCloser
	out      int64
}

// NewReader returns a reader of what r holds in packed form. An error is about
// the first bytes; later ones come from Read.
func NewReader(r io.Reader, format Format) (*Reader, error) {
	u := &Reader{format: format, in: &counter{r: r}}
	var err error
	if u.unpacked, err = format.open(u.in); err != nil {
		return nil, u.explain(err)
	}
	return u, nil
}

// Read fails with an error that wraps ErrBomb, ErrTruncated or ErrDamaged where
// the data are at fault. With ErrBomb it gives no bytes, so that a caller who
// takes only so many sees the error first.
func (u *Reader) Read(p []byte) (int, error) {
	n, err := u.unpacked.Read(p)
	u.out += int64(n)
	if u.out > Harmless && u.out > maxGrowth*u.in.n {
		return 0, fmt.Errorf("unpacks from %s to more than %s: %w", Size(u.in.n), Size(u.out), ErrBomb)
	}
	if err != nil && err != io.EOF {
		err = u.explain(err)
	}
	return n, err
}

// Close frees what unpacking needed. It does not close the packed data.
func (u *Reader) Close() error { return u.unpacked.Close() }

// explain puts an error of a format's library into our words. Errors of reading
// the packed data themselves pass unchanged.
func (u *Reader) explain(err error) error {
	switch {
	case u.in.err != nil:
		return u.in.err
	case u.in.ended && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)):
		return fmt.Errorf("ends in the middle of its %s data, after %s (%s unpacked); %w", u.format, bytesOf(u.in.n), bytesOf(u.out), ErrTruncated)
	}
	return fmt.Errorf("cannot be unpacked as %s beyond its first %s (%s unpacked); %w", u.format, bytesOf(u.in.n), bytesOf(u.out), ErrDamaged)
}

// counter counts what is read through it and remembers how that ended.
type counter struct {
	r     io.Reader
	n     int64
	ended bool
	err   error // other than io.EOF
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	switch {
	case err == io.EOF:
		c.ended = true
	case err != nil:
		c.err = err
	}
	return n, err
}

// All undoes each of formats, the last one first, in data that are in memory,
// and returns what comes out, up to limit bytes and one more, by which the
// caller can tell that it was too much.
func All(data []byte, formats []Format, limit int64) ([]byte, error) {
	var r io.Reader = bytes.NewReader(data)
	for i := len(formats) - 1; i >= 0; i-- {
		u, err := NewReader(bufio.NewReader(r), formats[i])
		if err != nil {
			return nil, err
		}
		defer u.Close()
		r = u
	}
	return io.ReadAll(io.LimitReader(r, limit+1))
}

// bytesOf counts bytes: "1 byte", "512 bytes".
func bytesOf(n int64) string {
	if n == 1 {
		return "1 byte"
	}
	return fmt.Sprintf("%d bytes", n)
}

// Size returns a number of bytes in the unit that suits it: "812 bytes",
// "40 kB", "10 MB".
func Size(n int64) string {
	switch {
	case n < 1_000:
		return bytesOf(n)
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", n/1_000)
	}
	return fmt.Sprintf("%d MB", n/1_000_000)
}
