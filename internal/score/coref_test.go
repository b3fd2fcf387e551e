package score

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

// Ana Berg left . She said the mayor and it … He …
//
//	1          1       2 (no name)   3
func corefDocument(system ...Reference) CorefDocument {
	doc := &hearsay.Document{}
	for w := range strings.FieldsSeq("Ana Berg left . She said the mayor met RNS . It left") {
		start := len(doc.Text)
		doc.Text += w + " "
		doc.Tokens = append(doc.Tokens, hearsay.Token{Span: hearsay.Span{Start: start, End: start + len(w)}})
	}
	mention := func(first, end, head int, entity, class string, form gold.MentionForm) gold.EntityMention {
		m := gold.EntityMention{First: first, End: end, Head: head, Core: [2]int{head, head + 1}, Entity: entity, Class: class, Form: form}
		if form == gold.NamedMention {
			m.Core = [2]int{first, end}
		}
		return m
	}
	return CorefDocument{Doc: doc, System: system, Gold: []gold.EntityMention{
		mention(0, 2, 0, "1", "person", gold.NamedMention),
		mention(4, 5, 4, "1", "person", gold.PronounMention),
		mention(6, 8, 7, "2", "person", gold.NominalMention),
		mention(9, 10, 9, "3", "organization", gold.NamedMention),
		mention(11, 12, 11, "3", "organization", gold.PronounMention),
	}}
}

func TestCoreference(t *testing.T) {
	// The name's head is another than the gold's; "It" is taken for Ana Berg.
	d := corefDocument(Reference{1, 0, 1}, Reference{4, 0, 1}, Reference{7, 1, -1}, Reference{9, 2, 9}, Reference{11, 0, 1})
	r := Coreference([]CorefDocument{d})
	for group, want := range map[CorefGroup]Share{
		CorefNames: {2, 2}, CorefHeShe: {1, 1}, CorefIt: {0, 1}, CorefNominal: {0, 0},
	} {
		if got := r.Groups[group]; got != want {
			t.Errorf("%s: %+v, want %+v", group, got, want)
		}
	}
	if r.Whole() != (Share{3, 4}) || r.Pronouns() != (Share{1, 2}) {
		t.Errorf("whole %+v, pronouns %+v", r.Whole(), r.Pronouns())
	}
	// Five mentions: Ana's cluster of three has one too many, RNS's two are apart.
	if p := (2*2.0/3 + 1.0/3 + 1 + 1) / 5; r.B3Precision != p {
		t.Errorf("B³ precision %v, want %v", r.B3Precision, p)
	}
	if recall := (1 + 1 + 1 + 0.5 + 0.5) / 5; r.B3Recall != recall || r.B3Mentions != 5 {
		t.Errorf("B³ recall %v of %d, want %v", r.B3Recall, r.B3Mentions, recall)
	}
}

func TestCorefRight(t *testing.T) {
	d := corefDocument(Reference{1, 0, 1}, Reference{4, 0, 1}, Reference{7, 0, 1}, Reference{9, 2, 9})
	// "She" is right; the mayor, who has no name, was taken for Ana; "It" for nobody.
	if named, unnamed := CorefRight(d.Gold, d.System); named != 1 || unnamed != 0 {
		t.Errorf("%d named and %d unnamed right", named, unnamed)
	}
	d.System[2] = Reference{7, 1, -1}
	if named, unnamed := CorefRight(d.Gold, d.System); named != 1 || unnamed != 1 {
		t.Errorf("%d named and %d unnamed right", named, unnamed)
	}
}

func TestCountSources(t *testing.T) {
	text := "Mayor Ana Berg said no. She said so. An aide said yes. He said so."
	at := func(words string) []hearsay.Span {
		start := strings.Index(text, words)
		return []hearsay.Span{{Start: start, End: start + len(words)}}
	}
	by := func(source, actor string) gold.ChainedAttribution {
		return gold.ChainedAttribution{
			Attribution: gold.Attribution{Source: at(source)},
			Chain:       []gold.Hop{{Identity: hearsay.OutletIdentity}, {Actor: actor, As: source}},
		}
	}
	v := gold.Revision{Report: hearsay.Report{Text: text}, Attributions: []gold.ChainedAttribution{
		by("Mayor Ana Berg", "berg"), by("She", "berg"), by("An aide", ""), by("He", ""),
	}}
	actors := []gold.TrueActor{{ID: "berg", Name: "Ana Berg", Aliases: []string{"The mayor’s"}}}
	var r SourceResult
	r.CountSources(actors, v, func(s hearsay.Span) Who {
		if s.In(text) == "An aide" {
			return Who{}
		}
		return Who{Names: []string{"the mayor"}, Named: true}
	})
	if want := (SourceResult{Pronouns: Share{1, 1}, UnnamedPronouns: Share{0, 1}, Others: Share{1, 1}, UnnamedOthers: Share{1, 1}}); r != want {
		t.Errorf("got %+v, want %+v", r, want)
	}
}
