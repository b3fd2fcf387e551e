package frame_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/reader"
)

// told writes the terms of a text: lemma, role, head's lemma; "!" for negated.
func told(t *testing.T, text string) string {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	record, err := r.Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if err := record.Check(); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range record.Terms {
		head := "-"
		if x.Head != hearsay.NoHead {
			head = record.Terms[x.Head].Lemma
		}
		mark := ""
		if x.Negated {
			mark = "!"
		}
		out = append(out, fmt.Sprintf("%s%s<%s:%s", mark, x.Lemma, head, x.Role))
	}
	return strings.Join(out, " ")
}

// TestVoiceMakesNoDifference: who frees and who is freed is the same, whoever is
// named first.
func TestVoiceMakesNoDifference(t *testing.T) {
	active, passive := told(t, "The rebels freed the captives."), told(t, "The captives were freed by the rebels.")
	for _, want := range []string{"rebel<free:agent", "captive<free:patient", "free<-:root"} {
		if !strings.Contains(active, want) || !strings.Contains(passive, want) {
			t.Errorf("%s: not in %q, %q", want, active, passive)
		}
	}
}

func TestNegation(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The rebels did not free the captives.", "!free<"},
		{"The rebels never freed the captives.", "!free<"},
		{"No captives were freed.", "!free<"},
		{"The rebels freed nobody.", "!free<"},
	} {
		if got := told(t, c.text); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s not in %q", c.text, c.want, got)
		}
	}
	for _, text := range []string{"The rebels freed the captives.", "The rebels freed no fewer than 30 captives."} {
		if got := told(t, text); strings.Contains(got, "!free") {
			t.Errorf("%s: %q", text, got)
		}
	}
}
