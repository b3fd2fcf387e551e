package unpack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"
)

// Archive is a form of file that holds files.
type Archive string

// The forms of archive that are opened.
const (
	Tar Archive = "tar"
	Zip Archive = "zip"
)

// HeadSize is how many bytes Holds needs.
const HeadSize = 512

// Holds tells by its first bytes whether an input is an archive, "" if it is not.
func Holds(head []byte) Archive {
	const magicAt = 257 // of POSIX and GNU tar alike
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return Zip
	case len(head) >= magicAt+5 && string(head[magicAt:magicAt+5]) == "ustar":
		return Tar
	}
	return ""
}

// Entry is one file in an archive.
type Entry struct {
	Name string // slash path within the archive, without leading "/" or ".."
	Size int64  // in bytes, as the archive states it

	// Open returns the entry's content. That of a tar entry must be read
	// before the next entry is asked for.
	Open func() (io.ReadCloser, error)
}

// TarEntries returns the files of a tar archive in the order in which they stand
// in it. An error ends the sequence and says after which entry.
func TarEntries(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		archive := tar.NewReader(r)
		last := ""
		for {
			header, err := archive.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Entry{}, explainTar(err, last))
				return
			}
			last = inside(header.Name)
			if header.Typeflag != tar.TypeReg {
				continue
			}
			open := func() (io.ReadCloser, error) { return io.NopCloser(tarContent{archive}), nil }
			if !yield(Entry{Name: last, Size: header.Size, Open: open}, nil) {
				return
			}
		}
	}
}

// tarContent is the content of the entry at which a tar archive stands.
type tarContent struct{ archive *tar.Reader }

func (c tarContent) Read(p []byte) (int, error) {
	n, err := c.archive.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("ends in the middle of the tar archive; %w", ErrTruncated)
	}
	return n, err
}

// explainTar puts an error of the tar library into our words; those of what the
// archive was itself packed with are in them already.
func explainTar(err error, last string) error {
	where := "at its beginning"
	if last != "" {
		where = "after its entry " + last
	}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("ends in the middle of the tar archive, %s; %w", where, ErrTruncated)
	case errors.Is(err, tar.ErrHeader):
		return fmt.Errorf("is no tar archive any more %s; %w", where, ErrDamaged)
	}
	return err
}

// ZipEntries returns the files of a zip archive of size bytes, in the order of
// its directory. An error ends the sequence.
func ZipEntries(r io.ReaderAt, size int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		archive, err := zip.NewReader(r, size)
		if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
			yield(Entry{}, fmt.Errorf("cannot be opened as a zip archive (its directory, at the end, is missing or wrong); %w", ErrDamaged))
			return
		}
		for _, file := range archive.File {
			if !file.Mode().IsRegular() {
				continue
			}
			if !yield(Entry{Name: inside(file.Name), Size: stated(file), Open: opener(file)}, nil) {
				return
			}
		}
	}
}

func stated(file *zip.File) int64 { return int64(min(file.UncompressedSize64, 1<<62)) }

func opener(file *zip.File) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		content, err := file.Open()
		if err != nil {
			return nil, explainZip(err)
		}
		return &zipContent{content, int64(min(file.CompressedSize64, 1<<62)), 0}, nil
	}
}

// zipContent guards the content of a zip entry as Reader does its own.
type zipContent struct {
	io.ReadCloser
	in, out int64
}

func (c *zipContent) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.out += int64(n)
	if c.out > Harmless && c.out/maxGrowth > c.in {
		return 0, fmt.Errorf("unpacks from %s to more than %s: %w", Size(c.in), Size(c.out), ErrBomb)
	}
	if err != nil && err != io.EOF {
		err = explainZip(err)
	}
	return n, err
}

func explainZip(err error) error {
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return fmt.Errorf("is packed in a way of zip %w", ErrForeign)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("ends in the middle of its zip data; %w", ErrTruncated)
	}
	return fmt.Errorf("cannot be unpacked from its zip archive (%w); %w", err, ErrDamaged)
}

// inside returns an entry's name as a path that does not lead out of the
// archive: it is shown, and a name such as "../../etc/hosts" would mislead.
func inside(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}
