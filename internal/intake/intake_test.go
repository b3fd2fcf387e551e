package intake

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay"
)

// A page with as many words as an article has at the least.
const pageHTML = `<!DOCTYPE html><html lang="en"><head><title>Talks resume</title></head><body><article>
<p>` + firstParagraph + `</p><p>` + secondParagraph + `</p></article></body></html>`

const (
	firstParagraph  = "The envoy said on Monday that both sides had asked for another week, because the list of names was not complete."
	secondParagraph = "“We have waited for months, and we can wait for seven days more,” said Ilse Corran, the mediator, before she left for the capital with her two aides."
	pageText        = firstParagraph + "\n\n" + secondParagraph
)

// tree writes files, named by slash paths, into a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, data := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// read collects what Reports gives, each as "path: text" or as its error, with
// the folder's name left out.
func read(t *testing.T, root string, opt Options, args ...string) []string {
	t.Helper()
	var got []string
	for report, err := range Reports(t.Context(), args, opt) {
		line := report.Path + ": " + report.Text
		if err != nil {
			line = err.Error()
			checkMessage(t, line)
		}
		if root != "" {
			line = strings.ReplaceAll(line, root+string(filepath.Separator), "")
		}
		got = append(got, line)
	}
	return got
}

func checkMessage(t *testing.T, message string) {
	t.Helper()
	if strings.Contains(message, "\n") {
		t.Errorf("message of more than one line: %q", message)
	}
	if !strings.Contains(message, ": ") {
		t.Errorf("message that says neither what nor why: %q", message)
	}
}

func checkRead(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFilesInOrder(t *testing.T) {
	root := tree(t, map[string]string{"b.txt": "B.", "a.md": "A.", "page.htm": pageHTML, "odd": pageHTML})
	in := func(name string) string { return filepath.Join(root, name) }
	checkRead(t, read(t, root, Options{}, in("b.txt"), in("a.md"), in("page.htm"), in("odd")), []string{
		"b.txt: B.",
		"a.md: A.",
		"page.htm: " + pageText,
		"odd: " + pageText,
	})
}

// One bad input is one error; the rest is read.
func TestBadInputsDoNotStopTheOthers(t *testing.T) {
	root := tree(t, map[string]string{
		"empty.txt":   "",
		"header.txt":  "Outlet: A\n\n",
		"paper.pdf":   "%PDF-1.7\n",
		"menu.html":   "<html><body><nav>Home</nav></body></html>",
		"none/x.docx": "PK\x03\x04",
		"good.txt":    "Good.",
	})
	in := func(name string) string { return filepath.Join(root, name) }
	args := []string{in("empty.txt"), in("header.txt"), in("paper.pdf"), in("menu.html"), in("none"), in("missing.txt"), in("good.txt")}
	checkRead(t, read(t, root, Options{}, args...), []string{
		"empty.txt: is empty: give it the text of a report",
		"header.txt: is empty: give it the text of a report",
		"paper.pdf: looks like application/pdf and is not a text: save the report as plain text or HTML first",
		"menu.html: holds no article that could be found: save its text as plain text and read that",
		"none: the folder holds no reports: put .txt, .html or .htm files into it or name another",
		"missing.txt: there is no such file or folder: check the name",
		"good.txt: Good.",
	})
}

func TestStandardInput(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"text", "Outlet: A\n\nText.\n", "-: Text.\n"},
		{"page", "\n" + pageHTML, "-: " + pageText},
		{"XHTML", `<?xml version="1.0"?><!DOCTYPE html>` + pageHTML, "-: " + pageText},
		{"empty", "", "standard input: is empty: give it the text of a report"},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkRead(t, read(t, "", Options{Stdin: strings.NewReader(test.in)}, "-"), []string{test.want})
		})
	}
	checkRead(t, read(t, "", Options{}, "-"), []string{"standard input: is not open: name a file"})
}

func TestFolder(t *testing.T) {
	root := tree(t, map[string]string{
		"2.txt": "Two.", "10.TXT": "Ten.", "1.html": pageHTML, "sub/b.txt": "B.", "sub/deep/a.txt": "A.",
		".hidden.txt": "no", ".git/x.txt": "no", "notes.md": "no", "sub.txt": "Sub.",
	})
	checkRead(t, read(t, root, Options{}, root), []string{
		"1.html: " + pageText,
		"10.TXT: Ten.",
		"2.txt: Two.",
		filepath.Join("sub", "b.txt") + ": B.",
		filepath.Join("sub", "deep", "a.txt") + ": A.",
		"sub.txt: Sub.",
	})
}

