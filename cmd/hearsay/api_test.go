package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hearsay/client"
)

// deskWithStory serves a desk with the invented story of the documents.
func deskWithStory(t *testing.T) string {
	t.Helper()
	address, _ := served(t, "--archive", t.TempDir())
	desk := client.New(address, "")
	files, err := filepath.Glob(filepath.Join(root, "docs", "story", "*.txt"))
	if err != nil || len(files) < 5 {
		t.Fatalf("found %q, %v", files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		head, text, _ := strings.Cut(string(data), "\n\n")
		field := func(name string) string {
			if m := regexp.MustCompile(`(?m)^` + name + `: (.*)$`).FindStringSubmatch(head); m != nil {
				return m[1]
			}
			return ""
		}
		report := client.Report{Text: text, Outlet: field("Outlet"), URL: field("URL"), Headline: field("Headline"), Published: field("Published"), Updated: field("Updated")}
		if _, err := desk.Add(t.Context(), report); err != nil {
			t.Fatal(err)
		}
	}
	return address
}

// TestAPIExamples runs the examples of docs/api.md.
func TestAPIExamples(t *testing.T) {
	page := readPage(t, "docs/api.md")
	example := regexp.MustCompile("(?s)<!-- run: (\\S+) -->\n```\\w+\n(.*?)```\n\n<!-- prints -->\n```text\n(.*?)```")
	found := example.FindAllStringSubmatch(page, -1)
	if len(found) != 2 {
		t.Fatalf("docs/api.md has %d examples", len(found))
	}
	address := deskWithStory(t)
	for _, m := range found {
		program, script, want := m[1], m[2], m[3]
		t.Run(program, func(t *testing.T) {
			for _, needed := range map[string][]string{"sh": {"sh", "curl"}, "python3": {"python3"}}[program] {
				if _, err := exec.LookPath(needed); err != nil {
					t.Skip("there is no " + needed)
				}
			}
			command := exec.Command(program, "-c", script)
			command.Env = append(os.Environ(), "DESK="+address, "no_proxy=127.0.0.1")
			out, err := command.CombinedOutput()
			if err != nil || string(out) != want {
				t.Errorf("%v, got\n%swant\n%s", err, out, want)
			}
		})
	}
}

func TestClient(t *testing.T) {
	desk := client.New(deskWithStory(t), "")
	changes, next, err := desk.Changes(t.Context(), "")
	if err != nil || len(changes) != 9 || next == "" {
		t.Fatalf("%d changes, next %q, %v", len(changes), next, err)
	}
	if more, again, err := desk.Changes(t.Context(), next); err != nil || len(more) != 0 || again != next {
		t.Errorf("after the last change there are %v, next %q, %v", more, again, err)
	}
	line, err := desk.Record(t.Context(), changes[0].Revision)
	if err != nil || len(line.Attributions) < 3 {
		t.Errorf("%d attributions, %v", len(line.Attributions), err)
	}
	n := 0
	for s, err := range desk.Search(t.Context(), "by:marr") {
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(s.Voice, "Marr") {
			t.Errorf("by:marr finds %+v", s)
		}
		n++
	}
	if n == 0 {
		t.Error("by:marr finds nothing")
	}
	stories, err := desk.Stories(t.Context())
	if err != nil || len(stories) != 1 || stories[0].Reports != 8 {
		t.Fatalf("stories %+v, %v", stories, err)
	}
	trace, err := desk.Trace(t.Context(), stories[0].ID)
	if err != nil || len(trace.Claims) == 0 {
		t.Errorf("%d claims, %v", len(trace.Claims), err)
	}
	_, err = desk.Record(t.Context(), 999)
	if problem, ok := err.(*client.Error); !ok || problem.Status != 404 {
		t.Errorf("a revision that is not there: %v", err)
	}
}
