package hook

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hearsay/internal/archive"
	"hearsay/internal/plain"
	"hearsay/reader"
)

// affair reads the reports of an invented affair, as they came out.
func affair(t *testing.T, name string) []archive.Incoming {
	t.Helper()
	files, err := filepath.Glob("../../eval/scenarios/" + name + "/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("found %q, %v", files, err)
	}
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	var all []archive.Incoming
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		report, err := plain.Parse("", data)
		if err != nil {
			t.Fatal(err)
		}
		record, err := r.Read(context.Background(), report)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, archive.Incoming{Record: record})
	}
	slices.SortFunc(all, func(a, b archive.Incoming) int { return a.Record.Report.Stood().Compare(b.Record.Report.Stood()) })
	return all
}

// TestMoveIsDelivered: each move of talks is told once, by the report that has it
// first, and not what was there before the webhook.
func TestMoveIsDelivered(t *testing.T) {
	b := newBench(t)
	reports := affair(t, "river-accord")
	arrive := func(some []archive.Incoming) {
		for _, in := range some {
			if _, err := b.kept.Add(t.Context(), in); err != nil {
				t.Fatal(err)
			}
		}
	}
	arrive(reports[:2])
	b.add("", Moved)
	arrive(reports[2:])
	b.round()
	b.round() // nothing comes twice
	var told []Move
	ids := map[string]bool{}
	for i, body := range b.to.bodies {
		var e struct {
			Type Kind
			Data Move
		}
		if err := json.Unmarshal([]byte(body), &e); err != nil || e.Type != Moved {
			t.Fatalf("delivered %s, %v", body, err)
		}
		told = append(told, e.Data)
		ids[b.to.got[i].Header.Get("webhook-id")] = true
	}
	if len(ids) != len(told) {
		t.Errorf("%d moves have %d ids", len(told), len(ids))
	}
	find := func(kind, to string) (m Move) {
		for _, m := range told {
			if m.Kind == kind && m.To == to {
				return m
			}
		}
		t.Errorf("no move %s %s among %d", kind, to, len(told))
		return m
	}
	refused := find("status", "refused")
	text := reports[2].Record.Report.Text
	if refused.By != "Lower Masca" || refused.Talks == "" || refused.Outlet == "" || refused.Hash == "" || refused.End <= refused.Start || refused.End > len([]rune(text))*2 {
		t.Errorf("the refusal is %+v", refused)
	}
	if m := find("put", "proposed"); m.Report <= 2 {
		t.Errorf("what was there before is told: %+v", m)
	}
	find("position", "conditional")
}
