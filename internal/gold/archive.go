package gold

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Archive is a corpus opened for reading: a .tar.gz held in memory, or a folder.
type Archive struct {
	fs.FS         // rooted inside the single folder that all files of the archive share, if there is one
	SHA256 string // of the .tar.gz, hexadecimal; "" for a folder
}

// Open opens the corpus at path, a .tar.gz or a folder. An archive is read once,
// in place, and never unpacked to disk.
func Open(path string) (Archive, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Archive{}, err
	}
	if info.IsDir() {
		return Archive{FS: os.DirFS(path)}, nil
	}
	packed, err := os.ReadFile(path)
	if err != nil {
		return Archive{}, err
	}
	fsys, err := unpack(packed)
	if err != nil {
		return Archive{}, fmt.Errorf("%s: not a readable .tar.gz: %w", path, err)
	}
	return Archive{FS: fsys, SHA256: fmt.Sprintf("%x", sha256.Sum256(packed))}, nil
}

// unpack copies a .tar.gz into an uncompressed zip in memory: the standard
// library gives a file system over a zip, but none over a tar.
func unpack(packed []byte) (fs.FS, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	var stored bytes.Buffer
	if err := storeFiles(zip.NewWriter(&stored), tar.NewReader(unzipped)); err != nil {
		return nil, err
	}
	files, err := zip.NewReader(bytes.NewReader(stored.Bytes()), int64(stored.Len()))
	if err != nil {
		return nil, err
	}
	return withinTopFolder(files)
}

// storeFiles copies the regular files of a tar into a zip and closes it.
func storeFiles(to *zip.Writer, from *tar.Reader) error {
	for {
		header, err := from.Next()
		if errors.Is(err, io.EOF) {
			return to.Close()
		}
		if err != nil {
			return err
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		file, err := to.CreateHeader(&zip.FileHeader{Name: header.Name, Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := io.Copy(file, from); err != nil {
			return fmt.Errorf("%s: %w", header.Name, err)
		}
	}
}

// withinTopFolder steps into the one folder that everything lies in, as the
// custom is for archives.
func withinTopFolder(fsys fs.FS) (fs.FS, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil || len(entries) != 1 || !entries[0].IsDir() {
		return fsys, err
	}
	return fs.Sub(fsys, entries[0].Name())
}
