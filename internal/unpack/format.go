package unpack

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// Format is a form of compression.
type Format string

// The forms that are undone.
const (
	Gzip    Format = "gzip"
	Zstd    Format = "zstd"
	Brotli  Format = "brotli"
	Bzip2   Format = "bzip2"
	Deflate Format = "deflate" // of HTTP: zlib, or raw as some servers send it
)

// maxWindow is how far back zstd data may refer, which is how much memory
// unpacking takes: what its command line packs with up to --ultra and --long.
const maxWindow = 128 << 20

func (f Format) open(r io.Reader) (io.ReadCloser, error) {
	switch f {
	case Gzip:
		return gzip.NewReader(r)
	case Zstd:
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	case Brotli:
		return io.NopCloser(brotli.NewReader(r)), nil
	case Bzip2:
		return io.NopCloser(bzip2.NewReader(r)), nil
	case Deflate:
		return openDeflate(bufio.NewReader(r))
	}
	return nil, fmt.Errorf("%q is no form of compression", string(f))
}

// openDeflate tells the zlib data that the HTTP standard means from the raw data
// that some servers send: a zlib header is a multiple of 31 and names method 8.
func openDeflate(r *bufio.Reader) (io.ReadCloser, error) {
	head, err := r.Peek(2)
	if err == nil && head[0]&0x0F == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(r)
	}
	return flate.NewReader(r), nil
}

// signatures are the first bytes by which a form of compression is known. Brotli
// has none.
var signatures = []struct {
	format Format
	begin  string
}{
	{Gzip, "\x1f\x8b"},
	{Zstd, "\x28\xb5\x2f\xfd"},
	{Bzip2, "BZh"},
	{"xz", "\xfd7zXZ\x00"},
	{"7z", "7z\xbc\xaf\x27\x1c"},
	{"RAR", "Rar!\x1a\x07"},
}

// SignatureSize is how many bytes Recognise needs.
const SignatureSize = 6

// Recognise tells by its first bytes, or for want of a signature by its name's
// extension, how an input is compressed, "" if it is not. The error wraps
// ErrForeign where the form is known but not one that is undone.
func Recognise(head []byte, name string) (Format, error) {
	for _, s := range signatures {
		if !bytes.HasPrefix(head, []byte(s.begin)) || s.format == Bzip2 && !isBzip2(head) {
			continue
		}
		if !s.format.known() {
			return "", fmt.Errorf("is packed with %s, %w", s.format, ErrForeign)
		}
		return s.format, nil
	}
	if strings.EqualFold(path.Ext(name), ".br") {
		return Brotli, nil
	}
	return "", nil
}

// isBzip2 asks for the size digit after "BZh", since a text may begin so.
func isBzip2(head []byte) bool {
	return len(head) >= 5 && '1' <= head[3] && head[3] <= '9' && (head[4] == 0x31 || head[4] == 0x17)
}

func (f Format) known() bool {
	switch f {
	case Gzip, Zstd, Brotli, Bzip2, Deflate:
		return true
	}
	return false
}

// Encodings returns the forms that a Content-Encoding header names, in the order
// in which they were applied.
func Encodings(header string) ([]Format, error) {
	var formats []Format
	for name := range strings.SplitSeq(strings.ToLower(header), ",") {
		switch name = strings.TrimSpace(name); name {
		case "", "identity":
		case "gzip", "x-gzip":
			formats = append(formats, Gzip)
		case "br":
			formats = append(formats, Brotli)
		case "zstd", "deflate":
			formats = append(formats, Format(name))
		default:
			return nil, fmt.Errorf("is packed with %q, %w", name, ErrForeign)
		}
	}
	if len(formats) > maxEncodings {
		return nil, fmt.Errorf("is packed %d times over; %w", len(formats), ErrBomb)
	}
	return formats, nil
}

// maxEncodings is how many times over a page may be packed; each time costs its
// own memory, and one is what servers do.
const maxEncodings = 3

// WithoutExtension drops the extension of a form of compression from a name:
// "talks.txt.gz" is a "talks.txt", "reports.tgz" a "reports.tar".
func WithoutExtension(name string) (bare string, packed bool) {
	switch ext := path.Ext(name); strings.ToLower(ext) {
	case ".gz", ".zst", ".br", ".bz2":
		return strings.TrimSuffix(name, ext), true
	case ".tgz", ".tzst", ".tbz2":
		return strings.TrimSuffix(name, ext) + ".tar", true
	}
	return name, false
}
