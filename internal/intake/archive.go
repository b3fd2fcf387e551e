package intake

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"

	"hearsay/internal/unpack"
)

// The reasons to refuse an archive.
var (
	ErrNoEntries = errors.New("the archive holds no reports: put .txt, .html or .htm files into it or name another")
	ErrNested    = errors.New("is an archive in an archive: unpack the outer one first")
	ErrOffice    = errors.New("is an office document: save its words as plain text and read that")
)

// archive hands on the reports in an archive, in the order in which they stand
// there. Of its files those are read that would be in a folder.
func (in *intake) archive(ctx context.Context, i input, form unpack.Archive, yield sink) bool {
	if i.entry {
		return i.fail(ErrNested, yield)
	}
	entries, err := i.entries(form)
	if err != nil {
		return i.fail(err, yield)
	}
	why := ErrNoEntries
	for entry, err := range entries {
		switch {
		case err != nil:
			return i.fail(err, yield)
		case entry.Name == "[Content_Types].xml": // of the Open Packaging Conventions
			why = ErrOffice
		case IsReport(entry.Name):
			why = nil
			if !in.entry(ctx, i, entry, yield) {
				return false
			}
		}
	}
	if why != nil {
		return i.fail(why, yield)
	}
	return true
}

// entries returns the files of an archive. A zip archive has its directory at
// the end, so what is not a file must fit into memory.
func (i input) entries(form unpack.Archive) (iter.Seq2[unpack.Entry, error], error) {
	switch {
	case form == unpack.Tar:
		return unpack.TarEntries(i.data), nil
	case i.whole != nil:
		return unpack.ZipEntries(i.whole, i.size), nil
	}
	data, err := io.ReadAll(io.LimitReader(i.data, MaxSize+1))
	switch {
	case err != nil:
		return nil, explain(err)
	case len(data) > MaxSize:
		return nil, errors.New("is a zip archive of more than 10 MB: save it as a file and read that")
	}
	return unpack.ZipEntries(bytes.NewReader(data), int64(len(data))), nil
}

// entry hands on the reports in one file of an archive.
func (in *intake) entry(ctx context.Context, of input, entry unpack.Entry, yield sink) bool {
	i := input{path: of.part("/", entry.Name), name: entry.Name, address: of.address, size: entry.Size, entry: true}
	data, err := entry.Open()
	if err != nil {
		return i.fail(err, yield)
	}
	defer data.Close()
	i.data = bufio.NewReaderSize(data, sniffSize)
	return in.read(ctx, i, yield)
}
