package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

func gzipped(data string) string {
	var out bytes.Buffer
	return packed(&out, gzip.NewWriter(&out), data)
}

func zstded(t *testing.T, data string) string {
	t.Helper()
	var out bytes.Buffer
	w, err := zstd.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	return packed(&out, w, data)
}

func brotlied(data string) string {
	var out bytes.Buffer
	return packed(&out, brotli.NewWriter(&out), data)
}

func packed(out *bytes.Buffer, w io.WriteCloser, data string) string {
	io.WriteString(w, data)
	w.Close()
	return out.String()
}

// tarOf packs files, given as name and content by turns.
func tarOf(t *testing.T, files ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for file := range slices.Chunk(files, 2) {
		if err := w.WriteHeader(&tar.Header{Name: file[0], Mode: 0o644, Size: int64(len(file[1]))}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, file[1])
	}
	w.Close()
	return out.String()
}

func zipOf(t *testing.T, files ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for file := range slices.Chunk(files, 2) {
		f, err := w.Create(file[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, file[1])
	}
	w.Close()
	return out.String()
}

// What is packed is read like what is not, whatever it is called.
func TestPacked(t *testing.T) {
	root := tree(t, map[string]string{
		"a.txt.gz":    gzipped("Outlet: A\n\nA."),
		"b.zst":       zstded(t, "B."),
		"c.txt.br":    brotlied("C."),
		"d.txt":       gzipped("D."),
		"e.html.gz":   gzipped(pageHTML),
		"f.jsonl.zst": zstded(t, `{"text":"F."}`),
		"g.md.gz":     gzipped("no"),
	})
	checkRead(t, read(t, root, Options{}, root), []string{
		"a.txt.gz: A.", "b.zst: B.", "c.txt.br: C.", "d.txt: D.", "e.html.gz: " + pageText, "f.jsonl.zst:1: F.",
	})
	stdin := Options{Stdin: strings.NewReader(gzipped("From a pipe."))}
	checkRead(t, read(t, "", stdin, "-"), []string{"-: From a pipe."})
}

func TestPackedFails(t *testing.T) {
	text := strings.Repeat("The mayor said so. ", 20)
	root := tree(t, map[string]string{
		"bomb.txt.gz":  gzipped(strings.Repeat("a", 2*MaxSize)),
		"cut.txt.gz":   gzipped(text)[:30],
		"empty.txt.gz": gzipped(""),
		"large.txt.gz": gzipped(string(noise(MaxSize + 1))),
		"odd.txt.gz":   "\x1f\x8b and then nothing that makes sense",
		"twice.txt.gz": gzipped(gzipped(text)),
		"x.txt":        "\xfd7zXZ\x00\x00",
		"z.txt":        "Good.",
	})
	checkRead(t, read(t, root, Options{}, root), []string{
		"bomb.txt.gz: unpacks from 12 kB to more than 10 MB: that is a decompression bomb and no report: delete it",
		"cut.txt.gz: ends in the middle of its gzip data, after 30 bytes (19 bytes unpacked); the rest is missing: get the whole file",
		"empty.txt.gz: is empty: give it the text of a report",
		"large.txt.gz: is over 10 MB; a report is at most 10 MB: split it into one file per article",
		"odd.txt.gz: cannot be unpacked as gzip beyond its first 36 bytes (0 bytes unpacked); the data are damaged: get the file again",
		"twice.txt.gz: is packed twice over: unpack it first",
		"x.txt: is packed with xz, which is not unpacked here: unpack it first",
		"z.txt: Good.",
	})
}

// noise is text that hardly packs.
func noise(n int) []byte {
	data := make([]byte, n)
	state := uint32(1)
	for i := range data {
		state = state*1664525 + 1013904223
		data[i] = ' ' + byte(state>>24)%90
	}
	return data
}

func TestArchives(t *testing.T) {
	files := []string{
		"reports/b.txt", "Outlet: B\n\nB.", "reports/a.html", pageHTML, "reports/", "", "notes.md", "no", ".hidden/x.txt", "no",
		"__MACOSX/reports/b.txt", "no", "c.txt.gz", gzipped("C."), "d.jsonl", "{\"text\":\"D1.\"}\n{\"text\":\"D2.\"}\n",
		"e.txt", "", "inner.zip", zipOf(t, "x.txt", "X."), "f.txt", "F.",
	}
	for _, archive := range []struct{ name, data string }{
		{"corpus.tar", tarOf(t, slices.Concat(files[:4], files[6:])...)},
		{"corpus.tar.gz", gzipped(tarOf(t, slices.Concat(files[:4], files[6:])...))},
		{"corpus.tgz", gzipped(tarOf(t, slices.Concat(files[:4], files[6:])...))},
		{"corpus.tar.zst", zstded(t, tarOf(t, slices.Concat(files[:4], files[6:])...))},
		{"corpus.zip", zipOf(t, files...)},
		{"corpus", zipOf(t, files...)},
	} {
		t.Run(archive.name, func(t *testing.T) {
			root := tree(t, map[string]string{archive.name: archive.data})
			got := read(t, root, Options{}, filepath.Join(root, archive.name))
			for i := range got {
				got[i] = strings.TrimPrefix(got[i], archive.name+"/")
			}
			checkRead(t, got, []string{
				"reports/b.txt: B.", "reports/a.html: " + pageText, "c.txt.gz: C.", "d.jsonl:1: D1.", "d.jsonl:2: D2.",
				"e.txt: is empty: give it the text of a report", "inner.zip: " + ErrNested.Error(), "f.txt: F.",
			})
		})
	}
}

func TestArchivesFail(t *testing.T) {
	two := gzipped(tarOf(t, "a.txt", "A.", "b.txt", string(noise(20_000))))
	root := tree(t, map[string]string{
		"cut.tar.gz":  two[:len(two)/2],
		"cut.zip":     zipOf(t, "a.txt", "A.")[:40],
		"none.zip":    zipOf(t, "notes.md", "no"),
		"letter.docx": zipOf(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"),
		"bomb.zip":    zipOf(t, "a.txt", strings.Repeat("a", 2*MaxSize), "b.txt", "B."),
		"large.tar":   tarOf(t, "a.txt", string(noise(MaxSize+1)), "b.txt", "B."),
	})
	in := func(name string) string { return filepath.Join(root, name) }
	got := read(t, root, Options{}, in("cut.tar.gz"), in("cut.zip"), in("none.zip"), in("letter.docx"), in("bomb.zip"), in("large.tar"))
	for i, want := range []string{
		"cut.tar.gz/a.txt: A.",
		"cut.tar.gz/b.txt: ends in the middle of its gzip data, after ",
		"cut.tar.gz: ends in the middle of its gzip data, after ",
		"cut.zip: cannot be opened as a zip archive (its directory, at the end, is missing or wrong); the data are damaged: get the file again",
		"none.zip: the archive holds no reports: put .txt, .html or .htm files into it or name another",
		"letter.docx: is an office document: save its words as plain text and read that",
		"bomb.zip/a.txt: is 20 MB; a report is at most 10 MB: split it into one file per article",
		"bomb.zip/b.txt: B.",
		"large.tar/a.txt: is over 10 MB; a report is at most 10 MB: split it into one file per article",
		"large.tar/b.txt: B.",
	} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Fatalf("line %d of %q\nwant %q", i, got, want)
		}
	}
}

// A zip archive in a pipe is held in memory, so it may not be large.
func TestZipInAPipe(t *testing.T) {
	small := Options{Stdin: strings.NewReader(zipOf(t, "a.txt", "A."))}
	checkRead(t, read(t, "", small, "-"), []string{"-/a.txt: A."})
	large := Options{Stdin: io.MultiReader(strings.NewReader("PK\x03\x04"), bytes.NewReader(make([]byte, MaxSize)))}
	checkRead(t, read(t, "", large, "-"), []string{"standard input: is a zip archive of more than 10 MB: save it as a file and read that"})
}

func TestCount(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A.", "b/b.html": "B.", "b/no.md": "no", "c/c.tar.gz": "", "d/d.jsonl": ""})
	in := func(name string) string { return filepath.Join(root, name) }
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{in("a.txt")}, 1},
		{[]string{in("a.txt"), in("b"), "https://a.example/"}, 3},
		{[]string{in("a.txt"), in("c")}, 0},
		{[]string{in("d")}, 0},
		{[]string{in("a.txt"), "-"}, 0},
		{nil, 0},
	} {
		if got := Count(test.args); got != test.want {
			t.Errorf("%q: %d, want %d", test.args, got, test.want)
		}
	}
}