// Links to folders and files are followed, and a loop of them ends.
func TestFolderFollowsLinks(t *testing.T) {
	root := tree(t, map[string]string{"a/one.txt": "One.", "b/two.txt": "Two."})
	other := tree(t, map[string]string{"three.txt": "Three."})
	for name, target := range map[string]string{
		"a/up":         "..",
		"a/self":       "self",
		"a/z-link.txt": "one.txt",
		"c":            other,
	} {
		if err := os.Symlink(target, filepath.Join(root, filepath.FromSlash(name))); err != nil {
			t.Skip("this system has no symbolic links:", err)
		}
	}
	checkRead(t, read(t, root, Options{}, root), []string{
		filepath.Join("a", "one.txt") + ": One.",
		filepath.Join("a", "z-link.txt") + ": One.",
		filepath.Join("b", "two.txt") + ": Two.",
		filepath.Join("c", "three.txt") + ": Three.",
	})
}

// A file that says it is too large is refused without being read.
func TestTooLargeFile(t *testing.T) {
	root := tree(t, map[string]string{"big.txt": "x", "limit.txt": "x"})
	big, limit := filepath.Join(root, "big.txt"), filepath.Join(root, "limit.txt")
	if err := os.Truncate(big, 50*megabyte); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(limit, []byte(strings.Repeat("word ", MaxSize/5)), 0o644); err != nil {
		t.Fatal(err)
	}
	got := read(t, root, Options{}, big, limit)
	if want := "big.txt: is 50 MB; a report is at most 10 MB: split it into one file per article"; got[0] != want {
		t.Errorf("got %q, want %q", got[0], want)
	}
	if !strings.HasPrefix(got[1], "limit.txt: word ") {
		t.Errorf("a file of just the limit is refused: %.80q", got[1])
	}
}

func TestTooLargeStandardInput(t *testing.T) {
	got := read(t, "", Options{Stdin: strings.NewReader(strings.Repeat("x", MaxSize+1))}, "-")
	checkRead(t, got, []string{"standard input: is over 10 MB; a report is at most 10 MB: split it into one file per article"})
}

func TestTooLargeSays(t *testing.T) {
	for size, want := range map[int64]string{
		50 * megabyte:           "is 50 MB; ",
		10*megabyte + 300_000:   "is 10.3 MB; ",
		10*megabyte + 1:         "is over 10 MB; ",
		1_234 * megabyte:        "is 1234 MB; ",
		50*megabyte + 2_428_800: "is 52.4 MB; ",
	} {
		if got := tooLarge(size); !strings.HasPrefix(got.Error(), want) || !errors.Is(got, ErrTooLarge) {
			t.Errorf("%d bytes: %v, want %q", size, got, want)
		}
	}
}

func TestExplain(t *testing.T) {
	tests := []struct {
		in   error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, ErrNoAccess.Error()},
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}, ErrMissing.Error()},
		{&fs.PathError{Op: "read", Path: "x", Err: errors.New("input/output error")}, "cannot be read (input/output error): check that it is a file"},
	}
	for _, test := range tests {
		if got := explain(test.in).Error(); got != test.want {
			t.Errorf("explain(%v) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	root := tree(t, map[string]string{"a.txt": "A.", "b/x.txt": "X.", "c.txt": "C."})
	for _, name := range []string{"a.txt", "b"} {
		if err := os.Chmod(filepath.Join(root, name), 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(root, "b"), 0o755) })
	checkRead(t, read(t, root, Options{}, root), []string{
		"a.txt: " + ErrNoAccess.Error(),
		"b: " + ErrNoAccess.Error(),
		"c.txt: C.",
	})
}

// What a header does not get across is a warning, and the report is read.
func TestWarnings(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "Outlet: A\nPublished: soon\n\nText."})
	var warnings []string
	opt := Options{Warn: func(err error) { warnings = append(warnings, err.Error()) }}
	path := filepath.Join(root, "a.txt")
	checkRead(t, read(t, root, opt, path), []string{"a.txt: Text."})
	checkRead(t, warnings, []string{path + `: line 2: Published: "soon" is not a date: write it as 2006-01-02T15:04:05Z, 2006-01-02 15:04 or 2006-01-02`})
	checkRead(t, read(t, root, Options{}, path), []string{"a.txt: Text."})
}

func TestCancelled(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A.", "b.txt": "B.", "c.txt": "C."})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var paths []string
	var errs []error
	for report, err := range Reports(ctx, []string{root, root}, Options{}) {
		paths, errs = append(paths, filepath.Base(report.Path)), append(errs, err)
		cancel()
	}
	if !slices.Equal(paths, []string{"a.txt", "b.txt"}) || errs[0] != nil || !errors.Is(errs[1], context.Canceled) {
		t.Errorf("read %q with errors %v, want a.txt and then the context's error", paths, errs)
	}
}

func TestBreakEndsTheWalk(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A.", "b/b.txt": "B."})
	var first hearsay.Report
	for first = range Reports(t.Context(), []string{root}, Options{}) {
		break
	}
	if first.Text != "A." {
		t.Errorf("first text %q", first.Text)
	}
}
