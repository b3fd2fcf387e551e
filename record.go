package hearsay

import "fmt"

// Record is everything read from one revision of one report: an immutable value
// per (revision, reader version).
type Record struct {
	Report       Report
	Blocks       []Block  // of the text, as published
	Dateline     string   // where and when it was filed, as printed
	Credit       string   // the agency credited, as printed
	Note         string   // the notes on what was changed, verbatim; several joined by an empty line
	Related      []string // the lines that point to related stories, as printed
	Entries      []Entry  // of a live blog
	Language     string   // as found, or as declared where nothing was found
	Actors       []Actor
	Attributions []Attribution
	OwnVoice     []OwnVoice
	Figures      []Figure
	Moments      []Moment
	Terms        []Term // the words that carry meaning, in text order
	Dealings     []Dealing
	Skipped      []Skip
	Reader       ReaderVersion
}

// Skip is a part that was kept but not read, and why.
type Skip struct {
	Span *Span // nil: the whole report
	Why  SkipReason
}

// SkipReason names why a part was not read.
type SkipReason string

// The reasons to skip.
const (
	SkipLanguage SkipReason = "language" // not English
	SkipEmpty    SkipReason = "empty"    // nothing but white space
)

// SkipReasons lists every reason.
var SkipReasons = []SkipReason{SkipLanguage, SkipEmpty}

// Explain returns the reason as a sentence for a person.
func (r SkipReason) Explain() string {
	switch r {
	case SkipLanguage:
		return "the text is not English; Hearsay reads English only, so it was kept but not read"
	case SkipEmpty:
		return "the text is empty"
	}
	return string(r)
}

// ReaderVersion says what read a report: the program's version and the weights'.
type ReaderVersion struct {
	Version string
	Weights string
}

// Check reports the first broken invariant of the record.
func (r Record) Check() error {
	if err := r.Report.Check(); err != nil {
		return err
	}
	n := len(r.Report.Text)
	if err := checkBlocks(r.Blocks, n); err != nil {
		return fmt.Errorf("record: %w", err)
	}
	if err := checkEntries(r.Entries, n); err != nil {
		return fmt.Errorf("record: %w", err)
	}
	for i, m := range r.Moments {
		if err := m.Check(n); err != nil {
			return fmt.Errorf("moment %d: %w", i, err)
		}
	}
	for i, a := range r.Attributions {
		if err := a.Check(n); err != nil {
			return fmt.Errorf("attribution %d: %w", i, err)
		}
		if a.ID != i {
			return fmt.Errorf("attribution %d has ID %d", i, a.ID)
		}
		if err := r.checkWithin(i); err != nil {
			return err
		}
		if err := r.checkChain(a); err != nil {
			return fmt.Errorf("attribution %d: %w", i, err)
		}
	}
	for i, f := range r.Figures {
		if err := r.checkFigure(f); err != nil {
			return fmt.Errorf("figure %d: %w", i, err)
		}
	}
	for i, d := range r.Dealings {
		if err := r.checkDealing(d); err != nil {
			return fmt.Errorf("dealing %d: %w", i, err)
		}
	}
	for i, o := range r.OwnVoice {
		if err := o.Span.Check(n); err != nil {
			return fmt.Errorf("own voice %d: %w", i, err)
		}
	}
	return r.checkTerms()
}

func (r Record) checkFigure(f Figure) error {
	if f.Attribution != nil && (*f.Attribution < 0 || *f.Attribution >= len(r.Attributions)) {
		return fmt.Errorf("it stands in attribution %d of %d", *f.Attribution, len(r.Attributions))
	}
	if err := f.Check(len(r.Report.Text)); err != nil {
		return err
	}
	return r.checkHops(f.Chain)
}

// checkChain holds a chain that was read to begin with the outlet, its words to
// lie in the text, and its actors to exist.
func (r Record) checkChain(a Attribution) error { return r.checkHops(a.Chain) }

func (r Record) checkHops(chain []Voice) error {
	for i, v := range chain {
		switch {
		case i == 0 && (v.Identity != OutletIdentity || v.As != nil):
			return fmt.Errorf("its chain begins with %s, not with the outlet", v.Identity)
		case v.As != nil && v.As.Check(len(r.Report.Text)) != nil:
			return fmt.Errorf("hop %d: %w", i, v.As.Check(len(r.Report.Text)))
		case v.Actor != nil && (*v.Actor < 0 || *v.Actor >= len(r.Actors)):
			return fmt.Errorf("hop %d is actor %d of %d", i, *v.Actor, len(r.Actors))
		}
	}
	return nil
}

// checkWithin follows the enclosing attributions outwards: they must exist and
// never lead back.
func (r Record) checkWithin(i int) error {
	steps := 0
	for w := r.Attributions[i].Within; w != nil; w = r.Attributions[*w].Within {
		if *w < 0 || *w >= len(r.Attributions) {
			return fmt.Errorf("attribution %d is within %d of %d", i, *w, len(r.Attributions))
		}
		if steps++; steps > len(r.Attributions) {
			return fmt.Errorf("attribution %d is within itself", i)
		}
	}
	return nil
}
