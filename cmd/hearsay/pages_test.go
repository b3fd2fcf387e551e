package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hearsay/internal/golden"
)

// A page is a Markdown document whose examples are run. A comment says what the
// fenced block below it is:
//
//	<!-- file: talks.txt -->                                       a file for the commands to read
//	<!-- output: hearsay read talks.txt -->                        what the command prints
//	<!-- output: hearsay explain talks.txt --sentence 1 | part 2 -->
//	                                                               of it, the second of the parts that empty lines divide
//	<!-- output: hearsay read --json talks.txt | at attributions.0 -->
//	                                                               of its JSON the value there, a line for each key
//	<!-- code: reader/example_test.go -->                          the body of the one example in that file
//
// A block that begins with "$" shows the command too. With the flag -update the
// blocks are made what they should be.
var block = regexp.MustCompile("(?ms)^<!-- (file|output|code): ([^\n]*) -->\n```([a-z]*)\n(.*?)^```$")

// root is the folder of the module.
const root = "../.."

func TestPages(t *testing.T) {
	for _, name := range []string{"README.md", "docs/tour.md"} {
		t.Run(name, func(t *testing.T) {
			was := readPage(t, name)
			if n := strings.Count(was, "<!-- output: "); n == 0 || n > len(block.FindAllString(was, -1)) {
				t.Fatalf("%d outputs are announced, %d blocks are well formed", n, len(block.FindAllString(was, -1)))
			}
			compare(t, name, was, refresh(t, was))
		})
	}
}

// compare reports where a page differs from what it should be, or makes it so.
func compare(t *testing.T, name, was, want string) {
	t.Helper()
	switch {
	case was == want:
	case golden.Updating():
		if err := os.WriteFile(filepath.Join(root, name), []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		at := 0
		old, now := strings.Split(was, "\n"), strings.Split(want, "\n")
		for at < min(len(old), len(now))-1 && old[at] == now[at] {
			at++
		}
		t.Errorf("%s:%d: the page says\n%s\nbut it is\n%s\nRun go test ./cmd/hearsay -update, and read what stands around it.", name, at+1, old[at], now[at])
	}
}

func readPage(t *testing.T, name string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// refresh returns the page with its blocks as they should be. Its commands find the
// folder docs.
func refresh(t *testing.T, page string) string {
	dir := t.TempDir()
	docs, err := filepath.Abs(filepath.Join(root, "docs"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(docs, filepath.Join(dir, "docs")); err != nil {
		t.Fatal(err)
	}
	return block.ReplaceAllStringFunc(page, func(found string) string {
		m := block.FindStringSubmatch(found)
		kind, what, language, body := m[1], m[2], m[3], m[4]
		switch kind {
		case "file":
			if err := os.WriteFile(filepath.Join(dir, what), []byte(body), 0o644); err != nil {
				t.Fatal(err)
			}
		case "output":
			prompt := strings.HasPrefix(body, "$ ")
			body = outputOf(t, dir, what)
			if prompt {
				body = "$ " + what + "\n" + body
			}
		case "code":
			body = exampleIn(t, what)
		}
		return fmt.Sprintf("<!-- %s: %s -->\n```%s\n%s```", kind, what, language, body)
	})
}

// word is one argument of a command, in quotation marks where it holds spaces.
var word = regexp.MustCompile(`"[^"]*"|\S+`)

// outputOf runs a command in dir and returns what its filter leaves of the output.
func outputOf(t *testing.T, dir, line string) string {
	t.Helper()
	line, filter, _ := strings.Cut(line, " | ")
	args := word.FindAllString(line, -1)
	for i, a := range args {
		args[i] = strings.Trim(a, `"`)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v %s", line, err, &complaints)
	}
	text, err := filtered(string(out), filter)
	if err != nil {
		t.Fatalf("%s | %s: %v", line, filter, err)
	}
	return strings.TrimRight(text, "\n") + "\n"
}

func filtered(out, filter string) (string, error) {
	kind, which, _ := strings.Cut(filter, " ")
	switch kind {
	case "":
		return out, nil
	case "part":
		parts := strings.Split(out, "\n\n")
		n, err := strconv.Atoi(which)
		if err != nil || n < 1 || n > len(parts) {
			return "", fmt.Errorf("there are parts 1 to %d", len(parts))
		}
		return parts[n-1], nil
	case "at":
		return valueAt([]byte(out), strings.Split(which, "."))
	}
	return "", fmt.Errorf("unknown filter")
}

// valueAt returns the value at a path of keys and indices, a line for each of its keys.
func valueAt(text []byte, path []string) (string, error) {
	for _, key := range path {
		var object map[string]json.RawMessage
		var list []json.RawMessage
		switch n, err := strconv.Atoi(key); {
		case err != nil && json.Unmarshal(text, &object) == nil && object[key] != nil:
			text = object[key]
		case err == nil && json.Unmarshal(text, &list) == nil && n < len(list):
			text = list[n]
		default:
			return "", fmt.Errorf("there is no %s", key)
		}
	}
	return aLineForEachKey(text)
}

// deep is a line break within the value of a key.
var deep = regexp.MustCompile(`(,?)\n(?: {3,}|  ([\]}]))`)

// aLineForEachKey lays out a JSON object with what is in its values on one line.
func aLineForEachKey(object []byte) (string, error) {
	var indented bytes.Buffer
	if err := json.Indent(&indented, object, "", "  "); err != nil {
		return "", err
	}
	oneLine := deep.ReplaceAllString(indented.String(), "$1 $2")
	return strings.NewReplacer("{ ", "{", " }", "}", "[ ", "[", " ]", "]").Replace(oneLine), nil
}

// exampleIn returns the body of the one example function in a file of the
// module, without the output it must have.
func exampleIn(t *testing.T, name string) string {
	t.Helper()
	body := regexp.MustCompile(`(?ms)^func Example[^\n]*\{\n(.*?)^\t// Output:`).FindStringSubmatch(readPage(t, name))
	if body == nil {
		t.Fatalf("%s holds no example with an output", name)
	}
	return regexp.MustCompile(`(?m)^\t`).ReplaceAllString(strings.TrimRight(body[1], "\n")+"\n", "")
}
