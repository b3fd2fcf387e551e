package unpack

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// packers pack data in each form but bzip2, which the library only unpacks.
var packers = map[Format]func(io.Writer) io.WriteCloser{
	Gzip:    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	Brotli:  func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	Deflate: func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
	Zstd: func(w io.Writer) io.WriteCloser {
		z, err := zstd.NewWriter(w)
		if err != nil {
			panic(err)
		}
		return z
	},
}

// forms are those of packers, in order.
var forms = []Format{Gzip, Zstd, Brotli, Deflate}

func pack(t testing.TB, format Format, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := packers[format](&out)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func unpackAll(data []byte, format Format) ([]byte, error) {
	u, err := NewReader(bytes.NewReader(data), format)
	if err != nil {
		return nil, err
	}
	defer u.Close()
	return io.ReadAll(u)
}

// words is a text that does not pack too well.
func words(n int) []byte {
	var b bytes.Buffer
	for i := range uint32(n) {
		b.WriteString("word ")
		b.WriteByte('a' + byte(i*2654435761>>13)%26)
	}
	return b.Bytes()
}

func TestUnpacks(t *testing.T) {
	for _, format := range forms {
		for _, want := range [][]byte{{}, []byte("The mayor said so."), words(100_000)} {
			got, err := unpackAll(pack(t, format, want), format)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %d bytes and %v, want %d bytes", format, len(got), err, len(want))
			}
		}
	}
}

func TestUnpacksBzip2(t *testing.T) {
	// "The mayor said so.\n", packed by bzip2 1.0.
	packed, err := hex.DecodeString(bzip2Sample)
	if err != nil {
		t.Fatal(err)
	}
	got, err := unpackAll(packed, Bzip2)
	if err != nil || string(got) != "The mayor said so.\n" {
		t.Errorf("%q, %v", got, err)
	}
}

// Some servers send deflate without the zlib header that the standard asks for.
func TestUnpacksRawDeflate(t *testing.T) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, "The mayor said so.")
	w.Close()
	if got, err := unpackAll(out.Bytes(), Deflate); err != nil || string(got) != "The mayor said so." {
		t.Errorf("%q, %v", got, err)
	}
}

// Wherever data are cut off, the error says after how many bytes.
func TestTruncated(t *testing.T) {
	for _, format := range forms {
		packed := pack(t, format, words(20_000))
		for _, cut := range []int{0, 1, 3, 9, len(packed) / 2, len(packed) - 1} {
			_, err := unpackAll(packed[:cut], format)
			switch {
			case cut == 0 && err == nil && format == Zstd: // no frames are no data
			case !errors.Is(err, ErrTruncated):
				t.Errorf("%s cut after %d of %d bytes: %v", format, cut, len(packed), err)
			case !strings.Contains(err.Error(), "after "+bytesOf(int64(cut))+" ("):
				t.Errorf("%s cut after %d bytes: %v", format, cut, err)
			}
		}
	}
}

func TestDamaged(t *testing.T) {
	for _, format := range forms {
		packed := pack(t, format, words(20_000))
		for i := len(packed) / 3; i < len(packed)/3+40; i++ {
			packed[i] ^= 0xA5
		}
		if _, err := unpackAll(packed, format); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTruncated) {
			t.Errorf("%s: %v", format, err)
		}
		if _, err := unpackAll([]byte("this is not packed at all, as anybody can see"), format); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTruncated) {
			t.Errorf("no %s: %v", format, err)
		}
	}
}

// A few bytes that grow into very many end soon, in every form.
func TestBomb(t *testing.T) {
	for _, format := range forms {
		packed := pack(t, format, make([]byte, 2*Harmless))
		u, err := NewReader(bytes.NewReader(packed), format)
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, u)
		if !errors.Is(err, ErrBomb) || n > Harmless {
			t.Errorf("%s: %d bytes came out of %d, and %v", format, n, len(packed), err)
		}
		u.Close()
	}
}

