package review

import (
	"hearsay"
	"hearsay/contract"
)

// Schema is the number of the form of a Line.
const Schema = 1

// Line is what was judged of one revision, as it leaves the archive. Spans count
// code points of Text and carry their words. docs/training.md tells of each field.
type Line struct {
	Reviews  int              `json:"reviews"` // Schema
	Revision string           `json:"revision"`
	URL      *string          `json:"url"`
	Outlet   *string          `json:"outlet"`
	Extract  bool             `json:"extract"` // words of Text that nothing points at are blank
	Text     string           `json:"text"`
	Blocks   []contract.Block `json:"blocks"`
	Readings []LineReading    `json:"readings"`
	Open     []Words          `json:"open"`
}

// LineReading is a reading that somebody judged. Where it is wrong it has the words
// that the machine read, and Machine is null as it is where they hold.
type LineReading struct {
	Verdict Verdict `json:"verdict"`
	Words
	Identity *hearsay.Identity `json:"identity"`
	Act      hearsay.Act       `json:"act"`
	Stance   hearsay.Stance    `json:"stance"`
	Machine  *Words            `json:"machine"`
	By       []string          `json:"by"`
	Against  []string          `json:"against"`
}

// Words are where the parts of a reading stand.
type Words struct {
	Source  *contract.Span  `json:"source"`
	Cue     *contract.Span  `json:"cue"`
	Content []contract.Span `json:"content"`
}

func lineOf(hash string, extract bool, record hearsay.Record, j Judged) Line {
	l := Line{Reviews: Schema, Revision: hash, Extract: extract, Open: []Words{}}
	convert := hearsay.Record{Report: record.Report, Blocks: record.Blocks}
	for _, r := range j.Readings {
		convert.Attributions = append(convert.Attributions, bare(r.Machine), bare(r.Holds))
	}
	for _, a := range j.Open {
		convert.Attributions = append(convert.Attributions, bare(&a))
	}
	line := contract.Of(convert)
	l.URL, l.Outlet, l.Text, l.Blocks = line.Report.URL, line.Report.Outlet, line.Report.Text, line.Report.Blocks
	for i, r := range j.Readings {
		l.Readings = append(l.Readings, readingLine(r, wordsOf(line.Attributions[2*i]), wordsOf(line.Attributions[2*i+1])))
	}
	for _, a := range line.Attributions[2*len(j.Readings):] {
		l.Open = append(l.Open, wordsOf(a))
	}
	return l
}

// bare returns the words of an attribution, nothing of nil.
func bare(a *hearsay.Attribution) hearsay.Attribution {
	if a == nil {
		return hearsay.Attribution{}
	}
	return hearsay.Attribution{Source: a.Source, Cue: a.Cue, Content: a.Content}
}

func wordsOf(a contract.Attribution) Words { return Words{a.Source, a.Cue, a.Content} }

func readingLine(r Reading, machine, holds Words) LineReading {
	l := LineReading{Verdict: r.Verdict, Words: holds, By: list(r.By), Against: list(r.Against)}
	shown := r.Holds
	switch {
	case r.Verdict == Wrong:
		l.Words, shown = machine, r.Machine
	case r.Verdict == Corrected:
		l.Machine = &machine
	}
	l.Act, l.Stance = shown.Act, shown.Stance
	if n := len(shown.Chain); n > 0 {
		l.Identity = &shown.Chain[n-1].Identity
	}
	return l
}

// list is never nil.
func list(names []string) []string {
	if names == nil {
		return []string{}
	}
	return names
}
