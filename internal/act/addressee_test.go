package act_test

import (
	"context"
	"strings"
	"testing"

	"hearsay"
)

// To whom a statement is made is read from the words; "" stands for nobody in
// particular.
func TestAddressee(t *testing.T) {
	r := newReader(t)
	// So that each is known to be one who acts.
	const known = " Norvane said it was ready. The Dock Union said it was ready. Port Sele said it was ready."
	for text, want := range map[string]string{
		"The Dock Union urged Norvane to pay.":                                       "Norvane",
		"The Dock Union said Norvane must pay the men.":                              "Norvane",
		"The Dock Union demanded that Norvane pay the men.":                          "Norvane",
		"The Dock Union rejected the offer from Norvane.":                            "Norvane",
		"The Dock Union rejected Norvane's offer.":                                   "Norvane",
		"The Dock Union said it would strike unless Norvane paid the men by Friday.": "Norvane",
		"The Dock Union said Norvane had until Friday to pay.":                       "Norvane",
		"The Dock Union said it would strike on Friday.":                             "",
		"The Dock Union said the harbour was empty.":                                 "",
	} {
		record, err := r.Read(context.Background(), hearsay.Report{Text: text + known})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if a := record.Attributions[0]; a.Addressee != nil {
			got = record.Actors[*a.Addressee].Name
		}
		if !strings.HasSuffix(got, want) || (got == "") != (want == "") {
			t.Errorf("%s is made to %q, want %q", text, got, want)
		}
	}
}