// Much text is no bomb.
func TestMuchIsNoBomb(t *testing.T) {
	data := words(2 * Harmless / 6)
	if got, err := unpackAll(pack(t, Gzip, data), Gzip); err != nil || len(got) != len(data) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// An error of the packed data's own reader is none of the format.
func TestReadErrorPasses(t *testing.T) {
	broken := errors.New("the cable is out")
	for _, format := range forms {
		packed := pack(t, format, words(20_000))
		r := io.MultiReader(bytes.NewReader(packed[:len(packed)/2]), iotest.ErrReader(broken))
		u, err := NewReader(r, format)
		if err == nil {
			_, err = io.ReadAll(u)
		}
		if !errors.Is(err, broken) || errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestRecognise(t *testing.T) {
	for _, test := range []struct {
		head, name string
		want       Format
		err        error
	}{
		{"\x1f\x8b\x08", "a.txt", Gzip, nil},
		{"\x28\xb5\x2f\xfd\x04\x00", "", Zstd, nil},
		{"BZh91A", "", Bzip2, nil},
		{"BZhora", "", "", nil},
		{"A text", "a.txt.gz", "", nil},
		{"\x0b\x02\x80", "a.html.BR", Brotli, nil},
		{"\xfd7zXZ\x00", "", "", ErrForeign},
		{"7z\xbc\xaf\x27\x1c", "", "", ErrForeign},
		{"", "", "", nil},
	} {
		if got, err := Recognise([]byte(test.head), test.name); got != test.want || !errors.Is(err, test.err) {
			t.Errorf("Recognise(%q, %q) = %q, %v", test.head, test.name, got, err)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, test := range []struct {
		header string
		want   []Format
		err    error
	}{
		{"", nil, nil},
		{"identity", nil, nil},
		{"GZIP", []Format{Gzip}, nil},
		{"deflate, x-gzip,br", []Format{Deflate, Gzip, Brotli}, nil},
		{"compress", nil, ErrForeign},
		{"gzip, gzip, gzip, gzip", nil, ErrBomb},
	} {
		got, err := Encodings(test.header)
		if len(got) != len(test.want) || !errors.Is(err, test.err) {
			t.Errorf("%q: %v, %v", test.header, got, err)
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: %v, want %v", test.header, got, test.want)
			}
		}
	}
}

func TestAll(t *testing.T) {
	twice := pack(t, Brotli, pack(t, Gzip, []byte("The mayor said so.")))
	got, err := All(twice, []Format{Gzip, Brotli}, 100)
	if err != nil || string(got) != "The mayor said so." {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := All([]byte("as it is"), nil, 4); err != nil || string(got) != "as it" {
		t.Errorf("%q, %v: want one byte more than the limit", got, err)
	}
	if _, err := All(twice[:10], []Format{Gzip, Brotli}, 100); !errors.Is(err, ErrTruncated) {
		t.Errorf("cut off: %v", err)
	}
}

func TestWithoutExtension(t *testing.T) {
	for name, want := range map[string]string{
		"a.txt.gz": "a.txt", "a.ZST": "a", "c.tgz": "c.tar", "a.txt": "a.txt", "folder.gz/a": "folder.gz/a",
	} {
		if got, packed := WithoutExtension(name); got != want || packed != (got != name) {
			t.Errorf("%s: %s, %v", name, got, packed)
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, format := range forms {
		packed := pack(f, format, words(50))
		f.Add(string(format), packed)
		f.Add(string(format), packed[:len(packed)/2])
	}
	f.Add("bzip2", []byte("BZh91AY&SY"))
	f.Fuzz(func(t *testing.T, format string, packed []byte) {
		data, err := All(packed, []Format{Format(format)}, 1<<20)
		if len(data) > 1<<20+1 {
			t.Fatalf("%d bytes", len(data))
		}
		if err != nil && !errors.Is(err, ErrTruncated) && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrBomb) {
			t.Fatalf("unnamed error %v", err)
		}
	})
}

const bzip2Sample = "425a683931415926535947b86cf8000002d3800010400104002662982020003100000a64c41ed533d2da900415feeb1162ee48a70a1208f70d9f00"
