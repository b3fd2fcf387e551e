package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// archiveCorpus writes an archive with enough attributions for floors and
// returns its folder.
func archiveCorpus(t *testing.T) string {
	t.Helper()
	var text, ann strings.Builder
	for i := range 60 {
		at := text.Len()
		text.WriteString("Ana Berg said the port would open.\n")
		for j, role := range []struct {
			name       string
			start, end int
		}{{"Source", 0, 8}, {"Cue", 9, 13}, {"Content", 14, 33}} {
			words := text.String()[at+role.start : at+role.end]
			fmt.Fprintf(&ann, "T%d\t%s %d %d\t%s\n", 3*i+j, role.name, at+role.start, at+role.end, words)
		}
		fmt.Fprintf(&ann, "E%d\tAttribution:T%d Source:T%d Cue:T%d Content:T%d\n", i, 3*i+1, 3*i, 3*i+1, 3*i+2)
	}
	dir := t.TempDir()
	writeArchive(t, filepath.Join(dir, polnearArchive), map[string]string{
		"polnear/dev/text/port.txt": text.String(), "polnear/dev/attributions/port_amy.ann": ann.String(),
	})
	return dir
}

func writeArchive(t *testing.T, path string, files map[string]string) {
	t.Helper()
	var packed bytes.Buffer
	zipped := gzip.NewWriter(&packed)
	to := tar.NewWriter(zipped)
	for name, content := range files {
		if err := to.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content))}); err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []io.Closer{to, zipped} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// runScoreWith runs the verb and returns what it printed.
func runScoreWith(args ...string) (string, error) {
	var out bytes.Buffer
	cmd := scoreCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetOut(&out)
	cmd.SetErr(io.Discard)
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(context.Background())
	return out.String(), err
}

func TestGate(t *testing.T) {
	dir := archiveCorpus(t)
	baseline := filepath.Join(t.TempDir(), "baseline.json")
	args := func(more ...string) []string { return append([]string{"--data", dir, "--baseline", baseline}, more...) }

	if _, err := runScoreWith(args("--gate")...); err == nil || !strings.Contains(err.Error(), "no floors for this command") {
		t.Errorf("without floors: %v", err)
	}
	if _, err := runScoreWith(args("--update-baseline")...); err != nil {
		t.Fatal(err)
	}
	for _, gate := range []string{"--gate", "--gate-if-data"} {
		out, err := runScoreWith(args(gate)...)
		if err != nil || !strings.Contains(out, "figures are at or above their floors") {
			t.Errorf("%s: %v", gate, err)
		}
	}
	raiseFloor(t, baseline, "cue")
	out, err := runScoreWith(args("--gate")...)
	if err == nil || !strings.Contains(err.Error(), "quality gate: 1 of ") || !strings.Contains(out, "FAILED cue: ") {
		t.Errorf("below a floor: %v\n%s", err, out)
	}
	if _, err := runScoreWith(args("--update-baseline")...); err == nil || !strings.Contains(err.Error(), "this would lower cue from 2.000") {
		t.Errorf("lowering without a reason: %v", err)
	}
	if _, err := runScoreWith(args("--update-baseline", "--lower", "a floor above the ceiling")...); err != nil {
		t.Error(err)
	}
	if raw, _ := os.ReadFile(baseline); !strings.Contains(string(raw), "a floor above the ceiling") {
		t.Error("the reason is not in the file")
	}
	if _, err := runScoreWith("--data", archiveOfOne(t), "--baseline", baseline, "--gate"); err == nil ||
		!strings.Contains(err.Error(), "the floors were measured on polnear.tar.gz with SHA-256") {
		t.Errorf("other data: %v", err)
	}
}

// raiseFloor sets a figure's floor to what no figure reaches.
func raiseFloor(t *testing.T, path, figure string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(raw), fmt.Sprintf(`"figure": %q,`, figure))
	_, rest, more := strings.Cut(after, ",")
	if !ok || !more {
		t.Fatalf("no floor of %s in %s", figure, raw)
	}
	raised := before + fmt.Sprintf(`"figure": %q, "value": 2,`, figure) + rest
	if err := os.WriteFile(path, []byte(raised), 0o644); err != nil {
		t.Fatal(err)
	}
}

func archiveOfOne(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	writeArchive(t, filepath.Join(dir, polnearArchive), map[string]string{
		"polnear/dev/text/a.txt": "Ana left.", "polnear/dev/attributions/a_amy.ann": "",
	})
	return dir
}

// The floors of the scenarios are for the very files they were measured on.
func TestGateScenarios(t *testing.T) {
	dir := t.TempDir()
	writeScenario(t, dir, 60)
	baseline := filepath.Join(t.TempDir(), "baseline.json")
	args := func(more ...string) []string {
		return append([]string{"--scenarios", "--data", dir, "--baseline", baseline}, more...)
	}
	if _, err := runScoreWith(args("--update-baseline")...); err != nil {
		t.Fatal(err)
	}
	out, err := runScoreWith(args("--gate-if-data")...)
	if err != nil || !strings.Contains(out, "figures are at or above their floors") {
		t.Errorf("%v\n%s", err, out)
	}
	raiseFloor(t, baseline, "found")
	if out, err := runScoreWith(args("--gate")...); err == nil || !strings.Contains(out, "FAILED found: ") {
		t.Errorf("below a floor: %v\n%s", err, out)
	}
	writeScenario(t, dir, 61)
	if _, err := runScoreWith(args("--gate")...); err == nil || !strings.Contains(err.Error(), "the floors were measured on scenarios with SHA-256") {
		t.Errorf("other data: %v", err)
	}
}

// writeScenario writes an invented affair of one report with n attributions.
func writeScenario(t *testing.T, dir string, n int) {
	t.Helper()
	var text strings.Builder
	var rows []string
	for i := range n {
		said := fmt.Sprintf("the %dth gate of the port would open", i+100)
		fmt.Fprintf(&text, "Ana Berg said %s.\n\n", said)
		rows = append(rows, fmt.Sprintf(`{"report": "a", "source": "Ana Berg", "cue": "said", "content": [%q], "manner": "indirect", "chain": [{"identity": "outlet"}]}`, said))
	}
	if err := os.MkdirAll(filepath.Join(dir, "port", "reports"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"truth.json":    `{"id": "port", "reports": [{"id": "a"}], "attributions": [` + strings.Join(rows, ",") + `]}`,
		"reports/a.txt": text.String(),
	} {
		if err := os.WriteFile(filepath.Join(dir, "port", filepath.FromSlash(name)), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
