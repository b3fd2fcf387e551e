package jsonl

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

func collect(r io.Reader) (lines []string, err error) {
	for line, err := range Lines(r) {
		if err != nil {
			return lines, err
		}
		if line.Number != len(lines)+1 {
			return lines, errors.New("the lines are not counted in order")
		}
		text := string(line.Data)
		if line.Err != nil {
			text = "! " + line.Err.Error()
		}
		lines = append(lines, text)
	}
	return lines, nil
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"a", []string{"a"}},
		{"a\n", []string{"a"}},
		{"a\nb", []string{"a", "b"}},
		{"\n\na\r\n\r\n", []string{"", "", "a", ""}},
		{"\uFEFFa\n\uFEFFb", []string{"a", "\uFEFFb"}},
		{"a\rb\u2028c", []string{"a\rb\u2028c"}},
		{strings.Repeat("x", 200_000) + "\ny", []string{strings.Repeat("x", 200_000), "y"}},
	} {
		for _, r := range []io.Reader{strings.NewReader(test.in), iotest.OneByteReader(strings.NewReader(test.in)), iotest.DataErrReader(strings.NewReader(test.in))} {
			if got, err := collect(r); err != nil || !slices.Equal(got, test.want) {
				t.Errorf("%.20q: %.40q, %v", test.in, got, err)
			}
		}
	}
}

// endless gives n bytes of one line without ever holding them.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.n)
	for i := range n {
		p[i] = 'x'
	}
	e.n -= n
	return n, nil
}

// A line of 300 MB costs itself and no more memory than the longest that is read.
func TestLongLine(t *testing.T) {
	in := io.MultiReader(strings.NewReader("a\n"), &endless{300_000_000}, strings.NewReader("\nb\n"), &endless{40_000_000})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, err := collect(in)
	runtime.ReadMemStats(&after)
	want := []string{"a", "! is 300 MB long; " + ErrLongLine.Error(), "b", "! is 40 MB long; " + ErrLongLine.Error()}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%.90q, %v", got, err)
	}
	if held := after.HeapSys - before.HeapSys; held > 8*MaxLine {
		t.Errorf("%d MB were held", held/1_000_000)
	}
}

// A line of just the limit is read.
func TestLongestLine(t *testing.T) {
	in := bytes.Repeat([]byte("x"), MaxLine)
	in[MaxLine-1] = '\n'
	if got, err := collect(bytes.NewReader(in)); err != nil || len(got) != 1 || len(got[0]) != MaxLine-1 {
		t.Errorf("%d lines, %v", len(got), err)
	}
}

func TestLinesEndWithAnError(t *testing.T) {
	broken := errors.New("the cable is out")
	got, err := collect(io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || !slices.Equal(got, []string{"a"}) {
		t.Errorf("%q, %v: want one line, and the error", got, err)
	}
}

// Lines are what strings.Split gives.
func TestLinesAreAllThereIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOf(rapid.StringMatching(`[a-z{}"é]{0,9}`)).Draw(t, "lines")
		got, err := collect(strings.NewReader(strings.Join(append(lines, ""), "\n")))
		if err != nil || !slices.Equal(got, lines) && len(lines) > 0 {
			t.Fatalf("%q, %v, want %q", got, err, lines)
		}
	})
}

// The lines, with their ends, are the input: nothing is lost or made up.
func FuzzLines(f *testing.F) {
	for _, seed := range []string{"", "\n", "a", "a\r\n\r\r\nb", "\uFEFF\uFEFFa\n", "\xff\x00\n\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := collect(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(strings.TrimPrefix(string(data), "\uFEFF"), "\n")
		if last := len(want) - 1; want[last] == "" && (last > 0 || len(data) == 0) {
			want = want[:last]
		}
		for i := range want {
			want[i] = strings.TrimSuffix(want[i], "\r")
		}
		if !slices.Equal(lines, want) {
			t.Fatalf("%q gives %q, want %q", data, lines, want)
		}
	})
}
