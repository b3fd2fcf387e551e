package weights

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// small is a weights file of two sections.
func small() []byte {
	return Build([]Section{{"tag", []byte("first section")}, {"attribute", []byte{0, 1, 2, 255}}})
}

func TestBuildAndParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.StringN(0, 20, 255), 0, 4, rapid.ID).Draw(t, "names")
		var sections []Section
		for _, name := range names {
			sections = append(sections, Section{name, rapid.SliceOf(rapid.Byte()).Draw(t, "data")})
		}
		file := Build(sections)
		if err := Verify(file); err != nil {
			t.Fatal(err)
		}
		f, err := Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sections {
			if got, err := f.Section(s.Name); err != nil || !bytes.Equal(got, s.Data) {
				t.Fatalf("section %q is %x, %v, want %x", s.Name, got, err, s.Data)
			}
		}
		if _, err := f.Section("no such section, surely"); err == nil {
			t.Fatal("a section that is not there")
		}
	})
}

// TestIDNamesTheContents pins one file's id, since records name the weights
// they were read with.
func TestIDNamesTheContents(t *testing.T) {
	f, err := Parse(small())
	if err != nil || f.ID != "986d7d512a75" {
		t.Errorf("id %s, %v", f.ID, err)
	}
	other, err := Parse(Build([]Section{{"tag", []byte("first sectioN")}, {"attribute", []byte{0, 1, 2, 255}}}))
	if err != nil || other.ID == f.ID {
		t.Errorf("other contents have id %s too, %v", other.ID, err)
	}
}

// TestVerifyFindsEveryChange changes each byte in turn and cuts the file at
// each place.
func TestVerifyFindsEveryChange(t *testing.T) {
	file := small()
	for i := range file {
		changed := bytes.Clone(file)
		changed[i] ^= 1
		if Verify(changed) == nil {
			t.Errorf("byte %d may change", i)
		}
		if Verify(file[:i]) == nil {
			t.Errorf("%d of %d bytes will do", i, len(file))
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	body := func(s string) []byte { return []byte(magic + "0123456789ab" + s) }
	for _, c := range []struct {
		file []byte
		want string
	}{
		{nil, "not a weights file"},
		{[]byte("PK\x03\x04 something else altogether"), "not a weights file"},
		{[]byte("hearsay\x02" + "0123456789ab"), "of another version"},
		{body("\x05na"), "head is cut short"},
		{body("\x01n\xff\xff\xff\xffrest"), `section "n" is cut short: 4 of 4294967295 bytes`},
		{body("\x01n\x00\x00\x00\x00\x01n\x00\x00\x00\x00"), `two sections "n"`},
	} {
		if _, err := Parse(c.file); err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want one line with %q", c.file, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(small())
	f.Add(Build(nil))
	f.Add(small()[:len(small())-3])
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse(data)
		if err != nil {
			return
		}
		size := len(magic) + idLength
		for name := range file.sections {
			section, err := file.Section(name)
			if err != nil {
				t.Fatal(err)
			}
			size += 1 + len(name) + 4 + len(section)
		}
		if size != len(data) {
			t.Fatalf("sections account for %d of %d bytes", size, len(data))
		}
	})
}

// maxSize is how large the embedded file may be, in bytes: a program one
// downloads should not be mostly weights.
const maxSize = 20 << 20

func TestEmbedded(t *testing.T) {
	if err := Verify(embedded); err != nil {
		t.Error(err)
	}
	if len(embedded) > maxSize {
		t.Errorf("the weights are %d bytes, want at most %d", len(embedded), maxSize)
	}
	f, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range f.sections {
		if len(data) == 0 {
			t.Errorf("section %s is empty", name)
		}
	}
}

func TestEmbeddedManifest(t *testing.T) {
	m, err := EmbeddedManifest()
	if err != nil {
		t.Fatal(err)
	}
	f, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if m.ID != f.ID {
		t.Errorf("the manifest is of weights %s, the file is %s", m.ID, f.ID)
	}
	if m.Bytes["all"] != len(embedded) {
		t.Errorf("the manifest says %d bytes, the file has %d", m.Bytes["all"], len(embedded))
	}
	for name, data := range f.sections {
		if m.Bytes[name] != len(data) {
			t.Errorf("the manifest says %d bytes of %s, there are %d", m.Bytes[name], name, len(data))
		}
	}
	for name, sum := range m.Archives {
		if len(sum) != 64 {
			t.Errorf("archive %s has SHA-256 %q", name, sum)
		}
	}
	if len(m.Archives) == 0 || len(m.Splits) == 0 || len(m.Scores) == 0 {
		t.Error("the manifest does not say what the weights were trained on, or how well they do")
	}
}

// BenchmarkEmbedded reports the time to take the embedded file apart, which
// copies none of it.
func BenchmarkEmbedded(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify reports the time to check the id, which reading does not wait for.
func BenchmarkVerify(b *testing.B) {
	b.SetBytes(int64(len(embedded)))
	for b.Loop() {
		if err := Verify(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
