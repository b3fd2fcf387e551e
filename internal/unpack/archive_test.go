package unpack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
)

// tarOf packs files, given as name and content by turns.
func tarOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		header := &tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1])), Typeflag: tar.TypeReg}
		if err := w.WriteHeader(header); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[i+1])
	}
	if err := w.WriteHeader(&tar.Header{Name: "link", Linkname: "/etc/hosts", Typeflag: tar.TypeSymlink}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return out.Bytes()
}

func zipOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, files[i+1])
	}
	w.Close()
	return out.Bytes()
}

// contents lists entries as "name: content", and errors.
func contents(entries iter.Seq2[Entry, error]) (got []string, failed error) {
	for entry, err := range entries {
		if err != nil {
			return got, err
		}
		r, err := entry.Open()
		if err != nil {
			return got, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return got, err
		}
		got = append(got, entry.Name+": "+string(data))
	}
	return got, nil
}

func entriesOf(data []byte) iter.Seq2[Entry, error] {
	if Holds(data) == Zip {
		return ZipEntries(bytes.NewReader(data), int64(len(data)))
	}
	return TarEntries(bytes.NewReader(data))
}

// Names cannot lead out of the archive, and links are no files.
func TestEntries(t *testing.T) {
	files := []string{"b.txt", "B.", "folder/a.txt", "A.", "../../etc/hosts", "no", `c\d.txt`, "D."}
	want := []string{"b.txt: B.", "folder/a.txt: A.", "etc/hosts: no", "c/d.txt: D."}
	for _, data := range [][]byte{tarOf(t, files...), zipOf(t, files...)} {
		if got, err := contents(entriesOf(data)); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", Holds(data), got, err)
		}
	}
}

func TestHolds(t *testing.T) {
	for _, test := range []struct {
		head []byte
		want Archive
	}{
		{tarOf(t, "a", "A"), Tar}, {zipOf(t, "a", "A"), Zip}, {zipOf(t), Zip}, {[]byte("PK"), ""}, {nil, ""},
	} {
		if got := Holds(test.head); got != test.want {
			t.Errorf("%.8q: %q, want %q", test.head, got, test.want)
		}
	}
}

// What stands before the cut is read.
func TestTruncatedArchives(t *testing.T) {
	files := tarOf(t, "a.txt", "A.", "b.txt", strings.Repeat("B", 2000))
	for _, test := range []struct {
		data []byte
		want string
	}{
		{files[:1600], "a.txt: A."}, // in the header of the second
		{files[:3000], "a.txt: A."}, // in its content
	} {
		got, err := contents(TarEntries(bytes.NewReader(test.data)))
		if !errors.Is(err, ErrTruncated) && !errors.Is(err, ErrDamaged) || len(got) > 1 || len(got) == 1 && got[0] != test.want {
			t.Errorf("tar cut after %d bytes: %q, %v", len(test.data), got, err)
		}
	}
	whole := zipOf(t, "a.txt", "A.")
	if _, err := contents(entriesOf(whole[:len(whole)-10])); !errors.Is(err, ErrDamaged) {
		t.Errorf("zip without its directory: %v", err)
	}
}

func TestZipBomb(t *testing.T) {
	data := zipOf(t, "a.txt", strings.Repeat("a", 2*Harmless))
	if _, err := contents(entriesOf(data)); !errors.Is(err, ErrBomb) {
		t.Errorf("%d bytes: %v", len(data), err)
	}
}

func FuzzArchives(f *testing.F) {
	for _, data := range [][]byte{tarOf(f, "a.txt", "A."), zipOf(f, "a.txt", "A.", "b", ""), []byte("PK\x05\x06")} {
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for entry, err := range entriesOf(data) {
			if err != nil {
				if strings.Contains(err.Error(), "\n") {
					t.Fatalf("error of more than one line: %q", err)
				}
				return
			}
			if strings.HasPrefix(entry.Name, "/") || slices.Contains(strings.Split(entry.Name, "/"), "..") {
				t.Fatalf("an entry is called %q", entry.Name)
			}
			if r, err := entry.Open(); err == nil {
				io.Copy(io.Discard, io.LimitReader(r, 1<<20))
				r.Close()
			}
		}
	})
}
