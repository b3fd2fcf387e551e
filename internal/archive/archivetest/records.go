package archivetest

import (
	"fmt"
	"strings"
	"time"

	"hearsay"
)

// Day is when the reports of the suite were published, n days on.
func Day(n int) time.Time { return time.Date(2031, 4, 1+n, 9, 0, 0, 0, time.UTC) }

// Saying is one attribution of a record made by hand. All words stand in the
// text; the first place counts.
type Saying struct {
	Source, Cue, Content string
	Identity             hearsay.Identity
	Act                  hearsay.Act
	Private              bool
	Through              string // a named outlet between
}

// Record makes a record without a reader.
func Record(report hearsay.Report, sayings ...Saying) hearsay.Record {
	r := hearsay.Record{Report: report, Language: "en", Reader: hearsay.ReaderVersion{Version: "1", Weights: "w"}}
	for _, s := range sayings {
		add(&r, s)
	}
	if err := r.Check(); err != nil {
		panic(fmt.Sprintf("archivetest: %v", err)) // a mistake in a test
	}
	return r
}

func add(r *hearsay.Record, s Saying) {
	text := r.Report.Text
	a := hearsay.Attribution{
		ID: len(r.Attributions), Source: find(text, s.Source), Cue: find(text, s.Cue), Content: []hearsay.Span{*find(text, s.Content)},
		Manner: hearsay.Indirect, Act: s.Act, Stance: hearsay.Actual, Confidence: 900,
		Chain: []hearsay.Voice{{Identity: hearsay.OutletIdentity}},
	}
	if s.Through != "" {
		a.Chain = append(a.Chain, hearsay.Voice{Actor: actor(r, s.Through, hearsay.Outlet, false), As: find(text, s.Through), Identity: hearsay.NamedOrganisation})
	}
	last := hearsay.Voice{As: a.Source, Identity: s.Identity}
	if s.Identity == hearsay.NamedPerson || s.Identity == hearsay.NamedOrganisation {
		last.Actor = actor(r, s.Source, hearsay.Person, s.Private)
	}
	a.Chain = append(a.Chain, last)
	r.Attributions = append(r.Attributions, a)
}

func actor(r *hearsay.Record, name string, kind hearsay.ActorKind, private bool) *int {
	for _, a := range r.Actors {
		if a.Name == name {
			return &a.ID
		}
	}
	id := len(r.Actors)
	r.Actors = append(r.Actors, hearsay.Actor{ID: id, Name: name, Kind: kind, Aliases: []string{name}, Private: private})
	return &id
}

func find(text, words string) *hearsay.Span {
	if words == "" {
		return nil
	}
	i := strings.Index(text, words)
	if i < 0 {
		panic(fmt.Sprintf("archivetest: %q does not stand in %q", words, text)) // a mistake in a test
	}
	return &hearsay.Span{Start: i, End: i + len(words)}
}

// Bridge is a report about a bridge, with a text of its own for each revision.
func Bridge(revision int) hearsay.Record {
	reasons := []string{"until Friday", "until Sunday", "for a month"}
	report := hearsay.Report{
		URL: "https://orlpost.example/bridge", Outlet: "The Orl Post", Headline: "The old bridge stays closed", Byline: []string{"Ada Renn"},
		Published: Day(0), Text: "The old bridge stays closed " + reasons[revision] + ", said Mara Holt. An aide told Radio Drenn that repairs had not begun.",
	}
	if revision > 0 {
		report.Updated = Day(revision)
	}
	return Record(report,
		Saying{Source: "Mara Holt", Cue: "said", Content: "The old bridge stays closed " + reasons[revision], Identity: hearsay.NamedPerson, Act: hearsay.Assertion},
		Saying{Source: "An aide", Cue: "told", Content: "repairs had not begun", Identity: hearsay.Anonymous, Act: hearsay.Denial, Through: "Radio Drenn"})
}

// Harbour is a report on another matter, of another outlet.
func Harbour() hearsay.Record {
	return Record(hearsay.Report{
		URL: "https://drenn.example/harbour", Outlet: "Radio Drenn", Headline: "Harbour workers demand higher pay", Published: Day(3),
		Text: "The dockers' union demanded higher pay. Ilse Corran, a nurse, said she had waited for hours.",
	},
		Saying{Source: "The dockers' union", Cue: "demanded", Content: "higher pay", Identity: hearsay.NamedOrganisation, Act: hearsay.Demand},
		Saying{Source: "Ilse Corran", Cue: "said", Content: "she had waited for hours", Identity: hearsay.NamedPerson, Act: hearsay.Assertion, Private: true})
}
